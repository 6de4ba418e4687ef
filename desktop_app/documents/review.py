"""Mending what was read from a plan before it is stored: each edit makes a new Extraction and settles its doubts."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from desktop_app.documents.extraction import DeadlineRead, Doubt, Extraction, Span, TargetRead, TaskRead
from desktop_app.texts import review as texts

UNIT, NUMBER, TARGET, DEADLINE = "unit", "number", "target", "deadline"


class Mark(NamedTuple):
    """A passage of the source that was read as something: no, title, unit, target or deadline of a task."""

    span: Span
    kind: str
    seq: int


def marks(extraction: Extraction) -> list[Mark]:
    """Every passage to mark, title first, so that what lies inside a title is drawn over it."""
    found = []
    for task in extraction.tasks:
        found += [Mark(task.no_span, "no", task.seq), Mark(task.title_span, "title", task.seq)]
        found += [Mark(span, "unit", task.seq) for span in task.note_spans]
        found += [Mark(target.span, "target", task.seq) for target in task.targets]
        found += [Mark(deadline.span, "deadline", task.seq) for deadline in task.deadlines]
    return [mark for mark in found if mark.span[0] < mark.span[1]]


def task_of(extraction: Extraction, seq: int) -> TaskRead:
    """The task of this number; KeyError where there is none."""
    found = next((task for task in extraction.tasks if task.seq == seq), None)
    if found is None:
        raise KeyError(seq)
    return found


def task_at(extraction: Extraction, place: int) -> TaskRead | None:
    """The task whose passage holds this code point of the source."""
    return next((task for task in extraction.tasks if task.span[0] <= place <= task.span[1]), None)


def due(task: TaskRead) -> DeadlineRead | None:
    """The deadline that a task is done by: the last dated one, else the first said."""
    dated = [deadline for deadline in task.deadlines if deadline.date]
    if dated:
        return max(dated, key=lambda deadline: (deadline.date or date.min, deadline.span))
    return task.deadlines[0] if task.deadlines else None


def doubts_of(extraction: Extraction, seq: int) -> list[Doubt]:
    """The open doubts about one task."""
    return [doubt for doubt in extraction.doubts if doubt.seq == seq]


def with_title(extraction: Extraction, seq: int, title: str) -> Extraction:
    """The task under another title; an empty one changes nothing."""
    title = " ".join(title.split())
    return _with(extraction, seq, title=title) if title else extraction


def with_leads(extraction: Extraction, seq: int, units: Sequence[str]) -> Extraction:
    """The task led by these units, in this order; its doubts about units are settled."""
    return _answered(_with(extraction, seq, lead_units=_each_once(units)), seq, UNIT)


def with_cos(extraction: Extraction, seq: int, units: Sequence[str]) -> Extraction:
    """The task supported by these units, in this order; its doubts about units are settled."""
    return _answered(_with(extraction, seq, co_units=_each_once(units)), seq, UNIT)


def with_unit_renamed(extraction: Extraction, seq: int, name: str, known: str) -> Extraction:
    """The task with one unit's name as written replaced by the name it is known by."""
    task = task_of(extraction, seq)
    leads, cos = ([known if unit == name else unit for unit in units] for units in (task.lead_units, task.co_units))
    return _with(extraction, seq, lead_units=_each_once(leads), co_units=_each_once(cos))


def with_deadline(extraction: Extraction, seq: int, day: date | None) -> Extraction:
    """The task due on this day in place of what `due` was, or without a deadline of its own."""
    task = task_of(extraction, seq)
    old = due(task)
    kept = tuple(deadline for deadline in task.deadlines if deadline is not old)
    if day is not None:
        phrase, span = (old.phrase, old.span) if old else ("", (0, 0))
        kept = (*kept, DeadlineRead(phrase, day, "date", span))
    return _answered(_with(extraction, seq, deadlines=kept), seq, DEADLINE)


def with_target(extraction: Extraction, seq: int, index: int, target: TargetRead) -> Extraction:
    """The task with one of its targets replaced."""
    targets = task_of(extraction, seq).targets
    return _with(extraction, seq, targets=(*targets[:index], target, *targets[index + 1 :]))


def with_new_target(extraction: Extraction, seq: int, target: TargetRead) -> Extraction:
    """The task with one more target, and without the doubts whether a number of it is one."""
    after = _with(extraction, seq, targets=(*task_of(extraction, seq).targets, target))
    return _answered(after, seq, NUMBER)


def without_target(extraction: Extraction, seq: int, index: int) -> Extraction:
    """The task without one of its targets, and without the doubts about that figure."""
    targets = task_of(extraction, seq).targets
    gone = targets[index]
    left = _with(extraction, seq, targets=(*targets[:index], *targets[index + 1 :]))
    asked = [d for d in doubts_of(left, seq) if d.what in (NUMBER, TARGET) and d.span and _overlap(d.span, gone.span)]
    return left._replace(doubts=tuple(doubt for doubt in left.doubts if doubt not in asked))


def without_task(extraction: Extraction, seq: int) -> Extraction:
    """The document without this row: its passage is kept among the rest, its number stays unused."""
    task = task_of(extraction, seq)
    return extraction._replace(
        tasks=tuple(other for other in extraction.tasks if other.seq != seq),
        doubts=tuple(doubt for doubt in extraction.doubts if doubt.seq != seq),
        rest=tuple(sorted((*extraction.rest, task.span))),
    )


def settled(extraction: Extraction, doubt: Doubt) -> Extraction:
    """The document with one doubt accepted as it stands."""
    return extraction._replace(doubts=tuple(other for other in extraction.doubts if other != doubt))


def with_ledger_doubts(extraction: Extraction, known: Iterable[str], fallback: date | None) -> Extraction:
    """The document with what the ledger must ask besides: a name that it does not know, and no deadline said.

    `known` are the names and aliases of the ledger's units; with none (a first plan) every name is new and unasked.
    `fallback` is the day that a task without a deadline gets.
    """
    names = set(known)
    found: list[Doubt] = []
    for task in extraction.tasks:
        strange = [unit for unit in (*task.lead_units, *task.co_units) if names and unit not in names]
        found += [Doubt(task.seq, UNIT, unit, texts.STRANGE_UNIT.format(unit=unit), None) for unit in strange]
    undated = sum(not task.deadlines for task in extraction.tasks)
    if undated and fallback:
        day = texts.DAY.format(day=fallback)
        found.append(Doubt(None, DEADLINE, "", texts.DEFAULT_DEADLINE.format(count=undated, day=day), None))
    return extraction._replace(doubts=(*extraction.doubts, *found))


def target_in_doubt(extraction: Extraction, doubt: Doubt) -> int | None:
    """Which target of its task a doubt is about; None where it is about none."""
    if doubt.seq is None or doubt.span is None or doubt.what not in (NUMBER, TARGET):
        return None
    targets = task_of(extraction, doubt.seq).targets
    return next((n for n, target in enumerate(targets) if _overlap(target.span, doubt.span)), None)


def _with(extraction: Extraction, seq: int, **values: Any) -> Extraction:
    task_of(extraction, seq)
    tasks = tuple(task._replace(**values) if task.seq == seq else task for task in extraction.tasks)
    return extraction._replace(tasks=tasks)


def _answered(extraction: Extraction, seq: int, what: str) -> Extraction:
    doubts = tuple(doubt for doubt in extraction.doubts if (doubt.seq, doubt.what) != (seq, what))
    return extraction._replace(doubts=doubts)


def _each_once(units: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for unit in units if (name := unit.strip())))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
