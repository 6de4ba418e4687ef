"""The ledger of an earlier moment as a store of its own: in memory, only to read, with the journal as it then was.

Whatever can show a ledger can show this one, so that a past day needs no page, report or verb of its own.
"""

import sqlite3

from desktop_app.domain.changes import inverse
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.store import database, journal
from desktop_app.store.apply import make_like
from desktop_app.store.store import Store
from desktop_app.texts import store as texts

_LATER = (
    "DELETE FROM receipt WHERE at>?",
    "DELETE FROM journal_change WHERE entry IN (SELECT id FROM journal_entry WHERE at>?)",
    "DELETE FROM journal_entry WHERE at>?",
)


def ledger_at(store: Store, moment: str, now: Snapshot | None = None) -> Store:
    """The ledger as it was at an ISO moment; close it when it is done with. `now` is the present, where it was read."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with database.told(store.path):
        store.connection.backup(connection)
    now = now or store.snapshot()
    then = changed(now, inverse(journal.changes_after(store.connection, moment)))
    connection.execute("BEGIN")
    for entity, table in then.tables.items():
        make_like(connection, entity, now.tables[entity], table)
    for statement in _LATER:
        connection.execute(statement, (moment,))
    connection.execute("DELETE FROM outgoing WHERE written_at>? OR form NOT IN (SELECT key FROM form)", (moment,))
    connection.execute("COMMIT")
    connection.execute("PRAGMA query_only=ON")
    return Store(store.folder, connection, None, texts.PAST_STANDS)


def days_of_work(store: Store) -> list[tuple[str, str, int]]:
    """The days (ISO) on which something was done, the newest first: the last label of each, and how many entries."""
    found = store.connection.execute(
        "SELECT substr(at, 1, 10), label, count(*), max(id) FROM journal_entry GROUP BY 1 ORDER BY 1 DESC"
    )
    return [(day, label, count) for day, label, count, _ in found]
