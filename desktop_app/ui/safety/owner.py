"""Which window has a ledger: a second start brings the first window to the front, by files in the ledger's folder.

Files and no pipes or sockets: nothing is opened that another program could reach. The lock beside them (store.lock)
decides who writes; these only say whom to ask, and whether the last window was closed in order.
"""

import json
import os
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app import clock

OWNER, WANTED = "ledger.owner", "ledger.show"
LOOKED_EVERY = 500  # milliseconds
PATIENCE = 3.0  # seconds that a second start waits for the first window


class Owner(QObject):
    """Says in the folder that its ledger is open here; `wanted` tells that it was started a second time."""

    wanted = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.was_left = (folder / OWNER).exists()
        try:
            said = {"process": os.getpid(), "at": clock.now()}
            (folder / OWNER).write_text(json.dumps(said), "utf-8")
        except OSError:
            pass  # the lock holds all the same; a second start only cannot bring this window to the front
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOKED_EVERY)

    def end(self) -> None:
        """The ledger is let go in order."""
        self._timer.stop()
        _remove(self._folder / OWNER)

    def _look(self) -> None:
        if (self._folder / WANTED).exists() and _remove(self._folder / WANTED):
            self.wanted.emit()


def bring_to_front(folder: Path) -> bool:
    """Ask the window that has this ledger to come to the front; whether it answered."""
    try:
        process = json.loads((folder / OWNER).read_text("utf-8"))["process"]
        _let_come(int(process))
        (folder / WANTED).write_text("", "utf-8")
    except (OSError, ValueError, KeyError, TypeError):
        return False
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if not (folder / WANTED).exists():
            return True
        time.sleep(0.05)
    _remove(folder / WANTED)
    return False


def _let_come(process: int) -> None:
    """Windows lets a program take the front only where the one that has it agrees."""
    if os.name == "nt":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(process)  # type: ignore[attr-defined]


def _remove(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
