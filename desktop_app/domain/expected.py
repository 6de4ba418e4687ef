"""Expected progress (序时进度): what share of a task should be done on a day.

By completed months from its start to its deadline; by days where the ledger says so; by the task's own dated steps
where it has them: those that name a percent are a curve, others count alike (so recurring duties by occasions due).
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from desktop_app.domain.model import Node, Task
from desktop_app.domain.rules import BY_DAY, ExpectedRule
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import lights as texts

Course = tuple[tuple[str, float], ...]  # (day, percent due by it), rising


def expected_percent(start: date, deadline: date, as_of: date) -> float:
    """Months completed of the months from `start` to `deadline`, 0–100, two decimals.

    A month counts as a whole, wherever in it the task starts or ends; on its deadline a task is expected to be done.
    """
    if as_of >= deadline:
        return 100.0
    after = as_of + timedelta(days=1)
    total = _month(deadline) - _month(start) + 1
    passed = min(max(_month(after) - _month(start), 0), total)
    return round(100 * passed / total, 2) if total > 0 else 0.0


def expected_by_day(start: date, deadline: date, as_of: date) -> float:
    """Days passed of the days from `start` to `deadline`, both ends in; 0–100, two decimals."""
    if as_of >= deadline:
        return 100.0
    passed = max((as_of - start).days + 1, 0)
    return round(100 * passed / ((deadline - start).days + 1), 2) if deadline >= start else 0.0


def expected_of(snapshot: Snapshot, task: Task, as_of: date, rule: ExpectedRule) -> float:
    """What is expected of a task on a day, by the ledger's rule."""
    plan = snapshot.plans.get(task.plan) if task.plan is not None else None
    year = plan.year if plan else None
    nodes = snapshot.nodes_of(task.key) if rule.nodes else []
    course = _course(nodes, task.deadline, year) if nodes else ()
    if course:
        day = as_of.isoformat()
        return max((percent for due, percent in course if due <= day), default=0.0)
    return on_line(task.start, task.deadline, year, as_of, rule.by)


def good_until(snapshot: Snapshot, task: Task, as_of: date, rule: ExpectedRule) -> date:
    """The last day on which no more is expected than on `as_of`: at the latest the deadline, or a year on."""
    now, day = expected_of(snapshot, task, as_of, rule), as_of
    last = min(date.fromisoformat(task.deadline) if task.deadline else date.max, as_of + timedelta(days=366))
    while day < last and expected_of(snapshot, task, day + timedelta(days=1), rule) <= now:
        day += timedelta(days=1)
    return day


def percent_named(title: str) -> float | None:
    """The percent that a step names (一季度25%); None where it names none, or a rate instead of progress."""
    found = re.fullmatch(texts.NODE_PERCENT, title.replace(texts.RATE_OF_PROGRESS, "").strip())
    return float(found["percent"]) if found else None


def _course(nodes: list[Node], deadline: str | None, year: int | None) -> Course:
    """The points of a task's own course; empty where its nodes do not chart the whole of it."""
    dues = sorted({node.due for node in nodes})
    named = {node.due: percent for node in nodes if (percent := percent_named(node.title or "")) is not None}
    if named:
        points = [(due, min(named[due], 100.0)) for due in sorted(named)]
        end = deadline or (f"{year}-12-31" if year else points[-1][0])
        return tuple(points) if points[-1][1] >= 100 or end <= points[-1][0] else (*points, (end, 100.0))
    if len(dues) < 2 or (deadline and dues[-1] < deadline):
        return ()
    return tuple((due, round(100 * place / len(dues), 2)) for place, due in enumerate(dues, 1))


@lru_cache(maxsize=4096)
def on_line(start: str | None, deadline: str | None, year: int | None, as_of: date, by: str) -> float:
    """What is expected of a task without a course of its own; its plan's year stands for what it does not say."""
    due = date.fromisoformat(deadline) if deadline else None
    begun = date.fromisoformat(start) if start else date(year or (due or as_of).year, 1, 1)
    passes = expected_by_day if by == BY_DAY else expected_percent
    return passes(begun, due or date(year or begun.year, 12, 31), as_of)


def _month(day: date) -> int:
    return 12 * day.year + day.month
