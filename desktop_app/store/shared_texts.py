"""Texts that records have in common, kept in memory once: states, days, names, the titles that rounds repeat."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

_LONGEST = 300  # bytes; what a unit says is held by its answer, the report and the next row, longer texts hardly so
_SMALL = 1_000  # pages, some 4,000 tasks, to which it saves little memory and is felt in the start
_LARGE = 8_000  # pages of a ledger, some 40,000 tasks, from which the sixth that this adds to reading is felt


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
def texts_shared(connection: sqlite3.Connection) -> Iterator[None]:
    """While this lasts, texts that are alike come from the connection as one object; not from a large ledger."""
    if not _SMALL < connection.execute("PRAGMA page_count").fetchone()[0] <= _LARGE:
        yield
        return
    before, connection.text_factory = connection.text_factory, _Texts().__getitem__
    try:
        yield
    finally:
        connection.text_factory = before
