"""The legend of a Gantt chart: each light as shape and word, then the marks."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop_app.paint.colours import INK, LIGHTS, PAGE, TINTS
from desktop_app.paint.gantt_view import LEFT
from desktop_app.paint.shapes import diamond, draw_light
from desktop_app.reports.gantt_scene_layout import hatch
from desktop_app.texts import gantt as texts


def paint_legend(painter: QPainter, line: QRectF, font: QFont) -> None:
    """On one line from its left; the font gives the size of everything."""
    em = font.pixelSize()
    x, middle, size, pen = line.left(), line.center().y(), em * 0.85, em / 16
    width = QFontMetricsF(font).horizontalAdvance
    painter.setFont(font)

    def word(text: str) -> None:
        nonlocal x
        painter.setPen(QColor(INK))
        painter.drawText(QRectF(x + em * 1.15, line.top(), line.width(), line.height()), int(LEFT), text)
        x += width(text) + em * 2.4

    for light, text in texts.LEGEND.items():
        draw_light(painter, light, QPointF(x + size / 2, middle), size, QColor(LIGHTS[light][0]))
        word(text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(QColor(PAGE))
    painter.setPen(QPen(QColor(INK), pen))
    painter.drawPolygon(diamond(QPointF(x + size / 2, middle), size))
    word(texts.NODE)
    painter.fillRect(QRectF(x + size / 2 - pen, middle - size / 2, 2.5 * pen, size), QColor(INK))
    word(texts.EXPECTED)
    swatch = QRectF(x, middle - size / 2, size, size)
    painter.fillRect(swatch, QColor(TINTS["red"]))
    painter.setPen(QPen(QColor(LIGHTS["red"][0]), pen))
    for x1, y1, x2, y2 in hatch(swatch.left(), swatch.right(), swatch.top(), swatch.bottom(), size / 3):
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
    word(texts.LATE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
