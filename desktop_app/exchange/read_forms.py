"""A returned workbook as rows of asked cells: all found by what it says, never by where it stands."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from desktop_app.domain.proposal import Note, Severity
from desktop_app.errors import Refused
from desktop_app.exchange.read_values import Typed, folded
from desktop_app.exchange.read_workbook import Book, Place, Sheet, read_book
from desktop_app.exchange.sheet_layout import MARK_SHEET, FormMark, NewerFormat, cell_name, read_mark, row_of_mark
from desktop_app.texts import exchange as texts

HEADER_DEPTH, SURE = 60, 3
_HEADERS = {
    "title": ("重点任务", "任务", "工作任务", "任务名称", "重点工作任务"),
    "status": ("本期情况",),
    "text": ("进展情况", "目前进展", "工作进展", "本期进展"),
    "percent": ("完成率(%)", "完成率", "完成率%", "完成比例", "完成比例(%)"),
    "finished_on": ("办结时间", "办结日期"),
    "problems": ("存在问题", "存在的问题", "问题"),
}
_FIELD_OF = {name: field for field, names in _HEADERS.items() for name in names}
_UNIT_LINE = re.compile(r"填报单位(?:\([^)]*\))?[::](?P<unit>.+)")
_PICTURE = re.compile(r"=(?:_xlfn\.)?DISPIMG\(", re.IGNORECASE)
_ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA"}
ASKED_FIELDS = ("status", "text", "percent", "finished_on", "problems")


class Cell(NamedTuple):
    """An asked cell: what was typed and where; `doubt` says why the value itself is not to be trusted."""

    typed: Typed
    address: str
    doubt: str | None = None
    merged: bool = False


class ReturnedRow(NamedTuple):
    """One row that may answer a round row: its mark ('' for none), the task's title, the asked cells not blank."""

    sheet: str
    mark: str
    title: str
    cells: dict[str, Cell]

    def filled(self) -> bool:
        """Whether anything was typed into the row."""
        return any(cell.doubt or str(cell.typed.raw).strip() for cell in self.cells.values())


class ReturnedForm(NamedTuple):
    """A returned file: what it says of itself, its rows, and what is to be told of it.

    `mark` is None where it is missing or, with `damaged`, spoilt; `head` is what stands above the table, folded.
    """

    name: str
    mark: FormMark | None
    damaged: bool
    modified: str | None
    unit: str | None
    head: str
    rows: tuple[ReturnedRow, ...]
    notes: tuple[Note, ...]


class _Table(NamedTuple):
    """Where a sheet's header is and which column holds what."""

    line: int
    columns: dict[str, int]
    marks: int | None
    twice: tuple[int, ...]


def read_form(data: bytes, name: str) -> ReturnedForm:
    """The form in these bytes; Refused, with the reason, where it is no workbook or has no table of ours."""
    book = read_book(data)
    mark, damaged = _mark(book)
    rows: list[ReturnedRow] = []
    notes: list[Note] = []
    head = ""
    tables = [(sheet, table) for sheet in book.sheets if sheet.name != MARK_SHEET and (table := _table(sheet))]
    if not tables:
        raise Refused(texts.NO_HEADER)
    for sheet, table in tables:
        rows += _rows(sheet, table, book.days_from_1904, notes)
        head += _head(sheet, table.line)
        for place in table.twice:
            said = texts.HEADER_TWICE.format(header=folded(sheet.value(table.line, place)))
            notes.append(Note(Severity.ASK, said, sheet=sheet.name, cell=cell_name(table.line, place)))
    if damaged:
        notes.append(Note(Severity.INFO, texts.MARK_DAMAGED))
    unit = _UNIT_LINE.search(head)
    named = unit["unit"].split("\n")[0] if unit else None
    located = tuple(note._replace(file=name) for note in notes)
    return ReturnedForm(name, mark, damaged, book.modified, named, head, tuple(rows), located)


def _mark(book: Book) -> tuple[FormMark | None, bool]:
    """The form's mark from the hidden sheet or the document's properties; and whether only spoilt ones were found."""
    hidden = next((str(sheet.value(0, 0)) for sheet in book.sheets if sheet.name == MARK_SHEET), None)
    found = [text for text in (hidden, book.mark) if text]
    try:
        marks = [mark for text in found if (mark := read_mark(text))]
    except NewerFormat as error:
        raise Refused(texts.NEWER_FORM) from error
    return (marks[0] if marks else None), bool(found) and not marks


