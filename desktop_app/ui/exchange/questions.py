"""The questions of returned files as a table: what the ledger holds, what the unit says, and the clerk's word."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QTableWidgetItem, QWidget

from desktop_app.domain.model import RoundRow
from desktop_app.domain.proposal import Question
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import Value, encode
from desktop_app.exchange.propose import batch_words
from desktop_app.exchange.propose_answers import KEEP
from desktop_app.exchange.propose_readings import HEADERS
from desktop_app.exchange.read_periods import without_year
from desktop_app.texts import exchange_page as texts
from desktop_app.ui.flat import draw_table
from desktop_app.ui.theme import SECOND
from desktop_app.verbs.collect import TAKE

UNIT, TASK, FIELD, OURS, BASE, THEIRS, PLACE, CHOICE = range(8)
WIDTHS = {UNIT: 116, TASK: 140, FIELD: 84, OURS: 88, BASE: 84, THEIRS: 100, PLACE: 52, CHOICE: 108}
SPARE = {TASK: 2, OURS: 1, BASE: 1, THEIRS: 2}
CHOICES = (None, TAKE, KEEP)


class QuestionsTable(QTableWidget):
    """One row a question, left for later until the clerk says otherwise: 1 takes the unit's, 2 keeps ours, 0 later."""

    current = Signal(object)
    decided = Signal()

    def __init__(self, snapshot: Snapshot, questions: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(len(questions), len(texts.QUESTION_COLUMNS), parent)
        self._questions = tuple(questions)
        self.setHorizontalHeaderLabels(texts.QUESTION_COLUMNS)
        self.setAccessibleName(texts.QUESTIONS)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        draw_table(self, WIDTHS, SPARE)
        self._boxes = [self._fill(row, question, snapshot) for row, question in enumerate(self._questions)]
        self.currentCellChanged.connect(self._tell)
        if questions:
            self.setCurrentCell(0, TASK)

    def _fill(self, row: int, question: Question, snapshot: Snapshot) -> QComboBox:
        for column, words in enumerate(cells(question, snapshot)):
            item = QTableWidgetItem(words)
            item.setToolTip(question.text)
            if column in (OURS, BASE):
                item.setForeground(QColor(SECOND))
            if column == THEIRS:
                strong = QFont(self.font())
                strong.setBold(True)
                item.setFont(strong)
            self.setItem(row, column, item)
        box = QComboBox()
        box.addItems(texts.CHOICES)
        box.setAccessibleName(texts.CHOICE_OF.format(text=question.text))
        box.currentIndexChanged.connect(self.decided)
        self.setCellWidget(row, CHOICE, box)
        return box

    def choices(self) -> list[tuple[Question, str]]:
        """The questions that the clerk has settled, each with "take" or "keep"."""
        chosen = [CHOICES[box.currentIndex()] for box in self._boxes]
        return [(question, choice) for question, choice in zip(self._questions, chosen, strict=True) if choice]

    def choose_all(self, choice: int) -> None:
        """Give every question the same answer, by its place in the list."""
        for box in self._boxes:
            box.setCurrentIndex(choice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("0", "1", "2") and self.currentRow() >= 0:
            self._boxes[self.currentRow()].setCurrentIndex(int(event.text()))
            if self.currentRow() + 1 < self.rowCount():
                self.setCurrentCell(self.currentRow() + 1, TASK)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self._questions):
            self.current.emit(self._questions[row])


def cells(question: Question, snapshot: Snapshot) -> tuple[str, ...]:
    """What a question says in each column but the last."""
    row = snapshot.rows.get(question.row) if question.row is not None else None
    if row is None:
        return ("", question.text, "", "", "", "", "")
    said = (_words(value) for value in (question.ours, question.base, question.theirs))
    unit = _unit_in_round(snapshot, row)
    return (unit, question.task or "", HEADERS[question.field], *said, question.cell or "")


def _unit_in_round(snapshot: Snapshot, row: RoundRow) -> str:
    """The unit, with the round that it answers where several are known: what was left may be of an older one."""
    name = snapshot.unit(row.unit).name
    sent = [made for made in snapshot.rounds_in_order() if made.state == "open"]
    if len(sent) < 2:
        return name
    period = without_year(batch_words(snapshot, snapshot.rounds[row.round]))
    return texts.UNIT_IN_ROUND.format(unit=name, period=period)


def _words(value: Value) -> str:
    return texts.BLANK if value is None else (encode(value) or "").replace("\n", " ")
