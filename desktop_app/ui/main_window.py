"""The one window: top bar, eight pages, inspector, status line. It carries wishes from one part to another."""

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.store import undo
from desktop_app.store.practice import practice_day
from desktop_app.texts import window as texts
from desktop_app.ui.aside import Aside
from desktop_app.ui.navigation import CARE, WORK, Navigation
from desktop_app.ui.pages import make_page
from desktop_app.ui.search.searching import Searching
from desktop_app.ui.session import Session
from desktop_app.ui.status_line import StatusLine
from desktop_app.ui.top_bar import TopBar
from desktop_app.ui.ways_in import WaysIn

if TYPE_CHECKING:
    from desktop_app.domain.filters import Filter
    from desktop_app.store.journal import Entry

WITH_INSPECTOR = ("ledger", "gantt")
SMALLEST = (960, 560)
FRAME = QSize(16, 40)  # of the title bar and borders, which the screen must hold too


class MainWindow(QMainWindow):
    """Made for one session. `other_ledger` asks for another folder's ledger; `painted` tells of the first paint."""

    other_ledger = Signal(Path)
    painted = Signal()

    def __init__(self, session: Session, settings_file: Path) -> None:
        super().__init__()
        self.session = session
        self._settings_file = settings_file
        self._settings = settings.load(settings_file)
        self._pages: dict[str, QWidget] = {}
        self._open = ""
        self._unpainted = True
        self.setAcceptDrops(True)
        room = self.screen().availableSize() - FRAME  # at 150 % a laptop's screen is smaller than our smallest
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(room))
        self.setWindowTitle(self._title())
        self._lay_out()
        self.ways_in = WaysIn(session, self._settings.last_folder, self)
        self.searching = Searching(self)
        self.aside = Aside(self)
        self._connect()
        self._hear()
        self.resize(QSize(1280, 760).boundedTo(room))
        if self._settings.window:
            self.restoreGeometry(base64.b64decode(self._settings.window))
        self.show_page("today")

    def _lay_out(self) -> None:
        # each is made in its place: whoever changes parents has all of its looks made anew
        whole = QWidget(self)
        self.top_bar, self.navigation = TopBar(whole), Navigation(whole)
        self._beside = QSplitter()  # a parent named here would have Qt's names made (see app.py)
        self._stack = QStackedWidget(self._beside)
        self._inspector: QWidget | None = None
        self._beside.setObjectName("beside")
        self._beside.addWidget(self._stack)
        self._beside.setChildrenCollapsible(False)
        self._beside.setHandleWidth(1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addWidget(self._beside, 1)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addLayout(middle, 1)
        self.setCentralWidget(whole)
        self.status_line = StatusLine(self)
        self.setStatusBar(self.status_line)

    def _connect(self) -> None:
        bar = self.top_bar
        self.navigation.page_wanted.connect(self.go_to_page)
        bar.plan_chosen.connect(self.show_plan)
        bar.plans_wanted.connect(self.ways_in.compare_plans)
        bar.undo_wanted.connect(self.undo)
        bar.redo_wanted.connect(self.redo)
        bar.import_wanted.connect(self.ways_in.import_plan)
        bar.manual_wanted.connect(self.aside.show_manual)
        self.ways_in.forms_came.connect(self._take_forms)
        self.ways_in.other_ledger.connect(self.other_ledger)
        self.session.changed.connect(self._hear)
        self.session.ledger_wanted.connect(self._go_to_rows)
        self.session.sought_changed.connect(self._forget_words)

    def _listen_to_keys(self) -> None:
        from desktop_app.ui.window_keys import listen_to_keys

        listen_to_keys(self)

    def _title(self) -> str:
        day = practice_day(self.session.store)
        folder = self.session.store.folder
        return texts.PRACTICE.format(day=day) if day else texts.WINDOW.format(folder=folder.name or folder)

    def _hear(self, *_: object) -> None:
        """The ledger has changed: say so where the window itself shows it."""
        steps, store = self.session.steps(), self.session.store
        labels = [undo.work_of(store, entry).label if entry and store.writable else None for entry in steps]
        self.top_bar.show_steps(*labels)
        self.top_bar.show_plans(self.session.snapshot)
        self.status_line.show_ledger(self.session.snapshot, self.session.store.writable)

    def page(self, name: str) -> QWidget:
        """The page of this name, made on first visit."""
        if name not in self._pages:
            page = self._pages[name] = make_page(name, self.session, self._stack)
            page.setAccessibleName(texts.PAGES[name])
            self._stack.addWidget(page)
            if name == "today":
                page.plan_wanted.connect(self.ways_in.import_plan)  # type: ignore[attr-defined]
                page.demo_wanted.connect(self.ways_in.open_demo)  # type: ignore[attr-defined]
                page.ledger_file_wanted.connect(self.ways_in.import_ledger)  # type: ignore[attr-defined]
                page.exchange_wanted.connect(lambda: self.show_page("exchange"))  # type: ignore[attr-defined]
            elif name == "history":
                page.day_wanted.connect(lambda: self.aside.past.choose())  # type: ignore[attr-defined]
            elif name == "ledger":
                page.counted.connect(self.status_line.show_count)  # type: ignore[attr-defined]
                page.filters.changed.connect(self._forget_plan)  # type: ignore[attr-defined]
                page.ledger_file_wanted.connect(self.ways_in.import_ledger)  # type: ignore[attr-defined]
                page.use_columns(self._settings.shown, self._settings.columns)  # type: ignore[attr-defined]
        return self._pages[name]

    @property
    def open_page(self) -> str:
        """The name of the page that is shown."""
        return self._open

    def show_page(self, name: str) -> None:
        """Open a page; the inspector stands beside those that show tasks."""
        self._stack.setCurrentWidget(self.page(name))
        self._open = name
        self.navigation.mark(name)
        self._show_inspector(name in WITH_INSPECTOR and self._settings.inspector)
        self.status_line.on_page(name)

    def go_to_page(self, name: str) -> None:
        """Open a page by its keys, and let the next keys go to it."""
        self.show_page(name)
        if name == "ledger":
            self.page(name).take_focus()  # type: ignore[attr-defined]
            return
        from PySide6.QtCore import Qt

        for part in self.page(name).findChildren(QWidget):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and part.isEnabled():
                part.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _show_inspector(self, wanted: bool) -> None:
        if wanted and self._inspector is None:
            from desktop_app.ui.inspector.panel import Inspector

            self._inspector = Inspector(self.session, self)
            self._beside.addWidget(self._inspector)
            self._beside.setStretchFactor(0, 1)
            self._beside.setStretchFactor(1, 0)
            width = self._settings.inspector_width
            self._beside.setSizes([max(1, self.width() - 96 - width), width])
        if self._inspector is not None:
            self._inspector.setVisible(wanted)

    def switch_inspector(self) -> None:
        """Show the inspector, or put it away; the choice is kept."""
        self._settings = self._settings._replace(inspector=not self._settings.inspector)
        self._show_inspector(self._open in WITH_INSPECTOR and self._settings.inspector)

    def show_in_inspector(self, words: Sequence[str]) -> None:
        """Bring the first place of these words in the chosen task's details into sight."""
        if not self._settings.inspector:
            self.switch_inspector()
        if self._inspector is not None:
            self._inspector.find(words)  # type: ignore[attr-defined]

    def _show_in_ledger(self, wanted: "Filter") -> None:
        self.top_bar.mark_plan(None)
        self.top_bar.search.clear()  # the rows that a number counts are to be seen all of them
        self.show_page("ledger")
        self.page("ledger").show_filter(wanted)  # type: ignore[attr-defined]

    def _go_to_rows(self, wanted: "Filter") -> None:
        """Show these rows from wherever they were asked for, and let the next keys go to them."""
        self._show_in_ledger(wanted)
        self.page("ledger").take_focus()  # type: ignore[attr-defined]

    def _forget_words(self) -> None:
        """Where nothing is searched for any more, the search field says so too."""
        if not self.session.sought.words:
            self.top_bar.search.blockSignals(True)
            self.top_bar.search.clear()
            self.top_bar.search.blockSignals(False)

    def _forget_plan(self) -> None:
        """Where no rows of one plan are asked for any more, the top bar does not say so either."""
        if self.page("ledger").filters.wanted().tasks is None:  # type: ignore[attr-defined]
            self.top_bar.mark_plan(None)

    def show_plan(self, plan: int | None) -> None:
        """Show the tasks of one plan in the ledger; None for those of all."""
        from desktop_app.domain.filters import Filter

        snapshot = self.session.snapshot
        tasks = frozenset(t.key for t in snapshot.tasks.values() if t.plan == plan)
        name = snapshot.plans[plan].title if plan is not None else ""
        self._show_in_ledger(Filter(tasks=tasks, label=name) if plan is not None else Filter())
        self.top_bar.mark_plan(plan)

    def undo(self) -> None:
        """Take back the newest work that stands."""
        self._take_back(self.session.steps().undo)

    def redo(self) -> None:
        """Bring back what was taken back last."""
        self._take_back(self.session.steps().redo)

    def _take_back(self, entry: "Entry | None") -> None:
        from desktop_app.ui.undoing import take_back

        if entry is not None:
            take_back(self.session, entry.id, self)

    def _take_forms(self, paths: list[Path]) -> None:
        self.show_page("exchange")
        self.page("exchange").take_in(paths)  # type: ignore[attr-defined]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unpainted:
            self._unpainted = False
            QTimer.singleShot(0, self.painted.emit)
            QTimer.singleShot(0, self, self._listen_to_keys)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if self.aside.is_past:
            QTimer.singleShot(0, self, self.aside.past.tell_closed)
            return
        # after the drop is over, so that the other program does not wait for our dialogs
        wanted = self._open == "exchange" and bool(self.session.snapshot.rounds)
        take = self.ways_in.take_returned if wanted else self.ways_in.take_in
        QTimer.singleShot(0, self, lambda: take(paths))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.aside.is_past:
            self.aside.past.leave()  # the clock and the ledger are the present's for whoever comes after
        ledger = self._pages.get("ledger")
        now, mine = settings.load(self._settings_file), self._settings
        kept = now._replace(  # the rest is the settings page's own
            window=base64.b64encode(self.saveGeometry().data()).decode(),
            last_folder=self.ways_in.folder,
            inspector=mine.inspector,
            inspector_width=self._beside.sizes()[1] if self._inspector_open() else mine.inspector_width,
            columns=ledger.widths() if ledger is not None else mine.columns,  # type: ignore[attr-defined]
            shown=ledger.shown_columns() if ledger is not None else mine.shown,  # type: ignore[attr-defined]
        )
        if kept != now:
            settings.save(self._settings_file, kept)
        super().closeEvent(event)

    def _inspector_open(self) -> bool:
        return self._inspector is not None and self._inspector.isVisible()


PAGES = (*WORK, *CARE)
