"""Where pages end: headings that must not stand alone at a foot, the lower line of a table that goes on overleaf."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLineF
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextTable

NARROW = 0.5  # of a unit: what a border may stick out, or a sum of heights be short of a page


def keep_together(document: QTextDocument, headings: Iterable[QTextBlock]) -> None:
    """Put each heading on the page of what follows it."""
    for block in headings:
        below = block.next()
        if below.isValid() and _page(document, block) < _page(document, below):
            form = block.blockFormat()
            form.setPageBreakPolicy(QTextBlockFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).setBlockFormat(form)


def missing_lines(document: QTextDocument, tables: Iterable[QTextTable]) -> dict[int, list[QLineF]]:
    """By page (from 0) the lines, in units of the document, that Qt leaves out under a table that goes on."""
    found: dict[int, list[QLineF]] = {}
    for table in tables:
        frame = document.documentLayout().frameBoundingRect(table)
        if int((frame.top() + NARROW) // _high(document)) == int((frame.bottom() - NARROW) // _high(document)):
            continue
        for page, bottom in _ends(document, table):
            found.setdefault(page, []).append(QLineF(frame.left(), bottom, frame.right(), bottom))
    return found


def _ends(document: QTextDocument, table: QTextTable) -> Iterator[tuple[int, float]]:
    """The page and lower edge of each row after which a table goes on on another page."""
    layout, before = document.documentLayout(), (-1, 0.0)
    for row in range(table.rows()):
        tops, bottoms = [], []
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            if cell.row() != row or cell.column() != column or cell.rowSpan() > 1:
                continue
            padding = cell.format().toTableCellFormat()
            tops.append(layout.blockBoundingRect(cell.firstCursorPosition().block()).top() - padding.topPadding())
            last = layout.blockBoundingRect(cell.lastCursorPosition().block()).bottom()
            bottoms.append(last + padding.bottomPadding())
        if not tops:
            continue
        page = int((min(tops) + NARROW) // _high(document))
        if before[0] not in (-1, page):
            yield before
        before = (page, max(bottoms))


def _page(document: QTextDocument, block: QTextBlock) -> int:
    return int((document.documentLayout().blockBoundingRect(block).top() + NARROW) // _high(document))


def _high(document: QTextDocument) -> float:
    return document.pageSize().height()
