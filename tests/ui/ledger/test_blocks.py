"""Blocks of cells: copy, paste, fill, clear, replace, each one entry on the real store."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.domain.cells import read_block
from desktop_app.domain.filters import Filter
from desktop_app.ui.ledger import block_acts, proposing
from desktop_app.ui.ledger.columns import COS, DEADLINE, DONE, LEADS, LIGHT, NOTE, STATE, TARGETS, TITLE
from desktop_app.ui.ledger.lines import Line
from desktop_app.ui.ledger.many_dialog import ManyDialog
from desktop_app.ui.ledger.misfits_dialog import MisfitsDialog
from desktop_app.ui.ledger.replace_dialog import ReplaceDialog
from tests.ui.ledger.desk import Desk
from tests.ui.ledger_case import Case

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def desk(qtbot: QtBot, case: Case) -> Desk:
    return Desk(qtbot, case)


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    for module in (block_acts, proposing):
        monkeypatch.setattr(module, "tell", lambda _, sentence: said.append(sentence))
    monkeypatch.setattr(proposing, "ask", lambda _, sentence, *__: bool(said.append(sentence)) or True)
    return said


def put_on_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def answer(kind: type[QDialog], take: bool, seen: list[QDialog]) -> None:
    """Answer the next dialog of this kind when it is open."""

    def go() -> None:
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
        seen.append(dialog)
        dialog.done(QDialog.DialogCode.Accepted if take else QDialog.DialogCode.Rejected)

    QTimer.singleShot(0, go)


def test_what_is_copied_can_be_pasted_back_without_a_change(desk: Desk) -> None:
    dump = desk.case.store.logical_dump()
    desk.table.choose_all()
    desk.press(Key.Key_C, held=Held.ControlModifier)
    rows = read_block(QGuiApplication.clipboard().text())
    assert len(rows) == 7 and rows[0][1] == "新增助餐点"
    desk.at(0, TITLE - 1)
    desk.press(Key.Key_V, held=Held.ControlModifier)
    assert desk.case.store.logical_dump() == dump


def test_a_block_from_a_spreadsheet_is_one_entry_that_undo_takes_back(desk: Desk) -> None:
    dump = desk.case.store.logical_dump()
    put_on_clipboard("9月底\t≥20处 助餐点\r\n2026.8.15\t床位600张以上；60% 覆盖率\r\n")
    desk.at(0, DEADLINE)
    desk.press(Key.Key_V, held=Held.ControlModifier)
    assert [desk.words(0, c) for c in (DEADLINE, TARGETS)] == ["9月30日", "≥20处 助餐点"]
    assert [desk.words(1, c) for c in (DEADLINE, TARGETS)] == ["8月15日", "≥600张 床位；60% 覆盖率"]
    assert desk.entry().label == "粘贴4格" and desk.taken_back() == dump


def test_line_breaks_and_quotation_marks_come_over(desk: Desk) -> None:
    put_on_clipboard('"第一行\n说""好""的"\r\n备注二\r\n')
    desk.at(0, NOTE)
    desk.press(Key.Key_V, held=Held.ControlModifier)
    tasks = desk.session.snapshot.tasks
    assert tasks[desk.case.built.tasks[0]].note == '第一行\n说"好"的'
    desk.over(0, 1, NOTE)
    desk.press(Key.Key_C, held=Held.ControlModifier)
    assert QGuiApplication.clipboard().text().replace("\r\n", "\n") == '"第一行\n说""好""的"\n备注二\n'


def test_one_cell_fills_the_chosen_ones_and_headings_are_passed_over(desk: Desk) -> None:
    put_on_clipboard("急件")
    desk.over(1, 4, NOTE)  # a heading lies between
    desk.press(Key.Key_V, held=Held.ControlModifier)
    assert [desk.words(n, NOTE) for n in range(6)] == ["", "急件", "急件", "急件", "急件", ""]


@pytest.mark.parametrize("take", [True, False])
def test_only_what_does_not_fit_is_shown_and_the_rest_can_be_taken(desk: Desk, take: bool) -> None:
    dump, seen = desk.case.store.logical_dump(), list[QDialog]()
    put_on_clipboard("改天吧\t≥9处 助餐点\t忙\r\n8月底\t\t好\r\n")
    desk.at(4, DEADLINE)  # the second row is 慈善宣传
    answer(MisfitsDialog, take, seen)
    desk.page.blocks.paste()
    (dialog,) = seen
    assert isinstance(dialog, MisfitsDialog)
    table = dialog.table
    cells = [[table.item(row, c).text() for c in range(4)] for row in range(table.rowCount())]  # type: ignore[union-attr]
    assert [cell[:3] for cell in cells] == [
        ["临时救助", "时限", "改天吧"],
        ["临时救助", "最新进展", "忙"],
        ["慈善宣传", "最新进展", "好"],
    ]
    assert "没有看懂" in cells[0][3] and "台账没有改动" not in cells[0][3]
    if take:
        assert desk.words(5, DEADLINE) == "8月31日" and desk.words(4, TARGETS) == "≥9处 助餐点"
        assert desk.taken_back() == dump
    else:
        assert desk.case.store.logical_dump() == dump


def test_what_lies_beyond_the_table_or_is_computed_is_told(desk: Desk) -> None:
    seen = list[QDialog]()
    put_on_clipboard("绿\r\n蓝\r\n")
    desk.at(5, LIGHT)  # the last row
    answer(MisfitsDialog, False, seen)
    desk.page.blocks.paste()
    table = seen[0].table  # type: ignore[attr-defined]
    assert [table.item(row, 3).text() for row in range(2)] == [
        "超出表格末行；要新增任务，请连同“任务”一列一起复制",
        "由程序算出，不能直接填写",
    ]


LONGER = "慈善宣传\t慈善科\t≥3场 宣讲\r\n新建助浴点\t养老科\t≥2处 助浴点\r\n\t\t\r\n组织培训\t\t\r\n"


@pytest.mark.parametrize("way", [0, 1, None])
def test_lines_below_the_last_row_become_tasks_if_wanted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, way: int | None
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(block_acts, "choose", lambda _, sentence, *ways: asked.extend((sentence, *ways)) or way)
    desk.table.headings.show(["leads", "targets"])
    dump, titles = desk.case.store.logical_dump(), desk.titles()
    put_on_clipboard(LONGER)
    desk.at(5, TITLE)  # the last row
    desk.press(Key.Key_V, held=Held.ControlModifier)
    assert "多出2行" in asked[0] and "慈善宣传" in asked[0] and asked[1:] == ["新增2项任务", "只填已有的行"]
    if way is None:
        assert desk.case.store.logical_dump() == dump
        return
    assert desk.words(5, LEADS) == "慈善科" and desk.words(5, TARGETS) == "≥3场 宣讲"
    if way == 1:
        assert desk.titles() == titles and desk.entry().label == "粘贴2格"
    else:
        assert desk.titles() == [*titles, "新建助浴点", "组织培训"]
        rows = [desk.model.line(desk.model.rowCount() - n) for n in (2, 1)]
        assert isinstance(rows[0], Line) and isinstance(rows[1], Line)
        assert [rows[0].cells[column] for column in (LEADS, TARGETS)] == ["养老科", "≥2处 助浴点"]
        made = [desk.session.snapshot.tasks[row.key] for row in rows if isinstance(row, Line)]
        last = desk.session.snapshot.tasks[desk.case.built.tasks[5]]
        assert {(task.section, task.plan, task.parent, task.state) for task in made} == {
            (last.section, last.plan, None, "open")
        }
        assert desk.entry().label == "粘贴6格，新增2项任务" and desk.case.store.faults() == []
    assert desk.taken_back() == dump


def test_lines_below_without_a_title_are_told(desk: Desk) -> None:
    seen = list[QDialog]()
    put_on_clipboard("备注一\r\n备注二\r\n")
    desk.at(5, NOTE)
    answer(MisfitsDialog, True, seen)
    desk.page.blocks.paste()
    table = seen[0].table  # type: ignore[attr-defined]
    assert [table.item(0, place).text() for place in (1, 2)] == ["备注", "备注二"]
    assert "连同“任务”一列" in table.item(0, 3).text() and desk.words(5, NOTE) == "备注一"


def test_a_line_below_an_action_becomes_a_task(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block_acts, "choose", lambda *_: 0)
    action = next(t for t in desk.session.snapshot.tasks.values() if t.parent is not None)
    desk.page.show_filter(Filter(tasks=frozenset({action.key})))
    desk.table.choose(action.key, TITLE)
    desk.view.setFocus()
    put_on_clipboard("每月上门\r\n巡查台账\r\n")
    desk.press(Key.Key_V, held=Held.ControlModifier)
    made = max(desk.session.snapshot.tasks.values(), key=lambda task: task.key)
    parent = desk.session.snapshot.tasks[action.parent or 0]
    assert made.title == "巡查台账" and made.parent is None
    assert made.section == parent.section and made.position == parent.position + 1


def test_new_units_of_a_block_are_asked_about_once(desk: Desk, told: list[str]) -> None:
    put_on_clipboard("慈善科\r\n慈善科、养老科\r\n")
    desk.at(3, LEADS)
    desk.press(Key.Key_V, held=Held.ControlModifier)
    assert len(told) == 1 and told[0].count("慈善科") == 1
    assert [desk.words(n, LEADS) for n in (3, 4)] == ["慈善科", "慈善科、养老科"]


def test_leads_and_helpers_of_one_row_come_together(desk: Desk) -> None:
    desk.table.headings.show(["leads", "cos"])
    put_on_clipboard("救助科\t养老科、救助科\r\n")
    desk.at(0, LEADS)
    desk.press(Key.Key_V, held=Held.ControlModifier)
    assert (desk.words(0, LEADS), desk.words(0, COS)) == ("救助科", "养老科")
    assert desk.case.store.faults() == []


def test_fill_down_writes_the_first_row_into_the_others(desk: Desk) -> None:
    dump = desk.case.store.logical_dump()
    desk.over(0, 2, LEADS)
    desk.page.blocks.fill_down()
    assert [desk.words(n, LEADS) for n in range(3)] == ["养老科、福利院"] * 3
    assert desk.entry().label == "向下填充2格" and desk.taken_back() == dump
    desk.at(1, LEADS)
    desk.page.blocks.fill_down()  # one cell takes what stands above it
    assert desk.words(1, LEADS) == "养老科、福利院"


def test_delete_empties_the_chosen_cells_but_never_title_and_state(desk: Desk) -> None:
    dump = desk.case.store.logical_dump()
    desk.over(0, 2, TITLE, NOTE)
    desk.press(Key.Key_Delete)
    assert [desk.words(n, c) for n in range(3) for c in (LEADS, DEADLINE, TARGETS, NOTE)] == [""] * 12
    assert [desk.words(n, TITLE) for n in range(3)] == ["新增助餐点", "改造床位", "走访老人"]
    assert {desk.words(n, STATE) for n in range(3)} == {"推进中"}
    assert desk.taken_back() == dump


def test_cut_is_copy_and_clear(desk: Desk) -> None:
    desk.at(2, NOTE)
    desk.press(Key.Key_X, held=Held.ControlModifier)
    assert QGuiApplication.clipboard().text().strip() == "含ABC小区" and desk.words(2, NOTE) == ""


def test_control_enter_writes_into_every_chosen_cell(qtbot: QtBot, desk: Desk) -> None:
    desk.over(0, 2, NOTE)
    editor = desk.type_text("重点")
    with qtbot.waitSignal(desk.session.changed):
        desk.press(Key.Key_Return, editor, Held.ControlModifier)
    assert [desk.words(n, NOTE) for n in range(4)] == ["重点", "重点", "重点", ""]
    assert desk.entry().label == "把3格统一改为“重点”"


def test_many_rows_get_one_value(desk: Desk) -> None:
    seen = list[QDialog]()
    desk.over(0, 2, DEADLINE)

    def choose() -> None:
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ManyDialog) and w.isVisible())
        seen.append(dialog)
        assert dialog.column() == DEADLINE
        dialog.value.setText("10月底")
        dialog.accept()

    QTimer.singleShot(0, choose)
    desk.page.blocks.many()
    assert seen and [desk.words(n, DEADLINE) for n in range(3)] == ["10月31日"] * 3


def test_find_and_replace_counts_shows_and_is_one_entry(desk: Desk) -> None:
    dump = desk.case.store.logical_dump()

    def replace() -> None:
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ReplaceDialog) and w.isVisible())
        dialog.sought.setText("助")
        dialog.by.setText("救")
        dialog.look()
        assert dialog._told.text() == "在2格里找到2处。" and dialog.do.text() == "替换2格"
        assert dialog.table.item(0, 3).text() == "新增救餐点"  # type: ignore[union-attr]
        dialog.accept()

    desk.at(0, TITLE)
    QTimer.singleShot(0, replace)
    desk.page.blocks.replace()
    assert [desk.words(n, TITLE) for n in (0, 4)] == ["新增救餐点", "临时救救"]
    assert desk.entry().label == "把“助”替换为“救”，共2格" and desk.taken_back() == dump


def test_a_percent_for_a_task_never_asked_does_not_fit(desk: Desk) -> None:
    seen = list[QDialog]()
    desk.over(0, 1, DONE)
    answer(MisfitsDialog, True, seen)
    desk.page.blocks.fill("45%")
    assert [desk.words(n, DONE) for n in range(2)] == ["45%", "—"] and len(seen) == 1
