"""Fill a form of the upper level from the ledger: its columns are mapped once and remembered, the form is kept."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from desktop_app import clock
from desktop_app.domain.changes import Draft
from desktop_app.domain.model import Task
from desktop_app.domain.posts import with_holders
from desktop_app.domain.proposal import Note, Severity
from desktop_app.domain.reported import answered_until, latest_reports
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.exchange.fill_template import Fillable, Filled, fill_template
from desktop_app.exchange.ledger_paper import LedgerLine
from desktop_app.exchange.propose_ledger import remember_columns, remembered_columns
from desktop_app.exchange.read_ledger import Choice, LedgerRead, read_as_chosen, read_template
from desktop_app.files import write_bytes
from desktop_app.store.store import Applied, Store
from desktop_app.texts import fill_template as texts
from desktop_app.verbs.export import lines_of
from desktop_app.verbs.import_ledger import Opened, open_file

_QUARTERS = ("node_q1", "node_q2", "node_q3", "node_q4")


class Template(NamedTuple):
    """A form of the upper level with its columns as they are mapped; `choice` where the clerk mapped them."""

    opened: Opened
    read: LedgerRead
    choice: Choice | None = None


def open_template(path: Path) -> Opened:
    """The form at `path`. Refused where it is no .xlsx, as only that can be filled and kept as it is."""
    opened = open_file(path)
    try:
        with zipfile.ZipFile(io.BytesIO(opened.data)) as archive:
            is_xlsx = "xl/workbook.xml" in archive.namelist()
    except zipfile.BadZipFile:
        is_xlsx = False
    if not is_xlsx:
        raise Refused(texts.ONLY_XLSX.format(name=path.name))
    return opened


def look_at_template(snapshot: Snapshot, opened: Opened, choice: Choice | None = None) -> Template:
    """The form's columns, by themselves or as the clerk has chosen. Refused where no header with tasks is found."""
    known = remembered_columns(snapshot)
    read = read_as_chosen(opened.book, choice, known) if choice else read_template(opened.book, known)
    if read is None:
        raise Refused(texts.NO_HEADER.format(name=opened.path.name))
    return Template(opened, read, choice)


def fill(store: Store, template: Template, out: Path) -> tuple[Filled, Applied | None]:
    """Write the filled form to `out` and remember a mapping that the clerk made. Refused for the form's own name."""
    if out.resolve() == template.opened.path.resolve():
        raise Refused(texts.SAME_FILE)
    if not template.read.header.of("task"):
        raise Refused(texts.NO_HEADER.format(name=template.opened.path.name))
    snapshot = store.snapshot()
    tasks = fillable(snapshot, clock.today())
    if not tasks:
        raise Refused(texts.NO_TASKS)
    filled = fill_template(template.opened.data, template.read, tasks, template.opened.path.name)
    if _has_drawings(template.opened.data):
        note = Note(Severity.ASK, texts.DRAWINGS, template.opened.path.name)
        filled = filled._replace(notes=(*filled.notes, note))
    write_bytes(out, filled.data)
    draft = Draft()
    if template.choice and template.choice.meanings is not None:
        meanings = [column.meaning for column in template.read.header.columns]
        remember_columns(draft, snapshot, template.read.fingerprint, meanings)
    return filled, store.apply(draft.changes, texts.REMEMBER_LABEL) if draft.changes else None


def fillable(snapshot: Snapshot, today: date) -> list[Fillable]:
    """The tasks of the ledger as they stand on a day, in its order, by what a column can mean."""
    until = answered_until(snapshot, today).isoformat()
    snapshot = with_holders(snapshot, today.isoformat())
    return [
        Fillable(line.title, line.no, _values(snapshot, line, until))
        for line in lines_of(snapshot, today)
        if line.parent is None
    ]


def _values(snapshot: Snapshot, line: LedgerLine, until: str) -> dict[str, object]:
    task: Task = snapshot.tasks[line.key]
    said = [report for _, report in latest_reports(snapshot, line.key, until)]
    nodes = snapshot.nodes_of(line.key)
    return {
        "no": line.no,
        "section": line.section,
        "task": line.title,
        "action": _joined([line.content, *(action.title for action in snapshot.actions_of(line.key))], "\n"),
        "target": texts.JOINED.join(line.targets),
        "lead": texts.LIST.join(line.lead),
        "co": texts.LIST.join(line.co),
        "leader": line.leader,
        "person": task.person,
        "contact": task.contact,
        "deadline": date.fromisoformat(line.deadline) if line.deadline else line.deadline_raw,
        "nodes": _joined((node.title for node in nodes), texts.JOINED),
        **{
            name: _joined((n.title for n in nodes if (int(n.due[5:7]) + 2) // 3 == quarter), texts.JOINED)
            for quarter, name in enumerate(_QUARTERS, 1)
        },
        "progress_text": line.progress,
        "percent": line.done,
        "state": line.label,
        "problems": line.problems,
        "next_steps": _joined((report.next_steps for report in said), "\n"),
        "evidence": _joined((report.evidence for report in said), "\n"),
        "finished_on": next((date.fromisoformat(r.finished_on) for r in said if r.finished_on), None),
        "note": line.note,
    }


def _joined(parts: Iterable[str | None], between: str) -> str | None:
    return between.join(dict.fromkeys(part for part in parts if part)) or None


def _has_drawings(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(name.startswith(("xl/drawings/", "xl/cellimages", "xl/media/")) for name in archive.namelist())
