"""The table itself: two views over one model side by side, the left one frozen. Keys work as in a spreadsheet."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger import choosing, walking
from desktop_app.ui.ledger.arranging import Rows
from desktop_app.ui.ledger.columns import NO, TITLE
from desktop_app.ui.ledger.delegate import LedgerDelegate
from desktop_app.ui.ledger.editors import set_words, words_of
from desktop_app.ui.ledger.facts import Facts
from desktop_app.ui.ledger.headings import Headings
from desktop_app.ui.ledger.keys import MOVES, Move, act_of, move_of
from desktop_app.ui.ledger.model import LedgerModel
from desktop_app.ui.ledger.mouse import Mouse
from desktop_app.ui.ledger.view import LedgerView, ranges_of

_Hint = QAbstractItemDelegate.EndEditHint
_Flag = QItemSelectionModel.SelectionFlag


class LedgerTable(QWidget):
    """`task_chosen` names the task of the current row; `act_wanted` an act of keys.ACTS.

    `rows_dropped` has the row before which the chosen rows were let fall.
    """

    task_chosen = Signal(int)
    act_wanted = Signal(str)
    fill_wanted = Signal(str)
    rows_dropped = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(self, model: LedgerModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
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
        self.headings = Headings(self.left, self.right)
        self.headings.changed.connect(self._follow_columns)
        self._lay_out()
        self.headings.show_usual()
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

    # what is seen

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that are shown, in their order."""
        return self.headings.columns

    @property
    def seen_at_once(self) -> int:
        """How many rows there is room for."""
        return self.right.viewport().height() // self.right.verticalHeader().defaultSectionSize() + 2

    def show_rows(self, rows: Rows, facts: Facts) -> None:
        """Show other rows, or the same with other words; what was chosen stays so where it is still shown."""
        now, task = self.current, self.task()
        block = self.block()
        chosen = [self.model.rows.keys[row] for row in block.rows] if len(block.rows) > 1 and self.is_block() else []
        self.model.show_rows(rows, facts)
        if chosen:
            self.choose_rows(chosen, block.columns)
        elif task is not None and now is not None:
            self.choose(task, now[1])
        if now is not None and self.current is None and (self.left.hasFocus() or self.right.hasFocus()):
            self.stay_near(*now)

    def paint_now(self) -> None:
        """Paint both halves before anything else happens."""
        for view in (self.left, self.right):
            view.executeDelayedItemsLayout()
            view.viewport().repaint()

    # where one is

    @property
    def current(self) -> walking.Cell | None:
        """Row and column of the current cell."""
        index = self.left.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def task(self) -> int | None:
        """The task of the current row."""
        return self.model.task_at(self.left.currentIndex())

    def block(self) -> choosing.Block:
        """The chosen cells."""
        return choosing.block_of(self.model, self.left.selectionModel(), self.columns)

    def cells(self) -> list[walking.Cell]:
        """The chosen cells one by one."""
        return choosing.cells_of(self.model, self.left.selectionModel(), self.columns)

    def is_block(self) -> bool:
        """Whether the chosen cells fill their rows and columns, so that they can be copied and pasted over."""
        block = self.block()
        return len(ranges_of(self.left.selectionModel())) <= 1 or len(self.cells()) == len(block.rows) * len(
            block.columns
        )

    def tasks(self) -> list[int]:
        """The tasks of the chosen rows, in the order they are shown."""
        return [self.model.rows.keys[row] for row in self.block().rows]

    def go(self, index: QModelIndex) -> None:
        """Make a cell the current one and bring it into sight."""
        self.anchor = (index.row(), index.column())
        self.step_to(index, _Flag.ClearAndSelect)

    def step_to(self, index: QModelIndex, flags: QItemSelectionModel.SelectionFlag) -> None:
        """Make a cell the current one, choosing as the flags say, and bring it into sight."""
        view = self.headings.half(index.column())
        self.left.selectionModel().setCurrentIndex(index, flags)
        if self.left.hasFocus() or self.right.hasFocus():
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.anchor is not None and {self.anchor[1], index.column()} == {NO, self.columns[-1]}:
            self.left.scrollTo(self.model.index(index.row(), NO))  # whole rows: the columns stay where they are
        else:
            view.scrollTo(index)

    def extend(self, cell: walking.Cell) -> None:
        """Choose all cells between where the choice began and this one."""
        anchor = self.anchor or cell
        self.anchor = anchor
        self._choose(choosing.between(self.model, self.columns, anchor, cell))
        self.step_to(self.model.index(*cell), _Flag.NoUpdate)

    def choose(self, task: int, column: int | None = None) -> None:
        """Make a task's row the current one, if it is shown."""
        row, now = self.model.row_of(task), self.current
        if row is not None:
            self.go(self.model.index(row, column if column is not None else now[1] if now else TITLE))

    def stay_near(self, row: int, column: int) -> None:
        """Make the row that is now at this place, or the last before it, the current one."""
        keys = self.model.rows.keys
        near = next((key for key in (*keys[row:], *reversed(keys[:row])) if key >= 0), None)
        if near is not None:
            self.choose(near, column)

    def choose_rows(self, tasks: Collection[int], columns: Sequence[int] = ()) -> None:
        """Choose these tasks' cells in these columns (none named: the whole rows), as far as they are shown."""
        wanted = set(tasks)
        rows = [row for row, key in enumerate(self.model.rows.keys) if key in wanted]
        if rows:
            across = columns or self.columns
            self._choose(choosing.block(self.model, self.columns, rows, across))
            self.anchor = (rows[0], across[0])
            self.step_to(self.model.index(rows[-1], across[-1]), _Flag.NoUpdate)

    def edit_again(self, task: int, column: int, words: str) -> None:
        """Open a cell's editor with words that could not be taken, so that nothing typed is lost."""
        self.choose(task, column)
        editor = self.edit_current()
        if editor is not None:
            set_words(editor, words)

    def take_keys(self) -> None:
        """Let the keys go to the half in which the current cell is."""
        self.headings.half(self.left.currentIndex().column()).setFocus()

    def edit_current(self) -> QWidget | None:
        """Open the editor of the current cell, all that stands there marked."""
        self.take_keys()
        return self.headings.half(self.left.currentIndex().column()).open_editor()

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
        editor = self.edit_current()
        if editor is not None:
            set_words(editor, words_of(editor))

    def edit_empty(self) -> None:
        """Open the editor of the current cell with nothing in it."""
        editor = self.edit_current()
        if editor is not None:
            set_words(editor, "")

    def choose_whole_rows(self) -> None:
        """Choose the chosen cells' rows from end to end."""
        self._choose(choosing.whole_rows(self.model, self.left.selectionModel()))

    def choose_whole_columns(self) -> None:
        """Choose the chosen cells' columns from top to bottom."""
        self._choose(choosing.whole_columns(self.model, self.left.selectionModel()))

    def choose_all(self) -> None:
        """Choose every cell."""
        if self.model.rowCount():
            self._choose(choosing.everything(self.model))
            self.anchor = self.anchor if self.left.currentIndex().isValid() else (0, 0)

    def _choose(self, cells: QItemSelection) -> None:
        self.left.selectionModel().select(cells, _Flag.ClearAndSelect)

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

    def _follow_columns(self) -> None:
        """Other columns are shown: a cell in one that is gone gives the keys to the title of its row."""
        self.model.show_columns(self.columns)
        now = self.current
        if now is not None and now[1] not in self.columns:
            self.go(self.model.index(now[0], TITLE))
        elif self.anchor is not None and self.anchor[1] not in self.columns:
            self.anchor = now

    def _forget(self) -> None:
        self.anchor = None
