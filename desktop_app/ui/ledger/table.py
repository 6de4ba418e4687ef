"""The table itself: two views over one model side by side, the left one frozen. Keys work as in a spreadsheet."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger import walking
from desktop_app.ui.ledger.columns import COLUMNS, FROZEN, NO, TABLE, TITLE, USUAL
from desktop_app.ui.ledger.delegate import LedgerDelegate
from desktop_app.ui.ledger.editors import set_words, words_of
from desktop_app.ui.ledger.keys import MOVES, Move, act_of, move_of
from desktop_app.ui.ledger.model import LedgerModel
from desktop_app.ui.ledger.mouse import Mouse
from desktop_app.ui.ledger.view import NARROWEST, LedgerView, ranges_of

_Hint = QAbstractItemDelegate.EndEditHint
_Flag = QItemSelectionModel.SelectionFlag


class Block(NamedTuple):
    """The chosen cells: rows without headings, and columns that are shown."""

    rows: list[int]
    columns: list[int]


class LedgerTable(QWidget):
    """`task_chosen` names the task of the current row; `header_clicked` the column whose heading was clicked.

    `act_wanted` names an act of keys.ACTS; `rows_dropped` the row before which the chosen rows were let fall.
    """

    task_chosen = Signal(int)
    header_clicked = Signal(int)
    act_wanted = Signal(str)
    fill_wanted = Signal(str)
    rows_dropped = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(self, model: LedgerModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.columns: tuple[int, ...] = ()
        self.left, self.right = LedgerView(model, self), LedgerView(model, self)
        self.left.setAccessibleName(texts.FROZEN)
        self.right.setAccessibleName(texts.TABLE)
        self.right.setSelectionModel(self.left.selectionModel())
        self.anchor: walking.Cell | None = None
        self.mouse = Mouse(self)
        self.delegates = [LedgerDelegate(model, view) for view in (self.left, self.right)]
        for view, delegate in zip((self.left, self.right), self.delegates, strict=True):
            view.setItemDelegate(delegate)
            view.use(self, self.mouse)
            delegate.fill_wanted.connect(self.fill_wanted)
            header = view.horizontalHeader()
            header.sectionClicked.connect(self.header_clicked)
            header.sectionResized.connect(self._fit)
        self._lay_out()
        self.show_columns([COLUMNS[column] for column in USUAL])
        self.use_widths({})
        chosen = self.left.selectionModel()
        chosen.currentRowChanged.connect(self._tell)
        chosen.selectionChanged.connect(self._paint_again)
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

    def show_columns(self, names: Sequence[str]) -> None:
        """Show these columns; the frozen ones always stay."""
        self.columns = tuple(c for c, name in enumerate(COLUMNS) if c < FROZEN or name in names)
        self.model.show_columns(self.columns)
        self.left.show_columns(self.columns[:FROZEN])
        self.right.show_columns(self.columns[FROZEN:])
        self._fit()

    def use_widths(self, widths: Mapping[str, int]) -> None:
        """Set the columns' widths, in pixels by name; the others get the usual ones."""
        scale = self.fontMetrics().height() / 17
        for column, name in enumerate(COLUMNS):
            width = max(NARROWEST, widths.get(name, round(TABLE[column].width * scale)))
            self._half(column).setColumnWidth(column, width)
        self.show_columns([COLUMNS[column] for column in self.columns])

    def widths(self) -> dict[str, int]:
        """The widths of the columns that are shown, in pixels by name."""
        return {COLUMNS[column]: self._half(column).columnWidth(column) for column in self.columns}

    def _half(self, column: int) -> LedgerView:
        return self.left if column < FROZEN else self.right

    def _fit(self, *_: int) -> None:
        width = sum(self.left.columnWidth(column) for column in range(FROZEN))
        self.left.setFixedWidth(width)
        self.right.offset = width

    # where one is

    @property
    def current(self) -> walking.Cell | None:
        """Row and column of the current cell."""
        index = self.left.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def task(self) -> int | None:
        """The task of the current row."""
        return self.model.task_at(self.left.currentIndex())

    def block(self) -> Block:
        """The chosen cells."""
        parts = ranges_of(self.left.selectionModel())
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        within = {column for part in parts for column in range(part.left(), part.right() + 1)}
        shown = [column for column in self.columns if column in within]
        return Block([row for row in rows if self.model.task_in(row) is not None], shown)

    def tasks(self) -> list[int]:
        """The tasks of the chosen rows, in the order they are shown."""
        return [self.model.rows.keys[row] for row in self.block().rows]

    def go(self, index: QModelIndex) -> None:
        """Make a cell the current one and bring it into sight."""
        self.anchor = (index.row(), index.column())
        self.step_to(index, _Flag.ClearAndSelect)

    def step_to(self, index: QModelIndex, flags: QItemSelectionModel.SelectionFlag) -> None:
        """Make a cell the current one, choosing as the flags say, and bring it into sight."""
        view = self._half(index.column())
        self.left.selectionModel().setCurrentIndex(index, flags)
        if self.left.hasFocus() or self.right.hasFocus():
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        view.scrollTo(index)

    def extend(self, cell: walking.Cell) -> None:
        """Choose all cells between where the choice began and this one."""
        anchor = self.anchor or cell
        self.anchor = anchor
        self.left.selectionModel().select(QItemSelection(*_ordered(self.model, anchor, cell)), _Flag.ClearAndSelect)
        self.step_to(self.model.index(*cell), _Flag.NoUpdate)

    def choose(self, task: int, column: int | None = None) -> None:
        """Make a task's row the current one, if it is shown."""
        row, now = self.model.row_of(task), self.current
        if row is not None:
            self.go(self.model.index(row, column if column is not None else now[1] if now else TITLE))

    def choose_rows(self, tasks: Sequence[int]) -> None:
        """Choose the whole rows of these tasks, if they are shown."""
        rows = [row for task in tasks if (row := self.model.row_of(task)) is not None]
        if rows:
            self.anchor = (min(rows), NO)
            self.extend((max(rows), self.columns[-1]))

    def edit_again(self, task: int, column: int, words: str) -> None:
        """Open a cell's editor with words that could not be taken, so that nothing typed is lost."""
        self.choose(task, column)
        self.edit_current()
        editor = self._half(column).editor()
        if editor is not None:
            set_words(editor, words)

    def edit_current(self) -> None:
        """Open the editor of the current cell, all that stands there marked."""
        index = self.left.currentIndex()
        view = self._half(index.column())
        view.setFocus()
        view.edit(index)

    def sorted_by(self, column: int | None, downwards: bool) -> None:
        """Show in the headings what the rows are sorted by."""
        order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
        for view in (self.left, self.right):
            header = view.horizontalHeader()
            header.setSortIndicatorShown(column is not None)
            header.setSortIndicator(-1 if column is None else column, order)

    # what keys and mouse do

    def key(self, event: QKeyEvent) -> bool:
        """Walk, choose or ask for an act; False where the key means none of it."""
        act = act_of(event)
        if act is not None:
            self.act_wanted.emit(act)
            return True
        move = move_of(event)
        if move is None or self.current is None:
            return False
        self._move(move)
        return True

    def _move(self, move: Move) -> None:
        at = self.current
        assert at is not None
        block = self.block()
        if move.walks and len(block.rows) * len(block.columns) > 1:
            index = self.model.index(*walking.within(self.model, block.columns, block.rows, at, move.down, move.right))
            self.step_to(index, _Flag.NoUpdate)
            self._paint_again()
            return
        page = max(1, self.right.viewport().height() // self.right.verticalHeader().defaultSectionSize() - 1)
        cell = MOVES[move.how](self.model, self.columns, at, move, page)
        if cell is None:
            return
        if move.extends:
            self.extend(cell)
        else:
            self.go(self.model.index(*cell))

    def edit_on(self) -> None:
        """Open the editor of the current cell, the cursor behind what stands there."""
        self.edit_current()
        editor = self._half(self.left.currentIndex().column()).editor()
        if editor is not None:
            set_words(editor, words_of(editor))

    def edit_empty(self) -> None:
        """Open the editor of the current cell with nothing in it."""
        self.edit_current()
        editor = self._half(self.left.currentIndex().column()).editor()
        if editor is not None:
            set_words(editor, "")

    def choose_whole_rows(self) -> None:
        """Choose the chosen cells' rows from end to end."""
        self._widen(lambda part: (part.top(), 0, part.bottom(), self.columns[-1]))

    def choose_whole_columns(self) -> None:
        """Choose the chosen cells' columns from top to bottom."""
        self._widen(lambda part: (0, part.left(), self.model.rowCount() - 1, part.right()))

    def _widen(self, corners: Callable[[QItemSelectionRange], tuple[int, int, int, int]]) -> None:
        wider = QItemSelection()
        for part in ranges_of(self.left.selectionModel()):
            top, left, bottom, right = corners(part)
            wider.select(self.model.index(top, left), self.model.index(bottom, right))
        self.left.selectionModel().select(wider, _Flag.ClearAndSelect)

    def choose_all(self) -> None:
        """Choose every cell."""
        if self.model.rowCount():
            at = self.left.currentIndex()
            corners = self.model.index(0, 0), self.model.index(self.model.rowCount() - 1, self.columns[-1])
            self.left.selectionModel().select(QItemSelection(*corners), _Flag.ClearAndSelect)
            self.anchor = (0, 0) if not at.isValid() else self.anchor

    def left_editor(self, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on where the key that closed the editor leads."""
        step = {_Hint.SubmitModelCache: (1, 0), _Hint.EditNextItem: (0, 1), _Hint.EditPreviousItem: (0, -1)}.get(hint)
        if step is not None and self.current is not None:
            self._move(Move("cell", *step, walks=True))

    def menu_wanted(self, at: QPoint) -> None:
        """Ask for the menu of acts."""
        self.menu_asked.emit(at)

    def _tell(self, now: QModelIndex, _: QModelIndex) -> None:
        task = self.model.task_at(now)
        if task is not None:
            self.task_chosen.emit(task)

    def _paint_again(self, *_: object) -> None:
        self.left.viewport().update()
        self.right.viewport().update()

    def _forget(self) -> None:
        self.anchor = None


def _ordered(model: LedgerModel, one: walking.Cell, other: walking.Cell) -> tuple[QModelIndex, QModelIndex]:
    top, bottom = sorted((one[0], other[0]))
    first, last = sorted((one[1], other[1]))
    return model.index(top, first), model.index(bottom, last)
