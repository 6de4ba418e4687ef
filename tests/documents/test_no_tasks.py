"""Parts of a plan that are no tasks: a look back, the ground it stands on, what keeps it going; and parts that are."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text

PLAN = """潭口区档案馆2026年工作要点
一、{heading}
1.整理档案。整理档案300卷。
2.开放库房。开放库房2间。
二、重点任务
3.征集史料。征集史料50件。（征集科）
4.数字化。扫描档案8000页。（技术科）
"""

OTHER_PARTS = [
    "2025年工作",
    "2025年度重点工作完成情况",
    "2025年工作亮点",
    "去年工作成绩",
    "上年度主要工作成效",
    "过去一年的工作",
    "主要成绩和经验",
    "取得的成效",
    "工作保障",
    "保障机制",
    "推进步骤",
    "强化措施，确保实效",
    "形势与任务",
    "工作回顾",
    "保障措施",
    "支撑政策",
    "配套政策措施",
    "政策支持",
]
PARTS_WITH_TASKS = [
    "2026年工作",
    "2025年续建项目",
    "上年度结转工作",
    "要素保障",
    "提升工作成效",
    "馆藏服务保障",
    "推进步骤标准化",
    "去年未办结事项",
    "成绩册编制",
    "政策支持体系建设",
    "落实配套政策",
]


def titles(heading: str) -> list[str]:
    result = extract_text(PLAN.format(heading=heading))
    assert isinstance(result, Extraction)
    return [task.title for task in result.tasks]


@pytest.mark.parametrize("heading", OTHER_PARTS)
def test_what_looks_back_or_asks_is_no_task(heading: str) -> None:
    assert titles(heading) == ["征集史料", "数字化"]


@pytest.mark.parametrize("heading", PARTS_WITH_TASKS)
def test_what_only_sounds_like_it_holds_tasks(heading: str) -> None:
    assert titles(heading) == ["整理档案", "开放库房", "征集史料", "数字化"]


def test_policies_that_a_part_tells_of_in_a_paragraph_are_asked_about() -> None:
    text = PLAN.format(heading="馆藏服务") + "三、配套政策\n统筹用好专项资金，对库房改造给予支持。\n"
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert len(result.tasks) == 4
    assert any("配套政策" in doubt.text for doubt in result.doubts)


def test_policies_that_an_item_sets_are_a_task() -> None:
    result = extract_text(PLAN.format(heading="馆藏服务") + "5.配套政策。出台借阅办法2项。\n")
    assert isinstance(result, Extraction)
    assert result.tasks[-1].title == "配套政策"
