"""The Gantt chart as plain data: rows and a time axis in days, no pixels; screen, paper and picture paint the same."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.model import Node, Task
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workdays import Calendar
from desktop_app.reports.gantt_scene_axis import Axis, Scale, axis_of
from desktop_app.reports.gantt_scene_days import Due, Load, Rest, dues, loads, rests
from desktop_app.reports.gantt_scene_groups import WORST_FIRST, Grouping, grouped
from desktop_app.texts import gantt as texts

_LATE = {"behind", "overdue"}
_LOADED = ("unit", "leader")  # groupings whose header rows show the load of each month


class Issued(NamedTuple):
    """The days of a task in the plan as issued (ISO), None where it said none."""

    start: str | None
    deadline: str | None


class Step(NamedTuple):
    """A node of a task: its day and what is due; `recurring` where it is one of several times of one duty."""

    day: int
    title: str
    recurring: bool = False


class Was(NamedTuple):
    """First and last day of a bar in the plan as issued."""

    start: int
    end: int


class Group(NamedTuple):
    """A header row: its name, how many bars of each light stand under it, worst first, and the load of each month."""

    label: str
    counts: tuple[tuple[str, int], ...]
    loads: tuple[Load, ...] = ()


class Bar(NamedTuple):
    """A task or (`depth` 1) an action: first and last day, both in; done and expected in percent, None if unknown.

    `soft`: the day meant in principle (原则上). `due`: the end is a deadline that was said, not the year's end.
    `was`: where the bar lay in the plan as issued, None where it lies there still.
    """

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
    soft: int | None = None
    due: bool = False
    was: Was | None = None

    @property
    def slip(self) -> int:
        """How many days later than issued it ends; less than 0: earlier."""
        return self.end - self.was.end if self.was else 0


Row = Group | Bar


class Scene(NamedTuple):
    """Everything that a Gantt chart shows; `note` says what is left out."""

    title: str
    as_of: int
    scale: Scale
    group: Grouping
    axis: Axis
    rows: tuple[Row, ...]
    dues: tuple[Due, ...] = ()
    rest: tuple[Rest, ...] = ()
    note: str = ""


def build_scene(
    snapshot: Snapshot,
    statuses: Mapping[int, Status],
    as_of: date,
    scale: Scale = "year",
    group: Grouping = "section",
    issued: Mapping[int, Issued] | None = None,
    wanted: Collection[int] | None = None,
) -> Scene:
    """The chart of all tasks that stand, or of those `wanted`, over whole years; `issued` tells the days of tasks that
    were moved since.

    A task without a deadline runs to the last day of its plan's year, one without a start from the first.
    """
    bars: dict[int, Bar] = {}
    headings = []
    for label, tasks in grouped(snapshot, statuses, group, wanted):
        for task in tasks:
            if task.key not in bars:
                bars[task.key] = _bar(snapshot, task, statuses[task.key], as_of, (issued or {}).get(task.key))
        headings.append((label, [bars[task.key] for task in tasks], tasks))
    axis = _axis(bars, as_of, scale)
    rows: list[Row] = []
    for label, under, tasks in headings:
        if label is not None:
            rows.append(Group(label, _counts(under), _loads(under, tasks, axis) if group in _LOADED else ()))
        rows += under
    return Scene(
        _title(snapshot, as_of),
        as_of.toordinal(),
        scale,
        group,
        axis,
        tuple(rows),
        dues(snapshot),
        note=_note(snapshot, wanted, bars),
    )


def with_rest(scene: Scene, calendar: Calendar) -> Scene:
    """The scene with its days of rest: apart, since reading the holiday notices takes longer than painting."""
    return scene._replace(rest=rests(calendar, scene.axis.first, scene.axis.last))


def rescaled(scene: Scene, scale: Scale) -> Scene:
    """The same rows over the same days with the ticks of another scale."""
    axis = axis_of(date.fromordinal(scene.axis.first), date.fromordinal(scene.axis.last), scale)
    return scene._replace(scale=scale, axis=axis)


def _bar(snapshot: Snapshot, task: Task, status: Status, as_of: date, issued: Issued | None) -> Bar:
    start, end = _days(snapshot, task, task.start, task.deadline, as_of)
    was = Was(*_days(snapshot, task, issued.start, issued.deadline, as_of)) if issued else None
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
        nodes=tuple(_steps(snapshot.nodes_of(task.key))),
        soft=_ordinal(task.soft_deadline) if task.soft_deadline else None,
        due=task.deadline is not None and task.deadline_kind != "default",
        was=was if was != (start, end) else None,
    )


def _steps(nodes: list[Node]) -> Iterator[Step]:
    """Nodes of one wording are the times of one duty (每季度开展1次)."""
    titles = [node.title for node in nodes]
    for node in nodes:
        yield Step(_ordinal(node.due), node.title or "", bool(node.title) and titles.count(node.title) > 1)


def _days(snapshot: Snapshot, task: Task, start: str | None, deadline: str | None, as_of: date) -> tuple[int, int]:
    """First and last day, as `domain.progress` counts them; a deadline before the start makes a bar of one day."""
    if start and deadline:
        first, last = _ordinal(start), _ordinal(deadline)
        return min(first, last), last
    plan = snapshot.plans.get(task.plan) if task.plan is not None else None
    year = (plan.year if plan else None) or int((deadline or start or as_of.isoformat())[:4])
    first = _ordinal(start or f"{year}-01-01")
    last = _ordinal(deadline) if deadline else max(_ordinal(f"{year}-12-31"), first)
    return min(first, last), last


@lru_cache(maxsize=4096)
def _ordinal(iso: str) -> int:
    """A day as a number, the same object for the same day: a hundred thousand bars share a few hundred."""
    return date.fromisoformat(iso).toordinal()


def _counts(bars: list[Bar]) -> tuple[tuple[str, int], ...]:
    found = Counter(bar.light for bar in bars)
    return tuple((light, found[light]) for light in WORST_FIRST if found[light])


def _loads(bars: list[Bar], tasks: list[Task], axis: Axis) -> tuple[Load, ...]:
    """The load of each month: an action counts with its task where that stands under the same header row."""
    here = {task.key for task in tasks}
    counted = [bar for bar, task in zip(bars, tasks, strict=True) if task.parent not in here]
    return loads([(bar.start, bar.end) for bar in counted], axis.first, axis.last)


def _axis(bars: Mapping[int, Bar], as_of: date, scale: Scale) -> Axis:
    days = {as_of.toordinal()} if not bars else set()
    for bar in bars.values():
        days.add(bar.start)
        days.add(bar.end)
        days.update(bar.was or ())
        days.update([node.day for node in bar.nodes])
    years = date.fromordinal(min(days)).year, date.fromordinal(max(days)).year
    return axis_of(date(years[0], 1, 1), date(years[1], 12, 31), scale)


def _note(snapshot: Snapshot, wanted: Collection[int] | None, bars: Mapping[int, Bar]) -> str:
    if wanted is None:
        return ""
    standing = sum(not task.withdrawn for task in snapshot.tasks.values())
    return "" if len(bars) == standing else texts.FILTERED.format(shown=len(bars), all=standing)


def _title(snapshot: Snapshot, as_of: date) -> str:
    plans = snapshot.plans_in_order()
    if len(plans) == 1:
        return texts.TITLE.format(plan=plans[0].title)
    year = (plans[-1].year if plans else None) or as_of.year
    return texts.TITLE.format(plan=texts.PLAN_OF_YEAR.format(year=year))
