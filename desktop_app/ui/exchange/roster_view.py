"""The roster of a round as a table: each unit, how many rows it was asked, and where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from desktop_app.texts import exchange_page as texts
from desktop_app.ui.exchange.files import short_name
from desktop_app.ui.exchange.roster import IN_DOUBT, MADE, MERGED, NOT_WRITTEN, RECEIVED, SILENT, Line
from desktop_app.ui.flat import draw_table
from desktop_app.ui.theme import LIGHTS

UNIT, ROWS, STATE, WHEN, FILE = range(5)
WIDTHS = {UNIT: 150, ROWS: 64, STATE: 100, WHEN: 132, FILE: 150}
# Colour and shape go with the word, so that the state reads in black and white.
LOOKS = {
    NOT_WRITTEN: "amber",
    MADE: "grey",
    SILENT: "red",
    RECEIVED: "blue",
    IN_DOUBT: "amber",
    MERGED: "green",
}


class RosterView(QTableWidget):
    """Read only; sorted as the forms were made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(texts.ROSTER_COLUMNS), parent)
        self.setHorizontalHeaderLabels(texts.ROSTER_COLUMNS)
        self.setAccessibleName(texts.ROSTER)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        draw_table(self, WIDTHS, {UNIT: 1, FILE: 1})

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these units."""
        self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            light = LIGHTS[LOOKS[line.state]]
            state = texts.MARKED.format(shape=light[1], state=texts.STATES[line.state])
            when = (line.received or "")[:16].replace("T", " ")
            words = (line.name, str(line.rows), state, when, short_name(line.file or ""))
            for column, word in enumerate(words):
                item = QTableWidgetItem(word)
                item.setToolTip(line.file or "" if column == FILE else word)
                if column == ROWS:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if column == STATE:
                    item.setForeground(QColor(light[0]))
                self.setItem(row, column, item)
