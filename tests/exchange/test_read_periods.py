"""Headers that name a period: the form's own, another one, the next one."""

import pytest

from desktop_app.exchange.read_forms import read_form


def read(title: str, header: str, said: str) -> tuple[str, bool] | None:
    """The field that a column under this header is taken for, and whether its cells are asked; None: for none."""
    lines = [title, f"序号,重点任务,进展情况,完成率(%),指标①完成数,{header}", f"1,核对低保对象,,,,{said}"]
    if "进展" in header:
        lines = [title, f"序号,重点任务,{header},完成率(%)", f"1,核对低保对象,{said},"]
    (row,) = read_form("\n".join(lines).encode(), "x").rows
    return next(((field, bool(cell.unsure)) for field, cell in row.cells.items()), None)


@pytest.mark.parametrize("header", ["二季度进展情况", "进展情况（二季度）", "2026年二季度进展", "截至6月底的进展情况"])
def test_the_forms_own_period_says_nothing_new(header: str) -> None:
    assert read("2026年二季度填报表", header, "核对了两个村") == ("text", False)


@pytest.mark.parametrize(
    "header", ["一季度进展情况", "进展情况（一季度）", "2025年二季度进展", "截至5月底进展情况", "进展（下半年）"]
)
def test_another_period_puts_the_column_in_doubt(header: str) -> None:
    assert read("2026年二季度填报表", header, "核对了两个村") == ("text", True)


@pytest.mark.parametrize(
    ("title", "header"),
    [
        ("2026年二季度填报表", "三季度打算"),
        ("2026年二季度填报表", "下半年工作计划"),
        ("2026年二季度填报表", "下步打算（三季度）"),
        ("2026年6月填报表", "7月份工作安排"),
        ("2026年12月填报表", "2027年1月打算"),
    ],
)
def test_what_is_planned_for_a_later_period_comes_next(title: str, header: str) -> None:
    assert read(title, header, "再核对三个村") == ("next_steps", False)


def test_what_was_planned_for_this_period_is_not_what_comes_next() -> None:
    assert read("2026年二季度填报表", "二季度下步打算", "再核对三个村") == ("next_steps", True)


@pytest.mark.parametrize(("header", "sure"), [("1-6月完成率", True), ("上半年完成率", True), ("二季度完成率", False)])
def test_a_rate_of_a_quarter_may_be_of_that_time_alone(header: str, sure: bool) -> None:
    lines = ["2026年二季度填报表", f"序号,重点任务,进展情况,{header},办结时间", "1,核对低保对象,核对了两个村,41,"]
    (row,) = read_form("\n".join(lines).encode(), "x").rows
    assert ("percent" in row.cells and not row.cells["percent"].unsure) == sure


@pytest.mark.parametrize(("header", "sure"), [("6月底完成率", True), ("二季度末完成率", True), ("6月份完成率", False)])
def test_a_rate_at_the_end_of_a_time_is_of_all_until_then(header: str, sure: bool) -> None:
    lines = ["2026年二季度填报表", f"序号,重点任务,进展情况,{header},办结时间", "1,核对低保对象,核对了两个村,41,"]
    (row,) = read_form("\n".join(lines).encode(), "x").rows
    assert ("percent" in row.cells and not row.cells["percent"].unsure) == sure


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("下月工作打算", "next_steps"),
        ("下季度重点工作安排", "next_steps"),
        ("下个月计划", "next_steps"),
        ("当前存在问题", "problems"),
        ("本季度存在的主要困难", "problems"),
    ],
)
def test_other_words_for_what_comes_next_and_for_problems(header: str, field: str) -> None:
    assert read("", header, "再核对三个村") == (field, False)


def test_without_a_title_a_header_is_taken_as_it_was() -> None:
    assert read("", "进展情况（一季度）", "核对了两个村") == ("text", False)
