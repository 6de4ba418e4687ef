"""One unit's form as a workbook: locked but for the asked cells, checked by lists, limits and a self-counting line.

No macros. What the unit sees is laid out like the bureau's own papers: A4 landscape, one page wide, header repeated.
"""

import re
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.exchange.form_paper import FormLine, FormPaper
from desktop_app.exchange.form_rules import add_rules
from desktop_app.exchange.sheet_layout import FIGURES, MARK_PROPERTY, MARK_SHEET, Column, mark_text
from desktop_app.texts import exchange as texts

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADER_LINE = 3
FIRST_LINE = HEADER_LINE + 1
WIDEST = 215  # characters across the page: more would be printed too small to read
COUNT_WIDTH = 60
CELL_LIMIT = 32_767
LINE_POINTS, LEAST_LINES, MOST_POINTS = 13.5, 5, 400
_GROWING = {"title", "content", "targets", "last", "text", "problems", "next_steps", "evidence"}
_SIGNED = (5, 2, 3, 3, 3)  # how the line of who fills it in shares the width
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

LINE_COLOUR, OPEN_FILL, HEAD_FILL, MISSING_FILL, MISSING_INK = "#8C959F", "#FFFBE6", "#EEF1F4", "#FBD9D5", "#C62828"
CLOSED_FILL = "#E3E6E9"
_BODY = {
    "font_name": texts.SONG,
    "font_size": 10,
    "text_wrap": True,
    "valign": "vcenter",
    "border": 1,
    "border_color": LINE_COLOUR,
}


def write_form(paper: FormPaper, path: Path) -> None:
    """Write the form of `paper` as a new workbook at `path`."""
    from xlsxwriter import Workbook

    # made in memory: on a full disk XlsxWriter raises an error of its own, which is no OSError
    made = BytesIO()
    with Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(texts.SHEET, _plain_formulas())
        formats = _formats(book)
        columns = fitted(paper.columns)
        _page(sheet, columns)
        _head(sheet, formats, paper, columns)
        _body(sheet, formats, paper, columns)
        add_rules(sheet, formats, paper, FIRST_LINE, count_place(columns))
        _marks(book, paper)
        sheet.protect("", {"format_rows": True, "format_columns": True})
    path.write_bytes(made.getbuffer())


@cache
def _plain_formulas() -> "type[Worksheet]":
    """A sheet that takes formulas as they are: the library looks into each for 150 newer functions; ours have none."""
    from xlsxwriter.worksheet import Worksheet

    class PlainFormulas(Worksheet):
        """Without the look, a form is written a quarter faster."""

        def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
            return formula.removeprefix("=")

    return PlainFormulas


