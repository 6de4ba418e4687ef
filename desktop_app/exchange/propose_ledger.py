"""From an existing ledger to one ChangeSet: plan, sections, tasks with actions, units, and what is said of progress."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from desktop_app.domain.changes import Change, Draft, Source
from desktop_app.domain.model import Task
from desktop_app.domain.proposal import Note, Proposal, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import of_field, plain_number
from desktop_app.exchange.ledger_records import Held, HeldLedger, HeldTask
from desktop_app.exchange.propose_again import (
    action_again,
    bring_up_to_date,
    other_leads,
    plan_again,
    says_the_same,
    tasks_again,
)
from desktop_app.exchange.read_values import folded
from desktop_app.texts import import_ledger as texts

IMPORTED = "imported"
KIND = "table"
OPEN = "open"
COLUMNS_RULE = "columns:"


def propose_ledger(
    snapshot: Snapshot, held: HeldLedger, file: str, file_name: str, kind_of: Callable[[str], str]
) -> Proposal:
    """The changes that take a whole ledger in; none where this very file is in the ledger already.

    Where most of its tasks are in the ledger, it has come again: they keep their places and get what is new of them.

    `file` is the stored original's SHA-256; `kind_of` tells the kind of a unit that is not known yet by its name.
    """
    known = next((plan for plan in snapshot.plans.values() if plan.file == file), None)
    if known:
        return Proposal(notes=(Note(Severity.INFO, texts.KNOWN_ALREADY.format(title=known.title), file_name),))
    again = tasks_again(snapshot, held)
    taking = _Taking(snapshot, held, file, kind_of)
    if again:
        taking.take_again(again)
        same = (Note(Severity.INFO, _told_again(snapshot, held, again, bool(taking.draft.changes)), file_name),)
    else:
        taking.take(file_name)
        same = _same_titles(snapshot, held, file_name)
    notes = [*same, *held.notes, *taking.notes(file_name)]
    return Proposal(tuple(taking.draft.changes), notes=tuple(notes))


def remembered_columns(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """The meanings that the clerk has given to columns before, by the header's fingerprint."""
    rules = (rule for rule in snapshot.tables["rule"].values() if rule.name.startswith(COLUMNS_RULE))
    return {rule.name.removeprefix(COLUMNS_RULE): tuple(json.loads(rule.value)) for rule in rules}


def remember_columns(draft: Draft, snapshot: Snapshot, fingerprint: str, meanings: Sequence[str]) -> None:
    """Keep a mapping for the next time."""
    name, value = COLUMNS_RULE + fingerprint, json.dumps(list(meanings))
    old = next(iter(snapshot.having("rule", "name", name)), None)
    if old is None:
        draft.create("rule", {"name": name, "value": value})
    else:
        draft.set("rule", old, {"value": value})


def _told_again(snapshot: Snapshot, held: HeldLedger, again: Mapping[int, Task], moves: bool) -> str:
    plan = snapshot.plans.get(plan_again(again) or 0)
    words = {"title": plan.title if plan else held.title, "count": len(again), "new": len(held.tasks) - len(again)}
    return (texts.AGAIN if moves else texts.AGAIN_SAME).format(**words)


def _same_titles(snapshot: Snapshot, held: HeldLedger, file_name: str) -> Iterable[Note]:
    there = {task.title for task in snapshot.tasks.values() if not task.withdrawn}
    same = [task for task in held.tasks if task.value("title") in there]
    if same:
        words = texts.SAME_TITLES.format(count=len(same), title=same[0].value("title"))
        yield Note(Severity.ASK, words, file_name, held.sheet)


