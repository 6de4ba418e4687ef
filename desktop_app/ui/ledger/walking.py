"""Where keys lead: from a cell to another, over headings and the columns that are not shown."""

from collections.abc import Sequence

from desktop_app.ui.ledger.columns import NEVER_EMPTY
from desktop_app.ui.ledger.model import LedgerModel

Cell = tuple[int, int]  # row and column


def row_from(model: LedgerModel, row: int, down: int) -> int | None:
    """The row so many lines down (negative: up), headings passed over; None beyond the last."""
    step, left, count = (1 if down > 0 else -1), abs(down), model.rowCount()
    while left:
        row += step
        while 0 <= row < count and model.task_in(row) is None:
            row += step
        if not 0 <= row < count:
            return None
        left -= 1
    return row


def last_row(model: LedgerModel, row: int, step: int) -> int:
    """The last line there is in this direction."""
    keys = model.rows.keys
    at = len(keys) - 1 if step > 0 else 0
    while 0 <= at < len(keys) and keys[at] < 0:
        at -= step
    return at if 0 <= at < len(keys) else row


def next_cell(model: LedgerModel, columns: Sequence[int], at: Cell, down: int, right: int) -> Cell | None:
    """One cell on; a row's end leads to the next row."""
    row, place = at[0], columns.index(at[1]) + right
    if not 0 <= place < len(columns):
        down, place = (1, 0) if place > 0 else (-1, len(columns) - 1)
    found = row_from(model, row, down) if down else row
    return None if found is None else (found, columns[place])


def edge(model: LedgerModel, columns: Sequence[int], at: Cell, down: int, right: int) -> Cell:
    """Where Ctrl and an arrow lead: to the end of what is filled, or over what is empty to the next that is filled."""
    row, column = at
    if down and column in NEVER_EMPTY:
        return last_row(model, row, down), column
    cells = _onwards(model, columns, at, down, right)
    filled = [bool(model.typed(*at))]
    found = at
    for cell in cells:
        full = bool(model.typed(*cell))
        if len(filled) == 1:
            filled.append(full)
        elif filled[0] and filled[1] and not full:
            return found
        if full and not (filled[0] and filled[1]):
            return cell
        found = cell
    return found


def _onwards(model: LedgerModel, columns: Sequence[int], at: Cell, down: int, right: int) -> list[Cell]:
    row, column = at
    if right:
        place = columns.index(column)
        rest = columns[place + 1 :] if right > 0 else columns[:place][::-1]
        return [(row, other) for other in rest]
    keys = model.rows.keys
    rows = range(row + 1, len(keys)) if down > 0 else range(row - 1, -1, -1)
    return [(other, column) for other in rows if keys[other] >= 0]


def within(model: LedgerModel, columns: Sequence[int], rows: Sequence[int], at: Cell, down: int, right: int) -> Cell:
    """The next cell of a block that is walked through by Enter or Tab, round its ends."""
    lines = [row for row in rows if model.task_in(row) is not None]
    cells = [(row, column) for row in lines for column in columns]
    if down:
        cells = [(row, column) for column in columns for row in lines]
    return cells[(cells.index(at) + down + right) % len(cells)] if at in cells else cells[0]
