"""A workbook of any kind (.xlsx .xlsm .xls .et .xlsb .ods): values, merged areas, and how its cells are shown."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from desktop_app.office import ods, xlsb, xlsx
from desktop_app.office.faults import Damaged
from desktop_app.office.formats import Formats, Place
from desktop_app.office.package import Package
from desktop_app.office.values import Area, Grid, Values, read_values
from desktop_app.office.xls import read_xls

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Sheet(NamedTuple):
    """A sheet: its values from A1, '' for a blank; merged areas (first and last place); the formats of its cells.

    `far` are the values that stand far below all others.
    """

    name: str
    grid: Grid
    merged: tuple[Area, ...]
    hidden: bool
    formats: Formats
    far: Mapping[Place, Any] = MappingProxyType({})


class Workbook(NamedTuple):
    """The sheets in order; whether days are counted from 1904."""

    sheets: tuple[Sheet, ...]
    from_1904: bool = False


def read_workbook(data: bytes, package: Package | None = None) -> Workbook:
    """The workbook in these bytes, `package` being its zip where one is open already; Damaged, Locked or Oversized."""
    if data.startswith(OLE):
        old = read_xls(data)
        return Workbook(_shown(read_values(data), old.formats), old.from_1904)
    package = package or Package(data)
    if xlsx.BOOK in package:
        new = xlsx.read_xlsx(package)
        return Workbook(_shown(read_values(new.data), new.formats), new.from_1904)
    if xlsb.BOOK in package:
        formats, from_1904 = xlsb.read_xlsb(package)
        return Workbook(_shown(read_values(data), formats), from_1904)
    if ods.CONTENT in package:
        return Workbook(tuple(Sheet(*sheet.values, sheet.formats, sheet.far) for sheet in ods.read_ods(package)))
    raise Damaged


def _shown(sheets: list[Values], formats: dict[str, Formats]) -> tuple[Sheet, ...]:
    """The sheets with their formats; Damaged where calamine saw one that the guards did not."""
    if any(sheet.name not in formats for sheet in sheets):
        raise Damaged
    return tuple(_parted(Sheet(*sheet, formats[sheet.name])) for sheet in sheets)


def _parted(sheet: Sheet) -> Sheet:
    """The sheet with the rows that were moved up where they stand."""
    lines = sheet.formats.far
    if not lines:
        return sheet
    rows = ((own, sheet.grid[line]) for line, own in lines.items() if line < len(sheet.grid))
    far = {(own, column): value for own, row in rows for column, value in enumerate(row) if value != ""}
    grid = sheet.grid[: min(lines)]
    width = max((n for row in grid for n, value in enumerate(row, 1) if value != ""), default=0)
    return sheet._replace(grid=[row[:width] for row in grid], far=far)
