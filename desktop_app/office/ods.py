"""An OpenDocument sheet (.ods, .fods): its values and how they are shown, in one walk (ODF 1.3 part 3, 9.1, 19.385)."""

from collections.abc import Iterator, Mapping, Set
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from desktop_app.office.far_rows import FAR, GAP, MOST_FAR
from desktop_app.office.faults import Damaged, Locked, Oversized
from desktop_app.office.formats import MOST_CELLS, Formats, Place
from desktop_app.office.package import Package, parsed
from desktop_app.office.shown import is_worded
from desktop_app.office.values import Area, Grid, Values, finite

CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_MOST_BYTES = 32 << 20
_THROUGH = ("text-line-through-style", "text-line-through-type")
_NUMBERS = (f"{_NUMBER}number-style", f"{_NUMBER}currency-style")
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


class OpenSheet(NamedTuple):
    """A sheet with the formats of its cells, and the values that stand far below all others."""

    values: Values
    formats: Formats
    far: Mapping[Place, Any] = MappingProxyType({})


def read_ods(package: Package) -> list[OpenSheet]:
    """Every sheet of the package; Damaged, Locked or Oversized."""
    if _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST):
        raise Locked
    if package.size(CONTENT) > _MOST_BYTES:
        raise Oversized
    common = [parsed(package.read(_STYLES))] if _STYLES in package else []
    return _sheets(parsed(package.read(CONTENT)), common)


def read_flat(xml: bytes) -> list[OpenSheet]:
    """Every sheet of a flat file, which is one XML part."""
    return _sheets(parsed(xml), [])


def _sheets(root: Any, common: list[Any]) -> list[OpenSheet]:
    tables = root.find(f".//{_OFFICE}spreadsheet")
    if tables is None:
        raise Damaged
    styles = _Styles([root, *common])
    return [_sheet(table, styles) for table in tables.iterfind(f"{_TABLE}table")]


class _Styles:
    """Which styles show a date without its day, strike words through, show a number with words, or hide their table."""

    def __init__(self, roots: list[Any]) -> None:
        dates = (date for root in roots for date in root.iter(f"{_NUMBER}date-style"))
        shown = {_name(date): {_bare(part) for part in date} for date in dates}
        no_day = {name for name, parts in shown.items() if {"year", "month"} <= parts and "day" not in parts}
        self.months: set[str] = set()
        self.hidden: set[str] = set()
        self.struck: set[str] = set()
        numbers = {_name(one): _code(one) for root in roots for one in root.iter(*_NUMBERS)}
        self.codes: dict[str, str] = {}
        for style in (style for root in roots for style in root.iter(f"{_STYLE}style")):
            if style.get(f"{_STYLE}data-style-name") in no_day:
                self.months.add(_name(style))
            code = numbers.get(style.get(f"{_STYLE}data-style-name", ""), "")
            if is_worded(code):
                self.codes[_name(style)] = code
            words = style.find(f"{_STYLE}text-properties")
            if words is not None and any(words.get(f"{_STYLE}{name}", "none") != "none" for name in _THROUGH):
                self.struck.add(_name(style))
            about = style.find(f"{_STYLE}table-properties")
            if about is not None and about.get(f"{_TABLE}display") == "false":
                self.hidden.add(_name(style))


