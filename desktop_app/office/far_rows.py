"""Cells that stand far below everything else, as a slip of Ctrl+↓ leaves them: read without the rows between."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

FAR, GAP, MOST_FAR = 50_000, 10_000, 100  # rows: from where on; empty ones before it; at most so many there
NONE_FAR: Mapping[int, int] = MappingProxyType({})

_ROW = re.compile(rb'<row [^>]*?\br="(\d{1,7})"[^>]*>')
_NUMBERED = re.compile(rb'(<(?:row|c)\b[^>]*? r="[A-Z]{0,3})\d{1,7}(?=")')
_END = b"</sheetData>"


def gathered(xml: bytes) -> tuple[bytes, Mapping[int, int]]:
    """The sheet with its far rows moved up below the others, and by the line of each its own, both from 0."""
    end = xml.rfind(_END)
    found = _ROW.match(xml, max(xml.rfind(b"<row ", 0, max(end, 0)), 0))
    if found is None or int(found[1]) < FAR or b"<!" in xml[xml.find(b"<sheetData") : end]:
        return xml, NONE_FAR
    far: list[tuple[int, bytes]] = []
    last = stays = count = 0  # the last row above the highest gap, where it ends, how many rows are below
    for number, row, stop in _held_from_below(xml, end):
        if far and far[-1][0] - number > GAP:
            last, stays, count = number, stop, len(far)
        if number < FAR or len(far) == MOST_FAR:
            break
        far.append((number, row))
    if not count:
        return xml, NONE_FAR
    below = far[count - 1 :: -1]
    rows = [_renumbered(row, last + n) for n, (_, row) in enumerate(below, 1)]
    return b"".join((xml[:stays], *rows, xml[end:])), {last + n: line - 1 for n, (line, _) in enumerate(below)}


def _held_from_below(xml: bytes, end: int) -> Iterator[tuple[int, bytes, int]]:
    """The rows that hold something, the last one first: number, itself, where it ends."""
    stop = end
    while (start := xml.rfind(b"<row ", 0, stop)) >= 0:
        found, row = _ROW.match(xml, start), xml[start:stop]
        if found is None:
            return
        if b"<v" in row or b"<f" in row or b"<is" in row:
            close = row.rfind(b"</row>") + len(b"</row>")
            yield int(found[1]), row[:close], start + close
        stop = start


def _renumbered(row: bytes, number: int) -> bytes:
    return _NUMBERED.sub(rb"\g<1>%d" % number, row)
