"""Take a work plan into the ledger: read it, and store what was read as one entry."""

from pathlib import Path
from typing import Any, NamedTuple

from desktop_app import clock
from desktop_app.documents.bureaus import names_like, offices_of, ours
from desktop_app.documents.extraction import Extraction, Refusal
from desktop_app.documents.plan import extract
from desktop_app.documents.propose import propose_intake
from desktop_app.documents.tables import rows_of
from desktop_app.domain.proposal import Note
from desktop_app.errors import Refused
from desktop_app.exchange.ledger_marks import carries_ledger_mark
from desktop_app.exchange.read_kind import carries_mark
from desktop_app.files import read_bytes, sha256
from desktop_app.store.journal import INTAKE
from desktop_app.store.store import Applied, Store
from desktop_app.texts import import_ledger as import_texts
from desktop_app.texts import intake as texts


class TakenIn(NamedTuple):
    """What an intake did; `applied` is None where the file was in the ledger already."""

    extraction: Extraction
    applied: Applied | None
    notes: tuple[Note, ...]


def intake(store: Store, path: Path) -> TakenIn:
    """Read `path` and store it as it was read, doubts and all. Refused where it is no plan or cannot be read."""
    return store_plan(store, read_plan_of(path), path)


def read_plan_of(path: Path, only: str | None = None) -> Extraction:
    """What a file says, as a plan; `only` keeps the tasks that this office leads or helps with.

    Refused where it is none, cannot be read, or names the office nowhere.
    """
    extraction = extract(path)
    if isinstance(extraction, Refusal):
        raise Refused(extraction.reason)
    return extraction if only is None else _of_office(extraction, only)


def _of_office(extraction: Extraction, name: str) -> Extraction:
    office = ours(offices_of(extraction), [name])
    kept = rows_of(extraction, office.names if office else names_like(extraction, name))
    if not kept.tasks:
        raise Refused(texts.NO_ROWS.format(name=name))
    return kept


def store_plan(store: Store, extraction: Extraction, path: Path) -> TakenIn:
    """Store an extraction, as read or as reviewed, in one entry; the original file is kept first (law 11).

    Refused for a form of ours: its rows are tasks already.
    """
    data = read_bytes(path)
    if carries_mark(data):
        raise Refused(texts.IS_FORM)
    if carries_ledger_mark(data):
        raise Refused(import_texts.IS_OWN_LEDGER)
    proposal = propose_intake(store.snapshot(), extraction, sha256(data), path.name, clock.today())
    applied = None
    if proposal.changes:
        store.sources.keep(data, path.name)
        title = extraction.meta.title or path.stem
        applied = store.apply(proposal.changes, texts.INTAKE_LABEL.format(title=title), INTAKE)
    return TakenIn(extraction, applied, proposal.notes)


def to_json(taken: TakenIn) -> dict[str, Any]:
    """The object that `intake --json` prints."""
    extraction = taken.extraction
    units = {name for task in extraction.tasks for name in (*task.lead_units, *task.co_units)}
    return {
        "plan": extraction.meta.title,
        "sections": len(extraction.sections),
        "tasks": len(extraction.tasks),
        "targets": sum(len(task.targets) for task in extraction.tasks),
        "units": len(units),
        "doubts": [doubt._asdict() for doubt in extraction.doubts],
        "notes": [note.text for note in taken.notes],
        "applied": taken.applied.entry if taken.applied else None,
    }
