"""What stands beside or on the bars of a Gantt chart: shape and figure, and by how many days the end has slipped."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from desktop_app.domain.values import plain_number
from desktop_app.paint.colours import INK, LIGHTS, PAGE, TINTS
from desktop_app.paint.gantt_marks import FLAG_EM
from desktop_app.paint.gantt_view import View
from desktop_app.paint.shapes import fill_paths, light_path
from desktop_app.reports.gantt_scene import Bar
from desktop_app.reports.gantt_scene_layout import Span
from desktop_app.texts import gantt as texts


class _Label(NamedTuple):
    """A text, where it begins, the middle of its row, its colour."""

    x: float
    middle: float
    text: str
    colour: str


def label_of(bar: Bar) -> str:
    """What stands beside the shape: the figure, or the word where there is none."""
    return bar.word if bar.done is None else _percent(bar.done)


@lru_cache(maxsize=1024)
def _percent(done: float) -> str:
    return texts.PERCENT.format(done=plain_number(round(done, 1)))


def slip_of(bar: Bar) -> str:
    """By how many days the end lies later or earlier than in the plan as issued; empty where by none."""
    if bar.slip == 0:
        return ""
    return (texts.LATER if bar.slip > 0 else texts.EARLIER).format(days=abs(bar.slip))


def paint_labels(painter: QPainter, bars: Iterable[tuple[Bar, Span, QRectF]], view: View) -> None:
    """Shape and figure at the bar's head in white where the done part holds them, else on the first free ground; the
    slip behind the bar.
    """
    em, line, time, small = view.type.em, view.type.line, view.time, view.type.small
    gap = em * 0.3
    shapes: dict[str, list[QPainterPath]] = defaultdict(list)
    labels: list[_Label] = []
    for bar, span, box in bars:
        text, size, middle = label_of(bar), min(em * 0.8, box.height() * 0.72), box.center().y()
        width = size + small.width(text) + 3 * gap
        after = span.end + (em * FLAG_EM if bar.due else 0)
        left, inside = _place(span, width, after, time)
        if bar.nodes:
            left = _past_nodes(bar, left, width, span.done if inside else span.end, view)
        if bar.late and not inside and span.done <= left < span.end:
            _clear(painter, bar, box, (left + line, left + line + width), line)
        path = light_path(bar.light, QPointF(left + gap + size / 2, middle), size)
        shapes[PAGE if inside else LIGHTS[bar.light][0]].append(path)
        labels.append(_Label(left + 2 * gap + size, middle, text, PAGE if inside else INK))
        if slip := slip_of(bar):
            wide = small.width(slip) + 2 * gap
            lay = view.spread.x(bar.was.end + 1) if bar.was else 0.0
            x = _slip_place(span, max(after, lay, left + width), (left, left + width), wide, time)
            if bar.late and span.done <= x < span.end:
                _clear(painter, bar, box, (x, x + wide), line)
            labels.append(_Label(x + gap, middle, slip, INK))
    fill_paths(painter, shapes)
    painter.setFont(small.font)
    for ink in (PAGE, INK):
        painter.setPen(QColor(ink))
        for x, middle, text, colour in labels:
            if colour == ink:
                small.draw(painter, x, middle, text)
    painter.setPen(Qt.PenStyle.NoPen)


def _clear(painter: QPainter, bar: Bar, box: QRectF, part: tuple[float, float], line: float) -> None:
    """Take the hatch away between two places, within the bar's frame, where a label is to stand."""
    right = min(part[1], box.right() - line)
    ground = QRectF(part[0], box.top() + line, right - part[0], box.height() - 2 * line)
    painter.fillRect(ground, QColor(TINTS[bar.light]))


def _slip_place(span: Span, beyond: float, label: tuple[float, float], wide: float, time: QRectF) -> float:
    """Where the slip begins: beyond all else, else at the end of the part not done, else before the bar, always in
    sight.
    """
    inside = min(span.end, time.right()) - wide
    before = min(span.start, label[0]) - wide
    if beyond + wide <= time.right():
        return beyond
    if inside >= max(span.done, label[1]) or before < time.left():
        return min(inside, time.right() - wide)
    return before


def _past_nodes(bar: Bar, left: float, width: float, end: float, view: View) -> float:
    """The same place, or where diamonds would stand on the label, one behind them on the same ground."""
    reach, moved = view.type.em * 0.45, left
    for node in bar.nodes:
        x = view.spread.x(node.day + 1)
        if not node.recurring and moved - reach < x < moved + width + reach:
            moved = x + reach
    return moved if left < end and moved + width <= end else left


def _place(span: Span, width: float, after: float, time: QRectF) -> tuple[float, bool]:
    """Where a label begins, and whether it stands on the done part: there, else on the rest, else beside the bar."""
    head = max(span.start, time.left())
    if min(span.done, time.right()) - head >= width:
        return head, True
    if span.end - max(span.done, head) >= width:
        return max(span.done, head), False
    return (after if after + width <= time.right() else span.start - width), False
