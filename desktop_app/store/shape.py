"""What must hold of a ledger's database before it is believed: the tables that we made, and days that are days.

SQLite finds damaged pages and lost references by itself; a letter that changed inside a value it does not see.
"""

import sqlite3

from desktop_app.domain.kinds import Kind
from desktop_app.domain.model import ENTITIES, FIELDS

_LOGS = {
    "ledger": "id epoch next_key",
    "journal_entry": "id at who label kind undoes schema",
    "journal_change": "entry seq entity key field old new file sheet cell",
    "receipt": "id at name file round unit modified outcome entry",
    "outgoing": "form folder file written_at",
}
_DAYS = {entity: [name for name, kind in fields.items() if kind is Kind.DAY] for entity, fields in FIELDS.items()}


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether a database of the present schema has our tables and columns, and nothing in it acts by itself."""
    found: dict[str, list[str]] = {}
    for table, column in connection.execute(
        "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type='table'"
    ):
        found.setdefault(table, []).append(column)
    ours = {entity: list(made._fields) for entity, made in ENTITIES.items()}  # type: ignore[attr-defined]
    ours |= {table: columns.split() for table, columns in _LOGS.items()}
    acts = connection.execute("SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchone()
    return acts is None and all(found.get(table) == columns for table, columns in ours.items())


def odd_days(connection: sqlite3.Connection) -> list[tuple[str, int, str]]:
    """Fields that should hold a day and hold something else: entity, key, field."""
    # SQLite takes February 30 for a day until it reckons with it
    asked = [
        f"""SELECT '{entity}', key, '{field}' FROM "{entity}" WHERE "{field}" IS NOT date("{field}", '0 days')"""
        for entity, fields in _DAYS.items()
        for field in fields
    ]
    return connection.execute(" UNION ALL ".join(asked)).fetchall()
