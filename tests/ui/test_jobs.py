"""Work beside the window: its result, its refusal, its bug, its Cancel; and boxes that die when they are closed."""

import threading
import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import Refused
from desktop_app.ui import jobs
from desktop_app.ui.jobs import Progress, run
from desktop_app.ui.messages import ask, tell


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_a_short_job_gives_its_result_from_another_thread_and_shows_nothing(parent: QWidget) -> None:
    threads: list[object] = []
    run(parent, "读取", lambda _: threading.get_ident(), threads.append)
    assert threads and threads != [threading.get_ident()]
    assert not parent.findChildren(QProgressDialog)


def test_a_long_job_shows_its_count(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "SHOWN_AFTER", 10)
    seen, go_on = [], threading.Event()

    def work(progress: Progress) -> str:
        go_on.wait(5)
        progress.step(2, 5)
        return "完"

    def look() -> None:
        dialog = parent.findChild(QProgressDialog)
        assert dialog is not None
        go_on.set()
        QTimer.singleShot(0, lambda: seen.append(dialog.labelText()))

    QTimer.singleShot(100, look)
    done: list[str] = []
    run(parent, "读取", work, done.append)
    assert done == ["完"]
    QApplication.processEvents()
    assert seen and seen[0] in ("读取", "读取（2/5）")


def test_cancel_gives_the_window_back_and_drops_the_result(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "SHOWN_AFTER", 10)
    stopped = threading.Event()

    def work(progress: Progress) -> None:
        try:
            while True:
                progress.step(1, 2)
                time.sleep(0.005)
        finally:
            stopped.set()

    def cancel() -> None:
        dialog = parent.findChild(QProgressDialog)
        assert dialog is not None
        dialog.findChildren(QPushButton)[0].click()

    QTimer.singleShot(100, cancel)
    done: list[object] = []
    run(parent, "读取", work, done.append)
    assert done == [] and stopped.wait(5)


def test_a_refusal_is_told(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(jobs, "tell", lambda _, sentence: told.append(sentence))

    def work(_: Progress) -> None:
        raise Refused("打不开。台账没有改动。")

    run(parent, "读取", work, lambda _: told.append("done"))
    assert told == ["打不开。台账没有改动。"]


def test_a_bug_is_not_swallowed(parent: QWidget) -> None:
    with pytest.raises(ZeroDivisionError):
        run(parent, "读取", lambda _: 1 // 0, lambda _: None)


@pytest.mark.parametrize(("press", "answer"), [("取消", False), ("撤销其余部分", True), (None, False)])
def test_asking_does_nothing_unless_told_to(qtbot: QtBot, parent: QWidget, press: str | None, answer: bool) -> None:
    def click() -> None:
        (box,) = parent.findChildren(QMessageBox)
        assert box.defaultButton().text() == "取消" and box.text() == "撤销？"
        if press is None:
            box.reject()
        else:
            next(button for button in box.buttons() if button.text() == press).click()

    QTimer.singleShot(20, click)
    assert ask(parent, "撤销？", "撤销其余部分") is answer


def test_a_box_dies_when_it_is_closed(qtbot: QtBot, parent: QWidget) -> None:
    QTimer.singleShot(20, lambda: parent.findChildren(QMessageBox)[0].accept())
    tell(parent, "已经读完。")
    qtbot.waitUntil(lambda: not parent.findChildren(QMessageBox))
