"""A returned file of any kind that is read, as grids of values with what is known of single cells and of the file."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from desktop_app.errors import Refused
from desktop_app.exchange.read_classified import mark_in_grids, mark_in_headers
from desktop_app.exchange.read_kind import Kind, Opened, UnderPassword, opened
from desktop_app.exchange.read_old_word import read_old_word
from desktop_app.exchange.read_page import read_page
from desktop_app.exchange.read_text import read_grid
from desktop_app.exchange.read_word import read_word
from desktop_app.exchange.read_xml import read_xml_book
from desktop_app.exchange.sheet_layout import MARK_PROPERTY, cell_name
from desktop_app.office import ods, workbook
from desktop_app.office.faults import CutOff, Damaged, Fault, Locked, OutOfDate, Oversized
from desktop_app.office.formats import NOTHING_STRUCK, Place, Struck
from desktop_app.office.package import Package
from desktop_app.office.values import Area, Grid, Table
from desktop_app.texts import returned as texts

_MODIFIED = re.compile(rb"<(?:\w+:)?modified[^>]*>\s*([^<\s]*)")
_DATED = re.compile(rb"<(?:\w+:)?date>\s*([^<\s]*)")
_MARK = re.compile(rb"""name=(["'])%b\1[^>]*>(?:\s*<[^>]*>)*([^<]*)""" % MARK_PROPERTY.encode())
_OPEN_MARK = re.compile(rb"""meta:name=(["'])%b\1[^>]*>([^<]*)""" % MARK_PROPERTY.encode())
_FLAT = b"opendocument:xmlns:office"


class Sheet(NamedTuple):
    """One sheet: its values from A1, its merged areas (first and last place), and what is known of single cells.

    `percents` are the places shown as percentages, None where the file's kind does not tell; `computed` those that hold
    a formula or an error value, so that a blank there is not a cell left blank; `struck` those with words struck
    through, and what is left of each without them; `remarks` are the comments, `boxes` the words of text boxes;
    `codes` are the number formats that show their numbers with words; `far` the values far below all others.
    """

    name: str
    grid: Grid
    merged: tuple[Area, ...] = ()
    percents: frozenset[Place] | None = None
    computed: frozenset[Place] = frozenset()
    struck: Struck = NOTHING_STRUCK
    remarks: Struck = NOTHING_STRUCK
    boxes: tuple[str, ...] = ()
    codes: Struck = NOTHING_STRUCK
    far: Mapping[Place, Any] = MappingProxyType({})

    def value(self, line: int, column: int) -> Any:
        """The value of a cell by its places from 0; '' outside the grid."""
        row = self.grid[line] if line < len(self.grid) else []
        return row[column] if column < len(row) else ""

    def is_percent(self, line: int, column: int) -> bool | None:
        """Whether a cell is shown as a percentage; None where the file does not tell."""
        return (line, column) in self.percents if self.percents else None if self.percents is None else False

    def is_computed(self, line: int, column: int) -> bool:
        """Whether a cell holds a formula or an error value."""
        return (line, column) in self.computed


class Book(NamedTuple):
    """A workbook: its sheets, our mark among the document's properties, when it was last saved (UTC), its day count."""

    sheets: tuple[Sheet, ...]
    mark: str | None = None
    modified: str | None = None
    days_from_1904: bool = False


def read_book(data: bytes) -> Book:
    """The tables in these bytes; Refused, with the reason, for anything that holds none or cannot be read."""
    book = book_of(opened(data))
    far = next((sheet for sheet in book.sheets if sheet.far), None)
    if far is not None:  # only a form is read without them, and tells of them
        raise Refused(texts.FAR_CELLS.format(sheet=far.name, cell=cell_name(*min(far.far))))
    return book


def book_of(file: Opened) -> Book:
    """The tables of a file whose kind is known."""
    if file.kind is Kind.LOCKED:
        raise UnderPassword(texts.FILE_ENCRYPTED)
    if file.kind is Kind.ARCHIVE:
        raise Refused(texts.FILE_KIND)
    try:
        book = _book(file)
        mark = mark_in_grids(grid for sheet in book.sheets for grid in (sheet.grid, [list(sheet.far.values())]))
        if mark is None and file.kind is Kind.WORD and file.package:
            mark = mark_in_headers(file.package)
        if mark is not None:
            raise Refused(texts.FILE_CLASSIFIED.format(mark=mark))
        return book
    except Locked as error:
        raise UnderPassword(texts.FILE_ENCRYPTED) from error
    except Oversized as error:
        raise Refused(texts.FILE_HUGE) from error
    except OutOfDate as error:
        raise Refused(texts.FILE_WORD_OLD) from error
    except CutOff as error:
        raise Refused(texts.FILE_TRUNCATED) from error
    except Damaged as error:
        is_text = file.kind in (Kind.TEXT, Kind.PAGE, Kind.XML)
        raise Refused(texts.FILE_KIND if is_text else texts.FILE_DAMAGED) from error


def _book(file: Opened) -> Book:
    if file.kind is Kind.TEXT:
        return Book((Sheet("", read_grid(file.data)),))
    if file.kind is Kind.PAGE:
        return Book((_table(read_page(file.data)),))
    if file.kind is Kind.XML:
        return _xml_book(file.data)
    if file.kind is Kind.OLD_WORD:
        return Book((Sheet("", *read_old_word(file.data)),))
    if file.kind is Kind.WORD and file.package:
        return Book((_table(read_word(file.package)),), None, _modified(file.package))
    found = workbook.read_workbook(file.data, file.package)
    sheets = tuple(map(_sheet, found.sheets))
    if file.package is None:
        return Book(sheets, None, None, found.from_1904)
    return Book(sheets, _mark(file.package), _modified(file.package), found.from_1904)


def _sheet(sheet: workbook.Sheet) -> Sheet:
    percents, _, computed, struck, remarks, boxes, codes, _ = sheet.formats
    return Sheet(sheet.name, sheet.grid, sheet.merged, percents, computed, struck, remarks, boxes, codes, sheet.far)


def _table(table: Table) -> Sheet:
    return Sheet("", table.grid, table.merged, struck=table.struck)


def _xml_book(data: bytes) -> Book:
    if _FLAT in data[:4096]:
        flat = (workbook.Sheet(*sheet.values, sheet.formats, sheet.far) for sheet in ods.read_flat(data))
        return Book(tuple(map(_sheet, flat)))
    found = read_xml_book(data)
    saved = _utc(found.modified, local=False) if found.modified else None
    return Book(tuple(map(_sheet, found.book.sheets)), found.mark, saved)


def _mark(package: Package) -> str | None:
    for part, pattern in (("docProps/custom.xml", _MARK), ("meta.xml", _OPEN_MARK)):
        found = pattern.search(_about(package, part))
        if found:
            return found[2].decode("utf-8", "replace")
    return None


def _modified(package: Package) -> str | None:
    found = _MODIFIED.search(_about(package, "docProps/core.xml"))
    local = found is None
    found = found or _DATED.search(_about(package, "meta.xml"))
    return _utc(found[1].decode("ascii", "replace"), local) if found else None


def _about(package: Package, part: str) -> bytes:
    """A part about the document; a spoilt one is no reason to refuse the document."""
    try:
        return package.read(part) if part in package else b""
    except Fault:
        return b""


def _utc(written: str, local: bool) -> str | None:
    """A time in UTC, to the second; LibreOffice writes its own files' in local time, without saying so."""
    try:
        time = datetime.fromisoformat(written)
        if time.tzinfo is None and not local:
            time = time.replace(tzinfo=UTC)
        return time.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat()
    except (ValueError, OverflowError, OSError):
        return None
