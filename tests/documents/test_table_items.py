"""Several numbered tasks in one cell, chapters over several columns, and what stands in columns without a word."""

from itertools import pairwise
from pathlib import Path

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract
from tests.documents.tables import Rows, add_table, paper

TITLE = "云岭区民政局2026年重点工作分工表"


def read(folder: Path, rows: Rows, *merged: str) -> Extraction:
    found = extract(paper(folder / "分工.docx", rows, merged, (TITLE,)))
    assert isinstance(found, Extraction)
    return found


def chapters(found: Extraction) -> list[str]:
    return [found.sections[(task.section_seq or 1) - 1].title for task in found.tasks]


@pytest.mark.parametrize("second", ["3.核查对象900户。\n4.公布办事清单。", "1.核查对象900户。\n2.公布办事清单。"])
def test_numbered_tasks_in_one_cell_are_a_task_each(tmp_path: Path, second: str) -> None:
    rows: Rows = [
        ["工作板块", "重点任务", "责任科室"],
        ["养老服务", "1.新建助餐点11个。\n2.改造床位130张。", "养老服务科"],
        ["社会救助", second, "社会救助科"],
    ]
    found = read(tmp_path, rows)
    assert [(task.no, task.title, task.lead_units[0]) for task in found.tasks] == [
        ("1", "新建助餐点11个", "养老服务科"),
        ("2", "改造床位130张", "养老服务科"),
        (second[0], "核查对象900户", "社会救助科"),
        (second[second.index("\n") + 1], "公布办事清单", "社会救助科"),
    ]
    assert [[target.value for target in task.targets] for task in found.tasks] == [[11], [130], [900], []]
    spans = [task.span for task in found.tasks]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_steps_in_a_numbered_row_remain_its_own(tmp_path: Path) -> None:
    rows: Rows = [
        ["序号", "重点任务", "责任科室"],
        ["1", "1.新建助餐点11个。\n2.改造床位130张。", "养老服务科"],
        ["2", "1.核查对象900户。\n2.公布办事清单。", "社会救助科"],
    ]
    assert len(read(tmp_path, rows).tasks) == 2


def test_steps_under_a_title_remain_its_own(tmp_path: Path) -> None:
    rows: Rows = [
        ["重点任务", "责任科室"],
        ["扩大助餐服务\n1.新建助餐点11个。\n2.改造厨房3处。", "养老服务科"],
        ["规范救助审核\n1.核查对象900户。\n2.公布办事清单。", "社会救助科"],
    ]
    assert [task.title for task in read(tmp_path, rows).tasks] == ["扩大助餐服务", "规范救助审核"]


def test_chapters_in_a_column_without_a_word(tmp_path: Path) -> None:
    rows: Rows = [
        ["", "重点工作", "责任科室"],
        ["兜\n底\n保\n障", "调整低保标准", "社会救助科"],
        ["", "建设帮扶超市4家", "社会救助科"],
        ["基\n层\n治\n理", "打造社区会客厅8个", "基层政权科"],
        ["", "开展社工督导24次", "社会工作科"],
    ]
    found = read(tmp_path, rows, "A2:A3", "A4:A5")
    assert chapters(found) == ["兜底保障", "兜底保障", "基层治理", "基层治理"]


def test_what_and_how_many_under_one_word(tmp_path: Path) -> None:
    rows: Rows = [
        ["项目", "目标", "", "分解情况", "责任单位"],
        ["养老工程", "新增护理型床位（张）", "260", "河湾镇120 林口镇140", "养老服务科"],
        ["", "改造敬老院（所）", "4", "河湾镇1 林口镇3", "养老服务科"],
        ["救助工程", "发放救助金（万元）", "320", "河湾镇150 林口镇170", "社会救助科"],
        ["", "临时救助（人次）", "1500", "河湾镇700 林口镇800", "社会救助科"],
    ]
    found = read(tmp_path, rows, "B1:C1", "A2:A3", "A4:A5")
    assert [(target.value, target.unit) for task in found.tasks for target in task.targets] == [
        (260, "张"),
        (4, "所"),
        (3_200_000, "元"),
        (1500, "人次"),
    ]
    assert chapters(found) == ["养老工程", "养老工程", "救助工程", "救助工程"]


def test_tables_in_the_cells_of_another(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph(TITLE)
    outer = document.add_table(2, 2)
    for row, (chapter, task, unit) in enumerate(
        [("养老服务", "建成食堂9个", "养老服务科"), ("社会救助", "核对对象300人", "社会救助科")]
    ):
        outer.cell(row, 0).text = chapter
        add_table(outer.cell(row, 1), [["任务", "责任科室"], [task, unit]])  # type: ignore[arg-type]
    document.save(str(tmp_path / "嵌套.docx"))
    found = extract(tmp_path / "嵌套.docx")
    assert isinstance(found, Extraction)
    assert [(task.title, task.lead_units) for task in found.tasks] == [
        ("建成食堂9个", ("养老服务科",)),
        ("核对对象300人", ("社会救助科",)),
    ]
    assert chapters(found) == ["养老服务", "社会救助"]
