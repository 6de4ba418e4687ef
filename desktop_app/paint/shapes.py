"""The shapes of the lights and of nodes, drawn rather than taken from a font, so that they look the same everywhere.

Each is made once a size and moved to its places.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from desktop_app.paint.colours import LIGHTS


def light_path(light: str, centre: QPointF, size: float) -> QPainterPath:
    """The shape of a light in a box of `size` around `centre`: green ●, amber ◆, red ▲, blue ■, grey ○ (a ring)."""
    return _light(light, size).translated(centre)


def diamond(centre: QPointF, size: float) -> QPolygonF:
    """A diamond of this width and height."""
    return _diamond(size).translated(centre)


def draw_light(painter: QPainter, light: str, centre: QPointF, size: float, colour: object) -> None:
    """Fill the shape of a light."""
    smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.fillPath(light_path(light, centre, size), colour)  # type: ignore[arg-type]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)


def fill_lights(painter: QPainter, lights: Iterable[tuple[str, QPointF, float]]) -> None:
    """Fill the shapes of many lights (light, centre, size) in their colours."""
    paths: dict[str, list[QPainterPath]] = defaultdict(list)
    for light, centre, size in lights:
        paths[LIGHTS[light][0]].append(light_path(light, centre, size))
    fill_paths(painter, paths)


def fill_paths(painter: QPainter, paths: Mapping[str, Sequence[QPainterPath]]) -> None:
    """Fill paths, smooth, colour after colour.

    One by one: a path of many parts would be shared out among threads, which takes longer than to fill it.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, parts in paths.items():
        painter.setBrush(QColor(colour))
        for part in parts:
            painter.drawPath(part)
    painter.restore()


def fill_boxes(painter: QPainter, boxes: Mapping[str, Iterable[QRectF]]) -> None:
    """Fill boxes colour after colour, on whole pixels and at least one high and wide; the pen is none afterwards.

    Between pixels Qt would fill them line by line, which takes many times longer.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, parts in boxes.items():
        painter.setBrush(QColor(colour))
        painter.drawRects([on_pixels(part) for part in parts])


def on_pixels(box: QRectF) -> QRect:
    """The box with each edge on the nearest pixel, so that edges that meet still do; Qt's own rounding moves them."""
    left, top, right, bottom = round(box.left()), round(box.top()), round(box.right()), round(box.bottom())
    return QRect(left, top, max(right - left, 1), max(bottom - top, 1))


@lru_cache(maxsize=64)
def _light(light: str, size: float) -> QPainterPath:
    """The shape of a light around the origin."""
    path, half = QPainterPath(), size / 2
    if light == "blue":
        path.addRect(QRectF(-half * 0.86, -half * 0.86, half * 1.72, half * 1.72))
    elif light == "amber":
        path.addPolygon(_diamond(size))
    elif light == "red":
        path.addPolygon(closed((0, -half), (half, half * 0.85), (-half, half * 0.85)))
    else:
        path.addEllipse(QPointF(), half * 0.92, half * 0.92)
    if light == "grey":
        path.addEllipse(QPointF(), half * 0.5, half * 0.5)
    return path


@lru_cache(maxsize=64)
def _diamond(size: float) -> QPolygonF:
    """A diamond around the origin."""
    half = size / 2
    return closed((0, -half), (half, 0), (0, half), (-half, 0))


def closed(*points: tuple[float, float]) -> QPolygonF:
    """A polygon that ends where it begins."""
    return QPolygonF([QPointF(x, y) for x, y in (*points, points[0])])
