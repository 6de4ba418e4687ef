"""What is asked rather than taken, what the clerk's word does, and that it is asked no more (laws 8 and 10)."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.changes import Draft
from desktop_app.errors import Refused
from desktop_app.store import journal
from desktop_app.store.store import Store, open_ledger
from desktop_app.store.undo import undo
from desktop_app.texts import exchange as texts
from desktop_app.verbs.collect import apply_collected, collect, decide, pending, with_choices
from tests.exchange.returns import (
    AID,
    BEDS,
    CARE,
    CHECKS,
    MEALS,
    Sent,
    Sheet,
    answer,
    change,
    columns_of,
    line_of,
    send_again,
)
from tests.verbs.test_collect import edit, held, merge, returned


@pytest.fixture
def july(store: Store, sent: Sent, tmp_path: Path) -> Sent:
    """A second round, after 40 per cent in the first."""
    merge(store, returned(sent, "june", {MEALS: {"percent": 40, "text": "已选址", "status": "有进展"}}))
    return send_again(store, tmp_path / "july", sent.built, "2026-07")


def latest(store: Store, title: str = MEALS, unit: str = CARE) -> dict[str, Any]:
    """What the newest round holds about a task of a unit."""
    snapshot = store.snapshot()
    key = next(u.key for u in snapshot.units_in_order() if u.name == unit)
    row = [r for r in snapshot.having("round_row", "unit", key) if r.title == title][-1]
    report = snapshot.report_of(row.key)
    fields = report._asdict() if report else {}
    return {name: value for name, value in fields.items() if value is not None and name not in ("key", "row")}


@pytest.mark.parametrize(
    ("given", "field", "taken"),
    [
        ({"percent": 30, "text": "新建助餐点2处"}, "percent", {"text": "新建助餐点2处"}),
        ({"percent": 130, "text": "x"}, "percent", {"text": "x"}),
        ({"percent": 0.6}, "percent", {}),
        ({"percent": "过半"}, "percent", {}),
        ({"percent": "=1+1"}, "percent", {}),
        ({"status": "快了", "percent": 50}, "status", {"percent": 50.0}),
        ({"status": "已办结", "percent": 90}, "status", {"percent": 90.0}),
        ({"status": "已办结", "text": "完工"}, "percent", {"status": "已办结", "text": "完工"}),
        ({"percent": 90, "finished_on": "2026.7.20"}, "finished_on", {"percent": 90.0}),
        ({"percent": 100, "finished_on": "上个月"}, "finished_on", {"percent": 100.0}),
        ({"percent": 100, "finished_on": "7月"}, "finished_on", {"percent": 100.0}),
        ({"status": "与上期无变化", "percent": 45}, "percent", {"status": "与上期无变化", "text": "已选址"}),
    ],
)
def test_doubtful_values_are_asked_about_and_the_rest_is_taken(
    store: Store, july: Sent, given: dict[str, Any], field: str, taken: dict[str, Any]
) -> None:
    collected = merge(store, returned(july, "a", {MEALS: given}))
    (question,) = collected.questions
    assert (question.field, question.task, question.file) == (field, MEALS, collected.files[0].file)
    assert collected.files[0].state == "needs decision"
    assert latest(store) == taken
    assert [(q.row, q.field, q.theirs) for q in pending(store)] == [(question.row, field, question.theirs)]


def test_no_change_stands_for_the_last_figure_and_words(store: Store, july: Sent) -> None:
    collected = merge(store, returned(july, "a", {MEALS: {"status": "与上期无变化"}}))
    assert (collected.questions, collected.files[0].changed) == ([], 1)
    assert latest(store) == {"status": "与上期无变化", "percent": 40.0, "text": "已选址"}


def test_no_change_where_nothing_was_said_before_is_asked_about(store: Store, july: Sent) -> None:
    (question,) = merge(store, returned(july, "a", {BEDS: {"status": "与上期无变化"}})).questions
    assert question.field == "status"
    assert latest(store, BEDS) == {}


def test_a_hundred_per_cent_without_a_day_and_lacking_cells_are_told(store: Store, sent: Sent) -> None:
    collected = merge(store, returned(sent, "a", {MEALS: {"percent": 100, "text": "完工"}, BEDS: {"text": "在建"}}))
    assert collected.questions == []
    told = [note.text for note in collected.notes]
    assert any(texts.END_WITHOUT_DAY in text for text in told)
    assert any(texts.MISSING.format(fields="完成率(%)") in text for text in told)


@pytest.mark.parametrize(
    ("first", "then", "field"),
    [
        ({"percent": 100, "text": "x", "finished_on": "2026-6-5"}, {"percent": 60}, "percent"),
        (
            {"percent": 100, "text": "x", "finished_on": "2026-6-5"},
            {"percent": 60, "finished_on": "2026-6-5"},
            "percent",
        ),
        ({"status": "已办结", "percent": 100, "text": "x"}, {"percent": 60}, "percent"),
        ({"percent": 10, "text": "x"}, {"status": "已办结"}, "status"),
        ({"percent": 20, "text": "x"}, {"finished_on": "2026-6-5"}, "finished_on"),
    ],
)
def test_what_contradicts_the_ledger_s_own_value_of_the_round_is_asked_about(
    store: Store, sent: Sent, first: dict[str, Any], then: dict[str, Any], field: str
) -> None:
    merge(store, returned(sent, "a", {MEALS: first}, saved=datetime(2026, 6, 10)))
    before = latest(store)
    (question,) = merge(store, returned(sent, "b", {MEALS: then}, saved=datetime(2026, 6, 11))).questions
    assert question.field == field
    assert latest(store) == before


def test_a_finish_taken_back_with_its_status_is_a_correction(store: Store, sent: Sent) -> None:
    merge(store, returned(sent, "a", {MEALS: {"status": "已办结", "percent": 100}}, saved=datetime(2026, 6, 10)))
    then = {"status": "有进展", "percent": 60}
    assert merge(store, returned(sent, "b", {MEALS: then}, saved=datetime(2026, 6, 11))).questions == []
    assert latest(store) == {"status": "有进展", "percent": 60.0}


@pytest.mark.parametrize("text", [None, "同上", "/"])
def test_no_change_of_a_finished_task_keeps_its_day(store: Store, sent: Sent, tmp_path: Path, text: str | None) -> None:
    done = {"percent": 100, "text": "完工", "finished_on": date(2026, 6, 5)}
    merge(store, returned(sent, "june", {MEALS: done}))
    july = send_again(store, tmp_path / "july", sent.built, "2026-07")
    same = {"status": "与上期无变化", "text": text}
    assert merge(store, returned(july, "a", {MEALS: same})).questions == []
    assert latest(store) == {"status": "与上期无变化", "percent": 100.0, "text": "完工", "finished_on": "2026-06-05"}


def test_law_10_keeping_is_a_decision_that_outlives_the_window(store: Store, sent: Sent) -> None:
    path = returned(sent, "a", {MEALS: {"percent": 0.6, "text": "已选址"}})
    merge(store, path)
    folder = store.folder
    store.close()
    with open_ledger(folder) as reopened:
        (question,) = pending(reopened)
        decide(reopened, [(question, "keep")])
        assert pending(reopened) == []
        again = merge(reopened, path)
        assert (again.files[0].state, again.questions) == ("unchanged", [])
        entry = journal.entries(reopened.connection)[0]
        assert entry.label == "处理合并疑问（1处）"
        undo(reopened, entry.id)
        assert len(pending(reopened)) == 1


def test_taking_several_answers_of_one_row_makes_one_report(store: Store, sent: Sent) -> None:
    collected = merge(store, returned(sent, "a", {MEALS: {"percent": 0.6, "finished_on": "6月"}}))
    assert len(collected.questions) == 2
    decide(store, [(question, "take") for question in collected.questions])
    assert latest(store) == {"percent": 60.0, "finished_on": "2026-06-30"}
    assert len(store.snapshot().tables["report"]) == len(store.snapshot().tables["answer"]) == 1
    assert pending(store) == []
    sources = journal.sources_of(store.connection, "report")
    cells = {field: source.cell for (_, field), source in sources.items() if field != "row"}
    assert cells == {"percent": "I5", "finished_on": "J5"}


def test_take_and_keep_together_are_one_entry_and_one_undo(store: Store, sent: Sent) -> None:
    collected = merge(store, returned(sent, "a", {MEALS: {"percent": 0.6}, BEDS: {"percent": 0.7}}))
    before = store.logical_dump()
    applied = decide(store, [(collected.questions[0], "take"), (collected.questions[1], "keep")])
    assert applied is not None
    assert pending(store) == []
    undo(store, applied.entry)
    assert store.logical_dump() == before


def test_a_question_of_the_second_file_of_a_call_can_be_decided_after_the_merge(store: Store, sent: Sent) -> None:
    first = returned(sent, "a", {MEALS: {"percent": 40}}, saved=datetime(2026, 6, 1))
    second = returned(sent, "b", {MEALS: {"percent": 0.6}}, saved=datetime(2026, 6, 2))
    (question,) = merge(store, first, second).questions
    decide(store, [(question, "take")])
    assert latest(store) == {"percent": 60.0}
    assert len(store.snapshot().tables["report"]) == 1


def test_choices_made_before_the_merge_are_part_of_it(store: Store, sent: Sent) -> None:
    before = store.logical_dump()
    collected = collect(store, [returned(sent, "a", {MEALS: {"percent": 0.6, "text": "开工"}, BEDS: {"percent": 0.7}})])
    choices = [(collected.questions[0], "take"), (collected.questions[1], "keep")]
    applied = apply_collected(store, with_choices(store, collected, choices))
    assert applied is not None
    assert (latest(store), latest(store, BEDS)) == ({"percent": 60.0, "text": "开工"}, {})
    assert pending(store) == []
    undo(store, applied.entry)
    assert store.logical_dump() == before


def test_a_question_about_a_value_changed_since_is_refused(store: Store, sent: Sent) -> None:
    (question,) = merge(store, returned(sent, "a", {MEALS: {"percent": 0.6}})).questions
    edit(store, sent.built.units[CARE], MEALS, percent=55.0)
    before = store.logical_dump()
    with pytest.raises(Refused, match="已被改动"):
        decide(store, [(question, "take")])
    assert store.logical_dump() == before


def test_a_later_answer_of_the_unit_settles_the_question(store: Store, sent: Sent) -> None:
    merge(store, returned(sent, "a", {MEALS: {"percent": 0.6}}, saved=datetime(2026, 6, 1)))
    merge(store, returned(sent, "b", {MEALS: {"percent": 60}}, saved=datetime(2026, 6, 2)))
    assert pending(store) == []


def test_law_8_an_answer_to_a_withdrawn_row_is_asked_about(store: Store, sent: Sent) -> None:
    snapshot, draft = store.snapshot(), Draft()
    row = next(r for r in snapshot.rows.values() if r.title == BEDS)
    draft.set("round_row", row, {"withdrawn": 1})
    store.apply(draft.changes, "撤回")
    collected = merge(store, returned(sent, "a", {BEDS: {"percent": 40, "text": "在建"}}))
    assert [question.field for question in collected.questions] == ["percent", "text"]
    assert all("已经撤回" in question.text for question in collected.questions)
    assert latest(store, BEDS) == {}


def test_law_8_a_figure_for_a_target_changed_since_is_asked_about(store: Store, sent: Sent) -> None:
    draft = Draft()
    values = {"task": sent.built.tasks[1], "position": 1, "comparator": "at_least", "value": 150, "unit": "张"}
    draft.create("target", {**values, "phrase": "改造床位150张"})
    store.apply(draft.changes, "修订要点")
    collected = merge(store, returned(sent, "a", {BEDS: {"percent": 40, "text": "在建"}, MEALS: {"percent": 30}}))
    (question,) = collected.questions
    assert (question.task, question.field) == (BEDS, "percent")
    assert "改造床位150张" in question.text
    assert (latest(store, BEDS), latest(store)) == ({"text": "在建"}, {"percent": 30.0})


def paste_row_of(other: Path, title: str) -> Callable[[Sheet], None]:
    """Copy a whole row of another form, its mark too, below the table."""

    def work(sheet: Sheet) -> None:
        from openpyxl import load_workbook

        source = load_workbook(other)[texts.SHEET]
        line = line_of(source, title)
        values = [cell.value for cell in source[line]]
        values[columns_of(source)[texts.PERCENT] - 1] = 25
        for column, value in enumerate(values, 1):
            sheet.cell(30, column).value = value

    return work


def test_a_row_of_another_unit_is_asked_about(store: Store, sent: Sent, tmp_path: Path) -> None:
    path = change(sent.forms[CARE], tmp_path / "a.xlsx", paste_row_of(sent.forms[AID], CHECKS))
    (question,) = merge(store, path).questions
    assert AID in question.text
    assert CARE in question.text
    assert latest(store, CHECKS, AID) == {}


def test_a_row_of_another_round_is_refused_and_the_rest_is_taken(
    store: Store, sent: Sent, july: Sent, tmp_path: Path
) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, {MEALS: {"percent": 50}})
        paste_row_of(sent.forms[CARE], BEDS)(sheet)

    collected = merge(store, change(july.forms[CARE], tmp_path / "a.xlsx", work))
    assert collected.files[0].state == "partly"
    assert [note.text for note in collected.notes if note.severity == "refused"] == [
        texts.ROW_OF_OTHER_ROUND.format(task=BEDS)
    ]
    assert latest(store) == {"percent": 50.0}


def test_an_unknown_row_is_refused_by_name_never_dropped(store: Store, sent: Sent, tmp_path: Path) -> None:
    def work(sheet: Sheet) -> None:
        sheet.cell(20, columns_of(sheet)[texts.TITLE]).value = "自加的任务"
        sheet.cell(20, columns_of(sheet)[texts.PERCENT]).value = 10
        sheet.cell(21, columns_of(sheet)[texts.PERCENT]).value = 20

    collected = merge(store, change(sent.forms[CARE], tmp_path / "a.xlsx", work))
    told = {note.text: note.cell for note in collected.notes if note.severity == "refused"}
    assert told == {texts.ROW_UNKNOWN.format(task="自加的任务"): "I20", texts.ROW_NAMELESS: "I21"}
    assert collected.files[0].state == "partly"


def test_a_task_written_twice_with_different_answers_is_asked_about(store: Store, sent: Sent, tmp_path: Path) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, {MEALS: {"percent": 40, "text": "东片已选址"}})
        line = line_of(sheet, MEALS)
        for column in range(1, 13):
            sheet.cell(20, column).value = sheet.cell(line, column).value
        sheet.cell(20, columns_of(sheet)[texts.TEXT]).value = "西片已开工"

    (question,) = merge(store, change(sent.forms[CARE], tmp_path / "a.xlsx", work)).questions
    assert question.field == "text"
    assert "东片已选址" in question.text
    assert "西片已开工" in question.text
    assert latest(store) == {"percent": 40.0}


def test_a_merged_answer_is_asked_about_below_its_first_row(store: Store, sent: Sent, tmp_path: Path) -> None:
    def work(sheet: Sheet) -> None:
        answer(sheet, {MEALS: {"percent": 40}})
        column = columns_of(sheet)[texts.PERCENT]
        first = line_of(sheet, MEALS)
        sheet.merge_cells(start_row=first, end_row=first + 1, start_column=column, end_column=column)

    (question,) = merge(store, change(sent.forms[CARE], tmp_path / "a.xlsx", work)).questions
    assert (question.task, question.theirs) == (BEDS, 40.0)
    assert latest(store) == {"percent": 40.0}


def test_deleted_rows_and_blank_rows_are_told(store: Store, sent: Sent, tmp_path: Path) -> None:
    path = change(sent.forms[CARE], tmp_path / "a.xlsx", lambda sheet: sheet.delete_rows(line_of(sheet, BEDS)))
    collected = merge(store, path)
    told = [note.text for note in collected.notes]
    assert told == [texts.ROWS_MISSING.format(count=1, tasks=BEDS), texts.ROWS_BLANK.format(count=1, tasks=MEALS)]
    assert collected.files[0].state == "unchanged"


def test_a_form_from_before_a_restore_asks_once_a_file(store: Store, sent: Sent) -> None:
    store.connection.execute("UPDATE ledger SET epoch = epoch + 1")
    path = returned(sent, "a", {MEALS: {"percent": 40, "text": "已选址"}})
    (question,) = merge(store, path).questions
    assert question.text == texts.OLDER_EPOCH.format(count=2)
    assert latest(store) == {}
    decide(store, [(question, "take")])
    assert latest(store) == {"percent": 40.0, "text": "已选址"}


def test_a_form_of_a_round_that_the_ledger_does_not_know_is_refused(store: Store, sent: Sent) -> None:
    path = returned(sent, "a", {MEALS: {"percent": 40}})
    store.connection.execute("UPDATE round SET token = 'another'")
    (note,) = collect(store, [path]).notes
    assert texts.NO_SUCH_ROUND in note.text


def test_a_merged_unit_s_form_counts_for_the_unit_that_stands(store: Store, sent: Sent) -> None:
    snapshot, draft = store.snapshot(), Draft()
    draft.set("unit", snapshot.units[sent.built.units[AID]], {"merged_into": sent.built.units[CARE]})
    store.apply(draft.changes, "合并单位")
    collected = merge(store, returned(sent, "a", {CHECKS: {"percent": 15}}, unit=AID))
    assert (collected.files[0].unit, collected.questions) == (CARE, [])
    assert held(store, sent.built.units[AID], CHECKS) == {"percent": 15.0}
