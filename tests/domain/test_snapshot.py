"""Look-ups over the snapshot: order, merged units, names and aliases, what is withdrawn."""

from hypothesis import given, settings
from hypothesis import strategies as some

from desktop_app.domain.model import Alias, Assignment, Section, Task, Unit
from desktop_app.domain.snapshot import Snapshot


def unit(key: int, name: str, position: int = 1, merged_into: int | None = None, withdrawn: int = 0) -> Unit:
    return Unit(key, name, "section", position, merged_into, None, None, withdrawn)


def task(key: int, section: int | None, position: int, parent: int | None = None, withdrawn: int = 0) -> Task:
    blank = dict.fromkeys(Task._fields)
    given = {"key": key, "section": section, "position": position, "parent": parent, "withdrawn": withdrawn}
    return Task(**{**blank, **given, "title": f"任务{key}", "state": "open"})  # type: ignore[arg-type]


def table(*records):
    return {record.key: record for record in records}


def test_tasks_stand_in_order_and_withdrawn_ones_do_not():
    snapshot = Snapshot(
        {
            "section": table(Section(1, 9, 2, "二", "乙"), Section(2, 9, 1, "一", "甲")),
            "plan": table(),
            "task": table(task(5, 1, 2), task(6, 1, 1), task(7, 1, 3, withdrawn=1), task(8, 1, 1, parent=5)),
        }
    )
    assert [t.key for t in snapshot.tasks_of(1)] == [6, 5]
    assert [t.key for t in snapshot.actions_of(5)] == [8]
    assert [s.key for s in snapshot.sections_of(9)] == [2, 1]


def test_a_merged_unit_is_read_as_the_one_it_went_into():
    units = table(unit(1, "老龄科", merged_into=2), unit(2, "养老科", merged_into=3), unit(3, "养老服务科"))
    roles = table(Assignment(1, 5, 1, "lead", 2), Assignment(2, 5, 3, "lead", 1), Assignment(3, 5, 2, "co", 1))
    snapshot = Snapshot({"unit": units, "assignment": roles, "alias": table(Alias(1, 2, "养老办"))})
    assert snapshot.unit(1).key == 3
    assert [u.name for u in snapshot.leads_of(5)] == ["养老服务科", "养老服务科"]
    assert [u.name for u in snapshot.cos_of(5)] == ["养老服务科"]
    assert [u.key for u in snapshot.units_in_order()] == [3]
    assert [snapshot.unit_named(n).key for n in ("老龄科", "养老办", "养老服务科")] == [3, 3, 3]  # type: ignore[union-attr]
    assert snapshot.unit_named("殡葬所") is None


def test_a_ring_of_merged_units_ends():
    snapshot = Snapshot({"unit": table(unit(1, "甲", merged_into=2), unit(2, "乙", merged_into=1))})
    assert snapshot.unit(1).key in (1, 2)


def test_new_records_leave_the_old_snapshot_and_untouched_tables_alone():
    before = Snapshot({"unit": table(unit(1, "甲")), "section": table(Section(1, 9, 1, "一", "甲"))})
    assert [u.key for u in before.having("unit", "name", "甲")] == [1]
    after = before.with_records({("unit", 1): unit(1, "乙"), ("unit", 2): unit(2, "甲")})
    assert [u.key for u in after.having("unit", "name", "甲")] == [2]
    assert [u.key for u in before.having("unit", "name", "甲")] == [1]
    assert after.tables["section"] is before.tables["section"]
    assert after.with_records({("unit", 2): None}).having("unit", "name", "甲") == []


def test_a_rule_that_is_not_there_is_none():
    assert Snapshot({}).rule("lights") is None


PLACES = some.tuples(some.sampled_from([None, 1, 2]), some.integers(1, 4))


@settings(max_examples=60, deadline=None)
@given(
    some.lists(PLACES, min_size=1, max_size=1200),
    some.lists(some.tuples(some.integers(1, 1300), some.none() | PLACES), max_size=320),
)
def test_look_ups_mended_after_few_or_many_changes_are_those_made_anew(held, changes):
    before = Snapshot({"task": table(*(task(key, *place) for key, place in enumerate(held, 1)))})
    fields = ("section", "position", "parent")
    for field in fields:
        before.index("task", field)
    records = {("task", key): task(key, *place) if place else None for key, place in changes}
    kept = {field: {value: list(found) for value, found in before.index("task", field).items()} for field in fields}
    after = before.with_records(records)
    anew = Snapshot({"task": after.tables["task"]})
    for field in fields:
        assert dict(after.index("task", field)) == dict(anew.index("task", field))
        assert dict(before.index("task", field)) == kept[field]
