"""The time side of a Gantt chart: bars with their done part, soft end, hatch, expected mark and the plan as issued.

Rectangles and lines are collected by colour first and painted in one call each.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.paint.colours import INK, LIGHTS, PAGE, SECOND, TINTS
from desktop_app.paint.gantt_hatch import Hatched, Pattern
from desktop_app.paint.gantt_labels import paint_labels
from desktop_app.paint.gantt_marks import paint_flags, paint_steps
from desktop_app.paint.gantt_view import Placed, View
from desktop_app.paint.shapes import fill_boxes
from desktop_app.reports.gantt_scene import Bar
from desktop_app.reports.gantt_scene_layout import Span, span_of

Rects = dict[str, list[QRectF]]
_HATCH_STEP = {"red": 0.45}
_OTHER_STEP = 0.8


class Drawn(NamedTuple):
    """A bar in sight: its span along the time, its box in the row, and under it where it lay when issued."""

    bar: Bar
    span: Span
    box: QRectF
    was: QRectF | None


def bars_in_sight(rows: Iterable[Placed], view: View) -> list[Drawn]:
    """The bars that reach into the time side, each in the middle of its row and at most 1.25 em high."""
    time, em, spread = view.time, view.type.em, view.spread
    left, right = time.left(), time.right()
    found = []
    for _, row, top, room in rows:
        if isinstance(row, Bar):
            span = span_of(row, spread)
            was = row.was
            reach = (span.start, span.end)
            if was:
                lay = spread.x(was.start), spread.x(was.end + 1)
                reach = min(span.start, lay[0]), max(span.end, lay[1])
            if reach[1] > left and reach[0] < right:
                height = round(min(room * 0.72, em * 1.25))
                gap = (room - height) / 2
                box = QRectF(span.start, top + round(gap), span.end - span.start, height)
                under = QRectF(lay[0], box.bottom() + gap * 0.15, lay[1] - lay[0], gap * 0.7) if was else None
                found.append(Drawn(row, span, box, under))
    return found


def bar_rects(bars: Iterable[Drawn], view: View) -> tuple[Rects, Rects]:
    """By colour: outlines with the done part filled, and over them the tint of what is still to do; beyond the day
    meant in principle (soft end) it is white.
    """
    line = view.type.line
    solid, plan = defaultdict(list), defaultdict(list)
    for bar, span, box, _ in bars:
        solid[LIGHTS[bar.light][0]].append(box)
        left, right = max(span.done, span.start + line), span.end - line
        if span.done >= span.end or right <= left:
            continue
        top, high = box.top() + line, box.height() - 2 * line
        soft = right if bar.soft is None else min(max(view.spread.x(bar.soft + 1), left), right)
        if soft > left:
            plan[TINTS[bar.light]].append(QRectF(left, top, soft - left, high))
        if right > soft:
            plan[PAGE].append(QRectF(soft, top, right - soft, high))
    return solid, plan


def paint_bars(painter: QPainter, rows: list[Placed], view: View) -> None:
    """Everything right of the table but the grid: clipped to the body of the time side."""
    time, line, em = view.time, view.type.line, view.type.em
    bars = bars_in_sight(rows, view)
    clip = time.intersected(view.body)
    painter.save()
    painter.setClipRect(clip if view.dirty is None else clip.intersected(view.dirty))
    for rects in bar_rects(bars, view):
        fill_boxes(painter, rects)
    fill_boxes(painter, {SECOND: [was for *_, was in bars if was is not None]})
    view.hatch(painter, hatched(bars, view))
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_soft(painter, bars, view)
    _paint_expected(painter, bars, em, line)
    paint_flags(painter, [(bar, box) for bar, _, box, _ in bars], view)
    paint_labels(painter, [(bar, span, box) for bar, span, box, _ in bars], view)
    paint_steps(painter, rows, view)
    painter.restore()


def hatched(bars: Iterable[Drawn], view: View) -> Hatched:
    """What is not done of late bars, as far as in sight, by the pattern that tells it apart without colour."""
    time, em, line = view.time, view.type.em, view.type.line
    boxes: Hatched = defaultdict(list)
    for bar, span, box, _ in bars:
        left, right = max(span.done, time.left()), min(span.end, time.right())
        if bar.late and left < right:
            step = em * _HATCH_STEP.get(bar.light, _OTHER_STEP)
            pattern = Pattern(LIGHTS[bar.light][0], step, line * 0.7)
            boxes[pattern].append(QRectF(left, box.top(), right - left, box.height()))
    return boxes


def _paint_soft(painter: QPainter, bars: list[Drawn], view: View) -> None:
    """A dashed upright at the day meant in principle."""
    places = [(view.spread.x(bar.soft + 1), box) for bar, _, box, _ in bars if bar.soft is not None]
    painter.setPen(QPen(QColor(INK), 1.5 * view.type.line, Qt.PenStyle.DotLine))
    painter.drawLines([QLineF(x, box.top(), x, box.bottom()) for x, box in places])
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_expected(painter: QPainter, bars: list[Drawn], em: float, line: float) -> None:
    """A black notch where the bar should be done to."""
    reach, width = em * 0.18, 2 * line
    marks = []
    for bar, span, box, _ in bars:
        if span.expected is not None and bar.light != "blue":
            left = max(min(span.expected - width / 2, span.end - width), span.start)
            marks.append(QRectF(left, box.top() - reach, width, box.height() + 2 * reach))
    fill_boxes(painter, {INK: marks})
