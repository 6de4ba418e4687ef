"""Tables on one sheet whose columns differ: one below another, or side by side; each is read by its own header."""

from collections.abc import Sequence
from typing import Any

from desktop_app.exchange.read_aside import is_aside
from desktop_app.exchange.read_headers import ASKED, Header, header_of, is_header_word, named_by
from desktop_app.exchange.read_meanings import meaning
from desktop_app.exchange.read_spread import spread
from desktop_app.exchange.read_units import head_of, unit_in
from desktop_app.exchange.read_values import folded
from desktop_app.exchange.read_workbook import Sheet

_LONGEST_HEADER = 24  # characters of a cell of a header that is repeated with other columns
Found = tuple[Sheet, Header]


def table_in(sheet: Sheet, depth: int) -> Found | None:
    """The sheet with its first header within this many lines; None where none is there."""
    header = header_of(sheet.grid, depth)
    return (sheet, spread(header, sheet.grid, sheet.merged)) if header else None


def heads_otherwise(values: Sequence[Any], table: Header) -> bool:
    """Whether a line is a header too, and one that does not stand above the same columns."""
    if not all(isinstance(value, str) and len(value) <= _LONGEST_HEADER for value in values):
        return False
    columns = named_by(values)
    return any(table.columns.get(field) != place for field, place in columns.items() if field != "mark")


def parted(sheet: Sheet, table: Header, line: int) -> tuple[Sheet, Found]:
    """The sheet down to the next table, whose header is this line; and the sheet from what stands above that header."""
    asked = [table.columns[field] for field in ASKED & table.columns.keys()]
    first = line
    while first - 1 > table.line and _is_heading(sheet.grid[first - 1], asked):
        first -= 1
    above = sheet._replace(
        grid=sheet.grid[:first],
        remarks={place: words for place, words in sheet.remarks.items() if place[0] < first},
        boxes=(),
        far={},
    )
    below = sheet._replace(
        grid=[[""] * len(row) for row in sheet.grid[:first]] + sheet.grid[first:],
        remarks={place: words for place, words in sheet.remarks.items() if place[0] >= first},
    )
    if not unit_in(head_of(below, line)):  # it is the same unit's
        below = below._replace(grid=sheet.grid[: table.top] + below.grid[table.top :])
    return above, table_in(below, line + 1) or (below, table._replace(top=line, line=line))


def side_by_side(sheet: Sheet, table: Header) -> list[Found]:
    """The table, or the two that stand beside each other, where the header names the tasks' column twice."""
    titles = [place for place in table.unknown if is_header_word(str(sheet.value(table.line, place)))]
    if not titles or not any(place > titles[0] for place in table.twice):
        return [(sheet, table)]
    first = titles[0]
    while first - 1 in table.unknown and meaning(folded(str(sheet.value(table.line, first - 1)))) == "no":
        first -= 1
    width = max(map(len, sheet.grid))
    top = 0 if unit_in(head_of(_columns(sheet, 0, first, width), table.top)) else table.top
    parts = (_columns(sheet, top, 0, first), _columns(sheet, top, first, width))
    found = [part for half in parts if (part := table_in(half, table.line + 1))]
    return found if len(found) == len(parts) else [(sheet, table)]


def _columns(sheet: Sheet, top: int, start: int, stop: int) -> Sheet:
    """The sheet with nothing but these columns from this line on."""
    return sheet._replace(
        grid=sheet.grid[:top]
        + [[value if start <= n < stop else "" for n, value in enumerate(row)] for row in sheet.grid[top:]],
        remarks={place: words for place, words in sheet.remarks.items() if start <= place[1] < stop},
        boxes=sheet.boxes if start else (),
        far={place: value for place, value in sheet.far.items() if start <= place[1] < stop},
    )


def _is_heading(values: Sequence[Any], asked: Sequence[int]) -> bool:
    """Whether a line above a header belongs to it: nothing is answered there."""
    return all(values[place] == "" for place in asked if place < len(values)) or is_aside(values, 0)
