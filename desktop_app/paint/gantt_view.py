"""What the Gantt painter is told besides the scene: where things lie, how big, in which type. Device pixels."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from desktop_app.paint.fonts import resized
from desktop_app.reports.gantt_scene import Row
from desktop_app.reports.gantt_scene_layout import Spread

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
PAD_EM = 0.5  # room beside the first and the last day

Write = Callable[[QPainter, QRectF, Qt.AlignmentFlag, str], None]


class Type(NamedTuple):
    """The type a chart is set in, and the widths that follow from it."""

    text: QFont
    strong: QFont
    small: QFont
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
    """One surface: `area` holds header, table and time; `write` sets table text (elided on screen, whole on paper)."""

    area: QRectF
    header: float
    columns: Columns
    spread: Spread
    type: Type
    write: Write
    chosen: int | None = None

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
    return Type(
        resized(font, em), resized(font, em, strong=True), resized(font, em * 0.9), float(em), max(1.0, round(em / 18))
    )


def write_elided(painter: QPainter, box: QRectF, align: Qt.AlignmentFlag, text: str) -> None:
    """One line, cut with … where the box is too narrow: for the screen, where a tool tip gives the rest."""
    painter.drawText(box, int(align), _elided(painter.font().toString(), text, int(box.width())))


def write_whole(painter: QPainter, box: QRectF, align: Qt.AlignmentFlag, text: str) -> None:
    """All of the text, on as many lines as the box is made for: for paper."""
    painter.drawText(box, int(align | WRAP), text)


@lru_cache(maxsize=4096)
def _elided(font_name: str, text: str, width: int) -> str:
    font = QFont()
    font.fromString(font_name)
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def width_of(font: QFont, text: str) -> float:
    """How wide a text is on one line."""
    return _width(font.toString(), text)


@lru_cache(maxsize=8192)
def _width(font_name: str, text: str) -> float:
    font = QFont()
    font.fromString(font_name)
    return QFontMetricsF(font).horizontalAdvance(text)
