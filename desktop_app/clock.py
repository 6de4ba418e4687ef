"""The clock: the one place that asks what time it is.

`DUBAN_TODAY` (YYYY-MM-DD) sets the day for scripts and tests; else a practice ledger brings its own. While a past day
is looked at, it is that day.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

DAY_VARIABLE = "DUBAN_TODAY"


_practice: str | None = None
_past: str | None = None


def today() -> date:
    """The day it is for the program."""
    said = _past or os.environ.get(DAY_VARIABLE) or _practice
    return date.fromisoformat(said) if said else date.today()


def practise(day: str | None) -> None:
    """Let it be this day (ISO) while a practice ledger is open; None gives the real day back."""
    global _practice
    _practice = day


def look_back(day: str | None) -> None:
    """Let it be this day (ISO) while an earlier state of the ledger is looked at; None gives the present back."""
    global _past
    _past = day


def now() -> str:
    """This moment as ISO text to the microsecond, local time, on the program's day."""
    return datetime.combine(today(), datetime.now().time()).isoformat(timespec="microseconds")


@contextmanager
def on_day(day: date) -> Iterator[None]:
    """Let it be `day` for the program inside the block: the demo lives through a year in a minute."""
    before = os.environ.get(DAY_VARIABLE)
    os.environ[DAY_VARIABLE] = day.isoformat()
    try:
        yield
    finally:
        del os.environ[DAY_VARIABLE]
        if before is not None:
            os.environ[DAY_VARIABLE] = before
