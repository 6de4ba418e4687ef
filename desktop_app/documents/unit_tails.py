"""Units at the end of a paragraph with neither bracket nor label: ……11月底通水。——工程科牵头，质安站参与."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from desktop_app.documents import unit_labels
from desktop_app.documents.extraction import Span
from desktop_app.documents.lines import is_day
from desktop_app.documents.unit_grammar import read_note, told_in
from desktop_app.documents.unit_names import SIGNS
from desktop_app.documents.unit_note import Note

_LEAST_BEFORE = 4
_LONGEST_LABEL = 9
_LONGEST = 120
_STOPS = "。；， "
_SIGN = re.compile(f"(?:[。；] *)?(?P<mark>[—→|@{re.escape(SIGNS)}]+|(?<! ) {{2,}}| (?=[一-鿿]{{1,6}}[：→=]))|[。；] *")
# how a sentence opens that says what is done: read no further
_DEED = re.compile(
    "(?:坚持|健全|建[立设成]|完善|形成|推[进动行]|加[强快大]|提升|优化|深化|强化|开展|做[好实优]|抓[好实紧]|实施|构建|打造|持续|进一步|全面|"
    "积极|落实|组织(?!部)|新[建增]|完成|确保|实现|发[挥展]|扩大|培育|探索|创新|严格|依法|认真)(?!单位|科室|部门|主体|[：→=（])"
)
_GLUED_TO = re.compile("(?![各本该此])[一-鿿\\d%]")
_FIELD = re.compile(" *[，；、 ]")
_WHEN = re.compile("[月季年日]|长期|持续|常态|立即|前")
_ANY_YEAR = 2000
_DONE = re.compile(
    "(?:全部|全面)?(?:完成|办结|落实|到位|建成|完工|投用|启用|交付|报送|推进|坚持|开展|实施)"
    "(?:，?并?(?:长期|持续|常态化)(?:推进|坚持|开展|实施))?$"
)
_AT_ENDS = re.compile("（([^（）：\\d\n]{3,40})）[。；]?(?=\\n|$)")
_INNER = ("科", "股", "部", "室", "处", "办", "站", "所", "队", "中心", "馆", "院", "组")
_LEAST_ALIKE = 3
_SAYS = re.compile("[到的]")  # 责任落实到某科 is a sentence


# a line that no number opens, of one sentence
_LINE_BELOW = re.compile(
    r"(?<=\n)(?! *(?:\d{1,3}[.、]|[一二三四五六七八九十]{1,3}[、是]|（[一二三四五六七八九十]))[^\n。]{2,120}。?(?=\n|$)"
)
_NEXT_LINE = re.compile(r"\s*\n\s*([^\n]*\S)")
_AUTHORITY = re.compile("(?:局|政府|委员会|联合会|办事处|委|厅|办公室)$")
_SENTENCE_ENDS = re.compile("[。；] *\n$")


def tail_note(shadow: str, source: str, start: int, end: int, known: frozenset[str]) -> Note | None:
    """The note that the line `start:end` closes with, behind a sentence, a dash, an arrow or a gap."""
    stop, beginnings = told_at_end(shadow, source, start, end)
    for first, inside, marked in beginnings:
        note = read_note(shadow, source, (first, end), (inside, stop), known, at_end=marked)
        if note and not any(_SAYS.search(unit.name) for unit in note.lead + note.co):
            return note
    return None


@lru_cache(maxsize=1 << 14)  # the end of a line is looked at by each step of the reading
def told_at_end(shadow: str, source: str, start: int, end: int) -> tuple[int, list[tuple[int, int, bool]]]:
    """Where a line's words end, and the beginnings from which all of it to its end is a note, whoever is named."""
    stop = end
    while stop > start and shadow[stop - 1] in _STOPS:
        stop -= 1
    return stop, [
        (first, inside, marked)
        for first, inside, marked in _beginnings(shadow, start, stop)
        if shadow.count("（", inside, stop) >= shadow.count("）", inside, stop)  # not inside a bracket
        and not _DEED.match(shadow, inside)
        and told_in(shadow, source, inside, stop)
    ]


