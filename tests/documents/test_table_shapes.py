"""Tables of tasks that are no single list: levels of indicators, tables beside and below each other, several sheets."""

from pathlib import Path

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract
from tests.documents.tables import Rows, book, paper

HEAD = ["序号", "重点任务", "责任科室", "完成时限"]


def read(path: Path) -> Extraction:
    result = extract(path)
    assert isinstance(result, Extraction)
    return result


def told(result: Extraction) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(task.no, task.title, task.lead_units) for task in result.tasks]


def test_of_three_levels_with_a_number_a_row_the_finest_is_the_task(tmp_path: Path) -> None:
    rows: Rows = [
        ["2026年度考核指标责任分解"],
        ["序号", "一级指标", "二级指标", "三级指标", "目标值", "责任科室"],
        [1, "经济发展", "工业", "规上工业增加值增速", "8%", "工业科"],
        [2, None, None, "技改投资增速", "12%", "投资科"],
        [3, "社会民生", "就业", "城镇新增就业", "3200人", "就业科"],
    ]
    result = read(book(tmp_path / "表.xlsx", ("指标", rows, ("B3:B4", "C3:C4"))))
    assert told(result) == [
        ("1", "规上工业增加值增速", ("工业科",)),
        ("2", "技改投资增速", ("投资科",)),
        ("3", "城镇新增就业", ("就业科",)),
    ]
    assert [section.title for section in result.sections] == ["经济发展", "社会民生"]
    assert all(task.text.startswith("工业") for task in result.tasks[:2])


@pytest.mark.parametrize("label", ["实施路径", "推进方略", "具体举措"])
def test_sentences_beside_a_cell_over_several_numbered_rows_are_the_tasks(tmp_path: Path, label: str) -> None:
    rows: Rows = [
        ["2026年民政工作任务清单"],
        ["序号", "重点举措", label, "完成时限", "责任单位", "配合单位"],
        [1, "织密助餐网络（2项）", "在老旧小区布设助餐点，全年新建助餐点26个以上。", "11月", "养老科", "各镇街"],
        [2, None, "扩大送餐上门范围，服务高龄老人不少于900人。", "12月", "康养集团", "/"],
        [3, "盘活闲置校舍（1项）", "改造闲置校舍用于日间照料，改造校舍5所。", "9月", "养老科", "区教育局"],
    ]
    result = read(book(tmp_path / "表.xlsx", ("表", rows, ("B3:B4",))))
    assert [(task.no, task.lead_units, task.co_units) for task in result.tasks] == [
        ("1", ("养老科",), ("各镇街",)),
        ("2", ("康养集团",), ()),
        ("3", ("养老科",), ("区教育局",)),
    ]
    assert result.tasks[1].title == "扩大送餐上门范围，服务高龄老人不少于900人"
    assert [section.title for section in result.sections] == ["织密助餐网络", "盘活闲置校舍"]


def test_quantities_beside_a_cell_over_several_numbered_rows_are_none(tmp_path: Path) -> None:
    rows: Rows = [
        ["2026年民政工作任务清单"],
        ["序号", "重点任务", "年内数", "责任科室"],
        [1, "新建助餐点", "26个", "养老科"],
        [2, None, "服务900人", "康养科"],
        [3, "改造校舍", "5所", "养老科"],
    ]
    result = read(book(tmp_path / "表.xlsx", ("表", rows, ("B3:B4",))))
    assert {task.title for task in result.tasks} == {"新建助餐点", "改造校舍"}


def test_of_three_levels_without_numbers_the_middle_is_the_task(tmp_path: Path) -> None:
    rows: Rows = [
        ["2026年目标任务分解表"],
        ["一级任务", "二级任务", "三级任务", "牵头股室", "完成时限"],
        ["公共卫生", "传染病防控", "新建发热哨点6个", "疾控股", "6月底"],
        [None, None, "开展应急演练2次", "疾控股", "9月底"],
        [None, "慢病管理", "管理患者1.2万人", "基层股", "12月底"],
    ]
    result = read(book(tmp_path / "表.xlsx", ("表", rows, ("A3:A5", "B3:B4"))))
    assert told(result) == [("", "传染病防控", ("疾控股",)), ("", "慢病管理", ("基层股",))]
    assert "应急演练" in result.tasks[0].text
    assert [section.title for section in result.sections] == ["公共卫生"]


