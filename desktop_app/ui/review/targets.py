"""The targets of one row that was read: item, comparator, figure and unit to correct, Delete to drop a figure."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from desktop_app.documents import review
from desktop_app.documents.extraction import Extraction, TargetRead
from desktop_app.domain.values import plain_number
from desktop_app.texts import review as texts
from desktop_app.ui.flat import draw_table

ITEM, COMPARATOR, VALUE, UNIT = range(4)
WIDTHS = {ITEM: 120, COMPARATOR: 52, VALUE: 80, UNIT: 64}
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
        draw_table(self, WIDTHS, {ITEM: 1})
        self.setAccessibleName(texts.TARGETS)
        self.setToolTip(texts.TARGETS_HINT)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.itemChanged.connect(self._take)

    def show_row(self, extraction: Extraction, seq: int) -> None:
        """Show the targets of one task, and a blank row for one that was not read."""
        self._extraction, self._seq = extraction, seq
        targets = review.task_of(extraction, seq).targets
        self.blockSignals(True)
        self.setRowCount(len(targets) + 1)
        for row, words in enumerate([*map(_shown, targets), ("", "", "", "")]):
            for column, word in enumerate(words):
                item = QTableWidgetItem(word)
                item.setToolTip(targets[row].phrase if row < len(targets) else texts.NEW_TARGET)
                if column == VALUE:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, column, item)
        self.blockSignals(False)

    def start_new(self) -> None:
        """Take the keys into the blank row."""
        self.setFocus()
        self.setCurrentCell(self.rowCount() - 1, ITEM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        if event.key() == Qt.Key.Key_Delete and self._extraction is not None and 0 <= row < self.rowCount() - 1:
            self.edited.emit(review.without_target(self._extraction, self._seq, row))
        else:
            super().keyPressEvent(event)

    def _take(self, item: QTableWidgetItem) -> None:
        """A cell was edited: a figure makes the target; in the blank row the other cells wait for it."""
        if self._extraction is None:
            return
        row, words = item.row(), item.text()
        targets = review.task_of(self._extraction, self._seq).targets
        cells = [found.text().strip() for column in range(self.columnCount()) if (found := self.item(row, column))]
        if row == len(targets) and not cells[VALUE]:
            return
        try:
            value, comparator = float(cells[VALUE]), _SIGNS[cells[COMPARATOR]]
        except (ValueError, KeyError):
            self.show_row(self._extraction, self._seq)
            self.wrong.emit(texts.NO_FIGURE.format(words=words))
            return
        given = {"item": cells[ITEM], "comparator": comparator, "value": value, "unit": cells[UNIT]}
        if row < len(targets):
            after = review.with_target(self._extraction, self._seq, row, targets[row]._replace(**given))
        else:
            phrase = "".join(cells)
            target = TargetRead(phrase=phrase, scope=None, kind="cumulative", span=(0, 0), **given)
            after = review.with_new_target(self._extraction, self._seq, target)
        self.edited.emit(after)


def _shown(target: TargetRead) -> tuple[str, str, str, str]:
    sign = texts.COMPARATORS[target.comparator] or target.comparator
    return target.item, sign, plain_number(target.value), target.unit
