"""What stands in a returned row's asked cells, and what around them puts them in doubt."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.exchange.read_headers import Header
from desktop_app.exchange.read_values import Typed, folded, shown_raw
from desktop_app.exchange.read_words import is_alone
from desktop_app.exchange.read_workbook import Sheet
from desktop_app.exchange.sheet_layout import EVERY_COLUMN, cell_name
from desktop_app.texts import astray, slip
from desktop_app.texts import exchange as texts

_OURS = slip.COMMENT.removeprefix("{wrong}").removesuffix("{todo}").strip()  # in what we sent back for correction
PICTURE = re.compile(r"=(?:_xlfn\.)?DISPIMG\(", re.IGNORECASE)
_LOST = re.compile(r"(\ufffd|(?<![A-Za-z0-9/.=&])\?{1,8}(?=[\u4e00-\u9fff]))")
_SENTENCES = frozenset(("text", "problems", "next_steps"))
ASKED = {column.field for column in EVERY_COLUMN if column.asked}
_TICK_SIGNS = frozenset("√✓✔☑●■○◯vV1是有对")


class Cell(NamedTuple):
    """A cell: what was typed and where; `doubt` says why it cannot be read, `unsure` why its reading is asked about."""

    typed: Typed
    address: str
    doubt: str | None = None
    merged: bool = False
    unsure: str | None = None


def is_filled(cell: Cell) -> bool:
    """Whether anything was typed into a cell."""
    return bool(cell.doubt or str(cell.typed.raw).strip())


def strike(sheet: Sheet, line: int, columns: Mapping[str, int], cells: dict[str, Cell]) -> None:
    """Doubt the cells with words struck through; what is left of them is offered, all of it where nothing is."""
    for field, cell in cells.items():
        left = sheet.struck.get((line, columns[field]))
        if left is None or cell.doubt:
            continue
        typed = cell.typed._replace(raw=left) if left.strip() else cell.typed
        said = astray.STRUCK_PARTLY if left.strip() else astray.STRUCK
        cells[field] = cell._replace(typed=typed, unsure=said.replace("{raw}", shown_raw(cell.typed.raw)))


def beside(sheet: Sheet, table: Header, line: int, cells: dict[str, Cell]) -> None:
    """Doubt the cells beside which a second column of such a header says something else."""
    for place, field in table.twice.items():
        raw, cell = sheet.value(line, place), cells.get(field)
        if raw == "" or (cell and folded(cell.typed.raw) == folded(raw)):
            continue
        header, other = (heads(sheet, table, at) for at in (table.columns[field], place))
        words = {"header": header, "other": other, "cell": cell_name(line, place), "words": shown_raw(raw)}
        unsure = (texts.DOUBT_BESIDE if header == other else astray.BESIDE_LIKE).format(**words)
        found = cell or Cell(Typed(raw, sheet.is_percent(line, place)), cell_name(line, place))
        cells[field] = found._replace(unsure=unsure)


def stray(cells: dict[str, Cell]) -> None:
    """Doubt what kinds of file without cells of numbers may spoil: a number among words, signs that they lack."""
    for field in _SENTENCES & cells.keys():
        cell = cells[field]
        if isinstance(cell.typed.raw, str) and is_alone(cell.typed.raw):
            cells[field] = cell._replace(unsure=cell.unsure or texts.DOUBT_STRAY.format(raw=cell.typed.raw.strip()))
        elif isinstance(cell.typed.raw, str) and (lost := _LOST.search(cell.typed.raw)):
            said = astray.SIGNS_LOST.replace("{sign}", lost[1]).replace("{raw}", shown_raw(cell.typed.raw))
            cells[field] = cell._replace(unsure=cell.unsure or said)


def heads(sheet: Sheet, table: Header, column: int) -> str:
    """The word above a column, as it is shown in a sentence."""
    words = (folded(sheet.value(line, column)) for line in range(table.line, table.top - 1, -1))
    return next(filter(None, words), texts.NO_HEADER_WORDS)


def ticked(sheet: Sheet, table: Header, line: int, cells: dict[str, Cell]) -> None:
    """The choice whose own column is ticked; several, or more than a tick, are asked about."""
    filled = [place for place in table.ticks if str(sheet.value(line, place)).strip()]
    if not filled:
        return
    words = [table.ticks[place] for place in filled]
    raw, address = str(sheet.value(line, filled[0])).strip(), cell_name(line, filled[0])
    plain = len(filled) == 1 and folded(raw).removesuffix(".0") in _TICK_SIGNS
    said = texts.AND.join(words)
    doubt = None if plain else astray.TICKED.format(said=said, raw=shown_raw(raw))
    cells["status"] = Cell(Typed(words[0] if plain else raw), address, doubt)


def remarked(sheet: Sheet, line: int, columns: Mapping[str, int], cells: dict[str, Cell]) -> None:
    """Doubt the cells that carry a comment, which may correct them; a blank one is asked about by its comment."""
    for field in ASKED & columns.keys():
        words = sheet.remarks.get((line, columns[field]))
        if words is None or is_our_remark(words):
            continue
        cell, quoted = cells.get(field), shown_raw(words)
        if cell is None:
            cells[field] = Cell(Typed(""), cell_name(line, columns[field]), astray.ONLY_REMARK.format(words=quoted))
        elif not cell.doubt:
            cells[field] = cell._replace(unsure=cell.unsure or astray.REMARKED.replace("{words}", quoted))


def is_our_remark(words: str) -> bool:
    """Whether a comment is what we wrote into a form sent back for correction."""
    return _OURS in words
