"""The year calendar: twelve months, each day with how much falls due on it, in the light of the worst."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.domain.periods import month_end
from desktop_app.paint.colours import ACCENT, HOLIDAY, INK, LIGHTS, LINE, PAGE, REST, SECOND, TINTS
from desktop_app.paint.gantt_view import CENTRE, LEFT, Type
from desktop_app.texts import gantt as texts

_GROUNDS = {"weekend": REST, "holiday": HOLIDAY, "work": PAGE}


class DayMark(NamedTuple):
    """How many things fall due on a day, and the worst light of them."""

    count: int
    light: str


class YearView(NamedTuple):
    """One year on one surface: where, in which type, how many months side by side; the as-of day, the chosen one."""

    area: QRectF
    type: Type
    columns: int
    year: int
    as_of: int
    chosen: int | None
    rest: Mapping[int, str]  # day → kind of `gantt_scene_days.Rest`
    marks: Mapping[int, DayMark]


def month_box(view: YearView, month: int) -> QRectF:
    """Where a month (1–12) lies."""
    rows = -(-12 // view.columns)
    wide, high = view.area.width() / view.columns, view.area.height() / rows
    row, column = divmod(month - 1, view.columns)
    gap = view.type.em * 0.7
    box = QRectF(view.area.left() + column * wide, view.area.top() + row * high, wide, high)
    return box.adjusted(gap, gap * 0.3, -gap, -gap * 0.3)


def day_box(view: YearView, day: int) -> QRectF:
    """Where a day lies in its month: weeks are rows, Monday first."""
    when = date.fromordinal(day)
    box = month_box(view, when.month)
    head = _head(view)
    week, weekday = divmod(when.day - 1 + when.replace(day=1).weekday(), 7)
    wide, high = box.width() / 7, (box.height() - head) / 6
    return QRectF(box.left() + weekday * wide, box.top() + head + week * high, wide, high)


def day_at(view: YearView, point: QPointF) -> int | None:
    """The day at a point."""
    for month in range(1, 13):
        if month_box(view, month).contains(point):
            days = range(date(view.year, month, 1).toordinal(), month_end(view.year, month).toordinal() + 1)
            return next((day for day in days if day_box(view, day).contains(point)), None)
    return None


def paint_year(painter: QPainter, view: YearView) -> None:
    """All twelve months."""
    painter.save()
    painter.fillRect(view.area, QColor(PAGE))
    for month in range(1, 13):
        _paint_head(painter, view, month)
        for day in range(date(view.year, month, 1).toordinal(), month_end(view.year, month).toordinal() + 1):
            _paint_day(painter, view, day, day_box(view, day))
    painter.restore()


def _head(view: YearView) -> float:
    return view.type.em * 3.0


def _paint_head(painter: QPainter, view: YearView, month: int) -> None:
    box, em = month_box(view, month), view.type.em
    painter.setPen(QColor(INK))
    painter.setFont(view.type.strong.font)
    name = texts.MONTH_OF_YEAR.format(year=view.year, month=month)
    painter.drawText(QRectF(box.left() + em * 0.3, box.top(), box.width(), em * 1.5), int(LEFT), name)
    painter.setFont(view.type.small.font)
    painter.setPen(QColor(SECOND))
    wide = box.width() / 7
    for place, word in enumerate(texts.WEEKDAYS):
        painter.drawText(QRectF(box.left() + place * wide, box.top() + em * 1.5, wide, em * 1.4), int(CENTRE), word)
    painter.setPen(QPen(QColor(LINE), view.type.line))
    painter.drawLine(QPointF(box.left(), box.top() + em * 2.9), QPointF(box.right(), box.top() + em * 2.9))


def _paint_day(painter: QPainter, view: YearView, day: int, box: QRectF) -> None:
    """The number; where something is due, right of it the count in the light's colour; worked weekends underlined."""
    line, mark, kind = view.type.line, view.marks.get(day), view.rest.get(day)
    inner = box.adjusted(line, line, -line, -line)
    if kind:
        painter.fillRect(inner, QColor(_GROUNDS[kind]))
    if kind == "work":
        painter.fillRect(QRectF(inner.left(), inner.bottom() - 2 * line, inner.width(), 2 * line), QColor(INK))
    if mark:
        painter.setPen(QPen(QColor(LIGHTS[mark.light][0]), line))
        painter.setBrush(QColor(TINTS[mark.light]))
        painter.drawRect(inner)
    if day in (view.as_of, view.chosen):
        painter.setPen(QPen(QColor(ACCENT if day == view.as_of else INK), 2 * line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(inner)
    number = str(date.fromordinal(day).day)
    painter.setFont(view.type.small.font)
    painter.setPen(QColor(SECOND if kind and kind != "work" and not mark else INK))
    if mark is None:
        painter.drawText(box, int(CENTRE), number)
        return
    half = inner.width() * 0.5
    badge = inner.adjusted(half, 0, 0, 0)
    painter.drawText(inner.adjusted(0, 0, -half, 0), int(CENTRE), number)
    painter.fillRect(badge, QColor(LIGHTS[mark.light][0]))
    painter.setPen(QColor(PAGE))
    painter.drawText(badge, int(CENTRE), str(mark.count))
