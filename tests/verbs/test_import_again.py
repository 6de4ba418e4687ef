"""Another office's ledger that comes again a month later: its tasks keep their places and get what is new."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.store.store import Store, open_ledger
from desktop_app.store.undo import undo
from desktop_app.verbs.import_ledger import Imported, import_ledger
from desktop_app.verbs.status import status

HEAD = ["序号", "重点任务", "牵头单位", "完成时限", "进展情况", "完成率", "完成状态"]
MAY = [
    [1, "新建社区食堂", "养老服务科", "2026年9月底前", "已建成2处", "20%", ""],
    [2, "核对低保对象", "社会救助科", "2026年11月底前", "已核对300户", "35%", ""],
    [3, "整理地名档案", "区划地名科", "", "", "", ""],
]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-01")
    with open_ledger(tmp_path / "ledger") as opened:
        yield opened


def book(path: Path, rows: list[list[Any]], until: str) -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(["2026年重点工作台账"])
    sheet.append([f"截至2026年{until}"])
    for row in (HEAD, *rows):
        sheet.append(row)
    made.save(path)
    return path


def come(store: Store, tmp_path: Path, rows: list[list[Any]], until: str) -> Imported:
    return import_ledger(store, book(tmp_path / f"{until}.xlsx", rows, until))


def with_changes(**cells: Any) -> list[list[Any]]:
    """May's rows with other cells: the row's number and the column's, as r1c4."""
    rows = [list(row) for row in MAY]
    for place, value in cells.items():
        line, column = place.removeprefix("r").split("c")
        rows[int(line)][int(column)] = value
    return rows


def told(done: Imported) -> str:
    return "\n".join(note.text for note in done.notes)


def test_a_second_month_moves_what_is_new_and_makes_no_task_twice(store: Store, tmp_path: Path) -> None:
    come(store, tmp_path, MAY, "5月31日")
    before, keys = store.logical_dump(), [task.key for task in store.snapshot().tasks.values()]
    rows = with_changes(r0c4="已建成5处", r0c5="50%", r2c3="2026年10月底前")
    done = come(store, tmp_path, [*rows, [4, "举办集体婚礼", "社会事务科", "", "", "", ""]], "6月30日")
    snapshot = store.snapshot()
    assert [task.key for task in snapshot.tasks.values()][:3] == keys
    assert len(snapshot.tasks) == 4
    assert "3项任务台账里已有" in told(done)
    assert "另有1项新任务" in told(done)
    first, second, third = (snapshot.tasks[key] for key in keys)
    said = {one["title"]: one for one in status(store, None, None)["tasks"]}
    assert (said[first.title]["done"], said[second.title]["done"]) == (50.0, 35.0)
    assert third.deadline == "2026-10-31"
    imported = [made.key for made in snapshot.rounds_in_order() if made.as_of == "2026-06-30"]
    assert [row.task for row in snapshot.rows_of(imported[0])] == [first.key]
    assert done.applied is not None
    undo(store, done.applied.entry)
    assert store.logical_dump() == before


def test_what_the_ledger_says_otherwise_stays_and_is_told(store: Store, tmp_path: Path) -> None:
    come(store, tmp_path, MAY, "5月31日")
    done = come(store, tmp_path, with_changes(r0c3="2026年12月底前", r1c2="老龄科", r1c5="40%"), "6月30日")
    tasks = {task.title: task for task in store.snapshot().tasks.values()}
    assert tasks["新建社区食堂"].deadline == "2026-09-30"
    assert [unit.name for unit in store.snapshot().leads_of(tasks["核对低保对象"].key)] == ["社会救助科"]
    assert "2026-12-31" in told(done)
    assert "老龄科" in told(done)


def test_a_ledger_that_comes_again_unchanged_changes_nothing(store: Store, tmp_path: Path) -> None:
    come(store, tmp_path, MAY, "5月31日")
    before = store.logical_dump()
    done = come(store, tmp_path, MAY, "6月30日")
    assert (done.applied, store.logical_dump()) == (None, before)
    assert "没有新的内容" in told(done)


def test_a_ledger_of_other_tasks_is_a_plan_of_its_own(store: Store, tmp_path: Path) -> None:
    come(store, tmp_path, MAY, "5月31日")
    others = [[n, f"其他工作{n}", "办公室", "", "", "", ""] for n in range(5)]
    come(store, tmp_path, [MAY[0], *others], "6月30日")
    assert (len(store.snapshot().plans), len(store.snapshot().tasks)) == (2, 9)
