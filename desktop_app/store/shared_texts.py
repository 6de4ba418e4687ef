"""Texts that records have in common, kept in memory once: states, days, names, the titles that rounds repeat."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_LONGEST = 300  # bytes; what a unit says is held by its answer, the report and the next row, longer texts hardly so
_SMALL = 1_000  # pages, some 4,000 tasks, to which it saves little memory and is felt in the start
_LARGE = 8_000  # pages of a ledger, some 40,000 tasks, from which the sixth that this adds to reading tasks is felt
# what these hold, they hold three times, round after round: of a year's rounds a third of the memory, and no slower
_REPEATING = frozenset({"round_row", "answer", "report"})


class _Texts(dict[bytes, str]):
    """The text that stands for each piece of UTF-8; `[…]` of a dictionary is no call in Python where it is known."""

    def __missing__(self, raw: bytes) -> str:
        try:
            text = raw.decode()
        except UnicodeDecodeError as error:  # as sqlite3 itself says it
            raise sqlite3.OperationalError(f"Could not decode to UTF-8: {raw!r}") from error
        if len(raw) <= _LONGEST:
            self[raw] = text
        return text


@contextmanager
def texts_shared(connection: sqlite3.Connection) -> Iterator[Callable[[str], None]]:
    """Gives what is to be told which entity is read next: its texts come as one object where they are alike.

    Not from a small ledger; of a large one only those that repeat each other.
    """
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    before, shared = connection.text_factory, _Texts().__getitem__

    def read_next(entity: str) -> None:
        worth = pages > _SMALL and (pages <= _LARGE or entity in _REPEATING)
        connection.text_factory = shared if worth else before

    try:
        yield read_next
    finally:
        connection.text_factory = before
