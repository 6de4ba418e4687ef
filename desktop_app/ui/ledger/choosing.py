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


def between(model: LedgerModel, shown: Sequence[int], one: Cell, other: Cell) -> QItemSelection:
    """All cells between two, by the columns' order that is seen; from the first to the last column, the whole rows."""
    top, bottom = sorted((one[0], other[0]))
    left, right = sorted((shown.index(one[1]), shown.index(other[1])))
    found = QItemSelection()
    runs = [_WHOLE] if right - left + 1 == len(shown) else _runs(shown[left : right + 1])
    for first, last in runs:
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


def _runs(columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Columns as runs of neighbouring numbers, each its first and last."""
    first = last = None
    for column in sorted(columns):
        if last is not None and column == last + 1:
            last = column
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = column
    if first is not None and last is not None:
        yield first, last
