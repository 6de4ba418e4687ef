"""Notes as governments write them under a report's tasks: long names of offices, all of a list leading, torn names."""

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text


def units(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    result = extract_text("清溪区2026年重点工作责任分解\n" + text)
    assert isinstance(result, Extraction)
    return [(task.lead_units, task.co_units) for task in result.tasks]


def test_offices_whose_names_hold_a_deed() -> None:
    assert units(
        "1.盘活闲置厂房。（省住房城乡建设厅牵头，省财政厅、自然资源厅等相关部门按职责分工负责）\n"
        "2.修缮公租房。（住房城乡建设厅牵头，各市按职责分工负责）\n"
        "3.修整巷道。（区住房城乡建设局牵头，区财政局按职责分工负责）"
    ) == [
        (("省住房城乡建设厅",), ("省财政厅", "自然资源厅")),
        (("住房城乡建设厅",), ("各市",)),
        (("区住房城乡建设局",), ("区财政局",)),
    ]


def test_all_of_a_list_lead_where_its_note_says_so() -> None:
    legend = "（除标注“分别牵头”外，列第一位的为牵头单位，下同）"
    assert units(
        f"1.盘活闲置厂房。\n责任单位：区工信局、区财政局{legend}\n"
        "2.增加职工收入。\n责任单位：区人社局、区农业农村局分别牵头\n"
        "3.修整巷道。\n责任单位：区住建局、区城管局\n"
        "4.守住底线。\n责任单位：区应急局、区民政局按职责分别牵头"
    ) == [
        (("区工信局",), ("区财政局",)),
        (("区人社局", "区农业农村局"), ()),
        (("区住建局",), ("区城管局",)),
        (("区应急局", "区民政局"), ()),
    ]


def test_names_that_blanks_tear_are_joined_where_the_text_is_torn() -> None:
    torn = "一、补齐短板。坚持问题导 向，推动资 源下沉，把问题导向、资源下沉落到项目，形成工作合 力、凝聚合力。"
    notes = ("市 财政局", " 市 住建局 、自然资源 局、翠屏 山管委 会")
    read = units(f"{torn}\n1.盘活闲置厂房。\n责任单位：{notes[0]}\n2.修整巷道。\n责任单位：{notes[1]}")
    assert read == [(("市财政局",), ()), (("市住建局", "自然资源局", "翠屏山管委会"), ())]
    assert units("1.盘活闲置厂房。\n责任单位：财政局 住建局\n2.修整巷道。\n责任单位：住建局")[0] == (
        ("财政局", "住建局"),
        (),
    )


def test_one_word_behind_all_names_is_said_of_all() -> None:
    assert units(
        "1.稳住菜价。（国家统计局清溪调查队，区统计局、区商务局负责）\n"
        "2.修整巷道。（区商务局、区城管局，清溪海关按职责分工负责）\n"
        "3.扶持小店。（金融办牵头，财政、经贸、外经贸等相关部门负责配合）\n"
        "4.守住底线。（区商务局，区城管局配合）"
    ) == [
        (("国家统计局清溪调查队", "区统计局", "区商务局"), ()),
        (("区商务局", "区城管局", "清溪海关"), ()),
        (("金融办",), ("财政", "经贸", "外经贸")),
        (("区商务局",), ("区城管局",)),
    ]


def test_the_last_name_of_an_open_list_is_its_own_unit() -> None:
    assert units(
        "1.推销山货。（区商务局、区供销社等和各镇负责）\n"
        "2.结对帮扶。（区工商联、团中央、区妇联等和各有关镇负责）\n"
        "3.核对台账。（各有关部门和单位，各镇按职责分工负责）"
    ) == [
        (("区商务局", "区供销社", "各镇"), ()),
        (("区工商联", "团中央", "区妇联", "各有关镇"), ()),
        (("各有关部门和单位", "各镇"), ()),
    ]


def test_all_units_of_one_role_are_a_unit() -> None:
    assert units(
        "1.守住增速。\n牵头单位：各主要指标牵头单位\n责任单位：各镇、街道\n"
        "2.汇总进度。（各责任单位负责）\n"
        "3.压实责任，追究责任单位和责任人。（区纪委）"
    ) == [(("各主要指标牵头单位",), ("各镇、街道",)), (("各责任单位",), ()), (("区纪委",), ())]


def test_a_remark_behind_the_names_says_that_the_first_leads() -> None:
    for remark in (
        "。列第一的为牵头单位，以下同",
        "，排在首位的部门牵头，下同",
        "，位列第一者是牵头科室",
        "，第一位为牵头单位",
        "，首位牵头",
    ):
        assert units(f"1.盘活闲置厂房。（区工信局、区财政局负责{remark}）\n2.修整巷道。（区住建局、区城管局负责）") == [
            (("区工信局",), ("区财政局",)),
            (("区住建局",), ("区城管局",)),
        ]


def test_what_is_set_up_is_no_unit_of_the_task() -> None:
    assert units(
        "1.扶持小店。成立工作专班，由分管领导牵头负责。\n2.修整巷道。组建施工领导小组，主要领导负总责。\n"
        "3.守住底线。由工作专班牵头，区财政局配合。"
    ) == [((), ()), ((), ()), (("工作专班",), ("区财政局",))]


def test_what_a_bracket_explains_within_a_sentence_is_no_note_beside_one() -> None:
    assert units(
        "1.对守信企业实行直报（企业直接向区工信局申报，不经镇级经济部门转报），给予贷款贴息。（区财政局负责）\n"
        "2.修整巷道。（区住建局负责）"
    ) == [(("区财政局",), ()), (("区住建局",), ())]


def test_a_leader_s_name_stands_without_his_address() -> None:
    text = "清溪区2026年重点工作\n1.编制方案。（牵头领导：柳青同志；牵头单位：区经委）\n2.引进企业。（区商务局负责）"
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert [task.responsible_person for task in result.tasks] == ["柳青", None]


def test_words_that_only_say_that_there_are_more_are_no_unit() -> None:
    more = ("等有关部门和单位负责", "等区直有关部门", "等部门、单位按职责分工负责", "等12个部门")
    for words in more:
        assert units(f"1.推销山货。（区商务局、区供销社{words}）\n2.修整巷道。（区住建局负责）")[0] == (
            ("区商务局", "区供销社"),
            (),
        )
    assert units("1.推销山货。（责任单位：区直有关部门和单位）\n2.修整巷道。（区住建局负责）")[0] == (
        ("区直有关部门和单位",),
        (),
    )


def test_a_due_time_that_goes_on_closes_a_note() -> None:
    text = "清溪区2026年重点工作\n1.推销山货。（区商务局、各镇（街道）；6月底前完成并持续推进）"
    result = extract_text(text + "\n2.修整巷道。（区住建局负责）")
    assert isinstance(result, Extraction)
    assert result.tasks[0].lead_units == ("区商务局", "各镇（街道）")
    assert [str(deadline.date) for deadline in result.tasks[0].deadlines if deadline.date] == ["2026-06-30"]


def test_a_leader_without_a_name_leads_nothing() -> None:
    assert units(
        "1.推销山货。（分管领导牵头，商务科具体负责）\n"
        "2.修整巷道。（局主要领导负总责，住建科牵头，城管科配合）\n"
        "3.守住底线。（责任领导柳青，责任科室应急科）"
    ) == [(("商务科",), ()), (("住建科",), ("城管科",)), (("应急科",), ())]


def test_a_bracket_behind_a_named_work_lists_its_parts() -> None:
    listed = "1.推进“双十”工程建设（一个便民服务中心、一个文体活动中心、一套指挥系统），补齐短板。\n"
    assert units(listed + "（牵头单位：规划科；配合单位：各区镇街道）\n") == [(("规划科",), ("各区镇街道",))]
    assert units("1.开展“清风”行动（规划科、执法队）。") == [(("规划科", "执法队"), ())]


RULE = "1.推销山货。（区商务局、区供销社负责。列在首位者牵头，下同）\n"


def test_a_note_with_a_word_of_its_own_goes_before_the_rule_that_the_first_leads() -> None:
    for words in ("牵头负责", "牵头", "牵头推进"):
        assert units(f"{RULE}2.修整巷道。（区住建局、区城管局{words}）")[1] == (("区住建局", "区城管局"), ())
    for words in ("负责", "等负责", "按职责分工负责"):
        assert units(f"{RULE}2.修整巷道。（区住建局、区城管局{words}）")[1] == (("区住建局",), ("区城管局",))
    assert units(RULE)[0] == (("区商务局",), ("区供销社",))


def test_what_is_not_listed_again_is_no_unit() -> None:
    for words in ("不再单独列出", "以下不再列出", "不再逐一注明", "后文不再赘述"):
        note = f"（责任单位：区商务局、区供销社〔列第一位的为牵头单位，下同〕，以下各项工作均需相关镇推进，{words}）"
        assert units(f"1.推销山货。{note}\n2.修整巷道。（责任单位：区住建局、区城管局）") == [
            (("区商务局",), ("区供销社",)),
            (("区住建局",), ("区城管局",)),
        ]


def test_who_is_named_for_all_items_below_is_left_aside_with_its_remark() -> None:
    for remark in ("以下各项工作均需各镇、街道负责落实，不再一一列出。", "以下均需相关镇推进，后文不再列明"):
        note = f"（区商务局牵头，各镇、街道负责落实。{remark}）"
        assert units(f"1.推销山货。{note}\n2.修整巷道。（区住建局、区财政局负责）") == [
            (("区商务局",), ("各镇、街道",)),
            (("区住建局", "区财政局"), ()),
        ]


def test_an_office_for_the_service_of_development() -> None:
    text = "1.推销山货。（牵头单位：区政府园区发展服务中心；责任单位：区供销社）\n"
    text += "2.修整巷道。（区乡村发展促进中心牵头，区政府发展研究中心配合）"
    assert units(text) == [
        (("区政府园区发展服务中心",), ("区供销社",)),
        (("区乡村发展促进中心",), ("区政府发展研究中心",)),
    ]


def test_a_bracket_amid_a_sentence_says_who_does_a_part() -> None:
    assert units("1.发放证书。证书分两级考核（民办学校内由区人社局负责），每季度发放。") == [((), ())]
    assert units("1.发放证书。证书每季度发放（此项工作由区人社局负责），分两级考核。") == [(("区人社局",), ())]
    assert units("1.发放证书。证书每季度发放（民办学校内由区人社局负责）。") == [(("区人社局",), ())]
