"""Python's cycle collector kept away from the ledger: its records form no cycles, and a year has very many of them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """No cycles are collected inside; a decorator too. As it was before afterwards, whatever happened."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _take_for_old()
            gc.enable()


def keep_all() -> None:
    """Let the collector never look at what there is by now: it stays, or goes without its help."""
    gc.freeze()


def keep_no_more() -> None:
    """What was kept may be garbage from now on: the collector looks at it again."""
    gc.unfreeze()


def _take_for_old() -> None:
    """Count all that there is as looked at: the collector would begin by looking through what was made meanwhile."""
    if not gc.get_freeze_count():  # else it would be given back what it is to leave alone
        gc.freeze()
        gc.unfreeze()
