"""A plan whose line breaks were lost: the items that stand one behind another in a paragraph, each as a line again."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from desktop_app.documents.extraction import Span
from desktop_app.documents.lines import DAY, is_organ, is_title
from desktop_app.documents.numbering import RUN_ON, Mark, mark_at
from desktop_app.documents.numerals import NUMERAL

_FIRST = rf"[\d{NUMERAL}（㈠-㈩⒈-⒛第重主目具民工年任项事实行举专指课清]"  # what a mark may begin with
_BORDER = re.compile(rf"[。；）] *(?={_FIRST})|(?<=[^\s。；）]) +(?={_FIRST})")
# where nothing parts the lines, a number may follow its heading at once: 夯实根基1.加固堤防
_JOINED = re.compile(
    rf"{_BORDER.pattern}|(?<=[一-鿿])(?<![统第之唯逐专合划万同不单归])(?=(?:一、|（[{NUMERAL}]{{1,3}}）|\d{{1,3}}[.、])[一-鿿])"
)
_PIECE = re.compile(r"(?:[^。 ]|(?<![一-鿿：》）]) | (?![一-鿿《（ ])(?! ))+。?")
_SIGNED = re.compile(rf"(?<=[。）]) *(?P<organ>[一-鿿]{{4,30}}) *(?P<whole_day>{DAY.pattern})$")
_LONGEST_HEADING = 40
_OWN_LINES = ("chinese", "arabic")  # behind a blank such a number opened a line of its own
_LEAST = 3
_LEAST_OF_A_KIND = 2


def broken_up(shadow: str, source: str, lines: list[Span]) -> list[Span]:
    """The lines, those with several items parted before each; a notation that other lines count on is left alone."""
    heads = [mark_at(shadow, start, end, source) for start, end in lines]
    counted = {(mark.kind, mark.value) for mark in heads if mark}
    free = frozenset(kind for kind in RUN_ON if (kind, 2) not in counted)
    unparted = sum(mark is not None for mark in heads) < _LEAST_OF_A_KIND
    marks = list(_marks_within(shadow, source, lines, heads, free, unparted))
    kinds = Counter(mark.kind for _, mark in marks) + Counter(mark.kind for mark in heads if mark)
    over = {above for (_, above), (_, below) in pairwise(marks) if below.value == 1 and above.kind != below.kind}
    kept = [(line, mark) for line, mark in marks if kinds[mark.kind] >= _LEAST_OF_A_KIND or mark in over]
    if sum(kinds[kind] for kind in {mark.kind for _, mark in kept}) < _LEAST:
        return lines
    cuts: dict[int, list[int]] = {}
    for line, mark in kept:
        cuts.setdefault(line, []).append(mark.start)
    return [part for index, span in enumerate(lines) for part in _parts(shadow, span, cuts.get(index), heads[index])]


def _marks_within(
    shadow: str, source: str, lines: list[Span], heads: list[Mark | None], free: frozenset[str], unparted: bool
) -> Iterator[tuple[int, Mark]]:
    """The marks behind the first of each line that count on, with the index of their line."""
    border = _JOINED if unparted else _BORDER
    last: dict[str, int] = {}
    for index, ((start, end), previous) in enumerate(zip(lines, heads, strict=True)):
        if previous:
            last[previous.kind] = previous.value or 0
        for found in border.finditer(shadow, start, end):
            mark = mark_at(shadow, found.end(), end, source) if found.end() > start else None
            if mark is None or mark.kind not in free or mark.value is None:
                continue
            opens = mark.value == 1 or (not found[0] and mark.value != last.get(mark.kind, 0) + 1)
            if opens and not _opens(shadow, previous, mark, unparted):
                continue
            within = found[0].startswith("；") and not (previous and previous.kind == mark.kind)
            if mark.value == 1 or (mark.value == last.get(mark.kind, 0) + 1 and not within):
                last[mark.kind] = mark.value
                previous = mark
                yield index, mark


def _opens(shadow: str, previous: Mark | None, mark: Mark, unparted: bool) -> bool:
    """Whether a number one begins a row of items: right behind a heading, or behind what opens an unparted text."""
    if previous is None:
        return unparted
    if unparted and mark.kind in _OWN_LINES and previous.kind != mark.kind and shadow[mark.start - 1] == " ":
        return True
    heading = shadow[previous.end : mark.start].rstrip(" 。：")
    bare = 0 < len(heading) <= _LONGEST_HEADING and "。" not in heading
    return previous.kind != mark.kind and bare and (unparted or shadow[mark.start - 1] == " ")


def _parts(shadow: str, span: Span, cuts: list[int] | None, head: Mark | None) -> Iterator[Span]:
    """The line parted at `cuts`; what stands before its first number sentence by sentence, and its signature apart."""
    if not cuts:
        yield span
        return
    start, end = span
    if head is None:
        for first, last in _trimmed(shadow, [found.span() for found in _PIECE.finditer(shadow, start, cuts[0])]):
            yield first, last - (shadow[last - 1] == "。" and is_title(shadow[first : last - 1]))
        start, *cuts = cuts
    signed = _SIGNED.search(shadow, cuts[-1] if cuts else start, end)
    tail = [signed.start(), signed.start("whole_day")] if signed and is_organ(signed["organ"]) else []
    stops = [start, *cuts, *tail, end]
    yield from _trimmed(shadow, list(pairwise(stops)))


def _trimmed(shadow: str, spans: list[Span]) -> Iterator[Span]:
    for start, end in spans:
        words = shadow[start:end]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
