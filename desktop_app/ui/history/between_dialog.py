"""Two days side by side: what changed between them, task by task, old and new, and the lights."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDateEdit,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app import clock
from desktop_app.domain.changes import inverse
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.errors import Refused
from desktop_app.files import write_bytes
from desktop_app.store import journal
from desktop_app.store.past import days_of_work
from desktop_app.texts import past as texts
from desktop_app.ui.flat import draw_table, size_dialog
from desktop_app.ui.history.between_rows import Row, rows_between
from desktop_app.ui.history.day_dialog import day_box
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.verbs.status import moment

_MOST = 2000  # rows that are shown; the workbook has all


class BetweenDialog(QDialog):
    """The rows follow the dates at once."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.BETWEEN)
        self._session = session
        self._rows: list[Row] = []
        days = days_of_work(session.store)
        today = clock.today()
        first = date.fromisoformat(days[1][0] if len(days) > 1 else days[0][0]) if days else today
        self.first, self.last = day_box(min(first, today), texts.FIRST), day_box(today, texts.LAST)
        self.table = QTableWidget(0, len(texts.COLUMNS), self)
        self.table.setHorizontalHeaderLabels(texts.COLUMNS)
        self.table.setAccessibleName(texts.TABLE)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        draw_table(self.table, {0: 180, 1: 130, 2: 90, 3: 180, 4: 180}, {0: 2, 3: 3, 4: 3})
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self._lay_out()
        size_dialog(self, 900, 540)
        for box in (self.first, self.last):
            box.dateChanged.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        hint = QLabel(texts.BETWEEN_HINT, self)
        hint.setProperty("role", "second")
        hint.setWordWrap(True)
        top = QHBoxLayout()
        for words, box in ((texts.FIRST, self.first), (texts.LAST, self.last)):
            label = QLabel(words, self)
            label.setBuddy(box)
            top.addWidget(label)
            top.addWidget(box)
        top.addStretch(1)
        self.keep = QPushButton(texts.SAVE, self)
        self.keep.clicked.connect(self._ask_where)
        column = column_of(self)
        column.addWidget(hint)
        column.addLayout(top)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addLayout(foot_of(self, None, QPushButton(texts.CLOSE, self), self.keep))

    def _days(self) -> tuple[date, date]:
        return _day(self.first), _day(self.last)

    def _show(self) -> None:
        first, last = self._days()
        self._rows = []
        if first > last:
            self.said.setText(texts.WRONG_ORDER)
        else:
            before, after = self._at(first), self._at(last)
            self._rows = rows_between(before, first, after, last)
            tasks = len({row.task for row in self._rows if row.task is not None})
            said = texts.COUNT.format(tasks=tasks, changes=len(self._rows)) if self._rows else texts.SAME
            said += texts.FIRST_ROWS.format(count=_MOST) if len(self._rows) > _MOST else ""
            self.said.setText(said)
        self.keep.setEnabled(bool(self._rows))
        shown = self._rows[:_MOST]
        self.table.setRowCount(len(shown))
        for place, row in enumerate(shown):
            for column, words in enumerate(row.cells):
                item = QTableWidgetItem(words.replace("\n", " "))
                item.setToolTip(words)
                self.table.setItem(place, column, item)

    def _at(self, day: date) -> Snapshot:
        """The ledger at the end of a day: as it is shown, with what came later taken back."""
        session = self._session
        later = journal.changes_after(session.store.connection, moment(day.isoformat()))
        return changed(session.snapshot, inverse(later)) if later else session.snapshot

    def _ask_where(self) -> None:
        first, last = self._days()
        name = texts.FILE.format(first=first, last=last)
        chosen, _ = QFileDialog.getSaveFileName(self, texts.SAVE, name, texts.FILTER)
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        """Write the rows as a workbook."""
        from desktop_app.exchange.write_rows import write_rows

        first, last = self._days()
        head = texts.HEAD.format(first=first, last=last)
        try:
            write_bytes(path, write_rows(head, texts.COLUMNS, [row.cells for row in self._rows], (36, 24, 14, 40, 40)))
        except Refused as refused:
            tell(self, refused.sentence)
            return
        self.said.setText(texts.SAVED.format(file=path.name))


def _day(box: QDateEdit) -> date:
    chosen: QDate = box.date()
    return date(chosen.year(), chosen.month(), chosen.day())