def _beginnings(shadow: str, start: int, stop: int) -> Iterator[tuple[int, int, bool]]:
    """Where a note may begin, with its sign and without it, and whether a mark or a label says that it does."""
    last_stop = shadow.rfind("。", start, stop)
    nearest = max(start, stop - _LONGEST)
    last = (
        shadow.rfind("（", nearest, stop) if shadow[stop - 1 : stop] == "）" else stop - 1
    )  # none in a closing bracket
    for sign in _SIGN.finditer(shadow, nearest, last):
        marked = sign["mark"] is not None
        if sign.start() - start >= (1 if marked else _LEAST_BEFORE) and (marked or last_stop < sign.end()):
            yield sign.start("mark") if marked else sign.end(), sign.end(), marked
    colon = shadow.find("：", nearest, last)
    while colon >= 0:
        label = unit_labels.PATTERNS.glued.search(shadow, max(nearest, colon - _LONGEST_LABEL), colon + 1)
        if label and label.start() - start >= _LEAST_BEFORE and _GLUED_TO.match(shadow, label.start() - 1):
            yield label.start(), label.start(), True  # 拓宽支路3条|牵头单位：甲局
        colon = shadow.find("：", colon + 1, last)


def whole_lines(shadow: str, source: str, start: int, end: int, known: frozenset[str]) -> list[Note]:
    """The notes that are lines of their own below an item: each run of lines that are nothing but a note.

    Names without any role word are one only below a sentence.
    """
    found: list[Note] = []
    for line in _LINE_BELOW.finditer(shadow, start, end):
        first, last = line.span()
        if found and found[-1].span[1] == first - 1:
            joined = (found[-1].span[0], last)
            note = read_note(shadow, source, joined, joined, known, at_end=False)
            if note:
                found[-1] = note
                continue
        below = _SENTENCE_ENDS.search(shadow, max(start, first - 3), first) and not _is_signed(shadow, first, last)
        note = read_note(shadow, source, (first, last), (first, last), known, at_end=False, bare=bool(below))
        found += [note] if note else []
    return [note for note in found if not unit_labels.opens_with_label(shadow, min(note.span[1] + 1, end), end)]


def _is_signed(shadow: str, first: int, last: int) -> bool:
    """Whether a line is the signature of the whole document: the last one, or with the day below it."""
    following = _NEXT_LINE.match(shadow, last)
    if following is None:
        return bool(_AUTHORITY.search(shadow, first, last))
    return is_day(following[1])


def alike_at_ends(shadow: str, start: int, end: int) -> frozenset[str]:
    """The names in brackets that close many lines alike (（权益部）, （家儿部）): each vouches for the others."""
    found: list[list[str]] = []
    for bracket in _AT_ENDS.finditer(shadow, start, end):
        names = re.split("[、，；]", bracket[1])
        if all(2 < len(name) < 9 and name.endswith(_INNER) for name in names):
            found.append(names)
    return frozenset(name for names in found for name in names) if len(found) >= _LEAST_ALIKE else frozenset()


def without_day(shadow: str, start: int, end: int) -> tuple[Span, tuple[Span, ...]]:
    """A bracket's passage without the due time that is its last field or its first, and that field: 农业办，4月底前."""
    if not _WHEN.search(shadow, start, end):
        return (start, end), ()
    signs = [start - 1, *(found.start() for found in _FIELD.finditer(shadow, start, end)), end]
    fields = [(first + 1, last) for first, last in pairwise(signs)]
    if len(fields) > 1 and is_due_time(shadow[slice(*fields[-1])]):
        return (start, signs[-2]), (fields[-1],)
    if len(fields) > 1 and is_due_time(shadow[slice(*fields[0])]):
        return (fields[1][0], end), (fields[0],)
    return (start, end), ()


def is_due_time(text: str) -> bool:
    """Whether a passage is nothing but a due time."""
    from desktop_app.documents.deadlines import resolve

    text = _DONE.sub("", text)
    said = resolve(text, _ANY_YEAR, None)
    return sum(len(deadline.phrase) for deadline in said) * 5 >= len(text.strip()) * 4 > 0
