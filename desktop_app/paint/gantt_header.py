"""The header of a Gantt chart: column names, two levels of ticks, days of rest, due days, the flag of the as-of day."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.paint.colours import ACCENT, BAND, LINE, PAGE, SECOND
from desktop_app.paint.gantt_days import paint_due_heads, paint_rests, paint_worked
from desktop_app.paint.gantt_view import CENTRE, LEFT, PAD_EM, RIGHT, View
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
        for box, label in _labels(level, top, half, view):
            if flag is None or not flag.intersects(_tight(box, label, view)):
                painter.drawText(box, int(CENTRE), label)
    painter.setPen(QPen(QColor(LINE), line))
    painter.drawLines(tick_lines(ticks[0], area.top(), bottom, view))
    paint_due_heads(painter, dues, bottom, view)
    painter.restore()
    painter.setPen(QPen(QColor(LINE), line))
    painter.drawLine(QLineF(view.time.left(), area.top(), view.time.left(), bottom))
    painter.drawLine(QLineF(area.left(), bottom - line / 2, area.right(), bottom - line / 2))


def _paint_names(painter: QPainter, view: View) -> None:
    half, x = view.header / 2, view.area.left()
    painter.setFont(view.type.small.font)
    painter.setPen(QColor(SECOND))
    for name, width, align in zip((texts.NO, texts.TASK, texts.UNIT), view.columns, (RIGHT, LEFT, LEFT), strict=True):
        painter.drawText(QRectF(x, view.area.top() + half, width - view.type.em * 0.5, half), int(align), name)
        x += width


def tick_lines(ticks: list[Tick], top: float, bottom: float, view: View) -> list[QLineF]:
    """A line where each tick begins; none at the table's own edge."""
    places = (view.spread.x(tick.first) for tick in ticks)
    edge = view.time.left() + PAD_EM * view.type.em + 1
    return [QLineF(x, top, x, bottom) for x in places if x > edge]


def _labels(ticks: list[Tick], top: float, height: float, view: View) -> Iterator[tuple[QRectF, str]]:
    for tick in ticks:
        left = max(view.spread.x(tick.first), view.time.left())
        right = min(view.spread.x(tick.last + 1), view.time.right())
        if right - left >= view.type.small.width(tick.label):
            yield QRectF(left, top, right - left, height), tick.label


def _tight(box: QRectF, label: str, view: View) -> QRectF:
    """The part of a box that a centred label covers."""
    spare = (box.width() - view.type.small.width(label)) / 2
    return box.adjusted(spare, 0, -spare, 0)


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
