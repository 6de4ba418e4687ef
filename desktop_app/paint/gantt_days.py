"""What a Gantt chart shows of days behind the bars: days of rest, days on which forms are due, the load of months."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop_app.paint.colours import HOLIDAY, INK, LOAD, REST, SECOND
from desktop_app.paint.gantt_view import Placed, View
from desktop_app.paint.shapes import fill_boxes
from desktop_app.reports.gantt_scene import Group, Scene
from desktop_app.reports.gantt_scene_days import Load, Rest
from desktop_app.texts import gantt as texts

_GROUNDS = {"weekend": REST, "holiday": HOLIDAY}
_LEAST_EM = 0.22  # a day narrower than this shows no weekends, only holidays


def rests_in_sight(scene: Scene, view: View) -> Iterator[tuple[Rest, float, float]]:
    """The stretches of rest in sight and worked weekends, from x to x; weekends only where a day is wide enough."""
    spread, left, right = view.spread, view.time.left(), view.time.right()
    wide = spread.per_day >= _LEAST_EM * view.type.em
    place = bisect_left(scene.rest, spread.day(left), key=lambda rest: rest.last)
    for rest in scene.rest[place:]:
        start = spread.x(rest.first)
        if start >= right:
            break
        if wide or rest.kind == "holiday":
            yield rest, max(start, left), min(spread.x(rest.last + 1), right)


def paint_rests(painter: QPainter, scene: Scene, view: View, top: float, bottom: float) -> None:
    """Grey grounds from top to bottom: weekends faint, holidays firmer, worked weekends none."""
    boxes = defaultdict(list)
    for rest, start, end in rests_in_sight(scene, view):
        if rest.kind in _GROUNDS:
            boxes[_GROUNDS[rest.kind]].append(QRectF(start, top, end - start, bottom - top))
    fill_boxes(painter, boxes)


def paint_worked(painter: QPainter, scene: Scene, view: View, bottom: float) -> None:
    """A firm line under each worked weekend (调休) at the foot of the header."""
    high = 3 * view.type.line
    worked = [
        QRectF(start, bottom - high, end - start, high)
        for rest, start, end in rests_in_sight(scene, view)
        if rest.kind == "work"
    ]
    fill_boxes(painter, {INK: worked})


def due_places(scene: Scene, view: View) -> list[float]:
    """Where in sight the days end on which forms are due."""
    places = {view.spread.x(due.day + 1) for due in scene.dues}
    return sorted(x for x in places if view.time.left() < x <= view.time.right())


def paint_dues(painter: QPainter, places: Iterable[float], top: float, bottom: float, view: View) -> None:
    """A dash-dot line over the rows at the end of each due day."""
    painter.setPen(QPen(QColor(SECOND), view.type.line, Qt.PenStyle.DashDotLine))
    painter.drawLines([QLineF(x, top, x, bottom) for x in places])


def paint_due_heads(painter: QPainter, places: Iterable[float], bottom: float, view: View) -> None:
    """A black wedge at the foot of the header over each of those lines."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(INK))
    for x in places:
        painter.drawPolygon(wedge(x, bottom, view.type.em * 0.55))


def wedge(x: float, foot: float, size: float) -> QPolygonF:
    """A triangle that stands on its point."""
    return _wedge(size).translated(x, foot)


@lru_cache(maxsize=64)
def _wedge(size: float) -> QPolygonF:
    half = size / 2
    return QPolygonF([QPointF(-half, -size * 0.9), QPointF(half, -size * 0.9), QPointF()])


def load_text(load: Load) -> str:
    """What a month says: how many tasks run in it, and where some end in it, how many."""
    words = texts.LOAD_ENDING if load.ending else texts.LOAD
    return words.format(running=load.running, ending=load.ending)


def paint_loads(painter: QPainter, group: Group, placed: Placed, view: View) -> None:
    """In a header row, each month's load as a column as high as it is heavy, with its figures where they fit."""
    small, line, time = view.type.small, view.type.line, view.time
    heaviest = max((load.running for load in group.loads), default=0) or 1
    room = placed.height - 4 * line
    told: list[tuple[float, str]] = []
    columns = []
    for load in group.loads:
        start, end = max(view.spread.x(load.first), time.left()), min(view.spread.x(load.last + 1), time.right())
        if end - start > 2 * line and load.running:
            high = room * load.running / heaviest
            columns.append(QRectF(start + line, placed.top + 2 * line + room - high, end - start - 2 * line, high))
            text = load_text(load)
            if small.width(text) > end - start:
                text = str(load.running)
            if small.width(text) <= end - start:
                told.append(((start + end - small.width(text)) / 2, text))
    fill_boxes(painter, {LOAD: columns})
    painter.setFont(small.font)
    painter.setPen(QColor(INK))
    for x, text in told:
        small.draw(painter, x, placed.top + placed.height / 2, text)
