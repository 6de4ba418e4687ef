"""What a file holds before it is understood: passages of text and tables, in order."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.documents.folding import plain

Area = tuple[int, int, int, int]
"""A merged area: first row, first column, last row, last column, from 0, all inside."""


class Table(NamedTuple):
    """A table's cells as text, those of merged areas in the area's first cell only; `name` is the sheet's name, or 表1.

    `hidden` where the file does not show the sheet.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Area, ...] = ()
    hidden: bool = False

    def text(self) -> str:
        """The cells one a line, as a reader without an eye for tables sees them; 索引号：with its value."""
        lines: list[str] = []
        for row in self.rows:
            filled = [cell for cell in row if cell]
            labelled = len(filled) == 2 and filled[0].endswith(("：", ":"))
            lines += ["".join(filled)] if labelled else filled
        return "\n".join(lines)


class Content(NamedTuple):
    """A file's passages and tables in order; `remarks` are sentences for the clerk about what could not be read."""

    blocks: tuple[str | Table, ...]
    remarks: tuple[str, ...] = ()

    def text(self) -> str:
        """Everything, line by line."""
        return "\n".join(block if isinstance(block, str) else block.text() for block in self.blocks)

    def tables(self) -> Iterator[Table]:
        """The tables in order."""
        return (block for block in self.blocks if isinstance(block, Table))


def tidy(text: str) -> str:
    """A cell's text with odd characters folded one for one, without blank lines and blanks at the ends of lines."""
    lines = (line.strip(" \t\u3000\xa0") for line in plain(text).splitlines())
    return "\n".join(line for line in lines if line)


def joined(blocks: list[str | Table]) -> tuple[str | Table, ...]:
    """Neighbouring passages as one."""
    found: list[str | Table] = []
    passage: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            passage.append(block)
            continue
        found += ["\n".join(passage)] if passage else []
        found.append(block)
        passage = []
    return (*found, "\n".join(passage)) if passage else tuple(found)
