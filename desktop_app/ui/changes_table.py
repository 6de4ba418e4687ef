"""The changes of a proposal as a table: what, which field, what is there now, what it becomes."""

from collections.abc import Iterable

from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from desktop_app.domain.changes import Change
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.texts import plans as texts
from desktop_app.ui.flat import draw_table
from desktop_app.ui.history.rows import change_rows


def changes_table(snapshot: Snapshot, changes: Iterable[Change], all_changes: Iterable[Change]) -> QTableWidget:
    """These of all proposed changes, each in words; names are those that the records will have."""
    rows = change_rows(changed(snapshot, all_changes), changes, {})
    table = QTableWidget(len(rows), len(texts.REVISION_COLUMNS))
    table.setHorizontalHeaderLabels(texts.REVISION_COLUMNS)
    table.setAccessibleName(texts.REVISION_TABLE)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    draw_table(table, {0: 220, 1: 90, 2: 200, 3: 200}, {0: 2, 2: 3, 3: 3})
    for place, row in enumerate(rows):
        for column, words in enumerate(row[: len(texts.REVISION_COLUMNS)]):
            item = QTableWidgetItem(words.replace("\n", " "))
            item.setToolTip(words)
            table.setItem(place, column, item)
    return table
