"""A picture as wide as its place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea


class Picture(QScrollArea):
    """It scrolls downwards only."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(self._label)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_image(self, image: QImage) -> None:
        """Show this picture."""
        self._image = image
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._image.isNull():
            ratio = self.devicePixelRatioF()
            wide = round(self.viewport().width() * ratio)
            picture = QPixmap.fromImage(self._image).scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
            self._label.setPixmap(picture)
