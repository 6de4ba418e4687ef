"""The verb `report`: every paper (公文) that the ledger gives, made as blocks, then written as what its name says."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from desktop_app import clock
from desktop_app.domain.periods import Period
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workdays import add_workdays
from desktop_app.errors import Refused
from desktop_app.exchange.sheet_layout import day_words, period_words
from desktop_app.paths import asset
from desktop_app.reports.breakdown import breakdown
from desktop_app.reports.bulletin import Basis, bulletin_fields
from desktop_app.reports.bulletin_tables import behind_list
from desktop_app.reports.notice import Letter, paper_of
from desktop_app.reports.orders import KINDS as ORDERS
from desktop_app.reports.orders import Order, OrderKind, issue, order_blocks, orders_for
from desktop_app.reports.paper import PLAIN, Attachment, Block, Head, PageName, Paper, blocks_of
from desktop_app.reports.summary_paper import summary_fields
from desktop_app.reports.template import Fields, fill_template
from desktop_app.store.store import Applied, Store
from desktop_app.texts import papers_charts, papers_orders, papers_tables
from desktop_app.texts import report as texts
from desktop_app.verbs.report_basis import Moment, basis_of, now, period_of, then
from desktop_app.verbs.report_charts import charts_of, pictures
from desktop_app.verbs.report_mark import PaperMark, mark_text
from desktop_app.verbs.round_files import parcel_of

REPLY_WORKDAYS = 5
TEMPLATES = ("bulletin", "summary", *ORDERS)


class Choices(NamedTuple):
    """How a paper is made: the day of its figures (None: its round's or its period's last), red head and signature,
    `units` (names) for order sheets, the day by which these are answered, whether a breakdown is a draft (征求意见稿).
    """

    as_of: date | None = None
    head: Head = PLAIN
    units: tuple[str, ...] = ()
    reply_by: date | None = None
    draft: bool = False


USUAL = Choices()


class Made(NamedTuple):
    """A paper of a period, laid out; `mark` goes with the file, `orders` have numbers to be kept."""

    kind: str
    period: str
    as_of: date
    blocks: tuple[Block, ...]
    page: PageName
    mark: str
    orders: tuple[Order, ...] = ()


def make(store: Store, kind: str, period: str, choices: Choices = USUAL) -> Made:
    """The paper of a kind (notice, breakdown, bulletin, assign, chase, order, summary) as the ledger gives it now.

    Refused where the ledger has nothing for it.
    """
    return _make(store, now(store), kind, period_of(period), choices)


def make_as_then(store: Store, mark: PaperMark) -> Made:
    """The paper of a mark as the ledger gave it when the paper was made."""
    return _make(store, then(store, mark), mark.kind, period_of(mark.period), Choices(mark.as_of))


def issue_orders(store: Store, made: Made) -> Applied | None:
    """Keep the numbers of the order sheets in the ledger; None where they all are there."""
    changes = issue(made.orders)
    if not changes:
        return None
    fresh = [texts.ORDER_NUMBER.format(no=order.no) for order in made.orders if not order.issued]
    return store.apply(changes, papers_orders.LABEL.format(name=texts.NAMES[made.kind], numbers="、".join(fresh)))


def template_of(snapshot: Snapshot, kind: str) -> str:
    """The template of a kind of paper: the clerk's own (a rule of the ledger), else the shipped one."""
    own = snapshot.rule(f"template:{kind}")
    return own if own else asset("resources", "templates", f"{kind}.txt").read_text("utf-8")


def _make(store: Store, ledger: Moment, kind: str, period: Period, choices: Choices) -> Made:
    if not ledger.snapshot.tasks_in_order():
        raise Refused(texts.NO_TASKS)
    basis = basis_of(ledger, period, choices.as_of)
    mark = PaperMark(store.identity().ledger, kind, period.name, basis.as_of, ledger.entry, ledger.receipt)
    made = Made(kind, period.name, basis.as_of, (), "A4", mark_text(mark))
    if kind in ORDERS:
        return _orders(made, basis, choices)
    if kind == "breakdown":
        table = breakdown(ledger.snapshot, _breakdown_title(ledger.snapshot, period), choices.draft)
        return made._replace(blocks=table.blocks, page=table.page)
    if kind == "notice":
        return made._replace(blocks=tuple(blocks_of(paper_of(_letter(store, ledger.snapshot, period)), choices.head)))
    fields, attached = _PAPERS[kind](basis, ledger)
    filled = fill_template(template_of(ledger.snapshot, kind), fields)
    paper = Paper(filled.title, filled.to, filled.body, attached, _signer(ledger.snapshot), day_words(clock.today()))
    return made._replace(blocks=tuple(blocks_of(paper, choices.head)))


def _bulletin(basis: Basis, ledger: Moment) -> tuple[Fields, tuple[Attachment, ...]]:
    drawings = pictures(charts_of(basis, ledger.received))
    pictured = Attachment(papers_charts.ATTACHMENT, drawings) if drawings else None
    return bulletin_fields(basis), tuple(part for part in (behind_list(basis), pictured) if part)


def _summary(basis: Basis, _: Moment) -> tuple[Fields, tuple[Attachment, ...]]:
    return summary_fields(basis), ()


_PAPERS: dict[str, Callable[[Basis, Moment], tuple[Fields, tuple[Attachment, ...]]]] = {
    "bulletin": _bulletin,
    "summary": _summary,
}


def _orders(made: Made, basis: Basis, choices: Choices) -> Made:
    kind: OrderKind = made.kind  # type: ignore[assignment]
    snapshot, today = basis.snapshot, clock.today()
    units = None
    if choices.units:
        named = [(name, snapshot.unit_named(name)) for name in choices.units]
        unknown = [name for name, unit in named if unit is None]
        if unknown:
            raise Refused(texts.NO_UNIT.format(name=unknown[0]))
        units = {unit.key for _, unit in named if unit}
    reply_by = choices.reply_by or add_workdays(today, REPLY_WORKDAYS)
    orders = orders_for(snapshot, basis.statuses, kind, today, reply_by, units)
    if not orders:
        raise Refused(papers_orders.EMPTY.format(name=texts.DOES[kind]))
    template = template_of(snapshot, kind)
    blocks = order_blocks(snapshot, basis.statuses, orders, template, basis.period, basis.until)
    return made._replace(blocks=tuple(blocks), orders=tuple(orders))


def _letter(store: Store, snapshot: Snapshot, period: Period) -> Letter:
    rounds = [made for made in snapshot.rounds_in_order() if made.period == period.name and made.state != "voided"]
    if not rounds:
        raise Refused(texts.NO_ROUND.format(period=period_words(period)))
    return parcel_of(store, rounds[-1].key, Path()).letter


def _signer(snapshot: Snapshot) -> str:
    issuers = [plan.issuer for plan in snapshot.plans_in_order() if plan.issuer]
    return issuers[-1] if issuers else ""


def _breakdown_title(snapshot: Snapshot, period: Period) -> str:
    years = [plan.year for plan in snapshot.plans_in_order() if plan.year]
    return papers_tables.BREAKDOWN_TITLE.format(year=years[-1] if years else period.start.year)
