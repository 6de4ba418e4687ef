"""Take in a plan again in its revised form: one entry, with progress, rounds and reports kept."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app import clock
from desktop_app.documents.compare import compare, entries_of, entries_of_tasks
from desktop_app.documents.extraction import Extraction, Refusal
from desktop_app.documents.plan import extract
from desktop_app.documents.revise import lasting, propose_revision
from desktop_app.domain.changes import EXISTS, Change
from desktop_app.domain.model import Plan
from desktop_app.domain.proposal import Note, Proposal, Question, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.files import read_bytes, sha256
from desktop_app.store.journal import INTAKE
from desktop_app.store.store import Applied, Store
from desktop_app.texts import compare as texts
from desktop_app.verbs.plans import plan_named

_PLACES = ("_start", "_end")
_MOVED = ("no", "position", "section")
_SAME = 0.5  # tasks of two texts of one plan are at least this alike


class Revised(NamedTuple):
    """What the new text did; the questions are open, nothing of them is stored. `applied` is None without changes.

    `new`, `changed` and `withdrawn` count tasks; a task that only moved is not changed.
    """

    plan: str
    extraction: Extraction
    applied: Applied | None
    questions: tuple[Question, ...]
    notes: tuple[Note, ...]
    new: int
    changed: int
    withdrawn: int


def revise(store: Store, path: Path, word: str) -> Revised:
    """Read `path` as the new text of the plan of this key or title. Refused where either is none."""
    plan = plan_named(store.snapshot(), word)
    extraction = extract(path)
    if isinstance(extraction, Refusal):
        raise Refused(extraction.reason)
    return store_revision(store, plan, extraction, path)


def likely_plan(snapshot: Snapshot, extraction: Extraction) -> tuple[Plan, int] | None:
    """The plan of the same year that this document may be a revision of, and how many tasks they share; else None."""
    entries = entries_of(extraction)
    best: tuple[Plan, int] | None = None
    for plan in snapshot.plans_in_order():
        keys = [task.key for task in snapshot.tasks_in_order() if task.plan == plan.key]
        if plan.year != extraction.meta.year or not keys or not entries:
            continue
        shared = sum(pair.likeness >= _SAME for pair in compare(entries_of_tasks(snapshot, keys), entries).pairs)
        if 2 * shared >= min(len(keys), len(entries)) and (best is None or shared > best[1]):
            best = plan, shared
    return best


def propose(store: Store, plan: Plan, extraction: Extraction, path: Path) -> Proposal:
    """What the new text of a plan would change; nothing is stored."""
    digest = sha256(read_bytes(path))
    base = _old_document(store, plan)
    return propose_revision(store.snapshot(), plan.key, base, extraction, digest, path.name, clock.today())


def store_revision(
    store: Store, plan: Plan, extraction: Extraction, path: Path, taken: Collection[int] = ()
) -> Revised:
    """Store an extraction, as read or as reviewed, as the new text of a plan; the file is kept first (law 11).

    `taken` are the places of the proposal's questions in which the new text wins; the others stay open.
    """
    before = store.snapshot()
    proposal = propose(store, plan, extraction, path)
    changes = [*proposal.changes, *(c for place in taken for c in proposal.questions[place].take)]
    applied = None
    if changes:
        store.sources.keep(read_bytes(path), path.name)
        title = extraction.meta.title or plan.title
        applied = store.apply(changes, texts.REVISED_LABEL.format(title=title), INTAKE)
    notes = proposal.notes
    if applied is None and not notes:
        notes = (Note(Severity.INFO, texts.UNCHANGED.format(title=plan.title), path.name),)
    keys = applied.keys if applied else {}
    open_questions = tuple(lasting(q, keys) for place, q in enumerate(proposal.questions) if place not in taken)
    return Revised(plan.title, extraction, applied, open_questions, notes, *counts(before, proposal.changes))


def counts(before: Snapshot, changes: Sequence[Change]) -> tuple[int, int, int]:
    """How many tasks are new, say something else, and are withdrawn."""
    new, said, withdrawn = set(), set(), set()
    for change in changes:
        record = before.tables[change.entity].get(change.key) or change.new
        task = change.key if change.entity == "task" else getattr(record, "task", None)
        if change.entity == "task" and change.field == EXISTS:
            new.add(task)
        elif change.field == "withdrawn":
            withdrawn.add(task)
        elif task is not None and change.field not in _MOVED and not change.field.endswith(_PLACES):
            said.add(task)
    return len(new), len(said - new - withdrawn), len(withdrawn)


def _old_document(store: Store, plan: Plan) -> Extraction | None:
    """The plan's stored original as it reads today; None where it is not there or cannot be read any more."""
    path = store.sources.find(plan.file) if plan.file else None
    if path is None:
        return None
    try:
        read = extract(path)
    except Refused:
        return None
    return read.offer if isinstance(read, Refusal) else read


def to_json(revised: Revised) -> dict[str, Any]:
    """The object that `intake --revises --json` prints: `new`, `changed` and `withdrawn` count tasks."""
    return {
        "plan": revised.plan,
        "tasks": len(revised.extraction.tasks),
        "new": revised.new,
        "changed": revised.changed,
        "withdrawn": revised.withdrawn,
        "questions": [
            {"task": q.task, "field": q.field, "base": q.base, "ours": q.ours, "theirs": q.theirs, "text": q.text}
            for q in revised.questions
        ],
        "doubts": [doubt._asdict() for doubt in revised.extraction.doubts],
        "notes": [note.text for note in revised.notes],
        "applied": revised.applied.entry if revised.applied else None,
    }
