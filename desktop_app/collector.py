"""When Python's cycle collector may run.

Not over the ledger, whose records form no cycles and are very many; with a window only between two events.
"""

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


def collect_due() -> None:
    """Collect as Python would have by now, did its collector not rest.

    Python runs it wherever something is made, also in another thread and in the middle of Qt's going through its
    widgets. Garbage may hold widgets: Qt would go on to one that is no more, and end the program.
    """
    limits = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (made, limit) in enumerate(limits) if made > limit > 0]
    if due and due[0] == 0:
        gc.collect(max(due))


def keep_all() -> None:
    """Let the collector never look at what there is by now: it stays, or goes without its help."""
    gc.freeze()


def keep_no_more() -> None:
    """What was kept may be garbage from now on: the collector looks at it again."""
    gc.unfreeze()
