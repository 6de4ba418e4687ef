"""Tables of tasks for tests: rows as lists, merged areas as A1 ranges, written as workbooks and Word documents."""

from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.document import Document
from openpyxl.utils import range_boundaries

Rows = list[list[Any]]


def book(path: Path, *sheets: tuple[str, Rows, tuple[str, ...]]) -> Path:
    """An .xlsx with these sheets: name, rows, merged ranges."""
    workbook = openpyxl.Workbook()
    del workbook["Sheet"]
    for name, rows, merged in sheets:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
    workbook.save(path)
    return path


def add_table(document: Document, rows: Rows, merged: tuple[str, ...] = ()) -> None:
    """Append a table with these rows to a Word document."""
    table = document.add_table(len(rows), max(len(row) for row in rows))
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, value in zip(cells.cells, row, strict=False):
            cell.text = "" if value is None else str(value)
    for area in merged:
        left, top, right, bottom = (int(number or 1) - 1 for number in range_boundaries(area))
        first = table.cell(top, left)
        text = first.text
        first.merge(table.cell(bottom, right)).text = text


def paper(path: Path, rows: Rows, merged: tuple[str, ...] = (), before: tuple[str, ...] = ()) -> Path:
    """A .docx with some lines and one table."""
    document = docx.Document()
    for line in before:
        document.add_paragraph(line)
    add_table(document, rows, merged)
    document.save(str(path))
    return path


def document(path: Path, *blocks: str | Rows) -> Path:
    """A .docx of these lines and tables, in this order."""
    made = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            made.add_paragraph(block)
        else:
            add_table(made, block)
    made.save(str(path))
    return path
