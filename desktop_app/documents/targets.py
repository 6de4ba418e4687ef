"""Measurable targets in a task: value, unit, comparator, what is counted and within what scope.

A number is read with the words around it in its own clause; the words themselves are in target_words.
"""

import re
from bisect import bisect_right
from itertools import takewhile

from desktop_app.documents import target_words as words
from desktop_app.documents.deadline_days import period_days
from desktop_app.documents.deadline_parts import EVENTS
from desktop_app.documents.extraction import Span, TargetRead
from desktop_app.documents.figures import STOPS, Figure, comparator, figures_in
from desktop_app.documents.target_rules import is_frequency, is_target, is_time_kept

_NAMED = re.compile('“[^“”\n]{1,60}”|‘[^‘’\n]{1,40}’|《[^《》\n]{1,80}》|"(?<=[一-鿿、，（]")[^"\n，。；]{1,40}"')
_ZERO = re.compile(
    rf"(?P<none>零(?<![清归]零)(?:{words.ZERO}))|(?P<cleared>(?:动态)?清零(?!行动|反弹))|"
    rf"(?<=率)(?:(?:{words.AT_ZERO})?零|(?P<share>(?:为|达|达到|保持|控制为)?0))(?=[，。；、”）]|$)|"
    rf"(?:为|保持|归|控制为)(?:零|0)(?=[，。；、”）起]|$)"
)
_FULL = re.compile(rf"(?:实现|达到|做到)?(?<!个)(?:{words.FULL})")
_ZERO_STOPS = STOPS + "：、“”‘’（） "
_FULL_STOPS = STOPS + "：“"
_EXISTING = re.compile(words.EXISTING)
_SENTENCE_STOP = re.compile("[。；！\n]")
_SENTENCE = 240  # characters looked back at for the beginning of a sentence
_PIECES = STOPS + "：、（）"
_PIECE = re.compile(f"[{_PIECES}]")
_JOINT = re.compile("^(?:[和与的 ]|及(?![时格早])|并(?![购网轨联表]))+")  # before a name of its own, not 及时率, 及格率
_PIECE_AFTER = re.compile(rf"[{_PIECES}]|[和与及共]?\d|并(?![购网轨联表])(?:(?<![一-鿿]并)|(?<=以上并|左右并))")
_COMPARED = re.compile(rf"^(?:{words.FLOOR_AFTER}|{words.CAP_AFTER}|{words.ABOUT_AFTER})?的?")

_SCOPE_OF_SHARE = re.compile(rf"(?:以上|左右)?的(?P<scope>[^，。；、]{{1,12}}?)(?=[、，。；和与及]|{words.MAKE}|$)")
_DEED = re.compile(words.MAKE)
_SOFT = re.compile(words.SOFT)
_EACH = re.compile(
    rf"(?P<each>每[^，。；、\d]{{1,8}}?)(?={words.MAKE}|补助|补贴|奖励|[不至]少|$)[^，。；、\d]{{0,12}}$"
)
_GROWTH = re.compile(rf"(?:{words.GROWTH})(?![^，。；\d]{{0,2}}[至到为])[^，。；、\d]{{0,6}}$")
_DOCUMENT = re.compile(f"(?:{words.DOCUMENT})[^，。；\\d]*$")
_DOCUMENT_NOUN = re.compile(words.DOCUMENT_NOUN)
_HEAD = re.compile(rf"^(?:(?!对[象口接])(?:{words.MAKE}|其中|再)(?!对象|[率点圈站中量数度费网室岗员人])(?:好|了)?)+")
_POINT = re.compile("^(?:[一二三四五六七八九十]{1,2}是|首先|其次)(?=.)")
_WHEN = re.compile(
    r"^(?:[^，。；、\d]{0,6}后\d{1,3}个?(?:工作日|日|天|月)(?:以|之)?内|(?:力争|确保|争取)?(?:[到至于在])?(?:20\d\d年|今年)?(?:\d{1,2}月(?:\d{1,2}日|[底末初]|份|[上中下]旬)?|今年底|年[底末]|前?[一二三四]季度末?|[上下]半年|"
    rf"(?:{EVENTS})(?=[之以]?前|期间))(?:以前|之前|前|内|期间|起)?)，?"
)
_SINCE = re.compile("(?<=.)(?:由|从|较|(?<![占之对])比(?!例|重|率)|同比)[^，。]*$")
_TAIL = re.compile(
    rf"(?:{words.FLOOR}|{words.CAP}|{words.OVER}|{words.ABOUT}|达到?|实现|完成|为|至|到|在|提高|提升|增长|共|"
    rf"力争|争取|确保|保持|稳定|分别|均|原则上|一律)+$"
)
_THEN = re.compile(
    r"(?<=[一-鿿]{2})(?:[上下]半年|(?<!前)[一二三四]季度末?|\d{1,2}月[底末]|年[底末])$"
)  # 进度上半年不低于50%
_BEHIND = re.compile(
    r"(?:去年|上一?年度?|往年|目前|截至|已(?:经|连续)*(?:实现|达到|做到)|(?<!\d)(?P<year>20\d\d)年)(?![^，。；]*(?:今年|本年))[^，。；]*$"
)
_NO_ITEM = re.compile(
    rf"(?:{words.MAKE}|{words.OVER}|{words.FLOOR}|{words.CAP}|力争|争取|计划|达|至|到|再|共|其中|则)*"
)


