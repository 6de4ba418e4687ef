"""Workbooks (.xlsx .xls .et .ods) to tables of text, as the sheets show them."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from desktop_app.documents.reader.blocks import Content, Table, tidy
from desktop_app.errors import Refused
from desktop_app.office.faults import Damaged, Locked, Oversized
from desktop_app.office.workbook import Sheet, read_workbook
from desktop_app.texts import formats as texts


def read_sheets(data: bytes, name: str) -> Content:
    """Every sheet that holds anything; Refused where the workbook is damaged, locked or endless."""
    try:
        book = read_workbook(data)
    except Locked as error:
        raise Refused(texts.SHEET_PASSWORD.format(name=name)) from error
    except Oversized as error:
        raise Refused(texts.SHEET_BIG.format(name=name)) from error
    except Damaged as error:
        raise Refused(texts.SHEET_BROKEN.format(name=name)) from error
    return Content(tuple(table for sheet in book.sheets if (table := _table(sheet)).rows))


def _table(sheet: Sheet) -> Table:
    percents, months = sheet.formats.percents, sheet.formats.months
    rows = [
        tuple(shown(value, (row, column) in percents, (row, column) in months) for column, value in enumerate(cells))
        for row, cells in enumerate(sheet.grid)
    ]
    while rows and not any(rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=1)
    rows += [(words, *[""] * (width - 1)) for words in _far(sheet)]
    areas = tuple((top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged)
    return Table(sheet.name, tuple(rows), areas, sheet.hidden)


def _far(sheet: Sheet) -> Iterator[str]:
    """The words of each row that stands far below the others; a slip of the hand leaves nothing but a sign there."""
    for _, cells in groupby(sorted(sheet.far.items(), key=lambda cell: cell[0]), key=lambda cell: cell[0][0]):
        words = " ".join(shown(value, False, False) for _, value in cells)
        if any(letter.isalnum() for letter in words):
            yield words


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
