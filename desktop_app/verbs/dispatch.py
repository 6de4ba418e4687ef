"""Forms out: make a round, record it, then write one workbook a unit, the notice, the sign-off sheets and the list."""

import secrets
import tempfile
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app import clock
from desktop_app.collector import without_collector
from desktop_app.domain.due import due_day, is_short
from desktop_app.domain.filters import Filter, matching
from desktop_app.domain.periods import Period, parse_period
from desktop_app.domain.progress import statuses
from desktop_app.domain.proposal import Note, Proposal, Severity
from desktop_app.domain.reported import answered_until
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.domain.workdays import Calendar, calendar_of
from desktop_app.errors import Refused
from desktop_app.exchange.asking import Asking
from desktop_app.exchange.burden import repeats
from desktop_app.exchange.propose import batch_words, propose_dispatch
from desktop_app.exchange.sheet_layout import CHOICES, USUAL, day_words, period_words
from desktop_app.exchange.targets import beyond
from desktop_app.store import journal
from desktop_app.store.receipts import expect_outgoing
from desktop_app.store.store import Applied, Store
from desktop_app.texts import exchange as texts
from desktop_app.verbs.round_files import ONE, Outcome, Parcel, SentFile, note_written, parcel_of, write_parcel

YEARS = range(2000, 2101)


class Choices(NamedTuple):
    """What the clerk chose for a round besides its period and days; the usual round chooses nothing.

    `asked` as in `round.asked`; `wanted` are the tasks to ask about, `also` the states taken in that are usually left
    out, `units` those asked (None: all); `co`: helping units too; `signoff`: a sheet for "each" unit, "one" for all of
    them, or "none".
    """

    asked: str | None = None
    wanted: Filter = Filter()
    also: frozenset[str] = frozenset()
    units: frozenset[int] | None = None
    co: bool = False
    signoff: str = ONE


NOTHING_CHOSEN = Choices()


class Dispatched(NamedTuple):
    """A round whose forms are on the disk, with its notice and list; `applied` is None where it was written again.

    `unwritten` tells that some of these files are not on the disk; the round stands all the same.
    """

    round: int
    period: str
    as_of: str
    due: str
    files: tuple[SentFile, ...]
    notice: Path
    signoff: tuple[Path, ...]
    listing: Path
    notes: tuple[Note, ...]
    applied: Applied | None
    unwritten: str | None = None


class Made(NamedTuple):
    """A round that is recorded, and what is to be written for it."""

    round: int
    parcel: Parcel
    notes: tuple[Note, ...]
    applied: Applied


def dispatch(
    store: Store, period: str, due: date | None, out: Path, as_of: date | None, choices: Choices = NOTHING_CHOSEN
) -> Dispatched:
    """Make a round and write its forms into `out`; without `due` or `as_of`, the last day of the period stands.

    A due day that is no workday is moved by the ledger's rule. Refused, with nothing changed, for what is no period or
    no day of this century, where nobody is asked, or where `out` cannot be written. A second round of a period is told
    of, and never overwrites the first one's files.
    """
    made = make_round(store, period, due, out, as_of, choices)
    return finish(store, made, write_parcel(made.parcel))


@without_collector()
def make_round(
    store: Store,
    period: str,
    due: date | None,
    out: Path,
    as_of: date | None,
    choices: Choices = NOTHING_CHOSEN,
    now: Snapshot | None = None,
) -> Made:
    """Record the round; its files are still to be written (`round_files.write_parcel`), then `finish` notes them.

    `now` is the ledger as it is, where somebody has read it already.
    """
    asked = _period(period)
    as_of, wanted = _possible(as_of or asked.end), _possible(due or asked.end)
    snapshot = now or store.snapshot()
    asking = asking_of(snapshot, asked, as_of, wanted, choices)
    proposal = propose_dispatch(snapshot, asking, secrets.token_hex(8), _names_in(out))
    if not proposal.changes:
        lacking = any(note.severity is Severity.ASK for note in proposal.notes) or not snapshot.tasks
        raise Refused(texts.NOBODY if choices == NOTHING_CHOSEN and lacking else texts.NOBODY_CHOSEN)
    writable(out)
    timing = _timing(wanted, asking.due, calendar_of(snapshot))
    notes = (*proposal.notes, *_earlier(store, snapshot, asked), *timing, *_told(store, snapshot, proposal))
    applied = store.apply(proposal.changes, texts.DISPATCH_LABEL.format(period=period_words(asked)), journal.DISPATCH)
    if applied is None:
        raise Refused(texts.NOBODY)
    key = next(key for entity, key in applied.touched if entity == "round")
    parcel = parcel_of(store, key, out, choices.signoff, now=store.reread(snapshot, applied.touched))
    expect_outgoing(store, [form.key for form, _ in parcel.forms], str(out))
    return Made(key, parcel, notes, applied)


def finish(store: Store, made: Made, outcome: Outcome) -> Dispatched:
    """Note what was written of a round just made, and tell it."""
    return told_of(store, made.round, made.parcel, outcome, made.notes, made.applied)


def told_of(
    store: Store, key: int, parcel: Parcel, outcome: Outcome, notes: tuple[Note, ...], applied: Applied | None
) -> Dispatched:
    """Note what was written of a round in the ledger's log; everything about it that is told."""
    note_written(store, parcel, outcome)
    if outcome.unwritten:
        notes = (*notes, Note(Severity.REFUSED, outcome.unwritten))
    made = store.part("round").rounds[key]
    papers = (outcome.files, outcome.notice, outcome.signoff, outcome.listing)
    return Dispatched(key, made.period, made.as_of, made.due, *papers, notes, applied, outcome.unwritten)


