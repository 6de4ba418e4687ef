"""A Word document as passages and tables: merged cells known, a table that only lays out the page taken apart."""

from itertools import count
from typing import TYPE_CHECKING

from desktop_app.documents.reader.blocks import Area, Content, Table, joined, tidy
from desktop_app.documents.reader.docx import LEFT_OUT, marked_edges, read_blocks
from desktop_app.documents.reader.docx_file import W, open_word
from desktop_app.documents.reader.word_numbering import Numbering
from desktop_app.texts import formats as texts

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_COLUMNS = 100


def read_docx(data: bytes, name: str) -> Content:
    """The passages and tables of a .docx; Refused where the file is damaged."""
    file = open_word(data, name)
    edges = marked_edges(file)
    blocks: list[str | Table] = ["\n".join(edges)] if edges else []
    _read(file.body, file.numbering, blocks)
    numbers = count(1)
    named = [
        block._replace(name=texts.TABLE_NAME.format(number=next(numbers))) if isinstance(block, Table) else block
        for block in blocks
    ]
    return Content(joined(named), file.remarks)


def _read(parent: "_Element", numbering: Numbering, blocks: list[str | Table]) -> None:
    for child in parent:
        if not isinstance(child.tag, str) or child.tag in LEFT_OUT:
            continue
        if child.tag == W + "tbl":
            _read_table(child, numbering, blocks)
        elif child.tag == W + "p" or child.find(f".//{W}tbl") is None:
            lines: list[str] = []
            read_blocks([child], numbering, lines)
            blocks += ["\n".join(lines)] if lines else []
        else:
            _read(child, numbering, blocks)


def _read_table(table: "_Element", numbering: Numbering, blocks: list[str | Table]) -> None:
    rows = _inside(table, "tr")
    cells = [_inside(row, "tc") for row in rows]
    if table.find(f".//{W}tc//{W}tbl") is not None or max((len(row) for row in cells), default=0) < 2:
        for row in cells:
            for cell in row:
                _read(cell, numbering, blocks)
        return
    values: list[list[str]] = []
    open_areas: dict[int, tuple[int, int]] = {}  # by column: where a merged cell began, and its last column
    merged: list[Area] = []
    for index, row in enumerate(cells):
        values.append([])
        column = _number(rows[index], "trPr", "gridBefore", 0)
        for cell in row:
            width = min(_number(cell, "tcPr", "gridSpan", 1), _MOST_COLUMNS)
            text = _text(cell, numbering)
            values[-1] += [""] * (column - len(values[-1]))
            values[-1] += [text] + [""] * (width - 1)
            _merge(cell, index, column, width, open_areas, merged)
            column += width
    blocks.append(Table("", tuple(tuple(row) for row in values), _longest(merged)))


def _merge(
    cell: "_Element", row: int, column: int, width: int, open_areas: dict[int, tuple[int, int]], merged: list[Area]
) -> None:
    """Note what this cell is merged with: columns beside it, and the rows above that it continues."""
    said = cell.find(f"{W}tcPr/{W}vMerge")
    last = column + width - 1
    if said is not None and said.get(W + "val") != "restart" and column in open_areas:
        merged.append((open_areas[column][0], column, row, max(last, open_areas[column][1])))
    elif said is not None:
        open_areas[column] = (row, last)
        merged.append((row, column, row, last))
    else:
        open_areas.pop(column, None)
        if width > 1:
            merged.append((row, column, row, last))


def _longest(merged: list[Area]) -> tuple[Area, ...]:
    """Of the areas that begin in the same cell, the last noted, which reaches furthest."""
    return tuple({(area[0], area[1]): area for area in merged}.values())


def _inside(parent: "_Element", name: str) -> list["_Element"]:
    """The rows of a table or the cells of a row, also those inside content controls and insertions."""
    found: list[_Element] = []
    for child in parent:
        if child.tag == W + name:
            found.append(child)
        elif isinstance(child.tag, str) and child.tag not in LEFT_OUT and child.tag in _WRAPPERS:
            found += _inside(child, name)
    return found


_WRAPPERS = {W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "smartTag"}


def _text(cell: "_Element", numbering: Numbering) -> str:
    lines: list[str] = []
    read_blocks(cell, numbering, lines)
    return tidy("\n".join(lines))


def _number(element: "_Element", properties: str, name: str, default: int) -> int:
    found = element.find(f"{W}{properties}/{W}{name}")
    value = found.get(W + "val") if found is not None else None
    return int(value) if value and value.isdecimal() else default
