"""Everything a ledger's database holds: to compare two, to keep a readable copy line by line, to build one anew.

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
_TOGETHER = 2000  # rows read at once, where keys follow each other
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


def is_same(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the database at `path` has the same tables, as many rows in each, and the same value in every place.

    That says more than one hash of each would, and SQLite does it by itself, in a fifth of the time.
    """
    connection.execute("ATTACH ? AS other", (database.address(path, "ro"),))
    try:
        schemas = (f"SELECT name, sql FROM {base}.sqlite_master ORDER BY name" for base in ("main", "other"))
        one, other = (connection.execute(schema).fetchall() for schema in schemas)
        return one == other and all(_has_same_rows(connection, name) for name in tables(connection))
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("DETACH other")


def _has_same_rows(connection: sqlite3.Connection, name: str) -> bool:
    columns = [row[1] for row in connection.execute(f'PRAGMA main.table_info("{name}")')]
    keys = _keys(connection, name)
    together = " AND ".join(f'one."{key}"=another."{key}"' for key in keys)
    other = " OR ".join(f'one."{column}" IS NOT another."{column}"' for column in columns)
    counts = f'SELECT (SELECT count(*) FROM main."{name}")=(SELECT count(*) FROM other."{name}")'
    same = (
        f'SELECT NOT EXISTS (SELECT 1 FROM main."{name}" one LEFT JOIN other."{name}" another ON {together}'
        f' WHERE one."{keys[0]}">=? AND one."{keys[0]}"<? AND (another."{keys[0]}" IS NULL OR {other}))'
    )
    return connection.execute(counts).fetchone() == (1,) and all(
        connection.execute(same, part).fetchone() == (1,) for part in _parts(connection, name, keys[0])
    )


def read_texts(connection: sqlite3.Connection) -> None:
    """Read every text, many at a time: a letter that was damaged on the disk raises what SQLite says of it."""
    for name in tables(connection):
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")') if row[2] == "TEXT"]
        if not columns:
            continue
        key = _keys(connection, name)[0]
        joined = ", ".join(f'group_concat("{column}", char(10))' for column in columns)
        for part in _parts(connection, name, key):
            asked = f'SELECT {joined} FROM "{name}" WHERE "{key}">=? AND "{key}"<?'
            connection.execute(asked, part).fetchone()


def _parts(connection: sqlite3.Connection, name: str, key: str) -> Iterator[tuple[int, int]]:
    """From which key to which other one looks at a table at once: nobody who writes is to wait long for that."""
    count, first, last = connection.execute(
        f'SELECT count(*), min("{key}"), max("{key}") FROM main."{name}"'
    ).fetchone()
    if count:
        step = (last - first) // (count // _TOGETHER + 1) + 1
        yield from ((start, start + step) for start in range(first, last + 1, step))


def _schema(connection: sqlite3.Connection) -> int:
    return connection.execute("PRAGMA user_version").fetchone()[0]


def _rows(connection: sqlite3.Connection, name: str) -> str:
    """The SQL that gives the rows of a table in the order of their keys."""
    order = ", ".join(f'"{key}"' for key in _keys(connection, name))
    return f'SELECT * FROM "{name}" ORDER BY {order}'


def _keys(connection: sqlite3.Connection, name: str) -> list[str]:
    """The columns that tell the rows of a table apart."""
    return [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")') if row[5]] or ["rowid"]


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
