"""Answers a dialog as soon as it is open; one that is answered wrongly is closed, so that no test waits for ever."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

EVERY = 10  # milliseconds


def answering(act: Callable[[QDialog], object]) -> None:
    """Let the dialog that opens next be answered by `act`."""
    timer = QTimer(QApplication.instance())
    timer.setInterval(EVERY)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return
        timer.stop()
        timer.deleteLater()
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    timer.timeout.connect(look)
    timer.start()
