"""Copy, paste, fill, clear and replace: what is done to the chosen cells, each as one entry."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.domain.cells import read_block, write_block
from desktop_app.domain.progress import statuses
from desktop_app.domain.rows import appended
from desktop_app.domain.snapshot import changed
from desktop_app.texts import ledger_table as texts
from desktop_app.ui.ledger.blocks import (
    Laid,
    Misfit,
    Put,
    Tried,
    copied,
    filled_down,
    pasted,
    too_low,
    tried,
)
from desktop_app.ui.ledger.columns import DONE, STATE, TITLE
from desktop_app.ui.ledger.editing import EDITABLE
from desktop_app.ui.ledger.facts import Facts
from desktop_app.ui.ledger.proposing import propose
from desktop_app.ui.ledger.table import LedgerTable
from desktop_app.ui.ledger.walking import Cell
from desktop_app.ui.messages import choose, tell
from desktop_app.ui.session import Session

_NEVER_CLEARED = (TITLE, STATE)
_ADD, _FIT = range(2)  # what to do with lines below the last row
_SHORT = 12  # characters of a value that a label names


class BlockActs:
    """The acts on the cells chosen in a table."""

    def __init__(self, session: Session, table: LedgerTable, today: Callable[[], date], parent: QWidget) -> None:
        self._session, self._table, self._today, self._parent = session, table, today, parent

    def copy(self) -> None:
        """Put the chosen cells on the clipboard as Excel does."""
        if self._is_block():
            QGuiApplication.clipboard().setText(write_block(copied(self._table.model, *self._table.block())))

    def cut(self) -> None:
        """Copy the chosen cells, then empty them."""
        if self._is_block():
            self.copy()
            self.clear()

    def _is_block(self) -> bool:
        """Whether the chosen cells are a block; said where they are not."""
        whole = self._table.is_block()
        if not whole:
            tell(self._parent, texts.NO_BLOCK)
        return whole

    def paste(self) -> None:
        """Take the clipboard's block from the first chosen cell on."""
        text, block = QGuiApplication.clipboard().text(), self._table.block()
        if not text:
            tell(self._parent, texts.NOTHING_TO_PASTE)
        elif block.rows and block.columns and self._is_block():
            laid = pasted(self._table.model, self._table.columns, *block, read_block(text))
            named = [line for line in laid.below if TITLE in line]
            way = self._way_below(len(named)) if named else _FIT
            if way == _ADD:
                self._add(laid, named)
            elif way == _FIT:
                outside = [*laid.misfits, *too_low(line for line in laid.below if line not in named)]
                self.put(laid.puts, lambda count: texts.PASTE_LABEL.format(count=count), outside)

    def _last(self) -> int:
        return next(key for key in reversed(self._table.model.rows.keys) if key >= 0)

    def _way_below(self, count: int) -> int | None:
        """Ask what to do with lines below the last row: _ADD, _FIT; None where nothing is to be pasted."""
        title = self._session.snapshot.tasks[self._last()].title
        asked = texts.ADD_ROWS.format(count=count, title=title)
        return choose(self._parent, asked, texts.ADD.format(count=count), texts.FIT)

    def _add(self, laid: Laid, lines: Sequence[Mapping[int, str]]) -> None:
        """Make tasks of the lines below the last row, in one step with what goes into the others."""
        snapshot, today = self._session.snapshot, self._today()
        made, keys = appended(snapshot, self._last(), [line[TITLE].strip() for line in lines], today.year)
        grown = changed(snapshot, made)
        facts = Facts(grown, today, {}, lambda _: statuses(grown, today))
        fresh = [
            Put(key, column, words) for key, line in zip(keys, lines, strict=True) for column, words in line.items()
        ]
        outside = [*laid.misfits, *too_low(line for line in laid.below if TITLE not in line)]

        def label(count: int) -> str:
            return texts.PASTE_ADD_LABEL.format(count=count + len(keys), rows=len(keys))

        self._store(tried(facts, [*laid.puts, *fresh], label, today, made), outside)

    def clear(self) -> None:
        """Empty the chosen cells; title and state stay."""
        cells = [cell for cell in self._table.cells() if cell[1] in EDITABLE and cell[1] not in _NEVER_CLEARED]
        self.put(self._words_in(cells, ""), lambda count: texts.CLEAR_LABEL.format(count=count))

    def fill_down(self) -> None:
        """Write what stands in the first chosen row, or above the only one, into the others."""
        rows, columns = self._table.block()
        if rows and self._is_block():
            wanted = [column for column in columns if column in EDITABLE]
            puts = filled_down(self._table.model, rows, wanted)
            self.put(puts, lambda count: texts.FILL_LABEL.format(count=count))

    def fill(self, words: str) -> None:
        """Write the same words into every chosen cell."""
        self.same(self._words_in(self._table.cells(), words), words)

    def _words_in(self, cells: Sequence[Cell], words: str) -> list[Put]:
        return [Put(self._table.model.rows.keys[row], column, words) for row, column in cells]

    def same(self, puts: Sequence[Put], words: str) -> None:
        """Write the same words into these cells."""
        short = words if len(words) <= _SHORT else words[:_SHORT] + "…"
        self.put(puts, lambda count: texts.SAME_LABEL.format(count=count, words=short))

    def many(self) -> None:
        """Ask for one value for all chosen rows."""
        from desktop_app.ui.ledger.many_dialog import ManyDialog

        tasks = self._table.tasks()
        if not tasks:
            tell(self._parent, texts.NO_ROWS)
            return
        at = self._table.current
        dialog = ManyDialog(self._table.model.facts, len(tasks), at[1] if at else DONE, self._parent)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        column, words = dialog.column(), dialog.words()
        dialog.deleteLater()
        if wanted:
            self.same([Put(task, column, words) for task in tasks], words)

    def replace(self) -> None:
        """Find words in chosen columns and replace them."""
        from desktop_app.ui.ledger.replace_dialog import ReplaceDialog

        model, block = self._table.model, self._table.block()
        everywhere = [key for key in model.rows.keys if key >= 0]
        chosen = [model.rows.keys[row] for row in block.rows]
        dialog = ReplaceDialog(model.facts, everywhere, chosen, self._table.columns, self._parent)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        found, new, puts = dialog.found(), dialog.new(), dialog.puts()
        dialog.deleteLater()
        if wanted:
            self.put(puts, lambda count: texts.REPLACE_LABEL.format(found=found, new=new, count=count))

    def put(self, puts: Sequence[Put], label: Callable[[int], str], outside: Sequence[Misfit] = ()) -> None:
        """Store what fits as one entry; where something does not, first show what, and ask."""
        self._store(tried(self._table.model.facts, puts, label, self._today()), outside)

    def _store(self, done: Tried, outside: Sequence[Misfit]) -> None:
        misfits = [*outside, *done.misfits]
        if misfits and not self._take_rest(done, misfits):
            return
        if done.edit.changes:
            propose(self._session, done.edit, self._parent)

    def _take_rest(self, done: Tried, misfits: list[Misfit]) -> bool:
        from desktop_app.ui.ledger.misfits_dialog import MisfitsDialog

        dialog = MisfitsDialog(done.cells, misfits, self._parent)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return wanted
