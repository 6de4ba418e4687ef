"""A paper's blocks as a document that Qt can lay out and draw: the same page on the screen, in a PDF and in pictures.

Lengths are tenths of a point, so that lines break alike at every size. Each number is an anchor, "block:mark".
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QImage,
    QPainter,
    QPen,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)

from desktop_app.paint.application import ready
from desktop_app.paint.fonts import stood_in
from desktop_app.paint.official_breaks import keep_together, missing_lines
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
    """A paper laid out: the document, its page, the fonts that it is set in, and by page the lines that end a table
    which goes on overleaf.
    """

    document: QTextDocument
    page: PageName
    fonts: Fonts
    lines: dict[int, list[QLineF]]

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
    made = Set(QTextDocument(), page, fonts, {})
    made.document.setDocumentMargin(0)
    made.document.setUndoRedoEnabled(False)
    made.document.setPageSize(QSizeF(made.inside.width(), made.inside.height() + 1))
    made.document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(_RED_LINE), _red())
    cursor = QTextCursor(made.document)
    styles = styles_of(fonts)
    cursor.beginEditBlock()
    first, headings, tables = True, [], []
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            _paragraph(cursor, block, styles[block.style], place, first)
            headings += [cursor.block()] if styles[block.style].keep else []
            if styles[block.style].under:
                _red_line(cursor, made.inside.width())
        elif isinstance(block, Table):
            tables.append(insert_table(cursor, block, styles, place))
        else:
            _picture(cursor, made.document, block, place, first)
        first = False
    cursor.endEditBlock()
    keep_together(made.document, headings)
    made.lines.update(missing_lines(made.document, tables))
    return made


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
    painter.setClipRect(clip.adjusted(-DOT, -DOT, DOT, DOT))
    made.document.documentLayout().draw(painter, context)
    painter.setPen(QPen(QColor("black"), 0.5 * DOT))
    painter.drawLines(made.lines.get(number, []))
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
