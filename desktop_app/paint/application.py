"""Painting needs Qt's GUI application; a verb without a window gets one that shows nothing."""

import sys
from functools import cache

from PySide6.QtGui import QGuiApplication


def ready() -> None:
    """See that a GUI application exists, so that fonts can be measured and drawn; one already there is kept."""
    if QGuiApplication.instance() is None:
        _windowless()


@cache
def _windowless() -> QGuiApplication:
    # kept for the life of the process: Qt allows one application and fonts die with it
    quiet = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
    return QGuiApplication([sys.argv[0], *quiet])
