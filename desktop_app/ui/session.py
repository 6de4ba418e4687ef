"""What every page shares: the open ledger, its snapshot, today's lights, the chosen task, the one way to change."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app import clock
from desktop_app.domain.changes import Change
from desktop_app.domain.progress import Status, statuses
from desktop_app.domain.reported import answered_until
from desktop_app.domain.snapshot import Snapshot
from desktop_app.store import undo
from desktop_app.store.journal import EDIT, Entry, entries
from desktop_app.store.store import Applied, Store

if TYPE_CHECKING:
    from desktop_app.domain.filters import Filter
    from desktop_app.ui.sought import Sought

_FEW = 500  # tasks up to which only they are judged again


class Session(QObject):
    """Pages listen to `changed` (the touched records: (entity, key)) and redraw only if they show one of them."""

    changed = Signal(object)
    task_chosen = Signal(int)
    ledger_wanted = Signal(object)
    sought_changed = Signal()
    restore_wanted = Signal(object)  # the path of a backup, for whoever opened the ledger

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.snapshot: Snapshot = store.snapshot()
        self.chosen_task: int | None = None
        self._sought: Sought | None = None
        self._statuses: dict[int, Status] | None = None

    @property
    def sought(self) -> "Sought":
        """What is looked for on every page that shows tasks in rows; the first page shows none."""
        if self._sought is None:
            from desktop_app.ui.sought import Sought

            self._sought = Sought()
        return self._sought

    @property
    def statuses(self) -> dict[int, Status]:
        """Light, reason and progress of each task as of today; computed from the snapshot when first asked for."""
        if self._statuses is None:
            self._statuses = statuses(self.snapshot, clock.today(), self.answered_until)
        return self._statuses

    @property
    def answered_until(self) -> date:
        """The day up to which rounds count today (see `domain.reported`)."""
        return answered_until(self.snapshot, clock.today())

    def apply(self, changes: Iterable[Change], label: str, kind: str = EDIT) -> Applied | None:
        """Propose to the store; every view hears what was touched. Refused passes on to the caller, nothing changed."""
        return self.take_in(self.store.apply(changes, label, kind))

    def take_in(self, applied: Applied | None) -> Applied | None:
        """Show what a verb has applied to the same store."""
        if applied is not None:
            before, self.snapshot = self.snapshot, self.store.reread(self.snapshot, applied.touched)
            self._judge_again(before, applied.touched)
            self.changed.emit(applied.touched)
        return applied

    def _judge_again(self, before: Snapshot, touched: Iterable[tuple[str, int]]) -> None:
        """Give the tasks that a change concerns their lights anew; all of them where it may concern any."""
        if self._statuses is None:
            return
        from desktop_app.domain.concerned import concerned

        tasks = concerned(before, self.snapshot, touched)
        if tasks is None or len(tasks) > _FEW:
            self._statuses = None
            return
        kept = dict(self._statuses)
        for key in tasks:
            kept.pop(key, None)
        self._statuses = kept | self.judge(tasks)

    def judge(self, tasks: Collection[int]) -> dict[int, Status]:
        """The lights of these tasks alone, as `statuses` has them."""
        from desktop_app.domain.concerned import about

        return statuses(about(self.snapshot, tasks), clock.today(), self.answered_until)

    def know(self, judged: dict[int, Status]) -> None:
        """Every task was judged, a part at a time: these are the lights of all."""
        self._statuses = judged

    @property
    def judged(self) -> bool:
        """Whether `statuses` is at hand without judging the whole ledger."""
        return self._statuses is not None

    def reload(self) -> None:
        """Read the whole ledger again: a verb has recorded something and was then refused the rest."""
        before, self.snapshot = self.snapshot, self.store.snapshot()
        self._statuses = None
        tables = self.snapshot.tables.items()
        self.changed.emit(frozenset((e, k) for e, t in tables for k, r in t.items() if before.tables[e].get(k) != r))

    def show(self, store: Store) -> None:
        """Show another state of the ledger from now on: an earlier day's, or again the present one."""
        before, self.store, self.snapshot = self.snapshot, store, store.snapshot()
        self._statuses = None
        seen = (before.tables, self.snapshot.tables)
        self.changed.emit(frozenset((entity, key) for tables in seen for entity, t in tables.items() for key in t))

    def turn_day(self) -> None:
        """Judge by the day that has come while the window stood open; every page is drawn again."""
        self._statuses = None
        self.changed.emit(frozenset(("task", key) for key in self.snapshot.tasks))

    def entries(self) -> list[Entry]:
        """The journal, newest entry first."""
        return entries(self.store.connection)

    def steps(self) -> undo.Steps:
        """What undo and redo would take back now."""
        return undo.steps(self.store)

    def undo(self, number: int) -> Applied | None:
        """Take an entry back; Refused where later work stands on it."""
        return self.take_in(undo.undo(self.store, number, self.snapshot))

    def undo_rest(self, number: int) -> Applied | None:
        """Take an entry back but for what later work stands on."""
        return self.take_in(undo.undo_rest(self.store, number, self.snapshot))

    def choose_task(self, key: int) -> None:
        """Make this the task that the inspector shows, on whichever page it was clicked."""
        if key != self.chosen_task:
            self.chosen_task = key
            self.task_chosen.emit(key)

    def seek(self, sought: "Sought") -> None:
        """Make this what is looked for on every page that shows tasks in rows."""
        if sought != self.sought:
            self._sought = sought
            self.sought_changed.emit()

    def show_in_ledger(self, wanted: "Filter") -> None:
        """Open the ledger page with exactly the rows that a number on another page counts."""
        self.ledger_wanted.emit(wanted)
