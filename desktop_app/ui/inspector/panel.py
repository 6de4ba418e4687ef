"""The panel right of the table. It is written as one text that can be read, selected and copied."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from desktop_app import clock
from desktop_app.errors import Refused
from desktop_app.texts import attached as attached_texts
from desktop_app.texts import correcting as correcting_texts
from desktop_app.texts import inspector as texts
from desktop_app.ui.inspector.correcting import ACTS, Piece, chosen_span, correction
from desktop_app.ui.inspector.links import GO, OPEN, link_parts
from desktop_app.ui.inspector.writing import Writer
from desktop_app.ui.ledger.proposing import propose
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session


class Inspector(QWidget):
    """Shows the task that the session has chosen, and follows every change of it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setAcceptDrops(False)  # files are for the task, not for the text
        self.text.anchorClicked.connect(self._follow)
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._pop_up)
        self._pieces: list[Piece] = []
        self.text.setAccessibleName(texts.NAME)
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(12)
        self.setMinimumWidth(220)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text, 1)
        column.addLayout(self._acts())
        self.setAcceptDrops(True)
        session.task_chosen.connect(self._hear)
        session.changed.connect(self._hear)
        self._write()

    def _acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 8)
        self.add, self.extend = QPushButton(attached_texts.ADD, self), QPushButton(attached_texts.EXTEND, self)
        self.add.setToolTip(attached_texts.ADD_TIP)
        self.extend.setToolTip(attached_texts.EXTEND_TIP)
        self.add.clicked.connect(self._add_files)
        self.extend.clicked.connect(self._extend)
        for button in (self.add, self.extend):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _add_files(self) -> None:
        from desktop_app.ui.inspector.attachments import ask_for_files

        ask_for_files(self.session, self.session.chosen_task, self)

    def _extend(self) -> None:
        from desktop_app.ui.inspector.extend_dialog import extend

        extend(self.session, self.session.chosen_task, self)

    def corrections(self) -> list[QAction]:
        """What the words chosen in the source text can be made; none where nothing of it is chosen."""
        cursor, task = self.text.textCursor(), self.session.chosen_task
        span = chosen_span(self._pieces, cursor.selectionStart(), cursor.selectionEnd())
        if task is None or span is None or not cursor.hasSelection():
            return []
        actions = []
        for act in ACTS:
            action = QAction(correcting_texts.ACTS[act], self)
            action.triggered.connect(lambda _=False, act=act: self._correct(task, act, span))
            actions.append(action)
        return actions

    def _correct(self, task: int, act: str, span: tuple[int, int]) -> None:
        snapshot = self.session.snapshot
        plan = snapshot.plans[snapshot.tasks[task].plan or 0]
        words = (plan.source or "")[span[0] : span[1]]
        try:
            edit = correction(snapshot, task, act, span, words, clock.today())
        except Refused as refused:
            tell(self, refused.sentence)
            return
        propose(self.session, edit, self)

    def _pop_up(self, at: QPoint) -> None:
        menu = self.text.createStandardContextMenu(at)
        corrections = self.corrections()
        if corrections:
            menu.addSeparator()
            menu.addActions(corrections)
        menu.exec(self.text.viewport().mapToGlobal(at))
        menu.deleteLater()

    def _follow(self, link: QUrl) -> None:
        """Open a stored file, or take it from the task; go to a task of another year."""
        from desktop_app.ui.inspector import attachments

        act, file, name = link_parts(link.toString())
        if act == OPEN:
            attachments.open_stored(self.session, file, name, self)
        elif act == GO:
            self.session.choose_task(int(file))
        elif self.session.chosen_task is not None:
            attachments.take_away(self.session, self.session.chosen_task, file, self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.session.chosen_task is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from desktop_app.ui.inspector.attachments import attach

        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        task = self.session.chosen_task
        QTimer.singleShot(0, self, lambda: attach(self.session, task, paths, self))

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
        self._pieces = writer.pieces
        for button in (self.add, self.extend):
            button.setEnabled(task is not None and not task.withdrawn and self.session.store.writable)
        self.text.setProperty("task", task.key if task else None)
        bar.setValue(at if task and shown == task.key else 0)
