"""The way of every edit of the table into the ledger: new units are asked about, then it is one entry."""

from PySide6.QtWidgets import QWidget

from desktop_app.errors import Refused
from desktop_app.store.store import Applied
from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger.editing import Edit
from desktop_app.ui.messages import ask, tell
from desktop_app.ui.session import Session


def propose(session: Session, edit: Edit, parent: QWidget) -> Applied | None:
    """Apply an edit; None where the clerk wants no new units, where nothing changes, or where it is refused (told)."""
    names = texts.NAMES.join(edit.new_units)
    if names and not ask(parent, texts.CREATE_UNITS.format(names=names), texts.CREATE):
        return None
    try:
        return session.apply(edit.changes, edit.label)
    except Refused as refused:
        tell(parent, refused.sentence)
        return None
