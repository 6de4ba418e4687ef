"""The time side of a Gantt chart: bars with their done part, hatch, expected mark, label and nodes.

Rectangles and lines are collected by colour first and painted in one call each.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.domain.values import plain_number
from desktop_app.paint.colours import INK, LIGHTS, PAGE, TINTS
from desktop_app.paint.gantt_view import LEFT, Placed, View
from desktop_app.paint.shapes import diamond, draw_light
from desktop_app.reports.gantt_scene import Bar
from desktop_app.reports.gantt_scene_layout import Span, hatch, span_of
from desktop_app.texts import gantt as texts

Rects = dict[str, list[QRectF]]
_HATCH_STEP = {"red": 0.45}
_OTHER_STEP = 0.8


class Drawn(NamedTuple):
    """A bar in sight: its span along the time, its box in the row."""

    bar: Bar
    span: Span
    box: QRectF


def bars_in_sight(rows: Iterable[Placed], view: View) -> list[Drawn]:
    """The bars that reach into the time side, each in the middle of its row and at most 1.25 em high."""
    left, right = view.time.left(), view.time.right()
    found = []
    for placed in rows:
        if isinstance(placed.row, Bar):
            span = span_of(placed.row, view.spread)
            if span.end > left and span.start < right:
                height = round(min(placed.height * 0.72, view.type.em * 1.25))
                top = placed.top + round((placed.height - height) / 2)
                found.append(Drawn(placed.row, span, QRectF(span.start, top, span.end - span.start, height)))
    return found


def bar_rects(bars: Iterable[Drawn], line: float) -> tuple[Rects, Rects]:
    """By colour: outlines with the done part filled, and over them the tint of what is still to do."""
    solid, plan = defaultdict(list), defaultdict(list)
    for bar, span, box in bars:
        solid[LIGHTS[bar.light][0]].append(box)
        left = max(span.done, span.start + line)
        if span.done < span.end and span.end - line > left:
            rest = QRectF(left, box.top() + line, span.end - line - left, box.height() - 2 * line)
            plan[TINTS[bar.light]].append(rest)
    return solid, plan


def paint_bars(painter: QPainter, rows: list[Placed], view: View) -> None:
    """Everything right of the table but the grid: clipped to the body of the time side."""
    time, line, em = view.time, view.type.line, view.type.em
    bars = bars_in_sight(rows, view)
    painter.save()
    painter.setClipRect(time.intersected(view.body))
    painter.setPen(Qt.PenStyle.NoPen)
    for rects in bar_rects(bars, line):
        _fill(painter, rects)
    _paint_hatch(painter, [drawn for drawn in bars if drawn.bar.late], time, em, line)
    _paint_expected(painter, bars, em, line)
    _paint_labels(painter, bars, view)
    _paint_nodes(painter, rows, view)
    painter.restore()


def _fill(painter: QPainter, rects: Rects) -> None:
    for colour, boxes in rects.items():
        painter.setBrush(QColor(colour))
        painter.drawRects(boxes)


def _paint_hatch(painter: QPainter, bars: list[Drawn], time: QRectF, em: float, line: float) -> None:
    """Late bars are told apart without colour too: diagonals over what is not done, closer for red."""
    lines: dict[str, list[QLineF]] = defaultdict(list)
    for bar, span, box in bars:
        left, right = max(span.done, time.left()), min(span.end, time.right())
        if left < right:
            strokes = hatch(left, right, box.top(), box.bottom(), em * _HATCH_STEP.get(bar.light, _OTHER_STEP))
            lines[LIGHTS[bar.light][0]] += [QLineF(*stroke) for stroke in strokes]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for colour, strokes in lines.items():
        painter.setPen(QPen(QColor(colour), line * 0.7))
        painter.drawLines(strokes)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_expected(painter: QPainter, bars: list[Drawn], em: float, line: float) -> None:
    """A black notch where the bar should be done to."""
    reach, width = em * 0.18, 2 * line
    marks = []
    for bar, span, box in bars:
        if span.expected is not None and bar.light != "blue":
            left = max(min(span.expected - width / 2, span.end - width), span.start)
            marks.append(QRectF(left, box.top() - reach, width, box.height() + 2 * reach))
    painter.setBrush(QColor(INK))
    painter.drawRects(marks)


def label_of(bar: Bar) -> str:
    """What stands beside the shape: the figure, or the word where there is none."""
    return bar.word if bar.done is None else texts.PERCENT.format(done=plain_number(bar.done))


def _paint_labels(painter: QPainter, bars: list[Drawn], view: View) -> None:
    """Shape and figure at the bar's head in white where the done part holds them, else on the first free ground."""
    em, line, time = view.type.em, view.type.line, view.time
    gap = em * 0.3
    painter.setFont(view.type.small.font)
    for drawn in bars:
        bar, span, box = drawn
        text, size = label_of(bar), min(em * 0.8, box.height() * 0.72)
        width = size + view.type.small.width(text) + 3 * gap
        left, inside = _label_place(span, width, time)
        colour, ink = (PAGE, PAGE) if inside else (LIGHTS[bar.light][0], INK)
        if bar.late and not inside and span.done <= left < span.end:
            ground = QRectF(left + line, box.top() + line, width, box.height() - 2 * line)
            painter.fillRect(ground, QColor(TINTS[bar.light]))
        draw_light(painter, bar.light, QPointF(left + gap + size / 2, box.center().y()), size, QColor(colour))
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(left + 2 * gap + size, box.top() - em, width, box.height() + 2 * em), int(LEFT), text)
    painter.setPen(Qt.PenStyle.NoPen)


def _label_place(span: Span, width: float, time: QRectF) -> tuple[float, bool]:
    """Where a label begins, and whether it stands on the done part: there, else on the rest, else beside the bar."""
    head = max(span.start, time.left())
    if min(span.done, time.right()) - head >= width:
        return head, True
    if span.end - max(span.done, head) >= width:
        return max(span.done, head), False
    return (span.end if span.end + width <= time.right() else span.start - width), False


def _paint_nodes(painter: QPainter, rows: list[Placed], view: View) -> None:
    """Nodes are white diamonds with a black edge at the end of their day."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(INK), view.type.line))
    painter.setBrush(QColor(PAGE))
    left, right = view.time.left(), view.time.right()
    for placed in rows:
        for node in placed.row.nodes if isinstance(placed.row, Bar) else ():
            x = view.spread.x(node.day + 1)
            if left <= x <= right:
                centre = QPointF(min(x, right - view.type.em * 0.4), placed.top + placed.height / 2)
                painter.drawPolygon(diamond(centre, view.type.em * 0.75))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
