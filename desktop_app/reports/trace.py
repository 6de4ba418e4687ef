"""Words that know where their numbers come from: each number in a text has a name and the ledger's cells behind it.

A name says what a number is ("label:滞后", "task:12:done"). The same paper made again, at another moment, gives its
numbers the same names, so that an edited copy can be held against the ledger.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from desktop_app.domain.values import plain_number

NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FIELD = re.compile(r"\{([^{}]+)\}")


class Cell(NamedTuple):
    """A field of a record of the ledger."""

    entity: str
    key: int
    field: str


Cells = tuple[Cell, ...]


class Mark(NamedTuple):
    """A number in a text: from `start` to `end`, what it is, and the cells that it is made of."""

    start: int
    end: int
    name: str
    cells: Cells


class Words(NamedTuple):
    """A text and the numbers in it, in order."""

    text: str
    marks: tuple[Mark, ...] = ()


Told = Words | str
NOTHING = Words("")


def number(value: float, name: str, cells: Iterable[Cell] = ()) -> Words:
    """A figure as a text of its own."""
    shown = plain_number(value)
    return Words(shown, (Mark(0, len(shown), name, tuple(cells)),))


def quoted(text: str, cell: Cell) -> Words:
    """A text out of the ledger; every number in it comes from its cell."""
    name = f"{cell.entity}:{cell.key}:{cell.field}"
    found = enumerate(NUMBER.finditer(text))
    return Words(text, tuple(Mark(*part.span(), f"{name}:{place}", (cell,)) for place, part in found))


def named(text: str, name: str, cells: Iterable[Cell] = ()) -> Words:
    """A text whose numbers, the days of a period for one, belong together under a name."""
    own = tuple(cells)
    found = enumerate(NUMBER.finditer(text))
    return Words(text, tuple(Mark(*part.span(), f"{name}:{place}", own) for place, part in found))


def added(*parts: Told) -> Words:
    """The parts one behind the other."""
    text, marks = "", []
    for part in parts:
        words = part if isinstance(part, Words) else Words(part)
        marks += [mark._replace(start=mark.start + len(text), end=mark.end + len(text)) for mark in words.marks]
        text += words.text
    return Words(text, tuple(marks))


def joined(between: str, parts: Iterable[Told]) -> Words:
    """The parts with a text between each two."""
    made: list[Told] = []
    for part in parts:
        made += [between, part] if made else [part]
    return added(*made)


def filled(pattern: str, fields: Mapping[str, Told]) -> Words:
    """A sentence with {fields}; KeyError for one that is not given."""
    parts: list[Told] = []
    end = 0
    for found in _FIELD.finditer(pattern):
        parts += [pattern[end : found.start()], fields[found[1]]]
        end = found.end()
    return added(*parts, pattern[end:])


def fields_in(pattern: str) -> list[str]:
    """The names of the fields of a sentence."""
    return _FIELD.findall(pattern)


def fill(pattern: str, /, **fields: Told) -> Words:
    """`filled` with the fields by keyword."""
    return filled(pattern, fields)
