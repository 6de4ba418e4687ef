"""Lines below a task that are none of it and no task either: a doubt for each that says how much or by when."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, pairwise

from desktop_app.documents.deadlines import read_deadlines
from desktop_app.documents.extraction import Doubt, Span, TaskRead
from desktop_app.documents.folding import fold
from desktop_app.documents.items import Frame, Item
from desktop_app.documents.lines import lines_of
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.targets import read_targets
from desktop_app.texts import documents as texts

_SHOWN = 30
_FILLED_IN = re.compile(".{0,4}(?:日期|时间|人|电话|单位|科室|部门)(?:（[^）]*）)?：")  # 填表日期：…


def left_over_doubts(frame: Frame, items: list[Item], used: list[Span], end: int) -> list[Doubt]:
    """The doubts about the lines right below each task, down to the next number; `used` are lines read for others."""
    doubts: list[Doubt] = []
    read = sorted(used)
    firsts, ends = [first for first, _ in read], [*accumulate((final for _, final in read), max)]
    starts = [*(item.task.span[0] for item in items), end]
    for item, (_, stop) in zip(items, pairwise(starts), strict=True):
        for start, last in lines_of(frame.shadow, item.task.span[1], stop):
            if mark_at(frame.shadow, start, last, frame.source):
                break
            before = bisect_left(firsts, last)  # of the lines read for others, those that begin above this one's end
            if not (before and ends[before - 1] > start) and _commits(frame, start, last):
                words = frame.source[start:last].strip()
                text = texts.LEFT_OUT.format(words=words[:_SHOWN])
                doubts.append(Doubt(None, "structure", words, text, (start, last)))
    return doubts


def rest_doubts(frame: Frame, tables: list[Span], tasks: list[TaskRead], rest: Iterable[Span]) -> list[Doubt]:
    """The doubts about what stands in a table below its first task and was read for none."""
    starts = [task.span[0] for task in tasks]
    tops = [(min((at for at in starts if first <= at < end), default=end), end) for first, end in tables]
    doubts: list[Doubt] = []
    for start, last in rest:
        words = frame.source[start:last]
        inside = any(top < start < end for top, end in tops)
        if inside and not _FILLED_IN.match(fold(words)) and _commits(frame, start, last):
            text = texts.LEFT_OUT.format(words=words[:_SHOWN])
            doubts.append(Doubt(None, "structure", words, text, (start, last)))
    return doubts


def _commits(frame: Frame, start: int, end: int) -> bool:
    """Whether a line says how much is to be done, or by when."""
    said = frame.shadow, frame.source, start, end, frame.year
    return bool(read_targets(*said) or read_deadlines(*said, frame.issued))
