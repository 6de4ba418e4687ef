"""Carry over from one plan of the ledger to the next: links, units, and the unfinished tasks; one entry."""

from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.documents.carry import propose_carry, years
from desktop_app.domain.changes import EXISTS
from desktop_app.domain.model import Plan
from desktop_app.domain.proposal import Note
from desktop_app.errors import Refused
from desktop_app.store import journal
from desktop_app.store.store import Applied, Store
from desktop_app.texts import compare as texts
from desktop_app.verbs.plans import plan_named


class Carried(NamedTuple):
    """What was carried over: tasks that were linked, and tasks that were taken along; `applied` None: nothing was."""

    linked: int
    taken: int
    notes: tuple[Note, ...]
    applied: Applied | None


def plans_to_carry(store: Store, a: str, b: str) -> tuple[Plan, Plan]:
    """The two plans of these words. Refused for a file, for a plan that is not there, for the same plan twice."""
    for word in (a, b):
        if Path(word).is_file():
            raise Refused(texts.NOT_IN_LEDGER.format(word=word))
    old, new = (plan_named(store.snapshot(), word) for word in (a, b))
    if old.key == new.key:
        raise Refused(texts.SAME_PLAN.format(title=old.title))
    return old, new


def carry(store: Store, old: Plan, new: Plan, wanted: Collection[int] | None = None) -> Carried:
    """Carry over from `old` to `new`; of the unfinished tasks only those `wanted` (keys), without it all of them."""
    snapshot = store.snapshot()
    if wanted is None:
        wanted = years(snapshot, old.key, new.key).unfinished
    proposal = propose_carry(snapshot, old.key, new.key, wanted)
    linked = sum(change.field == "carried_from" for change in proposal.changes)
    made = (c.new for c in proposal.changes if c.entity == "task" and c.field == EXISTS)
    taken = sum(task.parent is None for task in made)
    applied = None
    if proposal.changes:
        applied = store.apply(proposal.changes, texts.CARRY_LABEL.format(a=old.title, b=new.title), journal.CARRY)
    return Carried(linked, taken, proposal.notes, applied)


def to_json(carried: Carried) -> dict[str, Any]:
    """The object that `compare --carry --json` prints besides the comparison."""
    return {
        "linked": carried.linked,
        "taken": carried.taken,
        "notes": [note.text for note in carried.notes],
        "applied": carried.applied.entry if carried.applied else None,
    }
