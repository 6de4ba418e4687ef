"""Import an existing Excel ledger of any layout: read it, show what it says, store it as one entry."""

from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app import clock
from desktop_app.documents.propose import kind_of_unit
from desktop_app.domain.changes import Draft
from desktop_app.domain.proposal import Note, Proposal, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.exchange.ledger_records import Held, HeldLedger, HeldTarget, HeldTask
from desktop_app.exchange.propose_ledger import propose_ledger, remember_columns, remembered_columns
from desktop_app.exchange.read_kind import carries_mark
from desktop_app.exchange.read_ledger import Choice, LedgerRead, read_as_chosen, read_ledger
from desktop_app.exchange.read_ledger_header import Column
from desktop_app.exchange.read_workbook import Book, read_book
from desktop_app.files import read_given, sha256
from desktop_app.store.journal import IMPORT
from desktop_app.store.store import Applied, Store
from desktop_app.texts import import_ledger as texts
from desktop_app.verbs.ledger_values import understood

# what the program tells apart for itself and the contract does not name
_CONTRACT = {
    "nodes": "other",
    "finished_on": "other",
    "measure": "other",
    "skip": "other",
    "neutral": "lead",
    "marks": "lead",
}


class Opened(NamedTuple):
    """A file as it came, and its sheets."""

    path: Path
    data: bytes
    book: Book


class Looked(NamedTuple):
    """A ledger as it was read and understood; nothing has been stored."""

    opened: Opened
    read: LedgerRead
    held: HeldLedger
    choice: Choice | None = None


class Imported(NamedTuple):
    """What an import did; `applied` is None for a preview, and where the file was in the ledger already."""

    looked: Looked
    applied: Applied | None
    notes: tuple[Note, ...]


def open_file(path: Path) -> Opened:
    """The workbook at `path`. Refused where it cannot be read, or is a form of ours."""
    data = read_given(path)
    if carries_mark(data):
        raise Refused(texts.IS_FORM)
    return Opened(path, data, read_book(data))


def look(snapshot: Snapshot, opened: Opened, choice: Choice | None = None) -> Looked:
    """What the ledger says, read by itself or as the clerk has chosen. Refused where no sheet is a ledger."""
    known = remembered_columns(snapshot)
    if choice is None:
        read = read_ledger(opened.book, known)
        if read is None:
            raise Refused(texts.NO_TABLE.format(name=opened.path.name))
    else:
        read = read_as_chosen(opened.book, choice, known)
    return Looked(opened, read, understood(read, opened.path.name, clock.today()), choice)


def proposed(snapshot: Snapshot, looked: Looked) -> Proposal:
    """The changes that would store it, with what the clerk is to be told."""
    opened = looked.opened
    return propose_ledger(snapshot, looked.held, sha256(opened.data), opened.path.name, kind_of_unit)


def store_ledger(store: Store, looked: Looked) -> Imported:
    """Store what was read as one entry, the original first (law 11), and the mapping where the clerk changed it.

    Refused where it holds no task.
    """
    if not looked.held.tasks:
        raise Refused(texts.NO_TASKS)
    snapshot, opened = store.snapshot(), looked.opened
    proposal = proposed(snapshot, looked)
    applied = None
    if proposal.changes:
        store.sources.keep(opened.data, opened.path.name)
        label = texts.LABEL.format(title=looked.held.title)
        draft = Draft(proposal.changes)
        if looked.choice and _is_new(snapshot, looked):
            meanings = [column.meaning for column in looked.read.header.columns]
            remember_columns(draft, snapshot, looked.read.fingerprint, meanings)
        applied = store.apply(draft.changes, label, IMPORT)
    return Imported(looked, applied, proposal.notes)


def import_ledger(store: Store, path: Path) -> Imported:
    """Read the ledger at `path` and store it as it was read."""
    return store_ledger(store, look_at(store.snapshot(), open_file(path), None))


