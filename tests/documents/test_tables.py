"""Tables of tasks as offices draw them: headers, merged cells, sections, remarks, dates, several sheets."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desktop_app.documents.extraction import Extraction, Refusal, TaskRead, to_json
from desktop_app.documents.plan import extract
from desktop_app.documents.table_words import role_of
from desktop_app.documents.tables import rows_of
from tests.documents.tables import Rows, book, paper

HEADER = ["序号", "重点任务", "牵头科室", "配合科室", "完成时限"]


def read(path: Path) -> Extraction:
    result = extract(path)
    assert isinstance(result, Extraction)
    assert result.kind == "table"
    return result


def sheet(tmp_path: Path, rows: Rows, *merged: str) -> Extraction:
    return read(book(tmp_path / "表.xlsx", ("任务", [["云岭区民政局2026年重点任务分解表"], *rows], merged)))


def units(task: TaskRead) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return task.lead_units, task.co_units


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("序号", "no"),
        ("工作板块", "section"),
        ("目标与任务", "task"),
        ("2026年重点工作任务", "task"),
        ("主要内容", "action"),
        ("年度目标（张）", "target"),
        ("分 管\n县领导", "leader"),
        ("区政府分管领导", "leader"),
        ("包保领导", "leader"),
        ("负责同志", "leader"),
        ("竣工时间", "deadline"),
        ("交付期限", "deadline"),
        ("实事名称", "task"),
        ("工程名称", "task"),
        ("责任人", "person"),
        ("联系人及电话", "contact"),
        ("牵头责任单位", "lead"),
        ("主要协作单位", "co"),
        ("责任单位（第一个为牵头单位）", "neutral"),
        ("实施部门", "neutral"),
        ("完成时限", "deadline"),
        ("分月序时进度", "deadline"),
        ("三季度", "node_q3"),
        ("进展情况", "progress_text"),
        ("完成比例（%）", "percent"),
        ("存在问题", "problems"),
        ("下一步措施", "next_steps"),
        ("佐证材料", "evidence"),
        ("备注", "note"),
        ("养老服务科", None),
        ("新建助餐点3个", None),
        ("云岭区民政局2026年重点任务分解表", None),
    ],
)
def test_what_a_column_holds(label: str, role: str | None) -> None:
    from desktop_app.documents.folding import fold

    assert role_of(fold(label)) == role


def test_two_row_header_merged_cells_and_quarter_columns(tmp_path: Path) -> None:
    rows: Rows = [
        ["填报单位：云岭区民政局   截至2月"],
        ["序号", "工作板块", "重点任务", "目标指标（张）", "责任分工", None, None, "时间节点", None],
        [None, None, None, None, "分管领导", "牵头科室", "配合科室", "二季度", "四季度"],
        [1, "养老服务", "建设家庭养老床位", 300, "赵　敏", "养老科", "财务科", "完成100张", "全部完成"],
        [2, None, "发展老年助餐", None, None, "养老科", None, None, "10月底前建成10个"],
        [3, "一、社会救助", "完成低保年审", None, "钱 程 孙小禾", "救助科", "-", "完成年审", None],
        ["合计", None, None, 300],
        ["注：1.各科室每月报送进展。"],
    ]
    merged = ("A1:I1", "A2:I2", "E3:G3", "H3:I3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "B5:B6", "E5:E6", "A9:I9")
    result = sheet(tmp_path, rows, *merged)
    assert [(section.no, section.title) for section in result.sections] == [("", "养老服务"), ("一", "社会救助")]
    assert [(task.no, task.section_seq, task.title) for task in result.tasks] == [
        ("1", 1, "建设家庭养老床位"),
        ("2", 1, "发展老年助餐"),
        ("3", 2, "完成低保年审"),
    ]
    assert [task.responsible_person for task in result.tasks] == ["赵敏", "赵敏", "钱程、孙小禾"]
    assert [(target.value, target.unit) for task in result.tasks for target in task.targets] == [(300, "张")]
    assert [[deadline.date for deadline in task.deadlines] for task in result.tasks] == [
        [date(2026, 6, 30), date(2026, 12, 31)],
        [date(2026, 10, 31)],
        [date(2026, 6, 30)],
    ]
    assert units(result.tasks[2]) == (("救助科",), ())
    assert "二季度：完成100张" in result.tasks[0].text


def test_section_rows_header_again_and_page_breaks(tmp_path: Path) -> None:
    rows: Rows = [
        HEADER,
        [1, 2, 3, 4, 5],
        ["一、兜牢底线（2项）"],
        [1, "规范低保审核。", "救助科", "各镇街", "全年"],
        HEADER,
        [None, "入户抽查不少于200户。", None, None, None],
        [2, "发放临时救助金", "救助科", "同上", "同上"],
        ["（续表）"],
        ["二、养老服务（牵头科室：养老科）"],
        [1, "改造床位60张", None, "财务科", "6月底"],
    ]
    result = sheet(tmp_path, rows, "A1:E1", "A4:E4", "A9:E9", "A10:E10")
    assert [(section.no, section.title) for section in result.sections] == [("一", "兜牢底线"), ("二", "养老服务")]
    assert [(task.no, task.section_no) for task in result.tasks] == [("1", "一"), ("2", "一"), ("1", "二")]
    assert result.tasks[0].text == "入户抽查不少于200户。"
    assert [(target.value, target.comparator) for target in result.tasks[0].targets] == [(200, ">=")]
    assert units(result.tasks[1]) == (("救助科",), ("各镇街",))
    assert units(result.tasks[2]) == (("养老科",), ("财务科",))


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        (["责任单位"], ["救助科、养老科"], (("救助科", "养老科"), ())),
        (["牵头单位", "责任单位"], ["救助科", "各镇街，福利院"], (("救助科",), ("各镇街", "福利院"))),
        (["责任单位（第一个为牵头单位）"], ["救助科、养老科"], (("救助科",), ("养老科",))),
        (["责任单位"], ["救助科（牵头）、养老科"], (("救助科",), ("养老科",))),
        (["责任单位"], ["牵头：救助科\n配合：养老科、各镇街"], (("救助科",), ("养老科", "各镇街"))),
        (["责任科室"], ["救助科牵头，养老科配合"], (("救助科",), ("养老科",))),
        (["主办单位", "会办单位"], ["社组科", "办公室"], (("社组科",), ("办公室",))),
        (["责任单位"], ["区民政局（养老科）"], (("区民政局（养老科）",), ())),
    ],
)
def test_who_leads_and_who_helps(
    tmp_path: Path, header: list[str], cells: list[str], expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    result = sheet(tmp_path, [["序号", "工作任务", *header], [1, "规范低保审核", *cells]])
    assert units(result.tasks[0]) == expected


def test_the_bureau_on_every_row_is_not_the_lead(tmp_path: Path) -> None:
    rows: Rows = [
        ["序号", "责任单位", "考核指标", "分月序时进度", "实施部门", "完成时限"],
        [1, "区民政局", "低保动态管理", "①1-3月份完成年审②4-6月份入户抽查200户", "低保中心", "2026年12月底"],
        [2, "区民政局", "改造敬老院2所", "①1-6月份完成设计", "养老科", "2026年12月底"],
        ["说明：各实施部门按月报送。"],
    ]
    result = sheet(tmp_path, rows, "A5:F5")
    assert [task.title for task in result.tasks] == ["低保动态管理", "改造敬老院2所"]
    assert [task.lead_units for task in result.tasks] == [("低保中心",), ("养老科",)]
    dates = [deadline.date for deadline in result.tasks[0].deadlines]
    assert dates == [date(2026, 3, 31), date(2026, 6, 30), date(2026, 12, 31)]


def test_an_item_over_several_rows_is_one_task(tmp_path: Path) -> None:
    rows: Rows = [
        ["序号", "项目名称", "主要内容", "牵头单位", "配合单位"],
        [1, "养老服务提升", "新建助餐点6个", "区民政局", "各镇街"],
        [None, None, "适老化改造200户", "区残联", None],
        [2, "公园建设", "新建口袋公园4个", "区城管局", None],
    ]
    result = sheet(tmp_path, rows, "A3:A4", "B3:B4")
    assert [(task.title, task.text) for task in result.tasks] == [
        ("养老服务提升", "新建助餐点6个\n适老化改造200户"),
        ("公园建设", "新建口袋公园4个"),
    ]
    assert units(result.tasks[0]) == (("区民政局", "区残联"), ("各镇街",))
    assert any(doubt.seq == 1 and "2行" in doubt.text for doubt in result.doubts)


def test_an_unusual_column_is_not_lost(tmp_path: Path) -> None:
    rows: Rows = [
        ["类别", "序号", "项目", "建设内容及规模", "责任分工", None, "备注"],
        [None, None, None, None, "牵头单位", "参与单位", None],
        ["一老一小", 1, "助餐点建设", "新建助餐点8个", "区民政局", "各镇街", None],
        [None, 2, "托育园", "新增托位300个", "区卫健局", None, "★"],
    ]
    result = sheet(tmp_path, rows, "E2:F2")
    assert [(task.title, task.text) for task in result.tasks] == [
        ("助餐点建设", "新建助餐点8个"),
        ("托育园", "新增托位300个"),
    ]
    assert [[(target.value, target.unit) for target in task.targets] for task in result.tasks] == [
        [(8, "个")],
        [(300, "个")],
    ]
    assert {task.section_seq for task in result.tasks} == {1}


def test_a_merged_task_over_numbered_rows_is_their_section(tmp_path: Path) -> None:
    rows: Rows = [
        ["重点任务", "序号", "具体举措", "责任科室"],
        ["养老服务", 1, "新建助餐点6个", "养老科"],
        [None, 2, "改造床位60张", "养老科"],
        ["社会救助", 3, "完成低保年审", "救助科"],
    ]
    result = sheet(tmp_path, rows, "A3:A4")
    assert [(section.title) for section in result.sections] == ["养老服务", "社会救助"]
    assert [task.title for task in result.tasks] == ["新建助餐点6个", "改造床位60张", "完成低保年审"]


def test_numbers_of_merged_blocks_number_the_sections(tmp_path: Path) -> None:
    rows: Rows = [
        ["序号", "工作类别", "工作任务", "责任科室"],
        [1, "养老服务", "新建助餐点6个", "养老科"],
        [None, None, "改造床位60张", "养老科"],
        [2, "社会救助", "完成低保年审", "救助科"],
    ]
    result = sheet(tmp_path, rows, "A3:A4", "B3:B4")
    assert [(section.no, section.title) for section in result.sections] == [("1", "养老服务"), ("2", "社会救助")]
    assert [task.title for task in result.tasks] == ["新建助餐点6个", "改造床位60张", "完成低保年审"]


def test_dates_percentages_and_measures_as_the_sheet_shows_them(tmp_path: Path) -> None:
    path = book(
        tmp_path / "指标.xlsx",
        (
            "指标",
            [
                ["2026年指标任务表"],
                ["序号", "指标名称", "计量单位", "目标值", "牵头科室", "完成时间"],
                [1, "新增床位", "张", 120, "养老科", date(2026, 9, 30)],
                [2, "持证率", "%", 0.92, "养老科", date(2026, 6, 1)],
                [3, "慰问老人", "万人次", "≥1.2", "养老科", "春节前"],
                [4, "办结率", None, 0.95, "办公室", None],
            ],
            (),
        ),
    )
    workbook = openpyxl.load_workbook(path)
    for row in (4, 6):
        workbook["指标"][f"D{row}"].number_format = "0%" if row == 4 else "General"
    workbook["指标"]["F4"].number_format = 'yyyy"年"m"月"'
    workbook.save(path)
    result = read(path)
    said = [[(target.value, target.unit, target.comparator) for target in task.targets] for task in result.tasks]
    assert said == [[(120, "张", "=")], [(92, "%", "=")], [(12000, "人次", ">=")], []]
    assert result.tasks[0].deadlines[0].date == date(2026, 9, 30)
    assert result.tasks[1].deadlines[0].date == date(2026, 6, 30)
    assert [(doubt.seq, doubt.what) for doubt in result.doubts] == [(3, "deadline"), (4, "target")]


def test_sheets_hidden_repeated_and_of_instructions(tmp_path: Path) -> None:
    rows: Rows = [HEADER, [1, "规范低保审核", "救助科", None, "全年"], [2, "发放救助金", "救助科", None, "全年"]]
    path = book(
        tmp_path / "多表.xlsx",
        ("汇总", rows, ()),
        ("救助科", rows, ()),
        ("养老科", [HEADER, [1, "改造床位60张", "养老科", None, "6月"]], ()),
        ("底稿", [HEADER, [1, "旧任务", "养老科", None, "6月"]], ()),
        ("填报说明", [["一、本表由各科室填报。"], ["二、完成率不少于2位有效数字。"]], ()),
    )
    workbook = openpyxl.load_workbook(path)
    workbook["底稿"].sheet_state = "hidden"
    workbook.save(path)
    result = read(path)
    assert [task.title for task in result.tasks] == ["规范低保审核", "发放救助金", "改造床位60张"]
    assert {doubt.phrase for doubt in result.doubts if doubt.what == "structure"} == {"救助科", "底稿"}


def test_a_table_in_a_word_document_with_its_head(tmp_path: Path) -> None:
    rows: Rows = [
        ["序号", "目标与任务", "分 管\n县领导", "牵头责任单位", "责任单位"],
        ["一、民生改善", "", "", "", ""],
        [1, "新建互助点8个", "俞　悦", "县民政局", "各镇"],
        [2, "改造老旧小区3个", "俞 悦", "县住建局", "县财政局"],
        ["", "建立台账。", "", "", ""],
    ]
    before = ("安禾县人民政府2026年重点工作责任分解表", "（2026年2月3日）")
    result = read(paper(tmp_path / "表.docx", rows, ("A2:E2",), before))
    assert result.meta.title == "安禾县人民政府2026年重点工作责任分解表"
    assert result.meta.issuer == "安禾县人民政府"
    assert result.meta.issued_on == date(2026, 2, 3)
    assert [(task.title, task.text, task.responsible_person) for task in result.tasks] == [
        ("新建互助点8个", "", "俞悦"),
        ("改造老旧小区3个", "建立台账。", "俞悦"),
    ]


def test_a_notice_with_requirements_over_a_table_gives_the_table(tmp_path: Path) -> None:
    rows: Rows = [["序号", "任务", "责任单位"], *([n, f"完成第{n}类事项", "办公室"] for n in range(1, 6))]
    before = ("安禾县2026年督办任务清单", "一、提高认识。各单位要压实责任。", "二、及时报送。每月报送进展。")
    result = read(paper(tmp_path / "通知.docx", rows, (), before))
    assert len(result.tasks) == 5
    assert any("没有作为任务" in doubt.text for doubt in result.doubts)


def test_a_plan_with_a_smaller_table_gives_the_plan(tmp_path: Path) -> None:
    rows: Rows = [["序号", "任务", "责任单位"], [1, "完成年审", "救助科"]]
    before = ("云岭区民政局2026年工作要点", *(f"{n}.做好第{n}件事。办好实事。" for n in "123456"))
    result = extract(paper(tmp_path / "要点.docx", rows, (), before))
    assert isinstance(result, Extraction)
    assert (result.kind, len(result.tasks)) == ("plan", 6)
    assert any("任务表" in doubt.text for doubt in result.doubts)


def test_every_passage_is_told_by_its_cell(tmp_path: Path) -> None:
    result = sheet(
        tmp_path, [HEADER, [1, "新建站点3个", "救助科", "各镇街", "6月底前"], ["备注：按月报送"]], "A4:E4", "A1:E1"
    )
    task = result.tasks[0]
    assert result.source[slice(*task.targets[0].span)] == task.targets[0].phrase
    told = to_json(result)
    assert (told["tasks"][0]["span"]["sheet"], told["tasks"][0]["span"]["cell"]) == ("任务", "B3")
    assert told["tasks"][0]["targets"][0]["span"]["cell"] == "B3"
    assert told["tasks"][0]["deadlines"][0]["span"]["cell"] == "E3"
    assert [span["cell"] for span in told["tasks"][0]["note_spans"]] == ["C3", "D3"]
    assert [span["cell"] for span in told["rest"]] == ["A1", "A2", "B2", "C2", "D2", "E2", "A4"]


def test_only_the_rows_of_one_bureau(tmp_path: Path) -> None:
    rows: Rows = [
        ["序号", "任务", "牵头单位", "责任单位"],
        [1, "提高低保标准5%以上", "县民政局（救助科）", "县财政局"],
        [2, "新增停车位600个", "县城管局", "各镇"],
        [3, "引进企业12家", "县招商局", "县财政局、县民政局"],
    ]
    result = sheet(tmp_path, rows)
    kept = rows_of(result, ["安禾县民政局", "县民政局"])
    assert [(task.no, task.seq) for task in kept.tasks] == [("1", 1), ("3", 3)]
    assert result.tasks[1].span in kept.rest
    assert {doubt.seq for doubt in kept.doubts} <= {None, 1, 3}


@pytest.mark.parametrize(
    "rows", [[["姓名", "电话"], ["甲", 1]], [["名单"]], [["品名", "数量", "单价"], ["纸", 2, 3.5]]], ids=len
)
def test_a_sheet_without_tasks_is_refused(tmp_path: Path, rows: Rows) -> None:
    result = extract(book(tmp_path / "名单.xlsx", ("名单", rows, ())))
    assert isinstance(result, Refusal)
    assert "台账没有改动" in result.reason


def test_a_mark_in_a_cell_stops_reading(tmp_path: Path) -> None:
    result = extract(book(tmp_path / "密.xlsx", ("表", [["机密★1年"], HEADER, [1, "某项", "某科", None, None]], ())))
    assert isinstance(result, Refusal)
    assert "机密★1年" in result.reason
