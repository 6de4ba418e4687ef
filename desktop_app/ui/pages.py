"""Which class shows which page. Each is imported when the page is first visited, so that the start stays quick."""

from PySide6.QtWidgets import QWidget

from desktop_app.ui.session import Session


def make_page(name: str, session: Session, parent: QWidget) -> QWidget:
    """A new page of this name (see texts.window.PAGES)."""
    match name:
        case "today":
            from desktop_app.ui.today.page import TodayPage as Page
        case "ledger":
            from desktop_app.ui.ledger.page import LedgerPage as Page
        case "gantt":
            from desktop_app.ui.gantt.page import GanttPage as Page
        case "exchange":
            from desktop_app.ui.exchange.page import ExchangePage as Page
        case "reports":
            from desktop_app.ui.reports.page import ReportsPage as Page
        case "history":
            from desktop_app.ui.history.page import HistoryPage as Page
        case "units":
            from desktop_app.ui.units.page import UnitsPage as Page
        case _:
            from desktop_app.ui.settings.page import SettingsPage as Page
    return Page(session, parent)
