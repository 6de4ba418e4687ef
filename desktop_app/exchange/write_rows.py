"""Plain rows of text as a workbook: a heading, a frozen header, wrapped cells, ready to print across A4."""

import io
from collections.abc import Sequence

from desktop_app.exchange.write_forms import plain

_A4 = 9


def write_rows(heading: str, headers: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> bytes:
    """The workbook; widths are in characters."""
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        title = book.add_format({"bold": True, "font_size": 14})
        head = book.add_format(
            {"bold": True, "border": 1, "bg_color": "#F6F8FA", "text_wrap": True, "valign": "vcenter"}
        )
        cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
        sheet.write_string(0, 0, heading, title)
        for column, (words, width) in enumerate(zip(headers, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(1, column, words, head)
        for line, row in enumerate(rows, 2):
            for column, words in enumerate(row):
                sheet.write_string(line, column, plain(words), cell)
        sheet.freeze_panes(2, 1)
        sheet.autofilter(1, 0, max(1, len(rows) + 1), len(headers) - 1)
        sheet.repeat_rows(1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
    return made.getvalue()
