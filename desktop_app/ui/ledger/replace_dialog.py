"""Find words in chosen columns and replace them; what would change is counted and shown before."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.texts import ledger as ledger_texts
from desktop_app.texts import ledger_table as texts
from desktop_app.ui.flat import draw_table, size_dialog
from desktop_app.ui.ledger.blocks import Put, Replaced, replaced
from desktop_app.ui.ledger.columns import COLUMNS, NOTE, SAID, STATE, TEXT, TITLE
from desktop_app.ui.ledger.editing import EDITABLE
from desktop_app.ui.ledger.facts import Facts
from desktop_app.ui.ledger.misfits_dialog import listing, write_rows
from desktop_app.ui.sheet import column_of, foot_of

_AT_FIRST = (TITLE, SAID, TEXT, NOTE)
_MOST = 200  # cells that are listed
_WAIT = 150  # milliseconds after a letter
_WIDTHS = {0: 160, 1: 80, 2: 170, 3: 170}
_SPARE = {0: 1, 2: 2, 3: 2}


class ReplaceDialog(QDialog):
    """Shows; whoever opened it applies `puts` when it is accepted."""

    def __init__(
        self,
        facts: Facts,
        everywhere: Sequence[int],
        chosen: Sequence[int],
        shown: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self._rows = (everywhere, chosen)
        self._replaced = Replaced([], [], 0)
        self.setWindowTitle(texts.REPLACE)
        size_dialog(self, 860, 500)
        self.sought, self.by = QLineEdit(self), QLineEdit(self)
        self.sought.setAccessibleName(texts.FIND)
        self.by.setAccessibleName(texts.BY)
        self.scope = QComboBox(self)
        self.scope.setAccessibleName(texts.IN_ROWS)
        self.scope.addItem(texts.ALL_ROWS.format(count=len(everywhere)))
        if len(chosen) > 1:
            self.scope.addItem(texts.CHOSEN_ROWS.format(count=len(chosen)))
            self.scope.setCurrentIndex(1)
        self.columns = self._columns(shown)
        self._told = QLabel(texts.FOUND_NONE, self)
        self.table = listing(texts.FOUND_COLUMNS, (), texts.FOUND_TABLE, self)
        draw_table(self.table, _WIDTHS, _SPARE)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.look)
        self._lay_out()
        for line in (self.sought, self.by):
            line.textChanged.connect(lambda _: self._timer.start())
        self.scope.currentIndexChanged.connect(lambda _: self._timer.start())
        self.columns.itemChanged.connect(lambda _: self._timer.start())
        self.look()

    def _columns(self, shown: Sequence[int]) -> QListWidget:
        columns = QListWidget(self)
        columns.setAccessibleName(texts.IN_COLUMNS)
        for column in sorted(EDITABLE & {*shown, TEXT} - {STATE}):
            item = QListWidgetItem(ledger_texts.COLUMNS[COLUMNS[column]], columns)
            item.setData(Qt.ItemDataRole.UserRole, column)
            item.setCheckState(Qt.CheckState.Checked if column in _AT_FIRST else Qt.CheckState.Unchecked)
        return columns

    def _lay_out(self) -> None:
        fields = QGridLayout()
        for row, (words, part) in enumerate(
            ((texts.FIND, self.sought), (texts.BY, self.by), (texts.IN_ROWS, self.scope))
        ):
            label = QLabel(words, self)
            label.setBuddy(part)
            fields.addWidget(label, row, 0)
            fields.addWidget(part, row, 1)
        fields.setColumnStretch(1, 1)
        side = QVBoxLayout()
        side.addWidget(QLabel(texts.IN_COLUMNS, self))
        side.addWidget(self.columns, 1)
        middle = QVBoxLayout()
        middle.addLayout(fields)
        middle.addWidget(self._told)
        middle.addWidget(self.table, 1)
        both = QHBoxLayout()
        both.addLayout(middle, 1)
        both.addLayout(side)
        self.columns.setFixedWidth(self.fontMetrics().horizontalAdvance("M") * 14)
        leave, self.do = QPushButton(texts.LEAVE, self), QPushButton(self)
        self.do.setAutoDefault(False)
        self.do.clicked.connect(self.accept)
        page = column_of(self)
        page.addLayout(both, 1)
        page.addLayout(foot_of(self, self.do, leave))

    def look(self) -> None:
        """Find, count and list."""
        items = [self.columns.item(row) for row in range(self.columns.count())]
        wanted = [i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() == Qt.CheckState.Checked]
        done = replaced(self._facts, self._rows[self.scope.currentIndex()], wanted, self.sought.text(), self.by.text())
        self._replaced, tasks = done, self._facts.snapshot.tasks
        told = texts.FOUND.format(cells=len(done.puts), count=done.count) if done.puts else texts.FOUND_NONE
        self._told.setText(told + (texts.SHOWN_FIRST.format(count=_MOST) if len(done.puts) > _MOST else ""))
        write_rows(
            self.table,
            [
                (tasks[put.task].title, ledger_texts.COLUMNS[COLUMNS[put.column]], before, put.words)
                for put, before in zip(done.puts[:_MOST], done.before, strict=False)
            ],
        )
        self.do.setText(texts.DO_REPLACE.format(count=len(done.puts)))
        self.do.setEnabled(bool(done.puts) and self.sought.text() != self.by.text())

    def accept(self) -> None:
        """Count once more what was typed last, then take it."""
        if self._timer.isActive():
            self._timer.stop()
            self.look()
        if self.do.isEnabled():
            super().accept()

    def found(self) -> str:
        """What is looked for."""
        return self.sought.text()

    def new(self) -> str:
        """What comes in its place."""
        return self.by.text()

    def puts(self) -> list[Put]:
        """The cells with their new words."""
        return self._replaced.puts
