"""Merged cells that the end of a page cuts: their words, set in the middle of the whole cell, may stand beyond the
table's edge on one page and be drawn again on the next."""

from collections.abc import Iterable

from desktop_app.documents.reader.pdf_lines import Line
from desktop_app.documents.reader.pdf_rules import Grid

_SAME = 2.0  # points between the borders of one table on two pages
_BEYOND = 12  # heights of a line, the half of a tall cell


def reaching(above: Grid, above_lines: Iterable[Line], below: Grid, below_lines: Iterable[Line]) -> tuple[Grid, Grid]:
    """The last grid of a page and the first of the next, each as far as the words of the cells that are cut reach."""
    if len(above.xs) != len(below.xs) or any(
        abs(one - other) > _SAME for one, other in zip(above.xs, below.xs, strict=True)
    ):
        return above, below
    last = len(above.ys) - 2
    cut = {area[1] for area in above.merged if area[2] == last and area[1] == area[3] and area[0] < last}
    cut |= {area[1] for area in below.merged if area[0] == 0 and area[1] == area[3] and area[2] > 0}
    under = sorted((line for line in above_lines if _middle(line) < above.ys[-1]), key=lambda line: -line.top)
    over = sorted((line for line in below_lines if _middle(line) > below.ys[0]), key=lambda line: line.bottom)
    foot = min([line.bottom for line in _next_to(above.ys[-1], under, above, cut)], default=above.ys[-1])
    head = max([line.top for line in _next_to(below.ys[0], over, below, cut)], default=below.ys[0])
    return above._replace(ys=(*above.ys[:-1], foot)), below._replace(ys=(head, *below.ys[1:]))


def _next_to(edge: float, lines: Iterable[Line], grid: Grid, columns: set[int]) -> list[Line]:
    """The lines from this edge on, as far as each is near it and within one of these columns."""
    found: list[Line] = []
    for line in lines:
        if abs(_middle(line) - edge) > _BEYOND * line.height or not any(_within(line, grid, c) for c in columns):
            break
        found.append(line)
        edge = _middle(line)
    return found


def _within(line: Line, grid: Grid, column: int) -> bool:
    return grid.xs[column] - 1 <= line.left and line.right <= grid.xs[column + 1] + 1


def _middle(line: Line) -> float:
    return (line.bottom + line.top) / 2
