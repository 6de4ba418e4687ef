"""The ledger: open it, read it as a Snapshot, change it by `apply`, and know its journal."""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable
from functools import cache, partial
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from desktop_app import clock
from desktop_app.collector import paused
from desktop_app.domain.changes import Change, inverse
from desktop_app.domain.model import ENTITIES
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.errors import Refused
from desktop_app.files import stands
from desktop_app.store import database, journal, place
from desktop_app.store.journal import BULK, EDIT, Entry
from desktop_app.store.lock import Lock
from desktop_app.store.shared_texts import texts_shared
from desktop_app.store.sources import Sources
from desktop_app.texts import store as texts

FILE, LOCK = "ledger.duban", "ledger.lock"
_KEY = itemgetter(0)
_MANY = 500  # changes of a step that writes much


class Applied(NamedTuple):
    """What an apply did: the journal entry, the records it touched, and the lasting key of each stand-in."""

    entry: int
    touched: frozenset[tuple[str, int]]
    keys: dict[int, int]


class Identity(NamedTuple):
    """Which ledger this is, and which life of it: a restore starts a new epoch (law 7)."""

    ledger: str
    epoch: int


class Store:
    """One ledger folder. Made by `open_ledger` (to write; made if need be) or `read_ledger`.

    `path` is the database file, `only_read` the sentence that tells why nothing is written. `before_bulk`, where set,
    is called before each step that changes much; what it raises stops the step.
    """

    def __init__(
        self, folder: Path, connection: sqlite3.Connection, lock: Lock | None, only_read: str = texts.ONLY_READ
    ) -> None:
        self.folder = folder
        self.path = folder / FILE
        self.connection = connection
        self.sources = Sources(folder)
        self.before_bulk: Callable[[], object] | None = None
        self._log = database.SHORT_LOG
        self._lock = lock
        self.only_read = only_read
        # Windows lets nobody replace a file that is open, and on some disks numbers files anew
        self._opened = self.path.stat() if lock and os.name != "nt" else None

    @property
    def writable(self) -> bool:
        """Whether this process is the one that may change the ledger."""
        return self._lock is not None

    def may_write(self) -> None:
        """Refused where the ledger is open only to read, or where its file is not the one that was opened.

        A file that was moved or taken away goes on being written to: what is saved there nobody finds again.
        """
        if not self.writable:
            raise Refused(self.only_read)
        try:
            found = self.path.stat()
        except OSError as error:
            raise Refused(texts.MOVED) from error
        if self._opened is not None and not os.path.samestat(self._opened, found):
            raise Refused(texts.MOVED)

    def close(self) -> None:
        """Let the ledger go."""
        self.connection.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        damage = self.damage() if isinstance(error, Exception) and not isinstance(error, Refused) else None
        self.close()
        if damage:
            raise database.Spoilt(damage) from error

    def identity(self) -> Identity:
        """The ledger's id and epoch, as forms carry them."""
        return Identity(*self.connection.execute("SELECT id, epoch FROM ledger").fetchone())

    def version(self) -> int:
        """A number that changes whenever another process has changed the ledger."""
        with database.told(self.path):
            return self.connection.execute("PRAGMA data_version").fetchone()[0]

    def snapshot(self) -> Snapshot:
        """The whole ledger as it is now."""
        tables = {}
        with database.told(self.path), texts_shared(self.connection) as read_next, paused():
            for entity in ENTITIES:
                read_next(entity)
                tables[entity] = self._table(entity)
        self.connection.execute("PRAGMA shrink_memory")  # no page of it is read twice soon
        return Snapshot(tables)

    def part(self, *entities: str) -> Snapshot:
        """Only these entities of the ledger as it is now; the others are empty."""
        with database.told(self.path):
            return Snapshot({entity: self._table(entity) for entity in entities})

    def names(self, entity: str, field: str, keys: Iterable[int]) -> bool:
        """Whether any record of an entity now names one of these keys in a field; no record is read for it."""
        wanted = f'SELECT 1 FROM "{entity}" WHERE "{field}" IN (SELECT value FROM json_each(?)) LIMIT 1'
        with database.told(self.path):
            return self.connection.execute(wanted, (json.dumps(list(keys)),)).fetchone() is not None

    def _table(self, entity: str) -> dict:
        make = partial(tuple.__new__, ENTITIES[entity])  # what _make does, without a call in Python for each record
        found: list[tuple] = list(map(make, self.connection.execute(f'SELECT * FROM "{entity}"')))
        return dict(zip(map(_KEY, found), found, strict=True))

    def reread(self, snapshot: Snapshot, touched: Iterable[tuple[str, int]]) -> Snapshot:
        """`snapshot` with only the touched records read again (law 13)."""
        records = {}
        for entity, key in touched:
            row = self.connection.execute(f'SELECT * FROM "{entity}" WHERE key=?', (key,)).fetchone()
            records[entity, key] = ENTITIES[entity]._make(row) if row else None  # type: ignore[attr-defined]
        return snapshot.with_records(records)

    def snapshot_at(self, moment: str) -> Snapshot:
        """The ledger as the journal knew it at an ISO moment (law 6): the present with later changes taken back."""
        return changed(self.snapshot(), inverse(journal.changes_after(self.connection, moment)))

    def apply(
        self,
        changes: Iterable[Change],
        label: str,
        kind: str = EDIT,
        undoes: int | None = None,
        first: Callable[[], object] = lambda: None,
    ) -> Applied | None:
        """Make these changes and their journal entry in one transaction; None where nothing would change.

        `first` is done before COMMIT, as waiting for what the changes name on the disk; what it raises stops all.
        Raises Stale where a before-value no longer holds, Refused where the disk forbids it, where the ledger is open
        only to read, or where the backup before a bulk step fails; then nothing happened.
        """
        from desktop_app.store.apply import with_lasting_keys, write_records  # no start needs it

        self.may_write()
        if self.before_bulk is not None and kind in BULK:
            self.before_bulk()
        with database.told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                lasting, keys = with_lasting_keys(self.connection, changes)
                if not lasting:
                    self.connection.execute("ROLLBACK")
                    return None
                write_records(self.connection, lasting, keys.values())
                entry = Entry(0, clock.now(), who(), label, kind, undoes, database.SCHEMA)
                number = journal.write_entry(self.connection, entry, lasting)
                first()
                self._set_log(database.LONG_LOG if len(lasting) > _MANY else database.SHORT_LOG)
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
        return Applied(number, frozenset([change[:2] for change in lasting]), keys)

    def _set_log(self, pages: int) -> None:
        if pages != self._log:
            database.set_log(self.connection, pages)
            self._log = pages

    def faults(self) -> list[str]:
        """What the database finds wrong with itself: damaged pages, references to records that are not there."""
        with database.told(self.path):
            return database.faults(self.connection)

    def damage(self) -> str | None:
        """What to tell after an error that a damaged ledger may have caused; None where its file is sound."""
        try:
            found = self.faults()
        except Refused as refused:
            return refused.sentence
        return texts.DAMAGED.format(count=len(found), which=found[0]) if found else None

    def logical_dump(self) -> str:
        """All ledger tables sorted by key, without journal, logs and key counter: equal text is an equal ledger."""
        tables = {e: self.connection.execute(f'SELECT * FROM "{e}" ORDER BY key').fetchall() for e in ENTITIES}
        return json.dumps(tables, ensure_ascii=False, indent=0)


