"""Hold an edited paper against the ledger: which number of the text is which of the paper's, and is it still right.

Numbers are found again by the words around them: first paragraph by paragraph, then within each, with all numbers read
as one sign; so a changed number, a reworded sentence and a moved paragraph are told apart.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from difflib import SequenceMatcher
from typing import NamedTuple

from desktop_app.reports.docx_paper import merge_starts
from desktop_app.reports.paper import Block, Paragraph, Table
from desktop_app.reports.trace import Mark, Words
from desktop_app.texts import report as texts

_TOKEN = re.compile(r"(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)|\S")
_PLAIN = str.maketrans(texts.WIDE_DIGITS, "0123456789.%,")
SIGN = "#"
RUN = 8  # paragraphs or cells in a row that differ in nothing but numbers
ALIKE = 0.5  # of two paragraphs, so that one may be the other edited
BEFORE, AFTER = 4, 2  # letters around a number by which it is known again elsewhere
CONTEXT = 8


class Place(NamedTuple):
    """A number in a text: which text, from where to where, and as it is written."""

    unit: int
    start: int
    end: int
    said: str


class Finding(NamedTuple):
    """A number of the edited paper that does not agree: where it is, as found, as it was issued, as the ledger has it
    now ('' where the ledger has no such number any more), the name of it, and the words around it.
    """

    unit: int
    start: int
    end: int
    found: str
    issued: str
    right: str
    name: str
    context: str


class Checked(NamedTuple):
    """How many numbers were held against the ledger, those that do not agree, and those that are not the paper's."""

    compared: int
    wrong: tuple[Finding, ...]
    unknown: tuple[Finding, ...]


class _Token(NamedTuple):
    sign: str
    start: int
    end: int
    mark: Mark | None


class _Pair(NamedTuple):
    """A number of the paper and where it is found in the edited text."""

    mark: Mark | None
    issued: str
    place: Place


def units_of(blocks: Iterable[Block]) -> list[Words]:
    """The texts of a paper as they stand in its file: a paragraph, or a cell with all its lines."""
    found: list[Words] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block.words)
        elif isinstance(block, Table):
            for row, starts in zip(block.rows, merge_starts(block), strict=True):
                found += [words for words, start in zip(row, starts, strict=True) if start]
    return [words for words in found if words.text]


def shown_by_name(units: Iterable[Words]) -> dict[str, str]:
    """Each number of a paper by its name."""
    return {mark.name: words.text[mark.start : mark.end] for words in units for mark in words.marks}


def check(issued: Sequence[Words], now: Mapping[str, str], edited: Sequence[str]) -> Checked:
    """Hold the edited texts against the paper as issued (its texts) and as the ledger would give it now (by name)."""
    issued = [words._replace(text=words.text.translate(_PLAIN)) for words in issued]
    before = [_tokens(words) for words in issued]
    plain = [text.translate(_PLAIN) for text in edited]
    after = [_tokens(Words(text)) for text in plain]
    pairs: list[_Pair] = []
    left: list[tuple[int, _Token]] = []
    aligned = _aligned(before, after, [words.text for words in issued], plain)
    for old, new in aligned:
        matched, missing = _numbers(issued, before[old], after[new], old, new, edited[new])
        pairs += matched
        left += [(old, token) for token in missing]
    taken = {(pair.place.unit, pair.place.start) for pair in pairs}
    used = {old for old, _ in aligned}
    left += [(old, t) for old, tokens in enumerate(before) if old not in used for t in tokens if t.sign == SIGN]
    pairs += _elsewhere(issued, before, after, edited, left, taken)
    return _judged(pairs, now, after, edited)


def _tokens(words: Words) -> list[_Token]:
    marks = {mark.start: mark for mark in words.marks}
    return [
        _Token(SIGN if found["number"] else found[0], *found.span(), marks.get(found.start()))
        for found in _TOKEN.finditer(words.text)
    ]


def _aligned(
    before: Sequence[Sequence[_Token]], after: Sequence[Sequence[_Token]], issued: Sequence[str], edited: Sequence[str]
) -> list[tuple[int, int]]:
    """Which paragraph became which: long runs that differ in nothing but numbers, by their places; between them those
    left as they were, then equal ones but for their numbers, then the most alike of the others.

    The cells of a table are often a number alone: by its place 4 → 5 is told from the 5 that stood beside it.
    """
    old = ["".join(token.sign for token in tokens) for tokens in before]
    new = ["".join(token.sign for token in tokens) for tokens in after]
    pairs: list[tuple[int, int]] = []
    last = (-1, -1)
    for here in [*_anchors(old, new, issued, edited), (len(old), len(new))]:
        first = (last[0] + 1, last[1] + 1)
        between = _equal(old[first[0] : here[0]], new[first[1] : here[1]])
        pairs += [(first[0] + a, first[1] + b) for a, b in between] + [here]
        last = here
    pairs.pop()
    taken = ({a for a, _ in pairs}, {b for _, b in pairs})
    olds = [n for n in range(len(old)) if n not in taken[0]]
    news = [n for n in range(len(new)) if n not in taken[1]]
    alike = [(_ratio(old[a], new[b]), -abs(a - b), a, b) for a in olds for b in news]
    for ratio, _, a, b in sorted(alike, reverse=True):
        if ratio >= ALIKE and a in olds and b in news:
            pairs.append((a, b))
            olds.remove(a)
            news.remove(b)
    return pairs


