"""The check that ends a task: 待销号, 销号 with its evidence, 退回 with its reason."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app import clock
from desktop_app.domain.closing import FINISH, closing_changes, ways
from desktop_app.errors import Refused
from desktop_app.texts import closing as texts
from desktop_app.texts import ledger
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import foot_of

_WIDTH, _HEIGHT = 520, 340


class ClosingDialog(QDialog):
    """Choose a way and tell of the check; whoever opened it reads `way` and `words` when it is accepted."""

    def __init__(self, title: str, now: str, offered: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.CHECK_TITLE)
        self.resize(_WIDTH, _HEIGHT)
        self._offered, self._group = offered, QButtonGroup(self)
        column = QVBoxLayout(self)
        for text, role in ((title, "heading"), (now, "second")):
            label = QLabel(text, self)
            label.setProperty("role", role)
            label.setWordWrap(True)
            column.addWidget(label)
        for place, way in enumerate(offered):
            button = QRadioButton(texts.WAYS[way], self)
            button.setChecked(place == 0)
            self._group.addButton(button, place)
            column.addWidget(button)
        self.text = QPlainTextEdit(self)
        self.text.setPlaceholderText(texts.WORDS_HINT)
        self.text.setAccessibleName(texts.WORDS)
        self.text.setTabChangesFocus(True)
        do, leave = QPushButton(texts.DO, self), QPushButton(texts.CANCEL, self)
        do.clicked.connect(self._check)
        column.addWidget(QLabel(texts.WORDS, self))
        column.addWidget(self.text, 1)
        column.addLayout(foot_of(self, do, leave))

    def choose(self, way: str) -> None:
        """Tick this way."""
        self._group.button(self._offered.index(way)).setChecked(True)

    @property
    def way(self) -> str:
        """The way that is ticked."""
        return self._offered[self._group.checkedId()]

    @property
    def words(self) -> str:
        """What was said of the check."""
        return self.text.toPlainText().strip()

    def _check(self) -> None:
        if not self.words and self.way != FINISH:
            tell(self, texts.NO_WORDS)
            return
        self.accept()


def check_task(session: Session, task_key: int | None, parent: QWidget) -> None:
    """Ask what the check of a task came to, and store it as one entry; said why where there is nothing to check."""
    if task_key is None:
        tell(parent, ledger.NO_TASK_CHOSEN)
        return
    task, status = session.snapshot.tasks[task_key], session.statuses[task_key]
    offered = ways(task, status)
    if not offered:
        tell(parent, texts.NO_WAYS.format(label=status.label))
        return
    now = texts.NOW.format(label=status.label, reason=status.reason)
    dialog = ClosingDialog(task.title, now, offered, parent)
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    way, words = dialog.way, dialog.words
    dialog.deleteLater()
    if not wanted:
        return
    try:
        changes = closing_changes(session.snapshot, task, way, clock.today(), words)
        session.apply(changes, texts.LABELS[way].format(title=task.title))
    except Refused as refused:
        tell(parent, refused.sentence)
