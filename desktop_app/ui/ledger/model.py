"""The table's model over the shown lines. Typing in a cell proposes; the page applies (law 1)."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger.arranging import Rows
from desktop_app.ui.ledger.columns import COLUMNS, DONE, GAP, LIGHT, RIGHT
from desktop_app.ui.ledger.editing import EDITABLE, typed_text
from desktop_app.ui.ledger.facts import Facts
from desktop_app.ui.ledger.lines import Group, Line, line_of

Index = QModelIndex | QPersistentModelIndex
_SIDE = {
    True: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    False: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
}
_ROLE = Qt.ItemDataRole
_KEPT = 4000  # lines that are kept written


class LedgerModel(QAbstractTableModel):
    """`proposed(task, column, text)` tells what was typed where; nothing is changed here."""

    proposed = Signal(int, int, str)

    def __init__(self, facts: Facts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows([], [])
        self.search: Sequence[str] = ()
        self.fixed = False  # a ledger that is only read
        self.facts = facts
        self._lines: dict[int, Line] = {}
        self._columns = frozenset(range(len(COLUMNS)))

    def show_rows(self, rows: Rows, facts: Facts) -> None:
        """Show other rows, or the same tasks with other words everywhere."""
        self.beginResetModel()
        if facts is not self.facts:
            self._lines.clear()
        self.rows, self.facts = rows, facts
        self.endResetModel()

    def show_columns(self, columns: Sequence[int]) -> None:
        """Write lines from now on as far as these columns go."""
        self._columns = frozenset(columns)
        self._lines.clear()

    def forget(self, tasks: Collection[int]) -> None:
        """These tasks say something else: their lines are written anew."""
        for task in tasks:
            self._lines.pop(task, None)

    def tell_changed(self, tasks: Collection[int]) -> None:
        """Tell the views that the lines of these tasks, where they are shown, are others."""
        for row in [row for task in tasks if (row := self.row_of(task)) is not None]:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def row_of(self, task: int) -> int | None:
        """The row of a task; None where it is not shown."""
        try:
            return self.rows.keys.index(task)
        except ValueError:
            return None

    def task_at(self, index: Index) -> int | None:
        """The task of a row; None for a heading."""
        return self.task_in(index.row()) if index.isValid() else None

    def task_in(self, row: int) -> int | None:
        """The task of the row of this number; None for a heading."""
        key = self.rows.keys[row]
        return key if key >= 0 else None

    def line(self, row: int) -> Line | Group:
        """What a row says, written when first looked at."""
        key = self.rows.keys[row]
        if key < 0:
            return self.rows.groups[-1 - key]
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) > _KEPT:
                self._lines.clear()
            found = self._lines[key] = line_of(self.facts, key, self._columns)
        return found

    def typed(self, row: int, column: int) -> str:
        """The text of a cell as it is typed and copied."""
        key = self.rows.keys[row]
        return typed_text(self.facts, key, column) if key >= 0 else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows.keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return texts.COLUMNS[COLUMNS[section]]
        return _SIDE[section in RIGHT] if role == _ROLE.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.task_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() in EDITABLE and not self.fixed else usual

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.line(index.row()), index.column()
        if isinstance(row, Group):
            heading = texts.GROUP_COUNT.format(name=row.name, count=row.count)
            return heading if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole) and column <= 1 else None
        if role == _ROLE.DisplayRole:
            return row.cells[column]
        if role == _ROLE.EditRole:
            return self.typed(index.row(), column)
        if role == _ROLE.ToolTipRole:
            return row.reason if column in (LIGHT, DONE, GAP) else row.cells[column]
        if role == _ROLE.TextAlignmentRole:
            return _SIDE[column in RIGHT]
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        task = self.task_at(index)
        if task is None or role != _ROLE.EditRole or index.column() not in EDITABLE:
            return False
        if str(value) != self.data(index, _ROLE.EditRole):
            self.proposed.emit(task, index.column(), str(value))
        return True
