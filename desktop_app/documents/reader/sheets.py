"""Workbooks (.xlsx .xls .et .ods) to tables of text, as the sheets show them."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

from desktop_app.documents.reader.blocks import Area, Content, Table, tidy
from desktop_app.documents.reader.cell_formats import MOST_CELLS, Formats, Place, read_formats
from desktop_app.documents.reader.xls_formats import read_xls_formats
from desktop_app.errors import Refused
from desktop_app.texts import formats as texts

_MOST_ROWS = 20_000  # a county's breakdown has a few hundred


def read_sheets(data: bytes, name: str) -> Content:
    """Every sheet that holds anything; Refused where the workbook is damaged, locked or endless."""
    from python_calamine import CalamineError, PasswordError

    formats = _formats(data, name)
    try:
        with _faults_of_the_library():
            return Content(tuple(_tables(data, name, formats)))
    except PasswordError as error:
        raise Refused(texts.SHEET_PASSWORD.format(name=name)) from error
    except (CalamineError, _Fault) as error:
        raise Refused(texts.SHEET_BROKEN.format(name=name)) from error


def _formats(data: bytes, name: str) -> dict[str, Formats] | None:
    """How the cells of each sheet are shown; None for a kind of file that is not looked into."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return read_xls_formats(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Refused(texts.SHEET_BROKEN.format(name=name)) from error
    if "content.xml" in members:
        return None
    return read_formats(data, name)


class _Fault(Exception):
    """The library failed in a way of its own."""


@contextmanager
def _faults_of_the_library() -> Iterator[None]:
    """A fault inside calamine comes as pyo3's PanicException, which is no Exception and which no module exports."""
    try:
        yield
    except BaseException as error:
        if type(error).__module__ == "pyo3_runtime":
            raise _Fault from error
        raise


def _tables(data: bytes, name: str, formats: dict[str, Formats] | None) -> Iterator[Table]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for about in book.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        if formats is not None and about.name not in formats:
            raise Refused(texts.SHEET_BROKEN.format(name=name))
        sheet = book.get_sheet_by_name(about.name)
        if sheet.total_height > _MOST_ROWS or sheet.total_height * sheet.total_width > MOST_CELLS:
            raise Refused(texts.SHEET_BIG.format(name=name))
        areas = tuple((top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())
        hidden = about.visible != SheetVisibleEnum.Visible
        values = sheet.to_python(skip_empty_area=False)
        table = _table(about.name, values, areas, hidden, formats[about.name] if formats is not None else None)
        if table.rows:
            yield table


def _table(name: str, values: list[list[Any]], areas: tuple[Area, ...], hidden: bool, formats: Formats | None) -> Table:
    rows: list[tuple[str, ...]] = []
    first_days: set[Place] = set()
    known = formats or Formats()
    for row, cells in enumerate(values):
        texts_of_row: list[str] = []
        for column, value in enumerate(cells):
            place = (row, column)
            texts_of_row.append(shown(value, place in known.percents, place in known.months))
            if formats is None and isinstance(value, date) and value.day == 1:
                first_days.add(place)
        rows.append(tuple(texts_of_row))
    while rows and not any(rows[-1]):
        rows.pop()
    return Table(name, tuple(rows), areas, hidden, frozenset(first_days))


def shown(value: Any, percent: bool, month: bool) -> str:
    """A cell's value as the sheet shows it; dates in Chinese, so that a phrase reads as the clerk would write it."""
    if isinstance(value, str):
        return "" if value.startswith("=DISPIMG") else tidy(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return f"{round(value * 100, 8):.12g}%" if percent else f"{value:.15g}"
    if isinstance(value, datetime | date):
        day = f"{value.year}年{value.month}月"
        return day if month else f"{day}{value.day}日"
    return str(value) if isinstance(value, time | timedelta) else ""
