"""A plan whose line breaks were lost: the items that stand one behind another in a paragraph, each as a line again."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from desktop_app.documents.extraction import Span
from desktop_app.documents.lines import DAY, is_organ, is_title
from desktop_app.documents.numbering import RUN_ON, Mark, mark_at, repeats_within
from desktop_app.documents.numerals import NUMERAL
from desktop_app.documents.sections import is_titled
from desktop_app.documents.summaries import looks_both_ways

_FIRST = rf"[\d{NUMERAL}（㈠-㈩⒈-⒛第重主目具民工年任项事实行举专指课清]"  # what a mark may begin with
_BORDER = re.compile(rf"[。；）] *(?={_FIRST})|(?<=[^\s。；）]) +(?={_FIRST})")
# where nothing parts the lines, a number may follow its heading at once: 夯实根基1.加固堤防
_JOINED = re.compile(
    rf"{_BORDER.pattern}|(?<=[一-鿿])(?<![统第之唯逐专合万同不单归])(?<!(?<![计规])划)(?=(?:一、|一是|（[{NUMERAL}]{{1,3}}）|\d{{1,3}}[.、])[一-鿿])|(?<=：)(?={_FIRST})"
)
_PIECE = re.compile(r"(?:[^。 ]|(?<![一-鿿：》）]) | (?![一-鿿《（ ])(?! ))+。?")
_SIGNED = re.compile(rf"(?<=[。）]) *(?P<organ>[一-鿿]{{4,30}}) *(?P<whole_day>{DAY.pattern})$")
_POINT = re.compile(f"[{NUMERAL}]{{1,3}}是")
_PLAN = re.compile("工作(?:要点|计划|安排|打算|思路|方案|任务)|(?:年度|行动)(?:计划|方案)|重点(?:工作|任务)")
_LONGEST_HEADING = 40
_LONGEST_OPENING = 120  # of a heading and what introduces its points
_OWN_LINES = ("chinese", "arabic")  # behind a blank such a number opened a line of its own
_LEAST = 3
_LEAST_OF_A_KIND = 2


def broken_up(shadow: str, source: str, lines: list[Span]) -> list[Span]:
    """The lines, those with several items parted before each; a notation that other lines count on is left alone."""
    heads = [mark_at(shadow, start, end, source) for start, end in lines]
    counted = {(mark.kind, mark.value) for mark in heads if mark}
    unparted = sum(mark is not None for mark in heads) < _LEAST_OF_A_KIND
    kinds_within = RUN_ON | {"point"} if unparted else RUN_ON
    free = frozenset(kind for kind in kinds_within if (kind, 2) not in counted)
    marks = list(_marks_within(shadow, source, lines, heads, free, unparted))
    kinds = Counter(mark.kind for _, mark in marks) + Counter(mark.kind for mark in heads if mark)
    over = {above for (_, above), (_, below) in pairwise(marks) if below.value == 1 and above.kind != below.kind}
    kept = [(line, mark) for line, mark in marks if kinds[mark.kind] >= _LEAST_OF_A_KIND or mark in over]
    if sum(kinds[kind] for kind in {mark.kind for _, mark in kept}) < _LEAST:
        return lines
    cuts: dict[int, list[int]] = {}
    for line, mark in kept:
        cuts.setdefault(line, []).append(mark.start)
    for (line, mark), (_, below) in pairwise(kept if unparted else []):
        intro = _intro(shadow, mark, below.start) if below.kind != mark.kind else None
        cuts[line] = sorted([*cuts[line], intro]) if intro else cuts[line]
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
            if previous and shadow[found.end() - 1] == "：":
                continue  # 分三步：1.勘察
            if mark.kind == "point" and mark.value == 1 and not _are_items(shadow, source, previous, mark, end):
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
    if mark.kind == "point":
        return len(heading) <= _LONGEST_OPENING
    bare = 0 < len(heading) <= _LONGEST_HEADING and "。" not in heading
    return previous.kind != mark.kind and bare and (unparted or shadow[mark.start - 1] == " ")


def _are_items(shadow: str, source: str, previous: Mark | None, first: Mark, end: int) -> bool:
    """Whether the points 一是…, 二是… are items: all that a plan numbers, or below a heading of one, each with a head
    sentence and more behind it."""
    points = repeats_within(shadow, first, end, source)
    spans = [(point.end, after.start) for point, after in pairwise(points)]
    if len(points) < _LEAST or (previous and previous.kind == first.kind):
        return False
    if previous is None:
        title = shadow[: max(shadow.find("\n"), 0)]
        return is_title(title) and bool(_PLAN.search(title)) and not looks_both_ways(title)
    titled = all(is_titled(shadow, span) for span in spans)
    return titled and bool(_PLAN.search(shadow, 0, previous.start))


def _intro(shadow: str, mark: Mark, end: int) -> int | None:
    """Where what introduces the items below a heading begins: 一、做强主业 今年从以下方面着手。1、…."""
    head = _PIECE.match(shadow, mark.end, end)
    apart = head and not head[0].endswith("。") and len(head[0]) <= _LONGEST_HEADING
    return head.end() if head and apart and shadow[head.end() : end].strip(" 。：") else None


def _parts(shadow: str, span: Span, cuts: list[int] | None, head: Mark | None) -> Iterator[Span]:
    """The line parted at `cuts`; what stands before its first number sentence by sentence, and its signature apart."""
    if not cuts:
        yield span
        return
    start, end = span
    if head is None:
        for first, last in _trimmed(shadow, _pieces(shadow, start, cuts[0])):
            yield first, last - (shadow[last - 1] == "。" and is_title(shadow[first : last - 1]))
        start, *cuts = cuts
    signed = _SIGNED.search(shadow, cuts[-1] if cuts else start, end)
    tail = [signed.start(), signed.start("whole_day")] if signed and is_organ(signed["organ"]) else []
    stops = [start, *cuts, *tail, end]
    yield from _trimmed(shadow, list(pairwise(stops)))


def _pieces(shadow: str, start: int, end: int) -> list[Span]:
    """The sentences of what opens the text; a point (二是…) stays with the one that it goes on from."""
    pieces: list[Span] = []
    for found in _PIECE.finditer(shadow, start, end):
        goes_on = pieces and _POINT.match(shadow, found.start() + len(found[0]) - len(found[0].lstrip()), end)
        pieces.append((pieces.pop()[0] if goes_on else found.start(), found.end()))
    return pieces


def _trimmed(shadow: str, spans: list[Span]) -> Iterator[Span]:
    for start, end in spans:
        words = shadow[start:end]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
