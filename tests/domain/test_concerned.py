"""Which tasks a change concerns: judged alone they stand as they do in the whole ledger, and no other has moved."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.changes import Draft
from desktop_app.domain.concerned import about, concerned
from desktop_app.domain.model import ENTITIES
from desktop_app.domain.overrides import SentBack, back_changes
from desktop_app.domain.progress import statuses
from desktop_app.domain.snapshot import Snapshot
from desktop_app.store.store import Store, open_ledger
from tests.builders import Built, answer, plan_with, round_of

TODAY = date(2026, 7, 1)


@pytest.fixture
def ledger(tmp_path: Path) -> tuple[Store, Built, list[int]]:
    store = open_ledger(tmp_path)
    built = plan_with(store, *({"title": f"任务{n}", "lead": f"{n % 3}科"} for n in range(8)))
    asked = [(task, built.units[f"{n % 3}科"]) for n, task in enumerate(built.tasks[:6])]
    rows = round_of(store, "2026-06", asked)
    for row in rows[:4]:
        answer(store, row, percent=30.0)
    return store, built, rows


def after(store: Store, draft: Draft) -> tuple[Snapshot, Snapshot, frozenset[int] | None]:
    before = store.snapshot()
    applied = store.apply(draft.changes, "改")
    assert applied is not None
    now = store.reread(before, applied.touched)
    return before, now, concerned(before, now, applied.touched)


def test_a_part_is_judged_as_the_whole(ledger: tuple[Store, Built, list[int]]) -> None:
    store, built, _ = ledger
    whole = statuses(store.snapshot(), TODAY)
    for tasks in ([built.tasks[0]], built.tasks[2:5], built.tasks[6:]):
        assert statuses(about(store.snapshot(), tasks), TODAY) == {key: whole[key] for key in tasks}
    store.close()


@pytest.mark.parametrize("entity", ["task", "report", "target", "assignment", "node", "rule", "unit and assignment"])
def test_nothing_else_has_another_light(ledger: tuple[Store, Built, list[int]], entity: str) -> None:
    store, built, rows = ledger
    draft, snapshot, task = Draft(), store.snapshot(), built.tasks[1]
    if entity == "task":
        draft.set("task", snapshot.tasks[task], {"deadline": "2026-06-01"})
    elif entity == "report":
        draft.set("report", snapshot.report_of(rows[1]), {"percent": 90.0})  # type: ignore[arg-type]
    elif entity == "target":
        draft.create("target", {"task": task, "position": 1, "comparator": ">=", "value": 3.0})
    elif entity == "node":
        draft.create("node", {"task": task, "position": 1, "title": "开工", "due": "2026-03-01"})
    elif entity == "assignment":
        draft.delete("assignment", snapshot.assignments_of(task, "lead")[0])
    elif entity == "rule":
        draft.changes += back_changes(snapshot, task, SentBack("2026-07-01", "不实"))
    else:
        unit = draft.create("unit", {"name": "新科", "kind": "section", "position": 9})
        draft.create("assignment", {"task": task, "unit": unit, "role": "lead", "position": 2})
    before, now, tasks = after(store, draft)
    assert tasks == {task}
    old, new = statuses(before, TODAY), statuses(now, TODAY)
    assert {key for key in new if old[key] != new[key]} <= {task}
    store.close()


def test_what_may_concern_every_task_is_told_so(ledger: tuple[Store, Built, list[int]]) -> None:
    store, built, _ = ledger
    draft = Draft()
    draft.set("unit", store.snapshot().units[built.units["0科"]], {"name": "改名科"})
    assert after(store, draft)[2] is None
    store.close()


def test_look_ups_follow_a_change(ledger: tuple[Store, Built, list[int]]) -> None:
    store, built, _ = ledger
    before = store.snapshot()
    fields = [(entity, field) for entity in ENTITIES for field in ("task", "parent", "section", "row", "unit")]
    places = [(e, f) for e, f in fields if f in ENTITIES[e]._fields]  # type: ignore[attr-defined]
    for entity, field in places:
        before.index(entity, field)
    draft = Draft()
    one, two = before.tasks[built.tasks[0]], before.tasks[built.tasks[1]]
    draft.set("task", one, {"position": 99, "parent": two.key})
    draft.delete("assignment", before.assignments_of(two.key, "lead")[0])
    draft.create("task", {"title": "新", "state": "open", "position": 3, "section": one.section})
    applied = store.apply(draft.changes, "改")
    assert applied is not None
    mended, fresh = store.reread(before, applied.touched), store.snapshot()
    for entity, field in places:
        assert dict(mended.index(entity, field)) == dict(fresh.index(entity, field)), (entity, field)
    store.close()
