"""The rows of a Word 97 table to a grid: a cell wider than others covers the columns below it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop_app.office.values import Area
from desktop_app.office.word97_format import Cell

_NEAR = 20  # twentieths of a point: edges of one column drawn a little apart


class Row(NamedTuple):
    """A row's texts, and where its cells stand; no places where the file does not say."""

    texts: tuple[str, ...]
    cells: tuple[Cell, ...]


def laid_out(rows: Sequence[Row], tidy: Callable[[str], str]) -> tuple[list[list[str]], list[Area]] | None:
    """The texts by line and column, and the merged areas, first and last place; None where no places are said."""
    if any(len(row.cells) != len(row.texts) for row in rows):
        return None
    edges = _edges(rows)
    values: list[list[str]] = []
    open_areas: dict[int, int] = {}  # by its first column: where the merged area began in `merged`
    merged: list[Area] = []
    for index, row in enumerate(rows):
        line = [""] * (len(edges) - 1)
        for cell, text in zip(row.cells, row.texts, strict=True):
            first, last = _column(edges, cell.left), max(_column(edges, cell.right) - 1, _column(edges, cell.left))
            if cell.goes_on and first in open_areas:
                start, end = merged[open_areas[first]]
                merged[open_areas[first]] = (start, (index, end[1]))
                continue
            if first < len(line):
                line[first] = tidy(text)
            open_areas[first] = len(merged)
            merged.append(((index, first), (index, last)))
        values.append(line)
    return values, [area for area in merged if area[0] != area[1]]


def _edges(rows: Sequence[Row]) -> list[int]:
    found: list[int] = []
    for edge in sorted({edge for row in rows for cell in row.cells for edge in (cell.left, cell.right)}):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return found


def _column(edges: list[int], edge: int) -> int:
    """The column that begins at this edge."""
    return min(range(len(edges)), key=lambda index: abs(edges[index] - edge))
