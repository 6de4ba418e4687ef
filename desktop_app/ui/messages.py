"""Telling and asking in plain words. Every box dies when it is closed."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.texts import window as texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


def tell(parent: QWidget | None, sentence: str) -> None:
    """Say one sentence; returns when the clerk has read it."""
    _ask(box(parent, sentence, (texts.KNOWN,)))


def offer(parent: QWidget | None, sentence: str, act: str) -> bool:
    """Say a sentence and offer one act beside having read it; whether that is wanted."""
    return _ask(box(parent, sentence, (texts.KNOWN, act)))


def ask(parent: QWidget | None, sentence: str, do_it: str) -> bool:
    """Ask whether to do what the button `do_it` says; leaving things as they are is the default and what Esc means."""
    return _ask(box(parent, sentence, (texts.CANCEL, do_it)))


def choose(parent: QWidget | None, sentence: str, *ways: str) -> int | None:
    """Ask which of these ways to go: its place; None where things are left as they are."""
    made = box(parent, sentence, (texts.CANCEL, *ways))
    made.exec()
    clicked = made.clickedButton()
    chosen = [button for button in made.buttons() if made.buttonRole(button) == made.ButtonRole.AcceptRole]
    made.deleteLater()
    return next((place for place, way in enumerate(ways) for b in chosen if b is clicked and b.text() == way), None)


def box(parent: QWidget | None, sentence: str, answers: tuple[str, ...]) -> "QMessageBox":
    """A box with a sentence and its answers: the first leaves things as they are."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox  # first needed when something is said

    sign = QMessageBox.Icon.Information if len(answers) == 1 else QMessageBox.Icon.Question
    made = QMessageBox(sign, texts.PROGRAM, sentence, QMessageBox.StandardButton.NoButton, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    reject, accept = QMessageBox.ButtonRole.RejectRole, QMessageBox.ButtonRole.AcceptRole
    buttons = [made.addButton(answer, accept if place else reject) for place, answer in enumerate(answers)]
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
