"""How the ledger is laid out on paper: its columns, how wide they are, how high a row must be to show all its text."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from math import ceil, floor
from typing import NamedTuple

from desktop_app.domain.values import plain_number
from desktop_app.exchange.ledger_paper import LedgerLine
from desktop_app.exchange.write_forms import plain
from desktop_app.texts import ledger_sheet as texts

HEAD_FILL = "#EEF1F4"
FONT_SIZE = 10
SIZES = (FONT_SIZE, 8, 6.5, 5)
LINE_POINTS, PADDING_POINTS, ROW_LIMIT = 14.5, 5, 409  # a line of the tallest font that may stand in for the body's
HEAD_POINTS = (38, 22, 34)  # title, day and counts, header; the header is repeated on every page
PAPER_INCHES = (11.69, 8.27)
SURELY = 0.98
MARGIN_INCHES = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.7}
NARROW = 2.4
GROWING = ("content", "progress")


class Column(NamedTuple):
    """A column: what it shows, its header, its width in Chinese characters of the body's size, centred or not."""

    field: str
    header: str
    width: float
    centred: bool = False


COLUMNS = (
    Column("no", texts.NO, 3, centred=True),
    Column("section", texts.SECTION, 4.2, centred=True),
    Column("title", texts.TITLE_OF_TASK, 7.5),
    Column("content", texts.CONTENT, 18),
    Column("targets", texts.TARGETS, 8),
    Column("lead", texts.LEAD, 5, centred=True),
    Column("co", texts.CO, 5, centred=True),
    Column("leader", texts.LEADER, 3.5, centred=True),
    Column("deadline", texts.DEADLINE, 4.7, centred=True),
    Column("done", texts.PERCENT, 3.6, centred=True),
    Column("light", texts.LIGHT, 5.7, centred=True),
    Column("progress", texts.PROGRESS, 12.5),
    Column("problems", texts.PROBLEMS, 6.5),
    Column("note", texts.NOTE, 4),
)
PLACES = {column.field: place for place, column in enumerate(COLUMNS)}
Lights = Mapping[str, tuple[str, str]]  # light → its colour and its shape
Shown = list[str | float | None]
Merged = tuple[int, list[tuple[int, int]]]  # a column's place, first and last line of each block


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


def as_text(value: str | float | None) -> str:
    """What a cell shows, as text: how it is compared when the workbook comes back."""
    return plain_number(value) if isinstance(value, int | float) else value or ""


def _content(line: LedgerLine) -> str:
    """An action shows itself among what is to be done; the task's own number and title stand merged before it."""
    return line.content or "" if line.parent is None else "\n".join(filter(None, [line.title, line.content]))


def deadline_words(line: LedgerLine) -> str:
    """The deadline as printed: the day, or without one the plan's own words (长期坚持)."""
    if line.deadline is None:
        return plain(line.deadline_raw or "")
    day = date.fromisoformat(line.deadline)
    return texts.DEADLINE_DAY.format(year=day.year, month=day.month, day=day.day)


def widths(rows: Sequence[Sequence[str | float | None]]) -> list[float]:
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


def page_room(wide: Sequence[float]) -> float:
    """Points of rows that a page surely holds when columns so wide are fitted to it; programs differ by a percent."""
    across = 72 * (PAPER_INCHES[0] - MARGIN_INCHES["left"] - MARGIN_INCHES["right"])
    down = 72 * (PAPER_INCHES[1] - MARGIN_INCHES["top"] - MARGIN_INCHES["bottom"])
    scale = min(100, floor(100 * across / sum(0.75 * pixels(width) for width in wide))) / 100
    return SURELY * down / scale


def pages(points: Sequence[float], room: float) -> list[int]:
    """The page, from 0, on which each row is to be printed."""
    number, used, found = 0, float(sum(HEAD_POINTS)), []
    for row in points:
        if used + row > room:
            number, used = number + 1, float(HEAD_POINTS[-1])
        used += row
        found.append(number)
    return found


def filled(points: Sequence[float], page: Sequence[int], room: float) -> list[float]:
    """The heights, enlarged so that each page but the last is full: then every program breaks the pages alike."""
    found = list(points)
    for first, last in list(blocks(page))[:-1]:
        head = sum(HEAD_POINTS) if first == 0 else HEAD_POINTS[-1]
        spare = (room - head - sum(points[first : last + 1])) / (last - first + 1)
        for place in range(first, last + 1):
            found[place] = min(points[place] + max(spare, 0), ROW_LIMIT)
    return found


def pixels(width: float) -> float:
    """A width in Chinese characters of the body's size, in pixels with the cell's own margins."""
    return width * FONT_SIZE * 96 / 72 + 8


def text_lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of that many Chinese characters, at the worst."""
    room = 2 * width - 1  # half characters; one is lost where a punctuation mark may not start a line
    parts = text.split("\n") if "\n" in text else (text,)
    # A Chinese character is three bytes and two half characters, a letter one and one.
    return sum(ceil((len(part) + len(part.encode())) / 2 / room) or 1 for part in parts)


def height(lines: float) -> float:
    """Points that so many lines of text need."""
    return lines * LINE_POINTS + PADDING_POINTS


def font_size(text: str, width: float) -> float:
    """The size in which a text fits the highest row there can be: the body's, smaller only for the very longest."""
    for size in SIZES:
        if height(text_lines(text, width * FONT_SIZE / size) * size / FONT_SIZE) <= ROW_LIMIT:
            return size
    return SIZES[-1]


def heights(rows: Sequence[Shown], wide: Sequence[float], merged: Sequence[Merged]) -> list[float]:
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
