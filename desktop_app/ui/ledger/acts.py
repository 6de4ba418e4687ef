"""What can be done with tasks beyond typing in a cell: the menu of the ledger page, each act with its key."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu, QToolButton, QWidget

from desktop_app import clock
from desktop_app.texts import assign, calls, closing, offered_figures, shares
from desktop_app.texts import ledger as texts
from desktop_app.texts import ledger_table as table_texts
from desktop_app.ui.ledger.editing import assigned
from desktop_app.ui.ledger.proposing import propose
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session

if TYPE_CHECKING:
    from desktop_app.ui.ledger.page import LedgerPage


class Act(NamedTuple):
    """An act by its words, its keys (the first is shown) and what it does; `here`: in the menu of the cells too.

    A key that the table hears itself, or that editors need, is only shown (`shown`).
    """

    words: str
    keys: tuple[str, ...]
    do: Callable[[], object]
    here: bool = False
    shown: bool = False


def acts_of(page: "LedgerPage") -> list[list[Act]]:
    """The acts of the ledger page, in groups."""
    session, blocks, rows, said = page.session, page.blocks, page.lines, table_texts.ACTS
    cells = [
        Act(said["copy"], ("Ctrl+C",), blocks.copy, True, True),
        Act(said["cut"], ("Ctrl+X",), blocks.cut, True, True),
        Act(said["paste"], ("Ctrl+V",), blocks.paste, True, True),
        Act(said["fill_down"], ("Ctrl+D",), blocks.fill_down, True),
        Act(said["many"], ("Ctrl+Shift+E",), blocks.many, True),
        Act(said["replace"], ("Ctrl+H",), blocks.replace, True),
    ]
    lines = [
        Act(said["insert"], ("Ctrl++", "Ctrl+=", "Ctrl+Shift+="), rows.insert, True),
        Act(said["remove"], ("Ctrl+-",), rows.remove, True),
        Act(said["up"], ("Alt+Up",), rows.up, True),
        Act(said["down"], ("Alt+Down",), rows.down, True),
        Act(said["merge"], ("Ctrl+M",), rows.merge, True),
        Act(texts.SPLIT, ("Ctrl+Shift+D",), page.split_task, True),
    ]
    tasks = [
        Act(texts.ASSIGN, ("Ctrl+L",), page.assign_leads),
        Act(texts.FIGURES, ("Ctrl+Shift+F",), lambda: take_figures(session, page)),
        Act(shares.ACT, ("Ctrl+Alt+D",), lambda: _split_target(page), True),
        Act(closing.CHECK, ("Ctrl+Shift+K",), lambda: _check(page), True),
        Act(closing.BY_HAND, ("Ctrl+Shift+L",), lambda: _set_light(page), True),
    ]
    others = [
        Act(calls.TITLE, ("Ctrl+N",), lambda: _take_call(page), shown=True),
        Act(said["columns"], ("Ctrl+Shift+C",), page.choose_columns),
        Act(texts.OPEN_EXISTING, ("Ctrl+Shift+O",), page.ledger_file_wanted.emit),
    ]
    return [cells, lines, tasks, others]


# each room is first opened when it is asked for: its code would only fill the memory before


def _take_call(page: "LedgerPage") -> None:
    from desktop_app.ui.calls.dialog import take_call

    take_call(page.session, clock.today(), page)


def _split_target(page: "LedgerPage") -> None:
    from desktop_app.ui.shares.dialog import split_target

    split_target(page.session, page.table.task(), page)


def _check(page: "LedgerPage") -> None:
    from desktop_app.ui.lights.closing_dialog import check_task

    check_task(page.session, page.table.task(), page)


def _set_light(page: "LedgerPage") -> None:
    from desktop_app.ui.lights.hand_dialog import set_light

    set_light(page.session, page.table.task(), page)


def fill_menu(page: QWidget, button: QToolButton, groups: Sequence[Sequence[Act]]) -> None:
    """Give a button its menu of acts; the keys work anywhere on the page."""
    for acts in groups:
        for act in acts:
            button.addAction(_action(page, act))
        if acts is not groups[-1]:
            line = QAction(page)
            line.setSeparator(True)
            button.addAction(line)


def _action(page: QWidget, act: Act) -> QAction:
    if act.shown:
        action = QAction(f"{act.words}\t{act.keys[0]}", page)
    else:
        action = QAction(act.words, page)
        action.setShortcuts([QKeySequence(key) for key in act.keys])
        page.addAction(action)
    action.triggered.connect(lambda: act.do())
    return action


def pop_up(page: QWidget, groups: Sequence[Sequence[Act]], at: QPoint) -> None:
    """Show the acts on cells and rows where the mouse asked for them."""
    menu = QMenu(page)
    menu.setAccessibleName(texts.MORE)
    for acts in groups:
        here = [act for act in acts if act.here]
        for act in here:
            menu.addAction(f"{act.words}\t{act.keys[0]}", act.do)
        if here:
            menu.addSeparator()
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


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


def assign_leads(session: Session, tasks: Sequence[int], today: date, parent: QWidget) -> None:
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
    if wanted:
        propose(session, assigned(session.snapshot, leads, today), parent)


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
