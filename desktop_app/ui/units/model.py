"""The units as a table model: it shows the snapshot and turns an edited cell into a wish, never into a write."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop_app.domain.model import Unit
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import units as texts
from desktop_app.ui.units.edits import Load, aliases_of, loads

Index = QModelIndex | QPersistentModelIndex
NAME, KIND, ALIASES, LED, OPEN, RED, CONTACT, PHONE = range(8)
FIELDS = {NAME: "name", KIND: "kind", CONTACT: "contact", PHONE: "phone"}
COUNTS = {LED: "led", OPEN: "open", RED: "red"}


class UnitsModel(QAbstractTableModel):
    """One row a unit that stands, in the clerk's order."""

    wanted = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self.fixed = False  # a ledger that is only read
        self._units: list[Unit] = []
        self._aliases: dict[int, str] = {}
        self._loads: dict[int, Load] = {}

    def show_snapshot(self, snapshot: Snapshot, statuses: dict[int, Status]) -> None:
        """Show the units of another state of the ledger; rows that stand keep their place."""
        units = snapshot.units_in_order()
        same = [unit.key for unit in units] == [unit.key for unit in self._units]
        if not same:
            self.beginResetModel()
        self._units = units
        self._aliases = {unit.key: texts.COMMA.join(aliases_of(snapshot, unit.key)) for unit in units}
        self._loads = loads(snapshot, statuses)
        if not same:
            self.endResetModel()
        elif units:
            self.dataChanged.emit(self.index(0, 0), self.index(len(units) - 1, PHONE))

    def unit_at(self, row: int) -> Unit:
        """The unit in a row."""
        return self._units[row]

    def load_at(self, row: int) -> Load:
        """What the unit in a row leads."""
        return self._loads[self._units[row].key]

    def row_of(self, key: int) -> int:
        """The row of a unit; -1 where it is not shown."""
        return next((row for row, unit in enumerate(self._units) if unit.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._units)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(texts.COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in COUNTS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return texts.COLUMNS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        unit, column = self._units[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole and column in COUNTS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.EditRole and column == KIND:
            return unit.kind
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(unit, column)
        return None

    def _words(self, unit: Unit, column: int) -> str:
        if column == KIND:
            return texts.KINDS[unit.kind]
        if column == ALIASES:
            return self._aliases[unit.key]
        if column in COUNTS:
            return str(len(getattr(self._loads[unit.key], COUNTS[column])))
        return getattr(unit, FIELDS[column]) or ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        fixed = self.fixed or index.column() in COUNTS
        editable = Qt.ItemFlag.NoItemFlags if fixed else Qt.ItemFlag.ItemIsEditable
        return super().flags(index) | editable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        self.wanted.emit(self._units[index.row()].key, index.column(), str(value))
        return True
