"""From lines on pages to passages and tables: page headers and numbers left out, columns one after the other."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from desktop_app.documents.folding import fold
from desktop_app.documents.marks import classified_mark
from desktop_app.documents.reader.blocks import Table
from desktop_app.documents.reader.pdf_cut_cells import reaching
from desktop_app.documents.reader.pdf_lines import Line, letters_of, rows_of
from desktop_app.documents.reader.pdf_paragraphs import Column, Flow
from desktop_app.documents.reader.pdf_rules import Grid
from desktop_app.documents.reader.pdf_tables import continued, in_grid, table_of
from desktop_app.texts import formats as texts

_NUMBER = r"第? *(?:\d{1,4}|[一二三四五六七八九十百]{1,4}) *页?"
_PAGE_NUMBER = re.compile(
    rf"[—\-~·.|/ ]*(?:第? *\d{{1,4}} *页?|{_NUMBER}页|{_NUMBER} *[，,/ of—]*(?:共|总)? *\d{{1,4}} *页?)[—\-~·.|/ ]*|"
    r"page *\d+(?: *of *\d+)?",
    re.IGNORECASE,
)
_DASHED_NUMBER = re.compile(r"[—-]+ *\d{1,4} *[—-]+")  # nothing else is written so; it may stand further in
_MARGIN, _DASHED_MARGIN = 0.13, 0.25  # of the page's height: where headers, footers and page numbers stand
_LEAST_SIDE = 4  # lines on each side before a page counts as having two columns
_SHORT = 0.6  # of a table's width: above it, only titles are so short
_WORDS = 4  # letters of a line from which its width tells that of a letter


class Page(NamedTuple):
    """A page's height in points, its lines, and the grids of its tables."""

    height: float
    lines: list[Line]
    grids: tuple[Grid, ...] = ()


class _Words(NamedTuple):
    """Lines outside tables, and how far to the right they could have gone at least."""

    lines: list[Line]
    right: float = 0.0


def body_of(pages: list[Page]) -> list[Page]:
    """The pages without what stands at the same edge of most of them, and without page numbers."""
    said = Counter(key for page in pages for key in {_edge_key(page, line) for line in page.lines} if key)
    often = {key for key, count in said.items() if count >= 3 and count * 2 >= len(pages)}
    if len(pages) == 2:
        often = {key for key, count in said.items() if count == 2 and "#" not in key}
    return [page._replace(lines=[line for line in page.lines if not _is_edge(page, line, often)]) for page in pages]


def _edge_key(page: Page, line: Line) -> str | None:
    """What a line at the upper or lower edge says, digits aside; None for a line in the middle of the page."""
    top = line.bottom > page.height * (1 - _MARGIN)
    if not top and line.top > page.height * _MARGIN:
        return None
    return ("^" if top else "_") + re.sub(r"\d+", "#", re.sub(r"\s", "", line.text))


def _is_edge(page: Page, line: Line, often: set[str]) -> bool:
    key = _edge_key(page, line)
    if key is None and _is_dashed_number(page, line):
        return not any(in_grid(grid, line) for grid in page.grids)
    if key is None or classified_mark(line.text) or any(in_grid(grid, line) for grid in page.grids):
        return False
    return key in often or bool(_PAGE_NUMBER.fullmatch(fold(line.text).strip()))


def _is_dashed_number(page: Page, line: Line) -> bool:
    low, high = page.height * _DASHED_MARGIN, page.height * (1 - _DASHED_MARGIN)
    return not low < line.top < high and bool(_DASHED_NUMBER.fullmatch(fold(line.text).strip()))


def blocks_of(pages: list[Page]) -> Iterator[str | Table]:
    """The paragraphs, indented ones with their blanks, also those over a page's end, and the tables, in order."""
    table: Table | None = None
    number = 0
    flow = Flow()
    gutter: float | None = None
    for page in _with_cut_cells(pages):
        for part in _parts(page):
            if not isinstance(part, _Words):
                number += 1
                next_table = table_of(*part, texts.TABLE_NAME.format(number=number))
                whole = continued(table, next_table) if table else None
                if table and not whole:
                    yield table
                yield from flow.end()
                table = whole or next_table
                continue
            if table and part.lines:
                yield table
                table = None
            gutter = _gutter_of(part.lines, gutter)
            for column in columns_of(part.lines, gutter):
                yield from flow.add(column._replace(right=max(column.right, part.right)))
    yield from flow.end()
    if table:
        yield table


def _with_cut_cells(pages: list[Page]) -> list[Page]:
    """The pages, the tables that go on from one to the next as high as their words are."""
    whole = list(pages)
    for place in range(1, len(whole)):
        before, after = whole[place - 1 : place + 1]
        if before.grids and after.grids:
            last, first = reaching(before.grids[-1], before.lines, after.grids[0], after.lines)
            whole[place - 1] = before._replace(grids=(*before.grids[:-1], last))
            whole[place] = after._replace(grids=(first, *after.grids[1:]))
    return whole


