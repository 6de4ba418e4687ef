"""The time side of a Gantt chart: bars with their done part, hatch, expected mark, label and nodes.

Rectangles and lines are collected by colour first and painted in one call each.
"""

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.domain.values import plain_number
from desktop_app.paint.colours import INK, LIGHTS, PAGE, TINTS
from desktop_app.paint.gantt_view import LEFT, Placed, View, width_of
from desktop_app.paint.shapes import diamond, draw_light
from desktop_app.reports.gantt_scene import Bar
from desktop_app.reports.gantt_scene_layout import Span, hatch, span_of
from desktop_app.texts import gantt as texts

Rects = dict[str, list[QRectF]]
_HATCH_STEP = {"red": 0.32}
_OTHER_STEP = 0.6


def bar_box(placed: Placed, span: Span, view: View) -> QRectF:
    """Where a bar is painted: from its start to its end, in the middle of its row, at most 1.25 em high."""
    height = round(min(placed.height * 0.72, view.type.em * 1.25))
    top = placed.top + round((placed.height - height) / 2)
    return QRectF(span.start, top, span.end - span.start, height)


def bar_rects(rows: Iterable[Placed], view: View) -> tuple[Rects, Rects]:
    """By colour: outlines with the done part filled, and over them the tint of what is still to do."""
    solid, plan = defaultdict(list), defaultdict(list)
    line = view.type.line
    for placed, bar, span in _bars(rows, view):
        box = bar_box(placed, span, view)
        solid[LIGHTS[bar.light][0]].append(box)
        rest = QRectF(max(span.done, span.start + line), box.top() + line, 0, box.height() - 2 * line)
        rest.setRight(max(span.end - line, rest.left()))
        if span.done < span.end and rest.width() > 0:
            plan[TINTS[bar.light]].append(rest)
    return solid, plan


def paint_bars(painter: QPainter, rows: list[Placed], view: View) -> None:
    """Everything right of the table but the grid: clipped to the body of the time side."""
    painter.save()
    painter.setClipRect(view.time.intersected(view.body))
    painter.setPen(Qt.PenStyle.NoPen)
    for rects in bar_rects(rows, view):
        _fill(painter, rects)
    _paint_hatch(painter, rows, view)
    _paint_expected(painter, rows, view)
    for placed, bar, span in _bars(rows, view):
        _paint_label(painter, bar, bar_box(placed, span, view), span, view)
    _paint_nodes(painter, rows, view)
    painter.restore()


def _bars(rows: Iterable[Placed], view: View) -> Iterable[tuple[Placed, Bar, Span]]:
    """The bars that reach into the time side, with where they lie."""
    left, right = view.time.left(), view.time.right()
    for placed in rows:
        if isinstance(placed.row, Bar):
            span = span_of(placed.row, view.spread)
            if span.end > left and span.start < right:
                yield placed, placed.row, span


def _fill(painter: QPainter, rects: Rects) -> None:
    for colour, boxes in rects.items():
        painter.setBrush(QColor(colour))
        painter.drawRects(boxes)


def _paint_hatch(painter: QPainter, rows: list[Placed], view: View) -> None:
    """Late bars are told apart without colour too: diagonals over what is not done, closer for red."""
    lines: dict[str, list[QLineF]] = defaultdict(list)
    for placed, bar, span in _bars(rows, view):
        if bar.late:
            box = bar_box(placed, span, view)
            left, right = max(span.done, view.time.left()), min(span.end, view.time.right())
            step = view.type.em * _HATCH_STEP.get(bar.light, _OTHER_STEP)
            strokes = hatch(left, right, box.top(), box.bottom(), step)
            lines[LIGHTS[bar.light][0]] += [QLineF(*stroke) for stroke in strokes]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for colour, strokes in lines.items():
        painter.setPen(QPen(QColor(colour), view.type.line * 0.7))
        painter.drawLines(strokes)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_expected(painter: QPainter, rows: list[Placed], view: View) -> None:
    """A black notch where the bar should be done to."""
    reach, width = view.type.em * 0.18, 2 * view.type.line
    marks = []
    for placed, bar, span in _bars(rows, view):
        if span.expected is not None and bar.light != "blue":
            box = bar_box(placed, span, view)
            left = min(max(span.expected - width / 2, span.start), span.end - width)
            marks.append(QRectF(left, box.top() - reach, width, box.height() + 2 * reach))
    painter.setBrush(QColor(INK))
    painter.drawRects(marks)


def label_of(bar: Bar) -> str:
    """What stands beside the shape: the figure, or the word where there is none."""
    return bar.word if bar.done is None else texts.PERCENT.format(done=plain_number(bar.done))


def _paint_label(painter: QPainter, bar: Bar, box: QRectF, span: Span, view: View) -> None:
    """Shape and figure at the bar's head in white where the done part holds them, else on the first free ground."""
    em, text = view.type.em, label_of(bar)
    size, gap = min(em * 0.8, box.height() * 0.72), em * 0.3
    width = size + width_of(view.type.small, text) + 3 * gap
    head = max(span.start, view.time.left())
    colour, ink = LIGHTS[bar.light][0], INK
    if min(span.done, view.time.right()) - head >= width:
        left, colour, ink = head, PAGE, PAGE
    elif span.end - max(span.done, head) >= width:
        left = max(span.done, head)
        if bar.late:
            ground = QRectF(left + view.type.line, box.top() + view.type.line, width, box.height() - 2 * view.type.line)
            painter.fillRect(ground, QColor(TINTS[bar.light]))
    elif span.end + width <= view.time.right():
        left = span.end
    else:
        left = span.start - width
    draw_light(painter, bar.light, QPointF(left + gap + size / 2, box.center().y()), size, QColor(colour))
    painter.setFont(view.type.small)
    painter.setPen(QColor(ink))
    painter.drawText(QRectF(left + 2 * gap + size, box.top() - em, width, box.height() + 2 * em), int(LEFT), text)
    painter.setPen(Qt.PenStyle.NoPen)


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
