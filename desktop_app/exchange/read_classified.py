"""Marks of classification in a table: a cell that says nothing else, and the page headers of a Word document.

In running words (“涉及国家秘密的除外”) they are no mark; “内部资料” is one only at the head of a sheet, for elsewhere
it may be what a unit names as evidence. Documents have a finer eye of their own (`documents/marks.py`).
"""

import re
from collections.abc import Iterable, Iterator

from desktop_app.office.faults import Fault
from desktop_app.office.package import Package
from desktop_app.office.values import Grid

_LEVEL = re.compile(
    r"\s*[（(]?\s*(?:(?:密级|保密等级|秘密等级)\s*[:：]?\s*)?"
    r"(?:绝\s*密|机\s*密|秘\s*密)\s*级?\s*(?:[★☆▲*·]\s*(?:[\d一二三四五六七八九十]{1,3}\s*(?:年|个月|月|天)|长期)?)?\s*[）)]?\s*"
)
_AT_HEAD = re.compile(r"\s*(?:工作\s*秘密|(?:仅供)?内部\s*(?:资料|文件|材料|事项|使用))\s*[★☆]?[^\n]{0,8}")
_STARRED = re.compile(r"(?:绝\s*密|机\s*密|秘\s*密)\s*[★☆]")
_HEAD_ROWS, _LONGEST = 4, 40
_EDGES = re.compile(r"word/header\d*\.xml")
_TAGS = re.compile(r"<[^>]*>")


def mark_in_grids(grids: Iterable[Grid]) -> str | None:
    """The first cell that bears a mark of classification, None where there is none."""
    for grid in grids:
        for line, row in enumerate(grid):
            for cell in row:
                if cell.__class__ is str and ("密" in cell or (cell and line < _HEAD_ROWS)):
                    marks = (words for words in cell.split("\n") if len(words) <= _LONGEST and _is_mark(words, line))
                    if mark := next(marks, None):
                        return mark.strip()
    return None


def _is_mark(words: str, line: int) -> bool:
    at_head = line < _HEAD_ROWS and (_AT_HEAD.fullmatch(words) or _STARRED.search(words))
    return bool(at_head or _LEVEL.fullmatch(words))


def mark_in_headers(package: Package) -> str | None:
    """The mark in a page header of a Word document."""
    for words in _headers(package):
        found = _STARRED.search(words) or _LEVEL.fullmatch(words)
        if found:
            return found[0].strip()
    return None


def _headers(package: Package) -> Iterator[str]:
    for name in package.names():
        if _EDGES.fullmatch(name):
            try:
                yield _TAGS.sub("", package.read(name).decode("utf-8", "replace"))
            except Fault:
                continue
