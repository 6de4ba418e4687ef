"""Workbooks (.xlsx .xls .et .ods) to tables of text, as the sheets show them."""

import io
from datetime import date, datetime, time, timedelta
from typing import Any

from desktop_app.documents.reader.blocks import Area, Content, Table, tidy
from desktop_app.documents.reader.cell_formats import MOST_CELLS, Formats, Place, read_formats
from desktop_app.errors import Refused
from desktop_app.texts import formats as texts

_MOST_ROWS = 20_000  # a county's breakdown has a few hundred


def read_sheets(data: bytes, name: str) -> Content:
    """Every sheet that holds anything; Refused where the workbook is damaged, locked or endless."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    is_xlsx = data.startswith(b"PK") and b"xl/workbook.xml" in data
    formats = read_formats(data, name) if is_xlsx else {}
    tables: list[str | Table] = []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for about in book.sheets_metadata:
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            if sheet.total_height > _MOST_ROWS or sheet.total_height * sheet.total_width > MOST_CELLS:
                raise Refused(texts.SHEET_BIG.format(name=name))
            areas = tuple((top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())
            hidden = about.visible != SheetVisibleEnum.Visible
            values = sheet.to_python(skip_empty_area=False)
            table = _table(about.name, values, areas, hidden, formats.get(about.name) if is_xlsx else None)
            if table.rows:
                tables.append(table)
    except PasswordError as error:
        raise Refused(texts.SHEET_PASSWORD.format(name=name)) from error
    except CalamineError as error:
        raise Refused(texts.SHEET_BROKEN.format(name=name)) from error
    return Content(tuple(tables))


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