def read_targets(shadow: str, source: str, start: int, end: int, year: int) -> list[TargetRead]:
    """The targets in the running text `source[start:end]` of a plan for `year`, in order."""
    names = [found.span() for found in _NAMED.finditer(shadow, start, end)]
    opens = [first for first, _ in names]
    stops = [start, *(found.end() for found in _SENTENCE_STOP.finditer(shadow, start, end))]

    def named(at: int) -> bool:
        index = bisect_right(opens, at) - 1
        return index >= 0 and at < names[index][1]

    targets: list[TargetRead] = []
    taken = start
    for figure in figures_in(shadow, source, start, end):
        if figure.span[0] < taken or named(figure.span[0]):
            continue
        first = max(start, figure.span[0] - _SENTENCE)
        sentence = max(first, stops[bisect_right(stops, figure.span[0]) - 1])
        if is_target(figure, shadow[sentence : figure.span[0]], year):
            target = _target(shadow, source, figure, taken, year)
            targets.append(_with_item(target, targets, sentence))
            taken = targets[-1].span[1]
    targets += [target for target in _implied(shadow, source, start, end, year) if not _inside(target.span, targets)]
    return sorted(targets, key=lambda target: target.span)


def _target(shadow: str, source: str, figure: Figure, taken: int, year: int) -> TargetRead:
    """The figure with its phrase, item, scope and kind."""
    first, last = figure.span
    start = first - len(_PIECE.split(figure.before)[-1])
    start = max(start, taken)
    start = first - len(_JOINT.sub("", shadow[start:first]))
    piece = _PIECE_AFTER.split(figure.after, maxsplit=1)[0]
    stop = last + len(piece)
    sign = "<=" if figure.unit in words.SERVED_SPANS and is_time_kept(figure) else comparator(figure)
    period = is_frequency(figure)
    scope, item = _scope_and_item(shadow, figure, start, piece, period)
    value = figure.value
    if figure.low is not None and sign not in ("<=", "<"):  # of a range the least is promised, of a cap the most
        value, sign = figure.low, sign or ">="
    sign = sign or "="
    span = _trim(source, start, stop)
    return TargetRead(
        source[span[0] : span[1]],
        value,
        figure.unit,
        sign,
        item,
        scope,
        _kind(figure, sign, item, period is not None),
        span,
        _SOFT.search(figure.before) is not None,
        period_days(scope or "", year) if period else (),
    )


def _with_item(target: TargetRead, before: list[TargetRead], sentence: int) -> TargetRead:
    """A figure that names nothing itself counts what the one before it in the same unit does (力争突破1000万元)."""
    if not _NO_ITEM.fullmatch(_WHEN.sub("", target.item)):
        return target
    near = takewhile(lambda other: other.span[0] >= sentence, reversed(before))
    return target._replace(item=next((other.item for other in near if other.unit == target.unit), target.item))


