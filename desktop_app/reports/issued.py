"""The register of papers that went out (已印发): which, when, and the very file by its hash; the paper itself stays.

A rule record a paper, "issued:0003", so that it is journaled and undone like everything else.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.snapshot import Snapshot
from desktop_app.reports.paper import Block, Paragraph, Table
from desktop_app.reports.trace import NOTHING, Words, joined
from desktop_app.texts import papers_issued as texts

PREFIX = "issued:"
ALIKE = 0.4  # share of names in common by which a sentence is known again


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
    """A sentence (or line of a table) of an issued paper that the ledger has otherwise now: as issued ('' where it is
    new), as it is ('' where there is none any more), whether it is so by what was reported since (补报).
    """

    issued: str
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


def sentences(blocks: Iterable[Block]) -> list[Words]:
    """What a paper says, sentence by sentence; a line of a table is one."""
    found: list[Words] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found += _sentences(block.words)
        elif isinstance(block, Table):
            cells = (
                [words._replace(text=words.text.replace("\n", " ")) for words in row if words.text]
                for row in block.rows
            )
            found += [joined(texts.BETWEEN_CELLS, row) for row in cells]
    return [words for words in found if words.marks]


def corrections(then: Sequence[Words], now: Sequence[Words], fresh: frozenset[int]) -> list[Correction]:
    """What differs between the sentences of a paper as issued and as they would be now, in the order of the paper.

    A sentence is known again by the names of its numbers. `fresh` are the reports, by key, that have come since.
    """
    same = Counter(words.text for words in then) & Counter(words.text for words in now)
    old, new = _without(then, same), _without(now, same)
    pairs: dict[int, int] = {}
    for _, _, here, there in sorted(_alike(old, new)):
        if here not in pairs and there not in pairs.values():
            pairs[here] = there
    found = []
    for place, words in enumerate(old):
        after = new[pairs[place]] if place in pairs else NOTHING
        found.append(Correction(words.text, after, _is_late(after, fresh)))
    fresh_ones = (words for place, words in enumerate(new) if place not in pairs.values())
    return [*found, *(Correction("", words, _is_late(words, fresh)) for words in fresh_ones)]


def _without(sentences: Iterable[Words], same: Mapping[str, int]) -> list[Words]:
    """The sentences but for those that are on both sides."""
    left, found = Counter(same), []
    for words in sentences:
        if left[words.text] > 0:
            left[words.text] -= 1
        else:
            found.append(words)
    return found


def _alike(old: Sequence[Words], new: Sequence[Words]) -> Iterator[tuple[float, int, int, int]]:
    """Pairs that may be one sentence, the likeliest least: (unlikeness, how far apart, place in old, place in new)."""
    names = [[{mark.name for mark in words.marks} for words in side] for side in (old, new)]
    for here, ours in enumerate(names[0]):
        for there, theirs in enumerate(names[1]):
            shared = len(ours & theirs) / len(ours | theirs)
            if shared >= ALIKE:
                yield -shared, abs(here - there), here, there


def _sentences(words: Words) -> Iterator[Words]:
    start = 0
    for found in re.finditer(texts.ENDS, words.text):
        yield _part(words, start, found.end())
        start = found.end()
    yield _part(words, start, len(words.text))


def _part(words: Words, start: int, end: int) -> Words:
    inside = (mark for mark in words.marks if start <= mark.start and mark.end <= end)
    return Words(
        words.text[start:end], tuple(mark._replace(start=mark.start - start, end=mark.end - start) for mark in inside)
    )


def _is_late(words: Words, fresh: frozenset[int]) -> bool:
    return any(cell.entity == "report" and cell.key in fresh for mark in words.marks for cell in mark.cells)
