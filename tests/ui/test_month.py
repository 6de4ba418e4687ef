"""A spring and a month's work by the keyboard alone, on the real window, a real ledger and real files."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.store.store import open_ledger
from desktop_app.texts import by_hand, exchange_page, rounds_page
from desktop_app.texts import exchange as forms
from desktop_app.ui.exchange.collect_dialog import CollectDialog
from desktop_app.ui.exchange.dispatch_dialog import DispatchDialog
from desktop_app.ui.exchange.heard_dialog import HeardDialog
from desktop_app.ui.exchange.page import ExchangePage
from desktop_app.ui.exchange.sent_dialog import SentDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.review.window import ReviewWindow
from desktop_app.ui.session import Session
from desktop_app.verbs.demo import fill_form
from tests.ui.fronting import seen, to_front

PLAN = """云溪区民政局2026年工作要点

一、养老服务
1. 增设社区助餐点。9月底前新建社区助餐点8个。（牵头单位：养老服务科）
2. 规范殡葬管理。完成公益性墓区整修。
二、社会救助
3. 做好低保核查。6月底前完成低保对象入户核查。（牵头单位：社会救助科）
"""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MOST_TABS = 80


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("DUBAN_TODAY", "2026-06-15")
    with open_ledger(tmp_path / "ledger") as store:
        made = MainWindow(Session(store), tmp_path / "window.json")
        qtbot.addWidget(made)
        made.resize(1024, 600)
        seen(qtbot, made)
        to_front(qtbot, made)
        yield made


def press(over: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key to whatever has the keys in this window."""
    QTest.keyClick(over.focusWidget() or over, key, modifier)


def tab_to(over: QWidget, name: str) -> QWidget:
    """Tab until the control of this name or these words has the keys."""
    for _ in range(MOST_TABS):
        at = over.focusWidget()
        if at is not None and name in (at.accessibleName(), getattr(at, "text", str)()):
            return at
        QTest.keyClick(at or over, Qt.Key.Key_Tab)
    raise AssertionError(f"{name} is not reached by Tab")


def answered(*answers: tuple[type[QDialog], Callable[..., object]]) -> QTimer:
    """Answer the dialogs that come, in this order, each by its own keys."""
    coming = list(answers)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if coming and isinstance(dialog, coming[0][0]):
            act = coming.pop(0)[1]
            QTimer.singleShot(0, dialog, lambda: finished(dialog, act))

    def finished(dialog: QDialog, act: Callable[..., object]) -> None:
        try:
            act(dialog)
        finally:
            dialog.close()  # a walk that fails must not leave the test waiting

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    return timer


def paste_a_plan(window: MainWindow, qtbot: QtBot) -> None:
    copied = QMimeData()
    copied.setText(PLAN)
    QApplication.clipboard().setMimeData(copied)
    press(window, Qt.Key.Key_V, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: bool(window.findChildren(ReviewWindow)))
    (review,) = window.findChildren(ReviewWindow)
    to_front(qtbot, review)
    press(review, Qt.Key.Key_1)  # the first suggestion for the task without a lead
    while review.extraction.doubts:
        press(review, Qt.Key.Key_Return)
    press(review, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(window.session.snapshot.tasks))
    to_front(qtbot, window)


def dispatch(window: MainWindow, folder: Path) -> None:
    def choose(dialog: DispatchDialog) -> None:
        field = tab_to(dialog, exchange_page.FOLDER)
        press(dialog, Qt.Key.Key_A, CONTROL)
        QTest.keyClicks(field, str(folder))
        tab_to(dialog, rounds_page.COLUMN_NAMES["next_steps"])
        press(dialog, Qt.Key.Key_Space)
        tab_to(dialog, exchange_page.MAKE)
        press(dialog, Qt.Key.Key_Space)

    asking = answered((DispatchDialog, choose), (SentDialog, lambda dialog: press(dialog, Qt.Key.Key_Escape)))
    press(window, Qt.Key.Key_4, CONTROL)
    tab_to(window, exchange_page.NEW_ROUND)
    press(window, Qt.Key.Key_Space)
    asking.stop()


def take_down(window: MainWindow, unit: str) -> None:
    def write(dialog: HeardDialog) -> None:
        QTest.keyClicks(tab_to(dialog, by_hand.WHO), "Li")
        status = tab_to(dialog, forms.STATUS)
        QTest.keyClick(status, Qt.Key.Key_Down)
        words = tab_to(dialog, forms.TEXT)
        assert isinstance(words, QPlainTextEdit)
        words.insertPlainText("已选址3处")  # as the input method does
        QTest.keyClicks(tab_to(dialog, forms.PERCENT), "40")
        tab_to(dialog, by_hand.SAVE)
        press(dialog, Qt.Key.Key_Space)

    asking = answered((HeardDialog, write))
    page = window.page("exchange")
    assert isinstance(page, ExchangePage)
    tab_to(window, exchange_page.ROSTER)
    press(window, Qt.Key.Key_Home, CONTROL)
    while page._roster.line is None or page._roster.line.name != unit:
        press(window, Qt.Key.Key_Down)
    tab_to(window, by_hand.OPEN)
    press(window, Qt.Key.Key_Space)
    asking.stop()


def collect(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def decide(dialog: CollectDialog) -> None:
        press(dialog, Qt.Key.Key_1)
        press(dialog, Qt.Key.Key_Return)

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    asking = answered((CollectDialog, decide))
    tab_to(window, exchange_page.CHOOSE_FILES)
    press(window, Qt.Key.Key_Space)
    asking.stop()


def test_a_month_by_keys_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paste_a_plan(window, qtbot)
    assert window.page("ledger").isAncestorOf(window.focusWidget())  # type: ignore[arg-type]
    out = tmp_path / "out"
    dispatch(window, out)
    to_front(qtbot, window)
    (made,) = window.session.snapshot.rounds.values()
    assert made.asked == "text,percent,finished_on,problems,next_steps"
    take_down(window, "社会救助科")
    to_front(qtbot, window)
    back = tmp_path / "back.xlsx"
    answers = [{"no": "1", "status": forms.PROGRESS, "percent": 30, "text": "正在推进中"}]
    fill_form(next(out.glob("养老服务科*.xlsx")), back, answers)
    collect(window, back, monkeypatch)
    to_front(qtbot, window)
    snapshot = window.session.snapshot
    said = {snapshot.units[snapshot.rows[a.row].unit].name: a.percent for a in snapshot.tables["answer"].values()}
    assert said == {"社会救助科": 40.0, "养老服务科": 30.0}
    assert snapshot.tables["answer"] and {a.text for a in snapshot.tables["answer"].values()} == {
        "已选址3处",
        "正在推进中",
    }
    for _ in range(2):
        press(window, Qt.Key.Key_Z, CONTROL)
    assert not window.session.snapshot.tables["answer"] and len(window.session.snapshot.tasks) == 3
