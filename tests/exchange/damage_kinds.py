"""What a kind of damage is, and how one is done to the sheet of a filled form."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.domain.values import Value
from desktop_app.exchange.sheet_layout import row_of_mark
from desktop_app.texts import exchange as texts
from tests.exchange.damage_forms import Filled, Place, columns, title_of
from tests.exchange.returns import line_of

Sheet = Any
FIRST, FINISHED, THIRD = title_of(0), title_of(1), title_of(3)


class Damage(NamedTuple):
    """The files that came back; `damaged` answers may be asked about, `gone` ones are no longer in the file.

    `truth` says what an answer means where it was written otherwise; `refused`: the whole file has to be refused.
    """

    paths: list[Path]
    damaged: frozenset[Place] = frozenset()
    gone: frozenset[Place] = frozenset()
    truth: dict[Place, Value] = {}  # noqa: RUF012  # never changed
    refused: bool = False
    passwords: tuple[str, ...] = ()


Kinds = dict[str, Callable[[Filled], Damage]]
Work = Callable[[Sheet, Filled], Damage | None]


def doing(kinds: Kinds) -> Callable[[Work], Work]:
    """A kind of damage that is done to the sheet; it returns what it spoils, None for nothing."""

    def register(work: Work) -> Work:
        @wraps(work)
        def done(filled: Filled) -> Damage:
            book = filled.book()
            said = work(book[texts.SHEET], filled) or Damage([])
            return said._replace(paths=[filled.saved(book)])

        kinds[work.__name__] = done
        return work

    return register


def spoils(*places: Place, **others: Any) -> Damage:
    """The damage that makes these answers doubtful."""
    return Damage([], frozenset(places), **others)


def row_of(filled: Filled, title: str) -> set[Place]:
    """The answers of a task."""
    return {(title, field) for field in filled.answers[title]}


def all_of(filled: Filled, *fields: str) -> set[Place]:
    """The answers in these fields, of all tasks."""
    return {(title, field) for title, said in filled.answers.items() for field in said if field in fields}


def header_line(sheet: Sheet) -> int:
    """The line of the header."""
    return next(n for n in range(1, 30) if any(cell.value == texts.PERCENT for cell in sheet[n]))


def mark_column(sheet: Sheet) -> int:
    """The column of the marks."""
    return next(c.column for row in sheet.iter_rows() for c in row if isinstance(c.value, str) and row_of_mark(c.value))


def lines(sheet: Sheet, filled: Filled) -> list[int]:
    """The lines of the tasks."""
    return [line_of(sheet, title) for title in filled.answers]


def cell(sheet: Sheet, title: str, field: str) -> Any:
    """The cell of an answer."""
    return sheet.cell(line_of(sheet, title), columns(sheet)[field])


def unmerge(sheet: Sheet) -> None:
    """Take all merged areas apart, as people do before they sort or move."""
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))


def swap_lines(sheet: Sheet, one: int, other: int, upto: int) -> None:
    """Exchange the values of two lines up to a column."""
    for column in range(1, upto + 1):
        a, b = sheet.cell(one, column), sheet.cell(other, column)
        a.value, b.value = b.value, a.value