def test_two_tables_side_by_side_are_read_one_after_the_other(tmp_path: Path) -> None:
    rows: Rows = [
        ["2026年重点任务责任表"],
        [*HEAD, None, *HEAD],
        [1, "修缮礼堂", "办公室", "5月底", None, 3, "更新路灯", "市政科", "8月底"],
        [2, "整治停车", "交管科", "6月底", None, 4, "疏通管网", "排水科", "9月底"],
    ]
    result = read(book(tmp_path / "表.xlsx", ("表", rows, ())))
    assert [(task.no, task.title) for task in result.tasks] == [
        ("1", "修缮礼堂"),
        ("2", "整治停车"),
        ("3", "更新路灯"),
        ("4", "疏通管网"),
    ]
    cells = {place.cell for place in result.cells if place.span == result.tasks[2].title_span}
    assert cells == {"G3"}
    assert not [doubt for doubt in result.doubts if doubt.what == "numbering"]


def test_a_second_table_below_the_first_has_columns_of_its_own(tmp_path: Path) -> None:
    rows: Rows = [
        ["一、重点任务"],
        ["序号", "任务内容", "责任单位", "时限"],
        [1, "修缮礼堂", "办公室", "5月底"],
        [],
        ["二、民生实事"],
        ["序号", "项目名称", "建设内容", "牵头单位", "配合单位", "完成时间"],
        [1, "路灯工程", "更新路灯300盏", "市政科", "供电所", "8月底"],
    ]
    result = read(book(tmp_path / "表.xlsx", ("表", rows, ())))
    assert told(result) == [("1", "修缮礼堂", ("办公室",)), ("1", "路灯工程", ("市政科",))]
    assert result.tasks[1].co_units == ("供电所",)
    assert [(section.no, section.title) for section in result.sections] == [("一", "重点任务"), ("二", "民生实事")]


def test_each_sheet_under_its_own_title_is_a_chapter(tmp_path: Path) -> None:
    sheets: list[tuple[str, Rows, tuple[str, ...]]] = [
        ("党建", [["2026年党建任务清单"], HEAD[:3], [1, "轮训党员", "组织科"], [2, "规范支部", "组织科"]], ()),
        ("业务", [["2026年业务任务清单"], HEAD[:3], [1, "评查案卷", "法规科"], [2, "办理提案", "办公室"]], ()),
    ]
    result = read(book(tmp_path / "表.xlsx", *sheets))
    assert [task.section_seq for task in result.tasks] == [1, 1, 2, 2]
    assert [section.title for section in result.sections] == ["2026年党建任务清单", "2026年业务任务清单"]
    assert not [doubt for doubt in result.doubts if doubt.what == "numbering"]


def test_a_row_with_one_text_in_every_cell_is_a_chapter(tmp_path: Path) -> None:
    rows: Rows = [
        HEAD,
        ["一、安全生产"] * 4,
        ["1", "排查隐患", "安监站", "4月底"],
        HEAD,
        ["二、环境保护"] * 4,
        ["2", "清理河道", "水利站", "9月底"],
        ["注：未尽事宜由党政办负责解释", "", "", ""],
    ]
    result = read(paper(tmp_path / "表.docx", rows, (), ("双溪镇2026年重点工作责任清单",)))
    assert told(result) == [("1", "排查隐患", ("安监站",)), ("2", "清理河道", ("水利站",))]
    assert [(section.no, section.title) for section in result.sections] == [("一", "安全生产"), ("二", "环境保护")]


def test_a_numbered_sentence_over_the_whole_row_is_a_chapter(tmp_path: Path) -> None:
    rows: Rows = [
        HEAD,
        ["（1）守住安全底线。", "", "", ""],
        ["1", "排查隐患。", "安监站", "4月底"],
        ["（2）守住环境底线。", "", "", ""],
        ["2", "清理河道。", "水利站", "9月底"],
    ]
    result = read(paper(tmp_path / "表.docx", rows, ("A2:D2", "A4:D4"), ("双溪镇2026年重点工作责任清单",)))
    assert told(result) == [("1", "排查隐患", ("安监站",)), ("2", "清理河道", ("水利站",))]
    assert [section.title for section in result.sections] == ["守住安全底线", "守住环境底线"]


