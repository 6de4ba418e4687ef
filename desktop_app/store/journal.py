"""The journal: one entry an applied set of changes, one row a field change (law 6). Read here, written with the change.

The making or taking away of a record is one row, of the field EXISTS, with the record's filled fields as JSON; its
cell may name the cell of each field (`Source.of`).
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from desktop_app.domain.changes import EMPTY, EXISTS, NOWHERE, Change, Source, by_field
from desktop_app.domain.model import ENTITIES, FIELDS
from desktop_app.domain.values import decode, encode
from desktop_app.errors import Refused
from desktop_app.store.insert import insert
from desktop_app.texts import store as texts

EDIT, INTAKE, DISPATCH, COLLECT, RESTORE = "edit", "intake", "dispatch", "collect", "restore"
IMPORT, CARRY, HEARD, DECIDED = "import", "carry", "heard", "decided"
BULK = frozenset({INTAKE, DISPATCH, COLLECT, IMPORT, CARRY})  # what is backed up before
_COLUMNS = "id, at, who, label, kind, undoes, schema"


class Entry(NamedTuple):
    """One applied set of changes; `undoes` names the entry that it takes back."""

    id: int
    at: str
    who: str
    label: str
    kind: str
    undoes: int | None
    schema: int


def write_entry(connection: sqlite3.Connection, entry: Entry, changes: Sequence[Change]) -> int:
    """Record an entry (its id is given here) with its changes; the caller holds the transaction."""
    cursor = connection.execute(
        "INSERT INTO journal_entry (at, who, label, kind, undoes, schema) VALUES (?, ?, ?, ?, ?, ?)", entry[1:]
    )
    number = cursor.lastrowid or 0
    rows = [
        (number, seq, entity, key, field, old if old is None else _text(field, old), _text(field, new), *source)
        for seq, (entity, key, field, old, new, source) in enumerate(changes)
    ]
    insert(connection, "INSERT INTO journal_change VALUES", rows)
    return number


def entries(connection: sqlite3.Connection, limit: int = -1) -> list[Entry]:
    """The newest entries first; all of them without a limit."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM journal_entry ORDER BY id DESC LIMIT ?", (limit,))
    return [Entry._make(row) for row in found]


def entries_after(connection: sqlite3.Connection, number: int) -> list[Entry]:
    """The entries made after this one, newest first."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM journal_entry WHERE id>? ORDER BY id DESC", (number,))
    return [Entry._make(row) for row in found]


def entry_of(connection: sqlite3.Connection, number: int) -> Entry | None:
    """One entry, or None."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM journal_entry WHERE id=?", (number,)).fetchone()
    return Entry._make(row) if row else None


def change_counts(connection: sqlite3.Connection) -> dict[int, int]:
    """How many fields each entry changed."""
    return dict(connection.execute("SELECT entry, count(*) FROM journal_change GROUP BY entry").fetchall())


def entries_saying(connection: sqlite3.Connection, words: str) -> set[int]:
    """The entries that gave a field a value with these words, or took one away."""
    like = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    found = connection.execute(
        "SELECT DISTINCT entry FROM journal_change WHERE old LIKE ?1 ESCAPE '\\' OR new LIKE ?1 ESCAPE '\\'", (like,)
    )
    return {number for (number,) in found}


def changes_of(connection: sqlite3.Connection, number: int) -> list[Change]:
    """The field changes of an entry, in the order they were made."""
    found = connection.execute(f"{_SELECT} WHERE entry=? ORDER BY seq", (number,))
    return [_change(row) for row in found]


def changes_after(connection: sqlite3.Connection, moment: str) -> list[Change]:
    """Every field change recorded after an ISO moment, oldest first."""
    found = connection.execute(f"{_SELECT} JOIN journal_entry ON id=entry WHERE at>? ORDER BY entry, seq", (moment,))
    return [_change(row) for row in found]


def dated_changes(connection: sqlite3.Connection, entity: str, moment: str) -> list[tuple[str, Change]]:
    """The field changes of an entity recorded after an ISO moment, each with its own, oldest first.

    The index finds the entity's own changes, few among all that the journal keeps.
    """
    found = connection.execute(
        f"{_SELECT.replace('SELECT', 'SELECT at,')} CROSS JOIN journal_entry ON id=entry"
        " WHERE entity=? AND at>? ORDER BY entry, seq",
        (entity, moment),
    )
    return [(at, _change(row)) for at, *row in found]


def places_of(connection: sqlite3.Connection, number: int) -> list[tuple[str, int, str]]:
    """Which fields an entry set: (entity, key, field)."""
    return connection.execute("SELECT entity, key, field FROM journal_change WHERE entry=?", (number,)).fetchall()


