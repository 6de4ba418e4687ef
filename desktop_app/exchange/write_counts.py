"""The second sheet of the ledger: how many tasks stand where, by light, by lead unit and by section."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop_app.exchange.ledger_paper import Label, LedgerPaper, Tally
from desktop_app.texts import ledger_sheet as texts

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FIRST_WIDTH, COUNT_WIDTH = 34, 11
HEAD_FILL = "#EEF1F4"
Lights = Mapping[str, tuple[str, str]]


def write_counts(book: "Workbook", sheet: "Worksheet", paper: LedgerPaper, title: str, lights: Lights) -> None:
    """Fill the sheet 统计; sums are formulas with their values, so that they follow a corrected figure."""
    last = max(2, len(paper.labels) + 1)
    formats = _formats(book)
    sheet.set_column(0, 0, FIRST_WIDTH)
    sheet.set_column(1, last, COUNT_WIDTH)
    sheet.set_row(0, 36)
    sheet.merge_range(0, 0, 0, last, title, formats["title"])
    shades = {
        light: book.add_format({**_CELL, "bold": True, "font_color": shade}) for light, (shade, _) in lights.items()
    }
    line = _by_label(sheet, 1, paper.labels, formats, shades, lights)
    line = _by_group(sheet, line, texts.BY_UNIT, texts.UNIT, paper.labels, paper.units, formats)
    line = _by_group(sheet, line, texts.BY_SECTION, texts.SECTION, paper.labels, paper.sections, formats)
    sheet.set_row(line, 34)
    sheet.merge_range(line, 0, line, last, texts.ONCE, formats["note"])


def _by_label(
    sheet: "Worksheet",
    line: int,
    labels: Sequence[Label],
    formats: "dict[str, Format]",
    shades: "dict[str, Format]",
    lights: Lights,
) -> int:
    line = _heading(sheet, line, texts.BY_LABEL, [texts.STATE, texts.COUNT, texts.SHARE], formats)
    first = line
    for label in labels:
        text = texts.MARKED.format(shape=lights[label.light][1], label=label.name)
        sheet.write_string(line, 0, text, shades[label.light])
        sheet.write_number(line, 1, label.count, formats["count"])
        sheet.write_number(line, 2, label.share, formats["share"])
        line += 1
    _total(sheet, line, first, [sum(n.count for n in labels), round(sum(n.share for n in labels))], formats)
    return line + 2


def _by_group(
    sheet: "Worksheet",
    line: int,
    heading: str,
    name: str,
    labels: Sequence[Label],
    tallies: Sequence[Tally],
    formats: "dict[str, Format]",
) -> int:
    line = _heading(sheet, line, heading, [name, texts.COUNT, *(label.name for label in labels)], formats)
    first = line
    for tally in tallies:
        sheet.write_string(line, 0, tally.name, formats["name"])
        formula = f"=SUM({_cell(line, 2)}:{_cell(line, len(labels) + 1)})"
        sheet.write_formula(line, 1, formula, formats["count"], sum(tally.counts))
        for place, count in enumerate(tally.counts, 2):
            sheet.write_number(line, place, count, formats["count"])
        line += 1
    sums = [sum(column) for column in zip(*(tally.counts for tally in tallies), strict=True)]
    _total(sheet, line, first, [sum(sums), *sums], formats)
    return line + 2


def _heading(sheet: "Worksheet", line: int, heading: str, titles: Sequence[str], formats: "dict[str, Format]") -> int:
    sheet.set_row(line, 26)
    sheet.write_string(line, 0, heading, formats["heading"])
    sheet.set_row(line + 1, 22)
    for place, title in enumerate(titles):
        sheet.write_string(line + 1, place, title, formats["header"])
    return line + 2


def _total(sheet: "Worksheet", line: int, first: int, values: Sequence[int], formats: "dict[str, Format]") -> None:
    sheet.write_string(line, 0, texts.TOTAL, formats["header"])
    for place, value in enumerate(values, 1):
        if line > first:
            formula = f"=SUM({_cell(first, place)}:{_cell(line - 1, place)})"
            sheet.write_formula(line, place, formula, formats["header"], value)
        else:
            sheet.write_number(line, place, 0, formats["header"])


def _cell(line: int, place: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return xl_rowcol_to_cell(line, place)


def _formats(book: "Workbook") -> "dict[str, Format]":
    plain = {"font_name": texts.BODY_FONT, "font_size": 11, "valign": "vcenter"}
    return {
        "title": book.add_format({**plain, "font_name": texts.TITLE_FONT, "font_size": 18, "align": "center"}),
        "heading": book.add_format({**plain, "font_name": texts.HEAD_FONT, "font_size": 12}),
        "header": book.add_format({**_CELL, "font_name": texts.HEAD_FONT, "bg_color": HEAD_FILL}),
        "name": book.add_format({**_CELL, "align": "left"}),
        "count": book.add_format(_CELL),
        "share": book.add_format({**_CELL, "num_format": "0.0"}),
        "note": book.add_format({**plain, "font_size": 10, "text_wrap": True, "valign": "top"}),
    }


_CELL = {
    "font_name": texts.BODY_FONT,
    "font_size": 11,
    "text_wrap": True,
    "valign": "vcenter",
    "align": "center",
    "border": 1,
}
