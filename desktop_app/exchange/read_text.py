"""Values with commas, semicolons or tabs between (.csv, .txt), in whatever encoding offices save them."""

import csv
import io
import re
from collections.abc import Sequence

from desktop_app.office.faults import CutOff, Damaged, Oversized
from desktop_app.office.formats import MOST_CELLS
from desktop_app.office.values import Grid

_ENCODINGS = ("utf-8", "gb18030")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BETWEEN = ("\t", ",", ";", "，", "|")
_LINES_LOOKED_AT = 60
_KEPT_AS_TEXT = re.compile(r'^="([^"]*)"$')  # what keeps Excel from making a number of it
_ROWS_ALIKE = 4  # with the header and the one that is cut
_MOST_COUNTED = 20  # values of a line: a sentence can have commas by the thousand
_MOST_BYTES = 32 << 20


def decoded(data: bytes) -> str:
    """The text of these bytes; Damaged where they are in no encoding that is used here."""
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    for encoding in marked or _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeError:
            continue
    raise Damaged


def read_grid(data: bytes) -> Grid:
    """The lines as rows of equal length; Damaged where the bytes are no text, CutOff where they end within a row."""
    if len(data) > _MOST_BYTES:
        raise Oversized
    text = decoded(data)
    lines = list(io.StringIO(text, newline=""))  # str.splitlines would part a value at a control character
    try:
        rows = list(csv.reader(lines, delimiter=_between(lines[:_LINES_LOOKED_AT])))
    except csv.Error as error:
        raise Damaged from error
    if '="' in text:
        rows = [[_KEPT_AS_TEXT.sub(r"\1", value) for value in row] for row in rows]
    width = max(map(len, rows), default=0)
    if len(rows) * width > MOST_CELLS:
        raise Oversized
    if lines and not lines[-1].endswith(("\n", "\r")) and _is_cut(rows, width):
        raise CutOff
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _is_cut(rows: Sequence[Sequence[str]], width: int) -> bool:
    """Whether the last row alone lacks values that all rows from the header on have, as programs write them."""
    table = [row for row in rows[[len(row) for row in rows].index(width) :] if row]
    return len(table) >= _ROWS_ALIKE and 1 < len(table[-1]) < width and all(len(row) == width for row in table[:-1])


def _between(lines: Sequence[str]) -> str:
    """What stands between the values: what divides most of the lines, and them into most parts."""
    return max(_BETWEEN, key=lambda sign: _divided(lines, sign))


def _divided(lines: Sequence[str], sign: str) -> tuple[int, int]:
    """How many lines a sign divides, and into how many values."""
    try:
        counts = [len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1]
    except csv.Error:
        return 0, 0
    return len(counts), sum(min(count, _MOST_COUNTED) for count in counts)
