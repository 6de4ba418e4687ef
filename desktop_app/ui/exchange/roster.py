"""Who was asked in a round and where each unit stands: data in, data out."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.model import Round
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.sheet_layout import day_words
from desktop_app.store.receipts import Outgoing, Receipt
from desktop_app.texts import exchange_page as texts
from desktop_app.verbs.collect import REFUSED, TAKEN_IN

NOT_WRITTEN, MADE, SILENT, RECEIVED, IN_DOUBT, MERGED = (
    "not written",
    "made",
    "silent",
    "received",
    "in doubt",
    "merged",
)
WAITING = (NOT_WRITTEN, MADE, SILENT)
Place = tuple[int, int]  # round and unit


class Line(NamedTuple):
    """One unit of a round; `received` is the moment its latest file came in, `file` that file's name as it came."""

    unit: int
    name: str
    rows: int
    state: str
    received: str | None
    file: str | None


def roster(
    snapshot: Snapshot,
    made: Round,
    outgoing: Mapping[int, Outgoing],
    receipts: Iterable[Receipt],
    doubts: Collection[Place],
    undone: Collection[int],
    today: date,
) -> list[Line]:
    """The units of a round in the order of its forms; `doubts` are the places with open questions.

    A merge whose entry was taken back (`undone`) leaves the file received, not merged.

    未报 is only said once the due day has passed.
    """
    latest = {r.unit: r for r in receipts if r.round == made.key and r.outcome != REFUSED}
    lines = []
    for form in snapshot.having("form", "round", made.key):
        out, came = outgoing.get(form.key), latest.get(form.unit)
        rows = sum(row.unit == form.unit and not row.withdrawn for row in snapshot.rows_of(made.key))
        if came is None:
            state = _without_file(out, made, today)
        elif (made.key, form.unit) in doubts:
            state = IN_DOUBT
        else:
            state = MERGED if came.outcome in TAKEN_IN and came.entry not in undone else RECEIVED
        at, name = (came.at, came.name) if came else (None, None)
        lines.append(Line(form.unit, snapshot.unit(form.unit).name, rows, state, at, name))
    return lines


def _without_file(out: Outgoing | None, made: Round, today: date) -> str:
    if out is None or out.written_at is None:
        return NOT_WRITTEN
    return SILENT if date.fromisoformat(made.due) < today else MADE


def doubtful(
    snapshot: Snapshot, receipts: Iterable[Receipt], asked: Iterable[tuple[int | None, str | None]]
) -> set[Place]:
    """The rounds and units that open questions are about; a question (row, file) about no row is known by its file."""
    by_name = {r.name: (r.round, r.unit) for r in receipts if r.round and r.unit}
    found: set[Place] = set()
    for row, file in asked:
        if row is not None and row in snapshot.rows:
            found.add((snapshot.rows[row].round, snapshot.rows[row].unit))
        elif file in by_name:
            round_key, unit = by_name[file]
            found.add((round_key or 0, unit or 0))
    return found


def chase(lines: Iterable[Line], period: str, due: str, today: date) -> str:
    """What to send to the units that have not reported; '' where all have."""
    silent = [line.name for line in lines if line.state in WAITING]
    if not silent:
        return ""
    words = texts.CHASE_LATE if date.fromisoformat(due) < today else texts.CHASE
    return words.format(units=texts.COMMA.join(silent), count=len(silent), period=period, due=day_words(due))
