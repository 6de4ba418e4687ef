"""Bulk work without Python's cycle collector, which would look through the whole ledger again and again meanwhile."""

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


def _take_for_old() -> None:
    """Count all that there is as looked at: the collector would begin by looking through what was made meanwhile."""
    gc.freeze()
    gc.unfreeze()
