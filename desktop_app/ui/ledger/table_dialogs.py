"""The table's dialogs as they open, for the pictures that the screens are judged by."""

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QWidget

from desktop_app import clock
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import ledger_table as texts
from desktop_app.ui.ledger.blocks import Put, tried
from desktop_app.ui.ledger.columns import DEADLINE, LEADS, USUAL
from desktop_app.ui.ledger.columns_dialog import ColumnsDialog
from desktop_app.ui.ledger.facts import Facts
from desktop_app.ui.ledger.many_dialog import ManyDialog
from desktop_app.ui.ledger.misfits_dialog import MisfitsDialog
from desktop_app.ui.ledger.replace_dialog import ReplaceDialog


def table_dialogs(snapshot: Snapshot, statuses: Mapping[int, Status], window: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Each with its name, over some tasks of the ledger."""
    tasks = [task.key for task in snapshot.tasks_in_order()][:9]
    if not tasks:
        return
    facts = Facts(snapshot, clock.today(), statuses)
    lost = tried(facts, [Put(task, DEADLINE, texts.NEW_TASK) for task in tasks], str, facts.today).misfits
    yield "misfits", MisfitsDialog(3, lost, window)
    yield "many", ManyDialog(facts, len(tasks), LEADS, window)
    replace = ReplaceDialog(facts, tasks, tasks, USUAL, window)
    replace.sought.setText(snapshot.tasks[tasks[0]].title[:2])
    replace.look()
    yield "replace", replace
    yield "columns", ColumnsDialog(USUAL, window)
