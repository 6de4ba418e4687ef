"""A plan whose line breaks were lost, wholly or within its sections, is read as the same plan with them."""

from typing import Any

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text

TITLE = "柳溪区水务局2026年工作要点"
SECTIONS = [
    ("夯实防洪根基", [("加固堤防", "完成南堤加固6公里，6月底前完工。"), ("检修闸站", "检修泵站14座。")]),
    (
        "提升供水保障",
        [("改造管网", "更换老旧管网32.5公里。"), ("智能抄表", "安装水表1.2万只。"), ("水质抽检", "抽检36次。")],
    ),
    ("强化水政执法", [("巡河执法", "每月巡查不少于4次。")]),
]
HEADS = ["一、", "二、", "三、"]


def lines(number: str, runs_through: bool, after_title: str) -> list[str]:
    """The plan with `number` (with a place for the figure) before each item."""
    written, count = [], 0
    for head, (section, items) in zip(HEADS, SECTIONS, strict=True):
        written.append(f"{head}{section}")
        count = count if runs_through else 0
        for title, text in items:
            count += 1
            written.append(f"{number.format(count)}{title}{after_title}{text}（责任科室：{title[:2]}科）")
    return [TITLE, *written]


def told(text: str) -> tuple[Any, ...]:
    result = extract_text(text)
    assert isinstance(result, Extraction)
    tasks = [(task.no, task.title, task.text, task.lead_units, task.section_no) for task in result.tasks]
    return result.meta.title, [(one.no, one.title) for one in result.sections], tasks


@pytest.mark.parametrize("between", ["", " ", "　　", "  "])
@pytest.mark.parametrize("number", ["{}.", "{}、", "{}．"])
@pytest.mark.parametrize("runs_through", [True, False])
@pytest.mark.parametrize("after_title", ["。", "："])
def test_a_plan_in_one_line_is_the_plan(between: str, number: str, runs_through: bool, after_title: str) -> None:
    written = lines(number, runs_through, after_title)
    assert len(told("\n".join(written))[2]) == 6
    assert told(between.join(written)) == told("\n".join(written))


def test_each_section_may_stand_in_one_line() -> None:
    written = lines("{}.", False, "。")
    parted = [" ".join(group) for group in (written[1:4], written[4:8], written[8:])]
    assert told("\n".join([TITLE, *parted])) == told("\n".join(written))


def test_title_opening_and_signature_are_told_apart() -> None:
    text = " ".join(lines("{}.", False, "。")[1:]).replace("（责任科室：巡河科）", "")
    result = extract_text(f"{TITLE}。为做好全年工作，制定本要点。{text}柳溪区水务局 2026年2月11日")
    assert isinstance(result, Extraction)
    assert result.meta.title == TITLE
    assert result.meta.issued_on is not None
    assert result.tasks[-1].text == "每月巡查不少于4次。"


def test_a_paragraph_may_stand_between_a_heading_and_its_first_number() -> None:
    first = "一、织密巡护网 全县按河长分段包干。 1、巡河执法240次。"
    text = f"{TITLE} {first} 2、暗管排查60公里。 二、守住水源地 分两步走。 1、围栏修补9公里。 2、监测点增设7处。"
    assert [(task[0], task[1], task[4]) for task in told(text)[2]] == [  # type: ignore[attr-defined]
        ("1", "巡河执法240次", "一"),
        ("2", "暗管排查60公里", "一"),
        ("1", "围栏修补9公里", "二"),
        ("2", "监测点增设7处", "二"),
    ]


def test_the_heading_of_a_single_section() -> None:
    _, sections, tasks = told(f"{TITLE} 现提出以下要点： 一、织密巡护网 1.巡河执法240次。 2.暗管排查60公里。")
    assert sections == [("一", "织密巡护网")]
    assert [task[1] for task in tasks] == ["巡河执法240次", "暗管排查60公里"]  # type: ignore[attr-defined]


def test_any_number_of_items_in_one_line() -> None:
    result = extract_text(TITLE + "".join(f"{n}.建站工程{n}。建成水站{n}座。" for n in range(1, 700)))
    assert isinstance(result, Extraction)
    assert [task.no for task in result.tasks] == [str(n) for n in range(1, 700)]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n1.加固堤防。分三步：1.勘察；2.设计；3.施工。\n2.检修闸站。检修泵站14座。\n3.储备物资。编织袋2万条。",
        f"{TITLE}\n一、加固堤防。全面开工。1.勘察。2.设计。3.施工。\n二、检修闸站。检修泵站14座。\n三、储备物资。编织袋2万条。",
        f"{TITLE}\n一、加固堤防。见附件1、2、3。\n二、检修闸站。检修泵站 1.5 万座。\n三、储备物资。编织袋2万条。",
    ],
)
def test_steps_within_an_item_stay_its_own(text: str) -> None:
    assert [task[1] for task in told(text)[2]] == ["加固堤防", "检修闸站", "储备物资"]


