"""Telling and asking in plain words. Every box dies when it is closed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.texts import window as texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


def tell(parent: QWidget | None, sentence: str) -> None:
    """Say one sentence; returns when the clerk has read it."""
    _ask(box(parent, sentence, (texts.KNOWN,)))


def ask(parent: QWidget | None, sentence: str, do_it: str) -> bool:
    """Ask whether to do what the button `do_it` says; leaving things as they are is the default and what Esc means."""
    return _ask(box(parent, sentence, (texts.CANCEL, do_it)))


def box(parent: QWidget | None, sentence: str, answers: tuple[str, ...]) -> "QMessageBox":
    """A box with a sentence and one or two answers: the first leaves things as they are."""
    from PySide6.QtWidgets import QMessageBox  # first needed when something is said

    sign = QMessageBox.Icon.Information if len(answers) == 1 else QMessageBox.Icon.Question
    made = QMessageBox(sign, texts.PROGRAM, sentence, QMessageBox.StandardButton.NoButton, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    roles = (QMessageBox.ButtonRole.RejectRole, QMessageBox.ButtonRole.AcceptRole)
    buttons = [made.addButton(answer, role) for answer, role in zip(answers, roles, strict=False)]
    made.setDefaultButton(buttons[0])
    made.setEscapeButton(buttons[0])
    return made


def _ask(made: "QMessageBox") -> bool:
    """Whether the answer was to do it."""
    made.exec()
    clicked = made.clickedButton()
    done = clicked is not None and made.buttonRole(clicked) == made.ButtonRole.AcceptRole
    made.deleteLater()
    return done
