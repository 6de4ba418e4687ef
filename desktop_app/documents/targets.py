"""Measurable targets in a task: value, unit, comparator, what is counted and within what scope.

A number is read with the words around it in its own clause; the words themselves are in target_words.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from desktop_app.documents import target_words as words
from desktop_app.documents.extraction import Span, TargetRead
from desktop_app.documents.numerals import MAGNITUDES, chinese_number

_UNIT = rf"(?P<unit>%|‰|(?:{words.MEASURES})(?:（[一-鿿]）)?)"
_MAGNITUDE = r"(?P<magnitude>万亿|千万|百万|十万|亿|万|千|百)?"
_NUMBER = re.compile(
    rf"(?<![\dA-Za-z.+×/])(?:(?P<low>\d+)(?:[—~至-]))?(?P<digits>\d{{1,3}}(?:，\d{{3}})+(?!\d)|\d+(?:\.\d+)?)(?![\dA-Za-z+×])"
    rf"(?P<odd>[{words.ODD}])?{_MAGNITUDE}(?P<more>[{words.ODD}])?{_UNIT}?"
)
_CHINESE = re.compile(
    rf"(?<![第零一二两三四五六七八九十百])(?P<digits>[一二两三四五六七八九十]{{1,3}}){_MAGNITUDE}(?P<odd>[{words.ODD}])?{_UNIT}"
)
_HUNDREDTHS = re.compile(r"百分之(?P<digits>\d+(?:\.\d+)?|[一二三四五六七八九十百]{1,4})|(?P<tenths>[一二三四五六七八九])成(?=[以左，。；、的]|$)")
_NAMED = re.compile("“[^“”\n]{1,60}”|‘[^‘’\n]{1,40}’|《[^《》\n]{1,80}》")
_ZERO = re.compile(
    rf"(?P<item>[^，。；：、“”‘’（） \n]{{0,8}})零(?P<what>{words.ZERO})|(?P<cleared>[^，。；：、“”‘’（） \n]{{1,12}}?)(?:动态)?清零(?!行动)"
)
_FULL = re.compile(rf"(?P<item>[^，。；：“”\n]{{1,24}}?)(?:实现|达到|做到)?(?<!个)(?:{words.FULL})")
_STOPS = "，。；！？\n"
_PIECES = _STOPS + "：、（）"
_WINDOW = 48  # characters looked at on either side of a number: no clause that matters is longer

_NAME_AFTER = re.compile(words.NAME_AFTER)
_EXISTING = re.compile(words.EXISTING)
_RENEWED = re.compile(words.RENEWED)
_COMPARED = re.compile(words.COMPARED)
_PAST_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_FROM = re.compile("(?:由|从)[^，。；]{0,16}$")
_TO = re.compile("[^，。；]{0,6}?(?:提高|提升|增加|上升|下降|降低|降|压缩|压减|缩短|扩大|增长|升)?[^，。；]{0,2}?[到至]")
_WHOLE = re.compile("(?:全区|全县|全市|全省|全国|全局|辖区|辖内|下辖)的?$")
_PLACES = re.compile("(?:乡?镇|街道|乡|村|社区|县|区|市)")
_FOUND = re.compile(rf"(?:{words.FOUND})(?:了|各|共)?$")
_NOT_COUNTED = re.compile("方面|机制|体系|维度|重点|环节|问题|领域")
_SCOPE_OF_SHARE = re.compile(rf"(?:以上|左右)?的(?P<scope>[^，。；、]{{1,12}}?)(?=[、，。；和与及]|{words.MAKE}|$)")
_DEED = re.compile(words.MAKE)
_TIME_AFTER = re.compile("[^，。；]{0,4}?(?:养老|服务|便民|生活|经济|就医|救援|响应)?圈|热线|值班|值守|在线|制")
_EACH = re.compile(rf"(?P<each>每[^，。；、\d]{{1,8}}?)(?={words.MAKE}|[不至]少|$)[^，。；、\d]{{0,12}}$")
_FREQUENCY = re.compile(rf"(?P<scope>{words.FREQUENCY})(?:[^，。；、\d]{{0,12}})$")
_TIMES = re.compile("次|场|期|轮|篇|遍|回")

_BEFORE = [
    (">=", re.compile(words.FLOOR + words.BETWEEN + "$")),
    ("<=", re.compile(words.CAP + words.BETWEEN + "$")),
    (">", re.compile(words.OVER + words.BETWEEN + "$")),
    ("~", re.compile(words.ABOUT + words.BETWEEN + "$")),
]
_AFTER = [(">=", re.compile(words.FLOOR_AFTER)), ("<=", re.compile(words.CAP_AFTER)), ("~", re.compile(words.ABOUT_AFTER))]
_GROWTH = re.compile(rf"(?:{words.GROWTH})(?![^，。；\d]{{0,2}}[至到为])[^，。；、\d]{{0,6}}$")
_DOCUMENT = re.compile(f"(?:{words.DOCUMENT})[^，。；\\d]*$")
_DOCUMENT_NOUN = re.compile(words.DOCUMENT_NOUN)
_HEAD = re.compile(rf"^(?:(?:{words.MAKE})(?![率点圈站中量数度费网室岗员人])(?:好|了)?)+")
_SINCE = re.compile("(?<=.)(?:由|从|较|比|同比)[^，。]*$")
_TAIL = re.compile(
    rf"(?:{words.FLOOR}|{words.CAP}|{words.OVER}|{words.ABOUT}|达到?|实现|完成|为|至|到|在|提高|提升|增长|共|力争|确保|保持)+$"
)


class _Figure(NamedTuple):
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


def read_targets(shadow: str, source: str, start: int, end: int, year: int) -> list[TargetRead]:
    """The targets in the running text `source[start:end]` of a plan for `year`, in order."""
    names = [found.span() for found in _NAMED.finditer(shadow, start, end)]
    opens = [first for first, _ in names]

    def named(at: int) -> bool:
        index = bisect_right(opens, at) - 1
        return index >= 0 and at < names[index][1]

    targets: list[TargetRead] = []
    taken = start
    for figure in _figures(shadow, source, start, end):
        if figure.span[0] >= taken and not named(figure.span[0]) and _is_target(figure, year):
            targets.append(_target(shadow, source, figure, taken, end))
            taken = targets[-1].span[1]
    targets += [target for target in _implied(shadow, source, start, end) if not _inside(target.span, targets)]
    return sorted(targets, key=lambda target: target.span)


def _figures(shadow: str, source: str, start: int, end: int) -> list[_Figure]:
    """Every number with a unit, or with a comparator in place of one, each with its clause around it."""
    found: list[_Figure] = []
    for pattern, chinese in ((_NUMBER, False), (_CHINESE, True), (_HUNDREDTHS, False)):
        for match in pattern.finditer(shadow, start, end):
            figure = _figure(shadow, source, match, chinese, start, end)
            if figure:
                found.append(figure)
    return sorted(found, key=lambda figure: figure.span)


def _figure(shadow: str, source: str, match: re.Match[str], chinese: bool, start: int, end: int) -> _Figure | None:
    groups = match.groupdict()
    first, last = match.span()
    digits, unit = groups["digits"] or "", groups.get("unit") or ""
    if "，" in digits:  # 1,000 is one number; 建成3，500张 would be two
        if "，" in source[match.start("digits") : match.end("digits")]:
            return None
        digits = digits.replace("，", "")
    if match.re is _HUNDREDTHS:
        tenths = groups["tenths"]
        value = float(chinese_number(tenths) or 0) * 10 if tenths else _number(digits)
        unit = "%"
    else:
        value = _number(digits)
        if value is not None:
            value = round(value * MAGNITUDES[groups["magnitude"] or ""], 6)
        unit = source[match.start("unit") : last] if unit else ""
    if value is None:
        return None
    before = shadow[max(start, first - _WINDOW) : first]
    after = shadow[last : min(end, last + _WINDOW)]
    before = re.split(f"[{_STOPS}]", before)[-1]
    after = re.split(f"[{_STOPS}]", after, maxsplit=1)[0]
    odd = bool(groups.get("odd") or groups.get("more"))
    low = float(groups["low"]) if groups.get("low") else None
    return _Figure(value, unit, (first, last), before, after, odd, chinese, low, groups.get("magnitude") in ("万", "亿"))


def _number(digits: str) -> float | None:
    if digits and digits[0].isdecimal():
        return float(digits)
    number = chinese_number(digits)
    return None if number is None else float(number)


def _comparator(figure: _Figure) -> str | None:
    """The comparator bound to the number, None without one."""
    bound = next((sign for sign, pattern in _BEFORE if pattern.search(figure.before)), None)
    trailing = next((sign for sign, pattern in _AFTER if pattern.match(figure.after)), None)
    return bound or trailing or ("~" if figure.odd else None)


def _is_target(figure: _Figure, year: int) -> bool:
    """Whether this plan commits to deliver the figure: no name, level, age, date, baseline, nor what exists already."""
    before, after, unit = figure.before, figure.after, figure.unit
    bound = _comparator(figure)
    plain = unit.partition("（")[0]
    if plain in words.NEVER_UNITS or (plain in words.BOUND_UNITS and not bound):
        return False
    if not unit and not figure.scaled and not (bound in ("<=", ">=", ">") and re.match(words.CAP_AFTER + "|" + words.FLOOR_AFTER + "|$", after)):
        return False
    if before.endswith(("第", "首", "前", "第 ")) or re.search(r"20\d\d年$|\d月$", before):
        return False
    if _NAME_AFTER.match(after) and plain not in words.PARTS_OF_HUNDRED.split("|") and not bound:
        return False
    if figure.chinese and not _counts_in_chinese(figure, bound):
        return False
    if _TIME_AFTER.match(after) and plain in words.BOUND_UNITS:
        return False
    if _FROM.search(before) and _TO.match(after):
        return False
    if _WHOLE.search(before) and _PLACES.match(after):
        return False
    return not _exists_already(before, year)


def _counts_in_chinese(figure: _Figure, bound: str | None) -> bool:
    """Chinese numerals count after a verb that delivers, or as a frequency; 三级, 四个方面 and 一户一策 are names."""
    if figure.unit not in words.CHINESE_UNITS or _NOT_COUNTED.match(figure.after):
        return False
    if _FREQUENCY.search(figure.before) and _TIMES.match(figure.unit):
        return True
    if figure.value < 2 and bound != ">=":
        return False
    return bool(bound or _FOUND.search(figure.before))


def _exists_already(before: str, year: int) -> bool:
    before = before[max((found.end() for found in _RENEWED.finditer(before)), default=0) :]
    if any(not _COMPARED.search(before[: found.start()]) for found in _EXISTING.finditer(before)):
        return True
    return any(
        int(found[1]) < year and not re.search(r"(?:较|比|同比)$", before[: found.start()])
        for found in _PAST_YEAR.finditer(before)
    )


def _target(shadow: str, source: str, figure: _Figure, taken: int, end: int) -> TargetRead:
    """The figure with its phrase, item, scope and kind."""
    first, last = figure.span
    start = first - len(re.split(f"[{_PIECES}]", figure.before)[-1])
    start = max(start, taken)
    start += len(shadow[start:first]) - len(shadow[start:first].lstrip("和与及的 "))
    piece = re.split(f"[{_PIECES}]|[和与及共]?\\d", figure.after, maxsplit=1)[0]
    stop = last + len(piece)
    sign = _comparator(figure)
    scope, item = _scope_and_item(shadow, figure, start, piece)
    comparator = ">=" if figure.low is not None and sign is None else sign or "="
    span = _trim(source, start, stop)
    value = figure.value if figure.low is None else figure.low
    return TargetRead(
        source[span[0] : span[1]], value, figure.unit, comparator, item, scope, _kind(figure, comparator, scope, item), span
    )


def _scope_and_item(shadow: str, figure: _Figure, start: int, piece: str) -> tuple[str | None, str]:
    head = shadow[start : figure.span[0]]
    share = _SCOPE_OF_SHARE.match(figure.after) if figure.unit in ("%", "‰") else None
    if share:
        deed = _DEED.search(figure.after, share.end())
        return share["scope"], (figure.after[deed.start() :] if deed else _named_before(head)).strip()
    each = _EACH.search(figure.before)
    period = _FREQUENCY.search(figure.before)
    scope = period["scope"] if period else each["each"] if each else None
    tail = re.sub(rf"^(?:{words.FLOOR_AFTER}|{words.CAP_AFTER}|{words.ABOUT_AFTER})?的?", "", piece).strip()
    item = tail if len(tail) > 1 and figure.unit not in ("%", "‰", "个百分点", "百分点") else _named_before(head)
    if scope and item.startswith(scope):
        item = _HEAD.sub("", item[len(scope) :]) or item[len(scope) :]
    return scope, item or tail or head.strip()


def _named_before(head: str) -> str:
    """What the words before a number name, without verbs at their front and comparators at their end."""
    return _TAIL.sub("", _SINCE.sub("", _HEAD.sub("", head.strip()))).strip()


def _kind(figure: _Figure, comparator: str, scope: str | None, item: str) -> str:
    if comparator == "<=":
        return "cap"
    if "覆盖率" in item:
        return "coverage"
    shares = figure.unit in ("%", "‰", "个百分点", "百分点")
    if shares and _GROWTH.search(figure.before):
        return "growth"
    if shares:
        return "growth" if "百分点" in figure.unit else "ratio"
    if _FREQUENCY.search(figure.before) and _TIMES.match(figure.unit):
        return "frequency"
    if _DOCUMENT.search(figure.before) and _DOCUMENT_NOUN.search(figure.after[:16] + figure.before[-16:]):
        return "document"
    return "cumulative"


def _implied(shadow: str, source: str, start: int, end: int) -> list[TargetRead]:
    """实现全覆盖 as 100 %, 零事故 and 动态清零 as 0."""
    found: list[TargetRead] = []
    for match in _ZERO.finditer(shadow, start, end):
        span = _trim(source, *match.span())
        item = _HEAD.sub("", match["cleared"] or (match["item"] + match["what"]))
        found.append(TargetRead(source[span[0] : span[1]], 0, "", "=", item, None, "zero", span))
    for match in _FULL.finditer(shadow, start, end):
        quoted = shadow[max(start, match.start() - 1)] == "“" and shadow[match.end() : match.end() + 1] == "”"
        if not quoted and not _EXISTING.search(match["item"]):
            span = _trim(source, *match.span())
            item = _named_before(re.split("[、：]", match["item"])[-1])
            found.append(TargetRead(source[span[0] : span[1]], 100, "%", "=", item, None, "coverage", span))
    return found


def _inside(span: Span, targets: list[TargetRead]) -> bool:
    return any(span[0] < target.span[1] and target.span[0] < span[1] for target in targets if target.unit == "%" and target.value == 100)


def _trim(source: str, start: int, end: int) -> Span:
    """The span without blanks at its ends."""
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end
