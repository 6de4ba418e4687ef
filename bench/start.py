"""Row 1: start to the painted first page with a ledger of 500 tasks, against a bare PySide6 window.

Whole processes, in turn, in one run: each is started, paints its window once and ends. Both windows have the size that
the program's has when it is first opened, for the larger of two windows paints and sends more. The program does so when
DUBAN_EXIT_AFTER_PAINT is set. Both are started by `-c`: the program as its entry point is (`gui-scripts` of
pyproject.toml), for `-m` looks the module up by runpy, which costs some 4 ms that no installed program pays. Prints the
medians as JSON (see bench/rows.py).
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PAIRS = 9
SECTIONS, TASKS_EACH = 20, 25
# -noreset: else the display begins anew whenever its last program ends, and the next may not find it
DISPLAY = ["xvfb-run", "-a", "-s", "-screen 0 1280x1024x24 -noreset"]
HEADLESS = sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
SCREEN = "offscreen" if HEADLESS else "on a display"
PROGRAM = [sys.executable, "-m", "desktop_app"]
ENTRY_POINT = [sys.executable, "-c", "import sys; from desktop_app.__main__ import main; sys.exit(main())"]
BARE_WINDOW = """
import os
import sys
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: os._exit(0))
app = QApplication(sys.argv)
window = Window()
window.resize(QSize(1280, 760).boundedTo(window.screen().availableSize() - QSize(16, 40)))
window.show()
app.exec()
"""


def plan_text() -> str:
    """A plan of 500 numbered tasks with lead units and deadlines, in the form the reader knows."""
    numerals = "一二三四五六七八九十"
    lines = ["示例区2026年工作要点", ""]
    for section in range(SECTIONS):
        numeral = numerals[section] if section < 10 else "十" + (numerals[section - 11] if section > 10 else "")
        lines.append(f"{numeral}、第{section + 1}方面工作")
        for task in range(TASKS_EACH):
            number = section * TASKS_EACH + task + 1
            dated = f"{task % 11 + 1}月底前完成{number}处点位建设"
            lines.append(f"{number}.推进事项{number}。{dated}。（牵头单位：第{task % 12 + 1}科）")
    return "\n".join(lines) + "\n"


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Wall time of one process from its start to its first paint, at which it ends."""
    started = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


@contextmanager
def ledger() -> Iterator[tuple[str, dict[str, str]]]:
    """A ledger of 500 tasks made by the program's own intake, and the environment that starts the program on it."""
    environment = {**os.environ, "DUBAN_EXIT_AFTER_PAINT": "at once"}
    # An installed program has its bytecode; a machine that writes none would measure the compiler.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if HEADLESS:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        environment["DUBAN_HOME"] = folder
        plan, made = Path(folder, "plan.txt"), Path(folder, "ledger")
        plan.write_text(plan_text(), encoding="utf-8")
        intake = [*PROGRAM, "intake", str(plan), "--data", str(made)]
        code = subprocess.run(intake, env=environment, check=False, stdout=subprocess.DEVNULL).returncode
        if code not in (0, 1):
            raise SystemExit(f"intake of the bench plan ended with {code}")
        yield str(made), environment


def medians(ours: list[str], theirs: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """The median seconds of two commands, started in turn; the first pair only warms the caches."""
    pairs = [(seconds(ours, environment), seconds(theirs, environment)) for _ in range(PAIRS + 1)][1:]
    own, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    return own, other


def main() -> int:
    """Measure the pairs and print the result."""
    with ledger() as (made, environment):
        own, peer = medians([*ENTRY_POINT, "--data", made], [sys.executable, "-c", BARE_WINDOW], environment)
    note = f"median of {PAIRS} pairs, process start to first paint, {SCREEN}"
    print(json.dumps([{"row": "1", "ours": own, "peer": peer, "unit": "s", "ratio": own / peer, "note": note}]))
    return 0


def on_a_display(script: str) -> None:
    """Start this bench again on a virtual display where there is none and one can be had."""
    if HEADLESS and shutil.which("xvfb-run"):
        os.execvp("xvfb-run", [*DISPLAY, sys.executable, script])


if __name__ == "__main__":
    on_a_display(__file__)
    raise SystemExit(main())
