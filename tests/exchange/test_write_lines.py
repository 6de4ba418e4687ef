"""The ledger as lines of text, written and read back."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app.exchange.ledger_layout import COLUMNS
from desktop_app.store.store import Store, open_ledger
from desktop_app.verbs.export import export_snapshot
from tests.builders import answer, plan_with, round_of

JUNE_END = date(2026, 6, 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_ledger(tmp_path / "ledger") as opened:
        built = plan_with(
            opened,
            {
                "section": "一、养老",
                "title": "建设助餐点",
                "text": "首行\n次行",
                "lead": ["养老科", "财务科"],
                "co": "各镇街",
            },
            {
                "section": "一、养老",
                "title": "=HYPERLINK(1)",
                "lead": "养老科",
                "deadline": None,
                "deadline_raw": "长期坚持",
            },
        )
        plan_with(opened, {"parent": built.tasks[0], "title": "选址", "section": "一、养老", "no": None})
        row = round_of(opened, "2026-06", [(built.tasks[1], built.units["养老科"])])[0]
        answer(opened, row, percent=52.5, text="-已走访", problems="“引号”,逗号")
        yield opened


def test_jsonl_holds_every_task_and_action(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "台账.jsonl"
    export_snapshot(store.snapshot(), JUNE_END, path)
    lines = [json.loads(line) for line in path.read_bytes().decode("utf-8").splitlines()]
    assert [line["title"] for line in lines] == ["建设助餐点", "选址", "=HYPERLINK(1)"]
    task, action, last = lines
    assert (task["lead"], task["co"], task["content"]) == (["养老科", "财务科"], ["各镇街"], "首行\n次行")
    assert (task["parent"], action["parent"]) == (None, task["key"])
    assert (task["section"], action["section"]) == ("一、养老", "一、养老")
    assert (task["deadline"], task["expected"], task["done"], task["label"]) == ("2026-12-31", 50, None, "未报")
    assert (last["done"], last["light"], last["problems"], last["deadline"]) == (52.5, "green", "“引号”,逗号", None)


def test_csv_opens_in_a_spreadsheet(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "台账.CSV"
    export_snapshot(store.snapshot(), JUNE_END, path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True)))
    assert rows[0] == [column.header for column in COLUMNS]
    named = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert [row["完成时限"] for row in named] == ["2026-12-31", "2026-12-31", "长期坚持"]
    assert named[0]["具体举措"] == "首行\n次行"
    assert (named[2]["完成率(%)"], named[2]["亮灯"], named[2]["存在问题"]) == ("52.5", "● 正常", "“引号”,逗号")


def test_what_begins_like_a_formula_is_led_by_an_apostrophe(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    export_snapshot(store.snapshot(), JUNE_END, path)
    last = list(csv.reader(path.read_text("utf-8-sig").splitlines()))[-1]
    assert (last[2], last[11]) == ("'=HYPERLINK(1)", "'-已走访")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"])
def test_no_field_is_taken_for_a_formula(store: Store, tmp_path: Path, start: str) -> None:
    plan_with(store, {"title": f"标题{start}", "text": f"x\n{start}1", "note": f"{start}1+1", "leader": "局长"})
    path = tmp_path / "台账.csv"
    export_snapshot(store.snapshot(), JUNE_END, path)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        fields = [field for row in csv.reader(lines) for field in row]
    assert not [field for field in fields if field.startswith(start)]
    assert start == "\t" or f"'{start}1+1" in fields
