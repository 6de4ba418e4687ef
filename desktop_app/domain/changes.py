"""What can be done to the ledger: a list of changes, each with its before-value and the place it came from.

A change gives one field of a record a new value; a change of EXISTS makes a whole record (None to the record) or takes
it away (the record to None). So the inverse of any list of changes is the list turned round.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from desktop_app.domain.kinds import Kind
from desktop_app.domain.model import ENTITIES, FIELDS, Record
from desktop_app.domain.values import Value, canonical, of_field

EXISTS = "*"
EMPTY: dict[str, dict[str, Value]] = {
    entity: {field: 0 if kind is Kind.FLAG else None for field, kind in fields.items()}
    for entity, fields in FIELDS.items()
}
"""The fields of a record of which nothing is said."""


class Source(NamedTuple):
    """Where a value came from: a stored file (SHA-256), and in a workbook the sheet and the cell.

    For a whole record `cell` may name the cell of each field that has its own: `percent=I5 text=H5`.
    """

    file: str | None = None
    sheet: str | None = None
    cell: str | None = None

    def of(self, field: str) -> "Source":
        """Where a field of the record came from."""
        if not self.cell or "=" not in self.cell:
            return self
        cells = dict(part.split("=") for part in self.cell.split())
        return self._replace(cell=cells.get(field))


NOWHERE = Source()


def by_cells(file: str | None, sheet: str | None, cells: Mapping[str, str | None]) -> Source:
    """The source of a record whose fields come from these cells of one sheet."""
    return Source(file, sheet, " ".join([f"{field}={cell}" for field, cell in cells.items() if cell]) or None)


class Change(NamedTuple):
    """One field of one record, or (EXISTS) the record itself, old to new.

    `old` and `new` are canonical values of the field; of EXISTS they are the record or None. A negative key or
    reference stands for a record made in the same list.
    """

    entity: str
    key: int
    field: str
    old: Any
    new: Any
    source: Source = NOWHERE


class Draft:
    """Collects the changes of one proposal. Keys that it hands out are negative; the store gives the lasting ones.

    Made of changes, it goes on from them: its next keys are none of theirs.
    """

    def __init__(self, changes: Iterable[Change] = ()) -> None:
        self.changes: list[Change] = list(changes)
        self._last = min((0, *(change.key for change in self.changes)))

    def create(self, entity: str, values: Mapping[str, object], source: Source = NOWHERE) -> int:
        """A new record of these values; returns its stand-in key."""
        self._last -= 1
        self.changes.extend(creation(entity, self._last, values, source))
        return self._last

    def make(self, entity: str, values: Mapping[str, Value], source: Source = NOWHERE) -> int:
        """A new record of values that are canonical already, as `create` makes it."""
        self._last -= 1
        self.changes.append(_making(entity, self._last, values, source))
        return self._last

    def set(self, entity: str, record: Record, values: Mapping[str, object], source: Source = NOWHERE) -> None:
        """Change these fields of an existing record; a field that already has the value makes no change."""
        self.changes.extend(edits(entity, record, values, source))

    def delete(self, entity: str, record: Record) -> None:
        """Take an existing record away."""
        self.changes.extend(deletion(entity, record))


def creation(entity: str, key: int, values: Mapping[str, object], source: Source = NOWHERE) -> list[Change]:
    """The change that makes a record; fields that are not named stay empty, flags start at 0."""
    unknown = values.keys() - FIELDS[entity].keys()
    if unknown:
        raise KeyError(f"{entity} has no field {sorted(unknown)}")
    kinds = FIELDS[entity]
    filled = {field: canonical(kinds[field], value) for field, value in values.items()}
    return [_making(entity, key, filled, source)]


def _making(entity: str, key: int, values: Mapping[str, Value], source: Source) -> Change:
    make = tuple.__new__  # by thousands: no call in Python
    record = make(ENTITIES[entity], (key, *{**EMPTY[entity], **values}.values()))
    return make(Change, (entity, key, EXISTS, None, record, source))


def edits(entity: str, record: Record, values: Mapping[str, object], source: Source = NOWHERE) -> list[Change]:
    """The changes that give an existing record these values; none for a field that has its value already."""
    made = []
    for field, value in values.items():
        old, new = getattr(record, field), of_field(entity, field, value)
        if old != new:
            made.append(Change(entity, record.key, field, old, new, source))
    return made


def deletion(entity: str, record: Record) -> list[Change]:
    """The change that takes a record away: the inverse of its creation."""
    return [Change(entity, record.key, EXISTS, record, None)]


def inverse(changes: Iterable[Change]) -> list[Change]:
    """The changes that take these back: each turned round, last first."""
    return [Change(c.entity, c.key, c.field, c.new, c.old) for c in reversed(list(changes))]


def by_field(change: Change) -> list[Change]:
    """A change as field changes: the record that is made or taken away, field by field, empty ones left out."""
    if change.field != EXISTS:
        return [change]
    old, new = change.old, change.new
    return [
        change._replace(field=field, old=before, new=after, source=change.source.of(field))
        for field in FIELDS[change.entity]
        if (before := getattr(old, field, None)) != (after := getattr(new, field, None))
    ]


def squeeze(changes: Iterable[Change]) -> list[Change]:
    """The same result with at most one change a field, and none of what comes to nothing.

    An edit of a record made before it is folded into the making where both have one source, and an edit of a record
    that is taken away after it is folded into the taking away.
    """
    joined: dict[tuple[str, int, str], Change] = {}
    for change in changes:
        place = change[:3]
        if change.field == EXISTS:
            joined[place] = _taken_away(joined, change) if change.new is None else change
            continue
        whole = joined.get((change.entity, change.key, EXISTS))
        if whole is not None and place not in joined and whole.source == change.source:
            joined[whole[:3]] = whole._replace(new=_with(whole.new, change.field, change.new))
        else:
            first = joined.pop(place, None)
            joined[place] = change._replace(old=first.old) if first else change
    return [c for c in joined.values() if c.old != c.new]


def _taken_away(joined: dict[tuple[str, int, str], Change], change: Change) -> Change:
    """The taking away of a record, from what it was before this list of changes touched it."""
    made, old = joined.get(change[:3]), change.old
    for field in FIELDS[change.entity]:
        edit = joined.pop((change.entity, change.key, field), None)
        if edit is not None:
            old = _with(old, field, edit.old)
    return change._replace(old=made.old if made else old)


def _with(record: Any, field: str, value: Value) -> Any:
    return record._replace(**{field: value})
