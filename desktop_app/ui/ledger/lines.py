"""The lines of the table as plain data: what each cell says, and what a search looks through."""

from collections.abc import Collection
from typing import NamedTuple

from desktop_app.ui.ledger.columns import COLUMNS, LEADS, NO, TABLE, TITLE
from desktop_app.ui.ledger.facts import Facts
from desktop_app.ui.ledger.folding import folded

_SEARCHED = tuple(n for n in range(len(COLUMNS)) if n not in (NO, TITLE, LEADS))


class Line(NamedTuple):
    """One task or action: its cells as shown, and what the picture of progress needs."""

    key: int
    parent: int | None
    cells: tuple[str, ...]
    light: str
    reason: str
    done: float | None
    expected: float | None


class Group(NamedTuple):
    """The heading over lines that belong together."""

    name: str
    count: int


def line_of(facts: Facts, key: int, columns: Collection[int] = range(len(COLUMNS))) -> Line:
    """The line of a task or action, written as far as these columns go; the cells of others are empty."""
    task, status = facts.snapshot.tasks[key], facts.status(key)
    cells = tuple([column.say(facts, task) if n in columns else "" for n, column in enumerate(TABLE)])
    return Line(key, task.parent, cells, status.light, status.reason, status.done, status.expected)


def search_text(facts: Facts, key: int) -> str:
    """All that a line says, folded for comparing; title and units first."""
    task = facts.snapshot.tasks[key]
    columns = (TITLE, LEADS, NO, *_SEARCHED)
    return folded("\n".join(TABLE[column].say(facts, task) for column in columns))
