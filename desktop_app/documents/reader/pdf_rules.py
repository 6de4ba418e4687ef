"""The ruled lines of a PDF page, and the grids of cells that they draw."""

import ctypes
from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.documents.reader.blocks import Area
from desktop_app.documents.reader.pdf_turn import Box, Turn

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_NEAR = 3.0  # points: a border drawn twice, or two lines that meet
_SHORT = 6.0  # points: shorter strokes are underlines and ticks
_MOST_RULES = 400


class Rule(NamedTuple):
    """A straight line: `at` is its x (vertical) or y (horizontal), `low` and `high` its ends the other way."""

    at: float
    low: float
    high: float


class Rules(NamedTuple):
    """The lines of a page that could be borders."""

    upright: tuple[Rule, ...] = ()
    level: tuple[Rule, ...] = ()


class Grid(NamedTuple):
    """The borders of a table: x from the left, y from the top; which cells are one, as areas of rows and columns."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    merged: tuple[Area, ...]

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column at a point; None outside."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]):
            return None
        row = bisect_right([-top for top in self.ys], -y) - 1
        column = bisect_right(self.xs, x) - 1
        return min(max(row, 0), len(self.ys) - 2), min(max(column, 0), len(self.xs) - 2)


def rules_on(page: "PdfPage", turn: Turn) -> Rules:
    """The lines and the edges of rectangles drawn on a page, its words being upright."""
    from pypdfium2 import raw as pdfium

    upright: list[Rule] = []
    level: list[Rule] = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(
            item, ctypes.byref(left), ctypes.byref(bottom), ctypes.byref(right), ctypes.byref(top)
        ):
            continue
        x0, y0, x1, y1 = turn.upright(Box(left.value, bottom.value, right.value, top.value))
        if x1 - x0 <= _NEAR < _SHORT <= y1 - y0:
            upright.append(Rule((x0 + x1) / 2, y0, y1))
        elif y1 - y0 <= _NEAR < _SHORT <= x1 - x0:
            level.append(Rule((y0 + y1) / 2, x0, x1))
        elif x1 - x0 >= _SHORT and y1 - y0 >= _SHORT:
            upright += [Rule(x0, y0, y1), Rule(x1, y0, y1)]
            level += [Rule(y0, x0, x1), Rule(y1, x0, x1)]
    return Rules(_merged(upright), _merged(level))


def _merged(rules: list[Rule]) -> tuple[Rule, ...]:
    """Lines on the same height whose ends meet as one."""
    found: list[Rule] = []
    for rule in sorted(rules):
        index = next((n for n in range(len(found) - 1, -1, -1) if _same(found[n], rule)), None)
        if index is None:
            found.append(rule)
        else:
            other = found[index]
            found[index] = Rule(other.at, min(rule.low, other.low), max(rule.high, other.high))
        if len(found) > _MOST_RULES:
            return ()
    return tuple(found)


def _same(one: Rule, other: Rule) -> bool:
    return abs(one.at - other.at) <= _NEAR and one.low <= other.high + _NEAR and other.low <= one.high + _NEAR


def grids_of(rules: Rules) -> list[Grid]:
    """The tables that the lines draw, from the top of the page down: of two rows and columns at least.

    One row of three columns is a table too: the last row may stand on a page of its own.
    """
    if len(rules.upright) < 3 or len(rules.level) < 2:
        return []
    grids: list[Grid] = []
    for upright, level in _connected(rules):
        xs, ys = _places(rule.at for rule in upright), _places(rule.at for rule in level)
        if len(xs) > 2 and len(xs) + len(ys) > 5:
            ys.reverse()
            grids.append(Grid(tuple(xs), tuple(ys), _areas(xs, ys, upright, level)))
    return sorted(grids, key=lambda grid: -grid.ys[0])


def _connected(rules: Rules) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that touch, directly or by others, together."""
    groups: list[tuple[list[Rule], list[Rule]]] = []
    for line in rules.level:
        touching = [group for group in groups if any(_meet(other, line) for other in group[0])]
        fresh = [other for other in rules.upright if _meet(other, line)]
        upright = list(dict.fromkeys([*fresh, *(rule for group in touching for rule in group[0])]))
        level = [line, *(rule for group in touching for rule in group[1])]
        groups = [group for group in groups if group not in touching]
        groups.append((upright, level))
    return groups


def _meet(upright: Rule, level: Rule) -> bool:
    return (
        level.low - _NEAR <= upright.at <= level.high + _NEAR
        and upright.low - _NEAR <= level.at <= upright.high + _NEAR
    )


def _places(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _areas(xs: list[float], ys: list[float], upright: list[Rule], level: list[Rule]) -> tuple[Area, ...]:
    """The cells that no line parts: first to the right, then downwards where the whole width is open."""
    beside, below = _by_place(xs, upright), _by_place(ys, level)
    taken: set[tuple[int, int]] = set()
    areas: list[Area] = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            last = column
            while last < len(xs) - 2 and not _covered(beside[last + 1], (ys[row] + ys[row + 1]) / 2):
                last += 1
            bottom = row
            while bottom < len(ys) - 2 and not any(
                _covered(below[bottom + 1], (xs[c] + xs[c + 1]) / 2) for c in range(column, last + 1)
            ):
                bottom += 1
            taken |= {(r, c) for r in range(row, bottom + 1) for c in range(column, last + 1)}
            if (bottom, last) != (row, column):
                areas.append((row, column, bottom, last))
    return tuple(areas)


def _by_place(places: list[float], rules: list[Rule]) -> list[list[Rule]]:
    """For each place, the lines that run along it."""
    return [[rule for rule in rules if abs(rule.at - at) <= _NEAR] for at in places]


def _covered(rules: list[Rule], point: float) -> bool:
    return any(rule.low <= point <= rule.high for rule in rules)
