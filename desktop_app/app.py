"""The window program. Start order, which is also what each step may count on:

1. Qt's application with its look and its own Chinese sentences; 2. the settings of this computer; 3. the log and the
hook for our own errors; 4. the ledger, opened to write, else to read, or a sentence why not; 5. the session; 6. the
window, shown; 7. after its first paint what can wait: its keys, the automatic backup, what is to be said of where the
ledger lies.
Before the first paint nothing is imported but Qt, sqlite3 and our light modules: the rest waits for its first use. So
does the namespace `PySide6.QtCore.Qt`, whose 1,200 names take a fifteenth of the start to make: what is shown first
sets such properties by their names as words, and calls nothing that looks there, as a painter's setPen and fillRect do.
"""

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app import collector, log, settings
from desktop_app.errors import Refused
from desktop_app.files import stands
from desktop_app.paths import asset, user_config_dir
from desktop_app.store.database import Spoilt, refusal_of
from desktop_app.store.lock import Held, ReadOnly
from desktop_app.store.practice import use_practice_day
from desktop_app.store.store import FILE, Store, open_ledger, read_ledger
from desktop_app.texts import window as texts
from desktop_app.texts.backup import FOLDER as BACKUPS
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.messages import offer, tell
from desktop_app.ui.session import Session
from desktop_app.ui.theme import application

if TYPE_CHECKING:
    from desktop_app.ui.safety.care import Care

DONE, REFUSED = 0, 2
EXIT_AFTER_PAINT = "DUBAN_EXIT_AFTER_PAINT"
COLLECTED_EVERY = 500  # milliseconds
AT_ONCE = "at once"  # set by bench/start.py, which measures the start and not how a ledger is closed


def main(data: Path) -> int:
    """Open the window on the ledger in `data`; returns when it is closed: 0, or 2 where the ledger cannot be opened."""
    settings_file = user_config_dir() / "window.json"
    desk = Desk(settings_file)
    app = application(settings.load(settings_file).percent)
    app.setApplicationDisplayName(texts.PROGRAM)
    before, sys.excepthook = sys.excepthook, desk.hook
    try:
        if not desk.open(data):
            return DONE if desk.shown_elsewhere else REFUSED
        return app.exec()
    finally:
        sys.excepthook = before
        desk.leave()


