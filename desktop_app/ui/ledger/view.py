"""One half of the table: a QTableView that paints its rows itself and leaves what keys and mouse mean to the table."""

from typing import Protocol

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from desktop_app.ui.ledger.columns import COLUMNS, NO, TITLE
from desktop_app.ui.ledger.editors import set_words, words_of
from desktop_app.ui.ledger.heads import Heads
from desktop_app.ui.ledger.model import LedgerModel
from desktop_app.ui.ledger.painting import Pen, Picture, Place
from desktop_app.ui.theme import ACCENT, row_height

NARROWEST = 36
_Hint = QAbstractItemDelegate.EndEditHint
_View = QAbstractItemView
_DROP = QColor(ACCENT)


class Hands(Protocol):
    """What keys do to the table as a whole."""

    def key(self, event: QKeyEvent) -> bool:
        """A key was pressed outside an editor; whether it meant anything."""
        ...

    def left_editor(self, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """An editor was closed."""
        ...

    def take_keys(self) -> None:
        """Keys go to the half in which the current cell is."""
        ...

    def menu_wanted(self, at: QPoint) -> None:
        """A menu of acts is asked for at this place of the screen."""
        ...


class Pointer(Protocol):
    """What the mouse does to the table as a whole."""

    def pressed(self, index: QModelIndex, modifiers: Qt.KeyboardModifier) -> None:
        """A cell was pressed."""
        ...

    def dragged(self, at: QPoint) -> None:
        """The mouse moved, pressed, to this place of the screen."""
        ...

    def released(self) -> bool:
        """The mouse was let go; whether rows were dragged to another place by it."""
        ...


def ranges_of(chosen: QItemSelectionModel) -> list[QItemSelectionRange]:
    """The rectangles of chosen cells."""
    return list(chosen.selection())  # type: ignore[call-overload]


class LedgerView(QTableView):
    """Shows some columns of the model; rows are all as high as the type asks for."""

    _hands: Hands
    _pointer: Pointer

    def __init__(self, model: LedgerModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalHeader(Heads(self))
        self.setModel(model)
        self._lines = model
        self._pen: Pen | None = None
        self.columns: tuple[int, ...] = ()
        self.offset = 0  # pixels of the frozen columns left of this view
        self.drop_row: int | None = None  # rows that are dragged would come before this one
        self._number_pressed_twice = False
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setProperty("role", "half")
        self.setSelectionBehavior(_View.SelectionBehavior.SelectItems)
        self.setSelectionMode(_View.SelectionMode.ExtendedSelection)
        triggers = _View.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed)
        self.setVerticalScrollMode(_View.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(_View.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)  # brings Tab to keyPressEvent
        self.setWordWrap(False)
        self.setAutoScroll(False)  # the table knows what has to be seen
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(NARROWEST)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        # headings stay where they are while the cells go sideways
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        self._fit_rows()

    def use(self, hands: Hands, pointer: Pointer) -> None:
        """Let keys and mouse go to these."""
        self._hands, self._pointer = hands, pointer

    def show_columns(self, columns: tuple[int, ...]) -> None:
        """Show these columns and no others."""
        self.columns = columns
        for column in range(len(COLUMNS)):
            self.setColumnHidden(column, column not in columns)

    def _fit_rows(self) -> None:
        """Rows as high as the type asks for."""
        height = row_height(self)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(height + 2)
        self._pen = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are to be seen anew, each cell straight from its line."""
        seen, height = event.rect(), self.verticalHeader().defaultSectionSize()
        scrolled, width = self.verticalHeader().offset(), self.viewport().width()
        count = self._lines.rowCount()
        first = (seen.top() + scrolled) // height
        last = min((seen.bottom() + scrolled) // height + 1, count)
        painter = QPainter(self.viewport())
        if self._pen is None:
            self._pen = Pen(self.font())
        places = [Place(c, self.columnViewportPosition(c), self.columnWidth(c)) for c in self.columns]
        picture = Picture(
            [self._lines.line(row) for row in range(first, last)],
            first * height - scrolled,
            height,
            [place for place in places if place.left + place.width > seen.left() and place.left <= seen.right()],
            width,
            self.offset,
            self._lines.search,
            self._chosen(height, scrolled, width),
            self.visualRect(self.currentIndex()) if self.hasFocus() else None,
        )
        self._pen.paint(painter, picture)
        if self.drop_row is not None:
            painter.fillRect(QRect(0, self.drop_row * height - scrolled - 1, width, 2), _DROP)
        painter.end()

    def _chosen(self, height: int, scrolled: int, width: int) -> list[QRect]:
        """The chosen cells in pixels; where it is one cell only, its whole row."""
        ranges = ranges_of(self.selectionModel())
        if len(ranges) == 1 and ranges[0].width() == 1 and ranges[0].height() == 1:
            return [QRect(0, ranges[0].top() * height - scrolled, width, height)]
        return [
            QRect(
                self.columnViewportPosition(c),
                part.top() * height - scrolled,
                self.columnWidth(c),
                part.height() * height,
            )
            for part in ranges
            for c in self.columns
            if part.left() <= c <= part.right()
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # an editor lets Enter through to its view, which has heard of it by closeEditor
        if self.state() != _View.State.EditingState and not self._hands.key(event):
            if event.text():
                self.scrollTo(self.currentIndex())  # what is typed is to be seen
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Words that an input method gives in one piece open the editor and are its text; Qt itself drops them."""
        words = event.commitString()
        if not words or event.preeditString() or self.state() == _View.State.EditingState:
            super().inputMethodEvent(event)
            return
        editor = self.open_editor()
        if editor is not None:
            set_words(editor, words)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Where the first word is put together; Qt leaves the place in an editor of several lines unmapped."""
        answer, editor = super().inputMethodQuery(query), self.editor()
        if editor is not None and isinstance(answer, QRectF):
            return answer.translated(QPointF(editor.mapTo(self, QPoint())))
        return answer

    def open_editor(self) -> QWidget | None:
        """Open the editor of the current cell, where it can be typed into."""
        if self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())
        return self.editor()

    def editor(self) -> QWidget | None:
        """The editor of the current cell while it is open."""
        if self.state() != _View.State.EditingState:
            return None
        return self.indexWidget(self.currentIndex())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, _Hint.NoHint)
        self._hands.left_editor(hint)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._lines.task_at(index) is not None:
            self._pointer.pressed(index, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pointer.dragged(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dropped, twice = self._pointer.released(), self._number_pressed_twice
        self._number_pressed_twice = False
        if twice and not dropped:
            self._type_on()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index != self.currentIndex() or event.button() != Qt.MouseButton.LeftButton:
            return
        # a quick hand drags a row with the second press of its number; what it wanted is known when it lets go
        self._number_pressed_twice = index.column() == NO
        if self._number_pressed_twice:
            self._pointer.pressed(index, event.modifiers())
        else:
            self._type_on()

    def _type_on(self) -> None:
        """Open the editor of the current cell behind the words it has."""
        editor = self.open_editor()
        if editor is not None:
            set_words(editor, words_of(editor))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if self._lines.task_at(index) is not None and not self.selectionModel().isSelected(index):
            self._pointer.pressed(index, Qt.KeyboardModifier.NoModifier)
        self._hands.menu_wanted(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        if not self.currentIndex().isValid():
            first = next((row for row in range(self._lines.rowCount()) if self._lines.task_in(row) is not None), None)
            if first is not None:
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(self._lines.index(first, TITLE), flags)
        if self.currentIndex().isValid() and self.currentIndex().column() not in self.columns:
            self._hands.take_keys()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
