"""What falls due, as a table; choosing a line chooses its task."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from desktop_app.paint.colours import LIGHTS
from desktop_app.reports.falling_due import Falling, what_is_due
from desktop_app.texts import gantt as texts
from desktop_app.ui.flat import draw_table
from desktop_app.ui.theme import light_words

_WIDTHS = {0: 116, 1: 92, 2: 120, 3: 96, 4: 88}


class DueTable(QTableWidget):
    """Day, kind, task, units, light."""

    task_chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(0, len(texts.DUE_COLUMNS), parent)
        self.setHorizontalHeaderLabels(list(texts.DUE_COLUMNS))
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        draw_table(self, _WIDTHS, {2: 3, 3: 1})
        self._shown: list[Falling] = []
        self.currentCellChanged.connect(self._tell)

    @property
    def shown(self) -> list[Falling]:
        """What the lines show, in order."""
        return self._shown

    def show_due(self, found: Sequence[Falling]) -> None:
        """Show these, the chosen line let go."""
        self._shown = []
        self.setRowCount(0)
        self.setRowCount(len(found))
        for row, one in enumerate(found):
            for column, words in enumerate(_cells(one)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                if column == 4 and one.task is not None:
                    item.setForeground(QColor(LIGHTS[one.light][0]))
                self.setItem(row, column, item)
        self._shown = list(found)

    def _tell(self, row: int, *_: int) -> None:
        if 0 <= row < len(self._shown):
            task = self._shown[row].task
            if task is not None:
                self.task_chosen.emit(task)


def _cells(one: Falling) -> tuple[str, ...]:
    day = date.fromordinal(one.day)
    when = texts.DUE_DAY.format(month=day.month, day=day.day, weekday=texts.WEEKDAYS[day.weekday()])
    light = light_words(one.light, one.word) if one.task is not None else ""
    return when, what_is_due(one), one.title, one.units, light
