"""A workbook as grids of values, with what calamine does not show: number formats, formulas, document properties."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, NamedTuple

from desktop_app.errors import Refused
from desktop_app.exchange.read_kind import opened_workbook
from desktop_app.exchange.sheet_layout import MARK_PROPERTY, cell_name
from desktop_app.texts import exchange as texts

Grid = list[list[Any]]
Place = tuple[int, int]
Plain = tuple[str, Grid, tuple[tuple[Place, Place], ...]]

_ADDRESS = re.compile(rb'\br="([A-Z]+\d+)"')
_ERROR = re.compile(rb'<(?:\w+:)?c\s(?=[^>]*\bt="e")[^>]*>')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    KeyError,
    SyntaxError,
    UnicodeError,
    EOFError,
    ValueError,
)


class Sheet(NamedTuple):
    """One sheet: its values from A1, its merged areas (first and last place), and what is known of single cells.

    `percents` are the cells shown as percentages, None where the file's kind does not tell; `computed` those that hold
    a formula or an error value, so that a blank there is not a cell left blank.
    """

    name: str
    grid: Grid
    merged: tuple[tuple[Place, Place], ...]
    percents: frozenset[str] | None
    computed: frozenset[str]

    def value(self, line: int, column: int) -> Any:
        """The value of a cell by its places from 0; '' outside the grid."""
        row = self.grid[line] if line < len(self.grid) else []
        return row[column] if column < len(row) else ""

    def is_percent(self, line: int, column: int) -> bool | None:
        """Whether a cell is shown as a percentage; None where the file does not tell."""
        return None if self.percents is None else bool(self.percents) and cell_name(line, column) in self.percents

    def is_computed(self, line: int, column: int) -> bool:
        """Whether a cell holds a formula or an error value."""
        return bool(self.computed) and cell_name(line, column) in self.computed


class Book(NamedTuple):
    """A workbook: its sheets, our mark among the document's properties, when it was last saved (UTC), its day count."""

    sheets: tuple[Sheet, ...]
    mark: str | None
    modified: str | None
    days_from_1904: bool


def read_book(data: bytes) -> Book:
    """The workbook in these bytes; Refused, with the reason, for anything else."""
    archive = opened_workbook(data)
    grids = _grids(data)
    if archive is None:
        return Book(_undetailed(grids), None, None, False)
    try:
        with archive:
            return _with_details(archive, grids)
    except _BROKEN as error:
        raise Refused(texts.FILE_DAMAGED) from error


