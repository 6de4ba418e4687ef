"""Lines among items that count off those above them and say who does them."""

from datetime import date

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text

HEAD = "云岭区2026年度目标管理工作方案\n一、目标的设置\n"


def read(text: str) -> Extraction:
    found = extract_text(HEAD + text)
    assert isinstance(found, Extraction)
    return found


@pytest.mark.parametrize(
    "two", ["2项目标的责任单位均为市水务局。", "这两项任务由市水务局负责。", "以上2项指标责任单位均为市水务局。"]
)
@pytest.mark.parametrize("one", ["该目标责任单位为市卫健局。", "该项工作由市卫健局牵头。"])
def test_items_that_lines_count_off_are_the_tasks(two: str, one: str) -> None:
    found = read(
        "（一）民生改善目标。主要对着“饮水看病”两件大事，共3项。\n1.新接通自来水900户；\n2.更换旧管网40公里；\n"
        f"{two}\n3.建成村卫生室12间；\n{one}\n以上3项民生目标的责任领导见附件1。\n"
        f"（二）生态保护目标。\n1.造林600亩；\n2.治理沙地80亩；\n{two}"
    )
    assert [(task.title, task.lead_units, task.text) for task in found.tasks] == [
        ("新接通自来水900户", ("市水务局",), ""),
        ("更换旧管网40公里", ("市水务局",), ""),
        ("建成村卫生室12间", ("市卫健局",), ""),
        ("造林600亩", ("市水务局",), ""),
        ("治理沙地80亩", ("市水务局",), ""),
    ]
    assert [section.title for section in found.sections] == ["目标的设置", "民生改善目标", "生态保护目标"]
    assert [target.value for task in found.tasks for target in task.targets] == [900, 40, 12, 600, 80]


def test_a_line_that_counts_not_all_of_the_points_speaks_of_their_item() -> None:
    found = read(
        "（一）改造老旧泵站。今年改造6座，其中：\n1.汛前完成4座；\n2.年底前完成2座；\n该项任务责任单位为市水务局。\n"
        "（二）添置流动图书车。今年添置3辆，其中：\n1.上半年添置1辆；\n2.下半年添置2辆；\n该项任务责任单位为市文旅局。"
    )
    assert [(task.title, task.lead_units) for task in found.tasks] == [
        ("改造老旧泵站", ("市水务局",)),
        ("添置流动图书车", ("市文旅局",)),
    ]


def test_a_line_that_says_more_than_who_does_it_stays_with_its_item() -> None:
    found = read(
        "（一）改造老旧泵站。年内改造6座。（责任单位：区水务局）\n该项目由区发改委立项批复，区财政局拨付资金。\n"
        "（二）开办夜间门诊。\n该任务由区卫健局牵头组织实施，6月底前开办5处。\n"
        "（三）扩建中心粮库。（责任单位：区商务局）\n3项任务由区政府督查室负责督办。"
    )
    assert [(task.lead_units, task.co_units) for task in found.tasks] == [
        (("区水务局",), ()),
        (("区卫健局",), ()),
        (("区商务局",), ()),
    ]
    assert [target.value for target in found.tasks[1].targets] == [5]
    assert [deadline.date for deadline in found.tasks[1].deadlines] == [date(2026, 6, 30)]
