"""The append-only logs beside the journal: what came (receipts, law 3) and what was written out (law 11)."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop_app import clock
from desktop_app.store import database
from desktop_app.store.store import Store


class Receipt(NamedTuple):
    """That a file came: its name as given, its hash (None where it was not stored), and what became of it."""

    id: int
    at: str
    name: str
    file: str | None
    round: int | None
    unit: int | None
    modified: str | None
    outcome: str
    entry: int | None


class Outgoing(NamedTuple):
    """A form's file: the folder it belongs in, its hash and when it was written; not yet written is 未写出."""

    form: int
    folder: str
    file: str | None
    written_at: str | None


def log_receipt(store: Store, receipt: Receipt) -> None:
    """Add one receipt; its id and time are given here."""
    log_receipts(store, [receipt])


def log_receipts(store: Store, batch: Iterable[Receipt]) -> None:
    """Add receipts in one transaction; their ids and time are given here. Refused as by `Store.may_write`."""
    store.may_write()
    now = clock.now()
    rows = [(now, *receipt[2:]) for receipt in batch]
    with database.told(store.path):
        store.connection.execute("BEGIN IMMEDIATE")
        try:
            store.connection.executemany("INSERT INTO receipt VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
            store.connection.execute("COMMIT")
        except BaseException:
            if store.connection.in_transaction:
                store.connection.execute("ROLLBACK")
            raise


def receipts(store: Store) -> list[Receipt]:
    """Every receipt, oldest first."""
    return [Receipt._make(row) for row in store.connection.execute("SELECT * FROM receipt ORDER BY id")]


def undecided(store: Store) -> bool:
    """Whether any file came with a question, answered since or not: what makes `pending` worth asking for."""
    return store.connection.execute("SELECT 1 FROM receipt WHERE outcome='needs decision'").fetchone() is not None


def expect_outgoing(store: Store, forms: list[int], folder: str) -> None:
    """Note that these forms are to be written into a folder: 未写出 until done."""
    with database.told(store.path):
        store.connection.executemany(
            "INSERT OR REPLACE INTO outgoing VALUES (?, ?, NULL, NULL)", [(form, folder) for form in forms]
        )


def mark_written(store: Store, form: int, digest: str) -> None:
    """Note that a form's file is on the disk."""
    with database.told(store.path):
        store.connection.execute("UPDATE outgoing SET file=?, written_at=? WHERE form=?", (digest, clock.now(), form))


def outgoing(store: Store) -> dict[int, Outgoing]:
    """The state of each form's file, by form key."""
    return {row[0]: Outgoing._make(row) for row in store.connection.execute("SELECT * FROM outgoing")}
