"""The opinions of units on the draft breakdown: taken down row by row, and what became of each."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.errors import Refused
from desktop_app.reports.opinions import Opinion, opinions
from desktop_app.texts import papers_opinions
from desktop_app.texts import papers_page as texts
from desktop_app.ui.flat import draw_table, size_dialog
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.verbs.opinions import add_opinion, change_opinion, drop_opinion

_TEXT, _TAKEN, _REPLY = 3, 4, 5


class OpinionsDialog(QDialog):
    """Each edit takes effect at once and can be undone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(texts.OPINIONS_TITLE)
        self.task, self.unit, self.words = QComboBox(), QComboBox(), QLineEdit()
        self.table, self.said = QTableWidget(0, len(texts.OPINION_COLUMNS)), QLabel(texts.NO_OPINIONS)
        self._lay_out()
        self._offer()
        self._show()
        size_dialog(self, 880, 480)

    def _lay_out(self) -> None:
        self.unit.setEditable(True)
        line, column = QHBoxLayout(), column_of(self)
        parts = ((texts.OPINION_TASK, self.task, 3), (texts.OPINION_UNIT, self.unit, 1))
        for words, part, wide in (*parts, (texts.OPINION_TEXT, self.words, 3)):
            label = QLabel(words)
            label.setBuddy(part)
            part.setAccessibleName(words)
            line.addWidget(label)
            line.addWidget(part, wide)
        self.add = QPushButton(texts.ADD_OPINION)
        self.add.clicked.connect(self._add)
        line.addWidget(self.add)
        self.table.setHorizontalHeaderLabels(list(texts.OPINION_COLUMNS))
        self.table.setAccessibleName(texts.OPINIONS_TITLE)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        draw_table(self.table, {0: 44, 1: 160, 2: 90, 3: 200, 4: 100, 5: 110}, {3: 1})
        self.table.itemChanged.connect(self._edited)
        self.said.setProperty("role", "second")
        self.drop = QPushButton(texts.DROP_OPINION, self)
        self.drop.clicked.connect(self._drop)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addLayout(foot_of(self, None, QPushButton(texts.CLOSE, self), self.drop))

    def _offer(self) -> None:
        """The tasks and actions, and the units, to choose from."""
        snapshot = self._session.snapshot
        for task in snapshot.tasks_in_order():
            for one in (task, *snapshot.actions_of(task.key)):
                self.task.addItem(f"{task.no or ''} {one.title}".strip(), one.key)
        self.task.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.unit.addItems([unit.name for unit in snapshot.units_in_order()])

    def _show(self) -> None:
        snapshot = self._session.snapshot
        self.heard = [one for one in opinions(snapshot) if one.task in snapshot.tasks]
        self.table.blockSignals(True)
        self.table.setRowCount(len(self.heard))
        for line, one in enumerate(self.heard):
            task = snapshot.tasks[one.task]
            for place, text in enumerate((task.no or "", task.title, one.unit, one.text, "", one.reply)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if place not in (_TEXT, _REPLY):
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.table.setItem(line, place, item)
            self.table.setCellWidget(line, _TAKEN, self._taken(line, one))
        self.table.blockSignals(False)
        self.said.setVisible(not self.heard)
        self.drop.setEnabled(bool(self.heard))

    def _taken(self, line: int, one: Opinion) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(texts.OPINION_COLUMNS[_TAKEN])
        for key, words in papers_opinions.TAKEN.items():
            box.addItem(words, key)
        box.setCurrentIndex(box.findData(one.taken))
        box.activated.connect(lambda _: self._change(self.heard[line]._replace(taken=box.currentData())))
        return box

    def _edited(self, item: QTableWidgetItem) -> None:
        field = {_TEXT: "text", _REPLY: "reply"}.get(item.column())
        if field:
            self._change(self.heard[item.row()]._replace(**{field: item.text().strip()}))

    def _add(self) -> None:
        said = (int(self.task.currentData()), self.unit.currentText(), self.words.text())
        if self._do(lambda: self._session.take_in(add_opinion(self._session.store, *said))):
            self.words.clear()

    def _change(self, opinion: Opinion) -> None:
        self._do(lambda: self._session.take_in(change_opinion(self._session.store, opinion)))

    def _drop(self) -> None:
        for line in sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True):
            opinion = self.heard[line]
            self._do(lambda one=opinion: self._session.take_in(drop_opinion(self._session.store, one)))

    def _do(self, act: Callable[[], object]) -> bool:
        """Whether it could be done; told why where not. The table shows the ledger as it is then."""
        try:
            act()
        except Refused as refused:
            tell(self, refused.sentence)
            return False
        finally:
            self._show()
        return True
