"""A practice ledger (the demo) carries its own day, so that its lights look the same on whatever day it is opened."""

from desktop_app import clock
from desktop_app.store.store import Store

RULE = "practice_day"


def practice_day(store: Store) -> str | None:
    """The day (ISO) that a practice ledger is set to; None for a real ledger."""
    row = store.connection.execute("SELECT value FROM rule WHERE name=?", (RULE,)).fetchone()
    return row[0] if row else None


def use_practice_day(store: Store) -> None:
    """Set the program's clock to the ledger's own day, or back to the real one."""
    clock.practise(practice_day(store))
