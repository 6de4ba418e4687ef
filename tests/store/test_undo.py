"""Laws 2 and 8: undo gives the ledger back, survives a restart, keeps later work, and never deletes what forms name."""

from pathlib import Path

import pytest

from desktop_app.domain.changes import Draft, edits
from desktop_app.errors import Refused
from desktop_app.store import journal, undo
from desktop_app.store.journal import DISPATCH
from desktop_app.store.store import Store, open_ledger
from desktop_app.verbs.undo import told
from desktop_app.verbs.undo import undo_rest as undo_rest_verb


@pytest.fixture
def store(tmp_path: Path):
    with open_ledger(tmp_path) as opened:
        yield opened


def intake(store: Store) -> tuple[int, dict[str, int]]:
    """One entry that makes a plan with a section, two tasks with a target each, and a unit."""
    draft = Draft()
    plan = draft.create("plan", {"title": "2026年要点", "kind": "plan"})
    section = draft.create("section", {"plan": plan, "position": 1, "no": "一", "title": "养老"})
    unit = draft.create("unit", {"name": "养老服务科", "kind": "section", "position": 1})
    keys = {"plan": plan, "section": section, "unit": unit}
    for n in (1, 2):
        values = {"plan": plan, "section": section, "position": n, "title": f"任务{n}", "state": "open"}
        task = keys[f"task{n}"] = draft.create("task", values)
        keys[f"target{n}"] = draft.create("target", {"task": task, "position": 1, "comparator": ">=", "value": 60})
        draft.create("assignment", {"task": task, "unit": unit, "role": "lead", "position": 1})
    applied = store.apply(draft.changes, "导入《2026年要点》")
    assert applied
    return applied.entry, {name: applied.keys[key] for name, key in keys.items()}


def ask_about(store: Store, task: int, unit: int) -> int:
    draft = Draft()
    values = {"token": "t", "period": "2026-06", "as_of": "2026-06-30", "due": "2026-06-27", "state": "open"}
    cycle = draft.create("round", values)
    values = {"round": cycle, "task": task, "unit": unit, "position": 1, "title": "任务1"}
    draft.create("round_row", values)
    applied = store.apply(draft.changes, "生成2026年6月填报表", DISPATCH)
    assert applied
    return applied.entry


def edit(store: Store, entity: str, key: int, **values: object) -> int:
    applied = store.apply(edits(entity, store.snapshot().tables[entity][key], values), "修改")
    assert applied
    return applied.entry


