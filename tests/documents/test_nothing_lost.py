"""Nothing is lost: every character of the cleaned text is in a heading, a task or the rest; every task is rebuilt from
its number, title, text and notes; every character of the raw text is in the cleaned text or in what was dropped."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.extraction import Extraction, Refusal, Span, TaskRead
from desktop_app.documents.folding import LETTERS, fold
from desktop_app.documents.plan import extract, read_plan
from desktop_app.documents.reader.clean import clean
from tests.documents.invented import INVENTED, Invented

STOPS = re.compile(r"[\s。：:；;.]+")


def letters(text: str) -> str:
    return STOPS.sub("", text)


def without(source: str, start: int, end: int, spans: list[Span]) -> str:
    parts = []
    for first, last in sorted(spans):
        parts.append(source[start:first])
        start = max(start, last)
    return "".join([*parts, source[start:end]])


def check_task(source: str, task: TaskRead) -> None:
    start, end = task.span
    assert task.no_span[0] == start
    assert all(start <= first <= last <= end for first, last in (task.title_span, *task.note_spans))
    assert letters(source[slice(*task.title_span)]) == letters(task.title)
    left = without(source, start, end, [task.no_span, task.title_span, *task.note_spans])
    assert letters(left) == letters(task.text)


def check(result: Extraction) -> None:
    covered = [task.span for task in result.tasks] + [section.span for section in result.sections] + list(result.rest)
    covered.sort()
    assert all(left[1] <= right[0] for left, right in pairwise(covered))
    assert without(result.source, 0, len(result.source), covered).strip() == ""
    for task in result.tasks:
        check_task(result.source, task)
        for found in (*task.targets, *task.deadlines):
            assert result.source[slice(*found.span)] == found.phrase
            assert task.span[0] <= found.span[0] <= found.span[1] <= task.span[1]


def check_cleaning(raw: str) -> None:
    document = clean(raw)
    for piece in document.origin:
        whence = raw[piece.raw_start : piece.raw_start + piece.end - piece.start]
        assert document.text[piece.start : piece.end] == whence.translate(LETTERS)
    kept = sorted(letters(document.text))
    dropped = sorted(letters(document.dropped().translate(LETTERS)))
    assert sorted(kept + dropped) == sorted(letters(raw.translate(LETTERS)))


@pytest.mark.parametrize("plan", INVENTED, ids=[plan.name for plan in INVENTED])
def test_invented_plans(plan: Invented) -> None:
    check_cleaning(plan.text)
    document = clean(plan.text)
    result = read_plan(document.text, document.dropped())
    assert isinstance(result, Extraction)
    check(result)


def test_real_plans(plans: Path) -> None:
    for path in sorted([*plans.glob("*.txt"), *plans.glob("*.docx")]):
        result = extract(path)
        if isinstance(result, Refusal):
            assert result.offer is not None
            result = result.offer
        check(result)


def test_a_cleaned_span_leads_back_to_the_raw_text() -> None:
    raw = "  甲县2026年工作要点\r\n\r\n1.修\u200b路。铺好东街的⽔泥路面，\r\n再修西街。"
    document = clean(raw)
    start = document.text.index("水泥")
    first, last = document.raw_span((start, start + 2))
    assert raw[first:last] == "⽔泥"
    assert document.text.endswith("路面，再修西街。")


SECTION = [("一、", "二、", "三、"), ("第一部分 ", "第二部分 ", "第三部分 "), ("（一）", "（二）", "（三）")]
ITEM = ["{}.", "{}．", "{}、", "（{}）", "{}. "]
NOTE = [
    "（牵头责任单位：{0}、{1}）",
    "(责任科室:{0};配合科室:{1})",
    "〔{0}牵头，{1}配合〕",
    "【责任单位：{0}、{1}按职责分工负责】",
    "\n牵头单位：{0}\n责任单位：{1}",
    "\n牵头单位\n{0}\n配合单位\n{1}",
    "（{0}会同{1}负责）",
    "",
]
TITLES = ["整治河道", "打造15分钟便民圈", "推进“1+3”改革", "优化审批服务", "建设镇（街道）驿站"]
SENTENCES = [
    "新建驿站3个。",
    "6月底前完成清淤2.5公里，投入120万元。",
    "持续开展宣传，做到应知尽知。",
    "群众满意率达95%以上；每月巡查1次。",
    "按照：先急后缓的原则推进。",
]


@st.composite
def plans_of_any_notation(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A plan in random notations, and the titles of its items."""
    marks = draw(st.sampled_from(SECTION))
    item = draw(st.sampled_from(ITEM))
    runs_on = draw(st.booleans())
    lines, titles, number = ["甲县2026年工作要点"], [], 0
    for mark in marks[: draw(st.integers(1, 3))]:
        lines.append(mark + draw(st.sampled_from(["城乡建设", "社会服务，改善民生", "“数字”赋能"])))
        number = number if runs_on else 0
        for _ in range(draw(st.integers(1, 4))):
            number += 1
            title = draw(st.sampled_from(TITLES))
            body = "".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)))
            note = draw(st.sampled_from(NOTE)).format("道路科", "各镇街")
            lines.append(f"{item.format(number)}{title}。{body}{note}")
            titles.append(title)
    return "\n".join(lines), titles


@given(plans_of_any_notation())
def test_plans_of_any_notation(drawn: tuple[str, list[str]]) -> None:
    text, titles = drawn
    check_cleaning(text)
    result = read_plan(clean(text).text)
    assert isinstance(result, Extraction)
    check(result)
    assert [task.title for task in result.tasks] == titles


@given(
    st.text(
        st.sampled_from(
            list("一二是、（）().。：:，；1203年月日底前%个家科局责任单位牵头：新建“”《》 \n\u3000\u200b⽔①—")
        ),
        max_size=300,
    )
)
def test_any_text_is_read_without_loss_or_error(text: str) -> None:
    check_cleaning(text)
    document = clean(text)
    assert len(fold(document.text)) == len(document.text)
    result = read_plan(document.text)
    if isinstance(result, Refusal):
        return
    check(result)


def test_units_on_lines_of_their_own_are_no_headings() -> None:
    """One plan in a few hundred was read so that 各镇街 above the next number became a section."""
    units = "\n牵头单位\n道路科\n配合单位\n各镇街"
    lines = ["甲县2026年工作要点", "（一）城乡建设", "1.整治河道。新建驿站3个。" + units, "（二）社会服务"]
    lines += ["1.优化审批服务。每月巡查1次。", "2.打造便民圈。新建驿站3个。" + units, "3.建设驿站。新建驿站3个。"]
    result = read_plan(clean("\n".join(lines)).text)
    assert isinstance(result, Extraction)
    check(result)
    assert [section.title for section in result.sections] == ["城乡建设", "社会服务"]
    assert [task.title for task in result.tasks] == ["整治河道", "优化审批服务", "打造便民圈", "建设驿站"]
