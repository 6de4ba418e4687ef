"""How the rows of the table are painted: all that is seen in one go, straight from the lines."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from desktop_app.paint.shapes import fill_lights
from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger.columns import DONE, GAP, LIGHT, RIGHT, TITLE
from desktop_app.ui.ledger.folding import folded as fold
from desktop_app.ui.ledger.folding import hits
from desktop_app.ui.ledger.lines import Group, Line
from desktop_app.ui.theme import ACCENT, BAND, CHOSEN, HIT, INK, LIGHTS, LINE, SECOND

PAD = 6
_STEP = 12  # pixels that an action stands further in
_TRACK = QColor("#EAEEF2")
_INK, _SECOND, _LINE, _HIT = QColor(INK), QColor(SECOND), QColor(LINE), QColor(HIT)
_CHOSEN, _HEADING, _ACCENT = QColor(CHOSEN), QColor(BAND), QColor(ACCENT)
_LIGHT = {light: QColor(colour) for light, (colour, _) in LIGHTS.items()}
_WIDE = chr(0x2E80)  # from here on characters are as wide as they are high
_WIDEST = chr(0x56FD)
_MOST = 20_000  # fitted texts that are kept


class Place(NamedTuple):
    """A column as it lies in the view: its number, left edge and width in pixels."""

    column: int
    left: int
    width: int


class Picture(NamedTuple):
    """What is to be painted: rows from the first seen on, where they begin and how high each is.

    `chosen` are rectangles of chosen cells in pixels, `current` that of the current cell where the view has the keys.
    """

    rows: Sequence[Line | Group]
    top: int
    height: int
    columns: Sequence[Place]
    width: int
    offset: int
    search: Sequence[str]
    chosen: Sequence[QRect]
    current: QRect | None


class Pen:
    """Paints pictures in one font; what it has measured it remembers."""

    def __init__(self, font: QFont) -> None:
        self._font = QFont(font)
        self._metrics = QFontMetrics(font)
        self._em = self._metrics.horizontalAdvance(_WIDEST)
        self._dots = self._metrics.horizontalAdvance("\u2026")
        self._percent = self._metrics.horizontalAdvance("100%") + 4
        self._fitted: dict[tuple[str, int], str] = {}
        self._wide: dict[str, int] = {}
        self._folded: dict[str, str] = {}

    def paint(self, painter: QPainter, picture: Picture) -> None:
        """Paint everything; the view's ground is white already."""
        if not picture.rows:
            return
        painter.setFont(self._font)
        for rect in picture.chosen:
            painter.fillRect(rect, _CHOSEN)
        words: dict[str, list[tuple[int, int, str]]] = {}
        self._words, self._painter, self._picture = words, painter, picture
        self._lights: list[tuple[str, QPointF, float]] = []
        base = (picture.height - 1 + self._metrics.ascent() - self._metrics.descent()) // 2
        tops = range(picture.top, picture.top + picture.height * len(picture.rows), picture.height)
        for row, top in zip(picture.rows, tops, strict=True):
            if isinstance(row, Line):
                self._line(row, top, top + base)
            else:
                painter.fillRect(QRect(0, top, picture.width, picture.height), _HEADING)
        painter.setPen(_LINE)
        for top in tops:
            painter.drawLine(0, top + picture.height - 1, picture.width, top + picture.height - 1)
        fill_lights(painter, self._lights)
        draw = painter.drawText
        for colour, told in words.items():
            painter.setPen(_LIGHT.get(colour) or (_SECOND if colour == "second" else _INK))
            for x, y, said in told:
                draw(x, y, said)
        self._headings(tops, base)
        if picture.current is not None:
            painter.setPen(_ACCENT)
            painter.drawRect(picture.current.adjusted(0, 0, -1, -2))
        del self._painter  # one that outlives its paint event brings the next down

    def _line(self, line: Line, top: int, base: int) -> None:
        cells = line.cells
        for column, left, width in self._picture.columns:
            words = cells[column]
            if column == DONE:
                self._progress(line, left, top, width, base)
            elif column == LIGHT:
                self._light(line, left, top, width, base)
            elif words:
                step = _STEP if column == TITLE and line.parent is not None else 0
                colour = "second" if column == GAP else "ink"
                self._write(words, left + PAD + step, base, width - 2 * PAD - step, colour, column in RIGHT)

    def _write(self, words: str, left: int, base: int, room: int, colour: str, right: bool) -> None:
        if len(words) * self._em > room:
            words = self.fitted(words, room)
        if right:
            left += room - self._measure(words)
        if self._picture.search:
            self._mark(words, left, base)
        self._words.setdefault(colour, []).append((left, base, words))

    def fitted(self, words: str, room: int) -> str:
        """Words cut to so many pixels, with dots where something is left out."""
        place = (words, room)
        found = self._fitted.get(place)
        if found is None:
            if len(self._fitted) > _MOST:
                self._fitted.clear()
            found = self._fitted[place] = self._cut(words, room)
        return found

    def _cut(self, words: str, room: int) -> str:
        count = max(0, (room - self._dots) // self._em)
        head = words[:count]
        if head and len(words) > count + 1 and min(words[: count + 1]) >= _WIDE:
            return head + "\u2026"
        most = room // 3 + 2  # no character is narrower
        return self._metrics.elidedText(words[:most], Qt.TextElideMode.ElideRight, room)

    def _measure(self, words: str) -> int:
        found = self._wide.get(words)
        if found is None:
            if len(self._wide) > _MOST:
                self._wide.clear()
            found = self._wide[words] = self._metrics.horizontalAdvance(words)
        return found

    def _mark(self, words: str, left: int, base: int) -> None:
        """A ground behind each hit."""
        folded = self._folded.get(words)
        if folded is None:
            if len(self._folded) > _MOST:
                self._folded.clear()
            folded = self._folded[words] = fold(words)
        for start, end in hits(self._picture.search, folded, len(words)):
            begin = left + self._metrics.horizontalAdvance(words[:start])
            wide = self._metrics.horizontalAdvance(words[start:end])
            ground = QRect(begin, base - self._metrics.ascent(), wide, self._metrics.height())
            self._painter.fillRect(ground, _HIT)

    def _progress(self, line: Line, left: int, top: int, width: int, base: int) -> None:
        """A bar for what is done, a mark for what is expected, the figure right of them."""
        bar = QRectF(left + PAD, top + self._picture.height // 2 - 4, max(8, width - 2 * PAD - self._percent - 4), 6)
        self._painter.fillRect(bar, _TRACK)
        if line.done:
            part = QRectF(bar)
            part.setWidth(bar.width() * min(line.done, 100) / 100)
            self._painter.fillRect(part, _LIGHT[line.light])
        if line.expected is not None:
            place = min(bar.left() + bar.width() * line.expected / 100, bar.right() - 1)
            self._painter.fillRect(QRectF(place, bar.top() - 4, 1.5, bar.height() + 8), _INK)
        room = left + width - PAD - self._percent
        self._write(line.cells[DONE], room, base, self._percent, "second" if line.done is None else "ink", True)

    def _light(self, line: Line, left: int, top: int, width: int, base: int) -> None:
        size = self._metrics.ascent() * 0.8
        self._lights.append((line.light, QPointF(left + PAD + size / 2, top + self._picture.height / 2 - 1), size))
        word, begin = line.cells[LIGHT].split(" ", 1)[1], left + PAD + round(size) + 4
        self._write(word, begin, base, left + width - 2 - begin, line.light, False)

    def _headings(self, tops: range, base: int) -> None:
        """A heading runs over all columns of both views; each view paints its own part of it."""
        picture, painter = self._picture, self._painter
        painter.setPen(_INK)
        for row, top in zip(picture.rows, tops, strict=True):
            if isinstance(row, Group):
                words = texts.GROUP_COUNT.format(name=row.name, count=row.count)
                # in the face of the rows, which the ground parts from them: a bold one would hold five megabytes more
                painter.drawText(PAD + 2 - picture.offset, top + base, words)
