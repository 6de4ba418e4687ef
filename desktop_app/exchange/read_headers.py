"""Which column of a returned sheet holds what: by our own headers, by other words for them, last by its place."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from desktop_app.exchange.read_aside import is_aside
from desktop_app.exchange.read_meanings import OWN, is_narrowed, meaning, names_units
from desktop_app.exchange.read_periods import within_period
from desktop_app.exchange.read_values import Typed, folded, read_percent, read_status
from desktop_app.exchange.sheet_layout import COLUMNS, EVERY_COLUMN, PLACES, row_of_mark

SURE = 3
_CHOICES = 2
_CORE = ("percent", "text")
_OF_MONTH = re.compile(r"^(?:20\d\d年)?\d{1,2}月(?:份|底|末)?")
SHORTEST_UNIT = 3  # characters
_USUAL = {column.field for column in COLUMNS}
ASKED = {column.field for column in EVERY_COLUMN if column.asked}
# It is another word for the deadline too: only beside a deadline is it the day of finishing.
_DAY_BESIDE_DEADLINE = "完成时间"
_SEAL = re.compile(r"[(\[](?:加?盖?公?章|签章|签字盖章|印章)[)\]]$")
_NUMBER_BEFORE = re.compile(
    r"^(?:\((?:\d{1,3}|[一二三四五六七八九十]{1,3})\)|(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、:])(?!\d)"
)
_MARKS_BEFORE = re.compile(r"^(?:[★☆▲△●○◆■*※]|\((?:重点|新增|牵头|配合)\))+")
_QUOTES = re.compile(r"""["'“”‘’《》〈〉「」『』【】〔〕]""")
_MARKS_AFTER = re.compile(r"(?:[。.;；,，、:*★▲]|\((?:重点|新增|牵头|配合)\))+$")


class Header(NamedTuple):
    """A sheet's header: its first and last line, the column of each field, and of the marks.

    `guessed` are the asked columns known by place alone; `twice` has the field of each column whose header says what
    that of another one says already; `unknown` are the rest; `units` is the column that tells of whom each row is;
    `ticks` are the columns of a choice each, where 本期情况 was split into its choices to be ticked;
    the last line is above the first where the header is gone, and places alone tell.
    """

    top: int
    line: int
    columns: Mapping[str, int]
    marks: int | None
    guessed: frozenset[str]
    twice: Mapping[int, str]
    unknown: tuple[int, ...]
    units: int | None = None
    ticks: Mapping[int, str] = {}  # never changed

    @property
    def is_gone(self) -> bool:
        """Whether no header is left at all: every asked column is known by its place alone."""
        return self.line < self.top and self.guessed >= ASKED.intersection(self.columns)


def header_of(grid: Sequence[Sequence[Any]], depth: int) -> Header | None:
    """The first line, or pair of lines, that names at least two asked columns; None where no line up to `depth` does.

    Without one, the columns stand where we put them, if the marks still stand where we put them; or a line tells of
    tasks and of their progress or rate alone.
    """
    head = ""
    for line, row in enumerate(grid[:depth]):
        words = _folded(row)
        if sum(map(bool, words)) < 2:
            head += "".join(words)
            continue
        words = within_period(words, head)
        below = _folded(grid[line + 1]) if line + 1 < len(grid) and _may_head(grid[line + 1]) else []
        both = _joined(words, below)
        if both and _enough(_named(below)[0]):
            continue
        if both and _enough(_named(both)[0]):
            return _header(grid, (line, line + 1), both)
        if _enough(_named(words)[0]):
            above = _folded(grid[line - 1]) if line else []
            both = _columnwise(above, words)
            more = len(_named(both)[0]) > len(_named(words)[0])
            first = line if more else _first_above(grid, line, _named(words)[0])
            if first < line:
                return _header(grid, (first, first - 1), words)
            return _header(grid, (line - 1 if more else line, line), both if more else words)
    return _by_marks(grid) or _scarce(grid[:depth], grid)


def _first_above(grid: Sequence[Sequence[Any]], line: int, columns: Mapping[str, int]) -> int:
    """The first of the rows right above a header that was sorted in among them, or below them; else its own line."""
    title = columns.get("title", len(grid[line]))
    first = line
    while first and "" not in grid[first - 1][title : title + 1] and not is_aside(grid[first - 1], 0):
        first -= 1
    return first if any(_is_answered(row, columns) for row in grid[first:line]) else line


