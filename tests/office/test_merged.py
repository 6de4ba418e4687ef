"""The merged areas of an .xlsx are those that calamine finds in the file as it came, however its sheets are written."""

import io
from typing import Any

import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from desktop_app.office.package import Package, stored
from desktop_app.office.workbook import read_workbook
from tests.office.test_workbooks import with_part, with_sheet

AREAS = ((0, 0), (0, 2)), ((3, 1), (5, 1))


def merged_book(areas: tuple[str, ...] = ("A1:C1", "B4:B6")) -> bytes:
    """A workbook of two sheets, the first with merged areas, words and figures."""
    made = Workbook()
    sheet: Any = made.active
    for line in range(1, 9):
        sheet.append([f"走访{line}户", line / 4, "合计" if line % 2 else None])
    for area in areas:
        sheet.merge_cells(area)
    made.create_sheet("空表")
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def as_it_came(data: bytes) -> list[tuple[str, list[list[Any]], tuple[Any, ...]]]:
    """What calamine says of the file itself."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
    return [(s.name, s.to_python(skip_empty_area=False), tuple(s.merged_cell_ranges or ())) for s in sheets]


def as_we_read(data: bytes) -> list[tuple[str, list[list[Any]], tuple[Any, ...]]]:
    """The same, as the program reads it."""
    return [(sheet.name, sheet.grid, sheet.merged) for sheet in read_workbook(data).sheets]


def changed(old: bytes, new: bytes) -> bytes:
    """The book with a stretch of its first sheet replaced."""
    return with_sheet(merged_book(), old, new)


CASES = {
    "merged": merged_book(),
    "nothing merged": merged_book(()),
    "one area": merged_book(("A1:C1",)),
    "in a comment before the cells": changed(b"<sheetData>", b"<!-- <sheetData> --><sheetData>"),
    "in a comment behind them": changed(b"</sheetData>", b"</sheetData><!-- <mergeCells></mergeCells> -->"),
    "a comment between the cells": changed(b"</row>", b"<!-- </mergeCells> --></row>"),
    "no element but its end": changed(b"</sheetData>", b"</sheetData><conditionalFormatting/>"),
    "words of that name": changed(b"</worksheet>", b"<extLst><ext><mergeCellsAside/></ext></extLst></worksheet>"),
    "an empty sheet": with_part(merged_book(), "xl/worksheets/sheet2.xml", b"<worksheet><sheetData/></worksheet>"),
    "only an empty list of areas": with_part(
        merged_book(()), "xl/worksheets/sheet2.xml", b"<worksheet><sheetData></sheetData><mergeCells/></worksheet>"
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_sheets_read_as_calamine_reads_the_file_itself(case: str):
    assert as_we_read(CASES[case]) == as_it_came(CASES[case])


def test_the_areas_are_those_that_were_merged():
    assert as_we_read(CASES["merged"])[0][2] == AREAS


def test_a_zip_made_by_hand_holds_its_parts_for_every_reader():
    import zipfile

    parts = {"甲/乙.xml": "内容".encode() * 999, "leer": b"", "a.bin": bytes(range(256))}
    with zipfile.ZipFile(io.BytesIO(stored(parts))) as archive:
        assert archive.testzip() is None and {name: archive.read(name) for name in archive.namelist()} == parts
    package = Package(stored(parts))
    assert {name: package.read(name) for name in parts} == parts
