"""Which window has a ledger: a second start brings the first window to the front, by files in the ledger's folder.

Files and no pipes or sockets: nothing is opened that another program could reach. The lock beside them (store.lock)
decides who writes; these only say whom to ask, and whether the last window was closed in order.
"""

import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app import clock

OWNER, WANTED = "ledger.owner", "ledger.show"
LOOKED_EVERY = 500  # milliseconds
PATIENCE = 3.0  # seconds that a second start waits for the first window


class Owner(QObject):
    """Says in the folder that its ledger is open here; `wanted` tells that it was started a second time.

    `was_left` tells that the last window did not end in order, `left_page` the page that it showed: empty where it had
    itself only just come back to that page, which may be what ends the program.
    """

    wanted = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None, page: Callable[[], str] = str) -> None:
        super().__init__(parent)
        self._folder, self._page = folder, page
        self.was_left = (folder / OWNER).exists()
        self.left_page = _left_page(folder / OWNER) if self.was_left else ""
        self._said = self.left_page
        self._say(again=bool(self.left_page))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOKED_EVERY)

    def end(self) -> None:
        """The ledger is let go in order."""
        self._timer.stop()
        _remove(self._folder / OWNER)

    def _say(self, again: bool) -> None:
        said = {"process": os.getpid(), "at": clock.now(), "page": self._said, "again": again}
        with suppress(OSError):  # the lock holds all the same; only this window cannot be brought to the front
            (self._folder / OWNER).write_text(json.dumps(said), "utf-8")

    def _look(self) -> None:
        if self._page() != self._said:
            self._said = self._page()
            self._say(again=False)
        if (self._folder / WANTED).exists() and _remove(self._folder / WANTED):
            self.wanted.emit()


def _left_page(path: Path) -> str:
    try:
        said = json.loads(path.read_text("utf-8"))
        return "" if said["again"] else str(said["page"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


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
