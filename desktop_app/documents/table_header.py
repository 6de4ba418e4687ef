"""Finding the header of a table: in which rows it stands, and what each column holds."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from desktop_app.documents.folding import fold
from desktop_app.documents.reader.blocks import Table
from desktop_app.documents.table_words import MEASURE, guess_of, role_of

Place = tuple[int, int]

_HEAD_ROWS = 30  # a header stands near the top; several title rows and instructions may come before it
_MOST_HEIGHT = 3
_MOST_COLUMNS = 200
_LONGEST_LABEL = 30
CONTENT = ("task", "action", "target")
WHO = ("lead", "co", "neutral", "leader", "person")
WHEN = ("deadline", "node_q1", "node_q2", "node_q3", "node_q4")
_NODES = WHEN[1:]
_PROGRESS = ("progress_text", "percent", "state")


class Grid:
    """A table whose merged areas answer with their first cell, wherever in the area one asks."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.height = len(table.rows)
        self.width = max((len(row) for row in table.rows), default=0)
        self._first: dict[Place, Place] = {}
        self._wide: dict[Place, int] = {}
        for top, left, bottom, right in table.merged:
            last_row, last_column = min(bottom, self.height - 1), min(right, self.width - 1)
            self._wide[top, left] = last_column - left + 1
            for row in range(top, last_row + 1):
                for column in range(left, last_column + 1):
                    self._first[row, column] = (top, left)

    def first(self, row: int, column: int) -> Place:
        """The cell that speaks for the one at this place: itself, or the first of its merged area."""
        return self._first.get((row, column), (row, column))

    def at(self, place: Place) -> str:
        """The text of exactly this cell."""
        row = self.table.rows[place[0]]
        return row[place[1]] if place[1] < len(row) else ""

    def text(self, row: int, column: int) -> str:
        """The text that the cell shows."""
        return self.at(self.first(row, column))

    def width_of(self, place: Place) -> int:
        """How many columns the cell is wide."""
        return self._wide.get(place, 1)

    def own(self, row: int) -> list[Place]:
        """The cells with text that begin in this row."""
        return [(row, column) for column, text in enumerate(self.table.rows[row]) if text]


class Header(NamedTuple):
    """The rows of a header, and of each column with a meaning: what it holds, and its label."""

    first: int
    last: int
    columns: dict[int, str]
    labels: dict[int, str]

    def of(self, *roles: str) -> list[int]:
        """The columns that hold one of `roles`, from the left."""
        return [column for column, role in sorted(self.columns.items()) if role in roles]


def find_header(table: Table) -> Header | None:
    """The header of a table of tasks; None where the table is none."""
    grid = Grid(table)
    best: tuple[tuple[int, int], Header] | None = None
    top = next((row for row in range(grid.height) if grid.own(row)), 0)
    for first in range(top, min(grid.height, top + _HEAD_ROWS)):
        for height in range(1, _MOST_HEIGHT + 1):
            header = _header(grid, first, first + height - 1)
            worth = (len(set(header.columns.values())), len(header.columns)) if header else (0, 0)
            if header and (best is None or worth > best[0]):
                best = (worth, header)
        if best and first > best[1].last + 1:
            break
    return _settled(grid, best[1]) if best else None


def header_at(grid: Grid, row: int) -> Header | None:
    """The header that begins in this row, with as many rows as name columns."""
    found = [header for height in range(_MOST_HEIGHT) if (header := _header(grid, row, row + height))]
    named = [header for header in found if _names_most(grid, row)]
    return max(named, key=lambda header: len(header.columns), default=None)


def _names_most(grid: Grid, row: int) -> bool:
    texts = [fold(grid.at(place)) for place in grid.own(row)]
    return sum(role_of(text) is not None for text in texts) * 3 >= len(texts) * 2


def _header(grid: Grid, first: int, last: int) -> Header | None:
    if last >= grid.height or not any(role_of(fold(grid.at(place))) for place in grid.own(first)):
        return None
    if not all(_goes_on(grid, row) for row in range(first + 1, last + 1)):
        return None
    columns: dict[int, str] = {}
    labels: dict[int, str] = {}
    for column in range(min(grid.width, _MOST_COLUMNS)):
        parts = _label(grid, first, last, column)
        role = _role(parts)
        if role:
            columns[column], labels[column] = role, parts[-1]
    if sum(role in _NODES for role in columns.values()) == 1:  # a due time in a row of data, not a quarter's column
        columns = {column: role for column, role in columns.items() if role not in _NODES}
    roles = set(columns.values())
    content, others = roles & set(CONTENT), roles - set(CONTENT)
    enough = others & {*WHO, *WHEN} or len(content) > 1 or ("no" in others and len(columns) > 2)
    return Header(first, last, columns, labels) if content and enough and len(columns) > 1 else None


def _goes_on(grid: Grid, row: int) -> bool:
    """Whether this row belongs to the header above it: nothing but names of columns."""
    cells = grid.own(row)
    return bool(cells) and all(
        role_of(fold(grid.at(place))) or (_under_wide(grid, place) and len(grid.at(place)) <= 10) for place in cells
    )


