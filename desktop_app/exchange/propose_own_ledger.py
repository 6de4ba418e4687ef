"""What an exported ledger brings back: three-way, cell by cell, against what it said when it left (law 4).

Changed cells are taken; where the ledger has moved on too, a question; new rows are new tasks; a row that is gone and
a cell that is blank say nothing. Lights and other derived columns are not read.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop_app.domain.changes import Change, Draft, Source, edits
from desktop_app.domain.merge import Outcome, three_way
from desktop_app.domain.model import Task
from desktop_app.domain.proposal import Note, Proposal, Question, Severity
from desktop_app.domain.rounds import Report
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.ledger_layout import COLUMNS, as_text, shown
from desktop_app.exchange.ledger_marks import trace
from desktop_app.exchange.ledger_paper import LedgerLine
from desktop_app.exchange.propose_own_rows import OF_TASK, UNITS, NewRows, Reading, Units
from desktop_app.exchange.read_ledger_grid import Cell
from desktop_app.exchange.read_own_ledger import OwnLedger, OwnRow
from desktop_app.exchange.read_values import Typed, folded, read_percent
from desktop_app.texts import import_ledger as texts

HEADERS = {column.field: column.header for column in COLUMNS}
OF_REPORT = {"progress": "text", "problems": "problems"}
DERIVED = ("section", "targets")
NEVER = ("light",)
MERGED = ("no", "section", "title")  # an action's row shows its task's here
KEEP = ()


class Ours(NamedTuple):
    """A row of the ledger as it would be exported now; `report` where its progress is what one unit said last."""

    task: Task
    line: LedgerLine
    cells: dict[str, str]
    report: Report | None


def ours_of(snapshot: Snapshot, lines: Sequence[LedgerLine], reports: Mapping[int, Report]) -> dict[int, Ours]:
    """The ledger's rows as they would be exported now, by task."""
    fields = [column.field for column in COLUMNS]
    return {
        line.key: Ours(
            snapshot.tasks[line.key],
            line,
            dict(zip(fields, map(as_text, shown(line, "")), strict=True)),
            reports.get(line.key),
        )
        for line in lines
    }


def propose_own_ledger(
    snapshot: Snapshot, own: OwnLedger, ours: Mapping[int, Ours], reading: Reading, file: str, name: str, sure: bool
) -> Proposal:
    """What the edited workbook changes; without `sure` (another life of the ledger) every change is a question."""
    return _Return(snapshot, own, ours, reading, file, name, sure).proposal()


