"""What can be done about the units of a round: chase them, send a form back, tick stamped copies, see the rates."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app import clock
from desktop_app.domain.model import Round
from desktop_app.domain.periods import parse_period
from desktop_app.domain.values import plain_number
from desktop_app.domain.workdays import calendar_of
from desktop_app.errors import Refused
from desktop_app.exchange.chase import chase_text, stage_words
from desktop_app.exchange.sheet_layout import period_words
from desktop_app.exchange.timeliness import RoundRate, rates, records
from desktop_app.store.receipts import receipts
from desktop_app.texts import chase as texts
from desktop_app.ui.exchange.files import open_path
from desktop_app.ui.exchange.roster import WAITING, Line, received, silent
from desktop_app.ui.exchange.roster_view import RosterView
from desktop_app.ui.exchange.timeliness_dialog import TimelinessDialog
from desktop_app.ui.exchange.words_dialog import answer, send_back_dialog
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.wrapping import Wrapping
from desktop_app.verbs.heard import heard_at
from desktop_app.verbs.returns import CollectedFile
from desktop_app.verbs.send_back import latest_file, send_back
from desktop_app.verbs.stamp import stamp


class RosterActs(QWidget):
    """Two lines under the roster: how many reported in time, and the buttons."""

    def __init__(self, session: Session, roster: RosterView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._view = session, roster
        self._round: Round | None = None
        self._lines: Sequence[Line] = ()
        self._rate, self._said = QLabel(), QLabel()
        self.chase_all, self._chase_one = QPushButton(), QPushButton(texts.COPY_ONE)
        self._back, self._times = QPushButton(texts.SEND_BACK), QPushButton(texts.TIMELINESS)
        column, row = QVBoxLayout(self), Wrapping()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label in (self._rate, self._said):
            label.setProperty("role", "second")
            label.setWordWrap(True)
            column.addWidget(label)
        for button in (self.chase_all, self._chase_one, self._back, self._times):
            row.addWidget(button)
        column.addLayout(row)
        self.chase_all.clicked.connect(lambda: self._copy(silent(self._lines)))
        self._chase_one.clicked.connect(lambda: self._copy([self._view.line.name] if self._view.line else []))
        self._back.clicked.connect(self._send_back)
        self._times.clicked.connect(self._show_times)
        roster.currentCellChanged.connect(self._choose)
        roster.stamped.connect(self._stamp)

    def show_round(self, made: Round | None, lines: Sequence[Line]) -> None:
        """Speak of this round and its units."""
        self._round, self._lines = made, lines
        self._said.hide()
        waiting = len(silent(lines))
        open_round = made is not None and made.state == "open"
        self.chase_all.setText(texts.COPY_ALL.format(count=waiting) if waiting else texts.NOBODY)
        self.chase_all.setEnabled(open_round and waiting > 0)
        self._rate.setText(self._rate_words(made) if made is not None and open_round else "")
        self._choose()

    def _rate_words(self, made: Round) -> str:
        counted = next(
            (one for one in rates(self._session.snapshot, _received(self._session)) if one.round == made.key), None
        )
        words = [rate_words(counted)] if counted and counted.rate is not None else []
        if silent(self._lines):
            calendar = calendar_of(self._session.snapshot)
            words.append(texts.STAGE.format(stage=stage_words(date.fromisoformat(made.due), clock.today(), calendar)))
        return "　".join(words)

    def _choose(self) -> None:
        line = self._view.line
        open_round = self._round is not None and self._round.state == "open"
        self._chase_one.setEnabled(bool(open_round and line and line.state in WAITING))
        self._back.setEnabled(bool(open_round and line and line.file))

    def _copy(self, units: Sequence[str]) -> None:
        made = self._round
        if made is None or not units:
            return
        period = period_words(parse_period(made.period))
        calendar = calendar_of(self._session.snapshot)
        words = chase_text(units, period, date.fromisoformat(made.due), clock.today(), calendar)
        QGuiApplication.clipboard().setText(words)
        self._say(texts.COPIED.format(words=words))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()

    def _stamp(self, form: int, came: bool) -> None:
        self._session.take_in(stamp(self._session.store, form, clock.today() if came else None))

    def _send_back(self) -> None:
        line, made = self._view.line, self._round
        if line is None or made is None:
            return
        try:
            file = latest_file(self._session.store, made.key, line.unit)
        except Refused as refused:
            tell(self, refused.sentence)
            return
        words = write_back(file, self)
        if words:
            self._say(words)

    def _show_times(self) -> None:
        dialog = timeliness_dialog(self._session, self)
        dialog.exec()
        dialog.deleteLater()


def timeliness_dialog(session: Session, parent: QWidget) -> TimelinessDialog:
    """Who reported in time, to be shown by whoever made it."""
    snapshot, came = session.snapshot, _received(session)
    return TimelinessDialog(snapshot, rates(snapshot, came), records(snapshot, came, clock.today()), parent)


def _received(session: Session) -> dict[tuple[int, int], str]:
    return received(session.snapshot, receipts(session.store), heard_at(session.store, session.snapshot))


def rate_words(counted: RoundRate) -> str:
    """A round's rate with its formula's parts."""
    return texts.RATE.format(
        period=period_words(parse_period(counted.period)),
        rate=plain_number(round(counted.rate or 0, 1)),
        in_time=counted.in_time,
        asked=counted.asked,
    )


def write_back(file: CollectedFile, parent: QWidget) -> str:
    """Ask for a few words and a folder, write what the unit gets back and show it; what was done, '' for nothing."""
    words = answer(send_back_dialog(parent))
    folder = QFileDialog.getExistingDirectory(parent, texts.SEND_BACK_WHERE) if words is not None else ""
    if words is None or not folder:
        return ""
    try:
        back = send_back(file, Path(folder), words)
    except Refused as refused:
        tell(parent, refused.sentence)
        return ""
    open_path(back.path.parent)
    sentence = texts.SENT_BACK if back.marked else texts.SENT_SLIP
    return sentence.format(file=back.path.name, count=back.faults)
