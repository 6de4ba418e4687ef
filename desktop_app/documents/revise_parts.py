"""One task of a revised plan: its fields, targets, nodes and units, each merged with what the ledger holds.

"Ours" is what the ledger holds, "base" what the old document said, "theirs" what the new one says.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from desktop_app.documents.extraction import TargetRead, TaskRead
from desktop_app.documents.propose import node_fields, target_fields, units_by_role
from desktop_app.domain.changes import Draft, Source, creation, deletion, edits
from desktop_app.domain.model import FIELDS, Assignment, Node, Target, Task
from desktop_app.domain.proposal import Question
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import compare as texts
from desktop_app.texts import fields as field_texts

_SAID = ("no", "title", "text", "leader")
_DUE = ("deadline", "deadline_raw", "deadline_kind", "soft_deadline")
_DEMAND = ("value", "comparator", "unit")
_TARGET = ("item", *_DEMAND, "kind", "scope", "phrase")


class Told(NamedTuple):
    """What the old and the new document say of a task; `base` is None where the old document cannot be read."""

    before: TaskRead | None
    now: TaskRead
    fields: dict[str, object]
    base: dict[str, object] | None


def revise_task(
    snapshot: Snapshot,
    draft: Draft,
    task: Task,
    told: Told,
    units: dict[str, int],
    text: str,
    source: Source,
) -> list[Question]:
    """Bring a task of the ledger to what the new document says; the questions where the clerk had said otherwise."""
    new: Any = _record("task", told.fields)
    base: Any = None if told.base is None else _record("task", told.base)
    places = {f: getattr(new, f) for f in Task._fields if f.endswith(("_start", "_end"))}
    draft.set("task", task, {"section": new.section, "position": new.position, **places}, source)
    questions = []
    for group in (*((field,) for field in _SAID), _DUE, ("start",)):
        questions += _settled(draft, "task", task, base, new, group, task.title, source)
    questions += _targets(snapshot, draft, task, told, source)
    _nodes(snapshot, draft, task, told, source)
    for role in ("lead", "co"):
        questions += _units(snapshot, draft, task, told, units, role, source)
    _actions(snapshot, draft, task, new.section, told.now, text)
    return questions


def _record(entity: str, fields: Mapping[str, object]) -> Any:
    """The record of these values in canonical form."""
    return creation(entity, -1, fields)[0].new


def _settled(
    draft: Draft, entity: str, ours: Any, base: Any, new: Any, group: Sequence[str], task: str, source: Source
) -> list[Question]:
    """Set fields that stand or fall together: the document's where only it moved, ours where only the clerk did."""
    theirs, held = _values(new, group), _values(ours, group)
    said = held if base is None else _values(base, group)
    silent = base is None and (theirs[0] is None or (group == _DUE and new.deadline_kind == "default"))
    if theirs in (said, held) or silent:
        return []
    values = dict(zip(group, theirs, strict=True))
    if held == said:
        draft.set(entity, ours, values, source)
        return []
    what = field_texts.of(entity, group[0])
    wording = texts.CONFLICT.format(task=task, what=what, ours=_told(held[0]), theirs=_told(theirs[0]))
    take = tuple(edits(entity, ours, values, source))
    return [Question(wording, None, group[0], said[0], held[0], theirs[0], take, (), task=task)]


def _values(record: Any, group: Sequence[str]) -> tuple[Any, ...]:
    return tuple(getattr(record, field) for field in group)


def _told(value: Any) -> str:
    return texts.NOTHING if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _targets(snapshot: Snapshot, draft: Draft, task: Task, told: Told, source: Source) -> list[Question]:
    """Targets of the task and of its actions; what the clerk added stays, what the clerk took away stays away."""
    family = [task.key, *(action.key for action in snapshot.actions_of(task.key))]
    ours: list[Target] = [target for key in family for target in snapshot.targets_of(key)]
    theirs = [_record("target", target_fields(t, task.key, n)) for n, t in enumerate(told.now.targets, 1)]
    known = told.base is not None and told.before is not None
    before: Iterable[TargetRead] = told.before.targets if told.before else ()
    base = [_record("target", target_fields(t, task.key, n)) for n, t in enumerate(before, 1)] if known else ours
    held = _alike(base, ours) if known else {n: n for n in range(len(ours))}
    follows = _alike(base, theirs)
    questions: list[Question] = []
    for place, said in enumerate(base):
        mine = ours[held[place]] if place in held else None
        new = theirs[follows[place]] if place in follows else None
        if mine is None:
            continue
        if new is None:
            questions += _target_gone(draft, task, mine, said, known, source)
            continue
        draft.set("target", mine, {"span_start": new.span_start, "span_end": new.span_end}, source)
        for group in ((*_DEMAND, "phrase"), ("item",), ("kind",), ("scope",), ("soft",)):
            questions += _settled(draft, "target", mine, said if known else None, new, group, task.title, source)
    for n, mine in enumerate(ours):
        if n not in held.values():
            draft.set("target", mine, {"span_start": None, "span_end": None}, source)
    for n, new in enumerate(theirs):
        if n not in follows.values():
            draft.create("target", {field: getattr(new, field) for field in FIELDS["target"]}, source)
    return questions