class _Taking:
    """Makes the records of one ledger, in order."""

    def __init__(self, snapshot: Snapshot, held: HeldLedger, file: str, kind_of: Callable[[str], str]) -> None:
        self.draft = Draft()
        self._snapshot, self._held, self._file, self._kind_of = snapshot, held, file, kind_of
        self._units: dict[str, int] = {}
        self._position = max((unit.position for unit in snapshot.units.values()), default=0)
        self._round: int | None = None
        self._rows = 0
        self._leaderless: list[HeldTask] = []
        self._again: list[Note] = []

    def take(self, file_name: str) -> None:
        """Draft everything."""
        held, draft = self._held, self.draft
        values = {
            "title": held.title,
            "kind": KIND,
            "year": held.year,
            "source": held.source,
            "file": self._file,
            "file_name": file_name,
        }
        plan = draft.create("plan", values, Source(self._file, held.sheet))
        sections = [
            draft.create("section", {"plan": plan, "position": n, "no": s.no, "title": s.title}, self._source(s.cell))
            for n, s in enumerate(held.sections, 1)
        ]
        for position, task in enumerate(held.tasks, 1):
            section = sections[task.section] if task.section is not None else None
            key = self._task(task, {"plan": plan, "section": section, "position": position})
            for place, action in enumerate(task.actions, 1):
                self._task(action, {"plan": plan, "section": section, "parent": key, "position": place})

    def take_again(self, again: Mapping[int, Task]) -> None:
        """Draft what is new of the tasks that are known, by their places, and the tasks that are not known."""
        snapshot, held = self._snapshot, self._held
        plan = plan_again(again)
        sections = {folded(one.title): one.key for one in snapshot.having("section", "plan", plan or 0)}
        positions = [task.position for task in snapshot.tasks.values() if task.plan == plan and task.parent is None]
        position = max(positions, default=0)
        for place, task in enumerate(held.tasks):
            known = again.get(place)
            if known is not None:
                self._update(known, task)
                continue
            position += 1
            section = self._section(plan, sections, task)
            key = self._task(task, {"plan": plan, "section": section, "position": position})
            for number, action in enumerate(task.actions, 1):
                self._task(action, {"plan": plan, "section": section, "parent": key, "position": number})

    def _section(self, plan: int | None, sections: dict[str, int], task: HeldTask) -> int | None:
        if task.section is None:
            return None
        found = self._held.sections[task.section]
        title = folded(found.title)
        if title not in sections:
            values = {"plan": plan, "position": len(sections) + 1, "no": found.no, "title": found.title}
            sections[title] = self.draft.create("section", values, self._source(found.cell))
        return sections[title]

    def _update(self, known: Task, task: HeldTask) -> None:
        snapshot, held = self._snapshot, self._held
        self._again += bring_up_to_date(self.draft, known, task, self._file, held.sheet)
        self._again += other_leads(snapshot, known, task, held.sheet)
        unit = self._answering(known, task)
        if task.said and unit is None:
            self._leaderless.append(task)
        elif task.said and unit is not None and not says_the_same(snapshot, known, unit, task.said, held.as_of):
            self._row(known.key, task, unit)
        actions = snapshot.actions_of(known.key)
        for number, action in enumerate(task.actions, len(actions) + 1):
            there = action_again(snapshot, known, action)
            if there is not None:
                self._update(there, action)
            else:
                place = {"plan": known.plan, "section": known.section, "parent": known.key, "position": number}
                self._task(action, place)

    def _answering(self, known: Task, task: HeldTask) -> int | None:
        """The unit whose progress is told: the one named, if the ledger knows it, else the task's own lead."""
        named = self._snapshot.unit_named(str(task.lead[0].value)) if task.lead else None
        leads = [named, *self._snapshot.leads_of(known.key)]
        found = next((unit.key for unit in leads if unit is not None), None)
        return self._unit(task.lead[0]) if found is None and task.lead else found

    def notes(self, file_name: str) -> Iterable[Note]:
        """What is to be told of the taking itself."""
        yield from (note._replace(file=file_name) for note in self._again)
        for task in self._leaderless:
            cell = next(iter(task.said.values())).cell
            yield Note(Severity.ASK, texts.NO_LEAD_TO_SAY, file_name, self._held.sheet, cell, str(task.value("title")))

    def _source(self, cell: str | None) -> Source:
        return Source(self._file, self._held.sheet, cell)

    def _task(self, task: HeldTask, place: Mapping[str, object]) -> int:
        fields = dict(task.fields)
        if task.said and not task.lead:
            self._leaderless.append(task)
            fields["note"] = _noted(task)
        fixed = {**place, "state": OPEN, "span_start": task.span[0], "span_end": task.span[1]}
        if "deadline" not in fields and "deadline_raw" not in fields and "parent" not in place:
            fixed |= {"deadline": f"{self._held.year}-12-31", "deadline_kind": "default"}
        key = self._made("task", fields, fixed, task.fields["title"].cell)
        self._parts(key, task)
        if task.said and task.lead:
            self._row(key, task, self._unit(task.lead[0]))
        return key

    def _made(self, entity: str, fields: Mapping[str, Held], fixed: Mapping[str, object], main: str | None) -> int:
        """A record with each value from its own cell; what shares the main cell is made with the record."""
        together = {name: held.value for name, held in fields.items() if held.cell in (None, main)}
        key = self.draft.create(entity, {**fixed, **together}, self._source(main))
        for name, held in fields.items():
            if name not in together and held.value != fixed.get(name):
                old = of_field(entity, name, fixed.get(name))
                self.draft.changes.append(Change(entity, key, name, old, held.value, self._source(held.cell)))
        return key

    def _parts(self, key: int, task: HeldTask) -> None:
        draft = self.draft
        for position, target in enumerate(task.targets, 1):
            values = {name: value for name, value in target._asdict().items() if name != "cell"}
            draft.create("target", {**values, "task": key, "position": position}, self._source(target.cell))
        for position, node in enumerate(task.nodes, 1):
            values = {"task": key, "position": position, "title": node.title, "due": node.due}
            draft.create("node", values, self._source(node.cell))
        for role, units in (("lead", task.lead), ("co", task.co)):
            for position, held in enumerate(self._once(units), 1):
                values = {"task": key, "unit": self._unit(held), "role": role, "position": position}
                draft.create("assignment", values, self._source(held.cell))

    def _once(self, units: Iterable[Held]) -> list[Held]:
        """The units without those that are one under two names."""
        return list({self._unit(held): held for held in reversed(list(units))}.values())[::-1]

    def _unit(self, held: Held) -> int:
        name = str(held.value)
        if name not in self._units:
            known = self._snapshot.unit_named(name)
            if known is None:
                self._position += 1
                values = {"name": name, "kind": self._kind_of(name), "position": self._position}
                self._units[name] = self.draft.create("unit", values, self._source(held.cell))
            else:
                self._units[name] = known.key
        return self._units[name]

    def _row(self, key: int, task: HeldTask, unit: int) -> None:
        """What is said of the task: a row of the imported round, with answer and report alike."""
        self._rows += 1
        values = {
            "round": self._the_round(),
            "task": key,
            "unit": unit,
            "position": self._rows,
            "title": task.value("title"),
            "targets": texts.JOINED.join(target.phrase for target in task.targets) or None,
        }
        row = self.draft.create("round_row", values, self._source(task.fields["title"].cell))
        main = next(iter(task.said.values())).cell
        for entity in ("answer", "report"):
            self._made(entity, task.said, {"row": row}, main)

    def _the_round(self) -> int:
        if self._round is None:
            day = self._held.as_of
            values = {
                "token": f"{IMPORTED}-{self._file[:16]}",
                "period": f"{day:%Y-%m}",
                "as_of": day.isoformat(),
                "due": day.isoformat(),
                "state": IMPORTED,
            }
            self._round = self.draft.create("round", values, Source(self._file, self._held.sheet))
        return self._round


def _noted(task: HeldTask) -> Held:
    """The note of a task with no unit to report for it: what is said of its progress is not lost."""
    parts = [str(task.fields["note"].value)] if "note" in task.fields else []
    for name, held in task.said.items():
        label = texts.MEANINGS[{"text": "progress_text"}.get(name, name)]
        shown = texts.PERCENT.format(value=plain_number(held.value)) if isinstance(held.value, float) else held.value
        parts.append(texts.LABELLED.format(label=label, text=shown))
    return Held(texts.JOINED.join(parts), next(iter(task.said.values())).cell)
