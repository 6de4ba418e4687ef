"""An exported ledger that comes back: its rows by their marks, each with its cells and what they said when it left."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.exchange.ledger_layout import COLUMNS
from desktop_app.exchange.ledger_marks import LEDGER_SHEET, LedgerMark, is_task_mark, read_ledger_mark, task_of_mark
from desktop_app.exchange.read_ledger_grid import Cell, Eye
from desktop_app.exchange.read_values import folded
from desktop_app.exchange.read_workbook import Book

DEEPEST = 40
_FEWEST = 4
_FIELD_OF = {folded(column.header): column.field for column in COLUMNS}
FIELDS = tuple(column.field for column in COLUMNS)
Traces = Mapping[str, str]


class OwnRow(NamedTuple):
    """A row: the task it is marked with (None: a new one), its own cells by field, what they said when the file left.

    `traces` is None where the file no longer tells. `inside` where the row lies in the merged title of the one above.
    """

    task: int | None
    line: int
    cells: dict[str, Cell]
    traces: Traces | None
    inside: bool


class OwnLedger(NamedTuple):
    """An exported ledger as it came back; `left` are all tasks that it left with."""

    sheet: str
    mark: LedgerMark
    fields: tuple[str, ...]
    rows: tuple[OwnRow, ...]
    left: frozenset[int]


def mark_of(book: Book) -> LedgerMark | None:
    """The mark of the very hidden sheet; None where there is none, or it is damaged."""
    hidden = next((sheet for sheet in book.sheets if sheet.name == LEDGER_SHEET), None)
    return read_ledger_mark(str(hidden.value(0, 0))) if hidden else None


def read_own_ledger(book: Book, mark: LedgerMark) -> OwnLedger | None:
    """The rows of the ledger's sheet; None where it has no header any more."""
    traces = _traces(book, mark)
    for sheet in book.sheets:
        eye = Eye(sheet)
        found = None if sheet.name == LEDGER_SHEET else _header(eye)
        if found:
            line, places = found
            rows = _rows(eye, line, places, mark, traces)
            if rows:
                return OwnLedger(sheet.name, mark, tuple(places), tuple(rows), frozenset(traces))
    return None


def _header(eye: Eye) -> tuple[int, dict[str, int]] | None:
    for line in range(min(eye.height, DEEPEST)):
        places: dict[str, int] = {}
        for column in eye.own(line):
            field = _FIELD_OF.get(folded(eye.at((line, column))))
            if field:
                places.setdefault(field, column)
        if len(places) >= _FEWEST and "title" in places:
            return line, places
    return None


def _rows(
    eye: Eye, header: int, places: Mapping[str, int], mark: LedgerMark, traces: Mapping[int, Traces]
) -> list[OwnRow]:
    marks = _marks_column(eye, header)
    rows = []
    for line in range(header + 1, eye.height):
        said = eye.text(line, marks) if marks is not None else ""
        task = task_of_mark(said, mark.ledger)
        cells = {field: eye.cell((line, column)) for field, column in places.items() if eye.own_text(line, column)}
        first = eye.first(line, places["title"])
        if cells or task is not None:
            rows.append(OwnRow(task, line, cells, traces.get(task) if task is not None else None, first[0] < line))
    return rows


def _marks_column(eye: Eye, header: int) -> int | None:
    counts = [sum(is_task_mark(eye.text(line, c)) for line in range(header + 1, eye.height)) for c in range(eye.width)]
    return counts.index(max(counts)) if counts and max(counts) else None


def _traces(book: Book, mark: LedgerMark) -> dict[int, Traces]:
    """What each cell said when the file left, by task and field."""
    hidden = next((sheet for sheet in book.sheets if sheet.name == LEDGER_SHEET), None)
    found: dict[int, Traces] = {}
    lines: Sequence[Sequence[object]] = hidden.grid[1:] if hidden else ()
    for said, *kept in lines:
        task = task_of_mark(str(said), mark.ledger)
        if task is not None and kept:
            found[task] = dict(zip(FIELDS, str(kept[0]).split(","), strict=False))
    return found
