"""Forms out: make a round, record it, then write one workbook a unit, the notice and the list of files.

What is recorded comes first (law 11): a file that could not be written is 未写出 and can be written again.
"""

import secrets
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app import clock
from desktop_app.domain.changes import Draft
from desktop_app.domain.model import Form, Round
from desktop_app.domain.periods import Period, parse_period
from desktop_app.domain.proposal import Note, Severity
from desktop_app.domain.workdays import add_workdays
from desktop_app.errors import Refused
from desktop_app.exchange.form_paper import FormPaper, form_paper
from desktop_app.exchange.propose import batch_words, propose_dispatch
from desktop_app.exchange.sheet_layout import ASKED, day_words, period_words
from desktop_app.exchange.write_forms import write_form
from desktop_app.exchange.write_notice import Written, listing, notice
from desktop_app.files import write_bytes, write_whole
from desktop_app.store import journal
from desktop_app.store.receipts import expect_outgoing, mark_written
from desktop_app.store.store import Applied, Store
from desktop_app.texts import exchange as texts

FAIR_WORKDAYS = 3
YEARS = range(2000, 2101)


class SentFile(NamedTuple):
    """One form that was written; `cells` are those that the unit is asked to fill."""

    unit: str
    path: Path
    rows: int
    cells: int
    sha256: str


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
    listing: Path
    notes: tuple[Note, ...]
    applied: Applied | None
    unwritten: str | None = None


def dispatch(store: Store, period: str, due: date | None, out: Path, as_of: date | None) -> Dispatched:
    """Make a round and write its forms into `out`; without `due` or `as_of`, the last day of the period stands.

    Refused, with nothing changed, for what is no period or no day of this century, where no task has a lead, or where
    `out` cannot be written. A second round of a period is told of, and never overwrites the first one's files.
    """
    asked = _period(period)
    as_of, due = _possible(as_of or asked.end), _possible(due or asked.end)
    proposal = propose_dispatch(store.snapshot(), asked, as_of, due, secrets.token_hex(8), _names_in(out))
    if not proposal.changes:
        raise Refused(texts.NOBODY)
    _writable(out)
    again = _earlier(store, asked)
    applied = store.apply(proposal.changes, texts.DISPATCH_LABEL.format(period=period_words(asked)), journal.DISPATCH)
    if applied is None:
        raise Refused(texts.NOBODY)
    made = next(key for entity, key in applied.touched if entity == "round")
    return _write(store, made, out, (*proposal.notes, *again, *_timing(due)), applied)


def write_again(store: Store, round_key: int, out: Path) -> Dispatched:
    """Write a round's forms once more, as they were recorded."""
    _round(store, round_key)
    _writable(out)
    return _write(store, round_key, out, (), None)


def void_round(store: Store, round_key: int) -> Applied | None:
    """Mark a round void (作废): its forms are no longer taken in, its answers no longer count."""
    made = _round(store, round_key)
    draft = Draft()
    draft.set("round", made, {"state": "voided"})
    return store.apply(draft.changes, texts.VOID_LABEL.format(period=period_words(parse_period(made.period))))


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
        "notice": str(dispatched.notice),
        "list": str(dispatched.listing),
        "notes": [note.text for note in dispatched.notes],
    }


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


def _earlier(store: Store, period: Period) -> list[Note]:
    """A note for each round of the same period that stands: nobody should make a second one unawares."""
    snapshot, told = store.snapshot(), []
    for made in snapshot.rounds_in_order():
        if made.period == period.name and made.state != "voided":
            born = journal.history_of(store.connection, "round", made.key, "token")
            entry = journal.entry_of(store.connection, born[-1][0]) if born else None
            day = day_words(entry.at[:10]) if entry else day_words(made.as_of)
            told.append(Note(Severity.ASK, texts.EARLIER_ROUND.format(period=batch_words(snapshot, made), day=day)))
    return told


def _round(store: Store, key: int) -> Round:
    made = store.snapshot().rounds.get(key)
    if made is None:
        raise Refused(texts.NO_ROUND)
    if made.state == "voided":
        raise Refused(texts.VOIDED_ALREADY)
    return made


def _writable(folder: Path) -> None:
    """Try the folder before anything is recorded."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(b"\0" * 65536)
    except OSError as error:
        raise Refused(texts.NO_FOLDER.format(folder=folder)) from error


def _timing(due: date) -> list[Note]:
    today = clock.today()
    if due < today:
        return [Note(Severity.INFO, texts.DUE_PAST.format(due=day_words(due)))]
    if due < add_workdays(today, FAIR_WORKDAYS):
        return [Note(Severity.INFO, texts.SHORT_NOTICE.format(due=day_words(due)))]
    return []


def _write(store: Store, key: int, out: Path, notes: tuple[Note, ...], applied: Applied | None) -> Dispatched:
    snapshot, identity = store.snapshot(), store.identity()
    made = snapshot.rounds[key]
    forms: list[Form] = snapshot.having("form", "round", key)
    papers = [form_paper(snapshot, identity.ledger, identity.epoch, form) for form in forms]
    letter = out / texts.NOTICE_FILE.format(period=papers[0].period)
    listed = out / texts.LIST_FILE.format(period=papers[0].period)
    said = notice(
        papers, [form.file for form in forms], len({row.task for row in snapshot.rows_of(key)}), clock.today()
    )
    files: list[SentFile] = []
    unwritten = None
    try:
        expect_outgoing(store, [form.key for form in forms], str(out))
        for written in _write_forms(store, forms, papers, out):
            files.append(written)
        write_bytes(letter, said)
        write_bytes(listed, listing(papers[0], [Written(f.unit, f.path.name, f.rows, f.sha256) for f in files]))
    except Refused:
        names = [*(form.file for form in forms), letter.name, listed.name]
        left = names[len(files) :]
        unwritten = texts.NOT_WRITTEN.format(count=len(left), file=left[0])
        notes = (*notes, Note(Severity.REFUSED, unwritten))
    return Dispatched(key, made.period, made.as_of, made.due, tuple(files), letter, listed, notes, applied, unwritten)


def _write_forms(store: Store, forms: Sequence[Form], papers: Sequence[FormPaper], out: Path) -> Iterator[SentFile]:
    """Write the forms in turn, each noted as soon as it is on the disk."""
    for form, paper in zip(forms, papers, strict=True):
        path = out / form.file
        digest = write_whole(path, lambda fresh, paper=paper: write_form(paper, fresh))
        mark_written(store, form.key, digest)
        rows = len(paper.lines)
        yield SentFile(paper.unit, path, rows, rows * len(ASKED), digest)
