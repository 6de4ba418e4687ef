"""One unit's form as a workbook: locked but for the asked cells, checked by lists, limits and a self-counting line.

No macros. What the unit sees is laid out like the bureau's own papers: A4 landscape, one page wide, header repeated.
"""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.exchange.form_paper import FormLine, FormPaper
from desktop_app.exchange.sheet_layout import COLUMNS, MARK_PROPERTY, MARK_SHEET, PLACES, Column, mark_text
from desktop_app.texts import exchange as texts

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADER_LINE = 3
FIRST_LINE = HEADER_LINE + 1
LAST_SHOWN = PLACES["problems"]
CELL_LIMIT = 32_767
LINE_POINTS, LEAST_LINES, MOST_POINTS = 13.5, 5, 400
_PRINTED = tuple(column for column in COLUMNS if not column.asked and column.field != "mark")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

LINE_COLOUR, OPEN_FILL, HEAD_FILL, MISSING_FILL, MISSING_INK = "#8C959F", "#FFFBE6", "#EEF1F4", "#FDECEA", "#C62828"
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
        sheet = book.add_worksheet(texts.SHEET)
        formats = _formats(book)
        _page(sheet)
        _head(sheet, formats, paper)
        _body(sheet, formats, paper)
        _rules(sheet, formats, len(paper.lines))
        _marks(book, paper)
        sheet.protect("", {"format_rows": True, "format_columns": True})
    path.write_bytes(made.getbuffer())


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
        "explain": book.add_format({**small, "text_wrap": True, "valign": "top"}),
        "missing": book.add_format({"bg_color": MISSING_FILL}),
        "out_of_range": book.add_format({"bg_color": MISSING_FILL, "font_color": MISSING_INK, "bold": True}),
    }


def _page(sheet: "Worksheet") -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.repeat_rows(HEADER_LINE)
    sheet.set_footer(texts.PAGE)
    sheet.freeze_panes(FIRST_LINE, PLACES["content"])
    sheet.hide_gridlines(2)
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width, None, {"hidden": column.field == "mark"})


def _head(sheet: "Worksheet", formats: "dict[str, Format]", paper: FormPaper) -> None:
    """The lines above the table: attachment and count of what is open, title, who fills it in."""
    for line, height in enumerate((20, 36, 24, 30)):
        sheet.set_row(line, height)
    sheet.merge_range(0, 0, 0, PLACES["title"], texts.ATTACHMENT, formats["attachment"])
    sheet.merge_range(1, 0, 1, LAST_SHOWN, texts.FORM_TITLE.format(period=paper.period), formats["title"])
    unit = plain(texts.FORM_UNIT.format(unit=paper.unit))
    sheet.merge_range(2, 0, 2, PLACES["content"], unit, formats["line"])
    sheet.write_string(2, PLACES["targets"], texts.FILLED_BY, formats["signed"])
    sheet.merge_range(2, PLACES["deadline"], 2, PLACES["last"], texts.CHECKED_BY, formats["signed"])
    sheet.merge_range(2, PLACES["status"], 2, PLACES["text"], texts.PHONE, formats["signed"])
    sheet.merge_range(2, PLACES["percent"], 2, LAST_SHOWN, texts.FILLED_ON, formats["signed"])
    for place, column in enumerate(COLUMNS):
        sheet.write_string(HEADER_LINE, place, column.header, formats["header"])


def _body(sheet: "Worksheet", formats: "dict[str, Format]", paper: FormPaper) -> None:
    words, middle, asked, asked_middle = (formats[n] for n in ("words", "middle", "asked", "asked_middle"))
    styles = {"no": middle, "deadline": middle, "status": asked_middle, "percent": asked_middle}
    styles |= {"finished_on": formats["asked_day"], "text": asked, "problems": asked}
    cells = [(place, column, styles.get(column.field, words)) for place, column in enumerate(COLUMNS)]
    for number, line in enumerate(paper.lines):
        sheet.set_row(FIRST_LINE + number, _height(line))
        for place, column, style in cells:
            text = "" if column.asked else plain(getattr(line, column.field))
            if text:
                sheet.write_string(FIRST_LINE + number, place, text, style)
            else:
                sheet.write_blank(FIRST_LINE + number, place, None, style)
    below = FIRST_LINE + len(paper.lines)
    sheet.set_row(below, 46)
    explained = texts.EXPLAIN.format(as_of=paper.as_of, due=paper.due)
    sheet.merge_range(below, 0, below, LAST_SHOWN, explained, formats["explain"])


