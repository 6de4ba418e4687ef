"""Lights by figures, steps, rules and by hand: cases worked out with a pencil, and laws that no case may break."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.changes import inverse
from desktop_app.domain.expected import expected_by_day, good_until, percent_named
from desktop_app.domain.overrides import Override, SentBack, back_changes, override_changes, overrides
from desktop_app.domain.progress import Status, status_of, statuses
from desktop_app.domain.rules import PRESETS, ExpectedRule, LightRules, light_changes, light_rules
from desktop_app.domain.snapshot import Snapshot, changed
from tests.domain import light_cases as cases
from tests.domain.progress_cases import CASES, EXPECTED
from tests.domain.test_progress import Tables, round_in, row_in, task_in

JUNE_END = "2026-06-30"


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_there_are_two_hundred_cases() -> None:
    rows = (cases.BY_DAY, cases.NAMED_PERCENT, cases.BY_NODES, cases.BY_FIGURE, cases.BY_RULES, CASES, EXPECTED)
    assert sum(map(len, rows)) >= 200


@pytest.mark.parametrize(("start", "deadline", "as_of", "percent"), cases.BY_DAY)
def test_by_days(start: str, deadline: str, as_of: str, percent: float) -> None:
    assert expected_by_day(day(start), day(deadline), day(as_of)) == percent


@pytest.mark.parametrize(("title", "percent"), cases.NAMED_PERCENT)
def test_the_percent_that_a_step_names(title: str, percent: float | None) -> None:
    assert percent_named(title) == percent


def charted(nodes: list[tuple[str, str]], deadline: str | None) -> tuple[Tables, int]:
    tables = Tables()
    task = task_in(tables, deadline=deadline)
    for place, (due, title) in enumerate(nodes, 1):
        tables.put("node", task=task, position=place, title=title, due=due)
    return tables, task


@pytest.mark.parametrize(("nodes", "deadline", "as_of", "percent"), cases.BY_NODES)
def test_a_tasks_own_steps_replace_the_line(
    nodes: list[tuple[str, str]], deadline: str | None, as_of: str, percent: float
) -> None:
    tables, task = charted(nodes, deadline)
    assert status_of(Snapshot(tables), task, day(as_of)).expected == percent


def test_steps_can_be_left_out_of_account() -> None:
    tables, task = charted(cases.STEPS, "2026-12-31")
    tables.put("rule", name="expected", value='{"by": "month", "nodes": false}')
    assert status_of(Snapshot(tables), task, day("2026-06-30")).expected == 50


@pytest.mark.parametrize("case", cases.BY_FIGURE, ids=[str(n) for n in range(len(cases.BY_FIGURE))])
def test_figures(case: tuple[Any, ...]) -> None:
    targets, percent, figures, deadline, stands, expected, done, reason = case
    tables = Tables()
    task = task_in(tables, deadline=deadline)
    unit = tables.put("unit", name="甲", kind="section", position=1)
    tables.put("assignment", task=task, unit=unit, role="lead", position=1)
    row_in(tables, round_in(tables, JUNE_END), task, unit, {"percent": percent, "text": "正在推进"})
    row = next(reversed(tables["round_row"]))
    for place, (target, figure) in enumerate(zip(targets, figures, strict=True), 1):
        key = tables.put("target", task=task, position=place, **target)
        copied = {field: target[field] for field in ("item", "comparator", "value", "unit")}
        tables.put("row_target", row=row, position=place, target=key, held=figure, **copied)
    status = status_of(Snapshot(tables), task, day(JUNE_END))
    assert (status[:3], status.expected, status.done) == (stands, expected, done), status.reason
    assert reason in status.reason
    assert statuses(Snapshot(tables), day(JUNE_END)) == {task: status}


def said_in_june(percent: float | None, **fields: Any) -> tuple[Tables, int]:
    tables = Tables()
    task = task_in(tables, **fields)
    unit = tables.put("unit", name="甲", kind="section", position=1)
    tables.put("assignment", task=task, unit=unit, role="lead", position=1)
    row_in(tables, round_in(tables, JUNE_END), task, unit, percent)
    return tables, task


@pytest.mark.parametrize("case", cases.BY_RULES, ids=[case[0] for case in cases.BY_RULES])
def test_rules(case: tuple[Any, ...]) -> None:
    _, percent, fields, rules, as_of, look, reason = case
    tables, task = said_in_june(percent, **fields)
    for name, value in rules.items():
        told = PRESETS[value]._asdict() if isinstance(value, str) else value
        tables.put("rule", name=f"{name}{task}" if name.endswith(":") else name, value=json.dumps(told))
    status = status_of(Snapshot(tables), task, day(as_of))
    assert (status.light, status.label) == look, status.reason
    assert reason in status.reason


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_is_kept_and_taken_back(preset: str) -> None:
    before = Snapshot(Tables())
    changes = light_changes(before, PRESETS[preset])
    after = changed(before, changes)
    assert light_rules(after) == PRESETS[preset]
    assert light_changes(after, PRESETS[preset]) == []
    assert light_rules(changed(after, inverse(changes))) == LightRules()


def test_a_light_by_hand_is_set_and_left_to_the_rules_again() -> None:
    tables, task = said_in_june(10)
    before = Snapshot(tables)
    said = Override("normal", "上级推迟", JUNE_END, "2026-09-30")
    set_ = changed(before, override_changes(before, task, said))
    assert overrides(set_) == {task: said} and status_of(set_, task, day(JUNE_END)).light == "green"
    free = changed(set_, override_changes(set_, task, None))
    assert status_of(free, task, day(JUNE_END)) == status_of(before, task, day(JUNE_END))
    with pytest.raises(ValueError, match="ends before"):
        override_changes(before, task, said._replace(until="2026-06-01"))


def test_the_day_until_which_no_more_is_expected() -> None:
    tables, task = charted([], "2026-12-31")
    snapshot = Snapshot(tables)
    good = [good_until(snapshot, snapshot.tasks[task], day(d), ExpectedRule()) for d in ("2026-06-30", "2026-07-29")]
    assert good == [day("2026-07-30"), day("2026-07-30")]


RULES = st.builds(
    lambda amber, width, near: LightRules(amber, amber + width, near),
    st.integers(0, 40).map(float),
    st.integers(1, 40).map(float),
    st.sampled_from([0, 7]),
)
WORTH = {"red": 0, "amber": 1, "blue": 2, "green": 2}


def worth(status: Status) -> int:
    return 3 if status.state == "finished" else WORTH[status.light]


@given(RULES, st.lists(st.integers(0, 110), min_size=2, max_size=6), st.integers(1, 12))
def test_more_done_is_never_a_worse_light(rules: LightRules, percents: list[int], month: int) -> None:
    found = []
    for percent in sorted(percents):
        tables, task = said_in_june(percent, deadline=f"2026-{month:02}-28")
        tables.put("rule", name="lights", value=json.dumps(rules._asdict()))
        found.append(worth(status_of(Snapshot(tables), task, day("2026-07-03"))))
    assert found == sorted(found)


@given(RULES, st.sampled_from(["normal", "finished", None]), st.booleans())
def test_silence_is_grey_under_every_rule(rules: LightRules, by_hand: str | None, back: bool) -> None:
    tables, task = said_in_june(None)
    tables.put("rule", name="lights", value=json.dumps(rules._asdict()))
    snapshot = Snapshot(tables)
    if by_hand:
        said = Override(by_hand, "无", "2026-01-01", "2026-12-31")
        snapshot = changed(snapshot, override_changes(snapshot, task, said))
    if back:
        snapshot = changed(snapshot, back_changes(snapshot, task, SentBack(JUNE_END, "缺材料")))
    status = status_of(snapshot, task, day(JUNE_END))
    assert (status.light, status.label, status.done) == ("grey", "未报", None)


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 110))
def test_what_comes_later_does_not_change_an_earlier_day(as_of: date, percent: int) -> None:
    tables, task = said_in_june(40)
    before = statuses(Snapshot(tables), as_of)
    unit = next(iter(tables["unit"]))
    row_in(tables, round_in(tables, "2027-01-31"), task, unit, percent)
    assert statuses(Snapshot(tables), as_of) == before
