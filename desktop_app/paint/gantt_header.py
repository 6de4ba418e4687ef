"""The header of a Gantt chart: column names, two levels of ticks, days of rest, due days, the flag of the as-of day."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.paint.colours import ACCENT, BAND, LINE, PAGE, SECOND
from desktop_app.paint.gantt_days import paint_due_heads, paint_rests, paint_worked
from desktop_app.paint.gantt_view import CENTRE, LEFT, PAD_EM, RIGHT, View, write_elided
from desktop_app.paint.shapes import fill_boxes
from desktop_app.reports.gantt_scene import Scene
from desktop_app.reports.gantt_scene_axis import Tick, day_label
from desktop_app.texts import gantt as texts

Ticks = tuple[list[Tick], list[Tick]]


def paint_header(
    painter: QPainter, scene: Scene, ticks: Ticks, flag: QRectF | None, dues: list[float], view: View
) -> None:
    """Column names at the left; at the right two levels of ticks, a label only where it fits beside the flag."""
    area, line = view.area, view.type.line
    half, bottom = view.header / 2, area.top() + view.header
    painter.fillRect(QRectF(area.left(), area.top(), area.width(), view.header), QColor(BAND))
    _paint_names(painter, view)
    painter.save()
    time = QRectF(view.time.left(), area.top(), view.time.width(), view.header)
    painter.setClipRect(time if view.dirty is None else time.intersected(view.dirty))
    if scene.scale in ("month", "week"):
        paint_rests(painter, scene, view, area.top() + half, bottom)
        paint_worked(painter, scene, view, bottom)
    painter.setFont(view.type.small.font)
    painter.setPen(QColor(SECOND))
    for level, top in zip(ticks, (area.top(), area.top() + half), strict=True):
        for x, label in _labels(level, view):
            wide = view.type.small.width(label)
            if flag is None or not flag.intersects(QRectF(x, top, wide, half)):
                view.type.small.draw(painter, x, top + half / 2, label)
    fill_boxes(painter, {LINE: tick_lines(ticks[0], area.top(), bottom, view)})
    paint_due_heads(painter, dues, bottom, view)
    painter.restore()
    edge = QRectF(view.time.left(), area.top(), line, view.header)
    fill_boxes(painter, {LINE: [edge, QRectF(area.left(), bottom - line, area.width(), line)]})


def _paint_names(painter: QPainter, view: View) -> None:
    half, x = view.header / 2, view.area.left()
    painter.setFont(view.type.small.font)
    painter.setPen(QColor(SECOND))
    for name, width, align in zip((texts.NO, texts.TASK, texts.UNIT), view.columns, (RIGHT, LEFT, LEFT), strict=True):
        line = x, view.area.top() + 1.5 * half, width - view.type.em * 0.5
        write_elided(painter, view.type.small, line, align, name)
        x += width


def tick_lines(ticks: list[Tick], top: float, bottom: float, view: View) -> list[QRectF]:
    """A thin box where each tick begins; none at the table's own edge."""
    spread, line, high = view.spread, view.type.line, bottom - top
    edge = view.time.left() + PAD_EM * view.type.em + 1
    return [QRectF(x, top, line, high) for tick in ticks if (x := spread.x(tick.first)) > edge]


def _labels(ticks: list[Tick], view: View) -> Iterator[tuple[float, str]]:
    """Where the labels begin of the ticks that have room for them, each in the middle of what is seen of its tick."""
    spread, width, first, last = view.spread, view.type.small.width, view.time.left(), view.time.right()
    for tick in ticks:
        left, right = max(spread.x(tick.first), first), min(spread.x(tick.last + 1), last)
        spare = right - left - width(tick.label)
        if spare >= 0:
            yield left + spare / 2, tick.label


def flag_of(scene: Scene, view: View) -> QRectF | None:
    """Where the as-of day stands in the header; None where the day is out of sight."""
    x, time, em = view.spread.x(scene.as_of + 1), view.time, view.type.em
    if not (scene.axis.first <= scene.as_of <= scene.axis.last and time.left() <= x <= time.right()):
        return None
    width = view.type.small.width(day_label(scene.as_of)) + em
    left = min(max(x - width / 2, time.left()), time.right() - width)
    half = view.header / 2
    return QRectF(left, view.area.top() + half + em * 0.1, width, half - em * 0.1)


def paint_as_of(painter: QPainter, flag: QRectF, day: int, bottom: float, view: View) -> None:
    """A dashed line at the end of the as-of day over all rows, with the day in a flag in the header."""
    x, top = view.spread.x(day + 1), view.area.top() + view.header
    painter.setPen(QPen(QColor(ACCENT), 2 * view.type.line, Qt.PenStyle.DashLine))
    painter.drawLine(QLineF(x, top, x, bottom))
    painter.fillRect(flag, QColor(ACCENT))
    painter.setFont(view.type.small.font)
    painter.setPen(QColor(PAGE))
    painter.drawText(flag, int(CENTRE), day_label(day))
