"""Tables that reached a text as mere cells, one a line or parted by bars, as a web page's does when it is copied.

Nothing but the order of the cells and what they are is left of such a table. Its header is a run of names of columns;
the cells below it go to the columns in order (`cell_order`), and what was merged with a cell above is left out.
"""

import re
from itertools import pairwise, takewhile
from typing import NamedTuple

from desktop_app.documents.cell_order import Cell, Placed, Rows, is_in_place, placed_in
from desktop_app.documents.folding import fold
from desktop_app.documents.lines import is_day
from desktop_app.documents.numerals import NUMERAL
from desktop_app.documents.reader.blocks import Area, Content, Table, joined, tidy
from desktop_app.documents.run_on import run_on_rows, title_apart
from desktop_app.documents.table_guess import CONTENT, WHO
from desktop_app.documents.table_words import NOTE_ROW, guess_of, role_of
from desktop_app.texts import formats as texts

_EDGES = " \t\u3000\xa0|｜│"
_BAR_SIGN = re.compile("[|｜│]")
_BAR = re.compile(r"[ \t\u3000\xa0]*[|｜│]+[ \t\u3000\xa0]*")
_NUMBER = re.compile(r"[★☆▲△*※]?(\d{1,3})[.、★☆▲△*※]?")  # what counts most is marked so
_BRACKET = re.compile("（[^（）]*）")
_CHAPTER = re.compile(rf"(?:[{NUMERAL}]{{1,3}}、|（[{NUMERAL}]{{1,3}}）|第[{NUMERAL}]{{1,3}}(?:部分|章))")
_LONGEST_PIECE, _MOST_PIECES, _MOST_JOINED = 20, 24, 3
_WHOLE_LABEL = 4  # characters that need no other piece
_LEAST_LABELS = 3  # header words that offices use
_LEAST_ROWS = 2  # of a table whose rows have no numbers
_PLAINLY_LABELS = 6  # so many head a table even of a single row
_MOST_GAP = 3  # rows left out of a printed list
_MOST_IN_ROW, _MOST_CELLS = 120, 20_000
_MOST_TRIES = 50  # headers in one passage: each may make one read to its end
_MOST_AMISS = 1.0  # a cell, on the whole
_EVEN = 1.5  # as many labels as a row has cells
_BELOW = re.compile("附件|附：|抄送|主办：|版权")
_UNITS = ("lead", "co", "neutral")
_SHARED = (*WHO, "deadline", "section")  # what a merged cell says for several rows


class Column(NamedTuple):
    """A column's label, and what it holds."""

    label: str
    role: str | None


def with_tables(content: Content) -> Content:
    """The content with each table that stands in a passage cell by cell as a table; a remark tells of it."""
    blocks: list[str | Table] = []
    for block in content.blocks:
        blocks += [block] if isinstance(block, Table) else _parted(block, sum(isinstance(b, Table) for b in blocks))
    if len(blocks) == len(content.blocks):
        return content
    return content._replace(blocks=joined(blocks), remarks=(*content.remarks, texts.LINE_TABLE))


def _parted(passage: str, tables: int) -> list[str | Table]:
    """The passage, parted by the tables in it."""
    every = [part for line in passage.split("\n") for part in title_apart(line)]
    cells = [cell for at, line in enumerate(every) for cell in _cells(at, line)]
    blocks: list[str | Table] = []
    at = done = tries = 0
    while at < len(cells) and tries < _MOST_TRIES:
        begins = _may_head(cells[at].words)
        found = _table(cells, at) if begins else None
        tries += begins
        if found is None:
            at += 1
            continue
        table, end = found
        number = tables + sum(isinstance(block, Table) for block in blocks) + 1
        blocks += ["\n".join(every[done : cells[at].at]), table._replace(name=texts.TABLE_NAME.format(number=number))]
        done = cells[end].at if end < len(cells) else len(every)
        at = end
    return [*blocks, "\n".join(every[done:])] if blocks else [passage]


def _cells(at: int, line: str) -> list[Cell]:
    """The cells of a line; the first of several opens a row."""
    words = line.strip(_EDGES)
    if run_on := run_on_rows(words):
        return [Cell(at, part, n == 0) for row in run_on for n, part in enumerate(row)]
    if not _BAR_SIGN.search(words):
        return [Cell(at, words)] if words else []
    return [Cell(at, part, n == 0) for n, part in enumerate(_BAR.split(words))]


def _may_head(words: str) -> bool:
    return len(words) <= _LONGEST_PIECE and role_of(fold(words)) in ("no", "section", *CONTENT)


