"""Columns that stand together under the header of one: a merged cell over them, and 上月 and 本月 below it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from desktop_app.exchange.read_headers import ASKED, Header
from desktop_app.exchange.read_values import folded
from desktop_app.office.values import Area

_TIME = re.compile(
    r"[上前本当这今去](?:个?月|[期次周年]|季度?)(?:份|底|末)?(?:累计)?|(\d{1,2})月(?:份|底|末)?|(?:[全本]年)?累计"
)
_BEFORE = ("上", "前", "去")


def spread(header: Header, grid: Sequence[Sequence[Any]], areas: Iterable[Area]) -> Header:
    """The header with the unknown columns over which the word of one asked column reaches."""
    over = {
        place: inside[0]
        for first, last in areas
        if header.top <= first[0] and last[0] <= header.line and first[1] < last[1]
        if len(inside := [f for f, at in header.columns.items() if f in ASKED and first[1] <= at <= last[1]]) == 1
        for place in range(first[1], last[1] + 1)
        if place in header.unknown
    }
    times = _times(grid[header.line + 1]) if header.line + 1 < len(grid) else {}
    if times:
        over = {**_beside(header, grid, times), **over}
    if not over:
        return header
    unknown = tuple(place for place in header.unknown if place not in over)
    columns = {field: place for field, place in header.columns.items() if place not in over}
    guessed = header.guessed & columns.keys()
    found = header._replace(columns=columns, guessed=guessed, twice={**header.twice, **over}, unknown=unknown)
    return _timed(found, times) if times and times.keys() <= {*over, *header.columns.values()} else found


def _times(row: Sequence[Any]) -> Mapping[int, str]:
    """The words of a line that tells of nothing but times, by their places; none of any other line."""
    words = {place: folded(value) for place, value in enumerate(row) if value != ""}
    return words if len(words) > 1 and all(map(_TIME.fullmatch, words.values())) else {}


def _beside(header: Header, grid: Sequence[Sequence[Any]], times: Mapping[int, str]) -> dict[int, str]:
    """The fields of the unnamed columns with a time that follow on an asked one with another time."""
    heads = [*grid[header.line], *[""] * (max(times) + 1)]
    named = {at: f for f, at in header.columns.items() if f in ASKED - header.guessed and at in times}
    over: dict[int, str] = {}
    for place in sorted(times):
        before = named.get(place - 1) or over.get(place - 1)
        if before and place not in {*named, *header.twice, header.marks, header.units} and not heads[place]:
            over[place] = before
    return over


def _timed(header: Header, times: Mapping[int, str]) -> Header:
    """The header that takes in the line of times: of columns that stand together, the newest one is the field's."""
    columns, twice = dict(header.columns), dict(header.twice)
    for field, at in header.columns.items():
        together = sorted((_age(times[place]), place) for place in (at, *twice) if place in times)
        together = [one for one in together if one[1] == at or twice[one[1]] == field]
        if at in times and len(together) > 1:
            columns[field] = together[-1][1]
            twice |= {place: field for _, place in together}
            del twice[columns[field]]
    return header._replace(line=header.line + 1, columns=columns, twice=twice)


def _age(words: str) -> int:
    """How late a time is among those beside it: months by their number, 上月 before 本月, 累计 as the last."""
    month = _TIME.fullmatch(words)
    if month and month[1]:
        return int(month[1])
    return 100 if "累计" in words and not words.startswith(_BEFORE) else -1 if words.startswith(_BEFORE) else 50
