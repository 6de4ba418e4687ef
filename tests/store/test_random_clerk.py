"""A random clerk against a plain model (laws 1, 2, 7, 13): whatever is done, undone, redone and reopened, they agree.

The model is nested dicts and knows nothing of the program's own change or undo code.
"""

import copy
import shutil
import tempfile
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule

from desktop_app.domain.changes import EXISTS, Draft, edits
from desktop_app.domain.model import ENTITIES, FIELDS
from desktop_app.errors import Refused
from desktop_app.store import journal, undo
from desktop_app.store.store import Applied, Store, open_ledger

NAMES = st.text("养老救助儿童社会办公室①=+\n 　", min_size=1, max_size=8).filter(lambda t: t.strip() == t and t != "")
DAYS = st.dates().map(lambda d: d.isoformat())
FIGURES = st.one_of(st.none(), st.integers(-(10**9), 10**9).map(float), st.floats(-1e6, 1e6).map(lambda f: f + 0.0))
Model = dict[str, dict[int, dict[str, Any]]]


class Clerk(RuleBasedStateMachine):
    """Creates, edits, moves, deletes, merges, undoes, redoes, reopens."""

    tasks = Bundle("tasks")
    units = Bundle("units")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="clerk"))
        self.store: Store = open_ledger(self.folder)
        self.snapshot = self.store.snapshot()
        self.model: Model = {entity: {} for entity in ENTITIES}
        self.before: dict[int, Model] = {}
        self.ever: set[int] = set()

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    def _apply(self, draft: Draft, then: Model, label: str) -> Applied | None:
        applied = self.store.apply(draft.changes, label)
        if applied is None:
            assert then == self.model
            return None
        self.before[applied.entry] = self.model
        self.model = then
        self.snapshot = self.store.reread(self.snapshot, applied.touched)
        return applied

    def _create(self, entity: str, values: dict[str, Any], label: str) -> int:
        draft = Draft()
        stand_in = draft.create(entity, values)
        applied = self.store.apply(draft.changes, label)
        assert applied
        key = applied.keys[stand_in]
        assert key not in self.ever
        self.ever.add(key)
        self.before[applied.entry] = self.model
        flags = {"withdrawn": 0} if "withdrawn" in FIELDS[entity] else {}
        record = {**dict.fromkeys(FIELDS[entity]), **flags, **values}
        self.model = {**self.model, entity: {**self.model[entity], key: record}}
        self.snapshot = self.store.reread(self.snapshot, applied.touched)
        return key

    def _edit(self, entity: str, key: int, values: dict[str, Any], label: str) -> None:
        if key not in self.model[entity]:
            return
        draft = Draft()
        draft.changes = edits(entity, self.snapshot.tables[entity][key], values)
        then = copy.deepcopy(self.model)
        then[entity][key].update(values)
        self._apply(draft, then, label)

    @rule(target=tasks, title=NAMES, position=st.integers(0, 99))
    def create_task(self, title: str, position: int) -> int:
        return self._create("task", {"title": title, "position": position, "state": "open"}, "新增任务")

    @rule(target=units, name=NAMES)
    def create_unit(self, name: str) -> int:
        return self._create("unit", {"name": name, "kind": "section", "position": 1}, "新增单位")

    @rule(task=tasks, unit=units, role=st.sampled_from(["lead", "co"]))
    def assign(self, task: int, unit: int, role: str) -> None:
        if task in self.model["task"] and unit in self.model["unit"]:
            self._create("assignment", {"task": task, "unit": unit, "role": role, "position": 1}, "分工")

    @rule(task=tasks, value=FIGURES, item=NAMES)
    def add_target(self, task: int, value: float | None, item: str) -> None:
        if task in self.model["task"]:
            values = {"task": task, "position": 1, "comparator": ">=", "value": value, "item": item, "soft": 0}
            self._create("target", values, "新增目标")

    @rule(task=tasks, title=NAMES, deadline=st.one_of(st.none(), DAYS), note=st.one_of(st.none(), NAMES))
    def edit_task(self, task: int, title: str, deadline: str | None, note: str | None) -> None:
        self._edit("task", task, {"title": title, "deadline": deadline, "note": note}, "修改任务")

    @rule(task=tasks, position=st.integers(0, 99))
    def move_task(self, task: int, position: int) -> None:
        self._edit("task", task, {"position": position}, "移动任务")

    @rule(unit=units, other=units)
    def merge_units(self, unit: int, other: int) -> None:
        if unit != other and other in self.model["unit"]:
            self._edit("unit", unit, {"merged_into": other}, "合并单位")

    @rule(task=tasks)
    def delete_task(self, task: int) -> None:
        if task not in self.model["task"]:
            return
        draft, then = Draft(), copy.deepcopy(self.model)
        for part in ("assignment", "target"):
            for record in self.snapshot.having(part, "task", task):
                draft.delete(part, record)
                del then[part][record.key]
        draft.delete("task", self.snapshot.tasks[task])
        del then["task"][task]
        self._apply(draft, then, "删除任务")

    @precondition(lambda self: undo.steps(self.store).undo is not None)
    @rule()
    def undo_newest(self) -> None:
        entry = undo.steps(self.store).undo
        assert entry
        self._take_back(entry.id, must=False)

    @precondition(lambda self: undo.steps(self.store).redo is not None)
    @rule()
    def redo(self) -> None:
        entry = undo.steps(self.store).redo
        assert entry
        self._take_back(entry.id, must=True)

    @precondition(lambda self: self.before)
    @rule(data=st.data())
    def undo_any(self, data: st.DataObject) -> None:
        self._take_back(data.draw(st.sampled_from(sorted(self.before))), must=False)

    def _take_back(self, number: int, must: bool) -> None:
        newest = journal.entries(self.store.connection, 1)[0].id
        dump = self.store.logical_dump()
        try:
            applied = undo.undo(self.store, number)
        except Refused as refused:
            assert (not must and number != newest) or "已经撤销" in refused.sentence
            assert self.store.logical_dump() == dump
            return
        assert applied
        then = copy.deepcopy(self.model)
        if number == newest:
            then = self.before[number]
        else:
            self._invert(then, number)
        self.before[applied.entry] = self.model
        self.model = then
        self.snapshot = self.store.reread(self.snapshot, applied.touched)

    def _invert(self, then: Model, number: int) -> None:
        """What the model looked like before the entry, for each record that it touched."""
        for change in journal.changes_of(self.store.connection, number):
            old = self.before[number][change.entity].get(change.key)
            if old is None:
                then[change.entity].pop(change.key, None)
            elif change.field == EXISTS:
                then[change.entity][change.key] = copy.deepcopy(old)
            elif change.key in then[change.entity]:
                then[change.entity][change.key][change.field] = old[change.field]

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = open_ledger(self.folder)
        assert self.store.snapshot().tables == self.snapshot.tables

    @invariant()
    def the_store_is_the_model(self) -> None:
        for entity, table in self.store.snapshot().tables.items():
            found = {key: {f: getattr(record, f) for f in FIELDS[entity]} for key, record in table.items()}
            assert found == self.model[entity], entity

    @invariant()
    def the_snapshot_kept_is_the_snapshot_read(self) -> None:
        assert self.snapshot.tables == self.store.snapshot().tables
        for task in self.snapshot.tasks:
            assert self.snapshot.targets_of(task) == self.store.snapshot().targets_of(task)

    @invariant()
    def the_ledger_is_sound(self) -> None:
        assert self.store.faults() == []


TestClerk = Clerk.TestCase
TestClerk.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
