"""口头/纸质填报: what a unit said by phone or handed in on paper, with who gave it, when and how."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop_app import clock
from desktop_app.domain.model import RoundRow
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.form_paper import form_line
from desktop_app.exchange.sheet_layout import FIGURES, month_day
from desktop_app.texts import by_hand as texts
from desktop_app.texts import exchange_page
from desktop_app.texts.exchange import CIRCLED, STATUSES
from desktop_app.ui.exchange.dispatch_dialog import day_field
from desktop_app.ui.flat import size_dialog
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.verbs.by_hand import HEADERS, asked_fields

LONG = ("text", "problems", "next_steps", "evidence")
LINES = 52  # pixels of a field for several lines
Field = QComboBox | QLineEdit | QPlainTextEdit


class HeardDialog(QDialog):
    """Asks; who opened it stores `values` of `row`, with `heard` as their source."""

    def __init__(self, snapshot: Snapshot, rows: list[RoundRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot, self._rows = snapshot, rows
        self.setWindowTitle(texts.TITLE)
        size_dialog(self, 620, 540)
        self._task, self._way, self._day = QComboBox(), QComboBox(), day_field(texts.DAY)
        self.who, self._last = QLineEdit(), QLabel()
        self.fields: dict[str, Field] = {}
        self._room = QScrollArea()
        today = clock.today()
        self._day.setDate(QDate(today.year, today.month, today.day))
        self._way.addItems(texts.WAYS)
        for row in rows:
            self._task.addItem(row.title)
        self._do, self._leave = QPushButton(texts.SAVE, self), QPushButton(texts.CANCEL, self)
        self._lay_out()
        self._task.currentIndexChanged.connect(self._show_row)
        self.who.textChanged.connect(self._enable)
        self._show_row()

    def _lay_out(self) -> None:
        unit = QLabel(self._snapshot.unit(self._rows[0].unit).name)
        unit.setProperty("role", "heading")
        hint = QLabel(texts.HINT)
        for label in (hint, self._last):
            label.setWordWrap(True)
            label.setProperty("role", "second")
        named = ((self._task, texts.TASK), (self._way, texts.HOW), (self.who, texts.WHO), (self._day, texts.DAY))
        for field, name in named:
            field.setAccessibleName(name)
        source, top = QHBoxLayout(), QFormLayout()
        self.who.setPlaceholderText(texts.WHO)
        for part, share in ((self._day, 0), (self._way, 0), (self.who, 1)):
            source.addWidget(part, share)
        top.setHorizontalSpacing(12)
        top.addRow(texts.ENTERED_BY, source)
        top.addRow(texts.TASK, self._task)
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QScrollArea.Shape.NoFrame)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._do.clicked.connect(self.accept)
        page = column_of(self)
        page.addWidget(unit)
        page.addLayout(top)
        page.addWidget(self._last)
        page.addWidget(self._room, 1)
        page.addWidget(hint)
        page.addLayout(foot_of(self, self._do, self._leave))

    @property
    def row(self) -> RoundRow:
        """The row that the answer is about."""
        return self._rows[self._task.currentIndex()]

    @property
    def values(self) -> dict[str, object]:
        """What was typed, by field; blanks are left out."""
        typed = {field: _typed(box).strip() for field, box in self.fields.items()}
        return {field: _day(words) if field == "finished_on" else words for field, words in typed.items() if words}

    @property
    def heard(self) -> str:
        """Who gave it, when and how, as it is kept; '' where it is not said who."""
        day = self._day.date()
        when = month_day(date(day.year(), day.month(), day.day()).isoformat())
        who = self.who.text().strip()
        return texts.HEARD.format(day=when, way=self._way.currentText(), who=who) if who else ""

    def _show_row(self) -> None:
        """The fields that the round asks of the chosen row."""
        line = form_line(self._snapshot, self.row, "")
        self._last.setText(texts.LAST.format(words=line.last))
        whole, form = QWidget(), QFormLayout()
        whole.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        self.fields = {}
        figures = {f.position: f for f in self._snapshot.having("row_target", "row", self.row.key)}
        for field in asked_fields(self._snapshot, self.row):
            name, box = HEADERS[field], _box(field)
            if field in FIGURES:
                figure = figures[FIGURES.index(field) + 1]
                unit = figure.unit or texts.NO_UNIT
                name = texts.FIGURE.format(number=CIRCLED[figure.position - 1], item=figure.item or "", unit=unit)
            box.setAccessibleName(name)
            self.fields[field] = box
            form.addRow(name, box)
        self._room.setWidget(whole)
        # made last, the fields would come after the buttons
        for before, after in pairwise((self._task, *self.fields.values(), self._do, self._leave)):
            QWidget.setTabOrder(before, after)
        self._enable()

    def _enable(self) -> None:
        self._do.setEnabled(bool(self.who.text().strip()))


def _box(field: str) -> Field:
    if field == "status":
        box = QComboBox()
        box.addItems([exchange_page.BLANK, *STATUSES])
        return box
    if field in LONG:
        words = QPlainTextEdit()
        words.setTabChangesFocus(True)
        words.setFixedHeight(LINES)
        return words
    line = QLineEdit()
    line.setPlaceholderText(texts.DAY_HINT if field == "finished_on" else texts.NUMBER_HINT)
    return line


def _typed(box: Field) -> str:
    if isinstance(box, QComboBox):
        return box.currentText() if box.currentIndex() else ""
    return box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()


def _day(words: str) -> str:
    """A day typed as 2026-6-30, 2026.6.30 or 2026/6/30 as ISO text; other words as they are, to be refused by name."""
    parts = words.replace(".", "-").replace("/", "-").split("-")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        return f"{int(parts[0]):04}-{int(parts[1]):02}-{int(parts[2]):02}"
    return words
