"""A past day in the window: all pages show it, nothing can be changed, and two days side by side."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app import clock
from desktop_app.domain.changes import edits
from desktop_app.texts import past as texts
from desktop_app.ui.history import past as past_module
from desktop_app.ui.history.between_dialog import BetweenDialog
from desktop_app.ui.history.day_dialog import DayDialog
from desktop_app.ui.ledger.page import LedgerPage
from desktop_app.ui.main_window import PAGES, MainWindow
from desktop_app.ui.session import Session
from desktop_app.verbs.status import status
from tests.builders import answer
from tests.ui.ledger_case import Case

NOW, THEN = date(2026, 9, 1), date(2026, 7, 1)  # the case is of the earlier day


@pytest.fixture
def window(qtbot: QtBot, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("DUBAN_TODAY", NOW.isoformat())
    session = Session(case.store)
    task = session.snapshot.tasks[case.built.tasks[0]]
    session.apply(edits("task", task, {"title": "改过的任务", "deadline": "2026-08-01"}), "秋天改的")
    answer(case.store, case.rows[1], percent=88.0, text="补报")
    session.reload()
    made = MainWindow(session, tmp_path / "window.json")
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    yield made
    made.close()


def titles(window: MainWindow) -> list[str]:
    window.show_page("ledger")
    model = window.page("ledger").model  # type: ignore[attr-defined]
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def test_every_page_shows_the_day_and_comes_back(window: MainWindow, case: Case) -> None:
    before = case.store.logical_dump()
    window.show_page("ledger")
    assert "改过的任务" in titles(window)
    window.aside.past.look_at(THEN)
    assert "新增助餐点" in titles(window) and "改过的任务" not in titles(window)
    assert clock.today() == THEN
    band = window.aside.past.band
    assert band.isVisible() and band.words.text() == "正在看2026年7月1日的台账（只读）"
    assert "秋天改的" not in [entry.label for entry in window.session.entries()]
    for name in PAGES:
        window.show_page(name)
        QApplication.processEvents()
    QTest.mouseClick(band.back, Qt.MouseButton.LeftButton)
    assert not band.isVisible() and clock.today() == NOW and "改过的任务" in titles(window)
    assert window.session.store is case.store and case.store.logical_dump() == before


def test_the_lights_are_those_that_the_command_line_tells(window: MainWindow, case: Case) -> None:
    window.aside.past.look_at(THEN)
    told = status(case.store, THEN, THEN.isoformat())
    shown = window.session
    lines = [one for task in told["tasks"] for one in (task, *task["actions"])]
    assert [(task["light"], task["label"], task["done"], task["expected"]) for task in lines] == [
        (found.light, found.label, found.done, found.expected)
        for task in shown.snapshot.tasks_in_order()
        for one in (task, *shown.snapshot.actions_of(task.key))
        for found in (shown.statuses[one.key],)
    ]


def test_nothing_can_be_changed(window: MainWindow, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    before = case.store.logical_dump()
    told: list[str] = []
    monkeypatch.setattr(past_module, "tell", lambda _, sentence: told.append(sentence))
    window.show_page("ledger")
    window.aside.past.look_at(THEN)
    page = window.page("ledger")
    page.table.choose(case.built.tasks[0], 1)  # type: ignore[attr-defined]
    model = page.model  # type: ignore[attr-defined]
    flags = [model.flags(model.index(row, column)) for row in range(model.rowCount()) for column in range(8)]
    assert not any(flag & Qt.ItemFlag.ItemIsEditable for flag in flags)
    assert not window.top_bar.undo.isEnabled() and not window.top_bar.bring_in.isEnabled()
    window.show_page("history")
    assert not window.page("history")._undo.isEnabled()  # type: ignore[attr-defined]
    window.show_page("units")
    units = window.page("units")._model  # type: ignore[attr-defined]
    flags = [units.flags(units.index(row, column)) for row in range(units.rowCount()) for column in range(5)]
    assert flags and not any(flag & Qt.ItemFlag.ItemIsEditable for flag in flags)
    window.show_page("settings")
    assert not window.page("settings").lights.isEnabled()  # type: ignore[attr-defined]
    window.show_page("exchange")
    assert not window.page("exchange")._new.isEnabled()  # type: ignore[attr-defined]
    window.aside.past.tell_closed()
    assert "台账没有改动" in told[0]
    assert case.store.logical_dump() == before


def test_no_act_of_the_ledger_page_changes_a_past_day(
    window: MainWindow, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every act of the menu, by its words, with each question answered by doing it."""
    told: list[str] = []

    def do_it(box: QMessageBox) -> None:
        told.append(box.text())
        box.buttons()[-1].click()

    monkeypatch.setattr(QMessageBox, "exec", do_it)
    monkeypatch.setattr(QDialog, "exec", lambda dialog: dialog.accept() or dialog.result())
    window.show_page("ledger")
    window.aside.past.look_at(THEN)
    page, present, past = window.page("ledger"), case.store.logical_dump(), window.session.store.logical_dump()
    assert isinstance(page, LedgerPage)
    done = []
    for act in (act for group in page._acts for act in group):
        page.table.choose_rows(case.built.tasks[:2])
        QGuiApplication.clipboard().setText("甲\t乙\r\n" * 9)
        act.do()
        done.append(act.words)
        assert (case.store.logical_dump(), window.session.store.logical_dump()) == (present, past), act.words
    for key in (Qt.Key.Key_F2, Qt.Key.Key_X, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        page.table.choose(case.built.tasks[0], 1)
        QTest.keyClick(page.table.left, key)
        assert page.table.left.editor() is None
    page.table.choose_rows(case.built.tasks[:1])
    page.lines.drop(3)
    assert window.session.store.logical_dump() == past and len(done) > 15
    assert sum("只能看，不能改" in sentence for sentence in told) >= 8


def test_another_day_from_the_band_and_closing_in_the_past(window: MainWindow, case: Case) -> None:
    window.aside.past.look_at(THEN)
    window.aside.past.look_at(date(2026, 1, 1))
    assert not window.session.snapshot.tasks
    window.close()
    assert clock.today() == NOW and window.session.store is case.store


def test_the_day_is_chosen_by_the_keyboard(window: MainWindow, qtbot: QtBot, case: Case) -> None:
    dialog = DayDialog(case.store, None, window)
    dialog.show()
    assert dialog.day() == NOW
    dialog.days.setFocus()
    for _ in range(2):  # the first key comes to the list
        QTest.keyClick(dialog.days, Qt.Key.Key_End)
    QTest.keyClick(dialog.days, Qt.Key.Key_Return)
    assert dialog.result() == DayDialog.DialogCode.Accepted and dialog.day() == THEN
    dialog.deleteLater()


def test_two_days_task_by_task_with_the_lights_and_as_a_workbook(
    window: MainWindow, case: Case, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = BetweenDialog(window.session, window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.first.setDate(QDate(THEN.year, THEN.month, THEN.day))
    rows = [row.cells for row in dialog._rows]
    assert ("改过的任务", "任务 改过的任务", "标题", "新增助餐点", "改过的任务") in rows
    assert ("改过的任务", "任务 改过的任务", "完成时限", "2026-12-31", "2026-08-01") in rows
    assert any(cells[0] == "核对低保" and cells[1].startswith("进展") and cells[4] == "88" for cells in rows)
    assert any(cells[2] == texts.LIGHT for cells in rows)
    assert [cells[0] for cells in rows] == sorted((cells[0] for cells in rows), key=[c[0] for c in rows].index)
    path = tmp_path / "变化.xlsx"
    dialog.save(path)
    sheet = load_workbook(path).worksheets[0]
    assert [cell.value for cell in sheet[2]] == list(texts.COLUMNS) and sheet.max_row == len(rows) + 2
    dialog.last.setDate(dialog.first.date())
    assert dialog.said.text() == texts.SAME and not dialog.keep.isEnabled()
    dialog.last.setDate(dialog.first.date().addDays(-1))
    assert dialog.said.text() == texts.WRONG_ORDER
