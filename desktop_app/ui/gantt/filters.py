"""The ledger page's filter on the Gantt page: what is asked on one is asked on the other."""

from PySide6.QtWidgets import QLabel, QWidget

from desktop_app import clock
from desktop_app.ui.ledger.filter_bar import FilterBar
from desktop_app.ui.ledger.views import views
from desktop_app.ui.session import Session


class Filters(FilterBar):
    """Shows what the session asks for, and asks for what is chosen here."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.more.hide()
        self.grouping.hide()
        for label in self.findChildren(QLabel):
            label.setHidden(label.property("role") == "title")
        self.changed.connect(self._ask)
        session.sought_changed.connect(self._follow)
        session.changed.connect(self._offer)
        self._offer()

    def _offer(self, _: object = None) -> None:
        """Offer what the ledger has now, with its counts."""
        session = self._session
        self.offer(session.snapshot)
        self.count(views(session.snapshot, session.statuses, clock.today()))
        self._follow()

    def _follow(self) -> None:
        view, wanted, grouping, _ = self._session.sought
        self.take(view, wanted, grouping)

    def _ask(self) -> None:
        sought = self._session.sought
        self._session.seek(sought._replace(view=self.view, wanted=self.wanted()))
