"""Plans without any number: which lines are tasks, which are headings over them, and which only name who does it."""

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from desktop_app.documents.extraction import Span
from desktop_app.documents.lines import is_day, is_organ
from desktop_app.documents.sections import is_label_line, is_titled

_HEADING = re.compile("(?!请|特此|现|为|根据|按照|附|此)[^。；：！？（）\\n]{2,24}")
_SHORT = re.compile("[^。：\\n]{4,60}[。；]?")
_PREAMBLE = re.compile("(?:20\\d\\d年|为|根据|按照|围绕|现将|坚持|以.{2,20}为|今年|全[区县市镇局])")
_LEAST_SHORT = 3


class Entry(NamedTuple):
    """One task, with the label lines below it; `heading` is the line of the chapter that it opens."""

    span: Span
    heading: Span | None


def entries(shadow: str, lines: list[Span], starts: list[int]) -> tuple[list[Entry], list[Span]]:
    """The tasks among `lines` and the lines that none of them took; `starts` are where unit notes begin."""
    groups = _groups(shadow, lines)
    noted = [bisect_left(starts, group[0][0]) < bisect_left(starts, group[-1][1]) for group in groups]
    items = [noted[n] or len(group) > 1 or is_titled(shadow, group[0]) for n, group in enumerate(groups)]
    first = next((n for n, item in enumerate(items) if item), len(items))
    if first < len(items) and not noted[first] and len(groups[first]) == 1:
        opening = shadow[slice(*groups[first][0])]
        items[first] = not _PREAMBLE.match(opening)
    if sum(items) < 2 and not any(noted):
        return [], lines
    return _with_headings(shadow, groups, items)


def short_entries(shadow: str, lines: list[Span]) -> tuple[list[Entry], list[Span]]:
    """Where nothing else shows what a task is: most lines being short, each of these is one."""
    signed = {span for span in lines[-2:] if is_organ(shadow[slice(*span)])}
    short = [span for span in lines if span not in signed and _is_short(shadow, span)]
    if len(short) < _LEAST_SHORT or len(short) * 2 <= len(lines):
        return [], lines
    taken = set(short)
    return [Entry(span, None) for span in short], [span for span in lines if span not in taken]


def paragraphs_below(shadow: str, body: list[Span], notes: list[Span], top: bool) -> list[Span]:
    """The tasks that the unnumbered paragraphs below a heading are, what introduces them left out; `notes` are the
    unit notes among them. Each has a note of its own or, below a `top` heading, a head sentence.
    """
    if not body or is_label_line(shadow, body[0]):
        return []
    found: list[Span] = []
    closed = 0
    for n, group in enumerate(_groups(shadow, body)):
        span = (group[0][0], group[-1][1])
        within = [note for note in notes if span[0] <= note[0] < span[1]]
        closed += len(within)
        if within:
            found += _noted_sentences(shadow, span, within)
        elif top and is_titled(shadow, group[0]):
            found.append(span)
        elif n:
            return []
    return found if top or closed == len(found) > 1 else []


def _noted_sentences(shadow: str, span: Span, notes: list[Span]) -> list[Span]:
    """The passages of a paragraph that a note in brackets closes each: 出台办法。（甲局）新建2处。（乙局）."""
    ends = [last + len(shadow[last : span[1]]) - len(shadow[last : span[1]].lstrip("。； ")) for _, last in notes]
    closing = all(
        shadow[first] == "（" and (shadow[first - 1] in "。；" or shadow[last : last + 1] in "。；\n")
        for first, last in notes
    )
    if len(notes) < 2 or not closing or ends[-1] < span[1]:
        return [span]
    return list(pairwise([span[0], *ends]))


def _groups(shadow: str, lines: list[Span]) -> list[list[Span]]:
    """Each line with the label lines below it."""
    groups: list[list[Span]] = []
    for span in lines:
        if groups and is_label_line(shadow, span):
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _is_short(shadow: str, span: Span) -> bool:
    text = shadow[slice(*span)]
    return bool(_SHORT.fullmatch(text)) and not is_day(text) and not _PREAMBLE.match(text)


def _with_headings(shadow: str, groups: list[list[Span]], items: list[bool]) -> tuple[list[Entry], list[Span]]:
    found: list[Entry] = []
    left: list[Span] = []
    heading: Span | None = None
    for n, group in enumerate(groups):
        if items[n]:
            found.append(Entry((group[0][0], group[-1][1]), heading))
            heading = None
            continue
        if heading:
            left.append(heading)
        heads = n + 1 < len(groups) and items[n + 1] and _HEADING.fullmatch(shadow, *group[0])
        heading = group[0] if heads and not is_organ(shadow[slice(*group[0])]) else None
        left += group[1:] if heading else group
    return found, left
