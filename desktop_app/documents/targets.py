"""Measurable targets in a task: value, unit, comparator, what is counted and within what scope.

A number is read with the words around it in its own clause; the words themselves are in target_words.
"""

import re
from bisect import bisect_right

from desktop_app.documents import target_words as words
from desktop_app.documents.extraction import Span, TargetRead
from desktop_app.documents.figures import STOPS, Figure, comparator, figures_in

_NAMED = re.compile("“[^“”\n]{1,60}”|‘[^‘’\n]{1,40}’|《[^《》\n]{1,80}》")
_ZERO = re.compile(
    rf"(?P<item>[^，。；：、“”‘’（） \n]{{0,8}})零(?P<what>{words.ZERO})|"
    rf"(?P<cleared>[^，。；：、“”‘’（） \n]{{1,12}}?)(?:动态)?清零(?!行动)"
)
_FULL = re.compile(rf"(?P<item>[^，。；：“”\n]{{1,24}}?)(?:实现|达到|做到)?(?<!个)(?:{words.FULL})")
_PIECES = STOPS + "：、（）"

_NAME_AFTER = re.compile(words.NAME_AFTER)
_EXISTING = re.compile(words.EXISTING)
_RENEWED = re.compile(words.RENEWED)
_COMPARED = re.compile(words.COMPARED)
_PAST_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_FROM = re.compile("(?:由|从)[^，。；]{0,16}$")
_TO = re.compile(
    "[^，。；]{0,6}?(?:提高|提升|增加|上升|下降|降低|降|压缩|压减|缩短|扩大|增长|升)?[^，。；]{0,2}?[到至]"
)
_WHOLE = re.compile("(?:全区|全县|全市|全省|全国|全局|辖区|辖内|下辖)的?$")
_PLACES = re.compile("(?:乡?镇|街道|乡|村|社区|县|区|市)")
_FOUND = re.compile(rf"(?:{words.FOUND})(?:了|各|共)?$")
_NOT_COUNTED = re.compile("方面|机制|体系|维度|重点|环节|问题|领域")
_SCOPE_OF_SHARE = re.compile(rf"(?:以上|左右)?的(?P<scope>[^，。；、]{{1,12}}?)(?=[、，。；和与及]|{words.MAKE}|$)")
_DEED = re.compile(words.MAKE)
_THRESHOLD = re.compile("(?:[及或]?以[上下内])的")  # 年收入20万元以上的村
_TIME_AFTER = re.compile(
    "[^，。；]{0,4}?(?:养老|服务|便民|生活|经济|就医|救援|响应)?圈|热线|值班|值守|在线|制|(?:站点)?(?:范围|半径|覆盖)"
)
_EACH = re.compile(rf"(?P<each>每[^，。；、\d]{{1,8}}?)(?={words.MAKE}|[不至]少|$)[^，。；、\d]{{0,12}}$")
_FREQUENCY = re.compile(rf"(?P<scope>{words.FREQUENCY})(?:[^，。；、\d]{{0,12}})$")
_TIMES = re.compile("次|场|期|轮|篇|遍|回")

_GROWTH = re.compile(rf"(?:{words.GROWTH})(?![^，。；\d]{{0,2}}[至到为])[^，。；、\d]{{0,6}}$")
_DOCUMENT = re.compile(f"(?:{words.DOCUMENT})[^，。；\\d]*$")
_DOCUMENT_NOUN = re.compile(words.DOCUMENT_NOUN)
_HEAD = re.compile(rf"^(?:(?:{words.MAKE})(?![率点圈站中量数度费网室岗员人])(?:好|了)?)+")
_WHEN = re.compile(
    r"^(?:到|于|在|力争)?(?:20\d\d年|今年)?(?:\d{1,2}月(?:\d{1,2}日|[底末初]|份|[上中下]旬)?|年底|[一二三四]季度末?|[上下]半年)"
    r"(?:以前|之前|前|内)?，?"
)
_SINCE = re.compile("(?<=.)(?:由|从|较|比|同比)[^，。]*$")
_TAIL = re.compile(
    rf"(?:{words.FLOOR}|{words.CAP}|{words.OVER}|{words.ABOUT}|达到?|实现|完成|为|至|到|在|提高|提升|增长|共|"
    rf"力争|确保|保持)+$"
)


