"""Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, a line a row.

A cell that holds a tab, a line break, or begins with a quotation mark (behind spaces too) stands in quotation marks,
each of its own doubled; so Excel, WPS and LibreOffice write and read it. One that they would take for a formula is led
by an apostrophe, which goes again where the block comes back.
"""

import re
from collections.abc import Iterable, Sequence
from unicodedata import normalize

_QUOTE, _MARK = '"', "'"
_NUMBER = re.compile(r"[-+]?\d[\d,]*(\.\d+)?%?|[-+]")


def write_block(rows: Iterable[Sequence[str]]) -> str:
    """The block as text; each row ends with a line break, as Excel writes it."""
    return "".join("\t".join(_written(cell) for cell in row) + "\r\n" for row in rows)


def _written(cell: str) -> str:
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    cell = _MARK + cell if _acts(cell) else cell
    if cell.lstrip().startswith(_QUOTE) or "\t" in cell or "\n" in cell:
        return _QUOTE + cell.replace(_QUOTE, _QUOTE * 2) + _QUOTE
    return cell


def _acts(cell: str) -> bool:
    """Whether a spreadsheet would take a cell for a formula, or it is one that was already kept from that."""
    first = normalize("NFKC", cell.lstrip(_MARK).lstrip()[:1])
    return first in {"=", "+", "-", "@"} and not _NUMBER.fullmatch(cell)


def read_block(text: str) -> list[list[str]]:
    """The rows of a block, all as long as the longest; a quotation mark that is never closed is one like any other."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    at = 0
    while at <= len(text):
        cell, end = _quoted(text, at) or _plain(text, at)
        rows[-1].append(cell[1:] if cell.startswith(_MARK) and _acts(cell[1:]) else cell)
        if end < len(text) and text[end] == "\n":
            rows.append([])
        at = end + 1
    width = max(len(row) for row in rows)
    return [row + [""] * (width - len(row)) for row in rows]


def _plain(text: str, at: int) -> tuple[str, int]:
    ends = [place for sign in "\t\n" if (place := text.find(sign, at)) >= 0]
    end = min(ends, default=len(text))
    return text[at:end], end


def _quoted(text: str, at: int) -> tuple[str, int] | None:
    """A cell in quotation marks and where it ends; None where it is not one."""
    if not text.startswith(_QUOTE, at):
        return None
    end = at + 1
    while (end := text.find(_QUOTE, end)) >= 0:
        if text.startswith(_QUOTE, end + 1):
            end += 2
            continue
        after = end + 1
        if after == len(text) or text[after] in "\t\n":
            return text[at + 1 : end].replace(_QUOTE * 2, _QUOTE), after
        return None
    return None
