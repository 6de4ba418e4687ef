"""Up to three answers to a doubt, each with its reason, chosen by a digit, never taken by themselves."""

import difflib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop_app.documents import review
from desktop_app.documents.extraction import Doubt, Extraction
from desktop_app.documents.suggest import Suggestion
from desktop_app.texts import review as texts

MOST = 3


class Choice(NamedTuple):
    """One answer: what it says, why it is offered, and the document after it."""

    text: str
    why: str
    after: Extraction


def choices(
    extraction: Extraction, doubt: Doubt, known: Iterable[str], leads: Sequence[Suggestion] = ()
) -> tuple[Choice, ...]:
    """The answers to offer for a doubt, best first.

    `known` are the names of the ledger's units, `leads` what `advice.leads_for_plan` suggests for the task in doubt.
    """
    if doubt.seq is None:
        return ()
    task = review.task_of(extraction, doubt.seq)
    if doubt.what == review.UNIT and not task.lead_units:
        return tuple(Choice(s.unit, s.reason, review.with_leads(extraction, task.seq, [s.unit])) for s in leads[:MOST])
    if doubt.what == review.UNIT and doubt.phrase in (*task.lead_units, *task.co_units):
        return _names(extraction, doubt, doubt.seq, known)
    index = review.target_in_doubt(extraction, doubt)
    if index is None:
        return ()
    return (Choice(texts.NO_TARGET, "", review.without_target(extraction, doubt.seq, index)),)


def _names(extraction: Extraction, doubt: Doubt, seq: int, known: Iterable[str]) -> tuple[Choice, ...]:
    near = difflib.get_close_matches(doubt.phrase, list(known), MOST, cutoff=0.6)
    left = review.settled(extraction, doubt)
    return tuple(Choice(name, texts.SIMILAR, review.with_unit_renamed(left, seq, doubt.phrase, name)) for name in near)
