"""The list of what was written for a round, with its SHA-256: it goes with the forms."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.texts import exchange as texts


class Written(NamedTuple):
    """A file on the disk: whose it is, its name, the rows of a form (0: it is another paper) and its SHA-256."""

    unit: str
    file: str
    rows: int
    digest: str


def listing(period: str, as_of: str, due: str, written: Sequence[Written]) -> bytes:
    """The list as a text file that Windows opens; period and days in the words of the office."""
    head = texts.LIST_HEAD.format(period=period, as_of=as_of, due=due)
    lines = (texts.LISTED.format(**{**one._asdict(), "rows": one.rows or texts.NO_ROWS}) for one in written)
    return (head + "".join(lines)).replace("\n", "\r\n").encode("utf-8-sig")
