"""Several numbered tasks in one cell of a table without a column of numbers, those of one unit: a row each."""

import re
from itertools import pairwise

from desktop_app.documents.extraction import Span
from desktop_app.documents.table_header import Header
from desktop_app.documents.table_rows import Row

_NUMBER = re.compile(r"(?:^|(?<=[。；\s]))（?(\d{1,3})(?:[.、](?!\d)|）)")


def with_items_apart(header: Header, rows: list[Row], shadow: str) -> list[Row]:
    """The rows, each cell of tasks that are numbered by themselves as a row a task; other tables stay as they are.

    Their numbers run on from cell to cell, or begin in each anew.
    """
    if header.of("no"):
        return rows
    column = header.of("task")[0]
    cells = [row.spans([column])[0] for row in rows]
    items = [_items(shadow, cell) for cell in cells]
    several = sum(len(each) > 1 for each in items)
    if not several or not all(items) or not (several > 1 or len(items) > 1):
        return rows
    return [part for row, each in zip(rows, items, strict=True) for part in _parts(row, column, each)]


def _items(shadow: str, cell: Span) -> list[Span]:
    """The numbered items that a cell consists of; none where it opens with anything else."""
    starts: list[int] = []
    number = 0
    for found in _NUMBER.finditer(shadow[slice(*cell)]):
        alike = not starts or shadow[starts[0]] == "（" == found[0][0] or "（" not in (shadow[starts[0]], found[0][0])
        if not starts or (alike and int(found[1]) == number + 1):
            starts.append(cell[0] + found.start())
            number = int(found[1])
    if not starts or starts[0] != cell[0]:
        return []
    ends = [start + len(shadow[start:stop].rstrip()) for start, stop in pairwise([*starts, cell[1]])]
    return list(zip(starts, ends, strict=True))


def _parts(row: Row, column: int, items: list[Span]) -> list[Row]:
    """The row once for each of the items in its cell: the same cells beside it, and together the same text."""
    if len(items) == 1:
        return [row]
    parts: list[Row] = []
    for at, item in enumerate(items):
        cells = [(other, place, item if other == column else span) for other, place, span in row.cells]
        start = row.start if at == 0 else item[0]
        end = row.end if at == len(items) - 1 else item[1]
        parts.append(Row(None, row.section, cells, start, end, row.height))
    return parts
