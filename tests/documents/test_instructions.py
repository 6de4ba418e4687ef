"""Leaders' instructions: the sheet of one, a list of several, a sentence; where it came from is no task and no day."""

import pytest

from desktop_app.documents.extraction import Extraction, TaskRead
from desktop_app.documents.plan import extract_text


def tasks(text: str) -> tuple[TaskRead, ...]:
    result = extract_text(text)
    assert isinstance(result, Extraction)
    return result.tasks


SHEET = """芦川县领导批示交办单
编号：芦督〔2026〕6号
批示领导：副县长 何山
批示时间：2026年4月7日
来文单位：县信访局
来文标题：关于老桥护栏的报告
批示内容：请县交通局牵头修缮，县财政局配合，12日内报结果。
"""


def due(task: TaskRead) -> list[str]:
    return [str(deadline.date) for deadline in task.deadlines]


def test_a_sheet_is_one_task_that_is_due_from_the_day_it_was_written() -> None:
    (task,) = tasks(SHEET)
    assert task.title == "请县交通局牵头修缮，县财政局配合，12日内报结果"
    assert (task.lead_units, task.co_units, task.responsible_person) == (("县交通局",), ("县财政局",), None)
    assert due(task) == ["2026-04-19"]


def test_the_fields_of_a_sheet_say_who_does_it_and_by_when() -> None:
    more = "承办单位：县交通局\n协办单位：县财政局\n办理时限：4月30日前\n办理要求：先围挡再施工。\n"
    (task,) = tasks(SHEET.replace("请县交通局牵头修缮，县财政局配合，12日内报结果。", "抓紧修好护栏。") + more)
    assert (task.title, task.lead_units, task.co_units) == ("抓紧修好护栏", ("县交通局",), ("县财政局",))
    assert due(task) == ["2026-04-30"]
    assert "先围挡再施工" in task.text


def test_each_instruction_of_a_list_counts_from_its_own_day() -> None:
    first, second = tasks(
        "芦川县领导批示事项清单（2026年）\n1.4月7日，县长何山批示：请县交通局办理，10日内报结果。\n"
        "2.批示领导：李水\n批示内容：请县水利局牵头清淤，县财政局配合，5日内反馈\n批示时间：4月20日\n"
    )
    assert (due(first), due(second)) == (["2026-04-17"], ["2026-04-25"])
    assert second.title == "请县水利局牵头清淤，县财政局配合，5日内反馈"
    assert (first.lead_units, second.lead_units) == (("县交通局",), ("县水利局",))


def test_an_instruction_in_one_sentence_is_a_task() -> None:
    (task,) = tasks("县长何山2026年4月7日批示：请县交通局牵头，县财政局配合，抓紧修缮，15日内报结果。\n")
    assert (task.lead_units, task.co_units, due(task)) == (("县交通局",), ("县财政局",), ["2026-04-22"])


@pytest.mark.parametrize(
    "line", ["会议时间：2026年3月5日", "来文时间：5月6日", "交办日期：2026年5月6日", "登记时间：5月6日"]
)
def test_a_day_on_which_something_else_was_is_no_due_time(line: str) -> None:
    (task, _) = tasks(f"芦川县2026年督办事项\n1.修缮护栏。\n{line}\n责任单位：县交通局\n2.清淤。（县水利局）\n")
    assert due(task) == []
    assert task.lead_units == ("县交通局",)
