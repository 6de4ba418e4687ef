"""The 台账 page in the hand: typing, keys, filters, search, sorting, on the real store."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.filters import Filter
from desktop_app.ui.ledger import page as page_module
from desktop_app.ui.ledger.columns import DEADLINE, DONE, LEADS, LIGHT, NO, NOTE, SAID, STATE, TITLE
from desktop_app.ui.ledger.editors import PickEditor
from desktop_app.ui.ledger.page import LedgerPage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from tests.ui.ledger.desk import Desk
from tests.ui.ledger_case import Case

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, case: Case) -> Desk:
    return Desk(qtbot, case)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Sentences told instead of shown; every question is answered with yes."""
    said: list[str] = []
    monkeypatch.setattr(page_module, "tell", lambda _, sentence: said.append(sentence))

    def ask(_: object, sentence: str, __: str) -> bool:
        said.append(sentence)
        return True

    monkeypatch.setattr(page_module, "ask", ask)
    return said


@pytest.mark.parametrize(
    ("column", "words", "shown"),
    [
        (TITLE, "新建助餐点", "新建助餐点"),
        (LEADS, "救助科", "救助科"),
        (DEADLINE, "9月底", "9月30日"),
        (NOTE, "急", "急"),
        (DONE, "60", "60%"),
        (SAID, "在建", "在建"),
    ],
)
def test_typing_is_stored_shown_and_undone(qtbot: QtBot, desk: Desk, column: int, words: str, shown: str) -> None:
    before = desk.case.store.logical_dump()
    was = desk.model.line(1)
    desk.at(0, column)
    editor = desk.type_text(words)
    with qtbot.waitSignal(desk.session.changed):
        desk.press(Key.Key_Return, editor)
    assert desk.words(0, column) == shown
    assert desk.place()[0] == "改造床位"  # Enter went down
    step = desk.session.steps().undo
    assert step is not None
    desk.session.undo(step.id)
    assert desk.case.store.logical_dump() == before and desk.model.line(1) == was


def test_state_is_chosen_from_a_list(qtbot: QtBot, desk: Desk) -> None:
    desk.at(0, STATE)
    desk.press(Key.Key_F2)
    editor = desk.editor()
    assert isinstance(editor, PickEditor) and editor.text() == "推进中"
    editor.setText("暂缓")
    with qtbot.waitSignal(desk.session.changed):
        desk.press(Key.Key_Return, editor)
    assert desk.session.snapshot.tasks[desk.case.built.tasks[0]].state == "paused"


def test_escape_leaves_everything(desk: Desk) -> None:
    before = desk.case.store.logical_dump()
    desk.at(0, TITLE)
    desk.press(Key.Key_Escape, desk.type_text("不要"))
    QTest.qWait(10)
    assert desk.case.store.logical_dump() == before and desk.place() == ("新增助餐点", TITLE)


def test_what_cannot_be_taken_is_told_and_given_back(qtbot: QtBot, desk: Desk, told: list[str]) -> None:
    before = desk.case.store.logical_dump()
    desk.at(0, DEADLINE)
    desk.press(Key.Key_Return, desk.type_text("改天再说"))
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1 and "改天再说" in told[0] and desk.case.store.logical_dump() == before
    editor = desk.editor()
    assert isinstance(editor, QLineEdit) and editor.text() == "改天再说" and desk.place() == ("新增助餐点", DEADLINE)


def test_a_new_unit_is_asked_about(qtbot: QtBot, desk: Desk, told: list[str]) -> None:
    desk.at(5, LEADS)
    editor = desk.type_text("慈善科")
    with qtbot.waitSignal(desk.session.changed):
        desk.press(Key.Key_Return, editor)
    assert len(told) == 1 and "慈善科" in told[0]
    assert [u.name for u in desk.session.snapshot.leads_of(desk.case.built.tasks[5])] == ["慈善科"]


def test_keys_walk_over_both_halves_and_past_headings(desk: Desk) -> None:
    desk.at(0, NO)
    seen = [desk.place()]
    for key in (Key.Key_Tab, Key.Key_Right, Key.Key_Left, Key.Key_Return, Key.Key_Backtab):
        desk.press(key)
        seen.append(desk.place())
    assert seen == [
        ("新增助餐点", NO),
        ("新增助餐点", TITLE),
        ("新增助餐点", LEADS),
        ("新增助餐点", TITLE),
        ("改造床位", TITLE),
        ("改造床位", NO),
    ]
    desk.table.go(desk.model.index(4, NOTE))
    desk.table.right.setFocus()
    desk.press(Key.Key_Tab)
    assert desk.place() == ("核对低保", NO)  # a heading lies between
    desk.press(Key.Key_Delete)
    assert desk.place() == ("核对低保", NO)


def test_the_chosen_row_is_the_sessions_task(desk: Desk) -> None:
    desk.at(3, TITLE)
    assert desk.session.chosen_task == desk.case.built.tasks[3]
    desk.session.choose_task(desk.case.built.tasks[1])
    assert desk.place()[0] == "改造床位"


