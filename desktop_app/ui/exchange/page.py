"""The 收发 page: rounds at the left, the chosen round's roster at the right, forms out and forms back."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app import clock
from desktop_app.domain.model import Round, RoundRow
from desktop_app.domain.periods import parse_period
from desktop_app.exchange.sheet_layout import day_words, month_day, period_words
from desktop_app.store.receipts import outgoing, receipts
from desktop_app.store.undo import taken_back
from desktop_app.texts import by_hand
from desktop_app.texts import exchange_page as texts
from desktop_app.texts import rounds_page as words
from desktop_app.ui.exchange import collecting, sending
from desktop_app.ui.exchange.files import open_path
from desktop_app.ui.exchange.hearing import take_down
from desktop_app.ui.exchange.roster import WAITING, Line, doubtful, roster
from desktop_app.ui.exchange.roster_acts import RosterActs
from desktop_app.ui.exchange.roster_view import RosterView
from desktop_app.ui.flat import draw_flat, fit
from desktop_app.ui.messages import ask, tell
from desktop_app.ui.page import Page
from desktop_app.ui.session import Session
from desktop_app.ui.wrapping import Wrapping
from desktop_app.verbs.collect import pending

ROUND_KEY = Qt.ItemDataRole.UserRole


class ExchangePage(Page):
    """Shows the snapshot and the receipts; what it starts is done by `sending` and `collecting`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session = session
        self._stale = True
        self._lines: dict[int, list[Line]] = {}
        self._rounds, self._roster = QListWidget(), RosterView()
        self._head, self._counts, self._said, self._empty = QLabel(), QLabel(), QLabel(), QLabel()
        self._views = QStackedWidget()
        self._new, self._choose = QPushButton(texts.NEW_ROUND), QPushButton(texts.CHOOSE_FILES)
        self._decide, self._acts = QPushButton(), RosterActs(session, self._roster)
        self._folder, self._again = QPushButton(texts.OPEN_FOLDER), QPushButton(words.AGAIN)
        self._rows, self._pack = QPushButton(words.ROWS), QPushButton(words.PACK)
        self._heard, self._void = QPushButton(by_hand.OPEN), QPushButton(texts.VOID)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        title = QLabel(texts.TITLE)
        title.setProperty("role", "title")
        self._rounds.setAccessibleName(texts.ROUNDS)
        fit(self._rounds, lambda scale: self._rounds.setFixedWidth(round(190 * scale)))
        draw_flat(self._rounds)
        self._new.setProperty("role", "primary")
        left = QVBoxLayout()
        for part in (title, self._new):
            left.addWidget(part)
        left.addWidget(self._rounds, 1)
        left.addStretch()
        self._head.setProperty("role", "heading")
        for label in (self._counts, self._said, self._empty):
            label.setProperty("role", "second")
            label.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        top = QHBoxLayout()
        top.addWidget(self._head, 1)
        top.addWidget(self._decide)
        top.addWidget(self._choose)
        foot = Wrapping()
        foot.addWidget(self._heard)
        foot.addStretch()
        for button in (self._rows, self._again, self._pack, self._folder, self._void):
            foot.addWidget(button)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._counts)
        column.addWidget(self._roster, 1)
        column.addWidget(self._acts)
        column.addWidget(self._said)
        column.addLayout(foot)
        self._views.addWidget(whole)
        self._views.addWidget(self._empty)
        right = QVBoxLayout()
        right.addLayout(top)
        right.addWidget(self._views, 1)
        page = QHBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(12)
        page.addLayout(left)
        page.addLayout(right, 1)

    def _wire(self) -> None:
        self._rounds.currentItemChanged.connect(self._show_round)
        self._new.clicked.connect(self.new_round)
        self._choose.clicked.connect(self._choose_files)
        self._decide.clicked.connect(lambda: collecting.settle_pending(self._session, self))
        self._folder.clicked.connect(self._open_folder)
        self._again.clicked.connect(self._choose_again)
        self._rows.clicked.connect(self._change_rows)
        self._pack.clicked.connect(self._pack_round)
        self._heard.clicked.connect(self._take_down)
        self._roster.currentCellChanged.connect(self._choose_unit)
        self._void.clicked.connect(self._void_round)

    @property
    def round(self) -> Round | None:
        """The round whose roster is shown."""
        item = self._rounds.currentItem()
        return self._session.snapshot.rounds.get(item.data(ROUND_KEY)) if item else None

    def choose_round(self, key: int) -> None:
        """Show the roster of this round."""
        for place in range(self._rounds.count()):
            if self._rounds.item(place).data(ROUND_KEY) == key:
                self._rounds.setCurrentRow(place)

    def take_in(self, paths: list[Path]) -> None:
        """Returned files were dropped or chosen: read them and show what they would change."""
        collecting.take_in(self._session, paths, self)
        self.redraw()

    def new_round(self) -> None:
        """Ask for a new round and make it."""
        sending.new_round(self._session, self)
        self.redraw()  # that the forms are on the disk is no change of the ledger

    def redraw(self) -> None:
        """Draw everything again from the snapshot, the receipts and the open questions."""
        store, snapshot = self._session.store, self._session.snapshot
        came, out, asked = receipts(store), outgoing(store), pending(store, snapshot)
        doubts = doubtful(snapshot, came, [(question.row, question.file) for question in asked])
        rounds = snapshot.rounds_in_order()[::-1]
        undone, today = taken_back(store), clock.today()
        self._lines = {made.key: roster(snapshot, made, out, came, doubts, undone, today) for made in rounds}
        self._decide.setText(texts.DECIDE.format(count=len(asked)))
        self._decide.setVisible(bool(asked))
        self._decide.setEnabled(store.writable)
        self._list(rounds)
        tasks = bool(snapshot.tasks_in_order())
        self._new.setEnabled(tasks and store.writable)
        self._choose.setEnabled(store.writable)
        for part in (self._choose, self._rounds):
            part.setVisible(bool(rounds))
        self._empty.setText(texts.NO_ROUNDS if tasks else texts.NO_TASKS)
        self._views.setCurrentIndex(0 if rounds else 1)
        self._show_round()

    def _list(self, rounds: list[Round]) -> None:
        chosen = self.round
        self._rounds.blockSignals(True)
        self._rounds.clear()
        for made in rounds:
            lines = self._lines[made.key]
            done = sum(line.state not in WAITING for line in lines)
            state = texts.ROUND_STATE.format(done=done, all=len(lines))
            shown = texts.ROUND_VOID if made.state == "voided" else state
            period = period_words(parse_period(made.period))
            item = QListWidgetItem(texts.ROUND.format(period=period, due=month_day(made.due), state=shown))
            item.setData(ROUND_KEY, made.key)
            self._rounds.addItem(item)
            if chosen is not None and chosen.key == made.key:
                self._rounds.setCurrentItem(item)
        if self._rounds.currentRow() < 0 and rounds:
            self._rounds.setCurrentRow(0)
        self._rounds.blockSignals(False)

    def _show_round(self) -> None:
        made = self.round
        self._said.setText(texts.DROP_HINT)
        self._head.setText("")
        if made is None:
            return
        lines = self._lines.get(made.key, [])
        days = {"as_of": day_words(made.as_of), "due": day_words(made.due)}
        self._head.setText(texts.HEAD.format(period=period_words(parse_period(made.period)), **days))
        counted = Counter(line.state for line in lines)
        said = [texts.COUNT.format(state=w, count=counted[s]) for s, w in texts.STATES.items() if counted[s]]
        self._counts.setText(texts.COUNTS.format(all=len(lines), said=texts.COMMA.join(said)))
        self._roster.show_lines(lines)
        self._acts.show_round(made, lines)
        for button in (self._rows, self._again, self._pack, self._void):
            button.setEnabled(made.state == "open" and self._session.store.writable)
        self._choose_unit()

    def _choose_unit(self) -> None:
        """What is done about one unit needs one that is chosen."""
        self._heard.setEnabled(self.round is not None and bool(self._asked_of_unit()))

    def _asked_of_unit(self) -> list[RoundRow]:
        """The rows of the chosen unit in the open round that is shown."""
        made, line = self.round, self._roster.line
        if made is None or line is None or made.state != "open" or not self._session.store.writable:
            return []
        rows = self._session.snapshot.rows_of(made.key)
        return [row for row in rows if row.unit == line.unit and not row.withdrawn]

    def _take_down(self) -> None:
        """Enter what the chosen unit said by phone or on paper."""
        take_down(self._session, self._asked_of_unit(), self)

    def _change_rows(self) -> None:
        made = self.round
        if made is not None:
            sending.change_rows(self._session, made, self)
            self.redraw()

    def _pack_round(self) -> None:
        made = self.round
        said = sending.pack(self._session, made, self) if made else ""
        if said:
            self._said.setText(said)

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, texts.CHOOSE_FILES, "", texts.FILES_KIND)
        if names:
            self.take_in([Path(name) for name in names])

    def _open_folder(self) -> None:
        made = self.round
        folder = sending.folder_of(self._session, made.key) if made else None
        if folder and folder.is_dir():
            open_path(folder)
        elif folder:
            tell(self, texts.NO_FOLDER.format(folder=folder))

    def _choose_again(self) -> None:
        """Whose form is written again: one unit's where one is chosen, else all of them."""
        line = self._roster.line
        menu = QMenu(self)
        menu.addAction(words.AGAIN_ALL, lambda: self.write_again(None))
        if line is not None:
            menu.addAction(words.AGAIN_ONE.format(unit=line.name), lambda: self.write_again(line.unit))
        menu.exec(self._again.mapToGlobal(self._again.rect().topLeft()))
        menu.deleteLater()

    def write_again(self, unit: int | None) -> None:
        """Write the round's forms, or one unit's, once more into a folder that the clerk chooses."""
        made = self.round
        start = sending.folder_of(self._session, made.key) if made else None
        chosen = QFileDialog.getExistingDirectory(self, texts.WRITE_WHERE, str(start.parent if start else ""))
        if made and chosen:
            sending.write_forms(self._session, made.key, Path(chosen), self, unit)
            self.redraw()

    def _void_round(self) -> None:
        made = self.round
        if made is not None:
            sentence = texts.REALLY_VOID.format(period=period_words(parse_period(made.period)))
            if ask(self, sentence, texts.VOID):
                sending.void(self._session, made.key, self)
