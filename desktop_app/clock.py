"""The clock: the one place that asks what time it is. `DUBAN_TODAY` (YYYY-MM-DD) sets the day for scripts and tests."""

import os
from datetime import date, datetime


def today() -> date:
    """The day it is for the program."""
    said = os.environ.get("DUBAN_TODAY")
    return date.fromisoformat(said) if said else date.today()


def now() -> str:
    """This moment as ISO text to the microsecond, local time, on the program's day."""
    return datetime.combine(today(), datetime.now().time()).isoformat(timespec="microseconds")
