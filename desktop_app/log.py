"""A small log in the ledger's folder for whoever has to find a fault. It never holds what the ledger says."""

import logging
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion

from desktop_app import __version__, clock
from desktop_app.errors import Refused
from desktop_app.files import write_bytes

FILE, OLD_FILE, CRASH_FILE = "duban.log", "duban.log.1", "crash-{moment}.txt"
LARGEST = 512 * 1024  # bytes; then the old one is kept once

_log = logging.getLogger("duban")


class _Handler(logging.FileHandler):
    """A folder that cannot be written any more takes no log, and that disturbs nobody."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Let it go; an error that is no disk's is ours, and told as logging tells it."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)

    def close(self) -> None:
        """Let go of the file; what could not be written is dropped."""
        with suppress(OSError):
            super().close()


def start(folder: Path) -> None:
    """Write to the log in this folder from now on, also what Qt warns of; a log that grew large is put aside first."""
    for handler in list(_log.handlers):
        _log.removeHandler(handler)
        handler.close()
    path = folder / FILE
    try:
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(folder / OLD_FILE)
        handler = _Handler(path, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False
    qInstallMessageHandler(_qt_said)
    _log.info("duban %s, Python %s, Qt %s", __version__, sys.version.split()[0], qVersion())


def stop() -> None:
    """Let go of the log file and of Qt's messages."""
    qInstallMessageHandler(None)
    for handler in list(_log.handlers):
        _log.removeHandler(handler)
        handler.close()


def write_crash(folder: Path, kind: type[BaseException], trace: TracebackType | None) -> Path | None:
    """Note an error of ours: its type and the places it passed through, never its words, which may quote the ledger.

    Returns the crash file, None where it could not be written.
    """
    import platform
    import traceback

    places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
    lines = [f"duban {__version__}", f"Python {sys.version}", f"Qt {qVersion()}", platform.platform(), kind.__name__]
    text = "\n".join([*lines, *places]) + "\n"
    _log.error("%s at %s", kind.__name__, " < ".join(reversed(places)))
    path = folder / CRASH_FILE.format(moment=clock.now()[:19].replace(":", "").replace("T", "-"))
    try:
        write_bytes(path, text.encode())
    except Refused:
        return None
    return path


def _qt_said(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        _log.warning("Qt: %s", message)
