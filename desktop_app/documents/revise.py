"""A plan that comes again, revised: what its new text changes in the ledger, with everything else kept.

Tasks are told again by their words, not by their numbers. What is changed is what the document changed: each value is
merged three-way between the old document, the ledger and the new document, so a correction that the clerk made stays
unless the document speaks of it anew, which is asked. Rounds, reports, states, notes and actions are not touched.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from desktop_app.documents.compare import ALIKE, Entry, compare, entries_of, entries_of_tasks
from desktop_app.documents.extraction import Extraction, SectionRead, TaskRead
from desktop_app.documents.propose import add_parts, plan_year, task_fields, titled, units_named_in
from desktop_app.documents.revise_parts import Told, revise_task
from desktop_app.domain.changes import Change, Draft, Source, deletion
from desktop_app.domain.model import Plan, Section, Task
from desktop_app.domain.proposal import Note, Proposal, Question, Severity
from desktop_app.domain.rows import is_named
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.texts import compare as texts
from desktop_app.texts import documents as document_texts
from desktop_app.texts import intake as intake_texts

_NO_PLACE = dict.fromkeys(
    ["span_start", "span_end", "title_start", "title_end", "unit_start", "unit_end", "deadline_start", "deadline_end"]
)


class _Old(NamedTuple):
    """A task of the old document: as the ledger has it (None where the clerk took it away), and as it was read."""

    task: Task | None
    said: TaskRead | None
    entry: Entry


def propose_revision(
    snapshot: Snapshot,
    plan_key: int,
    base: Extraction | None,
    extraction: Extraction,
    file: str,
    file_name: str,
    today: date,
) -> Proposal:
    """One ChangeSet that brings the plan to its new text.

    `base` is the old document as it reads now; without it (None) the ledger stands in for it, and what the new document
    is silent about is kept. A task that is gone is withdrawn where anything names it, and else asked about.
    """
    other = next((p for p in snapshot.plans.values() if p.file == file and p.key != plan_key), None)
    if other:
        return Proposal(notes=(Note(Severity.INFO, intake_texts.KNOWN_ALREADY.format(title=other.title), file_name),))
    draft, source, plan = Draft(), Source(file), snapshot.plans[plan_key]
    year = plan_year(extraction.meta, today)
    old = _old_tasks(snapshot, plan_key, base)
    pairs, fresh, gone = _paired(old, entries_of(extraction), base)
    sections = _sections(snapshot, draft, plan_key, extraction.sections, source)
    units = units_named_in(snapshot, draft, extraction, source)
    draft.set("plan", plan, _plan_fields(plan, extraction, year, file, file_name), source)
    questions: list[Question] = []
    for place, read in enumerate(extraction.tasks):
        fields = task_fields(
            read, plan_key, sections[read.section_seq - 1] if read.section_seq else None, place + 1, year
        )
        if place in pairs:
            before = old[pairs[place]]
            if before.task is not None:
                told = Told(before.said, read, fields, _base_fields(before.said, plan_key, base, today))
                questions += revise_task(snapshot, draft, before.task, told, units, extraction.source, source)
        elif place in fresh:
            add_parts(draft, draft.create("task", fields, source), read, units, source)
    withdrawn = _withdraw(snapshot, draft, [task for n in gone if (task := old[n].task)], source)
    questions += _ask_about(changed(snapshot, draft.changes), [task for n in gone if (task := old[n].task)], withdrawn)
    _drop_sections(snapshot, draft, plan_key, set(sections))
    notes = [Note(Severity.INFO, texts.WITHDRAWN.format(task=t.title), task=t.title) for t in withdrawn]
    return Proposal(tuple(draft.changes), tuple(questions), tuple(notes))


def without_known_leads(snapshot: Snapshot, plan_key: int, extraction: Extraction) -> Extraction:
    """The revised document without the question who leads, where the ledger's own task has its leads already."""
    standing = [task for task in snapshot.tasks_in_order() if task.plan == plan_key]
    found = compare(entries_of_tasks(snapshot, [task.key for task in standing]), entries_of(extraction))
    led = {
        extraction.tasks[pair.b].seq
        for pair in found.pairs
        if pair.likeness >= ALIKE and snapshot.leads_of(standing[pair.a].key)
    }
    asked = tuple(doubt for doubt in extraction.doubts if doubt.text != document_texts.NO_LEAD or doubt.seq not in led)
    return extraction._replace(doubts=asked)


def _base_fields(said: TaskRead | None, plan: int, base: Extraction | None, today: date) -> dict[str, object] | None:
    return None if said is None or base is None else task_fields(said, plan, None, 0, plan_year(base.meta, today))


def _plan_fields(plan: Plan, extraction: Extraction, year: int, file: str, file_name: str) -> dict[str, object]:
    said = {field: value for field, value in extraction.meta._asdict().items() if value is not None}
    kept = {"kind": extraction.kind, "year": year if extraction.meta.year else plan.year or year}
    name = plan.file_name if plan.file == file else file_name
    return {**said, **kept, "source": extraction.source, "file": file, "file_name": name}


