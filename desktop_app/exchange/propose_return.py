"""What a returned form does to the ledger: three-way, a field at a time (law 4); doubts become questions."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.changes import Change, Draft, Source
from desktop_app.domain.merge import Outcome, three_way
from desktop_app.domain.model import Answer, RoundRow
from desktop_app.domain.proposal import Note, Proposal, Question, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import Value, encode
from desktop_app.exchange.propose_answers import WHOLE_FILE, accept, decline, declined
from desktop_app.exchange.propose_columns import with_other_columns
from desktop_app.exchange.propose_exchanged import with_exchanged
from desktop_app.exchange.propose_held import asked_in, held_about, wanted_of
from desktop_app.exchange.propose_match import LACKING_AT_MOST, Matched, match_rows, named
from desktop_app.exchange.propose_misplaced import with_misplaced
from desktop_app.exchange.propose_owner import Owner, owner_of
from desktop_app.exchange.propose_plain import Plain, cells_of, plain_of, take_plain
from desktop_app.exchange.propose_printed import printed_over
from desktop_app.exchange.propose_pushed import pushed
from desktop_app.exchange.propose_readings import HEADERS, figures_missing, needed_but_missing, said_by
from desktop_app.exchange.propose_round import heading_of_other, later_waited_for, printed_for_other, sheet_of_other
from desktop_app.exchange.propose_said import Said, shown
from desktop_app.exchange.propose_shifted import beside_blank, shifted, with_figures_moved
from desktop_app.exchange.propose_slid import askew, end_elsewhere, progress, with_strays
from desktop_app.exchange.read_forms import ReturnedForm
from desktop_app.exchange.read_values import local_time
from desktop_app.exchange.sheet_layout import FIGURES
from desktop_app.texts import astray, merge
from desktop_app.texts import exchange as texts

_TELLING = ("percent", *FIGURES)  # what answers beside another task seldom go with


class Ledger(NamedTuple):
    """Which ledger, which life of it, and when the newest form taken in so far was saved, by round and unit.

    Times are UTC, '' for a file that does not tell; `met` are those of the files read in the same call. `then` has the
    ledger as a round printed it, by round, where its tasks were edited since. `taken` tells for which round a file, by
    its SHA-256, was taken in before: one without marks is of that round whenever it is looked at again.
    `heard`: when an answer that no file brought was taken down, by round row. `tied`: another file of the unit came at
    once, says otherwise, and nothing tells which of them is the later one.
    """

    id: str
    epoch: int
    merged_until: Mapping[tuple[int, int], str]
    met: Mapping[tuple[int, int], str]
    then: Mapping[int, Snapshot]
    taken: Mapping[str, int]
    heard: Mapping[int, str]
    tied: bool = False


class Return(NamedTuple):
    """What a form proposes, whose it is (round and unit by key), its rows and cells counted.

    `said` has the fields that it speaks of, by round row.
    """

    proposal: Proposal
    round: int
    unit: int
    matched: int
    changed: int
    unchanged: int
    said: Mapping[int, Collection[str]]


class _Held(NamedTuple):
    """A field of a round row: what the unit last said (base), what the ledger holds (ours), how it was heard since."""

    row: RoundRow
    field: str
    base: Value
    ours: Value
    heard: str | None


class _Asked(NamedTuple):
    """What a round asks: its day, its fields; the file (SHA-256) that answers, and the rows answered by word since."""

    as_of: date
    fields: frozenset[str]
    sha: str
    heard: frozenset[int]


class _Sorted(NamedTuple):
    """The values of a form by what becomes of them."""

    taken: dict[int, dict[str, Said]]
    agreed: dict[int, dict[str, Said]]
    questions: list[Question]
    notes: list[Note]
    unchanged: set[Source]
    said: dict[int, Collection[str]]
    replacing: set[Source]
    plain: list[Plain]


def propose_return(snapshot: Snapshot, form: ReturnedForm, sha: str, ledger: Ledger, draft: Draft) -> Return:
    """The clean changes go into `draft`, which the files of one call share. Refused: the file is not for us."""
    owner = owner_of(snapshot, form, ledger.id, ledger.epoch, ledger.taken.get(sha))
    matched, missing, notes, moved = match_rows(snapshot, form, owner, ledger.id)
    heard = frozenset(row for row, moment in ledger.heard.items() if form.modified and form.modified < moment)
    asked = _Asked(date.fromisoformat(owner.round.as_of), asked_in(owner.round), sha, heard)
    if "figures" in asked.fields:
        matched = with_figures_moved(snapshot, with_exchanged(snapshot, matched))
    said = list(map(progress, matched))
    matched = with_other_columns(with_misplaced(matched, said), said)
    gaps = not all(row.filled() for one in matched for row in one.returned)
    off_line = shifted(snapshot, matched) if gaps else None
    matched = beside_blank(snapshot, matched) if gaps and not off_line else matched
    matched, in_rows = (matched, None) if off_line else with_strays(snapshot, matched, said)
    found = _Sorted({}, {}, [], [*form.notes, *notes], set(), {}, set(), [])
    if owner.note:
        found.notes.append(Note(Severity.INFO, owner.note, form.name))
    over = [note for one in matched for note in printed_over(snapshot, ledger.then.get(owner.round.key), form, one)]
    if over:
        owner = owner._replace(unsure=owner.unsure or printed_for_other(snapshot, form, owner.round, owner.unit))
        found.notes.extend(over)
    blank = [one.row for one in matched if not _sort(snapshot, form, one, found, asked)]
    _tell_rows(form, texts.ROWS_MISSING, missing, found.notes)
    _tell_rows(form, texts.ROWS_BLANK, [r for r in blank if snapshot.report_of(r.key) is None], found.notes)
    gate = _gate(snapshot, form, owner, ledger, found) or moved or _of_form(form)
    if gate is None and any(question.field in _TELLING for question in found.questions):
        gate = askew(snapshot, matched) or end_elsewhere(matched)
    gate = gate or off_line or pushed(snapshot, matched) or in_rows
    made, questions = _settled(snapshot, form, sha, gate, found, draft)
    changed = _cells(found.taken) if made else set()
    proposal = Proposal(made, tuple(questions), tuple(found.notes))
    plain = _plain_cells(found) if made else 0
    counts = (len(matched), len(changed) + plain, len(found.unchanged - changed))
    return Return(proposal, owner.round.key, owner.unit, *counts, found.said)


def _sort(snapshot: Snapshot, form: ReturnedForm, matched: Matched, found: _Sorted, asked: _Asked) -> bool:
    """Sort what the file says about one round row; False where it says nothing."""
    row = matched.row
    plain = plain_of(snapshot, matched)
    if plain is not None:
        found.plain.append(plain)
        found.said[row.key] = plain.values
        return True
    held = held_about(snapshot, row, asked.fields)
    wanted = wanted_of(snapshot, held) if held.figures else {}
    said = said_by(matched, held, wanted, asked.as_of, asked.sha)
    found.said[row.key] = said
    heard = held.before.heard if isinstance(held.before, Answer) and row.key in asked.heard else None
    for field, one in said.items():
        if field in FIGURES:
            figure = held.figures.get(field)
            values = (figure.accepted, figure.held) if figure else (None, None)
        else:
            values = (getattr(held.before, field, None), getattr(held.ours, field, None))
        _sort_value(snapshot, form, _Held(row, field, *values, heard), one, found)
    place = (form.name, matched.returned[0].sheet, None, row.title)
    lacking = needed_but_missing(said, held.ours, held)
    if lacking:
        sentence = texts.MISSING.format(fields=texts.AND.join(lacking))
        found.notes.append(Note(Severity.INFO, _about(row, "", sentence), *place))
    figures = figures_missing(said, held)
    if figures:
        sentence = merge.NO_FIGURE.format(fields=texts.AND.join(figures))
        found.notes.append(Note(Severity.ASK, _about(row, "", sentence), *place))
    return any(one.value is not None or one.doubt for one in said.values())


def _sort_value(snapshot: Snapshot, form: ReturnedForm, held: _Held, one: Said, found: _Sorted) -> None:
    row, field, base, ours, heard = held
    outcome = three_way(base, ours, one.value)
    theirs = one.raw if one.value is None else one.value
    asked = one.doubt or (texts.CONFLICT.format(**_words(one, ours, base)) if outcome is Outcome.CONFLICT else None)
    if asked is None and outcome is Outcome.TAKE and heard and base is not None:
        asked = merge.HEARD_SINCE.format(theirs=shown(one), heard=heard, base=encode(base))
    if outcome in (Outcome.UNCHANGED, Outcome.KEEP) or (asked and declined(snapshot, row.key, field, theirs)):
        found.unchanged.add(one.source)
        if outcome is Outcome.UNCHANGED and base != one.value and not one.doubt:
            found.agreed.setdefault(row.key, {})[field] = one
        return
    if asked:
        found.questions.append(_question(snapshot, form, held, one, asked))
    elif outcome is Outcome.TAKE:
        found.taken.setdefault(row.key, {})[field] = one
        if base is not None:
            found.replacing.add(one.source)
    if one.note:
        place = (form.name, one.source.sheet, one.source.cell, row.title)
        found.notes.append(Note(Severity.INFO, _about(row, field, one.note), *place))


def _words(one: Said, ours: Value, base: Value) -> dict[str, str]:
    return {"theirs": shown(one), "ours": encode(ours) or texts.BLANK, "base": encode(base) or texts.BLANK}


def _about(row: RoundRow, field: str, sentence: str) -> str:
    return texts.SAID_OF_TASK.format(task=row.title, field=HEADERS.get(field, ""), said=sentence)


def _question(snapshot: Snapshot, form: ReturnedForm, held: _Held, one: Said, sentence: str) -> Question:
    row, field = held.row, held.field
    theirs = one.raw if one.value is None else one.value
    take, keep = Draft(), Draft()
    if one.value is not None:
        accept(take, snapshot, row.key, {field: (one.value, one.source)})
    decline(keep, row.key, field, theirs)
    return Question(
        text=_about(row, field, sentence),
        row=row.key,
        field=field,
        base=held.base,
        ours=held.ours,
        theirs=theirs,
        take=tuple(take.changes),
        keep=tuple(keep.changes),
        file=form.name,
        sheet=one.source.sheet,
        cell=one.source.cell,
        task=row.title,
    )


def _tell_rows(form: ReturnedForm, sentence: str, rows: list[RoundRow], notes: list[Note]) -> None:
    if rows:
        notes.append(
            Note(Severity.INFO, sentence.format(count=len(rows), tasks=named(rows, LACKING_AT_MOST)), form.name)
        )


def _gate(snapshot: Snapshot, form: ReturnedForm, owner: Owner, ledger: Ledger, found: _Sorted) -> str | None:
    """The sentence to ask before anything of this file is taken in, the number of cells left open; None: no need."""
    if owner.before_restore:
        return texts.OLDER_EPOCH
    if owner.of_other:
        return owner.of_other
    unsure = heading_of_other(snapshot, form, owner.round) or sheet_of_other(snapshot, form, owner.round)
    unsure = unsure or owner.unsure
    if unsure:
        return unsure
    place, saved = (owner.round.key, owner.unit), form.modified
    newest, met = ledger.merged_until.get(place), ledger.met.get(place)
    if newest and saved and saved < newest:
        return texts.OLDER_FILE.replace("{modified}", local_time(saved))
    if ledger.tied:
        return astray.TIED
    if not found.replacing:
        return None
    told = saved and newest != "" and saved != met
    return later_waited_for(snapshot, owner.round, owner.unit) or (None if told else texts.AGE_UNKNOWN)


def _settled(
    snapshot: Snapshot, form: ReturnedForm, sha: str, gate: str | None, found: _Sorted, draft: Draft
) -> tuple[tuple[Change, ...], list[Question]]:
    """The changes to make now and the questions to ask; behind a gate the file is one question."""
    whole = f"{sha}:{form.part.unit}" if form.part else sha
    if gate is None or not (found.taken or found.plain):
        start = len(draft.changes)
        _take(draft, snapshot, sha, found)
        return tuple(draft.changes[start:]), found.questions
    if declined(snapshot, None, WHOLE_FILE, whole):
        found.unchanged.update(_cells(found.taken), *(cells_of(sha, plain) for plain in found.plain))
        return (), []
    take, keep = Draft(), Draft()
    _take(take, snapshot, sha, found)
    decline(keep, None, WHOLE_FILE, whole)
    count = len(_cells(found.taken)) + _plain_cells(found)
    sentence = gate.replace("{count}", str(count))
    changes = tuple(take.changes), tuple(keep.changes)
    return (), [Question(sentence, None, WHOLE_FILE, None, None, whole, *changes, file=form.name)]


def _of_form(form: ReturnedForm) -> str | None:
    """The sentence to ask where these are another unit's rows in a file sent to one, or no header is left."""
    if form.part is None or not form.part.sent_to:
        return astray.HEADLESS if form.headless else None
    return astray.PART_OF_OTHER.replace("{own}", form.part.sent_to).replace("{unit}", form.part.unit)


def _cells(taken: dict[int, dict[str, Said]]) -> set[Source]:
    """The cells that these values come from; one that says "as last time" stands for several values."""
    return {one.source for values in taken.values() for one in values.values()}


def _plain_cells(found: _Sorted) -> int:
    return sum([len(plain.values) for plain in found.plain])


def _take(draft: Draft, snapshot: Snapshot, sha: str, found: _Sorted) -> None:
    for plain in found.plain:
        take_plain(draft, sha, plain)
    for row in dict.fromkeys((*found.taken, *found.agreed)):
        taken, agreed = (
            {field: (one.value, one.source) for field, one in values.get(row, {}).items()}
            for values in (found.taken, found.agreed)
        )
        accept(draft, snapshot, row, taken, agreed)
