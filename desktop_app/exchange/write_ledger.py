"""The ledger as a workbook that an office would print: A4 landscape, one page wide, sections merged."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop_app.exchange.ledger_layout import (
    COLUMNS,
    FONT_SIZE,
    HEAD_FILL,
    HEAD_POINTS,
    MARGIN_INCHES,
    PLACES,
    ROW_LIMIT,
    SIZES,
    Lights,
    Merged,
    Shown,
    as_text,
    blocks,
    filled,
    font_size,
    heights,
    page_room,
    pages,
    pixels,
    shown,
    widths,
)
from desktop_app.exchange.ledger_marks import (
    LEDGER_PROPERTY,
    LEDGER_SHEET,
    LedgerMark,
    ledger_mark,
    task_mark,
    trace,
)
from desktop_app.exchange.ledger_paper import LedgerPaper
from desktop_app.exchange.write_charts import write_charts
from desktop_app.exchange.write_counts import write_counts
from desktop_app.texts import ledger_charts as chart_texts
from desktop_app.texts import ledger_sheet as texts

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADER_LINE = 2
FIRST_LINE = HEADER_LINE + 1
LINE_COLOUR = "#000000"
A4 = 9
# What a unit wrote is never taken for a formula, a link or a number.
PLAIN_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# A column's width is counted in digits of the default font. In this one, found everywhere, a digit is 7 pixels sharp,
# as XlsxWriter takes it to be; so Excel, WPS and LibreOffice agree on the width of the page.
DEFAULT_FONT = {"font_name": "Times New Roman", "font_size": 10.5}


def write_ledger(paper: LedgerPaper, lights: Lights, path: Path) -> None:
    """Write the ledger and its counts as a new workbook; `lights` gives each light its colour and its shape."""
    from xlsxwriter.exceptions import FileCreateError

    made = BytesIO()
    try:
        # XlsxWriter's own notes say what the ledger says: on a full disk they must not stay behind
        with TemporaryDirectory(prefix="duban-", ignore_cleanup_errors=True) as notes:  # swept if killed
            _write(paper, lights, made, notes)
    except FileCreateError as error:  # XlsxWriter's wrapping of what the disk said
        raise error.args[0] from error
    path.write_bytes(made.getbuffer())


def _write(paper: LedgerPaper, lights: Lights, made: BytesIO, notes: str) -> None:
    from xlsxwriter import Workbook

    with Workbook(made, {**PLAIN_TEXT, "tmpdir": notes, "default_format_properties": DEFAULT_FONT}) as book:
        sheet = book.add_worksheet(texts.SHEET)
        rows = [shown(line, lights[line.light][1]) for line in paper.lines]
        wide = widths(rows)
        _page(sheet)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADER_LINE)
        sheet.freeze_panes(FIRST_LINE, PLACES["content"])
        for place, width in enumerate(wide):
            sheet.set_column(place, place, _column_width(width))
        _head(book, sheet, paper, lights)
        keys = [line.key for line in paper.lines]
        _body(book, sheet, paper, lights, rows, wide)
        if paper.origin:
            _marks(sheet, paper.origin, keys)
        counts = book.add_worksheet(texts.COUNTS_SHEET)
        _page(counts)
        write_counts(book, counts, paper, texts.COUNTS_TITLE.format(years=_years(paper)), lights)
        write_charts(book, paper.charts, chart_texts.TITLE.format(years=_years(paper)))
        if paper.origin:
            _traces(book, paper.origin, keys, rows)
        book.set_properties({"title": texts.TITLE.format(years=_years(paper))})


def _marks(sheet: "Worksheet", origin: LedgerMark, keys: Sequence[int]) -> None:
    """What tells the rows again when the workbook comes back edited: see `ledger_marks`."""
    place = len(COLUMNS)
    sheet.set_column(place, place, 3, None, {"hidden": True})
    sheet.print_area(0, 0, FIRST_LINE + max(len(keys), 1) - 1, place - 1)
    sheet.write_string(HEADER_LINE, place, texts.MARK)
    for number, key in enumerate(keys):
        sheet.write_string(FIRST_LINE + number, place, task_mark(origin.ledger, key))


def _traces(book: "Workbook", origin: LedgerMark, keys: Sequence[int], rows: Sequence[Shown]) -> None:
    """What each cell says now, in a sheet that nobody sees, and whose ledger it is."""
    hidden = book.add_worksheet(LEDGER_SHEET)
    hidden.very_hidden()
    hidden.write_string(0, 0, ledger_mark(origin))
    for number, (key, row) in enumerate(zip(keys, rows, strict=True), 1):
        hidden.write_string(number, 0, task_mark(origin.ledger, key))
        hidden.write_string(number, 1, ",".join(trace(as_text(value)) for value in row))
    book.set_custom_property(LEDGER_PROPERTY, ledger_mark(origin))


def _page(sheet: "Worksheet") -> None:
    """The print set-up that both sheets share."""
    sheet.set_paper(A4)
    sheet.set_margins(**MARGIN_INCHES)
    sheet.center_horizontally()
    sheet.set_footer(texts.FOOTER)
    sheet.hide_gridlines(2)


def _column_width(characters: float) -> float:
    """A width in Chinese characters of the body's size, as Excel counts it: in digits of its own default font."""
    return round((pixels(characters) - 5) / 7, 2)


