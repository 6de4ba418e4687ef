"""Tables of a PDF that nothing rules: a row of columns' names, and below it rows that their numbers open."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise, takewhile

from desktop_app.documents.folding import fold
from desktop_app.documents.lines import is_title
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.reader.blocks import Area
from desktop_app.documents.reader.pdf_lines import Line, rows_of
from desktop_app.documents.reader.pdf_rules import Grid
from desktop_app.documents.table_words import role_of

_LEAST_NAMES, _LEAST_ROWS = 3, 2
_LONGEST_NAME = 8
_NUMBER = re.compile(r"\d{1,3}[.、]?")
_WIDE = 0.6  # of the table's width: a line of prose
_ROOM = 2.0  # points
_HEADINGS = ("part", "topic", "chinese", "chinese_bracket")


def names_on(lines: list[Line], before: list[Line]) -> list[Line]:
    """The names of the columns of a page's first table, from the left; those of the page before where it has none."""
    header = next(_headers(_rows(lines)), None)
    return _columns(header[1]) if header else before


def borders_of(names: list[Line]) -> list[float]:
    """Where words drawn near each other may belong to two columns: at the columns' names and between them."""
    return [x for one, other in pairwise(names) for x in (other.left - _ROOM, (one.right + other.left) / 2)]


def unruled(lines: list[Line], before: list[Line]) -> list[Grid]:
    """The grids of the tables on a page without ruled lines, the first perhaps under the names on the page before."""
    rows = _rows(lines)
    headers = list(_headers(rows)) or [(0, [])]
    stops = [_end(rows, at) for at, _ in headers[1:]] + [len(rows)]
    grids = [
        _grid(_columns(header) or before, header, rows[at + len(header) : stop])
        for (at, header), stop in zip(headers, stops, strict=True)
    ]
    return [grid for grid in grids if grid]


def _grid(columns: list[Line], header: list[list[Line]], below: list[list[Line]]) -> Grid | None:
    """The grid of the rows under these names of columns; None where nothing opens them, or not at their top."""
    number = next((at for at, name in enumerate(columns) if role_of(fold(name.text)) == "no"), None)
    if len(columns) < _LEAST_NAMES or number is None or not below:
        return None
    width = max(line.right for line in chain(columns, *below)) - columns[0].left
    body = list(takewhile(lambda row: not _is_prose(row, width), below))
    inside = [line for row in body for line in row if not _is_chapter(row)]
    xs = _edges(columns, inside)
    opened = [row for row in body if _is_chapter(row) or _number_in(row, xs[number], xs[number + 1])]
    if not opened or (header and (len(opened) < _LEAST_ROWS or body[0] is not opened[0])):
        return None
    rest = [] if body[0] is opened[0] else body[:1]  # of a row that the page's end cuts
    tops = [max(line.top for line in row) for row in (*header, *rest, *opened)]
    ys = [top + _ROOM / 2 for top in tops] + [min(line.bottom for row in body for line in row) - _ROOM]
    last = len(xs) - 2
    first = len(header) + len(rest)
    across: list[Area] = [(at, 0, at, last) for at, row in enumerate(opened, first) if _is_chapter(row)]
    return Grid(tuple(xs), tuple(ys), tuple(across))


def _end(rows: list[list[Line]], stop: int) -> int:
    """Where a table ends above the next one's header: before its title."""
    while stop < len(rows) and len(rows[stop - 1]) == 1 and is_title(fold(rows[stop - 1][0].text)):
        stop -= 1
    return stop


def _number_in(row: list[Line], left: float, right: float) -> bool:
    return any(left < line.left and line.right < right and _NUMBER.fullmatch(line.text) for line in row)


def _rows(lines: list[Line]) -> list[list[Line]]:
    return rows_of(sorted(lines, key=lambda line: -line.top))


def _headers(rows: list[list[Line]]) -> Iterator[tuple[int, list[list[Line]]]]:
    """Each header: where it begins, and its rows."""
    end = 0
    for at, row in enumerate(rows):
        if at >= end and len(row) >= _LEAST_NAMES and sum(map(_is_name, row)) * 3 >= len(row) * 2:
            header = [row, *takewhile(lambda below: all(map(_is_name, below)), rows[at + 1 : at + _LEAST_NAMES])]
            end = at + len(header)
            yield at, header


def _is_name(line: Line) -> bool:
    return len(line.text) <= _LONGEST_NAME and role_of(fold(line.text)) is not None


def _columns(header: list[list[Line]]) -> list[Line]:
    """The lowest names of columns, from the left: 责任分工 gives way to what stands under it."""
    columns: list[Line] = []
    for row in reversed(header):
        columns += [
            line for line in row if not any(line.left < other.right and other.left < line.right for other in columns)
        ]
    return sorted(columns, key=lambda line: line.left)


def _is_prose(row: list[Line], width: float) -> bool:
    return len(row) == 1 and row[0].right - row[0].left > _WIDE * width and not _is_chapter(row)


def _is_chapter(row: list[Line]) -> bool:
    """Whether a heading with a number stands alone on its height."""
    words = fold(row[0].text)
    mark = mark_at(words, 0, len(words), words)
    return len(row) == 1 and mark is not None and mark.kind in _HEADINGS


def _edges(columns: list[Line], inside: list[Line]) -> list[float]:
    """The left edge of each column and the right one of the last: between two, where the fewest lines cross."""
    xs = [min(line.left for line in (*columns, *inside)) - _ROOM]
    for one, other in pairwise(columns):
        middle = (one.left + one.right) / 2
        places = sorted(
            {other.left - _ROOM, *(line.left - _ROOM for line in inside), *(line.right + _ROOM for line in inside)}
        )
        within = [x for x in places if middle < x < (other.left + other.right) / 2] or [other.left - _ROOM]
        xs.append(min(within, key=lambda x: (sum(line.left < x < line.right for line in inside), abs(x - other.left))))
    return [*xs, max(line.right for line in (*columns, *inside)) + _ROOM]
