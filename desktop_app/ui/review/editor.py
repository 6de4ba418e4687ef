"""The fields of one row that was read. Every edit is told at once as a new Extraction; nothing else is kept here."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QLineEdit, QWidget

from desktop_app import clock
from desktop_app.documents import review
from desktop_app.documents.deadlines import resolve
from desktop_app.documents.extraction import Doubt, Extraction, TaskRead
from desktop_app.documents.propose import plan_year
from desktop_app.texts import review as texts
from desktop_app.ui.review.rows import due_words
from desktop_app.ui.review.targets import TargetsTable

SEPARATORS = str.maketrans(dict.fromkeys(texts.UNIT_SEPARATORS, texts.COMMA))


class UnitsLine(QLineEdit):
    """Names of units joined by 、; the name being typed is completed from the known ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(texts.UNITS_HINT)

        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._look_up)

    def offer(self, names: list[str]) -> None:
        """Complete from these names."""
        self._names.setStringList(names)

    def units(self) -> list[str]:
        """The names in the field, in order."""
        return [name for part in self.text().translate(SEPARATORS).split(texts.COMMA) if (name := part.strip())]

    def _look_up(self) -> None:
        last = self.text().translate(SEPARATORS).rpartition(texts.COMMA)[2].strip()
        self._completer.setCompletionPrefix(last)
        if last and self._completer.completionCount() and self._completer.currentCompletion() != last:
            self._completer.complete()
        else:
            self._completer.popup().hide()

    def _complete(self, name: str) -> None:
        before, comma, _ = self.text().translate(SEPARATORS).rpartition(texts.COMMA)
        self.setText(before + comma + name)


class RowEditor(QWidget):
    """Title, units, deadline and targets of one task. Enter takes a field, Esc puts it back; both leave the field."""

    edited = Signal(object)
    left = Signal()
    wrong = Signal(str)

    def __init__(self, known: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._extraction: Extraction | None = None
        self._seq = 0
        self.title, self.leads, self.cos, self.due = QLineEdit(), UnitsLine(), UnitsLine(), QLineEdit()
        self.targets = TargetsTable()
        self.due.setPlaceholderText(texts.DUE_HINT)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        places = ((self.title, 0, 0, 3), (self.leads, 1, 0, 1), (self.due, 1, 2, 1), (self.cos, 2, 0, 3))
        for (field, row, column, span), name in zip(places, texts.FIELDS, strict=True):
            label = QLabel(name)
            label.setBuddy(field)
            field.setAccessibleName(name)
            field.installEventFilter(self)
            field.editingFinished.connect(self._take)
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1, 1, span)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)
        label = QLabel(texts.TARGETS)
        label.setBuddy(self.targets)
        grid.addWidget(label, 3, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.targets, 3, 1, 1, 3)
        self.targets.edited.connect(self.edited)
        self.targets.wrong.connect(self.wrong)

    def show_row(self, extraction: Extraction, seq: int) -> None:
        """Show one task of the document."""
        self._extraction, self._seq = extraction, seq
        for field, words in self._shown(review.task_of(extraction, seq)).items():
            if field.text() != words:
                field.setText(words)
                field.setCursorPosition(0)
        self.targets.show_row(extraction, seq)
        named = (unit for task in extraction.tasks for unit in (*task.lead_units, *task.co_units))
        for line in (self.leads, self.cos):
            line.offer(list(dict.fromkeys([*self._known, *named])))

    def field_for(self, doubt: Doubt) -> QWidget:
        """The field in which a doubt is answered by typing."""
        fields = {review.UNIT: self.leads, review.DEADLINE: self.due, review.TARGET: self.targets}
        return {**fields, review.NUMBER: self.targets}.get(doubt.what, self.title)

    def start(self, field: QWidget, event: QEvent) -> None:
        """Go on in this field with the key (or input method's letter) that was typed elsewhere."""
        field.setFocus()
        if field is self.targets:
            self.targets.start_new()
        elif isinstance(field, QLineEdit) and not (isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2):
            field.selectAll()
            QCoreApplication.sendEvent(field, event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Esc puts a field back as it was; Enter has taken it: both hand the keys back."""
        if isinstance(watched, QLineEdit) and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self._extraction is not None:
                watched.setText(self._shown(review.task_of(self._extraction, self._seq))[watched])
                self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _shown(self, task: TaskRead) -> dict[QLineEdit, str]:
        return {
            self.title: task.title,
            self.leads: texts.COMMA.join(task.lead_units),
            self.cos: texts.COMMA.join(task.co_units),
            self.due: due_words(task) if task.deadlines else "",
        }

    def _take(self) -> None:
        before = self._extraction
        if before is None or self._seq not in {task.seq for task in before.tasks}:
            return
        shown = self._shown(review.task_of(before, self._seq))
        after = before
        if self.title.text() != shown[self.title]:
            after = review.with_title(after, self._seq, self.title.text())
        if self.leads.text() != shown[self.leads]:
            after = review.with_leads(after, self._seq, self.leads.units())
        if self.cos.text() != shown[self.cos]:
            after = review.with_cos(after, self._seq, self.cos.units())
        if self.due.text() != shown[self.due]:
            after = self._with_due(after)
        if after != before:
            self._extraction = after
            self.edited.emit(after)

    def _with_due(self, extraction: Extraction) -> Extraction:
        words = self.due.text().strip()
        if not words:
            return review.with_deadline(extraction, self._seq, None)
        day = read_day(words, extraction)
        if day is None:
            self.due.setText(self._shown(review.task_of(extraction, self._seq))[self.due])
            self.wrong.emit(texts.NO_DAY.format(words=words))
            return extraction
        return review.with_deadline(extraction, self._seq, day)


def read_day(words: str, extraction: Extraction) -> date | None:
    """The day that a clerk typed: 2026-06-30 or anything that a plan may say (6月底); None where it names none."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        meta = extraction.meta
        dated = [found.date for found in resolve(words, plan_year(meta, clock.today()), meta.issued_on) if found.date]
        return max(dated, default=None)
