"""Law 1 and 5: one way in, all or nothing, every before-value checked; and law 2 for every field there is."""

import sqlite3
from pathlib import Path

import pytest

from desktop_app.domain.changes import Change, Draft, edits
from desktop_app.domain.kinds import Kind
from desktop_app.domain.model import ENTITIES, FIELDS, Unit, referred
from desktop_app.errors import Refused
from desktop_app.store import journal, undo
from desktop_app.store.apply import Stale
from desktop_app.store.store import Store, open_ledger
from tests.store.samples import FIRST, OTHER, create

EVERY_FIELD = [(entity, field) for entity, fields in FIELDS.items() for field in fields]


@pytest.fixture
def store(tmp_path: Path):
    with open_ledger(tmp_path / "台账") as opened:
        yield opened


def record(store: Store, entity: str, key: int):
    return store.snapshot().tables[entity][key]


def made(store: Store, entity: str) -> int:
    draft = Draft()
    stand_in = create(draft, entity)
    applied = store.apply(draft.changes, "建立")
    assert applied
    return applied.keys[stand_in]


@pytest.mark.parametrize("entity", ENTITIES)
def test_a_record_comes_back_as_it_was_given(store: Store, entity: str):
    key = made(store, entity)
    found = record(store, entity, key)
    for field, kind in FIELDS[entity].items():
        if kind is not Kind.REF:
            assert getattr(found, field) == FIRST[kind]
            assert type(getattr(found, field)) is type(FIRST[kind])


@pytest.mark.parametrize(("entity", "field"), EVERY_FIELD)
def test_old_new_inverse_for_every_field(store: Store, entity: str, field: str):
    key = made(store, entity)
    before = store.logical_dump()
    kind = FIELDS[entity][field]
    new = made(store, _target(entity, field)) if kind is Kind.REF else OTHER[kind]
    between = store.logical_dump()
    applied = store.apply(edits(entity, record(store, entity, key), {field: new}), "修改")
    assert applied and getattr(record(store, entity, key), field) == new
    after = store.logical_dump()
    undone = undo.undo(store, applied.entry)
    assert undone and store.logical_dump() == between
    assert undo.undo(store, undone.entry) and store.logical_dump() == after
    assert before != after


def _target(entity: str, field: str) -> str:
    return referred(entity, field) or ""


@pytest.mark.parametrize("entity", ENTITIES)
def test_a_deleted_record_comes_back_whole(store: Store, entity: str):
    key = made(store, entity)
    before = store.logical_dump()
    draft = Draft()
    draft.delete(entity, record(store, entity, key))
    applied = store.apply(draft.changes, "删除")
    assert applied and key not in store.snapshot().tables[entity]
    undo.undo(store, applied.entry)
    assert store.logical_dump() == before


def test_a_before_value_that_no_longer_holds_refuses_the_whole_set(store: Store):
    key = made(store, "unit")
    old = record(store, "unit", key)
    store.apply(edits("unit", old, {"name": "救助科"}), "先改")
    dump = store.logical_dump()
    draft = Draft()
    draft.create("unit", {"name": "另一个科", "kind": "section", "position": 9})
    draft.set("unit", old, {"name": "养老科", "phone": "0000"})
    with pytest.raises(Stale) as refused:
        store.apply(draft.changes, "后改")
    assert [c.field for c in refused.value.changes] == ["name"]
    assert "台账没有改动" in refused.value.sentence
    assert store.logical_dump() == dump


def test_an_edit_of_another_field_is_not_stale(store: Store):
    key = made(store, "unit")
    old = record(store, "unit", key)
    store.apply(edits("unit", old, {"name": "救助科"}), "先改")
    store.apply(edits("unit", old, {"phone": "0000"}), "后改")
    assert record(store, "unit", key)[1:7:5] == ("救助科", "0000")


GONE = Unit(1, "养老科", "section", 1, None, None, None, 0)


@pytest.mark.parametrize("change", [Change("unit", 1, "name", "旧", "新"), Change("unit", 1, "*", GONE, None)])
def test_a_change_of_what_is_not_there_is_stale(store: Store, change: Change):
    with pytest.raises(Stale):
        store.apply([change], "修改")


def test_a_deletion_must_know_the_whole_record(store: Store):
    key = made(store, "unit")
    old = record(store, "unit", key)
    store.apply(edits("unit", old, {"contact": "办公室"}), "补联系人")
    draft = Draft()
    draft.delete("unit", old)
    with pytest.raises(Stale):
        store.apply(draft.changes, "删除")


def test_nothing_to_change_makes_no_entry(store: Store):
    assert store.apply([], "空") is None
    assert store.apply([Change("unit", 1, "name", "甲", "甲")], "原样") is None
    assert journal.entries(store.connection) == []


def test_a_reference_to_nothing_is_refused_whole(store: Store):
    dump = store.logical_dump()
    with pytest.raises(sqlite3.IntegrityError):
        draft = Draft()
        draft.create("assignment", {"task": 98, "unit": 99, "role": "lead", "position": 1})
        store.apply(draft.changes, "无主")
    assert store.logical_dump() == dump and not store.connection.in_transaction


class FailingConnection(sqlite3.Connection):
    """A disk that is full at the N-th statement."""

    countdown = -1

    def _tick(self, statement: str) -> None:
        if statement == "ROLLBACK":
            return
        type(self).countdown -= 1
        if type(self).countdown == 0:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

    def execute(self, statement: str, *rest):  # type: ignore[override]
        self._tick(statement)
        return super().execute(statement, *rest)

    def executemany(self, statement: str, *rest):  # type: ignore[override]
        self._tick(statement)
        return super().executemany(statement, *rest)


def test_any_statement_of_apply_may_fail_and_nothing_has_happened(tmp_path: Path):
    FailingConnection.countdown = -1
    with open_ledger(tmp_path, factory=FailingConnection) as store:
        old, gone = made(store, "unit"), made(store, "node")
        draft = Draft()
        for entity in ENTITIES:
            create(draft, entity)
        draft.set("unit", record(store, "unit", old), {"name": "新名"})
        draft.delete("node", record(store, "node", gone))
        dump, entries = store.logical_dump(), journal.entries(store.connection)
        counter = store.connection.execute("SELECT next_key FROM ledger").fetchone()
        failures = 0
        while True:
            FailingConnection.countdown = failures + 1
            try:
                applied = store.apply(draft.changes, "整批")
                break
            except Refused as refused:
                failures += 1
                FailingConnection.countdown = -1
                assert "磁盘空间不足" in refused.sentence and "台账没有改动" in refused.sentence
                assert store.logical_dump() == dump
                assert journal.entries(store.connection) == entries
                assert store.connection.execute("SELECT next_key FROM ledger").fetchone() == counter
                assert not store.connection.in_transaction
        FailingConnection.countdown = -1
        assert failures > len(ENTITIES)
        assert applied and undo.undo(store, applied.entry) and store.logical_dump() == dump


def test_a_disk_that_is_really_full(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        made(store, "unit")
        dump = store.logical_dump()
        pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
        store.connection.execute(f"PRAGMA max_page_count={pages + 2}")
        draft = Draft()
        draft.create("plan", {"title": "要点", "kind": "plan", "source": "长" * 100_000})
        with pytest.raises(Refused) as refused:
            store.apply(draft.changes, "导入")
        assert "磁盘空间不足" in refused.value.sentence
        assert store.logical_dump() == dump and store.faults() == []


def test_keys_are_never_given_twice(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        first = made(store, "unit")
        undo.undo(store, 1)
    with open_ledger(tmp_path) as store:
        second = made(store, "unit")
    assert second > first
