"""Figures add up, and each knows the tasks that it counts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.changes import Draft
from desktop_app.domain.progress import statuses
from desktop_app.reports.figures import by_label, by_light, by_section, by_unit, shares
from desktop_app.store.store import Store, open_ledger
from tests.builders import Built, answer, plan_with, round_of

JUNE_END = date(2026, 6, 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_ledger(tmp_path / "ledger") as opened:
        yield opened


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=12), st.integers(0, 2))
def test_shares_add_up_and_are_near(counts: list[int], decimals: int) -> None:
    found, step = shares(counts, decimals), 10**-decimals
    total = sum(counts)
    assert round(sum(found), 6) == (100 if total else 0)
    for count, share in zip(counts, found, strict=True):
        assert abs(share - (100 * count / total if total else 0)) < step + 1e-9


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([1, 1, 1], [33.4, 33.3, 33.3]),
        ([162, 22, 14, 14, 10], [73.0, 9.9, 6.3, 6.3, 4.5]),
        ([0, 7], [0, 100]),
        ([0, 0], [0, 0]),
        ([2, 1], [66.7, 33.3]),
    ],
)
def test_shares_by_largest_remainder(counts: list[int], expected: list[float]) -> None:
    assert shares(counts) == expected


def six_tasks(store: Store) -> Built:
    """Two sections, three leads; at the end of June: 60, 45, 30, 10, 100 percent and one never asked."""
    built = plan_with(
        store,
        {"section": "一、养老", "lead": "养老科"},
        {"section": "一、养老", "lead": ["养老科", "财务科"]},
        {"section": "一、养老", "lead": "财务科"},
        {"section": "二、救助", "lead": "救助科", "co": "养老科"},
        {"section": "二、救助", "lead": "救助科"},
        {"section": "二、救助"},
    )
    leads = ["养老科", "养老科", "财务科", "救助科", "救助科"]
    rows = round_of(store, "2026-06", [(t, built.units[u]) for t, u in zip(built.tasks[:5], leads, strict=True)])
    for row, percent in zip(rows, (60, 45, 30, 10, 100), strict=True):
        answer(store, row, percent=percent)
    return built


def test_by_light_counts_each_task_once(store: Store) -> None:
    built, snapshot = six_tasks(store), store.snapshot()
    figures = by_light(statuses(snapshot, JUNE_END), snapshot.tasks_in_order())
    assert [(f.key, f.count, f.share) for f in figures] == [
        ("green", 2, 33.3),
        ("amber", 1, 16.7),
        ("red", 1, 16.7),
        ("blue", 1, 16.7),
        ("grey", 1, 16.6),
    ]
    assert sorted(key for f in figures for key in f.tasks) == sorted(built.tasks)
    assert figures[2].tasks == (built.tasks[3],)


def test_by_section_and_by_unit_split_the_same_tasks(store: Store) -> None:
    built, snapshot = six_tasks(store), store.snapshot()
    found, tasks = statuses(snapshot, JUNE_END), snapshot.tasks_in_order()
    sections, units = by_section(snapshot, found, tasks), by_unit(snapshot, found, tasks)
    assert [(g.total.name, g.total.count, g.total.share) for g in sections] == [("养老", 3, 50), ("救助", 3, 50)]
    assert [(g.total.name, g.total.tasks) for g in units] == [
        ("养老科", tuple(built.tasks[:2])),
        ("财务科", (built.tasks[2],)),
        ("救助科", tuple(built.tasks[3:5])),
        ("未指定牵头单位", (built.tasks[5],)),
    ]
    for group in (*sections, *units):
        assert sum(f.count for f in group.labels) == group.total.count
        assert round(sum(f.share for f in group.labels), 6) == 100
    assert {f.name: f.count for f in units[2].labels if f.count} == {"严重滞后": 1, "已完成": 1}


def test_every_label_has_a_place(store: Store) -> None:
    states = ["finished", "closed", "ongoing", "paused", "not_issued", "open"]
    plan_with(store, *[{"state": state} for state in states])
    snapshot = store.snapshot()
    figures = by_label(statuses(snapshot, JUNE_END), snapshot.tasks_in_order())
    assert {f.name for f in figures if f.count} == {"待销号", "已销号", "长期坚持", "暂缓", "未下达", "未报"}


def test_a_merged_unit_is_counted_under_the_one_that_stands(store: Store) -> None:
    built = plan_with(store, {"lead": "老龄办"}, {"lead": "养老科"}, {})
    draft, snapshot = Draft(), store.snapshot()
    draft.set("unit", snapshot.units[built.units["老龄办"]], {"merged_into": built.units["养老科"]})
    draft.create("task", {"position": 9, "title": "临时交办", "state": "open"})
    store.apply(draft.changes, "合并单位")
    snapshot = store.snapshot()
    found, tasks = statuses(snapshot, JUNE_END), snapshot.tasks_in_order()
    assert [(g.total.name, g.total.count) for g in by_unit(snapshot, found, tasks)] == [
        ("养老科", 2),
        ("未指定牵头单位", 2),
    ]
    assert by_section(snapshot, found, tasks)[-1].total.name == "未分板块"
