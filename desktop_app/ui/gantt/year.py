"""The year calendar on the screen, and under it what falls due on the chosen day."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFontInfo, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolTip, QVBoxLayout, QWidget

from desktop_app.domain.periods import month_end
from desktop_app.domain.workdays import Calendar
from desktop_app.paint.gantt_view import type_of
from desktop_app.paint.year import DayMark, YearView, day_at, day_box, paint_year
from desktop_app.reports.falling_due import Falling, worst
from desktop_app.reports.gantt_scene_days import rests
from desktop_app.texts import gantt as texts
from desktop_app.ui.gantt.due_table import DueTable
from desktop_app.ui.gantt.tip import full_day

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_WEEK_EM, _MONTH_EM = 1.45, 29.0  # least height of a week, width of a month


class YearGrid(QWidget):
    """Twelve months; `day_chosen` tells which day the clerk looks at."""

    day_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(texts.YEAR_NAME)
        self._found: dict[int, list[Falling]] = defaultdict(list)
        self._rest: dict[int, str] = {}
        self.as_of = self.chosen = date.today().toordinal()

    def show_due(self, found: Sequence[Falling], as_of: int, calendar: Calendar) -> None:
        """Show this year's days with what falls due on them; the chosen day stays."""
        if as_of != self.as_of:
            self.as_of = self.chosen = as_of
        self._found = defaultdict(list)
        for one in found:
            self._found[one.day].append(one)
        year = date.fromordinal(self.chosen).year
        stretches = rests(calendar, date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
        self._rest = {day: rest.kind for rest in stretches for day in range(rest.first, rest.last + 1)}
        self._fit()
        self.update()

    def due_on(self, day: int) -> list[Falling]:
        """What falls due on a day."""
        return self._found[day]

    def choose(self, day: int) -> None:
        """Look at another day of this year."""
        if date.fromordinal(day).year == date.fromordinal(self.as_of).year:
            self.chosen = day
            self.setAccessibleDescription(texts.DAY_COUNT.format(day=full_day(day), count=len(self._found[day])))
            self.update()
            self.day_chosen.emit(day)

    def box(self, day: int) -> QRectF:
        """Where a day lies."""
        return day_box(self._view(), day)

    def _view(self) -> YearView:
        em = QFontInfo(self.font()).pixelSize()
        marks = {day: DayMark(len(found), worst(found)) for day, found in self._found.items() if found}
        year = date.fromordinal(self.as_of).year
        area = QRectF(self.rect())
        columns = self._columns()
        return YearView(area, type_of(self.font(), em), columns, year, self.as_of, self.chosen, self._rest, marks)

    def _columns(self) -> int:
        return 4 if self.width() >= 4 * _MONTH_EM / 2 * QFontInfo(self.font()).pixelSize() else 3

    def _fit(self) -> None:
        em = QFontInfo(self.font()).pixelSize()
        self.setMinimumHeight(round((3.5 + 6 * _WEEK_EM) * em * -(-12 // self._columns())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_year(painter, self._view())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = day_at(self._view(), event.position())
        if day is not None:
            self.choose(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.choose(self.chosen + _STEPS[key])
        elif key in _MONTHS:
            self.choose(_months_on(date.fromordinal(self.chosen), _MONTHS[key]).toordinal())
        elif key == Qt.Key.Key_Home:
            self.choose(self.as_of)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            day = day_at(self._view(), QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._tip(day) if day else "", self)
            return True
        return super().event(event)

    def _tip(self, day: int) -> str:
        weekday = texts.WEEKDAYS[date.fromordinal(day).weekday()]
        lines = [texts.TIP_DAY.format(day=full_day(day), weekday=weekday)]
        if day in self._rest:
            lines.append(texts.RESTS[self._rest[day]])
        lines += [texts.DUE_LINE.format(kind=texts.DUE_KINDS[one.kind], title=one.title) for one in self._found[day]]
        return "\n".join(lines)


def _months_on(day: date, count: int) -> date:
    month = day.year * 12 + day.month - 1 + count
    end = month_end(month // 12, month % 12 + 1)
    return end if day.day > end.day else end.replace(day=day.day)


class YearPanel(QWidget):
    """The calendar over the list of its chosen day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid, self.table = YearGrid(), DueTable(texts.DAY_LIST, self)
        self._day, hint = QLabel(self), QLabel(texts.YEAR_HINT, self)
        hint.setProperty("role", "second")
        line = QHBoxLayout()
        line.setContentsMargins(12, 6, 12, 4)
        line.addWidget(self._day, 1)
        line.addWidget(hint)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.grid)
        self.table.setFixedHeight(136)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addLayout(line)
        column.addWidget(self.table)
        self.grid.day_chosen.connect(self._show_day)

    def show_due(self, found: Sequence[Falling], as_of: int, calendar: Calendar) -> None:
        """Show the year of the as-of day."""
        self.grid.show_due(found, as_of, calendar)
        self._show_day(self.grid.chosen)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the chosen day is, once the months have their places."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._bring_into_sight)

    def _show_day(self, day: int) -> None:
        found = self.grid.due_on(day)
        words = texts.DAY_COUNT if found else texts.DAY_NOTHING
        self._day.setText(words.format(day=full_day(day), count=len(found)))
        self.table.show_due(found)
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        box = self.grid.box(self.grid.chosen).toRect()
        self._area.ensureVisible(box.center().x(), box.center().y(), 20, box.height() * 4)
