"""The verb `report`: every paper (公文) that the ledger gives, made as blocks, then written as what its name says."""

from datetime import date
from typing import NamedTuple

from desktop_app.errors import Refused
from desktop_app.reports.mask import masked
from desktop_app.reports.orders import Order, issue
from desktop_app.reports.paper import PLAIN, Block, Head, PageName
from desktop_app.store.store import Applied, Store
from desktop_app.texts import papers_orders
from desktop_app.texts import report as texts
from desktop_app.verbs.report_basis import Moment, known_at, now, period_of, then
from desktop_app.verbs.report_mark import PaperMark, mark_text


class Choices(NamedTuple):
    """How a paper is made: the day of its figures (None: its round's or its period's last), red head and signature,
    `units` (names) for order sheets, the day by which these are answered, whether a breakdown is a draft (征求意见稿).

    `known_at`: by what the ledger knew at that moment; `private`: numbers of persons are made unreadable; `round` (its
    key) for a notice, `issued` (the number of a paper) for a correction, `against` (a period) for what is compared;
    without `pictures` nothing is drawn.
    """

    as_of: date | None = None
    head: Head = PLAIN
    units: tuple[str, ...] = ()
    reply_by: date | None = None
    draft: bool = False
    known_at: str | None = None
    private: bool = False
    round: int | None = None
    issued: int | None = None
    against: str | None = None
    pictures: bool = True


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
    """The paper of a kind (a key of texts.report.NAMES) as the ledger gives it now, or knew it at the moment chosen.

    Refused where the ledger has nothing for it.
    """
    ledger = known_at(store, choices.known_at) if choices.known_at else now(store)
    return _make(store, ledger, kind, period, choices)


def make_as_then(store: Store, mark: PaperMark) -> Made:
    """The paper of a mark as the ledger gave it when the paper was made; without its pictures."""
    return _make(store, then(store, mark), mark.kind, mark.period, Choices(mark.as_of, pictures=False))


def issue_orders(store: Store, made: Made) -> Applied | None:
    """Keep the numbers of the order sheets in the ledger; None where they all are there."""
    changes = issue(made.orders)
    if not changes:
        return None
    fresh = [texts.ORDER_NUMBER.format(no=order.no) for order in made.orders if not order.issued]
    return store.apply(changes, papers_orders.LABEL.format(name=texts.NAMES[made.kind], numbers="、".join(fresh)))


def _make(store: Store, ledger: Moment, kind: str, period: str, choices: Choices) -> Made:
    from desktop_app.verbs.report_kinds import KINDS, Wanted

    if not ledger.snapshot.tasks_in_order():
        raise Refused(texts.NO_TASKS)
    wanted = Wanted(store, ledger, kind, period_of(period), choices)
    content = KINDS[kind](wanted)
    mark = PaperMark(store.identity().ledger, kind, period, wanted.basis.as_of, ledger.entry, ledger.receipt)
    blocks = masked(content.blocks) if choices.private else content.blocks
    return Made(kind, period, wanted.basis.as_of, blocks, content.page, mark_text(mark), content.orders)
