"""Completion beside expected progress, one line a section or unit, painted at once so that the start stays quick."""

from functools import cache

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.values import plain_number
from desktop_app.reports.today import Pace
from desktop_app.texts import today as texts
from desktop_app.ui.theme import CHOSEN, INK, LIGHTS, LINE, SECOND, elided

ROW, BAR, GAP = 24, 10, 8
NAME_SHARE, FIGURE = 0.46, 44
_LEFT, _RIGHT = 0x80, 0x82  # Qt.AlignmentFlag: AlignVCenter; and AlignRight


class PaceChart(QWidget):
    """Bars over 0–100 per cent with a mark at the expected progress; a line can be clicked, or chosen with the keys."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paces: list[Pace] = []
        self._current = -1
        self.setAccessibleName(name)
        self.setProperty("focusPolicy", "StrongFocus")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._figures = _Figures(self)
        for part in (self, self._figures):
            part.setMouseTracking(True)

    def show_paces(self, paces: list[Pace]) -> None:
        """Show these lines instead."""
        self._paces = paces
        self._current = min(self._current, len(paces) - 1)
        self.setFixedHeight(max(1, len(paces)) * ROW)
        self._figures.show_paces(paces)
        self.setAccessibleDescription(" ".join(_words(pace) for pace in paces))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, max(1, len(self._paces)) * ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._figures.setGeometry(self.width() - FIGURE, 0, FIGURE - 4, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        first, last = event.rect().top() // ROW, event.rect().bottom() // ROW
        for place in range(first, min(last + 1, len(self._paces))):
            self._paint_line(painter, place)

    def _paint_line(self, painter: QPainter, place: int) -> None:
        pace, line = self._paces[place], QRect(0, place * ROW, self.width(), ROW)
        if place == self._current and self.hasFocus():
            _fill(painter, QRectF(line), CHOSEN)
        names = int(self.width() * NAME_SHARE)
        label = elided(pace.name, self.font(), names - GAP)
        painter.drawText(QRect(0, line.y(), names, ROW), _LEFT, label)
        track = QRectF(names, line.y() + (ROW - BAR) / 2, max(20, self.width() - names - FIGURE), BAR)
        _fill(painter, track, LINE)
        done = QRectF(track.x(), track.y(), track.width() * pace.done / 100, BAR)
        _fill(painter, done, LIGHTS[pace.light][0])
        mark = int(track.x() + track.width() * pace.expected / 100)
        _fill(painter, QRectF(mark - 1, line.y() + 3, 2, ROW - 7), INK)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(int(event.position().y()) // ROW)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self._choose(self._current + steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._tell()
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._paces):
            self._current = place
            self.update()

    def _tell(self) -> None:
        if 0 <= self._current < len(self._paces):
            self.chosen.emit(self._paces[self._current])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().y()) // ROW
        self.setToolTip(_words(self._paces[place]) if 0 <= place < len(self._paces) else "")


class _Figures(QWidget):
    """The percentages at the right edge of the lines, in the second ink: that of this widget's palette (see app.py)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._paces: list[Pace] = []
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(SECOND))
        self.setPalette(palette)

    def show_paces(self, paces: list[Pace]) -> None:
        """Show the figures of these lines instead."""
        self._paces = paces
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, pace in enumerate(self._paces):
            painter.drawText(QRect(0, place * ROW, self.width(), ROW), _RIGHT, f"{round(pace.done)}%")


def _fill(painter: QPainter, place: QRectF, colour: str) -> None:
    painter.setBackground(_brush(colour))
    painter.eraseRect(place)


@cache
def _brush(colour: str) -> QBrush:
    # by way of a palette: QBrush(QColor) has the binding make all names of Qt, which the start does without (app.py)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(colour))
    return palette.base()


def _words(pace: Pace) -> str:
    done, expected = (plain_number(round(figure, 1)) for figure in (pace.done, pace.expected))
    return texts.CHART_ROW.format(name=pace.name, done=done, expected=expected)
