"""What the mouse does to the table: it chooses cells over both halves, and moves whole rows by their number."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt

from desktop_app.ui.ledger.columns import NO
from desktop_app.ui.ledger.walking import Cell

if TYPE_CHECKING:
    from desktop_app.ui.ledger.table import LedgerTable

_Flag = QItemSelectionModel.SelectionFlag


class Mouse:
    """The mouse over one table. A chosen row that is dragged by its number falls where it is let go."""

    def __init__(self, table: "LedgerTable") -> None:
        self._table = table
        self._held: int | None = None  # the row whose number is held, to drag the chosen rows by it

    def pressed(self, index: QModelIndex, modifiers: Qt.KeyboardModifier) -> None:
        """Choose a cell by mouse; the number at the left chooses its row, and moves rows that are chosen already."""
        cell, chosen = (index.row(), index.column()), self._table.left.selectionModel()
        row = index.column() == NO
        self._held = index.row() if row and chosen.isRowSelected(index.row()) and not modifiers else None
        if self._held is not None:
            return
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._table.extend((cell[0], self._table.columns[-1]) if row else cell)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._table.anchor = cell
            self._table.step_to(index, _Flag.Toggle | (_Flag.Rows if row else _Flag.NoUpdate))
        elif row:
            self._table.anchor = cell
            self._table.step_to(index, _Flag.ClearAndSelect | _Flag.Rows)
        else:
            self._table.go(index)

    def dragged(self, at: QPoint) -> None:
        """Go on choosing up to where the mouse is, or show where dragged rows would fall."""
        cell = self._cell_at(at)
        if cell is None:
            return
        if self._held is not None:
            middle = self._table.left.rowViewportPosition(cell[0]) + self._table.left.rowHeight(cell[0]) // 2
            below = self._table.left.viewport().mapFromGlobal(at).y() > middle
            for view in (self._table.left, self._table.right):
                view.drop_row = cell[0] + below
                view.viewport().update()
        elif self._table.anchor is not None and self._table.model.task_in(cell[0]) is not None:
            whole = self._table.anchor[1] == NO
            self._table.extend((cell[0], self._table.columns[-1]) if whole else cell)

    def released(self) -> bool:
        """Let dragged rows fall; whether they did so anywhere but where they were."""
        row, held = self._table.left.drop_row, self._held
        self._held = None
        for view in (self._table.left, self._table.right):
            view.drop_row = None
            view.viewport().update()
        if held is None:
            return False
        if row not in (None, held, held + 1):
            self._table.rows_dropped.emit(row)
            return True
        if self._table.current is not None:
            self._table.go(self._table.left.currentIndex())
        return False

    def _cell_at(self, at: QPoint) -> Cell | None:
        view = (
            self._table.left if self._table.left.mapFromGlobal(at).x() < self._table.left.width() else self._table.right
        )
        place = view.viewport().mapFromGlobal(at)
        row, column = view.rowAt(place.y()), view.columnAt(place.x())
        if row < 0:
            row = 0 if place.y() < 0 else self._table.model.rowCount() - 1
        if column < 0:
            column = view.columns[-1] if place.x() > 0 else view.columns[0]
        return (row, column) if self._table.model.rowCount() else None
