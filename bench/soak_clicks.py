"""A hand that clicks, types, drops files and answers boxes at random, in the real window on a copy of the demo ledger.

It must never see the program gone, an error of ours, a damaged ledger, or a window that holds something else than its
ledger. A number begins the same way each time, though what the window does beside the hand may differ.
"""

import gc
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from bench.soak_hand import EVERY, Hand
from desktop_app.app import Desk
from desktop_app.paths import user_config_dir
from desktop_app.ui import jobs
from desktop_app.ui.theme import application

ROOT = Path(__file__).resolve().parent.parent
ACTS = 4_000  # of one process
SECONDS = 600  # for the acts of one process


def clicks(count: int, first: int, room: Path) -> dict[str, object]:
    """So many acts, 4,000 a process; `wrong` has what was found, each with the last things done before."""
    room.mkdir()
    demo = [sys.executable, "-m", "desktop_app", "demo", str(room / "demo")]
    subprocess.run(demo, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    numbers = range(first, first + -(-count // ACTS))
    wrong = [found for number in numbers for found in _one(number, min(count, ACTS), room)]
    return {"count": count, "processes": len(numbers), "wrong": wrong}


def _one(number: int, acts: int, room: Path) -> Iterator[str]:
    command = [sys.executable, "-X", "faulthandler", "-m", "bench.soak_clicks", str(number), str(acts), str(room)]
    with tempfile.TemporaryDirectory(dir=room) as home, (room / f"{number}.txt").open("w+", encoding="utf-8") as said:
        env = {**os.environ, "DUBAN_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        try:
            code = subprocess.run(command, cwd=ROOT, env=env, stdout=said, stderr=said, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            yield f"{number}: still at it after {SECONDS} s"
            return
        said.seek(0)
        if code.returncode:
            yield f"{number}: exit code {code.returncode}\n{said.read()[-6000:]}"


def answer_for_files(luck: random.Random, files: list[Path], room: Path) -> None:
    """Let the system's own dialogs answer at once: a file of ours, a new name, a new folder, or nothing."""

    def given() -> str:
        return str(luck.choice(files)) if luck.random() < 0.9 else ""

    def named(*asked: Any) -> tuple[str, str]:
        kind = luck.choice(re.findall(r"\*(\.\w+)", str(asked[-1])) or [".xlsx"])
        return (str(room / f"{luck.random()}{kind}"), str(asked[-1])) if luck.random() < 0.9 else ("", "")

    def folder(*_asked: Any) -> str:
        return tempfile.mkdtemp(dir=room) if luck.random() < 0.9 else ""

    QFileDialog.getOpenFileName = staticmethod(lambda *_: (given(), ""))  # type: ignore[assignment]
    QFileDialog.getOpenFileNames = staticmethod(lambda *_: ([name for name in (given(), given()) if name], ""))  # type: ignore[assignment]
    QFileDialog.getSaveFileName = staticmethod(named)  # type: ignore[assignment]
    QFileDialog.getExistingDirectory = staticmethod(folder)  # type: ignore[assignment]
    QDesktopServices.openUrl = staticmethod(lambda _: True)  # type: ignore[assignment]


def main(number: int, acts: int, room: Path) -> None:
    """The window on a copy of the demo ledger, in this hand until all is done."""
    gc.disable()  # as the program does
    home = Path(os.environ["DUBAN_HOME"])
    shutil.copytree(
        room / "demo", home / "ledger", ignore=lambda folder, names: [n for n in names if n.endswith(".lock")]
    )
    files = sorted(file for file in (room / "demo").rglob("*") if file.suffix in (".xlsx", ".docx", ".txt", ".pdf"))
    application()
    desk = Desk(user_config_dir() / "window.json")
    hand = Hand(number, acts, desk, files)
    answer_for_files(hand.luck, files, home)
    sys.excepthook = hand.hook
    for name in ("ends_soon", "wait_out"):
        setattr(jobs._Job, name, hand.resting(getattr(jobs._Job, name)))
    desk.open(home / "ledger")
    QTimer.singleShot(EVERY, hand.act)
    while True:  # whatever closes the last window
        QApplication.exec()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
