"""The history page on a real ledger: entries and their changes in words, and one entry taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import Draft, Source, edits
from desktop_app.store.store import open_ledger
from desktop_app.ui.history.page import HistoryPage, TextTable
from desktop_app.ui.session import Session
from desktop_app.ui.theme import apply_theme
from tests.builders import plan_with


@pytest.fixture
def session(tmp_path: Path, qapp: object):
    with open_ledger(tmp_path) as store:
        built = plan_with(store, {"lead": "养老服务科"}, {"lead": "社会救助科"})
        digest = store.sources.keep(b"file", "来文.docx")
        draft = Draft()
        draft.create(
            "plan", {"title": "来文", "kind": "plan", "file": digest, "file_name": "来文.docx"}, Source(digest)
        )
        store.apply(draft.changes, "导入《来文》")
        made = Session(store)
        task = made.snapshot.tasks[built.tasks[0]]
        made.apply(
            edits("task", task, {"title": "改后的标题", "note": "第一行\n第二行"}, Source(digest, "表", "F7")),
            "修改标题",
        )
        yield made


def shown(model: TextTable) -> list[tuple[str, ...]]:
    return [tuple(str(model.index(r, c).data()) for c in range(model.columnCount())) for r in range(model.rowCount())]


def test_entries_newest_first_and_the_changes_of_the_chosen_one_in_words(qtbot: QtBot, session: Session):
    page = HistoryPage(session)
    qtbot.addWidget(page)
    QAbstractItemModelTester(page._entries, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [row[2] for row in shown(page._entries)] == ["修改标题", "导入《来文》", "建立任务"]
    assert shown(page._changes) == [
        ("任务 改后的标题", "标题", "任务1", "改后的标题", "F7　来文.docx"),
        ("任务 改后的标题", "备注", "", "第一行 第二行", "F7　来文.docx"),
    ]
    page._entry_table.selectRow(2)
    kinds = {(row[0].split()[0], row[1]) for row in shown(page._changes)}
    assert ("任务", "新建") in kinds and ("责任分工", "新建") in kinds and ("单位", "新建") in kinds


def test_an_older_entry_is_taken_back_and_brought_again(qtbot: QtBot, session: Session):
    page = HistoryPage(session)
    qtbot.addWidget(page)
    page.show()
    before = session.store.logical_dump()
    page._entry_table.selectRow(1)
    qtbot.mouseClick(page._undo, Qt.MouseButton.LeftButton)
    assert [row[2] for row in shown(page._entries)][:3] == ["撤销“导入《来文》”", "修改标题", "导入《来文》（已撤销）"]
    assert not page._undo.isEnabled()
    page._entry_table.selectRow(0)
    assert page._undo.text() == "重做这一条"
    qtbot.mouseClick(page._undo, Qt.MouseButton.LeftButton)
    assert session.store.logical_dump() == before


def test_search_over_the_labels(qtbot: QtBot, session: Session):
    page = HistoryPage(session)
    qtbot.addWidget(page)
    page._search.setText("标题")
    assert [row[2] for row in shown(page._entries)] == ["修改标题"]
    page._search.setText("第二行")  # in what was changed
    assert [row[2] for row in shown(page._entries)] == ["修改标题"]
    page._search.setText("社会救助科")
    assert [row[2] for row in shown(page._entries)] == ["建立任务"]
    page._search.setText("100%_")
    assert shown(page._entries) == []
    page._search.setText("没有这个")
    assert shown(page._entries) == [] and shown(page._changes) == [] and not page._undo.isEnabled()


def test_work_done_while_the_page_is_hidden_is_there_when_it_is_shown(qtbot: QtBot, session: Session):
    page = HistoryPage(session)
    qtbot.addWidget(page)
    (unit, *_) = session.snapshot.units_in_order()
    session.apply(edits("unit", unit, {"phone": "5551"}), "改电话")
    assert page._entries.rowCount() == 3
    page.show()
    assert page._entries.rowCount() == 4


def test_an_empty_ledger_says_what_to_do(qtbot: QtBot, tmp_path: Path):
    with open_ledger(tmp_path / "空") as store:
        page = HistoryPage(Session(store))
        qtbot.addWidget(page)
        assert page._stack.currentIndex() == 1


def test_days_and_hours_are_read_whole_at_every_type_size(qtbot: QtBot, session: Session):
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, 150)
    try:
        page = HistoryPage(session)
        qtbot.addWidget(page)
        table = page._entry_table
        letters = QFontMetrics(table.font())
        assert table.columnWidth(1) >= letters.horizontalAdvance(str(page._entries.index(0, 1).data())) + 6
        assert table.rowHeight(0) >= letters.height() + 6
    finally:
        apply_theme(app)
