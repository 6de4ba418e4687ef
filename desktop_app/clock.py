"""The clock: the one place that asks what time it is. `DUBAN_TODAY` (YYYY-MM-DD) sets the day for scripts and tests."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

DAY_VARIABLE = "DUBAN_TODAY"


def today() -> date:
    """The day it is for the program."""
    said = os.environ.get(DAY_VARIABLE)
    return date.fromisoformat(said) if said else date.today()


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
