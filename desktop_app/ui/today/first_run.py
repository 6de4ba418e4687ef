"""The 今日 page of an empty ledger: five ways in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.texts import import_ledger as import_texts
from desktop_app.texts import safety
from desktop_app.texts import today as texts


class FirstRun(QWidget):
    """Drop the plan (the window takes the drop), choose it, open a ledger, restore one from a backup, try the demo."""

    plan_wanted = Signal()
    ledger_file_wanted = Signal()
    demo_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        place = QFrame(self)
        place.setObjectName("drop_place")
        choose = QPushButton(texts.FIRST_CHOOSE, place)
        choose.setProperty("role", "primary")
        choose.clicked.connect(self.plan_wanted)
        inside = QVBoxLayout(place)
        inside.setContentsMargins(32, 28, 32, 28)
        inside.setSpacing(12)
        for text, role in ((texts.FIRST_DROP, "title"), (texts.FIRST_KINDS, "second")):
            inside.addWidget(_label(text, role, place), alignment=Qt.AlignmentFlag.AlignHCenter)
        existing = QPushButton(import_texts.IMPORT_BUTTON, place)
        existing.setToolTip(import_texts.IMPORT_TIP)
        existing.clicked.connect(self.ledger_file_wanted)
        ways = QHBoxLayout()
        ways.addStretch(1)
        ways.addWidget(choose)
        ways.addWidget(existing)
        ways.addStretch(1)
        inside.addLayout(ways)
        restore = QPushButton(safety.FIRST_RESTORE, self)
        restore.setToolTip(safety.FIRST_RESTORE_TIP)
        restore.clicked.connect(self.restore_wanted)
        demo = QPushButton(texts.FIRST_DEMO, self)
        demo.clicked.connect(self.demo_wanted)
        beside = QHBoxLayout()
        beside.addStretch(1)
        beside.addWidget(demo)
        beside.addWidget(restore)
        beside.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(_label(texts.FIRST_TITLE, "title", self), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(place, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(beside)
        column.addWidget(_label(texts.FIRST_DEMO_HINT, "second", self), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        column.addWidget(_label(texts.FIRST_PROMISE, "second", self), alignment=Qt.AlignmentFlag.AlignHCenter)


def _label(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    return label
