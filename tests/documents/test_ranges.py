"""Lines that name the unit of several items at once: which items each wording means."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text

HEAD = "云溪县水利局2026年工作要点\n"
FIRST = "一、防汛\n1.修堤。完成3处。\n2.清淤。疏通2公里。\n"
SECOND = "二、供水\n3.铺管。铺设8公里。（供水科）\n4.建池。建成2座。\n"


def leads(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    result = extract_text(HEAD + text)
    assert isinstance(result, Extraction)
    return [(task.lead_units, task.co_units) for task in result.tasks]


A, B, NONE, OWN = (("防汛科",), ()), (("防汛科",), ("财务科",)), ((), ()), (("供水科",), ())
TOWNS: tuple[tuple[str, ...], tuple[str, ...]] = ((), ("各镇（街道）",))

LINES = [
    (FIRST + "以上第1—2项责任单位均为防汛科\n" + SECOND, [A, A, OWN, NONE]),
    (FIRST + "以上1至2项由防汛科牵头，财务科配合。\n" + SECOND, [B, B, OWN, NONE]),
    (FIRST + SECOND + "第2、4项责任科室：防汛科。\n", [NONE, A, OWN, A]),
    (FIRST + "以上两项由防汛科牵头，财务科配合。\n" + SECOND, [B, B, OWN, NONE]),
    (FIRST + SECOND + "以上第1项责任科室为防汛科，第2、4项责任科室为供水科。\n", [A, OWN, OWN, OWN]),
    (FIRST + "（以上各项均由防汛科负责）\n" + SECOND, [A, A, OWN, NONE]),
    (FIRST + SECOND + "除注明外，均由防汛科负责。\n", [A, A, OWN, A]),
    (FIRST + SECOND + "除已列明责任单位的外，其余任务由防汛科牵头，财务科配合。\n", [B, B, OWN, B]),
    (FIRST + SECOND + "本部分责任科室：防汛科。\n", [NONE, NONE, OWN, A]),
    (FIRST.replace("一、防汛\n", "一、防汛\n本部分各项由防汛科负责。\n") + SECOND, [A, A, OWN, NONE]),
    (FIRST + SECOND + "上述任务均由防汛科会同财务科落实。\n", [B, B, OWN, B]),
    (FIRST + SECOND + "1—2项牵头科室：防汛科。\n", [A, A, OWN, NONE]),
    (FIRST + "（以上1—2项：防汛科）\n" + SECOND, [A, A, OWN, NONE]),
    (FIRST + SECOND + "责任分工：第1—2项，防汛科；第4项，供水科。\n", [A, A, OWN, OWN]),
    (FIRST + SECOND + "第一、二项由防汛科负责，第四项由供水科负责。\n", [A, A, OWN, OWN]),
    (FIRST + SECOND + "责任分工：第（1）（2）项由防汛科牵头、财务科配合；第（4）项由供水科负责。\n", [B, B, OWN, OWN]),
    (FIRST + SECOND + "第一部分由防汛科负责，第二部分由供水科负责。\n", [A, A, OWN, OWN]),
    (FIRST + "以上工作责任科室均为防汛科，配合科室为财务科。\n" + SECOND, [B, B, OWN, NONE]),
    (FIRST + "第1、2项责任单位：防汛科；配合单位：财务科。\n" + SECOND, [B, B, OWN, NONE]),
    (FIRST + "以上工作，防汛科牵头，财务科配合。\n" + SECOND, [B, B, OWN, NONE]),
    (FIRST + SECOND + "前两项由防汛科负责。\n", [A, A, OWN, NONE]),
    (FIRST + "（第1、2两项由防汛科负责）\n" + SECOND, [A, A, OWN, NONE]),
    (FIRST + SECOND + "1、2两项由防汛科负责。\n", [A, A, OWN, NONE]),
    (FIRST.replace("防汛\n", "防汛（以下各项责任科室为防汛科）\n") + SECOND, [A, A, OWN, NONE]),
    (FIRST + SECOND + "后两项由供水科统筹。\n", [NONE, NONE, OWN, OWN]),
    (FIRST + SECOND + "上述任务防汛科为责任科室。\n", [A, A, OWN, A]),
    (FIRST.replace("防汛\n", "防汛　　责任科室：防汛科\n") + SECOND, [A, A, OWN, NONE]),
    (FIRST.replace("防汛\n", "防汛\n（防汛科牵头）\n") + SECOND, [A, A, OWN, NONE]),
    (FIRST + "以上第1—2项配合单位均为各镇（街道）。\n" + SECOND, [TOWNS, TOWNS, OWN, NONE]),
    (FIRST + "（以上第1、2项由各镇（街道）配合）\n" + SECOND, [TOWNS, TOWNS, OWN, NONE]),
    (FIRST.replace("防汛\n", "防汛\n（以下1—2项由防汛科牵头，财务科配合）\n") + SECOND, [B, B, OWN, NONE]),
    (FIRST.replace("防汛\n", "防汛\n以下第1、2项责任科室：防汛科\n") + SECOND, [A, A, OWN, NONE]),
    (FIRST.replace("防汛\n", "防汛\n以下两项均由防汛科牵头负责。\n") + SECOND, [A, A, OWN, NONE]),
    (FIRST.replace("2.清淤", "1.清淤") + "以上第1项责任科室为防汛科\n" + SECOND, [A, A, OWN, NONE]),
]

NO_RANGES = [
    "各项工作均取得新进展。\n",
    "以上数据均由各镇统计。\n",
    "以上工作要抓紧推进。\n",
    "其他事项另行通知。\n",
    "前两项指标为约束性指标。\n",
    "第一部分任务较重，要倒排工期。\n",
    "以上工作纳入年度考核。\n",
    "以下3项要抓紧推进。\n",
]

HEADINGS = [
    ("以下1—2项责任科室均为防汛科", [A, A, OWN, NONE]),
    ("1—2项责任科室：防汛科", [A, A, OWN, NONE]),
    ("以下2项均由防汛科牵头负责", [A, A, OWN, NONE]),
    ("前两项由防汛科牵头，财务科配合", [B, B, OWN, NONE]),
    ("第1项责任科室为防汛科，第2项责任科室为供水科", [A, OWN, OWN, NONE]),
    ("共2项，责任科室：防汛科", [A, A, OWN, NONE]),
    ("以下第2项由防汛科负责", [NONE, A, OWN, NONE]),
    ("2项", [NONE, NONE, OWN, NONE]),
    ("以下1—2项为省级试点", [NONE, NONE, OWN, NONE]),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_a_range_line_gives_its_unit_to_what_it_means(
    text: str, expected: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    assert leads(text) == expected


@pytest.mark.parametrize("line", NO_RANGES)
def test_other_closing_lines_name_nobody(line: str) -> None:
    assert all(not task[0] or task == OWN for task in leads(FIRST + SECOND + line))


def test_a_heading_tells_for_which_of_its_items_its_unit_speaks() -> None:
    text = """某某区农业农村局2026年工作要点

