"""Restore, repair, check and hand-over go on beside the window, which lives meanwhile; Cancel leaves no half."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app import app as app_module
from desktop_app.app import Desk
from desktop_app.store import repair as repair_module
from desktop_app.store import restore as restore_module
from desktop_app.store.backup import back_up, backups, is_sound
from desktop_app.texts import safety
from desktop_app.texts import window as texts
from desktop_app.ui import jobs
from desktop_app.ui.safety import care, check_dialog, panel
from desktop_app.ui.safety.check_dialog import CheckDialog
from desktop_app.ui.safety.panel import SafetyPanel
from desktop_app.ui.session import Session
from desktop_app.verbs import check as check_module
from desktop_app.verbs import hand_over as hand_over_module
from desktop_app.verbs.check import check, look_through
from tests.builders import plan_with
from tests.store.broken import break_index
from tests.ui.ledger_case import Case


@pytest.fixture(autouse=True)
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(jobs, "SHOWN_AFTER", 1)
    for room in (app_module, care, check_dialog, jobs, panel):
        monkeypatch.setattr(room, "tell", lambda _, sentence: heard.append(sentence))
    return heard


class Pause:
    """Stands in the place of a function: it goes on only when it is told to, by a window that lives."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, room: Any, name: str) -> None:
        self._real, self._go_on, self.threads = getattr(room, name), threading.Event(), list[threading.Thread]()
        self.lived = True
        monkeypatch.setattr(room, name, self)

    def __call__(self, *words: Any, **more: Any) -> Any:
        self.threads.append(threading.current_thread())
        self.lived = self._go_on.wait(20) and self.lived
        return self._real(*words, **more)

    def goes_on(self) -> None:
        """Let it go on: from a timer, which is heard only where the window lives."""
        self._go_on.set()

    @property
    def beside(self) -> bool:
        """Whether it was called, and never by the thread that paints."""
        return bool(self.threads) and threading.main_thread() not in self.threads and self.lived


def progress_dialogs() -> list[QProgressDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QProgressDialog) and one.isVisible()]


def progress_dialog() -> QProgressDialog:
    (dialog,) = progress_dialogs()
    return dialog


def cancel_then(go_on: Callable[[], object], pause: Pause, label: str) -> None:
    """Press Cancel as soon as the work pauses, and let it go on after that."""

    def press() -> None:
        if not (pause.threads and progress_dialogs()):  # a slow machine is not there yet
            QTimer.singleShot(20, press)
            return
        dialog = progress_dialog()
        assert dialog.labelText().startswith(label)
        QTimer.singleShot(50, go_on)
        dialog.findChildren(QPushButton)[0].click()

    QTimer.singleShot(100, press)


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".~*")]


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "window.json")
    assert made.open(tmp_path / "ledger") and made._store is not None
    plan_with(made._store, {"lead": "养老科"})
    yield made
    made.leave()


