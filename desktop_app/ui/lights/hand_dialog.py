"""A light set by hand: which, why, and until when; afterwards the rules hold again."""

from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop_app import clock
from desktop_app.domain.overrides import Override, override_changes, overrides
from desktop_app.domain.rules import LightRules, light_rules
from desktop_app.errors import Refused
from desktop_app.texts import closing as texts
from desktop_app.texts import ledger
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.ui.theme import LIGHTS

VERDICTS = ("normal", "behind", "far_behind")
_WIDTH = 520
_USUAL = timedelta(days=30)


class HandDialog(QDialog):
    """Whoever opened it reads `override` when it is accepted: None leaves the light to the rules."""

    def __init__(
        self, title: str, now: str, rules: LightRules, held: Override | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.HAND_TITLE)
        self.setMinimumWidth(_WIDTH)
        self._by_rule = False
        self.verdict, self.reason, self.until = QComboBox(self), QLineEdit(self), QDateEdit(self)
        for verdict in VERDICTS:
            light, label = rules.look(verdict)
            self.verdict.addItem(f"{LIGHTS[light][1]} {label}", verdict)
        today = clock.today()
        end = max(date.fromisoformat(held.until), today) if held else today + _USUAL
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("yyyy-MM-dd")
        self.until.setMinimumDate(QDate(today.year, today.month, today.day))
        self.until.setDate(QDate(end.year, end.month, end.day))
        self.reason.setPlaceholderText(texts.REASON_HINT)
        if held:
            self.verdict.setCurrentIndex(max(self.verdict.findData(held.verdict), 0))
            self.reason.setText(held.reason)
        self._lay_out(title, now, held)

    def _lay_out(self, title: str, now: str, held: Override | None) -> None:
        column, form = column_of(self), QFormLayout()
        for text, role in ((title, "heading"), (now, "second")):
            label = QLabel(text, self)
            label.setProperty("role", role)
            label.setWordWrap(True)
            column.addWidget(label)
        for words, part in ((texts.VERDICT, self.verdict), (texts.REASON, self.reason), (texts.UNTIL, self.until)):
            part.setAccessibleName(words)
            form.addRow(words, part)
        about = QLabel(texts.HAND_ABOUT, self)
        about.setProperty("role", "second")
        about.setWordWrap(True)
        do, leave, self.by_rule = (QPushButton(words, self) for words in (texts.DO, texts.CANCEL, texts.BY_RULE))
        self.by_rule.setVisible(held is not None)
        self.by_rule.clicked.connect(self._leave)
        do.clicked.connect(self._check)
        column.addLayout(form)
        column.addWidget(about)
        column.addLayout(foot_of(self, do, leave, self.by_rule))

    @property
    def override(self) -> Override | None:
        """What was set; None to leave it to the rules."""
        if self._by_rule:
            return None
        until = self.until.date()
        end = date(until.year(), until.month(), until.day())
        reason = self.reason.text().strip()
        return Override(self.verdict.currentData(), reason, clock.today().isoformat(), end.isoformat())

    def _leave(self) -> None:
        self._by_rule = True
        self.accept()

    def _check(self) -> None:
        if not self.reason.text().strip():
            tell(self, texts.NO_REASON)
            return
        self.accept()


def set_light(session: Session, task_key: int | None, parent: QWidget) -> None:
    """Ask for a light by hand, and store it as one entry."""
    if task_key is None:
        tell(parent, ledger.NO_TASK_CHOSEN)
        return
    snapshot, status = session.snapshot, session.statuses[task_key]
    title, rules = snapshot.tasks[task_key].title, light_rules(snapshot)
    now = texts.NOW.format(label=status.label, reason=status.reason)
    dialog = HandDialog(title, now, rules, overrides(snapshot).get(task_key), parent)
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    said = dialog.override
    dialog.deleteLater()
    if not wanted:
        return
    words = texts.LABEL_HAND if said else texts.LABEL_RULE
    label = words.format(title=title, label=rules.look(said.verdict).label if said else "")
    try:
        session.apply(override_changes(snapshot, task_key, said), label)
    except Refused as refused:
        tell(parent, refused.sentence)
