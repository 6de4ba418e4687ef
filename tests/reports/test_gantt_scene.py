"""The scene of the Gantt chart: a golden ledger, the axis at every scale, and the laws of the layout."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.domain.changes import Draft
from desktop_app.domain.progress import statuses
from desktop_app.reports.gantt_scene import Bar, Group, Issued, Scene, build_scene
from desktop_app.reports.gantt_scene_axis import DAYS_SHOWN, SCALES, Scale, axis_of, cells, window
from desktop_app.reports.gantt_scene_groups import Grouping
from desktop_app.reports.gantt_scene_layout import hatch, span_of, spread_over
from desktop_app.store.store import Store, open_ledger
from tests.builders import answer, plan_with, round_of

GOLDEN = Path(__file__).with_name("gantt_scene.json")
AS_OF = date(2026, 6, 30)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def ledger(folder: Path) -> Store:
    """Two sections, joint leads, an action with another lead, a node, one answer, a late task, one without section."""
    store = open_ledger(folder)
    built = plan_with(
        store,
        {
            "section": "一、为民服务",
            "title": "建设长者食堂",
            "lead": ["养老科", "办公室"],
            "deadline": "2026-09-30",
            "soft_deadline": "2026-08-31",
            "leader": "分管养老的副局长",
        },
        {
            "section": "一、为民服务",
            "title": "走访困难家庭",
            "lead": "救助科",
            "deadline": "2026-05-31",
            "leader": "局长",
        },
        {"section": "二、综合保障", "title": "整理档案", "lead": "办公室", "state": "closed"},
        {"section": "二、综合保障", "title": "开展培训", "start": "2026-03-01", "deadline": None},
    )
    first, second = built.tasks[:2]
    plan_with_actions = Draft()
    action = plan_with_actions.create(
        "task",
        {"plan": built.plan, "parent": first, "position": 1, "no": "1.1", "title": "选址", "state": "open"},
    )
    values = {"task": action, "unit": built.units["救助科"], "role": "lead", "position": 1}
    plan_with_actions.create("assignment", values)
    plan_with_actions.create("node", {"task": first, "position": 1, "title": "选址完成", "due": "2026-04-15"})
    for position, due in enumerate(("2026-03-31", "2026-06-30"), 1):
        plan_with_actions.create("node", {"task": second, "position": position, "title": "每季度1次", "due": due})
    plan_with_actions.create("task", {"position": 9, "title": "临时交办", "state": "open", "deadline": "2025-12-01"})
    store.apply(plan_with_actions.changes, "补充")
    rows = round_of(store, "2026-06", [(first, built.units["养老科"]), (second, built.units["救助科"])])
    answer(store, rows[0], percent=60)
    answer(store, rows[1], percent=40)
    return store


ISSUED = {3: Issued(None, "2026-07-31"), 8: Issued("2026-02-01", "2026-05-31")}


def scene(folder: Path, scale: Scale = "year", group: Grouping = "section", wanted: set[str] | None = None) -> Scene:
    """The scene of that ledger, of all its tasks or those of these titles; two lay elsewhere when it was issued."""
    with ledger(folder) as store:
        snapshot = store.snapshot()
    keys = None if wanted is None else {task.key for task in snapshot.tasks.values() if task.title in wanted}
    return build_scene(snapshot, statuses(snapshot, AS_OF), AS_OF, scale, group, ISSUED, keys)


def plain(scene: Scene) -> dict:
    """A scene as JSON would hold it, days written out."""
    rows = []
    for row in scene.rows:
        if isinstance(row, Group):
            loads = [f"{iso(load.first)} {load.running}/{load.ending}" for load in row.loads]
            rows.append({"group": row.label, "counts": dict(row.counts), "loads": loads})
        else:
            days = {"start": iso(row.start), "end": iso(row.end), "soft": row.soft and iso(row.soft)}
            nodes = [f"{iso(node.day)} {node.title}{' recurring' * node.recurring}" for node in row.nodes]
            was = row.was and [iso(row.was.start), iso(row.was.end), row.slip]
            rows.append({**row._asdict(), **days, "nodes": nodes, "was": was})
    ticks = [[f"{iso(t.first)} {t.label}" for t in level] for level in (scene.axis.upper, scene.axis.lower)]
    dues = [f"{iso(due.day)} {due.label}" for due in scene.dues]
    return {"title": scene.title, "as_of": iso(scene.as_of), "rows": rows, "ticks": ticks, "dues": dues}


def iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def test_scene_of_a_ledger_is_as_recorded(tmp_path: Path) -> None:
    recorded = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert {group: plain(scene(tmp_path / group, group=group)) for group in recorded} == recorded


def test_by_unit_a_task_stands_under_each_of_its_leads_and_an_action_under_its_own(tmp_path: Path) -> None:
    under: dict[str, list[str]] = {}
    for row in scene(tmp_path, group="unit").rows:
        if isinstance(row, Group):
            under[row.label] = labels = []
        else:
            labels.append(row.label)
    assert under["养老科"] == ["建设长者食堂", "选址"]
    assert under["办公室"] == ["建设长者食堂", "选址", "整理档案"]
    assert under["救助科"] == ["选址", "走访困难家庭"]
    assert under["未指定牵头单位"] == ["开展培训", "临时交办"]


def test_by_leader_an_action_stands_with_its_task_unless_it_names_another(tmp_path: Path) -> None:
    rows = scene(tmp_path, group="leader").rows
    assert [row.label for row in rows] == [
        *("分管养老的副局长", "建设长者食堂", "选址", "局长", "走访困难家庭"),
        *("未明确分管领导", "整理档案", "开展培训", "临时交办"),
    ]


def test_the_load_counts_each_task_once_in_every_month_it_runs(tmp_path: Path) -> None:
    rows = scene(tmp_path, group="unit").rows
    load = {row.label: row.loads for row in rows if isinstance(row, Group)}["办公室"]
    of_2026 = [(month.running, month.ending) for month in load if iso(month.first) >= "2026"]
    assert of_2026 == [(2, 0)] * 8 + [(2, 1)] + [(1, 0)] * 2 + [(1, 1)]  # the action counts with its task


def test_filtered_rows_stand_once_without_their_parents_and_are_told_of(tmp_path: Path) -> None:
    found = scene(tmp_path, wanted={"选址", "整理档案"})
    assert [row.label for row in found.rows] == ["一、为民服务", "选址", "二、综合保障", "整理档案"]
    assert found.note == "筛选出2项，共6项"
    assert [row.label for row in scene(tmp_path / "b", group="", wanted={"选址"}).rows] == ["选址"]
    assert scene(tmp_path / "c").note == ""


def test_empty_ledger_has_no_rows_and_the_axis_of_this_year(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as store:
        found = build_scene(store.snapshot(), {}, AS_OF)
    assert found.rows == ()
    assert (date.fromordinal(found.axis.first), date.fromordinal(found.axis.last)) == (
        date(2026, 1, 1),
        date(2026, 12, 31),
    )


@given(DAYS, DAYS, st.sampled_from(SCALES))
def test_ticks_cover_every_day_of_the_axis_once(one: date, other: date, scale: Scale) -> None:
    axis = axis_of(min(one, other), max(one, other), scale)
    for level in (axis.upper, axis.lower):
        assert level[0].first == axis.first
        assert level[-1].last == axis.last
        assert all(after.first == before.last + 1 for before, after in pairwise(level))
        assert all(tick.first <= tick.last and tick.label for tick in level)


@given(DAYS, st.sampled_from(SCALES))
def test_paper_shows_the_calendar_period_around_the_day(day: date, scale: Scale) -> None:
    axis = axis_of(date(2024, 1, 1), date(2028, 12, 31), scale)
    first, last = window(axis, scale, day)
    assert first <= day.toordinal() <= last
    assert scale == "year" or last - first < DAYS_SHOWN[scale]
    upper, lower = cells(first, last, scale)
    assert upper[0].first == lower[0].first == first
    assert upper[-1].last == lower[-1].last == last


def test_paper_shows_the_nearest_period_where_the_day_is_off_the_axis() -> None:
    axis = axis_of(date(2026, 1, 1), date(2026, 12, 31), "month")
    assert window(axis, "month", date(2030, 5, 5)) == (date(2026, 12, 1).toordinal(), date(2026, 12, 31).toordinal())


PERCENTS = st.none() | st.floats(-50, 200)


@given(DAYS, DAYS, PERCENTS, PERCENTS, st.sampled_from(SCALES), st.floats(40, 5000), st.floats(-9000, 500))
def test_no_bar_lies_before_its_start_or_after_its_end(
    one: date, other: date, done: float | None, expected: float | None, scale: Scale, width: float, left: float
) -> None:
    start, end = sorted((one.toordinal(), other.toordinal()))
    bar = Bar(1, 0, "1", "甲", "", start, end, done, expected, "green", "正常", "", False, ())
    axis = axis_of(date(2024, 1, 1), date(2028, 12, 31), scale)
    spread = spread_over(axis.first, axis.first + DAYS_SHOWN[scale] - 1, left, width)
    span = span_of(bar, spread)
    assert span.start == spread.x(start)
    assert span.end == spread.x(end + 1)
    assert span.start <= span.done <= span.end
    assert span.expected is None or span.start <= span.expected <= span.end
    if done is not None and done >= 1:
        assert span.done > span.start


@example(1.0, 2e-86, 4.834698432791836, 4.834698432791836)
@given(st.floats(0, 3000), st.floats(0, 3000), st.floats(4, 60), st.floats(2, 20))
def test_hatch_stays_within_its_box(one: float, other: float, height: float, step: float) -> None:
    left, right = sorted((one, other))
    for x1, y1, x2, y2 in hatch(left, right, 100, 100 + height, step):
        assert left - 1e-6 <= x1 <= x2 <= right + 1e-6
        assert 100 - 1e-6 <= y2 <= y1 <= 100 + height + 1e-6


@pytest.mark.parametrize("scale", SCALES)
def test_rows_are_the_same_at_every_scale(tmp_path: Path, scale: Scale) -> None:
    assert scene(tmp_path / "a", scale).rows == scene(tmp_path / "b", "year").rows
