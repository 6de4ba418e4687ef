"""Repairing a ledger's database: what can be made anew from the rows themselves, after a backup, and no row is lost."""

import sqlite3
from pathlib import Path

from desktop_app.errors import Refused
from desktop_app.store import content, database
from desktop_app.store.backup import keep_as_it_lies
from desktop_app.store.store import Store
from desktop_app.texts import backup as texts


def repair(store: Store) -> list[str]:
    """Make the indexes anew; returns what is still wrong. Refused, with nothing changed, where a row would be lost.

    The ledger as it was is kept beside the backups first.
    """
    kept = keep_as_it_lies(store.folder, "repair")
    with database.told(store.path):
        before = _rows(store.connection)
        store.connection.execute("BEGIN IMMEDIATE")
        try:
            store.connection.execute("REINDEX")
            if any(before[name] > count for name, count in _rows(store.connection).items()):
                raise Refused(texts.NOT_REPAIRED.format(kept=_name(kept)))
            store.connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            raise Refused(texts.NOT_REPAIRED.format(kept=_name(kept))) from error
        finally:
            if store.connection.in_transaction:
                store.connection.execute("ROLLBACK")
    return store.faults()


def _rows(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows of each table, counted in the table and not in an index of it."""
    names = content.tables_of(connection)
    return {n: connection.execute(f'SELECT count(*) FROM "{n}" NOT INDEXED').fetchone()[0] for n in names}


def _name(kept: Path | None) -> str:
    return kept.name if kept else ""
