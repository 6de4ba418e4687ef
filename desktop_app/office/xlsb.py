"""What calamine does not show of an .xlsb: how its cells are shown, and how far its sheets go ([MS-XLSB] 2.1.4)."""

import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import NamedTuple

from desktop_app.office.faults import Damaged, Oversized
from desktop_app.office.formats import (
    BUILT_IN_MONTHS,
    BUILT_IN_PERCENTS,
    MOST_CELLS,
    Formats,
    Place,
    bare_code,
    shows_no_day,
)
from desktop_app.office.package import Package, parsed
from desktop_app.office.remarks import OLD_KIND, boxes_of, linked
from desktop_app.office.shown import is_worded
from desktop_app.office.struck_runs import struck_of_item

BOOK, _RELATIONS, _STYLES = "xl/workbook.bin", "xl/_rels/workbook.bin.rels", "xl/styles.bin"
_STRINGS = "xl/sharedStrings.bin"
_ROW, _DIMENSIONS, _SHEET, _BOOK_SETTINGS = 0, 148, 156, 153
_FONT, _FORMAT, _STYLE, _CELL_STYLES, _CELL_STYLES_END = 43, 44, 47, 617, 618
_STRUCK = 0x0008
_REMARK, _REMARK_WORDS = 635, 637
_ERROR, _NUMBERS, _FORMULAS = 3, frozenset({2, 5, 9}), frozenset({8, 9, 10, 11})
_FORMULA_ERROR, _WORDS = 11, 7
_MOST_ROWS, _MOST_COLUMNS = 1 << 20, 1 << 14
_MOST_RECORDS = 1_000_000  # some two seconds


class _Styles(NamedTuple):
    """The cell styles that show a percentage, a date without its day, words struck through; and which fonts strike."""

    percents: set[int]
    months: set[int]
    struck: set[int]
    fonts: list[bool]
    worded: Mapping[int, str] = MappingProxyType({})


def read_xlsb(package: Package) -> tuple[dict[str, Formats], bool]:
    """The formats of each sheet by its name, and whether days are counted from 1904; Damaged or Oversized."""
    try:
        sheets, from_1904 = _book(package)
        styles = _styles(package)
        strings = _checked_strings(package.read(_STRINGS), styles.fonts) if _STRINGS in package else {}
        return {
            name: _cells(package.read(path), styles, strings)._replace(
                remarks=_remarks(package, path), boxes=boxes_of(package, path)
            )
            for name, path in sheets.items()
            if path in package
        }, from_1904
    except (struct.error, IndexError, UnicodeError) as error:
        raise Damaged from error


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part; IndexError where it is cut off, Oversized where there are more than an office fills."""
    at = count = 0
    while at < len(part):
        count += 1
        if count > _MOST_RECORDS:
            raise Oversized
        kind, at = _short(part, at, 2)
        length, at = _short(part, at, 4)
        if at + length > len(part):
            raise IndexError("a record beyond the end")
        yield kind, part[at : at + length]
        at += length


def _short(part: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, and where it ends."""
    number = 0
    for place in range(most):
        byte = part[at]
        at += 1
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            break
    return number, at


def _string(body: bytes, at: int) -> tuple[str, int]:
    length = struct.unpack_from("<I", body, at)[0]
    end = at + 4 + 2 * length
    if end > len(body):
        raise IndexError("a string beyond the end")
    return body[at + 4 : end].decode("utf-16-le"), end


def _book(package: Package) -> tuple[dict[str, str], bool]:
    """The part of each sheet by its name, and whether days are counted from 1904."""
    links = parsed(package.read(_RELATIONS)).iter("{*}Relationship")
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    sheets: dict[str, str] = {}
    from_1904 = False
    for kind, body in _records(package.read(BOOK)):
        if kind == _BOOK_SETTINGS:
            from_1904 = bool(body[0] & 1)
        elif kind == _SHEET:
            relation, at = _string(body, 8)
            target = targets.get(relation, "").lstrip("/")
            sheets[_string(body, at)[0]] = target if target.startswith("xl/") else f"xl/{target}"
    return sheets, from_1904


