"""The files of a round: gathered from the ledger, written without it (a worker may), then noted in it.

Law 11: what is recorded comes first; a form that is not on the disk is 未写出 and can be written again.
"""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple

from desktop_app import clock
from desktop_app.domain.model import Form
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.exchange.asking import leaves_out
from desktop_app.exchange.form_paper import FormPaper, form_paper
from desktop_app.exchange.sheet_layout import columns_of, day_words
from desktop_app.exchange.write_forms import write_form
from desktop_app.exchange.write_listing import Written, listing
from desktop_app.files import safe_name, write_bytes, write_whole
from desktop_app.reports import notice, signoff
from desktop_app.store.receipts import mark_written, outgoing
from desktop_app.store.store import Store
from desktop_app.texts import exchange as texts

EACH, ONE, NONE = "each", "one", "none"
Step = Callable[[int, int], None]


class SentFile(NamedTuple):
    """One form that was written; `cells` are those that the unit is asked to fill."""

    unit: str
    path: Path
    rows: int
    cells: int
    sha256: str


class Parcel(NamedTuple):
    """What is to be written for a round, as data: the forms by key with their papers, and the papers beside them.

    `whole` are all forms of the round, `digests` the hashes of those that were written before.
    """

    folder: Path
    forms: tuple[tuple[Form, FormPaper], ...]
    whole: tuple[tuple[Form, FormPaper], ...]
    digests: dict[int, str]
    letter: notice.Letter
    signoff: str

    @property
    def first(self) -> FormPaper:
        """Any form of the round: period and days are the same in all."""
        return self.whole[0][1]


class Outcome(NamedTuple):
    """What was written of a parcel; `unwritten` says what is not on the disk, if anything is not."""

    files: tuple[SentFile, ...]
    notice: Path
    signoff: tuple[Path, ...]
    listing: Path
    unwritten: str | None


def parcel_of(
    store: Store,
    round_key: int,
    folder: Path,
    sign: str = ONE,
    units: Collection[int] | None = None,
    now: Snapshot | None = None,
) -> Parcel:
    """What a round writes into a folder: the forms of these units (None: all), notice, sign-off sheets, list.

    `now` is the ledger as it is, where somebody has read it already.
    """
    snapshot, identity = now or store.snapshot(), store.identity()
    forms: list[Form] = snapshot.having("form", "round", round_key)
    if not forms:
        raise Refused(texts.NO_ROUND)
    number = texts.ATTACHMENT if sign == NONE else texts.ATTACHMENT_1
    papers = [form_paper(snapshot, identity.ledger, identity.epoch, form)._replace(attachment=number) for form in forms]
    whole = tuple(zip(forms, papers, strict=True))
    out = outgoing(store)
    digests = {form.key: digest for form in forms if form.key in out and (digest := out[form.key].file)}
    chosen = tuple(pair for pair in whole if pair[1].lines and (units is None or pair[0].unit in units))
    return Parcel(folder, chosen, whole, digests, letter_of(snapshot, round_key, papers, sign != NONE), sign)


def letter_of(snapshot: Snapshot, round_key: int, papers: list[FormPaper], with_signoff: bool) -> notice.Letter:
    """The notice of a round as it would be signed today."""
    made, first = snapshot.rounds[round_key], papers[0]
    rows = [row for row in snapshot.rows_of(round_key) if not row.withdrawn]
    figures = max(len(snapshot.having("row_target", "row", row.key)) for row in rows) if rows else 0
    columns = [column for column in columns_of(made.asked, min(figures, 1)) if column.asked]
    issuers = [plan.issuer for plan in snapshot.plans_in_order() if plan.issuer]
    usual = not any(leaves_out(snapshot.tasks[row.task]) for row in rows)
    return notice.notice_letter(
        notice.Asked(
            first.period,
            first.as_of,
            first.due,
            tuple(paper.unit for paper in papers if paper.lines),
            len({row.task for row in rows}),
            tuple(texts.FIGURES if c.field.startswith("figure") else c.header for c in columns),
            usual,
            with_signoff,
            issuers[-1] if issuers else "",
            day_words(clock.today()),
        )
    )


