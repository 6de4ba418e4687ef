"""The one Gantt painter: a scene onto any QPainter. Screen, PDF and picture differ only in their View and rows."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.paint.colours import ACCENT, BAND, PAGE
from desktop_app.paint.gantt_bars import paint_bars
from desktop_app.paint.gantt_days import due_places, paint_dues
from desktop_app.paint.gantt_ground import FAINT, ticks_in_sight
from desktop_app.paint.gantt_header import flag_of, paint_as_of, paint_header
from desktop_app.paint.gantt_rows import paint_group, paint_tasks
from desktop_app.paint.gantt_view import Placed, View
from desktop_app.paint.shapes import fill_boxes
from desktop_app.reports.gantt_scene import Group, Scene

_CHOSEN = QColor(ACCENT)
_CHOSEN.setAlphaF(0.1)


def paint_gantt(painter: QPainter, scene: Scene, rows: list[Placed], view: View) -> None:
    """Paint these rows, which the caller has placed, under the header; the caller's font, pen and clip are kept."""
    shown = view.dirty or view.area
    top = view.area.top() + view.header
    bottom = min(rows[-1].top + rows[-1].height, view.area.bottom()) if rows else top
    dues, flag = due_places(scene, view), flag_of(scene, view)
    painter.save()
    painter.setClipRect(shown)
    painter.fillRect(QRectF(shown.left(), bottom, shown.width(), max(shown.bottom() - bottom, 0)), QColor(PAGE))
    painter.save()
    painter.setClipRect(shown.intersected(view.body))
    view.ground(painter, scene, view, top, bottom)
    _paint_rows(painter, rows, view)
    paint_dues(painter, dues, top, bottom, view)
    if view.table_wanted:
        paint_tasks(painter, rows, view)
    for placed in rows:
        if isinstance(placed.row, Group):
            paint_group(painter, placed.row, placed, view)
    paint_bars(painter, rows, view)
    painter.restore()
    if shown.top() < top:
        ticks = ticks_in_sight(scene.axis.upper, view), ticks_in_sight(scene.axis.lower, view)
        paint_header(painter, scene, ticks, flag, dues, view)
    if flag:
        paint_as_of(painter, flag, scene.as_of, bottom, view)
    painter.restore()


def _paint_rows(painter: QPainter, rows: list[Placed], view: View) -> None:
    """Bands under header rows, a tint under the chosen row that lets the ground shine through, a line under each."""
    left, width, line = view.area.left(), view.area.width(), view.type.line
    fill_boxes(painter, {BAND: [QRectF(left, p.top, width, p.height) for p in rows if isinstance(p.row, Group)]})
    for placed in rows:
        if placed.index == view.chosen:
            painter.fillRect(QRectF(left, placed.top, width, placed.height), _CHOSEN)
    fill_boxes(painter, {FAINT: [QRectF(left, row.top + row.height, width, line) for row in rows]})
