"""Days of rest, due days of rounds and the load of the months."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.workdays import SHIPPED, Calendar, Holidays
from desktop_app.reports.gantt_scene_days import dues, loads, period_words, rests
from desktop_app.store.store import open_ledger
from tests.builders import plan_with, round_of

DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))


def ordinal(month: int, day: int) -> int:
    return date(2026, month, day).toordinal()


def test_a_holiday_takes_in_its_weekend_and_a_worked_saturday_stands_alone() -> None:
    table = Holidays(frozenset({date(2026, 10, day) for day in (1, 2, 5, 6, 7)}), frozenset({date(2026, 10, 10)}))
    found = rests(Calendar({2026: table}), ordinal(9, 25), ordinal(10, 18))
    assert [(date.fromordinal(a).day, date.fromordinal(b).day, kind) for a, b, kind in found] == [
        (26, 27, "weekend"),
        (1, 7, "holiday"),
        (10, 10, "work"),
        (11, 11, "weekend"),
        (17, 18, "weekend"),
    ]


@given(first=DAYS, length=st.integers(0, 200))
def test_every_day_off_lies_in_one_stretch_and_no_workday_in_any(first: date, length: int) -> None:
    days = [first + timedelta(days=n) for n in range(length + 1)]
    found = rests(SHIPPED, days[0].toordinal(), days[-1].toordinal())
    off = [day for rest in found if rest.kind != "work" for day in range(rest.first, rest.last + 1)]
    assert off == [day.toordinal() for day in days if not SHIPPED.is_workday(day)]
    worked = [rest.first for rest in found if rest.kind == "work"]
    assert worked == [day.toordinal() for day in days if SHIPPED.is_workday(day) and day.weekday() > 4]


def test_due_days_are_those_of_the_rounds_that_stand(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as store:
        built = plan_with(store, {"lead": "养老科"})
        for period in ("2026-06", "2026-Q1", "2026-H1", "2026"):
            round_of(store, period, [(built.tasks[0], built.units["养老科"])])
        found = dues(store.snapshot())
    assert [(date.fromordinal(day).isoformat(), label) for day, label in found] == [
        ("2026-03-31", "2026年一季度填报"),
        ("2026-06-30", "2026年6月填报"),
        ("2026-06-30", "2026年上半年填报"),
        ("2026-12-31", "2026年填报"),
    ]
    assert period_words("2026-Q4") == "2026年四季度"


@given(spans=st.lists(st.tuples(DAYS, DAYS).map(sorted), max_size=8))
def test_every_span_ends_in_one_month_and_runs_in_all_between(spans: list[list[date]]) -> None:
    told = [(one.toordinal(), other.toordinal()) for one, other in spans]
    months = loads(told, date(2025, 1, 1).toordinal(), date(2028, 12, 31).toordinal())
    assert len(months) == 48
    assert sum(month.ending for month in months) == len(spans)
    running = sum(12 * (b.year - a.year) + b.month - a.month + 1 for a, b in spans)
    assert sum(month.running for month in months) == running
