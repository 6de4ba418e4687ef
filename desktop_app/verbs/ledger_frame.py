"""What every cell of an existing ledger is read against, and where what is doubtful is noted."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from desktop_app.domain.proposal import Note, Severity
from desktop_app.exchange.read_ledger import LedgerRead
from desktop_app.exchange.read_ledger_grid import Cell
from desktop_app.exchange.read_ledger_header import Header
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
