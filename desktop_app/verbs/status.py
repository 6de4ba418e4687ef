"""How every task stands on a day, by what is known now or by what the journal knew at an earlier moment."""

from collections import Counter
from datetime import date, datetime, time
from pathlib import PureWindowsPath
from typing import Any

from desktop_app import clock
from desktop_app.domain.model import Report
from desktop_app.domain.reported import answered_until
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.reports.status import Trail, status_of_ledger
from desktop_app.store import journal
from desktop_app.store.receipts import receipts
from desktop_app.store.store import Store
from desktop_app.texts import reports as texts


def status(store: Store, as_of: date | None, known_at: str | None = None) -> dict[str, Any]:
    """The object that `status --json` prints: rounds up to `as_of` count, as entered up to `known_at` (ISO).

    Without `as_of` the ledger as it is today, with all that has come in. Refused where `known_at` is no moment.
    """
    names = {receipt.file: _short(receipt.name) for receipt in receipts(store) if receipt.file}
    known = None if known_at is None else moment(known_at)
    snapshot = store.snapshot() if known is None else store.snapshot_at(known)
    trail = Trail(journal.sources_of(store.connection, "report", known), names, late_reports(store, snapshot))
    day = as_of or clock.today()
    return status_of_ledger(snapshot, day, as_of or answered_until(snapshot, day), trail)


def late_reports(store: Store, snapshot: Snapshot) -> frozenset[int]:
    """The reports that came after their round was due (补报), by key; what counts is when their file came."""
    made = journal.first_made(store.connection, "report")
    came = {receipt.file: receipt.at for receipt in reversed(receipts(store))}
    due = {row.key: snapshot.rounds[row.round].due for row in snapshot.rows.values()}

    def is_late(report: Report) -> bool:
        at, file = made.get(report.key, ("", None))
        return min(at, came.get(file, at))[:10] > due[report.row]

    return frozenset(report.key for report in snapshot.tables["report"].values() if is_late(report))


def late_rounds(store: Store) -> dict[int, int]:
    """In how many rounds each unit reported only after the due day, by unit key."""
    snapshot = store.snapshot()
    reports = snapshot.tables["report"]
    rows = [snapshot.rows[reports[key].row] for key in late_reports(store, snapshot)]
    counted = {row.round for row in rows if snapshot.rounds[row.round].state == "open"}
    return Counter(unit for made, unit in {(r.round, snapshot.unit(r.unit).key) for r in rows} if made in counted)


def _short(name: str) -> str:
    """A returned file by its own name, inside an archive by both names."""
    archive, inside, member = name.rpartition("!/")
    return PureWindowsPath(archive).name + inside + member if inside else PureWindowsPath(name).name


def moment(said: str) -> str:
    """A moment as the journal writes it: local time, to the microsecond; a bare day means its end. Else Refused."""
    try:
        parsed = datetime.fromisoformat(said.strip())
    except ValueError as error:
        raise Refused(texts.NO_MOMENT.format(said=said)) from error
    if len(said.strip()) <= len("2026-06-30"):
        parsed = datetime.combine(parsed.date(), time.max)
    if parsed.tzinfo is not None:
        try:
            parsed = parsed.astimezone().replace(tzinfo=None)
        except OverflowError as error:
            raise Refused(texts.NO_MOMENT.format(said=said)) from error
    return parsed.isoformat(timespec="microseconds")
