"""Days as people say them of what is near: 明天, 下周五, 三天内, 10个工作日内, 月底."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.domain.periods import month_end
from desktop_app.texts import calls as texts

_NEAR = re.compile(texts.NEAR)
AddWorkdays = Callable[[date, int], date]


class NearDay(NamedTuple):
    """A day that words name, and where they stand."""

    day: date
    start: int
    end: int


def near_day(words: str, today: date, add_workdays: AddWorkdays) -> NearDay | None:
    """The first near day in the words; None where they name none. 月底 after a number (6月底) is no near day.

    A weekday of this week that is over means that day of next week.
    """
    for found in _NEAR.finditer(words):
        if found["end"] and not found["month"] and words[: found.start()][-1:].isalnum():
            continue
        day = _day(found, today, add_workdays)
        if day is not None:
            return NearDay(day, *found.span())
    return None


def _day(found: re.Match[str], today: date, add_workdays: AddWorkdays) -> date | None:
    if found["day"]:
        return today + timedelta(texts.TODAY[found["day"]])
    if found["weekday"]:
        monday = today - timedelta(today.weekday()) + timedelta(weeks=texts.WEEKS[found["week"] or ""])
        day = monday + timedelta(texts.WEEK_DAYS[found["weekday"]])
        return day if found["week"] or day >= today else day + timedelta(weeks=1)
    if found["end"]:
        months = today.year * 12 + today.month - 1 + texts.MONTHS.get(found["month"] or "", 0)
        return month_end(months // 12, months % 12 + 1)
    return _within(found["count"], found["unit"], today, add_workdays)


def _within(said: str, unit: str, today: date, add_workdays: AddWorkdays) -> date | None:
    if said == texts.HALF:
        return today + timedelta(texts.DIGITS[said]) if unit == texts.MONTH else None
    count = int(said) if said.isdigit() else texts.DIGITS[said]
    if unit == texts.WORKDAY:
        return add_workdays(today, count)
    if unit == texts.MONTH:
        months = today.year * 12 + today.month - 1 + count
        year, month = months // 12, months % 12 + 1
        return min(month_end(year, month), date(year, month, 1) + timedelta(today.day - 1))
    return today + timedelta(count * texts.DAYS_IN[unit])
