"""The row that most units send: never answered before, progress plainly told, nothing to doubt; read in one go.

Whatever is not so plain takes the road of all readings and checks, which would say the same of a plain row, slower.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.changes import Draft, Source, by_cells
from desktop_app.domain.model import RoundRow
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import Value
from desktop_app.exchange.propose_checks import ENDED_STATES, repeats_cell
from desktop_app.exchange.propose_match import Matched
from desktop_app.exchange.propose_said import FULL
from desktop_app.exchange.read_claims import claims_end, is_hollow
from desktop_app.exchange.read_values import Typed, folded, tidy
from desktop_app.exchange.read_words import goes_on, is_pointer, is_rate, says_nothing
from desktop_app.texts import exchange as texts

_make = tuple.__new__  # a record of values that are complete, without a call in Python for each of thousands


class Plain(NamedTuple):
    """The values of a plain row, and the sheet and cells that they come from, by field."""

    row: int
    values: dict[str, Value]
    sheet: str
    cells: dict[str, str]


def plain_of(snapshot: Snapshot, matched: Matched) -> Plain | None:
    """What a plain row says; None for a row that needs a closer look."""
    row = matched.row
    if matched.doubt or matched.targets_now is not None or len(matched.returned) != 1 or not _is_fresh(snapshot, row):
        return None
    returned = matched.returned[0]
    values: dict[str, Value] = {}
    for field, (typed, _, doubt, merged, unsure) in returned.cells.items():
        read = _READERS.get(field)
        value = read(typed) if read and not (doubt or merged or unsure) else None
        if value is None:
            return None
        values[field] = value
    text = values.get("text")
    copied = isinstance(text, str) and repeats_cell(row, returned.words_of("last"), text)
    if copied or not _goes_together(row, values):
        return None
    cells = {field: cell.address for field, cell in returned.cells.items()}
    return _make(Plain, (row.key, values, returned.sheet, cells))


def take_plain(draft: Draft, sha: str, plain: Plain) -> None:
    """Make the unit's answer and the ledger's report of a plain row."""
    values = {"row": plain.row, **plain.values}
    draft.make("answer", values, _make(Source, (sha, plain.sheet, plain.cells["status"])))
    draft.make("report", values, by_cells(sha, plain.sheet, plain.cells))


def cells_of(sha: str, plain: Plain) -> list[Source]:
    """The cells of a plain row."""
    return [Source(sha, plain.sheet, cell) for cell in plain.cells.values()]


def _is_fresh(snapshot: Snapshot, row: RoundRow) -> bool:
    """Whether nothing is known yet of a row of a task that still goes on."""
    return row.key not in snapshot.once(_known) and snapshot.tasks[row.task].state not in ENDED_STATES


def _known(snapshot: Snapshot) -> frozenset[int]:
    """The round rows with an answer, a report, or figures asked."""
    tables = (snapshot.tables[entity] for entity in ("answer", "report", "row_target"))
    return frozenset([record.row for table in tables for record in table.values()])


def _goes_together(row: RoundRow, values: dict[str, Value]) -> bool:
    """Whether words and figure tell of progress that neither falls nor ends, and not in last time's words."""
    text, percent = values.get("text"), values.get("percent")
    if values.get("status") is None or not isinstance(text, str) or not isinstance(percent, float):
        return False
    if row.last_percent is not None and percent < row.last_percent:
        return False
    repeated = row.last_text is not None and folded(row.last_text) == folded(text)
    return not (repeated or is_hollow(text) or claims_end(text))


def _status(typed: Typed) -> str | None:
    return texts.PROGRESS if typed.raw == texts.PROGRESS else None


def _percent(typed: Typed) -> float | None:
    """A number between 1 and 100 that the file does not show as a percentage."""
    raw = typed.raw
    plain = isinstance(raw, float) and typed.percent is False and not typed.code and 1 < raw < FULL
    return tidy(raw) if plain else None


def _words(typed: Typed) -> str | None:
    raw = typed.raw
    return raw.strip() or None if isinstance(raw, str) and raw.isprintable() else None


def _progress(typed: Typed) -> str | None:
    words = _words(typed)
    return None if words is None or says_nothing(words) or goes_on(words) else words


def _problems(typed: Typed) -> str | None:
    words = _words(typed)
    return words if words is not None and _stands_alone(words) else None


@lru_cache(maxsize=256)  # 无 stands in nearly every row
def _stands_alone(words: str) -> bool:
    return not (is_pointer(words) or is_rate(words) or goes_on(words))


_READERS: dict[str, Callable[[Typed], Value]] = {
    "status": _status,
    "text": _progress,
    "percent": _percent,
    "problems": _problems,
    "next_steps": _problems,
    "evidence": _words,
}
