"""After forms were made: where they lie, what was noticed, and the notice to send with them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from desktop_app.domain.proposal import Note
from desktop_app.texts import exchange_page as texts
from desktop_app.ui.exchange.files import open_path
from desktop_app.ui.flat import size_dialog
from desktop_app.ui.sheet import column_of


class SentDialog(QDialog):
    """The folder can be opened, the notice copied."""

    def __init__(
        self, summary: str, folder: Path, letter: str, notes: Sequence[Note], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.SENT)
        size_dialog(self, 640, 520)
        done = QLabel(summary)
        done.setProperty("role", "heading")
        place = QLabel(str(folder))
        place.setProperty("role", "second")
        told = QLabel("\n".join(texts.WARNED.format(text=note.text) for note in notes))
        told.setProperty("role", "warning")
        told.setVisible(bool(notes))
        for label in (done, place, told):
            label.setWordWrap(True)
        self.letter = QPlainTextEdit(letter)
        self.letter.setReadOnly(True)
        self.letter.setTabChangesFocus(True)
        self.letter.setAccessibleName(texts.NOTICE)
        self._said = QLabel()
        self._said.setProperty("role", "second")
        show, copy, close = QPushButton(texts.OPEN_FOLDER), QPushButton(texts.COPY_NOTICE), QPushButton(texts.CLOSE)
        show.clicked.connect(lambda: open_path(folder))
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(place, 1)
        head.addWidget(show)
        foot.addWidget(self._said, 1)
        foot.addWidget(copy)
        foot.addWidget(close)
        page = column_of(self)
        page.addWidget(done)
        page.addLayout(head)
        page.addWidget(told)
        page.addWidget(self.letter, 1)
        page.addLayout(foot)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.letter.toPlainText())
        self._said.setText(texts.COPIED)
