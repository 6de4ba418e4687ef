"""Leads for many tasks at once, and a task split into actions, from the ledger page on the real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import Draft, Source
from desktop_app.store.journal import entries, sources_of
from desktop_app.store.store import open_ledger
from desktop_app.texts import assign
from desktop_app.ui.ledger import acts, proposing
from desktop_app.ui.ledger.acts import take_figures
from desktop_app.ui.ledger.assign_dialog import CHOSEN, AssignDialog
from desktop_app.ui.ledger.figures_dialog import FiguresDialog
from desktop_app.ui.ledger.page import LedgerPage
from desktop_app.ui.session import Session
from desktop_app.verbs.offered_figures import offers, words_around
from tests.builders import answer, plan_with, round_of

TWO = "新建社区食堂3个。6月底前改造床位60张。"


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-03-10")
    with open_ledger(tmp_path) as store:
        target = {"item": "改造床位", "comparator": "=", "value": 60.0, "unit": "张", "phrase": "改造床位60张"}
        plan_with(
            store,
            {"title": "办好老年食堂", "text": TWO, "targets": [target]},
            {"title": "规范墓园管理", "text": "清理乱埋乱葬。"},
            {"title": "低保核查", "text": "入户核查。", "lead": "社会救助科"},
            {"title": "机关值班", "text": "做好公文办理。", "lead": ["养老服务科", "社会事务科", "办公室"]},
        )
        yield Session(store)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(acts, "tell", lambda _, sentence: heard.append(sentence))
    monkeypatch.setattr(proposing, "ask", lambda _, sentence, *__: bool(heard.append(sentence)) or True)
    return heard


@pytest.fixture
def page(qtbot: QtBot, session: Session, said: list[str]) -> LedgerPage:
    made = LedgerPage(session)
    qtbot.addWidget(made)
    made.resize(1024, 500)
    made.show()
    return made


def leads(session: Session) -> list[list[str]]:
    return [[unit.name for unit in session.snapshot.leads_of(t.key)] for t in session.snapshot.tasks_in_order()]


def in_dialog(*keys: Qt.Key, typed: str = "", accept: bool = True) -> None:
    def go() -> None:
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, AssignDialog) and w.isVisible())
        for key in keys:
            QTest.keyClick(dialog.table, key)
        item = dialog.table.item(dialog.table.currentRow(), CHOSEN)
        if typed and item:
            item.setText(typed)
        dialog.done(AssignDialog.DialogCode.Accepted if accept else AssignDialog.DialogCode.Rejected)

    QTimer.singleShot(0, go)


def test_suggestions_are_taken_by_their_digit_in_one_entry(page: LedgerPage, session: Session):
    before = session.store.logical_dump()
    in_dialog(Qt.Key.Key_1, Qt.Key.Key_1)
    page.assign_leads()
    assert leads(session)[:2] == [["养老服务科"], ["社会事务科"]]
    newest = entries(session.store.connection)[0]
    assert newest.label == "指定2项任务的牵头单位"
    session.undo(newest.id)
    assert session.store.logical_dump() == before


def test_nothing_is_stored_without_a_key_or_after_leaving(page: LedgerPage, session: Session):
    before = session.store.logical_dump()
    in_dialog()
    page.assign_leads()
    in_dialog(Qt.Key.Key_1, accept=False)
    page.assign_leads()
    assert session.store.logical_dump() == before


def test_names_can_be_typed_and_a_new_unit_is_asked_about_once(page: LedgerPage, session: Session, said: list[str]):
    in_dialog(Qt.Key.Key_1, typed="区殡葬管理所、社会事务科")
    page.assign_leads()
    assert leads(session)[1] == ["区殡葬管理所", "社会事务科"]
    assert len(said) == 1 and "区殡葬管理所" in said[0]


def test_delete_takes_a_suggestion_back(qtbot: QtBot, session: Session):
    from desktop_app.documents.advice import leads_for_tasks

    keys = [task.key for task in session.snapshot.tasks_in_order()][:2]
    dialog = AssignDialog(session.snapshot, leads_for_tasks(session.snapshot, keys))
    qtbot.addWidget(dialog)
    assert "养老" in dialog._why.text() and not dialog._store.isEnabled()
    QTest.keyClick(dialog.table, Qt.Key.Key_1)
    assert dialog.leads() == {keys[0]: "养老服务科"} and dialog._store.text() == "指定1项"
    dialog.table.setCurrentCell(0, CHOSEN)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert dialog.leads() == {}
    dialog._take_first()
    assert set(dialog.leads()) == set(keys)


def test_where_all_have_leads_it_is_said(page: LedgerPage, session: Session, said: list[str]):
    page.filters.chips["units"].choose([session.snapshot.unit_named("社会救助科").key])  # type: ignore[union-attr]
    page._show_lines()
    page.assign_leads()
    assert said == [assign.NOTHING]


def test_a_task_is_split_by_one_key_and_put_together_again(page: LedgerPage, session: Session, said: list[str]):
    before = session.store.logical_dump()
    (first, *_) = session.snapshot.tasks_in_order()
    page.table.choose(first.key)
    page.split_task()
    made = session.snapshot.actions_of(first.key)
    assert [action.title for action in made] == ["新建社区食堂3个", "6月底前改造床位60张"]
    assert [t.value for t in session.snapshot.targets_of(made[1].key)] == [60.0]
    page.split_task()
    assert len(said) == 1 and "已经拆分过" in said[0]
    session.undo(entries(session.store.connection)[0].id)
    assert session.store.logical_dump() == before


def test_the_acts_are_in_the_menu_with_their_keys(page: LedgerPage):
    keys = {action.text(): action.shortcut().toString() for action in page.filters.more.actions() if action.text()}
    assert (
        keys.items()
        >= {
            "复制\tCtrl+C": "",
            "剪切\tCtrl+X": "",
            "粘贴\tCtrl+V": "",
            "向下填充": "Ctrl+D",
            "统一修改所选各行…": "Ctrl+Shift+E",
            "查找和替换…": "Ctrl+H",
            "在下面插入一行": "Ctrl++",
            "删除所选行": "Ctrl+-",
            "上移": "Alt+Up",
            "下移": "Alt+Down",
            "合并所选行": "Ctrl+M",
            "拆分为举措": "Ctrl+Shift+D",
            "批量指定牵头单位…": "Ctrl+L",
            "从进展文字提取完成数…": "Ctrl+Shift+F",
            "人工定灯…": "Ctrl+Shift+L",
            "核实销号…": "Ctrl+Shift+K",
            "显示的列…": "Ctrl+Shift+C",
            "打开已有的 Excel 台账，或收回导出后的修改…": "Ctrl+Shift+O",
        }.items()
    )


def test_a_figure_in_the_words_is_taken_by_a_tick_and_not_offered_again(
    page: LedgerPage, session: Session, said: list[str]
):
    (first, *_) = session.snapshot.tasks_in_order()
    draft = Draft()
    unit = draft.create("unit", {"name": "养老院", "kind": "affiliate", "position": 9})
    applied = session.apply(draft.changes, "新建单位")
    assert applied is not None
    (row,) = round_of(session.store, "2026-02", [(first.key, applied.keys[unit])])
    source = Source(session.store.sources.keep(b"form", "养老院.xlsx"), "填报表", "H5")
    answer(session.store, row, source, percent=40.0, text="本月开工，已改造床位24张。")
    session.reload()
    before = session.store.logical_dump()
    (offer,) = offers(session.snapshot, "2026-03-10")
    assert (offer.value, words_around(offer)[1]) == (24.0, "24张")

    def tick() -> None:
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, FiguresDialog) and w.isVisible())
        assert dialog.taken() == []
        dialog._tick_all()
        dialog.accept()

    QTimer.singleShot(0, tick)
    take_figures(session, page)
    (held,) = session.snapshot.tables["row_target"].values()
    assert (held.held, held.accepted, held.target, held.unit) == (24.0, None, offer.target.key, "张")
    assert sources_of(session.store.connection, "row_target")[held.key, "held"] == source
    assert offers(session.snapshot, "2026-03-10") == []
    session.undo(entries(session.store.connection)[0].id)
    assert session.store.logical_dump() == before

    def leave() -> None:
        next(w for w in QApplication.topLevelWidgets() if isinstance(w, FiguresDialog) and w.isVisible()).accept()

    QTimer.singleShot(0, leave)
    take_figures(session, page)
    assert session.snapshot.tables["row_target"] == {}
    take_figures(session, page)
    assert len(said) == 1 and "没有读到" in said[0]
