"""Workdays by the State Council's holiday notices; years without a notice count Monday to Friday and say so.

The table comes from the package chinese_calendar, imported on first use. Counting: the law's rule (Civil Code 201),
the day of the event itself is not counted.
"""

from datetime import date, timedelta
from functools import cache
from types import ModuleType

_SATURDAY = 5


@cache
def _calendar() -> ModuleType:
    import chinese_calendar

    return chinese_calendar


@cache
def known(year: int) -> bool:
    """Whether the holidays of `year` are in the table; where not, `is_workday` means Monday to Friday."""
    try:
        _calendar().is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


def is_workday(day: date) -> bool:
    """Whether offices work on `day`; make-up Saturdays and Sundays count."""
    if known(day.year):
        return bool(_calendar().is_workday(day))
    return day.weekday() < _SATURDAY


def add_workdays(day: date, count: int) -> date:
    """The `count`-th workday after `day`, which itself is not counted."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_workday(day)
    return day
