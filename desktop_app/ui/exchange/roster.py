"""Who was asked in a round and where each unit stands: data in, data out."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.model import Round, RoundRow
from desktop_app.domain.snapshot import Snapshot
from desktop_app.store.receipts import Outgoing, Receipt
from desktop_app.verbs.newest import REFUSED
from desktop_app.verbs.returns import NEEDS_DECISION, TAKEN_IN

NOT_WRITTEN, MADE, SILENT, RECEIVED, IN_DOUBT, MERGED, STAMPED = (
    "not written",
    "made",
    "silent",
    "received",
    "in doubt",
    "merged",
    "stamped",
)
WAITING = (NOT_WRITTEN, MADE, SILENT)
Place = tuple[int, int]  # round and unit


class Line(NamedTuple):
    """One unit of a round; `received` is the moment its latest file came in, `file` that file's name as it came.

    `heard` tells of an answer that no file brought; `stamped` is the day its stamped copy (盖章件) came.
    """

    unit: int
    name: str
    rows: int
    state: str
    received: str | None
    file: str | None
    form: int
    heard: str | None = None
    stamped: str | None = None


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
    rows: dict[int, list[RoundRow]] = {}
    for row in snapshot.rows_of(made.key):
        rows.setdefault(row.unit, []).append(row)
    lines = []
    for form in snapshot.having("form", "round", made.key):
        out, came, asked = outgoing.get(form.key), latest.get(form.unit), rows.get(form.unit, [])
        heard = next((a.heard for row in asked if (a := snapshot.answer_of(row.key)) and a.heard), None)
        if came is None:
            state = MERGED if heard else _without_file(out, made, today)
        elif (made.key, form.unit) in doubts:
            state = IN_DOUBT
        else:
            state = MERGED if came.outcome in TAKEN_IN and came.entry not in undone else RECEIVED
        state = STAMPED if state == MERGED and form.stamped_on else state
        at, name = (came.at, came.name) if came else (None, None)
        count = sum(not row.withdrawn for row in asked)
        named = snapshot.unit(form.unit).name
        lines.append(Line(form.unit, named, count, state, at, name, form.key, heard, form.stamped_on))
    return lines


def _without_file(out: Outgoing | None, made: Round, today: date) -> str:
    if out is None or out.written_at is None:
        return NOT_WRITTEN
    return SILENT if date.fromisoformat(made.due) < today else MADE


def doubtful(
    snapshot: Snapshot, receipts: Iterable[Receipt], asked: Iterable[tuple[int | None, str | None]]
) -> set[Place]:
    """The rounds and units that open questions are about; a question (row, file) about no row is known by its file."""
    came = [r for r in receipts if r.round and r.unit]
    newest = {r.name: r for r in came}
    found: set[Place] = set()
    for row, file in asked:
        if row is not None and row in snapshot.rows:
            found.add((snapshot.rows[row].round, snapshot.rows[row].unit))
        elif file in newest:
            about = [r for r in came if (r.name, r.file, r.at) == (file, newest[file].file, newest[file].at)]
            open_ones = [r for r in about if r.outcome == NEEDS_DECISION] or about
            found.update((r.round or 0, r.unit or 0) for r in open_ones)
    return found


def silent(lines: Iterable[Line]) -> list[str]:
    """The units that have not reported, by name."""
    return [line.name for line in lines if line.state in WAITING]


def received(snapshot: Snapshot, receipts: Iterable[Receipt], heard_at: Mapping[Place, str]) -> dict[Place, str]:
    """When each unit of each round first reported, by file or (`heard_at`) by word of mouth: ISO moments."""
    first = dict(heard_at)
    for receipt in receipts:
        if receipt.round and receipt.unit in snapshot.units and receipt.outcome != REFUSED:
            place = (receipt.round, snapshot.unit(receipt.unit or 0).key)
            first[place] = min(first.get(place, receipt.at), receipt.at)
    return first
