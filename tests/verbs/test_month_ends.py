"""The ledger of the demo year at each month's end is what it was: held against stored hashes, whatever came later."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app import clock
from desktop_app.domain.changes import Draft, edits
from desktop_app.domain.periods import month_end
from desktop_app.domain.rules import LightRules, light_changes
from desktop_app.store.store import Store, open_ledger
from desktop_app.verbs.demo import demo
from desktop_app.verbs.status import status

HASHES: dict[str, str] = json.loads(Path(__file__).with_name("month_ends.json").read_text("utf-8"))
STANDS = ("no", "state", "light", "label", "reason", "expected", "done")
SAID = ("unit", "round", "late", "percent", "text")
MONTH_ENDS = [month_end(2026, month) for month in range(1, 13)]
AFTER_JUNE = "2026-07-02"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("demo")
    demo(folder)
    with open_ledger(folder) as opened, clock.on_day(date(2027, 1, 5)):
        yield opened


def digest(found: dict[str, Any]) -> str:
    """The hash of a day's lights with their reasons, and of all that had been reported."""
    told = [
        [*(task[field] for field in STANDS), [[report[field] for field in SAID] for report in task["reports"]]]
        for task in found["tasks"]
    ]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def test_twelve_month_ends_are_what_they_were(store: Store) -> None:
    assert {day.isoformat(): digest(status(store, day)) for day in MONTH_ENDS} == HASHES


def test_the_months_differ(store: Store) -> None:
    assert len(set(HASHES.values())) == 12


def test_what_was_known_is_not_rewritten_by_what_came_later(store: Store) -> None:
    june = date(2026, 6, 30)
    then, now = digest(status(store, june, AFTER_JUNE)), digest(status(store, june))
    snapshot = store.snapshot()
    round_of_june = next(made for made in snapshot.rounds_in_order() if made.as_of == june.isoformat())
    rows = snapshot.rows_of(round_of_june.key)
    report = next(said for row in rows if (said := snapshot.report_of(row.key)) and said.percent)
    late = next(row for row in rows if snapshot.report_of(row.key) is None)
    draft = Draft([*light_changes(snapshot, LightRules(5.0, 15.0)), *edits("report", report, {"percent": 1})])
    draft.create("report", {"row": late.key, "percent": 44, "text": "补报的情况"})
    applied = store.apply(draft.changes, "补报6月情况")
    assert applied
    assert digest(status(store, june, AFTER_JUNE)) == then
    assert digest(status(store, june)) != now
    told = [r for task in status(store, june)["tasks"] for r in task["reports"] if r["text"] == "补报的情况"]
    assert [(r["round"], r["late"]) for r in told] == [(round_of_june.period, True)]
    in_time = [r["late"] for task in status(store, june)["tasks"] for r in task["reports"] if r["percent"] == 1]
    assert in_time == [False]


def test_figures_are_told_alike_whoever_asked_first(store: Store) -> None:
    done = [task["done"] for day in MONTH_ENDS for task in status(store, day)["tasks"] if task["done"] is not None]
    assert done and {type(figure) for figure in done} == {float}
