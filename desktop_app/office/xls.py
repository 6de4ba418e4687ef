"""What calamine does not show of an .xls or .et: how its cells are shown, and how far its sheets go ([MS-XLS] 2.4).

The records are walked here before calamine reads them, because it ends the whole program over a sheet without end.
"""

import io
import struct
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from desktop_app.office.drawn_records import DRAWN, words_drawn
from desktop_app.office.faults import SPOILT_OLE, Damaged, Locked, Oversized
from desktop_app.office.formats import (
    BUILT_IN_MONTHS,
    BUILT_IN_PERCENTS,
    MOST_CELLS,
    Formats,
    Place,
    bare_code,
    shows_no_day,
)
from desktop_app.office.shown import is_worded
from desktop_app.office.struck_runs import struck_of_parts

_BEGIN, _END, _SHEET, _FORMAT, _STYLE, _LOCKED, _DAYS = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0, 0x002F, 0x0022
_FONT, _STRUCK, _NO_FONT = 0x0031, 0x0008, 4  # no font has this number ([MS-XLS] 2.5.129)
_DIMENSIONS, _BIFF8 = 0x0200, 0x0600
_STRINGS, _GOES_ON, _WORDS = 0x00FC, 0x003C, 0x00FD
_FORMULA, _NUMBER, _SMALL, _SEVERAL, _ERROR = 0x0006, 0x0203, 0x027E, 0x00BD, 0x0205
_CELLS = frozenset({_FORMULA, _NUMBER, _SMALL, _SEVERAL, _ERROR, 0x00FD, 0x0204, 0x00D6})
_MOST_COLUMNS = 256


class OldBook(NamedTuple):
    """The formats of each sheet by its name, and whether days are counted from 1904."""

    formats: dict[str, Formats]
    from_1904: bool


class _Styles(NamedTuple):
    percents: list[bool]
    months: list[bool]
    struck: list[bool]
    worded: Sequence[str] = ()
    strings: Mapping[int, str] = MappingProxyType({})


