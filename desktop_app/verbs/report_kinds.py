"""What each kind of paper is made of: a function a kind, from the ledger at a moment to the blocks of its pages."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.periods import Period
from desktop_app.domain.progress import statuses
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workdays import calendar_of
from desktop_app.errors import Refused
from desktop_app.exchange.sheet_layout import day_words, period_words
from desktop_app.exchange.timeliness import IN_TIME, LATE, OPEN, SILENT, records
from desktop_app.reports.breakdown import breakdown
from desktop_app.reports.brief import brief_blocks
from desktop_app.reports.bulletin import Basis, bulletin_fields
from desktop_app.reports.bulletin_tables import behind_list
from desktop_app.reports.correction import correction_paper
from desktop_app.reports.figure_tables import Reporting, Rounds, figure_blocks
from desktop_app.reports.notice import paper_of
from desktop_app.reports.opinions import changes_blocks
from desktop_app.reports.orders import Order, OrderKind, order_blocks, orders_for
from desktop_app.reports.paper import Attachment, Block, PageName, Paper, blocks_of, empty, said
from desktop_app.reports.summary_paper import summary_fields
from desktop_app.reports.template import Fields, fill_template
from desktop_app.reports.trend import trend
from desktop_app.store.store import Store
from desktop_app.texts import docx_page as styles
from desktop_app.texts import papers_charts, papers_opinions, papers_orders, papers_tables
from desktop_app.texts import report as texts
from desktop_app.verbs.issued import corrections_of, draft_at, issued_of
from desktop_app.verbs.report import Choices
from desktop_app.verbs.report_basis import Moment, basis_of, period_of
from desktop_app.verbs.report_charts import charts_of, panel, pictures, round_name
from desktop_app.verbs.report_templates import template_of
from desktop_app.verbs.round_files import parcel_of

REPLY_WORKDAYS = 5
LAST = 12  # rounds looked back on


class Wanted:
    """What a paper is asked for: of which ledger, kind and period, how."""

    def __init__(self, store: Store, ledger: Moment, kind: str, period: Period, choices: Choices) -> None:
        self.store, self.ledger, self.kind, self.period, self.choices = store, ledger, kind, period, choices

    @cached_property
    def basis(self) -> Basis:
        """The figures of the day that the paper is of."""
        return basis_of(self.ledger, self.period, self.choices.as_of)

    @property
    def snapshot(self) -> Snapshot:
        """The ledger at the moment chosen."""
        return self.ledger.snapshot


class Content(NamedTuple):
    """What a paper says on which page; `orders` are sheets with numbers."""

    blocks: tuple[Block, ...]
    page: PageName = "A4"
    orders: tuple[Order, ...] = ()


def _from_template(wanted: Wanted, fields: Fields, attached: Sequence[Attachment] = ()) -> Content:
    filled = fill_template(template_of(wanted.snapshot, wanted.kind), fields)
    signer, day = _signer(wanted.snapshot), day_words(wanted.ledger.day)
    paper = Paper(filled.title, filled.to, filled.body, tuple(attached), signer, day)
    return Content(tuple(blocks_of(paper, wanted.choices.head)))


def _bulletin(wanted: Wanted) -> Content:
    basis = wanted.basis
    drawings = pictures(charts_of(basis, wanted.ledger.received)) if wanted.choices.pictures else (empty(),)
    pictured = Attachment(papers_charts.ATTACHMENT, drawings) if drawings else None
    attached = [part for part in (behind_list(basis), pictured) if part]
    return _from_template(wanted, bulletin_fields(basis), attached)


def _summary(wanted: Wanted) -> Content:
    return _from_template(wanted, summary_fields(wanted.basis))


def _brief(wanted: Wanted) -> Content:
    drawing = panel(wanted.basis) if wanted.choices.pictures else None
    return Content(brief_blocks(wanted.basis, drawing))


def _figures(wanted: Wanted) -> Content:
    basis, snapshot = wanted.basis, wanted.snapshot
    points = [point for point in trend(snapshot) if point.round.as_of <= basis.until][-LAST:]
    named = [(round_name(point.round), point) for point in points]
    found = []
    for record in records(snapshot, wanted.ledger.received, wanted.ledger.day):
        marks = [mark for key, mark in record.marks if mark != OPEN and snapshot.rounds[key].as_of <= basis.until]
        counts = [marks.count(mark) for mark in (IN_TIME, LATE, SILENT)]
        found.append(Reporting(record.unit, len(marks), *counts))
    return Content(figure_blocks(basis, Rounds(named, found, _before(wanted))))


def _before(wanted: Wanted) -> tuple[str, dict] | None:
    """The round to compare with: the one asked for, else the one before."""
    if wanted.choices.against:
        period = period_of(wanted.choices.against)
        own = [made for made in wanted.snapshot.rounds_in_order() if made.period == period.name]
        day = period.end if not own else type(period.end).fromisoformat(own[-1].as_of)
        return period_words(period), statuses(wanted.snapshot, day)
    if wanted.basis.before is None:
        return None
    day, known = wanted.basis.before
    return day_words(day), dict(known)


def _charts(wanted: Wanted) -> Content:
    drawings = pictures(charts_of(wanted.basis, wanted.ledger.received)) if wanted.choices.pictures else ()
    title = texts.CHARTS_TITLE.format(period=wanted.basis.period)
    under = texts.CHARTS_UNDER.format(day=day_words(wanted.basis.as_of))
    return Content((said(styles.TITLE, title), said(styles.CELL_MIDDLE, under), *drawings))


def _breakdown(wanted: Wanted) -> Content:
    table = breakdown(wanted.snapshot, _title(wanted, papers_tables.BREAKDOWN_TITLE), wanted.choices.draft)
    return Content(table.blocks, table.page)


def _changes(wanted: Wanted) -> Content:
    draft, snapshot = draft_at(wanted.store, wanted.snapshot)
    title = _title(wanted, papers_opinions.TITLE)
    return Content(changes_blocks(snapshot, wanted.snapshot, title, day_words(draft.day)), "A4 landscape")


def _correction(wanted: Wanted) -> Content:
    issued = issued_of(wanted.snapshot, wanted.choices.issued)
    found = corrections_of(wanted.store, issued)
    paper = correction_paper(issued, found, _signer(wanted.snapshot), day_words(wanted.ledger.day))
    return Content(tuple(blocks_of(paper, wanted.choices.head)))


def _notice(wanted: Wanted) -> Content:
    rounds = [made for made in wanted.snapshot.rounds_in_order() if made.period == wanted.period.name]
    keys = [made.key for made in rounds if made.state != "voided"]
    key = wanted.choices.round or (keys[-1] if keys else None)
    if key is None:
        raise Refused(texts.NO_ROUND.format(period=period_words(wanted.period)))
    letter = parcel_of(wanted.store, key, Path()).letter
    return Content(tuple(blocks_of(paper_of(letter), wanted.choices.head)))


def _orders(wanted: Wanted) -> Content:
    kind: OrderKind = wanted.kind  # type: ignore[assignment]
    basis, snapshot, today = wanted.basis, wanted.snapshot, wanted.ledger.day
    reply_by = wanted.choices.reply_by or calendar_of(snapshot).add_workdays(today, REPLY_WORKDAYS)
    orders = orders_for(snapshot, basis.statuses, kind, today, reply_by, _units(wanted))
    if not orders:
        raise Refused(papers_orders.EMPTY.format(name=texts.DOES[kind]))
    template = template_of(snapshot, kind)
    blocks = order_blocks(snapshot, basis.statuses, orders, template, basis.period, basis.until)
    return Content(tuple(blocks), orders=tuple(orders))


def _units(wanted: Wanted) -> set[int] | None:
    """The units asked for, by key; None for all. Refused for a name that the ledger has not."""
    named = {name: wanted.snapshot.unit_named(name) for name in wanted.choices.units}
    for name, unit in named.items():
        if unit is None:
            raise Refused(texts.NO_UNIT.format(name=name))
    return {unit.key for unit in named.values() if unit} or None


def _signer(snapshot: Snapshot) -> str:
    issuers = [plan.issuer for plan in snapshot.plans_in_order() if plan.issuer]
    return issuers[-1] if issuers else ""


def _title(wanted: Wanted, words: str) -> str:
    years = [plan.year for plan in wanted.snapshot.plans_in_order() if plan.year]
    return words.format(year=years[-1] if years else wanted.period.start.year)


KINDS: dict[str, Callable[[Wanted], Content]] = {
    "notice": _notice,
    "breakdown": _breakdown,
    "bulletin": _bulletin,
    "brief": _brief,
    "figures": _figures,
    "charts": _charts,
    "assign": _orders,
    "chase": _orders,
    "order": _orders,
    "summary": _summary,
    "changes": _changes,
    "correction": _correction,
}
