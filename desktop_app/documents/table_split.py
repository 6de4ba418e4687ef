"""Several tables of tasks on one sheet, side by side or one below the other, as tables of their own.

Each keeps the whole sheet's rows and columns, with the cells of the others blank: so every cell keeps its name.
"""

from itertools import pairwise

from desktop_app.documents.folding import fold
from desktop_app.documents.reader.blocks import Area, Table
from desktop_app.documents.table_grid import Grid
from desktop_app.documents.table_header import Header, find_header, header_at
from desktop_app.documents.table_words import role_of


def split_tables(table: Table) -> list[Table]:
    """The tables that stand on one sheet; the sheet itself where it is one table."""
    parts: list[Table] = []
    for below in _stacked(table):
        header = find_header(below)
        parts += _side_by_side(below, header) if header else [below]
    return parts


def _side_by_side(table: Table, header: Header) -> list[Table]:
    """The table cut where its header begins anew (序号 任务 单位 | 序号 任务 单位)."""
    if header.last < header.first:
        return [table]
    grid = Grid(table)
    labels = [fold(grid.text(header.last, column)).strip() for column in range(grid.width)]
    named = [(column, label) for column, label in enumerate(labels) if role_of(label)]
    starts = [column for column, label in named if label == named[0][1]] if named else []
    if len(starts) < 2 or not _repeats(named, starts):
        return [table]
    edges = [0, *starts[1:], grid.width]
    return [_masked(table, (0, left, len(table.rows) - 1, right - 1)) for left, right in pairwise(edges)]


def _repeats(named: list[tuple[int, str]], starts: list[int]) -> bool:
    """Whether each stretch from one start to the next names the same columns, more than one."""
    edges = [*starts, named[-1][0] + 1]
    stretches = [[label for column, label in named if a <= column < b] for a, b in pairwise(edges)]
    return all(stretch == stretches[0] for stretch in stretches) and len(stretches[0]) > 1


def _stacked(table: Table) -> list[Table]:
    """The table cut above each further header that names other columns; a title above it goes along."""
    header = find_header(table)
    if header is None:
        return [table]
    grid = Grid(table)
    cuts = [0]
    row = header.last + 1
    while row < grid.height:
        other = header_at(grid, row) if len(grid.own(row)) > 2 else None
        if other is None:
            row += 1
            continue
        if _differs(grid, header, other):
            cuts.append(_top_of(grid, row, header.last + 1))
            header = other
        row = other.last + 1
    edges = [*cuts, grid.height]
    width = max(grid.width - 1, 0)
    return [_masked(table, (top, 0, bottom - 1, width)) for top, bottom in pairwise(edges)] or [table]


def _differs(grid: Grid, header: Header, other: Header) -> bool:
    """Whether another header names other things than the first, so that it is not the same one repeated."""

    def said(of: Header) -> list[str]:
        return [fold(grid.text(of.last, column)).strip() for column in range(grid.width)]

    return said(header) != said(other) and header.columns != other.columns


def _top_of(grid: Grid, row: int, least: int) -> int:
    """The first of the title rows right above a header."""
    while row > least and len(grid.own(row - 1)) <= 1:
        row -= 1
    return row


def _masked(table: Table, area: Area) -> Table:
    """The table with only the cells inside `area`."""
    top, left, bottom, right = area
    rows = tuple(
        tuple(text if top <= row <= bottom and left <= column <= right else "" for column, text in enumerate(cells))
        for row, cells in enumerate(table.rows[: bottom + 1])
    )
    merged = tuple(
        (a, b, min(c, bottom), min(d, right))
        for a, b, c, d in table.merged
        if top <= a <= bottom and left <= b <= right
    )
    return table._replace(rows=rows, merged=merged)
