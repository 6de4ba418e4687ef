"""Lines that say for several items at once who does them: 以上第1—3项责任单位均为A; 除注明外均由B牵头，C配合."""

import re
from typing import NamedTuple

from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.items import Frame
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.numerals import NUMERAL, ordinal
from desktop_app.documents.unit_grammar import read_note, told_in
from desktop_app.documents.unit_labels import role_of_label
from desktop_app.documents.unit_names import is_bare_unit, named_like_unit, split_units
from desktop_app.documents.unit_note import Note

_NUMBER = rf"(?:\d{{1,3}}|[{NUMERAL}]{{1,4}})"
_THING = "(?:任务|工作|事项|内容|项目|指标|措施|目标|重点)"
_ONE = rf"第?（?{_NUMBER}）?(?:项|条)?"
_ALL_TOLD = r"(?:[两三四五六七八九十\d]{1,2}(?=[项条款点]))?"  # 第4、5两项
_TWO = rf"\d{{1,3}}[—~至到、和-]{{1,2}}\d{{1,3}}{_ALL_TOLD}"
_COUNTED = rf"{_ONE}(?:(?:[—~至到-]+|[、，]|和|及|(?=（)){_ONE})*{_ALL_TOLD}(?:项|条|款|点|号)?{_THING}*"
_ALL = rf"(?:各|所有|全部|有关)?(?:项|条|款|点|类)?{_THING}*"
_PART = rf"(?:部分|章|节|板块|方面|领域|类|条线){_ALL}"
SCOPES: dict[str, str] = {
    "last": rf"(?:以上|上述|前述)(?P<count>\d{{1,2}}|[两二三四五六七八九十]{{1,2}})(?:项|条|款|个){_THING}*",
    "these": rf"这?(?P<these_few>\d{{1,2}}|[两二三四五六七八九十]{{1,2}})项{_THING}+",  # 2项指标责任单位均为A
    "one": rf"[该此本](?:项|条)?{_THING}",  # 该指标责任单位为A
    "section": rf"第(?P<nth>{_NUMBER})(?:部分|章|节|板块|方面)",
    "first": r"前(?P<first_few>\d{1,2}|[两二三四五六七八九十]{1,2})(?:项|条|款|个)" + f"{_THING}*",
    "last_few": r"后(?P<few>\d{1,2}|[两二三四五六七八九十]{1,2})(?:项|条|款|个)" + f"{_THING}*",
    "next": r"(?:以下|下列|下述)(?P<coming>\d{1,2}|[两二三四五六七八九十])(?:项|条|款|个)" + f"{_THING}*",
    "numbers_below": rf"(?:以下|下列|下述)，?(?=第|{_NUMBER}(?:项|条)?[—~至到、，和及-]){_COUNTED}",  # 以下5—7项
    # 以上第1—3项  第2、5项  任务1、2  1—2项
    "numbers": rf"(?:(?:以上|上述|前述|其中)，?|(?=第)(?!第一(?:责任|负责))|任务|(?={_TWO}项)){_COUNTED}",
    "above": rf"(?:以上|上述|前述|上列){_ALL}",  # 以上各项
    "below": rf"(?:以下|下列|下述){_ALL}",  # 以下各项
    "part": rf"(?:本|该|此|这一?|上述|以上){_PART}",  # 本部分
    "others": rf"(?:其余|其他|其它|剩余)各?(?:项|条)?(?:{_THING}+|(?=[，均都皆由]))|"
    rf"未[^，。]{{0,8}}的{_ALL}|各项{_THING}*|(?:所有|全部){_THING}+",
}
"""Which items a line speaks of; a new wording is one entry here and one example in tests/documents/test_ranges.py."""

_BESIDE = ("these", "one")  # what else such a line says is part of the item above it

_COUNTING = ("numbers", "numbers_below", "count", "these_few", "nth", "first_few", "few", "coming")

_EXCEPT = r"(?:除[^，。]{0,6}(?:注明|说明|列明|明确|标注|标明)[^，。由均]{0,8}外?，?)"
_EVERY = "(?:均|都|皆|全部|统一|一律|共同)?"


def compiled(scopes: dict[str, str]) -> re.Pattern[str]:
    """The pattern of a line that speaks of several items, in any of these wordings."""
    which = "|".join(f"(?P<{name}>{pattern})" for name, pattern in scopes.items())
    return re.compile(
        rf"[（ ]*(?:(?:注|备注|说明) *：)?(?P<except>{_EXCEPT})?(?:{which}|"
        rf"(?P<some>[^。，：；（\n]{{2,16}}?)(?=，?(?:均|都|皆|一律)))?(?:，|的)?(?:"
        rf"{_EVERY}(?:由|请|交由)(?P<told>[^。\n]+)|"
        rf"(?P<label>[一-鿿]{{2,6}}(?:单位|科室|部门|处室|股室|部室)){_EVERY}(?:为|是|：)+(?P<named>[^。\n]+)|"
        rf"{_EVERY}需?(?P<helped>[^。\n]{{2,40}}(?:配合|协助|协办|协同|参与|支持|具体落实)(?:做好)?))[。）]*$"
    )


LINE = compiled(SCOPES)


def compiled_any(scopes: dict[str, str]) -> re.Pattern[str]:
    """The pattern of a line that opens with a scope, and says who behind it in whatever notation of a note."""
    which = "|".join(f"(?P<{name}>{text})" for name, text in scopes.items())
    return re.compile(
        rf"[（ ]*(?:(?:注|备注|说明|责任分工|任务分工|分工) *：)?(?>{which})"
        rf"[，：的]?(?>{_EVERY})(?:由|请|交由)?(?!需|要|应|须|取得|另行)(?! )(?P<rest>[^\n。]{{2,80}}?)[。）]*$"
    )


