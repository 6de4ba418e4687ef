"""Fill a form of the upper level from the ledger: by task where it names tasks, else row after row.

The copy keeps styles, merged areas and formulas. What a form already says of a task stays, but for its progress.
"""

import io
from collections.abc import Mapping, Sequence
from copy import copy
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.domain.proposal import Note, Severity
from desktop_app.domain.values import plain_number
from desktop_app.errors import Refused
from desktop_app.exchange.read_ledger import LedgerRead
from desktop_app.exchange.read_ledger_words import NOTE_ROW, TOTAL_ROW
from desktop_app.exchange.read_values import folded
from desktop_app.office.editing import workbook_to_edit
from desktop_app.office.faults import Damaged
from desktop_app.texts import fill_template as texts

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

Values = Mapping[str, Any]
RENEWED = ("progress_text", "percent", "state", "problems", "next_steps", "evidence", "finished_on")
_LIKE_ENOUGH = 88  # of 100, as rapidfuzz counts


class Fillable(NamedTuple):
    """A task of the ledger: what it is called, and what each meaning of a column says of it."""

    title: str
    no: str | None
    values: Values


class Filled(NamedTuple):
    """The form as filled: the workbook, how many rows and cells were written, and what is to be told."""

    data: bytes
    rows: int
    cells: int
    notes: tuple[Note, ...]


def fill_template(data: bytes, read: LedgerRead, tasks: Sequence[Fillable], name: str) -> Filled:
    """The form in these bytes, filled; `read` tells its sheet and header. Refused where it cannot be kept as it is."""
    try:
        book = workbook_to_edit(data)
        sheet = book[read.sheet]
    except (Damaged, KeyError) as error:
        raise Refused(texts.DAMAGED.format(name=name)) from error
    filling = _Filling(sheet, read, name)
    if read.entries:
        filling.by_task(tasks)
    else:
        filling.row_after_row(tasks)
    out = io.BytesIO()
    book.save(out)
    return Filled(out.getvalue(), filling.rows, filling.cells, tuple(filling.told(tasks)))


