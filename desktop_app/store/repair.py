"""Repairing a ledger's database: what can be made anew from the rows themselves, after a backup, and no row is lost."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from desktop_app.errors import Refused
from desktop_app.store import content, database
from desktop_app.store.backup import keep_as_it_lies
from desktop_app.store.store import FILE
from desktop_app.texts import backup as texts


def repair(folder: Path, heed: Callable[[], object] = lambda: None) -> list[str]:
    """Make the indexes anew; returns what is still wrong. Refused, with nothing changed, where a row would be lost.

    For whoever holds the ledger's lock, in any thread: it opens the ledger for itself. The ledger as it was is kept
    beside the backups first. `heed` is called wherever it can still be called off; what it raises does so.
    """
    kept, path = keep_as_it_lies(folder, "repair"), folder / FILE
    with database.told(path), closing(sqlite3.connect(path, database.BUSY_SECONDS, isolation_level=None)) as connection:
        before = _rows(connection)
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("BEGIN IMMEDIATE")
        try:
            heed()
            connection.execute("REINDEX")
            if any(before[name] > count for name, count in _rows(connection).items()):
                raise Refused(texts.NOT_REPAIRED.format(kept=_name(kept)))
            heed()
            connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            raise Refused(texts.NOT_REPAIRED.format(kept=_name(kept))) from error
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        return database.faults(connection)


def _rows(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows of each table, counted in the table and not in an index of it."""
    names = content.tables_of(connection)
    return {n: connection.execute(f'SELECT count(*) FROM "{n}" NOT INDEXED').fetchone()[0] for n in names}


def _name(kept: Path | None) -> str:
    return kept.name if kept else ""
