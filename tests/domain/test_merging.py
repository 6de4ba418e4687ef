"""Rows put together: nothing that any of them said is lost, and one undo parts them again."""

from pathlib import Path

import pytest

from desktop_app.domain.changes import Draft
from desktop_app.domain.merging import can_merge, merged
from desktop_app.domain.passages import passages_of
from desktop_app.store import undo
from desktop_app.store.store import Store, open_ledger
from tests.builders import Built, answer, plan_with, round_of

SOURCE = "1.新建食堂。2.改造床位。闲话一句。3.走访老人。"
BEDS = {"item": "床位", "comparator": ">=", "value": 60.0, "unit": "张"}
MEALS = {"item": "食堂", "comparator": ">=", "value": 3.0, "unit": "个"}


@pytest.fixture
def ledger(tmp_path: Path) -> tuple[Store, Built]:
    store = open_ledger(tmp_path)
    built = plan_with(
        store,
        {"title": "新建食堂", "lead": "一科", "co": "三科", "targets": [MEALS], "span_start": 0, "span_end": 7}
        | {"deadline": "2026-06-30", "deadline_raw": "6月底", "deadline_kind": "period_end", "text": "选址。"},
        {
            "title": "改造床位",
            "lead": ["二科", "一科"],
            "targets": [BEDS],
            "span_start": 7,
            "span_end": 14,
            "note": "急",
        }
        | {"deadline": "2026-09-30", "deadline_raw": "9月底", "deadline_kind": "period_end", "text": "入户。"},
        {"title": "走访老人", "lead": "三科", "span_start": 19, "span_end": 26, "state": "paused"}
        | {"deadline": "2026-12-31", "deadline_kind": "default"},
    )
    draft = Draft()
    plan = store.snapshot().plans[built.plan]
    draft.set("plan", plan, {"source": SOURCE})
    draft.create(
        "task", {"parent": built.tasks[1], "position": 1, "title": "量尺寸", "state": "open", "plan": plan.key}
    )
    draft.create("node", {"task": built.tasks[1], "position": 1, "title": "开工", "due": "2026-03-31"})
    store.apply(draft.changes, "补充")
    return store, built


def test_everything_is_joined_and_parted_again(ledger: tuple[Store, Built]) -> None:
    store, built = ledger
    rows = round_of(store, "2026-05", [(built.tasks[0], built.units["一科"]), (built.tasks[1], built.units["二科"])])
    answer(store, rows[1], percent=40.0)
    before, snapshot = store.logical_dump(), store.snapshot()
    assert can_merge(snapshot, built.tasks)
    applied = store.apply(merged(snapshot, built.tasks, "；"), "合并")
    assert applied is not None and store.faults() == []
    snapshot, first = store.snapshot(), built.tasks[0]
    assert list(snapshot.tasks) == [first, *[action.key for action in snapshot.actions_of(first)]]
    task = snapshot.tasks[first]
    assert (task.title, task.text, task.note) == ("新建食堂；改造床位；走访老人", "选址。\n入户。", "急")
    assert (task.deadline, task.deadline_raw, task.state) == ("2026-12-31", "6月底；9月底", "open")
    assert [t.item for t in snapshot.targets_of(first)] == ["食堂", "床位"]
    steps = [(node.title, node.due) for node in snapshot.nodes_of(first)]
    assert steps == [("开工", "2026-03-31"), ("新建食堂", "2026-06-30"), ("改造床位", "2026-09-30")]
    assert [unit.name for unit in snapshot.leads_of(first)] == ["一科", "二科", "三科"]
    assert snapshot.cos_of(first) == []  # who leads does not help
    assert [action.title for action in snapshot.actions_of(first)] == ["量尺寸"]
    assert {row.task for row in snapshot.rows.values()} == {first} and len(snapshot.tables["report"]) == 1
    assert [SOURCE[p.start : p.end] for p in passages_of(snapshot, first)] == [
        "1.新建食堂。2.改造床位。",
        "3.走访老人。",
    ]
    undo.undo(store, applied.entry)
    assert store.logical_dump() == before
    store.close()


def test_a_merged_row_can_be_merged_again(ledger: tuple[Store, Built]) -> None:
    store, built = ledger
    store.apply(merged(store.snapshot(), [built.tasks[0], built.tasks[2]], "；"), "合并")
    store.apply(merged(store.snapshot(), [built.tasks[0], built.tasks[1]], "；"), "合并")
    told = [SOURCE[p.start : p.end] for p in passages_of(store.snapshot(), built.tasks[0])]
    assert told == ["1.新建食堂。2.改造床位。", "3.走访老人。"] and store.faults() == []
    store.close()


def test_what_is_due_on_no_day_leaves_the_others_as_steps(ledger: tuple[Store, Built]) -> None:
    store, built = ledger
    draft = Draft()
    last = store.snapshot().tasks[built.tasks[1]]
    draft.set("task", last, {"deadline": None, "deadline_raw": "长期坚持", "deadline_kind": "ongoing"})
    store.apply(draft.changes, "长期")
    store.apply(merged(store.snapshot(), built.tasks[:2], "；"), "合并")
    task = store.snapshot().tasks[built.tasks[0]]
    assert (task.deadline, task.deadline_kind) == (None, "ongoing")
    assert "2026-06-30" in [node.due for node in store.snapshot().nodes_of(task.key)]
    store.close()


def test_only_rows_of_one_kind_are_merged(ledger: tuple[Store, Built]) -> None:
    store, built = ledger
    snapshot = store.snapshot()
    action = snapshot.actions_of(built.tasks[1])[0].key
    assert not can_merge(snapshot, [built.tasks[0]])
    assert not can_merge(snapshot, [built.tasks[0], action])
    store.close()
