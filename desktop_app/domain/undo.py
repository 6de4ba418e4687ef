"""Taking an entry back while later work stands (law 2 and 8): the inverse, or what stands in its way."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.domain.changes import EXISTS, Change, inverse, squeeze
from desktop_app.domain.model import FIELDS, NAMED_BY, referred
from desktop_app.domain.snapshot import Snapshot

Place = tuple[str, int]


class Obstacle(NamedTuple):
    """Later work on what the entry made or changed: a field edited since, or a record that now hangs on it."""

    entity: str
    key: int
    field: str
    later: Place | None


class Undoing(NamedTuple):
    """The changes that can be made without touching later work, and what stands in the way of the rest."""

    changes: tuple[Change, ...]
    obstacles: tuple[Obstacle, ...]


def take_back(snapshot: Snapshot, changes: Iterable[Change]) -> Undoing:
    """The inverse of an entry's changes against the ledger as it is now.

    A task or unit that a round row names is not deleted but marked withdrawn (已撤回), with all that it needs.
    A field changed since, and a record that later work hangs on, is kept and told as an obstacle.
    """
    back = squeeze(inverse(changes))
    doomed = {(c.entity, c.key) for c in back if c.field == EXISTS and c.new is None}
    edited = [obstacle for c in back for obstacle in _moved_on(snapshot, c)]
    kept = {(o.entity, o.key) for o in edited} & doomed
    named, hanging = _named(snapshot, doomed)
    withdrawn = {place for place in named if place[0] in ("task", "unit")}
    kept |= {place for place, _ in hanging}
    kept = _with_needs(snapshot, kept | named, doomed)
    stuck = {(o.entity, o.key, o.field) for o in edited}
    done = [c for c in back if (c.entity, c.key) not in kept and (c.entity, c.key, c.field) not in stuck]
    marks = [Change(*place, "withdrawn", 0, 1) for place in sorted(withdrawn)]
    later = [Obstacle(*place, EXISTS, other) for place, other in hanging]
    return Undoing((*done, *marks), (*edited, *later))


def _moved_on(snapshot: Snapshot, change: Change) -> list[Obstacle]:
    """Where the ledger no longer is as the entry left it."""
    record = snapshot.tables[change.entity].get(change.key)
    if change.field != EXISTS:
        fields = [change.field] if getattr(record, change.field, None) != change.old else []
    elif (record is None) != (change.old is None):
        fields = [EXISTS]
    else:
        fields = [f for f in FIELDS[change.entity] if getattr(record, f, None) != getattr(change.old, f, None)]
    return [Obstacle(change.entity, change.key, field, None) for field in fields]


def _named(snapshot: Snapshot, doomed: set[Place]) -> tuple[set[Place], list[tuple[Place, Place]]]:
    """Of the doomed records: those that round rows name, and those that other standing records name."""
    named, hanging = set(), []
    for entity, key in doomed:
        for other, field in NAMED_BY[entity]:
            for record in snapshot.having(other, field, key):
                place = (other, record.key)
                if place in doomed:
                    continue
                if other == "round_row" and entity in ("task", "unit"):
                    named.add((entity, key))
                else:
                    hanging.append(((entity, key), place))
    return named, hanging


def _with_needs(snapshot: Snapshot, kept: set[Place], doomed: set[Place]) -> set[Place]:
    """The kept records with what they name, and with the parts of a kept task (its targets, nodes, assignments)."""
    grown, todo = set(kept), list(kept)
    while todo:
        entity, key = todo.pop()
        record = snapshot.tables[entity].get(key)
        if record is None:
            continue
        near = {(target, getattr(record, f)) for f in FIELDS[entity] if (target := referred(entity, f))}
        if entity == "task":
            near |= {
                (part, r.key) for part in ("target", "node", "assignment") for r in snapshot.having(part, "task", key)
            }
        fresh = (near & doomed) - grown
        grown |= fresh
        todo.extend(fresh)
    return grown
