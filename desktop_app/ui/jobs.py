"""Work that takes time, done beside the window: with a count and a Cancel that works once it lasts 0.3 s.

Only reading and writing of files is done there, and what opens the ledger's file for itself: backups, making a restore
ready, the check, a repair, a hand-over pack. The ledger's own connection belongs to the main thread.
"""

import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

from desktop_app.errors import Refused
from desktop_app.texts import window as texts
from desktop_app.ui.messages import tell

SHOWN_AFTER, LOOKED_EVERY = 300, 50  # milliseconds
TOLD_EVERY = 0.05  # seconds: more counts than can be read would only keep the window busy
Result = TypeVar("Result")


class Cancelled(Exception):
    """The clerk does not want the job any more."""


class Progress(QObject):
    """What the work tells: how far it is; it hears about Cancel at the same moment."""

    counted = Signal(int, int)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wanted = True
        self._told = 0.0

    def step(self, done: int, total: int) -> None:
        """`done` of `total` things are done. Raises Cancelled where the clerk has cancelled: let it pass."""
        self.heed()
        now = time.monotonic()
        if now - self._told > TOLD_EVERY:
            self._told = now
            self.counted.emit(done, total)

    def heed(self) -> None:
        """Raise Cancelled where the clerk has cancelled: let it pass."""
        if not self._wanted:
            raise Cancelled

    def cancel(self) -> None:
        """Ask the work to stop at its next step; what it returns all the same is dropped."""
        self._wanted = False

    @property
    def wanted(self) -> bool:
        """Whether the result is still wanted."""
        return self._wanted


def run(parent: QWidget, label: str, work: Callable[[Progress], Result], done: Callable[[Result], object]) -> None:
    """Do `work` beside the window, then give its result to `done` here; see `wait_for`.

    Refused is told in a box; after Cancel nothing is done. Any other error of the work is raised here.
    """
    try:
        result = wait_for(parent, label, work)
    except Cancelled:
        return
    except Refused as refused:
        tell(parent, refused.sentence)
        return
    done(result)


def wait_for(parent: QWidget | None, label: str, work: Callable[[Progress], Result]) -> Result:
    """What `work` gives, done beside the window. Input waits meanwhile, in every window; painting does not.

    An error of the work is raised here. Cancel gives the window back at once and raises Cancelled: the work stops at
    its next step, its result is dropped.
    """
    job = _Job(work)
    if not job.ends_soon():
        job.show(_Dialog(parent, label, job.progress))
    if not job.progress.wanted:
        raise Cancelled
    return job.result()


def see_through(parent: QWidget | None, label: str, work: Callable[[Progress], Result]) -> Result:
    """As `wait_for`, for work on what this window has open: nothing else happens here before it has ended.

    After Cancel the work stops at its next step and raises Cancelled; past its last step it is done all the same.
    """
    job = _Job(work)
    if not job.ends_soon():
        job.show(_Dialog(parent, label, job.progress))
    if not job.outcome.known:
        stopping = _Dialog(parent, texts.STOPPING, job.progress)
        stopping.setCancelButton(None)  # type: ignore[arg-type]
        stopping.show()
        job.wait_out()
        stopping.leave()
    return job.result()


class _Job:
    """Work that has begun beside the window, for whoever waits for it."""

    def __init__(self, work: Callable[[Progress], Any]) -> None:
        self.progress, self.outcome = Progress(), _Outcome()
        self._loop = QEventLoop()
        self._worker = threading.Thread(target=_work, args=(work, self.progress, self.outcome), daemon=True)
        self.progress.ended.connect(self._loop.quit, Qt.ConnectionType.QueuedConnection)
        self._worker.start()

    def ends_soon(self) -> bool:
        """Wait for so long as nothing need be shown; whether it has ended."""
        QTimer.singleShot(SHOWN_AFTER, self._loop, self._loop.quit)
        self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return self.outcome.known

    def show(self, dialog: "_Dialog") -> None:
        """Wait for the end, or for Cancel."""
        dialog.canceled.connect(self._loop.quit)
        dialog.show()
        self._loop.exec()
        dialog.leave()

    def wait_out(self) -> None:
        """Wait for the end, whatever is clicked."""
        while not self.outcome.known:
            self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def result(self) -> Any:
        """What came of it; an error of it is raised here."""
        self._worker.join()
        if self.outcome.error is not None:
            raise self.outcome.error
        return self.outcome.result


class Quiet:
    """Work beside the window that nobody waits for; its result goes to `done` here, an error of it is raised here."""

    def __init__(self, work: Callable[[], Any], done: Callable[[Any], object], parent: QObject) -> None:
        self._outcome, self._done = _Outcome(), done
        self._worker = threading.Thread(target=_try, args=(work, self._outcome), daemon=True)
        self._timer = QTimer(parent)  # the worker knows nothing of Qt
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOKED_EVERY)
        self._worker.start()

    def wait(self) -> None:
        """Return when the work has ended; its result is dropped."""
        self._timer.stop()
        self._worker.join()

    def _look(self) -> None:
        if self._worker.is_alive():
            return
        self._timer.stop()
        if self._outcome.error is not None:
            raise self._outcome.error
        self._done(self._outcome.result)


class _Outcome:
    """What came of the work: a result, or the error that ended it."""

    def __init__(self) -> None:
        self.result: Any = None
        self.error: BaseException | None = None
        self.known = False


def _try(work: Callable[[], Any], outcome: _Outcome) -> None:
    try:
        outcome.result = work()
    except BaseException as error:  # noqa: BLE001 - the worker boundary: handed over, raised or told by who waits
        outcome.error = error
    outcome.known = True


def _work(work: Callable[[Any], Any], progress: Progress, outcome: _Outcome) -> None:
    _try(lambda: work(progress), outcome)
    progress.ended.emit()


class _Dialog(QProgressDialog):
    """How far a job is, and its Cancel."""

    def __init__(self, parent: QWidget | None, label: str, progress: Progress) -> None:
        super().__init__(label, texts.CANCEL, 0, 0, parent)
        self._label = label
        self.setWindowTitle(texts.PROGRAM)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAutoReset(False)
        self.setAutoClose(False)
        self.setMinimumWidth(360)
        self.canceled.connect(progress.cancel)
        progress.counted.connect(self._count)

    @Slot(int, int)
    def _count(self, done: int, total: int) -> None:
        # a slot of an object of this thread, so that Qt brings the count over from the worker's
        self.setRange(0, total)
        self.setValue(done)
        self.setLabelText(texts.COUNTED.format(label=self._label, done=done, total=total))

    def leave(self) -> None:
        """Close without that counting as Cancel."""
        self.canceled.disconnect()
        self.close()
        self.deleteLater()
