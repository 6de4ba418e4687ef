"""The mapping page: an existing ledger as it is, what each column is read as, and the tasks that come of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSpinBox,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.filters import Filter
from desktop_app.domain.proposal import Severity
from desktop_app.domain.values import plain_number
from desktop_app.errors import Refused
from desktop_app.exchange.ledger_records import HeldTask
from desktop_app.exchange.read_ledger import Choice, first_lines
from desktop_app.texts import import_ledger as texts
from desktop_app.ui.flat import draw_flat, draw_table, size_dialog
from desktop_app.ui.importing.grid import MappingGrid
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import foot_of
from desktop_app.verbs.import_ledger import Looked, look, proposed, store_ledger

LINES = 40
_SIGNS = {Severity.INFO: "○", Severity.ASK: "◆", Severity.REFUSED: "▲"}
_WIDTHS = {0: 36, 1: 104, 2: 66, 3: 66, 4: 92, 5: 52}
_SPARE = {1: 3, 2: 1, 3: 1}


class ImportWindow(QDialog):
    """Changes what is read as the clerk says; stores it only with 导入台账."""

    def __init__(self, session: Session, looked: Looked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._looked = session, looked
        self.setWindowTitle(texts.WINDOW)
        size_dialog(self, 1000, 556)
        self._sheet, self._first, self._last = QComboBox(), QSpinBox(), QSpinBox()
        self._grid, self._tasks = MappingGrid(), QTableWidget(0, len(texts.TASK_COLUMNS))
        self._counts, self._problem_count, self._problems = QLabel(), QLabel(), QListWidget()
        self._import = QPushButton(texts.IMPORT)
        self._lay_out()
        self._wire()
        self._show()

    @property
    def looked(self) -> Looked:
        """What would be stored now."""
        return self._looked

    @property
    def grid(self) -> MappingGrid:
        """The sheet with the meanings of its columns."""
        return self._grid

    @property
    def header_lines(self) -> tuple[QSpinBox, QSpinBox]:
        """The first and the last line of the header, counted from 1."""
        return self._first, self._last

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 8, 12, 8)
        page.setSpacing(8)
        page.addLayout(self._head())
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self._grid)
        both.addWidget(self._right())
        both.setSizes([540, 440])
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        page.addWidget(both, 1)
        page.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        name = QLabel(self._looked.opened.path.name)
        name.setProperty("role", "heading")
        name.setToolTip(str(self._looked.opened.path))
        self._sheet.addItems([sheet.name for sheet in self._looked.opened.book.sheets if sheet.grid])
        self._sheet.setAccessibleName(texts.SHEET)
        self._sheet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(name, 1)
        row.addWidget(QLabel(texts.SHEET))
        row.addWidget(self._sheet)
        row.addSpacing(12)
        for words, box in ((texts.HEADER_FROM, self._first), (texts.HEADER_TO, self._last)):
            box.setRange(1, LINES)
            box.setAccessibleName(words)
            row.addWidget(QLabel(words))
            row.addWidget(box)
        row.addWidget(QLabel(texts.HEADER_END))
        return row

    def _right(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label in (self._counts, self._problem_count):
            label.setProperty("role", "heading")
        self._tasks.setHorizontalHeaderLabels(texts.TASK_COLUMNS)
        self._tasks.setAccessibleName(texts.PREVIEW)
        self._tasks.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._tasks.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        draw_table(self._tasks, _WIDTHS, _SPARE)
        self._problems.setAccessibleName(texts.PREVIEW)
        self._problems.setWordWrap(True)
        self._problems.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        draw_flat(self._problems)
        column.addWidget(self._counts)
        column.addWidget(self._tasks, 3)
        column.addWidget(self._problem_count)
        column.addWidget(self._problems, 2)
        return whole

    def _foot(self) -> QHBoxLayout:
        hint = QLabel(texts.HINT)
        hint.setProperty("role", "second")
        hint.setWordWrap(True)
        leave = QPushButton(texts.LEAVE)
        self._import.setDefault(True)
        return foot_of(self, self._import, leave, hint)

    def _wire(self) -> None:
        self._sheet.activated.connect(self._other_sheet)
        for box in (self._first, self._last):
            box.valueChanged.connect(self._other_header)
        # queued: the choice that was used is made anew, and has to be done with its own signal before
        self._grid.mapped.connect(self._map, Qt.ConnectionType.QueuedConnection)
        self._import.clicked.connect(self._store)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._store)

    def _other_sheet(self) -> None:
        """Another sheet: its header is sought anew; where none is found, the first line stands for it."""
        sheet = next(s for s in self._looked.opened.book.sheets if s.name == self._sheet.currentText())
        alone = self._looked.opened._replace(book=self._looked.opened.book._replace(sheets=(sheet,)))
        try:
            found = look(self._session.snapshot, alone)
            choice = Choice(sheet.name, found.read.header.first, found.read.header.last)
        except Refused:
            choice = Choice(sheet.name, 0, 0)
        self._look(choice)

    def _other_header(self) -> None:
        first, last = self._first.value() - 1, self._last.value() - 1
        self._look(Choice(self._looked.read.sheet, first, max(first, last)))

    def _map(self) -> None:
        header = self._looked.read.header
        used = next((place for place, box in enumerate(self._grid.boxes) if box.hasFocus()), None)
        self._look(Choice(self._looked.read.sheet, header.first, header.last, self._grid.meanings()))
        if used is not None:
            self._grid.boxes[used].setFocus()

    def _look(self, choice: Choice) -> None:
        self._looked = look(self._session.snapshot, self._looked.opened, choice)
        self._show()

    def _show(self) -> None:
        read = self._looked.read
        sheet = next(one for one in self._looked.opened.book.sheets if one.name == read.sheet)
        for box, value in ((self._first, read.header.first + 1), (self._last, read.header.last + 1)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self._sheet.setCurrentText(read.sheet)
        self._grid.show_sheet(first_lines(sheet, LINES), sheet.merged, read.header)
        self._show_tasks()
        self._show_problems()
        self._import.setEnabled(bool(self._looked.held.tasks))

    def _show_tasks(self) -> None:
        held = self._looked.held
        rows = [(task, depth) for top in held.tasks for task, depth in ((top, 0), *((a, 1) for a in top.actions))]
        actions = len(rows) - len(held.tasks)
        self._counts.setText(texts.COUNTS.format(tasks=len(held.tasks), actions=actions, sections=len(held.sections)))
        self._tasks.setRowCount(len(rows))
        for row, (task, depth) in enumerate(rows):
            for column, words in enumerate(_words(task, depth)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self._tasks.setItem(row, column, item)

    def _show_problems(self) -> None:
        notes = proposed(self._session.snapshot, self._looked).notes if self._looked.held.tasks else ()
        notes = notes or self._looked.held.notes
        order = (Severity.REFUSED, Severity.ASK, Severity.INFO)
        words = texts.PROBLEMS.format(count=len(notes)) if notes else texts.NO_PROBLEMS
        self._problem_count.setText(words)
        self._problems.clear()
        for note in sorted(notes, key=lambda note: order.index(note.severity)):
            place = f"{note.cell}  " if note.cell else ""
            self._problems.addItem(f"{_SIGNS[note.severity]} {place}{note.text}")
        if not self._looked.held.tasks:
            self._problems.addItem(f"{_SIGNS[Severity.REFUSED]} {texts.NO_TASKS}")

    def _store(self) -> None:
        try:
            done = store_ledger(self._session.store, self._looked)
        except Refused as refused:
            tell(self, refused.sentence)
            return
        self._session.take_in(done.applied)
        if done.applied is None:
            for note in done.notes[:1]:
                tell(self, note.text)
        self.accept()
        self._session.show_in_ledger(Filter())


def _words(task: HeldTask, depth: int) -> tuple[str, ...]:
    percent = task.said.get("percent")
    return (
        str(task.value("no") or ""),
        "\u3000" * depth + str(task.value("title")),
        texts.LIST.join(str(one.value) for one in task.lead),
        texts.LIST.join(str(one.value) for one in task.co),
        str(task.value("deadline") or task.value("deadline_raw") or ""),
        texts.PERCENT.format(value=plain_number(float(percent.value))) if percent and percent.value is not None else "",
    )
