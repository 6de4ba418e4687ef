"""The rows of the history page as plain text: entries, and the field changes of one of them. No widgets."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from desktop_app.domain.changes import EXISTS, Change, by_field
from desktop_app.domain.model import Assignment, Rule, referred
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import encode
from desktop_app.store.journal import Entry
from desktop_app.texts import codes, fields
from desktop_app.texts import history as texts
from desktop_app.ui.history.rules import rule_name, rule_words

_NAMES = ("title", "name", "phrase", "item", "file", "period")


class EntryRow(NamedTuple):
    """One journal entry as the page shows it; `undone` says that a later entry took it back."""

    id: int
    cells: tuple[str, ...]
    undone: bool


def entry_rows(entries: Iterable[Entry], counts: Mapping[int, int]) -> list[EntryRow]:
    """The entries, newest first, with how much each of them changed."""
    entries = list(entries)
    taken_back = {e.undoes for e in entries if e.undoes is not None}
    rows = []
    for entry in entries:
        undone = entry.id in taken_back
        label = texts.UNDONE.format(label=entry.label) if undone else entry.label
        count = texts.COUNT.format(count=counts.get(entry.id, 0))
        time = entry.at[:16].replace("T", " ")
        rows.append(EntryRow(entry.id, (str(entry.id), time, label, count, entry.who), undone))
    return rows


def change_rows(snapshot: Snapshot, changes: Iterable[Change], files: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Each change in words: what, which field, old, new, and the file and cell that it came from.

    A record that was made of several cells is told cell by cell.
    """
    return [
        (
            _what(snapshot, change),
            texts.NEW if change.field == EXISTS and change.old is None else _field(change),
            _value(snapshot, change, change.old),
            _value(snapshot, change, change.new),
            _place(change, files),
        )
        for whole in changes
        for change in _told_apart(whole)
    ]


def _told_apart(change: Change) -> list[Change]:
    parts = by_field(change)
    return [part for part in parts if part.source.cell] if len({part.source for part in parts}) > 1 else [change]


def _field(change: Change) -> str:
    return texts.GONE if change.field == EXISTS else fields.of(change.entity, change.field)


def _what(snapshot: Snapshot, change: Change) -> str:
    """The record by its kind and name; a record without a name of its own by the one that it belongs to."""
    record = snapshot.tables[change.entity].get(change.key) or change.new or change.old
    return f"{fields.ENTITIES[change.entity]} {_name(snapshot, change.entity, record)}".strip()


def _name(snapshot: Snapshot, entity: str, record: object) -> str:
    if isinstance(record, Rule):
        return rule_name(snapshot, record.name)
    for field in _NAMES:
        if said := getattr(record, field, None):
            return str(said)
    for field in ("row", "task", "unit"):
        target = referred(entity, field) if hasattr(record, field) else None
        owner = snapshot.tables[target].get(getattr(record, field)) if target else None
        if target and owner is not None:
            return _name(snapshot, target, owner)
    return ""


def _value(snapshot: Snapshot, change: Change, value: object) -> str:
    if value is None:
        return ""
    if change.field == EXISTS:
        return _told(snapshot, change.entity, value)
    rule = snapshot.tables["rule"].get(change.key) if change.entity == "rule" and change.field == "value" else None
    if rule is not None:
        return rule_words(rule.name, str(value))
    target = referred(change.entity, change.field)
    if target is not None:
        owner = snapshot.tables[target].get(value)  # type: ignore[arg-type]
        return _name(snapshot, target, owner) or str(value)
    return codes.of(change.entity, change.field, encode(value) or "")  # type: ignore[arg-type]


def _told(snapshot: Snapshot, entity: str, record: object) -> str:
    """A record that was made or taken away; of an assignment the unit and its role, the task is named beside it."""
    if isinstance(record, Rule):
        return rule_words(record.name, record.value)
    if isinstance(record, Assignment):
        unit = snapshot.units.get(record.unit)
        return texts.ROLE.format(role=codes.of(entity, "role", record.role), unit=unit.name if unit else "")
    return _name(snapshot, entity, record)


def _place(change: Change, files: Mapping[str, str]) -> str:
    source = change.source
    if not source.file:
        return ""
    name = files.get(source.file, "")
    return texts.PLACE.format(file=name, cell=source.cell) if source.cell else name
