"""Brackets at the end of a heading that say which of the items below it are whose: 二、救助（以下5—7项由A负责）."""

import re

from desktop_app.documents.extraction import Span
from desktop_app.documents.items import Frame
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.ranges import Range, ranges_in

_CLOSING = re.compile("（(?=[^（）]{0,12}[项条款])(?:[^（）]|（[^（）]*）)*）[。： ]*$")
_BELOW = {"numbers": "numbers_below", "first": "next", "numbers_below": "numbers_below", "next": "next"}


def ranges_of_heading(frame: Frame, start: int, end: int) -> list[Range]:
    """The ranges in the bracket that closes a heading, as of the items below it; none where it says anything else."""
    closing = _CLOSING.search(frame.shadow[start:end])
    if not closing:
        return []
    found = ranges_in(frame, start + closing.start(), start + len(frame.shadow[start:end].rstrip("。： ")))
    if not all(one.scope in _BELOW for one in found):
        return []
    return [one._replace(scope=_BELOW[one.scope]) for one in found]


def ranges_of_headings(frame: Frame, lines: list[Span]) -> list[Range]:
    """The ranges in the closing brackets of all the numbered lines among `lines` that are one sentence."""
    found: list[Range] = []
    for start, end in lines:
        sentence = "。" not in frame.shadow[start:end].rstrip("。 ")
        if sentence and mark_at(frame.shadow, start, end, frame.source):
            found += ranges_of_heading(frame, start, end)
    return found
