"""PDF files with a text layer: lines with their places, put back into columns and paragraphs."""

import re
from collections.abc import Collection
from itertools import islice
from typing import TYPE_CHECKING

from desktop_app.documents.reader.blocks import Content, Table, joined
from desktop_app.documents.reader.pdf_layout import Page, blocks_of, body_of
from desktop_app.documents.reader.pdf_lines import Line, lines_on
from desktop_app.documents.reader.pdf_rules import grids_of, rules_on
from desktop_app.documents.reader.pdf_tables import overlaid
from desktop_app.documents.reader.pdf_turn import turn_of
from desktop_app.documents.reader.pdf_unruled import borders_of, names_on, unruled
from desktop_app.errors import Refused
from desktop_app.texts import formats as texts

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST_PAGES = 500  # a work plan has a few dozen
_MOST_PIECES = 200_000  # runs of text and strokes in the whole file
_MOST_ON_A_PAGE = 20_000  # PDFium's time grows with their square
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_ODD = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_LEAST_LETTERS = 10
_NAMED_PAGES = 12
_MOST_OVERLAID = 0.1  # of the lines of pages with such tables


def read_pdf(data: bytes, name: str) -> Content:
    """The text of a PDF; Refused where it has none, is locked, damaged or without end."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower()
        raise Refused((texts.PDF_PASSWORD if locked else texts.PDF_BROKEN).format(name=name)) from error
    try:
        pages = _pages(document, name)
    except PdfiumError as error:
        raise Refused(texts.PDF_BROKEN.format(name=name)) from error
    finally:
        document.close()
    empty = [number for number, page in enumerate(pages, 1) if not page.lines]
    text = "".join(line.text for page in pages for line in page.lines)
    letters = len(re.sub(r"[\s\d\W]", "", text))
    if letters < _LEAST_LETTERS or len(_ODD.findall(text)) * 5 > len(text):
        raise Refused(texts.PDF_SCAN.format(name=name))
    overlaid = {number: count for number, page in enumerate(pages, 1) if (count := _overlaid(page))}
    if sum(overlaid.values()) > _MOST_OVERLAID * sum(len(pages[number - 1].lines) for number in overlaid):
        raise Refused(texts.PDF_OVERLAID.format(name=name))
    blocks: list[str | Table] = list(blocks_of(body_of(pages)))
    remarks = [texts.PDF_EMPTY_PAGES.format(pages=_named(empty))] if empty else []
    if overlaid:
        said = {"pages": _named(overlaid), "count": sum(overlaid.values())}
        remarks.append(texts.PDF_SOME_OVERLAID.format(**said))
    return Content(joined(blocks), tuple(remarks))


def _pages(document: "PdfDocument", name: str) -> list[Page]:
    from pypdfium2 import raw as pdfium

    if len(document) > _MOST_PAGES:
        raise Refused(texts.PDF_LONG.format(name=name, pages=len(document)))
    pages: list[Page] = []
    left = _MOST_PIECES
    names: list[Line] = []  # of the columns of a table without ruled lines that may go on
    for index in range(len(document)):
        page = document[index]
        pieces = pdfium.FPDFPage_CountObjects(page.raw)
        left -= pieces
        if left < 0 or pieces > _MOST_ON_A_PAGE:
            raise Refused(texts.PDF_CROWDED.format(name=name, page=index + 1))
        words = page.get_textpage()
        turn = turn_of(page, words)
        rules = rules_on(page, turn)
        grids = grids_of(rules)
        lines = lines_on(words, turn, [rule.at for rule in rules.upright])
        names = [] if grids else names_on(lines, names)
        if names:
            parted = lines_on(words, turn, borders_of(names))
            grids = unruled(parted, names)
            lines, names = (parted, names) if grids else (lines, [])
        pages.append(Page(turn.height, lines, tuple(grids)))
        words.close()
        page.close()
    return pages


def _overlaid(page: Page) -> int:
    """How many lines of the page's tables are drawn over others."""
    return sum(overlaid(grid, page.lines) for grid in page.grids)


def _named(pages: Collection[int]) -> str:
    """The numbers of pages in a sentence."""
    named = "、".join(map(str, islice(pages, _NAMED_PAGES)))
    return named + ("…" if len(pages) > _NAMED_PAGES else "")
