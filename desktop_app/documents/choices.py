"""Up to three answers to a doubt, each with its reason, chosen by a digit, never taken by themselves."""

import difflib
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.documents import review
from desktop_app.documents.extraction import Doubt, Extraction, TaskRead
from desktop_app.texts import review as texts

MOST = 3
# Words in so many names and tasks that sharing them says nothing.
_COMMON = ("服务", "工作", "管理", "中心", "民政", "发展", "社会", "事业", "办公", "事务", "建设", "指导")


class Choice(NamedTuple):
    """One answer: what it says, why it is offered, and the document after it."""

    text: str
    why: str
    after: Extraction


def choices(extraction: Extraction, doubt: Doubt, known: Iterable[str]) -> tuple[Choice, ...]:
    """The answers to offer for a doubt, best first; `known` are the names of the ledger's units."""
    if doubt.seq is None:
        return ()
    task = review.task_of(extraction, doubt.seq)
    if doubt.what == review.UNIT and not task.lead_units:
        return _leads(extraction, task, known)
    if doubt.what == review.UNIT and doubt.phrase in (*task.lead_units, *task.co_units):
        return _names(extraction, doubt, doubt.seq, known)
    index = review.target_in_doubt(extraction, doubt)
    if index is None:
        return ()
    return (Choice(texts.NO_TARGET, "", review.without_target(extraction, doubt.seq, index)),)


def _names(extraction: Extraction, doubt: Doubt, seq: int, known: Iterable[str]) -> tuple[Choice, ...]:
    near = difflib.get_close_matches(doubt.phrase, list(known), MOST, cutoff=0.6)
    left = review.settled(extraction, doubt)
    return tuple(
        Choice(name, texts.SIMILAR, review.with_unit_renamed(left, seq, doubt.phrase, name)) for name in near
    )


def _leads(extraction: Extraction, task: TaskRead, known: Iterable[str]) -> tuple[Choice, ...]:
    beside = Counter(
        unit for other in extraction.tasks if other.section_seq == task.section_seq for unit in other.lead_units[:1]
    )
    elsewhere = [unit for other in extraction.tasks for unit in other.lead_units]
    ranked = []
    for unit in dict.fromkeys([*known, *elsewhere]):
        shared = _shared(unit, task)
        score = 3 * len(shared) + 2 * (bool(shared) and shared in task.title) + min(beside[unit], 2)
        if score:
            why = texts.MENTIONED.format(word=shared) if shared else texts.BESIDE.format(count=beside[unit])
            ranked.append((-score, Choice(unit, why, review.with_leads(extraction, task.seq, [unit]))))
    return tuple(choice for _, choice in sorted(ranked, key=lambda pair: pair[0])[:MOST])


def _shared(unit: str, task: TaskRead) -> str:
    """The longest telling word of a unit's name that the task uses too; '' where there is none."""
    words = task.title + task.text
    pieces = [unit[start:end] for start in range(len(unit)) for end in range(start + 2, len(unit) + 1)]
    telling = [piece for piece in pieces if piece in words and not any(common in piece for common in _COMMON)]
    return max(telling, key=len, default="")
