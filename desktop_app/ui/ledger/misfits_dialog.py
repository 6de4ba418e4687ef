"""What does not fit of many cells, shown before anything is stored: the rest can be taken, or nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.texts import ledger_table as texts
from desktop_app.ui.flat import draw_table, size_dialog
from desktop_app.ui.ledger.blocks import Misfit
from desktop_app.ui.sheet import column_of, foot_of

_WIDTHS = {0: 200, 1: 90, 2: 150, 3: 260}
_SPARE = {0: 1, 2: 1, 3: 2}


class MisfitsDialog(QDialog):
    """Accepted where the cells that fit are wanted all the same."""

    def __init__(self, fits: int, misfits: Sequence[Misfit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.MISFITS.format(count=len(misfits)))
        size_dialog(self, 820, 420)
        head = QLabel(texts.MISFITS_HEAD.format(fits=fits, count=len(misfits)), self)
        head.setWordWrap(True)
        self.table = listing(texts.MISFITS_COLUMNS, misfits, texts.MISFITS_TABLE, self)
        draw_table(self.table, _WIDTHS, _SPARE)
        leave = QPushButton(texts.LEAVE, self)
        self.take = QPushButton(texts.TAKE_REST.format(count=fits), self)
        self.take.setEnabled(fits > 0)
        self.take.clicked.connect(self.accept)
        page = column_of(self)
        page.addWidget(head)
        page.addWidget(self.table, 1)
        page.addLayout(foot_of(self, self.take, leave))
        leave.setDefault(True)


def listing(heads: Sequence[str], rows: Sequence[Sequence[str]], name: str, parent: QWidget) -> QTableWidget:
    """A table of words to read, each whole in its tool tip."""
    table = QTableWidget(len(rows), len(heads), parent)
    table.setHorizontalHeaderLabels(list(heads))
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    write_rows(table, rows)
    return table


def write_rows(table: QTableWidget, rows: Sequence[Sequence[str]]) -> None:
    """Fill such a table."""
    table.setRowCount(len(rows))
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            item = QTableWidgetItem(" ".join(words.split()))
            item.setData(Qt.ItemDataRole.ToolTipRole, words)
            table.setItem(row, column, item)
