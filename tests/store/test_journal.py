"""Law 6: who changed this cell, from which file; and the logs beside the journal (laws 3 and 11)."""

from pathlib import Path

import pytest

from desktop_app.domain.changes import Draft, Source, by_cells, edits
from desktop_app.errors import Refused
from desktop_app.store import journal, receipts
from desktop_app.store.receipts import Receipt
from desktop_app.store.store import open_ledger
from desktop_app.store.undo import undo
from desktop_app.verbs import journal as journal_verb
from desktop_app.verbs.check import check


def test_each_field_change_knows_its_file_sheet_and_cell(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        draft = Draft()
        unit = draft.create("unit", {"name": "救助科", "kind": "section", "position": 1}, Source("f" * 64))
        applied = store.apply(draft.changes, "建立")
        assert applied
        key = applied.keys[unit]
        cell = Source("a" * 64, "填报表", "F7")
        store.apply(edits("unit", store.snapshot().units[key], {"phone": "5551"}, cell), "合并")
        store.apply(edits("unit", store.snapshot().units[key], {"phone": None}), "手工清空")
        history = journal.history_of(store.connection, "unit", key, "phone")
        assert [(entry, c.old, c.new, c.source) for entry, c in history] == [
            (3, "5551", None, Source()),
            (2, None, "5551", cell),
        ]
        sources = journal.sources_of(store.connection, "unit")
        assert sources[key, "phone"] == Source() and sources[key, "name"] == Source("f" * 64)
        plan = store.connection.execute(
            "EXPLAIN QUERY PLAN SELECT * FROM journal_change WHERE entity='unit' AND key=1 AND field='phone'"
        ).fetchall()
        assert "journal_change_of_field" in str(plan)


def test_a_record_made_of_several_cells_knows_the_cell_of_each_field(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        draft = Draft()
        made = by_cells("a" * 64, "填报表", {"name": "B5", "phone": "C5", "contact": None})
        unit = draft.create("unit", {"name": "救助科", "kind": "section", "position": 1, "phone": "5551"}, made)
        applied = store.apply(draft.changes, "建立")
        assert applied
        key = applied.keys[unit]
        assert store.connection.execute("SELECT count(*) FROM journal_change").fetchone() == (1,)
        ((_, told),) = journal.history_of(store.connection, "unit", key, "phone")
        assert told.source == Source("a" * 64, "填报表", "C5")
        undone = undo(store, applied.entry)
        assert undone
        undo(store, undone.entry)
        sources = journal.sources_of(store.connection, "unit")
        assert sources[key, "name"] == Source("a" * 64, "填报表", "B5")
        assert sources[key, "kind"] == Source("a" * 64, "填报表")


def test_a_value_that_undo_brings_back_keeps_its_file_and_cell(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        draft = Draft()
        unit = draft.create("unit", {"name": "救助科", "kind": "section", "position": 1})
        applied = store.apply(draft.changes, "建立")
        assert applied
        key = applied.keys[unit]
        first, second = Source("a" * 64, "填报表", "F7"), Source("b" * 64, "填报表", "F9")
        store.apply(edits("unit", store.snapshot().units[key], {"phone": "1"}, first), "合并")
        later = store.apply(edits("unit", store.snapshot().units[key], {"phone": "2"}, second), "更正")
        assert later and journal.sources_of(store.connection, "unit")[key, "phone"] == second
        undone = undo(store, later.entry)
        assert undone and journal.sources_of(store.connection, "unit")[key, "phone"] == first
        undo(store, undone.entry)
        assert journal.sources_of(store.connection, "unit")[key, "phone"] == second
        store.apply(edits("unit", store.snapshot().units[key], {"phone": "1"}), "手工改回")
        assert journal.sources_of(store.connection, "unit")[key, "phone"] == Source()


def test_the_journal_verb_lists_entries_and_their_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DUBAN_TODAY", "2026-03-09")
    with open_ledger(tmp_path) as store:
        draft = Draft()
        draft.create("unit", {"name": "救助科", "kind": "section", "position": 1})
        store.apply(draft.changes, "建立")
        (entry,) = journal_verb.listing(store, -1)["entries"]
        assert entry["label"] == "建立" and entry["changes"] == 1 and entry["at"].startswith("2026-03-09T")
        whole = journal_verb.entry(store, entry["id"])
        assert ("name", None, "救助科") in [(c["field"], c["old"], c["new"]) for c in whole["changes"]]
        with pytest.raises(Refused, match="没有编号为7"):
            journal_verb.entry(store, 7)


def test_receipts_and_outgoing_are_no_part_of_the_ledger(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        dump = store.logical_dump()
        receipts.log_receipt(store, Receipt(0, "", "养老科.xlsx", "b" * 64, 1, 2, None, "merged", None))
        receipts.log_receipt(store, Receipt(0, "", "图片.png", None, None, None, None, "refused", None))
        assert [(r.name, r.outcome) for r in receipts.receipts(store)] == [
            ("养老科.xlsx", "merged"),
            ("图片.png", "refused"),
        ]
        receipts.expect_outgoing(store, [5], "发出")
        assert receipts.outgoing(store)[5].written_at is None
        receipts.mark_written(store, 5, "c" * 64)
        assert receipts.outgoing(store)[5].file == "c" * 64
        assert store.logical_dump() == dump and journal.entries(store.connection) == []


def test_sources_are_kept_once_by_content_and_damage_is_found(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        digest = store.sources.keep("内容".encode(), "要点（终稿）.docx")
        assert store.sources.keep("内容".encode(), "另一个名字.docx") == digest
        path = store.sources.find(digest)
        assert path and path.suffix == ".docx" and path.read_bytes() == "内容".encode()
        assert store.sources.find("0" * 64) is None
        assert check(store) == []
        draft = Draft()
        draft.create("plan", {"title": "要点", "kind": "plan", "file": digest, "file_name": "要点（终稿）.docx"})
        store.apply(draft.changes, "导入")
        path.write_bytes(b"other")
        assert len(check(store)) == 1 and "内容已改变" in check(store)[0]
        path.unlink()
        assert len(check(store)) == 1 and "要点（终稿）.docx" in check(store)[0]
