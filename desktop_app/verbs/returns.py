"""What returned files would change, judged against the ledger at one moment; nothing here touches the store.

`verbs.collect` gathers that moment (`Basis`) and carries out what comes of it; so the judging may run in a worker.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from desktop_app.collector import without_collector
from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.proposal import Note, Question, Severity
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.errors import Refused
from desktop_app.exchange.propose_return import Ledger, Return, propose_return
from desktop_app.exchange.propose_units import parts_of
from desktop_app.exchange.read_files import Arrived, bare_name
from desktop_app.texts import exchange as texts
from desktop_app.texts import returned
from desktop_app.verbs.newest import REFUSED, Newest, meet, saving_order

MERGED, PARTLY, UNCHANGED, NEEDS_DECISION = "merged", "partly", "unchanged", "needs decision"
TAKEN_IN = (MERGED, PARTLY, NEEDS_DECISION)


class CollectedFile(NamedTuple):
    """What became of one file; `changed` and `unchanged` count cells, `matched` rows; unit by name, round by key."""

    file: str
    state: str
    unit: str | None
    round: int | None
    matched: int
    changed: int
    unchanged: int
    questions: tuple[Question, ...]
    notes: tuple[Note, ...]
    arrived: Arrived
    unit_key: int | None


class Collected(NamedTuple):
    """The files of one call, and the clean changes of all of them; nothing has been stored."""

    files: tuple[CollectedFile, ...]
    changes: tuple[Change, ...]

    @property
    def questions(self) -> list[Question]:
        """What the clerk has to decide, over all files."""
        return [question for file in self.files for question in file.questions]

    @property
    def notes(self) -> list[Note]:
        """What the clerk is told, over all files; questions are among it."""
        return [note for file in self.files for note in (*file.notes, *map(_as_note, file.questions))]


class Basis(NamedTuple):
    """What files are judged against: the ledger, who it is, when the newest file of each unit so far was saved.

    `then` has, for rounds whose tasks were edited since, the ledger as the round printed it; `taken` the round of each
    file (SHA-256) that came before; `heard` when an answer that no file brought was taken down, by round row.
    """

    snapshot: Snapshot
    id: str
    epoch: int
    newest: Newest
    then: Mapping[int, Snapshot]
    taken: Mapping[str, int]
    heard: Mapping[int, str]


@without_collector()
def judge(basis: Basis, arrived: Sequence[Arrived], tell: Callable[[int], object] = lambda _: None) -> Collected:
    """What these files change; the files of one unit in the order in which they were saved.

    `tell` is called with the number judged so far and may raise to stop. Refused where there is no file at all.
    """
    if not arrived:
        raise Refused(texts.NO_FILES)
    parts = [part for file in arrived for part in _by_units(basis.snapshot, file)]
    collected, tied = _judged(basis, parts, frozenset(), tell)
    return _judged(basis, parts, tied, lambda _: None)[0] if tied else collected


def _judged(
    basis: Basis, arrived: Sequence[Arrived], tied: frozenset[int], tell: Callable[[int], object]
) -> tuple[Collected, frozenset[int]]:
    """The files judged in the order of their saving, and the places of those of which none is the later one.

    `tied` are places that are known to be such: nothing of these files is taken in without a question.
    """
    start = snapshot = basis.snapshot
    met: Newest = {}
    ledger = Ledger(basis.id, basis.epoch, basis.newest, met, basis.then, basis.taken, basis.heard)
    draft, seen, found = Draft(), dict[tuple[int, int], list[int]](), set[int]()
    done: dict[int, CollectedFile] = {}
    for place in sorted(range(len(arrived)), key=lambda n: saving_order(arrived[n])):
        file = arrived[place]
        ledger = ledger._replace(tied=place in tied)
        try:
            result = _proposed(snapshot, file, ledger, draft)
            earlier = seen.setdefault((result.round, result.unit), [])
            if earlier:
                # A second file of the unit: it is measured against what the first one will have changed.
                del draft.changes[len(draft.changes) - len(result.proposal.changes) :]
                snapshot = changed(start, draft.changes)
                result = _proposed(snapshot, file, ledger, draft)
            rivals = [other for other in earlier if not _is_later(file, arrived[other])]
            if rivals and any(question.row is None for question in result.proposal.questions):
                found |= {place, *rivals}
            earlier.append(place)
            meet(met, result.round, result.unit, file.form.modified if file.form else None)
            done[place] = _collected(start, file, result)
        except Refused as refused:
            done[place] = _refused(file, refused)
        tell(len(done))
    return Collected(tuple(done[place] for place in sorted(done)), tuple(draft.changes)), frozenset(found)


def _is_later(file: Arrived, other: Arrived) -> bool:
    """Whether a file says that it was saved after another one."""
    return bool(file.form and file.form.modified and file.form.modified > ((other.form and other.form.modified) or ""))


def _by_units(snapshot: Snapshot, file: Arrived) -> list[Arrived]:
    """A file as often as it holds a unit's form."""
    if file.form is None:
        return [file]
    return [file._replace(form=part) for part in parts_of(snapshot, file.form)]


def _proposed(snapshot: Snapshot, file: Arrived, ledger: Ledger, draft: Draft) -> Return:
    if file.form is None:
        raise Refused(file.refusal or returned.FILE_KIND)
    return propose_return(snapshot, file.form, file.sha, ledger, draft)


def _collected(snapshot: Snapshot, file: Arrived, result: Return) -> CollectedFile:
    proposal = result.proposal
    return CollectedFile(
        file.name,
        _state(result),
        snapshot.units[result.unit].name,
        result.round,
        result.matched,
        result.changed,
        result.unchanged,
        proposal.questions,
        proposal.notes,
        file,
        result.unit,
    )


def _state(result: Return) -> str:
    told = {note.severity for note in result.proposal.notes}
    if result.proposal.questions or Severity.ASK in told:
        return NEEDS_DECISION
    if Severity.REFUSED in told:
        return PARTLY
    return MERGED if result.proposal.changes else UNCHANGED


def _refused(file: Arrived, refused: Refused) -> CollectedFile:
    sentence = texts.NOT_MERGED.format(name=bare_name(file.name)) + refused.sentence
    note = Note(Severity.REFUSED, sentence, file.name)
    return CollectedFile(file.name, REFUSED, None, None, 0, 0, 0, (), (note,), file, None)


def _as_note(question: Question) -> Note:
    place = (question.file, question.sheet, question.cell, question.task)
    return Note(Severity.ASK, question.text, *place)
