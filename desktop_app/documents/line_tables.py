"""Tables that reached a text one cell a line, as a web page's table does when it is copied: put together again.

Nothing but the order of the lines and what they are is left of such a table. Its header is a run of short lines from
序号 on; a new row begins with the number that follows; the cells of a row go to the columns in order, each line to
where its kind belongs (`table_content`). Who is responsible and when is left out in a row whose cells are merged with
those above.
"""

import re
from itertools import groupby
from typing import NamedTuple

from desktop_app.documents.folding import fold
from desktop_app.documents.numerals import NUMERAL
from desktop_app.documents.reader.blocks import Area, Content, Table, joined, tidy
from desktop_app.documents.table_content import is_kind
from desktop_app.documents.table_guess import CONTENT, WHEN, WHO
from desktop_app.documents.table_words import NOTE_ROW, guess_of, role_of
from desktop_app.texts import formats as texts

_EDGES = " \t\u3000\xa0|｜│"
_NUMBER = re.compile(r"(\d{1,3})[.、]?")
_CHAPTER = re.compile(rf"(?:[{NUMERAL}]{{1,3}}、|（[{NUMERAL}]{{1,3}}）|第[{NUMERAL}]{{1,3}}(?:部分|章))")
_LONGEST_PIECE, _MOST_PIECES, _MOST_JOINED = 20, 24, 3
_LEAST_LABELS = 3  # header words that offices use, 序号 among them
_MOST_GAP = 3  # rows left out of a printed list
_MOST_LINES = 6  # of a row, for each column
_MOST_IN_ROW = 120  # lines
_MOST_TRIES = 50  # headers in one passage: each may make one read to its end

_UNITS, _PEOPLE = ("lead", "co", "neutral"), ("leader", "person", "contact")
_HELD = {**dict.fromkeys(_UNITS, "units"), **dict.fromkeys(_PEOPLE, "people"), **dict.fromkeys(WHEN, "days")}
_SHARED = (*WHO, "deadline")  # what a merged cell says for several rows
_EVEN = 1.5  # as many labels as a row has cells
_AMISS, _SPARE, _NO_TASK, _MORE, _MORE_NAMES = 3.0, 1.0, 6.0, 0.5, 2.0


class Line(NamedTuple):
    """A line with anything on it: its place among all lines, and its words without the marks of a table's border."""

    at: int
    words: str


class Row(NamedTuple):
    """A row's number and cells as they came, or a chapter's heading, which has no number."""

    number: str
    lines: tuple[str, ...]


def with_tables(content: Content) -> Content:
    """The content with each table that stands in a passage one cell a line as a table; a remark tells of it."""
    blocks: list[str | Table] = []
    for block in content.blocks:
        blocks += [block] if isinstance(block, Table) else _parted(block, sum(isinstance(b, Table) for b in blocks))
    if len(blocks) == len(content.blocks):
        return content
    return content._replace(blocks=joined(blocks), remarks=(*content.remarks, texts.LINE_TABLE))


def _parted(passage: str, tables: int) -> list[str | Table]:
    """The passage, parted by the tables in it."""
    every = passage.split("\n")
    lines = [Line(at, words) for at, line in enumerate(every) if (words := line.strip(_EDGES))]
    blocks: list[str | Table] = []
    at = done = tries = 0
    while at < len(lines) and tries < _MOST_TRIES:
        begins = len(lines[at].words) <= _LONGEST_PIECE and role_of(fold(lines[at].words)) == "no"
        found = _table(lines, at) if begins else None
        tries += begins
        if found is None:
            at += 1
            continue
        table, end = found
        number = tables + sum(isinstance(block, Table) for block in blocks) + 1
        blocks += ["\n".join(every[done : lines[at].at]), table._replace(name=texts.TABLE_NAME.format(number=number))]
        done = lines[end].at if end < len(lines) else len(every)
        at = end
    return [*blocks, "\n".join(every[done:])] if blocks else [passage]


def _table(lines: list[Line], first: int) -> tuple[Table, int] | None:
    """The table whose header begins at this line, and where the lines go on after it."""
    pieces = [lines[first].words]
    for line in lines[first + 1 : first + _MOST_PIECES]:
        if _begins(line.words) or len(line.words) > _LONGEST_PIECE or "。" in line.words:
            break
        pieces.append(line.words)
    rows, end = _rows(lines, first + len(pieces), pieces)
    tasks = [row for row in rows if row.number]
    if not tasks:
        return None
    lengths = [len(row.lines) for row in tasks]
    labels = _labels(pieces[1:], max(set(lengths), key=lambda length: (lengths.count(length), length)))
    roles = [role_of(fold(label)) or guess_of(fold(label)) for label in labels]
    known = [role for role in roles if role]
    if len(known) + 1 < _LEAST_LABELS or not {*known} & {*CONTENT} or (len(tasks) == 1 and lengths[0] != len(roles)):
        return None
    if max(lengths[:-1], default=0) > _MOST_LINES * len(roles):
        return None
    spare = max(0, lengths[-1] - max(len(roles), *lengths[:-1])) if len(lengths) > 1 else 0
    if spare:  # what follows the table
        rows[-1] = rows[-1]._replace(lines=rows[-1].lines[: lengths[-1] - spare])
    return _built([pieces[0], *labels], roles, rows), end - spare


def _begins(words: str) -> bool:
    return bool(_NUMBER.fullmatch(words) or _CHAPTER.match(fold(words)))


