"""Numbers in running text, each with its unit and the rest of its clause, and the comparator bound to it."""

import re
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents import target_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.folding import fold
from desktop_app.documents.numerals import LONGEST, MAGNITUDES, chinese_number

_UNIT = (
    rf"(?P<unit>%|‰|(?:{words.MEASURES})(?:{words.TIMES})?(?:（[一-鿿]）)?(?:/(?:{words.PER}))?|"
    rf"{words.OTHER_TIMES}|{words.LATIN}|{words.OTHERS})"
)
_MAGNITUDE = r"(?P<magnitude>万亿|千万|百万|十万|亿|万|千(?![米克瓦])|百)?"
_TORN = r"(?<=[^\n]{16}\d)\n"  # the end of a full line, in the middle of a number
_AMOUNT = rf"\d{{1,3}}(?:，\d{{3}})+(?:\.\d+)?(?!\d)|\d+(?:{_TORN}\d+)?(?:\.\d+)?"
# 2—3次, 1.5万至2万元, 500张至600张: the number before the stroke, with a magnitude and a unit of its own
_LOW = rf"(?:(?P<low>\d+(?:\.\d+)?)(?P<low_magnitude>[万亿])?(?:%|{words.MEASURES})?[—~至到-]{{1,2}}(?=\d))?"
_NUMBER = re.compile(
    rf"(?<![\dA-Za-z.+×—-])(?<![\dA-Za-z]/){_LOW}(?P<digits>{_AMOUNT})(?:(?={words.LATIN})|(?![\dA-Za-z+×]|(?:，\d{{3}})+[^\d]))"
    rf"(?: |{_TORN})?(?P<odd>[{words.ODD}])?{_MAGNITUDE}(?P<more>[{words.ODD}])?{_UNIT}?"
)
_BEHIND_LATIN = re.compile(  # AED100台, CT1台; not PM2.5, T3航站楼
    rf"(?<=[A-Z])(?P<digits>\d{{1,5}})(?P<magnitude>[万亿])?(?P<unit>{words.BEHIND_LATIN})"
)
_CHINESE = re.compile(
    rf"(?!二次)(?<![第零一二两三四五六七八九十百千])(?P<digits>[一二两三四五六七八九十][零一二两三四五六七八九十百千]{{0,7}})"
    rf"(?P<magnitude>[万亿])?(?P<odd>[{words.ODD}])?{_UNIT}"
)
_PAIR = re.compile("[一二三四五六七八][两二三四五六七八九]|两三")  # 两三个 is from two to three
_HUNDREDTHS = re.compile(
    r"百分之(?P<digits>\d+(?:\.\d+)?|[一二三四五六七八九十百]{1,4})|"
    r"(?P<whole>百分百)(?=[，。；、）]|完成|落实|整改|兑现|办结|达标|$)|"
    r"(?<![\d.])(?P<tenths>[一二两三四五六七八九]|[1-9](?:\.\d)?)成(?P<half>[一二三四五六七八九半])?"
    r"(?:(?=[以左，。；、的）.]|$)|(?<=[超过逾破于].成)(?=[一-鿿]))"
)
STOPS = "，。；！？\n"
_STOP = re.compile(f"[{STOPS}]")
_WINDOW = 48  # characters looked at on either side of a number: no clause that matters is longer
_BEFORE = [
    (">=", re.compile(f"(?:{words.FLOOR}{words.BETWEEN}|(?:至少|最少){words.DEED_BETWEEN})$")),
    ("<=", re.compile(words.CAP + words.BETWEEN + "$")),
    (">", re.compile(words.OVER + words.BETWEEN + "$")),
    ("~", re.compile(words.ABOUT + words.BETWEEN + "$")),
    ("<", re.compile(words.UNDER + words.BETWEEN + "$")),
]
_AFTER = [
    (">=", re.compile(words.FLOOR_AFTER)),
    ("<=", re.compile(words.CAP_AFTER)),
    ("~", re.compile(words.ABOUT_AFTER)),
]
_OTHER = r"\d+(?:\.\d+)?[^，。；、和与及\d]{0,6}"
_LISTED_BEFORE = re.compile(rf"(?:分别|各自|依次)[^，。；、\d]{{0,8}}(?P<others>(?:{_OTHER}[、和与及])*)$")
_LISTED_AFTER = re.compile(
    rf"^(?:[、和与及]{_OTHER}?(?=[、和与及]|$|{words.FLOOR_AFTER}|{words.CAP_AFTER}|{words.ABOUT_AFTER}))+"
)
_SHARES = frozenset({"%", "‰", "个百分点", "百分点"})


