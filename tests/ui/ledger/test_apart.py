"""Cells and rows chosen apart: what lies between them stays out of every edit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.texts import ledger_table as texts
from desktop_app.ui.ledger import block_acts
from desktop_app.ui.ledger.columns import DEADLINE, LEADS, NOTE
from tests.ui.ledger.desk import Desk
from tests.ui.ledger_case import Case

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def desk(qtbot: QtBot, case: Case) -> Desk:
    return Desk(qtbot, case)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(block_acts, "tell", lambda _, sentence: said.append(sentence))
    return said


def test_cells_chosen_apart_are_emptied_and_filled_alone_and_never_copied_as_a_block(
    desk: Desk, told: list[str]
) -> None:
    for task in range(3):
        desk.page._take(desk.case.built.tasks[task], NOTE, f"注{task}")
        desk.page._take(desk.case.built.tasks[task], DEADLINE, f"2026-0{task + 7}-01")
    desk.at(0, NOTE)
    row = desk.model.row_of(desk.case.built.tasks[2])
    assert row is not None
    desk.table.mouse.pressed(desk.model.index(row, DEADLINE), Held.ControlModifier)
    dump = desk.case.store.logical_dump()
    QGuiApplication.clipboard().setText("别处复制的")
    for key in (Key.Key_C, Key.Key_X, Key.Key_V, Key.Key_D):
        desk.press(key, held=Held.ControlModifier)
    assert told == [texts.NO_BLOCK] * 4
    assert desk.case.store.logical_dump() == dump and QGuiApplication.clipboard().text() == "别处复制的"
    desk.press(Key.Key_Delete)
    assert [desk.words(task, NOTE) for task in range(3)] == ["", "注1", "注2"]
    assert [desk.words(task, DEADLINE) for task in range(3)] == ["7月1日", "8月1日", ""]
    assert desk.taken_back() == dump


def test_of_rows_chosen_apart_the_others_stay_out_however_the_rows_are_shown_anew(desk: Desk) -> None:
    desk.page.sort_by(DEADLINE)
    tasks = desk.case.built.tasks
    desk.table.choose_rows([tasks[1], tasks[3]], [DEADLINE])
    desk.page.blocks.fill("2026-12-01")  # they change places by it
    assert desk.table.tasks() == [tasks[1], tasks[3]] and desk.table.block().columns == [DEADLINE]
    desk.press(Key.Key_Delete)
    assert [desk.words(task, DEADLINE) for task in range(4)] == ["12月31日", "", "6月20日", ""]
    assert desk.words(1, LEADS) == "养老科"
