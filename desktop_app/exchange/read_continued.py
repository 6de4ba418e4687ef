"""Rows without a task's name that stand below their task: its words that go on, or all of its answer."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.exchange.read_values import folded, shown_raw
from desktop_app.texts import astray

if TYPE_CHECKING:
    from desktop_app.exchange.read_forms import Cell, ReturnedRow

WORDED = frozenset(("text", "problems", "next_steps", "evidence"))


def continued(rows: list["ReturnedRow"]) -> list["ReturnedRow"]:
    """The rows, those without a name joined to the task above them, in doubt, where they seem to belong to it."""
    found: list[ReturnedRow] = []
    shifted = {row.sheet for row in rows if lacks_what_fell_out(row, rows)}
    ends = {row.sheet: row.line for row in rows if not _is_nameless(row)}
    line = 0  # the last that belongs to the row found last
    for row in rows:
        above = found[-1] if found else None
        is_next, line = row.line == line + 1, row.line
        if above is None or not _is_nameless(row) or not (is_next and _is_below(row, above)) or row.sheet in shifted:
            found.append(row)
        elif not above.filled():
            found[-1] = above._replace(cells={field: _written_below(cell) for field, cell in row.cells.items()})
        elif row.cells.keys() <= WORDED & above.cells.keys():
            found[-1] = above._replace(cells={**above.cells, **_joined(above, row)})
        elif row.line < ends[row.sheet] and "status" not in row.cells:  # with it, rather the answer of a task left out
            found[-1] = above._replace(cells={**above.cells, **_added(above, row)})
        else:
            found.append(row)
    return found


def is_astray(row: "ReturnedRow") -> bool:
    """Whether a row holds answers, and nothing that tells of whose task."""
    return _is_nameless(row) and row.filled()


def lacks_what_fell_out(row: "ReturnedRow", rows: Iterable["ReturnedRow"]) -> bool:
    """Whether a row below the tasks has the one cell that a task above it lacks, as a column pushed down leaves it."""
    if not is_astray(row) or len(row.cells) != 1 or any(row.printed):
        return False
    (field,) = row.cells
    named = [one for one in rows if one.sheet == row.sheet and not _is_nameless(one)]
    if any(one.line > row.line for one in named):  # what was pushed out of a table stands below its last task
        return False
    return any(field not in one.cells and one.filled() for one in named)


def _is_nameless(row: "ReturnedRow") -> bool:
    return not (row.mark or row.title or row.words_of("no"))


def _is_below(row: "ReturnedRow", above: "ReturnedRow") -> bool:
    return row.sheet == above.sheet and row.filled() and not _is_nameless(above)


def _written_below(cell: "Cell") -> "Cell":
    return cell._replace(unsure=cell.unsure or astray.WRITTEN_BELOW)


def _added(above: "ReturnedRow", row: "ReturnedRow") -> dict[str, "Cell"]:
    """What a line below a task's own adds to it: words that go on, other numbers, cells that it lacks; all asked."""
    worded = row._replace(
        cells={field: cell for field, cell in row.cells.items() if field in WORDED & above.cells.keys()}
    )
    added = _joined(above, worded)
    for field, cell in row.cells.items():
        first = above.cells.get(field)
        if first is None:
            added[field] = _written_below(cell)
        elif field not in WORDED and folded(first.typed.raw) != folded(cell.typed.raw):
            said = astray.OTHER_BELOW.replace("{cell}", cell.address).replace("{words}", shown_raw(cell.typed.raw))
            added[field] = first._replace(unsure=first.unsure or said)
    return added


def _joined(above: "ReturnedRow", row: "ReturnedRow") -> dict[str, "Cell"]:
    """The cells of the upper row whose words go on below; each is asked about."""
    joined = {}
    for field, cell in row.cells.items():
        first = above.cells[field]
        words = f"{shown_raw(first.typed.raw)}\n{shown_raw(cell.typed.raw)}"
        said = astray.GOES_ON_BELOW.replace("{cell}", cell.address)
        joined[field] = first._replace(typed=first.typed._replace(raw=words), unsure=first.unsure or said)
    return joined