def test_what_is_no_unit_is_asked_about_or_left_out(tmp_path: Path) -> None:
    rows: Rows = [
        HEAD,
        [1, "修缮礼堂", "按照文件要求抓紧推进落实到位", "5月底"],
        [2, "整治停车", "待定", "6月底"],
        [3, "办好实事", "00000000000", "9月底"],
        [4, "绿化街道", "园林科", "10月底"],
    ]
    result = read(book(tmp_path / "表.xlsx", ("表", rows, ())))
    assert [task.lead_units for task in result.tasks] == [("按照文件要求抓紧推进落实到位",), (), (), ("园林科",)]
    assert [doubt.seq for doubt in result.doubts if doubt.what == "unit"] == [1, 2, 3]


def test_a_column_of_units_is_known_by_its_role_word_and_its_ending(tmp_path: Path) -> None:
    rows: Rows = [
        ["2026年重点任务责任表"],
        ["序号", "重点任务", "牵头办公室", "联办站所", "完成时限"],
        [1, "修缮礼堂", "党建办", "文化站", "5月底"],
        [2, "更新路灯", "规建办", "供电所", "6月底"],
    ]
    result = read(book(tmp_path / "表.xlsx", ("表", rows, ())))
    assert [(task.lead_units, task.co_units) for task in result.tasks] == [
        (("党建办",), ("文化站",)),
        (("规建办",), ("供电所",)),
    ]


def test_a_chinese_number_over_arabic_ones_opens_a_chapter(tmp_path: Path) -> None:
    rows: Rows = [
        ["序号", "工作内容", "承办", "协办"],
        ["一", "党建工作"],
        [1, "轮训党员120名", "组织科", "党校"],
        ["二", "业务工作"],
        [2, "评查案卷40件", "法规科", None],
    ]
    result = read(book(tmp_path / "表.xlsx", ("表", rows, ())))
    assert told(result) == [("1", "轮训党员120名", ("组织科",)), ("2", "评查案卷40件", ("法规科",))]
    assert [(section.no, section.title) for section in result.sections] == [("一", "党建工作"), ("二", "业务工作")]


def test_chinese_numbers_of_all_tasks_are_no_chapters(tmp_path: Path) -> None:
    rows: Rows = [["序号", "工作内容", "承办"], ["一", "修路"], ["二", "架桥", "道路科"], ["三", "通电", "供电所"]]
    result = read(book(tmp_path / "表.xlsx", ("表", rows, ())))
    assert [task.no for task in result.tasks] == ["一", "二", "三"]


def test_a_note_in_brackets_over_the_whole_row_is_no_section(tmp_path: Path) -> None:
    rows: Rows = [
        ["2026年任务清单"],
        HEAD,
        [1, "办好夜校", "教研科", "6月底"],
        ["（说明：以上任务按月调度）"],
        [2, "修好操场", "后勤科", "9月底"],
    ]
    result = read(book(tmp_path / "表.xlsx", ("任务", rows, ("A1:D1", "A4:D4"))))
    assert told(result) == [("1", "办好夜校", ("教研科",)), ("2", "修好操场", ("后勤科",))]
    assert result.sections == ()


def test_a_row_about_the_table_is_no_section(tmp_path: Path) -> None:
    rows: Rows = [
        ["2026年任务清单"],
        ["截至2026年3月15日　　单位：柳溪区教育局"],
        HEAD,
        [1, "办好夜校", "教研科", "6月底"],
        ["数据截至3月15日"],
        [2, "修好操场", "后勤科", "9月底"],
        ["数据来源：各科室"],
        ["审核：甲某　填表：乙某"],
    ]
    result = read(book(tmp_path / "表.xlsx", ("任务", rows, ("A1:D1", "A2:D2", "A5:D5", "A7:D7", "A8:D8"))))
    assert told(result) == [("1", "办好夜校", ("教研科",)), ("2", "修好操场", ("后勤科",))]
    assert result.sections == ()


def test_a_title_over_all_columns_is_no_part_of_the_header(tmp_path: Path) -> None:
    rows: Rows = [["2026年政府工作报告任务分解"], HEAD, [1, "办好夜校", "教研科", "6月底"]]
    result = read(book(tmp_path / "表.xlsx", ("分解", rows, ("A1:D1",))))
    assert result.meta.title == "2026年政府工作报告任务分解"
    assert told(result) == [("1", "办好夜校", ("教研科",))]


