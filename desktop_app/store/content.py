"""Everything a ledger's database holds, line by line: to compare two, to keep a readable copy, to build one anew.

A line is one JSON list: the table and its row; the first line says what it is and the schema it was written with.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from desktop_app.errors import Refused
from desktop_app.store import database
from desktop_app.texts import backup as texts

_KIND = "duban-ledger"
_BATCH = 2000
_PLAIN = 0  # the format of marshal in which equal rows are equal bytes, whatever else refers to their values
_JSON = json.JSONEncoder(ensure_ascii=False).encode  # made once: json.dumps makes one a call
_OWN = "name NOT LIKE 'sqlite%' AND name NOT LIKE '_sqlite%'"


def tables(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table of the ledger has, by name."""
    names = [row[0] for row in connection.execute(f"SELECT name FROM sqlite_master WHERE type='table' AND {_OWN}")]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in sorted(names)}


def lines(connection: sqlite3.Connection) -> Iterator[str]:
    """The whole content as lines; equal lines are equal ledgers, journal, logs and key counter included."""
    yield _JSON([_KIND, _schema(connection)])
    for name in tables(connection):
        for row in connection.execute(_rows(connection, name)):
            yield _JSON([name, *row])


def digest(connection: sqlite3.Connection) -> str:
    """One hash over the whole content, to compare two ledgers by; on another Python it may be another.

    A backup waits for this: so rows go in many at a time, by the quickest writer that Python has.
    """
    from hashlib import sha256
    from marshal import dumps

    whole = sha256(repr(_schema(connection)).encode())
    for name in tables(connection):
        whole.update(name.encode())
        found = connection.execute(_rows(connection, name))
        while batch := found.fetchmany(_BATCH):
            whole.update(dumps(batch, _PLAIN))
    return whole.hexdigest()


def _schema(connection: sqlite3.Connection) -> int:
    return connection.execute("PRAGMA user_version").fetchone()[0]


def _rows(connection: sqlite3.Connection, name: str) -> str:
    """The SQL that gives the rows of a table in the order of their keys."""
    places = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")') if row[5]] or ["rowid"]
    order = ", ".join(f'"{place}"' for place in places)
    return f'SELECT * FROM "{name}" ORDER BY {order}'


def build(written: Iterable[str], path: Path) -> None:
    """A new database at `path` of these lines. Refused where they are no ledger or of a newer schema."""
    rest = iter(written)
    head = _parsed(next(rest, ""))
    if len(head) != 2 or head[0] != _KIND or not isinstance(head[1], int):
        raise Refused(texts.NOT_A_COPY.format(name=path.name))
    database.gate(head[1])
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        database.migrate(connection, head[1])
        connection.execute("BEGIN")
        for line in rest:
            _insert(connection, _parsed(line), path)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _insert(connection: sqlite3.Connection, row: list[Any], path: Path) -> None:
    if not row or not isinstance(row[0], str) or row[0] not in tables_of(connection):
        raise Refused(texts.NOT_A_COPY.format(name=path.name))
    name, values = row[0], row[1:]
    try:
        connection.execute(f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(values))})', values)
    except (sqlite3.Error, OverflowError, UnicodeError) as error:
        raise Refused(texts.NOT_A_COPY.format(name=path.name)) from error


def tables_of(connection: sqlite3.Connection) -> set[str]:
    """The names of the ledger's tables."""
    found = connection.execute(f"SELECT name FROM sqlite_master WHERE type='table' AND {_OWN}")
    return {row[0] for row in found}


def _parsed(line: str) -> list[Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return []
    return found if isinstance(found, list) else []