class Figure(NamedTuple):
    """A number with its surroundings: `before` and `after` are the rest of its clause."""

    value: float
    unit: str
    span: Span
    before: str
    after: str
    odd: bool
    chinese: bool
    low: float | None
    scaled: bool

    @property
    def is_share(self) -> bool:
        """Whether it counts parts of a hundred or a thousand."""
        return _is_share(self.unit)


@lru_cache(maxsize=1024)
def _is_share(unit: str) -> bool:
    return fold(unit) in _SHARES


def figures_in(shadow: str, source: str, start: int, end: int) -> list[Figure]:
    """Every number with a unit, or with a comparator in place of one, each with its clause around it."""
    found: list[Figure] = []
    for pattern, chinese in ((_NUMBER, False), (_BEHIND_LATIN, False), (_CHINESE, True), (_HUNDREDTHS, False)):
        for match in pattern.finditer(shadow, start, end):
            figure = _figure(shadow, source, match, chinese, start, end)
            if figure:
                found.append(figure)
    return sorted(found, key=lambda figure: figure.span)


def _figure(shadow: str, source: str, match: re.Match[str], chinese: bool, start: int, end: int) -> Figure | None:
    groups = match.groupdict()
    first, last = match.span()
    digits, unit = groups["digits"] or "", groups.get("unit") or ""
    low = _low(groups)
    if chinese and _PAIR.fullmatch(digits):
        low, digits = _number(digits[0]), digits[1]
    if "，" in digits:  # 1,000 is one number; 建成3，500张 would be two
        if "，" in source[match.start("digits") : match.end("digits")]:
            return None
        digits = digits.replace("，", "")
    if match.re is _HUNDREDTHS:
        tenths = groups["tenths"]
        value = _tenths(tenths, groups["half"]) if tenths else 100.0 if groups["whole"] else _number(digits)
        unit = "%"
    else:
        value = _number(digits)
        if value is not None:
            scale = MAGNITUDES[groups["magnitude"] or ""]
            value = round(value * scale, 6)
            low = low and round(low if groups.get("low_magnitude") else low * scale, 6)
        unit = source[match.start("unit") : last] if unit else ""
    if value is None or (unit == "版" and "." in digits):  # 平台2.0版
        return None
    before = shadow[max(start, first - _WINDOW) : first]
    before = before[max(map(before.rfind, STOPS)) + 1 :]
    stop = _STOP.search(shadow, last, min(end, last + _WINDOW))
    after = shadow[last : stop.start() if stop else min(end, last + _WINDOW)]
    if low is not None and before.endswith(("从", "由")):  # from 12 to 15: what was, no range
        low = None
    odd = bool(groups.get("odd") or groups.get("more"))
    return Figure(value, unit, (first, last), before, after, odd, chinese, low, groups.get("magnitude") in ("万", "亿"))


def _tenths(tenths: str, half: str | None) -> float:
    """Per cent of so many tenths: 九成五 is 95, 七成半 is 75."""
    return (_number(tenths) or 0.0) * 10 + (5 if half == "半" else (_number(half) or 0.0) if half else 0)


def _low(groups: dict[str, str | None]) -> float | None:
    """The number before the stroke of a range, with its own magnitude only."""
    said = groups.get("low")
    return float(said) * MAGNITUDES[groups["low_magnitude"] or ""] if said and len(said) <= LONGEST else None


def _number(digits: str) -> float | None:
    if len(digits) > LONGEST:
        return None
    if digits and digits[0].isdecimal():
        return float(digits.replace("\n", ""))
    number = chinese_number(digits)
    return None if number is None else float(number)


def comparator(figure: Figure) -> str | None:
    """The comparator bound to the number, None without one."""
    return _bound(figure.before, figure.after) or ("~" if figure.odd else None)


@lru_cache(maxsize=256)  # a figure is asked for it several times over
def _bound(before: str, after: str) -> str | None:
    listed = _LISTED_BEFORE.search(before)
    if listed:  # 分别不低于72%和70%, 分别达到97%、93%以上: one comparator for all
        before, after = before[: listed.start("others")], _LISTED_AFTER.sub("", after, count=1)
    bound = next((sign for sign, pattern in _BEFORE if pattern.search(before)), None)
    return bound or next((sign for sign, pattern in _AFTER if pattern.match(after)), None)
