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
        ("⟦责任单位：排水科⟧", "排水科", ""),
        ("⦅责任单位：排水科；配合单位：巡查中队⦆", "排水科", "巡查中队"),
        ("﹙排水科﹚", "排水科", ""),
        ("(责任单位：排水科", "排水科", ""),
        ("责任单位∶排水科", "排水科", ""),
        ("\n责任科室│排水科", "排水科", ""),
        ("（牵头=排水科；配合=巡查中队）", "排水科", "巡查中队"),
        ("（排水科-牵头，巡查中队-配合）", "排水科", "巡查中队"),
        ("（排水科：牵头；巡查中队：配合）", "排水科", "巡查中队"),
        ("（排水科携手巡查中队负责）", "排水科", "巡查中队"),
        ("（排水科，持续推进）", "排水科", ""),
        ("具体工作由排水科承担。", "排水科", ""),
        # one letter, no sign, a stroke for a label's colon
        ("（责：排水科；协：水质站、各镇）", "排水科", "水质站、各镇"),
        ("（主：排水科；辅：巡查中队）", "排水科", "巡查中队"),
        (" 责任科室/排水科，配合/巡查中队", "排水科", "巡查中队"),
        ("责任科室排水科　会办科室巡查中队", "排水科", "巡查中队"),
        ("（责任单位：排水科（主）、巡查中队（配））", "排水科", "巡查中队"),
        ("（承办科室：排水科；承办单位：巡查中队）", "排水科、巡查中队", ""),
        ("（排水科为责任科室，各镇抓落实）", "排水科", "各镇"),
        ("（责任科室及单位：排水科，水质站、各镇）", "排水科、水质站、各镇", ""),
        ("（牵头部门和单位：排水科；配合单位与科室：水质站）", "排水科", "水质站"),
        # a label in a bracket of its own, wherever it stands; helpers, or a contact, in a bracket behind the unit
        ("【责任处室】排水处【协同处室】巡查中队", "排水处", "巡查中队"),
        ("9月底【责任处室】排水处、工程办【协同处室】各片区", "排水处、工程办", "各片区"),
        ("责任科室：排水科（各镇水管所配合）", "排水科", "各镇水管所"),
        ("（排水科，联系人：陶然）", "排水科", ""),
        ("由县排水公司作为实施主体，5月底前开工。", "县排水公司", ""),
        ("责任单位：排水科 公安局", "排水科、公安局", ""),
        # offices called by their field alone
        ("排水科牵头，财政、公安配合。", "排水科", "财政、公安"),
        ("\n——排水科牵头，自然资源、住建参与", "排水科", "自然资源、住建"),
        ("（民政、残联、财政）", "民政、残联、财政", ""),
        ("此项任务责成排水科办理，各镇水利站协助。", "排水科", "各镇水利站"),
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
        ("（排水科：陶然）", "陶然"),
        ("（排水科　陶然　9月底前）", "陶然"),
        ("（分管领导：陶然　排水科主办，巡查中队协办）", "陶然"),
        ("\n责任单位及责任人：排水科 陶然", "陶然"),
        ("责任人：陶然（排水科）", "陶然"),
        ("责任人：陶然（排水科负责，巡查中队配合）", "陶然"),
        ("责任人陶然　责任科室排水科", "陶然"),
        ("\n责任人：陶然、排水科", "陶然"),
        ("\n责任：排水科 陶然", "陶然"),
        ("\n责任科室：排水科（陶然）", "陶然"),
        ("\n责任单位（责任人）：排水科（陶然）", "陶然"),
        ("（排水科　应天朗）", "应天朗"),
        ("责任：排水科（姬燕）；时限：9月底", "姬燕"),
        ("\n排水科　陶然　0571-00000000", "陶然"),
        ("（责任科室：排水科，陶然，电话00000000）", "陶然"),
        ("承办：排水科；分管：陶然", "陶然"),
        ("挂帅领导陶然；责任科室排水科", "陶然"),
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
        "追究责任处室。",
        "补齐短板（教育、医疗）。",
        "（联系人：陶然）",
    ],
)
def test_what_is_no_note(note: str) -> None:
    read = task(DEED + note)
    assert (read.lead_units, read.co_units) == ((), ())


def test_a_post_and_a_person_are_no_unit() -> None:
    read = task(DEED + "（组织委员陶然负责）")
    assert (read.lead_units, read.responsible_person) == ((), "陶然")


@pytest.mark.parametrize(
    ("decision", "lead", "co"),
    [
        ("由县水务局会同各镇（街）农办，对险段逐处加固，5月底前完成。", "县水务局", "各镇（街）农办"),
        ("责成县水务局追回多付工程款4万元，县纪委督促落实。", "县水务局", "县纪委"),
        ("规范水费。由县发改局负责，会同县水务局、县市监局重新核定标准。", "县发改局", "县水务局、县市监局"),
        ("更换水泵。由县水务局负总责，资金90万元由县财政局统筹解决，7月底完成招标。", "县水务局", "县财政局"),
        ("修建堤防。各乡镇人民政府为责任主体，县自然资源局做好用地保障，年内建成。", "各乡镇人民政府", "县自然资源局"),
        ("宣传节水。由县委宣传部统筹，县融媒体中心做好报道。", "县委宣传部", "县融媒体中心"),
    ],
)
def test_who_minutes_tell(decision: str, lead: str, co: str) -> None:
    result = extract_text(
        "芦洲县人民政府专题会议纪要\n会议议定：\n一、巡查水库。由县水务局牵头，6月底前完成。\n"
        f"二、{decision}\n会议要求，各单位要压实责任，县督查室每半月调度一次。\n芦洲县人民政府办公室\n2026年3月6日\n"
    )
    assert isinstance(result, Extraction)
    read = result.tasks[-1]
    assert ("、".join(read.lead_units), "、".join(read.co_units)) == (lead, co)
    assert "会议要求" not in read.text


def test_a_matter_under_study_is_a_topic_and_no_unit() -> None:
    result = extract_text(
        "芦洲县水务局局务会议纪要\n会议研究了以下事项：\n一、关于河道所改造\n会议同意方案。由工程科牵头，5月底前开工。\n"
        "二、关于水费清缴\n会议要求，排水管理科要会同财务科开展核查，6月底前完成。\n"
    )
    assert isinstance(result, Extraction)
    assert [section.title for section in result.sections] == ["关于河道所改造", "关于水费清缴"]
    assert [(task.lead_units, task.co_units) for task in result.tasks] == [
        (("工程科",), ()),
        (("排水管理科",), ("财务科",)),
    ]
