"""Workdays by the holiday notices, and Monday to Friday where there is none yet."""

from datetime import date

import pytest

from desktop_app.domain.due import due_day, is_short
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.domain.workdays import Holidays, add_workdays, calendar_of, holiday_changes, is_workday, known
from desktop_app.exchange.chase import workdays_left


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2025, 3, 14), True),
        (date(2025, 3, 15), False),
        (date(2025, 10, 1), False),
        (date(2025, 9, 28), True),  # a Sunday made up for
        (date(2026, 2, 14), True),  # a Saturday made up for
        (date(2026, 2, 17), False),
    ],
)
def test_holidays_and_days_made_up_for(day: date, works: bool) -> None:
    assert known(day.year)
    assert is_workday(day) is works


def test_years_without_a_notice_are_monday_to_friday() -> None:
    assert not known(2099)
    assert is_workday(date(2099, 10, 1))  # a Thursday, whatever it will be
    assert not is_workday(date(2099, 10, 3))


@pytest.mark.parametrize(
    ("day", "count", "last"),
    [
        (date(2025, 3, 14), 10, date(2025, 3, 28)),
        (date(2025, 9, 26), 3, date(2025, 9, 30)),  # over the Sunday made up for
        (date(2025, 9, 30), 1, date(2025, 10, 9)),  # over the holidays
        (date(2025, 3, 14), 0, date(2025, 3, 14)),
    ],
)
def test_the_day_of_the_event_is_not_counted(day: date, count: int, last: date) -> None:
    assert add_workdays(day, count) == last


def test_the_ledgers_own_table_goes_before_the_shipped_one() -> None:
    empty = Snapshot({})
    own = Holidays(frozenset({date(2026, 7, 1)}), frozenset({date(2026, 7, 4)}))
    changes = holiday_changes(empty, {2026: own, 2099: own})
    snapshot = changed(empty, holiday_changes(empty, {2026: own}))
    calendar = calendar_of(snapshot)
    assert calendar.tables == {2026: own} and len(changes) == 2
    assert not calendar.is_workday(date(2026, 7, 1)) and calendar.is_workday(date(2026, 7, 4))
    assert calendar.is_workday(date(2026, 10, 1))  # the own table is the whole of its year
    assert not calendar.is_workday(date(2025, 10, 1))
    assert calendar.add_workdays(date(2026, 6, 30), 3) == date(2026, 7, 4)
    back = changed(snapshot, holiday_changes(snapshot, {2026: None}))
    assert calendar_of(back).tables == {}


def test_a_due_day_and_the_ladder_keep_to_the_ledgers_table() -> None:
    empty = Snapshot({})
    off = Holidays(frozenset({date(2027, 3, 31), date(2027, 3, 30)}), frozenset())
    snapshot = changed(empty, holiday_changes(empty, {2027: off}))
    assert due_day(empty, date(2027, 3, 31)) == date(2027, 3, 31)
    assert due_day(snapshot, date(2027, 3, 31)) == date(2027, 3, 29)
    assert is_short(date(2027, 4, 1), date(2027, 3, 29), calendar_of(snapshot))
    assert not is_short(date(2027, 4, 1), date(2027, 3, 29))
    assert workdays_left(date(2027, 4, 1), date(2027, 3, 29), calendar_of(snapshot)) == 1
