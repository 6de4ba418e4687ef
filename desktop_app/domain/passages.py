"""Where else in its plan a task comes from: the further passages of one that was put together from several."""

import json
from typing import NamedTuple

from desktop_app.domain.changes import Change
from desktop_app.domain.model import Task
from desktop_app.domain.rules import rule_changes
from desktop_app.domain.snapshot import Snapshot

NAME = "sources:"


class Passage(NamedTuple):
    """A passage of a plan's source, in code points."""

    plan: int
    start: int
    end: int


def own_passage(task: Task) -> Passage | None:
    """The passage that a task's own record names."""
    if task.plan is None or task.span_start is None or task.span_end is None:
        return None
    return Passage(task.plan, task.span_start, task.span_end)


def passages_of(snapshot: Snapshot, task: int) -> list[Passage]:
    """Every passage that a task comes from, its own first."""
    own = own_passage(snapshot.tasks[task])
    said = snapshot.rule(f"{NAME}{task}")
    further = [Passage(*one) for one in json.loads(said)["passages"]] if said else []
    return [*([own] if own else []), *further]


def further_changes(snapshot: Snapshot, task: int, further: list[Passage]) -> list[Change]:
    """The changes that make these the further passages of a task."""
    return rule_changes(snapshot, f"{NAME}{task}", {"passages": further} if further else None)
