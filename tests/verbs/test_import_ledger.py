"""Importing existing Excel ledgers: every layout of practice through the verb, one entry, one undo, each cell known."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.snapshot import Snapshot
from desktop_app.store.store import Store, open_ledger
from desktop_app.verbs.import_ledger import look_at, open_file, to_json
from tests.verbs import ledgers, ledgers_matrix, ledgers_more, ledgers_odd
from tests.verbs.ledgers import Layout, write

LAYOUTS = {
    name: value
    for room in (ledgers, ledgers_matrix, ledgers_more, ledgers_odd)
    for name, value in vars(room).items()
    if isinstance(value, Layout)
}


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-01")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_ledger(tmp_path / "ledger") as opened:
        yield opened


def read(layout: Layout, folder: Path) -> dict:
    looked = look_at(Snapshot({}), open_file(write(folder / "台账.xlsx", layout)), None)
    return to_json(looked, looked.held.notes, None)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_read_as_what_it_is(name: str, tmp_path: Path) -> None:
    layout = LAYOUTS[name]
    found = read(layout, tmp_path)
    assert {label: found["columns"].get(label) for label in layout.columns} == layout.columns
    assert [
        {key: task[key] for key in told} for task, told in zip(found["tasks"], layout.tasks, strict=False)
    ] == layout.tasks
    assert len(found["tasks"]) == len(layout.tasks)
    asked = [note for note in found["notes"] if note["severity"] != "info"]
    assert len(asked) == layout.notes, asked
    if layout.title:
        assert found["title"] == layout.title


def test_an_indicator_has_an_action_for_each_area(tmp_path: Path) -> None:
    visits, aid = read(LAYOUTS["INDICATORS"], tmp_path)["tasks"]
    east, west = visits["actions"]
    assert (east["title"], east["lead_units"], east["percent"], east["progress_text"]) == (
        "东湖镇",
        ["东湖镇"],
        53.3,
        "320",
    )
    assert (west["targets"][0]["value"], west["targets"][0]["unit"], west["percent"]) == (200.0, "户", 961.7)
    assert aid["actions"][0]["targets"][0]["value"] == 20_000 and aid["actions"][1]["percent"] is None


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("需协调事项", "other"),
        ("需上级解决的问题", "other"),
        ("提请局领导协调事项", "other"),
        ("存在问题及需协调事项", "problems"),
        ("主要困难和需要上级支持的事项", "problems"),
        ("完成比例%", "percent"),
        ("问题及建议", "problems"),
        ("科室负责人", "person"),
        ("责任人及联系电话", "person"),
        ("目前状态", "state"),
    ],
)
def test_a_column_is_what_its_label_says(label: str, meaning: str, tmp_path: Path) -> None:
    rows = [["序号", "工作任务", "牵头单位", label], [1, "翻修食堂", "后勤科", "无"], [2, "清点桌椅", "财务科", ""]]
    assert list(read(Layout(rows, (), {}, []), tmp_path)["columns"].values()) == ["no", "task", "lead", meaning]


@pytest.mark.parametrize(
    ("label", "shown", "meaning"),
    [
        *((label, ("正在选址", "已清点"), "progress_text") for label in ("办理进度", "办结情况", "落实进展")),
        *((label, ("30%", "95%"), "percent") for label in ("办理进度", "推进落实进度", "实施进度")),
    ],
)
def test_the_cells_tell_whether_progress_is_words_or_a_figure(
    label: str, shown: tuple[str, str], meaning: str, tmp_path: Path
) -> None:
    rows = [
        ["序号", "工作任务", "牵头单位", label],
        [1, "翻修食堂", "后勤科", shown[0]],
        [2, "清点桌椅", "财务科", shown[1]],
    ]
    assert list(read(Layout(rows, (), {}, []), tmp_path)["columns"].values()) == ["no", "task", "lead", meaning]


@pytest.mark.parametrize("shown", ["○ 未报", "◆ 临期", "▲ 严重滞后", "▲ 已逾期", "▲ 落后序时"])
def test_the_lights_of_another_ledger_of_ours_are_states(shown: str, tmp_path: Path) -> None:
    rows = [
        ["序号", "工作任务", "牵头单位", "亮灯"],
        [1, "翻修食堂", "后勤科", shown],
        [2, "清点桌椅", "财务科", "■ 已完成"],
    ]
    found = read(Layout(rows, (), {}, []), tmp_path)
    assert [task["state"] for task in found["tasks"]] == ["open", "finished"]
    assert not [note for note in found["notes"] if "不认识" in str(note)]