def _is_answered(row: Sequence[Any], columns: Mapping[str, int]) -> bool:
    """Whether a row that no header stands above is one of a task: it has our mark, or a rate beside words."""
    if any(isinstance(value, str) and _is_mark(value) for value in row):
        return True
    rate, words = (row[columns[field]] if columns.get(field, len(row)) < len(row) else "" for field in _CORE)
    return words != "" and read_percent(Typed(rate)).value is not None


def named_by(row: Sequence[Any]) -> Mapping[str, int]:
    """The columns that a line names, where it names enough of them for a header; else none."""
    columns = _named(_folded(row))[0]
    return columns if _enough(columns) else {}


@lru_cache(maxsize=4096)  # the tasks of a round are looked for in each of its forms
def bare_title(title: str) -> str:
    """A task's folded title without what somebody put to it: “”, ★, 3. (but 12345热线 as it is), 。 or (牵头)."""
    return _NUMBER_BEFORE.sub("", _MARKS_BEFORE.sub("", _MARKS_AFTER.sub("", _QUOTES.sub("", title))))


def without_seal(unit: str) -> str:
    """A unit's name without the place for its seal: 养老科(盖章)."""
    return _SEAL.sub("", unit)


def is_header_word(words: str) -> bool:
    """Whether these words head the column of titles: a header that is repeated on a later page is no row."""
    return meaning(folded(words)) == "title"


def _folded(row: Sequence[Any]) -> list[str]:
    return [folded(value) if isinstance(value, str) else "" for value in row]


def _enough(columns: Mapping[str, int]) -> bool:
    return len(columns.keys() & ASKED) >= 2 and bool(columns.keys() & {"text", "percent", "title"})


def _may_head(row: Sequence[Any]) -> bool:
    """Whether a row may be the second of a header: words only, and no row of a task."""
    filled = [value for value in row if value != ""]
    return all(isinstance(value, str) and not _is_mark(value) for value in filled)


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """The header of two lines, a column at a time; empty where the second line is none."""
    filled = [(over, word) for over, word in zip(above, below, strict=False) if word]
    known = [1 for over, word in filled if meaning(word) or (not meaning(over) and meaning(over + word))]
    if not known or 2 * len(known) < len(filled):
        return []
    return _columnwise(above, below)


