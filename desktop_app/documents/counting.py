"""Numbering in a notation that no entry of `numbering.NOTATIONS` knows: lines that count up behind the same signs."""

import re

from desktop_app.documents.extraction import Span
from desktop_app.documents.numbering import Mark, mark_at
from desktop_app.documents.numerals import NUMERAL, ordinal

_HEAD = re.compile(
    rf"(?P<before>[^\w\s“《，。、]{{0,2}}(?:[一-鿿]{{0,4}}?|[A-Za-z]{{1,4}}\.? ?))"
    rf"(?P<number>\d{{1,3}}|[{NUMERAL}]{{1,4}}|[①-⓿❶-➓㈠-㈩⒈-⒛]|[A-Za-z]|[ⅰ-ⅹⅠ-Ⅻ]|[甲乙丙丁戊己庚辛壬癸]|[壹贰叁肆伍陆柒捌玖拾]{{1,2}})"
    r"(?P<after>[一-鿿]?[^\w\s“《。%±+～~/—-]{1,3} *|[一-鿿]? +|[是要则乃在为]|(?=[一-鿿“]))"
)
_SIGN = re.compile(r"(?P<sign>[^\w\s“”《》（）‘’，。、：；…!?？！%·]{1,2}) *(?=[一-鿿“])")
_LABEL = re.compile("[一-鿿]{2,6}：[^。；]{1,60}$")  # → 承办：城建办　→ 时限：10月底 belongs to the line above
_LEAST = 3
_ORDINARY = re.compile(rf"[\dA-Za-z{NUMERAL}]")
_NOT_COUNTED = re.compile("^[年月日时分]")


def counted_marks(shadow: str, source: str, lines: list[Span]) -> dict[int, Mark]:
    """By line index, the marks of those lines without a known one that count 1, 2, 3 … behind the same signs."""
    groups: dict[tuple[str, str, bool], list[tuple[int, Mark]]] = {}
    for index, (start, end) in enumerate(lines):
        found = _HEAD.match(shadow, start, end) if not mark_at(shadow, start, end, source) else None
        value = ordinal(found["number"].upper()) if found else None
        if not found or value is None or found.end() >= end or _NOT_COUNTED.search(found["after"]):
            continue
        bare = not found["before"] and not found["after"].strip() and _ORDINARY.match(found["number"])
        if bare and not (found["after"] and found["number"].isdecimal()):  # 1 疏通管网 counts, 一 and 15分钟 do not
            continue
        printed = source[start : found.end()].strip().rstrip("、.．:：，, \u3000")
        shape = (found["before"], found["after"].strip(), found["number"].isdecimal())
        mark = Mark(f"counted {shape[0]}{shape[1]}{shape[2]}", value, printed, start, found.end())
        groups.setdefault(shape, []).append((index, mark))
    counted = {index: mark for group in groups.values() if _counts(group) for index, mark in group}
    return counted or _signed(shadow, source, lines)


def _signed(shadow: str, source: str, lines: list[Span]) -> dict[int, Mark]:
    """The lines that open with one and the same sign, as points do, where there are several."""
    found: dict[str, list[tuple[int, Mark]]] = {}
    for index, (start, end) in enumerate(lines):
        sign = _SIGN.match(shadow, start, end)
        if sign and not mark_at(shadow, start, end, source) and not _LABEL.match(shadow, sign.end(), end):
            mark = Mark("bullet", None, "", start, sign.end())
            found.setdefault(sign["sign"], []).append((index, mark))
    return {index: mark for group in found.values() if len(group) >= _LEAST for index, mark in group}


def _counts(group: list[tuple[int, Mark]]) -> bool:
    """Whether the values go up by one from one, perhaps several times over."""
    last = 0
    for _, mark in group:
        if mark.value not in (last + 1, 1):
            return False
        last = mark.value or 0
    return len(group) >= _LEAST and max(mark.value or 0 for _, mark in group) >= _LEAST - 1
