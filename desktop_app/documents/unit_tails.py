"""Units at the end of a paragraph with neither bracket nor label: ……11月底通水。——工程科牵头，质安站参与."""

import re
from itertools import pairwise

from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.unit_names import SIGNS, UnitRead, has_ending, is_bare_unit, named_like_unit, split_units
from desktop_app.documents.unit_roles import Clauses, read_clauses, read_roles, tells_together

_SHORT = tuple(words.SHORT_NAMES)
_LEAST_BEFORE = 4
_LONGEST = 120
_STOPS = "。；， "
_DASHES = "—→|*"
_COMMA = re.compile("[，；、]")
_FIELD = re.compile(" *[，；、 ]")
_LONGEST_CLAUSE, _LONGEST_WORD = 22, 4
_WHEN = re.compile("[月季年日]|长期|持续|常态|立即|前")
_ANY_YEAR = 2000
_DONE = re.compile("(?:全部|全面)?(?:完成|办结|落实|到位|建成|完工|投用|启用|交付|报送|推进|坚持|开展|实施)$")
_AT_ENDS = re.compile("（([^（）：\\d\n]{3,40})）[。；]?(?=\\n|$)")
_INNER = ("科", "股", "部", "室", "处", "办", "站", "所", "队", "中心", "馆", "院", "组")
_LEAST_ALIKE = 3
_LABEL = re.compile("(?:配合|协同|协助|协办|会办|参与)(?:单位|科室|部门)?$")
_SAYS = re.compile("[到的]")  # 责任落实到某科 is a sentence
_DIGIT = re.compile(r"\d")


def tail_of(shadow: str, source: str, start: int, end: int, known: frozenset[str]) -> tuple[Span, Clauses] | None:
    """Who does what the line `start:end` says, where its end says nothing else; None where it does not."""
    stop = end
    while stop > start and shadow[stop - 1] in _STOPS:
        stop -= 1
    dash = max(shadow.rfind(sign, start, stop) for sign in _DASHES)
    sentence = max(shadow.rfind(sign, start, stop) for sign in "。；")
    gap = shadow.rfind("  ", start, stop) + 1
    for at, marked in ((dash, True), (gap, True), (sentence, False)):
        if (
            at - start < (1 if at == dash else _LEAST_BEFORE)
            or not 2 <= stop - at - 1 <= _LONGEST
            or _DIGIT.search(shadow, at, stop)
        ):
            continue
        first = at + 1
        signed = False
        while shadow[first] == " " or shadow[first] in SIGNS:
            signed = signed or shadow[first] != " "
            first += 1
        if not _may_name_units(shadow[first:stop]):
            continue
        told = _told(shadow, source, first, stop, known, marked or signed)
        if told and marked and _LABEL.search(shadow, start, at):  # 协同→乙局
            told = Clauses((), told.lead + told.co, told.unsure)
        if told:
            while at > start and shadow[at - 1] in _DASHES:
                at -= 1
            return (at if marked else first, end), told
    return None


def _may_name_units(text: str) -> bool:
    """Whether each clause is short, and a name stands at most a word before the end: most sentences stop here."""
    if text[0] in "（）" or "：" in text or any(len(clause) > _LONGEST_CLAUSE for clause in _COMMA.split(text)):
        return False
    ends = (text[: len(text) - more] for more in range(min(_LONGEST_WORD + 1, len(text) - 1)))
    return any(has_ending(end) or end.endswith(_SHORT) for end in ends)


def _told(shadow: str, source: str, first: int, stop: int, known: frozenset[str], marked: bool) -> Clauses | None:
    """The roles in a passage that is nothing but names; a bare list where a dash sets it off, or each name is sure."""
    if tells_together(shadow, first, stop):
        lead, co = read_roles(shadow, source, first, stop)
        named = lead and co and all(named_like_unit(unit.name, known) for unit in lead + co)
        return Clauses(tuple(lead), tuple(co), False) if named else None
    clauses = read_clauses(shadow, source, first, stop, known)
    if clauses:
        return clauses if not clauses.sentences and _sure(clauses.lead + clauses.co, known, marked) else None
    units = tuple(split_units(shadow, source, first, stop))
    whole = units and units[0].span[0] == first and units[-1].span[1] == stop
    return Clauses(units, (), False) if whole and _sure(units, known, marked) else None


def _sure(units: tuple[UnitRead, ...], known: frozenset[str], marked: bool) -> bool:
    short = len(units) > 1 and any(unit.name not in words.SHORT_NAMES for unit in units)
    return all(
        (is_bare_unit(unit.name, known, at_end=marked) and not _SAYS.search(unit.name))
        or (short and unit.name in words.SHORT_NAMES)
        for unit in units
    )


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
