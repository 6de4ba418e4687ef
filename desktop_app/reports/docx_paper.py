"""A paper set as .docx: its blocks on the page of the standard; tables with headers of two lines and merged cells."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from desktop_app.reports.docx_page import (
    OFFICIAL,
    Fonts,
    add,
    blank,
    in_chars,
    node,
    set_indent,
    styles_of,
    text_node,
    to_bytes,
)
from desktop_app.reports.paper import Block, Column, PageName, Paragraph, Picture, Table
from desktop_app.reports.trace import Words
from desktop_app.texts import docx_page as styles

if TYPE_CHECKING:
    from docx.document import Document

TWIPS = 1440 / 25.4  # a millimetre
CELL_SPACE = {"top": 40, "left": 85, "bottom": 40, "right": 85}  # twips


def as_docx(blocks: Iterable[Block], page: PageName = "A4", fonts: Fonts = OFFICIAL, mark: str = "") -> bytes:
    """The blocks as the bytes of a .docx file; `mark` tells this program later what paper the file is."""
    document = blank(fonts, page)
    document.core_properties.keywords = mark
    document.core_properties.author = ""
    document.core_properties.comments = ""
    sizes = {name: style.size for name, style in styles_of(fonts).items()}
    after_table = False
    for block in blocks:
        if isinstance(block, Paragraph):
            _paragraph(document, block, sizes[block.style])
        elif isinstance(block, Table):
            if after_table:  # Word would join them
                add(document, styles.SMALL)
            _table(document, block)
        else:
            _picture(document, block)
        after_table = isinstance(block, Table)
    return to_bytes(document)


def _paragraph(document: "Document", block: Paragraph, size: float) -> None:
    made = add(document, block.style, block.words.text)
    if block.keep:
        made.paragraph_format.keep_with_next = True
    if block.new_page:
        made.paragraph_format.page_break_before = True
    if block.left or block.right or block.hanging:
        set_indent(made, in_chars(size, left=block.left, right=block.right, hanging=block.hanging))


def _picture(document: "Document", block: Picture) -> None:
    from docx.shared import Mm

    paragraph = add(document, styles.PICTURE)
    shape = paragraph.add_run().add_picture(BytesIO(block.data), Mm(block.width), Mm(block.height))
    shape._inline.docPr.set("descr", block.name)


def _table(document: "Document", block: Table) -> None:
    """The table as one tree: the library's own cells take time that grows with the square of the rows."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [node(f"w:{side}", val="single", sz="4", space="0", color="auto") for side in sides]
    widths = [round(column.width * TWIPS) for column in block.columns]
    properties = node(
        "w:tblPr",
        node("w:tblW", w=str(sum(widths)), type="dxa"),
        node("w:jc", val="center"),
        node("w:tblBorders", *lines),
        node("w:tblLayout", type="fixed"),
        node("w:tblCellMar", *[node(f"w:{side}", w=str(space), type="dxa") for side, space in CELL_SPACE.items()]),
    )
    columns = node("w:tblGrid", *[node("w:gridCol", w=str(width)) for width in widths])
    table = node("w:tbl", properties, columns, *_head_rows(block, widths), *_body_rows(block, widths))
    document.element.body.insert(len(document.element.body) - 1, table)


def _head_rows(block: Table, widths: Sequence[int]) -> list[Any]:
    """One row of headers, two where some columns have a heading over them; none where no column has a header."""
    if not any(column.header for column in block.columns):
        return []
    head = styles.SMALL_HEAD if block.small else styles.CELL_HEAD
    two = any(column.over for column in block.columns)
    first: list[Any] = []
    second: list[Any] = []
    for names, place, count in runs_over(block.columns):
        if not names:
            text = block.columns[place].header
            first.append(_cell(head, text, widths[place], merge="restart" if two else None))
            second.append(_cell(head, "", widths[place], merge="continue"))
            continue
        first.append(_cell(head, names, sum(widths[place : place + count]), span=count))
        second += [_cell(head, block.columns[n].header, widths[n]) for n in range(place, place + count)]
    return [_row(cells, block.height, head=True) for cells in ([first, second] if two else [first])]


def runs_over(columns: Sequence[Column]) -> list[tuple[str, int, int]]:
    """The headings over columns: (heading, first column, how many); '' for a column without."""
    found: list[tuple[str, int, int]] = []
    for place, column in enumerate(columns):
        if column.over and found and found[-1][0] == column.over:
            found[-1] = (column.over, found[-1][1], found[-1][2] + 1)
        else:
            found.append((column.over, place, 1))
    return found


def _body_rows(block: Table, widths: Sequence[int]) -> list[Any]:
    body, middle = (styles.SMALL, styles.SMALL_MIDDLE) if block.small else (styles.CELL, styles.CELL_MIDDLE)
    made: list[Any] = []
    for row, starts in zip(block.rows, merge_starts(block), strict=True):
        if len(row) == 1:
            head = styles.SMALL_HEAD if block.small else styles.CELL_HEAD
            made.append(_row([_cell(head, row[0].text, sum(widths), span=len(widths))], block.height))
            continue
        cells = []
        for column, words, width, start in zip(block.columns, row, widths, starts, strict=True):
            merge = None if not column.merged else "restart" if start else "continue"
            text = words.text if start else ""
            cells.append(_cell(middle if column.centred else body, text, width, merge=merge))
        made.append(_row(cells, block.height))
    return made


def merge_starts(block: Table) -> list[list[bool]]:
    """For each row, whether each cell starts anew; False: it goes on from the equal cell above in a merged column.

    A column's run also ends where a merged column left of it starts anew.
    """
    starts: list[list[bool]] = []
    above: tuple[Words, ...] = ()
    for row in block.rows:
        fresh = len(above) != len(row) or len(row) == 1
        line = []
        for place, words in enumerate(row):
            merged = block.columns[place].merged and len(row) > 1
            same = merged and not fresh and words.text == above[place].text and words.text != ""
            line.append(not same)
            fresh = fresh or (merged and not same)
        starts.append(line)
        above = row
    return starts


def _row(cells: Iterable[Any], height: float, head: bool = False) -> Any:
    size = node("w:trHeight", val=str(round(height * TWIPS)), hRule="atLeast")
    return node("w:tr", node("w:trPr", node("w:cantSplit"), size, *([node("w:tblHeader")] if head else [])), *cells)


def _cell(style: str, text: str, width: int, span: int = 1, merge: str | None = None) -> Any:
    properties = node(
        "w:tcPr",
        node("w:tcW", w=str(width), type="dxa"),
        *([node("w:gridSpan", val=str(span))] if span > 1 else []),
        *([node("w:vMerge", val=merge)] if merge else []),
        node("w:vAlign", val="center"),
    )
    return node("w:tc", properties, *[_line(style, line) for line in text.split("\n")])


def _line(style: str, text: str) -> Any:
    run = [node("w:r", text_node("w:t", text))] if text else []
    return node("w:p", node("w:pPr", node("w:pStyle", val=style)), *run)
