"""What a window does for its ledger's safety once it is painted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.store.store import read_ledger
from desktop_app.texts import place, safety
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.safety import care
from desktop_app.ui.safety.care import Care
from desktop_app.ui.safety.owner import OWNER
from desktop_app.ui.session import Session
from tests.ui.ledger_case import Case


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(care, "tell", lambda _, sentence: said.append(sentence))
    return said


@pytest.fixture
def window(qtbot: QtBot, case: Case, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Session(case.store), tmp_path / "window.json")
    qtbot.addWidget(made)
    yield made
    made.close()


def test_of_a_place_where_a_ledger_does_not_lie_well_it_is_told_once(
    window: MainWindow, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(care, "risk_of", lambda _: "synced")
    for _ in range(2):
        Care(window, tmp_path / "window.json").end()
    assert told == [place.WARNED["synced"]]
    window.close()  # writes its own settings, and leaves this one
    assert settings.load(tmp_path / "window.json").warned == [str(window.session.store.folder.absolute())]


def test_after_a_crash_the_ledger_is_looked_through_and_that_is_said(
    qtbot: QtBot, window: MainWindow, told: list[str], tmp_path: Path
):
    (window.session.store.folder / OWNER).write_text("{}")
    made = Care(window, tmp_path / "window.json")
    qtbot.waitUntil(lambda: window.status_line.currentMessage() == safety.UNCLEAN, timeout=9000)
    made.end()
    assert told == [] and not (window.session.store.folder / OWNER).exists()
    Care(window, tmp_path / "window.json").end()
    assert made is not None


def test_a_window_that_only_reads_says_so_and_keeps_nothing(qtbot: QtBot, case: Case, tmp_path: Path):
    with read_ledger(case.store.folder) as store:
        window = MainWindow(Session(store), tmp_path / "window.json")
        qtbot.addWidget(window)
        made = Care(window, tmp_path / "window.json")
        assert safety.BANNERS[store.only_read] in [label.text() for label in window.findChildren(QLabel)]
        assert not (store.folder / OWNER).exists() and store.before_bulk is None
        made.end()
        window.close()