def no_step(_done: int, _all: int) -> None:
    """Nobody watches."""


def write_parcel(parcel: Parcel, step: Step = no_step) -> Outcome:
    """Write it, telling `step` how far it is. What was newly made goes again where `step` raises (Cancel).

    A folder that refuses a file ends the writing; what is on the disk by then stays and can be used.
    """
    period = parcel.first.period
    letter = parcel.folder / texts.NOTICE_FILE.format(period=period)
    listed = parcel.folder / texts.LIST_FILE.format(period=period)
    sheets = _sheets(parcel)
    names = [*(form.file for form, _ in parcel.forms), letter.name, *(path.name for path, _ in sheets), listed.name]
    files: list[SentFile] = []
    others: list[Written] = []
    fresh: list[Path] = []
    done, finished, unwritten = 0, False, None
    try:
        for form, paper in parcel.forms:
            step(done, len(names))
            path = parcel.folder / form.file
            fresh += [] if path.exists() else [path]
            digest = write_whole(path, lambda new, paper=paper: write_form(paper, new))
            files.append(SentFile(paper.unit, path, len(paper.lines), paper.cells, digest))
            done += 1
        for path, make in [(letter, lambda: notice.as_docx(parcel.letter)), *sheets]:
            step(done, len(names))
            fresh += [] if path.exists() else [path]
            others.append(Written(texts.FOR_ALL, path.name, 0, write_bytes(path, make())))
            done += 1
        fresh += [] if listed.exists() else [listed]
        write_bytes(listed, _listing(parcel, files, others))
        finished = True
    except Refused:
        unwritten, finished = texts.NOT_WRITTEN.format(count=len(names) - done, file=names[done]), True
    finally:
        if not finished:
            for path in fresh:
                path.unlink(missing_ok=True)
    return Outcome(tuple(files), letter, tuple(path for path, _ in sheets), listed, unwritten)


def note_written(store: Store, parcel: Parcel, outcome: Outcome) -> None:
    """Note in the ledger's log which forms are on the disk."""
    keys = {form.file: form.key for form, _ in parcel.forms}
    for file in outcome.files:
        mark_written(store, keys[file.path.name], file.sha256)


def _sheets(parcel: Parcel) -> list[tuple[Path, Callable[[], bytes]]]:
    """The sign-off sheets by path, each with what makes it."""
    period, folder = parcel.first.period, parcel.folder
    papers = [paper for _, paper in parcel.whole if paper.lines]
    if parcel.signoff == ONE:
        path = folder / texts.SIGNOFF_FILE.format(period=period)
        return [(path, lambda: signoff.as_docx([_sheet(paper) for paper in papers]))]
    if parcel.signoff == EACH:
        return [
            (
                folder / safe_name(texts.SIGNOFF_OF.format(unit=paper.unit, period=period)),
                lambda paper=paper: signoff.as_docx([_sheet(paper)]),
            )
            for paper in papers
        ]
    return []


def _sheet(paper: FormPaper) -> signoff.Sheet:
    tasks = tuple((line.no, line.title) for line in paper.lines)
    return signoff.Sheet(paper.unit, paper.period, paper.as_of, paper.due, tasks)


def _listing(parcel: Parcel, files: list[SentFile], others: list[Written]) -> bytes:
    """The list of the whole round: the forms written now and before, then the other papers."""
    now = {file.path.name: file.sha256 for file in files}
    digests = {form.key: now.get(form.file, parcel.digests.get(form.key)) for form, _ in parcel.whole}
    forms = [
        Written(paper.unit, form.file, len(paper.lines), digest)
        for form, paper in parcel.whole
        if (digest := digests[form.key])
    ]
    first = parcel.first
    return listing(first.period, first.as_of, first.due, [*forms, *others])