def _old_tasks(snapshot: Snapshot, plan: int, base: Extraction | None) -> list[_Old]:
    """The standing tasks of the plan with what the old document said of them, then what the clerk took away from it."""
    standing = [task for task in snapshot.tasks_in_order() if task.plan == plan]
    entries = entries_of_tasks(snapshot, [task.key for task in standing])
    if base is None:
        return [_Old(task, None, entry) for task, entry in zip(standing, entries, strict=True)]
    said = dict(
        zip([read.title_span for read in base.tasks], zip(base.tasks, entries_of(base), strict=True), strict=True)
    )
    old = []
    for task, entry in zip(standing, entries, strict=True):
        place: Any = (task.title_start, task.title_end)
        read, words = said.pop(place, (None, entry))
        old.append(_Old(task, read, words))
    return [*old, *(_Old(None, read, entry) for read, entry in said.values())]


def _paired(
    old: Sequence[_Old], new: Sequence[Entry], base: Extraction | None
) -> tuple[dict[int, int], set[int], list[int]]:
    """New place to old place; the new places that are new work; the old places whose task the document dropped."""
    found = compare([one.entry for one in old], new)
    pairs = {pair.b: pair.a for pair in found.pairs if pair.likeness >= ALIKE}
    reworded = {pair.b for pair in found.pairs if {c.field for c in pair.changes} - {"no", "section"}}
    again = {place for place, before in pairs.items() if old[before].task is None and place in reworded}
    pairs = {place: before for place, before in pairs.items() if place not in again}
    fresh = set(range(len(new))) - pairs.keys()
    kept = set(pairs.values())
    gone = [n for n, one in enumerate(old) if n not in kept and one.task is not None and _from_document(one, base)]
    return pairs, fresh, gone


def _from_document(old: _Old, base: Extraction | None) -> bool:
    """Whether the task came from the old document; the clerk's own additions do not go with it."""
    return old.said is not None if base is not None else old.task is not None and old.task.span_start is not None


def _sections(
    snapshot: Snapshot, draft: Draft, plan: int, sections: Sequence[SectionRead], source: Source
) -> list[int]:
    """The key of each section of the new document, known by its title or made now."""
    old: list[Section] = snapshot.sections_of(plan)
    found = compare([_heading(s.title) for s in old], [_heading(s.title) for s in sections])
    known = {pair.b: old[pair.a] for pair in found.pairs}
    keys = []
    for place, section in enumerate(sections):
        fields: dict[str, object] = {
            "plan": plan,
            "position": place + 1,
            "no": section.no,
            "title": titled(section.title, section.no),
        }
        if place in known:
            draft.set("section", known[place], fields, source)
            keys.append(known[place].key)
        else:
            keys.append(draft.create("section", fields, source))
    return keys


def _heading(title: str) -> Entry:
    return Entry("", "", title, "", (), (), None, (), ())


def _drop_sections(snapshot: Snapshot, draft: Draft, plan: int, kept: set[int]) -> None:
    """Take away the old sections that no task is in any more; the others stay behind the new ones."""
    after = changed(snapshot, draft.changes)
    last = len(kept)
    for section in snapshot.sections_of(plan):
        if section.key in kept:
            continue
        if after.having("task", "section", section.key):
            last += 1
            draft.set("section", section, {"position": last})
        else:
            draft.delete("section", section)


def _withdraw(snapshot: Snapshot, draft: Draft, gone: Sequence[Task], source: Source) -> list[Task]:
    """Take the gone tasks out of the new source, and mark those that anything names, with their actions, withdrawn."""
    withdrawn = []
    for task in gone:
        family = [task, *snapshot.actions_of(task.key)]
        named = any(is_named(snapshot, one.key) for one in family)
        for one in family:
            draft.set("task", one, {**_NO_PLACE, **({"withdrawn": 1} if named else {})}, source)
            for entity in ("target", "node"):
                for part in snapshot.having(entity, "task", one.key):
                    draft.set(entity, part, {"span_start": None, "span_end": None}, source)
        if named:
            withdrawn.append(task)
    return withdrawn


def _ask_about(after: Snapshot, gone: Sequence[Task], withdrawn: Sequence[Task]) -> list[Question]:
    """For each gone task that nothing else names: whether it shall go. Unanswered, it stays."""
    left = [task for task in gone if task not in withdrawn]
    return [
        Question(
            texts.GONE.format(task=task.title),
            row=None,
            field="*",
            base=task.title,
            ours=task.title,
            theirs=None,
            take=tuple(_removal(after, task.key)),
            keep=(),
            task=task.title,
        )
        for task in left
    ]


def _removal(snapshot: Snapshot, task: int) -> list[Change]:
    changes = [change for action in snapshot.actions_of(task) for change in _removal(snapshot, action.key)]
    for entity in ("target", "node", "assignment"):
        for part in snapshot.having(entity, "task", task):
            changes += deletion(entity, part)
    return [*changes, *deletion("task", snapshot.tasks[task])]


def lasting(question: Question, keys: Mapping[int, int]) -> Question:
    """The question with units that the same proposal made named by the keys that the store has given them."""
    return question._replace(take=tuple(_with_unit(change, keys) for change in question.take))


def _with_unit(change: Change, keys: Mapping[int, int]) -> Change:
    record: Any = change.new
    if change.entity != "assignment" or record is None or not hasattr(record, "unit"):
        return change
    return change._replace(new=record._replace(unit=keys.get(record.unit, record.unit)))
