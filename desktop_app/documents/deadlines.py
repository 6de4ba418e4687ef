"""Due times: how a plan, a cell or a returned form says when something is to be done.

`resolve` reads a field, a cell or an answer; `read_deadlines` reads running text, where a date counts only in company
(前, 底, or a deed that follows). The notations themselves are in deadline_words.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from typing import Any

from desktop_app.documents.deadline_days import Context
from desktop_app.documents.deadline_words import IN_FIELD, IN_TEXT, NUMERIC, SOFT, Notation
from desktop_app.documents.extraction import DeadlineRead, Span
from desktop_app.documents.folding import fold

_Told = Callable[[frozenset[str]], list[tuple[int, Notation, re.Pattern[str]]]]
_compiled = cache(re.compile)
_SIGNS = frozenset("".join(notation.sign for notation, _ in IN_FIELD)) - {" "}
_NUMERIC = re.compile(r"[0-9][./-][0-9]|[24][0-9]{4}")
_SENTENCE = re.compile("[^。]*。|[^。]+")
_ANYTHING = re.compile("[月季年日天号周期前内底每即长按依逐适尽Qq]|过半|[0-9][./-][0-9]|20[0-9]{4}|岁[末尾]|五”?期?末")
_BEFORE = 12  # characters before a due time in which 原则上 stands
_STATES = (
    "登记|注册|竣工|颁发|签订|取得|出生|入职|参加|毕业|受理|到期|建成|投用|入住|立项|开工|出厂|安装|购置|"
    "领证|退役|到岗|申报|确权|签约"
)
# 10月1日前受理的件, 年底前登记在册的车辆; not 年底前建成的站点不少于10个
_WHICH = re.compile(
    rf"(?<=前)(?:{_STATES})[一-鿿]{{0,4}}?的(?=[一-鿿])"
    "(?![^，。；\\d]{1,12}(?:达|不少于|不低于|超过|占))"
)
_SEASON = re.compile("(?:汛期|高峰期?|[旺淡]季|暑[期假]|寒假|农忙|农闲)(?:时段)?（$")  # 用水高峰期（7—8月）
_DATED = ("date", "period_end", "start")


def resolve(raw: str, year: int, issued: date | None) -> list[DeadlineRead]:
    """The due times that the field `raw` names, in order; none where it names none. Spans are within `raw`."""
    return _read(fold(raw), raw, 0, len(raw), Context(year, issued), _IN_FIELD)


_BRACKETED = re.compile(
    r"（(?P<when>(?:20\d\d年)?\d{1,2}月(?:份|\d{1,2}日)?(?:[、和]\d{1,2}月(?:份|\d{1,2}日)?)*)）(?=[，。；\n]|$)",
    re.MULTILINE,
)


def read_deadlines(
    shadow: str, source: str, start: int, end: int, year: int, issued: date | None
) -> list[DeadlineRead]:
    """The due times in the running text `source[start:end]`; years before the plan's are history, not due times."""
    if not _ANYTHING.search(shadow, start, end):
        return []
    found = _read(shadow, source, start, end, Context(year, issued), _IN_TEXT)
    for bracket in _BRACKETED.finditer(shadow, start, end):  # 举办宣传周（9月）；
        inside = _read(shadow, source, *bracket.span("when"), Context(year, issued), _IN_FIELD)
        found += [
            one
            for one in inside
            if not any(one.span[0] < other.span[1] for other in found if other.span[1] > one.span[0])
        ]
    found.sort(key=lambda one: one.span)
    return [one for one in found if (one.date is None or one.date.year >= year) and not _tells_which(shadow, one.span)]


def _tells_which(shadow: str, span: Span) -> bool:
    """Whether a time says which things are meant or when a season is, not when something is due."""
    return bool(_WHICH.match(shadow, span[1]) or _SEASON.search(shadow, max(0, span[0] - _BEFORE), span[0]))


def read_field(shadow: str, source: str, start: int, end: int, year: int, issued: date | None) -> list[DeadlineRead]:
    """The due times in the value of a label such as 完成时限, at `source[start:end]`."""
    return _read(shadow, source, start, end, Context(year, issued), _IN_FIELD)


def _told_by(patterns: tuple[tuple[Notation, str], ...]) -> _Told:
    """What tells the notations, with their ranks, that a sentence with such signs may hold."""

    groups = [one.sign.split() for one, _ in patterns]

    @lru_cache(maxsize=1024)
    def told(signs: frozenset[str]) -> list[tuple[int, Notation, re.Pattern[str]]]:
        return [
            (n, one, _compiled(p))
            for n, (one, p) in enumerate(patterns)
            if not any(signs.isdisjoint(group) for group in groups[n])
        ]

    return told


_IN_FIELD, _IN_TEXT = _told_by(IN_FIELD), _told_by(IN_TEXT)


def _read(shadow: str, source: str, start: int, end: int, context: Context, told_by: _Told) -> list[DeadlineRead]:
    hits: list[tuple[int, int, int, Notation, re.Match[Any]]] = []
    for sentence in _SENTENCE.finditer(shadow, start, end):  # no notation goes on over a full stop
        first, last = sentence.span()
        signs = _SIGNS.intersection(sentence[0])
        if _NUMERIC.search(shadow, first, last):
            signs |= {NUMERIC}
        for rank, notation, pattern in told_by(signs):
            for one in pattern.finditer(shadow, first, last):
                hits.append((*one.span(), rank, notation, one))
    if not hits:
        return []
    # An earlier entry of the table wins over a later one that overlaps it; a longer phrase over its own tail.
    taken = bytearray(end - start)
    chosen: list[DeadlineRead] = []
    for first, last, _, notation, found in sorted(hits, key=lambda hit: (hit[2], hit[0])):
        if not any(taken[first - start : last - start]):
            taken[first - start : last - start] = b"x" * (last - first)
            due = notation.resolve(found, context)
            if due.day is None and due.start is None and notation.kind in _DATED:
                continue
            soft = due.day is not None and SOFT.search(shadow, max(start, first - _BEFORE), first) is not None
            span = first, last
            chosen.append(DeadlineRead(source[first:last], due.day, notation.kind, span, due.start, due.days, soft))
    return _begun(shadow, sorted(chosen, key=lambda deadline: deadline.span))


def _begun(shadow: str, found: list[DeadlineRead]) -> list[DeadlineRead]:
    """What recurs has no days before the beginning that its own sentence says: 从第二季度起，每月20日前."""
    begun: list[DeadlineRead] = []
    start: DeadlineRead | None = None
    for one in found:
        if one.kind == "start":
            start = one
        elif one.kind == "recurring" and start is not None and "。" not in shadow[start.span[1] : one.span[0]]:
            first = start.start
            one = one._replace(days=tuple(day for day in one.days if first is None or day >= first))
        begun.append(one)
    return begun
