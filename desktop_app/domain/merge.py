"""Three-way merge of one returned value (law 4).

Base is the unit's last accepted answer in the round, else nothing; ours is what the ledger holds; theirs is the file's.
"""

from enum import StrEnum

from desktop_app.domain.values import Value


class Outcome(StrEnum):
    """What a returned value does to the ledger."""

    NO_ANSWER = "no answer"
    UNCHANGED = "unchanged"
    TAKE = "take"
    KEEP = "keep"
    CONFLICT = "conflict"


def three_way(base: Value, ours: Value, theirs: Value) -> Outcome:
    """TAKE where only the unit moved, KEEP where only the clerk did, CONFLICT where both did and disagree.

    A blank is no answer, never a deletion. Values are canonical, so they are compared as they are.
    """
    if theirs is None:
        return Outcome.NO_ANSWER
    if theirs == ours:
        return Outcome.UNCHANGED
    if ours == base:
        return Outcome.TAKE
    if theirs == base:
        return Outcome.KEEP
    return Outcome.CONFLICT
