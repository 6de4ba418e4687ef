"""The plan's cleaned text with its marks; a click tells which task it hit, a choice scrolls to its passage."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop_app.documents.extraction import Extraction, Span
from desktop_app.documents.review import marks, task_at
from desktop_app.texts import review as texts
from desktop_app.ui.review.marking import CHOSEN_TINT, format_of
from desktop_app.ui.review.places import Places


class DocumentView(QTextEdit):
    """Read only; emits the number of the task whose passage was clicked or reached with the arrows."""

    task_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(texts.DOCUMENT)
        self._extraction: Extraction | None = None
        self._places = Places("")
        self._marks: list[QTextEdit.ExtraSelection] = []

    def show_extraction(self, extraction: Extraction) -> None:
        """Show the document's text, or, where the text is shown already, its marks anew."""
        old, self._extraction = self._extraction, extraction
        if old is None or old.source != extraction.source:
            self.setPlainText(extraction.source)
            self._places = Places(extraction.source)
        self._marks = [self._selection(mark.span, format_of(mark.kind)) for mark in marks(extraction)]
        self.setExtraSelections(self._marks)

    def choose(self, passage: Span, words: Span | None) -> None:
        """Tint a task's passage and bring it into sight, at the words in question where there are any."""
        tint = QTextCharFormat()
        tint.setBackground(QColor(CHOSEN_TINT))
        tint.setProperty(QTextFormat.Property.FullWidthSelection, True)
        chosen = [self._selection(passage, tint), *self._marks]
        if words:
            strong = QTextCharFormat()
            strong.setFontWeight(700)
            strong.setForeground(QColor("#FFFFFF"))
            strong.setBackground(QColor("#1F6FEB"))
            chosen.append(self._selection(words, strong))
        self.setExtraSelections(chosen)
        cursor = self.textCursor()
        cursor.setPosition(self._places.to_qt(passage[1]))
        self.setTextCursor(cursor)
        cursor.setPosition(self._places.to_qt((words or passage)[0]))
        self.setTextCursor(cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._tell()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._tell()

    def _tell(self) -> None:
        if self._extraction is None or self.textCursor().hasSelection():
            return
        task = task_at(self._extraction, self._places.from_qt(self.textCursor().position()))
        if task:
            self.task_wanted.emit(task.seq)

    def _selection(self, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._places.to_qt(span[0]))
        cursor.setPosition(self._places.to_qt(span[1]), QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor  # type: ignore[attr-defined]
        made.format = form  # type: ignore[attr-defined]
        return made
