"""Damage to databases, for the fuzz corpus: in their bytes, page by page, and by what SQL another program might run."""

import random
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.fuzz_bytes import ODD_WORDS, damaged

Luck = random.Random
_PAGE = 4096
_WORDS = [word for word in ODD_WORDS if "\0" not in word and not "\ud800" <= word[:1] <= "\udfff"]


def ledger_damaged(data: bytes, luck: Luck) -> bytes:
    """A ledger that is not as the program left it."""
    return luck.choice((damaged, _page_lost, _pages_swapped, _by_sql, _by_sql, _by_sql))(data, luck)


def _page_lost(data: bytes, luck: Luck) -> bytes:
    at = luck.randrange(len(data) // _PAGE) * _PAGE
    return data[:at] + luck.choice((bytes(_PAGE), luck.randbytes(_PAGE), b"")) + data[at + _PAGE :]


def _pages_swapped(data: bytes, luck: Luck) -> bytes:
    count = len(data) // _PAGE
    one, other = (luck.randrange(count) * _PAGE for _ in range(2))
    return data[:one] + data[other : other + _PAGE] + data[one + _PAGE :]


def _by_sql(data: bytes, luck: Luck) -> bytes:
    with tempfile.TemporaryDirectory() as room:
        path = Path(room, "x")
        path.write_bytes(data)
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode=DELETE")
            for _ in range(luck.choice((1, 1, 3))):
                names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
                try:
                    luck.choice(_STATEMENTS)(connection, luck.choice(names), luck)
                except sqlite3.Error:
                    continue  # what the schema itself forbids
        finally:
            connection.close()
        return path.read_bytes()


def _column(connection: sqlite3.Connection, table: str, luck: Luck) -> str:
    return luck.choice([row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')])


def _some(luck: Luck) -> str:
    share = luck.choice((1, 5, 40))
    return f"rowid % {share} = {luck.randrange(share)}"


def _odd_value(connection: sqlite3.Connection, table: str, luck: Luck) -> None:
    value = luck.choice((None, -1, 2**40, 1.5, *_WORDS))
    column = _column(connection, table, luck)
    connection.execute(f'UPDATE "{table}" SET "{column}"=? WHERE {_some(luck)}', (value,))


def _rows_lost(connection: sqlite3.Connection, table: str, luck: Luck) -> None:
    connection.execute(f'DELETE FROM "{table}" WHERE {_some(luck)}')


def _table_lost(connection: sqlite3.Connection, table: str, luck: Luck) -> None:
    connection.execute(f'DROP TABLE "{table}"')


def _column_more(connection: sqlite3.Connection, table: str, luck: Luck) -> None:
    connection.execute(f'ALTER TABLE "{table}" ADD COLUMN more TEXT')


def _column_less(connection: sqlite3.Connection, table: str, luck: Luck) -> None:
    connection.execute(f'ALTER TABLE "{table}" DROP COLUMN "{_column(connection, table, luck)}"')


def _renamed(connection: sqlite3.Connection, table: str, luck: Luck) -> None:
    connection.execute(f'ALTER TABLE "{table}" RENAME TO "{table}_alt"')


def _trigger(connection: sqlite3.Connection, table: str, luck: Luck) -> None:
    """What would take rows away behind the program's back."""
    when = luck.choice(("INSERT", "UPDATE", "DELETE"))
    connection.execute(f'CREATE TRIGGER odd AFTER {when} ON "{table}" BEGIN DELETE FROM task; END')


def _view(connection: sqlite3.Connection, table: str, luck: Luck) -> None:
    connection.execute(f'ALTER TABLE "{table}" RENAME TO held')
    connection.execute(f'CREATE VIEW "{table}" AS SELECT * FROM held')


def _table_more(connection: sqlite3.Connection, table: str, luck: Luck) -> None:
    connection.execute("CREATE TABLE another (name TEXT)")


def _version(connection: sqlite3.Connection, table: str, luck: Luck) -> None:
    connection.execute(f"PRAGMA user_version={luck.choice((0, 1, 3, 99, -1, 2**31 - 1))}")


def _schema_text(connection: sqlite3.Connection, table: str, luck: Luck) -> None:
    connection.execute("PRAGMA writable_schema=ON")
    connection.execute("UPDATE sqlite_master SET sql=replace(sql, 'TEXT', ?) WHERE name=?", ("BLOB", table))


_STATEMENTS: tuple[Callable[[sqlite3.Connection, str, Luck], None], ...] = (
    *(_odd_value, _odd_value, _odd_value, _odd_value, _rows_lost, _rows_lost, _table_lost, _column_more),
    *(_column_less, _renamed, _trigger, _view, _table_more, _version, _schema_text),
)
