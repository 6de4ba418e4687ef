"""Expected progress, lights and reasons, by cases worked out by hand."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.kinds import Kind
from desktop_app.domain.model import ENTITIES, FIELDS
from desktop_app.domain.progress import expected_percent, status_of, statuses
from desktop_app.domain.snapshot import Snapshot
from tests.domain.progress_cases import CASES, EXPECTED, VOID, Case


@pytest.mark.parametrize(("start", "deadline", "as_of", "percent"), EXPECTED)
def test_expected_percent(start: str, deadline: str, as_of: str, percent: float) -> None:
    days = [date.fromisoformat(day) for day in (start, deadline, as_of)]
    assert expected_percent(*days) == percent


@given(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_expected_progress_never_falls_and_ends_at_the_deadline(start: date, deadline: date) -> None:
    days = [date.fromordinal(n) for n in range(start.toordinal() - 40, deadline.toordinal() + 40, 9)]
    course = [expected_percent(start, deadline, day) for day in days]
    assert course == sorted(course)
    assert all(0 <= percent <= 100 for percent in course)
    assert expected_percent(start, deadline, deadline) == 100


class Tables(dict[str, dict[int, Any]]):
    """Records put in by hand, with rising keys."""

    def put(self, entity: str, **values: Any) -> int:
        key = sum(map(len, self.values())) + 1
        blank = {field: 0 if kind is Kind.FLAG else None for field, kind in FIELDS[entity].items()}
        self.setdefault(entity, {})[key] = ENTITIES[entity](key=key, **{**blank, **values})
        return key


def task_in(tables: Tables, **values: Any) -> int:
    plan = tables.put("plan", title="要点", kind="plan", year=2026)
    usual = {"plan": plan, "position": 1, "title": "任务", "state": "open", "deadline": "2026-12-31"}
    return tables.put("task", **{**usual, **values})


def row_in(tables: Tables, asked: int, task: int, unit: int, said: Any) -> None:
    fields = dict(said) if isinstance(said, dict) else {} if said is None else {"percent": said}
    base = {"last_percent": fields.pop("last", None), "withdrawn": fields.pop("withdrawn", 0)}
    row = tables.put("round_row", round=asked, task=task, unit=unit, position=1, title="任务", **base)
    if fields:
        tables.put("report", row=row, **fields)


def round_in(tables: Tables, as_of: str, state: str = "open") -> int:
    return tables.put("round", token=f"t{len(tables)}", period=as_of[:7], as_of=as_of, due=as_of, state=state)


def ledger(case: Case) -> tuple[Snapshot, int]:
    """A ledger that holds the case, and the key of its task."""
    tables = Tables()
    task = task_in(tables, **case.task)
    units = {name: tables.put("unit", name=name, kind="section", position=n) for n, name in enumerate("甲乙丙丁")}
    for position, name in enumerate(case.leads):
        tables.put("assignment", task=task, unit=units[name], role="lead", position=position)
    if case.rule:
        tables.put("rule", name="lights", value=case.rule)
    for as_of, told in case.rounds:
        asked = round_in(tables, as_of, VOID if VOID in told else "open")
        for name in (name for name in told if name != VOID):
            row_in(tables, asked, task, units[name], told[name])
    return Snapshot(tables), task


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_status(case: Case) -> None:
    snapshot, task = ledger(case)
    status = status_of(snapshot, task, date.fromisoformat(case.as_of))
    assert (status.state, status.light, status.label, status.expected, status.done) == case.stands
    assert case.reason in status.reason


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_all_at_once_agrees_with_one_at_a_time(case: Case) -> None:
    snapshot, task = ledger(case)
    day = date.fromisoformat(case.as_of)
    assert statuses(snapshot, day) == {task: status_of(snapshot, task, day)}


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_a_merged_lead_keeps_its_answer() -> None:
    tables = Tables()
    task = task_in(tables)
    new = tables.put("unit", name="新科", kind="section", position=1)
    old = tables.put("unit", name="旧科", kind="section", position=2, merged_into=new)
    other = tables.put("unit", name="丙科", kind="section", position=3)
    tables.put("assignment", task=task, unit=old, role="lead", position=1)
    asked = round_in(tables, "2026-06-30")
    row_in(tables, asked, task, new, 55)
    row_in(tables, asked, task, other, 5)
    assert status_of(Snapshot(tables), task, day("2026-06-30")).done == 55


def test_a_collective_is_judged_by_its_lowest_member_and_waits_for_all() -> None:
    tables = Tables()
    task = task_in(tables)
    group = tables.put("unit", name="各镇街", kind="group", position=1)
    towns = [tables.put("unit", name=f"{n}镇", kind="town", position=n) for n in range(2, 6)]
    for town in towns:
        tables.put("member", collective=group, unit=town)
    tables.put("assignment", task=task, unit=group, role="lead", position=1)
    asked = round_in(tables, "2026-06-30")
    for town, said in zip(towns, (70, 55, 80, None), strict=True):
        row_in(tables, asked, task, town, said)
    status = status_of(Snapshot(tables), task, day("2026-06-30"))
    assert (status.light, status.done) == ("grey", 55)
    assert "2镇70%、3镇55%、4镇80%" in status.reason
    assert status.reason.endswith("5镇未填报。")


def test_actions_are_judged_too_and_withdrawn_tasks_are_not() -> None:
    tables = Tables()
    task = task_in(tables)
    action = task_in(tables, parent=task, deadline="2026-06-30")
    gone = task_in(tables, withdrawn=1)
    found = statuses(Snapshot(tables), day("2026-06-30"))
    assert found.keys() == {task, action}
    assert (found[task].expected, found[action].expected) == (50, 100)
    assert gone not in found


ANSWERS = st.none() | st.sampled_from([0, 10, 20, 40, 45, 50, 75, 100])


@given(st.lists(st.lists(ANSWERS, min_size=3, max_size=3), max_size=3), st.sampled_from(["2026-12-31", "2026-05-31"]))
def test_silence_is_never_green_and_the_lowest_answer_counts(rounds: list[list[float | None]], deadline: str) -> None:
    tables = Tables()
    task = task_in(tables, deadline=deadline)
    units = [tables.put("unit", name=name, kind="section", position=1) for name in "甲乙丙"]
    for position, unit in enumerate(units):
        tables.put("assignment", task=task, unit=unit, role="lead", position=position)
    for month, answers in enumerate(rounds, 4):
        asked = round_in(tables, f"2026-0{month}-28")
        for unit, said in zip(units, answers, strict=True):
            row_in(tables, asked, task, unit, said)
    status = status_of(Snapshot(tables), task, day("2026-06-30"))
    last = rounds[-1] if rounds else [None]
    if None in last:
        assert status.light in ("grey", "amber", "red")
    if last[0] is None:
        assert (status.light, status.done) == ("grey", None)
    else:
        assert status.done == min(said for said in last if said is not None)
    assert status.reason.endswith("。")
