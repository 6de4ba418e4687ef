"""Who reported in time, round by round: a row a unit, a column a round, the rate last."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.domain.periods import parse_period
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.exchange.sheet_layout import period_words
from desktop_app.exchange.timeliness import IN_TIME, LATE, OPEN, SILENT, RoundRate, UnitRecord
from desktop_app.texts import chase as texts
from desktop_app.ui.flat import draw_table, size_dialog
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.ui.theme import LIGHTS

COLOURS = {IN_TIME: "green", LATE: "amber", SILENT: "red", OPEN: "grey"}
SHOWN = 6  # rounds: more would not fit a small screen, and older ones are rarely asked about


class TimelinessDialog(QDialog):
    """Read only; the newest rounds, oldest of them first."""

    def __init__(
        self,
        snapshot: Snapshot,
        counted: Sequence[RoundRate],
        records: Sequence[UnitRecord],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        size_dialog(self, 860, 480)
        shown = list(counted)[-SHOWN:]
        self.table = QTableWidget(len(records) + 1, len(shown) + 2)
        self.table.setAccessibleName(texts.TITLE)
        periods = [period_words(parse_period(one.period)) for one in shown]
        self.table.setHorizontalHeaderLabels([texts.UNIT, *periods, texts.RATE_HEAD])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        widths = {0: 130, **dict.fromkeys(range(1, len(shown) + 1), 96), len(shown) + 1: 90}
        draw_table(self.table, widths, {0: 1})
        whole = [_percent(one.rate) for one in shown]
        asked, in_time = sum(one.asked for one in counted), sum(one.in_time for one in counted)
        self._fill(0, [texts.WHOLE, *whole, _percent(100 * in_time / asked if asked else None)], {})
        for row, record in enumerate(records, 1):
            marks = dict(record.marks)
            words = [texts.MARKS.get(marks.get(one.round, ""), "") for one in shown]
            colours = {n: COLOURS[marks[one.round]] for n, one in enumerate(shown, 1) if one.round in marks}
            self._fill(row, [snapshot.unit(record.unit).name, *words, _percent(record.rate)], colours)
        formula = QLabel(texts.FORMULA)
        formula.setWordWrap(True)
        formula.setProperty("role", "second")
        page = column_of(self)
        page.addWidget(formula)
        page.addWidget(self.table)
        page.addLayout(foot_of(self, None, QPushButton(texts.CLOSE, self)))

    def _fill(self, row: int, words: Sequence[str], colours: dict[int, str]) -> None:
        for column, word in enumerate(words):
            item = QTableWidgetItem(word)
            item.setToolTip(word)
            if column in colours:
                item.setForeground(QColor(LIGHTS[colours[column]][0]))
            elif column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, item)


def _percent(rate: float | None) -> str:
    return texts.NO_RATE if rate is None else texts.PERCENT.format(rate=plain_number(round(rate, 1)))
