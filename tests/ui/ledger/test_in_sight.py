"""What one is working on stays in sight: rows that a filter would hide by now, the place of the current cell."""

import pytest
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.filters import Filter
from desktop_app.ui.ledger import block_acts
from desktop_app.ui.ledger.columns import DONE, LEADS, LIGHT, NOTE, TITLE
from tests.ui.fronting import to_front
from tests.ui.ledger.desk import Desk
from tests.ui.ledger_case import Case

Key, Held = Qt.Key, Qt.KeyboardModifier
Counts = list[tuple[int | None, int]]


@pytest.fixture
def desk(qtbot: QtBot, case: Case) -> Desk:
    made = Desk(qtbot, case)
    to_front(qtbot, made.page)
    return made


@pytest.fixture
def counts(desk: Desk) -> Counts:
    """What the page tells the status line."""
    told: Counts = []
    desk.page.counted.connect(lambda fits, kept: told.append((fits, kept)))
    return told


def only(desk: Desk, unit: str) -> None:
    desk.page.show_filter(Filter(units=frozenset({desk.case.built.units[unit]})))


def test_a_row_that_left_the_view_stays_until_another_is_asked_for(qtbot: QtBot, desk: Desk, counts: Counts) -> None:
    desk.page.filters._views["no_lead"].click()
    assert desk.titles() == ["└ 每月上门", "慈善宣传"] and counts[-1] == (2, 0)
    desk.at(5, LEADS)
    editor = desk.type_text("养老科")
    with qtbot.waitSignal(desk.session.changed):
        QTest.keyClick(editor, Key.Key_Tab)
    assert desk.titles() == ["└ 每月上门", "慈善宣传"] and counts[-1] == (1, 1)
    assert desk.place() == ("慈善宣传", DONE)  # the next word goes into the same row
    desk.page.filters._views["no_lead"].click()
    assert desk.titles() == ["└ 每月上门"] and counts[-1] == (1, 0)


def test_a_new_row_is_seen_and_typed_into_whatever_is_looked_for(desk: Desk, counts: Counts) -> None:
    only(desk, "救助科")
    desk.page.search("低保")
    desk.at(3, TITLE)
    desk.press(Key.Key_Plus, held=Held.ControlModifier)
    assert desk.titles() == ["核对低保", "新任务"] and counts[-1] == (1, 1)
    assert desk.editor().hasFocus()
    desk.page.search("")
    assert desk.titles() == ["核对低保", "临时救助"]


def test_rows_made_by_a_paste_are_seen(desk: Desk, counts: Counts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block_acts, "choose", lambda *_: 0)
    only(desk, "救助科")
    desk.at(4, TITLE)
    QGuiApplication.clipboard().setText("临时救助\r\n低保扩面\r\n特困供养\r\n")
    desk.press(Key.Key_V, held=Held.ControlModifier)
    assert desk.titles() == ["核对低保", "临时救助", "低保扩面", "特困供养"] and counts[-1] == (2, 2)
    desk.page.filters.clear()
    assert len(desk.titles()) == 9 and counts[-1] == (None, 0)


def test_where_the_current_row_goes_the_next_one_has_the_keys(desk: Desk) -> None:
    desk.at(1, NOTE)
    desk.press(Key.Key_Plus, held=Held.ControlModifier)
    desk.press(Key.Key_Escape, desk.editor())
    assert desk.place() == ("新任务", TITLE)
    desk.session.undo(desk.entry().id)
    assert desk.place() == ("走访老人", TITLE)


def compose(desk: Desk, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(desk.view, event)


@pytest.mark.parametrize("column", [TITLE, LEADS, NOTE])
def test_the_list_of_an_input_method_stands_at_the_cell(desk: Desk, column: int) -> None:
    desk.at(3, column)
    compose(desk, "x")
    view, cell = desk.view, desk.view.visualRect(desk.current)
    asked = view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    place = QRectF(asked).center().toPoint()  # type: ignore[arg-type]
    editor = view.editor()
    assert editor is not None and editor.geometry().contains(view.viewport().mapFrom(view, place))
    assert editor.geometry().intersects(cell)
    compose(desk, "")  # Esc in the input method: the cell stays open, nothing is stored
    assert view.editor() is editor and QApplication.focusWidget() is editor


def test_a_figure_that_is_worked_out_opens_no_editor(desk: Desk) -> None:
    desk.at(0, LIGHT)
    compose(desk, "", "绿灯")
    desk.press(Key.Key_F2)
    assert desk.view.editor() is None


@pytest.mark.parametrize("column", [TITLE, NOTE])
def test_keys_that_come_back_to_the_table_go_to_the_current_cell(qtbot: QtBot, desk: Desk, column: int) -> None:
    desk.at(3, column)
    desk.page.filters.grouping.setFocus()
    desk.page.take_focus()  # as after Ctrl+K and Esc, Ctrl+2, F6
    assert desk.view.hasFocus()
    desk.press(Key.Key_X)
    editor = desk.view.editor()
    assert editor is not None and editor.geometry().intersects(desk.view.visualRect(desk.current))
    with qtbot.waitSignal(desk.session.changed):
        desk.press(Key.Key_Return, editor)
    assert desk.words(3, column) == "x"
