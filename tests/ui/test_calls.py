"""The director calls: near days, units in the words, one entry that can be undone, thirty seconds at the keyboard."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app import clock
from desktop_app.domain.workdays import add_workdays
from desktop_app.errors import Refused
from desktop_app.texts import calls as texts
from desktop_app.ui.calls.dialog import CallDialog
from desktop_app.ui.calls.making import Call, Heard, heard, taken_down
from desktop_app.ui.calls.near_days import near_day
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from tests.ui.answering import answering
from tests.ui.fronting import seen, to_front
from tests.ui.ledger_case import Case

MONDAY = date(2026, 6, 29)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("明天上午报", "2026-06-30"),
        ("后天", "2026-07-01"),
        ("大后天", "2026-07-02"),
        ("本周五前", "2026-07-03"),
        ("周五前", "2026-07-03"),
        ("下周一", "2026-07-06"),
        ("下下周三", "2026-07-15"),
        ("星期日", "2026-07-05"),
        ("周末前", "2026-07-05"),
        ("三天内", "2026-07-02"),
        ("10个工作日内", "2026-07-13"),
        ("两周内", "2026-07-13"),
        ("半个月内", "2026-07-14"),
        ("一个月内", "2026-07-29"),
        ("月底前", "2026-06-30"),
        ("下月底", "2026-07-31"),
    ],
)
def test_near_days(words: str, day: str) -> None:
    found = near_day(words, MONDAY, add_workdays)
    assert found and found.day.isoformat() == day


def test_a_weekday_that_is_over_is_next_weeks() -> None:
    found = near_day("周一", date(2026, 7, 1), add_workdays)
    assert found and found.day == date(2026, 7, 6)


def test_a_month_after_the_thirty_first_ends_with_its_month() -> None:
    found = near_day("一个月内", date(2027, 1, 31), add_workdays)
    assert found and found.day == date(2027, 2, 28)


@pytest.mark.parametrize("words", ["6月底", "12月末", "一周年活动", "周边环境", "每天", "走访300户", ""])
def test_what_is_no_near_day(words: str) -> None:
    assert near_day(words, MONDAY, add_workdays) is None


def test_units_and_the_day_are_heard_in_the_words(case: Case) -> None:
    snapshot = case.store.snapshot()
    assert heard(snapshot, "请福利院会同养老科在下周五前报送情况", MONDAY) == Heard(("福利院",), ("养老科",), "下周五")
    assert heard(snapshot, "请救助科于9月底前办结", MONDAY).leads == ("救助科",)
    assert "9月" in heard(snapshot, "请救助科于9月底前办结", MONDAY).due
    assert heard(snapshot, "抓紧办理", MONDAY) == Heard((), (), "")


def test_a_call_is_one_entry_under_the_years_calls_and_can_be_undone(case: Case) -> None:
    session = Session(case.store)
    before = session.snapshot
    edit = taken_down(before, Call("请养老科排查助餐点。逐点拍照", "养老科", "新设科", "下周五", "分管局长"), MONDAY)
    assert edit.new_units == ("新设科",)
    session.apply(edit.changes, edit.label)
    (plan,) = [p for p in session.snapshot.plans_in_order() if p.kind == texts.KIND]
    (task,) = [t for t in session.snapshot.tasks.values() if t.plan == plan.key]
    assert (plan.title, plan.year) == ("2026年领导交办事项", 2026)
    assert (task.title, task.text) == ("请养老科排查助餐点", "请养老科排查助餐点。逐点拍照")
    assert (task.deadline, task.deadline_raw, task.deadline_kind) == ("2026-07-10", "下周五", "date")
    assert (task.start, task.leader, task.no) == ("2026-06-29", "分管局长", "1")
    names = [
        [session.snapshot.unit(a.unit).name for a in session.snapshot.assignments_of(task.key, role)]
        for role in ("lead", "co")
    ]
    assert names == [["养老科"], ["新设科"]]
    second = taken_down(session.snapshot, Call("第二件"), MONDAY)
    session.apply(second.changes, second.label)
    assert len([p for p in session.snapshot.plans_in_order() if p.kind == texts.KIND]) == 1
    for _ in range(2):
        entry = session.steps().undo
        assert entry is not None
        session.undo(entry.id)
    assert session.snapshot.tables == before.tables


def test_without_words_or_with_a_day_that_means_nothing_it_is_refused(case: Case) -> None:
    with pytest.raises(Refused, match="先写"):
        taken_down(case.store.snapshot(), Call("  "), MONDAY)
    with pytest.raises(Refused):
        taken_down(case.store.snapshot(), Call("办事", due="尽快吧"), MONDAY)


def test_what_the_clerk_wrote_is_not_written_over(qtbot: QtBot, case: Case) -> None:
    dialog = CallDialog(Session(case.store), MONDAY)
    qtbot.addWidget(dialog)
    dialog.words.setPlainText("请养老科明天报送")
    assert (dialog.leads.text(), dialog.due.text()) == ("养老科", "明天")
    assert "2026年6月30日（星期二）" in dialog.told.text()
    dialog.leads.setText("福利院")
    dialog.words.setPlainText("请救助科下周六报送")
    assert (dialog.leads.text(), dialog.due.text()) == ("福利院", "下周六")
    assert texts.REST_DAY in dialog.told.text()
    dialog.due.setText("看情况")
    assert dialog.told.text() == texts.NO_DAY


def test_from_the_keyboard_on_any_page(qtbot: QtBot, case: Case, tmp_path: Path) -> None:
    window = MainWindow(Session(case.store), tmp_path / "window.json")
    qtbot.addWidget(window)
    seen(qtbot, window)
    to_front(qtbot, window)

    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, CallDialog)
        dialog.words.setPlainText("请养老科明天报送")
        dialog.words.setFocus()
        to_front(qtbot, dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    answering(write)
    with clock.on_day(MONDAY):
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    (task,) = [t for t in window.session.snapshot.tasks.values() if t.title == "请养老科明天报送"]
    assert task.deadline == "2026-06-30"
    assert window._open == "ledger"
