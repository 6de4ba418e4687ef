"""Each of the 35 notations of who does a task (domain §3a), by its number there, and beside it what names nobody."""

from pathlib import Path

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract, extract_text
from tests.documents.tables import Rows, book

HEAD = "芦洲县水务局2026年工作要点\n一、工程建设\n"
SAID = "疏通管网。清淤管网9公里。"
A, B, C, TOWNS = "排水科", "水质站", "巡查大队", "各镇街"

SEEN = {
    1: (f"{SAID}（牵头责任单位：{A}）", [A], []),
    2: (f"{SAID}(牵头责任单位:{A}、{B})", [A, B], []),
    3: (f"{SAID}（责任科室：{A}、{B}）", [A, B], []),
    4: (f"{SAID}（责任单位：{A}；配合单位：{B}、{TOWNS}）", [A], [B, TOWNS]),
    5: (f"{SAID}（牵头科室：{A}；配合科室：{B}；完成时限：6月底前）", [A], [B]),
    6: (f"{SAID}〔责任单位：{A}、{B}按职责分工负责〕", [A, B], []),
    7: (f"{SAID}〔责任单位：{A}。各项均涉及各镇街，以下不再列〕", [A], []),
    8: (f"{SAID}（{A}牵头，{B}、{TOWNS}按职责分工负责）", [A], [B, TOWNS]),
    9: (f"{SAID}（{A}牵头，{TOWNS}配合）", [A], [TOWNS]),
    10: (f"疏通管网。由{A}会同{B}提出方案，清淤管网9公里。", [A], [B]),
    11: (f"{SAID}（{A}负责）", [A], []),
    12: (f"{SAID}\n牵头单位：{A}\n责任单位：{TOWNS}，{B}", [A], [TOWNS, B]),
    13: (f"{SAID}\n牵头责任单位：{A}\n主要协作单位：{TOWNS}", [A], [TOWNS]),
    14: (f"{SAID}\n责任领导：王××；责任科室：{A}；完成时限：11月底", [A], []),
    15: (f"{SAID}\n责任单位\n{A}\n配合单位\n{TOWNS}\n完成时限\n12月底前", [A], [TOWNS]),
    18: (f"{SAID}（责任单位：{A}、{B}、{C}）", [A, B, C], []),
    19: (f"{SAID}（牵头：{A}、{B}（双牵头））", [A, B], []),
    20: (f"{SAID}（主办：{A}；会办：{B}）", [A], [B]),
    21: (f"{SAID}（主要责任单位：{A}；其他责任单位：{TOWNS}）", [A], [TOWNS]),
    22: (f"{SAID}（汇总单位：{A}（各科室分别报送））", [A], []),
    23: (f"{SAID}【责任科室：{A}】", [A], []),
    24: (f"{SAID}[{A}、{B}按职责分工负责]", [A, B], []),
    25: (f"{SAID}（各科室、{TOWNS}）", ["各科室", TOWNS], []),
    26: (f"{SAID}（责任单位：各县（市、区）、高新区（芦洲镇））", ["各县（市、区）", "高新区（芦洲镇）"], []),
    27: (f"{SAID}（责任单位：县水务局（{A}））", [f"县水务局（{A}）"], []),
    31: (f"{SAID}（责任科室：{A}；联系人：赵×；电话：×××）", [A], []),
    32: (f"{SAID}\n牵头科室：{A}　　配合科室：{B}", [A], [B]),
    34: (f"疏通管网。请{A}牵头研处，{B}督办，15日内报结果。", [A], [B]),
    35: (SAID, [], []),
}
NOBODY = {
    1: "疏通管网。压实牵头责任单位责任，清淤9公里。",
    2: "疏通管网(主城、城郊)。清淤9公里。",
    3: "疏通管网。责任科室要每月会商。",
    4: "疏通管网。建立责任单位与配合单位联席机制。",
    5: "疏通管网。（完成时限：6月底前）",
    6: "疏通管网。〔按职责分工负责〕",
    7: "疏通管网。〔以下各项不再列〕",
    8: "疏通管网。健全部门按职责分工负责的机制。",
    9: "疏通管网。发挥牵头作用，加强配合。",
    10: "疏通管网。加强部门会同研究，清淤9公里。",
    11: "疏通管网。落实首接负责制。（谁主管谁负责）",
    12: "疏通管网。\n牵头抓好收尾，务必高质量。",
    13: "疏通管网。主要协作内容为管网普查。",
    14: "疏通管网。\n责任领导：王××",
    15: "疏通管网。明确责任单位和完成时限。",
    18: "疏通管网。追究责任单位责任。",
    19: "疏通管网。实行双牵头机制。",
    20: "疏通管网。主办论坛2场，会办提案3件。",
    21: "疏通管网。厘清主要责任和其他责任。",
    22: "疏通管网。汇总数据，单位成本下降。",
    23: "疏通管网。【重点】清淤9公里。",
    24: "疏通管网。[2026年续建]",
    25: "疏通管网。（含各类支管、井盖）",
    26: "疏通管网。覆盖各县（市、区），改造高新区（一期）。",
    27: "疏通管网（含支管）。清淤9公里。",
    31: "疏通管网。（联系人：赵×；电话：×××）",
    32: "疏通管网。牵头　　配合　　落实",
    34: "疏通管网。请示汇报要及时。",
}


