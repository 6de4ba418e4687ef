"""Values with commas, semicolons or tabs between (.csv, .txt), in whatever encoding offices save them."""

import csv
import io
from collections.abc import Iterable

from desktop_app.office.faults import Damaged, Oversized
from desktop_app.office.formats import MOST_CELLS
from desktop_app.office.values import Grid

_ENCODINGS = ("utf-8", "gb18030")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BETWEEN = ("\t", ",", ";", "，", "|")
_LINES_LOOKED_AT = 60
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
    """The lines as rows of equal length; Damaged where the bytes are no text."""
    if len(data) > _MOST_BYTES:
        raise Oversized
    lines = list(io.StringIO(decoded(data), newline=""))  # str.splitlines would part a value at a control character
    try:
        rows = list(csv.reader(lines, delimiter=_between(lines[:_LINES_LOOKED_AT])))
    except csv.Error as error:
        raise Damaged from error
    width = max(map(len, rows), default=0)
    if len(rows) * width > MOST_CELLS:
        raise Oversized
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _between(lines: Iterable[str]) -> str:
    """What stands between the values: what divides most of the lines most often."""
    text = "".join(lines)
    return max(_BETWEEN, key=lambda sign: (text.count(sign) > 0, text.count(sign)))
