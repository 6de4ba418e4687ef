"""The dialogs about one task, unit, number or copy as they open, over the ledger at hand."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.session import Session

Named = Iterator[tuple[str, QWidget]]


def small_dialogs(session: Session, window: QWidget, room: Path) -> Named:
    """Each with its name; files it needs are written into `room`."""
    yield from _copies(session, window)
    if session.snapshot.tasks:
        yield from _of_a_task(session, window)
        yield from _of_a_number(session, window, room)
    yield from _of_units(session.snapshot, window)


def _copies(session: Session, window: QWidget) -> Named:
    from desktop_app.texts import shots as texts
    from desktop_app.ui.safety.backups_dialog import BackupsDialog
    from desktop_app.ui.safety.check_dialog import CheckDialog
    from desktop_app.ui.settings.holidays import PasteDialog
    from desktop_app.verbs.check import Found

    yield "backups", BackupsDialog(session, window)
    yield "check-ledger", CheckDialog(session, Found([texts.PROBLEM], False, 0), window)
    yield "holidays", PasteDialog(window)


def _of_a_task(session: Session, window: QWidget) -> Named:
    from desktop_app.domain.closing import CLOSE, SEND_BACK
    from desktop_app.domain.measured import adds_up
    from desktop_app.domain.rules import light_rules
    from desktop_app.texts import closing as texts
    from desktop_app.ui.inspector.extend_dialog import ExtendDialog
    from desktop_app.ui.lights.closing_dialog import ClosingDialog
    from desktop_app.ui.lights.hand_dialog import HandDialog
    from desktop_app.ui.shares.dialog import SharesDialog, units_for

    snapshot = session.snapshot
    dated = next((task for task in snapshot.tasks_in_order() if task.deadline), snapshot.tasks_in_order()[0])
    status = session.statuses[dated.key]
    now = texts.NOW.format(label=status.label, reason=status.reason)
    yield "extend", ExtendDialog(session, dated, window)
    yield "light-by-hand", HandDialog(dated.title, now, light_rules(snapshot), None, window)
    yield "closing", ClosingDialog(dated.title, now, (CLOSE, SEND_BACK), window)
    for task in snapshot.tasks_in_order():
        targets = [target for target in snapshot.targets_of(task.key) if adds_up(target)]
        units = units_for(snapshot, task.key)
        if targets and units:
            yield "shares", SharesDialog(snapshot, targets, units, window)
            return


def _of_a_number(session: Session, window: QWidget, room: Path) -> Named:
    from desktop_app.reports.paper import Paragraph
    from desktop_app.texts import shots as texts
    from desktop_app.ui.reports.check_dialog import CheckDialog
    from desktop_app.ui.reports.origins_dialog import OriginsDialog
    from desktop_app.verbs.check_docx import check_docx
    from desktop_app.verbs.report import make
    from desktop_app.verbs.report_write import write_paper
    from desktop_app.verbs.trace import Tracer

    for latest in session.snapshot.rounds_in_order()[-1:]:
        made = make(session.store, "bulletin", latest.period)
        path = room / texts.FILES["bulletin"]
        write_paper(made, path)
        yield "check-paper", CheckDialog(path, check_docx(session.store, path), window)
        marked = (block.words for block in made.blocks if isinstance(block, Paragraph) and block.words.marks)
        words = max(marked, key=lambda words: len(words.marks[0].cells))
        mark = words.marks[0]
        shown = words.text[mark.start : mark.end]
        yield "origins", OriginsDialog(shown, Tracer(session.store).origins(mark.cells), window)


def _of_units(snapshot: Snapshot, window: QWidget) -> Named:
    from desktop_app.ui.units.dialogs import ManyUnitsDialog, MergeDialog
    from desktop_app.ui.units.posts_dialog import PostsDialog

    yield "units-many", ManyUnitsDialog(snapshot, window)
    yield "posts", PostsDialog(snapshot, window)
    for unit in snapshot.units_in_order()[:1]:
        yield "merge-units", MergeDialog(snapshot, unit, window)
