"""Forms back: read files, folders and archives, propose what they change, apply the clean rest, keep what is doubtful.

Reading (`read_paths`) and judging (`judge`) touch no ledger and may run in a worker; the rest belongs to the thread
that owns the store.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from desktop_app.collector import without_collector
from desktop_app.domain.changes import EXISTS, Change, Draft
from desktop_app.domain.periods import parse_period
from desktop_app.domain.proposal import Note, Question, Severity
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.errors import Refused
from desktop_app.exchange.propose_answers import held_of, restate
from desktop_app.exchange.propose_return import Ledger, propose_return
from desktop_app.exchange.propose_units import part_for
from desktop_app.exchange.read_files import Arrived, read_paths
from desktop_app.exchange.read_forms import ReturnedForm, read_form
from desktop_app.exchange.sheet_layout import period_words
from desktop_app.files import read_bytes
from desktop_app.store import journal
from desktop_app.store.receipts import Receipt, log_receipts, receipts
from desktop_app.store.store import Applied, Store
from desktop_app.texts import exchange as texts
from desktop_app.verbs.heard import in_utc, taken_down
from desktop_app.verbs.newest import REFUSED, newest_of, saving_order
from desktop_app.verbs.printed_then import printed_then
from desktop_app.verbs.returns import NEEDS_DECISION, Basis, Collected, CollectedFile, judge

TAKE = "take"


@without_collector()
def collect(store: Store, paths: Iterable[Path], passwords: Sequence[str] = ()) -> Collected:
    """Read the files at these paths and propose what they change; `passwords` are tried on each locked one.

    Refused where there is no file at all.
    """
    return propose(store, read_paths(paths, passwords=passwords))


@without_collector()
def propose(store: Store, arrived: Sequence[Arrived]) -> Collected:
    """What these files change."""
    return judge(basis(store, store.snapshot()), arrived)


def basis(store: Store, snapshot: Snapshot) -> Basis:
    """What files are judged against now; `snapshot` is the ledger as it is."""
    identity, came = store.identity(), receipts(store)
    taken = {receipt.file: receipt.round for receipt in came if receipt.file and receipt.round}
    then = printed_then(store, snapshot)
    return Basis(snapshot, identity.ledger, identity.epoch, newest_of(came), then, taken, taken_down(store, snapshot))


def keep_files(store: Store, collected: Collected, tell: Callable[[int], object] = lambda _: None) -> None:
    """Bring the files to the disk before the ledger names them (law 11); may run in a worker, `tell` may stop it."""
    files = [(file.arrived.data, file.arrived.name) for file in collected.files if file.state != REFUSED]
    for count, _ in enumerate(store.sources.keep_all(files), 1):
        tell(count)


@without_collector()
def apply_collected(store: Store, collected: Collected) -> Applied | None:
    """Keep the files, apply the clean changes of all of them as one entry, log a receipt a file.

    None where nothing changes; the receipts are logged all the same. Questions stay pending (law 10). The disk takes
    the files while the changes are written, and has them before COMMIT.
    """
    from concurrent.futures import ThreadPoolExecutor

    if collected.changes:
        _still_unanswered(store, collected.changes)
    applied = None
    with ThreadPoolExecutor(1) as beside:
        kept = beside.submit(keep_files, store, collected)
        if collected.changes:
            label = _label(store.part("round"), collected)
            applied = store.apply(collected.changes, label, journal.COLLECT, first=kept.result)
        kept.result()
    in_turn = sorted(collected.files, key=lambda file: saving_order(file.arrived))
    log_receipts(store, [_receipt(file, applied) for file in in_turn])
    return applied


def _still_unanswered(store: Store, changes: Iterable[Change]) -> None:
    """Refused where a row has been answered since the files were read: a second report would stand beside the first."""
    made = [c for c in changes if c.field == EXISTS and c.new is not None]
    for entity in ("answer", "report"):
        if store.names(entity, "row", [change.new.row for change in made if change.entity == entity]):
            raise Refused(texts.COLLECT_STALE)


def _receipt(file: CollectedFile, applied: Applied | None) -> Receipt:
    digest = file.arrived.sha if file.state != REFUSED else None
    modified = file.arrived.form.modified if file.arrived.form else None
    entry = applied.entry if applied and file.changed else None
    return Receipt(0, "", file.file, digest, file.round, file.unit_key, modified, file.state, entry)


def _label(now: Snapshot, collected: Collected) -> str:
    counted = [file for file in collected.files if file.changed]
    rounds = {file.round for file in counted}
    if len(rounds) != 1:
        return texts.COLLECT_LABEL_MANY.format(count=len(counted) or len(collected.files))
    made = now.rounds[next(iter(rounds)) or 0]
    period = period_words(parse_period(made.period))
    return texts.COLLECT_LABEL.format(period=period, count=len(counted))


def pending(store: Store, now: Snapshot | None = None) -> list[Question]:
    """The questions of files taken in so far that are still undecided: proposed again, less what was decided (law 10).

    A value that a later file of the unit has answered is no longer asked about. `now` is the ledger as it is, where
    somebody has read it already; so it is for `decide` and `with_choices`.
    """
    past = [r for r in receipts(store) if r.file and r.round and r.unit and r.outcome != REFUSED]
    groups: dict[tuple[int, int], list[Receipt]] = {}
    for receipt in past:
        groups.setdefault((receipt.round or 0, receipt.unit or 0), []).append(receipt)
    undecided = [group for group in groups.values() if any(r.outcome == NEEDS_DECISION for r in group)]
    against = basis(store, now or store.snapshot()) if undecided else None
    return [q for group in undecided if against for q in _pending_of(store, against, group)]


def _pending_of(store: Store, now: Basis, group: list[Receipt]) -> list[Question]:
    """The open questions of one unit's files in one round; the newest file is looked at first."""
    open_questions: list[Question] = []
    answered: set[tuple[int | None, str]] = set()
    seen: set[str | None] = set()
    doubtful = {receipt.file for receipt in group if receipt.outcome == NEEDS_DECISION}
    for place in reversed(range(len(group))):
        receipt = group[place]
        path = store.sources.find(receipt.file or "")
        if path is None or receipt.file in seen:
            continue
        seen.add(receipt.file)
        form = part_for(now.snapshot, _stored_form(path)._replace(name=receipt.name), receipt.unit)
        earlier = [r for r in group[:place] if r.file != receipt.file]
        try:
            together = newest_of(r for r in earlier if r.at == receipt.at)
            before = newest_of(r for r in earlier if r.at != receipt.at)
            tied = any(_ties(receipt, other) for other in group)
            heard = {row: moment for row, moment in now.heard.items() if moment < in_utc(receipt.at)}
            ledger = Ledger(now.id, now.epoch, before, together, now.then, now.taken, heard, tied)
            result = propose_return(now.snapshot, form, receipt.file or "", ledger, Draft())
        except Refused:
            continue
        asked = [q for q in result.proposal.questions if (q.row, q.field) not in answered]
        open_questions += asked if receipt.file in doubtful else []
        if not any(q.row is None for q in asked):
            answered |= {(row, field) for row, fields in result.said.items() for field in fields}
    return open_questions[::-1]


