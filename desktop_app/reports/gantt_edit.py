"""Moving a bar, one of its ends or a node, or drawing a new node: where it is held, where it comes to lie, the change.

Days are ordinals, as in the scene. Coarse scales snap to the month (a start to its first day, an end or a node to its
last), fine ones to workdays: a start to the next one, an end or a node as the ledger's rule for due days says.
"""

from datetime import date, timedelta
from typing import Literal, NamedTuple

from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.due import AS_SET, EARLIER, LATER
from desktop_app.domain.periods import month_end
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workdays import Calendar
from desktop_app.reports.gantt_scene import Bar, Step
from desktop_app.reports.gantt_scene_axis import Scale
from desktop_app.reports.gantt_scene_layout import Spread, span_of

Part = Literal["bar", "start", "end", "soft", "node"]
SnapBy = Literal["scale", "workday", "month"]
_BY_MONTH = ("year", "half", "quarter")


class Grip(NamedTuple):
    """What of a bar is held: all of it, an end, its end in principle, or the node at this place."""

    part: Part
    node: int = 0


class Snap(NamedTuple):
    """How days come to rest: on months or on workdays, as suits the scale or as the clerk wants; `rule` is that of
    `domain.due` for ends on days of rest.
    """

    scale: Scale
    calendar: Calendar
    rule: str = EARLIER
    by: SnapBy = "scale"

    @property
    def monthly(self) -> bool:
        """Whether days rest on months."""
        return self.by == "month" or (self.by == "scale" and self.scale in _BY_MONTH)

    def begin(self, day: int) -> int:
        """Where a start comes to rest."""
        if self.monthly:
            near = date.fromordinal(day) + timedelta(days=15)
            return near.replace(day=1).toordinal()
        return self._workday(day, 0 if self.rule == AS_SET else 1)

    def finish(self, day: int) -> int:
        """Where an end or a node comes to rest."""
        if self.monthly:
            near = date.fromordinal(day) - timedelta(days=14)
            return month_end(near.year, near.month).toordinal()
        return self._workday(day, {EARLIER: -1, LATER: 1}.get(self.rule, 0))

    def step(self, day: int, direction: int) -> int:
        """How many days further a key press brings an end: to the next month's end, or the next workday."""
        if self.monthly:
            return self.finish(day + 30 * direction) - day
        return self._workday(day + direction, 0 if self.rule == AS_SET else direction) - day

    def _workday(self, day: int, direction: int) -> int:
        while direction and not self.calendar.is_workday(date.fromordinal(day)):
            day += direction
        return day


def grip_at(bar: Bar, spread: Spread, x: float, reach: float) -> Grip | None:
    """What of a bar lies at `x`, ends and nodes being held from `reach` beside them; None beside the bar."""
    span = span_of(bar, spread)
    for place, node in enumerate(bar.nodes):
        beyond = node.day == bar.end and x > span.end  # there the end itself is held
        if abs(x - spread.x(node.day + 1)) <= reach and not beyond:
            return Grip("node", place)
    if _soft_apart(bar) and abs(x - spread.x((bar.soft or 0) + 1)) <= reach:
        return Grip("soft")
    inner = min(reach, (span.end - span.start) / 3)
    if span.end - inner <= x <= span.end + reach:
        return Grip("end")
    if span.start - reach <= x <= span.start + inner:
        return Grip("start")
    return Grip("bar") if span.start <= x <= span.end else None


def parts_of(bar: Bar) -> list[Grip]:
    """All that can be held of a bar, in the order in which the keys go through it."""
    soft = [Grip("soft")] if _soft_apart(bar) else []
    nodes = [Grip("node", place) for place in range(len(bar.nodes))]
    return [Grip("end"), *soft, Grip("start"), Grip("bar"), *nodes]


def _soft_apart(bar: Bar) -> bool:
    """Whether the day meant in principle lies apart from the end."""
    return bar.soft is not None and bar.soft != bar.end


def day_of(bar: Bar, grip: Grip) -> int:
    """The day at which something is held; a whole bar at its end."""
    if grip.part == "node":
        return bar.nodes[grip.node].day
    if grip.part == "soft":
        return bar.soft or bar.end
    return bar.start if grip.part == "start" else bar.end


def stepped(bar: Bar, grip: Grip, direction: int, snap: Snap) -> Bar:
    """The bar after one key press on what is held."""
    day = day_of(bar, grip)
    return pulled(bar, grip, snap.step(day - 1 if grip.part == "start" else day, direction), snap)


def with_node(bar: Bar, day: int, snap: Snap) -> Bar:
    """The bar with one more node, still without a name."""
    return bar._replace(nodes=(*bar.nodes, Step(snap.finish(day), "")))


def pulled(bar: Bar, grip: Grip, days: int, snap: Snap) -> Bar:
    """The bar after pulling what is held by so many days; an end never passes the other."""
    if days == 0:
        return bar
    if grip.part == "start":
        return bar._replace(start=min(snap.begin(bar.start + days), bar.end))
    if grip.part == "end":
        end = max(snap.finish(bar.end + days), bar.start)
        return bar._replace(end=end, soft=_soft_with(bar, end))
    if grip.part == "soft":
        soft = min(max(snap.finish(day_of(bar, grip) + days), bar.start), bar.end)
        return bar._replace(soft=soft)
    if grip.part == "node":
        moved = bar.nodes[grip.node]._replace(day=snap.finish(bar.nodes[grip.node].day + days))
        return bar._replace(nodes=(*bar.nodes[: grip.node], moved, *bar.nodes[grip.node + 1 :]))
    shift = snap.finish(bar.end + days) - bar.end
    nodes = tuple(node._replace(day=node.day + shift) for node in bar.nodes)
    start = min(snap.begin(bar.start + shift), bar.end + shift) if shift else bar.start
    soft = None if bar.soft is None else bar.soft + shift
    return bar._replace(start=start, end=bar.end + shift, soft=soft, nodes=nodes)


def _soft_with(bar: Bar, end: int) -> int | None:
    """The day in principle of a bar that is given another end: never after it, and with it where it was one with it."""
    if bar.soft is None or bar.soft == bar.end:
        return None if bar.soft is None else end
    return min(bar.soft, end)


def moved(snapshot: Snapshot, before: Bar, after: Bar) -> list[Change]:
    """The changes that bring a task from where its bar lay to where it lies now."""
    task, draft = snapshot.tasks[before.key], Draft()
    if after.start != before.start:
        draft.set("task", task, {"start": _iso(after.start)})
    if after.end != before.end:
        day = _iso(after.end)
        draft.set("task", task, {"deadline": day, "deadline_raw": day, "deadline_kind": "date"})
    if after.soft != before.soft and after.soft is not None:
        draft.set("task", task, {"soft_deadline": _iso(after.soft)})
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
