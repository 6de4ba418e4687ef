"""How a scene is set on paper: type size, column widths, row heights, which rows on which page.

No text is cut and none is under 7 pt: the largest size is taken at which every title stands on one line beside enough
time; where even 8 pt is too wide, long titles wrap. Lengths are device pixels, `dot` of them a point.
"""

import math
from collections.abc import Iterator
from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF

from desktop_app.errors import Refused
from desktop_app.paint.fonts import text_font
from desktop_app.paint.gantt import group_room
from desktop_app.paint.gantt_view import WRAP, Columns, Type, type_of
from desktop_app.reports.gantt_scene import Bar, Group, Row
from desktop_app.texts import gantt as texts

PaperName = Literal["A4", "A3"]
_LONG_EDGE_MM = {"A4": 297.0, "A3": 420.0}
# The text size in points; ticks and figures are set at nine tenths of it, so at 7.2 pt or more.
_SIZES_PT = (9.0, 8.5, 8.0)
_PITCHES = (1.9, 1.6, 1.35)
_TABLE_SHARE = 0.5
_UNITS_EM = 13.0
_MARGIN_MM = 10.0


class Sheet(NamedTuple):
    """A landscape sheet in device pixels, and the part inside its margins."""

    width: float
    height: float
    dot: float

    @property
    def inside(self) -> QRectF:
        """The part that may be printed on."""
        margin = _MARGIN_MM / 25.4 * 72 * self.dot
        return QRectF(0, 0, self.width, self.height).adjusted(margin, margin, -margin, -margin)


class Setting(NamedTuple):
    """Type, columns and the height of every row."""

    type: Type
    columns: Columns
    heights: list[float]


class Book(NamedTuple):
    """A setting and the rows of each page, as ranges of places in the scene."""

    sheet: Sheet
    setting: Setting
    pages: list[range]


def sheet_of(paper: PaperName, dots_per_inch: int) -> Sheet:
    """A landscape sheet of ISO 216 at a resolution."""
    dot = dots_per_inch / 72
    long = _LONG_EDGE_MM[paper] / 25.4 * dots_per_inch
    return Sheet(long, long / math.sqrt(2), dot)


def headroom(kind: Type) -> float:
    """Height of the chart's own header."""
    return kind.em * 3.4


def furniture(dot: float) -> float:
    """Height taken on each page by title, legend and page number."""
    return 58 * dot


def set_book(rows: tuple[Row, ...], sheet: Sheet, wanted: int | None = None) -> Book:
    """The rows on pages of this sheet: loosely set, a little closer where that saves a page, or on as many as `wanted`.

    Refused where they would not fit on so few without falling under 7 pt.
    """
    sizes = list(_sizes(rows, sheet))
    if wanted is None:
        return min((_book(rows, sheet, sizes[0], pitch) for pitch in _PITCHES[:2]), key=lambda book: len(book.pages))
    needed = 0
    for size in sizes:
        for pitch in _PITCHES:
            book = _book(rows, sheet, size, pitch)
            needed = len(book.pages)
            if needed <= wanted:
                return book._replace(pages=split(rows, book.pages, wanted))
    raise Refused(texts.TOO_FEW_PAGES.format(rows=len(rows), pages=wanted, needed=needed))


def _book(rows: tuple[Row, ...], sheet: Sheet, size: float, pitch: float) -> Book:
    setting = _setting(rows, sheet, size, pitch)
    return Book(sheet, setting, list(paginate(rows, setting.heights, _capacity(sheet, setting))))


def set_scroll(rows: tuple[Row, ...], sheet: Sheet) -> Book:
    """All rows on one sheet of the same width that is as tall as they need."""
    setting = _setting(rows, sheet, next(_sizes(rows, sheet)), _PITCHES[0])
    around = sheet.height - _capacity(sheet, setting)
    return Book(sheet._replace(height=around + sum(setting.heights)), setting, [range(len(rows))])


