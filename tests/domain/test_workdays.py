"""Workdays by the holiday notices, and Monday to Friday where there is none yet."""

from datetime import date

import pytest

from desktop_app.domain.workdays import add_workdays, is_workday, known


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
