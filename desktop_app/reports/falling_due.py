"""What falls due on which day: deadlines, days meant in principle, nodes, forms of rounds. Days are ordinals."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from desktop_app.domain.model import Task
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.reports.gantt_scene_days import dues
from desktop_app.texts import gantt as texts

Kind = Literal["deadline", "soft", "node", "round"]
_KINDS: tuple[Kind, ...] = ("deadline", "soft", "node", "round")
_WORST_FIRST = ("red", "amber", "grey", "green", "blue")
_DONE = ("finished", "closed")


class Falling(NamedTuple):
    """One thing due: of a task (its key, title, units, light with its word; `done`: nothing is left to do), or, with
    no task, of a round. `what` names a node.
    """

    day: int
    kind: Kind
    task: int | None
    title: str
    what: str
    units: str
    light: str
    word: str
    done: bool


def falling_due(
    snapshot: Snapshot, statuses: Mapping[int, Status], wanted: Collection[int] | None = None
) -> list[Falling]:
    """Everything that falls due, by day; of the tasks `wanted` only, if that is given. Paused ones and those not issued
    are left out.
    """
    found = [Falling(due.day, "round", None, due.label, "", "", "grey", "", False) for due in dues(snapshot)]
    for task in snapshot.tasks.values():
        if not task.withdrawn and (wanted is None or task.key in wanted):
            found += _of_task(snapshot, task, statuses[task.key])
    return sorted(found, key=lambda one: (one.day, _KINDS.index(one.kind), one.task or 0))


def _of_task(snapshot: Snapshot, task: Task, status: Status) -> Iterator[Falling]:
    if status.state in ("paused", "not_issued"):
        return
    units = texts.COMMA.join(unit.name for unit in snapshot.leads_of(task.key))
    done = status.state in _DONE

    def due(iso: str, kind: Kind, what: str = "") -> Falling:
        day = date.fromisoformat(iso).toordinal()
        return Falling(day, kind, task.key, task.title, what, units, status.light, status.label, done)

    if task.deadline:
        yield due(task.deadline, "deadline")
    if task.soft_deadline and task.soft_deadline != task.deadline:
        yield due(task.soft_deadline, "soft")
    for node in snapshot.nodes_of(task.key):
        yield due(node.due, "node", node.title or "")


def coming(found: Collection[Falling], first: int, last: int) -> list[Falling]:
    """What is still to be done of what falls due between two days, both in."""
    return [one for one in found if first <= one.day <= last and not one.done]


def worst(found: Collection[Falling]) -> str:
    """The light to show for several things: that of the worst; a round alone is grey."""
    return min((one.light for one in found), key=_WORST_FIRST.index, default="grey")


def what_is_due(one: Falling) -> str:
    """The kind of thing in words, a node by its name."""
    return one.what if one.kind == "node" and one.what else texts.DUE_KINDS[one.kind]
