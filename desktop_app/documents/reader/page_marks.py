"""Page numbers between dashes, as official papers print them: —９—, － 9 －; alone on a line, or amid one."""

import re

from desktop_app.documents.extraction import Span

_DASH = "[—–―─－-]"
_BESIDE = "[0-9０-９A-Za-zＡ-Ｚａ-ｚ—–―─－-]"  # with which it is a range, a code or a rule
_MARK = re.compile(
    rf"(?<!{_BESIDE}){_DASH}{{1,2}}[ \u3000]?(?P<number>[0-9０-９]{{1,3}})[ \u3000]?{_DASH}{{1,2}}(?!{_BESIDE})"
)
_DASHES = ("—", "–", "―", "─", "－", "-")
_BLANKS = " \t\u3000\xa0"
_STOPS = "。；！？："
_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"


def page_marks(raw: str) -> list[Span]:
    """Where page numbers stand: those alone on a line, and those amid one that count on from page to page."""
    if not any(dash in raw for dash in _DASHES):
        return []
    found = list(_MARK.finditer(raw))
    numbers = [int(mark["number"]) for mark in found]
    return [
        mark.span()
        for place, (mark, number) in enumerate(zip(found, numbers, strict=True))
        if _is_alone(raw, *mark.span())
        or number - 1 in numbers[max(place - 1, 0) : place]
        or number + 1 in numbers[place + 1 : place + 2]
    ]


def _is_alone(raw: str, start: int, end: int) -> bool:
    before, after = raw[max(start - 9, 0) : start].rstrip(_BLANKS), raw[end : end + 9].lstrip(_BLANKS)
    return (not before or before[-1] in _LINE_ENDS) and (not after or after[0] in _LINE_ENDS)


def lines_apart(raw: str, marks: list[Span], start: int, end: int) -> list[Span]:
    """The line without the marks at its ends, parted at those behind a sentence."""
    spans: list[Span] = []
    for first, last in marks:
        if start <= first and last <= end:
            before = raw[start:first].rstrip(_BLANKS)
            if not before or before[-1] in _STOPS or not raw[last:end].strip(_BLANKS):
                spans += [(start, first)] if before else []
                start = last
    return [*spans, (start, end)]


def parts_beside(marks: list[Span], start: int, end: int) -> list[Span]:
    """The parts of a line that stand before and behind the marks left in it."""
    spans: list[Span] = []
    for first, last in marks:
        if start < first and last < end:
            spans.append((start, first))
            start = last
    return [*spans, (start, end)]
