"""What can be done with tasks beyond typing in a cell: the menu of the ledger page, each act with its key."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QToolButton, QWidget

from desktop_app.errors import Refused
from desktop_app.texts import assign, offered_figures
from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger.editing import assigned
from desktop_app.ui.messages import ask, tell
from desktop_app.ui.session import Session


def fill_menu(page: QWidget, button: QToolButton, acts: Sequence[tuple[str, str, Callable[[], object]]]) -> None:
    """Give a button its menu of acts (words, key, what to do); the keys work anywhere on the page."""
    for words, key, act in acts:
        action = QAction(words, page)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(act)
        page.addAction(action)
        button.addAction(action)


def split_task(session: Session, task: int | None, parent: QWidget) -> None:
    """Make an action of each sentence of a task; said why where it cannot be."""
    from desktop_app.documents.split import propose_split

    if task is None:
        tell(parent, texts.NO_TASK_CHOSEN)
        return
    proposal = propose_split(session.snapshot, task)
    if proposal.changes:
        session.apply(proposal.changes, texts.SPLIT_LABEL.format(title=session.snapshot.tasks[task].title))
    for note in proposal.notes:
        tell(parent, note.text)


def assign_leads(session: Session, tasks: Sequence[int], parent: QWidget) -> None:
    """Ask for the leads of those of these tasks that have none, and store them as one entry."""
    from desktop_app.documents.advice import leads_for_tasks
    from desktop_app.ui.ledger.assign_dialog import AssignDialog

    snapshot = session.snapshot
    without = [key for key in tasks if not snapshot.assignments_of(key, "lead") and snapshot.tasks[key].parent is None]
    if not without:
        tell(parent, assign.NOTHING)
        return
    suggested = leads_for_tasks(snapshot, without)
    dialog = AssignDialog(snapshot, {key: suggested.get(key, ()) for key in without}, parent)
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    leads = dialog.leads()
    dialog.deleteLater()
    if not wanted:
        return
    edit = assigned(session.snapshot, leads)
    names = texts.NAMES.join(edit.new_units)
    if names and not ask(parent, texts.CREATE_UNITS.format(names=names), texts.CREATE):
        return
    try:
        session.apply(edit.changes, edit.label)
    except Refused as refused:
        tell(parent, refused.sentence)


def take_figures(session: Session, parent: QWidget) -> None:
    """Offer the figures for targets that stand in the units' words, and store those that are taken as one entry."""
    from desktop_app.ui.ledger.figures_dialog import FiguresDialog
    from desktop_app.verbs.offered_figures import offers, settle

    found = offers(session.snapshot, session.answered_until.isoformat())
    if not found:
        tell(parent, offered_figures.NOTHING)
        return
    dialog = FiguresDialog(session.snapshot, found, parent)
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    taken, left = dialog.taken(), dialog.left()
    dialog.deleteLater()
    if wanted:
        session.take_in(settle(session.store, taken, left))
