"""Order sheets (交办单, 催办单, 督办单): one for each unit, with a running number of its kind and year.

The register of numbers is kept in the ledger: a rule record a sheet, "order:chase:2026:0003", so that it is journaled
and undone like everything else. A sheet made again for the same tasks keeps its number.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.reports.breakdown import deadline_of
from desktop_app.reports.figures import by_unit
from desktop_app.reports.paper import Block, Column, Table, said
from desktop_app.reports.template import fill_template
from desktop_app.reports.trace import NOTHING, Cell, Words, fill, joined, named, number, quoted
from desktop_app.reports.trace_cells import judged_by
from desktop_app.texts import docx_page as styles
from desktop_app.texts import lights
from desktop_app.texts import papers_orders as texts

OrderKind = Literal["assign", "chase", "order"]
KINDS: tuple[OrderKind, ...] = ("assign", "chase", "order")
PREFIX = "order:"
ASSIGNED = ("open", "ongoing")
ROOMY, REPLY = 11, 62  # millimetres


class Order(NamedTuple):
    """A sheet: kind, year and number, the unit, the tasks, the day it is signed, the day by which to answer (ISO).

    `issued`: its number is already in the register.
    """

    kind: OrderKind
    year: int
    no: int
    unit: int
    tasks: tuple[int, ...]
    day: str
    reply_by: str
    issued: bool


def register(snapshot: Snapshot) -> list[Order]:
    """Every sheet that has a number, by kind, year and number."""
    found = []
    for rule in snapshot.tables["rule"].values():
        if rule.name.startswith(PREFIX):
            _, kind, year, no = rule.name.split(":")
            told = json.loads(rule.value)
            found.append(
                Order(kind, int(year), int(no), told["unit"], tuple(told["tasks"]), told["day"], told["reply_by"], True)
            )
    return sorted(found, key=lambda order: order[:3])


def orders_for(
    snapshot: Snapshot,
    statuses: Mapping[int, Status],
    kind: OrderKind,
    day: date,
    reply_by: date,
    units: Collection[int] | None = None,
) -> list[Order]:
    """The sheets that the state of the ledger calls for, by unit; with the numbers they have or would be given."""
    known = [order for order in register(snapshot) if order.kind == kind]
    last = max((order.no for order in known if order.year == day.year), default=0)
    made = []
    for unit, tasks in _called_for(snapshot, statuses, kind, known):
        if units is not None and unit not in units:
            continue
        same = next((order for order in known if (order.unit, order.tasks) == (unit, tasks)), None)
        if same is None:
            last += 1
            same = Order(kind, day.year, last, unit, tasks, day.isoformat(), reply_by.isoformat(), False)
        made.append(same)
    return made


def _called_for(
    snapshot: Snapshot, statuses: Mapping[int, Status], kind: OrderKind, known: Sequence[Order]
) -> list[tuple[int, tuple[int, ...]]]:
    """By first lead, the tasks that such a sheet is for; what a unit was once assigned is not assigned anew."""
    tasks = snapshot.tasks_in_order()
    if kind == "assign":
        wanted = [task for task in tasks if task.state in ASSIGNED]
    else:
        wanted = [task for task in tasks if _wanted(statuses[task.key], kind)]
    groups = [(int(g.total.key), g.total.tasks) for g in by_unit(snapshot, statuses, wanted) if g.total.key is not None]
    if kind != "assign":
        return groups
    found = []
    for unit, keys in groups:
        before = [order for order in known if order.unit == unit]
        fresh = tuple(key for key in keys if not any(key in order.tasks for order in before))
        found += [(unit, fresh)] if fresh else [(unit, order.tasks) for order in before[-1:]]
    return found


def _wanted(status: Status, kind: OrderKind) -> bool:
    """Urged (催办) are the silent and those behind; seen to (督办) those overdue or behind in red."""
    serious = status.state == "overdue" or (status.state == "behind" and status.light == "red")
    if kind == "order":
        return serious
    return not serious and (status.label == lights.SILENT or status.state == "behind")


def issue(orders: Sequence[Order]) -> list[Change]:
    """The changes that put these sheets into the register; none for those that are there."""
    draft = Draft()
    for order in orders:
        if not order.issued:
            told = {"unit": order.unit, "tasks": order.tasks, "day": order.day, "reply_by": order.reply_by}
            draft.create(
                "rule",
                {"name": f"{PREFIX}{order.kind}:{order.year}:{order.no:04d}", "value": json.dumps(told)},
            )
    return draft.changes


def number_words(order: Order) -> str:
    """The number of a sheet as it is printed."""
    return texts.NUMBER[order.kind].format(year=order.year, no=order.no)


def order_blocks(
    snapshot: Snapshot, statuses: Mapping[int, Status], orders: Sequence[Order], template: str, period: str, until: str
) -> list[Block]:
    """The sheets, each on a page of its own; the template gives the title and what is demanded."""
    made: list[Block] = []
    for place, order in enumerate(orders):
        made += _sheet(snapshot, statuses, order, template, period, until, new_page=place > 0)
    return made


def _sheet(
    snapshot: Snapshot,
    statuses: Mapping[int, Status],
    order: Order,
    template: str,
    period: str,
    until: str,
    new_page: bool,
) -> list[Block]:
    told = {
        texts.FIELDS["period"]: named(period, "period"),
        texts.FIELDS["count"]: number(len(order.tasks), f"order:{order.unit}:count", _cells(order)),
        texts.FIELDS["reply_by"]: Words(_day(order.reply_by)),
        texts.FIELDS["unit"]: _unit(snapshot, order),
    }
    filled = fill_template(template, told)
    demand = joined("\n", [line.words for line in filled.body])
    rows = [_row(snapshot, statuses[key], key, place, until) for place, key in enumerate(order.tasks, 1)]
    return [
        said(styles.TITLE, filled.title)._replace(new_page=new_page),
        said(styles.PLAIN_NUMBER, texts.NO.format(number=number_words(order))),
        Table(_blank(27, 51, 27, 51), (_top(snapshot, order), _days(order)), ROOMY),
        Table(_columns(), tuple(rows)),
        Table(_blank(27, 129), ((Words(texts.DEMAND), demand),), ROOMY),
        Table(_blank(27, 129), ((Words(texts.REPLY), NOTHING),), REPLY),
        Table(_blank(27, 51, 27, 51), (tuple(map(Words, texts.SIGN)),), ROOMY + 4),
    ]


def _blank(*widths: float) -> tuple[Column, ...]:
    """Columns without headers, every other one a label."""
    return tuple(Column("", width, centred=place % 2 == 0) for place, width in enumerate(widths))


def _columns() -> tuple[Column, ...]:
    shares = zip(texts.HEADERS, (13, 72, 32, 39), strict=True)
    return tuple(Column(header, width, centred=header != texts.HEADERS[1]) for header, width in shares)


def _unit(snapshot: Snapshot, order: Order) -> Words:
    return quoted(snapshot.units[order.unit].name, Cell("unit", order.unit, "name"))


def _top(snapshot: Snapshot, order: Order) -> tuple[Words, ...]:
    people = list(dict.fromkeys(task.person for key in order.tasks if (task := snapshot.tasks[key]).person))
    return (Words(texts.UNIT), _unit(snapshot, order), Words(texts.PERSON), Words(texts.LIST.join(map(str, people))))


def _days(order: Order) -> tuple[Words, ...]:
    return (Words(texts.ISSUED), Words(_day(order.day)), Words(texts.REPLY_BY), Words(_day(order.reply_by)))


def _row(snapshot: Snapshot, status: Status, key: int, place: int, until: str) -> tuple[Words, ...]:
    task = snapshot.tasks[key]
    cells = judged_by(snapshot, key, until)
    if status.done is None:
        state = Words(status.label)
    else:
        done = named(plain_number(round(status.done, 1)), f"task:{key}:done", cells)
        state = fill(texts.STATE, label=status.label, done=done)
    return (Words(str(place)), quoted(task.title, Cell("task", key, "title")), deadline_of(task), state)


def _cells(order: Order) -> list[Cell]:
    return [Cell("task", key, "title") for key in order.tasks]


def _day(day: str) -> str:
    return texts.DAY.format(day=date.fromisoformat(day))
