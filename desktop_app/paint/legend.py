"""The legend of a Gantt chart: each light as shape and word, then the marks that the chart has, on as many lines as
they need.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.paint.colours import HOLIDAY, INK, LIGHTS, LOAD, PAGE, SECOND, TINTS
from desktop_app.paint.gantt_days import wedge
from desktop_app.paint.gantt_marks import flag
from desktop_app.paint.gantt_view import Face
from desktop_app.paint.shapes import diamond, draw_light
from desktop_app.reports.gantt_scene import Bar, Group, Scene
from desktop_app.reports.gantt_scene_layout import hatch
from desktop_app.texts import gantt as texts

_LINE_EM = 1.75


class Entry(NamedTuple):
    """A mark by its name in texts.MARKS, or a light, on a line of the legend from x on."""

    mark: str
    line: int
    x: float


def marks_of(scene: Scene) -> list[str]:
    """The lights, and those marks that the scene has."""
    bars = [row for row in scene.rows if isinstance(row, Bar)]
    there: dict[str, Callable[[], bool]] = {
        "expected": lambda: any(bar.expected is not None for bar in bars),
        "late": lambda: any(bar.late for bar in bars),
        "due": lambda: any(bar.due and bar.soft != bar.end for bar in bars),
        "soft": lambda: any(bar.soft is not None for bar in bars),
        "node": lambda: any(not node.recurring for bar in bars for node in bar.nodes),
        "recurring": lambda: any(node.recurring for bar in bars for node in bar.nodes),
        "was": lambda: any(bar.was for bar in bars),
        "round": lambda: bool(scene.dues),
        "rest": lambda: bool(scene.rest),
        "work": lambda: scene.scale in ("month", "week") and any(rest.kind == "work" for rest in scene.rest),
        "load": lambda: any(row.loads for row in scene.rows if isinstance(row, Group)),
    }
    return [*LIGHTS, *(mark for mark, is_there in there.items() if is_there())]


def set_legend(marks: list[str], width: float, face: Face) -> list[Entry]:
    """The marks one after the other, a new line where the next would not fit."""
    em, x, line = face.font.pixelSize(), 0.0, 0
    entries = []
    for mark in marks:
        wide = em * 1.15 + face.width(_word(mark))
        if x and x + wide > width:
            x, line = 0.0, line + 1
        entries.append(Entry(mark, line, x))
        x += wide + em * 1.1
    return entries


def legend_height(entries: list[Entry], face: Face) -> float:
    """How high its lines are together."""
    return (entries[-1].line + 1 if entries else 0) * face.font.pixelSize() * _LINE_EM


def paint_legend(painter: QPainter, entries: list[Entry], corner: QPointF, face: Face) -> None:
    """The legend with its upper left corner there; the font gives the size of everything."""
    em = face.font.pixelSize()
    high = em * _LINE_EM
    painter.setFont(face.font)
    painter.setPen(QColor(INK))
    places = [(mark, corner.x() + x, corner.y() + (line + 0.5) * high) for mark, line, x in entries]
    for mark, left, middle in places:
        face.draw(painter, left + em * 1.15, middle, _word(mark))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for mark, left, middle in places:
        _paint_mark(painter, mark, QRectF(left, middle - em * 0.425, em * 0.85, em * 0.85))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)


def words(marks: list[str]) -> Iterator[str]:
    """What the legend says of these marks."""
    return (_word(mark) for mark in marks)


def _word(mark: str) -> str:
    return texts.LEGEND[mark] if mark in LIGHTS else texts.MARKS[mark]


def _paint_mark(painter: QPainter, mark: str, box: QRectF) -> None:
    """One sign in its box, as the chart draws it."""
    if mark in LIGHTS:
        draw_light(painter, mark, box.center(), box.width(), QColor(LIGHTS[mark][0]))
        return
    painter.setPen(QPen(QColor(INK), box.width() / 13))
    painter.setBrush(QColor(PAGE))
    _SIGNS[mark](painter, box)


def _node(painter: QPainter, box: QRectF) -> None:
    painter.drawPolygon(diamond(box.center(), box.width()))


def _recurring(painter: QPainter, box: QRectF) -> None:
    painter.drawRect(QRectF(box.center().x() - box.width() * 0.12, box.top(), box.width() * 0.24, box.height()))


def _due(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(QColor(INK))
    painter.drawPolygon(flag(box.topLeft(), box.width() * 0.8))
    painter.drawLine(QLineF(box.topLeft(), box.bottomLeft()))


def _soft(painter: QPainter, box: QRectF) -> None:
    painter.drawPolygon(flag(box.topLeft(), box.width() * 0.8))
    painter.setPen(QPen(QColor(INK), box.width() / 9, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(box.topLeft(), box.bottomLeft()))


def _expected(painter: QPainter, box: QRectF) -> None:
    wide = box.width() / 6
    painter.fillRect(QRectF(box.center().x() - wide / 2, box.top(), wide, box.height()), QColor(INK))


def _late(painter: QPainter, box: QRectF) -> None:
    painter.fillRect(box, QColor(TINTS["red"]))
    painter.setPen(QPen(QColor(LIGHTS["red"][0]), box.width() / 13))
    strokes = hatch(box.left(), box.right(), box.top(), box.bottom(), box.width() / 3)
    painter.drawLines([QLineF(*stroke) for stroke in strokes])


def _was(painter: QPainter, box: QRectF) -> None:
    painter.fillRect(
        QRectF(box.left(), box.top() + box.height() * 0.62, box.width(), box.height() * 0.2), QColor(SECOND)
    )


def _round(painter: QPainter, box: QRectF) -> None:
    middle = box.center().x()
    painter.setPen(QPen(QColor(SECOND), box.width() / 13, Qt.PenStyle.DashDotLine))
    painter.drawLine(QLineF(middle, box.top(), middle, box.bottom() + box.height() * 0.2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(INK))
    painter.drawPolygon(wedge(middle, box.top() + box.height() * 0.45, box.width() * 0.55))


def _rest(painter: QPainter, box: QRectF) -> None:
    painter.fillRect(box, QColor(HOLIDAY))


def _work(painter: QPainter, box: QRectF) -> None:
    painter.fillRect(
        QRectF(box.left(), box.bottom() - box.height() * 0.2, box.width(), box.height() * 0.2), QColor(INK)
    )


def _load(painter: QPainter, box: QRectF) -> None:
    painter.fillRect(box, QColor(LOAD))


_SIGNS: dict[str, Callable[[QPainter, QRectF], None]] = {
    "node": _node,
    "recurring": _recurring,
    "due": _due,
    "soft": _soft,
    "expected": _expected,
    "late": _late,
    "was": _was,
    "round": _round,
    "rest": _rest,
    "work": _work,
    "load": _load,
}
