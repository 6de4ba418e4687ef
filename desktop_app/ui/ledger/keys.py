"""What each key means in the table, as in a spreadsheet."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop_app.ui.ledger import walking
from desktop_app.ui.ledger.model import LedgerModel

Key, Held = Qt.Key, Qt.KeyboardModifier


class Move(NamedTuple):
    """A way to go (a name of MOVES) with its direction; `extends` the choice, or `walks` on within it."""

    how: str
    down: int
    right: int
    extends: bool = False
    walks: bool = False


Way = Callable[[LedgerModel, Sequence[int], walking.Cell, Move, int], walking.Cell | None]


def _cell(model: LedgerModel, columns: Sequence[int], at: walking.Cell, move: Move, _: int) -> walking.Cell | None:
    if move.right and not move.walks:
        place = columns.index(at[1]) + move.right
        return (at[0], columns[place]) if 0 <= place < len(columns) else None
    return walking.next_cell(model, columns, at, move.down, move.right)


def _edge(model: LedgerModel, columns: Sequence[int], at: walking.Cell, move: Move, _: int) -> walking.Cell | None:
    return walking.edge(model, columns, at, move.down, move.right)


def _page(model: LedgerModel, columns: Sequence[int], at: walking.Cell, move: Move, page: int) -> walking.Cell | None:
    row = walking.row_from(model, at[0], move.down * page)
    return (walking.last_row(model, at[0], move.down) if row is None else row, at[1])


def _side(model: LedgerModel, columns: Sequence[int], at: walking.Cell, move: Move, _: int) -> walking.Cell | None:
    return at[0], columns[-1] if move.right > 0 else columns[0]


def _corner(model: LedgerModel, columns: Sequence[int], at: walking.Cell, move: Move, _: int) -> walking.Cell | None:
    return walking.last_row(model, at[0], move.down), columns[-1] if move.right > 0 else columns[0]


MOVES: dict[str, Way] = {"cell": _cell, "edge": _edge, "page": _page, "side": _side, "corner": _corner}

_ARROWS = {Key.Key_Up: (-1, 0), Key.Key_Down: (1, 0), Key.Key_Left: (0, -1), Key.Key_Right: (0, 1)}
_SIDES = {Key.Key_Home: (-1, -1), Key.Key_End: (1, 1)}
_PAGES = {Key.Key_PageUp: (-1, 0), Key.Key_PageDown: (1, 0)}
_ENTER = (Key.Key_Return, Key.Key_Enter)

ACTS = {
    "copy": (QKeySequence.StandardKey.Copy,),
    "cut": (QKeySequence.StandardKey.Cut,),
    "paste": (QKeySequence.StandardKey.Paste,),
    "all": (QKeySequence.StandardKey.SelectAll,),
    "clear": (QKeySequence("Del"),),
    "edit": (QKeySequence("F2"),),
    "empty": (QKeySequence("Backspace"),),
    "row": (QKeySequence("Shift+Space"),),
    "column": (QKeySequence("Ctrl+Space"),),
    "leave": (QKeySequence("F6"),),
}
"""The keys that act on what is chosen; acts with a place in the menu have theirs there."""


def act_of(event: QKeyEvent) -> str | None:
    """The act that a key asks for."""
    return next((name for name, keys in ACTS.items() if any(_is(event, key) for key in keys)), None)


def _is(event: QKeyEvent, key: QKeySequence | QKeySequence.StandardKey) -> bool:
    if isinstance(key, QKeySequence):
        return QKeySequence(event.keyCombination()) == key
    return event.matches(key)


def move_of(event: QKeyEvent) -> Move | None:
    """Where a key leads; None where it leads nowhere."""
    key, held = Key(event.key()), event.modifiers()
    shift, control = bool(held & Held.ShiftModifier), bool(held & Held.ControlModifier)
    if held & Held.AltModifier:
        return None
    if key in _ENTER and not control:
        return Move("cell", -1 if shift else 1, 0, walks=True)
    if key in (Key.Key_Tab, Key.Key_Backtab) and not control:
        return Move("cell", 0, -1 if shift or key == Key.Key_Backtab else 1, walks=True)
    if key in _ARROWS:
        return Move("edge" if control else "cell", *_ARROWS[key], extends=shift)
    if key in _SIDES:
        return Move("corner" if control else "side", *_SIDES[key], extends=shift)
    if key in _PAGES and not control:
        return Move("page", *_PAGES[key], extends=shift)
    return None
