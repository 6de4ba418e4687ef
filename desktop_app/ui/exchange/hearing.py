"""Taking down an answer that no file brought, from the 收发 page."""

from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.domain.model import RoundRow
from desktop_app.errors import Refused
from desktop_app.ui.exchange.heard_dialog import HeardDialog
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.verbs.by_hand import answer_by_hand


def take_down(session: Session, rows: list[RoundRow], parent: QWidget) -> None:
    """Ask what the unit of these rows said, and store it; what is refused can be mended and stored again."""
    if not rows:
        return
    dialog = HeardDialog(session.snapshot, rows, parent)
    while dialog.exec() == QDialog.DialogCode.Accepted:
        try:
            session.take_in(answer_by_hand(session.store, dialog.row.key, dialog.values, dialog.heard))
            break
        except Refused as refused:
            tell(dialog, refused.sentence)
    dialog.deleteLater()
