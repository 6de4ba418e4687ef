"""The editors that the table's cells open: one made for each kind of field."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger import columns as c
from desktop_app.ui.ledger.editing import DAYS, ROLES
from desktop_app.ui.ledger.editors import PickEditor, ReadEditor, WordsEditor, set_words, words_of
from desktop_app.ui.ledger.model import LedgerModel
from desktop_app.ui.ledger.readings import day_reading, target_reading

Index = QModelIndex | QPersistentModelIndex
_LONG = (c.TEXT, c.SAID, c.PROBLEMS, c.NEXT_STEPS, c.EVIDENCE, c.NOTE)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST = {True: 240, False: 96}  # pixels of an editor's width, for long words and others
_LINES = 4  # of a long editor
_Hint = QStyledItemDelegate.EndEditHint


class LedgerDelegate(QStyledItemDelegate):
    """Makes editors and carries their words; `fill_wanted` has words for every chosen cell (Ctrl+Enter)."""

    fill_wanted = Signal(str)

    def __init__(self, model: LedgerModel, view: QTableView) -> None:
        super().__init__(view)
        self._model = model

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = self._editor(parent, index)
        editor.setAccessibleName(texts.COLUMNS[c.COLUMNS[index.column()]])
        return editor

    def _editor(self, parent: QWidget, index: Index) -> QWidget:
        column, facts = index.column(), self._model.facts
        if column == c.STATE:
            return PickEditor([(name, "") for name in texts.STATES.values()], False, parent)
        if column in ROLES:
            return PickEditor(unit_choices(facts.snapshot), True, parent)
        task = self._model.task_at(index)
        if task is not None and (column == c.DEADLINE or column in DAYS):
            return ReadEditor(lambda words: day_reading(facts, task, column, words), parent)
        if task is not None and column in (c.TARGETS, c.GOAL):
            return ReadEditor(lambda words: target_reading(facts, task, words), parent)
        return WordsEditor(parent) if column in _LONG else QLineEdit(parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        words = str(index.data(Qt.ItemDataRole.EditRole))
        set_words(editor, words)
        if isinstance(editor, QLineEdit | WordsEditor):
            editor.selectAll()  # the first letter typed takes the place of what was there

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        self._model.setData(index, words_of(editor))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        long = isinstance(editor, WordsEditor)
        room = option.rect  # type: ignore[attr-defined]
        room.setWidth(max(room.width(), _LEAST[long]))
        if long:
            room.setHeight(max(room.height(), editor.fontMetrics().lineSpacing() * _LINES + 10))
        holder = editor.parentWidget()
        if holder is not None:
            room.moveRight(min(room.right(), max(holder.width() - 1, room.width() - 1)))
            room.moveBottom(min(room.bottom(), max(holder.height() - 1, room.height() - 1)))
        editor.setGeometry(room)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or not isinstance(editor, QWidget):
            return super().eventFilter(editor, event)
        if isinstance(editor, PickEditor | WordsEditor) and editor.takes(event):
            return True
        leaves = event.key() in (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if leaves and isinstance(editor, PickEditor):
            editor.settle()
        if event.key() in _ENTER:
            self._entered(editor, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return True
        return super().eventFilter(editor, event)

    def _entered(self, editor: QWidget, everywhere: bool) -> None:
        """Enter takes the words and goes down; with Ctrl they go into every chosen cell."""
        if everywhere:
            words = words_of(editor)
            self.closeEditor.emit(editor, _Hint.RevertModelCache)
            self.fill_wanted.emit(words)
        else:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, _Hint.SubmitModelCache)


def unit_choices(snapshot: Snapshot) -> list[tuple[str, str]]:
    """The units that stand, by name, each with its other names."""
    also: dict[int, list[str]] = {}
    for alias in snapshot.tables["alias"].values():
        also.setdefault(snapshot.unit(alias.unit).key, []).append(alias.name)
    return [(unit.name, " ".join(also.get(unit.key, ()))) for unit in snapshot.units_in_order()]
