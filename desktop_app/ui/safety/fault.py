"""What is prepared for a fault below Python (in a library, a driver), which ends the program at once.

Python's own fault handler then writes where each thread was: files, lines and functions, never a value. Windows is
asked to start the program again by itself, which it does for a program that has run for a minute.
"""

import faulthandler
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import TextIO

from desktop_app.log import CRASH_FILE

FILE = "duban-fault.txt"
_NOT_FOR_UPDATES = 4 | 8  # RESTART_NO_PATCH, RESTART_NO_REBOOT


class FaultFile:
    """Stands ready in the ledger's folder; `left` is the crash file that the last fault has left, if any."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self.left = _kept(self._path)
        self._file: TextIO | None = None
        if faulthandler.is_enabled():
            return  # whoever started us looks after faults
        try:
            self._file = self._path.open("w", encoding="utf-8")
        except OSError:
            return  # a folder that cannot be written: then there is no such file
        faulthandler.enable(self._file)
        _start_again()

    def end(self) -> None:
        """The ledger is let go in order."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            _remove(self._path)


def _kept(path: Path) -> Path | None:
    """Give what a fault has written the name of a crash file; None where nothing was written."""
    try:
        told = path.stat()
        if told.st_size == 0:
            return None
        moment = datetime.fromtimestamp(told.st_mtime).strftime("%Y-%m-%d-%H%M%S")
        kept = path.with_name(CRASH_FILE.format(moment=moment))
        path.replace(kept)
    except OSError:
        return None
    return kept


def _start_again() -> None:
    if os.name == "nt":
        import ctypes

        words = subprocess.list2cmdline(sys.orig_argv[1:])
        ctypes.windll.kernel32.RegisterApplicationRestart(words, _NOT_FOR_UPDATES)  # type: ignore[attr-defined]


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
