"""A task's passage in its plan, cut into runs by what was read from it."""

from typing import NamedTuple

from desktop_app.domain.model import Task
from desktop_app.domain.snapshot import Snapshot


class Run(NamedTuple):
    """Some words and what they were read as: title, unit, target, deadline; None for plain text."""

    words: str
    kind: str | None


def runs(snapshot: Snapshot, task: Task) -> list[Run]:
    """The passage in order; where spans overlap, the earlier keeps its words. Without a source the task's own text."""
    plan = snapshot.plans.get(task.plan) if task.plan is not None else None
    source = plan.source if plan else None
    if not source or task.span_start is None or task.span_end is None:
        return [Run(task.text, None)] if task.text else []
    made, at = [], task.span_start
    for start, end, kind in sorted(_marks(snapshot, task)):
        start, end = max(start, at), min(end, task.span_end)
        if start < end:
            made += [Run(source[at:start], None), Run(source[start:end], kind)]
            at = end
    made.append(Run(source[at : task.span_end], None))
    return [run for run in made if run.words]


def _marks(snapshot: Snapshot, task: Task) -> list[tuple[int, int, str]]:
    marks = [
        (task.title_start, task.title_end, "title"),
        (task.unit_start, task.unit_end, "unit"),
        (task.deadline_start, task.deadline_end, "deadline"),
        *((target.span_start, target.span_end, "target") for target in snapshot.targets_of(task.key)),
        *((node.span_start, node.span_end, "deadline") for node in snapshot.nodes_of(task.key)),
    ]
    return [(start, end, kind) for start, end, kind in marks if start is not None and end is not None]
