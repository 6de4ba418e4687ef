"""What only the cells below a header can tell: which of two columns of tasks is the chapter, which names the bureau."""

from typing import TYPE_CHECKING

from desktop_app.documents.folding import fold
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.table_content import Columns
from desktop_app.documents.table_grid import Grid
from desktop_app.documents.table_guess import CONTENT

if TYPE_CHECKING:
    from desktop_app.documents.table_header import Header

_SENTENCE = 16  # letters in the mean: no quantities


def settle_bureau(grid: Grid, header: "Header") -> None:
    """Where one of two 责任单位 columns says the same in every row (the bureau itself), the other names who does it."""
    neutral = header.of("neutral")
    if len(neutral) != 2:
        return
    rows = [row for row in range(header.last + 1, grid.height) if len(grid.own(row)) > 1]  # no note below the table
    kinds = [len({grid.text(row, column) for row in rows if grid.text(row, column)}) for column in neutral]
    if sorted(kinds)[0] == 1 and sorted(kinds)[1] > 1:
        header.columns[neutral[kinds.index(1)]] = "other"


def settle_tasks(grid: Grid, header: "Header") -> None:
    """One column of tasks: a merged one to its left is the section, one to its right tells how."""
    tasks = header.of("task")
    filled = _filled(grid, header, header.of(*CONTENT))
    if not tasks or (filled and not {*filled} & {*tasks}):  # 主要任务 over nothing, and all of it under 目标任务
        for column in tasks:
            del header.columns[column]
        promoted = (filled or header.of(*CONTENT))[0]
        header.columns[promoted] = "task"
        tasks = [promoted]
    tasks = [column for column in tasks if column in filled] or tasks
    number = next(iter(header.of("no")), None)
    blocks = _spans_rows(grid, header, tasks[0]) and (number is None or not _spans_rows(grid, header, number))
    finer = [column for column in header.of(*CONTENT) if column > tasks[0]]
    steps = [column for column in finer if _tells_how(grid, header, column) and not _spans_rows(grid, header, column)]
    several = len(tasks) > 1 or number is not None or (bool(steps) and _is_numbered(grid, header, steps[0]))
    if blocks and steps and not header.of("section") and several:
        header.columns[tasks[0]] = "section"
        header.columns[steps[0]] = "task"
        tasks = [steps[0]]
    elif blocks and steps and number is not None and not _spans_rows(grid, header, number):
        header.columns[tasks[0]] = "action"  # 一级、二级、三级指标 with a number a row: the finest is the task
        header.columns[steps[0]] = "task"
        tasks = [steps[0]]
    for column in header.of("task"):
        if column != tasks[0]:
            header.columns[column] = "action"


def _tells_how(grid: Grid, header: "Header", column: int) -> bool:
    """Whether a column tells what is done: no quantities only, unless its cells alone made it one of these and they
    are sentences."""
    if header.columns[column] != "target":
        return True
    return column in header.unsure and Columns(grid, header.last).length(column) >= _SENTENCE


def settle_pairs(grid: Grid, header: "Header") -> None:
    """Under one word over two columns, what is counted on the left and how many on the right: the left is the task."""
    columns = Columns(grid, header.last)
    for left in header.of("target"):
        shared = grid.first(header.last, left) == grid.first(header.last, left + 1)
        kinds = (columns.kind(left), columns.kind(left + 1)) if shared and left + 1 in header.columns else ()
        if kinds in (("text", "number"), ("text", "figures")):
            header.columns[left] = "task"


def settle_unnamed(grid: Grid, header: "Header") -> None:
    """Columns left of the tasks with no word over them: the rows' numbers, or the chapters."""
    columns = Columns(grid, header.last)
    rows = range(header.first, header.last + 1)
    for column in range(header.of("task")[0]):
        kind = None if any(grid.text(row, column) for row in rows) else columns.kind(column)
        role = "no" if kind == "number" else "section" if kind == "text" and columns.repeats(column) else None
        if role and not header.of(role):
            header.columns[column] = role


def _filled(grid: Grid, header: "Header", columns: list[int]) -> list[int]:
    """Those of these columns in which anything stands below the header."""
    rows = range(header.last + 1, grid.height)
    return [column for column in columns if any(grid.text(row, column) for row in rows)]


def _is_numbered(grid: Grid, header: "Header", column: int) -> bool:
    """Whether most cells of this column open with a number."""
    cells = [text for row in range(header.last + 1, grid.height) if (text := fold(grid.text(row, column)))]
    return sum(mark_at(text, 0, len(text), text) is not None for text in cells) * 5 >= len(cells) * 4 > 0


def _spans_rows(grid: Grid, header: "Header", column: int) -> bool:
    """Whether cells of this column stand for several rows, merged or left blank below."""
    rows = list(range(header.last + 1, grid.height))
    return any(grid.first(row, column)[0] < row and grid.text(row, column) for row in rows) or _blank_below(
        grid, header, column
    )


def _blank_below(grid: Grid, header: "Header", column: int) -> bool:
    rows = [row for row in range(header.last + 1, grid.height) if len(grid.own(row)) > 2]
    filled = sum(bool(grid.text(row, column)) for row in rows)
    return 0 < filled * 2 <= len(rows)
