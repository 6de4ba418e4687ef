"""The tables of a paper as a workbook: the same headers, merged cells and page as on paper."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from desktop_app.reports.docx_paper import merge_starts, runs_over
from desktop_app.reports.paper import PageName, Table
from desktop_app.texts import docx_page as styles
from desktop_app.texts import papers_tables as texts

MM_A_CHARACTER = 2.0
POINTS_A_LINE = 14
PAPER = {"A4": 9, "A4 landscape": 9, "A3 landscape": 8}
MARGIN = 0.7  # inches


def as_xlsx(title: str, tables: Sequence[tuple[str, Table]], page: PageName) -> bytes:
    """A sheet for each table, of its name where it has one."""
    import xlsxwriter

    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    formats = _formats(book)
    for number, (name, table) in enumerate(tables, 1):
        sheet = book.add_worksheet(name or (texts.SHEET if number == 1 else f"{texts.SHEET}{number}"))
        _write(sheet, title, table, page, formats)
    book.close()
    return made.getvalue()


def _write(sheet: Any, title: str, table: Table, page: PageName, formats: dict[str, Any]) -> None:
    last = len(table.columns) - 1
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width / MM_A_CHARACTER)
    sheet.set_row(0, 40 * (1 + title.count("\n")))
    sheet.merge_range(0, 0, 0, last, title, formats["title"])
    two = any(column.over for column in table.columns)
    for over, first, count in runs_over(table.columns):
        if over and count > 1:
            sheet.merge_range(1, first, 1, first + count - 1, over, formats["head"])
        elif over:
            sheet.write_string(1, first, over, formats["head"])
        for place in range(first, first + count):
            if two and not over:
                sheet.merge_range(1, place, 2, place, table.columns[place].header, formats["head"])
            else:
                sheet.write_string(2 if two else 1, place, table.columns[place].header, formats["head"])
    body = 3 if two else 2
    _rows(sheet, table, body, formats)
    sheet.freeze_panes(body, 0)
    sheet.repeat_rows(1, body - 1)
    sheet.set_paper(PAPER[page])
    if page != "A4":
        sheet.set_landscape()
    sheet.set_margins(MARGIN, MARGIN, MARGIN, MARGIN)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.set_footer(texts.FOOTER)


def _rows(sheet: Any, table: Table, body: int, formats: dict[str, Any]) -> None:
    starts = merge_starts(table)
    for line, row in enumerate(table.rows):
        if len(row) == 1:
            sheet.merge_range(body + line, 0, body + line, len(table.columns) - 1, row[0].text, formats["head"])
            continue
        lines = 1
        for place, (column, words) in enumerate(zip(table.columns, row, strict=True)):
            look = formats["middle" if column.centred else "cell"]
            wide = max(column.width / MM_A_CHARACTER / 2, 1)
            if not column.merged:
                lines = max(lines, sum(1 + int(len(part) / wide) for part in words.text.split("\n")))
                _cell(sheet, body + line, place, words.text, look)
                continue
            if starts[line][place]:
                end = next((n for n in range(line + 1, len(starts)) if _ends(starts[n], place)), len(starts))
                if end - line > 1:
                    sheet.merge_range(body + line, place, body + end - 1, place, words.text, look)
                else:
                    _cell(sheet, body + line, place, words.text, look)
        sheet.set_row(body + line, max(24, POINTS_A_LINE * lines + 4))


def _ends(starts: Sequence[bool], place: int) -> bool:
    return len(starts) == 1 or starts[place]


def _cell(sheet: Any, line: int, place: int, text: str, look: Any) -> None:
    """A cell; a number is written as one, so that Excel can reckon with it."""
    if text.replace(".", "", 1).isdigit() and not (text.startswith("0") and text[1:2] not in ("", ".")):
        sheet.write_number(line, place, float(text), look)
    else:
        sheet.write_string(line, place, text, look)


def _formats(book: Any) -> dict[str, Any]:
    font = {"font_name": styles.NUMBER_FONT, "font_size": 10.5, "valign": "vcenter", "text_wrap": True}
    cell = {**font, "border": 1}
    head = {**cell, "font_name": styles.HEAD_FONT, "align": "center"}
    title = {**font, "font_name": styles.TITLE_FONT, "font_size": 20, "align": "center"}
    looks = {"title": title, "head": head, "cell": cell, "middle": {**cell, "align": "center"}}
    return {name: book.add_format(look) for name, look in looks.items()}
