"""The 台账 page: filter, table, and what typing in it does."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop_app import clock
from desktop_app.domain.filters import Filter, matching
from desktop_app.errors import Refused
from desktop_app.texts import closing
from desktop_app.texts import ledger as texts
from desktop_app.ui.asked import Asked
from desktop_app.ui.ledger.acts import assign_leads, fill_menu, split_task, take_figures
from desktop_app.ui.ledger.editing import edit_of
from desktop_app.ui.ledger.filter_bar import FilterBar
from desktop_app.ui.ledger.folding import found_in, words_of
from desktop_app.ui.ledger.lines import Line, arranged, lines_of
from desktop_app.ui.ledger.model import LedgerModel
from desktop_app.ui.ledger.table import LedgerTable
from desktop_app.ui.ledger.views import views
from desktop_app.ui.lights.closing_dialog import check_task
from desktop_app.ui.lights.hand_dialog import set_light
from desktop_app.ui.messages import ask, tell
from desktop_app.ui.page import Page
from desktop_app.ui.session import Session


class LedgerPage(Page):
    """`counted` tells how many rows are shown, None where nothing is filtered out."""

    counted = Signal(object)
    ledger_file_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.session = session
        self._today = clock.today()
        self._words: tuple[str, ...] = ()
        self._refused: tuple[int, int, str] | None = None
        self._sort: int | None = None
        self._downwards = False
        self._lines: list[Line] = []
        self.model = LedgerModel(session.snapshot, self._today.isoformat(), self)
        self.filters = FilterBar(self)
        self.table = LedgerTable(self.model, self)
        self._nothing = QLabel(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
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
        self.filters.changed.connect(self._show_lines)
        self.table.header_clicked.connect(self.sort_by)
        self.table.task_chosen.connect(session.choose_task)
        # queued: the editor that proposes has to be gone before the rows may change under it
        self.model.proposed.connect(self._take, Qt.ConnectionType.QueuedConnection)
        session.task_chosen.connect(self._choose)
        session.asked_changed.connect(self._follow)
        acts = (
            (texts.ASSIGN, "Ctrl+L", self.assign_leads),
            (texts.SPLIT, "Ctrl+D", self.split_task),
            (texts.FIGURES, "Ctrl+Shift+F", lambda: take_figures(session, self)),
            (closing.CHECK, "Ctrl+Shift+K", lambda: check_task(session, self._current(), self)),
            (closing.BY_HAND, "Ctrl+Shift+L", lambda: set_light(session, self._current(), self)),
        )
        fill_menu(self, self.filters.more, (*acts, (texts.OPEN_EXISTING, "Ctrl+Shift+O", self.ledger_file_wanted.emit)))
        self.filters.offer(session.snapshot)
        self._take_asked()
        self.redraw()

    def redraw(self) -> None:
        """Write every line anew from the snapshot."""
        self._today = clock.today()
        snapshot, statuses = self.session.snapshot, self.session.statuses
        self._lines = lines_of(snapshot, statuses, self._today)
        self._views = views(snapshot, statuses, self._today)
        self.filters.offer(snapshot)
        self.filters.count(self._views)
        self._show_lines()

    def _show_lines(self) -> None:
        """Show the lines that are wanted, each once, grouped and sorted."""
        wanted = self.filters.wanted()
        self.session.ask(self._asked())
        keys = matching(self.session.snapshot, self.session.statuses, wanted) & self._views[self.filters.view]
        lines = [line for line in self._lines if line.key in keys and found_in(self._words, line.search)]
        grouping = self.filters.grouping.currentData()
        now = self.table.left.currentIndex()
        task, column = self.model.task_at(now), now.column()
        self.model.search = self._words
        rows = arranged(lines, self.session.snapshot, grouping, self._sort, self._downwards)
        if self.model.show_rows(rows, self.session.snapshot) and task is not None:
            self.table.choose(task, column)
        self.table.left.viewport().update()
        self.table.right.viewport().update()
        self._nothing.setText(texts.NOTHING if self._lines else texts.EMPTY)
        self._stack.setCurrentIndex(0 if lines else 1)
        self.counted.emit(len(lines) if len(lines) < len(self._lines) else None)

    def _asked(self) -> Asked:
        return Asked(self.filters.view, self.filters.wanted(), self.filters.grouping.currentData(), self._words)

    def _take_asked(self) -> None:
        view, wanted, grouping, self._words = self.session.asked
        self.filters.take(view, wanted, grouping)

    def _follow(self) -> None:
        """Another page asks for other rows: show them here too, at once or when this page is next seen."""
        if self.session.asked != self._asked():
            self._take_asked()
            self._stale = True
            self._catch_up()

    def show_filter(self, wanted: Filter) -> None:
        """Show exactly these rows; an earlier filter is gone."""
        self.filters.show_filter(wanted)

    def search(self, words: str) -> None:
        """Show, of the rows that are wanted, those with every one of these words, hits marked."""
        self._words = words_of(words)
        self._show_lines()

    def take_focus(self) -> None:
        """Let the keys go to the table."""
        self.table.left.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sort_by(self, column: int) -> None:
        """Sort by a column: first upwards, then downwards, then as the plan has it."""
        if self._sort != column:
            self._sort, self._downwards = column, False
        elif not self._downwards:
            self._downwards = True
        else:
            self._sort, self._downwards = None, False
        self.table.sorted_by(self._sort, self._downwards)
        self._show_lines()

    def assign_leads(self) -> None:
        """Give the shown tasks without a lead their leads."""
        assign_leads(self.session, [row.key for row in self.model.rows if isinstance(row, Line)], self)

    def split_task(self) -> None:
        """Make actions of the sentences of the current task."""
        split_task(self.session, self._current(), self)

    def _current(self) -> int | None:
        return self.model.task_at(self.table.left.currentIndex())

    def _choose(self, task: int) -> None:
        if self.model.task_at(self.table.left.currentIndex()) != task:
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

    def use_widths(self, widths: Mapping[str, int]) -> None:
        """Columns as wide as they were left."""
        self.table.use_widths(widths)

    def widths(self) -> dict[str, int]:
        """The columns' widths in pixels, by name, to be kept."""
        return self.table.widths()