def test_headers_in_everyday_words_are_told_by_their_cells(tmp_path: Path) -> None:
    rows: Rows = [
        ["2026年实干清单"],
        ["干什么", "干到什么程度", "谁来干", "什么时候干成"],
        ["改造农贸市场", "改造摊位120个", "市场办", "8月底"],
        ["整治小广告", "清理3200处", "城管中队", "5月底"],
        ["建设驿站", "建成4座", "工会", "10月底"],
    ]
    result = read(book(tmp_path / "表.xlsx", ("表", rows, ("A1:D1",))))
    assert told(result) == [
        ("", "改造农贸市场", ("市场办",)),
        ("", "整治小广告", ("城管中队",)),
        ("", "建设驿站", ("工会",)),
    ]
    assert [target.value for task in result.tasks for target in task.targets] == [120, 3200, 4]
    assert [str(task.deadlines[0].date) for task in result.tasks] == ["2026-08-31", "2026-05-31", "2026-10-31"]
    assert len([doubt for doubt in result.doubts if "这一列没有见过" in doubt.text]) == 4


def test_days_to_come_under_a_closing_time_are_due_times(tmp_path: Path) -> None:
    rows: Rows = [
        ["序号", "工作任务", "责任科室", "销号时间"],
        ["1", "新建冷库3座", "冷链科", "2026.9.30"],
        ["2", "改良茶园500亩", "茶业科", "2026.10.31"],
    ]
    result = read(book(tmp_path / "表.xlsx", ("表", rows, ())))
    assert [str(task.deadlines[0].date) for task in result.tasks] == ["2026-09-30", "2026-10-31"]


def test_chapters_that_are_units_name_who_leads_their_tasks(tmp_path: Path) -> None:
    rows: Rows = [
        ["养护科"],
        ["序号", "工作内容", "完成时间"],
        ["1", "修补路面80处", "9月底"],
        ["排水科"],
        ["1", "清淤管网26公里", "5月底"],
    ]
    result = read(book(tmp_path / "表.xlsx", ("表", rows, ("A1:C1", "A4:C4"))))
    assert told(result) == [("1", "修补路面80处", ("养护科",)), ("1", "清淤管网26公里", ("排水科",))]


def test_a_leader_and_a_unit_in_one_cell(tmp_path: Path) -> None:
    rows: Rows = [
        ["序号", "工作事项", "责任领导及科室", "完成时限"],
        ["1", "修编规划", "郁南风\n规划科", "6月底"],
        ["2", "审批提速", "秦牧之\n审批科", "9月底"],
    ]
    result = read(book(tmp_path / "表.xlsx", ("表", rows, ())))
    assert told(result) == [("1", "修编规划", ("规划科",)), ("2", "审批提速", ("审批科",))]
    assert [task.responsible_person for task in result.tasks] == ["郁南风", "秦牧之"]


def test_quarters_under_results_are_no_due_times(tmp_path: Path) -> None:
    rows: Rows = [
        ["实事内容", "工作任务", "责任单位", "进展情况", None, None, None],
        [None, None, None, "一季度", "二季度", "三季度", "四季度"],
        ["助残", "改造无障碍坡道26处", "残联", "已完成4处", "已完成11处", "已完成19处", "全部完成"],
        ["助老", "新增助浴点8处", "养老科", "完成选址", "开工3处", "完工5处", "完工8处"],
    ]
    areas = ("A1:A2", "B1:B2", "C1:C2", "D1:G1")
    result = read(book(tmp_path / "表.xlsx", ("表", rows, areas)))
    titles = ["改造无障碍坡道26处", "新增助浴点8处"]
    assert [(task.title, task.deadlines) for task in result.tasks] == [(title, ()) for title in titles]
    rows[0][3] = "时间安排"
    planned = read(book(tmp_path / "安排.xlsx", ("表", rows, areas)))
    assert [len(task.deadlines) for task in planned.tasks] == [4, 4]


def test_a_cell_says_of_itself_and_those_below_that_the_first_leads(tmp_path: Path) -> None:
    rows: Rows = [
        ["2026年重点任务分工"],
        ["序号", "工作任务", "责任单位", "时限"],
        [1, "修订章程", "甲局、乙局", "3月底"],
        [2, "建设站点", "乙局、丙局、各镇（排在首位的为牵头单位，下同）", "6月底"],
        [3, "组织评比", "丙局、甲局", "9月底"],
        [4, "汇编成果", "甲局", "12月底"],
    ]
    for path in (book(tmp_path / "表.xlsx", ("表", rows, ())), paper(tmp_path / "表.docx", rows)):
        assert [(task.lead_units, task.co_units) for task in read(path).tasks] == [
            (("甲局", "乙局"), ()),
            (("乙局",), ("丙局", "各镇")),
            (("丙局",), ("甲局",)),
            (("甲局",), ()),
        ]