第一部分　种植与水利（第1—2项由种植业科牵头，水利科配合）
1.开展春耕备耕。完成备耕2万亩。
2.修缮小型水库。修缮水库6座。
第二部分　畜牧与渔业（第3项由畜牧科负责）
3.抓好动物防疫。免疫率100%。
"""
    assert leads(text) == [(("种植业科",), ("水利科",))] * 2 + [(("畜牧科",), ())]


@pytest.mark.parametrize(("bracket", "expected"), HEADINGS)
def test_a_bracket_that_closes_a_heading_counts_the_items_below_it(
    bracket: str, expected: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    text = FIRST.replace("防汛\n", f"防汛〔{bracket}〕\n") + SECOND
    assert leads(text) == expected
    result = extract_text(HEAD + text)
    assert isinstance(result, Extraction)
    told = expected[1] != NONE
    assert result.sections[0].title == ("防汛" if told else f"防汛〔{bracket}〕")


def test_items_numbered_as_terms_are_no_ranges() -> None:
    result = extract_text(
        HEAD
        + "第一部分　防汛\n第1项　修堤。完成3处。主办：防汛科　协办：财务科\n第2项　清淤。疏通2公里。主办：防汛科\n"
    )
    assert isinstance(result, Extraction)
    assert [(task.title, task.lead_units, task.co_units) for task in result.tasks] == [
        ("修堤", ("防汛科",), ("财务科",)),
        ("清淤", ("防汛科",), ()),
    ]
