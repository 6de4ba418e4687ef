"""Undo in the window: take an entry back, or show what stands in the way and offer the rest."""

from PySide6.QtWidgets import QWidget

from desktop_app.domain.undo import Undoing
from desktop_app.errors import Refused
from desktop_app.store import undo
from desktop_app.texts import window as texts
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session


def take_back(session: Session, number: int, parent: QWidget) -> None:
    """Undo an entry whole; where later work stands on it, list that work and undo the rest on demand."""
    try:
        plan = undo.plan_undo(session.store, number, session.snapshot)
        if not plan.obstacles:
            session.undo(number)
            return
        label = label_of(session, number)
        if not plan.changes:
            tell(parent, texts.NOTHING_LEFT.format(label=label))
        elif _wanted(label, session, plan, parent):
            session.undo_rest(number)
    except Refused as refused:
        tell(parent, refused.sentence)


def _wanted(label: str, session: Session, plan: Undoing, parent: QWidget) -> bool:
    """Whether the clerk wants the rest undone, having seen what stays."""
    from desktop_app.ui.obstacles import ObstaclesDialog
    from desktop_app.verbs.undo import told

    dialog = ObstaclesDialog(label, [told(session.snapshot, o) for o in plan.obstacles], parent)
    wanted = dialog.exec() == ObstaclesDialog.DialogCode.Accepted
    dialog.deleteLater()
    return wanted


def label_of(session: Session, number: int) -> str:
    """The label of the piece of work that an entry is or takes back."""
    entry = next(e for e in session.entries() if e.id == number)
    return undo.work_of(session.store, entry).label
