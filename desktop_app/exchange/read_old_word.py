"""A Word 97 document with the form's table in it, as one grid; a paragraph outside tables is a row of one cell."""

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.office.faults import Damaged
from desktop_app.office.values import Area, Grid
from desktop_app.office.word97 import Fib, Words, open_file, read_words
from desktop_app.office.word97_format import Setting, paragraph_runs, setting_of
from desktop_app.office.word97_tables import Row, laid_out

_MARK = re.compile("[\r\x07\x0c]")
_FIELD_CODE = re.compile("\x13[^\x13\x14\x15]*[\x14\x15]|\x15")
_PLAIN = {**dict.fromkeys(range(0x20)), 0x0B: "\n", 0x09: "\t", 0x1E: "-"}
_CELL_END = "\x07"


class _Paragraph(NamedTuple):
    """A paragraph's text, how it is set, and the character that ends it."""

    text: str
    setting: Setting
    end: str


def read_old_word(data: bytes) -> tuple[Grid, tuple[Area, ...]]:
    """The grid and its merged areas; Damaged, Locked or OutOfDate."""
    fib = open_file(data)
    grid: Grid = []
    merged: list[Area] = []
    try:
        words = read_words(fib)
        for block in _blocks(_paragraphs(fib, words)):
            if isinstance(block, str):
                grid.append([block])
            else:
                _add_table(block, grid, merged)
    except (struct.error, ValueError, IndexError, KeyError) as error:
        raise Damaged from error
    width = max(map(len, grid), default=0)
    return [[*row, *[""] * (width - len(row))] for row in grid], tuple(merged)


def _add_table(rows: list[Row], grid: Grid, merged: list[Area]) -> None:
    """The rows of a table below what is there; Damaged where it is not said which column a cell stands in."""
    found = laid_out(rows, str.strip)
    if found is None and len({len(row.texts) for row in rows}) > 1:
        raise Damaged
    values, areas = found or ([[text.strip() for text in row.texts] for row in rows], [])
    start = len(grid)
    merged += [((a + start, b), (c + start, d)) for (a, b), (c, d) in areas]
    grid += values


def _blocks(paragraphs: Iterator[_Paragraph]) -> Iterator[str | list[Row]]:
    """The passages and tables in order."""
    rows: list[Row] = []
    cells: list[str] = []
    lines: list[str] = []
    for paragraph in paragraphs:
        if not paragraph.setting.in_table and paragraph.end != _CELL_END:
            if rows:
                yield rows
                rows, cells, lines = [], [], []
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
        yield rows


def _paragraphs(fib: Fib, words: Words) -> Iterator[_Paragraph]:
    settings, at = paragraph_runs(fib), 0
    while at < words.main:
        found = _MARK.search(words.text, at, words.main)
        stop = found.start() if found else words.main
        setting = setting_of(settings.at(words.place(min(stop, words.main - 1))), {})
        yield _Paragraph(_plain(words.text[at:stop]), setting, found[0] if found else "")
        at = stop + 1


def _plain(text: str) -> str:
    """Without control characters and codes of fields; pairs of surrogates as one character again."""
    plain = _FIELD_CODE.sub("", text).translate(_PLAIN)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
