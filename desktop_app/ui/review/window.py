"""The window in which a plan is reviewed: look, mend, then 建立台账."""

from datetime import date
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app import clock
from desktop_app.documents import review
from desktop_app.documents.advice import leads_for_plan
from desktop_app.documents.choices import Choice, choices
from desktop_app.documents.extraction import Doubt, Extraction
from desktop_app.documents.propose import plan_year
from desktop_app.documents.revise import without_known_leads
from desktop_app.documents.suggest import Suggestion
from desktop_app.domain.filters import Filter
from desktop_app.domain.model import Plan
from desktop_app.errors import Refused
from desktop_app.texts import plans as plan_texts
from desktop_app.texts import review as texts
from desktop_app.ui.flat import size_dialog
from desktop_app.ui.messages import ask, tell
from desktop_app.ui.review.document import DocumentView
from desktop_app.ui.review.doubts import DoubtsPanel
from desktop_app.ui.review.editor import RowEditor
from desktop_app.ui.review.marking import Legend
from desktop_app.ui.review.office import OfficeBox
from desktop_app.ui.review.rows import TITLE, RowsModel, facts
from desktop_app.ui.review.rows_table import RowsTable
from desktop_app.ui.review.storing import store_reviewed
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import foot_of


class ReviewWindow(QDialog):
    """Works on an edited copy of what was read; only 建立台账 stores it, as one entry. Esc leaves nothing behind."""

    def __init__(
        self,
        session: Session,
        extraction: Extraction,
        path: Path,
        parent: QWidget | None = None,
        revises: Plan | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._path, self._revises = session, path, revises
        self._known = [unit.name for unit in session.snapshot.units_in_order()]
        year_end = date(plan_year(extraction.meta, clock.today()), 12, 31)
        names = [*self._known, *(alias.name for alias in session.snapshot.tables["alias"].values())]
        self._as_read = review.with_ledger_doubts(extraction, names, year_end)
        if revises:
            self._as_read = without_known_leads(session.snapshot, revises.key, self._as_read)
        self._past: list[Extraction] = []
        self._now = self._as_read
        self._seq = extraction.tasks[0].seq if extraction.tasks else 0
        self.setWindowTitle(texts.WINDOW.format(file=path.name))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        size_dialog(self, 1366, 768)
        self._answering, self._document, self._doubts = False, DocumentView(), DoubtsPanel()
        self._rows = RowsModel()
        self._table = RowsTable(self._rows)
        self._editor = RowEditor(self._known)
        self._offices, self._facts, self._said = (
            OfficeBox(self._as_read, session.snapshot),
            QLabel(),
            QLabel(texts.KEYS),
        )
        self._leave, self._store = QPushButton(texts.LEAVE), QPushButton(plan_texts.UPDATE if revises else texts.STORE)
        self._lay_out()
        self._wire()
        self._show(self._now)
        self._ask(self._doubts.doubt)
        (self._doubts if self._doubts.doubt else self._table).setFocus()

    @property
    def extraction(self) -> Extraction:
        """What would be stored now."""
        return self._now

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the parts have their size, so that the chosen row can be brought into sight."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        doubt = self._doubts.doubt
        self._choose(self._seq, doubt if doubt and doubt.seq == self._seq else None)

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 8, 12, 8)
        page.setSpacing(8)
        page.addLayout(self._head())
        page.addWidget(self._middle(), 1)
        page.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        meta = self._as_read.meta
        title = QLabel(meta.title or meta.notice_title or self._path.name)
        title.setProperty("role", "title")
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        title.setToolTip(title.text())
        self._facts.setProperty("role", "second")
        self._offices.wanted.connect(self._take)
        head = QHBoxLayout()
        for part, share in ((title, 1), (self._offices, 0), (self._facts, 0)):
            head.addWidget(part, share)
        return head

    def _middle(self) -> QSplitter:
        right = QSplitter(Qt.Orientation.Vertical)
        for part, stretch in ((self._doubts, 2), (self._table, 4), (self._editor, 3)):
            right.addWidget(part)
            right.setStretchFactor(right.count() - 1, stretch)
            right.setCollapsible(right.count() - 1, False)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Legend())
        column.addWidget(self._document)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(left)
        both.addWidget(right)
        both.setStretchFactor(0, 2)
        both.setStretchFactor(1, 3)
        both.setSizes([364, 636])
        both.setChildrenCollapsible(False)
        return both

    def _foot(self) -> QHBoxLayout:
        self._said.setProperty("role", "second")
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._store.setAutoDefault(False)
        return foot_of(self, self._store, self._leave, self._said)

    def _wire(self) -> None:
        self._document.task_wanted.connect(self._choose)
        self._doubts.current.connect(self._ask)
        self._doubts.accepted.connect(lambda doubt: self._answer(review.settled(self._now, doubt)))
        self._doubts.chosen.connect(lambda choice: self._answer(choice.after))
        self._doubts.typing.connect(self._type)
        self._table.selectionModel().currentRowChanged.connect(self._row_changed)
        self._editor.edited.connect(self._take)
        self._editor.wrong.connect(self._said.setText)
        self._editor.left.connect(self._hand_back)
        self._store.clicked.connect(self._store_it)
        self._table.editing.connect(self._edit)
        self._table.unwanted.connect(self._take_away)
        for keys, act in (("Ctrl+Return", self._store_it), (QKeySequence.StandardKey.Undo, self._undo)):
            QShortcut(QKeySequence(keys), self, act)

    def _show(self, extraction: Extraction) -> None:
        self._now = extraction
        self._offices.follow(extraction)
        self._document.show_extraction(extraction)
        self._rows.show_extraction(extraction)
        labels = {task.seq: texts.ABOUT.format(no=task.no, title=task.title) for task in extraction.tasks}
        self._facts.setText(texts.FACTS.format(**facts(extraction)))
        self._store.setEnabled(bool(extraction.tasks))
        self._doubts.show_doubts(extraction.doubts, labels)
        self._offer(self._doubts.doubt)
        self._choose(self._seq)

    def _take(self, extraction: Extraction) -> None:
        """One edit made: keep what was, show what is."""
        self._past.append(self._now)
        self._said.setText(texts.KEYS)
        self._show(extraction)

    def _answer(self, extraction: Extraction) -> None:
        """A doubt is answered: on to the next, and after the last to 建立台账."""
        self._take(extraction)
        self._go_on()

    def _go_on(self) -> None:
        self._ask(self._doubts.doubt)
        (self._doubts if self._doubts.doubt else self._store).setFocus()

    def _undo(self) -> None:
        if self._past:
            self._show(self._past.pop())

    def _ask(self, doubt: Doubt | None) -> None:
        """A doubt has become the current one: offer its answers, and show its row and words."""
        self._offer(doubt)
        if doubt and doubt.seq is not None:
            self._choose(doubt.seq, doubt)

    def _offer(self, doubt: Doubt | None) -> None:
        offered: tuple[Choice, ...] = ()
        lacking = self._lacks_lead(doubt)
        if doubt:
            leads = self._leads.get(doubt.seq or 0, ()) if lacking else ()
            offered = choices(self._now, doubt, self._known, leads)
        self._doubts.show_choices(offered, texts.WITHOUT_LEAD if lacking else texts.ACCEPT)

    @cached_property
    def _leads(self) -> dict[int, tuple[Suggestion, ...]]:
        """The suggested leads by task number, made when they are first asked for."""
        return leads_for_plan(self._session.snapshot, self._as_read)

    def _lacks_lead(self, doubt: Doubt | None) -> bool:
        """Whether a doubt is that nobody leads its task."""
        if doubt is None or doubt.seq is None or doubt.what != review.UNIT:
            return False
        return not review.task_of(self._now, doubt.seq).lead_units

    def _choose(self, seq: int, doubt: Doubt | None = None) -> None:
        """Show a task in the document, the table and the editor alike."""
        row = self._rows.row_of(seq)
        if row < 0:
            return
        self._seq = seq
        if self._table.currentIndex().row() != row:
            self._table.selectionModel().blockSignals(True)
            self._table.setCurrentIndex(self._rows.index(row, TITLE))
            self._table.selectionModel().blockSignals(False)
            self._table.viewport().update()
        self._table.scrollTo(self._rows.index(row, TITLE))
        self._document.choose(review.task_of(self._now, seq).span, doubt.span if doubt else None)
        self._editor.show_row(self._now, seq)

    def _row_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            seq = self._rows.seq_at(current.row())
            self._choose(seq)
            self._doubts.choose_about(seq)

    def _type(self, doubt: Doubt, event: QEvent) -> None:
        self._answering = True
        self._editor.start(self._editor.field_for(doubt), event)

    def _hand_back(self) -> None:
        """A field is left by Enter or Esc: the keys go back to where they came from."""
        if self._answering:
            self._answering = False
            self._go_on()
        else:
            self._table.setFocus()

    def _edit(self, event: QEvent) -> None:
        """Keys in the table edit the chosen row."""
        self._answering = False
        self._editor.start(self._editor.title, event)

    def _take_away(self) -> None:
        if self._rows.row_of(self._seq) >= 0:
            self._take(review.without_task(self._now, self._seq))

    def _store_it(self) -> None:
        if not self._now.tasks:
            return
        try:
            notes = store_reviewed(self._session, self._now, self._path, self._revises, self)
        except Refused as refused:
            tell(self, refused.sentence)
            return
        if notes is None:
            return
        self._past.clear()
        for note in notes:
            tell(self, note.text)
        self.accept()
        self._session.show_in_ledger(Filter())

    def reject(self) -> None:
        """Leave without storing; asked only where edits would be lost."""
        if not self._past or ask(self, texts.REALLY_LEAVE, texts.LEAVE):
            super().reject()
