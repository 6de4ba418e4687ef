"""Shows a window and brings it to the front, as the system does for the clerk's."""

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


def to_front(qtbot: QtBot, window: QWidget) -> None:
    """Make this the active window, which has the keys.

    On Windows a window calls itself active a moment before Qt gives it the keys; waitActive is content with the window
    below a dialog.
    """
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def seen(qtbot: QtBot, window: QWidget) -> None:
    """Show a main window and wait until it is painted: from then on it listens to its keys."""
    window.show()
    qtbot.waitUntil(lambda: window.findChild(QShortcut) is not None)
