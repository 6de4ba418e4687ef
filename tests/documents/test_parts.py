"""Several plans in one file, plans without numbers, and numbers in a notation that nobody wrote down."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text
from desktop_app.texts import documents as texts

FIRST = "2026年党建计划\n一、学习\n1.办班。举办4期。（党建办）\n2.宣讲。宣讲9场。（宣传办）\n"
SECOND = "附件2\n2026年平安计划\n一、化解\n1.排查。每月2次。（综治办）\n2.包案。化解9件。（信访办）\n"


def read(text: str) -> Extraction:
    result = extract_text(text)
    assert isinstance(result, Extraction)
    return result


def test_a_second_plan_is_read_too_and_named_in_a_doubt() -> None:
    result = read(FIRST + SECOND)
    assert [(task.seq, task.no, task.section_seq) for task in result.tasks] == [
        (1, "1", 1),
        (2, "2", 1),
        (3, "1", 2),
        (4, "2", 2),
    ]
    assert texts.MORE_PLANS.format(title="2026年平安计划", count=2) in [doubt.text for doubt in result.doubts]
    assert {doubt.seq for doubt in result.doubts if doubt.seq} <= {1, 2, 3, 4}


def test_a_plan_said_twice_is_read_once() -> None:
    result = read(FIRST + FIRST.replace("2026年党建计划", "附件2\n2026年党建任务清单"))
    assert len(result.tasks) == 2
    assert texts.SAME_PLAN.format(title="2026年党建任务清单") in [doubt.text for doubt in result.doubts]


def test_an_attached_summary_is_no_second_plan() -> None:
    result = read(FIRST + "附件2\n2025年工作总结\n1.建成站点9个。\n2.培训80人。\n")
    assert len(result.tasks) == 2


def test_lines_without_numbers_are_tasks_where_their_units_stand_below() -> None:
    result = read("2026年工作计划\n修缮礼堂\n责任单位：办公室\n完成时限：5月底\n整治停车\n责任单位：交管科\n")
    assert [(task.title, task.lead_units) for task in result.tasks] == [
        ("修缮礼堂", ("办公室",)),
        ("整治停车", ("交管科",)),
    ]
    assert result.tasks[0].deadlines[0].date is not None


def test_a_line_that_nothing_was_made_of_is_asked_about() -> None:
    result = read("2026年工作计划\n修缮礼堂。更换桌椅80套。\n请各科室抓紧\n整治停车。施划泊位90个。\n")
    assert [task.title for task in result.tasks] == ["修缮礼堂", "整治停车"]
    assert [doubt.phrase for doubt in result.doubts if doubt.what == "structure" and doubt.seq is None] == [
        "请各科室抓紧"
    ]


def test_items_behind_the_signature_are_asked_about() -> None:
    result = read(FIRST + "甲镇人民政府\n2026年2月3日\n3.修路。新修道路3公里多。\n4.架桥。新建桥梁2座以上。\n")
    assert len(result.tasks) == 2
    assert [doubt for doubt in result.doubts if "没有读成任务" in doubt.text]


STRANGE = ["【{}】", "#{} ", "({}号)", "«{}» ", "No.{} ", "{}# ", "Step{}: ", "其{}，"]


@pytest.mark.parametrize("head", STRANGE)
def test_a_notation_that_nobody_wrote_down_is_read_where_it_counts(head: str) -> None:
    numbers = "一二三四" if head.startswith("其") else "1234"
    titles = ["修路", "架桥", "通电", "通水"]
    lines = [f"{head.format(n)}{title}。办好这件实事。" for n, title in zip(numbers, titles, strict=True)]
    assert [task.title for task in read("2026年工作计划\n" + "\n".join(lines)).tasks] == titles


@pytest.mark.parametrize("lines", [["2025年建成", "2026年续建", "2027年完工"], ["一般项目", "二类项目", "重点项目"]])
def test_words_that_only_begin_with_a_number_do_not_count(lines: list[str]) -> None:
    text = "2026年工作计划\n1.修路。分年实施：\n" + "\n".join(lines) + "\n2.架桥。建好桥。\n"
    assert [task.title for task in read(text).tasks] == ["修路", "架桥"]
