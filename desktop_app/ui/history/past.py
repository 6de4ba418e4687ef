"""Looking at a past day: all pages show the ledger of that day, a band says so, nothing can be changed."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app import clock
from desktop_app.store.past import ledger_at
from desktop_app.store.store import Store
from desktop_app.texts import past as texts
from desktop_app.ui.messages import tell
from desktop_app.verbs.status import moment

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


class Past(QObject):
    """Made when a past day is first asked for; knows the ledger of the present meanwhile."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._present = window.session.store
        self.band = Band(window)
        self.band.back.clicked.connect(self.leave)
        self.band.other.clicked.connect(self.choose)
        self.day: date | None = None

    def choose(self) -> None:
        """Ask which day, and show it."""
        from desktop_app.ui.history.day_dialog import DayDialog

        dialog = DayDialog(self._present, self.day, self._window)
        if dialog.exec() == DayDialog.DialogCode.Accepted:
            self.look_at(dialog.day())
        dialog.deleteLater()

    def look_at(self, day: date) -> None:
        """Show the ledger as it was at the end of a day."""
        now = None if self.day else self._session.snapshot
        past = ledger_at(self._present, moment(day.isoformat()), now)
        clock.look_back(day.isoformat())
        self.day = day
        self._show(past)
        self.band.show_day(day)

    def leave(self) -> None:
        """Show the present again."""
        clock.look_back(None)
        self.day = None
        self._show(self._present)
        self.band.hide()

    def tell_closed(self) -> None:
        """Files were brought: not into the past."""
        tell(self._window, texts.CLOSED)

    def _show(self, store: Store) -> None:
        before = self._session.store
        self._session.show(store)
        if before is not self._present:
            before.close()
        self._window.top_bar.bring_in.setEnabled(self.day is None)


class Band(QFrame):
    """What is being looked at, all across the window, and the way back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.words = QLabel(self)
        self.other, self.back = QPushButton(texts.OTHER, self), QPushButton(texts.BACK, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self.words)
        row.addStretch(1)
        row.addWidget(self.other)
        row.addWidget(self.back)
        self.hide()

    def show_day(self, day: date) -> None:
        """Say which day is shown; the way back has the keys."""
        self.words.setText(texts.BAND.format(year=day.year, month=day.month, day=day.day))
        self.setAccessibleName(self.words.text())
        self.show()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