def _rows(lines: list[Line], at: int, header: list[str]) -> tuple[list[Row], int]:
    """The rows from here on, without the header on further pages, and where they end: at a remark, or with the text."""
    rows: list[Row] = []
    number, fresh = 0, True  # the last row's number; whether the count may begin anew
    while at < len(lines):
        words = lines[at].words
        if words == header[0] and [line.words for line in lines[at : at + len(header)]] == header:
            at += len(header) - 1
        elif _is_chapter(lines, at):
            rows.append(Row("", (words,)))
            fresh = True
        elif (said := _next(words, number, fresh)) is not None:
            rows.append(Row(words, ()))
            number, fresh = said, False
        elif not rows or not rows[-1].number or len(rows[-1].lines) == _MOST_IN_ROW or NOTE_ROW.match(fold(words)):
            break
        else:
            rows[-1] = rows[-1]._replace(lines=(*rows[-1].lines, words))
        at += 1
    return rows, at


def _is_chapter(lines: list[Line], at: int) -> bool:
    """Whether this is a heading right above a row's number, or above another heading that is."""
    below = [line.words for line in lines[at + 1 : at + 3]]
    if not below or not _CHAPTER.match(fold(lines[at].words)):
        return False
    return bool(_NUMBER.fullmatch(below[0])) or bool(_CHAPTER.match(fold(below[0])) and _NUMBER.fullmatch(below[-1]))


def _next(words: str, number: int, fresh: bool) -> int | None:
    """The number of a row that begins here; None where the line is a cell."""
    found = _NUMBER.fullmatch(words)
    said = int(found[1]) if found else None
    follows = said is not None and (number < said <= number + _MOST_GAP or (fresh and (said == 1 or not number)))
    return said if follows else None


def _labels(pieces: list[str], columns: int) -> list[str]:
    """The header's words from its lines, some of which may be broken (责任 / 领导), best as many as a row has cells."""
    best: dict[tuple[int, int], tuple[float, list[str]]] = {(0, 0): (0.0, [])}
    for end in range(1, len(pieces) + 1):
        for start in range(max(0, end - _MOST_JOINED), end):
            label = "".join(pieces[start:end])
            worth = _worth(label, end - start - 1)
            for (at, count), (so_far, labels) in list(best.items()):
                reached = so_far + worth
                if at == start and reached > best.get((end, count + 1), (-1e9, []))[0]:
                    best[end, count + 1] = (reached, [*labels, label])
    whole = {count: found for (at, count), found in best.items() if at == len(pieces)}
    return max(whole.items(), key=lambda each: each[1][0] + _EVEN * (each[0] == columns), default=(0, (0.0, [])))[1][1]


def _worth(label: str, joints: int) -> float:
    """What speaks for one label of this many joints: a word that offices use best, a joint only where it makes one."""
    if role_of(fold(label)):
        return -0.25 * joints
    return -0.5 * (2 if joints else 1) * (1 if guess_of(fold(label)) else 3)


def _built(labels: list[str], roles: list[str | None], rows: list[Row]) -> Table:
    """The table under these labels, 序号 and then one a role: headings over all columns, and cells merged with those
    above where a row leaves out who is responsible."""
    width = len(labels)
    cells: list[tuple[str, ...]] = [tuple(labels)]
    merged: list[Area] = []
    filled: dict[int, int] = {}  # column → the row above whose cell may be merged with those below
    for at, row in enumerate(rows, 1):
        if not row.number:
            cells.append((tidy(row.lines[0]), *[""] * (width - 1)))
            merged.append((at, 0, at, width - 1))
            filled.clear()
            continue
        found = _placed(row.lines, roles)
        cells.append((row.number, *(tidy(found.get(column, "")) for column in range(width - 1))))
        shares = not any(column in found for column, role in enumerate(roles) if role in ("lead", "neutral"))
        for column, role in enumerate(roles):
            if column in found:
                filled[column] = at
            elif role in _SHARED and shares and column in filled:
                merged.append((filled[column], column + 1, at, column + 1))
    return Table("", tuple(cells), _longest(merged))


def _longest(merged: list[Area]) -> tuple[Area, ...]:
    """Of the areas that begin in the same cell, the one that reaches lowest."""
    ordered = sorted(merged, key=lambda area: (area[:2], area[2]))
    return tuple(list(run)[-1] for _, run in groupby(ordered, key=lambda area: area[:2]))


def _placed(lines: tuple[str, ...], roles: list[str | None]) -> dict[int, str]:
    """The lines in their columns, in order: the way with the fewest cells amiss, left out, or of several lines."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {-1: (0.0, ())}
    for line in lines:
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for before, (cost, way) in best.items():
            for column in range(max(before, 0), len(roles)):
                left_out = sum(_spared(role) for role in roles[before + 1 : column])
                again = (_MORE_NAMES if roles[column] in _HELD else _MORE) if column == before else 0.0
                total = cost + left_out + again + _amiss(line, roles[column])
                if column not in reached or total < reached[column][0]:
                    reached[column] = (total, (*way, column))
        best = reached
    ends = [(cost + sum(map(_spared, roles[at + 1 :])), way) for at, (cost, way) in best.items()]
    way = min(ends)[1]
    return {
        column: "\n".join(words for words, _ in run)
        for column, run in groupby(zip(lines, way, strict=True), key=lambda each: each[1])
    }


def _spared(role: str | None) -> float:
    return _NO_TASK if role == "task" else _SPARE


def _amiss(line: str, role: str | None) -> float:
    """What it costs to put this line into a column of this role."""
    shadow = fold(line)
    names = [] if shadow.endswith("。") else [kind for kind in ("units", "people", "days") if is_kind(kind, shadow)]
    wanted = _HELD.get(role or "")
    fits = wanted in names if wanted else not (role and names)
    return 0.0 if fits else _AMISS
