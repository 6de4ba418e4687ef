"""The one place that writes the ledger's tables (law 1): changes in, all of them or none.

Every before-value is checked against the table (law 5); where one no longer holds, Stale is raised.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from desktop_app.domain.changes import EXISTS, Change, squeeze
from desktop_app.domain.kinds import Kind
from desktop_app.domain.model import FIELDS
from desktop_app.domain.snapshot import Table
from desktop_app.domain.values import Value
from desktop_app.errors import Refused
from desktop_app.store.insert import insert
from desktop_app.texts import store as texts

# entity -> the places in the record of its key and its references
_KEYS = {
    entity: (0, *(place for place, kind in enumerate(fields.values(), 1) if kind is Kind.REF))
    for entity, fields in FIELDS.items()
}


_make = tuple.__new__  # a record of values that are complete, without a call in Python for each of thousands


class Stale(Refused):
    """Some before-values no longer hold; `changes` are those that were refused."""

    def __init__(self, changes: Sequence[Change]) -> None:
        super().__init__(texts.STALE.format(count=len(changes)))
        self.changes = tuple(changes)


def with_lasting_keys(connection: sqlite3.Connection, changes: Iterable[Change]) -> tuple[list[Change], dict[int, int]]:
    """The changes with each stand-in (negative) key replaced by a new one from the counter that never goes back."""
    joined = squeeze(changes)
    stand_ins = [c.key for c in joined if c.key < 0 and c.field == EXISTS]
    if not stand_ins:
        return joined, {}
    first = connection.execute("SELECT next_key FROM ledger").fetchone()[0]
    connection.execute("UPDATE ledger SET next_key=?", (first + len(stand_ins),))
    keys = {stand_in: first + n for n, stand_in in enumerate(stand_ins)}
    return [_with_keys(c, keys) for c in joined], keys


def _with_keys(change: Change, keys: dict[int, int]) -> Change:
    entity, key, field, old, new, source = change
    if field == EXISTS:
        new = None if new is None else _record_with_keys(entity, new, keys)
    elif isinstance(new, int) and new < 0 and FIELDS[entity][field] is Kind.REF:
        new = keys[new]
    return _make(Change, (entity, keys.get(key, key), field, old, new, source))


def _record_with_keys(entity: str, record: Any, keys: dict[int, int]) -> Any:
    values = list(record)
    for place in _KEYS[entity]:
        key = values[place]
        if key is not None and key < 0:
            values[place] = keys[key]
    return _make(type(record), values)


class _Edit(NamedTuple):
    entity: str
    key: int
    old: dict[str, Value]
    new: dict[str, Value]


def write_records(connection: sqlite3.Connection, changes: Sequence[Change], fresh: Iterable[int]) -> None:
    """Check every before-value, then write; raises Stale before anything is written.

    `fresh` are keys just given: of these records nothing can stand in the tables yet.
    """
    made, taken, edited = _sorted_out(changes)
    unborn = set(fresh)
    stale = [c for c in (*made, *taken) if c.key not in unborn and _now(connection, c.entity, c.key) != c.old]
    stale += [c for e in edited for c in _moved(connection, e, changes)]
    if stale:
        raise Stale(stale)
    for change in taken:
        connection.execute(f'DELETE FROM "{change.entity}" WHERE key=?', (change.key,))
    batches: dict[str, list[Any]] = {}
    for change in made:
        batches.setdefault(change.entity, []).append(change.new)
    for entity, records in batches.items():
        insert(connection, f'INSERT INTO "{entity}" VALUES', list(map(tuple, records)))
    for edit in edited:
        fields = ", ".join(f'"{field}"=?' for field in edit.new)
        connection.execute(f'UPDATE "{edit.entity}" SET {fields} WHERE key=?', (*edit.new.values(), edit.key))


def make_like(copy: sqlite3.Connection, entity: str, now: Table, then: Table) -> None:
    """Give a table of a copy in memory, which holds the records of `now`, those of an earlier moment."""
    copy.executemany(f'DELETE FROM "{entity}" WHERE key=?', [(key,) for key in now.keys() - then.keys()])
    others = [tuple(record) for key, record in then.items() if now.get(key) != record]
    places = ", ".join("?" * (len(FIELDS[entity]) + 1))
    copy.executemany(f'INSERT OR REPLACE INTO "{entity}" VALUES ({places})', others)


def _sorted_out(changes: Iterable[Change]) -> tuple[list[Change], list[Change], list[_Edit]]:
    """Records to make, with what the same list changes of them; records to take away; the edits of each other one."""
    made: dict[tuple[str, int], Change] = {}
    further: dict[tuple[str, int], dict[str, Value]] = {}
    taken, edits = [], {}
    for change in changes:
        place = (change.entity, change.key)
        if change.field == EXISTS:
            if change.old is None:
                made[place] = change
            else:
                taken.append(change)
        elif place in made:
            further.setdefault(place, {})[change.field] = change.new
        else:
            edit = edits.setdefault(place, _Edit(*place, {}, {}))
            edit.old[change.field], edit.new[change.field] = change.old, change.new
    for place, fields in further.items():
        made[place] = made[place]._replace(new=made[place].new._replace(**fields))
    return list(made.values()), taken, list(edits.values())


def _now(connection: sqlite3.Connection, entity: str, key: int) -> tuple | None:
    return connection.execute(f'SELECT * FROM "{entity}" WHERE key=?', (key,)).fetchone()


def _moved(connection: sqlite3.Connection, edit: _Edit, changes: Iterable[Change]) -> list[Change]:
    """The changes of this edit whose before-value does not hold."""
    fields = ", ".join(f'"{field}"' for field in edit.old)
    found = connection.execute(f'SELECT {fields} FROM "{edit.entity}" WHERE key=?', (edit.key,)).fetchone()
    if found == tuple(edit.old.values()):
        return []
    now = dict(zip(edit.old, found, strict=True)) if found else {}
    own = (c for c in changes if (c.entity, c.key) == (edit.entity, edit.key))
    return [c for c in own if not found or now[c.field] != c.old]
