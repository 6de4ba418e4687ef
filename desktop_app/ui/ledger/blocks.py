"""What is done to many cells at once, as data: which words go into which cell, and what does not fit and why."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.domain.changes import Change
from desktop_app.errors import Refused
from desktop_app.texts import ledger as texts
from desktop_app.texts import ledger_table as words_of
from desktop_app.ui.ledger.columns import COLUMNS, STATE, TITLE
from desktop_app.ui.ledger.editing import EDITABLE, Edit, Typing, typed_text
from desktop_app.ui.ledger.facts import Facts
from desktop_app.ui.ledger.model import LedgerModel

_NOT_EMPTY = (TITLE, STATE)


class Put(NamedTuple):
    """Words for one cell."""

    task: int
    column: int
    words: str


class Misfit(NamedTuple):
    """Words that have no cell, or mean nothing in it."""

    row: str
    column: str
    words: str
    reason: str


class Tried(NamedTuple):
    """The cells that would change, what that changes, and what does not fit."""

    cells: int
    edit: Edit
    misfits: list[Misfit]


def tried(
    facts: Facts, puts: Iterable[Put], label: Callable[[int], str], today: date, so_far: Sequence[Change] = ()
) -> Tried:
    """What these words would change, each cell by itself: what means nothing in one cell leaves the others.

    Changes that made the ledger of these facts so far go before.
    """
    typing, misfits, cells = Typing(facts.snapshot, today, so_far), [], 0
    for put in puts:
        if put.words.strip() == typed_text(facts, put.task, put.column).strip():
            continue
        try:
            if put.column not in EDITABLE:
                raise Refused(words_of.NOT_TYPED)
            if put.column in _NOT_EMPTY and not put.words.strip():
                raise Refused(words_of.NOT_CLEARED)
            typing.put(*put)
            cells += 1
        except Refused as refused:
            title = facts.snapshot.tasks[put.task].title
            reason = refused.sentence.replace(words_of.UNCHANGED, "")
            misfits.append(Misfit(title, texts.COLUMNS[COLUMNS[put.column]], put.words, reason))
    return Tried(cells, Edit(typing.changes(), label(cells), tuple(typing.fresh)), misfits)


def copied(model: LedgerModel, rows: Sequence[int], columns: Sequence[int]) -> list[list[str]]:
    """The words of a block of cells."""
    return [[model.typed(row, column) for column in columns] for row in rows]


class Laid(NamedTuple):
    """Where a pasted grid goes: words for cells that there are, the lines below the last row, what has no column."""

    puts: list[Put]
    below: list[dict[int, str]]
    misfits: list[Misfit]


def pasted(
    model: LedgerModel, shown: Sequence[int], rows: Sequence[int], columns: Sequence[int], grid: Sequence[Sequence[str]]
) -> Laid:
    """Lay a grid from the first chosen cell on, headings passed over; repeated where more is chosen."""
    high, wide = len(grid), len(grid[0])
    if len(rows) % high == 0 and len(columns) % wide == 0 and len(rows) * len(columns) > high * wide:
        into, across = list(rows), list(columns)
    else:
        into = [row for row in range(rows[0], model.rowCount()) if model.task_in(row) is not None][:high]
        across = list(shown[shown.index(columns[0]) :])[:wide]
    puts = [
        Put(model.rows.keys[row], column, grid[down % high][right % wide])
        for down, row in enumerate(into)
        for right, column in enumerate(across)
    ]
    lines = [dict(zip(across, cells, strict=False)) for cells in grid[len(into) :]]
    below = [{column: words for column, words in line.items() if words.strip()} for line in lines]
    return Laid(puts, [line for line in below if line], _too_wide(grid, len(across)))


def _too_wide(grid: Sequence[Sequence[str]], columns: int) -> list[Misfit]:
    return [
        Misfit(words_of.LINE.format(row=down), words_of.BEYOND.format(column=right), words, words_of.TOO_WIDE)
        for down, cells in enumerate(grid, 1)
        for right, words in enumerate(cells, 1)
        if words.strip() and right > columns
    ]


def too_low(lines: Iterable[Mapping[int, str]]) -> list[Misfit]:
    """The cells of lines for which there is no row."""
    return [
        Misfit(line.get(TITLE, words_of.BELOW), texts.COLUMNS[COLUMNS[column]], words, reason)
        for line in lines
        for reason in [words_of.TOO_LOW if TITLE in line else words_of.TOO_LOW_UNNAMED]
        for column, words in line.items()
    ]


def filled_down(model: LedgerModel, rows: Sequence[int], columns: Sequence[int]) -> list[Put]:
    """The first chosen row's words for the rows below it; of one row, those of the row above it."""
    if len(rows) == 1:
        above = [row for row in range(rows[0]) if model.task_in(row) is not None][-1:]
        rows = [*above, *rows]
    return [Put(model.rows.keys[row], column, model.typed(rows[0], column)) for row in rows[1:] for column in columns]


class Replaced(NamedTuple):
    """The cells in which something was found: what stands there, what would stand, and how often it was found."""

    puts: list[Put]
    before: list[str]
    count: int


def replaced(facts: Facts, tasks: Iterable[int], columns: Sequence[int], found: str, new: str) -> Replaced:
    """The cells of these tasks with every `found` replaced."""
    puts: list[Put] = []
    before: list[str] = []
    count = 0
    for task in tasks if found else ():
        for column in columns:
            words = typed_text(facts, task, column)
            if found in words:
                puts.append(Put(task, column, words.replace(found, new)))
                before.append(words)
                count += words.count(found)
    return Replaced(puts, before, count)
