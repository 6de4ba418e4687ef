"""What calamine does not show of an .xlsx: how its cells are shown, which are computed, how far its sheets go."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from desktop_app.office.far_rows import gathered
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
from desktop_app.office.package import MOST_WHOLE, Package, parsed, stored
from desktop_app.office.remarks import boxes_of, remarks_of
from desktop_app.office.shown import is_worded
from desktop_app.office.struck import is_struck, struck_cells, struck_strings

_ROOT, BOOK, _RELATIONS = "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_STYLES, _STRINGS = "xl/styles.xml", "xl/sharedStrings.xml"
MOST_VALUES = 500_000  # of a sheet; the largest ledgers have a third of it
MOST_UNPACKED = 700 << 20
MOST_ABOUT = 16 << 20  # bytes of a part that only says where the others are, or how cells look
_MOST_DIGITS = 7  # of a row's number or a style's; a spoilt file's may be too long for Python to read
_MERGED_END = b"</mergeCells>"
_NO_MARKUP = (b"<!", b"-->", b"]]>")  # what may hold words that only look like elements
_LARGE = 8 << 20  # bytes of a sheet from which its empty rows are left out before it is parsed
# As Excel, WPS and LibreOffice write a cell; any other way of writing it is read by the parser.
_CELL = re.compile(rb'<c(?: r="([A-Z]{1,3})(\d{1,7})")(?: s="(\d{1,6})")?(?: t="(\w+)")?(/?)>(?:\s*<(f)[\s>/])?')
_TAG = re.compile(rb'<c(?: r="([A-Z]{1,3})(\d{1,7})"|[\s/>])([^>]*)')
_PREFIXED = re.compile(rb":c[\s/>]")
_AFTER_ADDRESS = re.compile(rb'(?: s="(\d{1,6})")?(?: t="(\w+)")?/?')
_FORMULA_TAG = re.compile(rb"<f[\s>/]")
_FORMULA, _ERROR = frozenset([b"f"]), frozenset([b"e"])
CellTag = tuple[bytes, bytes, bytes, bytes, bytes, bytes]


class NewBook(NamedTuple):
    """The formats of each sheet by its name, whether days are counted from 1904, and what calamine may read."""

    formats: dict[str, Formats]
    from_1904: bool
    data: bytes


class _Styles(NamedTuple):
    """The indexes, as cells name them, of styles that show a percentage, a date without day, or words struck through.

    `worded` are the number formats of those that show words beside a number; `odd` are all of them.
    """

    percents: frozenset[bytes]
    months: frozenset[bytes]
    struck: frozenset[bytes]
    odd: frozenset[bytes]
    worded: Mapping[bytes, str] = MappingProxyType({})


def read_xlsx(package: Package) -> NewBook:
    """What the parts say; Damaged, Locked, or Oversized where a sheet goes on without end."""
    about = {part: package.read(part, MOST_ABOUT) for part in (BOOK, _RELATIONS)}
    paths, from_1904 = _book(about[BOOK], about[_RELATIONS])
    sizes = {path: package.size(path) for path in paths.values() if path in package}
    if sum(sizes.values()) > MOST_UNPACKED:
        raise Oversized
    large = {path: _without_empty_rows(package, path) for path, size in sizes.items() if size > _LARGE}
    # Read in any case: calamine would unpack them whatever their size.
    about |= {part: package.read(part, MOST_ABOUT) for part in (_ROOT, _STYLES) if part in package}
    if _STRINGS in package:
        about[_STRINGS] = package.read(_STRINGS)
    styles, strings = _styles_of(about.get(_STYLES)), struck_strings(about.get(_STRINGS, b""))
    formats: dict[str, Formats] = {}
    for name, path in paths.items():
        if path in sizes:
            xml, far = gathered(large.get(path) or package.read(path))
            drawn = {"remarks": remarks_of(package, path), "boxes": boxes_of(package, path)}
            formats[name] = _formats(xml, styles, strings)._replace(**drawn, far=far)
            if large or far or sum(sizes.values()) <= _LARGE:
                about[path] = _merged_first(xml)
    return NewBook(formats, from_1904, stored(about) if about.keys() >= sizes.keys() else package.data)


def _merged_first(xml: bytes) -> bytes:
    """The sheet with its merged areas before its cells: there calamine finds them without reading all cells again."""
    cells, end = xml.find(b"<sheetData"), xml.rfind(b"</sheetData>")
    head, tail = xml[: max(cells, 0)], xml[max(end, 0) :]
    if not 0 < cells < end or b"<!" in head or any(sign in tail for sign in _NO_MARKUP):
        return xml
    start, stop = tail.find(b"<mergeCells"), tail.find(_MERGED_END)
    if start < 0 and b"mergeCells" not in tail:
        return b"%b<mergeCells>%b%b" % (head, _MERGED_END, xml[cells:])
    if not 0 < start < stop:
        return xml
    stop += len(_MERGED_END)
    return b"".join((head, tail[start:stop], xml[cells:end], tail[:start], tail[stop:]))


@lru_cache(maxsize=64)
def _book(xml: bytes, relations: bytes) -> tuple[dict[str, str], bool]:
    """The part of each sheet by its name; whether days are counted from 1904. Many forms of a round say the same."""
    book = parsed(xml)
    about = book.find("{*}workbookPr")
    targets = {relation.get("Id"): relation.get("Target", "") for relation in parsed(relations).iter("{*}Relationship")}
    paths: dict[str, str] = {}
    for sheet in book.iterfind(".//{*}sheet"):
        target = targets.get(next((value for key, value in sheet.items() if key.endswith("}id")), None), "")
        target = target.replace("\\", "/")
        paths[sheet.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return paths, about is not None and about.get("date1904") in ("1", "true")


@lru_cache(maxsize=8)
def _styles_of(xml: bytes | None) -> _Styles:
    """The styles of a part, which may be missing; the forms of one round come back with the same."""
    if xml is None:
        return _Styles(frozenset(), frozenset(), frozenset(), frozenset())
    styles = parsed(xml)
    percents, months, worded = set(BUILT_IN_PERCENTS), set(BUILT_IN_MONTHS), {}
    for form in styles.iterfind(".//{*}numFmt"):
        code, number = bare_code(form.get("formatCode", "")), _whole(form.get("numFmtId", "0"))
        if "%" in code:
            percents.add(number)
        if shows_no_day(code):
            months.add(number)
        if is_worded(form.get("formatCode", "")):
            worded[number] = form.get("formatCode", "")
    cells = styles.find("{*}cellXfs")
    used = [_whole(style.get("numFmtId", "0")) for style in (cells if cells is not None else ())]
    fonts = [_whole(style.get("fontId", "0")) for style in (cells if cells is not None else ())]
    struck = {number for number, font in enumerate(styles.iterfind("{*}fonts/{*}font")) if is_struck(font)}
    shown, undated, crossed = _named(used, percents), _named(used, months), _named(fonts, struck)
    said = {b"%d" % index: worded[number] for index, number in enumerate(used) if number in worded}
    return _Styles(shown, undated, crossed, shown | undated | crossed | frozenset(said), said)


def _named(used: list[int], wanted: set[int]) -> frozenset[bytes]:
    return frozenset(b"%d" % index for index, number in enumerate(used) if number in wanted)


def _whole(digits: str) -> int:
    return int(digits) if len(digits) <= _MOST_DIGITS and digits.isdecimal() else -1


def _formats(xml: bytes, styles: _Styles, strings: dict[int, str]) -> Formats:
    found = _at_a_glance(xml, styles) or _cell_by_cell(xml, styles)
    struck = struck_cells(xml, strings)
    return found._replace(struck={**struck, **found.struck}) if struck else found


def _at_a_glance(xml: bytes, styles: _Styles) -> Formats | None:
    """The formats of a sheet with its cells in order and shown plainly, as most are; None for any other one."""
    tags = _TAG.findall(xml)
    if not tags or _PREFIXED.search(xml):
        return None
    letters, digits, others = zip(*tags, strict=True)
    if b"" in letters or not all(_is_plain(other, styles.odd) for other in set(others)):
        return None
    lines = list(map(int, dict.fromkeys(digits)))  # each where it stands first; the last cell tells where all end
    last = max(map(_column, set(letters)))
    in_order = lines == sorted(lines) and int(digits[-1]) == lines[-1]
    if lines[0] < 1 or not in_order or lines[-1] * (last + 1) > MOST_CELLS:
        return None
    cells = [_CELL.match(xml, xml.rfind(b"<c ", 0, tag.start())) for tag in _FORMULA_TAG.finditer(xml)]
    return Formats(computed=frozenset([(int(c[2]) - 1, _column(c[1])) for c in cells if c and c[6] and not c[5]]))


@lru_cache(maxsize=1024)
def _is_plain(tag: bytes, odd: frozenset[bytes]) -> bool:
    """Whether what follows an address in the tag of a cell is of no style that matters here, and no error value."""
    found = _AFTER_ADDRESS.fullmatch(tag)
    return found is not None and found[2] != b"e" and found[1] not in odd


def _cell_by_cell(xml: bytes, styles: _Styles) -> Formats:
    # An empty cell may stand anywhere; only one that holds something makes the sheet larger.
    held = [cell for cell in _cells(xml) if not cell[4]]
    if not held:
        return Formats()
    letters, digits, used, kinds, _, formulas = zip(*held, strict=True)
    lines = list(map(int, digits))
    if lines[0] < 1 or lines != sorted(lines):  # calamine takes the last cell's row for the sheet's end
        raise Damaged
    columns = {name: _column(name) for name in set(letters)}
    if lines[-1] * (max(columns.values()) + 1) > MOST_CELLS:
        raise Oversized

    def places(said: Sequence[bytes], wanted: frozenset[bytes]) -> frozenset[Place]:
        if not wanted.intersection(said):
            return frozenset()
        return frozenset([(lines[n] - 1, columns[letters[n]]) for n, word in enumerate(said) if word in wanted])

    computed = places(formulas, _FORMULA) | places(kinds, _ERROR)
    struck = dict.fromkeys(places(used, styles.struck), "")
    named = (
        [(n, styles.worded[style]) for n, style in enumerate(used) if style in styles.worded] if styles.worded else []
    )
    codes = {(lines[n] - 1, columns[letters[n]]): code for n, code in named}
    return Formats(places(used, styles.percents), places(used, styles.months), computed, struck, codes=codes)


def _cells(xml: bytes) -> list[CellTag] | Iterator[CellTag]:
    """Column, row, style, kind, '/' of one without content and 'f' of a formula, of each cell."""
    found = _CELL.findall(xml)
    if len(found) == xml.count(b"<c ") + xml.count(b"<c>") and b":c " not in xml:
        return found
    return _cells_parsed(xml)


def _cells_parsed(xml: bytes) -> Iterator[CellTag]:
    """The same by a parser; a writer may leave addresses out (ECMA-376 18.3.1.4), as they follow on."""
    line = 0
    for row in parsed(xml).iter("{*}row"):
        line, column = _line(row.get("r"), line + 1), -1
        for cell in row.iterfind("{*}c"):
            letters, digits = _parts(cell.get("r"), line, column + 1)
            column = _column(letters)
            formula = b"f" if cell.find("{*}f") is not None else b""
            style, kind = (cell.get(name, "").encode() for name in ("s", "t"))
            yield letters, digits, style, kind, b"" if len(cell) else b"/", formula


def _line(number: str | None, follows: int) -> int:
    """A row's number; calamine ends the program over one beyond any sheet, so that is damaged."""
    if number is None:
        return follows
    if (found := _whole(number)) < 0:
        raise Damaged
    return found


