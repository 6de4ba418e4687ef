"""Reporting periods: 2026-06 (month), 2026-Q2 (quarter), 2026-H1 (half year), 2026 (year)."""

import re
from datetime import date, timedelta
from typing import NamedTuple

_WRITTEN = r"(?P<year>20\d\d)(?:-(?:(?P<month>0[1-9]|1[0-2])|Q(?P<quarter>[1-4])|H(?P<half>[12])))?"


class Period(NamedTuple):
    """First and last day of a period, and the way it is written."""

    name: str
    start: date
    end: date


def parse_period(text: str) -> Period:
    """The period that is written so; ValueError for anything else."""
    found = re.fullmatch(_WRITTEN, text.strip())
    if not found:
        raise ValueError(f"not a period: {text!r}")
    first, months = 1, 12
    if found["month"]:
        first, months = int(found["month"]), 1
    elif found["quarter"]:
        first, months = 3 * int(found["quarter"]) - 2, 3
    elif found["half"]:
        first, months = 6 * int(found["half"]) - 5, 6
    year = int(found["year"])
    return Period(text.strip(), date(year, first, 1), month_end(year, first + months - 1))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
