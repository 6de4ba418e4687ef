"""A window that may only read: what would change the ledger is off, or says at once why it cannot be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.store.store import Store, read_ledger
from desktop_app.texts import store as store_texts
from desktop_app.texts import window as texts
from desktop_app.ui import undoing, ways_in
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from tests.ui.ledger_case import Case

# a button that shows, asks, copies or writes a file of its own choice; whoever adds one that changes the ledger sees to
# it that it is off here
READS = (
    *("复制催报文字", "打开文件夹", "各期及时率…", "保存为文件…", "已印发…", "核对改过的文件…", "填上级表格…", "打印…"),
    *("对比两天…", "看某一天的台账…", "写出交接包…", "备份列表与恢复…", "检查台账", "立即备份", "选择…", "退回…"),
    *("今天", "全部"),
    texts.IMPORT,  # says why not: see below
)


@pytest.fixture
def reader(case: Case) -> Iterator[Store]:
    with read_ledger(case.store.folder) as store:
        yield store


@pytest.fixture
def window(qtbot: QtBot, reader: Store, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Session(reader), tmp_path / "window.json")
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_no_button_that_changes_the_ledger_is_on(qtbot: QtBot, window: MainWindow, case: Case) -> None:
    on: set[str] = set()
    for name in texts.PAGES:
        window.show_page(name)
        window.session.choose_task(case.built.tasks[0])
        qtbot.wait(50)
        buttons = [button for button in window.findChildren(QPushButton) if button.isVisible() and button.isEnabled()]
        on |= {button.text() for button in buttons if not button.isCheckable() and button.menu() is None}
    told = {text for text in on if text and not any(char.isdigit() for char in text)}  # those with a count only filter
    assert told <= {*READS}, told - {*READS}
    off = {b.text() for b in window.findChildren(QAbstractButton) if not b.isEnabled()}
    assert {"加附件…", "延期…"} <= off


def test_nothing_is_said_to_be_saved(qtbot: QtBot, window: MainWindow, case: Case, tmp_path: Path) -> None:
    said = [label.text() for label in window.status_line.findChildren(QLabel)]
    assert [texts.NOT_WRITABLE in text.split(texts.DOT) for text in said] == [True] and texts.SAVED not in said[0]
    writer = MainWindow(Session(case.store), tmp_path / "writer.json")
    qtbot.addWidget(writer)
    assert texts.SAVED in writer.status_line.findChildren(QLabel)[0].text()


def test_undo_and_redo_are_off_and_their_keys_say_why(
    window: MainWindow, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(undoing, "tell", lambda _, sentence: told.append(sentence))
    assert case.store.connection.execute("SELECT count(*) FROM journal_entry").fetchone()[0] > 0
    assert not window.top_bar.undo.isEnabled() and not window.top_bar.redo.isEnabled()
    window.undo()
    assert told == [store_texts.ONLY_READ]
    assert window.session.store.logical_dump() == case.store.logical_dump()


def test_each_way_in_says_why_not_before_any_work(
    window: MainWindow, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(ways_in, "tell", lambda _, sentence: told.append(sentence))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: pytest.fail("a file was asked for"))
    plan = tmp_path / "要点.txt"
    plan.write_text("一、养老\n1.新增助餐点。（牵头单位：养老科）\n", "utf-8")
    copied = QMimeData()
    copied.setText(plan.read_text("utf-8"))
    QGuiApplication.clipboard().setMimeData(copied)
    try:
        ways = window.ways_in
        before = {child for child in window.findChildren(QWidget) if child.isWindow()}
        window.top_bar.bring_in.click()
        ways.import_ledger()
        ways.paste_plan()
        ways.take_in([plan])
        ways.take_returned([plan])
    finally:
        QGuiApplication.clipboard().clear()
    assert told == [store_texts.ONLY_READ] * 5
    assert {child for child in window.findChildren(QWidget) if child.isWindow()} == before


def test_no_cell_of_the_ledger_can_be_typed_into(window: MainWindow, reader: Store, case: Case) -> None:
    window.show_page("ledger")
    model = window.page("ledger").model  # type: ignore[attr-defined]
    places = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    assert places and not any(model.flags(place) & Qt.ItemFlag.ItemIsEditable for place in places)
    assert reader.logical_dump() == case.store.logical_dump()
