"""The password of each locked file that came back: asked once a file, or the file is skipped."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from desktop_app.ui.exchange.words_dialog import answer, password_dialog


def ask_passwords(names: Iterable[str], parent: QWidget) -> list[str]:
    """What the clerk types for each of these files; none for one that is skipped."""
    typed = (answer(password_dialog(name, parent)) for name in names)
    return [password for password in typed if password]
