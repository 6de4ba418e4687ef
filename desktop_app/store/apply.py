"""The one place that writes the ledger's tables (law 1): changes in, all of them or none.

Every before-value is checked against the table (law 5); a mismatch means that somebody else was faster, and raises Stale.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop_app.domain.changes import EXISTS, Change, squeeze
from desktop_app.domain.model import FIELDS, Kind
from desktop_app.domain.values import Value
from desktop_app.errors import Refused
from desktop_app.texts import store as texts


class Stale(Refused):
    """Some before-values no longer hold; `changes` are those that were refused."""

    def __init__(self, changes: Sequence[Change]) -> None:
        super().__init__(texts.STALE.format(count=len(changes)))
        self.changes = tuple(changes)


class _Record(NamedTuple):
    entity: str
    key: int
    old: dict[str, Value]
    new: dict[str, Value]


def with_lasting_keys(connection: sqlite3.Connection, changes: Iterable[Change]) -> tuple[list[Change], dict[int, int]]:
    """The changes with each stand-in (negative) key replaced by a new one from the counter that never goes back."""
    joined = squeeze(changes)
    stand_ins = list(dict.fromkeys(c.key for c in joined if c.key < 0))
    if not stand_ins:
        return joined, {}
    first = connection.execute("SELECT next_key FROM ledger").fetchone()[0]
    connection.execute("UPDATE ledger SET next_key=?", (first + len(stand_ins),))
    keys = {stand_in: first + n for n, stand_in in enumerate(stand_ins)}
    return [_with_keys(c, keys) for c in joined], keys


def _with_keys(change: Change, keys: dict[int, int]) -> Change:
    new = change.new
    if isinstance(new, int) and new < 0 and FIELDS[change.entity].get(change.field) is Kind.REF:
        new = keys[new]
    return change._replace(key=keys.get(change.key, change.key), new=new)


def write_records(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Check every before-value, then write. Raises Stale before anything is written."""
    records = _by_record(changes)
    stale = [c for r in records for c in _stale(connection, r, changes)]
    if stale:
        raise Stale(stale)
    created: dict[str, list[_Record]] = {}
    for record in records:
        if record.new.get(EXISTS) == 1:
            created.setdefault(record.entity, []).append(record)
        elif EXISTS in record.new:
            connection.execute(f'DELETE FROM "{record.entity}" WHERE key=?', (record.key,))
        else:
            fields = ", ".join(f'"{field}"=?' for field in record.new)
            connection.execute(f'UPDATE "{record.entity}" SET {fields} WHERE key=?', (*record.new.values(), record.key))
    for entity, batch in created.items():
        names = list(FIELDS[entity])
        places = ", ".join("?" * (len(names) + 1))
        rows = [(r.key, *(r.new.get(name) for name in names)) for r in batch]
        connection.executemany(f'INSERT INTO "{entity}" VALUES ({places})', rows)


def _by_record(changes: Sequence[Change]) -> list[_Record]:
    records: dict[tuple[str, int], _Record] = {}
    for change in changes:
        place = (change.entity, change.key)
        if place not in records:
            records[place] = _Record(change.entity, change.key, {}, {})
        records[place].old[change.field] = change.old
        records[place].new[change.field] = change.new
    return list(records.values())


def _stale(connection: sqlite3.Connection, record: _Record, changes: Sequence[Change]) -> list[Change]:
    """The changes of this record whose before-value does not hold (a deletion must know the whole record)."""
    names = list(FIELDS[record.entity])
    found = connection.execute(f'SELECT * FROM "{record.entity}" WHERE key=?', (record.key,)).fetchone()
    now: dict[str, Value] = dict(zip(names, found[1:], strict=True)) if found else {}
    now[EXISTS] = 1 if found else None
    expected = record.old
    if EXISTS in record.old and record.old[EXISTS] == 1:
        expected = {name: record.old.get(name) for name in [*names, EXISTS]}
    wrong = {field for field, old in expected.items() if now.get(field) != old}
    if not wrong:
        return []
    own = [c for c in changes if (c.entity, c.key) == (record.entity, record.key)]
    return [c for c in own if c.field in wrong] or own[:1]
