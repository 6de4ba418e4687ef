"""What is different in the ledger between two moments: the net changes, whatever happened in between and came back."""

from collections.abc import Iterator

from desktop_app.domain.changes import EXISTS, Change
from desktop_app.domain.model import FIELDS
from desktop_app.domain.snapshot import Snapshot

ENTITIES = (
    "plan",
    "section",
    "task",
    "target",
    "node",
    "assignment",
    "report",
    "unit",
    "alias",
    "member",
    "round",
    "rule",
)
_QUIET = frozenset({"position"})  # an order is no news


def between(before: Snapshot, after: Snapshot) -> list[Change]:
    """The changes that make of the first ledger the second, but for what only the program keeps for itself."""
    return [change for entity in ENTITIES for change in _of(entity, before, after)]


def _of(entity: str, before: Snapshot, after: Snapshot) -> Iterator[Change]:
    old, new = before.tables[entity], after.tables[entity]
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        if was is None or now is None:
            yield Change(entity, key, EXISTS, was, now)
        elif was != now:
            for field in FIELDS[entity]:
                if field not in _QUIET and getattr(was, field) != getattr(now, field):
                    yield Change(entity, key, field, getattr(was, field), getattr(now, field))


def task_of(change: Change, before: Snapshot, after: Snapshot) -> int | None:
    """The task that a change is about; None where it is about none."""
    if change.entity == "task":
        return change.key
    for snapshot in (after, before):
        record = snapshot.tables[change.entity].get(change.key)
        if record is None:
            continue
        if change.entity == "report":
            return snapshot.rows[record.row].task
        return getattr(record, "task", None)
    return None
