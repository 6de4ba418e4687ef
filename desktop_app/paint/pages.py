"""A Gantt scene as pages: title, legend, as-of day, header, page numbers; as a PDF or as one picture."""

from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop_app.errors import Refused
from desktop_app.paint.application import ready
from desktop_app.paint.colours import INK, PAGE, SECOND
from desktop_app.paint.gantt import paint_gantt
from desktop_app.paint.gantt_ground import ground_drawn
from desktop_app.paint.gantt_hatch import hatch_drawn
from desktop_app.paint.gantt_labels import slip_of
from desktop_app.paint.gantt_view import PAD_EM, Placed, View, write_whole
from desktop_app.paint.legend import marks_of, paint_legend, words
from desktop_app.paint.paper import (
    Book,
    Paper,
    as_of_text,
    head_height,
    headroom,
    set_book,
    set_scroll,
    sheet_of,
)
from desktop_app.paint.pdf_text import with_drawn_text
from desktop_app.reports.gantt_scene import Bar, Scene
from desktop_app.reports.gantt_scene_axis import day_label
from desktop_app.reports.gantt_scene_layout import spread_over
from desktop_app.texts import gantt as texts

PAPER_DPI, _PICTURE_DPI = 600, 150
_TALLEST_PICTURE = 32000  # Qt's raster painter counts in 16 bits


Step = Callable[[int, int], None]
_ANY = Paper()


class Printed(NamedTuple):
    """A finished file and how many pages it has."""

    data: bytes
    pages: int


def book_of(scene: Scene, wish: Paper = _ANY) -> Book:
    """The pages as they are written and printed, in dots of PAPER_DPI. Refused where so few need type under 7 pt."""
    ready()
    return set_book(scene, sheet_of(wish.name, PAPER_DPI, wish.orientation), wish)


def page_layout(wish: Paper) -> QPageLayout:
    """Qt's description of the sheet; our margins are inside the page."""
    size = QPageSize(QPageSize.PageSizeId.A3 if wish.name == "A3" else QPageSize.PageSizeId.A4)
    landscape = wish.orientation == "landscape"
    way = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(size, way, QMarginsF())


def pdf_of(scene: Scene, wish: Paper = _ANY, step: Step = lambda *_: None) -> Printed:
    """The scene as a PDF with embedded fonts and a text layer that can be searched; `step` hears each page done.

    Refused where so few pages would need type under 7 pt.
    """
    book = book_of(scene, wish)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(PAPER_DPI)
    writer.setTitle(scene.title)
    writer.setPageLayout(page_layout(wish))
    painter = QPainter(writer)
    try:
        for number in range(len(book.pages)):
            if number:
                writer.newPage()
            paint_page(painter, scene, book, number)
            step(number + 1, len(book.pages))
    finally:
        painter.end()
        buffer.close()
    drawn = with_drawn_text(bytes(data.data()), _strings(scene, len(book.pages)), _fonts(book))
    return Printed(drawn, len(book.pages))


def png_of(scene: Scene, wish: Paper = _ANY) -> Printed:
    """The scene as one picture of a sheet's width and as tall as it needs. Refused where that is beyond a picture."""
    ready()
    book = set_scroll(scene, sheet_of(wish.name, _PICTURE_DPI, wish.orientation))
    if book.sheet.height > _TALLEST_PICTURE:
        raise Refused(texts.TOO_TALL.format(rows=len(scene.rows)))
    image = QImage(round(book.sheet.width), round(book.sheet.height), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(_PICTURE_DPI / 0.0254))
    image.setDotsPerMeterY(round(_PICTURE_DPI / 0.0254))
    image.fill(QColor(PAGE))
    painter = QPainter(image)
    paint_page(painter, scene, book, 0)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Printed(bytes(data.data()), 1)


def placed_on(scene: Scene, book: Book, number: int, top: float) -> list[Placed]:
    """The rows of one page, from `top` down."""
    places = book.pages[number].rows
    heights = [book.setting.heights[place] for place in places]
    tops = accumulate(heights, initial=top)
    return [Placed(place, scene.rows[place], y, high) for place, y, high in zip(places, tops, heights, strict=False)]


def paint_page(painter: QPainter, scene: Scene, book: Book, number: int) -> None:
    """One page: furniture, and the chart's own header and rows between."""
    inside = book.sheet.inside
    _paint_furniture(painter, scene, book, number)
    top = inside.top() + head_height(book.sheet, book.legend)
    head = headroom(book.setting.type)
    rows = placed_on(scene, book, number, top + head)
    bottom = rows[-1].top + rows[-1].height if rows else top + head
    area = QRectF(inside.left(), top, inside.width(), bottom - top + book.setting.type.line)
    columns = book.setting.columns
    _, first, last = book.pages[number]
    pad = PAD_EM * book.setting.type.em
    spread = spread_over(first, last, area.left() + columns.width + pad, area.width() - columns.width - 2 * pad)
    ways = write_whole, hatch_drawn, ground_drawn
    paint_gantt(painter, scene, rows, View(area, head, columns, spread, book.setting.type, *ways))


def _paint_furniture(painter: QPainter, scene: Scene, book: Book, number: int) -> None:
    """Title, legend and as-of day over the chart, the page's number under it."""
    inside, dot, title, small = book.sheet.inside, book.sheet.dot, book.title, book.legend.face
    painter.setPen(QColor(INK))
    painter.setFont(title.font)
    title.draw(painter, inside.center().x() - title.width(scene.title) / 2, inside.top() + 10 * dot, scene.title)
    paint_legend(painter, book.legend.entries, QPointF(inside.left(), inside.top() + 23 * dot), small)
    as_of, page = as_of_text(scene), texts.PAGE.format(page=number + 1, pages=len(book.pages))
    painter.setPen(QColor(SECOND))
    small.draw(painter, inside.right() - small.width(as_of), inside.top() + 30 * dot, as_of)
    small.draw(painter, inside.center().x() - small.width(page) / 2, inside.bottom() - 5.5 * dot, page)


def _fonts(book: Book) -> list[QFont]:
    """The faces the pages are set in."""
    return [book.setting.type.text.font, book.setting.type.strong.font]


def _strings(scene: Scene, pages: int) -> Iterator[str]:
    """Every text that the pages may show."""
    yield from (scene.title, as_of_text(scene), texts.PAGE.format(page=pages, pages=pages), "0123456789%./ ")
    yield from (texts.NO, texts.TASK, texts.UNIT, day_label(scene.as_of), *words(marks_of(scene)))
    yield from (tick.label for ticks in (scene.axis.upper, scene.axis.lower) for tick in ticks)
    for row in scene.rows:
        yield row.label
        if isinstance(row, Bar):
            yield from (row.no, row.units, row.word, slip_of(row))
