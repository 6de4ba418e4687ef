"""Work that takes time, done beside the window: with a count and a Cancel that works once it lasts 0.3 s.

Only reading and writing of files is done there; the ledger belongs to the main thread.
"""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from desktop_app.errors import Refused
from desktop_app.texts import window as texts
from desktop_app.ui.messages import tell

SHOWN_AFTER = 300  # milliseconds
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

    def step(self, done: int, total: int) -> None:
        """`done` of `total` things are done. Raises Cancelled where the clerk has cancelled: let it pass."""
        if not self._wanted:
            raise Cancelled
        self.counted.emit(done, total)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; what it returns all the same is dropped."""
        self._wanted = False

    @property
    def wanted(self) -> bool:
        """Whether the result is still wanted."""
        return self._wanted


def run(
    parent: QWidget, label: str, work: Callable[[Progress], Result], done: Callable[[Result], object]
) -> None:
    """Do `work` beside the window, then give its result to `done` here. Input waits meanwhile; painting does not.

    Refused is told in a box; Cancel drops the result; any other error of the work is raised here.
    """
    progress, outcome = Progress(), _Outcome()
    dialog = _dialog(parent, label, progress)
    worker = threading.Thread(target=_work, args=(work, progress, outcome), daemon=True)
    loop = QEventLoop()
    progress.ended.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(dialog.show)
    timer.start(SHOWN_AFTER)
    worker.start()
    loop.exec(QEventLoop.ProcessEventsFlag.AllEvents)
    worker.join()
    timer.stop()
    dialog.canceled.disconnect()
    dialog.close()
    dialog.deleteLater()
    if isinstance(outcome.error, Refused):
        tell(parent, outcome.error.sentence)
    elif outcome.error is not None and not isinstance(outcome.error, Cancelled):
        raise outcome.error
    elif progress.wanted and outcome.error is None:
        done(outcome.result)


class _Outcome:
    """What came of the work: a result, or the error that ended it."""

    def __init__(self) -> None:
        self.result: Any = None
        self.error: BaseException | None = None


def _work(work: Callable[[Progress], Any], progress: Progress, outcome: _Outcome) -> None:
    try:
        outcome.result = work(progress)
    except BaseException as error:
        outcome.error = error
    progress.ended.emit()


def _dialog(parent: QWidget, label: str, progress: Progress) -> QProgressDialog:
    dialog = QProgressDialog(label, texts.CANCEL, 0, 0, parent)
    dialog.setWindowTitle(texts.PROGRAM)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(2**30)  # shown by our own timer: Qt's estimate would hide a job without a count
    dialog.setAutoReset(False)
    dialog.setAutoClose(False)
    dialog.setMinimumWidth(360)
    dialog.canceled.connect(progress.cancel)

    def count(done: int, total: int) -> None:
        dialog.setRange(0, total)
        dialog.setValue(done)
        dialog.setLabelText(texts.COUNTED.format(label=label, done=done, total=total))

    progress.counted.connect(count)
    return dialog
