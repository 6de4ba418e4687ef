"""Numbering in a notation that no entry of `numbering.NOTATIONS` knows: lines that count up behind the same signs."""

import re

from desktop_app.documents.extraction import Span
from desktop_app.documents.numbering import Mark, mark_at
from desktop_app.documents.numerals import NUMERAL, ordinal

_HEAD = re.compile(
    rf"(?P<before>[^\w\s“《，。、]{{0,3}}|第|[一-鿿]{{1,4}}?)"
    rf"(?P<number>\d{{1,3}}|[{NUMERAL}]{{1,4}}|[①-⓿❶-➓㈠-㈩⒈-⒛]|[A-Za-z]|[ⅰ-ⅹⅠ-Ⅻ])"
    r"(?P<after>[^\w\s“《，。%±+～~/—-]{1,3} *|[条项件款号步]?(?:[^\w\s“《。%±+～~/—-]|[ ]) *|(?=[一-鿿“]))"
)
_LEAST = 3
_NOT_COUNTED = re.compile("[年月日时分:：]|^(?:20)?\\d\\d$")


def counted_marks(shadow: str, source: str, lines: list[Span]) -> dict[int, Mark]:
    """By line index, the marks of those lines without a known one that count 1, 2, 3 … behind the same signs."""
    groups: dict[tuple[str, str, bool], list[tuple[int, Mark]]] = {}
    for index, (start, end) in enumerate(lines):
        found = _HEAD.match(shadow, start, end) if not mark_at(shadow, start, end, source) else None
        value = ordinal(found["number"].upper()) if found else None
        if not found or value is None or found.end() >= end or _NOT_COUNTED.search(found["after"]):
            continue
        if not found["before"] and not found["after"].strip():
            continue
        printed = source[start : found.end()].strip().rstrip("、.．:：，, \u3000")
        shape = (found["before"], found["after"].strip(), found["number"].isdecimal())
        mark = Mark(f"counted {shape[0]}{shape[1]}{shape[2]}", value, printed, start, found.end())
        groups.setdefault(shape, []).append((index, mark))
    return {index: mark for group in groups.values() if _counts(group) for index, mark in group}


def _counts(group: list[tuple[int, Mark]]) -> bool:
    """Whether the values go up by one from one, perhaps several times over."""
    last = 0
    for _, mark in group:
        if mark.value not in (last + 1, 1):
            return False
        last = mark.value or 0
    return len(group) >= _LEAST and max(mark.value or 0 for _, mark in group) >= _LEAST - 1
