"""Conditions on every field, joined by AND and OR; views that are kept come back as they were."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.changes import Draft, edits
from desktop_app.domain.concerned import concerned
from desktop_app.domain.filters import TRAITS, Filter, Span, behind_twice, matching
from desktop_app.domain.progress import Status, statuses
from desktop_app.domain.saved_views import View, forgetting, keeping, saved_views
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.store.store import open_ledger
from desktop_app.texts import conditions as texts
from tests.builders import Built, answer, plan_with, round_of

TODAY = date(2026, 7, 1)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Snapshot, dict[int, Status], Built, Built]]:
    folder: Path = tmp_path_factory.mktemp("ledger")
    with open_ledger(folder) as store:
        target = {"item": "点", "value": 3.0}
        old = plan_with(store, {"title": "去年的", "lead": "养老科"}, title="2025年要点", year=2025)
        built = plan_with(
            store,
            {"title": "甲", "lead": "养老科", "co": "救助科", "leader": "副局长一", "targets": [target]},
            {"title": "乙", "lead": "救助科", "leader": "副局长二", "deadline": "2026-05-31", "note": "备注"},
            {"title": "丙", "deadline": None, "person": "小组长", "carried_from": old.tasks[0]},
            {"title": "丁", "lead": "养老科", "deadline_kind": "default"},
        )
        units, tasks = built.units, built.tasks
        asked = [(tasks[0], units["养老科"]), (tasks[1], units["救助科"]), (tasks[3], units["养老科"])]
        for period, percents in (("2026-04", (1.0, 90.0, 2.0)), ("2026-06", (5.0, 95.0, 60.0))):
            rows = round_of(store, period, asked)
            for row, percent in zip(rows, percents, strict=True):
                answer(store, row, percent=percent, problems={5.0: "缺地", 95.0: "无"}.get(percent))
        draft = Draft()
        draft.create("task", {"parent": tasks[0], "position": 1, "title": "举措", "state": "open", "plan": built.plan})
        draft.create("node", {"task": tasks[1], "position": 1, "title": "中期", "due": "2026-03-31"})
        store.apply(draft.changes, "举措与节点")
        snapshot = store.snapshot()
        yield snapshot, statuses(snapshot, TODAY), old, built


def titles(ledger: tuple, wanted: Filter) -> list[str]:
    snapshot, found, *_ = ledger
    return [snapshot.tasks[key].title for key in sorted(matching(snapshot, found, wanted))]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (lambda o, b: Filter(leads=frozenset({b.units["养老科"]})), ["去年的", "甲", "丁"]),
        (lambda o, b: Filter(units=frozenset({b.units["救助科"]})), ["甲", "乙"]),
        (lambda o, b: Filter(leads=frozenset({b.units["救助科"]})), ["乙"]),
        (lambda o, b: Filter(plans=frozenset({o.plan})), ["去年的"]),
        (lambda o, b: Filter(years=frozenset({2026})), ["甲", "乙", "丙", "丁", "举措"]),
        (lambda o, b: Filter(leaders=frozenset({"副局长一", "副局长二"})), ["甲", "乙"]),
        (lambda o, b: Filter(persons=frozenset({"小组长"})), ["丙"]),
        (lambda o, b: Filter(due=Span("2026-05-01", "2026-06-30")), ["乙"]),
        (lambda o, b: Filter(due=Span(None, "2026-01-31")), ["去年的"]),
        (lambda o, b: Filter(done=Span(50.0, None)), ["乙", "丁"]),
        (lambda o, b: Filter(done=Span(5.0, 60.0)), ["甲", "丁"]),
        (lambda o, b: Filter(traits=frozenset({"unassigned"})), ["丙", "举措"]),
        (lambda o, b: Filter(without_lead=True), ["丙", "举措"]),
        (lambda o, b: Filter(traits=frozenset({"joint"})), ["甲"]),
        (lambda o, b: Filter(traits=frozenset({"reported"})), ["甲", "乙", "丁"]),
        (lambda o, b: Filter(traits=frozenset({"with_problems"})), ["甲"]),
        (lambda o, b: Filter(traits=frozenset({"with_target"})), ["甲"]),
        (lambda o, b: Filter(traits=frozenset({"with_nodes"})), ["乙"]),
        (lambda o, b: Filter(traits=frozenset({"without_deadline"})), ["丙", "举措"]),
        (lambda o, b: Filter(traits=frozenset({"default_deadline"})), ["丁"]),
        (lambda o, b: Filter(traits=frozenset({"carried"})), ["丙"]),
        (lambda o, b: Filter(traits=frozenset({"action"})), ["举措"]),
        (lambda o, b: Filter(traits=frozenset({"noted"})), ["乙"]),
        (lambda o, b: Filter(traits=frozenset({"behind_twice"})), ["甲"]),
        (lambda o, b: Filter(traits=frozenset({"noted"}), persons=frozenset({"小组长"})), []),
        (lambda o, b: Filter(traits=frozenset({"noted"}), persons=frozenset({"小组长"}), any_of=True), ["乙", "丙"]),
        (lambda o, b: Filter(any_of=True), ["去年的", "甲", "乙", "丙", "丁", "举措"]),
        (lambda o, b: Filter(any_of=True, traits=frozenset({"noted"}), tasks=frozenset({b.tasks[0]})), []),
    ],
)
def test_every_field_can_be_asked_for(ledger: tuple, wanted, found: list[str]) -> None:
    *_, old, built = ledger
    assert titles(ledger, wanted(old, built)) == found


CONDITIONS = st.fixed_dictionaries(
    {},
    optional={
        "traits": st.frozensets(st.sampled_from(sorted(TRAITS)), max_size=2),
        "lights": st.frozensets(st.sampled_from(["red", "amber", "green", "grey"]), max_size=2),
        "years": st.frozensets(st.sampled_from([2025, 2026]), max_size=2),
        "done": st.builds(Span, st.sampled_from([None, 0.0, 50.0]), st.sampled_from([None, 60.0, 100.0])),
    },
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(CONDITIONS)
def test_all_is_the_common_part_and_any_the_sum_of_single_conditions(ledger: tuple, conditions: dict) -> None:
    snapshot, found, *_ = ledger
    parts = [matching(snapshot, found, Filter(**{name: value})) for name, value in _single(conditions)]
    everything = matching(snapshot, found, Filter())
    assert matching(snapshot, found, Filter(**conditions)) == everything.intersection(*parts)
    either = set().union(*parts) if parts else everything
    assert matching(snapshot, found, Filter(**conditions, any_of=True)) == either


def _single(conditions: dict) -> Iterator[tuple[str, Any]]:
    for name, value in conditions.items():
        if name == "traits":
            yield from ((name, frozenset({one})) for one in value)
        elif value:
            yield name, value


def test_every_trait_has_its_words() -> None:
    assert set(texts.TRAITS) == set(TRAITS)


def test_late_twice_needs_two_rounds_that_count(ledger: tuple) -> None:
    snapshot, _, _, built = ledger
    first = snapshot.rounds_in_order()[0]
    without = changed(snapshot, edits("round", first, {"state": "voided"}))
    assert behind_twice(snapshot, statuses(snapshot, TODAY)) == {built.tasks[0]}
    assert behind_twice(without, statuses(without, TODAY)) == frozenset()


def test_a_kept_view_comes_back_is_replaced_and_taken_away(ledger: tuple) -> None:
    snapshot, _, _, built = ledger
    wanted = Filter(
        units=frozenset(built.units.values()),
        leaders=frozenset({"副局长一"}),
        traits=frozenset({"noted"}),
        due=Span("2026-01-01", None),
        done=Span(None, 40.0),
        any_of=True,
    )
    view = View("behind", wanted, "unit", ("助餐",))
    changes = keeping(snapshot, "我的", view)
    kept = changed(snapshot, changes)
    assert saved_views(kept) == {"我的": view}
    again = changed(kept, keeping(kept, "我的", view._replace(grouping="")))
    assert saved_views(again) == {"我的": view._replace(grouping="")}
    assert keeping(kept, "我的", view) == []
    assert saved_views(changed(again, forgetting(again, "我的"))) == {}
    assert concerned(snapshot, kept, [("rule", changes[0].key)]) == frozenset()
