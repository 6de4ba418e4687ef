"""A summary is refused and its intentions offered; a summary with a plan in one is a plan."""

import pytest

from desktop_app.documents.extraction import Extraction, Refusal
from desktop_app.documents.plan import read_plan

PARAGRAPH = """甲县交通局2025年工作总结
2025年，我局扎实工作。现将工作总结如下：
一、2025年工作情况
（一）修好道路。新修道路12公里，投资300万元。
（二）建好桥梁。建成桥梁2座。
二、存在问题及下步打算
当前的问题主要有：一是资金不足。二是人手不够。
2026年，我局将重点做好：一是修好东街。新修道路3公里。二是架好南桥。6月底前通车。三是管好公交。新增公交车8辆。
"""
NUMBERED = """甲县交通局2025年工作总结
一、主要工作
（一）修好道路。新修道路12公里。
二、2026年工作打算
（一）修好东街。新修道路3公里。
（二）架好南桥。6月底前通车。
"""


@pytest.mark.parametrize(
    ("text", "titles"),
    [(PARAGRAPH, ["修好东街", "架好南桥", "管好公交"]), (NUMBERED, ["修好东街", "架好南桥"])],
)
def test_a_summary_is_refused_with_its_intentions_as_offer(text: str, titles: list[str]) -> None:
    result = read_plan(text)
    assert isinstance(result, Refusal)
    assert "工作总结" in result.reason
    assert f"{len(titles)}项" in result.reason
    assert result.offer is not None
    assert [task.title for task in result.offer.tasks] == titles
    assert result.offer.meta.year == 2026


def test_points_that_go_on_in_the_next_paragraph_are_offered_too() -> None:
    halves = PARAGRAPH.replace("三是管好公交", "\n三是治理拥堵问题。整改8处。四是管好公交")
    result = read_plan(halves)
    assert isinstance(result, Refusal)
    assert result.offer is not None
    assert [task.title for task in result.offer.tasks] == ["修好东街", "架好南桥", "治理拥堵问题", "管好公交"]


def test_points_of_trouble_are_no_intentions_in_paragraphs_of_their_own_either() -> None:
    apart = PARAGRAPH.replace("有：一是资金", "有：\n一是资金").replace("。二是人手", "。\n二是人手")
    result = read_plan(apart)
    assert isinstance(result, Refusal)
    assert result.offer is not None
    assert [task.title for task in result.offer.tasks] == ["修好东街", "架好南桥", "管好公交"]


def test_points_of_a_plan_that_go_on_in_the_next_paragraph_are_a_task_each() -> None:
    points = "一是修好东街。新修道路3公里。二是架好南桥。\n三是管好公交。新增公交车8辆。四是治理拥堵。整改8处。"
    result = read_plan(f"甲县交通局2025年工作总结和2026年工作打算\n二、2026年工作打算\n{points}\n")
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks] == ["修好东街", "架好南桥", "管好公交", "治理拥堵"]


def test_targets_and_due_days_of_an_offer_are_those_of_the_next_year() -> None:
    result = read_plan(PARAGRAPH)
    assert isinstance(result, Refusal)
    assert result.offer is not None
    assert [[target.value for target in task.targets] for task in result.offer.tasks] == [[3], [], [8]]
    assert [str(deadline.date) for task in result.offer.tasks for deadline in task.deadlines] == ["2026-06-30"]


def test_a_summary_that_only_looks_back_offers_nothing() -> None:
    result = read_plan(
        "甲县交通局2025年工作总结\n一、主要工作\n（一）修好道路。新修道路12公里。\n（二）架桥。建成2座。\n"
    )
    assert isinstance(result, Refusal)
    assert result.offer is None
    assert "没有找到" in result.reason


def test_without_a_title_the_opening_tells() -> None:
    result = read_plan(
        "2025年，我局扎实工作。现将工作总结如下：\n（一）修好道路。新修道路12公里。\n（二）架桥。建成2座。\n"
    )
    assert isinstance(result, Refusal)


@pytest.mark.parametrize("title", ["甲县交通局2025年工作总结和2026年工作计划", "甲县交通局2025年总结暨2026年工作打算"])
def test_summary_and_plan_in_one_gives_the_plan_part(title: str) -> None:
    result = read_plan(NUMBERED.replace("甲县交通局2025年工作总结", title))
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks] == ["修好东街", "架好南桥"]
    assert result.meta.year == 2026


@pytest.mark.parametrize("title", ["甲县交通局2025年工作总结", "甲县交通局2025年工作情况汇报"])
@pytest.mark.parametrize(
    "closing",
    [
        "下一步，我局将抓好：一是修好东街。新修道路3公里。二是架好南桥。6月底前通车。\n",
        "成绩来之不易。2026年，我局将做好两件事：一是修好东街；二是架好南桥。\n",
        "新的一年，要着力做好以下工作：\n1.修好东街。新修道路3公里。\n2.架好南桥。6月底前通车。\n",
    ],
)
def test_intentions_without_a_heading_are_offered(title: str, closing: str) -> None:
    result = read_plan(f"{title}\n2025年，新修道路12公里。一是抓建设，建成桥梁2座。二是抓养护，养护8公里。\n{closing}")
    assert isinstance(result, Refusal)
    assert result.offer is not None
    assert [task.title for task in result.offer.tasks] == ["修好东街", "架好南桥"]


@pytest.mark.parametrize("part", ["下半部分　", "下篇　", "第二部分　"])
def test_a_part_over_the_plan_is_not_the_title(part: str) -> None:
    title = "甲县交通局2025年工作总结及2026年工作思路"
    result = read_plan(
        f"{title}\n一、修路\n1.新修道路12公里。\n{part}2026年工作思路\n一、修路\n1.修好东街。\n2.架桥。\n"
    )
    assert isinstance(result, Extraction)
    assert result.meta.title == title
    assert [task.title for task in result.tasks] == ["修好东街", "架桥"]


def test_a_review_of_its_own_year_is_no_intention() -> None:
    result = read_plan("甲县交通局2025年工作总结\n2025年，我局重点抓了：一是修路，新修3公里。二是架桥，建成2座。\n")
    assert isinstance(result, Refusal)
    assert result.offer is None


def test_a_plan_that_mentions_a_summary_stays_a_plan() -> None:
    result = read_plan("甲县2026年工作要点\n1.做好总结。12月底前完成工作总结。\n2.修路。铺油。\n")
    assert isinstance(result, Extraction)


@pytest.mark.parametrize("title", ["2026年《政府工作报告》要求办好的工作事项", "甲县政府工作报告责任单位一览表"])
def test_a_title_that_only_names_a_report_is_no_summary(title: str) -> None:
    result = read_plan(
        f"{title}\n一、2026年重点工作\n1.修路。修路3公里。(责任单位:交通局)\n2.架桥。(责任单位:住建局)\n"
    )
    assert isinstance(result, Extraction)
    assert [task.lead_units for task in result.tasks] == [("交通局",), ("住建局",)]


def test_a_part_that_tells_how_the_last_plan_was_kept_has_no_tasks() -> None:
    result = read_plan(
        "甲县2026年养老工作计划\n一、“十四五”养老事业规划执行情况\n(一)体系日趋完善。建成站点8个。\n"
        "二、重点任务\n(一)布点。新建站点3个。\n(二)补贴。发放补贴。\n"
    )
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks] == ["布点", "补贴"]