def look_at(snapshot: Snapshot, opened: Opened, sheet: str | None) -> Looked:
    """What a file says, of one sheet or of the one with most tasks. Refused where there is none."""
    if sheet is not None:
        sheets = tuple(one for one in opened.book.sheets if one.name == sheet)
        if not sheets:
            raise Refused(texts.NO_SHEET.format(sheet=sheet))
        opened = opened._replace(book=opened.book._replace(sheets=sheets))
    return look(snapshot, opened)


def exit_code(notes: tuple[Note, ...]) -> int:
    """0 done; 1 with something to look at."""
    return int(any(note.severity != Severity.INFO for note in notes))


def _is_new(snapshot: Snapshot, looked: Looked) -> bool:
    """Whether the clerk's choice is other than what the program would have read by itself."""
    alone = read_ledger(looked.opened.book, remembered_columns(snapshot))
    return alone is None or alone.header != looked.read.header


def to_json(looked: Looked, notes: tuple[Note, ...], applied: Applied | None) -> dict[str, Any]:
    """The object that `import --json` prints; lines of the header are counted from 1, as the sheet shows them."""
    header, held = looked.read.header, looked.held
    return {
        "sheet": held.sheet,
        "title": held.title,
        "year": held.year,
        "as_of": held.as_of.isoformat(),
        "header_rows": [header.first + 1, header.last + 1],
        "columns": _labels(header.columns),
        "sections": [{"no": section.no, "title": section.title} for section in held.sections],
        "tasks": [_task(held, task) for task in held.tasks],
        "notes": [note._asdict() for note in notes],
        "applied": applied.entry if applied else None,
    }


def _labels(columns: tuple[Column, ...]) -> dict[str, str]:
    """Each column by its label as shown; where two are called alike, by what stands over the label too."""
    alike = Counter(column.label for column in columns)
    found: dict[str, str] = {}
    for column in columns:
        if column.place < 0:
            continue
        name = column.label if alike[column.label] == 1 else "/".join(column.parts)
        while name in found:
            name += "'"
        found[name] = _CONTRACT.get(column.meaning, column.meaning)
    return found


def _task(held: HeldLedger, task: HeldTask) -> dict[str, Any]:
    section = held.sections[task.section].title if task.section is not None else None
    said = {name: found.value for name, found in task.said.items()}
    return {
        "no": task.value("no"),
        "section": section,
        "title": task.value("title"),
        "text": task.value("text"),
        "lead_units": _names(task.lead),
        "co_units": _names(task.co),
        "leader": task.value("leader"),
        "person": task.value("person"),
        "contact": task.value("contact"),
        "deadline_raw": task.value("deadline_raw"),
        "deadline": task.value("deadline"),
        "nodes": [{"title": node.title, "due": node.due} for node in task.nodes],
        "targets": [_target(target) for target in task.targets],
        "percent": said.get("percent"),
        "progress_text": said.get("text"),
        "state": task.value("state"),
        "problems": said.get("problems"),
        "next_steps": said.get("next_steps"),
        "evidence": said.get("evidence"),
        "finished_on": said.get("finished_on"),
        "note": task.value("note"),
        "cell": task.fields["title"].cell,
        "actions": [_task(held, action) for action in task.actions],
    }


def _names(held: tuple[Held, ...]) -> list[str]:
    return [str(one.value) for one in held]


def _target(target: HeldTarget) -> dict[str, Any]:
    return {name: value for name, value in target._asdict().items() if name != "cell"}


def sentence(looked: Looked, applied: Applied | None) -> str:
    """What to say of an import, or of a preview of one."""
    held = looked.held
    tasks = [*held.tasks, *(action for task in held.tasks for action in task.actions)]
    units = {one.value for task in tasks for one in (*task.lead, *task.co)}
    return (texts.IMPORTED if applied else texts.WOULD_IMPORT).format(
        title=held.title,
        sheet=held.sheet,
        tasks=len(held.tasks),
        actions=len(tasks) - len(held.tasks),
        units=len(units),
        reports=sum(bool(task.said) for task in tasks),
    )
