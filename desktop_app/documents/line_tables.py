"""Tables that reached a text as mere cells, one a line or parted by bars, as a web page's does when it is copied.

Nothing but the order of the cells and what they are is left of such a table. Its header is a run of names of columns;
the cells below it go to the columns in order (`cell_order`), and what was merged with a cell above is left out.
"""

import re
from itertools import groupby, pairwise

from desktop_app.documents.cell_order import Cell, Placed, Rows, is_in_place, placed_in
from desktop_app.documents.folding import fold
from desktop_app.documents.header_folds import unfolded
from desktop_app.documents.line_headers import (
    BRACKET,
    CHAPTER,
    LONGEST_PIECE,
    NUMBER,
    Column,
    begins,
    columns_of,
    header_pieces,
    labels_of,
    with_number,
)
from desktop_app.documents.lines import is_day
from desktop_app.documents.reader.blocks import Area, Content, Table, joined, tidy
from desktop_app.documents.run_on import run_on_rows, title_apart
from desktop_app.documents.table_guess import CONTENT, WHO
from desktop_app.documents.table_pages import titles_in, turns_page
from desktop_app.documents.table_words import NOTE_ROW, role_of
from desktop_app.texts import formats as texts

_EDGES = " \t\u3000\xa0|｜│"
_BAR_SIGN = re.compile("[|｜│]")
_BAR = re.compile(r"[ \t\u3000\xa0]*[|｜│]+[ \t\u3000\xa0]*")
_LETTER = re.compile("[一-鿿]")
_LEAST_LABELS = 3  # header words that offices use
_LEAST_ROWS = 2  # of a table whose rows have no numbers
_PLAINLY_LABELS = 6  # so many head a table even of a single row
_MOST_GAP = 3  # rows left out of a printed list
_MOST_IN_ROW, _MOST_CELLS = 120, 20_000
_ENOUGH = 150  # cells
_MOST_TRIES = 50  # headers in one passage: each may make one read to its end
_MOST_AMISS = 1.0  # a cell, on the whole
_FAR = 30  # cells above a header, among them the table's title
_BELOW = re.compile("附件|附：|抄送|主办：|版权")
_UNITS = ("lead", "co", "neutral")
_SHARED = (*WHO, "deadline", "section")  # what a merged cell says for several rows


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
    cells = _upright([cell for at, line in enumerate(every) for cell in _cells(at, line)])
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
        return [Cell(at, words)] if line.strip() else []  # nothing but a bar ends an empty cell
    return [Cell(at, part, n == 0) for n, part in enumerate(_BAR.split(words))]


def _upright(cells: list[Cell]) -> list[Cell]:
    """The cells, letters one below the other (民 / 生 / 保 / 障) as the one word that they are."""
    found: list[Cell] = []
    for is_letter, run in groupby(cells, lambda cell: bool(_LETTER.fullmatch(cell.words))):
        letters = list(run)
        whole = is_letter and len(letters) > 1 and not any(cell.opens for cell in letters)
        found += [letters[0]._replace(words="".join(cell.words for cell in letters))] if whole else letters
    return found


def _may_head(words: str) -> bool:
    return len(words) <= LONGEST_PIECE and role_of(fold(words)) in ("no", "section", *CONTENT)


def _table(cells: list[Cell], first: int) -> tuple[Table, int] | None:
    """The table whose header begins at this cell, and where the cells go on after it."""
    pieces = header_pieces(cells, first)
    rows = _rows(cells, first + len(pieces), pieces)
    labels = pieces if cells[first].opens else labels_of([piece for piece in pieces if piece], _width(rows))
    columns = columns_of(labels)
    known = [column.role for column in columns if column.role]
    roles = {*known}
    if len(known) < _LEAST_LABELS or not roles & {*CONTENT} or not (rows.numbers or roles & {*_UNITS}):
        return None
    ways = [way for each in (labels, *unfolded(labels)) for way in with_number(columns_of(each), rows)]
    first_rows = _opening(rows)
    columns = min(ways, key=lambda way: placed_in(first_rows, [column.role for column in way])[0])
    cost, placed = placed_in(rows, [column.role for column in columns])
    tasks = [row for row in placed if -1 not in row]
    sure = bool(rows.numbers) or len(tasks) >= _LEAST_ROWS or len(known) >= _PLAINLY_LABELS
    if not tasks or cost > _MOST_AMISS * len(rows.cells) or not sure:
        return None
    if len(tasks) == 1 and len(tasks[0]) < len(columns):
        return None
    spare = _without_spare(tasks, columns)
    return _built(columns, placed), rows.end - spare


