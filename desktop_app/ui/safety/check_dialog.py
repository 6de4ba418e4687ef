"""What the check of the ledger found, in sentences; what can be repaired is, after a backup."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton, QWidget

from desktop_app.errors import Refused
from desktop_app.texts import safety
from desktop_app.ui.jobs import Cancelled, see_through
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session
from desktop_app.ui.sheet import column_of, foot_of

if TYPE_CHECKING:
    from desktop_app.verbs.check import Found


class CheckDialog(QDialog):
    """A line for each problem; “备份后修复” only where the database itself is at fault."""

    def __init__(self, session: Session, found: "Found", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(safety.CHECK_TITLE)
        self.resize(620, 360)
        self._found = QListWidget(self)
        self._found.setWordWrap(True)
        self._found.setSpacing(3)
        self._found.setAccessibleName(safety.CHECK_TITLE)
        self._found.addItems(found.problems)
        self._repair, close = QPushButton(safety.REPAIR, self), QPushButton(safety.CLOSE, self)
        self._repair.setVisible(session.store.writable and found.mendable)
        self._repair.clicked.connect(self._mend)
        column = column_of(self)
        column.addWidget(QLabel(safety.CHECKED.format(count=len(found.problems)), self))
        column.addWidget(self._found, 1)
        column.addLayout(foot_of(self, None, close, self._repair))

    def _mend(self) -> None:
        from desktop_app.store.repair import repair

        store = self._session.store
        try:
            store.may_write()
            left = see_through(self, safety.REPAIRING, lambda progress: repair(store.folder, progress.heed))
        except Cancelled:
            return
        except Refused as refused:
            tell(self, refused.sentence)
            return
        self._session.reload()
        tell(self, safety.STILL_WRONG.format(count=len(left)) if left else safety.REPAIRED)
        self.close()
