"""The editors of the cells: input methods, names by pinyin and aliases, days and targets with their reading."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import Draft
from desktop_app.ui.ledger.columns import DEADLINE, GOAL, LEADS, NOTE, STATE, TARGETS, TITLE
from desktop_app.ui.ledger.editors import PickEditor, ReadEditor, words_of
from desktop_app.ui.ledger.pinyin import matching
from tests.ui.ledger.desk import Desk
from tests.ui.ledger_case import Case

Key, Held = Qt.Key, Qt.KeyboardModifier
UNITS = [("养老服务科", "老龄办"), ("区养老院", ""), ("社会救助科", "低保 救助股"), ("儿童福利科", "")]


@pytest.fixture
def desk(qtbot: QtBot, case: Case) -> Desk:
    return Desk(qtbot, case)


def compose(target: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(target, event)


@pytest.mark.parametrize("column", [TITLE, NOTE, LEADS, DEADLINE, TARGETS])
def test_an_input_method_keeps_its_first_letter(qtbot: QtBot, desk: Desk, column: int) -> None:
    desk.at(3, column)
    compose(desk.view, "x")  # the first letter of the pinyin opens the editor
    editor = desk.view.editor()
    assert editor is not None and isinstance(editor, QLineEdit | QPlainTextEdit)
    compose(desk.view, "xin'ci")  # the view still has the keys while the first word is put together
    compose(desk.view, "", "新词")
    assert words_of(editor) == "新词"
    desk.press(Key.Key_Escape, editor)
    assert desk.view.editor() is None


def test_words_over_several_lines_stay_so(qtbot: QtBot, desk: Desk) -> None:
    desk.at(0, NOTE)
    editor = desk.type_text("甲")
    desk.press(Key.Key_Return, editor, Held.AltModifier)
    assert isinstance(editor, QPlainTextEdit)
    editor.insertPlainText("乙")
    with qtbot.waitSignal(desk.session.changed):
        desk.press(Key.Key_Return, editor)
    assert desk.session.snapshot.tasks[desk.case.built.tasks[0]].note == "甲\n乙" and desk.words(0, NOTE) == "甲 乙"


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("养老", ["养老服务科", "区养老院"]),
        ("ylfw", ["养老服务科"]),
        ("YL", ["养老服务科", "区养老院"]),
        ("低保", ["社会救助科"]),
        ("jzg", ["社会救助科"]),  # an alias by its initials
        ("xyz", []),
        ("", ["养老服务科", "区养老院", "社会救助科", "儿童福利科"]),
    ],
)
def test_names_are_found_by_part_alias_and_initials(typed: str, names: list[str]) -> None:
    assert matching(typed, UNITS) == names


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("d3kaz", "第3科A组"),
        ("cyjd", "朝阳街道"),
        ("cfz", "长丰镇"),  # 长 reads zhang as well
        ("sxz", "单县镇"),
        ("cqlu", "重庆路街道"),
        ("yinhang", "银行科"),
        ("长feng", "长丰镇"),
        ("12345rx", "12345热线办"),
    ],
)
def test_every_reading_of_a_character_and_letters_and_digits_find_a_name(typed: str, name: str) -> None:
    names = ["第3科A组", "朝阳街道", "长丰镇", "单县镇", "重庆路街道", "银行科", "12345热线办"]
    assert matching(typed, [(one, "") for one in names]) == [name]


def test_a_unit_is_picked_by_initials_and_enter_stores_it(qtbot: QtBot, desk: Desk) -> None:
    desk.at(5, LEADS)
    desk.press(Key.Key_J)
    editor = desk.editor()
    assert isinstance(editor, PickEditor) and editor.list.isVisible()
    desk.press(Key.Key_Z, editor)
    assert [editor.list.item(n).text() for n in range(editor.list.count())] == ["救助科"]
    with qtbot.waitSignal(desk.session.changed):
        desk.press(Key.Key_Return, editor)
    assert desk.words(5, LEADS) == "救助科" and desk.view.editor() is None


def test_several_units_are_picked_one_after_the_other(qtbot: QtBot, desk: Desk) -> None:
    draft = Draft()
    draft.create("alias", {"unit": desk.case.built.units["福利院"], "name": "夕阳红"})
    desk.session.apply(draft.changes, "别名")
    desk.at(5, LEADS)
    desk.press(Key.Key_Y, None)
    editor = desk.editor()
    assert isinstance(editor, PickEditor)
    desk.press(Key.Key_L, editor)
    desk.press(Key.Key_Comma, editor)
    assert editor.text() == "养老科、"
    for key in (Key.Key_X, Key.Key_Y, Key.Key_H):
        desk.press(key, editor)
    with qtbot.waitSignal(desk.session.changed):
        desk.press(Key.Key_Tab, editor)
    assert desk.words(5, LEADS) == "养老科、福利院"


def test_escape_puts_the_list_away_first(desk: Desk) -> None:
    dump = desk.case.store.logical_dump()
    desk.at(5, LEADS)
    desk.press(Key.Key_Y)
    editor = desk.editor()
    assert isinstance(editor, PickEditor)
    desk.press(Key.Key_Down, editor)
    assert editor.list.currentRow() == 1
    desk.press(Key.Key_Escape, editor)
    assert not editor.list.isVisible() and desk.view.editor() is editor
    desk.press(Key.Key_Escape, editor)
    assert desk.view.editor() is None and desk.case.store.logical_dump() == dump


def test_a_state_is_picked_from_all_of_them(qtbot: QtBot, desk: Desk) -> None:
    desk.at(0, STATE)
    desk.press(Key.Key_F2)
    editor = desk.editor()
    assert isinstance(editor, PickEditor)
    desk.press(Key.Key_Down, editor)
    assert editor.list.count() == 6 and editor.list.currentItem().text() == "推进中"
    editor.list.setCurrentRow(editor.list.count() - 2)
    chosen = editor.list.currentItem().text()
    with qtbot.waitSignal(desk.session.changed):
        desk.press(Key.Key_Return, editor)
    assert desk.words(0, STATE) == chosen


@pytest.mark.parametrize(
    ("column", "typed", "read"),
    [
        (DEADLINE, "6月底", "读作 2026年6月30日 星期二"),
        (DEADLINE, "上半年", "读作 2026年6月30日 星期二"),
        (DEADLINE, "2026.6.30", "读作 2026年6月30日 星期二"),
        (DEADLINE, "长期坚持", "不定日期"),
        (DEADLINE, "改", "还看不出是哪一天"),
        (TARGETS, "≥600张 床位；覆盖率60%", "读作 ≥600张　床位\n读作 60%　覆盖率"),
        (GOAL, "3万人次", "读作 30000人次　（没有写指标名称）"),
    ],
)
def test_what_was_understood_is_shown_as_one_types(desk: Desk, column: int, typed: str, read: str) -> None:
    desk.table.headings.show(["deadline", "goal", "targets"])
    desk.at(0, column)
    editor = desk.type_text("")
    assert isinstance(editor, ReadEditor)
    compose(editor, "", typed)
    assert editor.told.text() == read and editor.told.isVisible()
    desk.press(Key.Key_Escape, editor)
    assert not editor.told.isVisible()


def test_a_letter_replaces_and_f2_goes_on(desk: Desk) -> None:
    desk.at(0, TITLE)
    desk.press(Key.Key_F2)
    editor = desk.editor()
    desk.press(Key.Key_A, editor)
    assert words_of(editor) == "新增助餐点a"
    desk.press(Key.Key_Escape, editor)
    desk.press(Key.Key_Backspace)
    assert words_of(desk.editor()) == ""
    desk.press(Key.Key_Escape, desk.editor())