def _scope_and_item(
    shadow: str, figure: Figure, start: int, piece: str, period: re.Match[str] | None
) -> tuple[str | None, str]:
    head = _POINT.sub("", shadow[start : figure.span[0]])
    share = _SCOPE_OF_SHARE.match(figure.after) if figure.is_share else None
    if share:
        deed = _DEED.search(figure.after, share.end())
        return share["scope"], (figure.after[deed.start() :] if deed else _named_before(head)).strip()
    each = _EACH.search(figure.before)
    scope = period["scope"] if period else each["each"] if each else None
    tail = _COMPARED.sub("", piece).strip()
    named = figure.is_share or (figure.unit in words.SERVED_SPANS and is_time_kept(figure))
    item = tail if len(tail) > 1 and not named else _named_before(head)
    if scope and item.startswith(scope):
        item = _HEAD.sub("", item[len(scope) :]) or item[len(scope) :]
    return scope, item or tail or _TAIL.sub("", head.strip()) or head.strip()


def _named_before(head: str) -> str:
    """What the words before a number name, without verbs at their front and comparators at their end."""
    named = _TAIL.sub("", _SINCE.sub("", _HEAD.sub("", _WHEN.sub("", head.strip())))).strip()
    return _THEN.sub("", named) if named.endswith(("年", "度", "底", "末")) else named


def _kind(figure: Figure, sign: str, item: str, recurs: bool) -> str:
    if sign in ("<=", "<"):
        return "cap"
    if "覆盖率" in item:
        return "coverage"
    if figure.is_share and _GROWTH.search(figure.before):
        return "growth"
    if figure.is_share:
        return "growth" if "百分点" in figure.unit else "ratio"
    if recurs:
        return "frequency"
    if _DOCUMENT.search(figure.before) and _DOCUMENT_NOUN.search(figure.after[:16] + figure.before[-16:]):
        return "document"
    return "cumulative"


def _implied(shadow: str, source: str, start: int, end: int, year: int) -> list[TargetRead]:
    """实现全覆盖 as 100 %, 零事故, 动态清零 and 事故为零 as 0."""
    found: list[TargetRead] = []
    for match in _ZERO.finditer(shadow, start, end):
        first = _piece(shadow, start, match.start(), 8 if match["none"] else 12, _ZERO_STOPS)
        if (first < match.start() or match["none"]) and not _is_behind(shadow, start, match.start(), year):
            span = _trim(source, first, match.end())
            item = _HEAD.sub("", shadow[first : match.end() if match["none"] else match.start()].replace("零", "", 1))
            unit = "%" if match["share"] else ""
            found.append(TargetRead(source[slice(*span)], 0, unit, "=", item, None, "zero", span))
    for match in _FULL.finditer(shadow, start, end):
        first = _piece(shadow, start, match.start(), 30, _FULL_STOPS)
        words_before = shadow[first : match.start()]
        quoted = first > start and shadow[first - 1] == "“" and shadow[match.end() : match.end() + 1] == "”"
        if (
            words_before.strip(" ”")
            and not quoted
            and not _EXISTING.search(words_before)
            and not _is_behind(shadow, start, match.start(), year)
        ):
            span = _trim(source, first, match.end())
            item = _named_before(re.split("[、：]", words_before)[-1])
            found.append(TargetRead(source[slice(*span)], 100, "%", "=", item, None, "coverage", span))
    return found


def _is_behind(shadow: str, start: int, at: int, year: int) -> bool:
    """Whether the clause up to `at` says that something is reached already: 去年投诉率|为零, 目前已实现|全覆盖."""
    said = _BEHIND.search(shadow, start, at)
    return said is not None and (said["year"] is None or int(said["year"]) < year)


def _piece(shadow: str, start: int, at: int, longest: int, stops: str) -> int:
    """Where the words right before `at` begin: behind the last of `stops` that stands in no pair of quotes."""
    first = at
    while first > start and at - first < longest and shadow[first - 1] not in stops:
        first -= 1
        if shadow[first] == "”" and "“" in shadow[max(start, first - 20) : first]:
            first = shadow.rindex("“", max(start, first - 20), first)
    return first


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
