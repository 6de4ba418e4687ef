"""The sheet of keys, with a line to find one."""

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.texts import shortcuts as texts
from desktop_app.ui.flat import draw_table, size_dialog
from desktop_app.ui.sheet import column_of, foot_of


class ShortcutsDialog(QDialog):
    """Where, which keys, what they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.search = QLineEdit(self, placeholderText=texts.FIND, clearButtonEnabled=True)
        self.search.setAccessibleName(texts.FIND)
        self.table = QTableWidget(len(texts.KEYS), len(texts.COLUMNS), self)
        self.table.setHorizontalHeaderLabels(texts.COLUMNS)
        self.table.setAccessibleName(texts.TABLE)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        for row, line in enumerate(texts.KEYS):
            for column, words in enumerate(line):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(row, column, item)
        draw_table(self.table, {0: 90, 1: 190, 2: 340}, {2: 1})
        column = column_of(self)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addLayout(foot_of(self, None, QPushButton(texts.CLOSE, self)))
        size_dialog(self, 700, 520)
        self.search.textChanged.connect(self._sift)
        self.search.setFocus()

    def _sift(self, words: str) -> None:
        wanted = words.strip().casefold()
        for row, line in enumerate(texts.KEYS):
            self.table.setRowHidden(row, wanted not in "\n".join(line).casefold())
