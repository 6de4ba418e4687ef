"""Numbering at the head of a paragraph: one entry a notation, each with what it must not be mistaken for."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents.numerals import NUMERAL, ordinal

_CN = f"[{NUMERAL}]{{1,4}}"
# A decimal point, a date or a clock would otherwise look like a number followed by its stop.
_NOT_DECIMAL = r"(?=20\d\d年|\d+分钟|\d{3,}[一-鿿]|\d{1,4}\.\d+[万亿%]|1?\d月(?!\d*[点时])|\D|$)"
_NOT_AMOUNT = r"(?![万亿千百个%元倍亩公米米吨度度以前后至到~—\d.月]|\s*$)"

_THING = "(?:重点|主要|目标|具体|民生|工作|年度)?(?:任务|项目|事项|工作|实事|工程|行动|举措|目标|专题|指标|课题)|清单"

NOTATIONS: dict[str, str] = {
    "part": rf"第(?P<part>{_CN}|\d{{1,2}})(?:部分|章|编|篇|板块)[、：. ]*",  # 第一部分　总体要求
    "topic": rf"（?议题(?P<topic>{_CN}|\d{{1,2}})(?:）|[：、. ])+ *",  # 【议题一】关于…；议题二：…
    "chinese": rf"(?P<chinese>{_CN})(?:、|[.] ?(?!\d))",  # 一、
    "chinese_bracket": rf"(?:（(?P<chinese_bracket>{_CN})）|(?P<chinese_sign>[㈠-㈩]))[、. ]*",  # （一） ㈠
    "ordinal": rf"(?:第(?P<ordinal>{_CN})[，、]|(?P<ordinal_word>首先|其次|再次|最后)，)",  # 第一，
    "task": rf"（?(?:{_THING})(?P<task>{_CN}|\d{{1,3}})(?:）[：、. ]*|[：、.]| +)",  # 任务一： 项目1： 【实事三】
    "article": rf"第(?P<article>{_CN}|\d{{1,3}})(?:条|项|件|款)(?:任务|工作|事项|实事)?[：、. ]+",  # 第一条
    "stem": r"(?P<stem>[甲乙丙丁戊己庚辛壬癸])[、.] *",  # 甲、
    "formal": r"(?P<formal>[壹贰叁肆伍陆柒捌玖拾]{1,3})[、.] *",  # 壹、
    "roman": r"(?P<roman>[Ⅰ-Ⅻ])[、. ]+",  # Ⅰ、
    "letter": r"(?P<letter>[A-Z])[、.）] *(?=[一-鿿“])",  # A．
    "submultiple": rf"(?P<submultiple>\d{{1,2}}\.\d{{1,2}}\.\d{{1,2}})(?:[、.] *(?!\d)| +|{_NOT_AMOUNT})",  # 1.1.1
    "dashed": r"(?:（(?P<dashed_within>\d{1,2}[—-]\d{1,2})）|"
    r"(?P<dashed>\d{1,2}[—-]\d{1,2})(?: +|[、.：] *))(?=[一-鿿“])",  # 1-1 （1-1）
    "multiple": rf"(?P<multiple>\d{{1,2}}\.\d{{1,2}})(?:[、.] *(?!\d)| +|{_NOT_AMOUNT})",  # 1.1
    "record": rf"(?:序号|编号|项次|任务编号|项目编号|任务序号)(?: *： *| +)(?P<record>\d{{1,3}}|{_CN}) *$",  # 序号：1
    "arabic": rf"(?:(?P<arabic>\d{{1,3}}) ?(?:\. *{_NOT_DECIMAL}|、(?!\d+月)|\.、)|(?P<arabic_sign>[⒈-⒛])) *",  # 1. 1、
    "arabic_bracket": r"(?:（(?P<arabic_bracket>\d{1,3})）|(?P<half_bracket>\d{1,3})）|(?P<bracket_sign>[⑴-⒇]))[、. ]*",
    "circled": r"(?P<circled>[①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴])[、. ]*",  # ①
    "point": rf"(?P<point>{_CN})(?:是(?!否)|要(?=[^求闻点素件])|则)",  # 一是
    "bullet": r"(?P<bullet>[●•■◆▲※◇○□▪·➢]|——|—(?=[^—\d]))\s*",  # — 完善机制
}

POINTS = frozenset({"point", "bullet"})
"""Notations for points inside an item; items only where nothing better numbers the document."""
STEPS = frozenset({"arabic_bracket", "circled", "ordinal", "multiple", "submultiple", "dashed"})
"""Notations for the lowest levels of the official order; items only right under a top heading."""


RUN_ON = frozenset({"chinese", "chinese_bracket", "arabic", "task", "article"})
"""Notations whose items may stand one behind the other in a single paragraph."""


def compiled(notations: dict[str, str]) -> re.Pattern[str]:
    """The pattern for a mark in any of these notations, the first of them first."""
    return re.compile("|".join(f"(?P<is_{kind}>{pattern})" for kind, pattern in notations.items()))


_MARK = compiled(NOTATIONS)
_DIGITS = {kind: re.findall(r"\?P<(\w+)>", pattern) for kind, pattern in NOTATIONS.items()}
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "最后": 4}
_POINT = re.compile(rf"(?:(?<=[。；：，\n %）”》a-zA-Z\d])|^)(?P<number>{_CN})是(?!否)")  # 达到60%二是…, its stop lost


_WIDE_STOP = re.compile(r"(?P<number>\d{1,3})．[ \u3000]*(?=\S)")
_STARRED = re.compile(r"[★☆▲△*※] *(?=[\d第（一二三四五六七八九十①-⑳])")  # what counts most is marked so
_WHOLE = re.compile(r"(?P<number>\d{1,2}) +(?=[一-鿿“])")


class Mark(NamedTuple):
    """A number at the head of a paragraph: kind, value (None for a bullet), as printed, and where the words begin."""

    kind: str
    value: int | None
    printed: str
    start: int
    end: int


@lru_cache(maxsize=1 << 16)  # the head of a paragraph is looked at by each step of the reading
def mark_at(shadow: str, start: int, end: int, source: str) -> Mark | None:
    """The numbering at `start`, if there is one; `shadow` is `fold(source)`."""
    starred = _STARRED.match(shadow, start, end)
    if starred:
        mark = mark_at(shadow, starred.end(), end, source)
        return mark._replace(start=start) if mark else None
    wide = _WIDE_STOP.match(source, start, end)
    if wide:  # no decimal point is as wide as that
        return Mark("arabic", int(wide["number"]), wide["number"], start, wide.end())
    found = _MARK.match(shadow, start, end)
    if not found:
        return None
    kind = (found.lastgroup or "").removeprefix("is_")
    digits = next((text for name in _DIGITS[kind] if (text := found[name])), "")
    value = _WORDS.get(digits) or ordinal(re.split("[.—-]", digits)[-1])
    if value is None and kind != "bullet":
        return None
    printed = source[start : found.end()].strip().rstrip("、.．:：，, \u3000")
    if kind == "topic":
        printed = printed.strip("【】[]（）()［］〔〕")
    if kind in ("point", "bullet"):
        printed = digits if kind == "point" else ""
    return Mark(kind, value, printed, start, found.end())


def whole_mark_at(shadow: str, start: int, end: int) -> Mark | None:
    """A number with nothing but a blank behind it (1 公共文化), a heading only where 1.1 stands below it."""
    found = _WHOLE.match(shadow, start, end)
    return Mark("whole", int(found["number"]), found["number"], start, found.end()) if found else None


_MOST_SENTENCES = 60  # of one item; a run that goes on so late would cost its length squared
_BEFORE_FIGURE = re.compile(r"(?P<number>\d{1,3})[.、] *(?=\d)")


def mark_before_figure(shadow: str, start: int, end: int) -> Mark | None:
    """A number whose item opens with a figure (3.5万人供水工程), which only its neighbours tell from a decimal."""
    found = _BEFORE_FIGURE.match(shadow, start, end)
    return Mark("arabic", int(found["number"]), found["number"], start, found.end()) if found else None


def points_within(shadow: str, start: int, end: int, first: int = 1) -> list[Mark]:
    """The run 一是…二是… inside `start:end`, as far as it counts up from `first` without a gap."""
    marks: list[Mark] = []
    for found in _POINT.finditer(shadow, start, end):
        number = first + len(marks)
        if ordinal(found["number"]) == number:
            marks.append(Mark("point", number, found["number"], found.start(), found.end()))
    return marks


def points_over(shadow: str, paragraphs: Iterable[tuple[int, int]]) -> list[list[Mark]]:
    """The run of each paragraph: from one, or on from the run before it where a paragraph opens with the next point."""
    runs: list[list[Mark]] = []
    last = 0
    for start, end in paragraphs:
        on = points_within(shadow, start, end, last + 1) if last else []
        goes_on = bool(on) and not shadow[start : on[0].start].strip()
        runs.append(on if goes_on else points_within(shadow, start, end))
        last = runs[-1][-1].value or 0 if runs[-1] else last
    return runs


def repeats_within(shadow: str, first: Mark, end: int, source: str) -> list[Mark]:
    """`first` and the marks of its kind that go on counting after a 。 or ； before `end` or a next first one."""
    marks = [first]
    since = 0
    for stop in re.compile("[。；）] *").finditer(shadow, first.end, end):
        mark = mark_at(shadow, stop.end(), end, source)
        value = mark.value if mark and mark.kind == first.kind else None
        since += 1
        if since > _MOST_SENTENCES or (value is not None and value == first.value):
            break
        if mark and value == (marks[-1].value or 0) + 1:
            marks.append(mark)
            since = 0
    return marks