def _years(paper: LedgerPaper) -> str:
    """The years of the ledger's plans, as a title names them."""
    return texts.LIST.join(texts.YEAR.format(year=year) for year in paper.years)


def _head(book: "Workbook", sheet: "Worksheet", paper: LedgerPaper, lights: Lights) -> None:
    last = len(COLUMNS) - 1
    title = book.add_format({"font_name": texts.TITLE_FONT, "font_size": 20, "align": "center", "valign": "vcenter"})
    told = book.add_format({"font_name": texts.BODY_FONT, "font_size": 11, "valign": "vcenter"})
    header = book.add_format({**_cell(), "font_name": texts.HEAD_FONT, "align": "center", "bg_color": HEAD_FILL})
    for line, points in enumerate(HEAD_POINTS):
        sheet.set_row(line, points)
    sheet.merge_range(0, 0, 0, last, texts.TITLE.format(years=_years(paper)), title)
    sheet.merge_range(1, 0, 1, last, _summary(paper, lights), told)
    for place, column in enumerate(COLUMNS):
        sheet.write_string(HEADER_LINE, place, column.header, header)


def _summary(paper: LedgerPaper, lights: Lights) -> str:
    day = texts.DAY.format(year=paper.as_of.year, month=paper.as_of.month, day=paper.as_of.day)
    counted = [texts.COUNTED.format(shape=lights[n.light][1], label=n.name, count=n.count) for n in paper.labels]
    words = texts.AS_OF.format(day=day, count=sum(n.count for n in paper.labels))
    return words + texts.BEFORE_COUNTS + texts.BETWEEN_COUNTS.join(counted) if counted else words


def _body(
    book: "Workbook", sheet: "Worksheet", paper: LedgerPaper, lights: Lights, rows: Sequence[Shown], wide: list[float]
) -> None:
    merged, points = _arranged(paper, rows, wide)
    for line, height in enumerate(points):
        sheet.set_row(FIRST_LINE + line, height)
    words, middle = book.add_format(_cell()), book.add_format({**_cell(), "align": "center"})
    styles = [middle if column.centred else words for column in COLUMNS]
    shades = {
        light: book.add_format({**_cell(), "align": "center", "bold": True, "font_color": colour})
        for light, (colour, _) in lights.items()
    }
    small = {size: book.add_format({**_cell(), "font_size": size}) for size in SIZES}
    for number, (line, row) in enumerate(zip(paper.lines, rows, strict=True)):
        styles[PLACES["light"]] = shades[line.light]
        if points[number] < ROW_LIMIT:
            _write_row(sheet, FIRST_LINE + number, row, styles)
        else:
            fitting = [small[font_size(str(value), width)] for value, width in zip(row, wide, strict=True)]
            chosen = [fit if style is words else style for fit, style in zip(fitting, styles, strict=True)]
            _write_row(sheet, FIRST_LINE + number, row, chosen)
    for place, spans in merged:
        for first, last in spans:
            if last > first:
                text = str(rows[first][place])
                sheet.merge_range(FIRST_LINE + first, place, FIRST_LINE + last, place, text, styles[place])


def _arranged(paper: LedgerPaper, rows: Sequence[Shown], wide: list[float]) -> tuple[list[Merged], list[float]]:
    """What is merged, and the height of each row. A merged cell ends with its page, so that the next shows it again."""
    sections = [line.section for line in paper.lines]
    tasks = [line.parent or line.key for line in paper.lines]

    def merged(page: Sequence[int]) -> list[Merged]:
        by_task = list(blocks(list(zip(page, tasks, strict=True))))
        by_section = list(blocks(list(zip(page, sections, strict=True))))
        return [(PLACES["section"], by_section), (PLACES["no"], by_task), (PLACES["title"], by_task)]

    room = page_room(wide)
    page = pages(heights(rows, wide, merged([0] * len(rows))), room)
    return merged(page), filled(heights(rows, wide, merged(page)), page, room)


def _write_row(sheet: "Worksheet", line: int, row: Shown, styles: "Sequence[Format]") -> None:
    for place, value in enumerate(row):
        if not value and not isinstance(value, float):
            sheet.write_blank(line, place, None, styles[place])
        elif isinstance(value, str):
            sheet.write_string(line, place, value, styles[place])
        else:
            sheet.write_number(line, place, value, styles[place])


def _cell() -> dict[str, object]:
    return {
        "font_name": texts.BODY_FONT,
        "font_size": FONT_SIZE,
        "text_wrap": True,
        "valign": "vcenter",
        "border": 1,
        "border_color": LINE_COLOUR,
    }
