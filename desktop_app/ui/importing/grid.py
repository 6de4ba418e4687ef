"""The first lines of a sheet as they are, with what each column is read as over them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QTableWidgetItem, QWidget

from desktop_app.exchange.read_ledger_header import Column, Header
from desktop_app.exchange.read_ledger_words import MEANINGS
from desktop_app.exchange.sheet_layout import cell_name
from desktop_app.texts import import_ledger as texts
from desktop_app.ui.flat import ROW, draw_flat
from desktop_app.ui.theme import BAND, SECOND, row_height

Area = tuple[tuple[int, int], tuple[int, int]]
OFFERED = tuple(meaning for meaning in MEANINGS if meaning in texts.MEANINGS)
_NARROWEST, _WIDEST, _ROW, _CHARACTER = 82, 190, 26, 13  # pixels at the usual size
_DOUBTFUL = "QComboBox { background: #FFF3D6; }"


class MappingGrid(QTableWidget):
    """The top row holds a choice for each column; `mapped` tells that one of them was changed."""

    mapped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: list[QComboBox] = []
        self.setAccessibleName(texts.GRID)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        draw_flat(self)

    def show_sheet(self, lines: Sequence[Sequence[str]], areas: Iterable[Area], header: Header) -> None:
        """Show these lines with their merged areas, the header's on a band, and what its columns are read as."""
        self.clear()
        self.clearSpans()
        self._boxes = []
        width = max((len(line) for line in lines), default=0)
        self.setRowCount(len(lines) + 1)
        self.setColumnCount(width)
        self.setHorizontalHeaderLabels([cell_name(0, column)[:-1] for column in range(width)])
        self.setVerticalHeaderLabels(["", *(str(number) for number in range(1, len(lines) + 1))])
        for number, line in enumerate(lines):
            for column, text in enumerate(line):
                self.setItem(
                    number + 1, column, _item(text, header.first <= number <= header.last, number < header.first)
                )
        for (top, left), (bottom, right) in areas:
            height, wide = min(bottom, len(lines) - 1) - top + 1, min(right, width - 1) - left + 1
            if height * wide > 1 and height > 0 and wide > 0:
                self.setSpan(top + 1, left, height, wide)
        for column in header.columns:
            if column.place >= 0:
                self._offer(column)
        self._size(row_height(self) / ROW)
        first = self.item(max(header.first, 0) + 1, 0)
        if first is not None and header.first > 3:
            self.scrollToItem(first, QAbstractItemView.ScrollHint.PositionAtTop)

    def meanings(self) -> tuple[str, ...]:
        """What each labelled column is to be read as, from the left."""
        return tuple(box.currentData() for box in self._boxes)

    @property
    def boxes(self) -> list[QComboBox]:
        """The choices, from the left."""
        return self._boxes

    def _offer(self, column: Column) -> None:
        box = QComboBox()
        for meaning in OFFERED:
            box.addItem(texts.MEANINGS[meaning], meaning)
        box.setCurrentIndex(box.findData(column.meaning))
        label = "".join(column.label.split()) or texts.EMPTY_LABEL
        name = texts.COLUMN_NAME.format(column=cell_name(0, column.place)[:-1], label=label)
        box.setAccessibleName(name)
        box.setToolTip(name if column.sure else texts.UNCLEAR.format(name=name))
        box.setMaxVisibleItems(16)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if not column.sure:
            box.setStyleSheet(_DOUBTFUL)
        box.activated.connect(self.mapped)
        self.setCellWidget(0, column.place, box)
        self._boxes.append(box)

    def _size(self, scale: float) -> None:
        for row in range(self.rowCount()):
            self.setRowHeight(row, round((_ROW + 4 * (row == 0)) * scale))
        for column in range(self.columnCount()):
            alone = (row for row in range(1, self.rowCount()) if self.columnSpan(row, column) == 1)
            found = (item for row in alone if (item := self.item(row, column)))
            box = self.cellWidget(0, column)
            words = [len(item.text()) for item in found] + [
                len(box.currentText()) + 2 if isinstance(box, QComboBox) else 0
            ]
            wide = min(max(max(words) * _CHARACTER + 12, _NARROWEST), _WIDEST)
            self.setColumnWidth(column, round(wide * scale))


def _item(text: str, heading: bool, above: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(" ".join(text.split()))
    item.setToolTip(text)
    if heading:
        item.setBackground(QColor(BAND))
        strong = QFont()
        strong.setBold(True)
        item.setFont(strong)
    if above:
        item.setForeground(QColor(SECOND))
    return item
