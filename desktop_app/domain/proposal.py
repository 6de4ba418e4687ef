"""What a reader or an editor proposes: changes that are clean, questions for the clerk, and notes to be told."""

from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.changes import Change
from desktop_app.domain.values import Value


class Severity(StrEnum):
    """How much a note matters: told, to be decided, or not taken in."""

    INFO = "info"
    ASK = "ask"
    REFUSED = "refused"


class Note(NamedTuple):
    """One thing to tell the clerk, with the place it is about."""

    severity: Severity
    text: str
    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    task: str | None = None


class Question(NamedTuple):
    """A value not taken in without the clerk's word: `take` does it, `keep` stores the decision not to."""

    text: str
    row: int | None
    field: str
    base: Value
    ours: Value
    theirs: Value
    take: tuple[Change, ...]
    keep: tuple[Change, ...]
    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    task: str | None = None


class Proposal(NamedTuple):
    """The outcome of a `propose…` function; nothing has been stored."""

    changes: tuple[Change, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()
