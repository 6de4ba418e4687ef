"""The mark that a paper carries among its properties: which paper it is, and what the ledger was when it was made."""

import hashlib
from datetime import date
from typing import NamedTuple

NAME, FORMAT = "duban-paper", 1


class PaperMark(NamedTuple):
    """The ledger by its id, the kind and period of the paper, the day of its figures; the last journal entry and the
    last receipt that it knew of.
    """

    ledger: str
    kind: str
    period: str
    as_of: date
    entry: int
    receipt: int


def mark_text(mark: PaperMark) -> str:
    """The mark as it is written."""
    parts = (NAME, FORMAT, *mark[:3], mark.as_of.isoformat(), mark.entry, mark.receipt)
    return "|".join(map(str, (*parts, _check(parts))))


def read_mark(text: str) -> PaperMark | None:
    """The mark in a text; None where there is none, or a damaged one."""
    parts = text.strip().split("|")
    if len(parts) != 9 or parts[:2] != [NAME, str(FORMAT)] or _check(parts[:-1]) != parts[-1]:
        return None
    ledger, kind, period, as_of, entry, receipt = parts[2:8]
    return PaperMark(ledger, kind, period, date.fromisoformat(as_of), int(entry), int(receipt))


def _check(parts: object) -> str:
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:8]  # type: ignore[call-overload]
