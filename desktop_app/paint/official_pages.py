"""A paper that is laid out, as a PDF with a text layer, as pictures of its pages, or as one picture of all."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop_app.paint.official import Set, paint_page
from desktop_app.paint.official_text import DOT, MM, font_of
from desktop_app.paint.pdf_text import with_drawn_text
from desktop_app.reports.docx_page import SIDES, SIZE

_PDF_DPI, PICTURE_DPI = 1200, 150
_GAP = 12  # pixels between the pages of a picture


def pdf_of(made: Set, title: str) -> bytes:
    """The pages as a PDF with embedded fonts; its text can be searched and copied."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_DPI)
    writer.setTitle(title)
    wide, high = SIDES[made.page]
    short, long = sorted((wide, high))
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter)
    way = QPageLayout.Orientation.Landscape if wide > high else QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, way, QMarginsF()))
    painter = QPainter(writer)
    try:
        painter.scale(_PDF_DPI / 72 / DOT, _PDF_DPI / 72 / DOT)
        for number in range(made.pages):
            if number:
                writer.newPage()
            paint_page(painter, made, number)
    finally:
        painter.end()
        buffer.close()
    fonts = [font_of(name, SIZE) for name in dict.fromkeys(made.fonts)]
    return with_drawn_text(bytes(data.data()), [made.document.toPlainText()], fonts)


def picture_of(made: Set, number: int, dots_per_inch: float = PICTURE_DPI) -> QImage:
    """One page (from 0) as a picture."""
    wide, high = SIDES[made.page]
    scale = dots_per_inch / 72 / DOT
    image = QImage(round(wide * MM * scale), round(high * MM * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    paint_page(painter, made, number)
    painter.end()
    return image


def png_of(made: Set) -> bytes:
    """All pages below each other as one PNG."""
    pages = [picture_of(made, number) for number in range(made.pages)]
    high = sum(page.height() for page in pages) + _GAP * (len(pages) - 1)
    image = QImage(pages[0].width(), high, QImage.Format.Format_RGB32)
    image.fill(QColor("#D8DEE4"))
    painter = QPainter(image)
    top = 0
    for page in pages:
        painter.drawImage(0, top, page)
        top += page.height() + _GAP
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())
