"""A Gantt scene as an Excel sheet: every bar is a row of filled cells, so that it can be opened and changed in WPS."""

import math
from datetime import date
from io import BytesIO
from typing import Any, NamedTuple

from desktop_app.paint.colours import ACCENT, BAND, INK, LIGHTS, LINE, PAGE, REST, TINTS
from desktop_app.paint.paper import Paper
from desktop_app.reports.gantt_scene import Bar, Scene
from desktop_app.reports.gantt_scene_axis import Tick, cells, window
from desktop_app.texts import gantt as texts

_COLUMNS = (
    (texts.NO, 6),
    (texts.TASK, 29),
    (texts.UNIT, 18),
    (texts.LIGHT, 10),
    (texts.DONE, 9),
    (texts.START, 11),
    (texts.DEADLINE, 11),
    (texts.WAS, 11),
    (texts.SLIP, 8),
)
_TABLE = len(_COLUMNS)
_TITLE, _AS_OF, _HEADER, _FIRST = 0, 1, 2, 4
_HATCHED, _SOLID = 14, 1  # pattern numbers of XlsxWriter: thin diagonals, full
_LINE_PT = 13.5  # one line of 10 pt
_NODE, _RECURRING, _SOFT = "◇", "┃", "▷"
_PAPERS = {"A4": 9, "A3": 8}  # ECMA-376 18.3.1.63
_CELL = {"border": 1, "border_color": LINE, "font_size": 10, "font_color": INK, "valign": "vcenter"}


_ANY = Paper()


class _Book(NamedTuple):
    """The open workbook, its sheet, and one format object a look."""

    book: Any
    sheet: Any
    formats: dict[tuple, Any]

    def look(self, **wanted: object) -> Any:
        """The format of a cell with these properties over the common ones."""
        name = tuple(sorted(wanted.items()))
        if name not in self.formats:
            self.formats[name] = self.book.add_format({**_CELL, **wanted})
        return self.formats[name]


def workbook_of(scene: Scene, wish: Paper = _ANY) -> bytes:
    """The bytes of the workbook; columns are thirds of months, or days at the month and week scales."""
    import xlsxwriter

    data = BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        open_book = _Book(book, book.add_worksheet(texts.SHEET), {})
        first, last = window(scene.axis, scene.scale, date.fromordinal(scene.as_of))
        upper, lower = cells(first, last, scene.scale)
        rest = _days_off(scene) if scene.scale in ("month", "week") else frozenset()
        _write_head(open_book, scene, upper, lower)
        for place, row in enumerate(scene.rows):
            line = _FIRST + place
            if isinstance(row, Bar):
                _write_bar(open_book, row, line, lower, rest)
            else:
                band = open_book.look(bold=True, bg_color=BAND)
                open_book.sheet.merge_range(line, 0, line, _TABLE + len(lower) - 1, row.label, band)
        _set_up(open_book, len(scene.rows), len(lower), wish)
    return data.getvalue()


def _write_head(open_book: _Book, scene: Scene, upper: list[Tick], lower: list[Tick]) -> None:
    sheet, last = open_book.sheet, _TABLE + len(lower) - 1
    title = open_book.look(bold=True, font_size=16, align="center", border=0)
    sheet.merge_range(_TITLE, 0, _TITLE, last, scene.title, title)
    day = date.fromordinal(scene.as_of)
    as_of = texts.AS_OF.format(day=texts.DAY_OF_YEAR.format(year=day.year, month=day.month, day=day.day))
    as_of = texts.WITH_NOTE.format(as_of=as_of, note=scene.note) if scene.note else as_of
    sheet.merge_range(_AS_OF, 0, _AS_OF, _TABLE - 3, texts.SHEET_LEGEND, open_book.look(border=0, font_size=9))
    sheet.merge_range(_AS_OF, _TABLE - 2, _AS_OF, last, as_of, open_book.look(align="right", border=0))
    head = {"bold": True, "bg_color": BAND, "align": "center", "text_wrap": True}
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.merge_range(_HEADER, column, _HEADER + 1, column, name, open_book.look(**head))
        sheet.set_column(column, column, width)
    sheet.set_column(_TABLE, last, 2.3)
    for tick in upper:
        inside = [place for place, part in enumerate(lower) if tick.first <= part.first <= tick.last]
        left, right = _TABLE + inside[0], _TABLE + inside[-1]
        if left == right:
            sheet.write_string(_HEADER, left, tick.label, open_book.look(**head))
        else:
            sheet.merge_range(_HEADER, left, _HEADER, right, tick.label, open_book.look(**head))
    sheet.set_row(_HEADER + 1, 26)
    for place, part in enumerate(lower):
        now = part.first <= scene.as_of <= part.last
        colours = {"bg_color": ACCENT, "font_color": PAGE} if now else {}
        look = open_book.look(**{**head, "font_size": 9, **colours})
        sheet.write_string(_HEADER + 1, _TABLE + place, part.label, look)


