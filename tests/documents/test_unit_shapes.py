"""Shapes of a note about who does a task, put together as no entry lists them; and what looks like one and is none."""

import pytest

from desktop_app.documents.extraction import Extraction, TaskRead
from desktop_app.documents.plan import extract_text

HEAD = "芦洲县水务局2026年工作要点\n一、工程建设\n"
DEED = "疏通管网。清淤管网9公里。"


def task(line: str) -> TaskRead:
    result = extract_text(f"{HEAD}1.{line}\n2.整治山塘。加固山塘6口。\n3.巡查河道。完成巡查。\n")
    assert isinstance(result, Extraction)
    assert [one.no for one in result.tasks] == ["1", "2", "3"]
    return result.tasks[0]


@pytest.mark.parametrize(
    ("note", "lead", "co"),
    [
        # a first field without a label, later ones with one
        ("（排水科；责任单位：各镇街）", "排水科", "各镇街"),
        ("【排水科，配合：巡查中队】", "排水科", "巡查中队"),
        ("（由排水总站牵头，责任科室排水科）", "排水总站", "排水科"),
        ("（9月底前完成，责任单位：排水科）", "排水科", ""),
        # two labels that tell no more: the first leads
        ("（归口科室：排水科；落实单位：巡查中队）", "排水科", "巡查中队"),
        ("（责任单位1：排水科；责任单位2：巡查中队）", "排水科、巡查中队", ""),
        # signs, brackets and numbers round labels and names
        ("（责任科室→排水科）", "排水科", ""),
        ("「责任单位：排水科；配合单位：巡查中队」", "排水科", "巡查中队"),
        ("《责任单位：排水科》", "排水科", ""),
        ("〈排水科牵头，巡查中队配合〉", "排水科", "巡查中队"),
        ("—责任单位：排水科", "排水科", ""),
        ("\n【牵头科室】排水科\n【配合科室】巡查中队", "排水科", "巡查中队"),
        ("\n（牵头科室）排水科 （配合科室）巡查中队", "排水科", "巡查中队"),
        ("\n◆责任单位：排水科\n◆配合单位：巡查中队", "排水科", "巡查中队"),
        ("\n——排水科牵头，巡查中队配合", "排水科", "巡查中队"),
        ("（责任单位：①排水科；②巡查中队）", "排水科、巡查中队", ""),
        ("（责任单位：1.排水科 2.巡查中队）", "排水科、巡查中队", ""),
        ("（责任单位：排水科&巡查中队）", "排水科、巡查中队", ""),
        ("（△排水科、巡查中队）", "排水科", "巡查中队"),
        # who leads is said last, or by 为
        ("（排水科、巡查中队、水质站按职责分工负责，水质站牵头）", "水质站", "排水科、巡查中队"),
        ("（以排水科为主，巡查中队配合）", "排水科", "巡查中队"),
        ("排水科为牵头单位，巡查中队为配合单位。", "排水科", "巡查中队"),
        ("该工作责任单位为排水科，配合单位为巡查中队。", "排水科", "巡查中队"),
        ("本项任务的牵头科室是排水科，配合科室是巡查中队。", "排水科", "巡查中队"),
        ("推广巡查经验，责任：排水科", "排水科", ""),
    ],
)
def test_the_shapes_of_a_note(note: str, lead: str, co: str) -> None:
    read = task(DEED + note)
    assert ("、".join(read.lead_units), "、".join(read.co_units)) == (lead, co)
    assert read.title == "疏通管网"


@pytest.mark.parametrize(
    ("note", "person"),
    [
        ("（排水科；责任人：陶然）", "陶然"),
        ("（排水科　陶然）", "陶然"),
        ("（陶然；排水科；9月底前）", "陶然"),
        ("（排水科　陶然　9月底前）", "陶然"),
        ("（分管领导：陶然　排水科主办，巡查中队协办）", "陶然"),
        ("\n责任单位及责任人：排水科 陶然", "陶然"),
        ("\n责任单位（责任人）：排水科（陶然）", "陶然"),
    ],
)
def test_a_person_beside_the_unit(note: str, person: str) -> None:
    read = task(DEED + note)
    assert (read.lead_units, read.responsible_person) == (("排水科",), person)


@pytest.mark.parametrize(
    "note",
    [
        "（涉及城关镇、青石乡）",
        "（覆盖城关镇、青石乡）",
        "（雨水、污水）",
        "（幼儿园、小学、初中）",
        "责任落实到排水科。",
        "建立由水务部门牵头的协调机制。",
        "压实各镇街责任，完善部门联动机制，明确责任单位。",
        "配合市水务局开展巡查。",
    ],
)
def test_what_is_no_note(note: str) -> None:
    read = task(DEED + note)
    assert (read.lead_units, read.co_units) == ((), ())
