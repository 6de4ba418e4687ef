"""Completion beside expected progress, one line a section or unit, painted at once so that the start stays quick."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.domain.values import plain_number
from desktop_app.reports.today import Pace
from desktop_app.texts import today as texts
from desktop_app.ui.theme import CHOSEN, INK, LIGHTS, LINE, SECOND

ROW, BAR, GAP = 24, 10, 8
NAME_SHARE, FIGURE = 0.46, 44


class PaceChart(QWidget):
    """Bars over 0–100 per cent with a mark at the expected progress; a line can be clicked, or chosen with the keys."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paces: list[Pace] = []
        self._current = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_paces(self, paces: list[Pace]) -> None:
        """Show these lines instead."""
        self._paces = paces
        self._current = min(self._current, len(paces) - 1)
        self.setFixedHeight(max(1, len(paces)) * ROW)
        self.setAccessibleDescription(" ".join(_words(pace) for pace in paces))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, max(1, len(self._paces)) * ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        first, last = event.rect().top() // ROW, event.rect().bottom() // ROW
        for place in range(first, min(last + 1, len(self._paces))):
            self._paint_line(painter, place)

    def _paint_line(self, painter: QPainter, place: int) -> None:
        pace, line = self._paces[place], QRect(0, place * ROW, self.width(), ROW)
        if place == self._current and self.hasFocus():
            painter.fillRect(line, QColor(CHOSEN))
        names = int(self.width() * NAME_SHARE)
        label = self.fontMetrics().elidedText(pace.name, Qt.TextElideMode.ElideRight, names - GAP)
        painter.setPen(QColor(INK))
        painter.drawText(QRect(0, line.y(), names, ROW), Qt.AlignmentFlag.AlignVCenter, label)
        track = QRectF(names, line.y() + (ROW - BAR) / 2, max(20, self.width() - names - FIGURE), BAR)
        painter.fillRect(track, QColor(LINE))
        colour = QColor(LIGHTS[pace.light][0])
        painter.fillRect(QRectF(track.x(), track.y(), track.width() * pace.done / 100, BAR), colour)
        mark = track.x() + track.width() * pace.expected / 100
        painter.setPen(QPen(QColor(INK), 2))
        painter.drawLine(int(mark), line.y() + 4, int(mark), line.bottom() - 4)
        painter.setPen(QColor(SECOND))
        figure = QRect(self.width() - FIGURE, line.y(), FIGURE - 4, ROW)
        painter.drawText(figure, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{round(pace.done)}%")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(int(event.position().y()) // ROW)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
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

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = event.pos().y() // ROW
            if 0 <= place < len(self._paces):
                QToolTip.showText(event.globalPos(), _words(self._paces[place]), self)
            return True
        return super().event(event)


def _words(pace: Pace) -> str:
    done, expected = (plain_number(round(figure, 1)) for figure in (pace.done, pace.expected))
    return texts.CHART_ROW.format(name=pace.name, done=done, expected=expected)