def _table(sheet: Sheet) -> _Table | None:
    """The first line that names at least two asked columns; the column of marks is known by its content."""
    for line, row in enumerate(sheet.grid[:HEADER_DEPTH]):
        columns: dict[str, int] = {}
        twice = []
        for place, value in enumerate(row):
            field = _FIELD_OF.get(folded(value)) if isinstance(value, str) and value else None
            if field in columns:
                twice.append(place)
            elif field:
                columns[field] = place
        if len(columns.keys() - {"title"}) >= 2 and columns.keys() & {"text", "percent"}:
            return _Table(line, columns, _column_of_marks(sheet.grid[line + 1 :]), tuple(twice))
    return None


def _column_of_marks(rows: list[list[Any]]) -> int | None:
    counts: Counter[int] = Counter()
    for row in rows:
        counts.update(place for place, value in enumerate(row) if isinstance(value, str) and _is_mark(value))
        if counts and max(counts.values()) >= SURE:
            break
    return counts.most_common(1)[0][0] if counts else None


def _is_mark(value: str) -> bool:
    return value.startswith("R") and row_of_mark(value) is not None


def _head(sheet: Sheet, line: int) -> str:
    return "".join(f"{folded(value)}\n" for row in sheet.grid[:line] for value in row if value != "")


def _rows(sheet: Sheet, table: _Table, from_1904: bool, notes: list[Note]) -> Iterator[ReturnedRow]:
    """The rows below the header that name a task or hold an answer."""
    origins = _origins(sheet, table)
    merged_lines = {line for line, _ in origins}
    title_column = table.columns.get("title")
    asked = [(field, table.columns[field]) for field in ASKED_FIELDS if field in table.columns]
    for line in range(table.line + 1, len(sheet.grid)):
        if line not in merged_lines and not any(value != "" for value in sheet.grid[line]):
            continue
        found = ((field, _cell(sheet, line, place, origins, from_1904, notes)) for field, place in asked)
        cells = {field: cell for field, cell in found if cell}
        title = "" if title_column is None else str(_filled_down(sheet, line, title_column, origins)).strip()
        mark = "" if table.marks is None else str(sheet.value(line, table.marks)).strip()
        row = ReturnedRow(sheet.name, mark, title, cells)
        if _FIELD_OF.get(folded(title)) != "title" and (mark or title or row.filled()):
            yield row


def _origins(sheet: Sheet, table: _Table) -> dict[Place, Place]:
    """For each place of a merged area below the header but the first: the place that holds its value."""
    last_line = len(sheet.grid) - 1
    return {
        (line, column): first
        for first, last in sheet.merged
        for line in range(max(first[0], table.line + 1), min(last[0], last_line) + 1)
        for column in table.columns.values()
        if first[1] <= column <= last[1] and (line, column) != first
    }


def _filled_down(sheet: Sheet, line: int, column: int, origins: dict[Place, Place]) -> Any:
    first = origins.get((line, column)) if origins else None
    return sheet.value(*first) if first and first[1] == column else sheet.value(line, column)


def _cell(
    sheet: Sheet, line: int, column: int, origins: dict[Place, Place], from_1904: bool, notes: list[Note]
) -> Cell | None:
    """The asked cell at this place; None for one left blank."""
    raw = _filled_down(sheet, line, column, origins)
    if raw == "":
        if not sheet.is_computed(line, column):
            return None
        return Cell(Typed(raw), cell_name(line, column), texts.DOUBT_COMPUTED)
    address = cell_name(line, column)
    doubt = None
    if isinstance(raw, str):
        if _PICTURE.match(raw):
            notes.append(Note(Severity.INFO, texts.PICTURES, sheet=sheet.name, cell=address))
            return None
        if raw.strip() in _ERRORS:
            doubt = texts.DOUBT_ERROR.format(raw=raw.strip())
    merged = sheet.value(line, column) == ""
    return Cell(Typed(raw, sheet.is_percent(line, column), from_1904), address, doubt, merged)
