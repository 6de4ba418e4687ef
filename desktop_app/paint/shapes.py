"""The shapes of the lights and of nodes, drawn rather than taken from a font, so that they look the same everywhere."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from desktop_app.paint.colours import LIGHTS


def light_path(light: str, centre: QPointF, size: float) -> QPainterPath:
    """The shape of a light in a box of `size` around `centre`: green ●, amber ◆, red ▲, blue ■, grey ○ (a ring)."""
    path = QPainterPath()
    half = size / 2
    if light == "blue":
        path.addRect(_box(centre, half * 0.86))
    elif light == "amber":
        path.addPolygon(diamond(centre, size))
    elif light == "red":
        low, high = centre.y() + half * 0.85, centre.y() - half
        path.addPolygon(_closed((centre.x(), high), (centre.x() + half, low), (centre.x() - half, low)))
    else:
        path.addEllipse(centre, half * 0.92, half * 0.92)
    if light == "grey":
        path.addEllipse(centre, half * 0.5, half * 0.5)
    return path


def diamond(centre: QPointF, size: float) -> QPolygonF:
    """A diamond of this width and height."""
    x, y, half = centre.x(), centre.y(), size / 2
    return _closed((x, y - half), (x + half, y), (x, y + half), (x - half, y))


def draw_light(painter: QPainter, light: str, centre: QPointF, size: float, colour: object) -> None:
    """Fill the shape of a light."""
    smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.fillPath(light_path(light, centre, size), colour)  # type: ignore[arg-type]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)


def fill_lights(painter: QPainter, lights: Iterable[tuple[str, QPointF, float]]) -> None:
    """Fill the shapes of many lights (light, centre, size) in their colours, one call a colour."""
    paths: dict[str, QPainterPath] = {}
    for light, centre, size in lights:
        paths.setdefault(LIGHTS[light][0], QPainterPath()).addPath(light_path(light, centre, size))
    fill_paths(painter, paths)


def fill_paths(painter: QPainter, paths: dict[str, QPainterPath]) -> None:
    """Fill each path, smooth, in its colour."""
    smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for colour, path in paths.items():
        painter.fillPath(path, QColor(colour))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)


def _box(centre: QPointF, half: float) -> QRectF:
    return QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)


def _closed(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in (*points, points[0])])
