"""The lines of a PDF page with their places, a line parted where its words stand far from each other.

Only the characters at the ends of a line and beside its blanks are measured: a page costs a few hundred calls.
"""

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.documents.reader.pdf_turn import Box, Turn

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"[^ \t\xa0\u3000]+")
_CHINESE = "\u2e7f"
_CLOSE = 0.5  # in heights of the line: nearer, two parts of it that are drawn one after the other are one
_WIDE = 0.8  # a blank as wide as a letter
_UNIT = r"(?:[A-Za-z0-9.%％‰+-]+|.)"
_TOGETHER = re.compile(rf"{_UNIT}(?:[、，。；：！？）》,;:!?%％]|[“”‘’]+{_UNIT}?)*")  # UAX 14: no break beside a quote
_FAR = 1.6  # in heights of the line: wider than any blank inside a sentence


class Line(NamedTuple):
    """A run of text on one line; `left`, `right`, `bottom`, `top` in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """The height of its letters with what the font leaves above and below."""
        return max(self.top - self.bottom, 1.0)


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines that come from the top down, those on one height together and from left to right."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and beside(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def beside(one: Line, other: Line) -> bool:
    """Whether two lines stand on the same height."""
    return min(one.top, other.top) - max(one.bottom, other.bottom) > 0.5 * min(one.height, other.height)


def letters_of(text: str) -> float:
    """How wide a text is, in full-width characters."""
    return sum(1.0 if char > _CHINESE or char in "“”‘’…—" else 0.5 for char in text)


def held_together(text: str) -> float:
    """How wide the beginning is that no line end parts, in full-width characters: a number with its sign, a stop."""
    found = _TOGETHER.match(text)
    return letters_of(found.group()) if found else 0.0


class _Word(NamedTuple):
    """A run of text without blanks, where its first and last characters stand, and the line of the text it is in."""

    text: str
    first: Box
    last: Box
    number: int

    def is_beside(self, other: "_Word") -> bool:
        """Whether two words stand on the same height."""
        return beside(_line((self,), self.text), _line((other,), other.text))


class _Places(NamedTuple):
    """Tells where the characters of a page stand with its words upright."""

    raw: object
    turn: Turn

    def of(self, index: int) -> Box:
        """The place of one character with the room that its font gives it."""
        from pypdfium2 import raw as pdfium

        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self.raw, index, ctypes.byref(box))
        return self.turn.upright(Box(box.left, box.bottom, box.right, box.top))


def lines_on(words: "PdfTextPage", turn: Turn, borders: Sequence[float]) -> list[Line]:
    """The lines of a page in the order in which the file draws them; none reaches over an upright border.

    Within a line its words go from left to right: signs that a font lacks are drawn later, from a second one.
    """
    rows: list[list[_Word]] = []
    for word in _words(words.get_text_range(), _Places(words.raw, turn)):
        if rows and word.is_beside(rows[-1][-1]):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [line for row in rows for line in _parted(sorted(row, key=lambda word: word.first.left), borders)]


def _words(text: str, places: _Places) -> Iterator[_Word]:
    # The library counts characters; one outside the basic plane is two units of the text but one of them.
    for number, line in enumerate(_LINE.finditer(text)):
        for found in _WORD.finditer(text, *line.span()):
            start, end = found.span()
            first, last = places.of(start), places.of(end - 1)
            if last.left >= first.left:
                yield _Word(found.group(), first, last, number)
                continue
            boxes = [places.of(place) for place in range(start, end)]  # it goes back somewhere
            cuts = [place for place in range(1, end - start) if boxes[place].left < boxes[place - 1].left]
            for one, other in pairwise((0, *cuts, end - start)):
                yield _Word(text[start + one : start + other], boxes[one], boxes[other - 1], number)


def _parted(row: list[_Word], borders: Sequence[float]) -> Iterator[Line]:
    """The words of a row as lines, cut at borders and at gaps that are too wide for a blank."""
    height = max(row[0].first.top - row[0].first.bottom, 1.0)
    text, line = row[0].text, [row[0]]
    for before, word in pairwise(row):
        width = word.first.left - before.last.right
        crosses = any(before.last.right - 1 <= border <= word.first.left + 1 for border in borders)
        far = _FAR if word.number == before.number else _CLOSE
        if crosses or not -height < width <= far * height:
            yield _line(line, text)
            text, line = "", []
        elif not _set_by_the_machine(before.text[-1], word.text[0], width / height):
            text += " " if width < _WIDE * height else "\u3000"
        text += word.text
        line.append(word)
    yield _line(line, text)


def _set_by_the_machine(before: str, after: str, width: float) -> bool:
    """Whether a blank is only the room that typesetting leaves between Chinese and other characters."""
    chinese = (before > _CHINESE) + (after > _CHINESE)
    return (chinese == 1 and width < 0.6) or (chinese == 2 and width < 0.15)


def _line(words: Sequence[_Word], text: str) -> Line:
    first, last = words[0].first, words[-1].last
    return Line(
        text, first.left, max(last.right, first.right), min(first.bottom, last.bottom), max(first.top, last.top)
    )
