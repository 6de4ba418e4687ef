"""A practice ledger (the demo) carries its own day, so that its lights look the same on whatever day it is opened."""

import os

from desktop_app.clock import DAY_VARIABLE
from desktop_app.store.store import Store

RULE = "practice_day"


def practice_day(store: Store) -> str | None:
    """The day (ISO) that a practice ledger is set to; None for a real ledger."""
    row = store.connection.execute("SELECT value FROM rule WHERE name=?", (RULE,)).fetchone()
    return row[0] if row else None


def use_practice_day(store: Store) -> None:
    """Set the program's clock to the practice ledger's day, unless a script has set it."""
    day = practice_day(store)
    if day:
        os.environ.setdefault(DAY_VARIABLE, day)
