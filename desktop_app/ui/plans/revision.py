"""What a revised plan would change, before it is stored; the questions in it are decided here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.changes import EXISTS, Change
from desktop_app.domain.proposal import Proposal, Question
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import plans as texts
from desktop_app.ui.changes_table import changes_table
from desktop_app.ui.flat import ROW, draw_table, size_dialog
from desktop_app.ui.sheet import column_of, foot_of

MOST_ASKED, HEADING = 7, 60  # questions seen at once; pixels of what stands over them
_INNER = (
    *("position", "plan", "section", "source", "file", "file_name"),
    *("kind", "deadline_raw", "deadline_kind", "phrase"),
)
_SHOWN = ("task", "target", "node", "assignment", "section", "unit", "plan")


class RevisionDialog(QDialog):
    """Shows; whoever opened it stores the revision with the questions `taken` when it is accepted."""

    def __init__(self, snapshot: Snapshot, summary: str, proposal: Proposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.REVISION)
        size_dialog(self, 940, 540)
        self._boxes: list[QComboBox] = []
        told = [change for change in proposal.changes if _is_told(change)]
        page = column_of(self)
        page.addWidget(_heading(summary if told or proposal.questions else texts.UNCHANGED))
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        if proposal.questions:
            parts.addWidget(self._asked(proposal.questions))
        parts.addWidget(changes_table(snapshot, told, proposal.changes))
        asked = min(len(proposal.questions), MOST_ASKED) * ROW + HEADING
        parts.setSizes([asked, self.height() - asked])
        page.addWidget(parts, 1)
        page.addLayout(self._foot())

    def taken(self) -> list[int]:
        """The places of the questions that the new text wins."""
        return [place for place, box in enumerate(self._boxes) if box.currentIndex() == 1]

    def _asked(self, questions: Sequence[Question]) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(_heading(texts.QUESTIONS.format(count=len(questions))))
        table = QTableWidget(len(questions), 2)
        table.setAccessibleName(texts.QUESTION_TABLE)
        table.horizontalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        draw_table(table, {0: 560, 1: 120}, {0: 1})
        for row, question in enumerate(questions):
            item = QTableWidgetItem(question.text)
            item.setToolTip(question.text)
            table.setItem(row, 0, item)
            box = QComboBox()
            box.addItems((texts.KEEP, texts.TAKE))
            box.setAccessibleName(texts.CHOICE_OF.format(text=question.text))
            table.setCellWidget(row, 1, box)
            self._boxes.append(box)
        column.addWidget(table)
        return whole

    def _foot(self) -> QHBoxLayout:
        back, store = QPushButton(texts.BACK), QPushButton(texts.STORE)
        store.setDefault(True)
        store.clicked.connect(self.accept)
        return foot_of(self, store, back)


def _is_told(change: Change) -> bool:
    """Whether a clerk wants to see it: not the places in the text, not the order, not the document itself."""
    if change.entity not in _SHOWN or change.field.endswith(("_start", "_end")):
        return False
    return change.field not in _INNER and not (change.entity == "section" and change.field == EXISTS)


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setProperty("role", "heading")
    return label
