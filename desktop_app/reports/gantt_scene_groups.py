"""Which tasks stand under which header row of a Gantt chart: by section, lead unit, leader or light, or under none."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from desktop_app.domain.headings import headed
from desktop_app.domain.model import Task
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import gantt as texts

Grouping = Literal["section", "unit", "leader", "light", ""]
GROUPINGS: tuple[Grouping, ...] = ("section", "unit", "leader", "light", "")
WORST_FIRST = ("red", "amber", "green", "blue", "grey")


class Heading(NamedTuple):
    """A header row's name (None: no header row) and the tasks and actions under it, in order."""

    label: str | None
    tasks: list[Task]


def grouped(
    snapshot: Snapshot, statuses: Mapping[int, Status], group: Grouping, wanted: Collection[int] | None = None
) -> Iterator[Heading]:
    """The header rows that have tasks, with those of `wanted` under them (None: all that stand)."""
    ways = {"section": _by_section, "unit": _by_unit, "leader": _by_leader, "": _as_they_stand}
    for label, tasks in _by_light(snapshot, statuses) if group == "light" else ways[group](snapshot):
        shown = tasks if wanted is None else [task for task in tasks if task.key in wanted]
        if shown:
            yield Heading(label, shown)


def _as_they_stand(snapshot: Snapshot) -> Iterator[Heading]:
    yield Heading(None, _with_actions(snapshot, snapshot.tasks_in_order()))


def _by_light(snapshot: Snapshot, statuses: Mapping[int, Status]) -> Iterator[Heading]:
    every = _with_actions(snapshot, snapshot.tasks_in_order())
    for light in WORST_FIRST:
        yield Heading(texts.LEGEND[light], [task for task in every if statuses[task.key].light == light])


def _by_section(snapshot: Snapshot) -> Iterator[Heading]:
    for plan in snapshot.plans_in_order():
        for section in snapshot.sections_of(plan.key):
            yield Heading(headed(section.no, section.title), _with_actions(snapshot, snapshot.tasks_of(section.key)))
    yield Heading(texts.NO_SECTION, _with_actions(snapshot, snapshot.tasks_of(None)))


def _with_actions(snapshot: Snapshot, tasks: Iterable[Task]) -> list[Task]:
    return [row for task in tasks for row in (task, *snapshot.actions_of(task.key))]


def _by_unit(snapshot: Snapshot) -> Iterator[Heading]:
    """Under each unit what it leads, whole tasks or single actions; a task of joint leads stands under each of them."""
    led: dict[int | None, list[Task]] = {}
    for task in snapshot.tasks_in_order():
        actions = snapshot.actions_of(task.key)
        leads = [unit.key for unit in snapshot.leads_of(task.key)]
        for unit in dict.fromkeys(leads or [None]):
            led.setdefault(unit, []).extend([task, *actions])
        for action in actions:
            for unit in dict.fromkeys(unit.key for unit in snapshot.leads_of(action.key)):
                if unit not in leads:
                    led.setdefault(unit, []).append(action)
    standing = [unit.key for unit in snapshot.units_in_order()]
    gone = [key for key in led if key is not None and key not in standing]
    for key in [*standing, *gone]:
        yield Heading(snapshot.units[key].name, led.get(key, []))
    yield Heading(texts.NO_LEAD, led.get(None, []))


def _by_leader(snapshot: Snapshot) -> Iterator[Heading]:
    """Under each leader (分管领导) as the ledger writes them, in the order of their first tasks; an action that names
    none stands with its task.
    """
    under: dict[str | None, list[Task]] = {}
    for task in snapshot.tasks_in_order():
        for row in (task, *snapshot.actions_of(task.key)):
            under.setdefault(row.leader or task.leader, []).append(row)
    for leader in (name for name in under if name is not None):
        yield Heading(leader, under[leader])
    yield Heading(texts.NO_LEADER, under.get(None, []))
