"""Telling and asking in plain words. Every box dies when it is closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from desktop_app.texts import window as texts


def tell(parent: QWidget | None, sentence: str) -> None:
    """Say one sentence; returns when the clerk has read it."""
    _ask(parent, sentence, QMessageBox.Icon.Information, (texts.KNOWN,))


def ask(parent: QWidget | None, sentence: str, do_it: str) -> bool:
    """Ask whether to do what the button `do_it` says; leaving things as they are is the default and what Esc means."""
    return _ask(parent, sentence, QMessageBox.Icon.Question, (texts.CANCEL, do_it)) == 1


def _ask(parent: QWidget | None, sentence: str, sign: QMessageBox.Icon, answers: tuple[str, ...]) -> int:
    """The number of the answer that was clicked; 0 for Esc."""
    box = QMessageBox(sign, texts.PROGRAM, sentence, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    roles = (QMessageBox.ButtonRole.RejectRole, QMessageBox.ButtonRole.AcceptRole)
    buttons = [QPushButton(answer) for answer in answers]
    for button, role in zip(buttons, roles, strict=False):
        box.addButton(button, role)
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[0])
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return next((number for number, button in enumerate(buttons) if button is chosen), 0)
