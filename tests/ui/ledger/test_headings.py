"""Headings dragged to another place: cells, keys and blocks follow the order that is seen, which is remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.cells import read_block
from desktop_app.ui.ledger.columns import DEADLINE, LEADS, NO, NOTE, TARGETS, TITLE
from desktop_app.ui.ledger.page import LedgerPage
from desktop_app.ui.ledger.table import LedgerTable
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from tests.ui.ledger.desk import Desk
from tests.ui.ledger_case import Case

Key, Held = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qtbot: QtBot, case: Case) -> Desk:
    made = Desk(qtbot, case)
    made.table.headings.show(["leads", "deadline", "targets", "note"])
    return made


def drag(table: LedgerTable, column: int, onto: int) -> None:
    """Drag a heading by mouse, past the middle of another."""
    header = table.right.horizontalHeader()
    start, end = (
        QPoint(header.sectionViewportPosition(c) + header.sectionSize(c) // 2, header.height() // 2)
        for c in (column, onto)
    )
    end.setX(end.x() + (8 if end.x() > start.x() else -8))
    QTest.mousePress(header.viewport(), LEFT, Held.NoModifier, start)
    for part in (3, 2, 1):
        QTest.mouseMove(header.viewport(), QPoint(start.x() + (end.x() - start.x()) // part, start.y()))
    QTest.mouseRelease(header.viewport(), LEFT, Held.NoModifier, end)


def test_a_heading_is_dragged_and_everything_follows(desk: Desk) -> None:
    order = desk.model.rows
    drag(desk.table, NOTE, LEADS)
    assert desk.page.shown_columns() == ["no", "title", "note", "leads", "deadline", "targets"]
    assert desk.model.rows == order  # a drag sorts nothing
    desk.at(2, TITLE)
    seen = []
    for _ in range(5):
        desk.press(Key.Key_Tab)
        seen.append(desk.place()[1])
    assert seen == [NOTE, LEADS, DEADLINE, TARGETS, NO]
    desk.over(2, 2, NOTE, LEADS)
    assert desk.table.block().columns == [NOTE, LEADS]  # not the columns that had been between them
    desk.press(Key.Key_C, held=Held.ControlModifier)
    assert read_block(QGuiApplication.clipboard().text()) == [["含ABC小区", "福利院"]]


def test_a_block_is_pasted_in_the_order_that_is_seen(desk: Desk) -> None:
    drag(desk.table, LEADS, NOTE)
    assert desk.page.shown_columns()[2:] == ["deadline", "targets", "note", "leads"]
    QGuiApplication.clipboard().setText("急件\t救助科\n")
    desk.at(0, NOTE)
    desk.press(Key.Key_V, held=Held.ControlModifier)
    assert [desk.words(0, column) for column in (NOTE, LEADS)] == ["急件", "救助科"]


@pytest.mark.parametrize("held", [Held.NoModifier, Held.ShiftModifier])
@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_Tab, Key.Key_Down])
def test_a_cell_whose_column_is_put_away_gives_the_keys_to_the_title(
    desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    desk.at(0, NOTE)
    desk.table.headings.show(["deadline", "leads"])
    assert desk.place() == ("新增助餐点", TITLE)
    desk.press(key, held=held)
    desk.press(Key.Key_C, held=Held.ControlModifier)
    assert desk.current.column() in desk.table.columns


def test_a_row_chosen_whole_is_dragged_whatever_columns_are_shown(desk: Desk) -> None:
    drag(desk.table, DEADLINE, LEADS)
    desk.table.choose_rows(desk.case.built.tasks[:2])
    chosen = desk.table.left.selectionModel()
    assert all(chosen.isRowSelected(row) for row in desk.table.block().rows)
    assert desk.table.block().columns == list(desk.table.columns)


def test_the_frozen_columns_stay_and_the_order_is_remembered(qtbot: QtBot, case: Case, tmp_path: Path) -> None:
    order = ["no", "title", "note", "leads", "deadline"]
    for first in (True, False):
        window = MainWindow(Session(case.store), tmp_path / "window.json")
        qtbot.addWidget(window)
        window.show_page("ledger")
        page = window.page("ledger")
        assert isinstance(page, LedgerPage)
        if first:
            page.table.headings.show(["note", "leads", "title", "deadline"])
        assert page.shown_columns() == order and page.table.left.columns == (NO, TITLE)
        header = page.table.right.horizontalHeader()
        places = [header.sectionViewportPosition(column) for column in (NOTE, LEADS, DEADLINE)]
        assert places == sorted(places) and places[0] == 0
        window.close()
