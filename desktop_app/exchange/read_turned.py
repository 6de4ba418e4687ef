"""The tables of sheets; one whose lines and columns were exchanged (转置) is read upright, its cells by their names."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.domain.proposal import Note
from desktop_app.exchange.read_headers import Header
from desktop_app.exchange.read_parts import side_by_side, table_in
from desktop_app.exchange.read_workbook import Sheet
from desktop_app.exchange.sheet_layout import cell_name
from desktop_app.office.formats import Place

if TYPE_CHECKING:
    from desktop_app.exchange.read_forms import ReturnedRow

HEADER_DEPTH = 60
_MOST_LINES = 60  # a form has fewer columns
_MOST_CELLS = 100_000
_NAME = re.compile(r"([A-Z]+)(\d+)")


def tables_of(sheets: Iterable[Sheet]) -> list[tuple[Sheet, Header]]:
    """The sheets that have a header, with it."""
    found = (table_in(sheet, HEADER_DEPTH) for sheet in sheets)
    return [part for one in found if one for part in (side_by_side(*one) if one[1].unknown else (one,))]


def turned(sheet: Sheet) -> Sheet | None:
    """The sheet with lines and columns exchanged; None for one that is no form lying on its side."""
    width = max(map(len, sheet.grid), default=0)
    if not 1 < len(sheet.grid) <= _MOST_LINES or len(sheet.grid) * width > _MOST_CELLS:
        return None
    return sheet._replace(
        grid=[[sheet.value(line, column) for line in range(len(sheet.grid))] for column in range(width)],
        merged=tuple((_over(first), _over(last)) for first, last in sheet.merged),
        percents=None if sheet.percents is None else frozenset(map(_over, sheet.percents)),
        computed=frozenset(map(_over, sheet.computed)),
        struck={_over(place): left for place, left in sheet.struck.items()},
        codes={_over(place): code for place, code in sheet.codes.items()},
    )


def named_as_it_is(row: "ReturnedRow") -> "ReturnedRow":
    """A row of a turned sheet with the cells' own names."""
    cells = {field: cell._replace(address=_own_name(cell.address)) for field, cell in row.cells.items()}
    return row._replace(cells=cells, turned=True)


def noted_as_it_is(note: Note) -> Note:
    """A note about a turned sheet with the cell's own name."""
    return note._replace(cell=_own_name(note.cell)) if note.cell else note


def _over(place: Place) -> Place:
    return place[1], place[0]


def _own_name(name: str) -> str:
    found = _NAME.fullmatch(name)
    if found is None:
        return name
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return cell_name(column - 1, int(found[2]) - 1)
