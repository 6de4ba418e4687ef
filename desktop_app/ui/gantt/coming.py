"""The list of what falls due in the next 30 days."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.reports.falling_due import Falling, coming
from desktop_app.texts import gantt as texts
from desktop_app.ui.gantt.due_table import DueTable
from desktop_app.ui.gantt.tip import full_day

DAYS = 30


class ComingPanel(QWidget):
    """How many things are still to be done, and which, by day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = DueTable(texts.COMING_LIST, self)
        self._count = QLabel(self)
        self._count.setContentsMargins(12, 6, 12, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._count)
        column.addWidget(self.table, 1)

    def show_due(self, found: Sequence[Falling], as_of: int) -> None:
        """Show what falls due from the as-of day on."""
        last = as_of + DAYS - 1
        near = coming(found, as_of, last)
        words = texts.COMING_COUNT if near else texts.COMING_NOTHING
        self._count.setText(words.format(first=full_day(as_of), last=full_day(last), count=len(near)))
        self.table.show_due(near)
