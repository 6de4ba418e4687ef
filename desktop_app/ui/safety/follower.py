"""A window that only reads follows the one that writes."""

from PySide6.QtCore import QObject, QTimer

from desktop_app.errors import Refused
from desktop_app.ui.session import Session

LOOKED_EVERY = 1000  # milliseconds


class Follower(QObject):
    """Reads the ledger again whenever another process has changed it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._seen = session.store.version()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOKED_EVERY)

    def end(self) -> None:
        """Look no more; the ledger may be closed then."""
        self._timer.stop()

    def look(self) -> None:
        """Catch up, where there is something new; a ledger that is just being written is looked at again later."""
        try:
            version = self._session.store.version()
            if version != self._seen:
                self._session.reload()
                self._seen = version
        except Refused:
            return
