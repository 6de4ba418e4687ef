"""Every numbering, and what only looks like one."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.folding import fold
from desktop_app.documents.numbering import mark_at, points_within, repeats_within
from desktop_app.documents.numerals import chinese_number, ordinal
from desktop_app.documents.plan import extract_text

MARKS = [
    ("一、修路", "chinese", 1, "一", "修路"),
    ("十二、修路", "chinese", 12, "十二", "修路"),
    ("(一)修路", "chinese_bracket", 1, "(一)", "修路"),
    ("（五十二）修路", "chinese_bracket", 52, "（五十二）", "修路"),
    ("1.修路", "arabic", 1, "1", "修路"),
    ("1. 修路", "arabic", 1, "1", "修路"),
    ("1．修路", "arabic", 1, "1", "修路"),
    ("１、修路", "arabic", 1, "１", "修路"),
    ("89.修路", "arabic", 89, "89", "修路"),
    ("⒓修路", "arabic", 12, "⒓", "修路"),
    ("1.2025年大赛", "arabic", 1, "1", "2025年大赛"),
    ("（1）修路", "arabic_bracket", 1, "（1）", "修路"),
    ("1)修路", "arabic_bracket", 1, "1)", "修路"),
    ("⑴修路", "arabic_bracket", 1, "⑴", "修路"),
    ("①修路", "circled", 1, "①", "修路"),
    ("第一，修路", "ordinal", 1, "第一", "修路"),
    ("首先，修路", "ordinal", 1, "首先", "修路"),
    ("一是修路", "point", 1, "一", "修路"),
    ("— 修路", "bullet", None, "", "修路"),
    ("1-1 修路", "dashed", 1, "1-1", "修路"),
    ("１．3.5万亩造林", "arabic", 1, "１", "3.5万亩造林"),
    ("2.12345热线提质", "arabic", 2, "2", "12345热线提质"),
    ("项目三：修路", "task", 3, "项目三", "修路"),
    ("第二项　修路", "article", 2, "第二项", "修路"),
    ("甲、修路", "stem", 1, "甲", "修路"),
    ("贰、修路", "formal", 2, "贰", "修路"),
    ("Ⅲ、修路", "roman", 3, "Ⅲ", "修路"),
    ("B．修路", "letter", 2, "B", "修路"),
    ("序号：4", "record", 4, "序号：4", ""),
    ("1.1.2 修路", "submultiple", 2, "1.1.2", "修路"),
    ("1.1 修路", "multiple", 1, "1.1", "修路"),
    ("第一部分 修路", "part", 1, "第一部分", "修路"),
    ("任务三：修路", "task", 3, "任务三", "修路"),
    ("【议题一】关于修路", "topic", 1, "议题一", "关于修路"),
]

FALSE_HEADS = [
    "2025年修路",
    "12345热线",
    "15分钟生活圈",
    "1198工程",
    "3.5万人次",
    "6.30前",
    "3、5月完成",
    "3.5%",
    "1-3月份完成",
    "A级景区",
    "序号不连续",
    "项目管理",
    "第三条道路",
    "2025.6.30",
    "（2025）",
    "第一时间处置",
    "第一批",
    "一件事",
    "一是否达标",
    "一般情况",
]


@pytest.mark.parametrize(("text", "kind", "value", "printed", "words"), MARKS)
def test_each_notation(text: str, kind: str, value: int | None, printed: str, words: str) -> None:
    mark = mark_at(fold(text), 0, len(text), text)
    assert mark is not None
    assert (mark.kind, mark.value, mark.printed, text[mark.end :]) == (kind, value, printed, words)


@pytest.mark.parametrize("text", FALSE_HEADS)
def test_false_heads(text: str) -> None:
    assert mark_at(fold(text), 0, len(text), text) is None


def test_points_are_found_where_the_stop_before_them_is_lost() -> None:
    text = "一是修路，通达率达到96%二是架桥，更换桥栏（含步道）三是通电。第四是次要的，这四是多余。"
    assert [mark.value for mark in points_within(text, 0, len(text))] == [1, 2, 3]


def test_points_count_up_inside_a_paragraph() -> None:
    text = "主要是：一是修路。这是关键。二是架桥。三是通电。五是通水。"
    assert [mark.value for mark in points_within(fold(text), 0, len(text))] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "value"), [("十", 10), ("十二", 12), ("二十", 20), ("一百零三", 103), ("二〇二五", 2025), ("路", None)]
)
def test_chinese_numbers(text: str, value: int | None) -> None:
    assert chinese_number(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("⑫", 12), ("㉑", 21), ("㈩", 10), ("⒇", 20), ("7", 7), ("丙", 3), ("乎", None)]
)
def test_ordinals(text: str, value: int | None) -> None:
    assert ordinal(text) == value


def test_a_number_without_end_is_none() -> None:
    from desktop_app.documents.figures import figures_in
    from desktop_app.documents.numerals import chinese_number, ordinal

    assert (ordinal("9" * 5000), chinese_number("一" * 5000), ordinal("12"), chinese_number("二零二六")) == (
        None,
        None,
        12,
        2026,
    )
    for text in ("建成" + "9" * 400 + "处", "建成1—" + "9" * 5000 + "处", "建成" + "9" * 400 + "—8处"):
        assert all(figure.value < 1e15 for figure in figures_in(text, text, 0, len(text)))


@pytest.mark.parametrize(
    "numbers",
    [
        ("1 ", "2 ", "3 "),
        ("01 ", "02 ", "03 "),
        ("（1-1）", "（1-2）", "（1-3）"),
        ("第一项任务：", "第二项任务：", "第三项任务："),
    ],
)
def test_numbers_that_count_up_from_line_to_line(numbers: tuple[str, ...]) -> None:
    titles = ["疏通管网", "整治山塘", "巡查河道"]
    lines = [f"{number}{title}。今年做完。" for number, title in zip(numbers, titles, strict=True)]
    result = extract_text("芦洲县水务局2026年工作要点\n一、工程建设\n" + "\n".join(lines) + "\n")
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks] == titles


@pytest.mark.parametrize("number", ["{}.", "{}、", "（{}）"])
def test_items_behind_one_another_in_one_paragraph(number: str) -> None:
    said = ["疏通管网。清淤9公里。（排水科）", "整治山塘。加固6口。（水源科）", "巡查河道。巡查40次。（河湖科）"]
    line = "".join(number.format("一二三"[n] if "（" in number else n + 1) + text for n, text in enumerate(said))
    result = extract_text(f"芦洲县水务局2026年工作要点\n{line}\n")
    assert isinstance(result, Extraction)
    assert [(task.title, *task.lead_units) for task in result.tasks] == [
        ("疏通管网", "排水科"),
        ("整治山塘", "水源科"),
        ("巡查河道", "河湖科"),
    ]


def test_steps_inside_an_item_are_no_items_of_their_own() -> None:
    result = extract_text(
        "芦洲县水务局2026年工作要点\n1.疏通管网。1.查。2.清。3.验。\n2.整治山塘。加固6口。\n3.巡查河道。巡查40次。\n"
    )
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks] == ["疏通管网", "整治山塘", "巡查河道"]


def test_arrows_before_labels_open_no_items() -> None:
    items = "".join(
        f"{n}、整治{place}：排查{n}处。\n→ 承办：{place}办　→ 时限：{n + 4}月底\n"
        for n, place in enumerate(("河岸", "渡口", "码头"), 1)
    )
    result = extract_text("沙洲街道2026年攻坚清单\n" + items)
    assert isinstance(result, Extraction)
    assert [task.title for task in result.tasks] == ["整治河岸", "整治渡口", "整治码头"]
    assert result.sections == ()


def test_items_that_open_with_a_figure_are_told_by_their_neighbours() -> None:
    lines = ["1.3月底前完成选址。", "2.检修闸站。", "3.5万人供水工程。", "4.24小时值守。", "5.储备物资。"]
    result = extract_text("柳溪区水务局2026年工作要点\n" + "\n".join(lines))
    assert isinstance(result, Extraction)
    assert [task.no for task in result.tasks] == ["1", "2", "3", "4", "5"]
    assert [task.title for task in result.tasks[:4]] == ["3月底前完成选址", "检修闸站", "5万人供水工程", "24小时值守"]


def test_a_run_within_a_paragraph_ends_where_the_next_one_begins() -> None:
    shadow = "①修路。②架桥。①种树。②浇水。③养护。"
    first = mark_at(shadow, 0, len(shadow), shadow)
    assert first
    assert [mark.start for mark in repeats_within(shadow, first, len(shadow), shadow)] == [0, 4]