def _anchors(
    old: Sequence[str], new: Sequence[str], issued: Sequence[str], edited: Sequence[str]
) -> list[tuple[int, int]]:
    """The places that surely belong together, in order on both sides."""
    found: list[tuple[int, int]] = []
    last = (0, 0)
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    for a, b, size in [block for block in blocks if block.size >= RUN] + [blocks[-1]]:
        between = _equal(issued[last[0] : a], edited[last[1] : b])
        found += [(last[0] + n, last[1] + m) for n, m in between]
        found += [(a + n, b + n) for n in range(size)]
        last = (a + size, b + size)
    return found


def _equal(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The places of equal texts, in order on both sides."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [(block.a + n, block.b + n) for block in blocks for n in range(block.size)]


def _ratio(old: str, new: str) -> float:
    if not old or not new or 2 * min(len(old), len(new)) / (len(old) + len(new)) < ALIKE:
        return 0.0
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def _numbers(
    issued: Sequence[Words], before: Sequence[_Token], after: Sequence[_Token], old: int, new: int, text: str
) -> tuple[list[_Pair], list[_Token]]:
    """The numbers of one paragraph found again in its edited form, and those that are not."""
    matcher = SequenceMatcher(None, [t.sign for t in before], [t.sign for t in after], autojunk=False)
    found: dict[int, int] = {}
    for block in matcher.get_matching_blocks():
        for n in range(block.size):
            if before[block.a + n].sign == SIGN:
                found[block.a + n] = block.b + n
    pairs, missing = [], []
    for place, token in enumerate(before):
        if token.sign != SIGN:
            continue
        there = found.get(place)
        if there is None or not _same_words(before, place, after, there):
            missing.append(token)
        else:
            pairs.append(_pair(issued[old], token, after[there], new, text))
    return pairs, missing


def _same_words(before: Sequence[_Token], old: int, after: Sequence[_Token], new: int) -> bool:
    """Whether the letter before or the letter after a number is still the same: else it is another number."""

    def sign(tokens: Sequence[_Token], place: int) -> str:
        return tokens[place].sign if 0 <= place < len(tokens) else ""

    return sign(before, old - 1) == sign(after, new - 1) or sign(before, old + 1) == sign(after, new + 1)


def _pair(words: Words, token: _Token, there: _Token, unit: int, text: str) -> _Pair:
    said = text[there.start : there.end] + text[there.end : there.end + 1].strip()
    return _Pair(token.mark, words.text[token.start : token.end], Place(unit, there.start, there.end, said))


def _elsewhere(
    issued: Sequence[Words],
    before: Sequence[Sequence[_Token]],
    after: Sequence[Sequence[_Token]],
    edited: Sequence[str],
    left: Sequence[tuple[int, _Token]],
    taken: set[tuple[int, int]],
) -> list[_Pair]:
    """The numbers left over that have the same words around them somewhere else, and nowhere twice."""
    free: dict[str, list[tuple[int, _Token]]] = {}
    for unit, tokens in enumerate(after):
        for place, token in enumerate(tokens):
            if token.sign == SIGN and (unit, token.start) not in taken:
                free.setdefault(_around(tokens, place), []).append((unit, token))
    wanted: dict[str, list[tuple[int, _Token]]] = {}
    for old, token in left:
        wanted.setdefault(_around(before[old], before[old].index(token)), []).append((old, token))
    return [
        _pair(issued[wanted[key][0][0]], wanted[key][0][1], free[key][0][1], free[key][0][0], edited[free[key][0][0]])
        for key in wanted
        if len(wanted[key]) == 1 and len(free.get(key, ())) == 1
    ]


def _around(tokens: Sequence[_Token], place: int) -> str:
    signs = [token.sign for token in tokens]
    return "".join(signs[max(place - BEFORE, 0) : place]) + "|" + "".join(signs[place + 1 : place + 1 + AFTER])


def _judged(
    pairs: Sequence[_Pair], now: Mapping[str, str], after: Sequence[Sequence[_Token]], edited: Sequence[str]
) -> Checked:
    known = {(pair.place.unit, pair.place.start) for pair in pairs}
    marked = [(pair, pair.mark) for pair in pairs if pair.mark is not None]
    wrong = []
    for pair, mark in marked:
        right = now.get(mark.name, "")
        if not agrees(pair.place.said, right):
            wrong.append(_finding(pair.place, pair.issued, right, mark.name, edited))
    unknown = [
        _finding(Place(unit, token.start, token.end, edited[unit][token.start : token.end]), "", "", "", edited)
        for unit, tokens in enumerate(after)
        for token in tokens
        if token.sign == SIGN and (unit, token.start) not in known
    ]
    order = sorted(wrong, key=lambda finding: finding[:2])
    return Checked(len(marked), tuple(order), tuple(unknown))


def _finding(place: Place, issued: str, right: str, name: str, edited: Sequence[str]) -> Finding:
    text = edited[place.unit]
    around = text[max(place.start - CONTEXT, 0) : place.end + CONTEXT].replace("\n", " ")
    found = text[place.start : place.end]
    return Finding(place.unit, place.start, place.end, found, issued, right, name, around)


def agrees(said: str, right: str) -> bool:
    """Whether a number as written, with the letter behind it, is the right one: equal, rounded, or in 万 or 亿."""
    found = _TOKEN.match(said.translate(_PLAIN))
    if not found or not found["number"] or not right:
        return False
    value, aim = Decimal(found["number"].replace(",", "")), Decimal(right)
    if value == aim:
        return True
    times = texts.TIMES.get(said[found.end() :][:1])
    if times is not None:
        return value * times == aim
    places = -int(value.as_tuple().exponent)
    return places < -int(aim.as_tuple().exponent) and value == aim.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
