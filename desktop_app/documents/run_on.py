"""Rows of a table that reached a text with nothing between their cells: 序号工作任务责任单位1修路。甲局2架桥。乙局."""

import re
from functools import lru_cache

from desktop_app.documents.folding import fold
from desktop_app.documents.table_guess import WHO
from desktop_app.documents.table_words import role_of
from desktop_app.documents.unit_ends import name_end
from desktop_app.documents.unit_grammar import told_in
from desktop_app.documents.unit_names import split_units

_HEADER = re.compile(r"[一-鿿（）()]{6,60}(?P<number>\d{1,3})(?=[一-鿿“《（(])")
_FIRST = re.compile("序号|编号|项次|顺序号")
_TITLED = re.compile(r"(?P<title>[^，。；|]{4,60}[表案单划]) *(?=(?:序号|编号)[一-鿿])")
_NUMBER = re.compile(
    r"(?<=[一-鿿。；）])(?<![第每])\d{1,3}(?=[.、]?[一-鿿“《（])(?!万|个|[月日年人项次家户张所处座名])"
)
_STOP = re.compile("[。；]")
_LEAST_LABELS, _LONGEST_LABEL = 3, 10


def run_on_rows(line: str) -> list[list[str]]:
    """The header of such a table and its rows as cells; none where a line is no such table, or has several columns of
    names, which nothing parts."""
    labels = _header(line)
    if len(labels) < _LEAST_LABELS or sum(role_of(label) in WHO for label in labels) > 1:
        return []
    spans = _numbers(line)
    stops = [*(start for start, _ in spans[1:]), len(line)]
    rows = [list(labels)]
    for (start, end), stop in zip(spans, stops, strict=True):
        rows.append([line[start:end], *_cells(line[end:stop].lstrip(".、 "))])
    return rows if len(rows) > 2 else []


def is_unparted(line: str) -> bool:
    """Whether a line is such a table, perhaps behind its title, of which nobody can tell where a cell ends."""
    titled = _TITLED.match(line)
    table = line[titled.end() :] if titled else line
    return len(_header(table)) >= _LEAST_LABELS and len(_numbers(table)) > 1 and not run_on_rows(table)


def _numbers(line: str) -> list[tuple[int, int]]:
    """Where the rows' numbers stand, one after the other."""
    header = _HEADER.match(line)
    if header is None:
        return []
    spans = [header.span("number")]
    number = int(header["number"])
    for found in _NUMBER.finditer(fold(line), spans[0][1]):
        if int(found[0]) == number + len(spans):
            spans.append(found.span())
    return spans


def title_apart(line: str) -> list[str]:
    """The line; its title and the rest of it where such a table stands right behind one."""
    found = _TITLED.match(line)
    return [found["title"], line[found.end() :]] if found and run_on_rows(line[found.end() :]) else [line]


def _header(line: str) -> tuple[str, ...]:
    """The names of columns that such a table opens with, the rows' numbers first; none where it is no header."""
    header = _HEADER.match(line)
    text = fold(line[: header.start("number")]) if header else ""
    first = _FIRST.match(text)
    others = _labels(text[first.end() :]) if first else ()
    return (first[0], *others) if first and others else ()


@lru_cache(maxsize=64)
def _labels(text: str) -> tuple[str, ...]:
    """The names of columns that a text is made of, as few as can be; none where it is made of anything else."""
    if not text:
        return ()
    ways = [
        (text[:end], *rest)
        for end in range(1, min(len(text), _LONGEST_LABEL) + 1)
        if role_of(text[:end]) and ((rest := _labels(text[end:])) or end == len(text))
    ]
    return min(ways, key=len, default=())


def _cells(row: str) -> list[str]:
    """What a row says, and the names behind one of its sentences that say who does it, with what follows them."""
    shadow = fold(row)
    stops = [found.end() for found in _STOP.finditer(shadow) if found.end() < len(row)]
    for stop in stops:
        if shadow[stop - 1] == "。" and told_in(shadow, row, stop, len(row)):
            return [row[:stop], row[stop:]]
    for stop in stops:
        last = stop
        while (end := name_end(shadow, last, len(row))) and split_units(shadow, row, last, end):
            last = end + (shadow[end : end + 1] in ("、", "，"))
        if last > stop:
            return [part for part in (row[:stop], row[stop:last], row[last:]) if part]
    return [row]
