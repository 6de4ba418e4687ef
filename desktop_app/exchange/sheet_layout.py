"""The one contract between the forms that are written and the forms that are read: columns, marks, places.

A form can be told by marks in three places: a document property and a very hidden sheet name the form, and a hidden
column names each row. Checksums tell a damaged mark from a missing one; they are no secret.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

from desktop_app.domain.periods import Period
from desktop_app.texts import exchange as texts

FORMAT = 1
MARK_PROPERTY = "duban-form"
MARK_SHEET = "duban"


class Column(NamedTuple):
    """A column of the form: what it holds, its header, its width in characters, and whether the unit fills it."""

    field: str
    header: str
    width: float
    asked: bool = False


FIGURES = tuple(f"figure_{number}" for number in range(1, 7))
USUAL = ("text", "percent", "finished_on", "problems")
CHOICES = (*USUAL, "next_steps", "evidence", "figures")

EVERY_COLUMN = (
    Column("no", texts.NO, 5),
    Column("title", texts.TITLE, 17),
    Column("content", texts.CONTENT, 30),
    Column("targets", texts.TARGETS, 19),
    Column("deadline", texts.DEADLINE, 11),
    Column("last", texts.LAST, 23),
    Column("status", texts.STATUS, 12, asked=True),
    Column("text", texts.TEXT, 32, asked=True),
    Column("percent", texts.PERCENT, 8.5, asked=True),
    *(Column(f, texts.FIGURE.format(number=n), 9, asked=True) for f, n in zip(FIGURES, texts.CIRCLED, strict=True)),
    Column("finished_on", texts.FINISHED_ON, 11, asked=True),
    Column("problems", texts.PROBLEMS, 19, asked=True),
    Column("next_steps", texts.NEXT_STEPS, 19, asked=True),
    Column("evidence", texts.EVIDENCE, 15, asked=True),
    Column("mark", texts.MARK, 3),
)


def columns_of(asked: str | None, figures: int) -> tuple[Column, ...]:
    """The columns of a form whose round asks these fields (`round.asked`; None: the usual ones).

    `figures` is the most targets that a row of the form has, six at most; 本期情况 is always asked.
    """
    chosen = {"status", *(USUAL if asked is None else asked.split(","))}
    if "figures" in chosen:
        chosen |= {*FIGURES[:figures]}
    return tuple(column for column in EVERY_COLUMN if not column.asked or column.field in chosen)


COLUMNS = columns_of(None, 0)
PLACES = {column.field: place for place, column in enumerate(COLUMNS)}
ASKED = tuple(column for column in COLUMNS if column.asked)


class FormMark(NamedTuple):
    """What a form says of itself: its ledger and that ledger's epoch, the round's token, form and unit by key."""

    ledger: str
    epoch: int
    token: str
    form: int
    unit: int


class NewerFormat(Exception):
    """The mark is of a form format that this program does not know yet."""


def _check(words: str) -> str:
    return _hash()(words.encode(), usedforsecurity=False).hexdigest()[:8]


@cache
def _hash() -> Callable[..., Any]:
    from hashlib import sha256  # OpenSSL comes with it, which the 今日 page has no need of

    return sha256


def mark_text(mark: FormMark) -> str:
    """The mark as it is written into a form."""
    said = "|".join(map(str, (FORMAT, *mark)))
    return f"{said}|{_check(said)}"


def read_mark(text: str) -> FormMark | None:
    """The mark that was written so; None for a damaged one. Raises NewerFormat."""
    parts = text.strip().split("|")
    if len(parts) < 2 or not parts[0].isdecimal() or _check("|".join(parts[:-1])) != parts[-1]:
        return None
    if int(parts[0]) > FORMAT:
        raise NewerFormat
    ledger, epoch, token, form, unit = parts[1:-1]
    return FormMark(ledger, int(epoch), token, int(form), int(unit))


_ROW_MARK = re.compile(r"R(\d{1,15})-([0-9a-f]{8})")


def row_mark(ledger: str, token: str, row: int) -> str:
    """The mark of one round row, as its hidden cell holds it."""
    check = _check(f"{ledger}|{token}|{row}")
    return f"R{row}-{check}"


def row_of_mark(text: str) -> int | None:
    """The round row's key in a mark; None where the text is no mark. Compare with `row_mark` before trusting it."""
    found = _ROW_MARK.fullmatch(text.strip())
    return int(found[1]) if found else None


@lru_cache(maxsize=65536)
def cell_name(line: int, column: int) -> str:
    """The address of a cell by its places from 0: (5, 7) → H6."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{line + 1}"


def period_words(period: Period) -> str:
    """The period as the office writes it."""
    year, month = period.start.year, period.start.month
    if "Q" in period.name:
        return texts.QUARTER.format(year=year, quarter=texts.QUARTERS[month // 3])
    if "H" in period.name:
        return texts.HALF.format(year=year, half=texts.HALVES[month // 6])
    if "-" in period.name:
        return texts.MONTH.format(year=year, month=month)
    return texts.YEAR.format(year=year)


def day_words(day: str | date) -> str:
    """A day as the office writes it: 2026年6月30日."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return texts.FULL_DAY.format(year=day.year, month=day.month, day=day.day)


def month_day(day: str) -> str:
    """A day without its year: 6月30日."""
    parsed = date.fromisoformat(day)
    return texts.DAY.format(month=parsed.month, day=parsed.day)
