"""What the Gantt painter is told besides the scene: where things lie, how big, in which type. Device pixels."""

from collections.abc import Callable
from functools import lru_cache
from math import isnan, nan
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from desktop_app.paint.fonts import resized
from desktop_app.paint.gantt_hatch import Hatch
from desktop_app.reports.gantt_scene import Row, Scene
from desktop_app.reports.gantt_scene_layout import Spread

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
WRAP = Qt.TextFlag.TextWordWrap
_TALLEST = 1e5
PAD_EM = 0.5  # room beside the first and the last day


# First and last letter of scripts that join or stack them: there a text is not as wide as its letters one by one.
_JOINED = (("\u0300", "\u1fff"), ("\u200b", "\u200f"), ("\ua800", "\uabff"), ("\ufb00", "\ufdff"), ("\ufe70", "\ufeff"))


class Face:
    """A font whose texts are set letter by letter, and how wide each letter is: shaping costs as much as drawing, and
    measuring as shaping.
    """

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self.font.setKerning(False)
        self.font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
        self.metrics = QFontMetricsF(self.font)
        self._advances = _Advances(self.metrics)
        self.width = lru_cache(maxsize=4096)(self._width)
        self.elided = lru_cache(maxsize=4096)(self._elided)
        self._drop = self.metrics.ascent() - self.metrics.height() / 2

    def draw(self, painter: QPainter, x: float, middle: float, text: str) -> None:
        """One line from `x`, its middle at a height; the painter has this font. A point is set faster than a box."""
        painter.drawText(QPointF(x, middle + self._drop), text)

    def _width(self, text: str) -> float:
        wide = sum(map(self._advances.__getitem__, text))
        return self.metrics.horizontalAdvance(text) if isnan(wide) else wide

    def _elided(self, text: str, width: int) -> str:
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


class _Advances(dict[str, float]):
    """The width of each letter in a font, measured when it is first met; none (nan) for a letter that joins others."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, letter: str) -> float:
        joined = any(first <= letter <= last for first, last in _JOINED)
        return self.setdefault(letter, nan if joined else self._metrics.horizontalAdvance(letter))


# Where a text may stand: from which x, around which middle, with how much room.
Line = tuple[float, float, float]
Write = Callable[[QPainter, Face, Line, Qt.AlignmentFlag, str], None]
Ground = Callable[[QPainter, Scene, "View", float, float], None]


class Type(NamedTuple):
    """The type a chart is set in, and the widths that follow from it."""

    text: Face
    strong: Face
    small: Face
    em: float
    line: float


class Columns(NamedTuple):
    """Widths of the table at the left: number, title, lead units."""

    no: float
    title: float
    units: float

    @property
    def width(self) -> float:
        """All three."""
        return self.no + self.title + self.units


class Placed(NamedTuple):
    """A row of the scene, its place in the scene, and where it is painted."""

    index: int
    row: Row
    top: float
    height: float


class View(NamedTuple):
    """One surface: `area` holds header, table and time; `write` sets table text (elided on screen, whole on paper),
    `hatch` what is late and `ground` what is under the rows (both laid on screen, drawn on paper).
    """

    area: QRectF
    header: float
    columns: Columns
    spread: Spread
    type: Type
    write: Write
    hatch: Hatch
    ground: Ground
    chosen: int | None = None
    dirty: QRectF | None = None  # what of the area is to be painted; None: all of it

    @property
    def table_wanted(self) -> bool:
        """Whether the table is to be painted at all: panning along the time leaves it as it is."""
        return self.dirty is None or self.dirty.left() < self.area.left() + self.columns.width

    @property
    def time(self) -> QRectF:
        """The part right of the table, header included."""
        return self.area.adjusted(self.columns.width, 0, 0, 0)

    @property
    def body(self) -> QRectF:
        """The part under the header, table included."""
        return self.area.adjusted(0, self.header, 0, 0)


def type_of(font: QFont, em: float) -> Type:
    """The type of a chart whose text is `em` device pixels high."""
    text, strong, small = resized(font, em), resized(font, em, strong=True), resized(font, em * 0.9)
    return Type(Face(text), Face(strong), Face(small), float(em), max(1.0, round(em / 18)))


def write_elided(painter: QPainter, face: Face, line: Line, align: Qt.AlignmentFlag, text: str) -> None:
    """One line, cut with … where it has too little room: for the screen, where a tool tip gives the rest."""
    x, middle, room = line
    wide = face.width(text)
    if wide > room:
        text, wide = face.elided(text, int(room)), room
    face.draw(painter, x + room - wide if align == RIGHT else x, middle, text)


def write_whole(painter: QPainter, face: Face, line: Line, align: Qt.AlignmentFlag, text: str) -> None:
    """All of the text, around the middle on as many lines as it needs: for paper, whose rows are as high as that."""
    x, middle, room = line
    wide = face.width(text)
    if wide > room:
        painter.drawText(QRectF(x, middle - _TALLEST, room, 2 * _TALLEST), int(align | WRAP), text)
    else:
        face.draw(painter, x + room - wide if align == RIGHT else x, middle, text)
