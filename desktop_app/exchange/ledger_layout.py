"""How the ledger is laid out on paper: its columns, how wide they are, how high a row must be to show all its text."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from math import ceil
from typing import NamedTuple

from desktop_app.exchange.ledger_paper import LedgerLine
from desktop_app.exchange.write_forms import plain
from desktop_app.texts import ledger_sheet as texts

FONT_SIZE = 10
LINE_POINTS, PADDING_POINTS, ROW_LIMIT = 14.5, 5, 409
NARROW = 3.0
GROWING = ("content", "progress")


class Column(NamedTuple):
    """A column: what it shows, its header, its width in Chinese characters of the body's size, centred or not."""

    field: str
    header: str
    width: float
    centred: bool = False


COLUMNS = (
    Column("no", texts.NO, 3.5, centred=True),
    Column("section", texts.SECTION, 5, centred=True),
    Column("title", texts.TITLE_OF_TASK, 9),
    Column("content", texts.CONTENT, 21),
    Column("targets", texts.TARGETS, 9.5),
    Column("lead", texts.LEAD, 6, centred=True),
    Column("co", texts.CO, 6, centred=True),
    Column("leader", texts.LEADER, 4.5, centred=True),
    Column("deadline", texts.DEADLINE, 5.5, centred=True),
    Column("done", texts.PERCENT, 4, centred=True),
    Column("light", texts.LIGHT, 6.5, centred=True),
    Column("progress", texts.PROGRESS, 14),
    Column("problems", texts.PROBLEMS, 8),
    Column("note", texts.NOTE, 5),
)
PLACES = {column.field: place for place, column in enumerate(COLUMNS)}
Shown = list[str | float | None]


def shown(line: LedgerLine, shape: str) -> Shown:
    """What the cells of a line show, in the order of COLUMNS."""
    return [
        plain(line.no or ""),
        plain(line.section or ""),
        plain(line.title),
        plain(_content(line)),
        plain(texts.TARGET_LIST.join(line.targets)),
        plain(texts.LIST.join(line.lead)),
        plain(texts.LIST.join(line.co)),
        plain(line.leader or ""),
        deadline_words(line),
        line.done,
        texts.MARKED.format(shape=shape, label=line.label),
        plain(line.progress or ""),
        plain(line.problems or ""),
        plain(line.note or ""),
    ]


def _content(line: LedgerLine) -> str:
    """An action shows itself among what is to be done; the task's own number and title stand merged before it."""
    return line.content or "" if line.parent is None else "\n".join(filter(None, [line.title, line.content]))


def deadline_words(line: LedgerLine) -> str:
    """The deadline as printed: the day, or that the task never ends."""
    if line.deadline is None:
        return texts.ONGOING if line.state == "ongoing" else ""
    day = date.fromisoformat(line.deadline)
    return texts.DAY.format(year=day.year, month=day.month, day=day.day)


def widths(rows: Sequence[Shown]) -> list[float]:
    """The widths of the columns: one that is empty throughout leaves its room to those with the longest texts."""
    empty = [not any(row[place] for row in rows) for place in range(len(COLUMNS))]
    found = [min(c.width, NARROW) if gone else c.width for c, gone in zip(COLUMNS, empty, strict=True)]
    spare = sum(column.width for column in COLUMNS) - sum(found)
    for field in GROWING:
        found[PLACES[field]] += spare / len(GROWING)
    return found


def blocks(keys: Sequence[object]) -> Iterator[tuple[int, int]]:
    """First and last place of each run of equal keys."""
    start = 0
    for _, run in groupby(keys):
        end = start + sum(1 for _ in run)
        yield start, end - 1
        start = end


def text_lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of that many Chinese characters, at the worst."""
    room = 2 * width - 1  # half characters; one is lost where a punctuation mark may not start a line
    parts = text.split("\n") if "\n" in text else (text,)
    # A Chinese character is three bytes and two half characters, a letter one and one.
    return sum(ceil((len(part) + len(part.encode())) / 2 / room) or 1 for part in parts)


def height(lines: int) -> float:
    """Points that so many lines of text need."""
    return lines * LINE_POINTS + PADDING_POINTS


def heights(
    rows: Sequence[Shown], wide: Sequence[float], merged: Sequence[tuple[int, Sequence[tuple[int, int]]]]
) -> list[float]:
    """The height of each row in points, that shows every text; `merged` are the blocks of a column (place, blocks)."""
    alone = [place for place in range(len(COLUMNS)) if place not in {column for column, _ in merged}]
    found = [height(max(_lines(row[place], wide[place]) for place in alone)) for row in rows]
    for place, spans in merged:
        for first, last in spans:
            lack = height(_lines(rows[first][place], wide[place])) - sum(found[first : last + 1])
            if lack > 0:
                found[first] += lack
    return [min(points, ROW_LIMIT) for points in found]


def _lines(value: str | float | None, width: float) -> int:
    return text_lines(value, width) if isinstance(value, str) else 1
