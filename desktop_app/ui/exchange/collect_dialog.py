"""What returned files would change, before it is stored: counts for what is clean, a list of what needs a word."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.proposal import Note, Question, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import exchange_page as texts
from desktop_app.ui.exchange.files import open_path, short_name
from desktop_app.ui.exchange.questions import QuestionsTable
from desktop_app.ui.flat import size_dialog
from desktop_app.ui.sheet import column_of, foot_of

SIGNS = {Severity.INFO: "○", Severity.ASK: "◆", Severity.REFUSED: "▲"}


class CollectDialog(QDialog):
    """Shows; whoever opened it applies `choices` when it is accepted.

    `where` finds the file that a name stands for; `send_back` writes what its unit gets back and tells what it did.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        summary: str,
        questions: Sequence[Question],
        notes: Sequence[Note],
        where: Callable[[str], Path],
        send_back: Callable[[str, QWidget], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._where, self._send_back, self._file = where, send_back, ""
        self.setWindowTitle(texts.COLLECT)
        size_dialog(self, 940, 540)
        self._questions, self._notes = QuestionsTable(snapshot, questions), QListWidget()
        self._why, self._open, self._back = QLabel(), QPushButton(texts.OPEN_FILE), QPushButton(texts.SEND_BACK)
        self._merge, self._cancel = QPushButton(), QPushButton(texts.NOT_NOW)
        page = column_of(self)
        page.addWidget(_wrapped(summary, "heading"))
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        if questions:
            parts.addWidget(self._asked(len(questions)))
        if notes:
            parts.addWidget(self._told(notes))
        if parts.count():
            parts.setSizes([320, 140])
            page.addWidget(parts, 1)
            page.addLayout(self._about_one())
        else:
            page.addStretch()
            size_dialog(self, 560, 160)
        page.addLayout(self._foot())
        self._questions.current.connect(self._explain)
        self._questions.decided.connect(self._count)
        if questions:
            self._explain(questions[0])
            self._questions.setFocus()
        self._count()

    def _asked(self, count: int) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(_wrapped(texts.TO_DECIDE.format(count=count), "heading"), 1)
        for words, choice in ((texts.ALL_TAKE, 1), (texts.ALL_KEEP, 2)):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, choice=choice: self._questions.choose_all(choice))
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(self._questions, 1)
        return whole

    def _about_one(self) -> QHBoxLayout:
        """Why the chosen line is there, and what can be done with its file."""
        self._why.setWordWrap(True)
        self._why.setProperty("role", "second")
        self._open.clicked.connect(lambda: open_path(self._where(self._file)))
        self._back.clicked.connect(self._return)
        row = QHBoxLayout()
        row.addWidget(self._why, 1)
        for button in (self._open, self._back):
            button.setAutoDefault(False)
            button.setEnabled(False)
            row.addWidget(button)
        return row

    def _told(self, notes: Sequence[Note]) -> QWidget:
        """What the clerk is told besides, the gravest first, each under its file's name."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(_wrapped(texts.TOLD.format(count=len(notes)), "heading"))
        told = self._notes
        told.setAccessibleName(texts.NOTES)
        told.setWordWrap(True)
        order = (Severity.REFUSED, Severity.ASK, Severity.INFO)
        in_order = sorted(notes, key=lambda note: order.index(note.severity))
        for note in in_order:
            told.addItem(QListWidgetItem(f"{SIGNS[note.severity]} {note_words(note)}"))
        told.currentRowChanged.connect(lambda row: self._about(in_order[row].file or "", note_words(in_order[row])))
        column.addWidget(told, 1)
        return whole

    def _foot(self) -> QHBoxLayout:
        hint = _wrapped(texts.COLLECT_HINT if self._questions.rowCount() else "", "second")
        self._merge.setDefault(True)
        self._merge.clicked.connect(self.accept)
        return foot_of(self, self._merge, self._cancel, hint)

    def choices(self) -> list[tuple[Question, str]]:
        """The questions that the clerk has settled, each with "take" or "keep"."""
        return self._questions.choices()

    def nothing_to_merge(self) -> None:
        """No file changes anything: there is only something to read."""
        self._merge.setText(texts.SEEN)
        self._cancel.hide()

    def _explain(self, question: Question) -> None:
        place = texts.AT_CELL.format(file=short_name(question.file or ""), sheet=question.sheet, cell=question.cell)
        self._about(question.file or "", f"{question.text}{place}" if question.cell else question.text)

    def _about(self, file: str, words: str) -> None:
        self._file = file
        self._why.setText(words)
        for button in (self._open, self._back):
            button.setEnabled(bool(file))

    def _return(self) -> None:
        said = self._send_back(self._file, self)
        if said:
            self._why.setText(said)

    def _count(self) -> None:
        count = len(self.choices())
        self._merge.setText(texts.MERGE_WITH.format(count=count) if count else texts.MERGE)


def _wrapped(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label


def note_words(note: Note) -> str:
    """A note under its file's own name and cell; said once where the sentence names the file itself."""
    name = short_name(note.file or "")
    text = note.text.replace(note.file or name, name)
    if name in text:
        return text
    return texts.NOTE.format(file=name, cell=texts.CELL.format(cell=note.cell) if note.cell else "", text=text)