def _target_gone(draft: Draft, task: Task, mine: Any, said: Any, known: bool, source: Source) -> list[Question]:
    """A target that the new document no longer has goes where it still says what the old one said, else is asked."""
    if known and _values(mine, _TARGET) == _values(said, _TARGET):
        draft.delete("target", mine)
        return []
    draft.set("target", mine, {"span_start": None, "span_end": None}, source)
    if not known:
        return []
    words = mine.phrase or mine.item or ""
    take = tuple(deletion("target", mine._replace(span_start=None, span_end=None)))
    wording = texts.TARGET_GONE.format(task=task.title, target=words)
    return [Question(wording, None, "target", said.phrase, words, None, take, (), task=task.title)]


def _alike(one: Sequence[Any], other: Sequence[Any]) -> dict[int, int]:
    """Which target of the one is which of the other: the same phrase, else what is counted, else its unit, in turn."""
    found: dict[int, int] = {}
    for part in ("phrase", "item", "unit"):
        for n, a in enumerate(one):
            for m, b in enumerate(other):
                same = getattr(a, part) is not None and getattr(a, part) == getattr(b, part) and a.unit == b.unit
                if same and n not in found and m not in found.values():
                    found[n] = m
    return found


def _nodes(snapshot: Snapshot, draft: Draft, task: Task, told: Told, source: Source) -> None:
    """Dated steps as the new document has them, unless the clerk has made their own."""
    ours: list[Node] = snapshot.nodes_of(task.key)
    theirs = [_record("node", fields) for fields in node_fields(told.now, task.key)]
    base = ours if told.before is None else [_record("node", fields) for fields in node_fields(told.before, task.key)]
    steps = [[(node.title, node.due) for node in nodes] for nodes in (ours, base, theirs)]
    if steps[0] == steps[2]:
        for mine, new in zip(ours, theirs, strict=True):
            draft.set("node", mine, {"span_start": new.span_start, "span_end": new.span_end}, source)
    elif steps[0] != steps[1] or (told.before is None and not theirs):
        for mine in ours:
            draft.set("node", mine, {"span_start": None, "span_end": None}, source)
    else:
        for mine in ours:
            draft.delete("node", mine)
        for fields in node_fields(told.now, task.key):
            draft.create("node", fields, source)


def _units(
    snapshot: Snapshot, draft: Draft, task: Task, told: Told, units: dict[str, int], role: str, source: Source
) -> list[Question]:
    """Who leads or supports: as the new document says where it says something else than the old one did."""
    held = snapshot.assignments_of(task.key, role)
    ours = [snapshot.unit(one.unit).key for one in held]
    theirs = units_by_role(told.now, units)[role]
    base = ours if told.before is None else units_by_role(told.before, _keys(snapshot, told.before))[role]
    if theirs in (base, ours) or (told.before is None and not theirs):
        return []
    if ours == base:
        _assign(draft, task, role, held, theirs, source)
        return []
    take = Draft()
    _assign(take, task, role, held, theirs, source)
    said = _names(snapshot, ours)
    wanted = texts.AND.join(told.now.lead_units if role == "lead" else told.now.co_units)
    what = texts.ROLES[role]
    wording = texts.CONFLICT.format(
        task=task.title, what=what, ours=said or texts.NOTHING, theirs=wanted or texts.NOTHING
    )
    return [
        Question(
            wording,
            None,
            role,
            _names(snapshot, [key for key in base if key]),
            said,
            wanted,
            tuple(take.changes),
            (),
            task=task.title,
        )
    ]


def _keys(snapshot: Snapshot, read: TaskRead) -> dict[str, int]:
    """The units that the old document named; a name that the ledger does not know any more stands for nobody (0)."""
    found = ((name, snapshot.unit_named(name)) for name in (*read.lead_units, *read.co_units))
    return {name: unit.key if unit else 0 for name, unit in found}


def _assign(
    draft: Draft, task: Task, role: str, held: Iterable[Assignment], units: Iterable[int], source: Source
) -> None:
    for one in held:
        draft.delete("assignment", one)
    for position, unit in enumerate(units, 1):
        draft.create("assignment", {"task": task.key, "unit": unit, "role": role, "position": position}, source)


def _names(snapshot: Snapshot, keys: Iterable[int]) -> str | None:
    return texts.AND.join(snapshot.units[key].name for key in keys) or None


def _actions(snapshot: Snapshot, draft: Draft, task: Task, section: int | None, read: TaskRead, text: str) -> None:
    """The places of the task's actions in the new text, where their words still stand; else none."""
    for action in snapshot.actions_of(task.key):
        start = text.find(action.title, *read.span)
        span = (start, start + len(action.title)) if start >= 0 else (None, None)
        places = {"span_start": span[0], "span_end": span[1], "title_start": span[0], "title_end": span[1]}
        gone = dict.fromkeys(("unit_start", "unit_end", "deadline_start", "deadline_end"))
        draft.set("task", action, {**places, **gone, "section": section})
        for node in snapshot.nodes_of(action.key):
            draft.set("node", node, {"span_start": None, "span_end": None})
