"""What 建立台账 does with a reviewed document: a plan of its own, or the new text of one that the ledger has."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.documents.extraction import Extraction
from desktop_app.domain.model import Plan
from desktop_app.domain.proposal import Note
from desktop_app.texts import plans as texts
from desktop_app.ui.plans.revision import RevisionDialog
from desktop_app.ui.session import Session
from desktop_app.verbs.intake import store_plan
from desktop_app.verbs.revise import counts, propose, store_revision


def store_reviewed(
    session: Session, extraction: Extraction, path: Path, revises: Plan | None, parent: QWidget
) -> Sequence[Note] | None:
    """Store as one entry and return what is to be told; None where the clerk goes back to the review.

    A revision is shown first: what it changes, and what it asks.
    """
    if revises is None:
        taken_in = store_plan(session.store, extraction, path)
        session.take_in(taken_in.applied)
        return taken_in.notes
    taken = _look(session, extraction, path, revises, parent)
    if taken is None:
        return None
    revised = store_revision(session.store, revises, extraction, path, taken)
    session.take_in(revised.applied)
    return revised.notes


def _look(session: Session, extraction: Extraction, path: Path, plan: Plan, parent: QWidget) -> list[int] | None:
    """The questions in which the new text wins, by place; None: not yet."""
    dialog = revision_dialog(session, extraction, path, plan, parent)
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    taken = dialog.taken()
    dialog.deleteLater()
    return taken if wanted else None


def revision_dialog(
    session: Session, extraction: Extraction, path: Path, plan: Plan, parent: QWidget
) -> RevisionDialog:
    """What the new text of a plan changes, to be shown by whoever made it."""
    proposal = propose(session.store, plan, extraction, path)
    new, told, withdrawn = counts(session.snapshot, proposal.changes)
    summary = texts.REVISION_SUM.format(title=plan.title, new=new, changed=told, withdrawn=withdrawn)
    return RevisionDialog(session.snapshot, summary, proposal, parent)
