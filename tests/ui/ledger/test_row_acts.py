"""Rows put in, taken out, merged and moved by keys and mouse on the real store."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.ledger import proposing, row_acts
from desktop_app.ui.ledger.columns import DEADLINE, NO, TITLE
from desktop_app.ui.ledger.editors import set_words, words_of
from tests.ui.ledger.desk import Desk
from tests.ui.ledger_case import Case

Key, Held = Qt.Key, Qt.KeyboardModifier
PLAIN = ["新增助餐点", "改造床位", "走访老人", "└ 每月上门", "核对低保", "临时救助", "慈善宣传"]


@pytest.fixture
def desk(qtbot: QtBot, case: Case) -> Desk:
    return Desk(qtbot, case)


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    for module in (row_acts, proposing):
        monkeypatch.setattr(module, "tell", lambda _, sentence: said.append(sentence))
    return said


def test_a_row_is_put_in_and_its_title_typed(qtbot: QtBot, desk: Desk) -> None:
    dump = desk.case.store.logical_dump()
    desk.at(0, DEADLINE)
    desk.press(Key.Key_Plus, held=Held.ControlModifier)
    assert desk.titles()[:2] == ["新增助餐点", "新任务"] and desk.place() == ("新任务", TITLE)
    editor = desk.editor()
    assert words_of(editor) == "新任务"
    set_words(editor, "开办食堂")
    with qtbot.waitSignal(desk.session.changed):
        desk.press(Key.Key_Return, editor)
    assert desk.titles()[:3] == ["新增助餐点", "开办食堂", "改造床位"]
    desk.taken_back()
    step = desk.session.steps().undo
    assert step is not None and step.label == "插入一行"
    desk.session.undo(step.id)
    assert desk.case.store.logical_dump() == dump and desk.titles() == PLAIN


def test_rows_are_taken_out_and_what_was_asked_is_kept(desk: Desk, told: list[str]) -> None:
    dump = desk.case.store.logical_dump()
    desk.over(0, 1, TITLE)
    desk.press(Key.Key_Minus, held=Held.ControlModifier)
    assert desk.titles() == PLAIN[2:] and desk.entry().label == "删除2行"
    assert len(told) == 1 and told[0].startswith("1项已列入填报批次")  # the other one is gone
    assert desk.place()[0] == "走访老人"
    assert desk.taken_back() == dump and desk.titles() == PLAIN


def test_rows_are_merged_into_the_first(desk: Desk, told: list[str]) -> None:
    dump = desk.case.store.logical_dump()
    desk.over(0, 1, TITLE)
    desk.press(Key.Key_M, held=Held.ControlModifier)
    assert desk.titles() == ["新增助餐点；改造床位", *PLAIN[2:]] and told == []
    assert desk.entry().label == "合并“新增助餐点”等2行" and desk.taken_back() == dump
    desk.at(0, TITLE)
    desk.page.lines.merge()
    assert "两行" in told[-1]
    desk.over(1, 3, TITLE)
    desk.page.lines.merge()
    assert "不能混在一起" in told[-1] and desk.titles() == PLAIN


KEYS: list[tuple[int, Qt.Key, list[int]]] = [
    (1, Key.Key_Up, [1, 0, 2, 3, 4, 5, 6]),
    (0, Key.Key_Down, [1, 0, 2, 3, 4, 5, 6]),
    (2, Key.Key_Up, [0, 2, 3, 1, 4, 5, 6]),  # its action goes with it
    (0, Key.Key_Up, [0, 1, 2, 3, 4, 5, 6]),
]


@pytest.mark.parametrize(("task", "key", "then"), KEYS)
def test_alt_and_an_arrow_moves_a_row(desk: Desk, task: int, key: Qt.Key, then: list[int]) -> None:
    dump = desk.case.store.logical_dump()
    desk.at(task, TITLE)
    desk.press(key, held=Held.AltModifier)
    assert desk.titles() == [PLAIN[n] for n in then]
    assert desk.table.task() == desk.case.built.tasks[task]
    if then != list(range(7)):
        assert desk.taken_back() == dump


def test_a_row_moves_into_the_next_section(desk: Desk) -> None:
    desk.at(2, TITLE)
    desk.press(Key.Key_Down, held=Held.AltModifier)
    sections = {s.title: s.key for s in desk.session.snapshot.sections.values()}
    moved = desk.session.snapshot.tasks[desk.case.built.tasks[2]]
    assert moved.section == sections["社会救助"]
    assert desk.titles() == ["新增助餐点", "改造床位", "走访老人", "└ 每月上门", "核对低保", "临时救助", "慈善宣传"]
    assert [group.count for group in desk.model.rows.groups] == [2, 5]


def press_again_at_once(port: QWidget, place: QPoint) -> None:
    """What the system sends for the second press of a quick hand: a double click, the button still held."""
    where, button, held = QPointF(place), Qt.MouseButton.LeftButton, Held.NoModifier
    told = QMouseEvent(QEvent.Type.MouseButtonDblClick, where, port.mapToGlobal(where), button, button, held)
    QApplication.sendEvent(port, told)


def press_again(port: QWidget, place: QPoint) -> None:
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Held.NoModifier, place)


def drag(desk: Desk, task: int, to: Callable[[], QPoint], press: Callable[[QWidget, QPoint], None]) -> None:
    """Drag a chosen row by its number, to a place of the left half."""
    port = desk.table.left.viewport()
    row = desk.model.row_of(desk.case.built.tasks[task])
    assert row is not None
    start = desk.table.left.visualRect(desk.model.index(row, NO)).center()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, Held.NoModifier, start)
    assert desk.table.block().rows == [row] and len(desk.table.block().columns) == len(desk.table.columns)
    press(port, start)
    QTest.mouseMove(port, to())
    desk.table.mouse.dragged(port.mapToGlobal(to()))  # offscreen, a moved mouse has no pressed button
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Held.NoModifier, to())


@pytest.mark.parametrize("press", [press_again, press_again_at_once])
@pytest.mark.parametrize(("over", "then"), [(0, [1, 0, 2, 3, 4, 5, 6]), (4, [0, 2, 3, 4, 1, 5, 6])])
def test_a_row_is_dragged_by_its_number(
    qtbot: QtBot, desk: Desk, over: int, then: list[int], press: Callable[[QWidget, QPoint], None]
) -> None:
    row = desk.model.row_of(desk.case.built.tasks[over])
    assert row is not None
    rect = desk.table.left.visualRect(desk.model.index(row, TITLE))
    place = rect.topLeft() + QPoint(4, 2 if over == 0 else rect.height() - 2)
    with qtbot.waitSignal(desk.session.changed):
        drag(desk, 1, lambda: place, press)
    if over == 0:
        assert desk.titles() == [PLAIN[n] for n in then]
    else:
        assert desk.session.snapshot.tasks[desk.case.built.tasks[1]].section == desk.case.built.sections["二、社会救助"]


def test_a_number_pressed_twice_and_let_go_where_it_is_is_typed(desk: Desk) -> None:
    dump, task = desk.case.store.logical_dump(), desk.case.built.tasks[1]
    row = desk.model.row_of(task)
    assert row is not None
    near = desk.table.left.visualRect(desk.model.index(row, NO)).center() + QPoint(1, 1)
    drag(desk, 1, lambda: near, press_again_at_once)
    assert desk.case.store.logical_dump() == dump
    assert desk.editor().parent() is desk.table.left.viewport() and desk.table.left.currentIndex().column() == NO


def test_where_something_else_decides_the_order_it_is_said(desk: Desk, told: list[str]) -> None:
    desk.at(1, TITLE)
    desk.page.sort_by(DEADLINE)
    desk.page.lines.up()
    assert "时限" in told[-1]
    desk.page.sort_by(DEADLINE)
    desk.page.sort_by(DEADLINE)
    desk.page.filters.grouping.setCurrentIndex(desk.page.filters.grouping.findData("unit"))
    desk.page.lines.up()
    assert "分组" in told[-1] and len(told) == 2


def test_the_mouse_chooses_a_block_over_both_halves(desk: Desk) -> None:
    table = desk.table
    first = table.left.visualRect(desk.model.index(1, TITLE)).center()
    QTest.mouseClick(table.left.viewport(), Qt.MouseButton.LeftButton, Held.NoModifier, first)
    last = table.right.visualRect(desk.model.index(3, DEADLINE)).center()
    QTest.mouseClick(table.right.viewport(), Qt.MouseButton.LeftButton, Held.ShiftModifier, last)
    block = table.block()
    assert block.rows == [1, 2, 3] and block.columns[0] == TITLE and block.columns[-1] == DEADLINE


def test_rows_chosen_by_their_numbers_leave_the_columns_where_they_are(desk: Desk) -> None:
    desk.page.resize(640, 400)
    sideways = desk.table.right.horizontalScrollBar()
    for row, held in ((1, Held.NoModifier), (3, Held.ShiftModifier)):
        place = desk.table.left.visualRect(desk.model.index(row, NO)).center()
        QTest.mouseClick(desk.table.left.viewport(), Qt.MouseButton.LeftButton, held, place)
    assert desk.table.tasks() == desk.case.built.tasks[:3] and sideways.maximum() > 0 and sideways.value() == 0
    desk.press(Key.Key_Down, held=Held.AltModifier)
    assert sideways.value() == 0
    desk.press(Key.Key_A)  # the cell that is typed into comes into sight
    editor = desk.editor()
    assert desk.view.viewport().rect().intersects(editor.geometry()) and sideways.value() > 0
    desk.press(Key.Key_Escape, editor)
