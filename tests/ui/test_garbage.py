"""Dead widgets that Python's collector has yet to find, while Qt goes through all widgets there are."""

import os
import subprocess
import sys
from pathlib import Path

SCALED_AMID_GARBAGE = """
import sys
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from desktop_app import app as window
from desktop_app.__main__ import main
from desktop_app.ui.theme import apply_theme

class Busy(QWidget):
    def changeEvent(self, event):
        made = [[n] for n in range(2_000)]  # enough for Python's collector to begin

def let_go(count):
    for _ in range(count):
        label = QLabel("x")
        label.itself = label

def act():
    busy = [Busy() for _ in range(5)]
    for percent in (150, 100):
        let_go(200)
        apply_theme(QApplication.instance(), percent)
    left = len(QApplication.allWidgets())
    made = [[n] for n in range(2_000)]
    QTimer.singleShot(2 * window.COLLECTED_EVERY, lambda: end(left - 400))

def end(most):
    print("collected" if len(QApplication.allWidgets()) <= most else "kept")
    QApplication.quit()

settle = window.Desk._first_painted
window.Desk._first_painted = lambda desk: (settle(desk), QTimer.singleShot(0, act))
sys.argv[1:] = ["--data", sys.argv[1]]
sys.exit(main())
"""


def test_the_type_may_be_scaled_while_dead_widgets_wait_for_the_collector(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCALED_AMID_GARBAGE, str(tmp_path / "ledger")],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout.split()) == (0, ["collected"]), done.stderr
