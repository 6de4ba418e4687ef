"""Undo and redo over the journal: they survive a restart because the journal is all they know."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.store import journal
from desktop_app.store.journal import DISPATCH, RESTORE, Entry
from desktop_app.store.store import Applied, Store
from desktop_app.texts import store as texts

if TYPE_CHECKING:
    from desktop_app.domain.undo import Undoing

NEVER = {DISPATCH: texts.NEVER_UNDONE, RESTORE: texts.RESTORE_STANDS}
"""What is never undone, and the sentence that says how to go on."""


_NEWEST = 200  # entries that mostly suffice to tell what comes next


class Steps(NamedTuple):
    """What undo and redo would take back now; None where there is nothing."""

    undo: Entry | None
    redo: Entry | None


def steps(store: Store) -> Steps:
    """The entry that Ctrl+Z takes back, and the undo entry that Ctrl+Y takes back.

    A fresh piece of work ends redo, as everywhere. A dispatch is never undone (law 8), so undo looks past it.
    """
    newest = journal.entries(store.connection, _NEWEST)
    found = _steps(store, newest)
    if len(newest) == _NEWEST and (found.undo is None or all(entry.undoes is not None for entry in newest)):
        return _steps(store, journal.entries(store.connection))
    return found


def _steps(store: Store, entries: list[Entry]) -> Steps:
    """As `steps`, from these newest entries alone: enough where there is work to undo and fresh work among them."""
    known = Known(store, entries)
    taken_back = {e.undoes for e in entries if e.undoes is not None}
    standing = [e for e in entries if e.id not in taken_back]
    undo = next((e for e in standing if not is_undo(known, e) and e.kind not in NEVER), None)
    fresh = _newest_work(known, entries)
    redo = next((e for e in standing if is_undo(known, e) and e.id > fresh), None)
    return Steps(undo, redo)


def _newest_work(known: "Known", entries: list[Entry]) -> int:
    """The latest entry that ends redo: fresh work, or work that was brought back over fresh work, out of its turn.

    What came before the oldest fresh work among `entries` does not matter.
    """
    newest = 0
    for entry in sorted(entries):
        out_of_turn = entry.undoes is not None and entry.undoes < newest and is_undo(known, known[entry.undoes])
        if entry.undoes is None or out_of_turn:
            newest = entry.id
    return newest


class Known(dict[int, Entry]):
    """Entries by id; one that is not among them is read when it is asked for, so that the newest ones will do."""

    def __init__(self, store: Store, entries: Iterable[Entry] = ()) -> None:
        super().__init__((entry.id, entry) for entry in entries)
        self._store = store

    def __missing__(self, number: int) -> Entry:
        self[number] = entry = _entry(self._store, number)
        return entry


def taken_back(store: Store) -> set[int]:
    """The pieces of work that do not stand now: taken back and not brought again."""
    entries = journal.entries(store.connection)
    known, undone = Known(store, entries), {e.undoes for e in entries}
    return {_root(known, e) for e in entries if e.id not in undone and is_undo(known, e)}


def is_undo(known: Known, entry: Entry) -> bool:
    """Whether an entry takes work back: the undo of an undo is work again."""
    return len(list(_chain(known, entry))) % 2 == 0


def _chain(known: Known, entry: Entry) -> Iterator[Entry]:
    """An entry, what it takes back, and so on down to the work; always an older one, whatever a spoilt ledger says."""
    yield entry
    while entry.undoes is not None and entry.undoes < entry.id:
        entry = known[entry.undoes]
        yield entry


def plan_undo(store: Store, number: int, now: Snapshot | None = None) -> "Undoing":
    """What taking an entry back would change, and what stands in its way. Refused where it can never be undone.

    `now` is the ledger as it is, where somebody has read it already.
    """
    from desktop_app.domain.undo import take_back

    entry = journal.entry_of(store.connection, number)
    if entry is None:
        raise Refused(texts.NO_ENTRY.format(entry=number))
    if entry.kind in NEVER:
        raise Refused(NEVER[entry.kind].format(label=entry.label))
    if store.connection.execute("SELECT 1 FROM journal_entry WHERE undoes=?", (number,)).fetchone():
        raise Refused(texts.ALREADY_UNDONE.format(label=entry.label))
    return take_back(now or store.snapshot(), journal.changes_of(store.connection, number), _set_later(store, entry))


def _set_later(store: Store, entry: Entry) -> set[tuple[str, int, str]]:
    """The fields that later work has set and that still stands; what was taken back since does not count.

    Later is what was first done later: an older piece of work that was redone a moment ago is still the older one.
    """
    own = _root(Known(store), entry)
    later = journal.entries_after(store.connection, own)
    known, taken_back = Known(store, later), {e.undoes for e in later}
    standing = [e for e in later if e.id not in taken_back and not is_undo(known, e)]
    work = [e for e in standing if _root(known, e) > own]
    return {place for e in work for place in journal.places_of(store.connection, e.id)}


def _root(known: Known, entry: Entry) -> int:
    return min(one.id for one in _chain(known, entry))


def undo(store: Store, number: int, now: Snapshot | None = None) -> Applied | None:
    """Take an entry back whole; Refused where later work stands on it (see `undo_rest`)."""
    plan = plan_undo(store, number, now)
    if plan.obstacles:
        label = _entry(store, number).label
        raise Refused(texts.LATER_WORK.format(label=label, count=len(plan.obstacles)))
    return _apply(store, number, plan)


def undo_rest(store: Store, number: int, now: Snapshot | None = None) -> Applied | None:
    """Take back what later work does not stand on, and keep the rest."""
    return _apply(store, number, plan_undo(store, number, now))


def _apply(store: Store, number: int, plan: "Undoing") -> Applied | None:
    return store.apply(plan.changes, _label(store, number), undoes=number)


def work_of(store: Store, entry: Entry) -> Entry:
    """The piece of work that an entry is, takes back or brings back: what the undo button names."""
    return list(_chain(Known(store), entry))[-1]


def _label(store: Store, number: int) -> str:
    """撤销“…” of the work itself; taking an undo back is 重做“…”, never 撤销“撤销“…””."""
    entry = _entry(store, number)
    again = is_undo(Known(store), entry)
    return (texts.REDO if again else texts.UNDO).format(label=work_of(store, entry).label)


def _entry(store: Store, number: int) -> Entry:
    entry = journal.entry_of(store.connection, number)
    if entry is None:
        raise Refused(texts.NO_ENTRY.format(entry=number))
    return entry
