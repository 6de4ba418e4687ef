"""The director's call: words, unit, day, done. What the words themselves say is filled in while one types."""

from datetime import date

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desktop_app.domain.filters import Filter
from desktop_app.domain.workdays import calendar_of
from desktop_app.errors import Refused
from desktop_app.texts import calls as texts
from desktop_app.texts.window import CANCEL
from desktop_app.ui.calls.making import Call, day_of, heard, taken_down
from desktop_app.ui.flat import size_dialog
from desktop_app.ui.ledger.delegate import unit_choices
from desktop_app.ui.ledger.editing import Edit
from desktop_app.ui.ledger.editors import PickEditor
from desktop_app.ui.ledger.proposing import propose
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import column_of, foot_of


class CallDialog(QDialog):
    """`edit` holds the changes once it was accepted."""

    def __init__(self, session: Session, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        size_dialog(self, 560, 380)
        self._snapshot, self._today = session.snapshot, today
        self.edit: Edit | None = None
        units = unit_choices(self._snapshot)
        self.words = QPlainTextEdit(self)
        self.words.setTabChangesFocus(True)
        self.words.setPlaceholderText(texts.WORDS_HINT)
        self.leads, self.helpers = PickEditor(units, True, self), PickEditor(units, True, self)
        self.due, self.leader = QLineEdit(self), QLineEdit(self)
        self.due.setPlaceholderText(texts.DUE_HINT)
        self.leader.setPlaceholderText(texts.LEADER_HINT)
        self.told = QLabel(self)
        self.told.setProperty("role", "second")
        self._filled = {self.leads: "", self.helpers: "", self.due: ""}  # what stands there because the words say so
        self._lay_out()
        self.words.textChanged.connect(self._hear)
        self.due.textChanged.connect(self._tell_day)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._save)
        self._tell_day()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        named = (
            (texts.WORDS, self.words),
            (texts.LEADS, self.leads),
            (texts.HELPERS, self.helpers),
            (texts.DUE, self.due),
        )
        for name, field in named:
            field.setAccessibleName(name)
            form.addRow(name, field)
        form.addRow("", self.told)
        self.leader.setAccessibleName(texts.LEADER)
        form.addRow(texts.LEADER, self.leader)
        leave, save = QPushButton(CANCEL, self), QPushButton(texts.SAVE, self)
        save.setDefault(True)
        save.clicked.connect(self._save)
        page = column_of(self)
        page.addLayout(form, 1)
        page.addLayout(foot_of(self, save, leave))

    def _hear(self) -> None:
        """Fill in what the words say, where the clerk has written nothing else."""
        said = heard(self._snapshot, self.words.toPlainText(), self._today)
        names = [texts.NAMES.join(units) for units in (said.leads, said.helpers)]
        for field, words in zip(self._filled, (*names, said.due), strict=True):
            if field.text() == self._filled[field]:
                self._filled[field] = words
                field.setText(words)
                field.setToolTip(texts.FOUND if words else "")

    def _tell_day(self) -> None:
        try:
            day = day_of(self._snapshot, self.due.text(), self._today)
        except Refused:
            self.told.setText(texts.NO_DAY)
            return
        if day is None:
            self.told.setText(texts.NO_DUE.format(year=self._today.year))
            return
        weekday = texts.WEEKDAYS[day.weekday()]
        rest = "" if calendar_of(self._snapshot).is_workday(day) else texts.REST_DAY
        self.told.setText(texts.DAY.format(year=day.year, month=day.month, day=day.day, weekday=weekday) + rest)

    def call(self) -> Call:
        """The call as it is written now."""
        lines = (self.leads.text(), self.helpers.text(), self.due.text(), self.leader.text())
        return Call(self.words.toPlainText(), *lines)

    def _save(self) -> None:
        try:
            self.edit = taken_down(self._snapshot, self.call(), self._today)
        except Refused as refused:
            tell(self, refused.sentence)
            return
        self.accept()


def take_call(session: Session, today: date, parent: QWidget) -> None:
    """Ask for a call, take it down, and show it among the tasks."""
    dialog = CallDialog(session, today, parent)
    applied = propose(session, dialog.edit, parent) if dialog.exec() and dialog.edit is not None else None
    dialog.deleteLater()
    if applied is not None:
        session.show_in_ledger(Filter())
        session.choose_task(max(key for entity, key in applied.touched if entity == "task"))
