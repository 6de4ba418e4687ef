"""Tables of other columns on one sheet, below each other or side by side, are each read by their own header."""

import pytest

from desktop_app.exchange.read_forms import ReturnedForm, read_form

WIDE = ["序号", "重点任务", "进展情况", "完成率(%)", "存在问题"]
BEDS = ["1", "改造护理床位", "已改造45张", "38%", "缺人手"]
NARROW = ["重点任务", "完成率(%)", "下步打算", "", ""]
CHECKS = ["核对低保对象", "41%", "再走两个村", "", ""]


def form_of(*lines: list[str]) -> ReturnedForm:
    return read_form("\n".join(map(",".join, lines)).encode(), "x")


def said(form: ReturnedForm) -> dict[str, dict[str, str]]:
    """What each row answers, by its title."""
    return {row.title: {field: str(cell.typed.raw) for field, cell in row.cells.items()} for row in form.rows}


FIRST = {"text": "已改造45张", "percent": "38%", "problems": "缺人手"}
SECOND = {"percent": "41%", "next_steps": "再走两个村"}


@pytest.mark.parametrize(
    ("between", "units"),
    [([], ["养老科", "养老科"]), ([[""] * 5, ["填报单位：救助科", "", "", "", ""]], ["养老科", "救助科"])],
)
def test_a_header_of_other_columns_begins_another_table(between: list[list[str]], units: list[str]) -> None:
    form = form_of(["填报单位：养老科", "", "", "", ""], WIDE, BEDS, *between, NARROW, CHECKS)
    assert said(form) == {"改造护理床位": FIRST, "核对低保对象": SECOND}
    assert ([row.unit for row in form.rows], form.notes) == (units, ())


def test_a_table_cut_into_halves_of_its_columns_answers_each_row_twice() -> None:
    left, right = ["重点任务", "进展情况", "本期情况"], ["重点任务", "完成率(%)", "存在问题"]
    halves = (left, ["改造护理床位", "已改造45张", "有进展"], ["", "", ""], right, ["改造护理床位", "38%", "缺人手"])
    form = form_of(*halves)
    assert [sorted(row.cells) for row in form.rows] == [["status", "text"], ["percent", "problems"]]


def test_the_same_header_again_begins_none() -> None:
    form = form_of(WIDE, BEDS, WIDE, ["2", "核对低保对象", "核对了两个村", "41%", ""])
    assert [row.title for row in form.rows] == ["改造护理床位", "核对低保对象"]


@pytest.mark.parametrize("other", ["", "填报单位：救助科"])
def test_two_tables_side_by_side(other: str) -> None:
    top = ["填报单位：养老科", "", "", "", "", "", other, "", "", "", ""]
    header = [*WIDE, "", "序号", *NARROW[:3], ""]
    form = form_of(top, header, [*BEDS, "", "2", *CHECKS[:3], ""])
    assert said(form) == {"改造护理床位": FIRST, "核对低保对象": SECOND}
    assert ([row.unit for row in form.rows], form.notes) == (["养老科", other[5:] or "养老科"], ())
