"""Marks that only their neighbours show to be ones, and headings without a number."""

import re
from itertools import pairwise

from desktop_app.documents.counting import counted_marks
from desktop_app.documents.extraction import Span
from desktop_app.documents.lines import is_organ
from desktop_app.documents.numbering import Mark, mark_at, mark_before_figure, whole_mark_at
from desktop_app.documents.unit_names import has_ending, is_bare_unit

HEADING = "heading"
"""The kind of a mark where nothing but its place shows a heading."""

# a line that only names what stands on the next one: 配合单位⏎各镇街
_LABEL_ALONE = re.compile(r".{0,8}(?:单位|科室|处室|部门|领导|责任人|时限|时间)[:：]?\s*")
_PLAIN_HEADING = re.compile("[^。；：，！？（）\\d\n]{2,24}：|[^。；：，！？（）\\d\n]{3,24}")
_FRAMED = re.compile("（([^。；：，！？（）\\d\n]{2,24})）")  # 【养老服务】
_UNFRAMED = re.compile("^（(.*)）$")
_BULLET_HEADING = re.compile("[^。；：，\\d\n]{2,24}：?")


def other_marks(shadow: str, source: str, lines: list[Span]) -> dict[int, Mark]:
    """Marks that only their neighbours show to be ones: 1 over 1.1, and notations that nobody has written down."""
    found = counted_marks(shadow, source, lines) | _between(shadow, source, lines)
    kinds = [mark.kind for start, end in lines if (mark := mark_at(shadow, start, end, source))]
    if "multiple" in kinds and "arabic" not in kinds:
        found |= {n: mark for n, span in enumerate(lines) if (mark := whole_mark_at(shadow, *span))}
    return found


def bullet_headings(shadow: str, source: str, lines: list[Span]) -> dict[int, Mark]:
    """The short lines behind one sign over items behind another: ◆ 养老服务 over ● 新建…."""
    marks = [mark_at(shadow, start, end, source) for start, end in lines]
    signs = [shadow[mark.start] if mark and mark.kind == "bullet" else "" for mark in marks]
    first = next(filter(None, signs), "")
    if not first:
        return {}
    upper = {n: mark for n, mark in enumerate(marks) if mark and signs[n] == first}
    short = all(_BULLET_HEADING.fullmatch(shadow, mark.end, lines[n][1]) for n, mark in upper.items())
    over = all(n + 1 < len(marks) and marks[n + 1] and signs[n + 1] != first for n in upper)
    return {n: mark._replace(kind="bullet_heading") for n, mark in upper.items()} if short and over else {}


def _between(shadow: str, source: str, lines: list[Span]) -> dict[int, Mark]:
    """By line index, the numbers that stand before a figure and fill the gap their neighbours leave: 2. 3.5万人… 4."""
    marks = [mark_at(shadow, start, end, source) for start, end in lines]
    known = [(n, mark.value or 0) for n, mark in enumerate(marks) if mark and mark.kind == "arabic"]
    found: dict[int, Mark] = {}
    for (first, value), (last, following) in pairwise(known):
        gap: dict[int, Mark] = {}
        for n in range(first + 1, last):
            mark = mark_before_figure(shadow, *lines[n])
            if mark and mark.value == value + len(gap) + 1:
                gap[n] = mark
        found |= gap if following == value + len(gap) + 1 else {}
    return found


def plain_headings(shadow: str, source: str, lines: list[Span]) -> set[int]:
    """Short lines without a number right above numbered items, where no numbered headings part the document."""
    marks = [mark_at(shadow, start, end, source) for start, end in lines]
    if any(mark and mark.kind in ("part", "chinese", "topic") for mark in marks):
        return set()
    above = [n for n, mark in enumerate(marks[1:]) if marks[n] is None and mark]
    if chiefs := _chiefs(shadow, lines, marks, above):
        return chiefs
    framed = [n for n in above if (said := _FRAMED.fullmatch(shadow, *lines[n])) and not has_ending(said[1])]
    if len(framed) > 1 and framed[0] == above[0]:  # below an item it is rather who does it
        return set(framed)
    found = {
        index
        for index in above
        if _PLAIN_HEADING.fullmatch(shadow, *lines[index])
        and (shadow[lines[index][1] - 1] == "：" or not is_organ(shadow[slice(*lines[index])]))
        and not (index and _LABEL_ALONE.fullmatch(shadow, *lines[index - 1]))
    }
    return found if len(found) > 1 else set()


def _chiefs(shadow: str, lines: list[Span], marks: list[Mark | None], above: list[int]) -> set[int]:
    """Lines that are nothing but a unit's name, each over numbers that begin anew, the first of them over the first
    item: a plan that goes through the departments one by one."""
    first = marks[above[0] + 1] if above else None
    if first is None:
        return set()
    said = {n: _UNFRAMED.sub(r"\1", shadow[slice(*lines[n])].strip()) for n in above}
    named = [n for n, name in said.items() if is_bare_unit(name, frozenset(), at_end=True) and "、" not in name]
    anew = {n for n, mark in enumerate(marks) if mark and mark.kind == first.kind and mark.value == 1}
    return set(named) if len(named) > 1 and named[0] == above[0] and {n + 1 for n in named} == anew else set()
