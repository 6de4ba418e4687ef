"""From one year's plan to the next: who led, and what was left undone, carried over at the clerk's word.

Tasks are told again by their words (`compare`). A task that comes again is linked to last year's, and gets its units,
leader and people where the new plan names none; one that does not come again and is not finished can be taken along.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple

from desktop_app.documents.compare import Comparison, compare, entries_of_tasks
from desktop_app.domain.changes import Draft
from desktop_app.domain.model import Plan, Task
from desktop_app.domain.proposal import Note, Proposal, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import compare as texts

DONE = ("finished", "closed", "not_issued")
_PEOPLE = ("leader", "person", "contact")
_TARGET = ("position", "item", "comparator", "value", "unit", "kind", "scope", "phrase", "soft")


class Years(NamedTuple):
    """Two plans of the ledger: their tasks in order, which is which, and what of the first was left undone."""

    old: list[Task]
    new: list[Task]
    comparison: Comparison
    unfinished: tuple[int, ...]


def years(snapshot: Snapshot, old_plan: int, new_plan: int) -> Years:
    """Pair the tasks of two plans; `unfinished` are the keys of tasks that do not come again and are not finished."""
    old, new = ([t for t in snapshot.tasks_in_order() if t.plan == plan] for plan in (old_plan, new_plan))
    comparison = compare(*(entries_of_tasks(snapshot, [task.key for task in side]) for side in (old, new)))
    taken = {task.carried_from for task in new}
    left = (old[place] for place in comparison.gone)
    unfinished = tuple(task.key for task in left if task.state not in DONE and task.key not in taken)
    return Years(old, new, comparison, unfinished)


def propose_carry(snapshot: Snapshot, old_plan: int, new_plan: int, wanted: Collection[int]) -> Proposal:
    """Link the tasks that come again, with last year's units where the new plan names none; take `wanted` ones along.

    `wanted` are keys of the first plan's unfinished tasks.
    """
    found = years(snapshot, old_plan, new_plan)
    draft, notes = Draft(), []
    homes: Counter[tuple[int | None, int | None]] = Counter()
    for pair in found.comparison.pairs:
        before, task = found.old[pair.a], found.new[pair.b]
        homes[before.section, task.section] += 1
        if task.carried_from is None:
            draft.set("task", task, {"carried_from": before.key})
        draft.set("task", task, {field: getattr(before, field) for field in _PEOPLE if getattr(task, field) is None})
        if not snapshot.assignments_of(task.key, "lead"):
            _assign(snapshot, draft, before.key, task.key)
            leads = texts.AND.join(unit.name for unit in snapshot.leads_of(before.key))
            if leads:
                notes.append(Note(Severity.INFO, texts.SAME_LEAD.format(task=task.title, leads=leads), task=task.title))
    taken = [task for task in found.old if task.key in wanted and task.key in found.unfinished]
    _take_along(snapshot, draft, snapshot.plans[new_plan], taken, dict(homes))
    return Proposal(tuple(draft.changes), notes=tuple(notes))


def _take_along(
    snapshot: Snapshot,
    draft: Draft,
    plan: Plan,
    taken: list[Task],
    homes: Mapping[tuple[int | None, int | None], int],
) -> None:
    """Unfinished tasks as tasks of the new plan, behind those of the section where most of their old one went."""
    last = max((task.position for task in snapshot.tasks.values() if task.plan == plan.key), default=0)
    left_over: int | None = None
    for place, task in enumerate(taken, last + 1):
        ways = {new: count for (old, new), count in homes.items() if old == task.section and new is not None}
        section = max(ways, key=ways.__getitem__) if ways else left_over
        if section is None:
            position = len(snapshot.sections_of(plan.key)) + 1
            values = {"plan": plan.key, "position": position, "title": texts.LEFT_OVER}
            section = left_over = draft.create("section", values)
        key = _again(snapshot, draft, task, {"plan": plan.key, "section": section, "position": place}, plan.year)
        for action in snapshot.actions_of(task.key):
            if action.state not in DONE:
                own = {"plan": plan.key, "section": section, "parent": key, "position": action.position}
                _again(snapshot, draft, action, own, plan.year)


def _again(snapshot: Snapshot, draft: Draft, task: Task, place: Mapping[str, object], year: int | None) -> int:
    """The task made anew with its words, people, units and targets; it is due at the end of the new year."""
    said = {field: getattr(task, field) for field in ("title", "text", *_PEOPLE)}
    due = {"deadline": f"{year}-12-31", "deadline_kind": "default"} if year else {}
    state = task.state if task.state == "ongoing" else "open"
    key = draft.create("task", {**said, **place, **due, "state": state, "carried_from": task.key})
    _assign(snapshot, draft, task.key, key)
    for target in snapshot.targets_of(task.key):
        draft.create("target", {"task": key, **{field: getattr(target, field) for field in _TARGET}})
    return key


def _assign(snapshot: Snapshot, draft: Draft, old: int, new: int) -> None:
    """The units of one task for another, as they stand today; those that it has already are not named twice."""
    has = {snapshot.unit(a.unit).key for a in snapshot.having("assignment", "task", new)}
    for role in ("lead", "co"):
        start = len(snapshot.assignments_of(new, role))
        units = [snapshot.unit(a.unit) for a in snapshot.assignments_of(old, role)]
        fresh = [unit.key for unit in units if not unit.withdrawn and unit.key not in has]
        for position, unit in enumerate(dict.fromkeys(fresh), start + 1):
            draft.create("assignment", {"task": new, "unit": unit, "role": role, "position": position})
            has.add(unit)