class Desk:
    """The one open ledger with its window; another ledger takes its place.

    `shown_elsewhere` tells that the ledger's own window came to the front instead of a new one.
    """

    def __init__(self, settings_file: Path) -> None:
        self._settings_file = settings_file
        self._store: Store | None = None
        self._window: MainWindow | None = None
        self._care: Care | None = None
        self._telling = False
        self.shown_elsewhere = False

    def open(self, folder: Path) -> bool:
        """Show the ledger of a folder in place of the one shown; False, with the reason told, where it cannot be."""
        try:
            folder = _folder_of(folder)
            if not (folder / FILE).exists() and (folder / BACKUPS).is_dir() and self._restored(folder, texts.GONE):
                return True
            store = self._opened(folder)
            if store is not None:
                self._show(folder, store)
            return store is not None
        except Spoilt as spoilt:
            return self._restored(folder, spoilt.sentence)
        except Refused as refused:
            tell(self._window, refused.sentence)
            return False

    def _show(self, folder: Path, store: Store) -> None:
        """Show an open ledger in place of the one shown; Spoilt, with nothing shown, where it cannot be read."""
        use_practice_day(store)
        self.leave()
        log.start(folder)
        with ExitStack() as unless_shown:
            unless_shown.callback(self.leave)
            unless_shown.push(store)
            self._store = store
            session = Session(store)
            self._window = MainWindow(session, self._settings_file)
            self._window.other_ledger.connect(self.open)
            session.restore_wanted.connect(self.restore)
            self._window.painted.connect(self._first_painted)
            self._window.show()
            unless_shown.pop_all()

    def _restored(self, folder: Path, sentence: str) -> bool:
        """Say what is wrong with a ledger, offer its newest sound backup in its place; whether that is shown now."""
        from desktop_app.ui.safety.care import offered, restored

        newest = offered(folder)
        if newest is None:
            tell(self._window, sentence)
            return False
        if not offer(self._window, sentence + newest.words, newest.act):
            return False
        said = restored(folder, newest.path)
        if said is None:
            return False
        shown = self.open(folder)
        tell(self._window, said)
        return shown

    def _opened(self, folder: Path) -> Store | None:
        """The ledger, to write; only to read where the disk forbids more, or another window has it.

        None where that window came to the front.
        """
        try:
            return open_ledger(folder)
        except Held:
            from desktop_app.ui.safety.owner import bring_to_front

            self.shown_elsewhere = bring_to_front(folder)
            return None if self.shown_elsewhere else read_ledger(folder)
        except ReadOnly as refused:
            if not stands(folder / FILE):
                raise
            return read_ledger(folder, refused.sentence)

    def leave(self) -> None:
        """Close the window and let its ledger go."""
        if self._care is not None:
            self._care.end()
            self._care = None
        if self._window is not None:
            self._window.close()
            _quieten(self._window)
            self._window.deleteLater()
            self._window = None
        self._let_go()
        log.stop()

    def _let_go(self) -> None:
        collector.keep_no_more()
        if self._store is not None:
            self._store.close()
            self._store = None

    def restore(self, file: Path) -> None:
        """Put a backup in the place of the ledger and show it; the window goes on while the backup is made ready."""
        if self._store is None or self._window is None:
            return
        from desktop_app.ui.safety.care import made_ready, put_in

        folder = self._store.folder
        with ExitStack() as until_done:
            over = QApplication.activeModalWidget() or self._window
            ready = made_ready(over, self._store, file, until_done)
            if ready is None:
                return
            self._window.setEnabled(False)  # it shows a ledger that is closed meanwhile
            _quieten(self._window)
            if self._care is not None:
                self._care.end()
                self._care = None
            self._store.connection.close()  # the lock stays ours until the other one is in its place
            sentence = put_in(ready)
        self._let_go()
        if self.open(folder):
            tell(self._window, sentence)
        else:
            self.leave()

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What no one else caught: a Refused is told as it is; an error of ours once, with a crash file."""
        if not isinstance(error, Exception):
            QApplication.exit(1)
            return
        if self._telling:
            return
        # said after the call that failed has returned, and never two boxes over each other
        self._telling = True
        sentence = error.sentence if isinstance(error, Refused) else self._of_the_disk(error)
        if sentence is not None:
            QTimer.singleShot(0, lambda: self._tell(sentence))
        else:
            file = log.write_crash(self._store.folder, kind, trace) if self._store else None
            QTimer.singleShot(0, lambda: self._offer_log(file))

    def _of_the_disk(self, error: BaseException) -> str | None:
        """What the database says of itself: full, gone or damaged; None for an error of ours."""
        if self._store is None:
            return None
        refused = refusal_of(error, self._store.path)
        return refused.sentence if refused else self._store.damage()

    def _tell(self, sentence: str) -> None:
        tell(self._window, sentence)
        self._telling = False

    def _offer_log(self, file: Path | None) -> None:
        from desktop_app.ui.safety.care import crash_words, open_folder

        if offer(self._window, crash_words(self._store, file), texts.OPEN_LOG) and self._store:
            open_folder(self._store.folder)
        self._telling = False

    def _first_painted(self) -> None:
        wanted = os.environ.get(EXIT_AFTER_PAINT)
        if wanted == AT_ONCE:
            os._exit(0)
        elif wanted:
            QApplication.quit()
        else:
            _settle_down()
            if self._window is not None:
                from desktop_app.ui.safety.care import Care

                self._care = Care(self._window, self._settings_file)


def _quieten(window: MainWindow) -> None:
    """Let no timer of a window ask a ledger that is let go."""
    for timer in window.findChildren(QTimer):
        timer.stop()


def _folder_of(named: Path) -> Path:
    """The ledger's folder, named itself or by the ledger file that was double-clicked. Refused for any other file."""
    if named.name == FILE:
        return named.parent
    if named.is_file():
        raise Refused(texts.NOT_THE_LEDGER.format(name=named.name))
    return named


def _settle_down() -> None:
    """What can wait for the first paint: garbage, the icon, Qt's own words in Chinese."""
    from PySide6.QtCore import QLibraryInfo, QTranslator
    from PySide6.QtGui import QIcon

    app = QApplication.instance()
    if isinstance(app, QApplication) and app.findChild(QTranslator) is None:
        collector.keep_all()
        between_events = QTimer(app)
        between_events.timeout.connect(collector.collect_due)
        between_events.start(COLLECTED_EVERY)
        app.setWindowIcon(QIcon(str(asset("resources", "icons", "app.ico"))))
        translator = QTranslator(app)
        if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(translator)
