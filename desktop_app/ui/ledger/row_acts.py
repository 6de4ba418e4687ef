"""Put rows in, take them out, put them together, move them: each as one entry that undo takes back."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import takewhile

from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Change
from desktop_app.domain.merging import can_merge, merged
from desktop_app.domain.rows import inserted, may_move, moved, removed
from desktop_app.texts import ledger as ledger_texts
from desktop_app.texts import ledger_table as texts
from desktop_app.ui.ledger.columns import COLUMNS, TITLE
from desktop_app.ui.ledger.editing import Edit
from desktop_app.ui.ledger.proposing import propose
from desktop_app.ui.ledger.table import LedgerTable
from desktop_app.ui.messages import tell
from desktop_app.ui.session import Session


class RowActs:
    """The acts on the rows chosen in a table. `order` says what decides their order: grouping and sorted column."""

    def __init__(
        self,
        session: Session,
        table: LedgerTable,
        today: Callable[[], date],
        order: Callable[[], tuple[str, int | None]],
        parent: QWidget,
    ) -> None:
        self._session, self._table, self._today, self._order, self._parent = session, table, today, order, parent

    def insert(self) -> None:
        """Put a row under the current one and open its title."""
        under = self._table.task()
        changes = inserted(self._session.snapshot, under, texts.NEW_TASK, self._today().year)
        applied = propose(self._session, Edit(changes, texts.INSERT_LABEL), self._parent)
        if applied is None:
            return
        made = next(applied.keys[change.key] for change in changes if change.key < 0)
        self._table.choose(made, TITLE)
        if self._table.task() == made:
            self._table.edit_current()

    def remove(self) -> None:
        """Take the chosen rows out, with their actions."""
        tasks, snapshot = self._table.tasks(), self._session.snapshot
        if not tasks:
            tell(self._parent, texts.NO_ROWS)
            return
        changes, row = removed(snapshot, tasks), self._table.block().rows[0]
        label = self._label(texts.REMOVE_LABEL, texts.REMOVE_MANY_LABEL, tasks)
        if propose(self._session, Edit(changes, label), self._parent) is None:
            return
        self._table.stay_near(row, TITLE)
        kept = [change for change in changes if change.field == "withdrawn"]
        if kept:
            tell(self._parent, texts.REMOVED_BUT_KEPT.format(count=len(kept)))

    def merge(self) -> None:
        """Put the chosen rows together into the first of them."""
        tasks, snapshot = self._table.tasks(), self._session.snapshot
        if len(tasks) < 2:
            tell(self._parent, texts.MERGE_TWO)
        elif not can_merge(snapshot, tasks):
            tell(self._parent, texts.MERGE_ALIKE)
        else:
            label = texts.MERGE_LABEL.format(title=snapshot.tasks[tasks[0]].title, count=len(tasks))
            if propose(self._session, Edit(merged(snapshot, tasks, texts.MERGE_SIGN), label), self._parent):
                self._table.choose(tasks[0], TITLE)

    def up(self) -> None:
        """Move the chosen rows over the row above them."""
        self._shift(-1)

    def down(self) -> None:
        """Move the chosen rows under the row below them."""
        self._shift(1)

    def _shift(self, step: int) -> None:
        tasks, snapshot, keys = self._going(), self._session.snapshot, self._table.model.rows.keys
        if not tasks:
            return
        parent = snapshot.tasks[tasks[0]].parent
        edge = keys.index(tasks[-1] if step > 0 else tasks[0])
        onwards = keys[edge + 1 :] if step > 0 else reversed(keys[:edge])
        beside = next((k for k in onwards if k >= 0 and k not in tasks and snapshot.tasks[k].parent == parent), None)
        if beside is None:
            return
        same = snapshot.tasks[beside].section == snapshot.tasks[tasks[0]].section
        self._move(tasks, beside, after=same == (step > 0))

    def drop(self, row: int) -> None:
        """Let the chosen rows fall before the row of this number."""
        tasks, keys, snapshot = self._going(), self._table.model.rows.keys, self._session.snapshot
        if not tasks:
            return
        parent = snapshot.tasks[tasks[0]].parent

        def first(found: Iterable[int]) -> int | None:
            return next((k for k in found if k >= 0 and k not in tasks and snapshot.tasks[k].parent == parent), None)

        under = first(takewhile(lambda key: key >= 0, keys[row:]))
        over = first(takewhile(lambda key: key >= 0, reversed(keys[:row])))
        beside = under or over or first(keys[row:]) or first(reversed(keys[:row]))
        if beside is None:
            tell(self._parent, texts.MOVE_APART)
        else:
            self._move(tasks, beside, after=keys.index(beside) < row)

    def _going(self) -> list[int]:
        """The chosen rows, actions without those whose task goes too; none where the order is not theirs (told)."""
        grouping, sort = self._order()
        if sort is not None:
            tell(self._parent, texts.MOVE_SORTED.format(column=ledger_texts.COLUMNS[COLUMNS[sort]]))
            return []
        if grouping not in ("section", ""):
            tell(self._parent, texts.MOVE_GROUPED)
            return []
        tasks = self._table.tasks()
        return [task for task in tasks if self._session.snapshot.tasks[task].parent not in tasks]

    def _move(self, tasks: Sequence[int], beside: int, after: bool) -> None:
        snapshot = self._session.snapshot
        if not may_move(snapshot, tasks, beside):
            tell(self._parent, texts.MOVE_APART)
            return
        changes: list[Change] = moved(snapshot, tasks, beside, after)
        label = self._label(texts.MOVE_LABEL, texts.MOVE_MANY_LABEL, tasks)
        column = at[1] if (at := self._table.current) else TITLE
        if propose(self._session, Edit(changes, label), self._parent):
            if len(tasks) > 1:
                self._table.choose_rows(tasks)
            else:
                self._table.choose(tasks[0], column)

    def _label(self, one: str, many: str, tasks: Sequence[int]) -> str:
        title = self._session.snapshot.tasks[tasks[0]].title
        return one.format(title=title) if len(tasks) == 1 else many.format(count=len(tasks))
