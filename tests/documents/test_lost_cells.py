"""Labels that stand right behind other words, as where a page lost its cells or a line of a PDF its end."""

import pytest

from desktop_app.documents.extraction import Extraction, TaskRead
from desktop_app.documents.plan import extract_text


def tasks(text: str) -> tuple[TaskRead, ...]:
    result = extract_text("云岭区2026年重点工作责任分解\n" + text)
    assert isinstance(result, Extraction)
    return result.tasks


@pytest.mark.parametrize(
    "note",
    [
        "。\n主办单位：区商务局会办单位：区供销社、各街道",
        "。（主办单位：区商务局会办单位：区供销社、各街道）",
        "。主办单位：区商务局会办单位：区供销社、各街道",
        "主办单位：区商务局会办单位：区供销社、各街道",
        "牵头单位：区商务局\n配合单位：区供销社、各街道",
    ],
)
def test_a_label_right_behind_a_name_or_the_words_of_a_task(note: str) -> None:
    first, second = tasks(f"1.改造菜市场4个{note}\n2.培训摊主80人。（区商务局）")
    assert (first.title, first.lead_units, first.co_units) == ("改造菜市场4个", ("区商务局",), ("区供销社", "各街道"))
    assert second.lead_units == ("区商务局",)


def test_a_due_time_right_behind_a_name() -> None:
    first, second = tasks(
        "1.清运积存垃圾。\n责任单位：区城管局完成时间3月20日\n2.补栽行道树。\n责任单位：区园林中心完成时限：10月底"
    )
    assert (first.lead_units, [due.phrase for due in first.deadlines]) == (("区城管局",), ["3月20日"])
    assert (second.lead_units, [due.phrase for due in second.deadlines]) == (("区园林中心",), ["10月底"])


def test_words_before_a_label_that_are_part_of_it_or_of_a_sentence() -> None:
    first, second = tasks("1.扩建泵站。\n项目责任单位：区水务局\n2.印发清单并抄告各责任单位：区水务局")
    assert (first.lead_units, first.co_units) == (("区水务局",), ())
    assert (second.lead_units, second.co_units) == ((), ())


def test_who_does_which_part_of_a_task() -> None:
    first, second = tasks(
        "1.规范公示栏。（章程由法规科牵头、办事指南由各制发科室牵头，信息中心配合）\n2.铺设步道。日常管护由村委会负责。"
    )
    assert (first.lead_units, first.co_units) == (("法规科", "各制发科室"), ("信息中心",))
    assert second.lead_units == ()


def test_departments_of_a_ministry_and_brackets_typed_in_latin() -> None:
    first, second = tasks(
        "1.公开规划。（规划财务司、养老服务司按职责分工负责）\n2.普法。（县司法局牵头，司法所、县商务局(粮食局)配合）"
    )
    assert (first.lead_units, first.co_units) == (("规划财务司", "养老服务司"), ())
    assert (second.lead_units, second.co_units) == (("县司法局",), ("司法所", "县商务局(粮食局)"))


def test_a_unit_of_much_responsibility_helps_beside_one_that_leads() -> None:
    first, second = tasks(
        "1.整治空地。\n牵头责任部门：城管科，\n重点责任部门：执法支队、环卫处\n2.拆除违建。\n重点责任部门：执法支队"
    )
    assert (first.lead_units, first.co_units) == (("城管科",), ("执法支队", "环卫处"))
    assert (second.lead_units, second.co_units) == (("执法支队",), ())
