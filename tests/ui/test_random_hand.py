"""The random hand of bench/soak.py --clicks: a short run of it, and that it sees what is wrong."""

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from bench.soak_hand import Hand
from desktop_app.domain.changes import Draft
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from tests.test_soak import say, soak
from tests.ui.ledger_case import Case

ACTS = 600


@pytest.mark.skipif(os.name == "nt", reason="the hand needs a window that nobody sees, which Windows has not")
def test_a_hand_that_clicks_at_random_finds_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    told = soak("--clicks", ACTS)["clicks"]
    say(capsys, f"{told['count']} acts")
    assert told["wrong"] == [] and told["count"] == ACTS


def test_the_hand_sees_a_window_that_is_not_as_its_ledger(qtbot: QtBot, case: Case, tmp_path: Path) -> None:
    window = MainWindow(Session(case.store), tmp_path / "window.json")
    qtbot.addWidget(window)
    window.show()
    window.show_page("ledger")
    told: list[object] = []
    hand = Hand(1, 1, SimpleNamespace(_window=window, _store=case.store, hook=lambda *error: told.append(error)), [])
    hand.look()
    assert hand.wrong == []
    draft = Draft()
    draft.set("task", window.session.snapshot.tasks[case.built.tasks[0]], {"title": "另名", "position": 99})
    case.store.apply(draft.changes, "窗口不知道的改动")
    hand.look()
    assert [found.split("\n")[0].partition(": ")[2] for found in hand.wrong] == ["task", "lines"]
    try:
        raise ValueError("ours")
    except ValueError:
        hand.hook(*sys.exc_info())  # type: ignore[arg-type]
    assert "ValueError: ours" in hand.wrong[-1] and len(told) == 1