def _parsed(xml: bytes) -> Any:
    """The root of an XML part; entities are not resolved, nothing is fetched."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]  # made in C

    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _grids(data: bytes) -> list[Plain]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        found = []
        for about in book.sheets_metadata:
            if about.typ == SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(about.name)
                grid = sheet.to_python(skip_empty_area=False)
                found.append((about.name, grid, tuple(sheet.merged_cell_ranges or ())))
        return found
    except PasswordError as error:
        raise Refused(texts.FILE_ENCRYPTED) from error
    except CalamineError as error:
        raise Refused(texts.FILE_DAMAGED) from error
    except BaseException as error:
        # A fault inside the library comes as a PanicException, which it does not export.
        if type(error).__name__ == "PanicException":
            raise Refused(texts.FILE_DAMAGED) from error
        raise


def _undetailed(grids: list[Plain]) -> tuple[Sheet, ...]:
    return tuple(Sheet(*grid, None, frozenset()) for grid in grids)


def _with_details(archive: zipfile.ZipFile, grids: list[Plain]) -> Book:
    names = set(archive.namelist())
    if "xl/workbook.xml" not in names:
        return Book(_undetailed(grids), None, _modified(archive, names), False)
    book = _parsed(archive.read("xl/workbook.xml"))
    about = book.find("{*}workbookPr")
    from_1904 = about is not None and about.get("date1904") in ("1", "true")
    formats = _percent_styles(archive, names)
    paths = _paths(archive, book)
    sheets = []
    for name, grid, merged in grids:
        path = paths.get(name)
        percents, computed = _cells(_addressed(archive.read(path)), formats) if path in names else (None, frozenset())
        sheets.append(Sheet(name, grid, merged, percents, computed))
    return Book(tuple(sheets), _property(archive, names), _modified(archive, names), from_1904)


def _paths(archive: zipfile.ZipFile, book: Any) -> dict[str, str]:
    relations = _parsed(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {r.get("Id"): r.get("Target", "") for r in relations}
    paths = {}
    for sheet in book.findall(".//{*}sheet"):
        target = targets.get(next((v for k, v in sheet.items() if k.endswith("}id")), None), "")
        paths[sheet.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return paths


def _percent_styles(archive: zipfile.ZipFile, names: set[str]) -> frozenset[int]:
    """The indexes of cell styles whose number format shows a percentage (ECMA-376 18.8.30: 9 and 10 are built in)."""
    if "xl/styles.xml" not in names:
        return frozenset()
    styles = _parsed(archive.read("xl/styles.xml"))
    shown = {9, 10}
    for form in styles.findall(".//{*}numFmt"):
        if "%" in _QUOTED.sub("", form.get("formatCode", "")):
            shown.add(int(form.get("numFmtId", 0)))
    cells = styles.find("{*}cellXfs")
    return frozenset(
        n for n, xf in enumerate(cells if cells is not None else ()) if int(xf.get("numFmtId", 0)) in shown
    )


def _addressed(xml: bytes) -> bytes:
    """The sheet with an address at every cell: a writer may leave them out (ECMA-376 18.3.1.4), as they follow on."""
    if xml.count(b"<c ") + xml.count(b":c ") + xml.count(b"<c>") == xml.count(b'<c r="') + xml.count(b':c r="'):
        return xml
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]  # made in C

    sheet, line = _parsed(xml), 0
    for row in sheet.iter("{*}row"):
        line, column = int(row.get("r", line + 1)), -1
        for cell in row.findall("{*}c"):
            place = cell.attrib.pop("r", None)
            column = _column(place) if place else column + 1
            others = dict(cell.attrib)
            cell.attrib.clear()
            cell.attrib.update({"r": cell_name(line - 1, column), **others})
    return etree.tostring(sheet)


def _column(address: str) -> int:
    """The place from 0 of the column in an address: H6 → 7."""
    place = 0
    for letter in address.rstrip("0123456789"):
        place = place * 26 + ord(letter) - 64
    return place - 1


def _cells(xml: bytes, formats: frozenset[int]) -> tuple[frozenset[str], frozenset[str]]:
    """The addresses of a sheet's percentages, and of its formulas and errors; sought only where there can be any."""
    percents = set()
    if formats:
        styles = "|".join(map(str, sorted(formats)))
        cell = re.compile(rb'<(?:\w+:)?c\s(?=[^>]*\bs="(?:%b)")[^>]*>' % styles.encode())
        percents = {_address(found[0]) for found in cell.finditer(xml)}
    computed = {_address(xml[xml.rfind(b" r=", 0, found.start()) : found.start()]) for found in _FORMULA.finditer(xml)}
    if b't="e"' in xml:
        computed |= {_address(found[0]) for found in _ERROR.finditer(xml)}
    return frozenset(percents), frozenset(computed)


def _address(tag: bytes) -> str:
    found = _ADDRESS.search(tag)
    return found[1].decode() if found else ""


def _property(archive: zipfile.ZipFile, names: set[str]) -> str | None:
    for entry in _about(archive, names, "docProps/custom.xml"):
        if entry.get("name") == MARK_PROPERTY:
            return "".join(entry.itertext())
    return None


def _modified(archive: zipfile.ZipFile, names: set[str]) -> str | None:
    place = "docProps/core.xml" if "docProps/core.xml" in names else "meta.xml"
    for entry in _about(archive, names, place):
        if entry.tag.endswith(("}modified", "}date")) and entry.text:
            return _utc(entry.text.strip(), local=place == "meta.xml")
    return None


def _utc(written: str, local: bool) -> str | None:
    """A time in UTC, to the second; LibreOffice writes its own files' in local time, without saying so."""
    try:
        time = datetime.fromisoformat(written)
        if time.tzinfo is None and not local:
            time = time.replace(tzinfo=UTC)
        return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    except (ValueError, OverflowError, OSError):
        return None


def _about(archive: zipfile.ZipFile, names: set[str], part: str) -> Iterator[Any]:
    """The elements of a part about the document; a spoilt one is no reason to refuse the document."""
    if part in names:
        with suppress(SyntaxError):
            yield from _parsed(archive.read(part)).iter("{*}*")