def _rows(cells: list[Cell], at: int, header: list[str]) -> Rows:
    """What stands below the header, up to a remark or the end, without the header on further pages."""
    found: list[Cell] = []
    numbers: list[int] = []
    chapters: set[int] = set()
    number, fresh = 0, True  # the last row's number; whether the count may begin anew
    titles = titles_in(cell.words for cell in cells[max(0, at - len(header) - _FAR) : at])
    while at < len(cells) and len(found) < _MOST_CELLS:
        words = cells[at].words
        if not words and "" in header:  # a line with nothing but a bar only parts the cells, as in the header
            at += 1
            continue
        since = len(found) - numbers[-1] if numbers else 0
        if again := _again(cells, at, header) or _page_turn(cells, at, header, titles, number):
            at += again
            continue
        if NOTE_ROW.match(fold(words)) or _BELOW.match(words) or is_day(fold(words)) or since > _MOST_IN_ROW:
            break
        if _is_chapter(cells, at, header):
            chapters.add(len(found))
            fresh = True
        elif (said := _next_at(cells, at, number, fresh or since == _last_width(numbers, header))) is not None:
            numbers.append(len(found))
            number, fresh = said, False
        found.append(cells[at])
        at += 1
    kept = frozenset(numbers) if len(numbers) > 1 or role_of(fold(header[0])) == "no" else frozenset()
    return Rows(found, kept, frozenset(chapters), at)


def _opening(rows: Rows) -> Rows:
    """So many of the cells as tell which columns they stand in."""
    end = next((at for at in sorted(rows.numbers) if at >= _ENOUGH), _ENOUGH)
    kept = range(end)
    return Rows(rows.cells[:end], rows.numbers.intersection(kept), rows.chapters.intersection(kept), rows.end)


def _page_turn(cells: list[Cell], at: int, header: list[str], titles: frozenset[str], number: int) -> int:
    """How many cells from this one on only tell that a page ended, the table going on below; 0 where they are none."""
    end = at
    while end < len(cells) and (turns_page(cells[end].words, titles) or (end > at and not cells[end].words)):
        end += 1
    goes_on = end < len(cells) and (_next(cells[end].words, number, False) or _again(cells, end, header))
    return end - at if goes_on else 0


def _is_chapter(cells: list[Cell], at: int, header: list[str]) -> bool:
    """Whether this is a heading on a line of its own, right above a row, other headings, or the header again."""
    if not CHAPTER.match(fold(cells[at].words)) or cells[at].opens:
        return False
    below = next((place for place in range(at + 1, len(cells)) if cells[place].words), None)
    if below is None:
        return False
    return cells[below].opens or begins(cells[below].words) or bool(_again(cells, below, header))


def _again(cells: list[Cell], at: int, header: list[str]) -> int:
    """How many cells from this one on are the header again, what is told in brackets aside; 0 where they are none."""
    if cells[at].words != header[0]:
        return 0
    said = [BRACKET.sub("", fold(cell.words)) for cell in cells[at : at + len(header)]]
    return len(header) if said == [BRACKET.sub("", fold(label)) for label in header] else 0


def _last_width(numbers: list[int], header: list[str]) -> int:
    """How many cells a row has, to all appearance: as many as the last one, or as the header."""
    return numbers[-1] - numbers[-2] if len(numbers) > 1 else len(header)


def _next(words: str, number: int, fresh: bool) -> int | None:
    """The number of a row that begins here, `fresh` where any may come (our own rows of a longer list); else None."""
    found = NUMBER.fullmatch(words)
    said = int(found[1]) if found else None
    follows = said is not None and (number < said <= number + _MOST_GAP or (fresh and (said == 1 or said > number)))
    return said if follows else None


def _next_at(cells: list[Cell], at: int, number: int, fresh: bool) -> int | None:
    """The number of a row that begins here; one that leaves numbers out is none where the missing one follows."""
    said = _next(cells[at].words, number, fresh)
    if said is None or said <= number + 1:
        return said
    following = (cell.words for cell in cells[at + 1 : at + _MOST_IN_ROW])
    return None if any(_next(words, number, False) == number + 1 for words in following) else said


def _width(rows: Rows) -> int:
    """How many cells most rows with a number have, the number among them."""
    stops = sorted({*rows.numbers, *rows.chapters, len(rows.cells)})
    lengths = [end - start for start, end in pairwise(stops) if start in rows.numbers]
    return max(set(lengths), key=lambda length: (lengths.count(length), length), default=0)


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
