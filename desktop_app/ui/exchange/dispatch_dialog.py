"""新建一批: which period and days, what is asked of whom, which folder; and what it costs the units."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QStandardPaths
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app import clock
from desktop_app.domain.due import due_changes, due_day, due_rule, is_short
from desktop_app.domain.periods import Period, parse_period
from desktop_app.domain.proposal import Note, Proposal, Severity
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.domain.workdays import calendar_of
from desktop_app.exchange.burden import Burden, burdens
from desktop_app.exchange.propose import propose_dispatch
from desktop_app.exchange.sheet_layout import day_words, period_words
from desktop_app.texts import exchange_page as texts
from desktop_app.texts import rounds_page as words
from desktop_app.ui.exchange.unit_ticks import UnitTicks
from desktop_app.ui.exchange.what_to_ask import WhatToAsk
from desktop_app.ui.flat import size_dialog
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.verbs.dispatch import Choices, asking_of, repeat_notes

PERIODS = (*(f"-{month:02}" for month in range(1, 13)), "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2", "")
NO_DAYS: Mapping[int, date] = {}


class DispatchDialog(QDialog):
    """Asks; who opened it makes the round from `period`, `as_of`, `due`, `folder` and `choices`.

    `made_on` are the days on which the ledger's rounds were made: what was asked lately is warned of.
    """

    def __init__(
        self, snapshot: Snapshot, parent: QWidget | None = None, made_on: Mapping[int, date] = NO_DAYS
    ) -> None:
        super().__init__(parent)
        self._ledger, self._snapshot, self._made_on = snapshot, snapshot, made_on
        self.setWindowTitle(texts.NEW_ROUND)
        today = clock.today()
        self._year, self._part = QSpinBox(), QComboBox()
        self._as_of, self._due = day_field(texts.AS_OF), day_field(texts.DUE)
        self._shift, self._moved, self._folder = QComboBox(), QLabel(), QLineEdit()
        self.what, self.units = WhatToAsk(snapshot), UnitTicks()
        self._counts, self._warning = QLabel(), QLabel()
        self._do = QPushButton(texts.MAKE, self)
        self._own_folder = ""
        self._year.setRange(2000, 2099)
        self._year.setValue(today.year)
        self._year.setSuffix(texts.YEAR)
        for part, name in zip(PERIODS, texts.PERIODS, strict=True):
            self._part.addItem(name, part)
        self._part.setCurrentIndex(today.month - 1)
        for shift, name in words.SHIFTS.items():
            self._shift.addItem(name, shift)
        self._shift.setCurrentIndex(self._shift.findData(due_rule(snapshot)))
        self._lay_out()
        self._shift.currentIndexChanged.connect(self._shift_chosen)
        for changes in (self._year.valueChanged, self._part.currentIndexChanged):
            changes.connect(self._period_chosen)
        for changes in (self._as_of.dateChanged, self._due.dateChanged, self.what.changed, self.units.ticked):
            changes.connect(self._count)
        self._folder.textChanged.connect(self._enable)
        self._period_chosen()

    def _lay_out(self) -> None:
        size_dialog(self, 920, 540)
        for label in (self._counts, self._warning):
            label.setWordWrap(True)
        self._warning.setProperty("role", "warning")
        self._moved.setProperty("role", "second")
        told = QScrollArea()
        told.setWidget(self._warning)
        told.setWidgetResizable(True)
        told.setFrameShape(QScrollArea.Shape.NoFrame)
        told.setMinimumHeight(44)
        left, right, middle = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.setSpacing(12)
        left.addLayout(self._when())
        left.addWidget(self.what)
        left.addStretch()
        right.addLayout(self._units_head())
        right.addWidget(self.units, 1)
        middle.setSpacing(20)
        middle.addLayout(left, 3)
        middle.addLayout(right, 2)
        self._do.clicked.connect(self.accept)
        page = column_of(self)
        page.addLayout(middle, 1)
        page.addWidget(self._counts)
        page.addWidget(told)
        page.addLayout(foot_of(self, self._do, QPushButton(texts.CANCEL, self)))

    def _when(self) -> QFormLayout:
        """Period, days and folder."""
        choose = QPushButton(texts.CHOOSE_FOLDER)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_folder)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for name, *fields in (
            (texts.PERIOD, self._year, self._part),
            (texts.AS_OF, self._as_of),
            (texts.DUE, self._due, self._shift, self._moved),
            (texts.FOLDER, self._folder, choose),
        ):
            row = QHBoxLayout()
            row.setSpacing(8)
            for field in fields:
                if field not in (choose, self._moved):
                    field.setAccessibleName(name)
                row.addWidget(field, int(field is self._folder))
            if fields[0] is not self._folder:
                row.addStretch()
            form.addRow(name, row)
        return form

    def _units_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        name = QLabel(words.UNITS)
        name.setProperty("role", "heading")
        row.addWidget(name, 1)
        for text, on in ((words.ALL_UNITS, True), (words.NO_UNITS, False)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, on=on: self.units.tick_all(on))
            row.addWidget(button)
        return row

    @property
    def period(self) -> Period:
        """The period asked about."""
        return parse_period(f"{self._year.value()}{self._part.currentData()}")

    @property
    def as_of(self) -> date:
        """The day that the figures are of."""
        return _to_date(self._as_of)

    @property
    def due(self) -> date:
        """The day by which the units report, as it was set."""
        return _to_date(self._due)

    @property
    def shift(self) -> str:
        """What is done where that is no workday: the ledger's rule from now on."""
        return self._shift.currentData()

    @property
    def folder(self) -> Path:
        """Where the forms are written."""
        return Path(self._folder.text().strip())

    @property
    def choices(self) -> Choices:
        """What else was chosen."""
        return self.what.choices._replace(units=self.units.units)

    def _shift_chosen(self) -> None:
        self._snapshot = changed(self._ledger, due_changes(self._ledger, self.shift))
        self._count()

    def _period_chosen(self) -> None:
        """The days and the folder follow the period, unless the clerk has chosen a folder."""
        period = self.period
        for field in (self._as_of, self._due):
            field.blockSignals(True)
            field.setDate(QDate(period.end.year, period.end.month, period.end.day))
            field.blockSignals(False)
        if self._folder.text() == self._own_folder:
            documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            name = texts.FOLDER_NAME.format(period=period_words(period))
            self._own_folder = str(Path(documents) / texts.OUT_FOLDER / name)
            self._folder.setText(self._own_folder)
        self._count()

    def _count(self) -> None:
        """What would go out by the choices as they are: for all units in the list, for the ticked ones below it."""
        due = due_day(self._snapshot, self.due)
        self._moved.setText(words.MOVED.format(due=day_words(due)) if due != self.due else "")
        choices = self.what.choices
        if not choices.asked:
            self._say("", [words.NO_COLUMN])
            return
        whole = self._proposed(choices)
        made = whole.rounds[min(whole.rounds, default=0)] if whole.rounds else None
        asked = {b.unit: b for b in burdens(whole, made)} if made and made.key < 0 else {}
        self.units.show_units([unit for unit in self._snapshot.units_in_order() if unit.key in asked], asked)
        chosen = [burden for burden in asked.values() if self.units.units is None or burden.unit in self.units.units]
        self._say(self._counted(whole, chosen), self._warnings(choices, bool(chosen)))

    def _proposed(self, choices: Choices) -> Snapshot:
        asking = asking_of(self._snapshot, self.period, self.as_of, self.due, choices)
        return changed(self._snapshot, propose_dispatch(self._snapshot, asking, "").changes)

    def _counted(self, proposed: Snapshot, chosen: list[Burden]) -> str:
        if not chosen:
            return texts.NOTHING_TO_SEND if not self._snapshot.tables["assignment"] else ""
        units = {burden.unit for burden in chosen}
        most = max(chosen, key=lambda burden: burden.cells)
        return words.WILL_SEND.format(
            units=len(units),
            rows=sum(burden.rows for burden in chosen),
            tasks=len({row.task for row in proposed.rows.values() if row.key < 0 and row.unit in units}),
            cells=sum(burden.cells for burden in chosen),
            most=self._snapshot.units[most.unit].name,
            most_cells=most.cells,
        )

    def _warnings(self, choices: Choices, any_rows: bool) -> list[str]:
        """What the clerk should know before the forms go out."""
        asking = asking_of(self._snapshot, self.period, self.as_of, self.due, self.choices)
        proposal = propose_dispatch(self._snapshot, asking, "")
        said = [] if any_rows else [words.NO_ROWS]
        said += _told(proposal)
        if any(made.period == self.period.name and made.state == "open" for made in self._snapshot.rounds.values()):
            said.append(texts.SAME_PERIOD.format(period=period_words(self.period)))
        if asking.due < clock.today():
            said.append(texts.DUE_PAST)
        elif is_short(asking.due, clock.today(), calendar_of(self._snapshot)):
            said.append(words.SHORT)
        return said + [words.WARNING.format(text=note.text) for note in self._repeats(proposal)]

    def _repeats(self, proposal: Proposal) -> list[Note]:
        if not proposal.changes:
            return []
        proposed = changed(self._snapshot, proposal.changes)
        return repeat_notes(self._snapshot, proposed, min(proposed.rounds), dict(self._made_on))

    def _say(self, counts: str, warnings: list[str]) -> None:
        self._counts.setText(counts)
        self._warning.setText("\n".join(warnings))
        self._enable()

    def _enable(self) -> None:
        ok = bool(self._counts.text()) and bool(self._folder.text().strip())
        self._do.setEnabled(ok and self._counts.text() != texts.NOTHING_TO_SEND)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, texts.CHOOSE_FOLDER, str(self.folder.parent))
        if chosen:
            self._folder.setText(chosen)


def _told(proposal: Proposal) -> list[str]:
    """The tasks without a lead in one sentence, the groups without members each in its own."""
    told = [words.WARNING.format(text=note.text) for note in proposal.notes if note.severity is Severity.INFO]
    lacking = [note for note in proposal.notes if note.severity is Severity.ASK]
    titles = texts.COMMA.join(f"“{note.task}”" for note in lacking[:3])
    return [*told, *([texts.WITHOUT_LEAD.format(count=len(lacking), titles=titles)] if lacking else [])]


def day_field(name: str) -> QDateEdit:
    """A field for a day, with a calendar to drop down."""
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setDisplayFormat(texts.DAY_FORMAT)
    field.setAccessibleName(name)
    return field


def _to_date(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
