"""The keys that work on every page. No start needs them: nobody presses one before there is a window to see."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from desktop_app.ui.navigation import CARE, WORK

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


def listen_to_keys(window: "MainWindow") -> None:
    """Let the keys of the whole window work."""
    aside, pages = window.aside, enumerate((*WORK, *CARE), 1)
    for keys, wanted in (
        *((f"Ctrl+{number}", partial(window.go_to_page, name)) for number, name in pages),
        (QKeySequence.StandardKey.Open, window.top_bar.bring_in.click),
        (QKeySequence.StandardKey.Undo, window.undo),
        ("Ctrl+Y", window.redo),
        ("Ctrl+Shift+Z", window.redo),
        ("Ctrl+K", window.searching.go),
        ("F4", window.switch_inspector),
        ("F1", aside.show_manual),
        ("Ctrl+N", aside.take_call),
        ("Ctrl+Shift+H", lambda: aside.past.choose()),
        ("Ctrl+/", aside.show_shortcuts),
        ("Ctrl+Shift+V", window.ways_in.paste_plan),
    ):
        QShortcut(QKeySequence(keys), window).activated.connect(wanted)
