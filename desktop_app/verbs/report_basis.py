"""What papers are made of: the ledger now, or as it was when an earlier paper was made, on the day of a period."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from desktop_app import clock
from desktop_app.domain.changes import inverse
from desktop_app.domain.periods import Period, month_end, parse_period
from desktop_app.domain.posts import with_holders
from desktop_app.domain.progress import statuses
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.errors import Refused
from desktop_app.exchange.sheet_layout import period_words
from desktop_app.exchange.timeliness import IN_TIME, LATE, records
from desktop_app.reports.bulletin import Basis, Feedback
from desktop_app.store import journal
from desktop_app.store.receipts import Receipt, receipts
from desktop_app.store.store import Store
from desktop_app.texts import report as texts
from desktop_app.verbs.heard import heard_at
from desktop_app.verbs.report_mark import PaperMark
from desktop_app.verbs.returns import REFUSED
from desktop_app.verbs.status import late_reports, moment


class Moment(NamedTuple):
    """The ledger at one moment: after which journal entry and which receipt, by number; its day, and the reports that
    came after their round was due, by key.
    """

    snapshot: Snapshot
    received: dict[tuple[int, int], str]
    entry: int
    receipt: int
    day: date
    late: frozenset[int]


def period_of(text: str) -> Period:
    """The period that is written so. Refused for anything else."""
    try:
        return parse_period(text)
    except ValueError as error:
        raise Refused(texts.NO_PERIOD.format(said=text)) from error


def now(store: Store) -> Moment:
    """The ledger as it is."""
    last, came = journal.entries(store.connection, 1), receipts(store)
    return _moment(store, store.snapshot(), came, (last[0].id if last else 0, came[-1].id if came else 0))


def known_at(store: Store, said: str) -> Moment:
    """The ledger as the journal knew it at a moment. Refused where that is none."""
    at = moment(said)
    came = [receipt for receipt in receipts(store) if receipt.at <= at]
    entry = max((entry.id for entry in journal.entries(store.connection) if entry.at <= at), default=0)
    return _moment(store, store.snapshot_at(at), came, (entry, came[-1].id if came else 0), date.fromisoformat(at[:10]))


def then(store: Store, mark: PaperMark) -> Moment:
    """The ledger as it was when the paper of this mark was made."""
    later = [entry.id for entry in journal.entries(store.connection) if entry.id > mark.entry]
    changes = [change for entry in sorted(later) for change in journal.changes_of(store.connection, entry)]
    snapshot = changed(store.snapshot(), inverse(changes))
    came = [receipt for receipt in receipts(store) if receipt.id <= mark.receipt]
    return _moment(store, snapshot, came, (mark.entry, mark.receipt))


def _moment(
    store: Store, snapshot: Snapshot, came: list[Receipt], last: tuple[int, int], day: date | None = None
) -> Moment:
    came_in, late = received(store, snapshot, came), late_reports(store, snapshot)
    return Moment(snapshot, came_in, *last, day or clock.today(), late)


def received(store: Store, snapshot: Snapshot, came: Iterable[Receipt] | None = None) -> dict[tuple[int, int], str]:
    """When each unit of each round first reported (ISO moments), by these receipts, else by all."""
    came = receipts(store) if came is None else came
    first = heard_at(store, snapshot)
    for receipt in came:
        if receipt.round and receipt.unit in snapshot.units and receipt.outcome != REFUSED:
            place = (receipt.round, snapshot.unit(receipt.unit).key)
            first[place] = min(first.get(place, receipt.at), receipt.at)
    return first


def basis_of(ledger: Moment, period: Period, as_of: date | None) -> Basis:
    """What a paper of this period is made of; its figures are of the day said, else of its round's or its own last."""
    snapshot = ledger.snapshot
    rounds = [made for made in snapshot.rounds_in_order() if made.state == "open"]
    own = [made for made in rounds if made.period == period.name]
    day = as_of or (date.fromisoformat(own[-1].as_of) if own else period.end)
    during = [made for made in rounds if period.start.isoformat() <= made.as_of <= day.isoformat()]
    earlier = [made for made in rounds if made.as_of < (own or during or rounds)[-1].as_of] if rounds else []
    asked = (own or during)[-1:]
    snapshot = with_holders(snapshot, day.isoformat())
    before = date.fromisoformat(earlier[-1].as_of) if earlier else None
    return Basis(
        snapshot,
        statuses(snapshot, day),
        period_words(period),
        day,
        (before, statuses(snapshot, before)) if before and before < day else None,
        _feedback(ledger, asked[0].key) if asked else None,
        _end_of_next(period),
        ledger.late,
    )


def _end_of_next(period: Period) -> date:
    """The last day of the period of the same length that comes next."""
    months = period.end.month - period.start.month + 1
    year, month = divmod(12 * period.end.year + period.end.month - 1 + months, 12)
    return month_end(year, month + 1)


def _feedback(ledger: Moment, round_key: int) -> Feedback | None:
    marks: dict[str, list[int]] = {}
    for record in records(ledger.snapshot, ledger.received, date.max):
        for made, mark in record.marks:
            if made == round_key:
                marks.setdefault(mark, []).append(record.unit)
    asked = tuple(unit for units in marks.values() for unit in units)
    if not asked:
        return None
    return Feedback(round_key, asked, tuple(marks.get(IN_TIME, ())), tuple(marks.get(LATE, ())))
