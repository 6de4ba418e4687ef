"""A collective that leads a task: its units' figures of a target that counts up are summed."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.progress import Status, status_of
from desktop_app.domain.reported import figure_reported, figures_held
from desktop_app.domain.snapshot import Snapshot
from tests.domain.test_progress import Tables, round_in, row_in, task_in

TOWNS = ("东街道", "西街道", "南镇")


def ledger(said: list[tuple[Any, float | None]], kind: str = "cumulative", **target: Any) -> tuple[Snapshot, int, int]:
    """Sixty beds of three towns, with (what each said, its figure) in June; snapshot, task and target."""
    tables = Tables()
    task = task_in(tables)
    group = tables.put("unit", name="各镇街", kind="group", position=1)
    tables.put("assignment", task=task, unit=group, role="lead", position=1)
    wanted = {"item": "床位", "comparator": ">=", "value": 60.0, "unit": "张", "kind": kind, "position": 1}
    aim = tables.put("target", task=task, **{**wanted, **target})
    asked = round_in(tables, "2026-06-30")
    for place, (name, (words, figure)) in enumerate(zip(TOWNS, said, strict=True), 2):
        unit = tables.put("unit", name=name, kind="town", position=place)
        tables.put("member", collective=group, unit=unit)
        row_in(tables, asked, task, unit, words)
        row = max(tables["round_row"])
        tables.put("row_target", row=row, position=1, target=aim, comparator=">=", value=60.0, held=figure)
    return Snapshot(tables), task, aim


def stands(snapshot: Snapshot, task: int) -> Status:
    return status_of(snapshot, task, date(2026, 6, 30))


HEARD = {"text": "已改造"}


def test_figures_alone_are_summed() -> None:
    snapshot, task, aim = ledger([(HEARD, 20.0), (HEARD, 15.0), (HEARD, 10.0)])
    found = stands(snapshot, task)
    assert (found.done, found.light) == (75, "green")
    assert "按3个单位合计：“床位”完成45张，目标不少于60张，为75%。" in found.reason
    assert figure_reported(snapshot, aim, "2026-06-30") == 45
    assert len(figures_held(snapshot, aim, "2026-06-30")) == 3


def test_what_is_missing_is_counted_over_all() -> None:
    snapshot, task, _ = ledger([(HEARD, 5.0), (HEARD, 5.0), (HEARD, 5.0)])
    assert "再完成10张" in stands(snapshot, task).reason


def test_percents_stay_the_lowest_and_no_town_is_held_against_the_sum() -> None:
    snapshot, task, _ = ledger([({"percent": 100}, 20.0), ({"percent": 90}, 15.0), ({"percent": 80}, 10.0)])
    found = stands(snapshot, task)
    assert found.done == 80 and "合计" in found.reason and "不符" not in found.reason


@pytest.mark.parametrize("other", [{"scope": "每个镇街"}, {"kind": "ratio", "unit": "%"}])
def test_what_each_town_has_for_its_own_is_not_summed(other: dict[str, Any]) -> None:
    snapshot, _, aim = ledger([(HEARD, 20.0), (HEARD, 15.0), (HEARD, 10.0)], **other)
    assert figure_reported(snapshot, aim, "2026-06-30") == 20


def test_a_town_that_said_nothing_is_not_a_zero_that_hides_the_others() -> None:
    snapshot, task, aim = ledger([(HEARD, 20.0), (HEARD, 15.0), (None, None)])
    found = stands(snapshot, task)
    assert figure_reported(snapshot, aim, "2026-06-30") == 35 and found.light == "grey" and "南镇" in found.reason
