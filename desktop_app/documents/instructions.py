"""Leaders' instructions (批示, 交办): what a sheet says of where one came from, and the day it was written."""

import re
from datetime import date

from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.orders import open_order

_ORIGIN = re.compile(f"(?:{words.ORIGIN_LABELS})：")
_ORIGIN_LINE = re.compile(rf"[ \n]*{_ORIGIN.pattern}[^\n]*\n")
_SAID = "批示|交办|批转|转办|批办|签批"
_DAY = r"(?:(?P<year{n}>20\d\d)年)?(?P<month{n}>\d{{1,2}})月(?P<day{n}>\d{{1,2}})日"
_WRITTEN = re.compile(
    rf"(?:{_SAID})(?:时间|日期)： *{_DAY.format(n=1)}|{_DAY.format(n=2)}，?[^。：；\n]{{0,40}}?(?:{_SAID})(?=：|，|“)"
)
_TOLD = re.compile(f"(?:{_SAID})(?:内容|意见|要求)?：")


def written_on(shadow: str, start: int, end: int, year: int) -> date | None:
    """The day that a leader wrote on, as a passage says (5月6日，批示：…); in `year` where it says none."""
    found = _WRITTEN.search(shadow, start, end)
    if not found:
        return None
    which = "1" if found["month1"] else "2"
    try:
        return date(int(found["year" + which] or year), int(found["month" + which]), int(found["day" + which]))
    except ValueError:
        return None


def without_origins(shadow: str, lines: list[Span]) -> list[Span]:
    """The lines without those that only say where an instruction came from (批示领导：…, 来文单位：…)."""
    return [span for span in lines if not _ORIGIN.match(shadow, *span)]


def said_from(shadow: str, start: int, end: int) -> int:
    """Where the words of an instruction begin, below lines of its item that say where it came from."""
    origin = _ORIGIN_LINE.match(shadow, start, end)
    at = start
    while origin:
        at = origin.end()
        origin = _ORIGIN_LINE.match(shadow, at, end)
    told = _TOLD.match(shadow, at, end) if at > start else None
    return told.end() if told else at


def told_in_lines(shadow: str, source: str, lines: list[Span]) -> list[int]:
    """Where, in lines without numbers, an instruction begins that tells somebody what to do."""
    told = [(found.end(), end) for start, end in lines for found in _TOLD.finditer(shadow, start, end)]
    return [start for start, end in told if open_order(shadow, source, start, end)]
