"""Finding the header of a table: in which rows it stands, and what each column holds."""

import re
from itertools import groupby
from typing import NamedTuple

from desktop_app.documents.folding import fold
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.reader.blocks import Table
from desktop_app.documents.table_content import Columns
from desktop_app.documents.table_grid import Grid, Place
from desktop_app.documents.table_guess import CONTENT, WHEN, WHO, guess_columns
from desktop_app.documents.table_settle import settle_bureau, settle_pairs, settle_tasks, settle_unnamed
from desktop_app.documents.table_words import MEASURE, NOTE_ROW, role_of

_HEAD_ROWS = 30  # a header stands near the top; several title rows and instructions may come before it
_MOST_HEIGHT = 3
_MOST_COLUMNS = 200
_LONGEST_LABEL = 30
_WORD = re.compile(r"[一-鿿\s]{2,8}(?:（[^（）]*）)?")
_LEAST_ROWS, _MOST_BARE = 2, 8  # rows and columns of a table without a header
_LONGEST_NAME = 14  # of a column under a word that nobody knows
_NODES = WHEN[1:]
_PROGRESS = ("progress_text", "percent", "state")


class Header(NamedTuple):
    """The rows of a header, and of each column with a meaning: what it holds, and its label.

    `unsure` are the columns whose label nobody knows, so that only their cells told what they hold.
    """

    first: int
    last: int
    columns: dict[int, str]
    labels: dict[int, str]
    unsure: tuple[int, ...] = ()

    def of(self, *roles: str) -> list[int]:
        """The columns that hold one of `roles`, from the left."""
        return [column for column, role in sorted(self.columns.items()) if role in roles]


def find_header(table: Table) -> Header | None:
    """The header of a table of tasks; None where the table is none."""
    grid = Grid(table)
    best: tuple[tuple[int, int, bool], Header] | None = None
    top = next((row for row in range(grid.height) if grid.own(row)), 0)
    for first in range(top, min(grid.height, top + _HEAD_ROWS)):
        for height in range(1, _MOST_HEIGHT + 1):
            header = _header(grid, first, first + height - 1)
            if header is None:
                continue
            parts = height > 1 and _parts_columns(grid, header.last)
            worth = (len(set(header.columns.values())), len(header.columns), parts)
            if best is None or worth > best[0]:
                best = (worth, header)
        if best and first > best[1].last + 1:
            break
    header = best[1] if best else _header_by_content(grid, top) or _without_header(grid, top)
    return _settled(grid, header) if header else None


def _header_by_content(grid: Grid, top: int) -> Header | None:
    """The first row that may name columns, some of them in words that nobody knows, over cells that show the rest."""
    for row in range(top, min(grid.height - 1, top + _HEAD_ROWS)):
        if not _may_name_columns(grid, row):
            continue
        for last in (row + 1, row):
            if last > row and not (last < grid.height - 1 and _parts_columns(grid, last)):
                continue
            header = _with_guesses(grid, Header(row, last, *_named(grid, row, last)))
            said = set(header.columns.values())
            sure = len(header.unsure) < len(header.columns) or (len(Columns(grid, last).rows) > 1 and len(said) > 2)
            if said & {*CONTENT} and sure and said & {"lead", "co", "neutral"}:
                return header
    return None


def _without_header(grid: Grid, top: int) -> Header | None:
    """Columns over which no header stands: numbered tasks in one, units in another."""
    first = next((row for row in range(top, grid.height) if len(grid.own(row)) > 1), grid.height)
    columns = Columns(grid, first - 1)
    if len(columns.rows) < _LEAST_ROWS or grid.width > _MOST_BARE:
        return None
    roles, unsure = guess_columns(columns, {}, dict.fromkeys(range(grid.width), ""))
    header = Header(first, first - 1, roles, dict.fromkeys(roles, ""), unsure)
    tasks = [value for column in header.of("task") for value in columns.values(column)]
    numbered = header.of("no") or sum(mark_at(text, 0, len(text), text) is not None for text in tasks) * 5 >= 4 * len(
        tasks
    )
    return header if tasks and numbered and header.of("lead") else None


