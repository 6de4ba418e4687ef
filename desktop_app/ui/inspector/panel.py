"""The panel right of the table. It is written as one text that can be read, selected and copied."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from desktop_app.texts import inspector as texts
from desktop_app.ui.inspector.writing import Writer
from desktop_app.ui.session import Session


class Inspector(QWidget):
    """Shows the task that the session has chosen, and follows every change of it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QTextEdit.Shape.NoFrame)
        self.text.setAccessibleName(texts.NAME)
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(12)
        self.setMinimumWidth(220)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        session.task_chosen.connect(self._hear)
        session.changed.connect(self._hear)
        self._write()

    def find(self, words: Sequence[str]) -> None:
        """Mark the first of these words that is written here, and show it."""
        for word in words:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            if self.text.find(word):
                return

    def _hear(self, _: object) -> None:
        if self.isVisible():
            self._write()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._write()

    def _write(self) -> None:
        """Write the chosen task anew; the place that was read stays in sight while the task is the same."""
        task = self.session.snapshot.tasks.get(self.session.chosen_task or 0)
        bar = self.text.verticalScrollBar()
        shown, at = self.text.property("task"), bar.value()
        self.text.clear()
        writer = Writer(self.text.textCursor(), self.session, self.font())
        if task is None or task.withdrawn:
            writer.quiet(texts.NOTHING)
        else:
            writer.write_task(task)
        self.text.setProperty("task", task.key if task else None)
        bar.setValue(at if task and shown == task.key else 0)
