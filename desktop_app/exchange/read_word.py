"""A Word document with the form's table in it, as one grid; a paragraph outside tables is a row of one cell."""

from collections.abc import Callable, Iterator
from typing import Any

from desktop_app.office.faults import Oversized
from desktop_app.office.formats import MOST_CELLS, Place
from desktop_app.office.package import Package, parsed
from desktop_app.office.struck import is_struck
from desktop_app.office.values import Area, Grid, Table

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_BYTES = 32 << 20
_MOST_SPAN = 100


def read_word(package: Package) -> Table:
    """The grid with its merged areas; Damaged, Locked or Oversized."""
    if package.size("word/document.xml") > _MOST_BYTES:
        raise Oversized
    body = parsed(package.read("word/document.xml")).find(f"{_W}body")
    grid: Grid = []
    merged: list[Area] = []
    struck: dict[Place, str] = {}
    for block in _blocks(body if body is not None else ()):
        if block.tag == f"{_W}p":
            grid.append([_words(block)])
        else:
            _add_table(block, grid, merged, struck)
    width = max(map(len, grid), default=0)
    if len(grid) * width > MOST_CELLS:
        raise Oversized
    return Table([[*row, *[""] * (width - len(row))] for row in grid], tuple(merged), struck)


def _blocks(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables in order, those in content controls too."""
    for child in parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
            yield from _blocks(child)


def _add_table(table: Any, grid: Grid, merged: list[Area], struck: dict[Place, str]) -> None:
    """The rows of a table; a cell that goes on from the row above widens the area that began there."""
    open_areas: dict[int, int] = {}
    for row in _inside(table, f"{_W}tr"):
        line, column = len(grid), _offset(row)
        values: list[str] = [""] * column
        for cell in _inside(row, f"{_W}tc"):
            across = _number(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
            down = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = down is not None and down.get(f"{_W}val", "continue") == "continue"
            if goes_on and column in open_areas:
                area = merged[open_areas[column]]
                merged[open_areas[column]] = (area[0], (line, area[1][1]))
                values += [""] * across
            else:
                text = "\n".join(_words(paragraph) for paragraph in cell.iter(f"{_W}p"))
                if any(map(_is_struck, cell.iter(f"{_W}r"))):
                    left = "\n".join(_words(paragraph, _is_struck) for paragraph in cell.iter(f"{_W}p"))
                    struck[line, column] = left.strip()
                values += [text.strip()] + [""] * (across - 1)
                open_areas[column] = len(merged)
                merged.append(((line, column), (line, column + across - 1)))
            column += across
        grid.append(values)
    merged[:] = [area for area in merged if area[0] != area[1]]


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """The children of this kind, those in content controls and inserted ones too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
            yield from _inside(child, tag)


def _offset(row: Any) -> int:
    return _number(row.find(f"{_W}trPr/{_W}gridBefore"), 0)


def _number(element: Any, otherwise: int) -> int:
    digits = element.get(f"{_W}val", "") if element is not None else ""
    return min(int(digits), _MOST_SPAN) if digits.isdecimal() else otherwise


def _is_struck(run: Any) -> bool:
    return is_struck(run.find(f"{_W}rPr"))


def _words(paragraph: Any, left_out: Callable[[Any], bool] = lambda _: False) -> str:
    """The text of a paragraph as it stands, less some runs: what tracked changes took away is not part of it."""
    parts = []
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        if left_out(element.getparent()):
            continue
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.getparent().tag == f"{_W}r":
            parts.append({f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}.get(element.tag, "\n"))
    return "".join(parts)
