"""The values of a workbook as calamine reads them, once the guards have let it pass."""

import io
from math import isfinite
from typing import Any, NamedTuple

from desktop_app.office.faults import Damaged, Locked, Oversized
from desktop_app.office.formats import MOST_CELLS, NOTHING_STRUCK, Place, Struck

Grid = list[list[Any]]
Area = tuple[Place, Place]


class Values(NamedTuple):
    """A sheet's values from A1, '' for a blank; its merged areas, first and last place; whether it is hidden."""

    name: str
    grid: Grid
    merged: tuple[Area, ...]
    hidden: bool


class Table(NamedTuple):
    """The tables of a document or page below each other as one grid; merged areas, and words struck through."""

    grid: Grid
    merged: tuple[Area, ...]
    struck: Struck = NOTHING_STRUCK


def read_values(data: bytes) -> list[Values]:
    """Every sheet of cells; Damaged, Locked or Oversized where it cannot be read."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    found = []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for about in book.sheets_metadata:
            if about.typ == SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(about.name)
                if sheet.total_height * sheet.total_width > MOST_CELLS:
                    raise Oversized
                merged = tuple(sheet.merged_cell_ranges or ())
                hidden = about.visible != SheetVisibleEnum.Visible
                found.append(Values(about.name, finite(sheet.to_python(skip_empty_area=False)), merged, hidden))
        return found
    except PasswordError as error:
        raise Locked from error
    except (CalamineError, ValueError, OSError) as error:
        raise Damaged from error
    except BaseException as error:
        # A fault inside calamine comes as pyo3's PanicException, which is no Exception and which no module exports.
        if type(error).__name__ == "PanicException":
            raise Damaged from error
        raise


def finite(grid: Grid) -> Grid:
    """The same with words in the place of numbers that are none: only a spoilt file holds an endless one, or NaN."""
    for row in grid:
        if not all(map(isfinite, [value for value in row if value.__class__ is float])):
            row[:] = [str(value) if value.__class__ is float and not isfinite(value) else value for value in row]
    return grid
