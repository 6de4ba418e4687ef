"""Into which unit another goes, and many units at once; both only ask."""

from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget

from desktop_app.domain.model import Unit
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import units as texts
from desktop_app.ui.flat import size_dialog
from desktop_app.ui.ledger.delegate import unit_choices
from desktop_app.ui.ledger.editors import PickEditor
from desktop_app.ui.sheet import column_of, foot_of
from desktop_app.ui.units.edits import units_in


class MergeDialog(QDialog):
    """Shows; whoever opened it merges into the unit that `name` holds when it is accepted."""

    def __init__(self, snapshot: Snapshot, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.MERGE_TITLE.format(name=unit.name))
        size_dialog(self, 460, 180)
        choices = [choice for choice in unit_choices(snapshot) if choice[0] != unit.name]
        self.name = PickEditor(choices, False, self)
        self.name.setAccessibleName(texts.MERGE_INTO)
        self.name.setPlaceholderText(texts.MERGE_INTO)
        _lay_out(self, texts.MERGE_ABOUT, self.name, QPushButton(texts.MERGE_DO, self))
        self.name.setFocus()


class ManyUnitsDialog(QDialog):
    """Shows; whoever opened it adds the units that `words` names when it is accepted."""

    def __init__(self, snapshot: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.ADD_MANY_TITLE)
        size_dialog(self, 480, 360)
        self._snapshot = snapshot
        self.words = QPlainTextEdit(self)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(texts.ADD_MANY_WORDS)
        self.do = QPushButton(self)
        _lay_out(self, texts.ADD_MANY_ABOUT, self.words, self.do)
        self.words.textChanged.connect(self._count)
        self._count()
        self.words.setFocus()

    def _count(self) -> None:
        count = len(units_in(self._snapshot, self.words.toPlainText()))
        self.do.setText(texts.ADD_MANY_DO.format(count=count))
        self.do.setEnabled(bool(count))


def _lay_out(dialog: QDialog, about: str, field: QWidget, do: QPushButton) -> None:
    told = QLabel(about, dialog)
    told.setWordWrap(True)
    told.setProperty("role", "second")
    leave = QPushButton(texts.LEAVE, dialog)
    do.setDefault(True)
    do.clicked.connect(dialog.accept)
    page = column_of(dialog)
    page.addWidget(told)
    page.addWidget(field, 1)
    page.addLayout(foot_of(dialog, do, leave))
