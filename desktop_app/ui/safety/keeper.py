"""Keeps backups without being asked: after the start, before large steps, and copied to a second place."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop_app import settings
from desktop_app.errors import Refused
from desktop_app.store.backup import back_up_first, backups
from desktop_app.store.store import Store
from desktop_app.texts import safety as texts
from desktop_app.texts.window import DOT
from desktop_app.ui.jobs import Cancelled, Quiet, wait_for
from desktop_app.ui.safety.words import time_words
from desktop_app.verbs.backup import Kept, keep, renew

AFTER_PAINT, AFTER_BULK = 600, 3000  # milliseconds: not while the clerk waits for the window


class Keeper(QObject):
    """One for each ledger that is open to write; `told` is what the status line says of it."""

    told = Signal(str, str)

    def __init__(self, store: Store, settings_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._settings_file = settings_file
        self._work: Quiet | None = None
        self._start, self._timer = QTimer(self, singleShot=True), QTimer(self, singleShot=True)
        self._start.timeout.connect(self._begin)
        self._timer.timeout.connect(self._renew)
        store.before_bulk = self._before_bulk

    def begin(self) -> None:
        """Say which backup there is, and make one soon where something has changed since."""
        self._tell()
        self._start.start(AFTER_PAINT)

    def end(self) -> None:
        """Wait for what is being written; the ledger may be closed then."""
        self._start.stop()
        self._timer.stop()
        self._store.before_bulk = None
        if self._work is not None:
            self._work.wait()
        self.deleteLater()  # here, and not by Python's collector in whichever thread that runs

    def _second(self) -> Path | None:
        place = settings.load(self._settings_file).second_place
        return Path(place) if place else None

    def _before_bulk(self) -> None:
        """Called in the middle of a step that has changed nothing yet; going over the year takes seconds."""
        folder, over = self._store.folder, QApplication.activeModalWidget() or QApplication.activeWindow()
        try:
            made = wait_for(over, texts.BEFORE_BULK, lambda _: back_up_first(folder, "bulk"))
        except Cancelled as cancelled:
            raise Refused(texts.BULK_CANCELLED) from cancelled
        if made is not None:
            self._tell()
            self._timer.start(AFTER_BULK)

    def _begin(self) -> None:
        folder = self._store.folder
        self._quietly(lambda: keep(folder, "start", self._second()))

    def _renew(self) -> None:
        folder = self._store.folder
        self._quietly(lambda: renew(folder, self._second()))

    def _quietly(self, work: Callable[[], Kept]) -> None:
        if self._work is None:
            self._work = Quiet(work, self._kept, self)
        else:
            self._timer.start(AFTER_BULK)

    def _kept(self, kept: Kept) -> None:
        self._work = None
        self._tell(kept)

    def _tell(self, kept: Kept | None = None) -> None:
        made = next(iter(backups(self._store.folder)), None)
        said = [texts.STATUS.format(at=time_words(made.at))] if made else []
        if kept and kept.absent:
            said.append(texts.STATUS_ABSENT)
        if kept and kept.trouble:
            said.append(texts.STATUS_TROUBLE)
        self.told.emit(DOT.join(said), kept.trouble or "" if kept else "")
