"""Papers that went out: put into the register with their very file, held against the ledger as it came to be since."""

from pathlib import Path

from desktop_app import clock
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.files import read_bytes
from desktop_app.reports.issued import Correction, Issued, corrections, issue_changes, issued_papers, sentences
from desktop_app.reports.paper import Paragraph
from desktop_app.store import journal
from desktop_app.store.store import Applied, Store
from desktop_app.texts import docx_page as styles
from desktop_app.texts import papers_issued as texts
from desktop_app.texts import papers_opinions
from desktop_app.texts import report as report_texts
from desktop_app.verbs.report import Choices, Made, make, make_as_then
from desktop_app.verbs.report_basis import then
from desktop_app.verbs.report_mark import PaperMark, read_mark
from desktop_app.verbs.report_write import Written

COMPARED = ("bulletin", "brief", "figures", "summary", "breakdown")  # what can be held against the ledger later on
_FIGURES = ("report", "row_target", "task", "round_row")  # what the numbers of papers are made of


def issue_paper(store: Store, made: Made, written: Written, draft: bool = False) -> Applied | None:
    """Put a paper that was written into the register, and its file among the sources; None where it is there already.

    Refused where the file is no longer the one that was written.
    """
    data = read_bytes(written.file)
    digest = store.sources.keep(data, written.file.name)
    if digest != written.sha256:
        raise Refused(texts.NOT_SAME.format(name=written.file.name))
    known = issued_papers(store.snapshot())
    if any(issued.file == digest for issued in known):
        return None
    issued = Issued(
        max((issued.no for issued in known), default=0) + 1,
        made.kind,
        made.period,
        made.as_of.isoformat(),
        clock.today().isoformat(),
        title_of(made),
        written.file.name,
        digest,
        made.mark,
        draft,
    )
    return store.apply(issue_changes(issued), texts.LABEL.format(title=issued.title))


def title_of(made: Made) -> str:
    """The title of a paper, on one line."""
    titles = [block.words.text for block in made.blocks if isinstance(block, Paragraph) and block.style == styles.TITLE]
    return titles[0].replace("\n", "") if titles else report_texts.NAMES[made.kind]


def issued_of(snapshot: Snapshot, number: int | None) -> Issued:
    """The issued paper of a number. Refused where there is none."""
    if number is None:
        raise Refused(texts.NO_NUMBER)
    found = next((issued for issued in issued_papers(snapshot) if issued.no == number), None)
    if found is None:
        raise Refused(texts.NOT_ISSUED.format(no=number))
    return found


def corrections_of(store: Store, issued: Issued) -> list[Correction]:
    """The sentences of an issued paper that are otherwise now. Refused where there is none."""
    found = differences(store, issued)
    if not found:
        raise Refused(texts.NOTHING.format(title=issued.title))
    return found


def differences(store: Store, issued: Issued) -> list[Correction]:
    """The sentences of an issued paper that the ledger has otherwise now, for the day that the paper is of."""
    if issued.kind not in COMPARED:
        return []
    mark = _mark(issued)
    before, snapshot = make_as_then(store, mark), store.snapshot()
    after = make(store, issued.kind, issued.period, Choices(mark.as_of, pictures=False))
    fresh = frozenset(snapshot.tables["report"].keys() - then(store, mark).snapshot.tables["report"].keys())
    return corrections(sentences(before.blocks), sentences(after.blocks), fresh)


def perhaps_changed(store: Store, snapshot: Snapshot) -> list[Issued]:
    """The issued papers some of whose rounds or tasks were changed since them and since what corrected them;
    `differences` tells whether a number was.
    """
    found, papers = [], issued_papers(snapshot)
    for issued in papers:
        if issued.kind not in COMPARED:
            continue
        corrected = [one for one in papers if one.kind == "correction" and issued.title in one.title]
        last = max(_mark(one).entry for one in (issued, *corrected))
        later = [entry.id for entry in journal.entries(store.connection) if entry.id > last]
        changes = (change for entry in later for change in journal.changes_of(store.connection, entry))
        if any(
            change.entity in _FIGURES and _counts(snapshot, change.entity, change.key, issued) for change in changes
        ):
            found.append(issued)
    return found


def _counts(snapshot: Snapshot, entity: str, key: int, issued: Issued) -> bool:
    """Whether a record is one that a paper of that day looked at."""
    if entity == "task":
        return True
    record = snapshot.tables[entity].get(key)
    if record is None:
        return True
    row = record if entity == "round_row" else snapshot.rows[record.row]
    return snapshot.rounds[row.round].as_of <= issued.as_of


def draft_at(store: Store, snapshot: Snapshot) -> tuple[Issued, Snapshot]:
    """The latest draft breakdown that went out, and the ledger as it was then. Refused where none did."""
    drafts = [issued for issued in issued_papers(snapshot) if issued.kind == "breakdown" and issued.draft]
    if not drafts:
        raise Refused(papers_opinions.NO_DRAFT)
    return drafts[-1], then(store, _mark(drafts[-1])).snapshot


def stored_file(store: Store, issued: Issued) -> Path | None:
    """Where the very file of an issued paper lies."""
    return store.sources.find(issued.file)


def _mark(issued: Issued) -> PaperMark:
    mark = read_mark(issued.mark)
    if mark is None:
        raise Refused(texts.NOT_ISSUED.format(no=issued.no))
    return mark
