"""Rates with their formula, rounds compared, the trend, and scores: small ledgers counted by hand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.changes import inverse
from desktop_app.domain.progress import Status, statuses
from desktop_app.domain.snapshot import changed
from desktop_app.reports.figures import by_label, by_leader, by_light
from desktop_app.reports.rates import rates, share
from desktop_app.reports.scores import ScoreRule, score_changes, score_rule, scores
from desktop_app.reports.trend import compared, compared_rounds, counting_rounds, trend
from desktop_app.store.store import Store, open_ledger
from tests.builders import Built, answer, plan_with, round_of

JUNE_END = date(2026, 6, 30)
LEADERS = {"leader": "甲局长"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_ledger(tmp_path / "ledger") as opened:
        yield opened


def filled(store: Store) -> Built:
    """Two due in June (one done in time, one late), one due in May and not done, one going on, one not issued."""
    built = plan_with(
        store,
        {"lead": "养老科", "deadline": "2026-06-30", **LEADERS},
        {"lead": "养老科", "co": "救助科", "deadline": "2026-05-31", **LEADERS},
        {"lead": "救助科", "deadline": "2026-05-31", "leader": "乙局长"},
        {"lead": "救助科"},
        {"lead": "财务科", "state": "not_issued"},
    )
    asked = [
        (task, built.units[u]) for task, u in zip(built.tasks, ("养老科", "养老科", "救助科", "救助科"), strict=False)
    ]
    for period, percents in (("2026-05", (40, 60, 100, 45)), ("2026-06", (100, 80, 100, 45))):
        for row, percent in zip(round_of(store, period, asked), percents, strict=True):
            answer(store, row, percent=percent)
    return built


def test_each_rate_tells_its_formula_and_its_tasks(store: Store) -> None:
    built, snapshot = filled(store), store.snapshot()
    found = {r.name: r for r in rates(snapshot, statuses(snapshot, JUNE_END), snapshot.tasks_in_order(), JUNE_END)}
    assert [r.formula for r in found.values()] == [
        "办结率＝已办结2项÷应办结（已到期）3项＝66.7%",
        "完成率＝已完成2项÷任务总数4项＝50%",
        "按期办结率＝按期办结2项÷应办结（已到期）3项＝66.7%",
        "启动率＝已启动4项÷任务总数4项＝100%",
    ]
    assert found["办结率"].above == (built.tasks[0], built.tasks[2]) and built.tasks[4] not in found["完成率"].below
    none = rates(snapshot, {}, [], JUNE_END)
    assert [r.percent for r in none] == [None] * 4 and none[0].formula.endswith("＝—")


def test_a_task_finished_after_its_deadline_is_not_in_time(store: Store) -> None:
    built = filled(store)
    unit = built.units["养老科"]
    answer(store, round_of(store, "2026-07", [(built.tasks[1], unit)])[0], percent=100)
    snapshot, day = store.snapshot(), date(2026, 7, 31)
    found = {r.name: r for r in rates(snapshot, statuses(snapshot, day), snapshot.tasks_in_order(), day)}
    assert built.tasks[1] in found["办结率"].above and built.tasks[1] not in found["按期办结率"].above


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_is_rounded_half_up(above: int, below: int) -> None:
    found = share(above, below)
    assert (found is None) == (below == 0)
    if found is not None:
        assert abs(found - 100 * above / below) <= 0.05 + 1e-9


def test_what_is_not_issued_has_no_share(store: Store) -> None:
    filled(store)
    snapshot = store.snapshot()
    found, tasks = statuses(snapshot, JUNE_END), snapshot.tasks_in_order()
    labels = {f.name: (f.count, f.share) for f in by_label(found, tasks) if f.count}
    assert labels["未下达"] == (1, 0) and round(sum(share for _, share in labels.values()), 6) == 100
    assert sum(f.count for f in by_light(found, tasks)) == 4
    leaders = by_leader(found, tasks)
    assert [(g.total.name, g.total.count) for g in leaders] == [("甲局长", 2), ("乙局长", 1), ("未定分管领导", 2)]


def test_the_trend_has_a_point_for_each_round_as_it_was(store: Store) -> None:
    filled(store)
    snapshot = store.snapshot()
    points = trend(snapshot)
    assert [p.round.period for p in points] == ["2026-05", "2026-06"]
    assert [sum(f.count for f in p.lights) for p in points] == [4, 4]
    assert [{f.name: f.count for f in p.lights if f.count} for p in points] == [
        {"green": 1, "red": 2, "blue": 1},
        {"green": 1, "red": 1, "blue": 2},
    ]
    assert (points[1].done, points[1].expected) == (81.3, 87.5)


def test_two_rounds_compared(store: Store) -> None:
    built, snapshot = filled(store), store.snapshot()
    before, after = counting_rounds(snapshot)
    found = compared_rounds(snapshot, before, after)
    assert {turn.task for turn in found.turned} >= {built.tasks[0]}
    assert found.further == ((built.tasks[0], 40, 100), (built.tasks[1], 60, 80))
    assert built.tasks[4] in found.same


def test_a_turn_for_the_worse() -> None:
    green, red = (Status("", light, "", "", 50, 50) for light in ("green", "red"))
    assert [turn.worse for turn in compared({1: green, 2: red}, {1: red, 2: green}).turned] == [True, False]


def test_scores_are_off_until_turned_on(store: Store) -> None:
    filled(store)
    snapshot = store.snapshot()
    rule = score_rule(snapshot)
    assert not rule.on and scores(snapshot, statuses(snapshot, JUNE_END), {}, rule) == []
    on = score_changes(snapshot, rule._replace(on=True))
    after = changed(snapshot, on)
    assert score_rule(after).on and score_changes(after, score_rule(after)) == []
    assert score_rule(changed(after, inverse(on))) == rule


def test_leads_and_helpers_are_weighed_apart(store: Store) -> None:
    built, snapshot = filled(store), store.snapshot()
    rule = ScoreRule(True, 100, score_rule(snapshot).points)
    found = scores(snapshot, statuses(snapshot, JUNE_END), {built.units["救助科"]: 2}, rule)
    names = {snapshot.units[s.unit].name: s for s in found}
    assert {name: (s.score, s.rank) for name, s in names.items()} == {
        "财务科": (100, 1),
        "养老科": (95, 2),
        "救助科": (95, 2),
    }
    assert names["养老科"].formula == "得分＝基础分100分，逾期未办结（牵头）1项，每项-5分，共-5分，合计95分"
    assert [(line.event, line.role, line.total) for line in names["救助科"].lines] == [
        ("late report", "lead", -2),
        ("overdue", "co", -3),
    ]
    assert names["财务科"].formula == "得分＝基础分100分，无加减分"
