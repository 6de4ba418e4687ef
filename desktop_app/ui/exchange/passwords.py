"""The password of each locked file that came back: asked once a file, or the file is skipped."""

from collections.abc import Iterable

from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from desktop_app.texts import exchange_page as texts
from desktop_app.ui.exchange.files import short_name


def ask_passwords(names: Iterable[str], parent: QWidget) -> list[str]:
    """What the clerk types for each of these files; none for one that is skipped."""
    typed = (_ask(short_name(name), parent) for name in names)
    return [password for password in typed if password]


def _ask(name: str, parent: QWidget) -> str:
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(texts.PASSWORD)
    dialog.setLabelText(texts.PASSWORD_OF.format(file=name))
    dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
    dialog.setOkButtonText(texts.ENTER)
    dialog.setCancelButtonText(texts.SKIP)
    accepted = dialog.exec()
    words = dialog.textValue() if accepted else ""
    dialog.deleteLater()
    return words