FILTERS: list[tuple[Callable[[Case], Filter], list[str]]] = [
    (lambda c: Filter(units=frozenset({c.built.units["福利院"]})), ["新增助餐点", "走访老人"]),
    (lambda c: Filter(sections=frozenset({c.built.sections["二、社会救助"]})), ["核对低保", "临时救助", "慈善宣传"]),
    (lambda c: Filter(lights=frozenset({"red"})), ["新增助餐点"]),
    (lambda c: Filter(states=frozenset({"ongoing"})), ["临时救助"]),
    (lambda c: Filter(tasks=frozenset(c.built.tasks[1:3]), label="两项"), ["改造床位", "走访老人"]),
    (
        lambda c: Filter(lights=frozenset({"grey"}), units=frozenset({c.built.units["救助科"]})),
        ["核对低保", "临时救助"],
    ),
    (lambda c: Filter(without_lead=True), ["└ 每月上门", "慈善宣传"]),
]


@pytest.mark.parametrize(("wanted", "rows"), FILTERS)
def test_a_filter_shows_exactly_its_rows_each_once(
    qtbot: QtBot, desk: Desk, wanted: Callable[[Case], Filter], rows: list[str]
) -> None:
    with qtbot.waitSignal(desk.page.counted) as counted:
        desk.page.show_filter(wanted(desk.case))
    assert desk.titles() == rows and counted.args == [len(rows), 0]
    desk.page.filters.clear()
    assert len(desk.titles()) == 7


def test_a_views_number_is_the_number_of_its_rows(desk: Desk) -> None:
    for button in desk.page.filters._views.values():
        button.click()
        assert int(button.text().rsplit(" ", 1)[1]) == len(desk.titles())


def test_ticks_in_a_chip_filter_and_are_counted(desk: Desk) -> None:
    chip = desk.page.filters.chips["units"]
    action = next(action for action in chip.menu().actions() if action.text() == "养老科")
    action.trigger()
    assert desk.titles() == ["新增助餐点", "改造床位", "临时救助"] and "1" in chip.text()
    action.trigger()
    assert len(desk.titles()) == 7


def test_search_filters_as_one_types_and_says_when_nothing_is_left(desk: Desk) -> None:
    desk.page.search("助餐")
    assert desk.titles() == ["新增助餐点"] and not desk.page._nothing.isVisible()
    desk.page.search("助餐没有")
    assert desk.titles() == [] and desk.page._nothing.isVisible()
    desk.page.search("")
    assert len(desk.titles()) == 7


def test_sorting_keeps_the_chosen_row_and_comes_back(desk: Desk) -> None:
    desk.page.filters.grouping.setCurrentIndex(desk.page.filters.grouping.findData(""))
    plain = desk.titles()
    desk.at(3, TITLE)
    desk.page.sort_by(DEADLINE)
    assert desk.titles()[:2] == ["走访老人", "改造床位"] and desk.place()[0] == "核对低保"
    desk.page.sort_by(DEADLINE)
    assert desk.titles()[-1] == "走访老人"
    desk.page.sort_by(DEADLINE)
    assert desk.titles() == plain and desk.model.rows.groups == []


def test_a_hidden_page_catches_up_when_shown(desk: Desk) -> None:
    desk.page.hide()
    tasks = desk.session.snapshot.tasks
    from desktop_app.domain.changes import edits

    desk.session.apply(edits("task", tasks[desk.case.built.tasks[0]], {"title": "另一个名字"}), "改名")
    assert "另一个名字" not in desk.titles()
    desk.page.show()
    assert "另一个名字" in desk.titles()


def test_widths_are_kept(desk: Desk) -> None:
    desk.page.use_columns([], {"title": 300, "leads": 99})
    kept = desk.page.widths()
    assert (kept["title"], kept["leads"]) == (300, 99) and desk.table.left.width() == kept["no"] + 300


def test_rows_grow_with_the_type(desk: Desk) -> None:
    before = desk.table.left.rowHeight(1)
    for view in (desk.table.left, desk.table.right):
        font = view.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        view.setFont(font)
        assert view.rowHeight(1) > before * 1.3


def test_a_light_has_shape_word_and_its_reason_in_the_tool_tip(desk: Desk) -> None:
    row = desk.model.row_of(desk.case.built.tasks[0])
    assert row is not None
    index = desk.model.index(row, LIGHT)
    assert index.data() == "▲ 严重滞后"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == desk.session.statuses[desk.case.built.tasks[0]].reason


def test_columns_and_widths_are_remembered_when_the_window_is_closed(qtbot: QtBot, case: Case, tmp_path: Path) -> None:
    for shown in (["no", "title", "leads", "note"], ["no", "title", "deadline"]):
        window = MainWindow(Session(case.store), tmp_path / "window.json")
        qtbot.addWidget(window)
        window.show_page("ledger")
        page = window.page("ledger")
        assert isinstance(page, LedgerPage)
        if shown[-1] == "deadline":
            assert page.shown_columns() == ["no", "title", "leads", "note"] and page.widths()["leads"] == 173
        page.table.headings.show(shown)
        page.use_columns((), {"leads": 173})
        window.close()