def _parts(address: str | None, line: int, column: int) -> tuple[bytes, bytes]:
    """Letters and digits of an address, or of the place where a cell without one stands."""
    if address is None:
        return _letters(column), b"%d" % line
    found = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", address)
    if found is None:
        raise Damaged
    return found[1].encode(), found[2].encode()


def _letters(column: int) -> bytes:
    letters = b""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = b"%c" % (letter + 65) + letters
    return letters


@lru_cache(maxsize=1024)
def _column(letters: bytes) -> int:
    """The place from 0 of a column by its letters."""
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place - 1


def _without_empty_rows(package: Package, path: str) -> bytes:
    """A large sheet without the stretches of rows that hold nothing: people format whole columns.

    Oversized where it holds more values than any ledger.
    """
    kept: list[bytes] = []
    rest, values, size = b"", 0, 0
    for chunk in package.chunks(path):
        piece = rest + chunk
        cut = _last_row(piece)
        whole, rest = piece[:cut], piece[cut:]
        if not kept or not _is_rows(whole) or b"<v" in whole or b"<f" in whole or b"<is" in whole:
            kept.append(whole)
            size += len(whole)
            values += whole.count(b"<v") + whole.count(b":v>") + whole.count(b"<is>")
        if values > MOST_VALUES or size > MOST_WHOLE or len(rest) > _LARGE:
            raise Oversized
    return b"".join((*kept, rest))


def _is_rows(xml: bytes) -> bool:
    return xml.startswith((b"<row ", b"<row>"))


def _last_row(xml: bytes) -> int:
    """Where the last row begins; 0 where none does."""
    return max(xml.rfind(b"<row "), xml.rfind(b"<row>"), 0)