def paginate(rows: tuple[Row, ...], heights: list[float], capacity: float) -> Iterator[range]:
    """Ranges of rows that each fit `capacity`; a header row is never the last of its page."""
    start, used = 0, 0.0
    for place, height in enumerate(heights):
        if used + height > capacity and place > start:
            end = _before_header(rows, start, place)
            yield range(start, end)
            start, used = end, sum(heights[end:place])
        used += height
    yield range(start, len(heights))


def _before_header(rows: tuple[Row, ...], start: int, end: int) -> int:
    """Where a page that would end before `end` ends, so that header rows stay with what is under them."""
    kept = end
    while kept - 1 > start and isinstance(rows[kept - 1], Group):
        kept -= 1
    return end if isinstance(rows[kept - 1], Group) else kept


def split(rows: tuple[Row, ...], pages: list[range], wanted: int) -> list[range]:
    """As many pages as wanted, by halving the longest; fewer only where there are fewer rows."""
    pages = list(pages)
    while len(pages) < wanted:
        longest = max(range(len(pages)), key=lambda place: len(pages[place]))
        page = pages[longest]
        if len(page) < 2:
            break
        middle = _before_header(rows, page.start, page.start + (len(page) + 1) // 2)
        pages[longest : longest + 1] = [range(page.start, middle), range(middle, page.stop)]
    return pages


def _capacity(sheet: Sheet, setting: Setting) -> float:
    return sheet.inside.height() - furniture(sheet.dot) - headroom(setting.type)


def _sizes(rows: tuple[Row, ...], sheet: Sheet) -> Iterator[float]:
    """The sizes at which titles stand on one line, largest first; the smallest always."""
    for size in _SIZES_PT:
        columns = _natural(rows, type_of(text_font(size * sheet.dot), size * sheet.dot))
        if size == _SIZES_PT[-1] or columns.no + columns.title <= _limit(sheet) - _UNITS_EM * size * sheet.dot:
            yield size


def _setting(rows: tuple[Row, ...], sheet: Sheet, size: float, pitch: float) -> Setting:
    kind = type_of(text_font(size * sheet.dot), size * sheet.dot)
    columns = _natural(rows, kind)
    limit = _limit(sheet)
    units = min(columns.units, max(_UNITS_EM * kind.em, limit - columns.no - columns.title))
    names = max((kind.strong.width(row.label) for row in rows if isinstance(row, Group)), default=0.0)
    title = max(columns.title, names + 2 * kind.em - columns.no - units)
    columns = columns._replace(units=units, title=min(title, limit - columns.no - units))
    return Setting(kind, columns, [_height(row, columns, kind, pitch, sheet.inside.width()) for row in rows])


def _limit(sheet: Sheet) -> float:
    return sheet.inside.width() * _TABLE_SHARE


def _natural(rows: tuple[Row, ...], kind: Type) -> Columns:
    """Widths at which every cell stands on one line."""
    metrics, em = kind.text.metrics, kind.em
    bars = [row for row in rows if isinstance(row, Bar)]
    no = max((metrics.horizontalAdvance(bar.no) for bar in bars), default=0.0)
    title = max((metrics.horizontalAdvance(bar.label) + bar.depth * em for bar in bars), default=0.0)
    units = max((metrics.horizontalAdvance(bar.units) for bar in bars), default=0.0)
    return Columns(max(no + em, 3 * em), max(title + 1.2 * em, 8 * em), max(units + em, 5 * em))


def _height(row: Row, columns: Columns, kind: Type, pitch: float, inside: float) -> float:
    """The row's pitch, and a line more for each further line of its longest cell."""
    metrics, em = kind.text.metrics, kind.em
    if isinstance(row, Group):
        metrics, cells = kind.strong.metrics, [(row.label, group_room(inside, em))]
    else:
        cells = [(row.label, columns.title - em * (row.depth + 1)), (row.units, columns.units - em * 0.5)]
    tallest = metrics.height()
    for text, width in cells:
        if metrics.horizontalAdvance(text) > width:
            tallest = max(tallest, metrics.boundingRect(QRectF(0, 0, width, 1e6), int(WRAP), text).height())
    return round(em * pitch + tallest - metrics.height())
