"""Which tasks a view shows: conditions joined by AND, each on one field. A match is a match whatever its parent is."""

from typing import NamedTuple

from desktop_app.domain.model import Task
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot


class Filter(NamedTuple):
    """What to show; an empty condition lets everything through; `tasks` names exact rows (a clicked number)."""

    units: frozenset[int] = frozenset()
    sections: frozenset[int] = frozenset()
    lights: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    without_lead: bool = False
    tasks: frozenset[int] | None = None
    label: str = ""


def matching(snapshot: Snapshot, statuses: dict[int, Status], wanted: Filter) -> set[int]:
    """The keys of the tasks and actions that stand and match."""
    return {t.key for t in snapshot.tasks.values() if not t.withdrawn and _matches(snapshot, statuses, wanted, t)}


def _matches(snapshot: Snapshot, statuses: dict[int, Status], wanted: Filter, task: Task) -> bool:
    if wanted.tasks is not None and task.key not in wanted.tasks:
        return False
    if wanted.sections and task.section not in wanted.sections:
        return False
    if wanted.without_lead and snapshot.assignments_of(task.key, "lead"):
        return False
    if wanted.units:
        units = {snapshot.unit(a.unit).key for a in snapshot.having("assignment", "task", task.key)}
        if not units & wanted.units:
            return False
    status = statuses[task.key]
    return (not wanted.lights or status.light in wanted.lights) and (not wanted.states or status.state in wanted.states)
