"""The legend under the chart, painted as on paper."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontInfo, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.paint.fonts import resized
from desktop_app.paint.legend import paint_legend
from desktop_app.texts import gantt as texts


class Legend(QWidget):
    """One line as high as the font asks; it says in words what shapes and marks mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(round(QFontInfo(self.font()).pixelSize() * 2))
        self.setAccessibleName(texts.LEGEND_NAME)
        self.setAccessibleDescription(texts.COMMA.join(texts.LEGEND.values()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = resized(self.font(), QFontInfo(self.font()).pixelSize() * 0.9)
        paint_legend(painter, QRectF(self.rect()).adjusted(12, 0, 0, 0), font)
        painter.end()
