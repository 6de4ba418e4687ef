"""The table itself: two views over one model side by side, the left one frozen. Keys work as in a spreadsheet."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger.delegate import LedgerDelegate
from desktop_app.ui.ledger.lines import COLUMNS, FROZEN, NO, STATE, TITLE
from desktop_app.ui.ledger.model import LedgerModel
from desktop_app.ui.theme import row_height

WIDTHS = (54, 196, 112, 124, 62, 88, 92, 176, 240, 76, 140)  # pixels at the usual type size
_NARROWEST = 36
_Hint = QAbstractItemDelegate.EndEditHint
_View = QAbstractItemView


class LedgerView(QTableView):
    """One half of the table. `stepped` asks for the cell so many rows down and columns right of the current one."""

    stepped = Signal(int, int)

    def __init__(self, model: LedgerModel, columns: range, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.columns = columns
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setProperty("role", "half")
        self.setSelectionBehavior(_View.SelectionBehavior.SelectRows)
        self.setSelectionMode(_View.SelectionMode.SingleSelection)
        triggers = _View.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setVerticalScrollMode(_View.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(_View.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)  # brings Tab to keyPressEvent
        self.setWordWrap(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(_NARROWEST)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        for column in range(len(COLUMNS)):
            self.setColumnHidden(column, column not in columns)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Rows as high as the type asks for."""
        height = row_height(self)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(height + 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()
            delegate = self.itemDelegate()
            if isinstance(delegate, LedgerDelegate):
                delegate.forget_widths()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == _View.State.EditingState:
            return  # an editor lets Enter through to its view, which has heard of it by closeEditor
        key, column = event.key(), self.currentIndex().column()
        step = _STEPS.get(Qt.Key(key))
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._leaves(key, column):
            step = (0, 1 if key == Qt.Key.Key_Right else -1)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            step = (-1, 0)
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            step = None
        if step is not None:
            self.stepped.emit(*step)
        elif key == Qt.Key.Key_Delete:
            if column != STATE:  # a task is always in some state
                self.model().setData(self.currentIndex(), "")
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Words that an input method gives in one piece open the editor and are its text; Qt itself drops them."""
        words = event.commitString()
        if not words or event.preeditString() or self.state() == _View.State.EditingState:
            super().inputMethodEvent(event)
            return
        self.edit(self.currentIndex())
        editor = self.viewport().focusWidget()
        if isinstance(editor, QLineEdit):
            editor.setText(words)

    def _leaves(self, key: int, column: int) -> bool:
        return column == (self.columns[-1] if key == Qt.Key.Key_Right else self.columns[0])

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, _Hint.NoHint)
        step = {_Hint.SubmitModelCache: (1, 0), _Hint.EditNextItem: (0, 1), _Hint.EditPreviousItem: (0, -1)}.get(hint)
        if step is not None:
            self.stepped.emit(*step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.stepped.emit(1, 0)


_STEPS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


class LedgerTable(QWidget):
    """`task_chosen` names the task of the current row; `header_clicked` the column whose heading was clicked."""

    task_chosen = Signal(int)
    header_clicked = Signal(int)

    def __init__(self, model: LedgerModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.left = LedgerView(model, range(FROZEN), self)
        self.right = LedgerView(model, range(FROZEN, len(COLUMNS)), self)
        self.left.setAccessibleName(texts.FROZEN)
        self.right.setAccessibleName(texts.TABLE)
        self.right.setSelectionModel(self.left.selectionModel())
        self._delegates = [LedgerDelegate(model, 0, self.left), LedgerDelegate(model, 0, self.right)]
        for view, delegate in zip((self.left, self.right), self._delegates, strict=True):
            view.setItemDelegate(delegate)
            view.stepped.connect(self._step)
            header = view.horizontalHeader()
            header.sectionClicked.connect(self.header_clicked)
            header.sectionResized.connect(self._fit)
        self._lay_out()
        self.use_widths({})
        self.left.selectionModel().currentRowChanged.connect(self._tell)
        model.modelReset.connect(self._forget)

    def _lay_out(self) -> None:
        always = Qt.ScrollBarPolicy
        self.left.setHorizontalScrollBarPolicy(always.ScrollBarAlwaysOff)
        self.left.setVerticalScrollBarPolicy(always.ScrollBarAlwaysOff)
        self._under = QVBoxLayout()
        self._under.setContentsMargins(0, 0, 0, 0)
        self._under.addWidget(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._under)
        row.addWidget(self.right, 1)
        ours, theirs = self.left.verticalScrollBar(), self.right.verticalScrollBar()
        ours.valueChanged.connect(theirs.setValue)
        theirs.valueChanged.connect(ours.setValue)
        self.right.horizontalScrollBar().rangeChanged.connect(self._level)

    def _level(self, low: int, high: int) -> None:
        """Keep both halves equally high: the frozen one has no scroll bar below it."""
        self._under.setContentsMargins(
            0, 0, 0, self.right.horizontalScrollBar().sizeHint().height() if high > low else 0
        )

    def use_widths(self, widths: Mapping[str, int]) -> None:
        """Set the columns' widths, in pixels by name; the others get the usual ones."""
        scale = self.fontMetrics().height() / 17
        for column, (name, usual) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
            view = self.left if column < FROZEN else self.right
            view.setColumnWidth(column, max(_NARROWEST, widths.get(name, round(usual * scale))))
        self._fit()

    def widths(self) -> dict[str, int]:
        """The columns' widths in pixels, by name."""
        views = (self.left if column < FROZEN else self.right for column in range(len(COLUMNS)))
        return {name: view.columnWidth(n) for n, (name, view) in enumerate(zip(COLUMNS, views, strict=True))}

    def _fit(self, *_: int) -> None:
        width = sum(self.left.columnWidth(column) for column in range(FROZEN))
        self.left.setFixedWidth(width)
        self._delegates[1].offset = width

    def _step(self, down: int, right: int) -> None:
        """Go so many rows or columns on; headings are passed over, and a row's end leads to the next row."""
        now = self.left.currentIndex()
        row, column = (now.row(), now.column() + right) if now.isValid() else (-1, TITLE)
        if not 0 <= column < len(COLUMNS):
            down, column = (1, NO) if column > 0 else (-1, len(COLUMNS) - 1)
        row += down
        while down and 0 <= row < self.model.rowCount() and self.model.task_at(self.model.index(row, 0)) is None:
            row += down
        if 0 <= row < self.model.rowCount():
            self.go(self.model.index(row, column))

    def go(self, index: QModelIndex) -> None:
        """Make a cell the current one and bring it into sight."""
        view = self.left if index.column() < FROZEN else self.right
        flags = QItemSelectionModel.SelectionFlag
        self.left.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if self.left.hasFocus() or self.right.hasFocus():
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        view.scrollTo(index)

    def choose(self, task: int, column: int | None = None) -> None:
        """Make a task's row the current one, if it is shown."""
        row = self.model.row_of(task)
        if row is not None:
            now = self.left.currentIndex()
            self.go(self.model.index(row, column if column is not None else now.column() if now.isValid() else TITLE))

    def edit_again(self, task: int, column: int, words: str) -> None:
        """Open a cell's editor with words that could not be taken, so that nothing typed is lost."""
        self.choose(task, column)
        view = self.left if column < FROZEN else self.right
        view.setFocus()
        view.edit(view.currentIndex())
        editor = view.indexWidget(view.currentIndex()) or view.viewport().focusWidget()
        if isinstance(editor, QLineEdit):
            editor.setText(words)

    def sorted_by(self, column: int | None, downwards: bool) -> None:
        """Show in the headings what the rows are sorted by."""
        order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
        for view in (self.left, self.right):
            header = view.horizontalHeader()
            header.setSortIndicatorShown(column is not None)
            header.setSortIndicator(-1 if column is None else column, order)

    def _tell(self, now: QModelIndex, _: QModelIndex) -> None:
        task = self.model.task_at(now)
        if task is not None:
            self.task_chosen.emit(task)

    def _forget(self) -> None:
        for delegate in self._delegates:
            delegate.forget_widths()
