"""Forms that come back sorted, pasted, retyped or of another ledger: nothing lands on a wrong task, nothing is lost."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.proposal import Severity
from desktop_app.store.store import Store, open_ledger
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import collect, decide, exit_code, pending
from tests.builders import Built, plan_with
from tests.exchange.returns import (
    AID,
    BEDS,
    CARE,
    JUNE,
    MEALS,
    Sent,
    Sheet,
    answer,
    change,
    columns_of,
    line_of,
    only_row_marks,
    send,
    send_again,
    without_marks,
)
from tests.verbs.test_collect import held, merge

TASKS = ("清查社会组织", "评估困境儿童", "整治殡葬服务", "更新地名标志", "发放高龄津贴", "培训护理人员")


@pytest.fixture
def sent(store: Store, tmp_path: Path) -> Sent:
    """One unit with six tasks, each with a text of its own."""
    tasks: list[dict[str, Any]] = [{"title": title, "lead": CARE, "text": f"{title}，年底前完成。"} for title in TASKS]
    return send_again(store, tmp_path / "out", plan_with(store, *tasks), JUNE)


@pytest.fixture
def two(store: Store, tmp_path: Path) -> Sent:
    """Two units, the first task led by both."""
    return send(store, tmp_path / "out")


def figures(store: Store, built: Built) -> dict[str, Any]:
    """The percent that the ledger holds for each task of the unit."""
    found = {title: held(store, built.units[CARE], title).get("percent") for title in TASKS}
    return {title: percent for title, percent in found.items() if percent is not None}


GIVEN = {title: {"percent": 10 + place, "text": f"第{place}项"} for place, title in enumerate(TASKS)}
EXPECTED = {title: 10.0 + place for place, title in enumerate(TASKS)}


def reverse_what_is_seen(sheet: Sheet) -> None:
    """Turn the rows round, columns A to K; the hidden marks stay where they were."""
    first, last = line_of(sheet, TASKS[0]), line_of(sheet, TASKS[-1])
    rows = [[sheet.cell(line, column).value for column in range(1, 12)] for line in range(first, last + 1)]
    for line, values in zip(range(first, last + 1), reversed(rows), strict=True):
        for column, value in enumerate(values, 1):
            sheet.cell(line, column).value = value


def test_rows_sorted_without_their_marks_are_asked_about_once_and_go_by_title(
    store: Store, sent: Sent, tmp_path: Path
) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, GIVEN)
        reverse_what_is_seen(sheet)

    collected = merge(store, change(sent.forms[CARE], tmp_path / "a.xlsx", work))
    assert figures(store, sent.built) == {}
    tasks = "、".join(TASKS[:-4:-1]) + "等"
    assert texts.ROWS_MOVED.format(count=6, tasks=tasks) in [note.text for note in collected.notes]
    (question,) = collected.questions
    decide(store, [(question, "take")])
    assert figures(store, sent.built) == EXPECTED


@pytest.mark.parametrize("lost", ["blank", "retyped", "column"])
def test_marks_without_a_title_that_agrees_are_asked_about(store: Store, sent: Sent, tmp_path: Path, lost: str) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, GIVEN)
        reverse_what_is_seen(sheet)
        column = columns_of(sheet)[texts.TITLE]
        for line in range(5, 11):
            sheet.cell(line, column).value = None if lost == "blank" else f"事项{line}"
        if lost == "column":
            sheet.delete_cols(column)

    collected = merge(store, change(sent.forms[CARE], tmp_path / "a.xlsx", work))
    assert figures(store, sent.built) == {}
    assert {question.task for question in collected.questions} == set(TASKS)
    assert exit_code(collected) == 1


def test_a_retyped_title_is_no_doubt_where_mark_and_text_agree(store: Store, sent: Sent, tmp_path: Path) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, GIVEN)
        sheet.cell(line_of(sheet, TASKS[2]), columns_of(sheet)[texts.TITLE]).value = "整治殡葬服务（重点）"

    assert merge(store, change(sent.forms[CARE], tmp_path / "a.xlsx", work)).questions == []
    assert figures(store, sent.built) == EXPECTED


def test_a_title_of_one_row_with_the_text_of_another_is_asked_about(store: Store, sent: Sent, tmp_path: Path) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, {TASKS[0]: {"percent": 11}})
        sheet.cell(line_of(sheet, TASKS[0]), columns_of(sheet)[texts.TITLE]).value = TASKS[1]

    (question,) = merge(store, change(sent.forms[CARE], tmp_path / "a.xlsx", work)).questions
    assert (question.task, TASKS[1] in question.text) == (TASKS[0], True)
    assert figures(store, sent.built) == {}


def test_tasks_of_one_title_are_told_apart_by_number_and_text(store: Store, tmp_path: Path) -> None:
    tasks = [{"title": "开展检查", "lead": CARE, "text": f"检查{place}所。"} for place in range(2)]
    sent = send_again(store, tmp_path / "out", plan_with(store, *tasks), JUNE)

    def work(sheet: Sheet) -> None:
        rows = [[sheet.cell(line, column).value for column in range(1, 12)] for line in (6, 5)]
        for line, values in zip((5, 6), rows, strict=True):
            for column, value in enumerate(values, 1):
                sheet.cell(line, column).value = value
            sheet.cell(line, columns_of(sheet)[texts.PERCENT]).value = line * 10

    (question,) = merge(store, change(sent.forms[CARE], tmp_path / "a.xlsx", work)).questions
    decide(store, [(question, "take")])
    reports = store.snapshot().tables["report"].values()
    rows = store.snapshot().rows
    assert {rows[r.row].task: r.percent for r in reports} == dict(zip(sent.built.tasks, (60.0, 50.0), strict=True))


def retitle(**headers: str) -> Any:
    """Other words over the columns."""

    def work(sheet: Sheet) -> None:
        answer(sheet, {MEALS: {"percent": 100, "text": "完工", "finished_on": "2026-6-5", "problems": "缺人"}})
        columns = columns_of(sheet)
        for field, header in headers.items():
            sheet.cell(4, columns[getattr(texts, field.upper())]).value = header

    return work


@pytest.mark.parametrize(
    ("field", "header"),
    [
        *(("problems", header) for header in ("存在问题及困难", "困难和问题", "存在的主要问题")),
        *(("finished_on", header) for header in ("完成时间", "办结日期", "实际完成时间")),
        *(("text", header) for header in ("工作进展情况", "完成情况", "目前进展", "推进情况", "工作动态", "本期进展")),
        *(("percent", header) for header in ("进度", "完成百分比", "完成比例（%）", "工作进度", "完成率")),
    ],
)
def test_a_retyped_header_is_known_by_its_meaning(
    store: Store, two: Sent, tmp_path: Path, field: str, header: str
) -> None:
    collected = merge(store, change(two.forms[CARE], tmp_path / "a.xlsx", retitle(**{field: header})))
    assert collected.questions == []
    expected = {"percent": 100.0, "text": "完工", "finished_on": "2026-06-05", "problems": "缺人"}
    assert held(store, two.built.units[CARE], MEALS) == expected


@pytest.mark.parametrize("field", ["problems", "finished_on", "text", "percent"])
def test_a_header_without_meaning_is_known_by_its_place_and_asked_about(
    store: Store, two: Sent, tmp_path: Path, field: str
) -> None:
    path = change(two.forms[CARE], tmp_path / "a.xlsx", retitle(**{field: "某栏"}))
    (question,) = merge(store, path).questions
    assert question.field == field
    assert "某栏" in question.text
    decide(store, [(question, "take")])
    assert field in held(store, two.built.units[CARE], MEALS)


@pytest.mark.parametrize("header", ["本栏自加", None])
def test_an_added_column_with_something_in_it_is_told_with_its_cells(
    store: Store, two: Sent, tmp_path: Path, header: str | None
) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, {MEALS: {"percent": 40, "text": "已选址"}})
        sheet["M4"], sheet["M5"], sheet["N6"] = header, "继续推进", " "

    collected = merge(store, change(two.forms[CARE], tmp_path / "a.xlsx", work))
    (note,) = [note for note in collected.notes if note.severity is Severity.ASK]
    assert (note.sheet, note.cell) == (texts.SHEET, "M5")
    assert "继续推进" in note.text
    assert (collected.files[0].state, exit_code(collected)) == ("needs decision", 1)
    assert pending(store) == []
    assert held(store, two.built.units[CARE], MEALS) == {"percent": 40.0, "text": "已选址"}


def test_a_form_without_marks_goes_to_the_period_that_it_names(store: Store, two: Sent, tmp_path: Path) -> None:
    july = send_again(store, tmp_path / "july", two.built, "2026-07")
    for sent, name in ((two, "a"), (july, "b")):
        path = without_marks(sent.forms[CARE], tmp_path / f"{name}.xlsx", {BEDS: {"percent": 40}})
        assert collect(store, [path]).files[0].round == sent.dispatched.round


def test_titles_with_signs_around_them_are_known_without_marks(store: Store, two: Sent, tmp_path: Path) -> None:
    def work(sheet: Sheet) -> None:
        for cell in sheet["B"]:
            if cell.value in (MEALS, BEDS):
                cell.value = f"★1.{cell.value}。（牵头）"

    path = change(two.forms[CARE], tmp_path / "a.xlsx", work)
    path = without_marks(path, tmp_path / "b.xlsx", {f"★1.{BEDS}。（牵头）": {"percent": 40}})
    assert (merge(store, path).files[0].state, held(store, two.built.units[CARE], BEDS)) == (
        "merged",
        {"percent": 40.0},
    )


def titled(two: Sent, tmp_path: Path, title: str) -> Path:
    """The first round's form with another title and without its marks."""

    def work(sheet: Sheet) -> None:
        sheet["A2"] = title

    path = change(two.forms[CARE], tmp_path / "a.xlsx", work)
    return without_marks(path, tmp_path / "b.xlsx", {BEDS: {"percent": 40}})


