"""Leads for many tasks at once: each with up to three suggestions and why; nothing is taken without the clerk's key."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.documents.suggest import Suggestion
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import assign as texts
from desktop_app.ui.flat import draw_table, size_dialog
from desktop_app.ui.sheet import column_of, foot_of

TASK, CHOSEN, FIRST, SECOND, THIRD = range(5)
WIDTHS = {TASK: 220, CHOSEN: 140, FIRST: 130, SECOND: 120, THIRD: 120}
SPARE = {TASK: 3, CHOSEN: 2, FIRST: 1, SECOND: 1, THIRD: 1}
Leads = Mapping[int, Sequence[Suggestion]]


class AssignTable(QTableWidget):
    """One row a task. 1–3 takes a suggestion, typing writes names, Delete takes them away, Enter goes down."""

    chosen = Signal()

    def __init__(self, titles: Sequence[str], suggested: Sequence[Sequence[Suggestion]]) -> None:
        super().__init__(len(titles), len(texts.COLUMNS))
        self._suggested = suggested
        self.setHorizontalHeaderLabels(texts.COLUMNS)
        self.setAccessibleName(texts.TABLE)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        draw_table(self, WIDTHS, SPARE)
        for row, title in enumerate(titles):
            self._fill(row, title, suggested[row])
        self.itemChanged.connect(lambda _: self.chosen.emit())
        self.cellDoubleClicked.connect(lambda row, column: self.take(row, column - FIRST))
        if titles:
            self.setCurrentCell(0, CHOSEN)

    def _fill(self, row: int, title: str, suggestions: Sequence[Suggestion]) -> None:
        said = [(title, title), ("", "")]
        said += [(texts.NUMBERED.format(digit=n, unit=one.unit), one.reason) for n, one in enumerate(suggestions, 1)]
        for column in range(len(texts.COLUMNS)):
            words, tip = said[column] if column < len(said) else ("", "")
            item = QTableWidgetItem(words)
            item.setToolTip(tip)
            if column != CHOSEN:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.setItem(row, column, item)

    def written(self, row: int) -> str:
        """The names that stand for a task now."""
        item = self.item(row, CHOSEN)
        return item.text().strip() if item else ""

    def take(self, row: int, place: int) -> None:
        """Write the suggestion at this place for a task, where there is one."""
        item = self.item(row, CHOSEN)
        if item is not None and 0 <= place < len(self._suggested[row]):
            item.setText(self._suggested[row][place].unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, editing = self.currentRow(), self.state() == QAbstractItemView.State.EditingState
        if editing or row < 0:
            super().keyPressEvent(event)
        elif event.text() in ("1", "2", "3"):
            self.take(row, int(event.text()) - 1)
            self._down(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._down(row)
        elif event.key() == Qt.Key.Key_Delete:
            item = self.item(row, CHOSEN)
            if item is not None:
                item.setText("")
        else:
            super().keyPressEvent(event)

    def _down(self, row: int) -> None:
        self.setCurrentCell(min(row + 1, self.rowCount() - 1), CHOSEN)


class AssignDialog(QDialog):
    """Shows; whoever opened it applies `leads` when it is accepted."""

    def __init__(self, snapshot: Snapshot, suggested: Leads, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = list(suggested)
        self.setWindowTitle(texts.WINDOW)
        size_dialog(self, 980, 540)
        titles = [snapshot.tasks[key].title for key in self._keys]
        self.table = AssignTable(titles, [suggested[key] for key in self._keys])
        self._why, self._store = QLabel(), QPushButton()
        self._why.setProperty("role", "second")
        self._why.setWordWrap(True)
        head = QHBoxLayout()
        told = QLabel(texts.HEAD.format(count=len(self._keys)))
        told.setProperty("role", "heading")
        head.addWidget(told, 1)
        first = QPushButton(texts.ALL_FIRST)
        first.setAutoDefault(False)
        first.clicked.connect(self._take_first)
        head.addWidget(first)
        leave = QPushButton(texts.LEAVE)
        self._store.setAutoDefault(False)
        self._store.clicked.connect(self.accept)
        page = column_of(self)
        page.addLayout(head)
        page.addWidget(self.table, 1)
        page.addLayout(foot_of(self, self._store, leave, self._why))
        self.table.chosen.connect(self._count)
        self.table.currentCellChanged.connect(lambda row, *_: self._explain(row))
        self._suggested = suggested
        self._explain(self.table.currentRow())
        self._count()
        self.table.setFocus()

    def leads(self) -> dict[int, str]:
        """What the clerk has written or taken, by task."""
        return {key: words for row, key in enumerate(self._keys) if (words := self.table.written(row))}

    def _take_first(self) -> None:
        """The first suggestion for each task that has nothing written yet."""
        for row in range(self.table.rowCount()):
            if not self.table.written(row):
                self.table.take(row, 0)

    def _explain(self, row: int) -> None:
        found = self._suggested[self._keys[row]] if 0 <= row < len(self._keys) else ()
        words = texts.BREAK.join(texts.WHY.format(unit=one.unit, reason=one.reason) for one in found)
        self._why.setText(words or texts.NO_SUGGESTION)

    def _count(self) -> None:
        count = len(self.leads())
        self._store.setText(texts.STORE.format(count=count))
        self._store.setEnabled(count > 0)
