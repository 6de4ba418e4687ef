"""The legend under the chart, painted as on paper."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontInfo, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.paint.fonts import resized
from desktop_app.paint.gantt_view import Face
from desktop_app.paint.legend import legend_height, marks_of, paint_legend, set_legend, words
from desktop_app.reports.gantt_scene import Scene
from desktop_app.texts import gantt as texts

_MARGIN = 12


class Legend(QWidget):
    """As many lines as the marks of the chart ask for; it says in words what they mean."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(texts.LEGEND_NAME)
        self._scene: Scene | None = None
        self.show_scene(scene)

    def show_scene(self, scene: Scene) -> None:
        """Explain the marks of this scene."""
        if scene is self._scene:
            return
        self._scene = scene
        self._marks = marks_of(scene)
        self.setAccessibleDescription(texts.COMMA.join(words(self._marks)))
        self._lay_out()

    def _face(self) -> Face:
        return Face(resized(self.font(), QFontInfo(self.font()).pixelSize() * 0.9))

    def _lay_out(self) -> None:
        face = self._face()
        self._entries = set_legend(self._marks, self.width() - 2 * _MARGIN, face)
        self.setFixedHeight(round(legend_height(self._entries, face)) + 6)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_legend(painter, self._entries, QPointF(_MARGIN, 3), self._face())
        painter.end()
