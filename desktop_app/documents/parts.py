"""Several plans in one file: where each begins, and one reading made of several."""

import re
from bisect import bisect_left

from desktop_app.documents.extraction import Doubt, Extraction, Span, TaskRead
from desktop_app.documents.lines import is_title
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.plan_years import plan_year
from desktop_app.documents.rest import rest_of
from desktop_app.texts import documents as texts

_ATTACHMENT = re.compile(r"附 *(?:件|表) *[\d一二三四五六七八九十]{0,3} *[：:]?")
_LEAST = 2


def titles_within(shadow: str, source: str, lines: list[Span]) -> list[int]:
    """The lines that are titles of further plans: behind 附件2, or with a year of their own, over numbered lines."""
    found: list[int] = []
    marks = [mark_at(shadow, start, end, source) for start, end in lines]
    numbered = [index for index, mark in enumerate(marks) if mark]
    for index, (start, end) in enumerate(lines):
        text = shadow[start:end]
        if marks[index] or not is_title(text):
            continue
        attached = any(_ATTACHMENT.fullmatch(shadow, *line) for line in lines[max(index - 2, 0) : index])
        after = bisect_left(numbered, index)
        first = marks[numbered[after]] if len(numbered) - after >= _LEAST else None
        if first and first.value in (1, None) and (attached or (index and plan_year([text]) is not None)):
            found.append(index)
    return found


def joined_plans(first: Extraction, others: list[tuple[str, Extraction]]) -> Extraction:
    """The plans as one, tasks and sections numbered on; a plan whose tasks were all read before is left out."""
    tasks, sections, doubts = list(first.tasks), list(first.sections), list(first.doubts)
    for title, other in others:
        known = {task.title for task in tasks}
        if sum(task.title in known for task in other.tasks) * 2 >= len(other.tasks):
            doubts.append(Doubt(None, "structure", title, texts.SAME_PLAN.format(title=title), None))
            continue
        shift = len(tasks)
        doubts.append(
            Doubt(None, "structure", title, texts.MORE_PLANS.format(title=title, count=len(other.tasks)), None)
        )
        doubts += [doubt._replace(seq=doubt.seq + shift) if doubt.seq else doubt for doubt in other.doubts]
        tasks += [_shifted(task, shift, len(sections)) for task in other.tasks]
        sections += other.sections
    used = [section.span for section in sections] + [task.span for task in tasks]
    return first._replace(
        tasks=tuple(tasks), sections=tuple(sections), doubts=tuple(doubts), rest=rest_of(first.source, used)
    )


def _shifted(task: TaskRead, tasks: int, sections: int) -> TaskRead:
    place = None if task.section_seq is None else task.section_seq + sections
    return task._replace(seq=task.seq + tasks, section_seq=place)
