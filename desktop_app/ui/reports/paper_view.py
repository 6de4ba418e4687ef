"""A paper as it will print, page below page; a click on a number tells which it is."""

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.paint.colours import LINE, PAGE
from desktop_app.paint.official import Set, paint_page
from desktop_app.paint.official_text import MM
from desktop_app.reports.docx_page import SIDES

GAP = 12  # pixels between pages


class _Pages(QWidget):
    """The pages, as wide as there is room."""

    clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._made: Set | None = None
        self.setMouseTracking(True)

    def show_paper(self, made: Set | None) -> None:
        """Show this paper; None shows nothing."""
        self._made = made
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Be as high as the pages are at this width."""
        high = (self._page_high(width) + GAP) * self._made.pages + GAP if self._made else 0
        self.resize(width, high)
        self.setMinimumHeight(high)
        self.update()

    def _page_high(self, width: int) -> int:
        wide, high = SIDES[self._made.page] if self._made else (1, 1)
        return max(round((width - 2 * GAP) * high / wide), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._made is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self._page_high(self.width())
        scale = (self.width() - 2 * GAP) / (SIDES[self._made.page][0] * MM)
        for number in range(self._made.pages):
            page = QRect(GAP, GAP + number * (high + GAP), self.width() - 2 * GAP, high)
            if page.intersects(event.rect()):
                painter.fillRect(page, QColor(PAGE))
                painter.setPen(QColor(LINE))
                painter.drawRect(page)
                painter.save()
                painter.translate(page.topLeft())
                painter.scale(scale, scale)
                paint_page(painter, self._made, number)
                painter.restore()

    def anchor_at(self, point: QPointF) -> str:
        """The number at a point, "block:mark"; '' where none is."""
        if self._made is None:
            return ""
        number, below = divmod(point.y() - GAP, self._page_high(self.width()) + GAP)
        scale = (self.width() - 2 * GAP) / (SIDES[self._made.page][0] * MM)
        inside = self._made.inside
        x, y = (point.x() - GAP) / scale - inside.left(), below / scale - inside.top()
        if not 0 <= y < inside.height():
            return ""
        place = QPointF(x, y + number * self._made.document.pageSize().height())
        return self._made.document.documentLayout().anchorAt(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.anchor_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        anchor = self.anchor_at(event.position())
        if anchor:
            self.clicked.emit(anchor)


class PaperView(QScrollArea):
    """Pages to scroll through; `number_clicked` gives the place of a number, "block:mark"."""

    number_clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.pages = _Pages()
        self.setWidget(self.pages)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.pages.clicked.connect(self.number_clicked)

    def show_paper(self, made: Set | None) -> None:
        """Show this paper from its first page."""
        self.pages.show_paper(made)
        self.pages.fit(self.viewport().width())
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pages.fit(self.viewport().width())
