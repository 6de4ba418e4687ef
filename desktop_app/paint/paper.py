"""How a scene is set on paper: type size, column widths, row heights, which rows on which page.

No text is cut and none is under 7 pt: the largest size is taken at which every title stands on one line beside enough
time; where even 8 pt is too wide, long titles wrap. Lengths are device pixels, `dot` of them a point.
"""

import math
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF

from desktop_app.errors import Refused
from desktop_app.paint.fonts import text_font
from desktop_app.paint.gantt_rows import name_room, named_width
from desktop_app.paint.gantt_view import WRAP, Columns, Face, Type, type_of
from desktop_app.paint.legend import Entry, legend_height, marks_of, set_legend
from desktop_app.reports.gantt_scene import Bar, Group, Row, Scene
from desktop_app.reports.gantt_scene_axis import window
from desktop_app.texts import gantt as texts

PaperName = Literal["A4", "A3"]
Orientation = Literal["landscape", "portrait"]
TimeShown = Literal["period", "all"]
_LONG_EDGE_MM = {"A4": 297.0, "A3": 420.0}
# The text size in points; ticks and figures are set at nine tenths of it, so at 7.2 pt or more.
_SIZES_PT = (9.0, 8.5, 8.0)
_PITCHES = (1.9, 1.6, 1.35)
_TABLE_SHARE = 0.5
_UNITS_EM = 13.0
_MARGIN_MM = 10.0


class Paper(NamedTuple):
    """What the clerk wants of the paper: into how many pages the rows are to be parted (None: as few as read well),
    and whether it shows the period of the scale around the as-of day or all of the time, period after period.
    """

    name: PaperName = "A4"
    orientation: Orientation = "landscape"
    pages: int | None = None
    time: TimeShown = "period"


_ANY = Paper()


class Sheet(NamedTuple):
    """A sheet in device pixels, and the part inside its margins."""

    width: float
    height: float
    dot: float

    @property
    def inside(self) -> QRectF:
        """The part that may be printed on, in whole pixels: a third of the digits in the file less."""
        margin = math.ceil(_MARGIN_MM / 25.4 * 72 * self.dot)
        return QRectF(margin, margin, math.floor(self.width) - 2 * margin, math.floor(self.height) - 2 * margin)


class Setting(NamedTuple):
    """Type, columns and the height of every row."""

    type: Type
    columns: Columns
    heights: list[float]


class _Measured(NamedTuple):
    """Type and columns, and what each row needs beyond its pitch: the same at every pitch, and slow to find out."""

    type: Type
    columns: Columns
    beyond: list[float]


class Page(NamedTuple):
    """The rows of one page, as places in the scene, and its first and last day."""

    rows: range
    first: int
    last: int


class Legend(NamedTuple):
    """The legend in the face of 8 pt that as-of day and page number are set in too."""

    face: Face
    entries: list[Entry]


class Book(NamedTuple):
    """A setting, the title's face, the legend, and the pages; all in the sheet's pixels."""

    sheet: Sheet
    setting: Setting
    title: Face
    legend: Legend
    pages: list[Page]


def sheet_of(paper: PaperName, dots_per_inch: int, orientation: Orientation = "landscape") -> Sheet:
    """A sheet of ISO 216 at a resolution."""
    dot = dots_per_inch / 72
    long = _LONG_EDGE_MM[paper] / 25.4 * dots_per_inch
    short = long / math.sqrt(2)
    return Sheet(long, short, dot) if orientation == "landscape" else Sheet(short, long, dot)


def headroom(kind: Type) -> float:
    """Height of the chart's own header."""
    return kind.em * 3.4


def as_of_text(scene: Scene) -> str:
    """The day that the chart shows, and what it leaves out."""
    day = date.fromordinal(scene.as_of)
    told = texts.AS_OF.format(day=texts.DAY_OF_YEAR.format(year=day.year, month=day.month, day=day.day))
    return texts.WITH_NOTE.format(as_of=told, note=scene.note) if scene.note else told


def head_height(sheet: Sheet, legend: Legend) -> float:
    """Height taken on each page by title, legend and as-of day."""
    return 28 * sheet.dot + legend_height(legend.entries, legend.face)


def set_book(scene: Scene, sheet: Sheet, wish: Paper = _ANY) -> Book:
    """The rows on pages of this sheet: loosely set, a little closer where that saves a page, or parted into as many as
    wished, each part once for every period shown.

    Refused where they would not fit on so few without falling under 7 pt.
    """
    rows, title, legend = scene.rows, _title(scene.title, sheet), _legend(scene, sheet)
    spans = _spans(scene, wish.time)
    sizes = list(_sizes(rows, sheet))
    if wish.pages is None:
        measured = _measured(rows, sheet, *sizes[0])
        tried = (_parts(rows, sheet, legend, measured, pitch) for pitch in _PITCHES[:2])
        setting, parts = min(tried, key=lambda found: len(found[1]))
        return Book(sheet, setting, title, legend, _pages(parts, spans))
    needed = 0
    for kind, natural in sizes:
        measured = _measured(rows, sheet, kind, natural)
        for pitch in _PITCHES:
            setting, parts = _parts(rows, sheet, legend, measured, pitch)
            needed = len(parts)
            if needed <= wish.pages:
                return Book(sheet, setting, title, legend, _pages(split(rows, parts, wish.pages), spans))
    raise Refused(texts.TOO_FEW_PAGES.format(rows=len(rows), pages=wish.pages, needed=needed))


