"""The one Gantt painter: a scene onto any QPainter. Screen, PDF and picture differ only in their View and rows."""

from bisect import bisect_left

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.paint.colours import BAND, CHOSEN, LINE, PAGE
from desktop_app.paint.gantt_bars import paint_bars
from desktop_app.paint.gantt_days import due_places, paint_dues, paint_rests
from desktop_app.paint.gantt_header import flag_of, paint_as_of, paint_header, tick_lines
from desktop_app.paint.gantt_rows import paint_group, paint_tasks
from desktop_app.paint.gantt_view import Placed, View
from desktop_app.paint.shapes import fill_boxes
from desktop_app.reports.gantt_scene import Group, Scene
from desktop_app.reports.gantt_scene_axis import Tick

_FAINT = "#EBEEF2"


def paint_gantt(painter: QPainter, scene: Scene, rows: list[Placed], view: View) -> None:
    """Paint these rows, which the caller has placed, under the header; the caller's font, pen and clip are kept."""
    shown = view.dirty or view.area
    top = view.area.top() + view.header
    bottom = min(rows[-1].top + rows[-1].height, view.area.bottom()) if rows else top
    ticks = _in_sight(scene.axis.upper, view), _in_sight(scene.axis.lower, view)
    dues, flag = due_places(scene, view), flag_of(scene, view)
    painter.save()
    painter.setClipRect(shown)
    painter.fillRect(shown, QColor(PAGE))
    painter.save()
    painter.setClipRect(shown.intersected(view.body))
    paint_rests(painter, scene, view, top, bottom)
    _paint_grounds(painter, rows, view)
    _paint_grid(painter, ticks, rows, view)
    paint_dues(painter, dues, top, bottom, view)
    if view.table_wanted:
        paint_tasks(painter, rows, view)
    for placed in rows:
        if isinstance(placed.row, Group):
            paint_group(painter, placed.row, placed, view)
    paint_bars(painter, rows, view)
    painter.restore()
    if shown.top() < top:
        paint_header(painter, scene, ticks, flag, dues, view)
    if flag:
        paint_as_of(painter, flag, scene.as_of, bottom, view)
    painter.restore()


def _in_sight(ticks: tuple[Tick, ...], view: View) -> list[Tick]:
    """The ticks that reach into the time side."""
    first, last = view.spread.day(view.time.left()), view.spread.day(view.time.right() - 1e-6)
    start = bisect_left(ticks, first, key=lambda tick: tick.last)
    end = bisect_left(ticks, last + 1, key=lambda tick: tick.first)
    return list(ticks[start:end])


def _paint_grounds(painter: QPainter, rows: list[Placed], view: View) -> None:
    """Bands under header rows; under the chosen row a tint, which lets days of rest shine through."""
    left, width = view.area.left(), view.area.width()
    fill_boxes(painter, {BAND: [QRectF(left, p.top, width, p.height) for p in rows if isinstance(p.row, Group)]})
    for placed in rows:
        if placed.index == view.chosen:
            painter.fillRect(QRectF(left, placed.top, width, placed.height), QColor(CHOSEN))


def _paint_grid(painter: QPainter, ticks: tuple[list[Tick], list[Tick]], rows: list[Placed], view: View) -> None:
    """Row lines, faint lines at the lower ticks, firmer ones at the upper and right of the table: as boxes, which Qt
    fills faster than it strokes lines.
    """
    line, area, left = view.type.line, view.area, view.time.left()
    upper, lower = ticks
    top = area.top() + view.header
    bottom = min(rows[-1].top + rows[-1].height, area.bottom()) if rows else top
    faint = [QRectF(area.left(), row.top + row.height, area.width(), line) for row in rows]
    fill_boxes(painter, {_FAINT: tick_lines(lower, top, bottom, view) + faint})
    edge = QRectF(left, top, line, bottom - top)
    fill_boxes(painter, {LINE: [*tick_lines(upper, top, bottom, view), edge]})
