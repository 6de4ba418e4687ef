"""Which columns the table shows, and in which order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from desktop_app.texts import ledger as ledger_texts
from desktop_app.texts import ledger_table as texts
from desktop_app.ui.flat import draw_flat, size_dialog
from desktop_app.ui.ledger.columns import COLUMNS, FROZEN, USUAL
from desktop_app.ui.sheet import column_of, foot_of


class ColumnsDialog(QDialog):
    """Ticks for every column but the frozen ones; the list is put in order by mouse, buttons or Alt and the arrows."""

    def __init__(self, shown: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.COLUMNS)
        size_dialog(self, 400, 520)
        head = QLabel(texts.COLUMNS_HEAD, self)
        head.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(texts.COLUMNS_LIST)
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        draw_flat(self.list)
        self.show_columns(shown)
        usual, leave, done = (
            QPushButton(words, self) for words in (texts.COLUMNS_USUAL, texts.LEAVE, texts.COLUMNS_DONE)
        )
        usual.clicked.connect(lambda: self.show_columns(USUAL))
        done.clicked.connect(self.accept)
        done.setDefault(True)
        page = column_of(self)
        page.addWidget(head)
        page.addWidget(self.list, 1)
        page.addLayout(foot_of(self, done, leave, self._mover(-1), self._mover(1), usual))

    def _mover(self, step: int) -> QPushButton:
        words, tip, key = texts.COLUMNS_MOVE[step]
        button = QPushButton(words, self)
        button.setToolTip(tip)
        button.clicked.connect(lambda: self.move_current(step))
        # not the button's own, which would press it for a moment and drop a key that comes meanwhile
        QShortcut(QKeySequence(key), self, lambda: self.move_current(step))
        return button

    def show_columns(self, columns: Sequence[int]) -> None:
        """Tick exactly these columns, and put them first, in their order."""
        self.list.clear()
        rest = [column for column in range(FROZEN, len(COLUMNS)) if column not in columns]
        for column in (*(column for column in columns if column >= FROZEN), *rest):
            item = QListWidgetItem(ledger_texts.COLUMNS[COLUMNS[column]], self.list)
            item.setData(Qt.ItemDataRole.UserRole, column)
            item.setCheckState(Qt.CheckState.Checked if column in columns else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)

    def move_current(self, step: int) -> None:
        """Move the current column so many places down (negative: up)."""
        row = self.list.currentRow()
        if 0 <= row + step < self.list.count():
            self.list.insertItem(row + step, self.list.takeItem(row))
            self.list.setCurrentRow(row + step)

    def chosen(self) -> list[str]:
        """The ticked columns, by name, in their order."""
        ticked = [item for item in self._items() if item.checkState() == Qt.CheckState.Checked]
        return [COLUMNS[item.data(Qt.ItemDataRole.UserRole)] for item in ticked]

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]


def ask_columns(shown: Sequence[int], parent: QWidget) -> list[str] | None:
    """The columns that are wanted, by name; None where all stays as it is."""
    dialog = ColumnsDialog(shown, parent)
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.chosen()
    dialog.deleteLater()
    return chosen if wanted else None
