"""Ledgers that are damaged on purpose."""

import sqlite3


def break_index(connection: sqlite3.Connection) -> None:
    """Let an index lack the rows of its table, as a damaged page would."""
    name, sql = connection.execute("SELECT name, sql FROM sqlite_master WHERE type='index' AND sql NOT NULL").fetchone()
    connection.execute("PRAGMA writable_schema=ON")
    connection.execute("UPDATE sqlite_master SET sql=? WHERE name=?", (f"{sql} WHERE 0", name))
    connection.execute("PRAGMA writable_schema=RESET")
    connection.execute(f'REINDEX "{name}"')
    connection.execute("PRAGMA writable_schema=ON")
    connection.execute("UPDATE sqlite_master SET sql=? WHERE name=?", (sql, name))
    connection.execute("PRAGMA writable_schema=RESET")
