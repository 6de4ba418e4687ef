"""The register of papers that went out (已印发): which, when, and the very file by its hash; the paper itself stays.

A rule record a paper, "issued:0003", so that it is journaled and undone like everything else.
"""

import json
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.snapshot import Snapshot
from desktop_app.reports.trace import Mark, Words

PREFIX = "issued:"
CONTEXT = 10  # letters around a number


class Issued(NamedTuple):
    """A paper that went out: its number here, kind, period, the day of its figures and of its issue (ISO), title, its
    file by name and hash, its mark; `draft`: it was put up for opinions (征求意见稿).
    """

    no: int
    kind: str
    period: str
    as_of: str
    day: str
    title: str
    name: str
    file: str
    mark: str
    draft: bool = False


class Correction(NamedTuple):
    """A number of an issued paper that the ledger has otherwise now: the words around it, as issued, as it is ('' where
    there is none any more), the number as it is now with its cells, whether it is so by what was reported late (补报).
    """

    around: str
    issued: str
    right: str
    words: Words
    late: bool


def issued_papers(snapshot: Snapshot) -> list[Issued]:
    """Every paper that went out, in the order of its numbers."""
    rules = [rule for rule in snapshot.tables["rule"].values() if rule.name.startswith(PREFIX)]
    return sorted(Issued(int(rule.name[len(PREFIX) :]), **json.loads(rule.value)) for rule in rules)


def issue_changes(issued: Issued) -> list[Change]:
    """The change that puts a paper into the register."""
    draft, told = Draft(), issued._asdict()
    del told["no"]
    draft.create("rule", {"name": f"{PREFIX}{issued.no:04d}", "value": json.dumps(told, ensure_ascii=False)})
    return draft.changes


def corrections(then: Sequence[Words], now: Sequence[Words], fresh: frozenset[int]) -> list[Correction]:
    """What differs between the texts of a paper as issued and as they would be now, each number once.

    `fresh` are the reports, by key, that have come since.
    """
    right = {mark.name: (words, mark) for words in now for mark in words.marks}
    found: dict[str, Correction] = {}
    for words in then:
        for mark in words.marks:
            shown = words.text[mark.start : mark.end]
            there = right.get(mark.name)
            if mark.name in found or (there and there[0].text[there[1].start : there[1].end] == shown):
                continue
            around = words.text[max(mark.start - CONTEXT, 0) : mark.end + CONTEXT].replace("\n", " ")
            found[mark.name] = Correction(around, shown, *_now(there), _is_late(there, fresh))
    return list(found.values())


def _now(there: tuple[Words, Mark] | None) -> tuple[str, Words]:
    if there is None:
        return "", Words("")
    words, mark = there
    shown = words.text[mark.start : mark.end]
    return shown, Words(shown, (mark._replace(start=0, end=len(shown)),))


def _is_late(there: tuple[Words, Mark] | None, fresh: frozenset[int]) -> bool:
    return there is not None and any(cell.entity == "report" and cell.key in fresh for cell in there[1].cells)