def test_a_restore_is_made_ready_beside_the_window(
    tmp_path: Path, desk: Desk, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, store = back_up(tmp_path / "ledger", "hand").path, desk._store
    assert store is not None
    before = store.logical_dump()
    plan_with(store, {"lead": "救助科"}, title="另一份")
    pause = Pause(monkeypatch, restore_module, "keep_as_it_lies")
    QTimer.singleShot(50, pause.goes_on)
    desk.restore(kept)
    assert pause.beside and desk._store not in (None, store)
    assert desk._store is not None and desk._store.logical_dump() == before and desk._store.writable
    assert "恢复前" in said[0] and left_over(tmp_path) == []


def test_a_cancelled_restore_leaves_the_window_on_its_ledger(
    tmp_path: Path, desk: Desk, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "ledger"
    kept, store, window = back_up(folder, "hand").path, desk._store, desk._window
    assert store is not None and window is not None
    plan_with(store, {"lead": "救助科"}, title="另一份")
    before, stopping = store.logical_dump(), []
    pause = Pause(monkeypatch, restore_module, "keep_as_it_lies")

    def go_on() -> None:
        stopping.append(progress_dialog().labelText())  # nothing can be clicked before the work has stopped
        pause.goes_on()

    cancel_then(go_on, pause, safety.RESTORING)
    desk.restore(kept)
    assert pause.beside and stopping == [texts.STOPPING]
    assert (desk._store, desk._window) == (store, window) and window.isEnabled() and said == []
    assert store.logical_dump() == before and left_over(tmp_path) == []
    assert all(is_sound(one.path) for one in backups(folder))
    assert plan_with(store, {"lead": "福利科"}, title="又一份")


def test_a_restore_that_is_refused_leaves_the_window_on_its_ledger(tmp_path: Path, desk: Desk, said: list[str]) -> None:
    wrong, store, window = tmp_path / "照片.duban", desk._store, desk._window
    wrong.write_bytes(b"no ledger")
    desk.restore(wrong)
    assert (desk._store, desk._window) == (store, window) and len(said) == 1 and "台账没有改动" in said[0]
    assert left_over(tmp_path) == [] and backups(tmp_path / "ledger") == []


def test_where_the_ledger_cannot_be_replaced_it_is_shown_as_it_was(
    tmp_path: Path, desk: Desk, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, store = back_up(tmp_path / "ledger", "hand").path, desk._store
    assert store is not None
    plan_with(store, {"lead": "救助科"}, title="另一份")
    before = store.logical_dump()

    def held(*_: object) -> None:
        raise PermissionError(13, "held open")

    monkeypatch.setattr(restore_module.os, "replace", held)
    desk.restore(kept)
    monkeypatch.undo()
    assert desk._store is not None and desk._store.logical_dump() == before and desk._store.writable
    assert len(said) == 1 and "没有改动" in said[0] and left_over(tmp_path) == []


def broken(case: Case) -> CheckDialog:
    break_index(case.store.connection)
    found = look_through(case.store.folder)
    assert found.mendable
    return CheckDialog(Session(case.store), found)


def test_a_repair_goes_on_beside_the_window(
    qtbot: QtBot, case: Case, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, pause = broken(case), Pause(monkeypatch, repair_module, "keep_as_it_lies")
    qtbot.addWidget(made)
    QTimer.singleShot(50, pause.goes_on)
    made._repair.click()
    assert pause.beside and said == [safety.REPAIRED] and check(case.store) == []


def test_a_cancelled_repair_changes_nothing(
    qtbot: QtBot, case: Case, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, before = broken(case), case.store.logical_dump()
    qtbot.addWidget(made)
    pause = Pause(monkeypatch, repair_module, "keep_as_it_lies")
    cancel_then(pause.goes_on, pause, safety.REPAIRING)
    made._repair.click()
    assert pause.beside and said == [] and case.store.faults() and case.store.logical_dump() == before
    made._repair.click()
    assert said == [safety.REPAIRED] and case.store.faults() == []


def test_a_ledger_is_checked_beside_the_window(
    qtbot: QtBot, case: Case, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, pause = SafetyPanel(Session(case.store), tmp_path / "window.json"), Pause(monkeypatch, check_module, "Found")
    qtbot.addWidget(made)
    QTimer.singleShot(50, pause.goes_on)
    made._check.click()
    assert pause.beside and "完好" in said[0]


def test_a_pack_is_gathered_and_written_beside_the_window(
    qtbot: QtBot, case: Case, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, pack = SafetyPanel(Session(case.store), tmp_path / "window.json"), tmp_path / "out" / "交接包.zip"
    qtbot.addWidget(made)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pack), ""))
    ended, real = threading.Event(), hand_over_module.write_whole

    def heard(*words: Any) -> str:
        try:
            return real(*words)
        finally:
            ended.set()

    monkeypatch.setattr(hand_over_module, "write_whole", heard)
    pause = Pause(monkeypatch, hand_over_module, "_pack_of")
    cancel_then(pause.goes_on, pause, safety.PACKING)
    made._pack.click()
    qtbot.waitUntil(ended.is_set, timeout=20000)
    assert pause.beside and said == []
    assert list(pack.parent.iterdir()) == []
    made._pack.click()
    assert pack.is_file() and pack.name in said[0]
