"""What was edited in an exported ledger: shown before it is taken in, with the questions that it raises."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLabel,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.domain.proposal import Note, Question, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.exchange.propose_own_ledger import HEADERS
from desktop_app.texts import import_ledger as texts
from desktop_app.ui.changes_table import changes_table
from desktop_app.ui.flat import draw_flat, draw_table, size_dialog
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.verbs.own_ledger import Returned, apply_returned, sentence

SIGNS = {Severity.INFO: "○", Severity.ASK: "◆", Severity.REFUSED: "▲"}
_WIDTHS = {0: 64, 1: 170, 2: 76, 3: 200, 4: 200, 5: 56}
_SPARE = {1: 1, 3: 2, 4: 2}


class ReturnedDialog(QDialog):
    """Shows; whoever opened it applies `taken` when it is accepted. A question without a tick leaves the ledger's."""

    def __init__(self, snapshot: Snapshot, back: Returned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        proposal = back.proposal
        self._questions = proposal.questions
        self.setWindowTitle(texts.RETURNED)
        size_dialog(self, 860, 480)
        heading = QLabel(sentence(back))
        heading.setProperty("role", "heading")
        page = column_of(self)
        page.addWidget(heading)
        self.table = _table(self._questions)
        if proposal.changes:
            page.addWidget(changes_table(snapshot, proposal.changes, proposal.changes), 3)
        if self._questions:
            page.addWidget(_second(texts.TICK))
            page.addWidget(self.table, 3)
        if proposal.notes:
            page.addWidget(_second(texts.PROBLEMS.format(count=len(proposal.notes))))
            page.addWidget(_notes(proposal.notes), 2)
        leave, take = QPushButton(texts.LEAVE), QPushButton(texts.TAKE_BACK)
        take.setDefault(True)
        take.setEnabled(bool(proposal.changes or self._questions))
        take.clicked.connect(self.accept)
        page.addLayout(foot_of(self, take, leave))

    def taken(self) -> list[Question]:
        """The questions with a tick: the file's value is to be taken."""
        return [
            question
            for row, question in enumerate(self._questions)
            if (item := self.table.item(row, 0)) and item.checkState() == Qt.CheckState.Checked
        ]


def _table(questions: tuple[Question, ...]) -> QTableWidget:
    table = QTableWidget(len(questions), len(texts.QUESTION_COLUMNS))
    table.setHorizontalHeaderLabels(texts.QUESTION_COLUMNS)
    table.setAccessibleName(texts.TICK)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    draw_table(table, _WIDTHS, _SPARE)
    for row, question in enumerate(questions):
        words = (HEADERS[question.field], str(question.ours or ""), str(question.theirs or ""), question.cell or "")
        for column, text in enumerate(("", question.task or "", *words)):
            item = QTableWidgetItem(" ".join(text.split()))
            item.setToolTip(question.text)
            table.setItem(row, column, item)
        tick = QTableWidgetItem()
        tick.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        tick.setCheckState(Qt.CheckState.Unchecked)
        tick.setToolTip(question.text)
        table.setItem(row, 0, tick)
    return table


def _notes(notes: tuple[Note, ...]) -> QListWidget:
    told = QListWidget()
    told.setAccessibleName(texts.NO_PROBLEMS)
    told.setWordWrap(True)
    draw_flat(told)
    order = (Severity.REFUSED, Severity.ASK, Severity.INFO)
    for note in sorted(notes, key=lambda note: order.index(note.severity)):
        place = f"{note.cell}  " if note.cell else ""
        told.addItem(f"{SIGNS[note.severity]} {place}{note.text}")
    return told


def _second(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "second")
    label.setWordWrap(True)
    return label


def show_returned(session: Session, back: Returned, parent: QWidget) -> None:
    """Show what the edited export changes, and store it when the clerk says so."""
    proposal = back.proposal
    if not proposal.changes and not proposal.questions and not proposal.notes:
        tell(parent, sentence(back))
        return
    dialog = ReturnedDialog(session.snapshot, back, parent)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        try:
            session.take_in(apply_returned(session.store, back, dialog.taken()))
        except Refused as refused:
            tell(parent, refused.sentence)
    dialog.deleteLater()