def read_targets(shadow: str, source: str, start: int, end: int, year: int) -> list[TargetRead]:
    """The targets in the running text `source[start:end]` of a plan for `year`, in order."""
    names = [found.span() for found in _NAMED.finditer(shadow, start, end)]
    opens = [first for first, _ in names]

    def named(at: int) -> bool:
        index = bisect_right(opens, at) - 1
        return index >= 0 and at < names[index][1]

    targets: list[TargetRead] = []
    taken = start
    for figure in figures_in(shadow, source, start, end):
        if figure.span[0] >= taken and not named(figure.span[0]) and _is_target(figure, year):
            targets.append(_target(shadow, source, figure, taken, end))
            taken = targets[-1].span[1]
    targets += [target for target in _implied(shadow, source, start, end) if not _inside(target.span, targets)]
    return sorted(targets, key=lambda target: target.span)


def _is_target(figure: Figure, year: int) -> bool:
    """Whether this plan commits to deliver the figure: no name, level, age, date, baseline, nor what exists already."""
    before, after, unit = figure.before, figure.after, figure.unit
    bound = comparator(figure)
    plain = unit.partition("（")[0]
    if plain in words.NEVER_UNITS or (plain in words.BOUND_UNITS and not bound):
        return False
    if (
        not unit
        and not figure.scaled
        and not (bound in ("<=", ">=", ">") and re.match(words.CAP_AFTER + ("|") + words.FLOOR_AFTER + ("|$"), after))
    ):
        return False
    if before.endswith(("第", "首", "前", "第 ")) or re.search(r"20\d\d年$|\d月$", before):
        return False
    if _NAME_AFTER.match(after) and not figure.is_share and not bound:
        return False
    if figure.chinese and not _counts_in_chinese(figure, bound):
        return False
    if _THRESHOLD.match(after) and not figure.is_share:
        return False
    if _TIME_AFTER.match(after) and plain in words.REACHES:
        return False
    if _FROM.search(before) and _TO.match(after):
        return False
    if _WHOLE.search(before) and _PLACES.match(after):
        return False
    return not _exists_already(before, year)


def _counts_in_chinese(figure: Figure, bound: str | None) -> bool:
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


def _target(shadow: str, source: str, figure: Figure, taken: int, end: int) -> TargetRead:
    """The figure with its phrase, item, scope and kind."""
    first, last = figure.span
    start = first - len(re.split(f"[{_PIECES}]", figure.before)[-1])
    start = max(start, taken)
    start += len(shadow[start:first]) - len(shadow[start:first].lstrip("和与及的 "))
    piece = re.split(f"[{_PIECES}]|[和与及共]?\\d", figure.after, maxsplit=1)[0]
    stop = last + len(piece)
    sign = comparator(figure)
    scope, item = _scope_and_item(shadow, figure, start, piece)
    sign = ">=" if figure.low is not None and sign is None else sign or "="
    span = _trim(source, start, stop)
    value = figure.value if figure.low is None else figure.low
    return TargetRead(
        source[span[0] : span[1]],
        value,
        figure.unit,
        sign,
        item,
        scope,
        _kind(figure, sign, scope, item),
        span,
    )


def _scope_and_item(shadow: str, figure: Figure, start: int, piece: str) -> tuple[str | None, str]:
    head = shadow[start : figure.span[0]]
    share = _SCOPE_OF_SHARE.match(figure.after) if figure.is_share else None
    if share:
        deed = _DEED.search(figure.after, share.end())
        return share["scope"], (figure.after[deed.start() :] if deed else _named_before(head)).strip()
    each = _EACH.search(figure.before)
    period = _FREQUENCY.search(figure.before)
    scope = period["scope"] if period else each["each"] if each else None
    tail = re.sub(rf"^(?:{words.FLOOR_AFTER}|{words.CAP_AFTER}|{words.ABOUT_AFTER})?的?", "", piece).strip()
    item = tail if len(tail) > 1 and not figure.is_share else _named_before(head)
    if scope and item.startswith(scope):
        item = _HEAD.sub("", item[len(scope) :]) or item[len(scope) :]
    return scope, item or tail or head.strip()


def _named_before(head: str) -> str:
    """What the words before a number name, without verbs at their front and comparators at their end."""
    return _TAIL.sub("", _SINCE.sub("", _HEAD.sub("", _WHEN.sub("", head.strip())))).strip()


def _kind(figure: Figure, sign: str, scope: str | None, item: str) -> str:
    if sign == "<=":
        return "cap"
    if "覆盖率" in item:
        return "coverage"
    if figure.is_share and _GROWTH.search(figure.before):
        return "growth"
    if figure.is_share:
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
    return any(
        span[0] < target.span[1] and target.span[0] < span[1]
        for target in targets
        if target.unit == "%" and target.value == 100
    )


def _trim(source: str, start: int, end: int) -> Span:
    """The span without blanks at its ends."""
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end