def _ties(one: Receipt, other: Receipt) -> bool:
    """Whether two files came together, and do not tell which was saved later."""
    told = one.modified and other.modified and one.modified != other.modified
    return one.at == other.at and one.file != other.file and not told


@lru_cache(maxsize=512)
def _stored_form(path: Path) -> ReturnedForm:
    """A stored file read again; its name is its content's hash, so it never reads otherwise."""
    return read_form(read_bytes(path), path.name)


def decide(store: Store, choices: Iterable[tuple[Question, str]], now: Snapshot | None = None) -> Applied | None:
    """Carry out the clerk's word on questions: choice "take" takes the value in, "keep" leaves what the ledger holds.

    Refused, with nothing changed, where a value was changed since the question was put.
    """
    choices = list(choices)
    changes = _carried_out(now or store.snapshot(), (), choices)
    return store.apply(changes, texts.DECIDE_LABEL.format(count=len(choices)), journal.DECIDED)


def with_choices(
    store: Store, collected: Collected, choices: Iterable[tuple[Question, str]], now: Snapshot | None = None
) -> Collected:
    """The same collection with the clerk's word on its questions among its changes, so that all of it is one entry.

    Refused where a value was changed since the question was put.
    """
    return collected._replace(changes=tuple(_carried_out(now or store.snapshot(), collected.changes, choices)))


def _carried_out(now: Snapshot, changes: Iterable[Change], choices: Iterable[tuple[Question, str]]) -> list[Change]:
    draft = Draft(changes)
    start = snapshot = changed(now, draft.changes)
    for question, choice in choices:
        _still_asked(start, question)
        before = len(draft.changes)
        restate(draft, snapshot, question.take if choice == TAKE else question.keep, question.row)
        snapshot = changed(snapshot, draft.changes[before:])
    return draft.changes


def _still_asked(snapshot: Snapshot, question: Question) -> None:
    if question.row is None:
        return
    if held_of(snapshot, question.row, question.field) != question.ours:
        raise Refused(texts.QUESTION_STALE.format(task=question.task))


def exit_code(collected: Collected) -> int:
    """0 done; 1 something to look at; 2 every file refused."""
    if all(file.state == REFUSED for file in collected.files):
        return 2
    return int(any(note.severity is not Severity.INFO for note in collected.notes))


def to_json(collected: Collected, applied: Applied | None) -> dict[str, Any]:
    """The contract of `collect --json`."""
    shown = ("file", "state", "unit", "round", "matched", "changed", "unchanged")
    files = [{name: getattr(file, name) for name in shown} for file in collected.files]
    notes = [_note_json(note) for note in collected.notes]
    return {"files": files, "notes": notes, "applied": applied.entry if applied else None}


def _note_json(note: Note) -> Mapping[str, Any]:
    return {**note._asdict(), "severity": note.severity.value}
