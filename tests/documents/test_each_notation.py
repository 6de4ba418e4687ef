"""Each way that offices name who does a task, in the order of the study of their practice (its table of 35), with what
looks like it and names nobody. Tables of tasks are in test_tables and test_table_shapes."""

import pytest

from desktop_app.documents.extraction import Extraction, TaskRead
from desktop_app.documents.plan import extract_text

PLAN = (
    "云栖区城市管理局2026年工作要点\n一、{heading}\n1.修缮栈道。更换木板900块。{note}\n"
    "2.整治摊点。规范摊位60处。\n{after}"
)


def tasks(note: str = "", heading: str = "设施管护", after: str = "") -> tuple[TaskRead, ...]:
    result = extract_text(PLAN.format(note=note, heading=heading, after=after))
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks] == ["修缮栈道", "整治摊点"]
    return result.tasks


def who(task: TaskRead) -> tuple[str, str]:
    return "、".join(task.lead_units), "、".join(task.co_units)


NAMED = [
    (1, "（牵头责任单位：设施科）", "设施科", ""),
    (2, "(牵头责任单位:设施科、区环卫所)", "设施科、区环卫所", ""),
    (3, "（责任科室：设施科、机关党委）", "设施科、机关党委", ""),
    (4, "（责任单位：设施科；配合单位：养护中心、各街道）", "设施科", "养护中心、各街道"),
    (5, "（牵头科室：设施科；配合科室：财务科；完成时限：6月底前）", "设施科", "财务科"),
    (6, "〔责任单位：设施科、环卫科按职责分工负责〕", "设施科、环卫科", ""),
    (7, "〔责任单位：设施科。各项均涉及各街道，以下不再列〕", "设施科", ""),
    (8, "（设施科牵头，各科室、各街道按职责分工负责）", "设施科", "各科室、各街道"),
    (9, "（设施科牵头，各街道配合）", "设施科", "各街道"),
    (10, "由设施科会同财务科提出修缮方案。", "设施科", "财务科"),
    (11, "（设施科负责）", "设施科", ""),
    (12, "\n牵头单位：设施科\n责任单位：各街道，养护中心", "设施科", "各街道、养护中心"),
    (13, "\n牵头责任单位：设施科\n主要协作单位：各街道", "设施科", "各街道"),
    (14, "\n责任领导：钱某某；责任科室：设施科；完成时限：11月底", "设施科", ""),
    (15, "\n责任单位\n设施科\n配合单位\n各街道\n完成时限\n12月底前", "设施科", "各街道"),
    (18, "\n责任单位：设施科、环卫科、财务科", "设施科、环卫科、财务科", ""),
    (19, "（牵头：设施科、养护中心（双牵头））", "设施科、养护中心", ""),
    (20, "（主办：设施科；会办：办公室）", "设施科", "办公室"),
    (21, "（主要责任单位：养护所；其他责任单位：各街道）", "养护所", "各街道"),
    (21, "（牵头责任单位：设施科；协同责任单位：财务科）", "设施科", "财务科"),
    (22, "（汇总单位：办公室（各科室分别报送））", "办公室", ""),
    (23, "【责任科室：设施管护科】", "设施管护科", ""),
    (24, "[设施科、养护站按职责分工负责]", "设施科、养护站", ""),
    (25, "（各科室、各街道）", "各科室、各街道", ""),
    (26, "（责任单位：各县（市、区）、临江区（柳湾镇））", "各县（市、区）、临江区（柳湾镇）", ""),
    (27, "\n责任单位：区城管局（设施科）", "区城管局（设施科）", ""),
    (30, "建成护栏3处（设施科），完成巡检（环卫科）。", "设施科、环卫科", ""),
    (31, "（责任科室：设施科；联系人：赵某；电话：0000-0000000）", "设施科", ""),
    (32, "\n牵头科室：设施科　　配合科室：财务科", "设施科", "财务科"),
    (34, "请设施科牵头研处，办公室督办，15日内报结果。", "设施科", "办公室"),
    (35, "", "", ""),
]


@pytest.mark.parametrize(
    ("entry", "note", "lead", "co"), NAMED, ids=[f"{entry} {note[:12]!a}" for entry, note, *_ in NAMED]
)
def test_who_is_named(entry: int, note: str, lead: str, co: str) -> None:
    first, second = tasks(note)
    assert who(first) == (lead, co)
    assert who(second) == ("", "")


def test_28_a_note_on_the_heading_holds_for_its_items() -> None:
    assert [who(task) for task in tasks(heading="设施管护（责任科室：设施科）")] == [("设施科", "")] * 2


def test_29_a_line_for_several_items() -> None:
    assert [who(task) for task in tasks(after="以上第1—2项责任单位均为办公室。\n")] == [("办公室", "")] * 2


def test_33_minutes_say_it_in_a_sentence() -> None:
    result = extract_text(
        "云栖区城市管理局专题会议纪要\n会议议定，由设施科牵头、财务科配合，4月10日前提出方案。\n会议议定，由环卫科负责清运。\n"
    )
    assert isinstance(result, Extraction)
    assert who(result.tasks[0]) == ("设施科", "财务科")


@pytest.mark.parametrize(
    "note",
    [
        "落实牵头责任，明确责任单位和完成时限。",
        "（责任重大，须按期完成）",
        "压实牵头责任单位主体责任。",
        "健全部门联动、各负其责的机制。",
        "按职责分工抓好日常巡查。",
        "建立由科室牵头、街道配合的巡查制度。",
        "会同周边单位和商户做好解释工作。",
        "由专人负责登记。",
        "（沿街商户、住户）",
        "【典型经验】",
        "[2026年新增]",
        "（城区、镇区）",
        "涉及各街道的，一并整改。",
        "请市民通过热线反映。",
        "以上第1—3项指标均为约束性指标。",
        "联系人和电话另行通知。",
        "汇总上报情况。",
        "（其中河东区（含柳湾镇）300块）",
    ],
)
def test_what_names_nobody(note: str) -> None:
    assert who(tasks(note)[0]) == ("", "")
