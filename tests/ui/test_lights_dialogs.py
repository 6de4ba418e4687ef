"""A task's end and a light by hand, from the ledger page on the real store: asked, stored as one entry, undone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.domain.overrides import overrides, sent_back
from desktop_app.store.store import open_ledger
from desktop_app.ui.ledger.page import LedgerPage
from desktop_app.ui.lights import closing_dialog, hand_dialog
from desktop_app.ui.lights.closing_dialog import ClosingDialog, check_task
from desktop_app.ui.lights.hand_dialog import HandDialog, set_light
from desktop_app.ui.session import Session
from tests.builders import answer, plan_with, round_of


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-01")
    with open_ledger(tmp_path) as store:
        built = plan_with(store, {"title": "办好食堂", "lead": "养老科"}, {"title": "核对", "lead": "救助科"})
        rows = round_of(store, "2026-06", list(zip(built.tasks, built.units.values(), strict=True)))
        for row, percent in zip(rows, (100, 10), strict=True):
            answer(store, row, percent=percent)
        yield Session(store)


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> LedgerPage:
    made = LedgerPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    for room in (closing_dialog, hand_dialog):
        monkeypatch.setattr(room, "tell", lambda _, sentence: heard.append(sentence))
    return heard


def answering(kind: type[QDialog], act: Callable[[QDialog], None]) -> None:
    """Do this with the dialog that comes up next."""

    def when_up() -> None:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        assert found
        act(found[0])

    QTimer.singleShot(0, when_up)


def tasks(session: Session) -> list[int]:
    return [task.key for task in session.snapshot.tasks_in_order()]


def go(way: str, words: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ClosingDialog)
        dialog.choose(way)
        dialog.text.setPlainText(words)
        dialog._check()
        if dialog.isVisible():
            dialog.reject()

    return act


def test_from_done_to_struck_off_and_back(page: LedgerPage, session: Session, said: list[str]) -> None:
    key, before = tasks(session)[0], session.store.logical_dump()
    answering(ClosingDialog, go("close", ""))
    check_task(session, key, page)
    assert "台账没有改动" in said[-1] and session.store.logical_dump() == before
    for way, words, state, label in (
        ("finish", "", "finished", "待销号"),
        ("close", "验收单已存档", "closed", "已销号"),
        ("reopen", "复查发现问题", "open", "已完成"),
        ("send back", "缺验收材料", "open", "退回"),
    ):
        answering(ClosingDialog, go(way, words))
        check_task(session, key, page)
        assert (session.snapshot.tasks[key].state, session.statuses[key].label) == (state, label)
    note = session.snapshot.tasks[key].note or ""
    assert note.splitlines()[0] == "2026-07-01 核实销号：验收单已存档" and "退回：缺验收材料" in note
    assert sent_back(session.snapshot).keys() == {key} and "已退回：缺验收材料" in session.statuses[key].reason
    for _ in range(4):
        step = session.steps().undo
        assert step is not None
        session.undo(step.id)
    assert session.store.logical_dump() == before


def test_what_is_not_done_cannot_be_struck_off(page: LedgerPage, session: Session) -> None:
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ClosingDialog)
        seen.extend(dialog._offered)
        dialog.reject()

    answering(ClosingDialog, look)
    check_task(session, tasks(session)[1], page)
    assert seen == ["finish"]


def by_hand(verdict: str, reason: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, HandDialog)
        dialog.verdict.setCurrentIndex(dialog.verdict.findData(verdict))
        dialog.reason.setText(reason)
        dialog.until.setDate(QDate(2026, 9, 30))
        dialog._check()
        if dialog.isVisible():
            dialog.reject()

    return act


def test_a_light_by_hand_until_a_day(
    page: LedgerPage, session: Session, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tasks(session)[1]
    answering(HandDialog, by_hand("normal", " "))
    set_light(session, key, page)
    assert "台账没有改动" in said[-1] and not overrides(session.snapshot)
    answering(HandDialog, by_hand("normal", "上级推迟"))
    set_light(session, key, page)
    status = session.statuses[key]
    assert status.light == "green" and "人工定为正常（至9月30日）：上级推迟" in status.reason
    monkeypatch.setenv("DUBAN_TODAY", "2026-10-01")
    session.turn_day()
    assert session.statuses[key].light == "red"
    monkeypatch.setenv("DUBAN_TODAY", "2026-07-02")
    session.turn_day()

    def leave(dialog: QDialog) -> None:
        assert isinstance(dialog, HandDialog) and dialog.reason.text() == "上级推迟"
        dialog.by_rule.click()

    answering(HandDialog, leave)
    set_light(session, key, page)
    assert session.statuses[key].light == "red" and not overrides(session.snapshot)


def test_without_a_task_it_says_so(page: LedgerPage, session: Session, said: list[str]) -> None:
    check_task(session, None, page)
    set_light(session, None, page)
    assert len(said) == 2
