"""The 今日 page: true numbers that lead to their rows, the chase text, the first run, and redrawing after a change."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import Draft, edits
from desktop_app.domain.filters import Filter, matching
from desktop_app.store.store import Store, open_ledger
from desktop_app.texts import today as texts
from desktop_app.ui.session import Session
from desktop_app.ui.today.chart import ROW
from desktop_app.ui.today.page import SOON, TodayPage
from desktop_app.verbs.issued import issue_paper
from desktop_app.verbs.report import Choices, make
from desktop_app.verbs.report_write import write_paper
from tests.builders import answer, plan_with, round_of
from tests.verbs.papers_case import DAY, open_papers


@pytest.fixture
def store(tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-01")
    with open_ledger(tmp_path) as opened:
        yield opened


def page_of(qtbot: QtBot, store: Store) -> tuple[TodayPage, Session]:
    session = Session(store)
    page = TodayPage(session)
    qtbot.addWidget(page)
    page.show()
    return page, session


def test_an_empty_ledger_offers_the_ways_in(qtbot: QtBot, store: Store):
    page, session = page_of(qtbot, store)
    assert page._first.isVisible()
    with qtbot.waitSignal(page.demo_wanted):
        page._first.demo_wanted.emit()
    draft = Draft()
    draft.create("task", {"title": "领导交办", "position": 1, "state": "open"})
    session.apply(draft.changes, "新增任务")
    assert not page._first.isVisible()


def test_a_number_leads_to_exactly_its_rows(qtbot: QtBot, store: Store):
    plan_with(store, {"lead": "养老科", "deadline": "2026-07-03"}, {"lead": "养老科"}, {})
    page, session = page_of(qtbot, store)
    for button in page._tiles.buttons:
        if not button.tile.tasks:
            assert not button.isEnabled()
            continue
        with qtbot.waitSignal(session.ledger_wanted) as wanted:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert wanted.args
        shown = wanted.args[0]
        assert isinstance(shown, Filter) and shown.label == button.tile.name
        assert matching(session.snapshot, session.statuses, shown) == set(button.tile.tasks)
        assert button.accessibleName() == f"{button.tile.name}{len(button.tile.tasks)}项"


def test_a_change_is_counted_at_once(qtbot: QtBot, store: Store):
    built = plan_with(store, {"lead": "养老科", "deadline": "2026-12-31"})
    page, session = page_of(qtbot, store)
    week = next(button for button in page._tiles.buttons if button.tile.name == texts.DUE_WEEK)
    assert week.tile.tasks == ()
    session.apply(edits("task", session.snapshot.tasks[built.tasks[0]], {"deadline": "2026-07-02"}), "改时限")
    assert week.tile.tasks == tuple(built.tasks)
    session.undo(session.entries()[0].id)
    assert week.tile.tasks == ()


def test_silent_units_and_their_chase_text(qtbot: QtBot, store: Store):
    built = plan_with(store, {"lead": "养老科"}, {"lead": "救助科"})
    round_of(store, "2026-06", [(built.tasks[0], built.units["养老科"]), (built.tasks[1], built.units["救助科"])])
    page, _ = page_of(qtbot, store)
    assert "应报2家，已报0家" in page._round.text() and "养老科、救助科" in page._round.text()
    qtbot.mouseClick(page._copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("养老科、救助科（2个单位）：2026年6月") and page._copy.text() == texts.COPIED


def test_the_charts_answer_to_keys_and_clicks(qtbot: QtBot, store: Store):
    plan_with(store, {"lead": "养老科"}, {"lead": "救助科"})
    page, session = page_of(qtbot, store)
    qtbot.keyClick(page._units, Qt.Key.Key_Down)
    qtbot.keyClick(page._units, Qt.Key.Key_Down)
    with qtbot.waitSignal(session.ledger_wanted) as wanted:
        qtbot.keyClick(page._units, Qt.Key.Key_Return)
    assert [shown.label for shown in wanted.args or ()] == ["救助科"]
    assert "救助科：平均完成率0%" in page._units.accessibleDescription()


def test_the_line_under_the_mouse_says_its_figures_whole(qtbot: QtBot, store: Store):
    plan_with(store, {"lead": "养老科"}, {"lead": "救助科"})
    page, _ = page_of(qtbot, store)
    window = page.window().windowHandle()  # moved over a widget, QTest would move the system's own pointer
    for row, name in enumerate(("养老科", "救助科")):
        for left in (5, page._units.width() - 10):
            QTest.mouseMove(window, page._units.mapTo(page.window(), QPoint(left, row * ROW + 5)))
            qtbot.waitUntil(lambda name=name: page._units.toolTip().startswith(name + "：平均完成率0%"))


def test_silent_units_and_reminders_lead_to_their_rows(qtbot: QtBot, store: Store):
    built = plan_with(store, {"lead": "养老科", "deadline": "2026-07-06"}, {"lead": "救助科"})
    rows = round_of(store, "2026-06", [(t, u) for t, u in zip(built.tasks, built.units.values(), strict=True)])
    answer(store, rows[0], percent=90)
    page, session = page_of(qtbot, store)
    qtbot.waitUntil(lambda: page._remind.isVisible(), timeout=3000)
    assert "已逾期1个工作日" in page._remind.text() and "1项任务</a>5个工作日内到期，最早7月6日" in page._remind.text()
    for label, link, tasks in (
        (page._round, "silent", [built.tasks[1]]),
        (page._remind, "0", [built.tasks[1]]),
        (page._remind, "1", [built.tasks[0]]),
    ):
        with qtbot.waitSignal(session.ledger_wanted) as wanted:
            label.linkActivated.emit(link)
        assert wanted.args and wanted.args[0].tasks == frozenset(tasks)


def test_a_new_day_is_seen_while_the_window_stands_open(qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch):
    built = plan_with(store, {"lead": "养老科", "deadline": "2026-07-01"})
    page, _ = page_of(qtbot, store)
    late = next(button for button in page._tiles.buttons if button.tile.name == texts.OVERDUE)
    page._look_at_the_day()
    assert late.tile.tasks == ()
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-02")
    page._look_at_the_day()
    assert late.tile.tasks == tuple(built.tasks) and "7月2日" in page._day.text()


def test_a_paper_whose_figures_changed_since_is_reminded_of(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DUBAN_TODAY", DAY)
    with open_papers(tmp_path / "papers") as opened:
        page, session = page_of(qtbot, opened)
        made = make(opened, "figures", "2026-06")
        session.take_in(issue_paper(opened, made, write_paper(made, tmp_path / "表.docx")))
        page._remind_of()
        assert "已印发" not in page._remind.text()
        report = next(iter(session.snapshot.tables["report"].values()))
        session.apply(edits("report", report, {"percent": 1.0}), "更正")
        page._remind_of()
        assert "已印发的《2026年6月重点工作任务统计表》所用数据后来有改动" in page._remind.text()
        correction = make(opened, "correction", "2026-06", Choices(issued=1))
        session.take_in(issue_paper(opened, correction, write_paper(correction, tmp_path / "更正.docx")))
        page._remind_of()
        assert "已印发" not in page._remind.text()
        page.hide()
        qtbot.wait(SOON + 50)  # what the last redraw put off is done while the ledger is open
