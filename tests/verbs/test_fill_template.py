"""The upper level's own form filled from the ledger: by task or row after row; the form stays what it was."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from desktop_app.cli import main
from desktop_app.errors import Refused
from desktop_app.exchange.read_ledger import Choice
from desktop_app.store.store import Store, open_ledger
from desktop_app.verbs.fill_template import Template, fill, look_at_template, open_template
from tests.builders import answer, plan_with, round_of

HEAD = ["序号", "重点任务", "责任单位", "完成时限", "完成率", "进展情况", "领导批示"]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-01")
    with open_ledger(tmp_path / "ledger") as opened:
        made = plan_with(
            opened,
            {"title": "新建食堂", "lead": "养老科"},
            {"title": "发放高龄津贴", "lead": "老龄科", "deadline": "2026-09-30"},
            {"title": "走访困难家庭", "lead": "救助科"},
        )
        rows = round_of(opened, "2026-06", [(made.tasks[n], made.units[u]) for n, u in ((0, "养老科"), (1, "老龄科"))])
        answer(opened, rows[0], percent=40.0, text="=已开工")
        answer(opened, rows[1], percent=52.5, text="已发放")
        yield opened


def form(path: Path, *rows: list[Any], head: list[Any] = HEAD) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["全市重点工作完成情况表"])
    sheet.merge_cells("A1:G1")
    sheet["A1"].font = Font(size=20)
    sheet.append(head)
    for row in rows:
        sheet.append(row)
    for number in range(3, 3 + max(len(rows), 2)):
        sheet.cell(number, 5).number_format = "0.0%"
        sheet.cell(number, 2).font = Font(bold=True)
    book.save(path)
    return path


def filled(store: Store, path: Path, template: Template | None = None) -> tuple[Any, list[str]]:
    out = path.with_name("已填.xlsx")
    done, _ = fill(store, template or look_at_template(store.snapshot(), open_template(path)), out)
    return openpyxl.load_workbook(out).active, [note.text for note in done.notes]


def test_rows_are_filled_by_task(store: Store, tmp_path: Path) -> None:
    rows = (
        [1, "发放高龄津贴", "民政局", None, None, "上月的话"],
        [2, "新建社区食堂"],
        [3, "别的任务"],
        [4, "新 建\n食堂"],
    )
    sheet, told = filled(store, form(tmp_path / "表.xlsx", *rows))
    assert [cell.value for cell in sheet[3]][:6] == [1, "发放高龄津贴", "民政局", "2026年9月30日", 0.525, "已发放"]
    assert [cell.value for cell in sheet[6]][2:6] == ["养老科", "2026年12月31日", 0.4, "=已开工"]
    assert sheet.cell(6, 6).data_type == "s"
    assert sheet.cell(4, 3).value is None and sheet.cell(5, 3).value is None
    assert sum("没有找到" in text for text in told) == 2 and any("领导批示" in text for text in told)
    assert any("1项任务不在这张表里" in text for text in told)


def test_a_blank_form_is_filled_row_after_row_above_its_foot(store: Store, tmp_path: Path) -> None:
    path = form(tmp_path / "表.xlsx", [None], [None], ["填表人：", None, None, "审核人："])
    book = openpyxl.load_workbook(path)
    sheet = book["Sheet"]
    sheet.merge_cells("A5:C5")
    sheet["G3"] = "=E3*2"
    book.save(path)
    sheet, _ = filled(store, path)
    assert [sheet.cell(row, 2).value for row in (3, 4, 5)] == ["新建食堂", "发放高龄津贴", "走访困难家庭"]
    assert sheet["A6"].value == "填表人：" and [str(a) for a in sheet.merged_cells.ranges] == ["A1:G1", "A6:C6"]
    assert sheet["B5"].font.bold and sheet["A1"].font.size == 20 and sheet["G3"].value == "=E3*2"


def test_a_mapping_is_remembered_and_the_form_stays(store: Store, tmp_path: Path) -> None:
    path = form(tmp_path / "表.xlsx", head=["序号", "重点任务", "谁来做", "何时", "多少", "怎样", "批示"])
    before = path.read_bytes()
    opened = open_template(path)
    choice = Choice("Sheet", 1, 1, ("no", "task", "lead", "deadline", "percent", "progress_text", "skip"))
    sheet, _ = filled(store, path, look_at_template(store.snapshot(), opened, choice))
    assert sheet["C3"].value == "养老科" and path.read_bytes() == before
    again = look_at_template(store.snapshot(), opened)
    assert [column.meaning for column in again.read.header.columns] == list(choice.meanings or ())


def test_what_cannot_be_filled_is_refused(store: Store, tmp_path: Path) -> None:
    path = form(tmp_path / "表.xlsx")
    template = look_at_template(store.snapshot(), open_template(path))
    with pytest.raises(Refused, match="换一个文件名"):
        fill(store, template, path)
    book = openpyxl.Workbook()
    book.save(tmp_path / "空.xlsx")
    with pytest.raises(Refused, match="没有找到表头"):
        look_at_template(store.snapshot(), open_template(tmp_path / "空.xlsx"))


def test_the_command_line_fills_a_form_and_leaves_it_as_it_came(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    came = form(tmp_path / "form.xlsx", [1, "新建食堂"], [2, "没有这项"])
    before, out = came.read_bytes(), tmp_path / "filled.xlsx"
    store.close()
    assert main(["fill", "--data", str(tmp_path / "ledger"), str(came), "--out", str(out), "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["rows"], came.read_bytes()) == (1, before)
    assert any("没有这项" in note["text"] for note in said["notes"])
    assert openpyxl.load_workbook(out).worksheets[0]["F3"].value == "=已开工"
    assert main(["fill", "--data", str(tmp_path / "ledger"), str(came), "--out", str(came)]) == 2
    assert came.read_bytes() == before