def set_scroll(scene: Scene, sheet: Sheet) -> Book:
    """All rows on one sheet of the same width that is as tall as they need."""
    legend, rows = _legend(scene, sheet), scene.rows
    setting = _setting(_measured(rows, sheet, *next(_sizes(rows, sheet))), _PITCHES[0])
    around = sheet.height - _capacity(sheet, setting, legend)
    tall = sheet._replace(height=around + sum(setting.heights))
    pages = _pages([range(len(rows))], _spans(scene, "period"))
    return Book(tall, setting, _title(scene.title, sheet), legend, pages)


def _title(title: str, sheet: Sheet) -> Face:
    """15 pt, or as much less as a long title needs to stand on one line."""
    size = 15 * sheet.dot
    over = Face(text_font(size, strong=True)).width(title) / sheet.inside.width()
    return Face(text_font(size / max(over, 1), strong=True))


def _legend(scene: Scene, sheet: Sheet) -> Legend:
    """Left of the as-of day, which stands on its first line."""
    face = Face(text_font(8 * sheet.dot))
    beside = face.width(as_of_text(scene)) + 2 * face.font.pixelSize()
    return Legend(face, set_legend(marks_of(scene), sheet.inside.width() - beside, face))


def _spans(scene: Scene, time: TimeShown) -> list[tuple[int, int]]:
    """The first and last days of the pages that stand beside each other."""
    if time == "period":
        return [window(scene.axis, scene.scale, date.fromordinal(scene.as_of))]
    bars = [row for row in scene.rows if isinstance(row, Bar)]
    first, last = min(bar.start for bar in bars), max(bar.end for bar in bars)
    spans = [window(scene.axis, scene.scale, date.fromordinal(first))]
    while spans[-1][1] < last:
        spans.append(window(scene.axis, scene.scale, date.fromordinal(spans[-1][1] + 1)))
    return spans


def _pages(parts: list[range], spans: list[tuple[int, int]]) -> list[Page]:
    return [Page(part, *span) for part in parts for span in spans]


def _parts(
    rows: tuple[Row, ...], sheet: Sheet, legend: Legend, measured: _Measured, pitch: float
) -> tuple[Setting, list[range]]:
    setting = _setting(measured, pitch)
    return setting, list(paginate(rows, setting.heights, _capacity(sheet, setting, legend)))


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


def _capacity(sheet: Sheet, setting: Setting, legend: Legend) -> float:
    foot = 16 * sheet.dot
    return sheet.inside.height() - head_height(sheet, legend) - headroom(setting.type) - foot


def _sizes(rows: tuple[Row, ...], sheet: Sheet) -> Iterator[tuple[Type, Columns]]:
    """The types in which titles stand on one line, largest first, with the width of that; the smallest always."""
    for size in _SIZES_PT:
        kind = type_of(text_font(size * sheet.dot), size * sheet.dot)
        columns = _natural(rows, kind)
        if size == _SIZES_PT[-1] or columns.no + columns.title <= _limit(sheet) - _UNITS_EM * kind.em:
            yield kind, columns


def _measured(rows: tuple[Row, ...], sheet: Sheet, kind: Type, columns: Columns) -> _Measured:
    limit = _limit(sheet)
    units = min(columns.units, max(_UNITS_EM * kind.em, limit - columns.no - columns.title))
    names = max((named_width(row, kind) for row in rows if isinstance(row, Group)), default=0.0)
    title = max(columns.title, names + 2 * kind.em - columns.no - units)
    columns = columns._replace(units=units, title=min(title, limit - columns.no - units))
    return _Measured(kind, columns, [_beyond(row, columns, kind, sheet) for row in rows])


def _setting(measured: _Measured, pitch: float) -> Setting:
    heights = [float(round(measured.type.em * pitch + more)) for more in measured.beyond]
    return Setting(measured.type, measured.columns, heights)


def _limit(sheet: Sheet) -> float:
    return sheet.inside.width() * _TABLE_SHARE


def _natural(rows: tuple[Row, ...], kind: Type) -> Columns:
    """Widths at which every cell stands on one line."""
    width, em = kind.text.width, kind.em
    bars = [row for row in rows if isinstance(row, Bar)]
    no = max(map(width, {bar.no for bar in bars}), default=0.0)
    title = max((width(bar.label) + bar.depth * em for bar in bars), default=0.0)
    units = max(map(width, {bar.units for bar in bars}), default=0.0)
    return Columns(max(no + em, 3 * em), max(title + 1.2 * em, 8 * em), max(units + em, 5 * em))


def _beyond(row: Row, columns: Columns, kind: Type, sheet: Sheet) -> float:
    """What a row needs beyond its pitch: a line more for each further line of its longest cell."""
    face, em = kind.text, kind.em
    if isinstance(row, Group):
        face, cells = kind.strong, [(row.label, name_room(row, columns, sheet.inside.width(), kind))]
    else:
        cells = [(row.label, columns.title - em * (row.depth + 1)), (row.units, columns.units - em * 0.5)]
    line = tallest = face.metrics.height()
    for text, room in cells:
        if face.width(text) > room:
            tallest = max(tallest, face.metrics.boundingRect(QRectF(0, 0, room, 1e6), int(WRAP), text).height())
    return tallest - line
