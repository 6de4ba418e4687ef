"""Lines of a PDF, one below the other, to paragraphs: where one goes on and where another opens."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from desktop_app.documents.addressees import NAME_LINES, ends_notice
from desktop_app.documents.folding import fold
from desktop_app.documents.lines import is_title
from desktop_app.documents.numbering import Mark, mark_at
from desktop_app.documents.reader.pdf_lines import Line, beside, held_together
from desktop_app.documents.reader.pdf_tables import LABEL

_ANNEX = re.compile(r"附 *[件表] *[\d一二三四五六七八九十]{0,2} *：?")  # alone on its line it opens what is annexed
_DAY = re.compile(r"[12]\d{3}年 *\d{1,2}月 *\d{1,2}日")  # alone on its line: of signing; a sentence would go on or stop
_SHORT = 1.8  # letters missing at the end of a line that ends its paragraph with a stop
_OPEN_SHORT = 3.5  # and of one that ends it without
_ASIDE = 0.4  # of a column's width: a line that begins there is set to the right or in the middle
_TEXT = 5  # lines of a column that is no mere title above a table
_INDENT = 1.2  # letters of indentation that open a paragraph
_CLOSE = 0.5  # of a line's height between two parts of it that are one


class Column(NamedTuple):
    """Lines one below the other, the edges they are set between, and the size of a letter."""

    lines: list[Line]
    left: float
    right: float
    letter: float


class Flow:
    """Lines taken one after the other, given back as paragraphs."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._before: tuple[Line, Column] | None = None
        self._opened: dict[str, int] = {}

    def add(self, column: Column) -> Iterator[str]:
        """The paragraphs that the lines of `column` bring to an end."""
        for row in _rows(column):
            line = _joined_row(row)
            if self._before and not self._goes_on(line, column):
                yield from self.end()
            if not self._parts and (mark := _mark(line.text)):
                if mark.kind != "point":
                    self._opened.pop("point", None)  # 一是 of the part above
                self._opened[mark.kind] = mark.value or 0
            indented = not self._parts and line.left - column.left > _INDENT * column.letter
            self._parts.append(("\u3000\u3000" if indented else "") + _glue(self._parts, line.text))
            self._before = (line, column)

    def _goes_on(self, line: Line, column: Column) -> bool:
        """Whether the line goes on with the paragraph that is open; the name of a notice may fill its last line."""
        if self._before is None or not _goes_on(*self._before, line, column, self._opened):
            return False
        return not (len(self._parts) <= NAME_LINES and ends_notice(self._parts, fold(line.text).strip()))

    def end(self) -> Iterator[str]:
        """The paragraph that is open."""
        if self._parts:
            yield "".join(self._parts)
        self._parts, self._before = [], None


def _glue(parts: list[str], text: str) -> str:
    """A blank between Latin words of two lines."""
    latin = bool(parts) and parts[-1][-1:].isascii() and parts[-1][-1:].isalpha() and text[:1].isascii()
    return f" {text}" if latin and text[:1].isalpha() else text


def _goes_on(last: Line, above: Column, line: Line, column: Column, opened: Mapping[str, int]) -> bool:
    """Whether `line` continues the paragraph of `last`: the last is full, and nothing opens here.

    `opened` holds the last number of each kind that opened a paragraph: the next one opens another.
    """
    words = fold(line.text).strip()
    if _ANNEX.fullmatch(words) or _DAY.fullmatch(words):
        return False
    mark = _mark(line.text)
    if mark is None and _is_centred(last, line, column):
        free = (above.right - above.left - last.right + last.left) / above.letter
        return free < _OPEN_SHORT and len(above.lines) > _TEXT
    room = (above.right - last.right) / above.letter - max(held_together(line.text) - 1, 0.0)
    closed = last.text.rstrip()[-1:] in "。；）)：:！？"
    if room > (_SHORT if closed else _OPEN_SHORT):
        return False
    if last.left > above.left + _ASIDE * (above.right - above.left):
        return False
    if line.left > column.left + _INDENT * column.letter or abs(last.height - line.height) > 0.25 * last.height:
        return False
    if mark is None:
        return not (last.text.endswith("。") and LABEL.match(line.text))
    follows = mark.value is not None and mark.value == opened.get(mark.kind, 0) + 1 > 1
    if mark.kind == "point" and not follows and (mark.value or 0) > 1:
        return True  # 四是, where 三是 did not open a paragraph either
    return not (closed or follows or is_title(fold(last.text).strip()))


def _is_centred(last: Line, line: Line, column: Column) -> bool:
    """Whether a line set in the middle stands right below another, in the same type."""
    apart = abs(last.left + last.right - line.left - line.right) / 2
    aside = line.left - column.left > 2 * column.letter
    return aside and apart < column.letter / 2 and abs(last.height - line.height) < 1


def _mark(text: str) -> Mark | None:
    shadow = fold(text).strip()
    return mark_at(shadow, 0, len(shadow), shadow)


def _rows(column: Column) -> list[list[Line]]:
    """The lines of a column, pieces on the same height together."""
    rows: list[list[Line]] = []
    for line in column.lines:
        if rows and beside(rows[-1][-1], line) and line.left >= rows[-1][-1].right:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _joined_row(row: list[Line]) -> Line:
    text = row[0].text
    for before, line in pairwise(row):
        near = line.left - before.right < _CLOSE * line.height  # one line, drawn in parts
        text += line.text if near else "\u3000\u3000" + line.text
    return Line(text, row[0].left, row[-1].right, min(line.bottom for line in row), max(line.top for line in row))
