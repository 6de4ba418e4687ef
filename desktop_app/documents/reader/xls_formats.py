"""What calamine does not show of an .xls or .et: how its cells are shown, and how far its sheets go ([MS-XLS] 2.4).

The records are walked here before calamine reads them, because it ends the whole program over a sheet without end.
"""

import io
import struct
from collections.abc import Iterator

from desktop_app.documents.reader.cell_formats import (
    BUILT_IN_MONTHS,
    BUILT_IN_PERCENTS,
    MOST_CELLS,
    Formats,
    Place,
    bare_code,
    shows_no_day,
)
from desktop_app.errors import Refused
from desktop_app.texts import formats as texts

_BEGIN, _END, _SHEET, _FORMAT, _STYLE, _LOCKED = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0, 0x002F
_DIMENSIONS = 0x0200
_FORMULA, _NUMBER, _SMALL, _SEVERAL = 0x0006, 0x0203, 0x027E, 0x00BD
_CELLS = frozenset({_FORMULA, _NUMBER, _SMALL, _SEVERAL, 0x00FD, 0x0204, 0x0205, 0x00D6})
_MOST_COLUMNS = 256


def read_xls_formats(data: bytes, name: str) -> dict[str, Formats]:
    """The formats of each sheet by its name; Refused where the file is damaged, locked or goes on without end."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            stream = ole.openstream("Workbook" if ole.exists("Workbook") else "Book").read()
        return _formats(stream, name)
    except (OSError, ArithmeticError, ValueError, LookupError, TypeError, struct.error) as error:
        raise Refused(texts.SHEET_BROKEN.format(name=name)) from error


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from `at` to the end of this part of the file; ValueError where it has none."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
        depth += (kind & 0xFF == _BEGIN & 0xFF and kind in (0x0809, 0x0409, 0x0209)) - (kind == _END)
        if depth <= 0:
            return
    raise ValueError("a part of the file without end")


def _formats(stream: bytes, name: str) -> dict[str, Formats]:
    percents, months = set(BUILT_IN_PERCENTS), set(BUILT_IN_MONTHS)
    styles: list[int] = []
    sheets: list[tuple[str, int]] = []
    for kind, body in _records(stream, 0):
        if kind == _LOCKED:
            raise Refused(texts.SHEET_PASSWORD.format(name=name))
        if kind == _STYLE:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _SHEET and body[5:6] == b"\0":
            sheets.append((_string(body[6:], 1), struct.unpack_from("<I", body)[0]))
        elif kind == _FORMAT:
            number, code = struct.unpack_from("<H", body)[0], bare_code(_string(body[2:], 2))
            percents |= {number} if "%" in code else set()
            months |= {number} if shows_no_day(code) else set()
    shown = [(number in percents, number in months) for number in styles]
    return {sheet: _cells(stream, at, shown, name) for sheet, at in sheets}


def _string(data: bytes, width: int) -> str:
    """A string of BIFF8 whose length takes `width` bytes; one byte a character, or two."""
    length = int.from_bytes(data[:width], "little")
    wide = data[width] & 1
    start = width + 1
    if wide:
        return data[start : start + 2 * length].decode("utf-16-le", "replace")
    return data[start : start + length].decode("latin-1")


def _cells(stream: bytes, at: int, shown: list[tuple[bool, bool]], name: str) -> Formats:
    percents: set[Place] = set()
    months: set[Place] = set()
    rows = columns = 0
    for kind, body in _records(stream, at):
        if kind == _DIMENSIONS:
            _check_dimensions(body)
        if kind not in _CELLS:
            continue
        row, column, style = struct.unpack_from("<HHH", body)
        last = column
        if kind == _SEVERAL:
            last = struct.unpack_from("<H", body, len(body) - 2)[0]
        if max(column, last) >= _MOST_COLUMNS:
            raise ValueError("a cell outside the sheet")
        if row + 1 < rows:  # calamine takes the last cell's row for the sheet's end
            raise ValueError("rows out of order")
        rows, columns = row + 1, max(columns, last + 1)
        if kind in (_FORMULA, _NUMBER, _SMALL) and style < len(shown):
            percents |= {(row, column)} if shown[style][0] else set()
            months |= {(row, column)} if shown[style][1] else set()
    if rows * columns > MOST_CELLS:
        raise Refused(texts.SHEET_BIG.format(name=name))
    return Formats(frozenset(percents), frozenset(months))


def _check_dimensions(body: bytes) -> None:
    """The size that the sheet claims; calamine sets aside room for it unseen."""
    if len(body) >= 12:
        top, bottom, left, right = struct.unpack_from("<IIHH", body)
        if bottom < top or right < left or (bottom - top) * (right - left) > MOST_CELLS:
            raise ValueError("a sheet of impossible size")
