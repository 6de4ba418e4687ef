"""One process writes a ledger (law 1): a lock that the system itself drops when its process dies."""

import os
from pathlib import Path
from types import TracebackType

from desktop_app.errors import Refused
from desktop_app.texts import store as texts


class Held(Refused):
    """Another process has the ledger."""


class ReadOnly(Refused):
    """The ledger's folder, or its file, cannot be written here: it can still be looked at."""


class Lock:
    """Holds `path` until it is let go; Held where another process has it."""

    def __init__(self, path: Path) -> None:
        try:
            self._handle = path.open("a+b")
        except OSError as error:
            raise ReadOnly(texts.READ_ONLY) from error
        try:
            _take(self._handle.fileno())
        except OSError as error:
            self._handle.close()
            raise Held(texts.IN_USE) from error

    def release(self) -> None:
        """Let go; the file stays, so that two processes never hold locks on two files of the same name."""
        self._handle.close()

    def __enter__(self) -> "Lock":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.release()


if os.name == "nt":
    import msvcrt

    def _take(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
