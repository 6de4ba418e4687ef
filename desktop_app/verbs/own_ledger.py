"""Take back what was edited in an exported ledger: read by its marks, proposed, applied as one entry."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from desktop_app import clock
from desktop_app.documents.propose import kind_of_unit
from desktop_app.domain.changes import Draft
from desktop_app.domain.proposal import Note, Proposal, Question
from desktop_app.domain.reported import answered_until, last_asked, latest_reports
from desktop_app.domain.rounds import Report
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.exchange.ledger_marks import LedgerMark
from desktop_app.exchange.propose_own_ledger import Reading, as_notes, changed_cells, ours_of, propose_own_ledger
from desktop_app.exchange.read_ledger_grid import Cell
from desktop_app.exchange.read_own_ledger import mark_of, read_own_ledger
from desktop_app.exchange.read_workbook import Book
from desktop_app.files import sha256
from desktop_app.store.journal import IMPORT
from desktop_app.store.store import Applied, Store
from desktop_app.texts import import_ledger as texts
from desktop_app.verbs.export import lines_of
from desktop_app.verbs.ledger_days import deadline_of
from desktop_app.verbs.ledger_units import unit_names


class Returned(NamedTuple):
    """What an edited export would change; nothing has been stored."""

    data: bytes
    name: str
    proposal: Proposal

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the clerk is told, questions among it."""
        return tuple(as_notes(self.proposal))


def is_own(book: Book, origin: LedgerMark) -> bool:
    """Whether a workbook was exported from this very ledger."""
    mark = mark_of(book)
    return mark is not None and mark.ledger == origin.ledger


def returned(snapshot: Snapshot, origin: LedgerMark, data: bytes, name: str, book: Book) -> Returned:
    """What an export of this ledger changes. Refused where its rows cannot be told any more."""
    mark = mark_of(book)
    if mark is None:
        raise Refused(texts.SPOILT_MARK)
    own = read_own_ledger(book, mark)
    if own is None:
        raise Refused(texts.NO_ROWS)
    today = clock.today()
    ours = ours_of(snapshot, list(lines_of(snapshot, today)), _single_reports(snapshot, today))
    reading = Reading(unit_names, lambda cell: _deadline(cell, today.year), kind_of_unit)
    sure = mark.epoch == origin.epoch
    return Returned(data, name, propose_own_ledger(snapshot, own, ours, reading, sha256(data), name, sure))


def apply_returned(store: Store, back: Returned, taken: Iterable[Question] = ()) -> Applied | None:
    """Store the clean changes and the questions that the clerk has taken; None where nothing changes."""
    draft = Draft(back.proposal.changes)
    for question in taken:
        _append(draft, question)
    if not draft.changes:
        return None
    store.sources.keep(back.data, back.name)
    return store.apply(draft.changes, texts.OWN_LABEL, IMPORT)


def _append(draft: Draft, question: Question) -> None:
    """Add a question's changes; records that it makes get stand-in keys of their own."""
    new: dict[int, int] = {}
    floor = min((0, *(change.key for change in draft.changes)))
    for change in question.take:
        if change.key < 0 and change.key not in new:
            new[change.key] = floor - 1 - len(new)
    for change in question.take:
        value = change.new
        if value is not None and hasattr(value, "_fields"):
            renamed = {f: new[v] for f, v in zip(value._fields, value, strict=True) if isinstance(v, int) and v in new}
            value = value._replace(**renamed)
        draft.changes.append(change._replace(key=new.get(change.key, change.key), new=value))


def to_json(back: Returned, applied: Applied | None) -> dict[str, Any]:
    """What `import --json` prints of an export that came back."""
    return {
        "changed": changed_cells(back.proposal.changes),
        "questions": [
            {"text": q.text, "task": q.task, "cell": q.cell, "ours": q.ours, "theirs": q.theirs}
            for q in back.proposal.questions
        ],
        "notes": [note._asdict() for note in back.notes],
        "applied": applied.entry if applied else None,
    }


def sentence(back: Returned) -> str:
    """What came back, in one sentence."""
    changed, questions = changed_cells(back.proposal.changes), len(back.proposal.questions)
    if not changed and not questions:
        return texts.OWN_NOTHING
    return texts.OWN_DONE.format(changed=changed, questions=questions)


def _single_reports(snapshot: Snapshot, today: date) -> dict[int, Report]:
    """The report of each task whose progress is what one unit said when it was last asked."""
    until = answered_until(snapshot, today).isoformat()
    found = {}
    for key in snapshot.tasks:
        said = latest_reports(snapshot, key, until)
        asked = last_asked(snapshot, key, until)
        if len(said) == 1 and asked is not None and said[0][0].round == asked.key:
            found[key] = said[0][1]
    return found


def _deadline(cell: Cell, year: int) -> Mapping[str, object] | None:
    """The fields of a time limit as a cell says it; None where it names none."""
    tight = cell._replace(text="".join(cell.text.split()))
    fields, doubt = deadline_of([tight], year)
    kind = fields.get("deadline_kind")
    if doubt or kind is None or (kind.value == "event" and "deadline" not in fields):
        return None
    values = {name: held.value for name, held in fields.items()}
    return {"deadline": None, **values}
