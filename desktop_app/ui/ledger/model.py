"""The table's model over a list of lines. Typing in a cell proposes; the page applies (law 1)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger.editing import EDITABLE, typed_text
from desktop_app.ui.ledger.lines import COLUMNS, DONE, GAP, LIGHT, NO, Group, Line

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROLE = Qt.ItemDataRole


class LedgerModel(QAbstractTableModel):
    """`proposed(task, column, text)` tells what was typed where; nothing is changed here."""

    proposed = Signal(int, int, str)

    def __init__(self, snapshot: Snapshot, day: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Group | Line] = []
        self.search: Sequence[str] = ()
        self._snapshot, self._day = snapshot, day

    def show_rows(self, rows: list[Group | Line], snapshot: Snapshot) -> bool:
        """Show other rows; True where their order has changed and the model was reset."""
        same = [_identity(row) for row in rows] == [_identity(row) for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self._snapshot = rows, snapshot
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
        return not same

    def row_of(self, task: int) -> int | None:
        """The row of a task; None where it is not shown."""
        return next((n for n, row in enumerate(self.rows) if isinstance(row, Line) and row.key == task), None)

    def task_at(self, index: Index) -> int | None:
        """The task of a row; None for a heading."""
        row = self.rows[index.row()] if index.isValid() else None
        return row.key if isinstance(row, Line) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == _ROLE.DisplayRole:
            return texts.COLUMNS[COLUMNS[section]]
        if role == _ROLE.TextAlignmentRole:
            right = section in (NO, GAP)
            return _RIGHT if right else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.task_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() in EDITABLE else usual

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if isinstance(row, Group):
            heading = texts.GROUP_COUNT.format(name=row.name, count=row.count)
            return heading if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole) and column <= 1 else None
        if role == _ROLE.DisplayRole:
            return row.cells[column]
        if role == _ROLE.EditRole:
            return typed_text(self._snapshot, row.key, column, self._day)
        if role == _ROLE.ToolTipRole:
            return row.reason if column in (LIGHT, DONE, GAP) else row.cells[column]
        if role == _ROLE.TextAlignmentRole and column in (NO, GAP):
            return _RIGHT
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        task = self.task_at(index)
        if task is None or role != _ROLE.EditRole or index.column() not in EDITABLE:
            return False
        if str(value) != self.data(index, _ROLE.EditRole):
            self.proposed.emit(task, index.column(), str(value))
        return True


def _identity(row: Group | Line) -> object:
    return row.key if isinstance(row, Line) else row.name