def open_ledger(folder: Path, factory: type[sqlite3.Connection] = sqlite3.Connection) -> Store:
    """The ledger in `folder`, to write; a new one where there is none. Refused where another process holds it."""
    _usable(folder)
    lock = Lock(folder / LOCK)
    path = folder / FILE
    try:
        if path.exists() and path.stat().st_size == 0:
            raise database.Spoilt(texts.NOT_A_LEDGER.format(name=path.name))
        mode = "DELETE" if place.risk_of(folder) else "WAL"  # shared memory is not to be had on such a place
        connection = database.open_to_write(path, factory, mode, lambda: _back_up_older(folder))
    except BaseException:
        lock.release()
        raise
    if connection.execute("SELECT 1 FROM ledger").fetchone() is None:
        connection.execute("INSERT INTO ledger VALUES (?, 1, 1)", (os.urandom(8).hex(),))
    return Store(folder, connection, lock)


def _back_up_older(folder: Path) -> None:
    from desktop_app.store.backup import back_up_first

    back_up_first(folder, "migration")


def read_ledger(folder: Path, only_read: str = texts.ONLY_READ) -> Store:
    """The ledger in `folder`, only to read; Refused where there is none. An older one is read as it would be now.

    `only_read` is what is said to whoever would change it.
    """
    path = folder / FILE
    if not stands(path):
        raise Refused(texts.NO_LEDGER.format(folder=folder.name or folder))
    with database.told(path):
        return Store(folder, database.open_up_to_date(path), None, only_read)


@cache
def who() -> str:
    """Who sits at this computer, by the name of the account."""
    from getpass import getuser

    return getuser()


def _usable(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except PermissionError as error:
        raise Refused(texts.NO_FOLDER.format(folder=folder, why=texts.NO_RIGHT)) from error
    except OSError as error:
        raise Refused(texts.NO_FOLDER.format(folder=folder, why=texts.NOT_A_FOLDER)) from error
