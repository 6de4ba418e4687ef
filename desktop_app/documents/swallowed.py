"""An item that copying left at the end of the one above it (…打造平台。16.加大培训。…), as a line of its own again."""

import re

from desktop_app.documents.extraction import Span
from desktop_app.documents.numbering import Mark, mark_at

_BORDER = re.compile(r"(?<=[。；）])[ \u3000]*(?=\d{1,3}[.、])")
_NUMBER = re.compile(r"(?<![\d.])\d{1,3}[.、](?!\d)")
_HEAD = re.compile(r"[一-鿿“《][^。：；\n]{3,40}[。：]")


def with_swallowed(shadow: str, source: str, lines: list[Span]) -> list[Span]:
    """The lines, one parted before the only number within it where that counts on from its own and no line does.

    The number's item opens with a head sentence, as its neighbours' do; a list inside an item begins with one.
    """
    marks = [mark_at(shadow, start, end, source) for start, end in lines]
    numbered = [(at, mark) for at, mark in enumerate(marks) if mark and mark.kind == "arabic"]
    parted: dict[int, int] = {}
    for place, (at, mark) in enumerate(numbered):
        following = numbered[place + 1][1] if place + 1 < len(numbered) else None
        before = numbered[place - 1][1] if place else None
        counts = before is not None and before.value == (mark.value or 0) - 1
        if counts and not (following and following.value == (mark.value or 0) + 1):
            cut = _cut(shadow, source, lines[at], mark)
            parted |= {at: cut} if cut else {}
    return [part for at, span in enumerate(lines) for part in _parts(shadow, span, parted.get(at))]


def _cut(shadow: str, source: str, span: Span, mark: Mark) -> int | None:
    """Where the next number begins in an item's line; None where it holds others, or none."""
    start, end = mark.end, span[1]
    numbers = list(_NUMBER.finditer(shadow, start, end))
    border = _BORDER.search(shadow, start, end)
    if len(numbers) != 1 or border is None or border.end() != numbers[0].start():
        return None
    other = mark_at(shadow, border.end(), end, source)
    counts_on = other is not None and other.kind == mark.kind and other.value == (mark.value or 0) + 1
    return border.end() if other and counts_on and _HEAD.match(shadow, other.end, end) else None


def _parts(shadow: str, span: Span, cut: int | None) -> list[Span]:
    if cut is None:
        return [span]
    first = shadow[span[0] : cut].rstrip()
    return [(span[0], span[0] + len(first)), (cut, span[1])]
