"""What an input method gives, what was refused a moment ago, and what Delete may not take."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.ledger import page as page_module
from desktop_app.ui.ledger.columns import DEADLINE, STATE, TITLE
from tests.ui.ledger.desk import Desk
from tests.ui.ledger_case import Case

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, case: Case) -> Desk:
    return Desk(qtbot, case)


def test_words_given_in_one_piece_open_the_editor_and_are_its_text(qtbot: QtBot, desk: Desk) -> None:
    desk.at(3, TITLE)
    event = QInputMethodEvent()
    event.setCommitString("核对低保和特困")
    QCoreApplication.sendEvent(desk.view, event)
    editor = desk.editor()
    assert isinstance(editor, QLineEdit) and editor.text() == "核对低保和特困"
    desk.press(Key.Key_Return, editor)
    task = desk.case.built.tasks[3]
    qtbot.waitUntil(lambda: desk.session.snapshot.tasks[task].title == "核对低保和特困")


def test_refused_words_that_are_left_alone_are_told_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(page_module, "tell", lambda _, sentence: told.append(sentence))
    dump = desk.case.store.logical_dump()
    for _ in range(2):
        desk.page._take(desk.case.built.tasks[0], DEADLINE, "没有这一天")
    assert len(told) == 1 and desk.case.store.logical_dump() == dump
    desk.page._take(desk.case.built.tasks[0], DEADLINE, "没有这一天")
    assert len(told) == 2


def test_delete_empties_a_field_but_never_the_state(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(page_module, "tell", lambda _, sentence: told.append(sentence))
    desk.at(1, STATE)
    desk.press(Key.Key_Delete)
    desk.at(1, DEADLINE)
    desk.press(Key.Key_Delete)
    task = desk.case.built.tasks[1]
    qtbot.waitUntil(lambda: desk.session.snapshot.tasks[task].deadline is None)
    assert told == [] and desk.session.snapshot.tasks[task].state == "open"


def test_a_day_with_a_slash(desk: Desk) -> None:
    desk.page._take(desk.case.built.tasks[1], DEADLINE, "9/15")
    task = desk.session.snapshot.tasks[desk.case.built.tasks[1]]
    assert (task.deadline, task.deadline_raw) == ("2026-09-15", "9/15")
