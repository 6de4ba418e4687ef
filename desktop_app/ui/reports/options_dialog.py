"""How a paper is made: its head and end, by which day's figures and which day's ledger, numbers of persons hidden."""

from datetime import date, datetime, time

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop_app import clock
from desktop_app.reports.paper import Head
from desktop_app.texts import papers_page as texts
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.verbs.report import Choices

_WIDTH = 460


class _Day(QWidget):
    """A day that holds only where its box is ticked."""

    def __init__(self, words: str, day: date | None) -> None:
        super().__init__()
        self.tick, self.edit = QCheckBox(), QDateEdit()
        self.tick.setChecked(day is not None)
        self.tick.setAccessibleName(words)
        shown = day or clock.today()
        self.edit.setDate(QDate(shown.year, shown.month, shown.day))
        self.edit.setDisplayFormat("yyyy-MM-dd")
        self.edit.setCalendarPopup(True)
        self.edit.setEnabled(day is not None)
        self.edit.setAccessibleName(words)
        self.tick.toggled.connect(self.edit.setEnabled)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.tick)
        line.addWidget(self.edit, 1)

    @property
    def day(self) -> date | None:
        """The day, where it holds."""
        chosen = self.edit.date()
        return date(chosen.year(), chosen.month(), chosen.day()) if self.tick.isChecked() else None


class OptionsDialog(QDialog):
    """Whoever opened it reads `choices` when it is accepted; `periods` are (name, shown) to compare with."""

    def __init__(self, held: Choices, periods: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.OPTIONS_TITLE)
        self.setMinimumWidth(_WIDTH)
        self._held = held
        self.office, self.number = QLineEdit(held.head.office), QLineEdit(held.head.number)
        self.office.setPlaceholderText(texts.RED_HINT)
        self.number.setPlaceholderText(texts.NUMBER_HINT)
        self.signed, self.against = QComboBox(), QComboBox()
        for words, sealed in ((texts.NOT_SEALED, False), (texts.SEALED, True)):
            self.signed.addItem(words, sealed)
        self.signed.setCurrentIndex(self.signed.findData(held.head.sealed))
        self.against.addItem(texts.LAST, None)
        for name, shown in periods:
            self.against.addItem(shown, name)
        self.against.setCurrentIndex(max(self.against.findData(held.against), 0))
        known = date.fromisoformat(held.known_at[:10]) if held.known_at else None
        self.as_of, self.known_at = _Day(texts.AS_OF, held.as_of), _Day(texts.KNOWN_AT, known)
        self.known_at.setToolTip(texts.KNOWN_TIP)
        self.private = QCheckBox(texts.PRIVATE)
        self.private.setChecked(held.private)
        self._lay_out()

    def _lay_out(self) -> None:
        form, column = QFormLayout(), column_of(self)
        parts = (
            (texts.RED_HEAD, self.office),
            (texts.NUMBER, self.number),
            (texts.SIGNED, self.signed),
            (texts.AS_OF, self.as_of),
            (texts.KNOWN_AT, self.known_at),
            (texts.AGAINST, self.against),
        )
        for words, part in parts:
            part.setAccessibleName(words)
            form.addRow(words, part)
        do, leave = QPushButton(texts.DO, self), QPushButton(texts.CANCEL, self)
        do.clicked.connect(self.accept)
        column.addLayout(form)
        column.addWidget(self.private)
        column.addLayout(foot_of(self, do, leave))

    @property
    def choices(self) -> Choices:
        """The choices as they stand in the boxes."""
        known = self.known_at.day
        return self._held._replace(
            as_of=self.as_of.day,
            head=Head(self.office.text().strip(), self.number.text().strip(), bool(self.signed.currentData())),
            known_at=datetime.combine(known, time.max).isoformat() if known else None,
            private=self.private.isChecked(),
            against=self.against.currentData(),
        )
