"""What opens over or beside any page: the manual, the keys, a director's call, a past day."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from desktop_app import clock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from desktop_app.ui.history.past import Past
    from desktop_app.ui.main_window import MainWindow


class Aside(QObject):
    """Each is made when it is first wanted."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._manual: QDialog | None = None
        self._past: Past | None = None

    @property
    def is_past(self) -> bool:
        """Whether the pages show a past day."""
        return self._past is not None and self._past.day is not None

    @property
    def past(self) -> "Past":
        """The way to a past day and back."""
        if self._past is None:
            from desktop_app.ui.history.past import Past

            self._past = Past(self._window)
            whole = self._window.centralWidget().layout()
            if isinstance(whole, QVBoxLayout):
                whole.insertWidget(1, self._past.band)
        return self._past

    def show_shortcuts(self) -> None:
        """Show the keys of all that can be done."""
        from PySide6.QtCore import Qt

        from desktop_app.ui.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def take_call(self) -> None:
        """Take down a task that the director gives by telephone, from whatever page."""
        from desktop_app.ui.calls.dialog import take_call

        take_call(self._window.session, clock.today(), self._window)

    def show_manual(self) -> None:
        """Open the manual at the chapter of this page; it stays open beside the work."""
        if self._manual is None:
            from desktop_app.ui.manual.window import ManualWindow

            self._manual = ManualWindow(self._window)
        self._manual.show_chapter_of(self._window.open_page)  # type: ignore[attr-defined]
        self._manual.show()
        self._manual.raise_()
