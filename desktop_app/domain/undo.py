"""Taking an entry back while later work stands (law 2 and 8): the inverse, or what stands in its way."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from desktop_app.domain.changes import EXISTS, Change, by_field, inverse, squeeze
from desktop_app.domain.model import ANSWER_FIELDS, FIELDS, NAMED_BY, referred
from desktop_app.domain.snapshot import Snapshot, changed

Place = tuple[str, int]
# entity -> the fields that hold what was said, each of which may be empty
_SAID = {"report": ANSWER_FIELDS, "answer": (*ANSWER_FIELDS, "heard"), "row_target": ("accepted", "held")}


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


def take_back(snapshot: Snapshot, changes: Iterable[Change], later: Collection[tuple[str, int, str]] = ()) -> Undoing:
    """The inverse of an entry's changes against the ledger as it is now.

    `later` are the fields that later work has set, perhaps to the same value again: a unit that says 10, 30 and 10
    once more has said 10 last, and that stands.

    A task or unit that a round row names is not deleted but marked withdrawn (已撤回), with all that it needs.
    A field changed since, and a record that later work hangs on, is kept and told as an obstacle. Of what a unit said
    only the fields changed since are kept: the others are emptied, as if the record had been made by the later work.
    """
    back = squeeze(inverse(changes))
    doomed = {(c.entity, c.key) for c in back if c.field == EXISTS and c.new is None}
    edited = [obstacle for c in back for obstacle in _moved_on(snapshot, c, later)]
    kept = {(o.entity, o.key) for o in edited} & doomed
    named, hanging = _named(_with_edits(snapshot, back, edited), doomed)
    withdrawn = {place for place in named if place[0] in ("task", "unit")}
    kept |= {place for place, _ in hanging}
    kept = _with_needs(snapshot, kept | named, doomed)
    stuck = {(o.entity, o.key, o.field) for o in edited}
    wanted = [c for c in back if (c.entity, c.key) not in kept and (c.entity, c.key, c.field) not in stuck]
    wanted += [part for c in back if (c.entity, c.key) in kept for part in _emptied(c, stuck)]
    done, homeless = _with_homes(snapshot, wanted)
    marks = [Change(*place, "withdrawn", 0, 1) for place in sorted(withdrawn)]
    hung = [Obstacle(*place, EXISTS, other) for place, other in hanging]
    return Undoing((*done, *marks), (*edited, *hung, *homeless))


def _emptied(change: Change, stuck: Collection[tuple[str, int, str]]) -> list[Change]:
    """The changes that empty the sayings of a record that stays only because some of them were changed since."""
    if change.field != EXISTS or change.new is not None or change.entity not in _SAID:
        return []
    own = {field for entity, key, field in stuck if (entity, key) == (change.entity, change.key)}
    said = ((field, getattr(change.old, field)) for field in _SAID[change.entity] if field not in own)
    return [Change(change.entity, change.key, field, value, None) for field, value in said if own and value is not None]


def _with_homes(snapshot: Snapshot, changes: list[Change]) -> tuple[list[Change], list[Obstacle]]:
    """The changes that name only what will be there, and, as obstacles, those that name what was taken away since."""
    done, homeless = changes, []
    while True:
        there = {(c.entity, c.key): c.new is not None for c in done if c.field == EXISTS}
        lost = {c: place for c in done if (place := _missing(snapshot, there, c)) is not None}
        if not lost:
            return done, homeless
        homeless += [Obstacle(c.entity, c.key, c.field, place) for c, place in lost.items()]
        gone = {(c.entity, c.key) for c in lost if c.field == EXISTS}
        done = [c for c in done if c not in lost and (c.entity, c.key) not in gone]


def _missing(snapshot: Snapshot, there: dict[Place, bool], change: Change) -> Place | None:
    """The first record that a change would name although it is not there any more."""
    if change.new is None:
        return None
    for part in by_field(change):
        target = referred(part.entity, part.field)
        if target and part.new is not None:
            place = (target, part.new)
            if not there.get(place, part.new in snapshot.tables[target]):
                return place
    return None


def _with_edits(snapshot: Snapshot, back: Iterable[Change], edited: Iterable[Obstacle]) -> Snapshot:
    """The snapshot with the fields set back that can be: what the entry moved onto a doomed record leaves it again."""
    stuck = {(o.entity, o.key) for o in edited}
    return changed(snapshot, [c for c in back if c.field != EXISTS and (c.entity, c.key) not in stuck])


def _moved_on(snapshot: Snapshot, change: Change, later: Collection[tuple[str, int, str]]) -> list[Obstacle]:
    """Where the ledger no longer is as the entry left it, or was brought back there by later work."""
    entity, key = change.entity, change.key
    record = snapshot.tables[entity].get(key)
    if change.field != EXISTS:
        moved = record is None or getattr(record, change.field) != change.old or (entity, key, change.field) in later
        fields = [change.field] if moved else []
    elif (record is None) != (change.old is None):
        fields = [EXISTS]
    else:
        same = change.old
        fields = [
            field
            for field in FIELDS[entity]
            if getattr(record, field, None) != getattr(same, field, None) or (entity, key, field) in later
        ]
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
