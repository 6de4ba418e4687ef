"""The grammar of a note: names and role words in any order, with any signs between them; prose is none."""

import pytest

from desktop_app.documents.folding import fold
from desktop_app.documents.unit_grammar import read_note

Said = tuple[list[str], list[str], str | None]
HELPED: Said = (["河道科"], ["质安站"], None)


def said(text: str) -> Said | None:
    whole = (0, len(text))
    note = read_note(fold(text), text, whole, whole, frozenset(), at_end=True)
    return ([unit.name for unit in note.lead], [unit.name for unit in note.co], note.person) if note else None


@pytest.mark.parametrize(
    "text",
    [
        "河道科牵头，质安站配合",
        "河道科牵头质安站配合",
        "牵头河道科，参与质安站",
        "牵头单位（河道科），配合单位（质安站）",
        "（牵）河道科（配）质安站",
        "河道科（牵）质安站（配）",
        "河道科办，质安站协",
        "牵头=河道科；配合=质安站",
        "→河道科；协同→质安站",
        "→河道科 ←质安站",
        "牵头（河道科）配合（质安站）",
        "（牵头（河道科）、配合（质安站））",
        "●河道科\n○质安站",
        "责任单位为河道科、配合单位为质安站",
        "牵头单位系河道科，协办单位系质安站",
        "主办 | 河道科 | 协办 | 质安站",
        "责任单位：河道科、质安站；河道科牵头",
        "河道科和质安站负责，其中河道科牵头",
        "河道科、质安站联合承办，河道科牵头",
        "此项由河道科扛总，质安站搭手",
        "河道科：牵头抓总；质安站：协作配合",
        "以河道科为主，质安站协同",
        "河道科商质安站办理",
        "河道科协调质安站落实",
        "河道科为牵头单位，质安站为责任单位",
        "牵头单位为河道科，质安站均为配合单位",
        "河道科牵头，质安站按职责抓好落实",
        "河道科牵头，质安站按各自职责做好相关工作",
        "牵头科室（单位）：河道科；配合科室（单位）：质安站",
        "责 任 单 位：河道科　配 合 单 位：质安站",
        "责任股室　河道科　协助　质安站　时间　11月底",
    ],
)
def test_who_leads_and_who_helps(text: str) -> None:
    assert said(text) == HELPED


@pytest.mark.parametrize("text", ["责任单位（科室）：河道科、质安站", "河道科、质安站均为责任单位"])
def test_whose_label_names_two_kinds_of_offices(text: str) -> None:
    assert said(text) == (["河道科", "质安站"], [], None)


def test_a_collective_of_which_all_are_said_to_be_responsible() -> None:
    assert said("各科室均为责任单位") == (["各科室"], [], None)
    assert said("河道科牵头，各科室、各直属单位按职责落实") == (["河道科"], ["各科室", "各直属单位"], None)
    assert said("河道科牵头，各配合单位协助") == (["河道科"], ["各配合单位"], None)


@pytest.mark.parametrize("text", ["河道科制定办法，质安站核定标准", "由河道科起草方案"])
def test_what_somebody_does_to_something_is_no_role(text: str) -> None:
    assert said(text) is None


@pytest.mark.parametrize("first", ["河道科负责", "河道科牵头", "责任单位：河道科", "由河道科主办"])
def test_who_brings_in_another_behind_who_leads_helps_as_that_one_does(first: str) -> None:
    assert said(f"{first}，质安站协调各乡镇落实") == (["河道科"], ["质安站", "各乡镇"], None)


@pytest.mark.parametrize(
    "text",
    ["河道科（柳青）", "柳青·河道科", "河道科，柳青，5566778", "责任科室/人：河道科/柳青", "责任人：柳青（河道科）"],
)
def test_a_person_beside_the_unit(text: str) -> None:
    assert said(text) == (["河道科"], [], "柳青")


@pytest.mark.parametrize(
    "bracket", ["妇联配合", "配合：妇联", "协办：妇联", "配合妇联", "妇联协助", "会同妇联", "妇联参与", "由妇联配合"]
)
def test_what_a_bracket_says_of_another_unit_leaves_the_name_before_it(bracket: str) -> None:
    assert said(f"责任单位：组织办（{bracket}）") == (["组织办"], ["妇联"], None)


@pytest.mark.parametrize(
    "name",
    [
        "区纪委监委机关",
        "县直机关工委",
        "农村与社会发展科",
        "社区和社会组织股",
        "县社会救助对象信息核查中心",
        "市社会组织培育中心",
        "县水务局社会组织管理股",
        "县社科联",
        "县村镇建设事务中心",
        "社会组织联合党委",
        "各有关镇、村",
    ],
)
def test_a_name_is_taken_whole(name: str) -> None:
    assert said(f"牵头：河道科，柳青；配合：{name}") == (["河道科"], [name], "柳青")
    assert said(f"牵头：{name}；配合：财政所和妇联") == ([name], ["财政所", "妇联"], None)


@pytest.mark.parametrize(
    "name",
    [
        "云岭、柳溪街道",
        "云岭、柳溪、松江口镇",
        "南坪、北桥区管委会",
        "云岭、柳溪进出境检验检疫总站",
        "中国农业银行柳溪县分行",
    ],
)
def test_a_name_that_several_places_or_branches_have_is_one(name: str) -> None:
    assert said(f"河道科牵头，{name}配合") == (["河道科"], [name], None)
    assert said(f"河道科牵头，质安站，{name}等有关单位按职责分工负责") == (["河道科"], ["质安站", name], None)


def test_short_names_before_a_place_stay_names_of_their_own() -> None:
    assert said("财政、民政、云岭镇负责") == (["财政", "民政", "云岭镇"], [], None)


@pytest.mark.parametrize("text", ["{0}：河道科、质安站，{1}按职责分工负责", "{0}：河道科，质安站，{1}等分工负责"])
def test_all_of_a_list_share_the_duty_that_one_word_behind_them_tells(text: str) -> None:
    assert said(text.format("责任单位", "财政所")) == (["河道科", "质安站", "财政所"], [], None)
    helped = said("牵头单位：办公室；" + text.format("配合单位", "财政所"))
    assert helped == (["办公室"], ["河道科", "质安站", "财政所"], None)


@pytest.mark.parametrize("deed", ["具体落实", "结合实际落实", "结合实际抓好落实", "结合实际抓好贯彻落实"])
def test_who_puts_it_into_effect_on_the_spot_helps(deed: str) -> None:
    assert said(f"河道科负责，各街道{deed}") == (["河道科"], ["各街道"], None)


@pytest.mark.parametrize("name", ["发展部", "建设处", "维权部"])
def test_a_person_behind_the_unit_and_a_colon(name: str) -> None:
    assert said(f"{name}：柳青") == ([name], [], "柳青")
    assert said(f"{name}：柳青；协：质安站") == ([name], ["质安站"], "柳青")


@pytest.mark.parametrize(
    "text",
    [
        "惠及沿线社区",
        "各科室要把责任扛在肩上",
        "推动管护由人工向智慧水务中心转变",
        "资金来源：县级财政",
        "主送单位：各镇街",
        "配合市水务局开展巡查",
        "复查校车62辆",
        "追究责任单位",
        "责任单位",
    ],
)
def test_what_is_no_note(text: str) -> None:
    assert said(text) is None
