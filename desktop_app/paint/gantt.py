"""The one Gantt painter: a scene onto any QPainter. Screen, PDF and picture differ only in their View and rows."""

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.paint.colours import ACCENT, BAND, CHOSEN, INK, LIGHTS, LINE, PAGE, SECOND
from desktop_app.paint.gantt_bars import paint_bars
from desktop_app.paint.gantt_view import CENTRE, LEFT, PAD_EM, RIGHT, Placed, View
from desktop_app.paint.shapes import draw_light
from desktop_app.reports.gantt_scene import Bar, Group, Scene
from desktop_app.reports.gantt_scene_axis import Tick, day_label
from desktop_app.texts import gantt as texts

_FAINT = "#EBEEF2"


def paint_gantt(painter: QPainter, scene: Scene, rows: list[Placed], view: View) -> None:
    """Paint these rows, which the caller has placed, under the header; the caller's font, pen and clip are kept."""
    painter.save()
    painter.setClipRect(view.area)
    painter.fillRect(view.area, QColor(PAGE))
    upper, lower = _in_sight(scene.axis.upper, view), _in_sight(scene.axis.lower, view)
    painter.save()
    painter.setClipRect(view.body)
    _paint_grounds(painter, rows, view)
    _paint_grid(painter, upper, lower, rows, view)
    for placed in rows:
        _paint_table_row(painter, placed, view)
    paint_bars(painter, rows, view)
    painter.restore()
    flag = _flag(scene, view)
    _paint_header(painter, upper, lower, flag, view)
    if flag:
        _paint_as_of(painter, flag, scene.as_of, rows, view)
    painter.restore()