def _columnwise(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """What two lines of a header say in each column; a word over several columns names none of them."""
    width = max(len(above), len(below))
    above, below = [*above, *[""] * (width - len(above)), ""], [*below, *[""] * (width - len(below)), ""]
    return [_one(above[n], below[n], not above[n + 1] and bool(below[n + 1])) for n in range(width)]


def _one(above: str, below: str, over_several: bool) -> str:
    """What two cells of a header below each other say: the lower one, unless it only goes on."""
    if not below or meaning(below):
        return below or above
    if meaning(above + below):
        return above + below
    return above if meaning(above) and not over_several else below


def _header(grid: Sequence[Sequence[Any]], lines: tuple[int, int], words: Sequence[str]) -> Header:
    named, twice = _named(words)
    columns = {field: place for field, place in named.items() if field != "mark"}
    rows = grid[lines[1] + 1 :]
    marks = _column_of_marks(rows)
    width = max(len(words), max(map(len, rows), default=0))
    units = next((place for place in range(len(words)) if _tells_units(words, rows, place)), None)
    header = _completed(lines, columns, marks, twice, width, units)
    narrowed = _narrowed(words, named)
    header = header._replace(guessed=header.guessed | narrowed) if narrowed else header
    ticks = {} if "status" in columns else {place: words[place] for place in header.unknown if _is_choice(words, place)}
    if len(ticks) < _CHOICES:
        return header
    return header._replace(ticks=ticks, unknown=tuple(place for place in header.unknown if place not in ticks))


def _is_choice(words: Sequence[str], place: int) -> bool:
    """Whether a column is headed by one of the choices of 本期情况."""
    return place < len(words) and read_status(Typed(words[place])).value is not None


def _tells_units(words: Sequence[str], rows: Sequence[Sequence[Any]], place: int) -> bool:
    """Whether a column names units: 青禾镇, not 张 or 户, in which targets are counted."""
    if not words[place] or not names_units(words[place]):
        return False
    filled = [row[place] for row in rows if place < len(row) and row[place] != ""]
    return bool(filled) and all(isinstance(value, str) and len(folded(value)) >= SHORTEST_UNIT for value in filled)


def _named(words: Sequence[str]) -> tuple[Mapping[str, int], Mapping[int, str]]:
    """The column of each field that is named, our own headers before other words; and the asked ones named again."""
    return _named_in(tuple(words))


@lru_cache(maxsize=64)  # the forms of a round all come back with the same header
def _named_in(words: tuple[str, ...]) -> tuple[Mapping[str, int], Mapping[int, str]]:
    columns: dict[str, int] = {}
    twice: dict[int, str] = {}
    for place, header in enumerate(words):
        field = OWN.get(header)
        if field in columns and field in ASKED:
            twice[place] = field
        elif field:
            columns.setdefault(field, place)
    taken, own = {*columns.values(), *twice}, set(columns)
    for place, header in enumerate(words):
        field = meaning(header) if header and place not in taken else None
        again = field or (meaning(_OF_MONTH.sub("", header)) if header and place not in taken else None)
        if again in columns and again in ASKED and (field is None or field not in own):
            twice[place] = again
        elif field in columns and field in ASKED and field not in own:
            twice[place] = field
        elif field:
            columns.setdefault(field, place)
    if "deadline" in columns and "finished_on" not in columns and _DAY_BESIDE_DEADLINE in words:
        columns["finished_on"] = words.index(_DAY_BESIDE_DEADLINE)
    return columns, twice


def _completed(
    lines: tuple[int, int],
    columns: dict[str, int],
    marks: int | None,
    twice: Mapping[int, str],
    width: int,
    units: int | None,
) -> Header:
    """The header with the columns that only their place tells: as many unnamed ones as are missing between two."""
    known = {**columns, **({} if marks is None else {"mark": marks})}
    taken = {*known.values(), *twice, units}
    guessed: set[str] = set()
    left, run = -1, []
    for field in (*(one.field for one in EVERY_COLUMN if one.field in _USUAL or one.field in known), None):
        place = known.get(field) if field else width
        if place is None and field != "mark":
            run.append(field)
        elif place is not None:
            between = range(left + 1, place)
            if run and len(between) == len(run) and not taken.intersection(between):
                columns |= dict(zip(run, between, strict=True))
                guessed |= ASKED.intersection(run)
            left, run = place, []
    taken |= set(columns.values())
    unknown = tuple(place for place in range(width) if place not in taken)
    return Header(*lines, columns, marks, frozenset(guessed), twice, unknown, units)


def _narrowed(words: Sequence[str], columns: Mapping[str, int]) -> frozenset[str]:
    """The asked columns whose headers say that they hold but a part of what is asked, or what is planned."""
    return frozenset(
        field
        for field, place in columns.items()
        if "(" in words[place] and field in ASKED and is_narrowed(words[place], field)
    )


def _scarce(lines: Sequence[Sequence[Any]], grid: Sequence[Sequence[Any]]) -> Header | None:
    """The first line that names tasks and one thing that is asked of them."""
    for line, words in enumerate(map(_folded, lines)):
        named = _named(words)[0].keys()
        if "title" in named and named & {"text", "percent"}:
            return _header(grid, (line, line), words)
    return None


def _by_marks(grid: Sequence[Sequence[Any]]) -> Header | None:
    """The columns of the usual form, where its marks stand in their own column but no header is left."""
    if _column_of_marks(grid) != PLACES["mark"]:
        return None
    columns = {field: place for field, place in PLACES.items() if field != "mark"}
    first = next(n for n, row in enumerate(grid) if any(isinstance(v, str) and _is_mark(v) for v in row))
    return Header(first, first - 1, columns, PLACES["mark"], frozenset(ASKED & columns.keys()), {}, ())


def _column_of_marks(rows: Sequence[Sequence[Any]]) -> int | None:
    counts: Counter[int] = Counter()
    for row in rows:
        for place, value in enumerate(row):
            if isinstance(value, str) and _is_mark(value):
                counts[place] += 1
        if counts and max(counts.values()) >= SURE:
            break
    return counts.most_common(1)[0][0] if counts else None


def _is_mark(value: str) -> bool:
    return value.startswith("R") and row_of_mark(value) is not None
