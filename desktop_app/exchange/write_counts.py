"""The second sheet of the ledger: how many tasks stand where, by light, by lead unit and by section."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.exchange.ledger_layout import HEAD_FILL, Lights
from desktop_app.exchange.ledger_paper import Label, LedgerPaper, Tally
from desktop_app.exchange.write_forms import plain
from desktop_app.texts import ledger_sheet as texts

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FIRST_WIDTH, COUNT_WIDTH = 32, 10.5
ROW_POINTS = 17
ONE_PAGE = 60  # lines that are still readable when they are fitted to one page


class _Page(NamedTuple):
    sheet: "Worksheet"
    formats: "dict[str, Format]"
    labels: Sequence[Label]
    marks: Sequence[str]  # the labels with their shapes


def write_counts(book: "Workbook", sheet: "Worksheet", paper: LedgerPaper, title: str, lights: Lights) -> None:
    """Fill the sheet 统计; sums are formulas with their values, so that they follow a corrected figure."""
    marks = [texts.MARKED.format(shape=lights[label.light][1], label=label.name) for label in paper.labels]
    page = _Page(sheet, _formats(book, lights), paper.labels, marks)
    last = max(2, len(marks) + 1)
    sheet.set_default_row(ROW_POINTS)
    sheet.set_column(0, 0, FIRST_WIDTH)
    sheet.set_column(1, last, COUNT_WIDTH)
    sheet.set_row(0, 36)
    sheet.merge_range(0, 0, 0, last, title, page.formats["title"])
    line = _by_label(page, 1)
    line = _by_group(page, line, texts.BY_UNIT, texts.UNIT, paper.units)
    line = _by_group(page, line, texts.BY_SECTION, texts.SECTION, paper.sections)
    sheet.set_row(line, 34)
    sheet.merge_range(line, 0, line, last, texts.ONCE, page.formats["note"])
    sheet.fit_to_pages(1, 1 if line < ONE_PAGE else 0)


def _by_label(page: _Page, line: int) -> int:
    """The first table from this line on; returns the line where the next one begins."""
    first = line = _heading(page, line, texts.BY_LABEL, [texts.STATE, texts.COUNT, texts.SHARE])
    for label, mark in zip(page.labels, page.marks, strict=True):
        page.sheet.write_string(line, 0, mark, page.formats[label.light])
        page.sheet.write_number(line, 1, label.count, page.formats["count"])
        page.sheet.write_number(line, 2, label.share, page.formats["share"])
        line += 1
    labels = page.labels
    return _total(page, line, first, [sum(n.count for n in labels), round(sum(n.share for n in labels))])


def _by_group(page: _Page, line: int, heading: str, name: str, tallies: Sequence[Tally]) -> int:
    """A table of units or sections from this line on; returns the line where the next one begins."""
    first = line = _heading(page, line, heading, [name, texts.COUNT, *page.marks])
    for place, label in enumerate(page.labels, 2):
        page.sheet.write_string(line - 1, place, page.marks[place - 2], page.formats[f"head {label.light}"])
    for tally in tallies:
        page.sheet.write_string(line, 0, plain(tally.name), page.formats["name"])
        across = f"=SUM({_cell(line, 2)}:{_cell(line, len(page.labels) + 1)})"
        page.sheet.write_formula(line, 1, across, page.formats["count"], sum(tally.counts))
        for place, count in enumerate(tally.counts, 2):
            page.sheet.write_number(line, place, count, page.formats["count"])
        line += 1
    sums = [sum(column) for column in zip(*(tally.counts for tally in tallies), strict=True)]
    return _total(page, line, first, [sum(sums), *sums])


def _heading(page: _Page, line: int, heading: str, titles: Sequence[str]) -> int:
    page.sheet.set_row(line, 26)
    page.sheet.write_string(line, 0, heading, page.formats["heading"])
    page.sheet.set_row(line + 1, 22)
    for place, title in enumerate(titles):
        page.sheet.write_string(line + 1, place, title, page.formats["header"])
    return line + 2


def _total(page: _Page, line: int, first: int, values: Sequence[int]) -> int:
    page.sheet.write_string(line, 0, texts.TOTAL, page.formats["header"])
    for place, value in enumerate(values, 1):
        if line > first:
            down = f"=SUM({_cell(first, place)}:{_cell(line - 1, place)})"
            page.sheet.write_formula(line, place, down, page.formats["header"], value)
        else:
            page.sheet.write_number(line, place, value, page.formats["header"])
    return line + 2


def _cell(line: int, place: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return xl_rowcol_to_cell(line, place)


def _formats(book: "Workbook", lights: Lights) -> "dict[str, Format]":
    font = {"font_name": texts.BODY_FONT, "font_size": 11, "valign": "vcenter"}
    cell = {**font, "align": "center", "border": 1}
    head = {**cell, "font_name": texts.HEAD_FONT, "bg_color": HEAD_FILL}
    formats = {
        "title": {**font, "font_name": texts.TITLE_FONT, "font_size": 18, "align": "center"},
        "heading": {**font, "font_name": texts.HEAD_FONT, "font_size": 12},
        "header": head,
        "name": {**cell, "align": "left", "indent": 1},
        "count": cell,
        "share": {**cell, "num_format": "0.0"},
        "note": {**font, "font_size": 10, "text_wrap": True, "valign": "top"},
    }
    for light, (colour, _) in lights.items():
        formats[light] = {**cell, "bold": True, "font_color": colour}
        formats[f"head {light}"] = {**head, "font_color": colour}
    return {name: book.add_format(told) for name, told in formats.items()}
