"""A workbook in one XML file, as Excel 2003 saved it: values, merged areas, which cells are percentages."""

from datetime import datetime
from typing import Any, NamedTuple

from desktop_app.exchange.sheet_layout import MARK_PROPERTY
from desktop_app.office.faults import Damaged, Oversized
from desktop_app.office.formats import MOST_CELLS, Formats, Place, bare_code
from desktop_app.office.package import parsed
from desktop_app.office.shown import is_worded
from desktop_app.office.values import Area, Grid
from desktop_app.office.workbook import Sheet, Workbook

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_MOST_BYTES = 32 << 20
_MOST_LINES, _MOST_COLUMNS = 1 << 20, 1 << 14


class XmlBook(NamedTuple):
    """The sheets, our mark among the document's properties, and when it was last saved, as written."""

    book: Workbook
    mark: str | None
    modified: str | None


class _Styles(NamedTuple):
    """The styles, by their names, of percentages and of words struck through; the number formats with words."""

    percents: set[str | None]
    struck: set[str | None]
    codes: dict[str | None, str]


def read_xml_book(data: bytes) -> XmlBook:
    """The workbook; Damaged or Oversized."""
    if len(data) > _MOST_BYTES:
        raise Oversized
    root = parsed(data)
    percents = {
        style.get(f"{_SS}ID")
        for style in root.iter(f"{_SS}Style")
        for form in style.iterfind(f"{_SS}NumberFormat")
        if form.get(f"{_SS}Format") == "Percent" or "%" in bare_code(form.get(f"{_SS}Format", ""))
    }
    struck = {
        style.get(f"{_SS}ID")
        for style in root.iter(f"{_SS}Style")
        if any(font.get(f"{_SS}StrikeThrough") == "1" for font in style.iterfind(f"{_SS}Font"))
    }
    forms = (
        (style.get(f"{_SS}ID"), form)
        for style in root.iter(f"{_SS}Style")
        for form in style.iterfind(f"{_SS}NumberFormat")
    )
    codes = {name: code for name, form in forms if is_worded(code := form.get(f"{_SS}Format", ""))}
    sheets = tuple(_sheet(sheet, _Styles(percents, struck, codes)) for sheet in root.iterfind(f"{_SS}Worksheet"))
    return XmlBook(Workbook(sheets), _said(root, MARK_PROPERTY), _said(root, "LastSaved"))


def _said(root: Any, name: str) -> str | None:
    return next((element.text for element in root.iter(f"{{*}}{name}") if element.text), None)


def _sheet(sheet: Any, styles: _Styles) -> Sheet:
    grid: Grid = []
    merged: list[Area] = []
    percents: set[Place] = set()
    computed: set[Place] = set()
    struck: dict[Place, str] = {}
    codes: dict[Place, str] = {}
    for row in sheet.iterfind(f"{_SS}Table/{_SS}Row"):
        line = _place(row, len(grid), _MOST_LINES)
        values: list[Any] = []
        for cell in row.iterfind(f"{_SS}Cell"):
            column = _place(cell, len(values), _MOST_COLUMNS)
            across, down = (_number(cell, name) for name in ("MergeAcross", "MergeDown"))
            value = _value(cell)
            values += [""] * (column - len(values)) + [value] + [""] * min(across, _MOST_COLUMNS)
            if across or down:
                merged.append(((line, column), (line + down, column + across)))
            style = cell.get(f"{_SS}StyleID") or row.get(f"{_SS}StyleID")
            if style in styles.percents and isinstance(value, float):
                percents.add((line, column))
            if style in styles.codes and isinstance(value, float):
                codes[line, column] = styles.codes[style]
            if style in styles.struck:
                struck[line, column] = ""
            if cell.get(f"{_SS}Formula"):
                computed.add((line, column))
        if not any(value != "" for value in values):
            values = []
        if (line + 1) * max(len(values), 1) > MOST_CELLS:
            raise Oversized
        grid += [[] for _ in range(line - len(grid))] + [values]
    width = max(map(len, grid), default=0)
    if len(grid) * width > MOST_CELLS:
        raise Oversized
    grid = [[*values, *[""] * (width - len(values))] for values in grid]
    formats = Formats(frozenset(percents), frozenset(), frozenset(computed), struck, codes=codes)
    return Sheet(sheet.get(f"{_SS}Name", ""), grid, tuple(merged), False, formats)


def _place(element: Any, next_one: int, most: int) -> int:
    """Where a row or cell stands: where it says, else after the last one."""
    said = element.get(f"{_SS}Index")
    place = next_one if said is None else _whole(said) - 1
    if not next_one <= place < most:
        raise Damaged
    return place


def _number(cell: Any, name: str) -> int:
    return _whole(cell.get(f"{_SS}{name}", "0"))


def _whole(digits: str) -> int:
    if not digits.isdecimal() or len(digits) > 9:
        raise Damaged
    return int(digits)


def _value(cell: Any) -> Any:
    data = cell.find(f"{_SS}Data")
    if data is None:
        return ""
    text, kind = "".join(data.itertext()), data.get(f"{_SS}Type")
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            day = datetime.fromisoformat(text[:19])
            return day if (day.hour, day.minute, day.second) != (0, 0, 0) else day.date()
    except ValueError as error:
        raise Damaged from error
    return text == "1" if kind == "Boolean" else text
