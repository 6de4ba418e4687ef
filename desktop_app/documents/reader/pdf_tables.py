"""The tables of a PDF: lines of text put into the cells that ruled lines draw, pages of one table joined."""

import re
from collections.abc import Iterable
from itertools import pairwise

from desktop_app.documents.folding import fold
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.reader.blocks import Area, Table, tidy
from desktop_app.documents.reader.pdf_lines import Line, held_together, letters_of, rows_of
from desktop_app.documents.reader.pdf_rules import Grid
from desktop_app.documents.surnames import SURNAMES

_CLOSED = re.compile("[。；！？]$")
_FILLED = 0.6  # of a cell's width: a line that was wrapped fills more
_NAME = 2  # letters of the shortest name
_SPREAD = re.compile(
    "(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:[ \u3000][\u4e00-\u9fff]){3,}(?![\u4e00-\u9fff])"
)  # 市 农 业 农 村|局
_TWO_NAMES = 4  # letters: 甲 乙 丙 丁
LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}[：:]")
_OVER = 0.5  # of a letter's height
_NAMES_WITHIN = 4  # first rows of a table, in which the names of its columns stand
_ROOM = 2.2  # letters free at the end of a cell's line that was broken on purpose


def in_grid(grid: Grid, line: Line) -> tuple[int, int] | None:
    """The row and column in which a line of text stands; None outside the table."""
    return grid.cell((line.left + line.right) / 2, (line.bottom + line.top) / 2)


def overlaid(grid: Grid, lines: Iterable[Line]) -> int:
    """How many lines are drawn over another of their column: cells are too low for their words, and some are hidden."""
    columns: dict[int, list[Line]] = {}
    for line in lines:
        if place := in_grid(grid, line):
            columns.setdefault(place[1], []).append(line)
    return sum(
        _is_over(one, other)
        for column in columns.values()
        for one, other in pairwise(sorted(column, key=lambda line: -line.top))
    )


def _is_over(one: Line, other: Line) -> bool:
    """Whether words are drawn over other words; the same ones drawn twice are bold."""
    deep = min(one.top, other.top) - max(one.bottom, other.bottom)
    wide = min(one.right, other.right) - max(one.left, other.left)
    low = min(one.height, other.height)
    return deep > _OVER * low and wide > _OVER * low and one.text != other.text


def table_of(grid: Grid, lines: list[Line], name: str) -> Table:
    """The table with these lines in its cells."""
    anchors = {
        (row, column): (area[0], area[1])
        for area in grid.merged
        for row in range(area[0], area[2] + 1)
        for column in range(area[1], area[3] + 1)
    }
    cells: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        place = in_grid(grid, line)
        if place:
            cells.setdefault(anchors.get(place, place), []).append(line)
    ends = {(area[0], area[1]): area[3] for area in grid.merged}
    rows = tuple(
        tuple(
            _cell(cells.get((row, column), []), grid.xs[column], grid.xs[ends.get((row, column), column) + 1])
            for column in range(len(grid.xs) - 1)
        )
        for row in range(len(grid.ys) - 1)
    )
    return Table(name, rows, grid.merged)


def _cell(lines: list[Line], left: float, right: float) -> str:
    """A cell's lines as text: wrapped ones joined; kept apart where the next words would have found room, where one
    ends a sentence early, and where a number or a label (配合：) opens one."""
    text = ""
    last: Line | None = None
    for row in rows_of(sorted(lines, key=lambda line: -line.top)):
        words = _SPREAD.sub(_closed_up, "".join(line.text for line in row))
        if last:
            folded = fold(words)
            closed = bool(_CLOSED.search(last.text))
            labelled = LABEL.match(words) and not last.text[-1:].isdigit()  # …；9 | 月底：验收
            opens = labelled or (closed and mark_at(folded, 0, len(folded), words))
            early = closed and right - last.right > _ROOM * last.height
            text += "\n" if opens or early or _has_room(right - left, last, words) else ""
        text += words
        last = row[-1]._replace(left=row[0].left, text=words)
    return tidy(text)


def _closed_up(spread: re.Match[str]) -> str:
    """Letters that were spread over a cell's line, without the blanks between them; two persons' names stay."""
    letters = spread[0].split()
    people = len(letters) == _TWO_NAMES and all(letter in SURNAMES for letter in letters[::2])
    return spread[0] if people else "".join(letters)


def _has_room(width: float, line: Line, words: str) -> bool:
    """Whether the first of the next words would have fitted behind a line with much of so wide a cell left."""
    letters = letters_of(line.text)
    return letters >= _NAME and (line.right - line.left) * (1 + held_together(words) / letters) < _FILLED * width


def continued(above: Table, below: Table) -> Table | None:
    """Both as one where `below` is the next page of `above`; a row broken by the page's end is made whole."""
    if not above.rows or not below.rows or len(above.rows[0]) != len(below.rows[0]):
        return None
    below = _without_names(above, below)
    rows, rest, shift = list(above.rows), list(below.rows), len(above.rows)
    first, last = rest[0], rows[-1]
    wide = any(area[0] == 0 and area[3] > area[1] for area in below.merged)
    broken = not first[0] and not wide and 0 < sum(map(bool, first)) * 2 <= sum(map(bool, last))
    if broken:
        rows[-1] = tuple(upper + lower for upper, lower in zip(last, first, strict=True))
        rest, shift = rest[1:], shift - 1
    merged = _over_the_end(above, below, shift, broken)
    moved = [(top + shift, left, bottom + shift, right) for top, left, bottom, right in below.merged]
    fresh = [area for area in moved if area[0] >= len(above.rows)]
    merged += [area for area in fresh if not any(_covers(other, area) for other in merged)]
    return Table(above.name, (*rows, *rest), tuple(merged))


def _without_names(above: Table, below: Table) -> Table:
    """The next page of a table without the names of its columns where it repeats them all at its top."""
    for first in range(min(_NAMES_WITHIN, len(above.rows))):
        alike = 0
        for one, other in zip(above.rows[first:], below.rows, strict=False):
            if sum(map(bool, one)) < _NAME or [_bare(cell) for cell in one] != [_bare(cell) for cell in other]:
                break
            alike += 1
        if 0 < alike < len(below.rows):
            areas = ((top - alike, left, bottom - alike, right) for top, left, bottom, right in below.merged)
            merged = tuple(area for area in areas if area[0] >= 0)
            return below._replace(rows=below.rows[alike:], merged=merged)
    return below


def _bare(cell: str) -> str:
    return "".join(cell.split())


def _over_the_end(above: Table, below: Table, shift: int, broken: bool) -> list[Area]:
    """The merged cells of `above`, those that the page's end cuts with their empty rest on the next page."""
    last = len(above.rows) - 1
    rests = {area[1]: area[2] for area in below.merged if area[0] == 0 and not below.rows[0][area[1]]}
    if broken:
        rests = {column: 0 for column, text in enumerate(below.rows[0]) if not text} | rests
    found: list[Area] = []
    for top, left, bottom, right in above.merged:
        cut = bottom == last and left in rests
        found.append((top, left, rests.pop(left) + shift if cut else bottom, right))
    alone = [(last, left, rest + shift, left) for left, rest in rests.items() if rest and above.rows[last][left]]
    return [*found, *alone]


def _covers(area: Area, other: Area) -> bool:
    return area[0] <= other[0] and area[1] <= other[1] and area[2] >= other[2] and area[3] >= other[3]
