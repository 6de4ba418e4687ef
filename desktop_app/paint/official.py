"""A paper's blocks as a document that Qt can lay out and draw: the same page on the screen, in a PDF and in pictures.

Lengths are tenths of a point, so that lines break alike at every size. Each number is an anchor, "block:mark".
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QImage,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)

from desktop_app.paint.application import ready
from desktop_app.paint.fonts import stood_in
from desktop_app.paint.official_breaks import (
    SLACK,
    keep_with_next,
    parts,
    room_below,
    row_heights,
    thin_break,
)
from desktop_app.paint.official_text import (
    DOT,
    FIXED,
    MM,
    SINGLE,
    block_format,
    char_format,
    font_of,
    insert_table,
    insert_words,
)
from desktop_app.reports.docx_page import (
    NUMBER_SIZE,
    OFFICIAL,
    RED,
    SIDES,
    Fonts,
    Style,
    margins_of,
    styles_of,
)
from desktop_app.reports.paper import Block, PageName, Paragraph, Picture, Table
from desktop_app.texts import docx_page as texts

FOOT = 7 * MM  # from the text down to the page number
_RED_LINE, _RULE = "red-line", 1.5 * DOT


class Set(NamedTuple):
    """A paper laid out: the document, its page, and the fonts that it is set in."""

    document: QTextDocument
    page: PageName
    fonts: Fonts

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return self.document.pageCount()

    @property
    def inside(self) -> QRectF:
        """The part of a page that text stands in."""
        wide, high = SIDES[self.page]
        margins = margins_of(self.page)
        left, top = margins["left_margin"], margins["top_margin"]
        size = (wide - left - margins["right_margin"], high - top - margins["bottom_margin"])
        return QRectF(left * MM, top * MM, size[0] * MM, size[1] * MM)


def set_paper(blocks: Sequence[Block], page: PageName = "A4") -> Set:
    """The blocks laid out on pages, in the official fonts or what stands in for them here."""
    ready()
    fonts = Fonts(*(stood_in().get(name) or name for name in OFFICIAL))
    made = Set(QTextDocument(), page, fonts)
    made.document.setDocumentMargin(0)
    made.document.setUndoRedoEnabled(False)
    made.document.setPageSize(QSizeF(made.inside.width(), made.inside.height() + 1))
    made.document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(_RED_LINE), _red())
    cursor, styles = QTextCursor(made.document), styles_of(fonts)
    kept: list[QTextBlock] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            _table(cursor, block, styles, place, kept)
            kept = []
            continue
        cursor.beginEditBlock()
        if isinstance(block, Paragraph):
            _paragraph(cursor, block, styles[block.style], place, first=not place)
            if styles[block.style].under:
                _red_line(cursor, made.inside.width())
        else:
            _picture(cursor, made.document, block, place, first=not place)
        cursor.endEditBlock()
        if isinstance(block, Paragraph) and not block.new_page:
            keep_with_next(made.document, kept)
        going_on = isinstance(block, Paragraph) and (block.keep or styles[block.style].keep)
        kept = [*kept, cursor.block()] if going_on else []
    return made


def _table(cursor: QTextCursor, block: Table, styles: dict[str, Style], place: int, kept: Sequence[QTextBlock]) -> None:
    """The table in as many parts as it takes pages, each under its header; no row is cut."""
    document = cursor.document()
    heads, heights = _measured(document, block, styles)
    whole = document.pageSize().height() - sum(heads) - SLACK
    needed = sum(heads) + sum(heights[:1])
    keep_with_next(document, kept, needed)
    room = room_below(document, cursor.block()) - sum(heads) - SLACK
    cell = 0
    for first, last in parts(heights, room, whole):
        if first or not last:
            thin_break(cursor.block())
        if last > first:
            part = block._replace(rows=block.rows[first:last])
            cursor.beginEditBlock()
            insert_table(cursor, part, styles, f"{place}", cell)
            cursor.endEditBlock()
            cell += sum(map(len, part.rows))


def _measured(document: QTextDocument, block: Table, styles: dict[str, Style]) -> tuple[list[float], list[float]]:
    """How high the rows of the header and those below it are."""
    scratch = QTextDocument()
    scratch.setDocumentMargin(0)
    scratch.setUndoRedoEnabled(False)
    scratch.setPageSize(QSizeF(document.pageSize().width(), -1))
    alone = tuple(column._replace(merged=False) for column in block.columns)
    cursor = QTextCursor(scratch)
    cursor.beginEditBlock()
    table = insert_table(cursor, block._replace(columns=alone), styles, "", 0)
    cursor.endEditBlock()
    heights = row_heights(scratch, table)
    count = len(heights) - len(block.rows)
    return heights[:count], heights[count:]


def _paragraph(cursor: QTextCursor, block: Paragraph, style: Style, place: int, first: bool) -> None:
    form = block_format(style)
    unit = style.size * DOT
    form.setLeftMargin(block.left * unit)
    form.setRightMargin(block.right * unit)
    if block.hanging:
        form.setTextIndent(-block.hanging * unit)
    if block.new_page:
        form.setPageBreakPolicy(QTextBlockFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    _next_block(cursor, form, first)
    insert_words(cursor, block.words, char_format(style), f"{place}")


def _next_block(cursor: QTextCursor, form: QTextBlockFormat, first: bool) -> None:
    if first:
        cursor.setBlockFormat(form)
    else:
        cursor.insertBlock(form)


def _red() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(QColor(f"#{RED}"))
    return image


def _red_line(cursor: QTextCursor, width: float) -> None:
    form = QTextBlockFormat()
    form.setTopMargin(4 * MM)
    form.setLineHeight(_RULE, FIXED)
    cursor.insertBlock(form)
    line = QTextImageFormat()
    line.setName(_RED_LINE)
    line.setWidth(width)
    line.setHeight(_RULE)
    cursor.insertImage(line)


def _picture(cursor: QTextCursor, document: QTextDocument, block: Picture, place: int, first: bool) -> None:
    name = f"picture-{place}"
    document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), QImage.fromData(block.data))
    form = QTextBlockFormat()
    form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    form.setLineHeight(0, SINGLE)
    _next_block(cursor, form, first)
    image = QTextImageFormat()
    image.setName(name)
    image.setWidth(block.width * MM)
    image.setHeight(block.height * MM)
    cursor.insertImage(image)


def paint_page(painter: QPainter, made: Set, number: int) -> None:
    """Draw a page (from 0) in units of the document, its upper left corner at the origin."""
    inside = made.inside
    painter.save()
    painter.translate(inside.left(), inside.top() - number * made.document.pageSize().height())
    context = QAbstractTextDocumentLayout.PaintContext()
    clip = QRectF(0, number * made.document.pageSize().height(), inside.width(), made.document.pageSize().height())
    context.clip = clip  # type: ignore[attr-defined]
    painter.setClipRect(clip.adjusted(-3 * DOT, -DOT, 3 * DOT, DOT))
    made.document.documentLayout().draw(painter, context)
    painter.restore()
    _page_number(painter, made, number + 1)


def _page_number(painter: QPainter, made: Set, number: int) -> None:
    """“— 1 —”, one character in from the outer edge: right on odd pages, left on even ones."""
    unit = NUMBER_SIZE * DOT
    inside = made.inside
    foot = FOOT if made.page == "A4" else FOOT / 2
    line = QRectF(inside.left() + unit, inside.bottom() + foot, inside.width() - 2 * unit, 1.5 * unit)
    side = Qt.AlignmentFlag.AlignRight if number % 2 else Qt.AlignmentFlag.AlignLeft
    painter.setPen(QColor("black"))
    painter.setFont(font_of(made.fonts.number, NUMBER_SIZE))
    painter.drawText(line, int(side | Qt.AlignmentFlag.AlignTop), texts.PAGE_NUMBER.format(number=number))