def read_xls(data: bytes) -> OldBook:
    """What the records say; Damaged, Locked, or Oversized where a sheet goes on without end."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            stream = ole.openstream("Workbook" if ole.exists("Workbook") else "Book").read()
        return _book(stream)
    except SPOILT_OLE as error:
        raise Damaged from error


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


def _book(stream: bytes) -> OldBook:
    percents, months, worded = set(BUILT_IN_PERCENTS), set(BUILT_IN_MONTHS), dict[int, str]()
    styles: list[tuple[int, int]] = []
    struck: list[bool] = []
    sheets: list[tuple[str, int]] = []
    strings: list[bytes] = []
    from_1904, wide, before = False, True, 0
    for kind, body in _records(stream, 0):
        if kind == _STRINGS or (kind == _GOES_ON and before == _STRINGS):
            strings.append(body)
            before = _STRINGS
            continue
        before = kind
        if kind == _LOCKED:
            raise Locked
        if kind == _BEGIN:
            wide = struct.unpack_from("<H", body)[0] == _BIFF8
        elif kind == _DAYS:
            from_1904 = body[:1] == b"\x01"
        elif kind == _STYLE:
            styles.append(struct.unpack_from("<HH", body))
        elif kind == _FONT:
            struck += [False] * (len(struck) == _NO_FONT)
            struck.append(bool(struct.unpack_from("<H", body, 2)[0] & _STRUCK))
        elif kind == _SHEET and body[5:6] == b"\0":
            sheets.append((_string(body[6:], 1, wide), struct.unpack_from("<I", body)[0]))
        elif kind == _FORMAT:
            number, form = struct.unpack_from("<H", body)[0], _string(body[2:], 2 if wide else 1, wide)
            code = bare_code(form)
            worded |= {number: form} if is_worded(form) else {}
            percents |= {number} if "%" in code else set()
            months |= {number} if shows_no_day(code) else set()
    shown = _Styles(
        [number in percents for _, number in styles],
        [number in months for _, number in styles],
        [_has(struck, font) for font, _ in styles],
        [worded.get(number, "") for _, number in styles] if worded else [],
        struck_of_parts(strings, partial(_has, struck)) if strings and any(struck) else {},
    )
    return OldBook({sheet: _cells(stream, at, shown) for sheet, at in sheets}, from_1904)


def _string(data: bytes, width: int, wide: bool) -> str:
    """A string whose length takes `width` bytes; in BIFF8 a flag follows: one byte a character, or two."""
    length = int.from_bytes(data[:width], "little")
    if not wide:  # the code page of Chinese systems
        return data[width : width + length].decode("gb18030", "replace")
    start = width + 1
    if data[width] & 1:
        return data[start : start + 2 * length].decode("utf-16-le", "replace")
    return data[start : start + length].decode("latin-1")


def _cells(stream: bytes, at: int, shown: _Styles) -> Formats:
    percents: set[Place] = set()
    months: set[Place] = set()
    computed: set[Place] = set()
    struck: set[Place] = set()
    codes: dict[Place, str] = {}
    partly: dict[Place, str] = {}
    drawn: list[tuple[int, bytes]] = []
    rows = columns = 0
    for kind, body in _records(stream, at):
        if kind == _DIMENSIONS:
            _check_dimensions(body)
        if kind in DRAWN:
            drawn.append((kind, body))
        if kind not in _CELLS:
            continue
        row, column, style = struct.unpack_from("<HHH", body)
        last = struct.unpack_from("<H", body, len(body) - 2)[0] if kind == _SEVERAL else column
        if max(column, last) >= _MOST_COLUMNS or last < column:
            raise ValueError("a cell outside the sheet")
        if row + 1 < rows:  # calamine takes the last cell's row for the sheet's end
            raise ValueError("rows out of order")
        rows, columns = row + 1, max(columns, last + 1)
        if kind == _SEVERAL:
            styles = [(column + n, struct.unpack_from("<H", body, 4 + 6 * n)[0]) for n in range(last - column + 1)]
            percents |= {(row, place) for place, number in styles if _has(shown.percents, number)}
            struck |= {(row, place) for place, number in styles if _has(shown.struck, number)}
            codes |= {(row, place): shown.worded[number] for place, number in styles if _has(shown.worded, number)}
        elif kind in (_FORMULA, _NUMBER, _SMALL):
            percents |= {(row, column)} if _has(shown.percents, style) else set()
            months |= {(row, column)} if _has(shown.months, style) else set()
            codes |= {(row, column): shown.worded[style]} if _has(shown.worded, style) else {}
        if kind != _SEVERAL and _has(shown.struck, style):
            struck.add((row, column))
        if shown.strings and kind == _WORDS:
            left = shown.strings.get(struct.unpack_from("<I", body, 6)[0])
            partly |= {(row, column): left} if left is not None else {}
        if kind == _FORMULA or (kind == _ERROR and body[7:8] == b"\x01"):
            computed.add((row, column))
    if rows * columns > MOST_CELLS:
        raise Oversized
    left = {**dict.fromkeys(struck, ""), **partly}
    return Formats(frozenset(percents), frozenset(months), frozenset(computed), left, *words_drawn(drawn), codes)


def _has(styles: Sequence[bool | str], number: int) -> bool:
    return number < len(styles) and bool(styles[number])


def _check_dimensions(body: bytes) -> None:
    """The size that the sheet claims; calamine sets aside room for it unseen."""
    # Before BIFF8 the record is shorter; calamine takes either for what its length says.
    top, bottom, left, right = struct.unpack_from("<IIHH" if len(body) >= 12 else "<HHHH", body)
    if bottom < top or right < left or (bottom - top) * (right - left) > MOST_CELLS:
        raise ValueError("a sheet of impossible size")
