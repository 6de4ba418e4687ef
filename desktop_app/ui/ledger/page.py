"""The 台账 page: filter, table, and what typing in it does."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop_app import clock
from desktop_app.domain.filters import Filter
from desktop_app.errors import Refused
from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger.acts import acts_of, assign_leads, fill_menu, pop_up, split_task
from desktop_app.ui.ledger.block_acts import BlockActs
from desktop_app.ui.ledger.editing import edit_of
from desktop_app.ui.ledger.filter_bar import FilterBar
from desktop_app.ui.ledger.folding import words_of
from desktop_app.ui.ledger.model import LedgerModel
from desktop_app.ui.ledger.row_acts import RowActs
from desktop_app.ui.ledger.state import Asked, TableState
from desktop_app.ui.ledger.table import LedgerTable
from desktop_app.ui.messages import ask, tell
from desktop_app.ui.page import Page, Touched
from desktop_app.ui.session import Session
from desktop_app.ui.sought import Sought

_PAUSE = 15  # milliseconds between pieces of what is made ready in idle time


class LedgerPage(Page):
    """`counted` tells how many rows fit what is looked for (None: all), and how many more are kept in sight."""

    counted = Signal(object, int)
    ledger_file_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.session = session
        self._today = clock.today()
        self._asked = Asked()
        self._refused: tuple[int, int, str] | None = None
        self._state = TableState(session, self._today)
        self.model = LedgerModel(self._state.facts, self)
        self.filters = FilterBar(session, self)
        self.table = LedgerTable(self.model, self)
        self.blocks = BlockActs(session, self.table, self.today, self)
        self.lines = RowActs(session, self.table, self.today, lambda: (self._asked.grouping, self._asked.sort), self)
        self._idle = QTimer(self)
        self._idle.setInterval(_PAUSE)
        self._idle.timeout.connect(self._use_idle_time)
        self._lay_out()
        self._connect()
        self._take_sought()
        self._fill()

    def _lay_out(self) -> None:
        self._nothing = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("role", "second")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        session, table = self.session, self.table
        self.filters.changed.connect(self._look_anew)
        table.headings.clicked.connect(self.sort_by)
        table.task_chosen.connect(session.choose_task)
        table.act_wanted.connect(self._act)
        table.fill_wanted.connect(self.blocks.fill, Qt.ConnectionType.QueuedConnection)
        table.rows_dropped.connect(self.lines.drop, Qt.ConnectionType.QueuedConnection)
        table.menu_asked.connect(lambda at: pop_up(self, self._acts, at))
        for view in (table.left, table.right):
            header = view.horizontalHeader()
            header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            header.customContextMenuRequested.connect(lambda _: self.choose_columns())
        # queued: the editor that proposes has to be gone before the rows may change under it
        self.model.proposed.connect(self._take, Qt.ConnectionType.QueuedConnection)
        session.task_chosen.connect(self._choose)
        session.sought_changed.connect(self._follow_sought)
        self._acts = acts_of(self)
        fill_menu(self, self.filters.more, self._acts)

    def today(self) -> date:
        """The day by which the page judges."""
        return self._today

    def redraw(self) -> None:
        """Write every line anew from the snapshot."""
        self._today = clock.today()
        self._state = TableState(self.session, self._today)
        self._fill()

    def _fill(self) -> None:
        self.model.fixed = not self.session.store.writable
        self.filters.offer(self.session.snapshot)
        if self._state.counted:
            self.filters.count(self._state.views())
        self._show_lines()
        self._idle.start()

    def _hear(self, touched: Touched) -> None:
        """Of an edit only what it concerns is drawn again."""
        if self._stale or not self.isVisible():
            super()._hear(touched)
            return
        self._state.keep(touched, self._asked, self.model.rows.keys)
        tasks = self._state.follow(touched, self._asked)
        if tasks is None:
            super()._hear(touched)
            return
        if any(entity == "unit" for entity, _ in touched):
            self.filters.offer(self.session.snapshot)
        if self._state.counted:
            self.filters.count(self._state.views())
        self._show_lines(tasks)
        self._idle.start()

    def _look_anew(self) -> None:
        """Something else is looked for: what was kept in sight is let go."""
        self._asked.kept = frozenset()
        self._show_lines()

    def _show_lines(self, tasks: Collection[int] | None = None) -> None:
        """Show the lines that are wanted, each once; where they are the same, write these tasks again (None: all)."""
        asked, table = self._asked, self.table
        asked.filter, asked.view = self.filters.wanted(), self.filters.view
        asked.grouping = self.filters.grouping.currentData()
        self.session.seek(Sought(asked.view, asked.filter, asked.grouping, asked.words))
        rows = self._state.rows(asked)
        self.model.search = asked.words
        self.model.forget(tasks or ())
        if tasks is not None and rows == self.model.rows:
            self.model.tell_changed(tasks)
        else:
            table.show_rows(rows, self._state.facts)
        lines = len(rows.keys) - len(rows.groups)
        self._nothing.setText(texts.NOTHING if self._state.count else texts.EMPTY)
        self._stack.setCurrentIndex(0 if lines else 1)
        kept = self._state.kept_only(asked)
        self.counted.emit(lines - kept if lines - kept < self._state.count else None, kept)

    def _take_sought(self) -> None:
        """Look for what another page does."""
        view, wanted, grouping, words = self.session.sought
        self.filters.offer(self.session.snapshot)
        self.filters.take(view, wanted, grouping)
        self._asked.words, self._asked.kept = words, frozenset()

    def _follow_sought(self) -> None:
        """Another page looks for other rows: show them here too, at once or when this page is next seen."""
        asked, filters = self._asked, self.filters
        if self.session.sought != (filters.view, filters.wanted(), filters.grouping.currentData(), asked.words):
            self._take_sought()
            self._stale = True
            self._catch_up()

    def prepare(self) -> bool:
        """Make ready a piece of what the next keys may ask for; False where nothing is left."""
        counted = self._state.counted
        more = self._state.prepare(self.table.columns, self._asked.grouping)
        if self._state.counted and not counted:
            self.filters.count(self._state.views())
        return more

    def _use_idle_time(self) -> None:
        if not self.prepare():
            self._idle.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._idle.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._idle.start()

    def show_filter(self, wanted: Filter) -> None:
        """Show exactly these rows; an earlier filter is gone."""
        self.filters.show_filter(wanted)

    def search(self, words: str) -> None:
        """Show, of the rows that are wanted, those with every one of these words, hits marked."""
        self._asked.words, self._asked.kept = words_of(words), frozenset()
        self._show_first()
        self._show_lines()

    def _show_first(self) -> None:
        """Of a search through many lines, paint those that will be seen before the rest is looked through."""
        asked, table, task = self._asked, self.table, self.table.task()
        rows = self._state.first_rows(asked, table.seen_at_once) if self.isVisible() else None
        if rows is None or len(table.block().rows) > 1:
            return
        if task is None or task in rows.keys or not self._state.holds(task, asked.words):  # else it leads further down
            self.model.search = asked.words
            table.show_rows(rows, self._state.facts)
            self._stack.setCurrentIndex(0)
            table.paint_now()

    def take_focus(self) -> None:
        """Let the keys go to the table."""
        self.table.left.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sort_by(self, column: int) -> None:
        """Sort by a column: first upwards, then downwards, then as the plan has it."""
        asked = self._asked
        if asked.sort != column:
            asked.sort, asked.downwards = column, False
        elif not asked.downwards:
            asked.downwards = True
        else:
            asked.sort, asked.downwards = None, False
        self.table.headings.sorted_by(asked.sort, asked.downwards)
        self._show_lines()

    def assign_leads(self) -> None:
        """Give the shown tasks without a lead their leads."""
        assign_leads(self.session, [key for key in self.model.rows.keys if key >= 0], self._today, self)

    def split_task(self) -> None:
        """Make actions of the sentences of the current task."""
        split_task(self.session, self.table.task(), self)

    def choose_columns(self) -> None:
        """Ask which columns to show."""
        from desktop_app.ui.ledger.columns_dialog import ask_columns

        wanted = ask_columns(self.table.columns, self)
        if wanted is not None:
            self.table.headings.show(wanted)

    def _act(self, name: str) -> None:
        """Do what a key of the table means."""
        plain: dict[str, Callable[[], object]] = {
            "copy": self.blocks.copy,
            "cut": self.blocks.cut,
            "paste": self.blocks.paste,
            "clear": self.blocks.clear,
            "edit": self.table.edit_on,
            "empty": self.table.edit_empty,
            "all": self.table.choose_all,
            "row": self.table.choose_whole_rows,
            "column": self.table.choose_whole_columns,
            "leave": self.filters.setFocus,
        }
        plain[name]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F6:
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def _choose(self, task: int) -> None:
        if self.table.task() != task:
            self.table.choose(task)

    def _take(self, task: int, column: int, words: str) -> None:
        """Apply what was typed; where that cannot be, say why and give the words back.

        Words refused a moment ago that come again unchanged, by leaving the cell, are dropped: the old value stands.
        """
        typed = (task, column, words)
        refused_before, self._refused = self._refused, None
        if typed == refused_before:
            return
        try:
            edit = edit_of(self.session.snapshot, task, column, words, self._today)
            names = texts.NAMES.join(edit.new_units)
            if names and not ask(self, texts.CREATE_UNITS.format(names=names), texts.CREATE):
                self._give_back(*typed)
                return
            self.session.apply(edit.changes, edit.label)
        except Refused as refused:
            tell(self, refused.sentence)
            self._give_back(*typed)

    def _give_back(self, task: int, column: int, words: str) -> None:
        self._refused = (task, column, words)
        self.table.edit_again(task, column, words)

    def use_columns(self, shown: Sequence[str], widths: Mapping[str, int]) -> None:
        """Show the columns that were chosen (none named: the usual ones), as wide as they were left."""
        if shown:
            self.table.headings.show(shown)
        self.table.headings.use_widths(widths)

    def shown_columns(self) -> list[str]:
        """The columns that are shown, by name, to be kept."""
        return self.table.headings.names()

    def widths(self) -> dict[str, int]:
        """The columns' widths in pixels, by name, to be kept."""
        return self.table.headings.widths()