def _table(cells: list[Cell], first: int) -> tuple[Table, int] | None:
    """The table whose header begins at this cell, and where the cells go on after it."""
    pieces = _header(cells, first)
    rows = _rows(cells, first + len(pieces), pieces)
    labels = pieces if cells[first].opens else _labels(pieces, _width(rows))
    columns = [Column(label, role_of(fold(label)) or guess_of(fold(label))) for label in labels]
    known = [column.role for column in columns if column.role]
    roles = {*known}
    if len(known) < _LEAST_LABELS or not roles & {*CONTENT} or not (rows.numbers or roles & {*_UNITS}):
        return None
    ways = _with_number(columns, rows)
    found = [placed_in(rows, [column.role for column in way]) for way in ways]
    cost, placed = min(found, key=lambda each: each[0])
    columns = ways[[each[0] for each in found].index(cost)]
    tasks = [row for row in placed if -1 not in row]
    sure = bool(rows.numbers) or len(tasks) >= _LEAST_ROWS or len(known) >= _PLAINLY_LABELS
    if not tasks or cost > _MOST_AMISS * len(rows.cells) or not sure:
        return None
    if len(tasks) == 1 and len(tasks[0]) < len(columns):
        return None
    spare = _without_spare(tasks, columns)
    return _built(columns, placed), rows.end - spare


def _header(cells: list[Cell], first: int) -> list[str]:
    """The pieces of the header that begins here: a line with bars, or short lines up to a row's number; without 序号
    only what is surely a column's name."""
    if cells[first].opens:
        labels = _row_words(cells, first)
        more = _row_words(cells, first + len(labels))
        goes_on = any(more) and all(role_of(fold(word)) for word in more if word)  # a line broken in the middle of it
        return [*labels, *more] if goes_on else labels
    pieces: list[str] = []
    numbered = role_of(fold(cells[first].words)) == "no"
    for cell in cells[first : first + _MOST_PIECES]:
        long = len(cell.words) > _LONGEST_PIECE or "。" in cell.words
        aside = pieces and _BRACKET.fullmatch(fold(cell.words))  # 进展情况 | （7月）
        if long or _begins(cell.words) or not (numbered or aside or role_of(fold(cell.words))):
            break
        pieces.append(cell.words)
    return pieces


def _row_words(cells: list[Cell], first: int) -> list[str]:
    """The words of the row with bars that opens here; none where none does."""
    row = cells[first : first + 1] if cells[first : first + 1] and cells[first].opens else []
    following = cells[first + 1 : first + _MOST_PIECES] if row else []
    row += takewhile(lambda cell: cell.at == row[0].at and not cell.opens, following)
    return [cell.words for cell in row]


def _begins(words: str) -> bool:
    return bool(_NUMBER.fullmatch(words) or _CHAPTER.match(fold(words)))


def _rows(cells: list[Cell], at: int, header: list[str]) -> Rows:
    """What stands below the header, up to a remark or the end, without the header on further pages."""
    found: list[Cell] = []
    numbers: list[int] = []
    chapters: set[int] = set()
    number, fresh = 0, True  # the last row's number; whether the count may begin anew
    while at < len(cells) and len(found) < _MOST_CELLS:
        words = cells[at].words
        since = len(found) - numbers[-1] if numbers else 0
        if again := _again(cells, at, header):
            at += again
            continue
        if NOTE_ROW.match(fold(words)) or _BELOW.match(words) or is_day(fold(words)) or since > _MOST_IN_ROW:
            break
        if _is_chapter(cells, at, header):
            chapters.add(len(found))
            fresh = True
        elif (said := _next(words, number, fresh or since == _last_width(numbers, header))) is not None:
            numbers.append(len(found))
            number, fresh = said, False
        found.append(cells[at])
        at += 1
    kept = frozenset(numbers) if len(numbers) > 1 or role_of(fold(header[0])) == "no" else frozenset()
    return Rows(found, kept, frozenset(chapters), at)


def _is_chapter(cells: list[Cell], at: int, header: list[str]) -> bool:
    """Whether this is a heading on a line of its own, right above a row, other headings, or the header again."""
    if not _CHAPTER.match(fold(cells[at].words)) or cells[at].opens or at + 1 == len(cells):
        return False
    below = cells[at + 1]
    return below.opens or _begins(below.words) or bool(_again(cells, at + 1, header))


def _again(cells: list[Cell], at: int, header: list[str]) -> int:
    """How many cells from this one on are the header again, what is told in brackets aside; 0 where they are none."""
    if cells[at].words != header[0]:
        return 0
    said = [_BRACKET.sub("", fold(cell.words)) for cell in cells[at : at + len(header)]]
    return len(header) if said == [_BRACKET.sub("", fold(label)) for label in header] else 0


def _last_width(numbers: list[int], header: list[str]) -> int:
    """How many cells a row has, to all appearance: as many as the last one, or as the header."""
    return numbers[-1] - numbers[-2] if len(numbers) > 1 else len(header)


