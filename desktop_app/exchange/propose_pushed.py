"""One column of answers pushed up or down because a cell of it was deleted or put in, so that others do not fit.

Where nothing falls out of the table only what the answers say tells: rates that fall or end where the next row's
would not, words about the next row's task.
"""

from collections.abc import Callable
from functools import partial
from itertools import groupby, pairwise

from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.propose_match import Matched
from desktop_app.exchange.propose_said import FULL
from desktop_app.exchange.propose_slid import about, spoken
from desktop_app.exchange.read_values import read_percent, read_status
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts

_AT_HOME, _CLEARLY = 2, 3  # pairs of signs that tell one task from its neighbour
_CORE = {"status", "text", "percent"}
_HEADERS = {"percent": texts.PERCENT, "text": texts.TEXT}
_Fit = bool | None  # None: there is no telling
_Judge = Callable[[Matched, Matched], tuple[_Fit, _Fit]]  # does a row's cell go with that row; with the next one


def pushed(snapshot: Snapshot, matched: list[Matched]) -> str | None:
    """The sentence to ask where a column looks pushed; up only where the last answer lacks its cell."""
    if all(row.cells.keys() >= _CORE for one in matched for row in one.returned):
        return None  # as in nearly every file: no cell is lacking that another row has too many
    lines = sorted(
        (one for one in matched if len(one.returned) == 1 and one.returned[0].filled()),
        key=lambda one: (one.returned[0].sheet, one.returned[0].line),
    )
    for _, group in groupby(lines, key=lambda one: one.returned[0].sheet):
        rows = list(group)
        if _fell_in(rows):
            return astray.COLUMN_PUSHED
        for field, judge in (("percent", _rates), ("text", partial(_words, snapshot))):
            block = _down_to_hole(rows, field)
            if block and _is_pushed(block, field, judge):
                return astray.COLUMN_PULLED.replace("{field}", _HEADERS[field]).replace("{task}", block[-1].row.title)
    return None


def _fell_in(rows: list[Matched]) -> bool:
    """Whether the last row has but one of choice, words and rate, and a row above lacks just that: pushed down."""
    alone = rows[-1].returned[0].cells.keys() & _CORE
    if len(alone) != 1 or (_stays(rows[-1]) and not any("status" in one.returned[0].cells for one in rows[:-1])):
        return False  # a unit that chooses nothing but 与上期无变化, and that in the last row
    return any(_lacks(one, *alone) for one in rows[:-1])


def _lacks(one: Matched, field: str) -> bool:
    """Whether a row that says more than that nothing changed lacks a cell."""
    cells = one.returned[0].cells
    return field not in cells and not _stays(one) and bool(cells.keys() & _CORE)


def _stays(one: Matched) -> bool:
    """Whether a row says that nothing changed."""
    status = one.returned[0].cells.get("status")
    return status is not None and read_status(status.typed).value == texts.SAME_AS_LAST


def _down_to_hole(rows: list[Matched], field: str) -> list[Matched]:
    """The rows down to the first one below which the field is nowhere filled; none where the last one has it."""
    filled = [n for n, one in enumerate(rows) if field in one.returned[0].cells]
    return rows[: filled[-1] + 2] if filled and filled[-1] + 1 < len(rows) else []


def _is_pushed(rows: list[Matched], field: str, judge: _Judge) -> bool:
    """Whether from some row on no cell goes clearly with its own row, the first not at all, and each with the next."""
    fits = [judge(one, after) for one, after in pairwise(rows) if field in one.returned[0].cells]
    first = next((n for n, (own, _) in enumerate(fits) if own is False), None)
    return first is not None and all(own is not True and moved is not False for own, moved in fits[first:])


def _rates(one: Matched, after: Matched) -> tuple[_Fit, _Fit]:
    return _rate_fits(one, one), _rate_fits(one, after)


def _rate_fits(one: Matched, owner: Matched) -> _Fit:
    """Whether a rate neither falls below a task's last one nor ends it against its 本期情况."""
    rate = read_percent(one.returned[0].cells["percent"].typed).value
    if not isinstance(rate, float):
        return None
    last, status = owner.row.last_percent, owner.returned[0].cells.get("status")
    if rate == last == FULL:
        return True
    ends = status is not None and read_status(status.typed).value == texts.FINISHED
    if (last is not None and rate < last) or (status is not None and ends != (rate == FULL)):
        return False
    return True if ends else None


def _words(snapshot: Snapshot, one: Matched, after: Matched) -> tuple[_Fit, _Fit]:
    """Whether a row's words speak of its task, or rather of the next row's."""
    words, here, there = spoken(one), about(snapshot, one.row), about(snapshot, after.row)
    own, other = len(words & (here - there)), len(words & (there - here))
    moved = other >= _CLEARLY
    if moved and other > 2 * own:
        return False, True
    return (True if own >= _AT_HOME and own > other else None), (True if moved else None)
