"""Every notation for the responsible unit, one row each, and what must not be taken for one."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.folding import fold
from desktop_app.documents.plan import extract_text
from desktop_app.documents.units import Note, find_notes

# (text, leads, supporting units, responsible person, due-time values)
NOTATIONS = [
    ("改造澡堂。（牵头责任单位：养老科）", ["养老科"], [], None, []),
    ("改造澡堂。(牵头责任单位:事务科、县公墓管理所)", ["事务科", "县公墓管理所"], [], None, []),
    ("改造澡堂。（责任科室：组干科、机关党委）", ["组干科", "机关党委"], [], None, []),
    ("改造澡堂。（责任单位：救助科；配合单位：低保中心、各镇街）", ["救助科"], ["低保中心", "各镇街"], None, []),
    ("改造澡堂。（牵头科室：办公室；配合科室：财务科；完成时限：6月底前）", ["办公室"], ["财务科"], None, ["6月底前"]),
    ("改造澡堂。〔责任单位：养老科、救助科按职责分工负责〕", ["养老科", "救助科"], [], None, []),
    ("改造澡堂。〔责任单位：救助科。各项均涉及各镇街，以下不再列〕", ["救助科"], [], None, []),
    ("改造澡堂。（办公室牵头，各科室、各镇街按职责分工负责）", ["办公室"], ["各科室", "各镇街"], None, []),
    ("改造澡堂。（责任科室/单位：养老科、低保中心）", ["养老科", "低保中心"], [], None, []),
    ("改造澡堂。（责任部门、单位：养老科、低保中心）", ["养老科", "低保中心"], [], None, []),
    ("改造澡堂。牵头科室/单位：养老科；配合科室/单位：各镇街", ["养老科"], ["各镇街"], None, []),
    ("改造澡堂。（责任单位（科室）：养老科）", ["养老科"], [], None, []),
    ("改造澡堂。（各科室均为责任单位，办公室汇总）", ["办公室"], ["各科室"], None, []),
    ("改造澡堂。（地名科牵头，各镇街配合）", ["地名科"], ["各镇街"], None, []),
    ("改造澡堂。（养老科会同财务科负责）", ["养老科"], ["财务科"], None, []),
    ("改造澡堂。（由养老科牵头，会同财务科、办公室落实）", ["养老科"], ["财务科", "办公室"], None, []),
    ("改造澡堂。（老龄科负责）", ["老龄科"], [], None, []),
    ("改造澡堂。\n牵头单位：养老科\n责任单位：各镇街，福利院", ["养老科"], ["各镇街", "福利院"], None, []),
    ("改造澡堂。\n牵头责任单位：救助科\n主要协作单位：各镇街", ["救助科"], ["各镇街"], None, []),
    ("改造澡堂。\n责任领导：王××；责任科室：儿福科；完成时限：11月底", ["儿福科"], [], "王××", ["11月底"]),
    (
        "改造澡堂。\n责任单位\n救助科\n配合单位\n各镇街\n完成时限\n12月底前",
        ["救助科"],
        ["各镇街"],
        None,
        ["12月底前"],
    ),
    ("改造澡堂。（责任单位：办公室、人事科、财务科）", ["办公室", "人事科", "财务科"], [], None, []),
    ("改造澡堂。（牵头：养老科、老龄中心（双牵头））", ["养老科", "老龄中心"], [], None, []),
    ("改造澡堂。（责任单位：养老科（牵头）、救助科）", ["养老科"], ["救助科"], None, []),
    ("改造澡堂。（主办：社组科；会办：办公室）", ["社组科"], ["办公室"], None, []),
    ("改造澡堂。（牵头处室：规划处；会办处室：财务处）", ["规划处"], ["财务处"], None, []),
    ("改造澡堂。（主要责任单位：公墓所；其他责任单位：各镇街）", ["公墓所"], ["各镇街"], None, []),
    ("改造澡堂。（牵头责任单位：公墓所；协同责任单位：各镇街）", ["公墓所"], ["各镇街"], None, []),
    ("改造澡堂。（汇总单位：办公室（各科室分别报送））", ["办公室"], [], None, []),
    ("改造澡堂。【责任科室：区划地名科】", ["区划地名科"], [], None, []),
    ("改造澡堂。（养老科牵头，财务科、规划科按职责配合）", ["养老科"], ["财务科", "规划科"], None, []),
    ("改造澡堂。（养老科牵头，各镇按各自职责分工协助）", ["养老科"], ["各镇"], None, []),
    ("改造澡堂。[事务科、救助站按职责分工负责]", ["事务科", "救助站"], [], None, []),
    ("改造澡堂。［责任单位：事务科］", ["事务科"], [], None, []),
    ("改造澡堂。（各科室、各镇街）", ["各科室", "各镇街"], [], None, []),
    ("改造澡堂。（养老科）", ["养老科"], [], None, []),
    (
        "改造澡堂。（责任单位：各县（市、区）、高新区（北桥镇））",
        ["各县（市、区）", "高新区（北桥镇）"],
        [],
        None,
        [],
    ),
    ("改造澡堂。（责任单位：县民政局（养老科））", ["县民政局（养老科）"], [], None, []),
    ("建成3个站点（养老科），完成年检（社组科）。", ["养老科", "社组科"], [], None, []),
    ("改造澡堂。（责任科室：老龄科；联系人：赵×；电话：×××）", ["老龄科"], [], None, []),
    ("改造澡堂。\n牵头科室：养老科　　配合科室：财务科", ["养老科"], ["财务科"], None, []),
    ("改造澡堂。牵头科室：养老科　　配合科室：财务科", ["养老科"], ["财务科"], None, []),
    ("改造澡堂。（牵头单位 养老科  配合单位 财务科）", ["养老科"], ["财务科"], None, []),
    (
        "改造澡堂。（责任单位：养老和慈善科、规划和自然资源局和财政局）",
        ["养老和慈善科", "规划和自然资源局", "财政局"],
        [],
        None,
        [],
    ),
    ("改造澡堂。（责任单位：养老科/救助科 财务科）", ["养老科", "救助科", "财务科"], [], None, []),
    ("改造澡堂。（抓总部门：城管局；跟进部门：财政局）", ["城管局"], ["财政局"], None, []),
    ("改造澡堂。（牵头局：住建局；协同局：财政局）", ["住建局"], ["财政局"], None, []),
    ("改造澡堂。\n责任部室\n宣传部\n协同部室\n组织部", ["宣传部"], ["组织部"], None, []),
    ("改造澡堂。（责任单位教育局，配合单位财政局）", ["教育局"], ["财政局"], None, []),
    ("改造澡堂。责任单位：县民政局（养老科）", ["县民政局（养老科）"], [], None, []),
    ("改造澡堂。责任科室：康复部（联系人：邱某，电话：0000）", ["康复部"], [], None, []),
    ("改造澡堂。（责任单位：县工商业联合会、县商务局）", ["县工商业联合会", "县商务局"], [], None, []),
    ("改造澡堂。（责任科室：人民参与和促进法治科）", ["人民参与和促进法治科"], [], None, []),
    ("改造澡堂。（责任科室：基层指导科、区域协作科、督办科）", ["基层指导科", "区域协作科", "督办科"], [], None, []),
    ("改造澡堂。（牵头单位：甲局；成果形式：印发方案1个；完成时限：6月底）", ["甲局"], [], None, ["6月底"]),
    ("改造澡堂。（责任单位：待定）", [], [], None, []),
    ("改造澡堂。（责任单位：县住建局、县城管局等部门）", ["县住建局", "县城管局"], [], None, []),
]

NO_NOTES = [
    "加强镇（街道）经办队伍建设",
    "用好识别技术（人脸识别、指纹比对）",
    "建立一户（人）一档",
    "新增3个站（儿童“暖心之家”），服务残疾人（听力除外）家庭",
    "覆盖全部村（社区）。",
    "盘活便民服务中心（站）等阵地",
    "（此件公开发布）",
    "责任单位要切实履行职责。",
    "落实牵头单位责任制。",
    "推广经验做法（详见附件）。",
    "落实：各项惠民政策到社区。",
    "配合：做好各项服务。",
    "参加人员：各科室负责人。",
    "实施主体：不改变。",
    "主要问题：办事窗口不足，社区基础薄弱。",
    "工作目标：打造一流社区。",
    "甲县教育局（以下简称县教育局）。",
    "打造“一站式”服务中心（办事大厅）。",
    "改造用房（办公室、档案室、会议室）等场所。",
    "组织学校（幼儿园、职业中学）开展演练。",
    "完善三级网络（县、镇、村）。",
    "改造老旧小区（东苑社区、西苑社区）。",
    "对责任单位：要严肃追责。",
    "（主送单位：各镇街）",
]


def read(text: str) -> list[Note]:
    return find_notes(fold(text), text, 0, len(text))


@pytest.mark.parametrize(("text", "lead", "co", "person", "deadlines"), NOTATIONS)
def test_each_notation_names_its_units(
    text: str, lead: list[str], co: list[str], person: str | None, deadlines: list[str]
) -> None:
    notes = read(text)
    assert [unit.name for note in notes for unit in note.lead] == lead
    assert [unit.name for note in notes for unit in note.co] == co
    assert next((note.person for note in notes if note.person), None) == person
    assert [text[a:b].strip() for note in notes for a, b in note.deadlines] == deadlines


@pytest.mark.parametrize("text", NO_NOTES)
def test_other_brackets_are_left_in_the_text(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "lead", "co", "person", "deadlines"), NOTATIONS)
def test_names_stand_where_their_spans_say(
    text: str, lead: list[str], co: list[str], person: str | None, deadlines: list[str]
) -> None:
    for note in read(text):
        assert all(text[slice(*unit.span)] == unit.name for unit in note.lead + note.co)
        assert all(note.span[0] <= unit.span[0] and unit.span[1] <= note.span[1] for unit in note.lead + note.co)


@pytest.mark.parametrize("name", ["相关单位", "各有关单位", "县直有关部门"])
def test_a_vague_name_is_kept_and_marked(name: str) -> None:
    note = read(f"改造澡堂。（责任单位：养老科、{name}）")[0]
    assert [unit.name for unit in note.lead] == ["养老科", name]
    assert [unit.name for unit in note.vague] == [name]


def test_a_bare_bracket_may_hold_a_name_known_from_elsewhere() -> None:
    text = "改造澡堂（光荣院），修缮围墙。"
    assert read(text) == []
    known = find_notes(fold(text), text, 0, len(text), frozenset({"光荣院"}))
    assert [unit.name for note in known for unit in note.lead] == ["光荣院"]


def test_the_leader_and_the_units_of_a_heading_hold_for_its_items() -> None:
    text = (
        "云溪县文旅局2026年工作要点\n一、演出（牵头领导：甲某某；责任股室：艺术股）\n1.排戏。排练2部。\n"
        "2.送戏。下乡40场。（责任股室：群文股）\n"
    )
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert [(task.lead_units, task.responsible_person) for task in result.tasks] == [
        (("艺术股",), "甲某某"),
        (("群文股",), "甲某某"),
    ]


def test_a_name_on_the_line_below_its_label_is_no_label() -> None:
    text = (
        "云溪县民政局2026年任务清单\n1．改建站点。改建3处。\n责任单位\n群众服务中心\n配合单位\n各社区\n"
        "2．培训骨干。培训50人。\n责任单位\n社工科\n配合单位\n各社区\n"
    )
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert [(task.lead_units, task.co_units) for task in result.tasks] == [
        (("群众服务中心",), ("各社区",)),
        (("社工科",), ("各社区",)),
    ]


def test_a_general_branch_of_the_party_is_a_unit() -> None:
    text = "云溪县民政局2026年工作要点\n1.开展家访。走访20户。[机关党总支负责]\n2.办好讲堂。举办6期。[办公室负责]\n"
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert [task.lead_units for task in result.tasks] == [("机关党总支",), ("办公室",)]


def test_a_label_of_a_person_or_of_progress_ends_the_units_before_it() -> None:
    result = extract_text(
        "甲市2026年民生实事项目\n1.修路3公里。 牵头领导:方某某 "
        "责任单位:市交通局 项目责任人:云某 配合单位:市园林局、市审计局\n"
        "2.架桥2座。 牵头领导:史某某 "
        "责任单位:市住建局 项目责任人:康某,各区区长 配合单位:市水利局 实际完成情况:桩基完成,主体开工\n"
    )
    assert isinstance(result, Extraction)
    assert [(task.lead_units, task.co_units, task.responsible_person) for task in result.tasks] == [
        (("市交通局",), ("市园林局", "市审计局"), "方某某"),
        (("市住建局",), ("市水利局",), "史某某"),
    ]


@pytest.mark.parametrize("name", ["各县、市、区政府", "各区、县(市)人民政府", "各乡、镇人民政府", "各区、县级市政府"])
def test_the_governments_of_several_kinds_of_places_are_one_name(name: str) -> None:
    result = extract_text(
        f"甲市2026年工作要点\n1.修路。修路3公里。(市交通局牵头,市财政局、{name}配合)\n"
        f"2.架桥2座。\n牵头单位:市住建局。\n协同责任单位:市水利局等,{name}。\n"
    )
    assert isinstance(result, Extraction)
    assert [task.co_units for task in result.tasks] == [("市财政局", name), ("市水利局", name)]


def test_a_remark_on_the_items_below_is_no_unit() -> None:
    result = extract_text(
        "甲市2026年工作要点\n1.修路3公里。(市交通局牵头,各区、县政府落实。以下各项任务均需各区、县政府落实,不再写明。)\n"
        "2.架桥。(市住建局牵头,市财政局配合)\n"
    )
    assert isinstance(result, Extraction)
    assert (result.tasks[0].lead_units, result.tasks[0].co_units) == (("市交通局",), ("各区、县政府",))


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("各镇、街道办事处", ("各镇、街道办事处",)),
        ("各镇、街道", ("各镇、街道",)),
        ("各州(市)党委和政府", ("各州(市)党委和政府",)),
        ("各县(市)、区文体局", ("各县(市)、区文体局",)),
        ("各科室、单位", ("各科室、单位",)),
        ("各镇、高新区管委会", ("各镇", "高新区管委会")),
        ("各街道、区应急局", ("各街道", "区应急局")),
        ("各地、各部门", ("各地", "各部门")),
    ],
)
def test_several_kinds_of_places_are_one_name_and_those_with_a_name_of_their_own_stay_apart(
    said: str, names: tuple[str, ...]
) -> None:
    result = extract_text(
        f"甲市2026年工作要点\n1.修路3公里。(责任单位:市交通局、{said})\n2.架桥。(市住建局牵头,{said}配合)\n"
    )
    assert isinstance(result, Extraction)
    assert result.tasks[0].lead_units == ("市交通局", *names)
    assert result.tasks[1].co_units == names