def _parts(page: Page) -> Iterator[_Words | tuple[Grid, list[Line]]]:
    """The page from the top: lines outside tables, and each grid with the lines in it."""
    left = page.lines
    for grid in page.grids:
        inside: list[Line] = []
        above: list[Line] = []
        below: list[Line] = []
        for line in left:
            over = line.bottom >= grid.ys[0] - line.height
            (inside if in_grid(grid, line) else above if over else below).append(line)
        if inside:
            yield _Words(above, _edge_over(grid, above))
            yield grid, inside
            left = below
    yield _Words(left)


def _edge_over(grid: Grid, above: list[Line]) -> float:
    """How far short lines above a table could have gone: as far as the table; else 0, for text tells by itself."""
    width = grid.xs[-1] - grid.xs[0]
    is_short = all(line.right - line.left < _SHORT * width for line in above)
    return grid.xs[-1] if is_short else 0.0


def _gutter_of(lines: list[Line], before: float | None) -> float | None:
    """The gutter of a page; a last one with a line or two in its second column has that of the page before it."""
    own = _gutter(lines, _letter_of(lines)) if lines else before
    if own is not None or before is None:
        return own
    kept = all(line.right <= before or line.left >= before for line in lines)
    return before if kept and any(line.left >= before for line in lines) else None


def _letter_of(lines: list[Line]) -> float:
    words = [line for line in lines if len(line.text) > _WORDS] or lines  # a bar or a digit is of any width
    return max(median(_letter(line) for line in words), 1.0)


def columns_of(lines: list[Line], gutter: float | None) -> list[Column]:
    """The columns of a page in reading order; lines across both part the page into bands."""
    if not lines:
        return []
    letter = _letter_of(lines)
    if gutter is None:
        return [_column(_sorted(lines), letter)]
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    columns: list[Column] = []
    band: list[Line] = []
    for line in [*_sorted(lines), None]:
        if line is not None and not line.left < gutter < line.right:
            band.append(line)
            continue
        sides = ([other for other in band if other.right <= gutter], [other for other in band if other.left >= gutter])
        columns += [_column(side, letter) for side in sides if side]
        band = []
        if line is not None:
            columns.append(Column([line], left, right, letter))
    return columns


def _column(lines: list[Line], letter: float) -> Column:
    """The edges: the left one where many lines begin, the right one where the longest end."""
    lefts = Counter(round(line.left / 4) for line in lines if len(line.text) > 8)
    common = min((left for left, count in lefts.items() if count * 5 >= sum(lefts.values())), default=None)
    left = min((line.left for line in lines if common is None or round(line.left / 4) == common), default=0.0)
    return Column(lines, left, max(line.right for line in lines), letter)


def _letter(line: Line) -> float:
    """The width of a full-width character in this line."""
    return (line.right - line.left) / max(letters_of(line.text), 1.0)


def _sorted(lines: list[Line]) -> list[Line]:
    """From the top down; the order in which the file draws them is kept where it already goes down the page."""
    falls = sum(1 for one, other in pairwise(lines) if other.bottom > one.top)
    if not falls:
        return lines
    return [line for row in rows_of(sorted(lines, key=lambda line: -line.top)) for line in row]


def _gutter(lines: list[Line], letter: float) -> float | None:
    """The middle of the empty strip between two columns; None where the page has but one."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    best: tuple[int, float] | None = None
    middle, step = (left + right) / 2, max(letter / 2, (right - left) / 120)
    reach = int((right - left) / 6 / step) if step > 0 else 0
    for offset in range(-reach, reach + 1):
        at = middle + offset * step
        crossing = sum(line.left < at < line.right for line in lines)
        before = [line for line in lines if line.right <= at]
        after = [line for line in lines if line.left >= at]
        if min(len(before), len(after)) < _LEAST_SIDE or crossing * 3 > len(lines) or not _are_columns(before, after):
            continue
        if best is None or crossing < best[0] or (crossing == best[0] and abs(at - middle) < abs(best[1] - middle)):
            best = (crossing, at)
    return best[1] if best else None


def _are_columns(left: list[Line], right: list[Line]) -> bool:
    """Whether both sides are running text over the same height, not labels with values or the cells of a table."""
    shared = min(max(line.top for line in left), max(line.top for line in right)) - max(
        min(line.bottom for line in left), min(line.bottom for line in right)
    )
    if shared <= 0:
        return False
    widths = [line.right - line.left for line in (*left, *right)]
    full = max(widths)
    return sum(width > 0.6 * full for width in widths) * 2 > len(widths)