def test_a_lone_heading_over_its_items_and_what_introduces_them() -> None:
    opening = "水务工作，一是要投入，保障安全。二是要管理，保障长效。"
    opening += " 一、加大投入 今年，我局从以下方面着手，夯实根基。"
    text = f"柳溪区水务局工作安排 {opening} 1、加固堤防 6 公里。第 1 页 共 2 页 2、检修泵站14座。"
    title, sections, tasks = told(text)
    assert title == "柳溪区水务局工作安排"
    assert sections == [("一", "加大投入")]
    assert [task[:3] for task in tasks] == [("1", "加固堤防 6 公里", ""), ("2", "检修泵站14座", "")]


POINTS = [
    "一是加固堤防。完成南堤加固6公里。",
    "二是检修闸站。检修泵站14座，更换闸门。",
    "三是储备物资。储备编织袋2万条。",
]


@pytest.mark.parametrize(
    "heading", ["一、夯实防洪根基", "一、夯实防洪根基守住安全底线，健全责任体系，推动防汛关口前移。"]
)
def test_points_with_head_sentences_are_the_items_below_a_heading(heading: str) -> None:
    result = extract_text(
        f"2026年水务局工作要点精编2026年全区水务工作要点今年，水务局守牢底线。{heading}{''.join(POINTS)}"
    )
    assert isinstance(result, Extraction)
    assert [(task.no, task.title) for task in result.tasks] == [
        ("一", "加固堤防"),
        ("二", "检修闸站"),
        ("三", "储备物资"),
    ]


def test_bare_points_stay_the_steps_of_their_item() -> None:
    text = (
        f"{TITLE}。一、加固堤防。一是勘察。二是设计。三是施工。二、检修闸站。检修泵站14座。三、储备物资。编织袋2万条。"
    )
    assert [task[1] for task in told(text)[2]] == ["加固堤防", "检修闸站", "储备物资"]


def test_points_are_all_that_a_plan_numbers() -> None:
    plan = extract_text(f"{TITLE}\n今年，我局抓好以下工作：一是加固堤防6公里。二是检修闸站；三是储备物资。")
    assert isinstance(plan, Extraction)
    assert [task.title for task in plan.tasks] == ["加固堤防6公里", "检修闸站", "储备物资"]


@pytest.mark.parametrize(
    "opening",
    [
        "柳溪区水务局2025年工作总结\n去年，我局：",
        "柳溪区水务局防汛工作亮点纷呈。一、聚焦防洪",
        "关于做好防汛的通知\n各镇：现就有关事项通知如下：",
    ],
)
def test_points_of_a_review_a_report_or_a_notice_are_no_tasks(opening: str) -> None:
    assert not isinstance(extract_text(f"{opening}{''.join(POINTS)}"), Extraction)


def test_items_behind_a_colon_and_behind_the_word_plan() -> None:
    titles = [
        task[1] for task in told(f"{TITLE}抓好以下工作：(一)加固堤防。加固6公里。(二)检修闸站。(三)储备物资。")[2]
    ]
    assert titles == ["加固堤防", "检修闸站", "储备物资"]
    _, sections, tasks = told(
        "下载后可任意编辑水务局下年工作计划一、夯实防洪根基1、加固堤防。2、检修闸站。二、保障供水1、改造管网。"
    )
    assert sections == [("一", "夯实防洪根基"), ("二", "保障供水")]
    assert [task[1] for task in tasks] == ["加固堤防", "检修闸站", "改造管网"]


def test_points_without_a_number_above_them_are_no_tasks() -> None:
    assert not isinstance(extract_text(f"2026年3月5日，水务局开会，部署工作。{''.join(POINTS)}"), Extraction)


def test_what_a_site_says_of_its_copy_is_none_of_the_plan() -> None:
    copy = "• 23.50 KB\n• 2页\n1. 1、本文档由用户上传，全部内容可阅读。\n2. 网站客服QQ：10000\n"
    found = extract_text(
        f"柳溪区水务工作计划\n{copy}柳溪区水务工作计划（一）强水务 1、加固堤防。加固南堤。 2、检修闸站。检修泵站。"
    )
    assert isinstance(found, Extraction)
    assert [task.title for task in found.tasks] == ["加固堤防", "检修闸站"]