def test_undo_and_redo_survive_a_restart(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        empty = store.logical_dump()
        entry, keys = intake(store)
        full = store.logical_dump()
        edit(store, "task", keys["task1"], title="新标题")
    with open_ledger(tmp_path) as store:
        steps = undo.steps(store)
        assert steps.undo and steps.undo.label == "修改" and steps.redo is None
        undo.undo(store, steps.undo.id)
        assert store.logical_dump() == full
    with open_ledger(tmp_path) as store:
        steps = undo.steps(store)
        assert steps.undo and steps.undo.id == entry
        assert steps.redo and steps.redo.label == "撤销“修改”"
        undo.undo(store, entry)
        assert store.logical_dump() == empty
    with open_ledger(tmp_path) as store:
        for _ in range(2):
            redo = undo.steps(store).redo
            assert redo
            undo.undo(store, redo.id)
        assert store.snapshot().tasks[keys["task1"]].title == "新标题"
        assert undo.steps(store).redo is None
        assert journal.entries(store.connection, 1)[0].label == "重做“修改”"


def test_the_undo_button_names_the_work_however_often_it_went_back_and_forth(store: Store):
    entry, _ = intake(store)
    for _ in range(3):
        undone = undo.undo(store, entry)
        assert undone
        redone = undo.undo(store, undone.entry)
        assert redone
        entry = redone.entry
    step = undo.steps(store).undo
    assert step and undo.work_of(store, step).label == "导入《2026年要点》"
    assert {e.label for e in journal.entries(store.connection)} == {
        "导入《2026年要点》",
        "撤销“导入《2026年要点》”",
        "重做“导入《2026年要点》”",
    }


def test_new_work_ends_redo(store: Store):
    entry, _ = intake(store)
    undo.undo(store, entry)
    intake(store)
    assert undo.steps(store).redo is None


def test_an_older_entry_is_undone_and_later_work_kept(store: Store):
    _, keys = intake(store)
    first = edit(store, "task", keys["task1"], title="甲")
    edit(store, "task", keys["task1"], note="后来的备注")
    undo.undo(store, first)
    task = store.snapshot().tasks[keys["task1"]]
    assert (task.title, task.note) == ("任务1", "后来的备注")


def test_a_field_edited_since_is_an_obstacle_told_in_words(store: Store):
    _, keys = intake(store)
    first = edit(store, "task", keys["task1"], title="甲", note="乙")
    edit(store, "task", keys["task1"], title="丙")
    dump = store.logical_dump()
    with pytest.raises(Refused, match="1处改动"):
        undo.undo(store, first)
    assert store.logical_dump() == dump
    plan = undo.plan_undo(store, first)
    assert [told(store.snapshot(), o) for o in plan.obstacles] == ["任务“丙”标题：之后已改为“丙”"]
    undone = undo_rest_verb(store, first)
    task = store.snapshot().tasks[keys["task1"]]
    assert (task.title, task.note) == ("丙", None) and len(undone.kept) == 1


def test_later_work_that_comes_back_to_the_same_value_is_later_work_all_the_same(store: Store):
    _, keys = intake(store)
    first = edit(store, "task", keys["task1"], note="10")
    edit(store, "task", keys["task1"], note="30")
    last = edit(store, "task", keys["task1"], note="10")
    dump = store.logical_dump()
    with pytest.raises(Refused, match="1处改动"):
        undo.undo(store, first)
    assert store.logical_dump() == dump
    undo.undo(store, last)
    assert store.snapshot().tasks[keys["task1"]].note == "30"


def test_steps_on_one_field_go_back_and_forth_in_order(store: Store):
    _, keys = intake(store)
    for value in ("10", "30", "10"):
        edit(store, "task", keys["task1"], note=value)
    seen = []
    for way in ("undo", "undo", "undo", "redo", "redo", "redo"):
        step = getattr(undo.steps(store), way)
        assert step
        undo.undo(store, step.id)
        seen.append(store.snapshot().tasks[keys["task1"]].note)
    assert seen == ["30", "10", None, "10", "30", "10"]


def test_a_record_that_later_work_hangs_on_stays_with_what_it_needs(store: Store):
    entry, keys = intake(store)
    draft = Draft()
    draft.create("node", {"task": keys["task1"], "position": 1, "title": "开工", "due": "2026-06-30"})
    store.apply(draft.changes, "加时间节点")
    with pytest.raises(Refused, match="不能直接撤销"):
        undo.undo(store, entry)
    undo.undo_rest(store, entry)
    left = store.snapshot()
    assert set(left.tasks) == {keys["task1"]} and set(left.sections) == {keys["section"]}
    assert left.targets_of(keys["task1"]) and left.leads_of(keys["task1"])
    assert store.faults() == []


def test_what_belonged_to_a_record_that_is_gone_is_not_brought_back(store: Store):
    _, keys = intake(store)
    draft = Draft()
    draft.create("node", {"task": keys["task1"], "position": 1, "title": "开工", "due": "2026-06-30"})
    made = store.apply(draft.changes, "加时间节点")
    assert made
    undone = undo.undo(store, made.entry)
    draft = Draft()
    snapshot = store.snapshot()
    for part in ("target", "assignment"):
        for record in snapshot.having(part, "task", keys["task1"]):
            draft.delete(part, record)
    draft.delete("task", snapshot.tasks[keys["task1"]])
    store.apply(draft.changes, "删除任务")
    dump = store.logical_dump()
    assert undone
    with pytest.raises(Refused, match="不能直接撤销"):
        undo.undo(store, undone.entry)
    (obstacle,) = undo.plan_undo(store, undone.entry).obstacles
    assert "开工" in told(store.snapshot(), obstacle) or "时间节点" in told(store.snapshot(), obstacle)
    assert undo.undo_rest(store, undone.entry) is None and store.logical_dump() == dump


def test_what_a_round_row_names_is_withdrawn_not_deleted(store: Store):
    entry, keys = intake(store)
    full = store.logical_dump()
    ask_about(store, keys["task1"], keys["unit"])
    asked = store.logical_dump()
    undone = undo.undo(store, entry)
    left = store.snapshot()
    assert undone and set(left.tasks) == {keys["task1"]}
    assert left.tasks[keys["task1"]].withdrawn == 1 and left.units[keys["unit"]].withdrawn == 1
    assert left.tasks_in_order() == [] and left.units_in_order() == []
    assert [r.task for r in left.rows.values()] == [keys["task1"]]
    undo.undo(store, undone.entry)
    assert store.logical_dump() == asked != full


def test_a_dispatch_is_never_undone(store: Store):
    _, keys = intake(store)
    entry = ask_about(store, keys["task1"], keys["unit"])
    dump = store.logical_dump()
    with pytest.raises(Refused, match="作废"):
        undo.undo(store, entry)
    assert store.logical_dump() == dump
    step = undo.steps(store).undo
    assert step and step.label == "导入《2026年要点》"


@pytest.mark.parametrize("number", [1, 77])
def test_undone_already_or_unknown(store: Store, number: int):
    entry, _ = intake(store)
    undo.undo(store, entry)
    with pytest.raises(Refused, match="台账没有改动"):
        undo.undo(store, number)


def test_the_ledger_as_it_was_known_at_a_moment(store: Store):
    _, keys = intake(store)
    moment = journal.entries(store.connection, 1)[0].at
    before = store.snapshot().tables
    edit(store, "task", keys["task1"], title="后来")
    undo.undo(store, edit(store, "task", keys["task2"], note="又后来"))
    draft = Draft()
    draft.delete("target", store.snapshot().tables["target"][keys["target2"]])
    store.apply(draft.changes, "删除目标")
    assert store.snapshot().tables != before
    assert store.snapshot_at(moment).tables == before
    assert store.snapshot_at("1999-01-01").tasks == {}


def test_work_brought_back_out_of_its_turn_ends_redo(tmp_path: Path):
    with open_ledger(tmp_path) as store:
        draft = Draft()
        key = draft.create("unit", {"name": "养老科", "kind": "section", "position": 1})
        made = store.apply(draft.changes, "建立")
        assert made is not None
        unit = made.keys[key]

        def rename(name: str) -> int:
            applied = store.apply(edits("unit", store.snapshot().units[unit], {"name": name}), f"改为{name}")
            assert applied is not None
            return applied.entry

        def back(number: int) -> int:
            applied = undo.undo(store, number)
            assert applied is not None
            return applied.entry

        first_undo = back(rename("甲"))
        second_undo = back(rename("乙"))
        redo = undo.steps(store).redo
        assert redo is not None and redo.id == second_undo
        back(first_undo)  # from the history, not by redo: 乙 can no longer simply be brought again
        assert undo.steps(store).redo is None
        assert store.snapshot().units[unit].name == "甲"
