"""The rows under a table's header that hold anything of their own."""

import re
from collections.abc import Iterator

from desktop_app.documents.folding import fold
from desktop_app.documents.table_grid import Grid
from desktop_app.documents.table_header import Header
from desktop_app.documents.table_words import role_of


def is_header_again(grid: Grid, header: Header, row: int) -> bool:
    """Whether the header is repeated in this row, as on every page of a printed table."""
    cells = [(column, fold(grid.at((row, column)))) for _, column in grid.own(row)]
    rows = range(header.first, header.last + 1)
    same = [any(_tight(text) == _tight(fold(grid.text(top, column))) for top in rows) for column, text in cells]
    named = [said or role_of(text) is not None for said, (_, text) in zip(same, cells, strict=True)]
    return len(cells) > 1 and sum(named) * 5 >= len(cells) * 4 and any(same)


def _tight(text: str) -> str:
    return re.sub(r"\s", "", text)


def counts_columns(grid: Grid, row: int) -> bool:
    """Whether the row only numbers the columns: 1 2 3 4, or 甲 乙 1 2."""
    texts = [text for place in grid.own(row) if (text := grid.at(place)) not in ("甲", "乙", "丙", "丁")]
    return len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]


def below(header: Header, grid: Grid) -> Iterator[int]:
    """The rows under the header that hold anything of their own; not the header again, nor the columns' numbers."""
    for row in range(header.last + 1, grid.height):
        if grid.own(row) and not is_header_again(grid, header, row) and not counts_columns(grid, row):
            yield row
