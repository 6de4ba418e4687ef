"""Changes: creation, edits, deletion, inverse and squeeze, on plain data."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from desktop_app.domain.changes import (
    EXISTS,
    Change,
    Draft,
    Source,
    by_field,
    creation,
    deletion,
    edits,
    inverse,
    squeeze,
)
from desktop_app.domain.model import Unit
from desktop_app.domain.snapshot import Snapshot, changed

UNIT = Unit(7, "养老服务科", "section", 1, None, None, None, 0)
EMPTY = Snapshot({})


def test_creation_is_one_change_in_canonical_form():
    (made,) = creation("unit", -1, {"name": " 养老服务科 ", "kind": "section", "position": 1.0, "phone": ""})
    assert (made.field, made.old, made.new) == (EXISTS, None, UNIT._replace(key=-1))
    with pytest.raises(KeyError, match="misspelt"):
        creation("unit", -1, {"misspelt": 1})


def test_edits_leave_out_what_is_so_already():
    cell = Source("a" * 64, "填报表", "F7")
    assert edits("unit", UNIT, {"name": "养老服务科", "phone": None, "contact": "  "}) == []
    assert edits("unit", UNIT, {"phone": "5551"}, cell) == [Change("unit", 7, "phone", None, "5551", cell)]


def test_deletion_is_the_inverse_of_creation():
    values = {field: getattr(UNIT, field) for field in Unit._fields[1:]}
    assert deletion("unit", UNIT) == inverse(creation("unit", 7, values))


def test_squeeze_joins_repeated_edits_and_drops_what_comes_to_nothing():
    steps = [
        Change("unit", 7, "name", "甲", "乙"),
        Change("unit", 7, "phone", None, "1"),
        Change("unit", 7, "name", "乙", "丙"),
        Change("unit", 7, "phone", "1", None),
    ]
    assert squeeze(steps) == [Change("unit", 7, "name", "甲", "丙")]


def test_squeeze_folds_edits_into_the_making_and_the_taking_away():
    cell = Source("a" * 64, "填报表", "F7")
    made = creation("unit", 7, {"name": "甲", "kind": "section", "position": 1})
    rename = Change("unit", 7, "name", "甲", "养老服务科")
    phone = Change("unit", 7, "phone", None, "1", cell)
    assert squeeze([*made, rename]) == creation("unit", 7, {"name": "养老服务科", "kind": "section", "position": 1})
    assert squeeze([*made, rename, phone])[1:] == [phone]
    assert squeeze([phone, *deletion("unit", UNIT._replace(phone="1"))]) == deletion("unit", UNIT)
    assert squeeze([*made, rename, phone, *deletion("unit", UNIT._replace(phone="1"))]) == []


def test_by_field_tells_a_record_field_by_field():
    (made,) = creation("unit", 7, {"name": "养老服务科", "kind": "section", "position": 1})
    assert [(c.field, c.old, c.new) for c in by_field(made)] == [
        ("name", None, "养老服务科"),
        ("kind", None, "section"),
        ("position", None, 1),
        ("withdrawn", None, 0),
    ]
    assert next((c.field, c.new) for c in by_field(inverse([made])[0])) == ("name", None)


def test_a_draft_gives_each_new_record_its_own_stand_in():
    draft = Draft()
    first = draft.create("unit", {"name": "甲", "kind": "section", "position": 1})
    second = draft.create("unit", {"name": "乙", "kind": "section", "position": 2})
    assert first < 0 and second < 0 and first != second


@given(
    st.lists(st.tuples(st.sampled_from(["name", "phone", "contact"]), st.sampled_from(["甲", "乙", "丙"])), max_size=12)
)
def test_changes_then_their_inverse_is_the_identity_in_memory(steps: list[tuple[str, str]]):
    start = EMPTY.with_records({("unit", 7): UNIT})
    now, made = start, []
    for field, value in steps:
        step = edits("unit", now.units[7], {field: value})
        now, made = changed(now, step), made + step
    assert changed(start, squeeze(made)).tables == now.tables
    assert changed(now, inverse(made)).tables == start.tables
