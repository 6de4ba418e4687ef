"""A small field over the chart in which a new node gets its name."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.texts import gantt as texts

_WIDTH_EM = 13


class Naming(QLineEdit):
    """`ended` tells the name (Enter), or None (Esc, or the focus goes elsewhere)."""

    ended = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.setPlaceholderText(texts.NODE_NAME)
        self.setAccessibleName(texts.NODE_NAME)
        self.returnPressed.connect(lambda: self._end(self.text().strip() or texts.NEW_NODE))
        self.hide()

    def ask(self, beside: QRect) -> None:
        """Open right of a place, or left of it where the right has no room."""
        width = self.fontMetrics().height() * _WIDTH_EM
        room = self._view.rect()
        left = beside.right() + 8 if beside.right() + 8 + width <= room.right() else beside.left() - 8 - width
        self.clear()
        self.setGeometry(max(left, 0), beside.top(), width, beside.height())
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._end(None)

    def _end(self, name: str | None) -> None:
        if self.isVisible():
            self.hide()
            self.ended.emit(name)
