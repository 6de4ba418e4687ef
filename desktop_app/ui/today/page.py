"""The 今日 page: numbers that lead to their rows, the open round, and two small charts."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop_app import clock
from desktop_app.domain.periods import parse_period
from desktop_app.reports.today import (
    TILES,
    Reminder,
    Reporting,
    paces_by_section,
    paces_by_unit,
    reminders,
    reporting,
    tiles,
)
from desktop_app.store.receipts import undecided
from desktop_app.texts import today as texts
from desktop_app.ui.page import Page
from desktop_app.ui.session import Session
from desktop_app.ui.today.chart import PaceChart
from desktop_app.ui.today.tiles import Tiles

if TYPE_CHECKING:
    from desktop_app.ui.today.first_run import FirstRun

A_WHILE = 600_000  # milliseconds between looks at whether a new day has come
MOST_ISSUED = 3
SOON = 300  # milliseconds after which what waits for a paint is done, where none comes


class TodayPage(Page):
    """With an empty ledger the ways in; else what needs a look today."""

    plan_wanted = Signal()
    ledger_file_wanted = Signal()
    demo_wanted = Signal()
    exchange_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session = session
        self._reporting: Reporting | None = None
        page = self._page = QWidget(self)  # all its parts are made in it: who changes parents has its looks made anew
        self._tiles = Tiles(TILES, page)  # before all else: who comes by Ctrl+1 begins with them
        self._round, self._day, self._remind = QLabel(page), QLabel(page), QLabel(page)
        self._reminders: tuple[Reminder, ...] = ()
        self._drawn_on = clock.today()
        self._copy, self._pending = QPushButton(texts.COPY_CHASE, page), QPushButton(page)
        self._sections, self._units = PaceChart(texts.BY_SECTION, page), PaceChart(texts.BY_UNIT, page)
        self._stack = QStackedLayout(self)
        self._lay_out(page)
        self._stack.addWidget(page)
        for button in self._tiles.buttons:
            button.clicked.connect(lambda _=False, b=button: self._show(b.tile.name, b.tile.tasks))
        for chart in (self._sections, self._units):
            chart.chosen.connect(lambda pace: self._show(pace.name, pace.tasks))
        self._round.linkActivated.connect(lambda _: self._show(texts.SILENT_ROWS, self._silent()))
        self._remind.linkActivated.connect(lambda place: self._show(texts.REMINDED, self._reminders[int(place)].tasks))
        self._clock = QTimer(self)
        self._clock.setInterval(A_WHILE)
        self._clock.timeout.connect(self._look_at_the_day)
        self._clock.start()
        self._copy.clicked.connect(self._copy_chase)
        self._pending.clicked.connect(self.exchange_wanted)
        self._undecided = False
        self._rest = QTimer(self, singleShot=True, interval=SOON)
        self._rest.timeout.connect(self._show_the_rest)
        self.redraw()

    def _lay_out(self, page: QWidget) -> None:
        title = QLabel(texts.TITLE, page)
        title.setProperty("role", "title")
        self._day.setProperty("role", "second")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addWidget(self._day)
        head.addStretch(1)
        for label in (self._round, self._remind):
            label.setWordWrap(True)
            label.setProperty("textInteractionFlags", "LinksAccessibleByKeyboard|LinksAccessibleByMouse")
        self._remind.hide()
        self._pending.setProperty("role", "link")
        self._pending.setToolTip(texts.PENDING_TIP)
        self._pending.hide()
        pending = QHBoxLayout()
        pending.addWidget(self._pending)
        pending.addStretch(1)
        rounds = QHBoxLayout()
        rounds.addWidget(self._round, 1)
        rounds.addWidget(self._copy)
        charts = QGridLayout()
        charts.setHorizontalSpacing(24)
        for column, (name, chart) in enumerate(((texts.BY_SECTION, self._sections), (texts.BY_UNIT, self._units))):
            heading = QLabel(name, page)
            heading.setProperty("role", "heading")
            charts.addWidget(heading, 0, column)
            charts.addWidget(_scrolled(chart, page), 1, column)
            charts.setColumnStretch(column, 1)
        charts.setRowStretch(1, 1)
        legend = QLabel(texts.CHART_LEGEND, page)
        legend.setProperty("role", "second")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._tiles)
        column.addLayout(rounds)
        column.addWidget(self._remind)
        column.addLayout(pending)
        column.addLayout(charts, 1)
        column.addWidget(legend)

    def _meet_the_mouse(self) -> None:
        """What only the mouse needs: it takes the names of Qt, which the start does without (see app.py)."""
        from PySide6.QtCore import Qt

        for chart in (self._sections, self._units):
            chart.setCursor(Qt.CursorShape.PointingHandCursor)
        for label in (label for button in self._tiles.buttons for label in button.findChildren(QLabel)):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @cached_property
    def _first(self) -> "FirstRun":
        """The ways into an empty ledger, made where they are needed."""
        from desktop_app.ui.today.first_run import FirstRun

        first = FirstRun(self)
        self._stack.addWidget(first)
        first.plan_wanted.connect(self.plan_wanted)
        first.demo_wanted.connect(self.demo_wanted)
        first.ledger_file_wanted.connect(self.ledger_file_wanted)
        first.restore_wanted.connect(self._restore)
        return first

    def _restore(self) -> None:
        from desktop_app.ui.safety.choosing import restore_file

        restore_file(self._session, self)

    def redraw(self) -> None:
        """Count again."""
        snapshot, statuses, today = self._session.snapshot, self._session.statuses, clock.today()
        empty = not any(not task.withdrawn for task in snapshot.tasks.values())
        self._stack.setCurrentWidget(self._first if empty else self._page)
        weekday = texts.WEEKDAYS[today.weekday()]
        self._day.setText(texts.DAY.format(month=today.month, day=today.day, weekday=weekday))
        for button, tile in zip(self._tiles.buttons, tiles(snapshot, statuses, today), strict=True):
            button.show_tile(tile)
        self._sections.show_paces(paces_by_section(snapshot, statuses))
        self._units.show_paces(paces_by_unit(snapshot, statuses))
        self._reporting = reporting(snapshot)
        self._round.setText(_round_words(self._reporting))
        self._copy.setVisible(bool(self._reporting and self._reporting.silent))
        self._copy.setText(texts.COPY_CHASE)
        self._drawn_on = today
        self._undecided = undecided(self._session.store)
        self._rest.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rest.isActive():
            self._rest.start(0)

    def _show_the_rest(self) -> None:
        """What takes its time, holidays and returned files to be read: never before the window stands."""
        self._meet_the_mouse()
        self._remind_of()
        if self._undecided:  # asked of the ledger as it was drawn: by now it may be closed
            self._count_pending()
        else:
            self._pending.hide()

    def _count_pending(self) -> None:
        from desktop_app.verbs.collect import pending

        count = len(pending(self._session.store, self._session.snapshot))
        self._pending.setText(texts.PENDING.format(count=count))
        self._pending.setVisible(count > 0)

    def _remind_of(self) -> None:
        from desktop_app.domain.workdays import calendar_of
        from desktop_app.exchange.chase import stage_words

        snapshot = self._session.snapshot
        calendar = calendar_of(snapshot)
        today = clock.today()
        self._reminders = reminders(
            snapshot, self._session.statuses, today, calendar, lambda due: stage_words(due, today, calendar)
        )
        self._reminders += self._of_issued()
        said = texts.SEMICOLON.join(reminder.words for reminder in self._reminders)
        self._remind.setText(texts.REMIND + said + texts.FULL_STOP)
        self._remind.setVisible(bool(said))

    def _of_issued(self) -> tuple[Reminder, ...]:
        """The papers that went out whose tasks were changed since."""
        from desktop_app.reports.issued import issued_papers

        if not issued_papers(self._session.snapshot):
            return ()
        from desktop_app.verbs.issued import perhaps_changed

        found = perhaps_changed(self._session.store, self._session.snapshot)
        return tuple(Reminder(texts.REMIND_ISSUED.format(title=paper.title)) for paper in found[-MOST_ISSUED:])

    def _look_at_the_day(self) -> None:
        if clock.today() != self._drawn_on:
            self._drawn_on = clock.today()
            self._session.turn_day()

    def _silent(self) -> tuple[int, ...]:
        return self._reporting.tasks if self._reporting else ()

    def _show(self, name: str, tasks: Iterable[int]) -> None:
        from desktop_app.domain.filters import Filter

        self._session.show_in_ledger(Filter(tasks=frozenset(tasks), label=name))

    def _copy_chase(self) -> None:
        from desktop_app.domain.workdays import calendar_of
        from desktop_app.exchange.chase import chase_text
        from desktop_app.exchange.sheet_layout import period_words

        if self._reporting:
            made, calendar = self._reporting.round, calendar_of(self._session.snapshot)
            period, due = period_words(parse_period(made.period)), date.fromisoformat(made.due)
            words = chase_text(self._reporting.silent, period, due, clock.today(), calendar)
            QGuiApplication.clipboard().setText(words)
            self._copy.setText(texts.COPIED)


def _round_words(found: Reporting | None) -> str:
    if found is None:
        return texts.NO_ROUND
    from desktop_app.exchange.sheet_layout import month_day, period_words

    said = found.asked - len(found.silent)
    period, due = period_words(parse_period(found.round.period)), month_day(found.round.due)
    head = texts.ROUND.format(period=period, asked=found.asked, said=said, due=due)
    rest = (
        texts.SILENT_UNITS.format(count=len(found.silent), units=texts.COMMA.join(found.silent)) if found.silent else ""
    )
    return head + (rest or texts.ALL_SAID)


def _scrolled(chart: PaceChart, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidget(chart)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setProperty("horizontalScrollBarPolicy", "ScrollBarAlwaysOff")
    area.setProperty("focusPolicy", "NoFocus")
    return area
