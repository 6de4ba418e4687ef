"""Where bars, ends and nodes are held, where they come to lie, and that taking it back is the identity."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.changes import Draft, creation, inverse
from desktop_app.domain.model import Node, Task
from desktop_app.domain.progress import statuses
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.domain.workdays import SHIPPED
from desktop_app.reports.gantt_edit import Grip, Snap, grip_at, moved, new_node, parts_of, pulled
from desktop_app.reports.gantt_scene import Bar, Step, build_scene
from desktop_app.reports.gantt_scene_axis import SCALES, Scale
from desktop_app.reports.gantt_scene_layout import Spread, span_of
from desktop_app.store.store import Store, open_ledger
from desktop_app.store.undo import undo
from tests.builders import plan_with

YEAR = date(2026, 1, 1).toordinal()


def day(month: int, number: int) -> int:
    return date(2026, month, number).toordinal()


def bar_of(start: int, end: int, *nodes: int) -> Bar:
    steps = tuple(Step(node, f"节点{node}") for node in nodes)
    return Bar(1, 0, "1", "新建助餐点", "养老科", start, end, 10.0, 20.0, "green", "正常", "", False, steps)


BAR = bar_of(day(3, 1), day(9, 30), day(6, 15))
SPREAD = Spread(YEAR, 100.0, 2.0)


@pytest.mark.parametrize(
    ("at", "grip"),
    [
        (day(3, 1), Grip("start")),
        (day(9, 30), Grip("end")),
        (day(6, 15), Grip("node", 0)),
        (day(4, 20), Grip("bar")),
        (day(1, 10), None),
        (day(12, 20), None),
    ],
)
def test_what_lies_under_the_mouse(at: int, grip: Grip | None):
    assert grip_at(BAR, SPREAD, SPREAD.x(at + 0.5), 5.0) == grip


def test_coarse_scales_rest_on_months_and_fine_ones_on_workdays():
    months, days = Snap("year", SHIPPED), Snap("week", SHIPPED)
    assert pulled(BAR, Grip("end"), 25, months).end == day(10, 31)
    assert pulled(BAR, Grip("start"), 40, months).start == day(4, 1)
    assert pulled(BAR, Grip("end"), 3, days).end == day(9, 30)  # 3 October is a holiday: the workday before
    assert pulled(BAR, Grip("start"), 6, days).start == day(3, 9)  # 7 March is a Saturday: the workday after
    assert pulled(BAR, Grip("node", 0), 5, days).nodes[0].day == day(6, 18)  # 20 June lies in a holiday
    whole = pulled(BAR, Grip("bar"), 31, months)
    assert (whole.start, whole.end) == (day(4, 1), day(10, 31))


def test_a_key_press_goes_to_the_next_month_end_or_workday():
    assert BAR.end + Snap("year", SHIPPED).step(BAR.end, 1) == day(10, 31)
    assert BAR.end + Snap("year", SHIPPED).step(BAR.end, -1) == day(8, 31)
    friday = day(9, 11)
    assert friday + Snap("week", SHIPPED).step(friday, 1) == day(9, 14)


@given(
    start=st.integers(YEAR, YEAR + 300),
    length=st.integers(0, 300),
    days=st.integers(-400, 400),
    part=st.sampled_from(["bar", "start", "end", "node"]),
    scale=st.sampled_from(SCALES),
)
def test_no_end_ever_passes_the_other(start: int, length: int, days: int, part: str, scale: Scale):
    bar = bar_of(start, start + length, start)
    after = pulled(bar, Grip(part), days, Snap(scale, SHIPPED))  # type: ignore[arg-type]
    assert after.start <= after.end
    span = span_of(after, Spread(YEAR - 500, 0.0, 3.0))
    assert span.start < span.end
    if part in ("start", "node"):
        assert after.end == bar.end
    if days == 0:
        assert after == bar


@pytest.fixture
def store(tmp_path: Path):
    with open_ledger(tmp_path) as opened:
        yield opened


def first_bar(store: Store) -> Bar:
    snapshot, today = store.snapshot(), date(2026, 6, 30)
    scene = build_scene(snapshot, statuses(snapshot, today), today)
    return next(row for row in scene.rows if isinstance(row, Bar))


@pytest.mark.parametrize("grip", [Grip("bar"), Grip("start"), Grip("end"), Grip("node", 1)])
def test_letting_go_and_taking_back_leaves_the_ledger_as_it_was(store: Store, grip: Grip):
    built = plan_with(store, {"start": "2026-03-01", "deadline": "2026-09-30"})
    draft = Draft()
    for place, due in enumerate(("2026-05-31", "2026-07-31"), 1):
        draft.create("node", {"task": built.tasks[0], "position": place, "title": f"第{place}步", "due": due})
    store.apply(draft.changes, "节点")
    dump, before = store.logical_dump(), first_bar(store)
    after = pulled(before, grip, 45, Snap("year", SHIPPED))
    applied = store.apply(moved(store.snapshot(), before, after), "移动")
    assert applied is not None
    now = first_bar(store)
    assert (now.start, now.end, now.nodes) == (after.start, after.end, after.nodes)
    undo(store, applied.entry)
    assert store.logical_dump() == dump and first_bar(store) == before


def test_a_bar_that_came_back_changes_nothing_and_a_node_is_added(store: Store):
    built = plan_with(store, {"deadline": "2026-09-30"})
    bar = first_bar(store)
    assert moved(store.snapshot(), bar, bar) == []
    store.apply(new_node(store.snapshot(), built.tasks[0], day(5, 20), "中期检查"), "节点")
    assert [(n.due, n.title) for n in store.snapshot().nodes_of(built.tasks[0])] == [("2026-05-20", "中期检查")]


@given(
    data=st.data(), days=st.integers(-300, 300), scale=st.sampled_from(SCALES), by=st.sampled_from(["scale", "month"])
)
def test_any_move_is_drawn_as_it_was_dropped_and_its_inverse_is_the_identity(
    data: st.DataObject, days: int, scale: Scale, by: str
) -> None:
    task = canonical_task({"start": "2026-03-01", "deadline": "2026-09-30", "soft_deadline": "2026-08-31"})
    nodes = {n: canonical_node(n, due) for n, due in enumerate(("2026-05-31", "2026-07-31", "2026-09-30"), 1)}
    snapshot, today = Snapshot({"task": {1: task}, "node": nodes}), date(2026, 6, 30)

    def drawn(now: Snapshot) -> Bar:
        scene = build_scene(now, statuses(now, today), today, group="")
        return next(row for row in scene.rows if isinstance(row, Bar))

    before = drawn(snapshot)
    grip = data.draw(st.sampled_from(parts_of(before)))
    after = pulled(before, grip, days, Snap(scale, SHIPPED, by=by))  # type: ignore[arg-type]
    changes = moved(snapshot, before, after)
    now = changed(snapshot, changes)
    dropped = drawn(now)
    assert (dropped.start, dropped.end, dropped.soft) == (after.start, after.end, after.soft)
    assert [node.day for node in dropped.nodes] == [node.day for node in after.nodes]
    assert changed(now, inverse(changes)).tables == snapshot.tables


def canonical_task(values: dict[str, object]) -> Task:
    """A task of these values."""
    return creation("task", 1, {"title": "新建助餐点", "position": 1, "state": "open", **values})[0].new


def canonical_node(key: int, due: str) -> Node:
    """A node of that task."""
    return creation("node", key, {"task": 1, "position": key, "title": f"第{key}步", "due": due})[0].new
