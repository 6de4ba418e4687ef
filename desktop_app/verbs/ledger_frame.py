"""What every cell of an existing ledger is read against, and where what is doubtful is noted."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.proposal import Note, Severity
from desktop_app.exchange.read_ledger import LedgerRead
from desktop_app.exchange.read_ledger_grid import Cell
from desktop_app.exchange.read_ledger_header import Header
from desktop_app.exchange.read_ledger_words import PLAIN_NUMBER
from desktop_app.exchange.read_values import folded
from desktop_app.texts import import_ledger as texts

Found = list[tuple[str, int, Cell]]  # meaning and place of the column, cell
Get = Callable[..., Found]
Remarks = list[tuple[str | None, Cell]]
BREAKS = re.compile(r"\s*\n\s*")


class Frame(NamedTuple):
    """What every cell is read against."""

    read: LedgerRead
    name: str
    year: int
    as_of: date
    ratios: frozenset[int]  # columns of percentages that hold shares of one throughout
    constant: frozenset[int]  # columns that say the same in every line
    roles: Mapping[str, str]  # what a mark in a unit's own column says
    notes: list[Note]

    @property
    def header(self) -> Header:
        """The header that was read."""
        return self.read.header

    def tell(self, severity: Severity, text: str, cell: str | None, task: str | None) -> None:
        """Note what the clerk is to be told."""
        self.notes.append(Note(severity, text, self.name, self.read.sheet, cell, task))


def remark(label: str | None, cell: Cell) -> str:
    """What a cell says, behind the label of its column where it needs one."""
    return texts.LABELLED.format(label=BREAKS.sub("", label), text=cell.text) if label else cell.text


def plain_figure(cell: Cell) -> float | None:
    """The number that a cell is, or that its text is (a CSV has nothing but text); None for one shown as a share."""
    if isinstance(cell.raw, str):
        words = folded(cell.raw)
        return float(words) if PLAIN_NUMBER.fullmatch(words) else None
    number = isinstance(cell.raw, int | float) and not isinstance(cell.raw, bool) and not cell.percent
    return float(cell.raw) if number else None
