"""Edits of what was read: each makes a new document, changes one thing, settles its doubt, leaves the old one alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents import review
from desktop_app.documents.choices import choices
from desktop_app.documents.extraction import DeadlineRead, Doubt, Extraction, Meta, SectionRead, TargetRead, TaskRead
from desktop_app.documents.suggest import Suggestion

SOURCE = (
    "一、养老服务\n"
    "1. 增设助餐点。9月底前建成助餐点8个，开展“七彩”行动。（牵头单位：养老服务科）\n"
    "2. 办好敬老月。组织走访。（牵头单位：老龄科；配合单位：办公室）\n"
    "3. 规范殡葬管理。完成墓区整修。\n"
)
YEAR_END = date(2026, 12, 31)


def span_of(words: str) -> tuple[int, int]:
    start = SOURCE.index(words)
    return start, start + len(words)


def line(no: int) -> tuple[int, int]:
    start = SOURCE.index(f"{no}. ")
    return start, SOURCE.index("\n", start)


def read() -> Extraction:
    """Three tasks as a reader would give them: a target, a slogan read as one, a deadline, a task without lead."""
    target = TargetRead("8个", 8.0, "个", "=", "助餐点", None, "cumulative", span_of("8个"))
    slogan = TargetRead("七彩", 7.0, "彩", "=", "行动", None, "cumulative", span_of("七彩"))
    deadline = DeadlineRead("9月底前", date(2026, 9, 30), "period_end", span_of("9月底前"))
    notes = [span_of("（牵头单位：养老服务科）"), span_of("（牵头单位：老龄科；配合单位：办公室）")]

    def task(seq: int, title: str, text: str, leads: tuple, cos: tuple, note: tuple, parts: tuple) -> TaskRead:
        number = (line(seq)[0], line(seq)[0] + 2)
        spans = (line(seq), number, span_of(title), note)
        return TaskRead(str(seq), seq, "一", 1, title, text, leads, cos, None, *spans, *parts)

    goals = ((target, slogan), (deadline,))
    words = "9月底前建成助餐点8个，开展“七彩”行动。"

    return Extraction(
        "plan",
        SOURCE,
        Meta(title="示范要点", year=2026),
        (SectionRead("一", "养老服务", span_of("一、养老服务")),),
        (
            task(1, "增设助餐点", words, ("养老服务科",), (), (notes[0],), goals),
            task(2, "办好敬老月", "组织走访。", ("老龄科",), ("办公室",), (notes[1],), ((), ())),
            task(3, "规范殡葬管理", "完成墓区整修。", (), (), (), ((), ())),
        ),
        (
            Doubt(1, "number", "七彩", "可能是口号", span_of("七彩")),
            Doubt(3, "unit", "规范殡葬管理", "没有写牵头单位", span_of("规范殡葬管理")),
        ),
    )


def test_marks_lie_on_the_words_they_name() -> None:
    found = {(mark.kind, SOURCE[slice(*mark.span)]) for mark in review.marks(read()) if mark.seq == 1}
    assert found == {
        ("no", "1."),
        ("title", "增设助餐点"),
        ("unit", "（牵头单位：养老服务科）"),
        ("target", "8个"),
        ("target", "七彩"),
        ("deadline", "9月底前"),
    }


def test_a_place_in_the_source_knows_its_task() -> None:
    task = review.task_at(read(), SOURCE.index("走访"))
    assert task is not None
    assert task.seq == 2
    assert review.task_at(read(), 0) is None


def test_the_ledger_asks_for_defaults() -> None:
    asked = review.with_ledger_doubts(read(), [], YEAR_END)
    assert [(d.seq, d.what) for d in asked.doubts] == [(1, "number"), (3, "unit"), (None, "deadline")]
    assert "2项" in asked.doubts[-1].text
    assert "2026年12月31日" in asked.doubts[-1].text


def test_only_a_ledger_with_units_finds_a_name_strange() -> None:
    asked = review.with_ledger_doubts(read(), ["养老服务科", "办公室"], YEAR_END)
    assert [d.phrase for d in asked.doubts if d.what == "unit"] == ["规范殡葬管理", "老龄科"]


def test_naming_a_lead_settles_the_doubt() -> None:
    asked = review.with_ledger_doubts(read(), [], YEAR_END)
    led = review.with_leads(asked, 3, [" 殡葬管理所", "办公室", "殡葬管理所", ""])
    assert review.task_of(led, 3).lead_units == ("殡葬管理所", "办公室")
    assert not review.doubts_of(led, 3)
    assert review.doubts_of(asked, 3)


def test_supporting_units_are_edited_apart_from_leads() -> None:
    task = review.task_of(review.with_cos(read(), 2, ["财务科"]), 2)
    assert (task.lead_units, task.co_units) == (("老龄科",), ("财务科",))


def test_a_blank_title_is_no_title() -> None:
    assert review.with_title(read(), 2, "  ") == read()
    assert review.task_of(review.with_title(read(), 2, " 办好\n敬老月 "), 2).title == "办好 敬老月"


def test_a_deadline_is_given_changed_and_taken_away() -> None:
    given_one = review.with_deadline(read(), 3, date(2026, 6, 30))
    moved = review.with_deadline(given_one, 3, date(2026, 7, 31))
    assert [d.date for d in review.task_of(moved, 3).deadlines] == [date(2026, 7, 31)]
    assert review.due(review.task_of(review.with_deadline(moved, 3, None), 3)) is None


def test_a_moved_deadline_keeps_its_words_and_other_steps() -> None:
    base = read()
    step = DeadlineRead("3月底前", date(2026, 3, 31), "period_end", (0, 1))
    first = base.tasks[0]
    base = base._replace(tasks=(first._replace(deadlines=(step, *first.deadlines)), *base.tasks[1:]))
    moved = review.task_of(review.with_deadline(base, 1, date(2026, 10, 31)), 1).deadlines
    assert moved[0] == step
    assert (moved[1].phrase, moved[1].date) == ("9月底前", date(2026, 10, 31))


def test_a_slogan_is_no_target_any_more() -> None:
    doubt = read().doubts[0]
    (choice,) = choices(read(), doubt, [])
    assert [t.phrase for t in review.task_of(choice.after, 1).targets] == ["8个"]
    assert doubt not in choice.after.doubts


def test_a_target_is_corrected() -> None:
    target = review.task_of(read(), 1).targets[0]._replace(value=12.0)
    fixed = review.task_of(review.with_target(read(), 1, 0, target), 1).targets
    assert [t.value for t in fixed] == [12.0, 7.0]


def test_a_row_that_is_no_task_stays_in_the_source() -> None:
    left = review.without_task(read(), 1)
    assert [task.seq for task in left.tasks] == [2, 3]
    assert line(1) in left.rest
    assert not review.doubts_of(left, 1)


def test_leads_are_offered_with_a_reason() -> None:
    asked = review.with_ledger_doubts(read(), ["殡葬管理所", "养老服务科"], YEAR_END)
    doubt = next(d for d in asked.doubts if d.seq == 3)
    leads = [Suggestion("殡葬管理所", "职责“殡葬”"), Suggestion("养老服务科", "与相邻任务同一板块")]
    offered = choices(asked, doubt, [], leads)
    assert [(choice.text, choice.why) for choice in offered] == [tuple(lead) for lead in leads]
    assert review.task_of(offered[0].after, 3).lead_units == ("殡葬管理所",)


def test_a_strange_name_is_offered_what_it_may_mean() -> None:
    known = ["养老服务科", "区老龄科", "办公室"]
    asked = review.with_ledger_doubts(read(), known, YEAR_END)
    doubt = next(d for d in asked.doubts if d.phrase == "老龄科")
    (choice,) = choices(asked, doubt, known)
    assert review.task_of(choice.after, 2).lead_units == ("区老龄科",)
    assert doubt not in choice.after.doubts


def test_a_doubt_about_the_whole_plan_offers_nothing() -> None:
    assert choices(read(), Doubt(None, "deadline", "", "", None), []) == ()


@given(st.integers(1, 3), st.lists(st.text(min_size=1, max_size=4), max_size=4))
def test_an_edit_touches_its_own_task_only(seq: int, units: list[str]) -> None:
    before, after = read(), review.with_leads(read(), seq, units)
    assert [t for t in before.tasks if t.seq != seq] == [t for t in after.tasks if t.seq != seq]
    assert after.source == before.source


def test_an_unknown_row_is_our_bug() -> None:
    with pytest.raises(KeyError):
        review.with_title(read(), 9, "不存在")
