"""The Gantt chart as plain data: rows and a time axis in days, no pixels; screen, paper and picture paint the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from desktop_app.domain.model import Task
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.reports.gantt_scene_axis import Axis, Scale, axis_of
from desktop_app.texts import gantt as texts

Grouping = Literal["section", "unit"]
_LATE = {"behind", "overdue"}
_WORST_FIRST = ("red", "amber", "green", "blue", "grey")


class Step(NamedTuple):
    """A node of a task: its day and what is due."""

    day: int
    title: str


class Group(NamedTuple):
    """A header row: the section's or unit's name, and how many bars of each light stand under it, worst first."""

    label: str
    counts: tuple[tuple[str, int], ...]


class Bar(NamedTuple):
    """A task or (`depth` 1) an action: first and last day, both in; done and expected in percent, None if unknown."""

    key: int
    depth: int
    no: str
    label: str
    units: str
    start: int
    end: int
    done: float | None
    expected: float | None
    light: str
    word: str
    reason: str
    late: bool
    nodes: tuple[Step, ...]


Row = Group | Bar


class Scene(NamedTuple):
    """Everything that a Gantt chart shows."""

    title: str
    as_of: int
    scale: Scale
    group: Grouping
    axis: Axis
    rows: tuple[Row, ...]


def build_scene(
    snapshot: Snapshot,
    statuses: Mapping[int, Status],
    as_of: date,
    scale: Scale = "year",
    group: Grouping = "section",
) -> Scene:
    """The chart of all tasks that stand, over whole years.

    A task without a deadline runs to the last day of its plan's year, one without a start from the first.
    """
    grouped = _by_unit(snapshot) if group == "unit" else _by_section(snapshot)
    rows: list[Row] = []
    for label, tasks in grouped:
        bars = [_bar(snapshot, task, statuses[task.key], as_of) for task in tasks]
        if bars:
            rows += [Group(label, _counts(bars)), *bars]
    axis = _axis(rows, as_of, scale)
    return Scene(_title(snapshot, as_of), as_of.toordinal(), scale, group, axis, tuple(rows))


def rescaled(scene: Scene, scale: Scale) -> Scene:
    """The same rows over the same days with the ticks of another scale."""
    axis = axis_of(date.fromordinal(scene.axis.first), date.fromordinal(scene.axis.last), scale)
    return scene._replace(scale=scale, axis=axis)


def _by_section(snapshot: Snapshot) -> Iterator[tuple[str, list[Task]]]:
    for plan in snapshot.plans_in_order():
        for section in snapshot.sections_of(plan.key):
            no = f"{section.no}{texts.COMMA}" if section.no else ""
            yield no + section.title, _with_actions(snapshot, snapshot.tasks_of(section.key))
    yield texts.NO_SECTION, _with_actions(snapshot, snapshot.tasks_of(None))


def _with_actions(snapshot: Snapshot, tasks: Iterable[Task]) -> list[Task]:
    return [row for task in tasks for row in (task, *snapshot.actions_of(task.key))]


def _by_unit(snapshot: Snapshot) -> Iterator[tuple[str, list[Task]]]:
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
        yield snapshot.units[key].name, led.get(key, [])
    yield texts.NO_LEAD, led.get(None, [])


def _bar(snapshot: Snapshot, task: Task, status: Status, as_of: date) -> Bar:
    start, end = _days(snapshot, task, as_of)
    finished = status.state in ("finished", "closed") and status.done is None
    return Bar(
        key=task.key,
        depth=0 if task.parent is None else 1,
        no=task.no or "",
        label=task.title,
        units=texts.COMMA.join(unit.name for unit in snapshot.leads_of(task.key)),
        start=start,
        end=end,
        done=100.0 if finished else status.done,
        expected=status.expected,
        light=status.light,
        word=status.label,
        reason=status.reason,
        late=status.state in _LATE,
        nodes=tuple(_step(node.due, node.title) for node in snapshot.nodes_of(task.key)),
    )


def _step(due: str, title: str | None) -> Step:
    return Step(date.fromisoformat(due).toordinal(), title or "")


def _days(snapshot: Snapshot, task: Task, as_of: date) -> tuple[int, int]:
    """First and last day, as `domain.progress` counts them; a deadline before the start makes a bar of one day."""
    plan = snapshot.plans.get(task.plan) if task.plan is not None else None
    year = (plan.year if plan else None) or int((task.deadline or task.start or as_of.isoformat())[:4])
    first = date.fromisoformat(task.start) if task.start else date(year, 1, 1)
    last = date.fromisoformat(task.deadline) if task.deadline else max(date(year, 12, 31), first)
    return min(first, last).toordinal(), last.toordinal()


def _counts(bars: list[Bar]) -> tuple[tuple[str, int], ...]:
    found = Counter(bar.light for bar in bars)
    return tuple((light, found[light]) for light in _WORST_FIRST if found[light])


def _axis(rows: list[Row], as_of: date, scale: Scale) -> Axis:
    bars = [row for row in rows if isinstance(row, Bar)]
    days = [day for bar in bars for day in (bar.start, bar.end, *(node.day for node in bar.nodes))]
    first = date.fromordinal(min(days)) if days else as_of
    last = date.fromordinal(max(days)) if days else as_of
    return axis_of(date(first.year, 1, 1), date(last.year, 12, 31), scale)


def _title(snapshot: Snapshot, as_of: date) -> str:
    plans = snapshot.plans_in_order()
    if len(plans) == 1:
        return texts.TITLE.format(plan=plans[0].title)
    year = (plans[-1].year if plans else None) or as_of.year
    return texts.TITLE.format(plan=texts.PLAN_OF_YEAR.format(year=year))
