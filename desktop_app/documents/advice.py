"""Suggested leads with everything that this ledger knows: its units with their aliases, its past, its duty rule."""

from collections.abc import Iterable, Sequence

from desktop_app.documents.duties import duties_of
from desktop_app.documents.extraction import Extraction
from desktop_app.documents.propose import kind_of_unit
from desktop_app.documents.suggest import Suggestion, suggest
from desktop_app.documents.witnesses import Item, Past, UnitNames
from desktop_app.domain.model import Task
from desktop_app.domain.snapshot import Snapshot


def leads_for_plan(snapshot: Snapshot, extraction: Extraction) -> dict[int, tuple[Suggestion, ...]]:
    """For each task of a document that was read, by its number, up to three leads, best first.

    Units that the document names as leads and the ledger does not know yet are among them.
    """
    sections = [section.title for section in extraction.sections]
    items = [
        Item(
            t.seq, t.title, t.text, sections[t.section_seq - 1] if t.section_seq else "", _known(snapshot, t.lead_units)
        )
        for t in extraction.tasks
    ]
    named = dict.fromkeys(lead for item in items for lead in item.leads)
    fresh = [UnitNames(name, (name,), kind_of_unit(name)) for name in named if snapshot.unit_named(name) is None]
    return _suggested(snapshot, items, fresh)


def leads_for_tasks(snapshot: Snapshot, keys: Iterable[int]) -> dict[int, tuple[Suggestion, ...]]:
    """For each of these tasks of the ledger, by its key, up to three leads; those it has now say nothing."""
    wanted = set(keys)
    plans = {snapshot.tasks[key].plan for key in wanted}
    near = [task for task in snapshot.tasks_in_order() if task.plan in plans or task.key in wanted]
    items = [
        Item(task.key, task.title, task.text or "", _section(snapshot, task), _leads(snapshot, task.key))
        for task in near
    ]
    suggested = _suggested(snapshot, items, besides=frozenset(task.key for task in near))
    return {key: suggested[key] for key in wanted if key in suggested}


def _suggested(
    snapshot: Snapshot, items: Sequence[Item], fresh: Sequence[UnitNames] = (), besides: frozenset[int] = frozenset()
) -> dict[int, tuple[Suggestion, ...]]:
    units = [*unit_names(snapshot), *fresh]
    found = suggest(items, units, duties_of(snapshot), past_of(snapshot, besides))
    return {item.seq: suggestions for item, suggestions in zip(items, found, strict=True)}


def unit_names(snapshot: Snapshot) -> list[UnitNames]:
    """The units that stand, each with its aliases and the names of the units merged into it."""
    names = {unit.key: [unit.name] for unit in snapshot.units_in_order()}
    for unit in snapshot.units.values():
        if unit.merged_into is not None:
            names.get(snapshot.unit(unit.key).key, []).append(unit.name)
    for alias in snapshot.tables["alias"].values():
        names.get(snapshot.unit(alias.unit).key, []).append(alias.name)
    return [UnitNames(u.name, tuple(dict.fromkeys(names[u.key])), u.kind) for u in snapshot.units_in_order()]


def past_of(snapshot: Snapshot, besides: frozenset[int] = frozenset()) -> list[Past]:
    """The tasks that have a lead, plan by plan, oldest first; `besides` are left out."""
    return [
        Past(task.title, task.text or "", _section(snapshot, task), leads, _year(snapshot, task))
        for task in snapshot.tasks_in_order()
        if task.key not in besides and (leads := _leads(snapshot, task.key))
    ]


def _known(snapshot: Snapshot, names: Iterable[str]) -> tuple[str, ...]:
    """The units of these names as the ledger calls them, where it knows them."""
    units = ((name, snapshot.unit_named(name)) for name in names)
    return tuple(unit.name if unit else name for name, unit in units)


def _leads(snapshot: Snapshot, task: int) -> tuple[str, ...]:
    return tuple(unit.name for unit in snapshot.leads_of(task))


def _section(snapshot: Snapshot, task: Task) -> str:
    return snapshot.sections[task.section].title if task.section is not None else ""


def _year(snapshot: Snapshot, task: Task) -> int | None:
    return snapshot.plans[task.plan].year if task.plan is not None else None
