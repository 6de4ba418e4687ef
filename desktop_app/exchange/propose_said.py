"""One value that a file has for an asked field of a round row, with the doubts about it."""

from typing import NamedTuple

from desktop_app.domain.changes import Source
from desktop_app.domain.values import Value, encode
from desktop_app.texts import exchange as texts

FULL = 100.0


class Said(NamedTuple):
    """A field's value as the file has it, or, with a `doubt`, a suggestion; `raw` was typed; `note` is to be told."""

    value: Value
    raw: str
    source: Source
    doubt: str | None = None
    note: str | None = None


def shown(one: Said) -> str:
    """The value for a sentence."""
    return one.raw if one.value is None else encode(one.value) or ""


def doubted(one: Said, doubt: str) -> Said:
    """The value with a doubt, unless it has one already."""
    return one._replace(doubt=one.doubt or doubt)


def is_finished(status: Said) -> bool:
    """Whether 本期情况 says finished, beyond doubt."""
    return status.value == texts.FINISHED and not status.doubt
