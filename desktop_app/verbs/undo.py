"""Take an entry back, the newest or a named one; taking an undo back is redo."""

from typing import Any, NamedTuple

from desktop_app.domain.changes import EXISTS
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.undo import Obstacle
from desktop_app.domain.values import encode
from desktop_app.errors import Refused
from desktop_app.store import undo as steps
from desktop_app.store.store import Applied, Store
from desktop_app.texts import fields
from desktop_app.texts import store as texts


class Undone(NamedTuple):
    """The entry that was taken back, the entry that did it (None: nothing was left to do), and what was kept."""

    entry: int
    applied: Applied | None
    kept: tuple[str, ...]


def undo(store: Store, number: int | None) -> Undone:
    """Take an entry back whole. Refused where later work stands on it."""
    number = number if number is not None else _newest(store)
    return Undone(number, steps.undo(store, number), ())


def undo_rest(store: Store, number: int | None) -> Undone:
    """Take an entry back but for what later work stands on, which is named."""
    number = number if number is not None else _newest(store)
    plan, snapshot = steps.plan_undo(store, number), store.snapshot()
    return Undone(number, steps.undo_rest(store, number), tuple(told(snapshot, o) for o in plan.obstacles))


def _newest(store: Store) -> int:
    newest = steps.steps(store).undo
    if newest is None:
        raise Refused(texts.NOTHING_TO_UNDO)
    return newest.id


def told(snapshot: Snapshot, obstacle: Obstacle) -> str:
    """What stands in the way of an undo, in words: the record by its title, the field by its name on the screen."""
    record = snapshot.tables[obstacle.entity].get(obstacle.key)
    name = fields.ENTITIES[obstacle.entity]
    title = next((v for f in ("title", "name", "phrase") if (v := getattr(record, f, None))), "")
    what = f"{name}“{title}”" if title else name
    if record is None:
        return texts.LATER_GONE.format(what=what)
    if obstacle.field == EXISTS:
        return texts.LATER_RECORD.format(what=what)
    now = encode(getattr(record, obstacle.field, None)) or texts.EMPTY
    return texts.LATER_EDIT.format(what=what + fields.of(obstacle.entity, obstacle.field), now=now)


def to_json(undone: Undone) -> dict[str, Any]:
    """The object that `undo --json` prints."""
    return {"undone": undone.entry, "applied": undone.applied and undone.applied.entry, "kept": list(undone.kept)}
