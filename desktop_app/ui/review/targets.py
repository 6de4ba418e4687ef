"""The targets of one row that was read: item, comparator, figure and unit to correct, Delete to drop a figure."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop_app.documents import review
from desktop_app.documents.extraction import Extraction, TargetRead
from desktop_app.domain.values import plain_number
from desktop_app.texts import review as texts
from desktop_app.ui.flat import draw_flat

ITEM, COMPARATOR, VALUE, UNIT = range(4)
_SIGNS = {"": "=", **{sign: name for name, sign in texts.COMPARATORS.items() if sign}, **{n: n for n in "=<>~"}}


class TargetsTable(QTableWidget):
    """Edits are told at once as a new Extraction; what is no figure or sign is put back and said."""

    edited = Signal(object)
    wrong = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(texts.TARGET_COLUMNS), parent)
        self._extraction: Extraction | None = None
        self._seq = 0
        self.setHorizontalHeaderLabels(texts.TARGET_COLUMNS)
        draw_flat(self)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        self.setAccessibleName(texts.TARGETS)
        self.setToolTip(texts.TARGETS_HINT)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.horizontalHeader().setSectionResizeMode(ITEM, QHeaderView.ResizeMode.Stretch)
        for column, width in ((COMPARATOR, 52), (VALUE, 80), (UNIT, 64)):
            self.setColumnWidth(column, width)
        self.itemChanged.connect(self._take)

    def show_row(self, extraction: Extraction, seq: int) -> None:
        """Show the targets of one task."""
        self._extraction, self._seq = extraction, seq
        targets = review.task_of(extraction, seq).targets
        self.blockSignals(True)
        self.setRowCount(len(targets))
        for row, target in enumerate(targets):
            for column, words in enumerate(_shown(target)):
                item = QTableWidgetItem(words)
                item.setToolTip(target.phrase)
                if column == VALUE:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, column, item)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._extraction is not None and self.currentRow() >= 0:
            self.edited.emit(review.without_target(self._extraction, self._seq, self.currentRow()))
        else:
            super().keyPressEvent(event)

    def _take(self, item: QTableWidgetItem) -> None:
        if self._extraction is None:
            return
        row, words = item.row(), item.text()
        old = review.task_of(self._extraction, self._seq).targets[row]
        cells = [found.text().strip() for column in range(self.columnCount()) if (found := self.item(row, column))]
        try:
            value = float(cells[VALUE])
            comparator = _SIGNS[cells[COMPARATOR]]
        except (ValueError, KeyError):
            self.show_row(self._extraction, self._seq)
            self.wrong.emit(texts.NO_FIGURE.format(words=words))
            return
        target = old._replace(item=cells[ITEM], comparator=comparator, value=value, unit=cells[UNIT])
        self.edited.emit(review.with_target(self._extraction, self._seq, row, target))


def _shown(target: TargetRead) -> tuple[str, str, str, str]:
    sign = texts.COMPARATORS[target.comparator] or target.comparator
    return target.item, sign, plain_number(target.value), target.unit
