"""The ground of a Gantt chart, the same from the first row to the last: days of rest, lines where ticks begin.

Paper gets it drawn; the screen lays a low strip again and again, drawn anew when other days come into sight.
"""

import math
from bisect import bisect_left

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop_app.paint.colours import LINE, PAGE
from desktop_app.paint.gantt_days import paint_rests
from desktop_app.paint.gantt_header import tick_lines
from desktop_app.paint.gantt_view import View
from desktop_app.paint.shapes import fill_boxes
from desktop_app.reports.gantt_scene import Scene
from desktop_app.reports.gantt_scene_axis import Tick

FAINT = "#EBEEF2"
_HIGH = 16


def ticks_in_sight(ticks: tuple[Tick, ...], view: View) -> list[Tick]:
    """The ticks that reach into the time side."""
    first, last = view.spread.day(view.time.left()), view.spread.day(view.time.right() - 1e-6)
    start = bisect_left(ticks, first, key=lambda tick: tick.last)
    end = bisect_left(ticks, last + 1, key=lambda tick: tick.first)
    return list(ticks[start:end])


def ground_drawn(painter: QPainter, scene: Scene, view: View, top: float, bottom: float) -> None:
    """White, with grey days of rest, faint lines at the lower ticks, firmer ones at the upper and right of the table;
    the lines as boxes, which Qt fills faster than it strokes lines.
    """
    area, axis = view.area, scene.axis
    painter.fillRect(QRectF(area.left(), top, area.width(), bottom - top), QColor(PAGE))
    paint_rests(painter, scene, view, top, bottom)
    upper, lower = (tick_lines(ticks_in_sight(level, view), top, bottom, view) for level in (axis.upper, axis.lower))
    edge = QRectF(view.time.left(), top, view.type.line, bottom - top)
    fill_boxes(painter, {FAINT: lower})
    fill_boxes(painter, {LINE: [*upper, edge]})


class GroundLaid:
    """The ground of one surface that is painted again and again."""

    def __init__(self) -> None:
        self._shown: tuple = ()
        self._strip = QPixmap()

    def __call__(self, painter: QPainter, scene: Scene, view: View, top: float, bottom: float) -> None:
        """Lay it from top to bottom."""
        width, ratio = view.area.width(), painter.device().devicePixelRatio()
        shown = (scene.axis, scene.rest, view.spread, view.columns, view.type, width, ratio)
        if shown != self._shown:
            self._shown, self._strip = shown, QPixmap(round(width * ratio), round(_HIGH * ratio))
            self._strip.setDevicePixelRatio(ratio)
            on_strip = QPainter(self._strip)
            ground_drawn(on_strip, scene, view, 0, _HIGH)
            on_strip.end()
        painter.save()
        painter.setClipRect(QRectF(view.area.left(), top, width, bottom - top), Qt.ClipOperation.IntersectClip)
        for y in range(round(top), math.ceil(bottom), _HIGH):  # tiled by Qt, it would be shared out among threads
            painter.drawPixmap(QPointF(view.area.left(), y), self._strip)
        painter.restore()
