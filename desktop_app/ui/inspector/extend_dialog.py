"""A deadline put off: the new day, who approved it, why, and the paper."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop_app import clock
from desktop_app.domain.extensions import Extension, extension_changes
from desktop_app.domain.model import Task
from desktop_app.domain.said import day_words
from desktop_app.errors import Refused
from desktop_app.files import read_bytes
from desktop_app.texts import attached as texts
from desktop_app.texts.window import CANCEL
from desktop_app.ui.calls.making import day_of
from desktop_app.ui.flat import size_dialog
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import column_of, foot_of


class ExtendDialog(QDialog):
    """Shows and checks; whoever opened it stores `extension` (its paper lies at `paper`) when it is accepted."""

    def __init__(self, session: Session, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.EXTEND_TITLE)
        size_dialog(self, 500, 280)
        self._session, self._task = session, task
        self.extension: Extension | None = None
        self.paper: Path | None = None
        self.day, self.by, self.reason = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.day.setPlaceholderText(texts.NEW_DAY_HINT)
        self.by.setPlaceholderText(texts.BY_HINT)
        self.told = QLabel(texts.NO_PAPER, self)
        self._lay_out()

    def _lay_out(self) -> None:
        task = self._task
        now = texts.NOW.format(day=day_words(task.deadline)) if task.deadline else texts.NOW_NONE
        title, held = QLabel(task.title, self), QLabel(now, self)
        title.setProperty("role", "heading")
        title.setWordWrap(True)
        held.setProperty("role", "second")
        self.told.setProperty("role", "second")
        form = QFormLayout()
        form.setVerticalSpacing(10)
        for name, field in ((texts.NEW_DAY, self.day), (texts.BY, self.by), (texts.REASON, self.reason)):
            field.setAccessibleName(name)
            form.addRow(name, field)
        choose, leave, save = QPushButton(texts.PAPER_CHOOSE), QPushButton(CANCEL), QPushButton(texts.DO)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        paper = QHBoxLayout()
        paper.setSpacing(8)
        paper.addWidget(choose)
        paper.addWidget(self.told, 1)
        form.addRow(texts.PAPER, paper)
        save.setDefault(True)
        save.clicked.connect(self._check)
        page = column_of(self)
        page.addWidget(title)
        page.addWidget(held)
        page.addLayout(form)
        page.addStretch(1)
        page.addLayout(foot_of(self, save, leave))

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, texts.PAPER)
        if name:
            self.paper = Path(name)
            self.told.setText(self.paper.name)

    def _check(self) -> None:
        by, reason, today = self.by.text().strip(), self.reason.text().strip(), clock.today()
        try:
            day = day_of(self._session.snapshot, self.day.text(), today)
        except Refused as refused:
            tell(self, refused.sentence)
            return
        if day is None or not by or not reason:
            tell(self, texts.NEED)
        elif day.isoformat() == self._task.deadline:
            tell(self, texts.SAME_DAY)
        else:
            self.extension = Extension(today.isoformat(), self._task.deadline, day.isoformat(), by, reason)
            self.accept()


def extend(session: Session, key: int | None, parent: QWidget) -> None:
    """Ask for an approval, keep its paper, and put the deadline off, as one entry."""
    if key is None:
        tell(parent, texts.NO_TASK)
        return
    task = session.snapshot.tasks[key]
    dialog = ExtendDialog(session, task, parent)
    said = dialog.extension if dialog.exec() == QDialog.DialogCode.Accepted else None
    paper = dialog.paper
    dialog.deleteLater()
    if said is None:
        return
    try:
        if paper is not None:
            said = said._replace(file=session.store.sources.keep(read_bytes(paper), paper.name), name=paper.name)
        day = day_words(date.fromisoformat(said.new).isoformat())
        label = texts.LABEL_EXTEND.format(title=task.title, day=day)
        session.apply(extension_changes(session.snapshot, task, said), label)
    except Refused as refused:
        tell(parent, refused.sentence)
