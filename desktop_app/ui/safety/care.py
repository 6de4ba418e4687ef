"""What a ledger's window does for its safety once it is painted, and what is said when something went wrong."""

from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app import clock, settings
from desktop_app.errors import Refused
from desktop_app.store.backup import Backup, furthest_first, is_sound
from desktop_app.store.journal import entries
from desktop_app.store.place import risk_of
from desktop_app.store.restore import Ready, Restored, put_in_place, ready, restore
from desktop_app.store.store import FILE, Store
from desktop_app.texts import place, safety, window
from desktop_app.texts.store import NOT_A_LEDGER
from desktop_app.ui.jobs import Cancelled, Quiet, see_through, wait_for
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.messages import tell
from desktop_app.ui.passing import sweep_passing
from desktop_app.ui.safety.fault import FaultFile
from desktop_app.ui.safety.follower import Follower
from desktop_app.ui.safety.keeper import Keeper
from desktop_app.ui.safety.owner import Owner
from desktop_app.ui.safety.words import time_words

JUST_NOW = timedelta(seconds=3)
SAID_FOR = 15_000  # milliseconds


class Care(QObject):
    """Backups and the note of who has the ledger where it is open to write; else following the one that writes."""

    def __init__(self, shown: MainWindow, settings_file: Path) -> None:
        super().__init__(shown)
        self._window, self._settings_file = shown, settings_file
        self._keeper: Keeper | None = None
        self._owner: Owner | None = None
        self._faults: FaultFile | None = None
        self._follower: Follower | None = None
        self._look: Quiet | None = None
        session, folder = shown.session, shown.session.store.folder
        if not session.store.writable:
            self._follower = Follower(session, self)
            _add_banner(shown)
            return
        self._owner = Owner(folder, self, lambda: shown.open_page)
        self._faults = FaultFile(folder)
        self._owner.wanted.connect(self._come)
        self._keeper = Keeper(session.store, settings_file, self)
        self._keeper.told.connect(shown.status_line.show_backup)
        self._keeper.begin()
        sweep_passing()
        if self._owner.was_left:
            if self._owner.left_page in window.PAGES:
                shown.show_page(self._owner.left_page)
            self._look = Quiet(lambda: is_sound(folder / FILE), self._tell_of_end, self)
        self._warn(folder)

    def end(self) -> None:
        """Stop, and let the ledger be closed."""
        if self._look is not None:
            self._look.wait()
        if self._follower is not None:
            self._follower.end()
        if self._keeper is not None:
            self._keeper.end()
        if self._owner is not None:
            self._owner.end()
        if self._faults is not None:
            self._faults.end()
        self.deleteLater()

    def _tell_of_end(self, sound: bool) -> None:
        self._look = None
        left = self._faults.left if self._faults else None
        if sound and left is not None:
            self._window.status_line.showMessage(safety.UNCLEAN_FAULT.format(file=left.name), SAID_FOR)
        elif sound:
            self._window.status_line.showMessage(safety.UNCLEAN, SAID_FOR)
        else:
            tell(self._window, NOT_A_LEDGER.format(name=FILE))

    def _come(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _warn(self, folder: Path) -> None:
        """Say once of a folder that a ledger does not lie well there."""
        risk, where = risk_of(folder), str(folder.absolute())
        known = settings.load(self._settings_file)
        if risk is not None and where not in known.warned:
            settings.save(self._settings_file, known._replace(warned=[*known.warned, where]))
            tell(self._window, place.WARNED[risk])


def _add_banner(shown: MainWindow) -> None:
    """Say all the time that this window can change nothing."""
    label = QLabel(safety.BANNERS[shown.session.store.only_read], shown)
    label.setObjectName("banner")
    label.setWordWrap(True)
    whole = shown.centralWidget().layout()
    if isinstance(whole, QVBoxLayout):
        whole.insertWidget(0, label)


class Offered(NamedTuple):
    """A backup that may take a spoilt ledger's place, and how it is offered."""

    path: Path
    words: str
    act: str


def offered(folder: Path) -> Offered | None:
    """The sound backup of a ledger that holds most of it; None where there is none, or it was not waited for."""
    try:
        newest = wait_for(None, safety.LOOKING_FOR, lambda _: _newest_sound(folder))
    except Cancelled:
        return None
    if newest is None:
        return None
    words = safety.NEWEST.format(at=time_words(newest.at), reason=newest.reason)
    return Offered(newest.path, words, safety.RESTORE_NEWEST)


def _newest_sound(folder: Path) -> Backup | None:
    return next((made for made in furthest_first(folder) if is_sound(made.path)), None)


def restored(folder: Path, file: Path) -> str | None:
    """Put a backup in the place of the ledger that is not open now; what came of it, None where it was cancelled."""
    try:
        done = see_through(None, safety.RESTORING, lambda progress: restore(folder, file, progress.heed))
    except Cancelled:
        return None
    except Refused as refused:
        return refused.sentence
    return _words(done)


def made_ready(over: QWidget, store: Store, file: Path, until_done: ExitStack) -> Ready | None:
    """What can take the place of the open ledger, until the stack is left; None, with the reason told, if nothing."""
    folder = store.folder
    try:
        if not store.writable:
            raise Refused(store.only_read)
        return see_through(
            over,
            safety.RESTORING,
            lambda progress: until_done.enter_context(ready(folder, file, progress.heed)),
        )
    except Cancelled:
        return None
    except Refused as refused:
        tell(over, refused.sentence)
        return None


def put_in(made: Ready) -> str:
    """Put it in the place of the ledger, which is closed now; what came of it, in a sentence."""
    try:
        return _words(put_in_place(made))
    except Refused as refused:
        return refused.sentence


def _words(done: Restored) -> str:
    if done.before is None:
        return safety.RESTORED_NEW.format(name=done.file.name)
    return safety.RESTORED.format(before=done.before.name)


def crash_words(store: Store | None, file: Path | None) -> str:
    """What is said of an error of ours: whether the last step is in the ledger, and which file tells more."""
    words = window.CRASHED.format(file=file.name) if file else window.CRASHED_WITHOUT_FILE
    newest = entries(store.connection, 1) if store else []
    since = datetime.fromisoformat(clock.now()) - (datetime.fromisoformat(newest[0].at) if newest else datetime.min)
    if newest and timedelta() <= since < JUST_NOW:
        return window.CRASHED_AFTER.format(label=newest[0].label) + words
    return window.CRASHED_UNCHANGED + words


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder.resolve())))
