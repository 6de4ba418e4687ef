"""The roster of a round as a table: each unit, how many rows it was asked, and where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from desktop_app.texts import exchange_page as texts
from desktop_app.ui.exchange.files import short_name
from desktop_app.ui.exchange.roster import IN_DOUBT, MADE, MERGED, NOT_WRITTEN, RECEIVED, SILENT, STAMPED, Line
from desktop_app.ui.flat import draw_table
from desktop_app.ui.theme import LIGHTS

UNIT, ROWS, STATE, WHEN, FILE, STAMP = range(6)
WIDTHS = {UNIT: 130, ROWS: 60, STATE: 112, WHEN: 128, FILE: 130, STAMP: 76}
# Colour and shape go with the word, so that the state reads in black and white.
LOOKS = {
    NOT_WRITTEN: "amber",
    MADE: "grey",
    SILENT: "red",
    RECEIVED: "blue",
    IN_DOUBT: "amber",
    MERGED: "green",
    STAMPED: "green",
}


class RosterView(QTableWidget):
    """Sorted as the forms were made; only the tick of the stamped copy (盖章件) can be set."""

    stamped = Signal(int, bool)  # form, whether the stamped copy is in

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(texts.ROSTER_COLUMNS), parent)
        self.setHorizontalHeaderLabels(texts.ROSTER_COLUMNS)
        self.setAccessibleName(texts.ROSTER)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        draw_table(self, WIDTHS, {UNIT: 1, FILE: 1})
        self._lines: tuple[Line, ...] = ()
        self.itemChanged.connect(self._ticked)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these units; the chosen one stays chosen."""
        chosen = self.line
        self._lines = tuple(lines)
        self.blockSignals(True)
        self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            self._fill(row, line)
        self.blockSignals(False)
        again = next((n for n, line in enumerate(lines) if chosen and line.form == chosen.form), 0)
        if lines:
            self.setCurrentCell(again, UNIT)

    def _fill(self, row: int, line: Line) -> None:
        light = LIGHTS[LOOKS[line.state]]
        state = texts.MARKED.format(shape=light[1], state=texts.STATES[line.state])
        when = (line.received or "")[:16].replace("T", " ")
        file = short_name(line.file) if line.file else line.heard or ""
        for column, word in enumerate((line.name, str(line.rows), state, when, file, "")):
            item = QTableWidgetItem(word)
            item.setToolTip(line.file or word if column == FILE else word)
            item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            if column == ROWS:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if column == STATE:
                item.setForeground(QColor(light[0]))
            if column == STAMP:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if line.stamped else Qt.CheckState.Unchecked)
                item.setText(line.stamped[5:] if line.stamped else "")
                item.setToolTip(texts.STAMPED_ON.format(day=line.stamped) if line.stamped else texts.STAMP_TIP)
            self.setItem(row, column, item)

    @property
    def line(self) -> Line | None:
        """The chosen unit."""
        row = self.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _ticked(self, item: QTableWidgetItem) -> None:
        if item.column() == STAMP and item.row() < len(self._lines):
            self.stamped.emit(self._lines[item.row()].form, item.checkState() == Qt.CheckState.Checked)
