"""The holidays on the 设置 page: the table of a year, filled by pasting the State Council's notice."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app import clock
from desktop_app.domain.workdays import Calendar, Holidays, calendar_of, holiday_changes
from desktop_app.errors import Refused
from desktop_app.texts import holidays as texts
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.settings.parts import heading, labelled, row
from desktop_app.ui.sheet import column_of, foot_of

_AROUND = (-1, 0, 1)  # years offered around the one that is now


class HolidaysPanel(QWidget):
    """Which days of a year are off and which are made up for, and where the table is from."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.year, self.table, self.said = QComboBox(), QLabel(), QLabel()
        self.paste, self.shipped = QPushButton(texts.PASTE), QPushButton(texts.AS_SHIPPED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        heading(column, texts.HEADING, texts.ABOUT)
        self.year.setAccessibleName(texts.YEAR)
        for step in _AROUND:
            year = clock.today().year + step
            self.year.addItem(texts.YEAR_NAME.format(year=year), year)
        self.year.setCurrentIndex(_AROUND.index(0))
        self.table.setWordWrap(True)
        self.said.setProperty("role", "second")
        column.addLayout(row(labelled(texts.YEAR, self.year), self.year, self.paste, self.shipped, self.said))
        column.addWidget(self.table)
        self.year.activated.connect(self._show)
        self.paste.clicked.connect(self._ask)
        self.shipped.clicked.connect(self._as_shipped)
        session.changed.connect(self._show)
        self._drawn = False

    def showEvent(self, event: object) -> None:
        """The tables are looked up when first seen: the package that has them takes its time to load."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._drawn = True
        self._show()

    def _show(self) -> None:
        if self._drawn:
            year, calendar = self.year.currentData(), calendar_of(self._session.snapshot)
            self.table.setText(table_words(calendar, year))
            self.shipped.setVisible(year in calendar.tables)

    def _ask(self) -> None:
        dialog = PasteDialog(self)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        text = dialog.words.toPlainText()
        dialog.deleteLater()
        if wanted:
            self.take(text)

    def take(self, text: str) -> None:
        """Read the notice and keep its tables; told why where it cannot be."""
        from desktop_app.documents.holiday_notice import read_notice

        try:
            tables = read_notice(text, self.year.currentData())
            years = texts.COMMA.join(texts.YEAR_NAME.format(year=year) for year in tables)
            self._session.apply(holiday_changes(self._session.snapshot, tables), texts.LABEL.format(years=years))
        except Refused as refused:
            tell(self, refused.sentence)
            return
        self.year.setCurrentIndex(max(self.year.findData(max(tables)), 0))
        off, work = (sum(len(table[part]) for table in tables.values()) for part in (0, 1))
        self.said.setText(texts.SAVED.format(years=years, off=off, work=work))
        self._show()

    def _as_shipped(self) -> None:
        year = self.year.currentData()
        changes = holiday_changes(self._session.snapshot, {year: None})
        self._session.apply(changes, texts.LABEL_SHIPPED.format(year=year))
        self.said.clear()
        self._show()


class PasteDialog(QDialog):
    """A place for the notice's text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.PASTE_TITLE)
        self.resize(560, 360)
        self.words = QPlainTextEdit(self)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(texts.PASTE_TITLE)
        read, leave = QPushButton(texts.READ, self), QPushButton(texts.CANCEL, self)
        read.clicked.connect(self.accept)
        column = column_of(self)
        column.addWidget(QLabel(texts.PASTE_ABOUT, self))
        column.addWidget(self.words, 1)
        column.addLayout(foot_of(self, read, leave))


def table_words(calendar: Calendar, year: int) -> str:
    """A year's table in words, and where it is from; that it is missing, where it is."""
    table = calendar.table(year)
    if table is None:
        return texts.NOT_UPDATED.format(year=year)
    own = texts.TABLE_OWN if year in calendar.tables else texts.TABLE_SHIPPED
    return texts.TABLE.format(year=year, off=_spans(_with_weekends(table)), work=_spans(table.work)) + own


def _with_weekends(table: Holidays) -> set[date]:
    """The days off with the free weekends that touch them, as a notice names them."""
    off = set(table.off)
    for day in sorted(table.off):
        for step in (-1, 1):
            beside = day + timedelta(days=step)
            while beside.weekday() > 4 and beside not in table.work and beside.year == day.year:
                off.add(beside)
                beside += timedelta(days=step)
    return off


def _spans(days: Iterable[date]) -> str:
    spans: list[list[date]] = []
    for day in sorted(days):
        if spans and day - spans[-1][-1] == timedelta(days=1):
            spans[-1].append(day)
        else:
            spans.append([day])
    words = [(texts.SPAN if len(s) > 1 else texts.DAY).format(first=s[0], last=s[-1]) for s in spans]
    return texts.COMMA.join(words) or texts.NONE