def _may_name_columns(grid: Grid, row: int) -> bool:
    """Whether the row holds a short text, each another, over most columns."""
    texts = [fold(grid.at(place)).strip() for place in grid.own(row)]
    wide = sum(grid.width_of(place) for place in grid.own(row))
    used = sum(any(grid.text(other, column) for other in range(row, grid.height)) for column in range(grid.width))
    return (
        len(texts) > 1
        and len(set(texts)) == len(texts)
        and wide * 3 >= used * 2
        and all(len(text) <= _LONGEST_NAME and not re.search(r"[。；，]|^\d(?!\d?月(?!\d))", text) for text in texts)
        and not NOTE_ROW.match(texts[0])
    )


def _parts_columns(grid: Grid, row: int) -> bool:
    """Whether the row only parts the wide cells of the header above it."""
    cells = grid.own(row)
    return bool(cells) and all(_under_wide(grid, place) and len(grid.at(place)) <= _LONGEST_NAME for place in cells)


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
    if last > first and grid.width > 1 and grid.width_of(grid.own(first)[0]) == grid.width:
        return None  # what stands over all columns is the table's title
    columns, labels = _named(grid, first, last)
    roles = set(columns.values())
    content, others = roles & set(CONTENT), roles - set(CONTENT)
    enough = others & {*WHO, *WHEN} or len(content) > 1 or ("no" in others and len(columns) > 2)
    return Header(first, last, columns, labels) if content and enough and len(columns) > 1 else None


def _named(grid: Grid, first: int, last: int) -> tuple[dict[int, str], dict[int, str]]:
    """What the columns hold as far as the words in these rows tell, and the labels of these columns."""
    columns: dict[int, str] = {}
    labels: dict[int, str] = {}
    for column in range(min(grid.width, _MOST_COLUMNS)):
        parts = _label(grid, first, last, column)
        role = _role(parts)
        if role in WHEN and _under_progress(grid, first, column):
            role = "state"
        if role:
            columns[column], labels[column] = role, parts[-1]
    if sum(role in _NODES for role in columns.values()) == 1:  # a due time in a row of data, not a quarter's column
        columns = {column: role for column, role in columns.items() if role not in _NODES}
    return columns, labels


def _under_progress(grid: Grid, row: int, column: int) -> bool:
    """Whether a wide cell above says that results stand in this column: 进展情况 over 一季度 … 四季度."""
    return _under_wide(grid, (row, column)) and role_of(fold(grid.text(row - 1, column))) in _PROGRESS


def _goes_on(grid: Grid, row: int) -> bool:
    """Whether this row belongs to the header above it: nothing but names of columns."""
    cells = grid.own(row)
    known = [bool(role_of(fold(grid.at(place)))) for place in cells]
    others = [place for place, is_known in zip(cells, known, strict=True) if not is_known]
    if bool(cells) and all(_under_wide(grid, place) and len(grid.at(place)) <= 10 for place in others):
        return True
    return sum(known) > 2 * len(others) and all(_WORD.fullmatch(grid.at(place)) for place in others)


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
    header = _with_guesses(grid, header._replace(columns=columns, labels=dict(header.labels)))
    settle_bureau(grid, header)
    settle_pairs(grid, header)
    settle_tasks(grid, header)
    settle_unnamed(grid, header)
    return header


def _with_guesses(grid: Grid, header: Header) -> Header:
    """With the columns whose label no office uses: nothing that a row says about a task is left out."""
    labels = dict(header.labels)
    known = dict(header.columns)
    above: dict[int, str] = {}
    for column in range(min(grid.width, _MOST_COLUMNS)):
        parts = _label(grid, header.first, header.last, column)
        if parts and column not in known:
            labels[column] = parts[-1]
        elif len(parts) > 1 and role_of(parts[-1]) is None and known[column] in WHO:
            above[column] = known.pop(column)  # 责任分工 over a word that nobody knows
    roles, unsure = guess_columns(Columns(grid, header.last), known, labels)
    roles = above | roles
    unsure = tuple(sorted({*header.unsure, *unsure}))
    return header._replace(columns=roles, labels={column: labels[column] for column in roles}, unsure=unsure)


def quarter_of(role: str) -> int:
    """The quarter whose column this is."""
    return int(role[-1])


def measure_in(label: str) -> str | None:
    """The unit that a column's label gives in brackets: 目标值（人）."""
    found = re.search("（([^（）]{1,6})）", label)
    return found[1] if found and MEASURE.fullmatch(found[1]) else None
