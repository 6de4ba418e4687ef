"""Where pages end: a heading goes with what follows it, no row of a table is cut, a table goes on under its header."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextTable

NARROW = 1.0  # units by which sums of heights may be short of a page
SLACK = 80.0  # units that Qt wants free below a row, or puts it on the next page
FIXED = 2  # QTextBlockFormat.LineHeightTypes


def keep_with_next(document: QTextDocument, kept: Sequence[QTextBlock], room: float = 0.0) -> None:
    """Put blocks on the page of what follows the last of them, if that is another or needs more room than is left."""
    if not kept:
        return
    below = kept[-1].next()
    apart = below.isValid() and page_of(document, kept[0]) < page_of(document, below)
    if apart or room > room_below(document, kept[-1]):
        break_before(kept[0])


def break_before(block: QTextBlock) -> None:
    """Begin a page with this block."""
    form = block.blockFormat()
    form.setPageBreakPolicy(QTextBlockFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(form)


def thin_break(block: QTextBlock) -> None:
    """Begin a page with an empty block of no height: what stands between two parts of a table."""
    form = QTextBlockFormat()
    form.setLineHeight(NARROW, FIXED)
    form.setPageBreakPolicy(QTextBlockFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(form)


def page_of(document: QTextDocument, block: QTextBlock) -> int:
    """The page (from 0) on which a block begins: its first line may stick out of its place, never by half."""
    place, line = document.documentLayout().blockBoundingRect(block), block.layout().lineAt(0)
    return int((place.top() + line.height() / 2) // document.pageSize().height())


def room_below(document: QTextDocument, block: QTextBlock) -> float:
    """How much of its last page is left below a block."""
    high, bottom = document.pageSize().height(), _bottom(document, block)
    return (int((bottom - NARROW) // high) + 1) * high - bottom


def _bottom(document: QTextDocument, block: QTextBlock) -> float:
    """Where a block ends; of fixed lines Qt tells only how high their letters are."""
    place, form = document.documentLayout().blockBoundingRect(block), block.blockFormat()
    fixed = form.lineHeightType() == FIXED
    return place.top() + block.layout().lineCount() * form.lineHeight() if fixed else place.bottom()


def row_heights(document: QTextDocument, table: QTextTable) -> list[float]:
    """How high each row is of a table that is alone in a document without pages.

    Only the places of blocks are to be trusted: a frame's own are told with margins that are not there.
    """
    layout, tops = document.documentLayout(), []
    for row in range(table.rows()):
        cells = (table.cellAt(row, column) for column in range(table.columns()))
        blocks = [cell.firstCursorPosition().block() for cell in cells if cell.row() == row]
        tops.append(min(layout.blockBoundingRect(block).top() for block in blocks))
    start, end = _bottom(document, document.begin()), layout.blockBoundingRect(document.lastBlock()).top()
    edges = [*(start + top - tops[0] for top in tops), end]
    return [below - top for top, below in pairwise(edges)]


def parts(heights: Sequence[float], room: float, whole: float) -> Iterator[tuple[int, int]]:
    """The rows that stand together, as (first, behind the last): in the room that is left, then page by page.

    The first part may be empty; a row that is higher than a page stands alone.
    """
    first, used = 0, 0.0
    for row, height in enumerate(heights):
        if used + height > room and (row > first or room < whole):
            yield first, row
            first, used, room = row, 0.0, whole
        used += height
    yield first, len(heights)
