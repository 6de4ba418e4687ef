"""What can be done to the ledger: a list of field changes, each with its before-value and the place it came from.

A record is made by a change of the field EXISTS from None to 1, followed by its fields from None to their values, and
taken away by the same changes turned round; so the inverse of any list of changes is the list turned round.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from desktop_app.domain.model import FIELDS, Kind
from desktop_app.domain.values import Value, of_field

EXISTS = "*"


class Source(NamedTuple):
    """Where a value came from: a stored file (SHA-256), and in a workbook the sheet and the cell."""

    file: str | None = None
    sheet: str | None = None
    cell: str | None = None


NOWHERE = Source()


class Change(NamedTuple):
    """One field of one record, old to new. A negative key or reference stands for a record made in the same list."""

    entity: str
    key: int
    field: str
    old: Value
    new: Value
    source: Source = NOWHERE


class Draft:
    """Collects the changes of one proposal. Keys that it hands out are negative; the store gives the lasting ones."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self._last = 0

    def create(self, entity: str, values: Mapping[str, object], source: Source = NOWHERE) -> int:
        """A new record of these values; returns its stand-in key."""
        self._last -= 1
        self.changes.extend(creation(entity, self._last, values, source))
        return self._last

    def set(self, entity: str, record: tuple, values: Mapping[str, object], source: Source = NOWHERE) -> None:
        """Change these fields of an existing record; a field that already has the value makes no change."""
        self.changes.extend(edits(entity, record, values, source))

    def delete(self, entity: str, record: tuple) -> None:
        """Take an existing record away."""
        self.changes.extend(deletion(entity, record))


def creation(entity: str, key: int, values: Mapping[str, object], source: Source = NOWHERE) -> list[Change]:
    """The changes that make a record; fields that are not named or are empty stay None, flags start at 0."""
    unknown = values.keys() - FIELDS[entity].keys()
    if unknown:
        raise KeyError(f"{entity} has no field {sorted(unknown)}")
    made = [Change(entity, key, EXISTS, None, 1, source)]
    for field, kind in FIELDS[entity].items():
        value = of_field(entity, field, values.get(field, 0 if kind is Kind.FLAG else None))
        if value is not None:
            made.append(Change(entity, key, field, None, value, source))
    return made


def edits(entity: str, record: tuple, values: Mapping[str, object], source: Source = NOWHERE) -> list[Change]:
    """The changes that give an existing record these values; none for a field that has its value already."""
    made = []
    for field, value in values.items():
        old, new = getattr(record, field), of_field(entity, field, value)
        if old != new:
            made.append(Change(entity, record[0], field, old, new, source))
    return made


def deletion(entity: str, record: tuple) -> list[Change]:
    """The changes that take a record away: the inverse of its creation."""
    fields = list(FIELDS[entity])
    gone = [Change(entity, record[0], f, v, None) for f in fields if (v := getattr(record, f)) is not None]
    return [*reversed(gone), Change(entity, record[0], EXISTS, 1, None)]


def inverse(changes: Iterable[Change]) -> list[Change]:
    """The changes that take these back: each turned round, last first."""
    return [Change(c.entity, c.key, c.field, c.new, c.old) for c in reversed(list(changes))]


def squeeze(changes: Iterable[Change]) -> list[Change]:
    """The same result with at most one change a field: repeated edits joined, edits of a record just made folded in."""
    joined: dict[tuple[str, int, str], Change] = {}
    for change in changes:
        place = (change.entity, change.key, change.field)
        first = joined.pop(place, None)
        joined[place] = change._replace(old=first.old) if first else change
    return [c for c in joined.values() if c.old != c.new]
