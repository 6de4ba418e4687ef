"""Where a number of a paper comes from: the ledger's cells behind it, file, sheet and cell of each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from desktop_app.texts import papers_page as texts
from desktop_app.ui.flat import draw_table, size_dialog
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.verbs.trace import Origin


class OriginsDialog(QDialog):
    """A line for each cell."""

    def __init__(self, shown: str, origins: Sequence[Origin], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.ORIGINS)
        column = column_of(self)
        words = texts.MADE_OF if origins else texts.NO_ORIGINS
        told = QLabel(words.format(number=shown, count=len(origins)))
        told.setWordWrap(True)
        column.addWidget(told)
        self.table = QTableWidget(len(origins), len(texts.COLUMNS))
        self.table.setAccessibleName(texts.ORIGINS)
        self.table.setHorizontalHeaderLabels(list(texts.COLUMNS))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        draw_table(self.table, {0: 220, 1: 90, 2: 110, 3: 200, 4: 80, 5: 60}, {0: 2, 3: 1})
        for line, origin in enumerate(origins):
            name = (origin.file or texts.TYPED).replace("\\", "/").rpartition("/")[2]
            cells = (origin.task or "", origin.field, origin.value, name, origin.sheet or "", origin.address or "")
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(line, place, item)
        column.addWidget(self.table, 1)
        column.addLayout(foot_of(self, None, QPushButton(texts.CLOSE, self)))
        size_dialog(self, 840, 420)