def asking_of(snapshot: Snapshot, period: Period, as_of: date, due: date, choices: Choices) -> Asking:
    """The choices as what is asked of whom; the due day is a workday by the ledger's rule."""
    tasks = None
    if choices.wanted != Filter():
        today = clock.today()
        found = statuses(snapshot, today, answered_until(snapshot, today))
        tasks = frozenset(matching(snapshot, found, choices.wanted))
    asked = None
    if choices.asked is not None:
        fields = set(choices.asked.split(","))
        if not fields or fields - {*CHOICES}:
            raise Refused(texts.BAD_COLUMNS.format(columns=choices.asked))
        asked = None if fields == {*USUAL} else ",".join(field for field in CHOICES if field in fields)
    return Asking(period, as_of, due_day(snapshot, due), asked, tasks, choices.also, choices.units, choices.co)


def exit_code(dispatched: Dispatched) -> int:
    """0 done; 1 done, but some rows have no lead."""
    return int(any(note.severity is not Severity.INFO for note in dispatched.notes))


def to_json(dispatched: Dispatched) -> dict[str, Any]:
    """The contract of `dispatch --json`."""
    files = [
        {"unit": f.unit, "file": str(f.path), "rows": f.rows, "cells": f.cells, "sha256": f.sha256}
        for f in dispatched.files
    ]
    return {
        "round": dispatched.round,
        "period": dispatched.period,
        "as_of": dispatched.as_of,
        "due": dispatched.due,
        "files": files,
        "cells": sum(file.cells for file in dispatched.files),
        "notice": str(dispatched.notice),
        "signoff": [str(path) for path in dispatched.signoff],
        "list": str(dispatched.listing),
        "notes": [note.text for note in dispatched.notes],
    }


def writable(folder: Path) -> None:
    """Refused where a folder cannot be written: tried before anything is recorded."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(b"\0" * 65536)
    except OSError as error:
        raise Refused(texts.NO_FOLDER.format(folder=folder)) from error


def made_on(store: Store) -> dict[int, date]:
    """The day on which each round was made."""
    found = {}
    for key in store.part("round").rounds:
        born = journal.history_of(store.connection, "round", key, "token")
        entry = journal.entry_of(store.connection, born[-1][0]) if born else None
        if entry:
            found[key] = date.fromisoformat(entry.at[:10])
    return found


def repeat_notes(snapshot: Snapshot, proposed: Snapshot, round_key: int, days: dict[int, date]) -> list[Note]:
    """A note for each round whose questions the proposed one asks of the same units again within 30 days."""
    by_round: dict[int, list[Any]] = {}
    for repeat in repeats(proposed, proposed.rounds[round_key], days, clock.today()):
        by_round.setdefault(repeat.round, []).append(repeat)
    told = []
    for key, same in by_round.items():
        names = texts.AND.join(snapshot.units[repeat.unit].name for repeat in same[: texts.NAMED_UNITS])
        units = names if len(same) <= texts.NAMED_UNITS else texts.UNITS_MORE.format(names=names, count=len(same))
        sentence = texts.ASKED_AGAIN.format(
            period=batch_words(snapshot, snapshot.rounds[key]),
            days=texts.DAYS_AGO.format(days=same[0].days) if same[0].days else texts.SAME_DAY,
            units=units,
            headers=texts.AND.join(dict.fromkeys(header for repeat in same for header in repeat.headers)),
        )
        told.append(Note(Severity.INFO, sentence))
    return told


def _told(store: Store, snapshot: Snapshot, proposal: Proposal) -> list[Note]:
    """What a proposed round asks twice, and the targets that are more than a form has room for."""
    proposed = changed(snapshot, proposal.changes)
    key = min(proposed.rounds)  # the stand-in key is below all others
    notes = repeat_notes(snapshot, proposed, key, made_on(store))
    if "figures" in (proposed.rounds[key].asked or ""):
        tasks = {row.task for row in proposed.rows_of(key)}
        left = [snapshot.tasks[task].title for task in sorted(tasks) if beyond(snapshot, task)]
        notes += [Note(Severity.INFO, texts.MANY_TARGETS.format(task=title), task=title) for title in left]
    return notes


def _period(written: str) -> Period:
    try:
        return parse_period(written)
    except ValueError as error:
        raise Refused(texts.BAD_PERIOD.format(period=written)) from error


def _possible(day: date) -> date:
    if day.year not in YEARS:
        raise Refused(texts.BAD_DAY.format(day=day.isoformat()))
    return day


def _names_in(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []  # it is made, or refused, in its turn


def _earlier(store: Store, snapshot: Snapshot, period: Period) -> list[Note]:
    """A note for each round of the same period that stands: nobody should make a second one unawares."""
    days, told = made_on(store), []
    for made in snapshot.rounds_in_order():
        if made.period == period.name and made.state != "voided":
            day = day_words(days.get(made.key, date.fromisoformat(made.as_of)))
            told.append(Note(Severity.ASK, texts.EARLIER_ROUND.format(period=batch_words(snapshot, made), day=day)))
    return told


def _timing(wanted: date, due: date, calendar: Calendar) -> list[Note]:
    today, told = clock.today(), []
    if due != wanted:
        sentence = texts.DUE_MOVED.format(wanted=day_words(wanted), due=day_words(due))
        told.append(Note(Severity.INFO, sentence))
    if due < today:
        told.append(Note(Severity.INFO, texts.DUE_PAST.format(due=day_words(due))))
    elif is_short(due, today, calendar):
        told.append(Note(Severity.INFO, texts.SHORT_NOTICE.format(due=day_words(due))))
    return told
