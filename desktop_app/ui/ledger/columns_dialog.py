"""Which columns the table shows."""

from collections.abc import Collection

from PySide6.QtCore import Qt
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
    """Ticks for every column but the frozen ones."""

    def __init__(self, shown: Collection[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.COLUMNS)
        size_dialog(self, 360, 520)
        head = QLabel(texts.COLUMNS_HEAD, self)
        head.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(texts.COLUMNS_LIST)
        draw_flat(self.list)
        for column in range(FROZEN, len(COLUMNS)):
            item = QListWidgetItem(ledger_texts.COLUMNS[COLUMNS[column]], self.list)
            item.setData(Qt.ItemDataRole.UserRole, column)
        self.tick(shown)
        self.list.setCurrentRow(0)
        usual, leave, done = (
            QPushButton(words, self) for words in (texts.COLUMNS_USUAL, texts.LEAVE, texts.COLUMNS_DONE)
        )
        usual.clicked.connect(lambda: self.tick(USUAL))
        done.clicked.connect(self.accept)
        done.setDefault(True)
        page = column_of(self)
        page.addWidget(head)
        page.addWidget(self.list, 1)
        page.addLayout(foot_of(self, done, leave, usual))

    def tick(self, columns: Collection[int]) -> None:
        """Tick exactly these columns."""
        for item in self._items():
            chosen = item.data(Qt.ItemDataRole.UserRole) in columns
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)

    def chosen(self) -> list[str]:
        """The ticked columns, by name."""
        ticked = [item for item in self._items() if item.checkState() == Qt.CheckState.Checked]
        return [COLUMNS[item.data(Qt.ItemDataRole.UserRole)] for item in ticked]

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]


def ask_columns(shown: Collection[int], parent: QWidget) -> list[str] | None:
    """The columns that are wanted, by name; None where all stays as it is."""
    dialog = ColumnsDialog(shown, parent)
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.chosen()
    dialog.deleteLater()
    return chosen if wanted else None