def _styles(package: Package) -> _Styles:
    if _STYLES not in package:
        return _Styles(set(), set(), set(), [], {})
    percents, months, worded = set(BUILT_IN_PERCENTS), set(BUILT_IN_MONTHS), dict[int, str]()
    used: list[tuple[int, int]] = []
    struck: list[bool] = []
    of_cells = False
    for kind, body in _records(package.read(_STYLES)):
        if kind == _FORMAT:
            number, form = struct.unpack_from("<H", body)[0], _string(body, 2)[0]
            code = bare_code(form)
            worded |= {number: form} if is_worded(form) else {}
            percents |= {number} if "%" in code else set()
            months |= {number} if shows_no_day(code) else set()
        elif kind == _FONT:
            struck.append(bool(struct.unpack_from("<H", body, 2)[0] & _STRUCK))
        elif kind in (_CELL_STYLES, _CELL_STYLES_END):
            of_cells = kind == _CELL_STYLES
        elif kind == _STYLE and of_cells:
            used.append(struct.unpack_from("<HH", body, 2))
    shown = list(enumerate(used))
    return _Styles(
        {n for n, (number, _) in shown if number in percents},
        {n for n, (number, _) in shown if number in months},
        {n for n, (_, font) in shown if font < len(struck) and struck[font]},
        struck,
        {n: worded[number] for n, (number, _) in shown if number in worded},
    )


def _cells(part: bytes, styles: _Styles, strings: dict[int, str]) -> Formats:
    percents: set[Place] = set()
    months: set[Place] = set()
    computed: set[Place] = set()
    struck: dict[Place, str] = {}
    codes: dict[Place, str] = {}
    row = rows = columns = 0
    for kind, body in _records(part):
        if kind == _DIMENSIONS:
            _check_dimensions(body)
        elif kind == _ROW:
            row = struct.unpack_from("<I", body)[0]
        elif 1 < kind <= _FORMULA_ERROR:  # 1 is a blank cell
            column, style = struct.unpack_from("<II", body)
            style &= 0xFFFFFF
            if row >= _MOST_ROWS or column >= _MOST_COLUMNS or row + 1 < rows:
                raise Damaged
            rows, columns = row + 1, max(columns, column + 1)
            if kind in _NUMBERS:
                percents |= {(row, column)} if style in styles.percents else set()
                months |= {(row, column)} if style in styles.months else set()
                codes |= {(row, column): styles.worded[style]} if style in styles.worded else {}
            if style in styles.struck:
                struck[row, column] = ""
            if strings and kind == _WORDS and (left := strings.get(struct.unpack_from("<I", body, 8)[0])) is not None:
                struck[row, column] = left
            if kind in _FORMULAS or kind == _ERROR:
                computed.add((row, column))
    if rows * columns > MOST_CELLS:
        raise Oversized
    return Formats(frozenset(percents), frozenset(months), frozenset(computed), struck, codes=codes)


def _remarks(package: Package, sheet: str) -> dict[Place, str]:
    """The words of the sheet's comments by their places; what follows a spoilt record is left out."""
    found: dict[Place, str] = {}
    with suppress(Damaged, struct.error, IndexError, UnicodeError):
        for part in linked(package, sheet, OLD_KIND):
            place: Place = (0, 0)
            for kind, body in _records(package.read(part)):
                if kind == _REMARK:
                    row, _, column = struct.unpack_from("<III", body, 4)
                    place = (row, column)
                elif kind == _REMARK_WORDS:
                    found[place] = _string(body, 1)[0].strip()
    return {place: words for place, words in found.items() if words}


def _check_dimensions(body: bytes) -> None:
    """The size that the sheet claims; calamine sets aside room for it unseen."""
    top, bottom, left, right = struct.unpack_from("<IIII", body)
    if bottom < top or right < left or (bottom - top + 1) * (right - left + 1) > MOST_CELLS:
        raise Damaged


def _checked_strings(part: bytes, fonts: list[bool]) -> dict[int, str]:
    """What is left of the strings struck through in part, by number; Damaged where they are fewer than they claim."""
    begin, string = 159, 19
    claimed = said = 0
    struck: dict[int, str] = {}
    strikes = any(fonts)
    for kind, body in _records(part):
        if kind == begin:
            claimed = struct.unpack_from("<II", body)[1]
        elif kind == string:
            left = struck_of_item(body, lambda font: font < len(fonts) and fonts[font]) if strikes else None
            struck |= {said: left} if left is not None else {}
            said += 1
    if claimed > said:
        raise Damaged
    return struck
