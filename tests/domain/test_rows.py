"""Rows put in, taken out and moved, on a real store; what one undo gives back."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.rows import inserted, may_move, moved, removed
from desktop_app.store import undo
from desktop_app.store.store import Store, open_ledger
from tests.builders import Built, plan_with, round_of

TARGET = {"item": "床位", "comparator": ">=", "value": 60.0, "unit": "张"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_ledger(tmp_path) as made:
        yield made


@pytest.fixture
def built(store: Store) -> Built:
    made = plan_with(
        store,
        {"title": "甲", "lead": "一科", "targets": [TARGET]},
        {"title": "乙", "lead": "二科"},
        {"title": "丙", "lead": "一科"},
        {"title": "丁", "section": "二、另一板块"},
    )
    draft = Draft()
    for place, title in enumerate(("丙一", "丙二"), 1):
        draft.create(
            "task", {"parent": made.tasks[2], "position": place, "title": title, "state": "open", "plan": made.plan}
        )
    store.apply(draft.changes, "拆分")
    return made


def apply(store: Store, changes: Sequence[Change]) -> str:
    """Apply as one entry; returns the ledger after it was taken back."""
    applied = store.apply(changes, "行")
    assert applied is not None
    after = store.logical_dump()
    undo.undo(store, applied.entry)
    before = store.logical_dump()
    undo.undo(store, undo.steps(store).redo.id)  # type: ignore[union-attr]
    assert store.logical_dump() == after
    return before


def titles(store: Store) -> list[str]:
    snapshot = store.snapshot()
    return [t.title for task in snapshot.tasks_in_order() for t in (task, *snapshot.actions_of(task.key))]


def key(store: Store, title: str) -> int:
    return next(task.key for task in store.snapshot().tasks.values() if task.title == title)


def test_a_row_comes_under_another(store: Store, built: Built) -> None:
    before = store.logical_dump()
    assert apply(store, inserted(store.snapshot(), built.tasks[0], "新", 2026)) == before
    assert titles(store) == ["甲", "新", "乙", "丙", "丙一", "丙二", "丁"]
    made = store.snapshot().tasks[key(store, "新")]
    assert (made.section, made.plan, made.deadline, made.deadline_kind) == (
        store.snapshot().tasks[built.tasks[0]].section,
        built.plan,
        "2026-12-31",
        "default",
    )
    apply(store, inserted(store.snapshot(), key(store, "丙一"), "新举措", 2026))
    assert titles(store)[4:7] == ["丙一", "新举措", "丙二"]
    apply(store, inserted(store.snapshot(), None, "板块外", 2026))
    assert titles(store)[-1] == "板块外"


def test_a_row_goes_with_all_that_hangs_on_it(store: Store, built: Built) -> None:
    before = store.logical_dump()
    assert apply(store, removed(store.snapshot(), [built.tasks[0], built.tasks[2]])) == before
    assert titles(store) == ["乙", "丁"] and store.faults() == []
    snapshot = store.snapshot()
    assert not snapshot.tables["target"] and len(snapshot.tables["assignment"]) == 1


def test_what_a_round_names_is_only_withdrawn(store: Store, built: Built) -> None:
    round_of(store, "2026-06", [(built.tasks[1], built.units["二科"]), (key(store, "丙一"), built.units["一科"])])
    before = store.logical_dump()
    assert apply(store, removed(store.snapshot(), [built.tasks[1], built.tasks[2]])) == before
    assert titles(store) == ["甲", "丁"] and store.faults() == []
    kept = {task.title: task.withdrawn for task in store.snapshot().tasks.values()}
    assert kept == {"甲": 0, "乙": 1, "丙": 1, "丙一": 1, "丙二": 1, "丁": 0}


MOVES = [
    (["甲"], "丙", True, ["乙", "丙", "丙一", "丙二", "甲", "丁"]),
    (["丙"], "甲", False, ["丙", "丙一", "丙二", "甲", "乙", "丁"]),
    (["甲", "乙"], "丁", False, ["丙", "丙一", "丙二", "甲", "乙", "丁"]),
    (["丁"], "甲", True, ["甲", "丁", "乙", "丙", "丙一", "丙二"]),
    (["丙二"], "丙一", False, ["甲", "乙", "丙", "丙二", "丙一", "丁"]),
]


@pytest.mark.parametrize(("going", "beside", "after", "then"), MOVES)
def test_rows_move(store: Store, built: Built, going: list[str], beside: str, after: bool, then: list[str]) -> None:
    before, tasks = store.logical_dump(), [key(store, title) for title in going]
    assert may_move(store.snapshot(), tasks, key(store, beside))
    assert apply(store, moved(store.snapshot(), tasks, key(store, beside), after)) == before
    assert titles(store) == then
    section = store.snapshot().tasks[key(store, beside)].section
    assert {store.snapshot().tasks[task].section for task in tasks} == {section}


def test_an_action_stays_in_its_task(store: Store, built: Built) -> None:
    assert not may_move(store.snapshot(), [key(store, "丙一")], built.tasks[0])
    assert not may_move(store.snapshot(), [built.tasks[0]], key(store, "丙一"))


def test_a_move_changes_as_little_as_it_can(store: Store, built: Built) -> None:
    changes = moved(store.snapshot(), [built.tasks[0]], built.tasks[1], True)
    assert {(c.key, c.field) for c in changes} == {(built.tasks[0], "position"), (built.tasks[1], "position")}
