"""What needs the clerk's word before the plan is stored: a list worked through by Enter, digits and arrows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop_app.documents.choices import MOST, Choice
from desktop_app.documents.extraction import Doubt
from desktop_app.texts import review as texts
from desktop_app.ui.flat import draw_flat


class _Worklist(QListWidget):
    """A list that hands on the keys which mean something here: Enter, digits, and the start of typing."""

    accepted = Signal()
    digit = Signal(int)
    typing = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.accepted.emit()
        elif event.text() in {str(n) for n in range(1, MOST + 1)}:
            self.digit.emit(int(event.text()))
        elif event.key() == Qt.Key.Key_F2 or (plain and event.text().strip() and event.text().isprintable()):
            self.typing.emit(event)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """The input method's first letter goes where the typing goes, so that it is not lost."""
        self.typing.emit(event)


class DoubtsPanel(QWidget):
    """The open doubts and, for the current one, its answers."""

    current = Signal(object)
    accepted = Signal(object)
    chosen = Signal(object)
    typing = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doubts: tuple[Doubt, ...] = ()
        self._choices: tuple[Choice, ...] = ()
        self._count = QLabel()
        self._count.setProperty("role", "heading")
        self._list = _Worklist()
        self._list.setAccessibleName(texts.DOUBTS)
        self._list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        draw_flat(self._list)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._accept = QPushButton()
        self._offers = [QPushButton() for _ in range(MOST)]
        self.setFocusProxy(self._list)
        self._lay_out()
        self._list.currentRowChanged.connect(self._tell_current)
        self._list.accepted.connect(self._take)
        self._list.digit.connect(lambda digit: self._choose(digit - 1))
        self._list.typing.connect(lambda event: self.doubt and self.typing.emit(self.doubt, event))
        self._accept.clicked.connect(self._take)
        for n, offer in enumerate(self._offers):
            offer.clicked.connect(lambda _=False, n=n: self._choose(n))

    def _lay_out(self) -> None:
        answers = QVBoxLayout()
        answers.setSpacing(4)
        for button in (self._accept, *self._offers):
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("role", "answer")
            answers.addWidget(button)
        answers.addStretch()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._list, 3)
        row.addLayout(answers, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._count)
        column.addLayout(row)

    @property
    def doubt(self) -> Doubt | None:
        """The doubt that is asked now."""
        row = self._list.currentRow()
        return self._doubts[row] if 0 <= row < len(self._doubts) else None

    def show_doubts(self, doubts: Sequence[Doubt], labels: dict[int, str]) -> None:
        """List the open doubts; the place in the list is kept, so the next one is asked. `labels` name the rows."""
        row = max(self._list.currentRow(), 0)
        self._doubts = tuple(doubts)
        self._list.blockSignals(True)
        self._list.clear()
        for doubt in self._doubts:
            about = labels.get(doubt.seq, "") if doubt.seq is not None else ""
            item = QListWidgetItem(texts.DOUBT.format(about=about, text=doubt.text) if about else doubt.text)
            item.setToolTip(item.text())
            self._list.addItem(item)
        self._list.setCurrentRow(min(row, len(self._doubts) - 1))
        self._list.blockSignals(False)
        self._count.setText(texts.TO_CONFIRM.format(count=len(doubts)) if doubts else texts.ALL_CONFIRMED)
        self._accept.setVisible(bool(doubts))

    def show_choices(self, choices: Sequence[Choice], accept: str) -> None:
        """Offer these answers for the current doubt; `accept` says what Enter does."""
        self._accept.setText(accept)
        self._choices = tuple(choices)
        for n, button in enumerate(self._offers):
            button.setVisible(n < len(self._choices))
            if n < len(self._choices):
                choice = self._choices[n]
                label = texts.OFFER_WHY if choice.why else texts.OFFER
                button.setText(label.format(digit=n + 1, text=choice.text, why=choice.why))
                button.setToolTip(button.text())

    def choose_about(self, seq: int) -> None:
        """Make the first doubt about this task the current one, if there is one and it is not already."""
        if self.doubt is None or self.doubt.seq != seq:
            row = next((n for n, doubt in enumerate(self._doubts) if doubt.seq == seq), -1)
            if row >= 0:
                self._list.setCurrentRow(row)

    def _tell_current(self) -> None:
        self.current.emit(self.doubt)

    def _take(self) -> None:
        if self.doubt:
            self.accepted.emit(self.doubt)

    def _choose(self, n: int) -> None:
        if n < len(self._choices):
            self.chosen.emit(self._choices[n])