def test_a_form_without_marks_but_with_an_unknown_period_is_refused(store: Store, two: Sent, tmp_path: Path) -> None:
    send_again(store, tmp_path / "july", two.built, "2026-07")
    (note,) = collect(store, [titled(two, tmp_path, "2026年5月填报表")]).notes
    assert texts.OTHER_PERIOD.format(period="2026年5月") in note.text


def test_a_form_without_marks_or_a_period_is_asked_about_once(store: Store, two: Sent, tmp_path: Path) -> None:
    july = send_again(store, tmp_path / "july", two.built, "2026-07")
    collected = merge(store, titled(two, tmp_path, "重点工作填报表"))
    (question,) = collected.questions
    assert "2026年7月还没有报" in question.text
    assert (collected.files[0].round, collected.changes) == (july.dispatched.round, ())


def test_row_marks_of_another_ledger_are_refused(store: Store, two: Sent, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "other") as other:
        foreign = send(other, tmp_path / "elsewhere").forms[CARE]
    path = only_row_marks(foreign, tmp_path / "a.xlsx", {BEDS: {"percent": 40}})
    collected = collect(store, [path])
    assert (collected.files[0].state, collected.changes) == ("refused", ())
    assert texts.OTHER_LEDGER in collected.notes[0].text


def test_a_form_that_names_another_unit_is_asked_about_as_one(store: Store, two: Sent, tmp_path: Path) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, {MEALS: {"percent": 40, "text": "已选址"}})
        sheet["A3"] = texts.FORM_UNIT.format(unit=AID)

    (question,) = merge(store, change(two.forms[CARE], tmp_path / "a.xlsx", work)).questions
    assert AID in question.text
    assert held(store, two.built.units[CARE], MEALS) == {}
    decide(store, [(question, "take")])
    assert held(store, two.built.units[CARE], MEALS) == {"percent": 40.0, "text": "已选址"}


