"""The hatch of late bars: diagonals over what is not done, closer for red, so that they are told apart without colour.

Paper gets strokes; the screen gets pieces of strips that are painted once.
"""

import math
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import starmap
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from desktop_app.paint.shapes import on_pixels
from desktop_app.reports.gantt_scene_layout import hatch

_STRIP = 512  # strips are as wide as a multiple of this, so that resizing the window needs few of them


class Pattern(NamedTuple):
    """The colour of diagonals, how far apart they are along x and how thick."""

    colour: str
    step: float
    width: float


Hatched = dict[Pattern, list[QRectF]]
Hatch = Callable[[QPainter, Hatched], None]


def hatch_drawn(painter: QPainter, boxes: Hatched) -> None:
    """Each stroke by itself, so that it stays a line at any size."""
    for pattern, parts in boxes.items():
        _paint_strokes(painter, parts, pattern)


def hatch_laid(painter: QPainter, boxes: Hatched) -> None:
    """Pieces of a strip on whole pixels within each box, in one phase for all boxes."""
    surface = painter.device()
    ratio, wide = surface.devicePixelRatio(), math.ceil(surface.width() / _STRIP) * _STRIP
    for pattern, parts in boxes.items():
        height = max(round(part.height()) for part in parts)
        strip = _strip(pattern, wide, height, ratio)
        for part in parts:
            box = on_pixels(part)
            corner = round(box.left() * ratio), 0
            painter.drawPixmap(box, strip, QRect(*corner, round(box.width() * ratio), round(box.height() * ratio)))


@lru_cache(maxsize=16)
def _strip(pattern: Pattern, width: int, height: int, ratio: float) -> QPixmap:
    """Diagonals on nothing, from x 0 on."""
    strip = QPixmap(round(width * ratio), round(height * ratio))
    strip.setDevicePixelRatio(ratio)
    strip.fill(Qt.GlobalColor.transparent)
    painter = QPainter(strip)
    _paint_strokes(painter, [QRectF(0, 0, width, height)], pattern)
    painter.end()
    return strip


def _paint_strokes(painter: QPainter, boxes: Iterable[QRectF], pattern: Pattern) -> None:
    strokes: list[QLineF] = []
    for box in boxes:
        strokes += starmap(QLineF, hatch(box.left(), box.right(), box.top(), box.bottom(), pattern.step))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(pattern.colour), pattern.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLines(strokes)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
