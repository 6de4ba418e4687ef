"""Word 97 documents (.doc, .wps) as passages and tables, with the numbers that Word gives its lists."""

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.documents.marks import classified_mark
from desktop_app.documents.reader.blocks import Content, Table, joined
from desktop_app.documents.reader.doc_lists import read_lists
from desktop_app.documents.reader.doc_tables import table_of
from desktop_app.documents.reader.word_numbering import Numbering
from desktop_app.errors import Refused
from desktop_app.office.faults import Damaged, Locked, OutOfDate
from desktop_app.office.word97 import Fib, Words, open_file, read_words
from desktop_app.office.word97_format import (
    Runs,
    Setting,
    character_runs,
    is_shown,
    paragraph_runs,
    setting_of,
    style_lists,
)
from desktop_app.office.word97_tables import Row
from desktop_app.texts import formats as texts

_FIELD = re.compile("[\x13\x14\x15]")
_MARK = re.compile("[\r\x07\x0c]")
_PLAIN = {**dict.fromkeys(range(0x20)), 0x0B: "\n", 0x09: "\t", 0x0A: "\n", 0x1E: "-"}
_CELL_END = "\x07"
_DRAWING = "\x08"


class Paragraph(NamedTuple):
    """A paragraph's text with its number, how it is set, and the character that ends it."""

    text: str
    setting: Setting
    end: str


def read_doc(data: bytes, name: str) -> Content:
    """The passages and tables of the file; Refused where it is damaged, locked or of an older Word."""
    fib = _opened(data, name)
    try:
        words = read_words(fib)
        reader = _Reader(fib, words)
        hung = reader.first_anchor()
        body = (*reader.blocks(0, hung), *reader.blocks(*words.boxes), *reader.blocks(hung, words.main))
        blocks = [*reader.header(), *body]
    except (struct.error, ValueError, IndexError, KeyError) as error:
        raise Refused(texts.WORD_BROKEN.format(name=name)) from error
    remark = (texts.NUMBERS_MISSING.format(count=reader.unnumbered),) if reader.unnumbered else ()
    return Content(joined(blocks), remark)


def _opened(data: bytes, name: str) -> Fib:
    try:
        return open_file(data)
    except OutOfDate as error:
        raise Refused(texts.WORD_TOO_OLD.format(name=name)) from error
    except Locked as error:
        raise Refused(texts.WORD_PASSWORD.format(name=name)) from error
    except Damaged as error:
        raise Refused(texts.WORD_BROKEN.format(name=name)) from error


class _Reader:
    """Goes through the text paragraph by paragraph."""

    def __init__(self, fib: Fib, words: Words) -> None:
        self.fib = fib
        self.words = words
        self.unnumbered = 0
        self._settings: Runs = paragraph_runs(fib)
        self._styles = style_lists(fib)
        self._lists: Numbering = read_lists(fib)
        self._text = _without_hidden(_without_fields(words.text), words, character_runs(fib))
        self._tables = 0

    def header(self) -> Iterator[str]:
        """The page header, where it bears a mark of classification; else it repeats what the pages say."""
        start = sum(self.fib.lengths[:2])
        text = _plain(_MARK.sub("\n", self._text[start : start + self.fib.lengths[2]]))
        if classified_mark(text):
            yield text

    def first_anchor(self) -> int:
        """Where the paragraph begins to which the first drawing is tied; the end of the text where there is none.

        The words of text boxes stand there: the red head of a paper is one ([MS-DOC] 2.8.37, character 8).
        """
        found = self._text.find(_DRAWING, 0, self.words.main)
        if found < 0 or self._setting_at(found).in_table:
            return self.words.main
        return max((self._text.rfind(mark, 0, found) for mark in "\r\x07\x0c"), default=-1) + 1

    def _setting_at(self, at: int) -> Setting:
        return setting_of(self._settings.at(self.words.place(at)), self._styles)

    def blocks(self, start: int, end: int) -> Iterator[str | Table]:
        """The passages and tables between two characters."""
        rows: list[Row] = []
        cells: list[str] = []
        lines: list[str] = []
        for paragraph in self._paragraphs(start, end):
            if not paragraph.setting.in_table and paragraph.end != _CELL_END:
                if rows:
                    yield self._table(rows)
                    rows, cells, lines = [], [], []
                if paragraph.text.strip():
                    yield paragraph.text
            elif paragraph.setting.row_end:
                rows.append(Row(tuple(cells), paragraph.setting.cells))
                cells, lines = [], []
            else:
                lines.append(paragraph.text)
                if paragraph.end == _CELL_END:
                    cells.append("\n".join(lines))
                    lines = []
        if rows:
            yield self._table(rows)

    def _table(self, rows: list[Row]) -> Table:
        self._tables += 1
        return table_of(rows, texts.TABLE_NAME.format(number=self._tables))

    def _paragraphs(self, start: int, end: int) -> Iterator[Paragraph]:
        at = start
        while at < end:
            found = _MARK.search(self._text, at, end)
            stop = found.start() if found else end
            setting = self._setting_at(min(stop, end - 1))
            text = _plain(self._text[at:stop])
            if text.strip() and setting.list is not None:
                label = self._lists.next_label(str(setting.list), setting.level)
                known = setting.level in self._lists.levels.get(self._lists.lists.get(str(setting.list), ""), {})
                self.unnumbered += not known
                text = label + text
            yield Paragraph(text, setting, found[0] if found else "")
            at = stop + 1


def _plain(text: str) -> str:
    """Without control characters; pairs of surrogates as one character again."""
    return text.translate(_PLAIN).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _without_fields(text: str) -> str:
    """The text with the codes of fields blanked, their results kept; every character keeps its place."""
    parts: list[str] = []
    codes: list[bool] = []  # of the fields open here, whether their code is still being read
    at = 0
    for found in _FIELD.finditer(text):
        parts.append("\0" * (found.start() - at) if any(codes) else text[at : found.start()])
        if found[0] == "\x13":
            codes.append(True)
        elif codes and found[0] == "\x14":
            codes[-1] = False
        elif codes:
            codes.pop()
        parts.append("\0")
        at = found.end()
    return "".join(parts) + text[at:]


def _without_hidden(text: str, words: Words, runs: Runs) -> str:
    """The text with hidden and deleted characters blanked."""
    gone = [not is_shown(properties) for properties in runs.values]
    if not any(gone):
        return text
    parts: list[str] = []
    for piece in words.pieces:
        for at in range(piece.start, piece.end):
            place = piece.place + (at - piece.start) * piece.width
            index = runs.index(place)
            parts.append("\0" if index >= 0 and gone[index] and not _MARK.match(text[at]) else text[at])
    return "".join(parts)