def test_dates_of_the_head_are_no_period(store: Store, two: Sent, tmp_path: Path) -> None:
    july = send_again(store, tmp_path / "july", two.built, "2026-07")

    def work(sheet: Sheet) -> None:
        sheet["I3"] = "填报日期：2026年6月30日"

    path = change(july.forms[CARE], tmp_path / "a.xlsx", work)
    bare = without_marks(path, tmp_path / "b.xlsx", {BEDS: {"percent": 40}})
    assert collect(store, [bare]).files[0].round == july.dispatched.round


@pytest.mark.parametrize("header", [texts.CONTENT, texts.TARGETS, texts.DEADLINE, texts.LAST])
def test_what_is_written_over_a_printed_cell_is_told_with_its_cell(
    store: Store, two: Sent, tmp_path: Path, header: str
) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, {MEALS: {"percent": 40, "text": "已选址"}})
        sheet.cell(line_of(sheet, MEALS), columns_of(sheet)[header]).value = "九月前完成"

    collected = merge(store, change(two.forms[CARE], tmp_path / "a.xlsx", work))
    (note,) = [note for note in collected.notes if "九月前完成" in note.text]
    assert (note.severity, note.task) == (Severity.INFO, MEALS)
    assert note.cell in {"C5", "D5", "E5", "F5"}
    assert held(store, two.built.units[CARE], MEALS) == {"percent": 40.0, "text": "已选址"}


def test_a_later_round_s_last_answer_is_no_difference(store: Store, two: Sent, tmp_path: Path) -> None:
    given = {MEALS: {"percent": 40, "text": "已选址"}, BEDS: {"percent": 20, "text": "在建"}}
    path = change(two.forms[CARE], tmp_path / "a.xlsx", lambda sheet: answer(sheet, given))
    merge(store, path)
    july = send_again(store, tmp_path / "july", two.built, "2026-07")
    given = {MEALS: {"percent": 40, "text": "已动工"}, BEDS: {"percent": 20, "text": "已封顶"}}
    assert merge(store, change(july.forms[CARE], tmp_path / "b.xlsx", lambda sheet: answer(sheet, given))).notes == []
    assert merge(store, path).notes == []


def test_a_form_of_no_round_stays_of_the_round_that_it_was_taken_for(store: Store, two: Sent, tmp_path: Path) -> None:
    july = send_again(store, tmp_path / "july", two.built, "2026-07")
    path = titled(two, tmp_path, "重点工作填报表")
    merge(store, path)
    send_again(store, tmp_path / "august", two.built, "2026-08")
    (question,) = pending(store)
    assert "按2026年7月对应" in question.text
    decide(store, [(question, "take")])
    report = [one for one in store.snapshot().tables["report"].values() if one.percent == 40.0]
    assert [store.snapshot().rows[one.row].round for one in report] == [july.dispatched.round]
    assert pending(store) == []
    again = merge(store, path)
    assert (again.files[0].state, again.changes) == ("unchanged", ())
