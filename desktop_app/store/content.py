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
_OWN = "name NOT LIKE 'sqlite%' AND name NOT LIKE '_sqlite%'"


def tables(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table of the ledger has, by name."""
    names = [row[0] for row in connection.execute(f"SELECT name FROM sqlite_master WHERE type='table' AND {_OWN}")]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in sorted(names)}


def lines(connection: sqlite3.Connection) -> Iterator[str]:
    """The whole content as lines; equal lines are equal ledgers, journal, logs and key counter included."""
    schema = connection.execute("PRAGMA user_version").fetchone()[0]
    yield json.dumps([_KIND, schema])
    for name in tables(connection):
        places = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")') if row[5]] or ["rowid"]
        order = ", ".join(f'"{place}"' for place in places)
        for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY {order}'):
            yield json.dumps([name, *row], ensure_ascii=False)


def digest(connection: sqlite3.Connection) -> str:
    """One hash over the whole content."""
    from hashlib import sha256

    whole = sha256()
    for line in lines(connection):
        whole.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return whole.hexdigest()


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
    if not row or row[0] not in tables_of(connection):
        raise Refused(texts.NOT_A_COPY.format(name=path.name))
    name, values = row[0], row[1:]
    try:
        connection.execute(f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(values))})', values)
    except sqlite3.Error as error:
        raise Refused(texts.NOT_A_COPY.format(name=path.name)) from error


def tables_of(connection: sqlite3.Connection) -> set[str]:
    """The names of the ledger's tables."""
    found = connection.execute(f"SELECT name FROM sqlite_master WHERE type='table' AND {_OWN}")
    return {row[0] for row in found}


def _parsed(line: str) -> list[Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return []
    return found if isinstance(found, list) else []
