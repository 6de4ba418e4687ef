"""Marks on the bars of a Gantt chart: flags at deadlines, diamonds at nodes, ticks at the times of recurring duties."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop_app.paint.colours import INK, PAGE
from desktop_app.paint.gantt_view import Placed, View
from desktop_app.paint.shapes import closed, diamond, fill_boxes
from desktop_app.reports.gantt_scene import Bar

FLAG_EM = 0.62


def flag(pole: QPointF, size: float) -> QPolygonF:
    """A pennant that flies right of the top of its pole."""
    return _flag(size).translated(pole)


@lru_cache(maxsize=64)
def _flag(size: float) -> QPolygonF:
    return closed((0, 0), (size, size * 0.42), (0, size * 0.84))


def paint_flags(painter: QPainter, bars: Iterable[tuple[Bar, QRectF]], view: View) -> None:
    """At the end of a bar whose deadline was said a black flag; a white one where that is a day in principle."""
    size, line = view.type.em * FLAG_EM, view.type.line
    firm: list[QPolygonF] = []
    soft: list[QPolygonF] = []
    poles: list[QRectF] = []
    for bar, box in bars:
        if bar.soft is not None:
            x = view.spread.x(bar.soft + 1)
            soft.append(flag(QPointF(x, box.top() - size * 0.5), size))
        if bar.due and bar.soft != bar.end:
            top = box.top() - size * 0.5
            firm.append(flag(QPointF(box.right(), top), size))
            poles.append(QRectF(box.right() - line, top, 1.5 * line, box.bottom() - top))
    fill_boxes(painter, {INK: poles})
    painter.setBrush(QColor(INK))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for pennant in firm:
        painter.drawPolygon(pennant)
    painter.setPen(QPen(QColor(INK), line))
    painter.setBrush(QColor(PAGE))
    for pennant in soft:
        painter.drawPolygon(pennant)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_steps(painter: QPainter, rows: Iterable[Placed], view: View) -> None:
    """At the end of their day: nodes as white diamonds, the times of recurring duties as ticks at the bar's foot."""
    left, right, em, line = view.time.left(), view.time.right(), view.type.em, view.type.line
    diamonds: list[QPolygonF] = []
    ticks: list[QRectF] = []
    for _, row, top, height in rows:
        if not isinstance(row, Bar) or not row.nodes:
            continue
        middle = top + height / 2
        for node in row.nodes:
            x = view.spread.x(node.day + 1)
            if left <= x <= right:
                if node.recurring:
                    ticks.append(QRectF(min(x, right) - 2 * line, middle + em * 0.12, 3 * line, em * 0.62))
                else:
                    diamonds.append(diamond(QPointF(min(x, right - em * 0.4), middle), em * 0.75))
    painter.setPen(QPen(QColor(INK), line))
    painter.setBrush(QColor(PAGE))
    painter.drawRects(ticks)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for node in diamonds:
        painter.drawPolygon(node)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
