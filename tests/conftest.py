"""What every test shares: no display needed, no touch of the user's own ledger, hypothesis without luck."""

import gc
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from desktop_app.collector import collect_due

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("ci", derandomize=True, max_examples=60, deadline=None, database=None)
settings.register_profile("dev", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The program's own style on every system: Windows' would draw what the clerk never sees."""
    return ["duban", "-style", "Fusion"]


@pytest.fixture(autouse=True, scope="session")
def one_application(qapp: "QApplication") -> "Iterator[QApplication]":
    """Qt allows one application a process: a window's, made before a verb without a window makes a lesser one.

    What a test of Python's making left on the clipboard would be destroyed after Python itself, and crash.
    """
    yield qapp
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def garbage_between_tests() -> Iterator[None]:
    """As in the program: a dead widget is not collected while Qt goes through all of them."""
    gc.disable()
    yield
    collect_due()


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh folder in place of the user's own data and settings, and nothing said by the environment."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("DUBAN_HOME", str(home))
    for name in ("DUBAN_DATA", "DUBAN_TODAY", "DUBAN_EXIT_AFTER_PAINT"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing opens a network connection: whatever tries to, in any test, fails it."""

    def refuse(*_where: object) -> NoReturn:
        raise AssertionError("the program opened a network connection")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)


@pytest.fixture(scope="session")
def plans() -> Path:
    """The folder of real plans beside the repository; tests that need it are skipped, with the reason, without it."""
    folder = ROOT.parent / "shared" / "plans"
    if not folder.is_dir():
        pytest.skip("the folder shared/plans is not beside the repository")
    return folder
