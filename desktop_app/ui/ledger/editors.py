"""The editors of the table: words over several lines, a choice by name or pinyin, a line with its reading."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from desktop_app.texts import ledger as texts
from desktop_app.texts import ledger_table as words
from desktop_app.ui.ledger.pinyin import matching

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BESIDE = Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint
_MOST = 8  # names shown at once


def words_of(editor: QWidget) -> str:
    """What stands in an editor."""
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else ""


def set_words(editor: QWidget, words: str) -> None:
    """Write something into an editor, the cursor behind it."""
    if isinstance(editor, QPlainTextEdit):
        editor.setPlainText(words)
        editor.moveCursor(editor.textCursor().MoveOperation.End)
    elif isinstance(editor, QLineEdit):
        editor.setText(words)


class WordsEditor(QPlainTextEdit):
    """Several lines; Alt+Enter breaks a line, Enter alone is left to the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.Box)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def takes(self, event: QKeyEvent) -> bool:
        """Use a key before the table does."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.insertPlainText("\n")
            return True
        return False


class PickEditor(QLineEdit):
    """Names to pick from a list that follows what is typed: Chinese, digits, or the first letters in pinyin.

    `choices` gives each name what it is also found by (aliases); with `several`, names are parted by 、. Enter and Tab
    take the marked name, Esc first puts the list away.
    """

    def __init__(self, choices: Sequence[tuple[str, str]], several: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices, self._several = choices, several
        self.list = QListWidget(self)
        self.list.setWindowFlags(_BESIDE)
        self.list.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(words.PICK_LIST)
        self.list.setSpacing(1)
        self.list.itemPressed.connect(self._take_item)
        self.textEdited.connect(self._offer)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Pick from other names."""
        self._choices = choices
        self.list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.takes(event):
            if event.key() in _ENTER:
                self.settle()
            super().keyPressEvent(event)

    def _head(self) -> tuple[str, str]:
        """What is written before the name that is being typed, and that name."""
        text = self.text()
        place = max((text.rfind(sign) for sign in words.NAME_SIGNS), default=-1) + 1 if self._several else 0
        return text[:place], text[place:].strip()

    def _offer(self) -> None:
        before, typed = self._head()
        taken = set(before.split(texts.NAMES)) if self._several else set()
        fits = [name for name in matching(typed, self._choices) if name not in taken]
        if not typed or not fits or fits == [typed]:
            self.list.hide()
        else:
            self.show_list(fits, 0)

    def show_list(self, names: Sequence[str], marked: int) -> None:
        """Show these names below the line, one of them marked (-1: none)."""
        self.list.clear()
        for name in names:
            self.list.addItem(QListWidgetItem(name))
        self.list.setCurrentRow(marked)
        row = max(1, self.list.sizeHintForRow(0) + 2)
        width = max(self.width(), self.list.sizeHintForColumn(0) + 32)
        self.list.resize(width, row * min(len(names), _MOST) + 4)
        self.list.move(self.mapToGlobal(QPoint(0, self.height())))
        self.list.show()

    def show_all(self) -> None:
        """Show every name, the written one marked."""
        names = [name for name, _ in self._choices]
        self.show_list(names, names.index(self.text()) if self.text() in names else -1)

    def takes(self, event: QKeyEvent) -> bool:
        """Use a key before the table does."""
        key = event.key()
        if not self.list.isVisible():
            if key in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.show_all()
                return True
            return False
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
            return True
        if key == Qt.Key.Key_Escape:
            self.list.hide()
            return True
        if event.text() and event.text() in words.NAME_SIGNS and self._several:
            self.settle()
            self.setText(self.text() + texts.NAMES)
            return True
        return False

    def settle(self) -> None:
        """Take the marked name, where the list is open."""
        if self.list.isVisible() and self.list.currentItem() is not None:
            self._take_item(self.list.currentItem())
        self.list.hide()

    def _take_item(self, item: QListWidgetItem) -> None:
        self.setText(self._head()[0] + item.text())
        self.list.hide()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.list.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.list.hide()


class ReadEditor(QLineEdit):
    """A line that shows below what was understood: 6月底 → 2026年6月30日. `read` gives the words, '' for none."""

    def __init__(self, read: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self.told = QLabel(self)
        self.told.setWindowFlags(_BESIDE)
        self.told.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.told.setObjectName("reading")
        self.told.setAccessibleName(words.READING)
        self.textEdited.connect(self._tell)

    def _tell(self, text: str) -> None:
        said = self._read(text.strip()) if text.strip() else ""
        self.told.setText(said)
        self.told.setVisible(bool(said))
        if said:
            self.told.adjustSize()
            self.told.move(self.mapToGlobal(QPoint(0, self.height())))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.told.hide()