def _height(line: FormLine) -> float:
    """Points that a row needs for its longest text: not every program fits wrapped rows by itself."""
    lines = [
        sum(-(-_units(part) // (column.width - 1)) or 1 for part in getattr(line, column.field).split("\n"))
        for column in _PRINTED
    ]
    return min(LINE_POINTS * max(LEAST_LINES, *lines) + 6, MOST_POINTS)


def _units(text: str) -> float:
    """Width of a text in characters of the form: a Chinese character takes two."""
    return 2.0 * len(text) - 0.9 * sum(map(str.isascii, text))


def _rules(sheet: "Worksheet", formats: "dict[str, Format]", count: int) -> None:
    """Lists and limits of the asked cells, the red marks, and the line that counts what is left."""
    first, last = FIRST_LINE, FIRST_LINE + count - 1
    area = {column.field: _area(column, first, last) for column in COLUMNS}
    top = {field: place.split(":")[0] for field, place in area.items()}
    status = {"validate": "list", "source": list(texts.STATUSES)}
    percent = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100}
    day = {"validate": "date", "criteria": "between", "minimum": date(2000, 1, 1), "maximum": date(2099, 12, 31)}
    for field, rule, (title, message) in (
        ("status", status, texts.STATUS_ERROR),
        ("percent", percent, texts.PERCENT_ERROR),
        ("finished_on", day, texts.DAY_ERROR),
    ):
        sheet.data_validation(area[field], {**rule, "error_title": title, "error_message": message})
    moved = f'${top["status"]}<>"{texts.SAME_AS_LAST}"'
    full = f"${top['percent']}=100"
    missing, wrong = formats["missing"], formats["out_of_range"]
    for field in ("text", "percent"):
        _mark(sheet, area[field], f'AND({moved},${top[field]}="")', missing)
    _mark(sheet, area["status"], f'${top["status"]}=""', missing)
    _mark(sheet, area["finished_on"], f'AND({full},${top["finished_on"]}="")', missing)
    _mark(sheet, area["percent"], f"OR(${top['percent']}<0,${top['percent']}>100)", wrong)
    rows = {field: _absolute(area[field]) for field in ("status", "text", "percent", "finished_on")}
    left = (
        f'SUMPRODUCT(({rows["status"]}<>"{texts.SAME_AS_LAST}")*(({rows["text"]}="")+({rows["percent"]}="")))'
        f'+SUMPRODUCT(({rows["status"]}="")*1)+SUMPRODUCT(({rows["percent"]}=100)*({rows["finished_on"]}=""))'
    )
    before, after = texts.LEFT_OPEN.split("{count}")
    formula = f'=IF(({left})=0,"{texts.ALL_FILLED}","{before}"&({left})&"{after}")'
    sheet.merge_range(0, PLACES["text"], 0, LAST_SHOWN, "", formats["count"])
    cached: Any = texts.LEFT_OPEN.format(count=3 * count)  # XlsxWriter takes text too, its annotation does not
    sheet.write_formula(0, PLACES["text"], formula, formats["count"], cached)
    begins = {"type": "text", "criteria": "begins with", "value": before, "format": formats["left"]}
    sheet.conditional_format(0, PLACES["text"], 0, PLACES["text"], begins)


def _mark(sheet: "Worksheet", area: str, formula: str, style: "Format") -> None:
    sheet.conditional_format(area, {"type": "formula", "criteria": f"={formula}", "format": style})


def _area(column: Column, first: int, last: int) -> str:
    letter = chr(ord("A") + PLACES[column.field])
    return f"{letter}{first + 1}:{letter}{last + 1}"


def _absolute(area: str) -> str:
    return re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", area)


def _marks(book: "Workbook", paper: FormPaper) -> None:
    mark = mark_text(paper.mark)
    hidden = book.add_worksheet(MARK_SHEET)
    hidden.write_string(0, 0, mark)
    hidden.very_hidden()
    book.set_properties({"title": texts.PROPERTY, "subject": plain(f"{paper.unit} {paper.period}")})
    book.set_custom_property(MARK_PROPERTY, mark, "text")
