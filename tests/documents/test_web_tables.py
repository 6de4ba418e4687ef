"""Tables copied from web pages, whose cells, headers and stops came out in odd ways."""

import pytest

from desktop_app.documents.extraction import Extraction, Refusal
from desktop_app.documents.plan import extract_text
from desktop_app.texts import documents as texts

TITLE = "云岭区2026年重点民生实事任务分解表"


def read(*lines: str) -> Extraction:
    found = extract_text("\n".join((TITLE, *lines)))
    assert isinstance(found, Extraction)
    return found


def said(*lines: str) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    return [(task.no, task.title, task.lead_units, task.co_units) for task in read(*lines).tasks]


def test_the_task_may_stand_under_the_aim_alone() -> None:
    header = ("序号", "主要任务", "全年目标任务", "牵头单位", "配合单位", "1-5月推进情况")
    rows = (
        "7",
        "改造老旧泵站6座。",
        "水务局",
        "各街道",
        "已开工2座。",
        "8",
        "添置流动图书车3辆。",
        "文旅局",
        "图书馆",
        "已招标。",
    )
    assert said(*header, *rows) == [
        ("7", "改造老旧泵站6座", ("水务局",), ("各街道",)),
        ("8", "添置流动图书车3辆", ("文旅局",), ("图书馆",)),
    ]
    assert [[target.value for target in task.targets] for task in read(*header, *rows).tasks] == [[6], [3]]


def test_the_header_may_come_again_with_other_words_in_brackets() -> None:
    found = read(
        *("序号", "重点工作任务（区级2项）", "责任单位"),
        *("（一）城建工作", "1", "疏浚青石河支流两条。", "水务局", "2", "翻修环城步道。", "住建局"),
        *("二、年度任务", "序号", "重点工作任务（区级1项、街道3项）", "责任单位"),
        *("（一）民生工作", "1*", "开办夜间门诊五处。", "卫健局"),
    )
    assert [(task.no, task.title, task.lead_units) for task in found.tasks] == [
        ("1", "疏浚青石河支流两条", ("水务局",)),
        ("2", "翻修环城步道", ("住建局",)),
        ("1*", "开办夜间门诊五处", ("卫健局",)),
    ]
    assert [section.title for section in found.sections] == ["城建工作", "年度任务", "民生工作"]


def test_cells_with_numbers_of_their_own_stand_in_one_column() -> None:
    found = read(
        "序号 | 项目名称 | 项目内容 | 进展情况 | 牵头单位 |",
        "1 | 清水入户项目 | 1.更换老旧水表900只； | 已更换水表400只 | 水务局 |",
        "2 | 2.新建加压泵房4处。 | 正在选址并完成1处设计 | 住建局 |",
        "3 | 绿色出行项目 | 1.投放公共自行车600辆； | 已投放150辆，完成率25% | 交通局 |",
        "4 | 2.施划停车泊位1200个。 | 已施划300个 | 城管局 |",
    )
    assert [(task.title, task.lead_units, [t.value for t in task.targets]) for task in found.tasks] == [
        ("更换老旧水表900只", ("水务局",), [900]),
        ("新建加压泵房4处", ("住建局",), [4]),
        ("投放公共自行车600辆", ("交通局",), [600]),
        ("施划停车泊位1200个", ("城管局",), [1200]),
    ]
    assert [section.title for section in found.sections] == ["清水入户项目", "绿色出行项目"]


def test_names_above_a_label_in_a_cell_are_kept() -> None:
    rows = (
        "1",
        "平整校园操场八片。",
        "区教育局（区体卫站）",
        "市级牵头单位：市教育局",
        "2",
        "翻修村卫生室。",
        "区卫健局",
    )
    first, second = said("序号", "工作任务", "责任单位", *rows)
    assert "区教育局（区体卫站）" in (*first[2], *first[3]) and "市教育局" in (*first[2], *first[3])
    assert second[2] == ("区卫健局",)


def test_rows_on_one_line_close_with_the_unit_behind_a_plain_point() -> None:
    found = read(
        "一、主要目标",
        "1 居民收入增长6%以上，低收入群体增收8%. 民政局",
        "2 新建社区食堂12家. 商务局",
        "3 研发投入占比提高到2.5%. 发改委、科技局",
    )
    assert [(task.title, task.lead_units) for task in found.tasks] == [
        ("居民收入增长6%以上，低收入群体增收8%", ("民政局",)),
        ("新建社区食堂12家", ("商务局",)),
        ("研发投入占比提高到2.5%", ("发改委", "科技局")),
    ]
    assert [section.title for section in found.sections] == ["主要目标"]


RUN_ON = "1修缮青石桥两座。区水务局2开办夜间门诊五处。区卫健局、各街道3改造旧楼电梯40部。区住建局"


def test_a_title_may_stand_right_before_a_table_on_one_line() -> None:
    found = extract_text(f"{TITLE}序号工作任务责任单位{RUN_ON}")
    assert isinstance(found, Extraction)
    assert found.meta.title == TITLE
    assert [(task.no, task.title, task.lead_units) for task in found.tasks] == [
        ("1", "修缮青石桥两座", ("区水务局",)),
        ("2", "开办夜间门诊五处", ("区卫健局", "各街道")),
        ("3", "改造旧楼电梯40部", ("区住建局",)),
    ]


@pytest.mark.parametrize("title", ["", TITLE])
@pytest.mark.parametrize("columns", ["工作任务分管领导责任单位", "项目名称主要内容牵头单位配合单位"])
def test_names_of_several_columns_that_nothing_parts_are_refused(title: str, columns: str) -> None:
    assert extract_text(f"{title}序号{columns}{RUN_ON}") == Refusal(texts.RUN_ON)


def test_a_column_may_be_named_for_its_month() -> None:
    header = ("序号 |", "项目内容及受益面 |", "牵头单位 |", "8月份目标 |", "进展情况 |")
    rows = (
        *("1 |", "新增4个智能充电示范小区 |", "区发展改革委 |", "示范小区动工。 |", "正在施工。 |"),
        *("2 |", "为30栋老楼更换消防设施 |", "区消防救援支队 |", "开展招标。 |", "对接项目事宜。 |"),
    )
    assert said(*header, *rows) == [
        ("1", "新增4个智能充电示范小区", ("区发展改革委",), ()),
        ("2", "为30栋老楼更换消防设施", ("区消防救援支队",), ()),
    ]
