"""A walk through the table by keys alone, as in a spreadsheet."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.ui.ledger.columns import COLUMNS, DEADLINE, LEADS, NO, NOTE, TARGETS, TITLE
from desktop_app.ui.ledger.editors import set_words
from tests.ui.ledger.desk import Desk
from tests.ui.ledger_case import Case

Key, Held = Qt.Key, Qt.KeyboardModifier
NONE, CTRL, SHIFT = Held.NoModifier, Held.ControlModifier, Held.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, case: Case) -> Desk:
    return Desk(qtbot, case)


WALKS = [
    ((2, DEADLINE), Key.Key_Home, NONE, ("走访老人", NO)),
    ((2, DEADLINE), Key.Key_End, NONE, ("走访老人", NOTE)),
    ((2, DEADLINE), Key.Key_Home, CTRL, ("新增助餐点", NO)),
    ((2, DEADLINE), Key.Key_End, CTRL, ("慈善宣传", NOTE)),
    ((0, TITLE), Key.Key_Down, CTRL, ("慈善宣传", TITLE)),
    ((5, TITLE), Key.Key_Up, CTRL, ("新增助餐点", TITLE)),
    ((0, LEADS), Key.Key_Down, CTRL, ("走访老人", LEADS)),  # the action below has no lead
    ((2, LEADS), Key.Key_Down, CTRL, ("核对低保", LEADS)),  # over the empty one to the next that is filled
    ((0, NOTE), Key.Key_Down, CTRL, ("走访老人", NOTE)),
    ((2, NOTE), Key.Key_Down, CTRL, ("慈善宣传", NOTE)),
    ((0, TITLE), Key.Key_PageDown, NONE, ("慈善宣传", TITLE)),
    ((5, TITLE), Key.Key_PageUp, NONE, ("新增助餐点", TITLE)),
    ((0, NO), Key.Key_Left, NONE, ("新增助餐点", NO)),  # arrows stop at the edge
    ((2, NOTE), Key.Key_Right, NONE, ("走访老人", NOTE)),
    ((0, TITLE), Key.Key_Up, NONE, ("新增助餐点", TITLE)),
    ((1, TITLE), Key.Key_Return, SHIFT, ("新增助餐点", TITLE)),
]


@pytest.mark.parametrize(("start", "key", "held", "end"), WALKS)
def test_a_key_leads_where_it_does_in_a_spreadsheet(
    desk: Desk, start: tuple[int, int], key: Qt.Key, held: Qt.KeyboardModifier, end: tuple[str, int]
) -> None:
    desk.at(*start)
    desk.press(key, held=held)
    assert desk.place() == end


def test_shift_chooses_over_both_halves_and_enter_walks_within(desk: Desk) -> None:
    desk.at(0, TITLE)
    for key in (Key.Key_Right, Key.Key_Down):
        desk.press(key, held=SHIFT)
    assert desk.table.block() == ([1, 2], [TITLE, LEADS])
    seen = []
    for key in (Key.Key_Tab, Key.Key_Tab, Key.Key_Return, Key.Key_Backtab):
        desk.press(key)
        seen.append(desk.place())
    assert seen == [("新增助餐点", TITLE), ("新增助餐点", LEADS), ("改造床位", LEADS), ("改造床位", TITLE)]
    assert desk.table.block() == ([1, 2], [TITLE, LEADS])  # walking leaves the choice as it is
    desk.press(Key.Key_Down)
    assert len(desk.table.block().rows) == 1


def test_rows_columns_and_everything_can_be_chosen(desk: Desk) -> None:
    desk.over(1, 2, DEADLINE)
    desk.press(Key.Key_Space, held=SHIFT)
    assert desk.table.block() == ([2, 3], list(desk.table.columns))
    desk.at(1, TARGETS)
    desk.press(Key.Key_Space, held=CTRL)
    assert desk.table.block() == ([1, 2, 3, 4, 6, 7, 8], [TARGETS])
    desk.press(Key.Key_A, held=CTRL)
    assert desk.table.block() == ([1, 2, 3, 4, 6, 7, 8], list(desk.table.columns))


def test_keys_pass_over_columns_that_are_not_shown(desk: Desk) -> None:
    desk.table.headings.show(["deadline", "note"])
    desk.at(0, TITLE)
    seen = []
    for _ in range(3):
        desk.press(Key.Key_Tab)
        seen.append(desk.place()[1])
    assert seen == [DEADLINE, NOTE, NO]
    assert [COLUMNS[column] for column in desk.table.columns] == desk.page.shown_columns()


def test_a_month_of_typing_without_a_mouse(qtbot: QtBot, desk: Desk) -> None:
    """Titles down a column by Enter, a row filled by Tab, a slip taken back, the way out to the filters and back."""
    desk.page.take_focus()
    desk.press(Key.Key_Home, held=CTRL)
    desk.press(Key.Key_Right)
    for words in ("甲事", "乙事", "丙事"):
        editor = desk.type_text(words)
        with qtbot.waitSignal(desk.session.changed):
            desk.press(Key.Key_Return, editor)
    assert desk.titles()[:3] == ["甲事", "乙事", "丙事"] and desk.place()[0] == "└ 每月上门"
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Tab)
    for words in ("每月走访", "福利院"):
        editor = desk.type_text(words)
        with qtbot.waitSignal(desk.session.changed):
            desk.press(Key.Key_Tab, editor)
    assert desk.words(2, TITLE) == "丙事" and desk.titles()[3] == "└ 每月走访"
    editor = desk.type_text("不要")
    desk.press(Key.Key_Escape, editor)
    step = desk.session.steps().undo
    assert step is not None and "每月走访" in step.label
    desk.press(Key.Key_F6)
    assert desk.page.focusWidget() not in (desk.table.left, desk.table.right)
    focused = desk.page.focusWidget()
    desk.press(Key.Key_F6, focused)
    assert desk.page.focusWidget() in (desk.table.left, desk.table.right)


def test_an_editor_let_go_by_clicking_elsewhere_keeps_its_words(qtbot: QtBot, desk: Desk) -> None:
    desk.at(0, TITLE)
    set_words(desk.type_text("x"), "改名")
    with qtbot.waitSignal(desk.session.changed):
        desk.at(2, DEADLINE)
    assert desk.titles()[0] == "改名"
