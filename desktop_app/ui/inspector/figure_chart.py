"""A target's figures over the rounds as a small chart: a bar a round, the target as a dashed line."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from desktop_app.domain.model import Target
from desktop_app.domain.periods import parse_period
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.exchange.sheet_layout import period_words
from desktop_app.texts import correcting as texts
from desktop_app.ui.theme import ACCENT, LINE, SECOND

HEIGHT, BAR, GAP = 76.0, 18.0, 46.0
MOST = 12
_TOP, _BOTTOM = 16.0, 16.0
_SHARP = 2.0  # pixels a point: the text it stands in is printed and scaled


class Figure(NamedTuple):
    """What had been done of a target by a round's day, all units together."""

    period: str
    value: float


def figures_of(snapshot: Snapshot, target: Target) -> list[Figure]:
    """The figures that the ledger holds for a target, by round; the last twelve."""
    by_round: dict[int, float] = {}
    for one in snapshot.having("row_target", "target", target.key):
        row = snapshot.rows[one.row]
        if one.held is not None and not row.withdrawn and snapshot.rounds[row.round].state != "voided":
            by_round[row.round] = by_round.get(row.round, 0.0) + one.held
    rounds = sorted((snapshot.rounds[key] for key in by_round), key=lambda made: (made.as_of, made.key))
    return [Figure(made.period, by_round[made.key]) for made in rounds][-MOST:]


def chart(figures: Sequence[Figure], goal: float | None, font: QFont) -> QImage:
    """The chart as a picture; the words of the rounds below, the figures above their bars."""
    width = GAP * len(figures) + 8
    image = QImage(round(width * _SHARP), round(HEIGHT * _SHARP), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(_SHARP)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.8)
    painter.setFont(small)
    top = max([*(figure.value for figure in figures), goal or 0.0]) or 1.0
    room = HEIGHT - _TOP - _BOTTOM
    painter.setPen(QPen(QColor(LINE), 1))
    painter.drawLine(QPointF(0, HEIGHT - _BOTTOM), QPointF(width, HEIGHT - _BOTTOM))
    for place, figure in enumerate(figures):
        _bar(painter, place, figure, room * max(figure.value, 0.0) / top)
    if goal:
        level = HEIGHT - _BOTTOM - room * goal / top
        painter.setPen(QPen(QColor(SECOND), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, level), QPointF(width, level))
    painter.end()
    return image


def figures_told(words: str, figures: Sequence[Figure]) -> str:
    """The same for whoever cannot see a picture."""
    told = (texts.FIGURE.format(period=_short(figure.period), figure=plain_number(figure.value)) for figure in figures)
    return texts.CHART.format(words=words, figures=texts.BETWEEN.join(told))


def _bar(painter: QPainter, place: int, figure: Figure, height: float) -> None:
    left = GAP * place + 4
    base = HEIGHT - _BOTTOM
    painter.fillRect(QRectF(left + (GAP - BAR) / 2, base - height, BAR, height), QColor(ACCENT))
    painter.setPen(QColor(SECOND))
    words = (plain_number(figure.value), base - height - 2), (_short(figure.period), HEIGHT - 3)
    metrics = QFontMetricsF(painter.font())
    for text, line in words:
        painter.drawText(QPointF(left + (GAP - metrics.horizontalAdvance(text)) / 2, line), text)


def _short(period: str) -> str:
    """A round's name without its year: 6月."""
    words = period_words(parse_period(period))
    return words.partition(texts.YEAR)[2] or words
