"""One value for all chosen rows: which column, and what is to stand in it."""

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.texts import ledger as ledger_texts
from desktop_app.texts import ledger_table as texts
from desktop_app.ui.flat import size_dialog
from desktop_app.ui.ledger.columns import COLUMNS, STATE
from desktop_app.ui.ledger.delegate import unit_choices
from desktop_app.ui.ledger.editing import EDITABLE, ROLES
from desktop_app.ui.ledger.editors import PickEditor
from desktop_app.ui.ledger.facts import Facts
from desktop_app.ui.sheet import column_of, foot_of


class ManyDialog(QDialog):
    """Shows; whoever opened it puts `words` into `column` of the rows when it is accepted."""

    def __init__(self, facts: Facts, rows: int, column: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units = unit_choices(facts.snapshot)
        self.setWindowTitle(texts.MANY)
        size_dialog(self, 480, 200)
        self.columns = QComboBox(self)
        self.columns.setAccessibleName(texts.MANY_COLUMN)
        for one in sorted(EDITABLE):
            self.columns.addItem(ledger_texts.COLUMNS[COLUMNS[one]], one)
        self.value = PickEditor((), True, self)
        self.value.setAccessibleName(texts.MANY_VALUE)
        self.columns.currentIndexChanged.connect(self._offer)
        self.columns.setCurrentIndex(max(0, self.columns.findData(column)))
        self._offer()
        hint = QLabel(texts.MANY_HINT, self)
        hint.setProperty("role", "second")
        hint.setWordWrap(True)
        leave, do = QPushButton(texts.LEAVE, self), QPushButton(texts.MANY_DO.format(count=rows), self)
        do.setDefault(True)
        do.clicked.connect(self.accept)
        top = QHBoxLayout()
        for part in (QLabel(texts.MANY_HEAD.format(count=rows), self), self.columns, QLabel(texts.MANY_VALUE, self)):
            top.addWidget(part)
        top.addWidget(self.value, 1)
        page = column_of(self)
        page.addLayout(top)
        page.addWidget(hint)
        page.addStretch(1)
        page.addLayout(foot_of(self, do, leave))
        self.value.setFocus()

    def _offer(self) -> None:
        states = [(name, "") for name in ledger_texts.STATES.values()]
        self.value.offer(states if self.column() == STATE else self._units if self.column() in ROLES else ())

    def column(self) -> int:
        """The column that was chosen."""
        return self.columns.currentData()

    def words(self) -> str:
        """What is to stand in it."""
        return self.value.text()
