"""The units of a round to be made, to be ticked: by kind, each with how many rows and cells it would be asked."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop_app.domain.model import Unit
from desktop_app.exchange.burden import Burden
from desktop_app.texts import rounds_page as texts
from desktop_app.texts import units as unit_texts
from desktop_app.ui.flat import draw_flat, fit
from desktop_app.ui.theme import row_height

UNIT, ROWS, CELLS = range(3)
KEY = Qt.ItemDataRole.UserRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class UnitTicks(QTreeWidget):
    """All units that can be asked; what was unticked stays so while the other choices change.

    `ticked` comes once the tree has done with a tick, which may be one of a kind and so of all its units.
    """

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left_out: set[int] = set()
        self._shown: list[int] = []
        self.setHeaderLabels(texts.UNIT_COLUMNS)
        self.setAccessibleName(texts.UNITS)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        draw_flat(self)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(UNIT, QHeaderView.ResizeMode.Stretch)
        for column in (ROWS, CELLS):
            self.headerItem().setTextAlignment(column, RIGHT)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        fit(self, lambda scale: [self.setColumnWidth(column, round(52 * scale)) for column in (ROWS, CELLS)])
        self.itemChanged.connect(self._tick)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.ticked)

    @property
    def units(self) -> frozenset[int] | None:
        """The ticked units; None where nothing was unticked."""
        left = self._left_out.intersection(self._shown)
        return frozenset(self._shown) - left if left else None

    def show_units(self, units: Sequence[Unit], asked: Mapping[int, Burden]) -> None:
        """Show these units under their kinds, with what each would be asked."""
        self.blockSignals(True)
        if [unit.key for unit in units] != self._shown:
            self._make_items(units)
        for item in self._items():
            burden = asked.get(item.data(UNIT, KEY))
            item.setText(ROWS, str(burden.rows if burden else 0))
            item.setText(CELLS, str(burden.cells if burden else 0))
        self.blockSignals(False)

    def _make_items(self, units: Sequence[Unit]) -> None:
        self.clear()
        self._shown = [unit.key for unit in units]
        kinds: dict[str, QTreeWidgetItem] = {}
        for unit in units:
            if unit.kind not in kinds:
                kinds[unit.kind] = QTreeWidgetItem(self, [unit_texts.KINDS.get(unit.kind, unit.kind)])
                kinds[unit.kind].setSizeHint(UNIT, QSize(0, row_height(self)))
                kinds[unit.kind].setFlags(kinds[unit.kind].flags() | Qt.ItemFlag.ItemIsAutoTristate)
            item = QTreeWidgetItem(kinds[unit.kind], [unit.name])
            item.setData(UNIT, KEY, unit.key)
            item.setCheckState(UNIT, state_of(unit.key not in self._left_out))
            item.setToolTip(UNIT, unit.name)
            item.setSizeHint(UNIT, QSize(0, row_height(self)))
            for column in (ROWS, CELLS):
                item.setTextAlignment(column, RIGHT)
        self.expandAll()

    def tick_all(self, on: bool) -> None:
        """Tick every unit, or none."""
        self._left_out = set() if on else set(self._shown)
        self.blockSignals(True)
        for item in self._items():
            item.setCheckState(UNIT, state_of(on))
        self.blockSignals(False)
        self.ticked.emit()

    def _items(self) -> list[QTreeWidgetItem]:
        kinds = [self.topLevelItem(number) for number in range(self.topLevelItemCount())]
        return [kind.child(number) for kind in kinds if kind for number in range(kind.childCount())]

    def _tick(self) -> None:
        before = set(self._left_out)
        for item in self._items():
            key = item.data(UNIT, KEY)
            off = item.checkState(UNIT) is Qt.CheckState.Unchecked
            self._left_out = self._left_out | {key} if off else self._left_out - {key}
        if self._left_out != before:
            self._soon.start()


def state_of(on: bool) -> Qt.CheckState:
    """Ticked or not."""
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