def _code(style: Any) -> str:
    """A style of numbers as the number format that shows the same."""
    code = ""
    for part in style:
        if part.tag == f"{_NUMBER}number":
            factor = part.get(f"{_NUMBER}display-factor", "1")
            points = [one for one in part.iterfind(f"{_NUMBER}embedded-text") if one.text == "."]
            after = min(_whole(points[0].get(f"{_NUMBER}position", "0")), 9) if points else 0
            code += ("0!." + "0" * after if after else "0") + "," * ((len(factor) - 1) // 3)
        elif part.tag == f"{_NUMBER}text":
            code += '"{}"'.format((part.text or "").replace('"', ""))
    return code


def _whole(digits: str) -> int:
    return int(digits) if digits.isdecimal() and len(digits) < 4 else 0


def _bare(element: Any) -> str:
    return str(element.tag).split("}")[-1]


def _name(style: Any) -> str:
    return style.get(f"{_STYLE}name", "")


def _sheet(table: Any, styles: _Styles) -> OpenSheet:
    grid: Grid = []
    merged: list[Area] = []
    percents: set[Place] = set()
    months: set[Place] = set()
    computed: set[Place] = set()
    struck: dict[Place, str] = {}
    remarks: dict[Place, str] = {}
    codes: dict[Place, str] = {}
    far: dict[Place, Any] = {}
    line = widest = 0
    for row in _rows(table):
        cells = list(_cells(row))
        repeated = _count(row, "number-rows-repeated")
        if not cells:
            line += repeated
            continue
        if line >= FAR and (far or line - len(grid) > GAP):
            far.update({(line, column): _value(cell) for column, cell, _ in cells})
            line += repeated
            if len(far) > MOST_FAR:
                raise Oversized
            continue
        if (line + repeated) * max(widest, cells[-1][0] + cells[-1][2]) > MOST_CELLS:
            raise Oversized
        grid += [[] for _ in range(line - len(grid))]
        for column, cell, times in cells:
            widest = max(widest, column + times)
            places = [(line + down, column + across) for down in range(repeated) for across in range(times)]
            kind = _kind(cell)
            percents.update(places if kind == "percentage" else ())
            months.update(places if kind == "date" and cell.get(f"{_TABLE}style-name") in styles.months else ())
            computed.update(places if cell.get(f"{_TABLE}formula") is not None else ())
            code = styles.codes.get(cell.get(f"{_TABLE}style-name", "")) if styles.codes and kind == "float" else None
            codes.update(dict.fromkeys(places, code) if code else {})
            left = _left(cell, styles) if styles.struck else None
            struck.update(dict.fromkeys(places, left) if left is not None else {})
            remark = _remark(cell)
            remarks.update({(line, column): remark} if remark else {})
            down, across = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
            if down > 1 or across > 1:
                merged.append(((line, column), (line + down - 1, column + across - 1)))
        values = _line(cells)
        grid += [list(values) for _ in range(repeated)]
        line += repeated
    grid = [[*values, *[""] * (widest - len(values))] for values in grid]
    hidden = table.get(f"{_TABLE}style-name") in styles.hidden
    found = Values(table.get(f"{_TABLE}name", ""), finite(grid), tuple(merged), hidden)
    formats = Formats(frozenset(percents), frozenset(months), frozenset(computed), struck, remarks, codes=codes)
    return OpenSheet(found, formats, far)


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table in order, those in groups and headers too."""
    for part in table:
        if part.tag == f"{_TABLE}table-row":
            yield part
        elif part.tag in (f"{_TABLE}table-row-group", f"{_TABLE}table-header-rows", f"{_TABLE}table-rows"):
            yield from _rows(part)


def _cells(row: Any) -> Iterator[tuple[int, Any, int]]:
    """The cells of a row that hold something: its column, itself, how often it is repeated."""
    column = 0
    for cell in row.iterchildren(*_CELLS):
        repeated = _count(cell, "number-columns-repeated")
        if len(cell) or _kind(cell) or cell.get(f"{_TABLE}formula") is not None:
            if column + repeated > MOST_CELLS:
                raise Oversized
            yield column, cell, repeated
        column += repeated


def _count(element: Any, attribute: str) -> int:
    digits = element.get(f"{_TABLE}{attribute}", "1")
    if not digits.isdecimal() or len(digits) > 9:
        raise Damaged
    return max(int(digits), 1)


def _line(cells: list[tuple[int, Any, int]]) -> list[Any]:
    values: list[Any] = []
    for column, cell, times in cells:
        values += [""] * (column - len(values))
        values += [_value(cell)] * times
    return values


def _kind(cell: Any) -> str:
    return cell.get(f"{_OFFICE}value-type", "")


def _value(cell: Any) -> Any:
    """The value of a cell as calamine would give it."""
    kind = _kind(cell)
    try:
        if kind in ("float", "percentage", "currency"):
            return float(cell.get(f"{_OFFICE}value", ""))
        if kind == "date":
            day = datetime.fromisoformat(cell.get(f"{_OFFICE}date-value", "")[:19])
            return day if (day.hour, day.minute, day.second) != (0, 0, 0) else day.date()
    except ValueError as error:
        raise Damaged from error
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value") == "true"
    return "\n".join(_words(paragraph) for paragraph in cell.iterfind(f"{_TEXT}p"))


def _left(cell: Any, styles: _Styles) -> str | None:
    """What is left of a cell without the words struck through; None where there are none."""
    if cell.get(f"{_TABLE}style-name") in styles.struck:
        return ""
    if not any(span.get(f"{_TEXT}style-name") in styles.struck for span in cell.iter(f"{_TEXT}span")):
        return None
    return "\n".join(_words(paragraph, styles.struck) for paragraph in cell.iterfind(f"{_TEXT}p"))


def _remark(cell: Any) -> str:
    """The words of a cell's comment; '' for none."""
    remarks = cell.iterfind(f"{_OFFICE}annotation//{_TEXT}p")
    return "\n".join(filter(None, (_words(paragraph).strip() for paragraph in remarks)))


def _words(element: Any, without: Set[str] = frozenset()) -> str:
    """The text of a paragraph, less the spans of these styles; remarks that hang on it are none."""
    if element.get(f"{_TEXT}style-name") in without:
        return ""
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            parts.append(" " * _spaces(child.get(f"{_TEXT}c", "1")))
        elif child.tag == f"{_TEXT}tab":
            parts.append("\t")
        elif child.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif isinstance(child.tag, str) and child.tag != f"{_OFFICE}annotation":
            parts.append(_words(child, without))
        parts.append(child.tail or "")
    return "".join(parts)


def _spaces(digits: str) -> int:
    return int(digits) if digits.isdecimal() and len(digits) < 4 else 1
