"""A fault below Python ends the program: the next start tells of it, keeps what it left and shows the same page."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.store.store import open_ledger
from desktop_app.ui.safety import fault
from desktop_app.ui.safety.fault import FaultFile
from desktop_app.ui.safety.owner import OWNER, Owner
from tests.builders import plan_with

ROOT = Path(__file__).resolve().parent.parent.parent
SECRET = "某某村五保户名单"
WORK = """
import faulthandler, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app.app import Desk
from desktop_app.ui.theme import application

app = application(100)
folder, act = Path(sys.argv[1]), sys.argv[2]
desk = Desk(folder.parent / "window.json")
desk.open(folder)

def look():
    window = desk._window
    if act == "look":
        shown = window.status_line.currentMessage()
        if shown:
            print(window.open_page, shown, flush=True)
            desk.leave()
            app.quit()
        return
    if desk._care is not None:
        if act == "break there" and window.open_page != "history":
            window.show_page("history")
        elif (folder / "ledger.owner").exists() and '"history"' in (folder / "ledger.owner").read_text():
            faulthandler._sigsegv()

timer = QTimer()
timer.timeout.connect(look)
timer.start(100)
app.exec()
"""


def run(folder: Path, act: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", WORK, str(folder), act]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=90, check=False
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows would show its own box about the broken process")
def test_after_a_fault_the_next_start_shows_the_same_page_and_keeps_where_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "台账"
    with open_ledger(folder) as store:
        plan_with(store, {"title": SECRET, "lead": "养老科"})
        before = store.logical_dump()
    assert run(folder, "break there").returncode < 0
    assert (folder / fault.FILE).stat().st_size > 0
    looked = run(folder, "look")
    (crash,) = folder.glob("crash-*.txt")
    assert looked.stdout.startswith("history ") and crash.name in looked.stdout, looked
    text = crash.read_text("utf-8")
    assert "Segmentation fault" in text and "in look" in text and SECRET not in text
    assert not (folder / fault.FILE).exists() and not (folder / OWNER).exists()
    with open_ledger(folder) as store:
        assert store.logical_dump() == before
    assert run(folder, "break there").returncode < 0
    assert run(folder, "break").returncode < 0  # it came back to the page and broke there again
    assert run(folder, "look").stdout.startswith("today ")


def test_an_end_in_order_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(fault.faulthandler, "is_enabled", lambda: False)
    monkeypatch.setattr(fault.faulthandler, "enable", lambda file: done.append(file.name))
    monkeypatch.setattr(fault.faulthandler, "disable", lambda: done.append("off"))
    first = FaultFile(tmp_path)
    assert first.left is None and (tmp_path / fault.FILE).exists()
    first.end()
    first.end()
    assert done == [str(tmp_path / fault.FILE), "off"] and list(tmp_path.iterdir()) == []


def test_a_fault_handler_of_whoever_started_us_is_left_alone(tmp_path: Path) -> None:
    made = FaultFile(tmp_path)  # pytest has one
    made.end()
    assert list(tmp_path.iterdir()) == [] and fault.faulthandler.is_enabled()


@pytest.mark.parametrize(
    "said", ["", "{}", "[]", '{"page": 3}', '{"page": "ledger", "again": true}', '{"page": "ledger"', "null"]
)
def test_what_the_last_window_left_may_say_anything(qapp: object, tmp_path: Path, said: str) -> None:
    (tmp_path / OWNER).write_text(said)
    made = Owner(tmp_path)
    assert made.was_left and made.left_page == ""
    made.end()


def test_the_page_shown_is_noted_as_it_changes(qapp: object, tmp_path: Path) -> None:
    shown = "today"
    made = Owner(tmp_path, page=lambda: shown)
    for shown in ("today", "ledger"):
        made._look()
        assert json.loads((tmp_path / OWNER).read_text("utf-8"))["page"] == shown
    assert Owner(tmp_path).left_page == "ledger"