def fitted(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns as wide as the page can show them: where much is asked, those of long text give way."""
    whole = sum(column.width for column in columns)
    growing = sum(column.width for column in columns if column.field in _GROWING)
    share = min(1.0, (WIDEST - whole + growing) / growing)
    return tuple(c._replace(width=round(c.width * share, 1)) if c.field in _GROWING else c for c in columns)


def plain(text: str) -> str:
    """`text` as a cell can hold it: no control characters, at most 32,767 characters."""
    return _CONTROL.sub("", text)[:CELL_LIMIT]


def _formats(book: "Workbook") -> "dict[str, Format]":
    middle = {"align": "center"}
    asked = {**_BODY, "locked": False, "bg_color": OPEN_FILL}
    small = {"font_name": texts.SONG, "font_size": 10, "valign": "vcenter"}
    return {
        "attachment": book.add_format({"font_name": texts.HEI, "font_size": 12, "valign": "vcenter"}),
        "title": book.add_format({"font_name": texts.XIAOBIAOSONG, "font_size": 20, "valign": "vcenter", **middle}),
        "count": book.add_format({**small, "align": "right"}),
        "left": book.add_format({"font_color": MISSING_INK}),
        "line": book.add_format({**small, "bold": True}),
        "signed": book.add_format({**small, "locked": False, "bottom": 1, "border_color": LINE_COLOUR}),
        "header": book.add_format({**_BODY, **middle, "font_name": texts.HEI, "bg_color": HEAD_FILL}),
        "words": book.add_format(_BODY),
        "middle": book.add_format({**_BODY, **middle}),
        "asked": book.add_format(asked),
        "asked_middle": book.add_format({**asked, **middle}),
        "asked_day": book.add_format({**asked, **middle, "num_format": "yyyy-mm-dd"}),
        "closed": book.add_format({**_BODY, "bg_color": CLOSED_FILL}),
        "tally": book.add_format({"font_color": "#FFFFFF"}),
        "explain": book.add_format({**small, "text_wrap": True, "valign": "top"}),
        "missing": book.add_format({"bg_color": MISSING_FILL}),
        "out_of_range": book.add_format({"bg_color": MISSING_FILL, "font_color": MISSING_INK, "bold": True}),
    }


def _page(sheet: "Worksheet", columns: Sequence[Column]) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.repeat_rows(HEADER_LINE)
    sheet.set_footer(texts.PAGE)
    sheet.freeze_panes(FIRST_LINE, 2)
    sheet.hide_gridlines(2)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width, None, {"hidden": column.field == "mark"})


def _head(sheet: "Worksheet", formats: "dict[str, Format]", paper: FormPaper, columns: Sequence[Column]) -> None:
    """The lines above the table: attachment and count of what is open, title, who fills it in."""
    for line, height in enumerate((20, 36, 24, 30)):
        sheet.set_row(line, height)
    last = len(columns) - 2  # the column of marks is hidden
    counted = count_place(columns)
    attachment = paper.attachment + (texts.GROWN.format(number=paper.version) if paper.version > 1 else "")
    sheet.merge_range(0, 0, 0, counted - 1, attachment, formats["attachment"])
    sheet.merge_range(0, counted, 0, last, "", formats["count"])
    sheet.merge_range(1, 0, 1, last, texts.FORM_TITLE.format(period=paper.period), formats["title"])
    unit = plain(texts.FORM_UNIT.format(unit=paper.unit))
    words = (unit, texts.FILLED_BY, texts.CHECKED_BY, texts.PHONE, texts.FILLED_ON)
    for number, (text, (first, end)) in enumerate(zip(words, _parts(columns[:-1]), strict=True)):
        style = formats["signed" if number else "line"]
        if first == end:
            sheet.write_string(2, first, text, style)
        else:
            sheet.merge_range(2, first, 2, end, text, style)
    for place, column in enumerate(columns):
        sheet.write_string(HEADER_LINE, place, column.header, formats["header"])


def count_place(columns: Sequence[Column]) -> int:
    """The column in which the line that counts begins: it takes the right end of the first line."""
    place, width = len(columns) - 1, 0.0
    while width < COUNT_WIDTH:
        place -= 1
        width += columns[place].width
    return place


def _parts(columns: Sequence[Column]) -> list[tuple[int, int]]:
    """First and last column of each part of the signing line."""
    whole, ends, place, width = sum(column.width for column in columns), [], -1, 0.0
    for number in range(1, len(_SIGNED)):
        wanted = whole * sum(_SIGNED[:number]) / sum(_SIGNED)
        room = len(columns) - 1 - (len(_SIGNED) - number)  # one column at least is left for each later part
        place += 1
        width += columns[place].width
        while place < room and width + columns[place + 1].width / 2 <= wanted:
            place += 1
            width += columns[place].width
        ends.append(place)
    ends.append(len(columns) - 1)
    return list(zip((0, *(end + 1 for end in ends)), ends, strict=False))


def _body(sheet: "Worksheet", formats: "dict[str, Format]", paper: FormPaper, columns: Sequence[Column]) -> None:
    words, middle, asked, asked_middle = (formats[n] for n in ("words", "middle", "asked", "asked_middle"))
    styles = {"no": middle, "deadline": middle, "status": asked_middle, "percent": asked_middle}
    styles |= {"finished_on": formats["asked_day"], **dict.fromkeys(FIGURES, asked_middle)}
    cells = [
        (place, column, styles.get(column.field, asked if column.asked else words))
        for place, column in enumerate(columns)
    ]
    printed = [column for column in columns if not column.asked and column.field != "mark"]
    figures = [place for place, column in enumerate(columns) if column.field in FIGURES]
    for number, line in enumerate(paper.lines, FIRST_LINE):
        sheet.set_row(number, _height(line, printed))
        for place, column, style in cells:
            text = "" if column.asked else plain(getattr(line, column.field))
            if text:
                sheet.write_string(number, place, text, style)
            else:
                sheet.write_blank(number, place, None, style)
        for place in figures[len(line.figures) :]:
            sheet.write_blank(number, place, None, formats["closed"])
    below = FIRST_LINE + len(paper.lines)
    explained = explanation(paper)
    width = sum(column.width for column in columns[:-1])
    sheet.set_row(below, LINE_POINTS * (-(-_units(explained) // (width - 4)) + 1))
    sheet.merge_range(below, 0, below, len(columns) - 2, explained, formats["explain"])


def explanation(paper: FormPaper) -> str:
    """How the form is to be filled in, of the columns that it has."""
    fields = {column.field for column in paper.columns}
    year = paper.finished[1][:4]
    day = texts.EXPLAIN_DAY if "percent" in fields else texts.EXPLAIN_DAY_ALONE
    steps = [
        texts.EXPLAIN_OPEN,
        texts.EXPLAIN_STATUS,
        *([texts.EXPLAIN_PERCENT] if "percent" in fields else []),
        *([texts.EXPLAIN_FIGURES] if FIGURES[0] in fields else []),
        *([day.format(year=year)] if "finished_on" in fields else []),
        *([texts.EXPLAIN_GROWN.format(number=paper.version)] if paper.version > 1 else []),
        texts.EXPLAIN_DUE.format(as_of=paper.as_of, due=paper.due),
    ]
    told = (texts.EXPLAIN_STEP.format(number=number, step=step) for number, step in enumerate(steps, 1))
    return texts.EXPLAIN.format(steps="".join(told))


def _height(line: FormLine, printed: Sequence[Column]) -> float:
    """Points that a row needs for its longest text: not every program fits wrapped rows by itself."""
    lines = [
        sum(-(-_units(part) // (column.width - 1)) or 1 for part in getattr(line, column.field).split("\n"))
        for column in printed
    ]
    return min(LINE_POINTS * max(LEAST_LINES, *lines) + 6, MOST_POINTS)


def _units(text: str) -> float:
    """Width of a text in characters of the form: a Chinese character takes two."""
    narrow = (3 * len(text) - len(text.encode("utf-8", "replace"))) / 2  # one byte each where a Chinese one takes three
    return 2.0 * len(text) - 0.9 * narrow


def _marks(book: "Workbook", paper: FormPaper) -> None:
    mark = mark_text(paper.mark)
    hidden = book.add_worksheet(MARK_SHEET)
    hidden.write_string(0, 0, mark)
    hidden.very_hidden()
    book.set_properties({"title": texts.PROPERTY, "subject": plain(f"{paper.unit} {paper.period}")})
    book.set_custom_property(MARK_PROPERTY, mark, "text")