class _Filling:
    """Writes into one sheet, and counts."""

    def __init__(self, sheet: "Worksheet", read: LedgerRead, name: str) -> None:
        self._sheet, self._read, self._name = sheet, read, name
        self.rows = self.cells = 0
        self._formulas = 0
        self._notes: list[Note] = []
        self._used: set[int] = set()
        self._columns = [column for column in read.header.columns if column.meaning not in ("other", "skip")]

    def by_task(self, tasks: Sequence[Fillable]) -> None:
        """Fill the rows of the tasks that the form names."""
        task = self._read.header.of("task")[0]
        for entry in self._read.entries:
            title = entry.lines[0].cells[task].text
            number = entry.number.text if entry.number else None
            place = self._match(title, number, tasks)
            if place is None:
                self._tell(Severity.ASK, texts.NOT_FOUND.format(title=title), entry.lines[0].cells[task].name)
                continue
            self._used.add(place)
            if folded(tasks[place].title) != folded(title):
                words = texts.LIKELY.format(title=title, ours=tasks[place].title)
                self._tell(Severity.ASK, words, entry.lines[0].cells[task].name)
            self._row(entry.lines[0].line + 1, tasks[place], named=True)

    def _match(self, title: str, number: str | None, tasks: Sequence[Fillable]) -> int | None:
        from rapidfuzz import fuzz

        free = [place for place in range(len(tasks)) if place not in self._used]
        same = [place for place in free if folded(tasks[place].title) == folded(title)]
        if same:
            return next((place for place in same if tasks[place].no == number), same[0])
        scores = [(fuzz.ratio(folded(tasks[place].title), folded(title)), place) for place in free]
        best = max(scores, default=(0, 0))
        return best[1] if best[0] >= _LIKE_ENOUGH else None

    def row_after_row(self, tasks: Sequence[Fillable]) -> None:
        """Fill the blank rows below the header in order, with more of them where they do not suffice."""
        first = self._read.header.last + 2
        blank = self._blank_rows(first)
        if len(tasks) > blank:
            self._make_room(first + blank, len(tasks) - blank)
        for number, task in enumerate(tasks):
            self._used.add(number)
            self._row(first + number, task, named=False)

    def _blank_rows(self, first: int) -> int:
        """How many rows from `first` on can be written: blank, or with formulas; a remark or a sum ends them."""
        count = 0
        for row in range(first, self._sheet.max_row + 1):
            said = [cell.value for cell in self._sheet[row] if cell.value not in (None, "")]
            words = [folded(value) for value in said if isinstance(value, str) and not value.startswith("=")]
            if any(NOTE_ROW.match(text) or TOTAL_ROW.match(text) for text in words):
                return count
            count += 1
        return count

    def _make_room(self, at: int, count: int) -> None:
        """Move what stands from row `at` on down, and give the new rows the look of the row above."""
        sheet = self._sheet
        last, width = sheet.max_row, sheet.max_column
        if at <= last:
            areas = [area for area in sheet.merged_cells.ranges if area.min_row >= at]
            for area in areas:
                sheet.unmerge_cells(str(area))
            heights = {row: sheet.row_dimensions[row].height for row in range(at, last + 1)}
            sheet.move_range(f"A{at}:{sheet.cell(last, width).coordinate}", rows=count, translate=True)
            for area in areas:
                area.shift(row_shift=count)
                sheet.merge_cells(str(area))
            for row, height in heights.items():
                sheet.row_dimensions[row + count].height = height
        pattern = max(at - 1, self._read.header.last + 2)
        for row in range(at, at + count):
            sheet.row_dimensions[row].height = sheet.row_dimensions[pattern].height
            for column in range(1, width + 1):
                sheet.cell(row, column)._style = copy(sheet.cell(pattern, column)._style)

    def _row(self, row: int, task: Fillable, named: bool) -> None:
        from openpyxl.cell.cell import MergedCell

        self.rows += 1
        for column in self._columns:
            value = task.values.get(column.meaning)
            if value in (None, ""):
                continue
            cell = self._sheet.cell(row, column.place + 1)
            if isinstance(cell, MergedCell):
                continue
            if cell.data_type == "f":
                self._formulas += 1
            elif not named or cell.value in (None, "") or column.meaning in RENEWED:
                _write(cell, column.label, column.meaning, value)
                self.cells += 1

    def _tell(self, severity: Severity, text: str, cell: str | None) -> None:
        self._notes.append(Note(severity, text, self._name, self._read.sheet, cell))

    def told(self, tasks: Sequence[Fillable]) -> list[Note]:
        """What the clerk is told of the filling."""
        left = [task for place, task in enumerate(tasks) if place not in self._used]
        if left:
            words = texts.NOT_IN_TEMPLATE.format(count=len(left), title=left[0].title)
            self._tell(Severity.INFO, words, None)
        lacking = [
            "".join(column.label.split())
            for column in self._read.header.columns
            if not any(task.values.get(column.meaning) not in (None, "") for task in tasks)
        ]
        if lacking:
            self._tell(Severity.ASK, texts.NOT_FILLED_COLUMNS.format(labels=texts.LIST.join(lacking)), None)
        if self._formulas:
            self._tell(Severity.INFO, texts.FORMULA.format(count=self._formulas), None)
        return self._notes


def _write(cell: "Cell", label: str, meaning: str, value: Any) -> None:
    """A value as the form's column shows such values; text is never a formula."""
    if meaning == "percent":
        shown_as_percent, said = "%" in cell.number_format, "%" in folded(label)
        figure = float(value)
        cell.value = (
            figure / 100 if shown_as_percent else figure if said else texts.PERCENT.format(value=plain_number(figure))
        )
    elif meaning in ("deadline", "finished_on") and isinstance(value, date):
        if cell.is_date or any(sign in cell.number_format.lower() for sign in ("yy", "dd")):
            cell.value = value
        else:
            cell.value = texts.DAY.format(year=value.year, month=value.month, day=value.day)
    else:
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
