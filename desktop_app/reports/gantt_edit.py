"""Moving a bar, one of its ends or a node: where it is taken hold of, where it comes to lie, what that changes.

Days are ordinals, as in the scene. Coarse scales snap to the month (a start to its first day, an end or a node to its
last), fine ones to workdays: a start to the next one, an end or a node to the one before.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workdays import Calendar
from desktop_app.reports.gantt_scene import Bar, Step
from desktop_app.reports.gantt_scene_axis import Scale
from desktop_app.reports.gantt_scene_layout import Spread, span_of

Part = Literal["bar", "start", "end", "node"]
_BY_MONTH = ("year", "half", "quarter")


class Grip(NamedTuple):
    """What of a bar is held: all of it, an end, or the node at this place."""

    part: Part
    node: int = 0


class Snap(NamedTuple):
    """How days come to rest: on months or on workdays."""

    scale: Scale
    calendar: Calendar

    def begin(self, day: int) -> int:
        """Where a start comes to rest."""
        if self.scale in _BY_MONTH:
            near = date.fromordinal(day) + timedelta(days=15)
            return near.replace(day=1).toordinal()
        return self._workday(day, 1)

    def finish(self, day: int) -> int:
        """Where an end or a node comes to rest."""
        if self.scale in _BY_MONTH:
            near = date.fromordinal(day) - timedelta(days=14)
            return near.replace(day=monthrange(near.year, near.month)[1]).toordinal()
        return self._workday(day, -1)

    def step(self, day: int, direction: int) -> int:
        """How many days further a key press brings an end: to the next month's end, or the next workday."""
        if self.scale in _BY_MONTH:
            return self.finish(day + 30 * direction) - day
        return self._workday(day + direction, direction) - day

    def _workday(self, day: int, direction: int) -> int:
        while not self.calendar.is_workday(date.fromordinal(day)):
            day += direction
        return day


def grip_at(bar: Bar, spread: Spread, x: float, reach: float) -> Grip | None:
    """What of a bar lies at `x`, ends and nodes being held from `reach` beside them; None beside the bar."""
    span = span_of(bar, spread)
    for place, node in enumerate(bar.nodes):
        if abs(x - spread.x(node.day + 0.5)) <= reach:
            return Grip("node", place)
    inner = min(reach, (span.end - span.start) / 3)
    if span.end - inner <= x <= span.end + reach:
        return Grip("end")
    if span.start - reach <= x <= span.start + inner:
        return Grip("start")
    return Grip("bar") if span.start <= x <= span.end else None


def pulled(bar: Bar, grip: Grip, days: int, snap: Snap) -> Bar:
    """The bar after pulling what is held by so many days; an end never passes the other."""
    if days == 0:
        return bar
    if grip.part == "start":
        return bar._replace(start=min(snap.begin(bar.start + days), bar.end))
    if grip.part == "end":
        return bar._replace(end=max(snap.finish(bar.end + days), bar.start))
    if grip.part == "node":
        moved = bar.nodes[grip.node]._replace(day=snap.finish(bar.nodes[grip.node].day + days))
        return bar._replace(nodes=(*bar.nodes[: grip.node], moved, *bar.nodes[grip.node + 1 :]))
    shift = snap.finish(bar.end + days) - bar.end
    nodes = tuple(Step(node.day + shift, node.title) for node in bar.nodes)
    start = min(snap.begin(bar.start + shift), bar.end + shift) if shift else bar.start
    return bar._replace(start=start, end=bar.end + shift, nodes=nodes)


def moved(snapshot: Snapshot, before: Bar, after: Bar) -> list[Change]:
    """The changes that bring a task from where its bar lay to where it lies now."""
    task, draft = snapshot.tasks[before.key], Draft()
    if after.start != before.start:
        draft.set("task", task, {"start": _iso(after.start)})
    if after.end != before.end:
        day = _iso(after.end)
        draft.set("task", task, {"deadline": day, "deadline_raw": day, "deadline_kind": "date"})
    for node, old, new in zip(snapshot.nodes_of(before.key), before.nodes, after.nodes, strict=True):
        if old.day != new.day:
            draft.set("node", node, {"due": _iso(new.day)})
    return draft.changes


def new_node(snapshot: Snapshot, task: int, day: int, title: str) -> list[Change]:
    """The change that gives a task another node on this day."""
    draft = Draft()
    place = max((node.position for node in snapshot.nodes_of(task)), default=0) + 1
    draft.create("node", {"task": task, "position": place, "title": title, "due": _iso(day)})
    return draft.changes


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
