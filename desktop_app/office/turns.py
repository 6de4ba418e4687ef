"""Threads that read files take turns at Python: while one waits for calamine, the next one goes on.

Left to themselves they would snatch the interpreter from each other at every small call that lets go of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock

_turns: "ContextVar[Lock | None]" = ContextVar("turns", default=None)


@contextmanager
def in_turn(turns: Lock) -> Iterator[None]:
    """Wait for this thread's turn and keep it inside, but for what is done out of turn."""
    before = _turns.set(turns)
    try:
        with turns:
            yield
    finally:
        _turns.reset(before)


@contextmanager
def out_of_turn() -> Iterator[None]:
    """Let the next thread go on meanwhile; nothing at all for a thread that takes no turns."""
    turns = _turns.get()
    if turns is None:
        yield
        return
    turns.release()
    try:
        yield
    finally:
        turns.acquire()