def made_at(connection: sqlite3.Connection, entity: str, key: int) -> str | None:
    """The ISO moment at which a record was first made; None for one that the journal does not know."""
    found = connection.execute(
        "SELECT at FROM journal_change JOIN journal_entry ON id=entry"
        " WHERE entity=? AND key=? AND field=? ORDER BY entry LIMIT 1",
        (entity, key, EXISTS),
    ).fetchone()
    return found[0] if found else None


def first_made(connection: sqlite3.Connection, entity: str) -> dict[int, tuple[str, str | None]]:
    """The ISO moments at which the records of an entity were first made, and from which file, by key."""
    found = connection.execute(
        "SELECT key, min(at), file FROM journal_change JOIN journal_entry ON id=entry"
        " WHERE entity=? AND field=? GROUP BY key",
        (entity, EXISTS),
    )
    return {key: (at, file) for key, at, file in found}


def history_of(connection: sqlite3.Connection, entity: str, key: int, field: str) -> list[tuple[int, Change]]:
    """Who changed this cell, and from which file: (entry, change), newest first."""
    found = connection.execute(
        f"{_SELECT.replace('SELECT', 'SELECT entry,')} WHERE entity=? AND key=? AND field IN (?, ?)"
        " ORDER BY entry DESC, seq DESC",
        (entity, key, field, EXISTS),
    )
    told = ((number, part) for number, *row in found for part in by_field(_change(row)))
    return [(number, part) for number, part in told if part.field == field]


def first_values(
    connection: sqlite3.Connection, entity: str, fields: Sequence[str], since: str = ""
) -> dict[tuple[int, str], Any]:
    """What fields that were changed after an ISO moment held before the first such change: (key, field) → value."""
    marks = ", ".join("?" * len(fields))
    found = connection.execute(
        "SELECT key, field, old FROM journal_change JOIN journal_entry ON id=entry"
        f" WHERE entity=? AND field IN ({marks}) AND at>? ORDER BY entry DESC, seq DESC",
        (entity, *fields, since),
    )
    return {(key, field): _value(entity, key, field, old) for key, field, old in found}  # the oldest comes last


def sources_of(
    connection: sqlite3.Connection, entity: str, known_at: str | None = None
) -> dict[tuple[int, str], Source]:
    """Where each value of an entity came from, now or as known at an ISO moment: (key, field) → its latest source.

    A value that an undo brought back came from where it came from before.
    """
    found = connection.execute(
        f"{_SELECT.replace('SELECT', 'SELECT undoes,')} JOIN journal_entry ON id=entry"
        " WHERE entity=?1 AND (?2 IS NULL OR at<=?2) ORDER BY entry, seq",
        (entity, known_at),
    )
    sources: dict[tuple[int, str], Source] = {}
    last_from: dict[tuple[int, str, Any], Source] = {}
    for undoes, *row in found:
        for part in by_field(_change(row)):
            said = (part.key, part.field, part.new)
            source = part.source if undoes is None else last_from.get(said, NOWHERE)
            sources[part.key, part.field] = last_from[said] = source
    return sources


_SELECT = "SELECT entity, key, field, old, new, file, sheet, cell FROM journal_change"


def _change(row: Iterable) -> Change:
    entity, key, field, old, new, *place = row
    try:
        values = (_value(entity, key, field, old), _value(entity, key, field, new))
    except (KeyError, TypeError, ValueError) as error:
        raise Refused(texts.ODD_JOURNAL.format(which=f"{entity} {key} {field}")) from error
    return Change(entity, key, field, *values, Source(*place))


def _text(field: str, value: Any) -> str | None:
    if field != EXISTS:
        return encode(value)
    if value is None:
        return None
    # what json.dumps writes, in a third of its time: fields are plain words, values text or numbers
    told = [
        name + (encode_basestring(part) if part.__class__ is str else repr(part))
        for name, part in zip(_names(value.__class__), value[1:], strict=True)
        if part is not None
    ]
    return f"{{{', '.join(told)}}}"


@cache
def _names(record: type) -> tuple[str, ...]:
    """The fields of a record but its key, as JSON has them before their values."""
    return tuple(f'"{name}": ' for name in record._fields[1:])  # type: ignore[attr-defined]


def _value(entity: str, key: int, field: str, text: str | None) -> Any:
    if field != EXISTS:
        return decode(FIELDS[entity][field], text)
    # a record journaled before a migration has none of its new fields: they are empty, as in the table
    return None if text is None else ENTITIES[entity](key, **{**EMPTY[entity], **json.loads(text)})
