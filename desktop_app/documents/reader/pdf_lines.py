"""The lines of a PDF page with their places, a line parted where its words stand far from each other.

Only the characters at the ends of a line and beside its blanks are measured: a page costs a few hundred calls.
"""

import ctypes
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.documents.reader.pdf_turn import Box, Turn

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_LINE = re.compile(r"[^\r\n]+")
_GAP = re.compile(r"[ \t\xa0\u3000]+")
_CHINESE = "\u2e7f"
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
    """The lines of a page in the order in which the file draws them; none reaches over an upright border."""
    text = words.get_text_range()
    places = _Places(words.raw, turn)
    # The library counts characters; one outside the basic plane is two units of the text but one of them.
    lines: list[Line] = []
    for found in _LINE.finditer(text):
        lines += _parted(places, text, *found.span(), borders)
    return lines


def _parted(places: _Places, text: str, start: int, end: int, borders: Sequence[float]) -> list[Line]:
    """The line in pieces, cut at borders and at gaps that are too wide for a blank; needless blanks left out."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return []
    first = places.of(start)
    height = max(first.top - first.bottom, 1.0)
    pieces: list[Line] = []
    words = ""
    for gap in _GAP.finditer(text, start, end):
        before, after = places.of(gap.start() - 1), places.of(gap.end())
        words += text[start : gap.start()]
        width = after.left - before.right
        crosses = any(before.right - 1 <= border <= after.left + 1 for border in borders)
        # The library sometimes runs on into the next cell drawn, back at the left.
        if crosses or not -height < width <= _FAR * height:
            pieces.append(_line(words, first, before))
            words, first = "", after
        elif not _set_by_the_machine(text[gap.start() - 1], text[gap.end()], width / height):
            words += " "
        start = gap.end()
    pieces.append(_line(words + text[start:end], first, places.of(end - 1)))
    return pieces


def _set_by_the_machine(before: str, after: str, width: float) -> bool:
    """Whether a blank is only the room that typesetting leaves between Chinese and other characters."""
    chinese = (before > _CHINESE) + (after > _CHINESE)
    return (chinese == 1 and width < 0.6) or (chinese == 2 and width < 0.15)


def _line(text: str, first: Box, last: Box) -> Line:
    return Line(
        text, first.left, max(last.right, first.right), min(first.bottom, last.bottom), max(first.top, last.top)
    )