class _Return:
    """Goes through the rows once and gathers changes, questions and notes."""

    def __init__(
        self,
        snapshot: Snapshot,
        own: OwnLedger,
        ours: Mapping[int, Ours],
        reading: Reading,
        file: str,
        name: str,
        sure: bool,
    ) -> None:
        self._snapshot, self._own, self._ours, self._reading = snapshot, own, ours, reading
        self._file, self._name, self._sure = file, name, sure
        self._draft = Draft()
        self._questions: list[Question] = []
        self._notes: list[Note] = []
        self._units = Units(snapshot, reading)
        self._new_rows = NewRows(snapshot, self._draft, reading, self._units)
        self._above: Task | None = None

    def proposal(self) -> Proposal:
        """The outcome."""
        seen: set[int] = set()
        if not self._sure:
            self._tell(Severity.ASK, texts.OLD_EPOCH, None, None)
        for row in self._own.rows:
            held = self._ours.get(row.task) if row.task is not None else None
            if row.task is None or row.task in seen:
                self._new(row, copied=row.task is not None)
            elif held is None:
                self._tell(Severity.INFO, texts.TASK_GONE.format(mark=row.task), row, None)
            else:
                self._row(row, held)
                self._above = held.task
                self._new_rows.leave()
            if row.task is not None:
                seen.add(row.task)
        for gone in sorted(self._own.left - seen):
            if gone in self._ours:
                title = self._ours[gone].task.title
                self._tell(Severity.INFO, texts.ROW_GONE.format(title=title), None, title)
        return Proposal(tuple(self._draft.changes), tuple(self._questions), tuple(self._notes))

    def _tell(
        self, severity: Severity, text: str, row: OwnRow | None, task: str | None, cell: Cell | None = None
    ) -> None:
        place = cell or (next(iter(row.cells.values()), None) if row else None)
        self._notes.append(Note(severity, text, self._name, self._own.sheet, place.name if place else None, task))

    def _row(self, row: OwnRow, held: Ours) -> None:
        for field in self._own.fields:
            if field not in NEVER and not (held.task.parent is not None and field in MERGED):
                self._cell(row, held, field)

    def _cell(self, row: OwnRow, held: Ours, field: str) -> None:
        cell = row.cells.get(field)
        said, now = cell.text if cell else "", held.cells[field]
        left = row.traces.get(field) if row.traces is not None else None
        base = (left or None) if left is not None else _UNKNOWN
        outcome = three_way(base, trace(now) or None, trace(said) or None)
        if outcome == Outcome.NO_ANSWER and base not in (None, _UNKNOWN) and field in self._writable(held):
            self._tell(Severity.INFO, texts.BLANKED.format(header=HEADERS[field]), row, held.task.title)
        if cell is None or outcome not in (Outcome.TAKE, Outcome.CONFLICT):
            return
        if field not in self._writable(held):
            self._tell(Severity.ASK, texts.NOT_TAKEN.format(header=HEADERS[field]), row, held.task.title, cell)
            return
        if outcome == Outcome.CONFLICT and field == "deadline" and self._same_day(held.task, cell):
            return
        self._take(held, field, cell, clean=outcome == Outcome.TAKE and self._sure)

    def _writable(self, held: Ours) -> set[str]:
        """The columns that an edit can change: progress only where one unit's last words are shown."""
        fields = {*OF_TASK, "content", "deadline", *UNITS}
        return fields | ({*OF_REPORT, "done"} if held.report else set())

    def _take(self, held: Ours, field: str, cell: Cell, clean: bool) -> None:
        """The change of one cell: made where it is clean, else asked about."""
        draft = self._draft if clean else Draft(self._draft.changes)
        before = len(draft.changes)
        doubt = self._change(draft, held, field, cell)
        header, ours = HEADERS[field], held.cells[field]
        words = texts.CONFLICT.format(header=header, ours=_one_line(ours), theirs=_one_line(cell.text))
        if doubt:
            words = texts.ASK_VALUE.format(header=header, theirs=_one_line(cell.text))
        if doubt or not clean:
            take = tuple(draft.changes[before:])
            title = held.task.title
            self._questions.append(
                Question(
                    words, None, field, None, ours, cell.text, take, KEEP, self._name, self._own.sheet, cell.name, title
                )
            )
        if doubt and clean:
            del draft.changes[before:]

    def _change(self, draft: Draft, held: Ours, field: str, cell: Cell) -> bool:
        """Draft what the cell says; True where that is doubtful."""
        source, task = Source(self._file, self._own.sheet, cell.name), held.task
        if field in OF_TASK:
            draft.set("task", task, {OF_TASK[field]: cell.text}, source)
        elif field == "content":
            draft.set("task", task, _content(task, cell.text), source)
        elif field in UNITS:
            self._assign(draft, task, field, cell, source)
        elif field == "deadline":
            found = self._reading.deadline(cell)
            draft.set("task", task, found or {}, source)
            return found is None
        elif field in OF_REPORT and held.report:
            draft.set("report", held.report, {OF_REPORT[field]: cell.text}, source)
        elif held.report:
            read = read_percent(Typed(cell.raw, cell.percent))
            if read.value is not None:
                draft.set("report", held.report, {"percent": read.value}, source)
            return read.value is None or read.doubt is not None
        return False

    def _assign(self, draft: Draft, task: Task, role: str, cell: Cell, source: Source) -> None:
        """The units of a role as the cell lists them, in its order."""
        wanted = list(dict.fromkeys(self._units.key(draft, name, source) for name in self._reading.units(cell.text)))
        there = self._snapshot.assignments_of(task.key, role)
        held = {self._snapshot.unit(a.unit).key: a for a in there}
        for unit, assignment in held.items():
            if unit not in wanted:
                draft.delete("assignment", assignment)
        for position, unit in enumerate(wanted, 1):
            if unit in held:
                draft.changes += edits("assignment", held[unit], {"position": position}, source)
            else:
                values = {"task": task.key, "unit": unit, "role": role, "position": position}
                draft.create("assignment", values, source)

    def _new(self, row: OwnRow, copied: bool) -> None:
        """A row that was not there: a task, or, where it lies beside a task's title, an action of it."""
        title = row.cells.get("title")
        content = row.cells.get("content")
        above = self._above
        if title is None and content is None:
            return
        if copied and above is not None and self._same(row):
            self._tell(Severity.ASK, texts.TWICE.format(title=above.title), row, above.title)
            return
        if (known := self._made_since(title, content)) is not None:
            same = self._agrees(row, known)
            words = texts.KNOWN_ROW if same else texts.KNOWN_ROW_DIFFERS
            severity = Severity.INFO if same else Severity.ASK
            self._tell(severity, words.format(title=known.task.title), row, known.task.title)
            self._above = known.task
            self._new_rows.leave()
            return
        source = Source(self._file, self._own.sheet, (title or content or next(iter(row.cells.values()))).name)
        if title is None and content is not None and (row.inside or above is not None):
            named = self._new_rows.action(row, content, above, source)
        else:
            named = self._new_rows.task(row, title, content, above, source)
        self._tell(Severity.INFO, texts.NEW_ROW.format(title=named), row, named)

    def _made_since(self, title: Cell | None, content: Cell | None) -> Ours | None:
        """What a row without a mark has been made into since the export, when the same file was taken back before."""
        cell = title or content
        words = folded(cell.text.partition("\n")[0]) if cell else ""
        of_action = title is None and self._above is not None
        exported = self._own.left | {row.task for row in self._own.rows}
        made = (ours for key, ours in self._ours.items() if key not in exported)
        fitting = (ours for ours in made if (ours.task.parent is not None) == of_action)
        return next((ours for ours in fitting if folded(ours.task.title) == words), None)

    def _agrees(self, row: OwnRow, held: Ours) -> bool:
        """Whether the ledger says of a task what the cells of a row say."""
        cells = {field: cell for field, cell in row.cells.items() if field in self._writable(held) - {"content"}}
        day = cells.pop("deadline", None)
        same = all(trace(cell.text) == trace(held.cells[field]) for field, cell in cells.items())
        return same and (day is None or self._same_day(held.task, day))

    def _same_day(self, task: Task, cell: Cell) -> bool:
        """Whether a cell names the day on which a task is due already, in whatever words."""
        found = self._reading.deadline(cell)
        return found is not None and found.get("deadline") is not None and found["deadline"] == task.deadline

    def _same(self, row: OwnRow) -> bool:
        """Whether a row with the mark of another says the same as that one."""
        held = self._ours.get(row.task) if row.task is not None else None
        return held is not None and all(
            trace(row.cells[f].text if f in row.cells else "") == trace(held.cells[f]) for f in ("title", "content")
        )


_UNKNOWN = "?"


def _content(task: Task, text: str) -> dict[str, object]:
    """What the content cell says of a task: its text; of an action, its title in the first line and then its text."""
    if task.parent is None:
        return {"text": text}
    title, _, rest = text.partition("\n")
    return {"title": title, "text": rest or None}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def changed_cells(changes: Sequence[Change]) -> int:
    """How many cells these changes came from."""
    return len({change.source.cell for change in changes if change.source.cell})


def as_notes(proposal: Proposal) -> Iterator[Note]:
    """What is told of a proposal: its notes, and its questions as notes."""
    yield from proposal.notes
    for question in proposal.questions:
        yield Note(Severity.ASK, question.text, question.file, question.sheet, question.cell, question.task)
