"""A returned workbook as rows of asked cells: all found by what it says, never by where it stands."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from desktop_app.domain.proposal import Note, Severity
from desktop_app.errors import Refused
from desktop_app.exchange.read_aside import is_aside, is_sum
from desktop_app.exchange.read_cells import PICTURE, Cell, beside, heads, is_filled, remarked, stray, strike, ticked
from desktop_app.exchange.read_continued import continued
from desktop_app.exchange.read_headers import Header, is_header_word
from desktop_app.exchange.read_kind import Kind, Opened, opened
from desktop_app.exchange.read_parts import heads_otherwise, parted
from desktop_app.exchange.read_turned import named_as_it_is, noted_as_it_is, tables_of, turned
from desktop_app.exchange.read_units import head_of, heads_within, line_of, unit_in, unit_of
from desktop_app.exchange.read_unread import unread_in, unread_sheet
from desktop_app.exchange.read_values import Typed
from desktop_app.exchange.read_workbook import Book, Sheet, book_of
from desktop_app.exchange.sheet_layout import EVERY_COLUMN, MARK_SHEET, FormMark, NewerFormat, cell_name, read_mark
from desktop_app.office.formats import Place
from desktop_app.texts import astray, returned
from desktop_app.texts import exchange as texts

HEADERS = {column.field: column.header for column in EVERY_COLUMN}
_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|GETTING_DATA|SPILL!|CALC!)|Err:\d{3}")
ASKED_FIELDS = tuple(column.field for column in EVERY_COLUMN if column.asked)
PRINTED_FIELDS = ("no", "content", "targets", "deadline", "last")
_MARKED = re.compile(r"R\d")
_ODD_STARTS = ("", "=", "#", "E")  # of a picture, an error, or blanks
Origins = dict[Place, Place]
_make = tuple.__new__  # a record of values that are complete, without a call in Python for each of thousands


class ReturnedRow(NamedTuple):
    """One row that may answer a round row: its mark ('' for none), the task's title, the asked cells not blank.

    `printed` has what stands in the locked columns, a value for each of `PRINTED_FIELDS` ('' for none); `line` and
    `columns` are the row's place and those of the fields; `loose` has all words of a row without a title; `unit` is
    the unit that the sheet names in the row or above it; a `turned` row stands upright in the sheet.
    """

    sheet: str
    mark: str
    title: str
    cells: dict[str, Cell]
    printed: tuple[Any, ...]
    line: int
    columns: Mapping[str, int]
    loose: tuple[str, ...] = ()
    unit: str = ""
    turned: bool = False

    def words_of(self, field: str) -> Any:
        """What stands in a locked column."""
        return self.printed[PRINTED_FIELDS.index(field)]

    def address(self, field: str) -> str:
        """The cell of a field."""
        place = self.columns[field]
        return cell_name(place, self.line) if self.turned else cell_name(self.line, place)

    def filled(self) -> bool:
        """Whether anything was typed into the row."""
        return any(map(is_filled, self.cells.values()))


class Part(NamedTuple):
    """That a form is but the rows of one unit in a file of several; `sent_to` is whose file it is ('': nobody's)."""

    unit: str
    sent_to: str


class ReturnedForm(NamedTuple):
    """A returned file: what it says of itself, its rows, and what is to be told of it.

    `headless`: no header is left, and its columns are read by where we had put them;
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
    part: Part | None = None
    headless: bool = False


def read_form(data: bytes, name: str) -> ReturnedForm:
    """The form in these bytes; Refused, with the reason, where it cannot be read or has no table of ours."""
    return form_of(opened(data), name)


def form_of(file: Opened, name: str) -> ReturnedForm:
    """The form in a file whose kind is known."""
    book = book_of(file)
    mark, damaged = _mark(book)
    rows: list[ReturnedRow] = []
    notes: list[Note] = []
    head = ""
    sheets = [sheet for sheet in book.sheets if sheet.name != MARK_SHEET]
    tables = tables_of(sheets)
    on_side = [] if tables else tables_of([other for sheet in sheets if (other := turned(sheet))])
    if not tables and not on_side:
        raise Refused(_without_table(file))
    todo = list(tables or on_side)
    while todo:
        sheet, table = todo.pop(0)
        again: list[int] = []
        found = list(_rows(sheet, table, book.days_from_1904, notes, again))
        rows += found
        if again:
            sheet, below = parted(sheet, table, again[0])
            todo.insert(0, below)
        head += head_of(turned(sheet) or sheet, min(table.columns.values())) if on_side else head_of(sheet, table.top)
        if table.marks is None and "title" in table.columns:  # marked rows tell their rounds themselves
            head += heads_within(sheet, table.line, table.columns["title"])
        for place, field in table.twice.items():
            if heads(sheet, table, place) == heads(sheet, table, table.columns[field]):
                said = texts.HEADER_TWICE.format(header=heads(sheet, table, place))
                notes.append(Note(Severity.ASK, said, sheet=sheet.name, cell=cell_name(table.line, place)))
        last = next((row.line for row in reversed(found) if row.mark or row.cells), table.line)
        notes += unread_in(sheet, table, last, _passed_over(found, table.line, last))
    read = {sheet.name for sheet, _ in tables or on_side}
    for sheet in sheets if len(sheets) > len(read) else ():
        notes += unread_sheet(sheet) if sheet.name not in read else ()
    if not all(row.mark or row.title for row in rows):
        rows = continued(rows)
    if on_side:
        rows, notes = [named_as_it_is(row) for row in rows], [noted_as_it_is(note) for note in notes]
        notes.append(Note(Severity.INFO, astray.TURNED))
    pictures = len(file.package.under("xl/media/")) if file.package else 0
    if pictures and not any(note.text == texts.PICTURES for note in notes):
        severity = Severity.INFO if any(row.cells for row in rows) else Severity.ASK  # perhaps a picture of the answers
        notes.append(Note(severity, returned.PICTURES_ON_SHEET.format(count=pictures)))
    if damaged:
        notes.append(Note(Severity.INFO, texts.MARK_DAMAGED))
    located = tuple(note._replace(file=name) for note in notes)
    headless = any(table.is_gone for _, table in tables or on_side)
    unit = unit_in(head) or None
    return ReturnedForm(name, mark, damaged, book.modified, unit, head, tuple(rows), located, headless=headless)


def _passed_over(rows: Sequence[ReturnedRow], header: int, last: int) -> Collection[int]:
    """The lines below the header and above the last row that are no rows."""
    below = sum(1 for _ in takewhile(lambda row: row.line > last, reversed(rows)))
    return (
        ()
        if len(rows) - below >= last - header
        else set(range(header + 1, last)).difference([row.line for row in rows])
    )


def _without_table(file: Opened) -> str:
    if file.kind in (Kind.WORD, Kind.OLD_WORD):
        return returned.FILE_WORD
    return returned.FILE_KIND if file.kind is Kind.TEXT else returned.NO_HEADER


def _mark(book: Book) -> tuple[FormMark | None, bool]:
    """The form's mark from the hidden sheet or the document's properties; and whether only spoilt ones were found."""
    hidden = next((str(sheet.value(0, 0)) for sheet in book.sheets if sheet.name == MARK_SHEET), None)
    found = [text for text in (hidden, book.mark) if text]
    try:
        marks = [mark for text in found if (mark := read_mark(text))]
    except NewerFormat as error:
        raise Refused(texts.NEWER_FORM) from error
    return (marks[0] if marks else None), bool(found) and not marks


def _rows(sheet: Sheet, table: Header, from_1904: bool, notes: list[Note], again: list[int]) -> Iterator[ReturnedRow]:
    """The rows below the header that name a task or hold an answer, down to a header of other columns (`again`)."""
    origins = _origins(sheet, table)
    merged_lines = {line for line, _ in origins}
    columns = table.columns
    asked = [(field, columns[field]) for field in ASKED_FIELDS if field in columns]
    printed = [columns.get(field) for field in PRINTED_FIELDS]
    by_place = () if table.is_gone else table.guessed  # without any header the whole form is asked about
    titles = columns.get("title")
    loose: tuple[str, ...] = ()
    named = unit_in(head_of(sheet, table.top))
    for line in range(table.line + 1, len(sheet.grid)):
        values = sheet.grid[line]
        merged = origins if line in merged_lines else {}
        if not merged and values.count("") == len(values):
            continue
        mark = "" if table.marks is None else str(values[table.marks]).strip()
        title = _title(sheet, line, titles, {} if mark else merged)
        if not mark:
            named = unit_in(line_of(values)) or named
            if _is_set_aside(sheet, line, line - table.line, notes):
                continue
            if heads_otherwise(values, table):
                again.append(line)
                return
        if not _MARKED.match(mark) and is_header_word(title):
            continue
        cells: dict[str, Cell] = {}
        for field, column in asked:
            if merged or values[column] != "" or (line, column) in sheet.computed:
                cell = _cell(sheet, line, column, merged, from_1904, notes)
                if cell:
                    cells[field] = _by_place(sheet, table, field, cell) if field in by_place else cell
        if table.ticks:
            ticked(sheet, table, line, cells)
        if sheet.struck:
            strike(sheet, line, columns, cells)
        if sheet.remarks:
            remarked(sheet, line, columns, cells)
        if table.twice:
            beside(sheet, table, line, cells)
        if sheet.percents is None:
            stray(cells)
        locked = tuple(["" if column is None else values[column] for column in printed])
        if titles is None:
            loose = tuple(v for v in values if isinstance(v, str) and v)
        unit = named if table.units is None else unit_of(sheet, line, table.units, named)
        row = _make(ReturnedRow, (sheet.name, mark, title, cells, locked, line, columns, loose, unit, False))
        if mark or title or row.filled():
            yield row


def _is_set_aside(sheet: Sheet, line: int, below: int, notes: list[Note]) -> bool:
    """Whether a line without a mark is no row of a task; of a sum it is told."""
    if is_aside(sheet.grid[line], below):
        return True
    if is_sum(sheet.grid[line]):
        notes.append(Note(Severity.INFO, astray.SUM_UNREAD.format(line=line + 1), sheet=sheet.name))
        return True
    return False


def _title(sheet: Sheet, line: int, column: int | None, origins: Origins) -> str:
    """The title printed in a row; a marked row has its own, not one that was merged over it."""
    return "" if column is None else str(_filled_down(sheet, line, column, origins)).strip()


def _by_place(sheet: Sheet, table: Header, field: str, cell: Cell) -> Cell:
    """The cell, in doubt because only the place of its column tells what it is; a choice tells that itself."""
    if field == "status" and cell.typed.raw in texts.STATUSES:
        return cell
    header = str(sheet.value(table.line, table.columns[field])).strip() if table.line >= table.top else ""
    header = header or texts.NO_HEADER_WORDS
    return cell._replace(unsure=texts.DOUBT_COLUMN.format(header=header, field=HEADERS[field]))


def _origins(sheet: Sheet, table: Header) -> Origins:
    """For each place of a merged area below the header but the first: the place that holds its value."""
    last_line = len(sheet.grid) - 1
    return {
        (line, column): first
        for first, last in sheet.merged
        if last[0] > table.line
        for line in range(max(first[0], table.line + 1), min(last[0], last_line) + 1)
        for column in table.columns.values()
        if first[1] <= column <= last[1] and (line, column) != first
    }


def _filled_down(sheet: Sheet, line: int, column: int, origins: Origins) -> Any:
    first = origins.get((line, column)) if origins else None
    return sheet.value(*first) if first and first[1] == column else sheet.value(line, column)


def _cell(sheet: Sheet, line: int, column: int, origins: Origins, from_1904: bool, notes: list[Note]) -> Cell | None:
    """The asked cell at this place; None for one left blank."""
    own = sheet.grid[line][column]
    raw = own if not origins else _filled_down(sheet, line, column, origins)
    if raw == "":
        if (line, column) not in sheet.computed:
            return None
        return Cell(Typed(raw), cell_name(line, column), texts.DOUBT_COMPUTED)
    address = cell_name(line, column)
    if isinstance(raw, str):
        doubt = None
        if raw[:1].strip() in _ODD_STARTS:
            if PICTURE.match(raw):
                notes.append(Note(Severity.INFO, texts.PICTURES, sheet=sheet.name, cell=address))
                return None
            doubt = texts.DOUBT_ERROR.format(raw=raw.strip()) if _ERROR.fullmatch(raw.strip()) else None
        return _make(Cell, (_make(Typed, (raw, None, from_1904, "")), address, doubt, own == "", None))
    code = sheet.codes.get(origins.get((line, column), (line, column)), "") if sheet.codes else ""
    typed = _make(Typed, (raw, sheet.is_percent(line, column), from_1904, code))
    return _make(Cell, (typed, address, None, own == "", None))
