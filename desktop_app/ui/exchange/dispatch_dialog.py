"""新建一批: which period, which days, which folder; what will go out is counted before anything is made."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QStandardPaths
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app import clock
from desktop_app.domain.periods import Period, parse_period
from desktop_app.domain.proposal import Proposal
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.exchange.asking import Asking
from desktop_app.exchange.propose import propose_dispatch
from desktop_app.exchange.sheet_layout import ASKED, period_words
from desktop_app.texts import exchange_page as texts

PERIODS = (*(f"-{month:02}" for month in range(1, 13)), "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2", "")


class DispatchDialog(QDialog):
    """Asks; the page that opened it makes the round from `period`, `as_of`, `due` and `folder`."""

    def __init__(self, snapshot: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot = snapshot
        self.setWindowTitle(texts.NEW_ROUND)
        today = clock.today()
        self._year, self._part = QSpinBox(), QComboBox()
        self._as_of, self._due = _day_field(texts.AS_OF), _day_field(texts.DUE)
        self._folder = QLineEdit()
        self._counts, self._warning = QLabel(), QLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._own_folder = ""
        self._year.setRange(2000, 2099)
        self._year.setValue(today.year)
        self._year.setSuffix(texts.YEAR)
        for part, words in zip(PERIODS, texts.PERIODS, strict=True):
            self._part.addItem(words, part)
        self._part.setCurrentIndex(today.month - 1)
        self._lay_out()
        self._year.valueChanged.connect(self._period_chosen)
        self._part.currentIndexChanged.connect(self._period_chosen)
        self._as_of.dateChanged.connect(self._count)
        self._due.dateChanged.connect(self._count)
        self._folder.textChanged.connect(self._count)
        self._period_chosen()

    def _lay_out(self) -> None:
        choose = QPushButton(texts.CHOOSE_FOLDER)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_folder)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for name, *fields in (
            (texts.PERIOD, self._year, self._part),
            (texts.AS_OF, self._as_of),
            (texts.DUE, self._due),
            (texts.FOLDER, self._folder, choose),
        ):
            row = QHBoxLayout()
            row.setSpacing(8)
            for field in fields:
                if field is not choose:
                    field.setAccessibleName(name)
                row.addWidget(field, int(field is self._folder))
            if fields[0] is not self._folder:
                row.addStretch()
            form.addRow(name, row)
        for label in (self._counts, self._warning):
            label.setWordWrap(True)
        self._warning.setProperty("role", "warning")
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(texts.MAKE)
        ok.setProperty("role", "primary")
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(texts.CANCEL)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 16, 16, 12)
        page.setSpacing(12)
        page.addLayout(form)
        page.addWidget(self._counts)
        page.addWidget(self._warning)
        page.addStretch()
        page.addWidget(self._buttons)
        self.setMinimumWidth(560)

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
        """The day by which the units report."""
        return _to_date(self._due)

    @property
    def folder(self) -> Path:
        """Where the forms are written."""
        return Path(self._folder.text().strip())

    def _period_chosen(self) -> None:
        """The days and the folder follow the period, unless the clerk has chosen a folder."""
        period = self.period
        for field in (self._as_of, self._due):
            field.setDate(QDate(period.end.year, period.end.month, period.end.day))
        if self._folder.text() == self._own_folder:
            documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            name = texts.FOLDER_NAME.format(period=period_words(period))
            self._own_folder = str(Path(documents) / texts.OUT_FOLDER / name)
            self._folder.setText(self._own_folder)
        self._count()

    def _count(self) -> None:
        proposal = propose_dispatch(self._snapshot, Asking(self.period, self.as_of, self.due), "")
        asked = _asked(changed(self._snapshot, proposal.changes))
        self._counts.setText(texts.WILL_SEND.format(**asked) if asked["rows"] else texts.NOTHING_TO_SEND)
        self._warning.setText("\n".join(self._warnings(proposal)))
        self._warning.setVisible(bool(self._warning.text()))
        ok = bool(asked["rows"]) and bool(self._folder.text().strip())
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ok)

    def _warnings(self, proposal: Proposal) -> list[str]:
        said = []
        if proposal.notes:
            titles = texts.COMMA.join(f"“{note.task}”" for note in proposal.notes[:3])
            said.append(texts.WITHOUT_LEAD.format(count=len(proposal.notes), titles=titles))
        if any(made.period == self.period.name and made.state == "open" for made in self._snapshot.rounds.values()):
            said.append(texts.SAME_PERIOD.format(period=period_words(self.period)))
        if self.due < clock.today():
            said.append(texts.DUE_PAST)
        return said

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, texts.CHOOSE_FOLDER, str(self.folder.parent))
        if chosen:
            self._folder.setText(chosen)


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setDisplayFormat(texts.DAY_FORMAT)
    field.setAccessibleName(name)
    return field


def _to_date(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())


def _asked(proposed: Snapshot) -> dict[str, int]:
    """How many units, rows, tasks and cells the proposed round (it alone has a stand-in key) asks for."""
    rows = [row for row in proposed.rows.values() if row.key < 0]
    units, tasks = {row.unit for row in rows}, {row.task for row in rows}
    return {"units": len(units), "rows": len(rows), "tasks": len(tasks), "cells": len(rows) * len(ASKED)}
