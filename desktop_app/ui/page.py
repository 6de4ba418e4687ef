"""What every page does about changes: it is drawn again at once where it is seen, else when it is next shown."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.session import Session

Touched = frozenset[tuple[str, int]]


class Page(QWidget):
    """A page of the window; `redraw` shows the ledger as it is now. A page not yet drawn sets itself stale."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = False
        session.changed.connect(self._hear)

    def redraw(self) -> None:
        """Show the ledger as it is now."""
        self.update()

    def shows(self, touched: Touched) -> bool:
        """Whether anything on this page depends on these records."""
        return bool(touched)

    def _hear(self, touched: Touched) -> None:
        if self.shows(touched):
            self._stale = True
            self._catch_up()

    def _catch_up(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.redraw()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was done while another page was open."""
        super().showEvent(event)
        self._catch_up()
