"""The program as it is started: window on a ledger, refusal, another ledger in its place, errors that nobody caught."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import app as app_module
from desktop_app.app import Desk
from desktop_app.errors import Refused
from desktop_app.store.store import open_ledger
from tests.builders import plan_with

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(app_module, "tell", lambda _, sentence: said.append(sentence))
    return said


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path):
    made = Desk(tmp_path / "window.json")
    yield made
    made.leave()


def start(data: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, up to its first paint."""
    environment = {**os.environ, "DUBAN_EXIT_AFTER_PAINT": "1", "DUBAN_HOME": str(home)}
    command = [sys.executable, "-m", "desktop_app", "--data", str(data)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_it_starts_paints_and_ends(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as store:
        plan_with(store, {"lead": "养老科"})
        before = store.logical_dump()
    done = start(tmp_path / "ledger", tmp_path / "home")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "home" / "settings" / "window.json").is_file()
    with open_ledger(tmp_path / "ledger") as store:
        assert store.logical_dump() == before


def test_a_ledger_in_use_is_told_and_the_window_stays_shut(tmp_path: Path, desk: Desk, told: list[str]) -> None:
    with open_ledger(tmp_path / "ledger"):
        assert desk.open(tmp_path / "ledger") is False
    assert len(told) == 1 and "台账没有改动" in told[0]
    assert desk.open(tmp_path / "ledger") is True


def test_another_ledger_takes_the_place(tmp_path: Path, desk: Desk) -> None:
    assert desk.open(tmp_path / "a") and desk.open(tmp_path / "b")
    with open_ledger(tmp_path / "a"):  # let go
        pass
    with pytest.raises(Refused), open_ledger(tmp_path / "b"):
        pass


def test_an_error_of_ours_is_told_once_with_a_crash_file(
    qtbot: QtBot, tmp_path: Path, desk: Desk, told: list[str]
) -> None:
    desk.open(tmp_path / "ledger")
    for _ in range(2):
        desk.hook(ValueError, ValueError("secret"), None)
    qtbot.waitUntil(lambda: bool(told))
    (file,) = (tmp_path / "ledger").glob("crash-*.txt")
    assert len(told) == 1 and file.name in told[0] and "secret" not in told[0]
    desk.hook(Refused, Refused("磁盘满。台账没有改动。"), None)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == "磁盘满。台账没有改动。"
