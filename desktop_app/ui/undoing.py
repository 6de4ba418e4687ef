"""Undo in the window: take an entry back, or show what stands in the way and offer the rest."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from desktop_app.errors import Refused
from desktop_app.store import undo
from desktop_app.texts import window as texts
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.verbs.undo import told


def take_back(session: Session, number: int, parent: QWidget) -> None:
    """Undo an entry whole; where later work stands on it, list that work and undo the rest on demand."""
    try:
        plan = undo.plan_undo(session.store, number)
        if not plan.obstacles:
            session.undo(number)
            return
        label = label_of(session, number)
        if not plan.changes:
            tell(parent, texts.NOTHING_LEFT.format(label=label))
            return
        dialog = ObstaclesDialog(label, [told(session.snapshot, o) for o in plan.obstacles], parent)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if wanted:
            session.undo_rest(number)
    except Refused as refused:
        tell(parent, refused.sentence)


def label_of(session: Session, number: int) -> str:
    """The label of the piece of work that an entry is or takes back."""
    entry = next(e for e in session.entries() if e.id == number)
    return undo.work_of(session.store, entry).label


class ObstaclesDialog(QDialog):
    """The later changes that an undo would have to leave alone. Leaving everything as it is, is the default."""

    def __init__(self, label: str, obstacles: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.OBSTACLES_TITLE.format(label=label))
        self.resize(480, 320)
        sentence = QLabel(texts.OBSTACLES.format(label=label, count=len(obstacles)), self)
        sentence.setWordWrap(True)
        self.listed = obstacles
        listed = QListWidget(self)
        listed.addItems(obstacles)
        listed.setWordWrap(True)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.setAccessibleName(sentence.text())
        buttons = QDialogButtonBox(self)
        stay = QPushButton(texts.CANCEL, self)
        buttons.addButton(QPushButton(texts.UNDO_REST, self), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(stay, QDialogButtonBox.ButtonRole.RejectRole)
        stay.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(sentence)
        column.addWidget(listed, 1)
        column.addWidget(buttons)