def _under_wide(grid: Grid, place: Place) -> bool:
    row, column = place
    return row > 0 and grid.width_of(grid.first(row - 1, column)) > 1 and not grid.at(place)[:1].isdigit()


def _label(grid: Grid, first: int, last: int, column: int) -> list[str]:
    texts = (fold(grid.text(row, column)) for row in range(first, last + 1))
    return [text for text, _ in groupby(texts) if text and len(text) <= _LONGEST_LABEL]


def _role(parts: list[str]) -> str | None:
    """The meaning of a column whose header reads `parts` from the top: the lowest that has one."""
    names = [*reversed(parts), "".join(parts)] if len(parts) > 1 else parts
    role = next((role for name in names if (role := role_of(name))), None)
    if role in WHEN and any(role_of(name) in _PROGRESS for name in parts[:-1]):
        return "state"
    return role


def _settled(grid: Grid, header: Header) -> Header:
    """The header with what only the cells below can tell: which of two task columns is the section."""
    columns = dict(header.columns)
    for column in header.of("neutral"):
        values = [grid.text(row, column) for row in range(header.last + 1, grid.height)]
        measures = [bool(MEASURE.fullmatch(fold(value))) for value in values if value]
        if measures and sum(measures) * 2 > len(measures):
            columns[column] = "measure"
    header = header._replace(columns=columns, labels=dict(header.labels))
    _guess_others(grid, header)
    _settle_bureau(grid, header)
    _settle_tasks(grid, header)
    return header


def _guess_others(grid: Grid, header: Header) -> None:
    """Columns whose label no office uses, by the words in it: nothing that a row says about a task is left out."""
    for column in range(min(grid.width, _MOST_COLUMNS)):
        parts = _label(grid, header.first, header.last, column)
        role = guess_of(parts[-1]) if parts and column not in header.columns else None
        if role:
            header.columns[column], header.labels[column] = role, parts[-1]


def _settle_bureau(grid: Grid, header: Header) -> None:
    """Where one of two 责任单位 columns says the same in every row (the bureau itself), the other names who does it."""
    neutral = header.of("neutral")
    if len(neutral) != 2:
        return
    rows = [row for row in range(header.last + 1, grid.height) if len(grid.own(row)) > 1]  # no note below the table
    kinds = [len({grid.text(row, column) for row in rows if grid.text(row, column)}) for column in neutral]
    if sorted(kinds)[0] == 1 and sorted(kinds)[1] > 1:
        header.columns[neutral[kinds.index(1)]] = "other"


def _settle_tasks(grid: Grid, header: Header) -> None:
    """One column of tasks: a merged one to its left is the section, one to its right tells how."""
    tasks = header.of("task")
    if not tasks:
        promoted = header.of(*CONTENT)[0]
        header.columns[promoted] = "task"
        tasks = [promoted]
    number = next(iter(header.of("no")), None)
    blocks = _spans_rows(grid, header, tasks[0]) and (number is None or not _spans_rows(grid, header, number))
    finer = [column for column in header.of(*CONTENT) if column > tasks[0]]
    steps = [column for column in finer if header.columns[column] != "target" and not _spans_rows(grid, header, column)]
    if blocks and steps and not header.of("section") and (len(tasks) > 1 or number is not None):
        header.columns[tasks[0]] = "section"
        header.columns[steps[0]] = "task"
        tasks = [steps[0]]
    elif blocks and steps and number is not None and not _spans_rows(grid, header, number):
        header.columns[tasks[0]] = "action"  # 一级、二级、三级指标 with a number a row: the finest is the task
        header.columns[steps[0]] = "task"
        tasks = [steps[0]]
    for column in header.of("task"):
        if column != tasks[0]:
            header.columns[column] = "action"


def _spans_rows(grid: Grid, header: Header, column: int) -> bool:
    """Whether cells of this column stand for several rows, merged or left blank below."""
    rows = list(range(header.last + 1, grid.height))
    return any(grid.first(row, column)[0] < row and grid.text(row, column) for row in rows) or _blank_below(
        grid, header, column
    )


def _blank_below(grid: Grid, header: Header, column: int) -> bool:
    rows = [row for row in range(header.last + 1, grid.height) if len(grid.own(row)) > 2]
    filled = sum(bool(grid.text(row, column)) for row in rows)
    return 0 < filled * 2 <= len(rows)


def quarter_of(role: str) -> int:
    """The quarter whose column this is."""
    return int(role[-1])


def measure_in(label: str) -> str | None:
    """The unit that a column's label gives in brackets: 目标值（人）."""
    found = re.search("（([^（）]{1,6})）", label)
    return found[1] if found and MEASURE.fullmatch(found[1]) else None


def is_header_again(grid: Grid, header: Header, row: int) -> bool:
    """Whether the header is repeated in this row, as on every page of a printed table."""
    cells = [(column, fold(grid.at((row, column)))) for _, column in grid.own(row)]
    named = [role_of(text) is not None for _, text in cells]
    same = [_tight(text) == _tight(header.labels.get(column, "")) for column, text in cells]
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