def who(line: str) -> tuple[list[str], list[str]]:
    result = extract_text(f"{HEAD}1.{line}\n2.整治山塘。加固山塘6口。\n")
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks][1:] == ["整治山塘"]
    return list(result.tasks[0].lead_units), list(result.tasks[0].co_units)


@pytest.mark.parametrize("number", SEEN)
def test_the_notation(number: int) -> None:
    line, leads, helpers = SEEN[number]
    assert who(line) == (leads, helpers)


@pytest.mark.parametrize("number", NOBODY)
def test_what_stands_beside_it_names_nobody(number: int) -> None:
    assert who(NOBODY[number]) == ([], [])


def read(text: str) -> Extraction:
    result = extract_text(text)
    assert isinstance(result, Extraction)
    return result


@pytest.mark.parametrize(
    ("header", "row", "leads", "helpers"),
    [
        (["序号", "责任单位", "考核指标", "实施部门"], ["县水务局", A], [A], []),  # 16
        (
            ["序号", "分管领导", "目标任务", "牵头责任单位", "责任单位"],
            ["李　明", A, "各有关单位"],
            [A],
            ["各有关单位"],
        ),  # 17
    ],
)
def test_in_a_table(tmp_path: Path, header: list[str], row: list[str], leads: list[str], helpers: list[str]) -> None:
    rows: Rows = [header]
    for number, title in enumerate(("清淤管网9公里", "加固山塘6口", "更换水表900只"), 1):
        lead = row[1] if number == 1 else "水质科"
        rows.append([number, row[0], title, lead, *row[2:]])
    result = extract(book(tmp_path / "表.xlsx", ("表", rows, ())))
    assert isinstance(result, Extraction)
    task = result.tasks[0]
    assert (list(task.lead_units), list(task.co_units)) == (leads, helpers)


def test_28_a_heading_hands_its_unit_down_and_another_heading_does_not() -> None:
    result = read(
        f"{HEAD[:-7]}一、排水防涝（责任科室：{A}）\n1.疏通管网。清淤9公里。\n二、节约用水（试点）\n2.更换水表。更换900只。\n"
    )
    assert [task.lead_units for task in result.tasks] == [(A,), ()]


def test_29_a_range_names_its_items_and_no_others() -> None:
    lines = f"1.疏通管网9公里。\n2.加固山塘6口。\n3.更换水表900只。\n以上第1—2项责任单位均为{A}。\n4.清洗水箱30座。\n"
    assert [task.lead_units for task in read(HEAD + lines).tasks] == [(A,), (A,), (), ()]


def test_30_several_notes_in_one_paragraph() -> None:
    assert who(f"疏通管网。清淤9公里（{A}），检测水样300份（{B}）。") == ([A, B], [])


def test_33_minutes_tell_who_does_it_and_what_is_only_reported() -> None:
    text = f"芦洲县水务局局务会纪要\n会议听取了{B}的汇报。会议议定，由{A}牵头、{B}配合，4月10日前提出方案。\n"
    result = read(text)
    assert [(task.lead_units, task.co_units) for task in result.tasks] == [((A,), (B,))]
