"""Undo where records point at each other: what moves off a doomed record, and what would be made under a gone one."""

from desktop_app.domain.changes import Change, Draft, deletion
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.domain.undo import take_back


def made(*told: tuple[str, int, dict[str, object]]) -> list[Change]:
    draft, keys = Draft(), {}
    for entity, key, values in told:
        keys[draft.create(entity, values)] = key
    return [c._replace(key=keys[c.key], new=c.new._replace(key=keys[c.key])) for c in draft.changes]  # type: ignore[union-attr]


TASK = ("task", 1, {"title": "巡护", "position": 1, "state": "open"})
ACTION = ("task", 2, {"title": "补种", "position": 1, "state": "open", "parent": 1})
TARGET = ("target", 3, {"task": 1, "position": 1, "comparator": "="})


def test_a_target_that_the_entry_moved_leaves_the_record_that_goes():
    before = changed(Snapshot({}), made(TASK, TARGET))
    entry = [*made(ACTION), Change("target", 3, "task", 1, 2)]
    back = take_back(changed(before, entry), entry)
    assert back.obstacles == ()
    assert changed(changed(before, entry), back.changes).tables == before.tables


def test_nothing_is_made_again_under_a_record_that_is_gone():
    before = changed(Snapshot({}), made(TASK, TARGET))
    entry = deletion("target", before.tables["target"][3])
    now = changed(before, [*entry, *deletion("task", before.tasks[1])])
    back = take_back(now, entry)
    assert back.changes == () and [(o.entity, o.key, o.later) for o in back.obstacles] == [("target", 3, ("task", 1))]


def test_what_is_made_again_together_supports_itself():
    before = changed(Snapshot({}), made(TASK, ACTION, TARGET))
    entry = [c for e, k in (("target", 3), ("task", 2), ("task", 1)) for c in deletion(e, before.tables[e][k])]
    back = take_back(changed(before, entry), entry)
    assert back.obstacles == () and changed(changed(before, entry), back.changes).tables == before.tables


def test_a_part_of_what_cannot_be_made_again_is_not_made_either():
    before = changed(Snapshot({}), made(TASK, ACTION, ("target", 3, {"task": 2, "position": 1, "comparator": "="})))
    entry = [c for e, k in (("target", 3), ("task", 2)) for c in deletion(e, before.tables[e][k])]
    back = take_back(changed(before, [*entry, *deletion("task", before.tasks[1])]), entry)
    assert back.changes == () and {(o.entity, o.key) for o in back.obstacles} == {("task", 2), ("target", 3)}
