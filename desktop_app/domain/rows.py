"""What is done to whole rows of the ledger: put in, taken out, moved. Each is one list of changes.

A row is a task or an action; rows that stand beside each other have one parent and one section.
"""

from collections.abc import Sequence

from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.model import NAMED_BY, Task
from desktop_app.domain.snapshot import Snapshot, changed

PARTS = ("target", "node", "assignment")
_OWN = {("target", "task"), ("node", "task"), ("assignment", "task"), ("task", "parent")}


def beside(snapshot: Snapshot, task: Task) -> list[Task]:
    """The rows that stand beside one, itself among them, in order."""
    return snapshot.actions_of(task.parent) if task.parent is not None else snapshot.tasks_of(task.section)


def inserted(
    snapshot: Snapshot, after: int | None, title: str, year: int, so_far: Sequence[Change] = ()
) -> list[Change]:
    """A new row under `after` (None: at the end, outside any section), of the same plan, section and parent.

    Changes that made the snapshot so far go before it.
    """
    draft = Draft(so_far)
    fields: dict[str, object] = {"title": title, "state": "open"}
    if after is None:
        last = max((task.position for task in snapshot.tasks_of(None)), default=0)
        draft.create("task", {**fields, "position": last + 1, **_end_of(year)})
        return draft.changes
    above = snapshot.tasks[after]
    rows = beside(snapshot, above)
    place = rows.index(above) + 1
    position = above.position + 1
    for least, row in enumerate(rows[place:], position + 1):
        if row.position >= least:
            break
        draft.set("task", row, {"position": least})
    plan = snapshot.plans.get(above.plan) if above.plan is not None else None
    due = _end_of(plan.year if plan and plan.year else year)
    if above.parent is not None:
        parent = snapshot.tasks[above.parent]
        due = {"deadline": parent.deadline, "deadline_raw": parent.deadline_raw, "deadline_kind": parent.deadline_kind}
    where = {"plan": above.plan, "section": above.section, "parent": above.parent, "position": position}
    draft.create("task", {**fields, **where, **due})
    return draft.changes


def appended(snapshot: Snapshot, after: int, titles: Sequence[str], year: int) -> tuple[list[Change], list[int]]:
    """New tasks under a task, or the task of an action, in this order: the changes, and their stand-in keys."""
    made: list[Change] = []
    keys: list[int] = []
    parent = snapshot.tasks[after].parent
    under = after if parent is None else parent
    for title in titles:
        grown = inserted(snapshot, under, title, year, made)
        snapshot, made = changed(snapshot, grown[len(made) :]), grown
        under = min(change.key for change in made)
        keys.append(under)
    return made, keys


def _end_of(year: int) -> dict[str, object]:
    return {"deadline": f"{year}-12-31", "deadline_kind": "default"}


def removed(snapshot: Snapshot, tasks: Sequence[int]) -> list[Change]:
    """Take rows out, tasks with their actions. What a round or anything else names is marked withdrawn (law 8)."""
    draft = Draft()
    doomed = dict.fromkeys(key for task in tasks for key in (task, *(a.key for a in snapshot.actions_of(task))))
    kept = {key for key in doomed if is_named(snapshot, key)}
    kept |= {parent for key in kept if (parent := snapshot.tasks[key].parent) in doomed}
    for key in sorted(doomed, key=lambda key: snapshot.tasks[key].parent is None):
        record = snapshot.tasks[key]
        if key in kept or record.parent in kept:
            draft.set("task", record, {"withdrawn": 1})
        else:
            take_away(draft, snapshot, key)
    return draft.changes


def take_away(draft: Draft, snapshot: Snapshot, task: int) -> None:
    """Delete a row with its targets, steps and assignments; nothing else may name it."""
    for entity in PARTS:
        for part in snapshot.having(entity, "task", task):
            draft.delete(entity, part)
    draft.delete("task", snapshot.tasks[task])


def is_named(snapshot: Snapshot, task: int) -> bool:
    """Whether anything but a row's own parts and actions names it, or names one of its targets."""
    for entity, field in NAMED_BY["task"]:
        if (entity, field) not in _OWN and snapshot.having(entity, field, task):
            return True
    withdrawn = [a for a in snapshot.having("task", "parent", task) if a.withdrawn]
    return bool(withdrawn) or any(snapshot.having("row_target", "target", t.key) for t in snapshot.targets_of(task))


def may_move(snapshot: Snapshot, tasks: Sequence[int], beside_task: int) -> bool:
    """Whether these rows can stand beside that one: all of one parent, and tasks of one plan."""
    anchor = snapshot.tasks[beside_task]
    rows = [snapshot.tasks[task] for task in tasks]
    return all(row.parent == anchor.parent and row.plan == anchor.plan for row in rows)


def moved(snapshot: Snapshot, tasks: Sequence[int], beside_task: int, after: bool) -> list[Change]:
    """Put these rows, in the order given, before or after another that is none of them; they join its section."""
    anchor, draft = snapshot.tasks[beside_task], Draft()
    going = [snapshot.tasks[task] for task in tasks]
    staying = [row for row in beside(snapshot, anchor) if row.key not in tasks]
    place = staying.index(anchor) + after
    rows = [*staying[:place], *going, *staying[place:]]
    places = sorted(row.position for row in rows)
    if len(set(places)) < len(rows) or any(row.section != anchor.section for row in going):
        places = list(range(1, len(rows) + 1))
    for row, position in zip(rows, places, strict=True):
        draft.set("task", row, {"position": position, "section": anchor.section})
    for row in going:
        for action in snapshot.having("task", "parent", row.key):
            if action.section is not None:
                draft.set("task", action, {"section": anchor.section})
    return draft.changes
