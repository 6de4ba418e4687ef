"""What an import stores: one entry that one undo takes back, each value with its cell, progress of its day."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.domain.changes import Draft, Source
from desktop_app.errors import Refused
from desktop_app.exchange.propose_ledger import IMPORTED
from desktop_app.store import journal
from desktop_app.store.store import Store, open_ledger
from desktop_app.verbs.dispatch import dispatch
from desktop_app.verbs.export import export
from desktop_app.verbs.import_ledger import Imported, import_ledger, open_file
from desktop_app.verbs.status import status
from desktop_app.verbs.undo import undo
from tests.verbs.ledgers import PLAIN, PROJECTS, Layout, write
from tests.verbs.ledgers_more import PROGRESS, STATES


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-15")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_ledger(tmp_path / "ledger") as opened:
        yield opened


def taken(store: Store, layout: Layout, folder: Path, name: str = "台账.xlsx") -> Imported:
    return import_ledger(store, write(folder / name, layout))


@pytest.mark.parametrize("layout", [PLAIN, PROGRESS, PROJECTS, STATES], ids=["plain", "progress", "projects", "states"])
def test_one_undo_takes_all_of_it_back(store: Store, tmp_path: Path, layout: Layout) -> None:
    before = store.logical_dump()
    done = taken(store, layout, tmp_path)
    assert done.applied is not None and len(journal.entries(store.connection)) == 1
    full = store.logical_dump()
    undone = undo(store, done.applied.entry)
    assert store.logical_dump() == before
    undo(store, (undone.applied or pytest.fail()).entry)
    assert store.logical_dump() == full


def test_a_table_under_no_words_at_all_is_called_by_its_file(store: Store, tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{n}</td><td>建成第{n}个站点</td><td>养老科</td><td>6月底前</td></tr>" for n in (1, 2, 3))
    head = "<tr><th>序号</th><th>任务</th><th>牵头单位</th><th>完成时限</th></tr>"
    page = f"<html><head><title>\x01</title></head><body><table>{head}{rows}</table></body></html>"
    (tmp_path / "年度台账.html").write_text(page, "utf-8")
    done = import_ledger(store, tmp_path / "年度台账.html")
    assert done.applied is not None
    assert [plan.title for plan in store.snapshot().plans.values()] in (["年度台账.html"], ["年度台账"])


def test_the_same_file_twice_is_no_entry(store: Store, tmp_path: Path) -> None:
    first = taken(store, PLAIN, tmp_path)
    again = import_ledger(store, tmp_path / "台账.xlsx")
    assert again.applied is None and "已经导入过" in again.notes[0].text
    undo(store, (first.applied or pytest.fail()).entry)
    assert import_ledger(store, tmp_path / "台账.xlsx").applied is not None


def test_each_value_knows_its_cell(store: Store, tmp_path: Path) -> None:
    taken(store, PROGRESS, tmp_path)
    snapshot = store.snapshot()
    plan = next(iter(snapshot.plans.values()))
    assert (plan.title, plan.year, plan.kind, plan.file_name) == ("2026年重点工作督办台账", 2026, "table", "台账.xlsx")
    assert store.sources.find(plan.file or "")
    first = snapshot.tasks_in_order()[0]
    tasks, reports = (journal.sources_of(store.connection, entity) for entity in ("task", "report"))
    assert tasks[first.key, "title"] == Source(plan.file, "Sheet1", "C6")
    assert tasks[first.key, "no"].cell == "A6"
    report = snapshot.report_of(snapshot.rows_about(first.key)[0].key)
    assert report and (report.percent, report.text, report.problems) == (37.5, "已建3家", "资金未到位")
    assert {field: reports[report.key, field].cell for field in ("percent", "text", "next_steps")} == {
        "percent": "I6",
        "text": "F6",
        "next_steps": "H6",
    }


def test_progress_is_of_the_day_that_the_sheet_says(store: Store, tmp_path: Path) -> None:
    taken(store, PROGRESS, tmp_path)
    (made,) = store.snapshot().rounds_in_order()
    assert (made.as_of, made.period, made.state) == ("2026-06-30", "2026-06", IMPORTED)
    told = status(store, None, None)["tasks"]
    assert [task["done"] for task in told] == [37.5, 60.0, 100.0]
    assert told[0]["light"] == "amber" and told[0]["reports"][0]["cells"]["percent"] == "I6"


def test_a_round_of_forms_goes_on_from_it(store: Store, tmp_path: Path) -> None:
    taken(store, PROGRESS, tmp_path)
    dispatch(store, "2026-07", None, tmp_path / "表", None)
    snapshot = store.snapshot()
    rows = [row for row in snapshot.rows.values() if snapshot.rounds[row.round].state == "open"]
    assert {row.last_percent for row in rows} == {37.5, 60.0, 100.0}


def test_known_units_are_used_by_name_and_alias(store: Store, tmp_path: Path) -> None:
    draft = Draft()
    unit = draft.create("unit", {"name": "区养老中心", "kind": "affiliate", "position": 1})
    draft.create("alias", {"unit": unit, "name": "养老服务科"})
    store.apply(draft.changes, "单位")
    taken(store, PLAIN, tmp_path)
    snapshot = store.snapshot()
    assert [u.name for u in snapshot.leads_of(snapshot.tasks_in_order()[0].key)] == ["区养老中心"]
    assert {u.name: u.kind for u in snapshot.units_in_order()}["各镇街"] == "group"


def test_a_project_of_several_lines_has_actions(store: Store, tmp_path: Path) -> None:
    taken(store, PROJECTS, tmp_path)
    snapshot = store.snapshot()
    first = snapshot.tasks_in_order()[0]
    actions = snapshot.actions_of(first.key)
    assert [(a.title, a.leader, [u.name for u in snapshot.leads_of(a.key)]) for a in actions] == [
        ("建设护理床位200张", "分管副区长甲", ["养老服务科"]),
        ("新增助餐点5个", "分管副区长乙", ["老龄科"]),
    ]
    assert [target.value for target in snapshot.targets_of(actions[0].key)] == [200.0]
    assert first.deadline == "2026-12-31" and first.deadline_kind == "default" and actions[0].deadline is None


def test_progress_without_a_lead_is_kept_in_the_note(store: Store, tmp_path: Path) -> None:
    layout = Layout([["重点任务", "完成时限", "进展情况", "完成率"], ["甲事", "6月底", "已办一半", "50%"]], (), {}, [])
    done = taken(store, layout, tmp_path)
    (task,) = store.snapshot().tasks.values()
    assert task.note == "进展情况：已办一半；完成率：50%"
    assert any("没有牵头单位" in note.text for note in done.notes) and store.snapshot().rounds == {}


def test_tasks_that_are_there_already_are_told(store: Store, tmp_path: Path) -> None:
    taken(store, PLAIN, tmp_path)
    others = [[n, f"另一件{n}", "办公室", "", "", "", ""] for n in range(4, 8)]
    done = taken(store, PLAIN._replace(rows=[*PLAIN.rows, *others]), tmp_path, "另一份.xlsx")
    assert done.applied and any("3项任务的名称与台账里已有的任务相同" in note.text for note in done.notes)


def test_what_is_doubtful_is_told_and_never_guessed(store: Store, tmp_path: Path) -> None:
    rows = [
        ["序号", "重点任务", "责任单位", "完成时限", "完成率"],
        [1, "甲", "办公室", 6.3, 0.6],
        [2, "乙", "办公室", "6月底", 45],
        [3, "丙", "办公室", "国庆节前", "大半"],
    ]
    done = taken(store, Layout(rows, (), {}, []), tmp_path)
    tasks = done.looked.held.tasks
    assert [task.value("deadline") for task in tasks] == [None, "2026-06-30", None]
    assert [task.said["percent"].value if "percent" in task.said else None for task in tasks] == [None, 45.0, None]
    asked = [(note.cell, note.task) for note in done.notes if note.severity == "ask"]
    assert asked == [("D2", "甲"), ("E2", "甲"), ("E4", "丙")]


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, dict, str]:
    code = cli.main([*map(str, words), "--json"])
    out, err = capsys.readouterr()
    return code, json.loads(out) if out else {}, err


def test_the_verb_previews_stores_and_takes_back(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path, data = write(tmp_path / "台账.xlsx", PROGRESS), tmp_path / "数据"
    code, told, _ = run(capsys, "import", path, "--dry-run", "--data", data)
    assert code == 0 and told["header_rows"] == [4, 5] and told["applied"] is None and not data.exists()
    assert {"no", "section", "title", "lead_units", "actions", "problems"} <= told["tasks"][0].keys()
    code, told, _ = run(capsys, "import", path, "--data", data)
    assert code == 0 and told["applied"] == 1
    code, told, _ = run(capsys, "import", path, "--data", data)
    assert code == 0 and told["applied"] is None
    with open_ledger(data) as store:
        export(store, tmp_path / "导出.xlsx")
    code, told, _ = run(capsys, "import", tmp_path / "导出.xlsx", "--data", data)
    assert code == 0 and (told["changed"], told["questions"], told["applied"]) == (0, [], None)


def test_what_is_no_ledger_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path, store: Store) -> None:
    taken(store, PLAIN, tmp_path)
    dispatch(store, "2026-07", None, tmp_path / "表", None)
    form = next(path for path in (tmp_path / "表").rglob("*.xlsx"))
    with pytest.raises(Refused, match="填报表"):
        open_file(form)
    empty = write(tmp_path / "空.xlsx", Layout([["随便写写"], ["没有表"]], (), {}, []))
    code, _, err = run(capsys, "import", empty, "--dry-run", "--data", tmp_path / "无")
    assert code == 2 and "没有找到台账" in err
