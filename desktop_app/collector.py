"""Python's cycle collector kept away from the ledger: its records form no cycles, and a year has very many of them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No cycles are collected inside. As it was before afterwards, whatever happened."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def without_collector() -> Iterator[None]:
    """No cycles are collected in bulk work, nor is what it made looked through after it; a decorator too.

    Garbage of that time is found late: not for what is done again and again.
    """
    with paused():
        try:
            yield
        finally:
            if not gc.get_freeze_count():  # else the collector would be given back what it is to leave alone
                gc.freeze()
                gc.unfreeze()


def keep_all() -> None:
    """Let the collector never look at what there is by now: it stays, or goes without its help."""
    gc.freeze()


def keep_no_more() -> None:
    """What was kept may be garbage from now on: the collector looks at it again."""
    gc.unfreeze()