def _next(words: str, number: int, fresh: bool) -> int | None:
    """The number of a row that begins here, `fresh` where any may come (our own rows of a longer list); else None."""
    found = _NUMBER.fullmatch(words)
    said = int(found[1]) if found else None
    follows = said is not None and (number < said <= number + _MOST_GAP or (fresh and (said == 1 or said > number)))
    return said if follows else None


def _width(rows: Rows) -> int:
    """How many cells most rows with a number have, the number among them."""
    stops = sorted({*rows.numbers, *rows.chapters, len(rows.cells)})
    lengths = [end - start for start, end in pairwise(stops) if start in rows.numbers]
    return max(set(lengths), key=lambda length: (lengths.count(length), length), default=0)


def _labels(pieces: list[str], columns: int) -> list[str]:
    """The header's words from its pieces, some of them broken (责任 / 领导), best as many as a row has cells."""
    best: dict[tuple[int, int], tuple[float, list[str]]] = {(0, 0): (0.0, [])}
    for end in range(1, len(pieces) + 1):
        for start in range(max(0, end - _MOST_JOINED), end):
            label = "".join(pieces[start:end])
            worth = _worth(label, pieces[start:end])
            for (at, count), (so_far, labels) in list(best.items()):
                reached = so_far + worth
                if at == start and reached > best.get((end, count + 1), (-1e9, []))[0]:
                    best[end, count + 1] = (reached, [*labels, label])
    whole = {count: found for (at, count), found in best.items() if at == len(pieces)}
    return max(whole.items(), key=lambda each: each[1][0] + _EVEN * (each[0] == columns), default=(0, (0.0, [])))[1][1]


def _worth(label: str, pieces: list[str]) -> float:
    """What speaks for one label of these pieces: a word that offices use best, a joint only where it makes one."""
    if _BRACKET.match(fold(label)):  # （7月） is of the label before it
        return -1e9
    pieces = [piece for piece in pieces if not _BRACKET.fullmatch(fold(piece))]
    joints = len(pieces) - 1
    if joints and all(len(piece) >= _WHOLE_LABEL and role_of(fold(piece)) for piece in pieces):
        return -1e9  # 事项分类 | 事项名称
    if role_of(fold(label)):
        return -0.25 * joints
    if joints and any(role_of(fold(piece)) for piece in pieces):
        return -1e9
    return -0.5 * (2 if joints else 1) * (1 if guess_of(fold(label)) else 3)


def _with_number(columns: list[Column], rows: Rows) -> list[list[Column]]:
    """The columns, with one for the rows' numbers where the header names none: before the first or behind it."""
    if not rows.numbers or any(column.role == "no" for column in columns):
        return [columns]
    return [[*columns[:at], Column(texts.NUMBER_COLUMN, "no"), *columns[at:]] for at in (0, 1)]


def _without_spare(tasks: Placed, columns: list[Column]) -> int:
    """How many cells the last row has more than any other, which are taken from it: what follows the table, from the
    end up to a cell that is in its place."""
    *others, last = (sum(map(len, row.values())) for row in tasks)
    spare = max(0, last - max(*others, len(tasks[0]))) if others else 0
    for taken in range(spare):
        column = max(tasks[-1])
        if is_in_place(tasks[-1][column][-1], columns[column].role):
            return taken
        tasks[-1][column].pop()
        if not tasks[-1][column]:
            del tasks[-1][column]
    return spare


def _built(columns: list[Column], placed: Placed) -> Table:
    """The table: headings over all columns, and cells merged with those above where a row leaves out who is
    responsible, or what its task belongs to."""
    width = len(columns)
    cells: list[tuple[str, ...]] = [tuple(column.label for column in columns)]
    merged: dict[tuple[int, int], int] = {}  # the last row of a merged area by its first cell
    filled: dict[int, int] = {}  # column → the row above whose cell may be merged with those below
    content = [at for at, column in enumerate(columns) if column.role in CONTENT]
    for at, row in enumerate(placed, 1):
        if -1 in row:
            cells.append((tidy(row[-1][0]), *[""] * (width - 1)))
            merged[at, 0] = at
            filled.clear()
            continue
        cells.append(tuple(tidy("\n".join(row.get(column, []))) for column in range(width)))
        shares = not any(column in row for column in range(width) if columns[column].role in ("lead", "neutral"))
        for column, (_, role) in enumerate(columns):
            above = role in _SHARED and (shares or role == "section")
            if column in row:
                filled[column] = at
            elif column in filled and (above or (column in content[:1] and len(content) > 1)):
                merged[filled[column], column] = at
    areas: list[Area] = [
        (top, left, last, width - 1 if left == 0 and top == last else left) for (top, left), last in merged.items()
    ]
    return Table("", tuple(cells), tuple(areas))
