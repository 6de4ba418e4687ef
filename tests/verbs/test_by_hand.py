"""An answer by phone or on paper: stored like one from a file, with who gave it, undone like any work."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from desktop_app.errors import Refused
from desktop_app.store.store import Store, open_ledger
from desktop_app.store.undo import steps, undo
from desktop_app.texts import by_hand as texts
from desktop_app.texts import exchange
from desktop_app.verbs.by_hand import answer_by_hand
from desktop_app.verbs.collect import apply_collected, collect, pending
from desktop_app.verbs.dispatch import Choices, dispatch
from desktop_app.verbs.rounds import void_round, withdraw_rows
from tests.builders import plan_with
from tests.exchange.returns import BEDS, CARE, DUE, JUNE, MEALS, fill, send

HEARD = "6月20日电话，李科长报送"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_ledger(tmp_path / "ledger") as store:
        yield store


def row_of(store: Store, unit: str = CARE, title: str = MEALS) -> int:
    snapshot = store.snapshot()
    return next(r.key for r in snapshot.rows.values() if snapshot.units[r.unit].name == unit and r.title == title)


def test_it_is_the_unit_s_answer_and_the_ledger_s_report(store: Store, tmp_path: Path) -> None:
    send(store, tmp_path / "out")
    before, row = store.logical_dump(), row_of(store)
    answer_by_hand(store, row, {"percent": "45", "text": "已选址", "problems": ""}, HEARD)
    snapshot = store.snapshot()
    answer, report = snapshot.answer_of(row), snapshot.report_of(row)
    assert answer and report
    assert (answer.percent, answer.text, answer.problems, answer.heard) == (45.0, "已选址", None, HEARD)
    assert (report.percent, report.text) == (45.0, "已选址")
    last = steps(store).undo
    assert last and undo(store, last.id)
    assert store.logical_dump() == before


def test_a_file_that_comes_later_is_measured_against_it(store: Store, tmp_path: Path) -> None:
    sent = send(store, tmp_path / "out")
    row = row_of(store)
    answer_by_hand(store, row, {"percent": 45, "text": "已选址"}, HEARD)
    same = collect(store, [fill(sent.forms[CARE], tmp_path / "a.xlsx", {MEALS: {"percent": 45, "text": "已选址"}})])
    assert (same.questions, [file.changed for file in same.files]) == ([], [0])
    more = collect(store, [fill(sent.forms[CARE], tmp_path / "b.xlsx", {MEALS: {"percent": 60, "text": "已选址"}})])
    apply_collected(store, more)
    report = store.snapshot().report_of(row)
    assert report and report.percent == 60


def test_a_second_call_tells_who_gave_it_last(store: Store, tmp_path: Path) -> None:
    send(store, tmp_path / "out")
    row = row_of(store)
    answer_by_hand(store, row, {"percent": 45}, HEARD)
    answer_by_hand(store, row, {"status": exchange.FINISHED, "percent": 100, "finished_on": "2026-06-21"}, "纸质件")
    answer = store.snapshot().answer_of(row)
    assert answer and (answer.percent, answer.finished_on, answer.heard) == (100.0, "2026-06-21", "纸质件")


def test_figures_are_taken_down_too(store: Store, tmp_path: Path) -> None:
    target = {"item": "助餐点", "value": 8, "unit": "个", "phrase": "新建助餐点8个"}
    plan_with(store, {"title": MEALS, "lead": CARE, "targets": [target]})
    dispatch(store, JUNE, DUE, tmp_path / "out", None, Choices(asked="text,figures"))
    row = row_of(store)
    answer_by_hand(store, row, {"figure_1": 5}, HEARD)
    (figure,) = store.snapshot().having("row_target", "row", row)
    answer = store.snapshot().answer_of(row)
    assert (figure.accepted, figure.held) == (5.0, 5.0)
    assert answer and answer.heard == HEARD
    with pytest.raises(Refused, match="完成率"):
        answer_by_hand(store, row, {"percent": 5}, HEARD)


@pytest.mark.parametrize(
    ("values", "heard", "sentence"),
    [
        ({"percent": 101}, HEARD, texts.BAD_PERCENT.format(value=101)),
        ({"percent": "一半"}, HEARD, texts.BAD_NUMBER.format(field="完成率(%)", value="一半")),
        ({"finished_on": "下月"}, HEARD, texts.BAD_DAY.format(value="下月")),
        ({"percent": 40}, " ", texts.NO_SOURCE),
        ({"percent": ""}, HEARD, texts.NO_VALUES),
        ({"evidence": "照片"}, HEARD, texts.NOT_ASKED.format(field="佐证材料")),
        ({"shoe_size": "4"}, HEARD, texts.NOT_ASKED.format(field="shoe_size")),
    ],
)
def test_what_cannot_be_is_refused_with_nothing_changed(
    store: Store, tmp_path: Path, values: dict[str, object], heard: str, sentence: str
) -> None:
    send(store, tmp_path / "out")
    before = store.logical_dump()
    with pytest.raises(Refused) as refused:
        answer_by_hand(store, row_of(store), values, heard)
    assert refused.value.sentence == sentence
    assert store.logical_dump() == before


@pytest.mark.parametrize("away", ["row", "round"])
def test_a_row_that_is_withdrawn_or_void_takes_no_answer(store: Store, tmp_path: Path, away: str) -> None:
    sent = send(store, tmp_path / "out")
    row = row_of(store)
    if away == "row":
        withdraw_rows(store, [row])
    else:
        void_round(store, sent.dispatched.round)
    with pytest.raises(Refused, match="已经撤回"):
        answer_by_hand(store, row, {"percent": 40}, HEARD)


def test_a_file_taken_in_before_is_not_asked_about_anew(store: Store, tmp_path: Path) -> None:
    sent = send(store, tmp_path / "out")
    answers = {MEALS: {"percent": 30, "text": "已选址"}, BEDS: {"percent": "过半", "text": "床位陆续到货"}}
    form = fill(sent.forms[CARE], tmp_path / "back.xlsx", answers, datetime(2025, 6, 7))
    apply_collected(store, collect(store, [form]))
    answer_by_hand(store, row_of(store), {"percent": 45}, HEARD)
    assert [question.task for question in pending(store)] == [BEDS]
    assert [question.task for question in collect(store, [form]).questions] == [MEALS, BEDS]