def _days_off(scene: Scene) -> frozenset[int]:
    return frozenset(day for rest in scene.rest if rest.kind != "work" for day in range(rest.first, rest.last + 1))


def _write_bar(open_book: _Book, bar: Bar, line: int, lower: list[Tick], rest: frozenset[int]) -> None:
    sheet, colour = open_book.sheet, LIGHTS[bar.light][0]
    text = open_book.look(text_wrap=True)
    sheet.set_row(line, _LINE_PT * max(_lines(bar.label, 1), _lines(bar.units, 2)) + 4)
    sheet.write_string(line, 0, bar.no, open_book.look(align="center"))
    sheet.write_string(line, 1, bar.label, open_book.look(text_wrap=True, indent=bar.depth))
    sheet.write_string(line, 2, bar.units, text)
    sheet.write_string(line, 3, LIGHTS[bar.light][1] + bar.word, open_book.look(font_color=colour))
    if bar.done is None:
        sheet.write_blank(line, 4, None, text)
    else:
        sheet.write_number(line, 4, bar.done, open_book.look(num_format="0.##"))
    dated = open_book.look(num_format="yyyy-mm-dd", align="center")
    for column, day in ((5, bar.start), (6, bar.end)):
        sheet.write_datetime(line, column, date.fromordinal(day), dated)
    _write_issued(open_book, bar, line, dated)
    done_until = bar.start + (bar.end + 1 - bar.start) * min(max(bar.done or 0, 0), 100) / 100
    marks = [(bar.soft, _SOFT), *((node.day, _RECURRING if node.recurring else _NODE) for node in bar.nodes)]
    for place, part in enumerate(lower):
        mark = next((sign for day, sign in marks if day is not None and part.first <= day <= part.last), "")
        look = _look(open_book, bar, part, done_until, part.first in rest)
        sheet.write(line, _TABLE + place, mark, look)


def _write_issued(open_book: _Book, bar: Bar, line: int, dated: Any) -> None:
    """Where the end lay in the plan as issued, and by how many days it has slipped."""
    if bar.was is None or not bar.slip:
        for column in (7, 8):
            open_book.sheet.write_blank(line, column, None, dated)
        return
    open_book.sheet.write_datetime(line, 7, date.fromordinal(bar.was.end), dated)
    open_book.sheet.write_number(line, 8, bar.slip, open_book.look(num_format="+0;-0", align="center"))


def _lines(text: str, column: int) -> int:
    """How many lines a text takes in a column; a Chinese character is two wide. WPS fits no heights by itself."""
    wide = sum(1 if letter.isascii() else 2 for letter in text)
    return max(1, math.ceil(wide / _COLUMNS[column][1]))


def _look(open_book: _Book, bar: Bar, part: Tick, done_until: float, off: bool) -> Any:
    """A cell that the bar covers: full where more than half of it is done, else tinted, with diagonals where late;
    beside the bar a day of rest is grey.
    """
    start, end = max(bar.start, part.first), min(bar.end, part.last)
    if start > end:
        return open_book.look(align="center", bg_color=REST) if off else open_book.look(align="center")
    colour = LIGHTS[bar.light][0]
    if done_until >= (start + end + 1) / 2:
        return open_book.look(align="center", pattern=_SOLID, bg_color=colour, font_color=PAGE)
    pattern = _HATCHED if bar.late else _SOLID
    return open_book.look(align="center", pattern=pattern, bg_color=TINTS[bar.light], fg_color=_pen(bar, pattern))


def _pen(bar: Bar, pattern: int) -> str:
    """Excel paints a full cell in the pattern's own colour, diagonals in it over the ground."""
    return LIGHTS[bar.light][0] if pattern == _HATCHED else TINTS[bar.light]


def _set_up(open_book: _Book, rows: int, parts: int, wish: Paper) -> None:
    """Frozen header and table, and the page: landscape, one page wide, header repeated, numbered."""
    sheet = open_book.sheet
    sheet.freeze_panes(_FIRST, 2)
    sheet.hide_gridlines(2)
    if wish.orientation == "landscape":
        sheet.set_landscape()
    sheet.set_paper(_PAPERS[wish.name])
    sheet.set_margins(0.4, 0.4, 0.5, 0.5)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADER, _HEADER + 1)
    sheet.print_area(0, 0, _FIRST + rows - 1, _TABLE + parts - 1)
    sheet.set_footer("&C" + texts.SHEET_FOOT)
