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


def test_of_a_report_only_the_field_that_was_changed_since_stays():
    asked = [
        ("plan", 4, {"title": "要点", "kind": "plan"}),
        ("unit", 5, {"name": "林政科", "kind": "section", "position": 1}),
        ("round", 6, {"token": "t", "period": "2026-06", "as_of": "2026-06-30", "due": "2026-06-27", "state": "open"}),
        ("round_row", 7, {"round": 6, "task": 1, "unit": 5, "position": 1, "title": "巡护"}),
    ]
    before = changed(Snapshot({}), made(TASK, *asked))
    entry = made(
        ("report", 8, {"row": 7, "percent": 40.0, "text": "巡护12次", "problems": "缺车"}),
        ("answer", 9, {"row": 7, "percent": 40.0, "text": "巡护12次", "problems": "缺车"}),
    )
    now = changed(before, [*entry, Change("report", 8, "percent", 40.0, 55.0)])
    back = take_back(now, entry, {("report", 8, "percent")})
    assert [(o.entity, o.key, o.field) for o in back.obstacles] == [("report", 8, "percent")]
    after = changed(now, back.changes)
    report = after.tables["report"][8]
    assert (report.percent, report.text, report.problems, report.row) == (55.0, None, None, 7)
    assert after.tables["answer"] == {}
