"""Words torn by blanks, as text copied from a printed page has them where its lines ended: 人力 资源, 牵 头.

That a text is torn shows in itself: what a blank parts stands together elsewhere in it.
"""

import re
from collections.abc import Iterable

_BLANK = re.compile("(?<=[一-鿿])[ \u3000](?=[一-鿿])")
_PROSE = re.compile("[。，,].*[。，,；;）)]|.{40}")
_UNITS = re.compile("(?:牵头|责任|配合|主办|承办|协办|参与|落实)(?:单位|部门|科室|股室|处室)?[：:]")
_PLACE = re.compile("[：:、，,] ?[省市区县州旗]$")
_LABEL = re.compile("(?:单位|科室|部门|股室|处室|领导|责任人|时限|时间|[：:].{0,12})$")
_NAME = re.compile("[局委办科股处室站所院镇乡会队部]$")
_NEXT = re.compile("[一-鿿]+")
_LEAST_TORN, _SHARE = 2, 4
_MOST_LOOKED_AT = 200
_LONGEST_NAME = 12


def torn_in(lines: Iterable[str]) -> bool:
    """Whether blanks tear the words of a text: two at least, and one of four, that it has whole elsewhere."""
    found: list[str] = []
    kept: list[str] = []
    for line in lines:
        kept.append(line)
        if len(found) < _MOST_LOOKED_AT and (" " in line or "\u3000" in line) and _PROSE.search(line):
            found += [line[blank.start() - 1] + line[blank.end()] for blank in _BLANK.finditer(line)]
    if len(found) < _LEAST_TORN:
        return False
    whole = "\n".join(kept)
    torn = [pair for pair in found[:_MOST_LOOKED_AT] if pair in whole]
    return len(torn) >= max(_LEAST_TORN, len(found[:_MOST_LOOKED_AT]) / _SHARE)


def torn_blanks(line: str) -> list[int]:
    """Where the blanks stand that tear words in a line of prose; not between labels, names and numbers."""
    if not (_PROSE.search(line) or _UNITS.match(line)):
        return []
    return [found.start() for found in _BLANK.finditer(line) if not _parts(line, found.start())]


def _parts(line: str, at: int) -> bool:
    """Whether a blank parts a label from its value, or two names."""
    before = line[max(at - _LONGEST_NAME, 0) : at]
    following = _NEXT.match(line, at + 1)
    after = following[0] if following else ""
    if _PLACE.search(before):
        return False
    names = bool(_NAME.search(before)) and 1 < len(after) <= _LONGEST_NAME and bool(_NAME.search(after))
    return names or bool(_LABEL.search(before.rpartition(" ")[2]))
