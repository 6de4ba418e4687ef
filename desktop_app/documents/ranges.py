"""Lines that say for several items at once who does them: 以上第1—3项责任单位均为A; 除注明外均由B牵头，C配合."""

import re
from typing import NamedTuple

from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.items import Frame, Item
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
_ALL_LEAD = re.compile('(?<![“"「])(?:(?:分别|共同|联合|各自|分头)牵头|双牵头)(?![”"」])')

_LEAD_BEHIND = re.compile(
    "[^，。；：:;,、]{2,}牵头(?:负责|抓总|落实|实施|推进|组织|办理)?[）)〕\\]】。 ]*$"
)  # 甲部、乙部牵头负责


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
        found = _ranges(frame, start, end) if end - start <= _LONGEST and not numbered else []
        ranges += found
        if not found and not _REMARK.match(frame.shadow, start, end):
            others.append((start, end))
    return ranges, others


def apply_ranges(ranges: list[Range], items: list[Item]) -> list[Item]:
    """The items with the units of the ranges that speak of them, where they have no lead of their own."""
    items = list(items)
    for line in ranges:
        for index in _meant(line, items):
            items[index] = _given(items[index], line.note)
    return items


def _ranges(frame: Frame, start: int, end: int) -> list[Range]:
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
    return next(
        (groups[name] for name in ("numbers", "count", "these_few", "nth", "first_few", "few") if groups.get(name)), ""
    )


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


def _meant(line: Range, items: list[Item]) -> list[int]:
    """The indexes of the items that a line speaks of."""
    above = [index for index, item in enumerate(items) if item.task.span[0] < line.span[0]]
    below = [index for index, item in enumerate(items) if item.task.span[0] > line.span[0]]
    if line.scope == "numbers":
        return [index for index in _last_run(items, above) if _value(items[index]) in line.numbers]
    if line.scope == "one":
        return above[-1:]
    if line.scope in ("last", "these", "last_few"):
        return above[-max(line.numbers, default=0) :]
    if line.scope == "first":
        return above[: max(line.numbers, default=0)]
    if line.scope == "section":
        return [index for index, item in enumerate(items) if item.task.section_seq in line.numbers]
    if line.scope == "above":
        return above
    if line.scope == "below":
        return below
    if line.scope == "part":
        section = items[above[-1]].task.section_seq if above else None
        if not above or (below and _opens(line, items, below)):
            section = items[below[0]].task.section_seq if below else None
        return [index for index, item in enumerate(items) if item.task.section_seq == section]
    return above or below


def _opens(line: Range, items: list[Item], below: list[int]) -> bool:
    """Whether the line stands right above the first item of a section: nearer to it than to the item before."""
    first = items[below[0]].task
    before = items[below[0] - 1].task if below[0] else None
    return (
        before is not None
        and before.section_seq != first.section_seq
        and first.span[0] - line.span[1] < line.span[0] - before.span[1]
    )


def _last_run(items: list[Item], above: list[int]) -> list[int]:
    """Going up from the line, the items as far as their numbers count down; a number may stand there twice."""
    run: list[int] = []
    for index in reversed(above):
        value, next_one = _value(items[index]), _value(items[run[-1]]) if run else None
        twice = value == next_one and items[index].task.section_seq == items[run[-1]].task.section_seq if run else False
        if value is not None and next_one is not None and value >= next_one and not twice:
            break
        run.append(index)
    return run


def _value(item: Item) -> int | None:
    return ordinal(re.sub(r"[^\d〇零一二三四五六七八九十百①-⒛]", "", item.task.no) or "x")


def _given(item: Item, note: Note) -> Item:
    """The item with the note's leads where it has none, and its helpers besides."""
    task = item.task
    leads = task.lead_units or tuple(dict.fromkeys(unit.name for unit in note.lead))
    if task.lead_units and note.lead:
        return item
    helpers = [*task.co_units, *(unit.name for unit in note.co)]
    co = tuple(name for name in dict.fromkeys(helpers) if name not in leads)
    return Item(task._replace(lead_units=leads, co_units=co), (*item.notes, note))


def first_leads(item: Item, source: str) -> Item:
    """The item of a plan that says so of all its lists of units: the first leads, the others help.

    Where the item's own note says that all lead (分别牵头), or that those it names do, they do.
    """
    first, *others = item.task.lead_units or ("",)
    all_lead = any(
        _ALL_LEAD.search(source, *span)
        or (_LEAD_BEHIND.search(source, *span) and not words.FIRST_LEADS.search(source, *span))
        for span in item.task.note_spans
    )
    if not others or item.task.co_units or all_lead:
        return item
    return item._replace(task=item.task._replace(lead_units=(first,), co_units=tuple(others)))
