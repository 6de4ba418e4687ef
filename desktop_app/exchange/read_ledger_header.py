"""The header of an existing ledger: in which lines it stands, and what each of its columns holds."""

import hashlib
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from desktop_app.exchange.read_ledger_grid import Eye
from desktop_app.exchange.read_ledger_roles import marked_columns
from desktop_app.exchange.read_ledger_words import CONTENT, MONTH, NODES, UNIT, WHEN, WHO, known_meaning, meaning_of
from desktop_app.exchange.read_values import folded

Known = Mapping[str, Sequence[str]]  # fingerprint of a header → the meanings that the clerk gave its columns
DEEPEST = 40  # a header stands near the top; titles and instructions may come before it
TALLEST = 3
LONGEST = 40
_FEW, _WIDE_PARTS = 2, 10
_SAID_ABOVE = ("progress_text", "percent", "state")
_GENERIC = frozenset({"名称", "内容", "时间", "姓名", "数量", "情况", "单位", "科室", "部门", "时限", "安排"})


class Column(NamedTuple):
    """A column with a label: its place, its label as shown, all of its header from the top, what it holds.

    `sure` is false where the meaning is a guess that the clerk should look at.
    """

    place: int
    label: str
    parts: tuple[str, ...]
    meaning: str
    sure: bool


class Header(NamedTuple):
    """First and last line of a header, from 0, and its columns from the left."""

    first: int
    last: int
    columns: tuple[Column, ...]

    def of(self, *meanings: str) -> list[int]:
        """The places of the columns that hold one of these."""
        return [column.place for column in self.columns if column.meaning in meanings]

    def at(self, place: int) -> Column:
        """The column at this place."""
        return next(column for column in self.columns if column.place == place)


def find_header(eye: Eye, known: Known) -> Header | None:
    """The header of a ledger, one that the clerk has mapped before ahead of any other; None where there is none."""
    best: tuple[tuple[int, ...], Header] | None = None
    for first in range(min(eye.height, DEEPEST)):
        for last in range(first, min(first + TALLEST, eye.height)):
            header = _known_before(eye, first, last, known) or _candidate(eye, first, last)
            worth = _worth(header, known) if header else ()
            if header and (best is None or worth > best[0]):
                best = (worth, header)
        if best and first > best[1].last + 1:
            break
    return best[1] if best else None


def header_at(eye: Eye, first: int, last: int) -> Header:
    """The header in these lines, whatever they say: the clerk has pointed at them."""
    columns = []
    for place in range(eye.width):
        parts = _parts(eye, first, last, place)
        if parts:
            meant = _meant(parts)
            columns.append(Column(place, parts[-1], parts, *(meant or ("other", False))))
    return Header(first, last, tuple(columns))


def fingerprint(header: Header) -> str:
    """What tells this header from others: its labels, in order."""
    words = "|".join("/".join(folded(part) for part in column.parts) for column in header.columns)
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _known_before(eye: Eye, first: int, last: int, known: Known) -> Header | None:
    """A header that the clerk has mapped before, even one that says nothing to the program."""
    header = header_at(eye, first, last) if known and eye.own(first) else None
    return header if header and fingerprint(header) in known else None


def _worth(header: Header, known: Known) -> tuple[int, ...]:
    """Greater for a header that was mapped before, that says more, that tells its columns better apart."""
    sure = {column.meaning for column in header.columns if column.sure}
    labels = {column.label for column in header.columns}
    return (int(fingerprint(header) in known), len(sure), len(header.columns), len(labels))


def _candidate(eye: Eye, first: int, last: int) -> Header | None:
    own = eye.own(first)
    if len(own) < _FEW or not any(known_meaning(folded(eye.at((first, column)))) for column in own):
        return None
    if not all(_goes_on(eye, line) for line in range(first + 1, last + 1)):
        return None
    header = header_at(eye, first, last)
    sure = {column.meaning for column in header.columns if column.sure}
    others = sure - set(CONTENT)
    content = sure & set(CONTENT)
    enough = others & {*WHO, *WHEN, *_SAID_ABOVE} or len(content) > 1 or ("no" in others and len(header.columns) > 2)
    if content and enough and sum(column.sure for column in header.columns) > 1:
        return header
    by_unit = content and marked_columns(eye, last, {column.place: column.parts for column in header.columns})
    return header if by_unit else None


def _goes_on(eye: Eye, line: int) -> bool:
    """Whether this line belongs to the header above it: nothing but names of columns."""
    own = eye.own(line)
    return bool(own) and all(
        known_meaning(folded(eye.at((line, column)))) or _is_part(eye, line, column) for column in own
    )


def _is_part(eye: Eye, line: int, column: int) -> bool:
    """Whether a cell goes on with the wide cell over it; a unit's name also where the heading of units is unmerged."""
    text = eye.at((line, column))
    above = eye.first(line - 1, column)
    if UNIT.fullmatch(folded(text)):
        return eye.width_of(above) > 1 or not eye.text(line - 1, column) or not eye.text(line - 1, column + 1)
    named = not text[:1].isdigit() or MONTH.fullmatch(folded(text)) is not None
    return named and len(text) <= _WIDE_PARTS and eye.width_of(above) > 1


def _parts(eye: Eye, first: int, last: int, place: int) -> tuple[str, ...]:
    texts = (eye.text(line, place) for line in range(first, last + 1))
    return tuple(text for text, _ in groupby(texts) if text and len(folded(text)) <= LONGEST)


def _meant(parts: Sequence[str]) -> tuple[str, bool] | None:
    """The meaning of a column whose header reads `parts` from the top: of the lowest part that has one."""
    words = [folded(part) for part in parts]
    names = [*reversed(words), "".join(words)] if len(words) > 1 else words
    if len(words) > 1 and words[-1] in _GENERIC:
        names = ["".join(words[-2:]), *names[1:], words[-1]]
    known = next((found for name in names if (found := known_meaning(name))), None)
    above = {known_meaning(word) for word in words[:-1]}
    if known in NODES and above & set(_SAID_ABOVE):
        return "progress_text", True
    if known == "deadline" and above & set(_SAID_ABOVE):
        return "finished_on", True
    return (known, True) if known else meaning_of(words[-1])
