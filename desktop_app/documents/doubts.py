"""What the clerk should look at: units missing or vague, numbers that may be slogans, dates to ask for, numbering."""

import re
from itertools import pairwise

from desktop_app.documents.extraction import DeadlineRead, Doubt, SectionRead, TaskRead
from desktop_app.documents.folding import fold
from desktop_app.documents.items import Frame, Item, gaps
from desktop_app.documents.numerals import ordinal
from desktop_app.documents.unit_names import named_like_unit
from desktop_app.texts import documents as texts

_SLOGAN = re.compile(r"“[^“”\n]{0,12}?(?:\d{2,}|\d(?:\+\d)+)[^“”\n]{0,12}”|(?<![\d.])\d+(?:\+[\dA-Za-z]+)+")
_RANK = re.compile(
    "(?:全国|全省|全市|全区|全县|省内|市内|[省市区县]级?(?:考核|排名|测评)?)[^，。；、\\d]{0,6}?"
    "前(?:[一二三五六八十]|\\d{1,2})(?:名|位|强)?(?![年届期季月批次天])"
)
_VAGUE_REST = re.compile("等(?:相关|有关)(?:部门|单位|科室|镇街|处室)")
_FROM_TO = re.compile(r"\d[万亿]?[^\d，。；、提升增降压缩扩达]{0,4}[—~至到-]{1,2}\d")  # 76%提高到85% is none
_BRACKETS = "（）() 第任务、.．"
_LONG_TITLE = 80


def item_doubts(frame: Frame, item: Item) -> list[Doubt]:
    """The questions about one task."""
    task = item.task
    return [*_unit_doubts(frame, item), *_number_doubts(frame, task), *_deadline_doubts(task), *_title_doubts(task)]


def _unit_doubts(frame: Frame, item: Item) -> list[Doubt]:
    task = item.task
    doubts = [
        Doubt(task.seq, "unit", unit.name, texts.VAGUE_UNIT.format(phrase=unit.name), unit.span)
        for note in item.notes
        for unit in note.vague
    ]
    doubts += [
        Doubt(task.seq, "unit", unit.name, texts.ODD_UNIT.format(phrase=unit.name), unit.span)
        for note in item.notes
        for unit in (*note.lead, *note.co)
        if unit not in note.vague and not named_like_unit(unit.name, frozenset())
    ]
    doubts += [
        Doubt(task.seq, "unit", words, texts.BY_ORDER.format(phrase=words), note.span)
        for note in item.notes
        if note.unsure
        for words in [frame.source[slice(*note.span)].strip()]
    ]
    for note in item.notes:
        for found in _VAGUE_REST.finditer(frame.shadow, *note.span):
            doubts.append(Doubt(task.seq, "unit", found[0], texts.VAGUE_UNIT.format(phrase=found[0]), found.span()))
    if not task.lead_units:
        doubts.insert(0, Doubt(task.seq, "unit", task.title, texts.NO_LEAD, task.title_span))
    return doubts


def _number_doubts(frame: Frame, task: TaskRead) -> list[Doubt]:
    doubts: list[Doubt] = []
    for start, end in gaps(task.no_span[1], task.span[1], list(task.note_spans)):
        for found in _SLOGAN.finditer(frame.shadow, start, end):
            phrase = frame.source[found.start() : found.end()]
            if not any(a < found.end() and found.start() < b for a, b in (target.span for target in task.targets)):
                doubts.append(Doubt(task.seq, "number", phrase, texts.MAYBE_SLOGAN.format(phrase=phrase), found.span()))
        for found in _RANK.finditer(frame.shadow, start, end):
            phrase = frame.source[found.start() : found.end()]
            doubts.append(Doubt(task.seq, "target", phrase, texts.RANK.format(phrase=phrase), found.span()))
    for target in task.targets:
        if target.comparator == ">=" and _FROM_TO.search(fold(target.phrase)):
            text = texts.RANGE_TARGET.format(phrase=target.phrase)
            doubts.append(Doubt(task.seq, "target", target.phrase, text, target.span))
    return doubts


def _deadline_doubts(task: TaskRead) -> list[Doubt]:
    doubts: list[Doubt] = []
    for deadline in task.deadlines:
        sentence = _ask(deadline)
        if sentence:
            text = sentence.format(phrase=deadline.phrase, count=len(deadline.days))
            doubts.append(Doubt(task.seq, "deadline", deadline.phrase, text, deadline.span))
    return doubts


def _ask(deadline: DeadlineRead) -> str | None:
    if deadline.kind == "recurring":
        return texts.RECURRING_DAYS if deadline.days else texts.RECURRING
    return texts.ASK_DEADLINE if deadline.date is None and deadline.kind not in ("ongoing", "start") else None


def _title_doubts(task: TaskRead) -> list[Doubt]:
    doubts: list[Doubt] = []
    if not task.no:
        doubts.append(Doubt(task.seq, "structure", task.title, texts.UNNUMBERED, task.title_span))
    if len(task.title) > _LONG_TITLE:
        doubts.append(Doubt(task.seq, "structure", task.title, texts.LONG_TITLE, task.title_span))
    return doubts


def numbering_doubts(tasks: list[TaskRead], sections: list[SectionRead]) -> list[Doubt]:
    """Gaps and repetitions: numbers go on by one, or begin again in a new section."""
    doubts: list[Doubt] = []
    before: TaskRead | None = None
    for task in tasks:
        if before is not None:
            again = task.section_seq != before.section_seq
            doubts += _step(before.no, task.no, again, task.seq, task.no_span)
        before = task
    for left, right in pairwise(sections):
        doubts += _step(left.no, right.no, True, None, right.span)
    return doubts


def _step(left: str, right: str, may_restart: bool, seq: int | None, span: tuple[int, int]) -> list[Doubt]:
    first, second = _value(left), _value(right)
    if first is None or second is None or _shape(left) != _shape(right) or second == first + 1:
        return []
    if second == 1 and may_restart:
        return []
    if second <= first:
        return [Doubt(seq, "numbering", right, texts.DUPLICATE.format(no=right), span)]
    return [Doubt(seq, "numbering", right, texts.GAP.format(before=left, after=right), span)]


def _value(no: str) -> int | None:
    return ordinal(no.strip(_BRACKETS + "议题部分章编篇") or "x")


def _shape(no: str) -> tuple[bool, bool]:
    return no[:1] in "（(", any(char.isdigit() for char in no)
