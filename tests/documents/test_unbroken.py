"""A plan whose line breaks were lost, wholly or within its sections, is read as the same plan with them."""

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


def told(text: str) -> tuple[object, ...]:
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
    assert len(told("\n".join(written))[2]) == 6  # type: ignore[arg-type]
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
    assert [task[1] for task in told(text)[2]] == ["加固堤防", "检修闸站", "储备物资"]  # type: ignore[attr-defined]