def _in_sight(ticks: tuple[Tick, ...], view: View) -> list[Tick]:
    """The ticks that reach into the time side."""
    per_day, left, right = view.spread.per_day, view.time.left(), view.time.right()
    first = view.spread.first + int((left - view.spread.left) // per_day)
    last = view.spread.first + int((right - 1e-6 - view.spread.left) // per_day)
    start = bisect_left(ticks, first, key=lambda tick: tick.last)
    end = bisect_left(ticks, last + 1, key=lambda tick: tick.first)
    return list(ticks[start:end])


def _paint_grounds(painter: QPainter, rows: list[Placed], view: View) -> None:
    left, width = view.area.left(), view.area.width()
    bands = [QRectF(left, p.top, width, p.height) for p in rows if isinstance(p.row, Group)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(BAND))
    painter.drawRects(bands)
    for placed in rows:
        if placed.index == view.chosen:
            painter.fillRect(QRectF(left, placed.top, width, placed.height), QColor(CHOSEN))


def _paint_grid(painter: QPainter, upper: list[Tick], lower: list[Tick], rows: list[Placed], view: View) -> None:
    """Row lines, faint lines at the lower ticks, firmer ones at the upper and right of the table."""
    line, area = view.type.line, view.area
    top = area.top() + view.header
    bottom = min(rows[-1].top + rows[-1].height, area.bottom()) if rows else top
    painter.setPen(QPen(QColor(_FAINT), line))
    painter.drawLines(_tick_lines(lower, top, bottom, view))
    painter.drawLines([QLineF(area.left(), p.top + p.height, area.right(), p.top + p.height) for p in rows])
    painter.setPen(QPen(QColor(LINE), line))
    painter.drawLines(_tick_lines(upper, top, bottom, view))
    painter.drawLine(QLineF(view.time.left(), top, view.time.left(), bottom))


def _tick_lines(ticks: list[Tick], top: float, bottom: float, view: View) -> list[QLineF]:
    """A line where each tick begins; none at the table's own edge."""
    places = (view.spread.x(tick.first) for tick in ticks)
    return [QLineF(x, top, x, bottom) for x in places if x > view.time.left() + PAD_EM * view.type.em + 1]


def _paint_table_row(painter: QPainter, placed: Placed, view: View) -> None:
    if isinstance(placed.row, Group):
        _paint_group(painter, placed.row, placed, view)
    else:
        _paint_cells(painter, placed.row, placed, view)


def group_room(view_width: float, em: float) -> float:
    """How wide a header row's name may run: over the table and, having no bar, into the time side up to the counts."""
    return view_width - 14 * em


def _paint_group(painter: QPainter, group: Group, placed: Placed, view: View) -> None:
    """The name; right of the table, or of a longer name, how many bars of each light."""
    em, left = view.type.em, view.area.left() + view.type.em * 0.7
    painter.setFont(view.type.strong.font)
    painter.setPen(QColor(INK))
    width = min(view.type.strong.width(group.label) + 2, group_room(view.area.width(), em))
    name = QRectF(left, placed.top, width, placed.height - view.type.line)
    painter.fillRect(name, QColor(BAND))  # over the grid, which would run through a name wider than the table
    view.write(painter, view.type.strong, name, LEFT, group.label)
    painter.setFont(view.type.small.font)
    x = max(view.time.left() + em * 0.6, left + width + em)
    for light, count in group.counts:
        colour = QColor(LIGHTS[light][0])
        draw_light(painter, light, QPointF(x + em * 0.4, placed.top + placed.height / 2), em * 0.75, colour)
        painter.setPen(colour)
        number = str(count)
        painter.drawText(QRectF(x + em, placed.top, em * 4, placed.height), int(LEFT), number)
        x += em * 1.9 + view.type.small.width(number)


def _paint_cells(painter: QPainter, bar: Bar, placed: Placed, view: View) -> None:
    em, columns, left = view.type.em, view.columns, view.area.left()
    indent = em * bar.depth
    painter.setFont(view.type.text.font)
    painter.setPen(QColor(SECOND if bar.depth else INK))
    if bar.no:
        box = QRectF(left, placed.top, columns.no - em * 0.5, placed.height)
        view.write(painter, view.type.text, box, RIGHT, bar.no)
    title = QRectF(left + columns.no + indent, placed.top, columns.title - indent - em, placed.height)
    view.write(painter, view.type.text, title, LEFT, bar.label)
    painter.setPen(QColor(SECOND))
    units = QRectF(left + columns.no + columns.title, placed.top, columns.units - em * 0.5, placed.height)
    view.write(painter, view.type.text, units, LEFT, bar.units)


def _paint_header(painter: QPainter, upper: list[Tick], lower: list[Tick], flag: QRectF | None, view: View) -> None:
    """Column names at the left; at the right two levels of ticks, a label only where it fits beside the flag."""
    area, line, em = view.area, view.type.line, view.type.em
    half, bottom = view.header / 2, area.top() + view.header
    painter.fillRect(QRectF(area.left(), area.top(), area.width(), view.header), QColor(BAND))
    painter.setFont(view.type.small.font)
    painter.setPen(QColor(SECOND))
    x = area.left()
    for name, width, align in zip((texts.NO, texts.TASK, texts.UNIT), view.columns, (RIGHT, LEFT, LEFT), strict=True):
        painter.drawText(QRectF(x, area.top() + half, width - em * 0.5, half), int(align), name)
        x += width
    painter.save()
    painter.setClipRect(QRectF(view.time.left(), area.top(), view.time.width(), view.header))
    for ticks, top in ((upper, area.top()), (lower, area.top() + half)):
        for box, label in _labels(ticks, top, half, view):
            if flag is None or not flag.intersects(_tight(box, label, view)):
                painter.drawText(box, int(CENTRE), label)
    painter.setPen(QPen(QColor(LINE), line))
    painter.drawLines(_tick_lines(upper, area.top(), bottom, view))
    painter.restore()
    painter.setPen(QPen(QColor(LINE), line))
    painter.drawLine(QLineF(view.time.left(), area.top(), view.time.left(), bottom))
    painter.drawLine(QLineF(area.left(), bottom - line / 2, area.right(), bottom - line / 2))


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


def _flag(scene: Scene, view: View) -> QRectF | None:
    """Where the as-of day stands in the header; None where the day is out of sight."""
    x, time, em = view.spread.x(scene.as_of + 1), view.time, view.type.em
    if not (scene.axis.first <= scene.as_of <= scene.axis.last and time.left() <= x <= time.right()):
        return None
    width = view.type.small.width(day_label(scene.as_of)) + em
    left = min(max(x - width / 2, time.left()), time.right() - width)
    half = view.header / 2
    return QRectF(left, view.area.top() + half + em * 0.1, width, half - em * 0.1)


def _paint_as_of(painter: QPainter, flag: QRectF, day: int, rows: list[Placed], view: View) -> None:
    """A dashed line at the end of the as-of day over all rows, with the day in a flag in the header."""
    x, top = view.spread.x(day + 1), view.area.top() + view.header
    bottom = min(rows[-1].top + rows[-1].height, view.area.bottom()) if rows else top
    painter.setPen(QPen(QColor(ACCENT), 2 * view.type.line, Qt.PenStyle.DashLine))
    painter.drawLine(QLineF(x, top, x, bottom))
    painter.fillRect(flag, QColor(ACCENT))
    painter.setFont(view.type.small.font)
    painter.setPen(QColor(PAGE))
    painter.drawText(flag, int(CENTRE), day_label(day))