ANY = compiled_any(SCOPES)
_TOLD = re.compile(r"(?<=\d)[两三四五六七八九十](?=[项条款点])|(?<=[一二三四五六七八九十])两(?=[项条款点])")  # 4、5两项
_NUMBERS = re.compile(rf"(?P<first>{_NUMBER})(?:）?(?:项|条)?[—~至到-]+第?（?(?P<last>{_NUMBER}))?")
_NEXT_RANGE = re.compile(
    rf"[，；](?={_COUNTED}(?:，|的)?(?:[一-鿿]{{2,6}}(?:单位|科室|部门|处室|股室|部室)|均|都|由)|第[^，；。：]{{1,10}}(?:项|条|部分))"
)
_LONGEST = 160
_REMARK = re.compile("（?(?:以上|上述|前述)[^。；\n]{2,60}见附[件表]")  # speaks of the items above, and sets no task
_COUNTS = re.compile(rf"{_COUNTED}(?<=[项条])|第{_NUMBER}部分[^　 ：，]*(?:由|为|：)")


class Range(NamedTuple):
    """One such line: which items (a key of SCOPES, and the numbers where it counts them), where, and what it says."""

    scope: str
    numbers: frozenset[int]
    span: Span
    note: Note


def read_ranges(frame: Frame, lines: list[Span]) -> tuple[list[Range], list[Span]]:
    """The range lines among `lines`, and the other lines without remarks on the items above them."""
    ranges: list[Range] = []
    others: list[Span] = []
    for start, end in lines:
        numbered = mark_at(frame.shadow, start, end, frame.source) and not _COUNTS.match(frame.shadow, start, end)
        found = ranges_in(frame, start, end) if end - start <= _LONGEST and not numbered else []
        ranges += found
        if not found and not _REMARK.match(frame.shadow, start, end):
            others.append((start, end))
    return ranges, others


def ranges_in(frame: Frame, start: int, end: int) -> list[Range]:
    """What the line says of items: one range, or several (第1项…为A，第2项…为B); none where a part of it is none."""
    stops = [found.start() for found in _NEXT_RANGE.finditer(frame.shadow, start, end)]
    starts = [start, *(stop + 1 for stop in stops)]
    found = [_range(frame, *span) for span in zip(starts, [*stops, end], strict=True)]
    return [one for one in found if one] if all(found) else []


def _range(frame: Frame, start: int, end: int) -> Range | None:
    plainly = _any_range(frame, start, end)
    found = None if plainly else LINE.match(frame.shadow, start, end)
    if not found:
        return plainly
    scope = next(
        (name for name, text in found.groupdict().items() if name in SCOPES and text),
        "others" if found["except"] or found["some"] else None,
    )
    if scope is None or (scope in _BESIDE and not found["label"]):
        return None
    note = _note(frame, found)
    if not note or not all(named_like_unit(unit.name, frame.known) for unit in note.lead + note.co):
        return None
    return Range(scope, _counted(_number_in(found)), (start, end), note)


def _any_range(frame: Frame, start: int, end: int) -> Range | None:
    """A line whose scope is known, and behind it nothing but who does it, in any notation of a note."""
    found = ANY.match(frame.shadow, start, end)
    if not found:
        return None
    note = _said(frame, found.start("rest"), _closed(frame.shadow, *found.span("rest")))
    groups = found.groupdict()
    scope = next(name for name in SCOPES if groups.get(name))
    if note is None or (scope in _BESIDE and (note.deadlines or not note.lead)):
        return None
    return Range(scope, _counted(_number_in(found)), (start, end), note)


def _number_in(found: re.Match[str]) -> str:
    """The words that count the items: 1—3, 两."""
    groups = found.groupdict()
    return next((groups[name] for name in _COUNTING if groups.get(name)), "")


def _said(frame: Frame, start: int, end: int) -> Note | None:
    """The units of a passage that is nothing but a note; each must surely be one."""
    note = read_note(frame.shadow, frame.source, (start, end), (start, end), frame.known, at_end=True)
    units = note.lead + note.co if note else ()
    return note if units and all(is_bare_unit(unit.name, frame.known, at_end=True) for unit in units) else None


def _closed(shadow: str, start: int, end: int) -> int:
    """The end of a passage with the brackets that close behind it what it opened: 各镇（街道|）."""
    for _ in range(shadow.count("（", start, end) - shadow.count("）", start, end)):
        end += shadow.startswith("）", end)
    return end


def _note(frame: Frame, found: re.Match[str]) -> Note | None:
    """Who is named, and in which role."""
    group = next(name for name in ("told", "named", "helped") if found[name])
    first, last = found.span(group)
    while last > first and frame.shadow[last - 1] in "）。；， ":
        last -= 1
    last = _closed(frame.shadow, first, last)
    if group == "named":
        units = tuple(split_units(frame.shadow, frame.source, first, last))
        helping = role_of_label(found["label"]) == "co"
        lead, co = ((), units) if helping else (units, ())
    else:
        told = told_in(frame.shadow, frame.source, first, last)
        lead, co = (told.note.lead, told.note.co) if told and told.roles else ((), ())
        if group == "helped":
            lead, co = (), lead + co
    vague = tuple(unit for unit in lead + co if re.search(words.VAGUE, unit.name))
    return Note(found.span(), lead, co, None, (), vague) if lead or co else None


def _counted(text: str) -> frozenset[int]:
    numbers: set[int] = set()
    for found in _NUMBERS.finditer(_TOLD.sub("", text).replace("两", "二")):
        first = ordinal(found["first"]) or 0
        numbers |= set(range(first, (ordinal(found["last"]) or first if found["last"] else first) + 1))
    return frozenset(numbers)
