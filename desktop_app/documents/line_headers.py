"""The header of a table that reached a text as mere cells: its words from pieces, and what their columns hold."""

import re
from itertools import takewhile
from typing import NamedTuple

from desktop_app.documents.cell_order import Cell, Rows
from desktop_app.documents.folding import fold
from desktop_app.documents.header_folds import goes_under, may_stand_over
from desktop_app.documents.numerals import NUMERAL
from desktop_app.documents.table_words import guess_of, role_of
from desktop_app.texts import formats as texts

LONGEST_PIECE = 20  # characters of a header's words
MOST_PIECES = 24
NUMBER = re.compile(r"[★☆▲△*※]?(\d{1,3})[.、★☆▲△*※]?")  # what counts most is marked so
CHAPTER = re.compile(rf"(?:[{NUMERAL}]{{1,3}}、|（[{NUMERAL}]{{1,3}}）|第[{NUMERAL}]{{1,3}}(?:部分|章))")
BRACKET = re.compile("（[^（）]*）")
_MOST_JOINED = 3
_WHOLE_LABEL = 4  # characters that need no other piece
_EVEN = 1.5  # as many labels as a row has cells


class Column(NamedTuple):
    """A column's label, and what it holds."""

    label: str
    role: str | None


def header_pieces(cells: list[Cell], first: int) -> list[str]:
    """The pieces of the header that begins here: a line with bars, or short lines up to a row's number; without 序号
    only what is surely a column's name."""
    if cells[first].opens:
        labels = _row_words(cells, first)
        while goes_under(more := _row_words(cells, first + len(labels))):
            labels += more  # a line broken in the middle of it, or what stands under its words
        return labels
    pieces: list[str] = []
    numbered = role_of(fold(cells[first].words)) == "no"
    for cell in cells[first : first + MOST_PIECES]:
        long = len(cell.words) > LONGEST_PIECE or "。" in cell.words
        aside = pieces and BRACKET.fullmatch(fold(cell.words))  # 进展情况 | （7月）
        known = not cell.words or aside or role_of(fold(cell.words)) or may_stand_over(cell.words)
        if long or begins(cell.words) or not (numbered or known):
            break
        pieces.append(cell.words)
    return pieces


def _row_words(cells: list[Cell], first: int) -> list[str]:
    """The words of the row with bars that opens here; none where none does."""
    row = cells[first : first + 1] if cells[first : first + 1] and cells[first].opens else []
    following = cells[first + 1 : first + MOST_PIECES] if row else []
    row += takewhile(lambda cell: cell.at == row[0].at and not cell.opens, following)
    return [cell.words for cell in row]


def begins(words: str) -> bool:
    """Whether a row or a chapter begins with these words: a number."""
    return bool(NUMBER.fullmatch(words) or CHAPTER.match(fold(words)))


def labels_of(pieces: list[str], columns: int) -> list[str]:
    """The header's words from its pieces, some of them broken (责任 / 领导), best as many as a row has cells."""
    best: dict[tuple[int, int], tuple[float, list[str]]] = {(0, 0): (0.0, [])}
    for end in range(1, len(pieces) + 1):
        for start in range(max(0, end - _MOST_JOINED), end):
            label = "".join(pieces[start:end])
            worth = _worth(label, pieces[start:end])
            for (at, count), (so_far, labels) in list(best.items()):
                reached = so_far + worth
                if at == start and reached > best.get((end, count + 1), (-1e9, []))[0]:
                    best[end, count + 1] = (reached, [*labels, label])
    whole = {count: found for (at, count), found in best.items() if at == len(pieces)}
    return max(whole.items(), key=lambda each: each[1][0] + _EVEN * (each[0] == columns), default=(0, (0.0, [])))[1][1]


def _worth(label: str, pieces: list[str]) -> float:
    """What speaks for one label of these pieces: a word that offices use best, a joint only where it makes one."""
    if BRACKET.match(fold(label)):  # （7月） is of the label before it
        return -1e9
    pieces = [piece for piece in pieces if not BRACKET.fullmatch(fold(piece))]
    joints = len(pieces) - 1
    if joints and all(len(piece) >= _WHOLE_LABEL and role_of(fold(piece)) for piece in pieces):
        return -1e9  # 事项分类 | 事项名称
    if role_of(fold(label)):
        return -0.25 * joints
    if joints and any(role_of(fold(piece)) for piece in pieces):
        return -1e9
    return -0.5 * (2 if joints else 1) * (1 if guess_of(fold(label)) else 3)


def columns_of(labels: list[str]) -> list[Column]:
    """What the columns under these labels hold."""
    return [Column(label, role_of(fold(label)) or guess_of(fold(label))) for label in labels]


def with_number(columns: list[Column], rows: Rows) -> list[list[Column]]:
    """The columns, with one for the rows' numbers where the header names none: before the first or behind it."""
    if not rows.numbers or any(column.role == "no" for column in columns):
        return [columns]
    return [[*columns[:at], Column(texts.NUMBER_COLUMN, "no"), *columns[at:]] for at in (0, 1)]
