"""Which cells of the table are chosen: blocks in the order that is seen, whole rows, whole columns, all."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from desktop_app.ui.ledger.columns import COLUMNS
from desktop_app.ui.ledger.model import LedgerModel
from desktop_app.ui.ledger.view import ranges_of
from desktop_app.ui.ledger.walking import Cell

_WHOLE = (0, len(COLUMNS) - 1)


class Block(NamedTuple):
    """The chosen cells: rows without headings, and columns that are shown."""

    rows: list[int]
    columns: list[int]


def block_of(model: LedgerModel, chosen: QItemSelectionModel, shown: Sequence[int]) -> Block:
    """The rows and columns of what is chosen, the columns in their order."""
    parts = ranges_of(chosen)
    rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
    within = {column for part in parts for column in range(part.left(), part.right() + 1)}
    return Block([row for row in rows if model.task_in(row) is not None], [c for c in shown if c in within])


def cells_of(model: LedgerModel, chosen: QItemSelectionModel, shown: Sequence[int]) -> list[Cell]:
    """The chosen cells one by one, row by row, the columns in their order."""
    parts, place = ranges_of(chosen), {column: at for at, column in enumerate(shown)}
    found = {
        (row, column)
        for part in parts
        for column in shown
        if part.left() <= column <= part.right()
        for row in range(part.top(), part.bottom() + 1)
        if model.task_in(row) is not None
    }
    return sorted(found, key=lambda cell: (cell[0], place[cell[1]]))


def between(model: LedgerModel, shown: Sequence[int], one: Cell, other: Cell) -> QItemSelection:
    """All cells between two, by the columns' order that is seen; from the first to the last column, the whole rows."""
    top, bottom = sorted((one[0], other[0]))
    left, right = sorted((shown.index(one[1]), shown.index(other[1])))
    return block(model, shown, range(top, bottom + 1), shown[left : right + 1])


def block(model: LedgerModel, shown: Sequence[int], rows: Sequence[int], columns: Sequence[int]) -> QItemSelection:
    """The cells of these rows and columns; with all columns that are shown, the whole rows."""
    found = QItemSelection()
    for first, last in [_WHOLE] if len(columns) == len(shown) else _runs(columns):
        for top, bottom in _runs(rows):
            found.select(model.index(top, first), model.index(bottom, last))
    return found


def whole_rows(model: LedgerModel, chosen: QItemSelectionModel) -> QItemSelection:
    """The rows of what is chosen, from end to end."""
    found = QItemSelection()
    for part in ranges_of(chosen):
        found.select(model.index(part.top(), _WHOLE[0]), model.index(part.bottom(), _WHOLE[1]))
    return found


def whole_columns(model: LedgerModel, chosen: QItemSelectionModel) -> QItemSelection:
    """The columns of what is chosen, from top to bottom."""
    found = QItemSelection()
    for part in ranges_of(chosen):
        found.select(model.index(0, part.left()), model.index(model.rowCount() - 1, part.right()))
    return found


def everything(model: LedgerModel) -> QItemSelection:
    """Every cell."""
    return QItemSelection(model.index(0, _WHOLE[0]), model.index(model.rowCount() - 1, _WHOLE[1]))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Rows or columns as runs of neighbours, each its first and last."""
    if isinstance(numbers, range):
        yield numbers[0], numbers[-1]
        return
    first = last = None
    for number in sorted(numbers):
        if last is not None and number == last + 1:
            last = number
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = number
    if first is not None and last is not None:
        yield first, last
