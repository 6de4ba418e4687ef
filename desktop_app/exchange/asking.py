"""What a round is to ask and of whom: the clerk's choices, and the rows that come of them."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from desktop_app.domain.model import Task, Unit
from desktop_app.domain.periods import Period
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import exchange as texts

LEFT_OUT = ("closed", "ongoing", "paused", "not_issued")


class Asking(NamedTuple):
    """A round to be made: when, what, of whom.

    `asked` as in `round.asked`; `tasks` are the keys of the tasks and actions that may be asked about (None: all),
    `also` the states taken in that are usually left out, `units` those asked (None: all); `co` asks the helping units
    too, each with a row of its own.
    """

    period: Period
    as_of: date
    due: date
    asked: str | None = None
    tasks: frozenset[int] | None = None
    also: frozenset[str] = frozenset()
    units: frozenset[int] | None = None
    co: bool = False


class Pair(NamedTuple):
    """A task to be asked of a unit; `co`: as a helping unit."""

    task: Task
    unit: int
    co: bool


class Asked(NamedTuple):
    """The rows of a round, in the ledger's order, the tasks that nobody can be asked about, and those that last."""

    pairs: tuple[Pair, ...]
    without_lead: tuple[Task, ...]
    lasting: tuple[Task, ...]


def asked_of(snapshot: Snapshot, asking: Asking) -> Asked:
    """What the choices come to."""
    pairs, without_lead = [], []
    for task in standing(snapshot, asking.also):
        if asking.tasks is not None and task.key not in asking.tasks:
            continue
        leads = [unit.key for unit in lead_units(snapshot, task.key)]
        cos = [unit.key for unit in co_units(snapshot, task.key)] if asking.co else []
        roles = {**dict.fromkeys(cos, True), **dict.fromkeys(leads, False)}
        if not leads:
            without_lead.append(task)
        wanted = [unit for unit in dict.fromkeys((*leads, *cos)) if asking.units is None or unit in asking.units]
        pairs += [Pair(task, unit, roles[unit]) for unit in wanted]
    lasting = (task for task in snapshot.tasks_in_order() if task.state == "open" and "ongoing" not in asking.also)
    left = (task for task in lasting if leaves_out(task) and (asking.tasks is None or task.key in asking.tasks))
    return Asked(tuple(pairs), tuple(without_lead), tuple(left))


def leaves_out(task: Task) -> str | None:
    """As what a round leaves a task out unless the clerk takes it in; None for one that is asked about.

    A task lasts, whether or not its state was set to that by hand, where its deadline has no day and was given as
    长期坚持: in a note or a column. Its text may say so in passing of work that is reported like any other.
    """
    said = task.deadline_raw or ""
    lasts = task.deadline is None and task.deadline_kind == "ongoing" and texts.LASTING in said
    lasts = lasts and said not in (task.text or "")
    state = "ongoing" if task.state == "open" and lasts else task.state
    return state if state in LEFT_OUT else None


def standing(snapshot: Snapshot, also: frozenset[str] = frozenset()) -> Iterator[Task]:
    """The tasks that a round asks about, each followed by those of its actions that have a lead of their own."""
    left_out = {*LEFT_OUT} - also
    for task in snapshot.tasks_in_order():
        if task.state in left_out:
            continue
        if leaves_out(task) not in left_out:
            yield task
        for action in snapshot.actions_of(task.key):
            if leaves_out(action) not in left_out and snapshot.assignments_of(action.key, "lead"):
                yield action


def lead_units(snapshot: Snapshot, task: int) -> list[Unit]:
    """Who fills the form about a task: its leads, a collective as its members where it has any."""
    return _expanded(snapshot, snapshot.leads_of(task))


def co_units(snapshot: Snapshot, task: int) -> list[Unit]:
    """The helping units of a task, a collective as its members where it has any."""
    return _expanded(snapshot, snapshot.cos_of(task))


def _expanded(snapshot: Snapshot, named: list[Unit]) -> list[Unit]:
    units = []
    for unit in named:
        members = snapshot.members_of(unit.key) if unit.kind == "group" else []
        units += [one for one in members or [unit] if not one.withdrawn]
    return units
