"""Every page and dialog as a picture, at the three sizes that the screens are judged at."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QMessageLogContext, QSize, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.files import write_whole
from desktop_app.paths import user_config_dir
from desktop_app.store.practice import use_practice_day
from desktop_app.store.store import FILE, Store, open_ledger
from desktop_app.texts import window as texts

if TYPE_CHECKING:
    from desktop_app.ui.session import Session


class Size(NamedTuple):
    """A screen: name, width and height in device pixels, and how many of them make a logical one."""

    name: str
    width: int
    height: int
    scale: float


SIZES = (Size("1024x600", 1024, 600, 1), Size("1366x768", 1366, 768, 1), Size("1920x1080-150", 1920, 1080, 1.5))


def shots(folder: Path, data: Path) -> list[Path]:
    """Draw every page of the ledger in `data`, and the dialogs, into `folder`; returns the pictures.

    A copy is drawn, as the clerk sees it who may write; where there is no ledger, an empty one.
    """
    app = _application()
    before = qInstallMessageHandler(_hear)
    try:
        with _ledger(data) as store:
            return _draw(app, store, folder)
    finally:
        qInstallMessageHandler(before)


@contextmanager
def _ledger(data: Path) -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room) / data.absolute().name
        if (data / FILE).exists():
            shutil.copytree(data, folder)
        with open_ledger(folder) as store:
            yield store


def _hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's warnings, but for what the offscreen platform says of every window with a size limit."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(message + "\n")


def _draw(app: QApplication, store: Store, folder: Path) -> list[Path]:
    from desktop_app.ui.main_window import PAGES, MainWindow
    from desktop_app.ui.session import Session

    made: list[Path] = []
    use_practice_day(store)
    for size in SIZES:
        session = Session(store)
        window = MainWindow(session, user_config_dir() / "shots.json")
        with _shown(app, window, size):
            for number, name in enumerate(PAGES, 1):
                window.show_page(name)
                _settle(app)
                if name == "ledger" and session.snapshot.tasks:
                    session.choose_task(_telling(session))
                _settle(app)
                made.append(_picture(window, size, folder / f"{number}-{name}-{size.name}.png"))
            made += _dialogs(app, session, window, size, folder)
    return made


def _application() -> QApplication:
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop_app.ui.theme import application

    app = application()
    app.setApplicationDisplayName(texts.PROGRAM)
    return app


@contextmanager
def _shown(app: QApplication, window: QWidget, size: Size) -> Iterator[None]:
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(QSize(round(size.width / size.scale), round(size.height / size.scale)))
    window.show()
    _settle(app)
    yield
    window.hide()
    window.deleteLater()
    _settle(app)


def _settle(app: QApplication) -> None:
    for _ in range(3):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _telling(session: "Session") -> int:
    """The task that has most to show: reports and targets."""
    snapshot = session.snapshot
    return max(snapshot.tasks, key=lambda key: (len(snapshot.rows_about(key)), len(snapshot.targets_of(key))))


def _picture(window: QWidget, size: Size, path: Path) -> Path:
    image = QImage(round(window.width() * size.scale), round(window.height() * size.scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(size.scale)
    image.fill(Qt.GlobalColor.white)
    window.render(image)
    write_whole(path, lambda fresh: image.save(str(fresh)))
    return path


def _dialogs(app: QApplication, session: "Session", window: QWidget, size: Size, folder: Path) -> list[Path]:
    """The dialogs of every room, each shown as it opens."""
    from desktop_app.ui.shot_dialogs import dialogs

    made = []
    for name, dialog in dialogs(session, window):
        dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        dialog.show()
        _settle(app)
        made.append(_picture(dialog, size, folder / f"9-{name}-{size.name}.png"))
        dialog.hide()
        dialog.deleteLater()
        _settle(app)
    return made
