"""What must hold of a ledger's database before it is believed: the tables that we made, and days that are days.

SQLite finds damaged pages and lost references by itself; a letter that changed inside a value it does not see.
"""

import sqlite3

from desktop_app.domain.kinds import Kind
from desktop_app.domain.model import FIELDS

_TYPES = {Kind.TEXT: "TEXT", Kind.DAY: "TEXT", Kind.NUMBER: "REAL"}
_LOGS = {
    "ledger": "id TEXT, epoch INTEGER, next_key INTEGER",
    "journal_entry": ("id INTEGER, at TEXT, who TEXT, label TEXT, kind TEXT, undoes INTEGER, schema INTEGER"),
    "journal_change": (
        "entry INTEGER, seq INTEGER, entity TEXT, key INTEGER, field TEXT, old TEXT, new TEXT, "
        "file TEXT, sheet TEXT, cell TEXT"
    ),
    "receipt": (
        "id INTEGER, at TEXT, name TEXT, file TEXT, round INTEGER, unit INTEGER, modified TEXT, outcome TEXT, "
        "entry INTEGER"
    ),
    "outgoing": "form INTEGER, folder TEXT, file TEXT, written_at TEXT",
}
_DAYS = {entity: [name for name, kind in fields.items() if kind is Kind.DAY] for entity, fields in FIELDS.items()}
_OURS = _LOGS | {
    entity: ", ".join(["key INTEGER", *(f"{name} {_TYPES.get(kind, 'INTEGER')}" for name, kind in fields.items())])
    for entity, fields in FIELDS.items()
}


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether a database of the present schema has our tables and columns, and nothing in it acts by itself."""
    found: dict[str, list[str]] = {}
    for table, column in connection.execute(
        "SELECT m.name, c.name || ' ' || c.type FROM sqlite_master m JOIN pragma_table_info(m.name) c"
        " WHERE m.type='table'"
    ):
        found.setdefault(table, []).append(column)
    same = all(", ".join(found.get(table, ())) == columns for table, columns in _OURS.items())
    return same and not acts_by_itself(connection)


def acts_by_itself(connection: sqlite3.Connection) -> bool:
    """Whether a database holds what runs when it is read or written: no ledger of ours, of whichever schema, does."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view')")
    return found.fetchone() is not None


def odd_days(connection: sqlite3.Connection) -> list[tuple[str, int, str]]:
    """Fields that should hold a day and hold something else: entity, key, field."""
    # SQLite takes February 30 for a day until it reckons with it
    asked = [
        f"""SELECT '{entity}', key, '{field}' FROM "{entity}" WHERE "{field}" IS NOT date("{field}", '0 days')"""
        for entity, fields in _DAYS.items()
        for field in fields
    ]
    return connection.execute(" UNION ALL ".join(asked)).fetchall()
