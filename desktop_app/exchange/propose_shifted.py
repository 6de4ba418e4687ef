"""Blocks of answers pasted or pushed a line too low or too high, where no answer fell out of the table.

A blank row beside the block is where it came from. That the answers belong a line further is told by their words, by
rates that fall in their own rows only, by figures in cells that only their neighbours have, or, for the whole form's
block below its first row, by nothing but that row: units seldom leave out the first task and answer all others.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby, takewhile
from typing import NamedTuple

from desktop_app.domain.rounds import RowTarget
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.propose_checks import ENDED_STATES, FLOORS
from desktop_app.exchange.propose_match import Matched
from desktop_app.exchange.propose_said import FULL
from desktop_app.exchange.propose_slid import about, spoken
from desktop_app.exchange.read_figure import Wanted, read_figure
from desktop_app.exchange.read_forms import ReturnedRow
from desktop_app.exchange.read_values import Typed, read_percent
from desktop_app.exchange.sheet_layout import FIGURES
from desktop_app.texts import astray

_AT_HOME, _CLEARLY = 2, 3  # pairs of signs that only one task of the form has
_SIGNS = 2  # rows that tell
_BLOCK = 3  # rows below a blank first one that tell by themselves
_FAR = 2  # times its target: a figure beyond it is more likely another task's
_DOWN, _UP = 1, -1


class _Line(NamedTuple):
    """A row of the sheet and whether it is answered."""

    one: Matched
    filled: bool


class _Block(NamedTuple):
    """Answered rows that follow each other, those whose answers they may be, and the blank row beside them."""

    rows: list[Matched]
    owners: list[Matched]
    blank: Matched
    step: int
    whole: bool  # all that is answered, right below the first row
    full: bool  # so whole that no other row is blank


def shifted(snapshot: Snapshot, matched: list[Matched]) -> str | None:
    """The sentence to ask where a block of answers looks moved by a line."""
    for block, telling in _told_blocks(snapshot, matched):
        if _is_shifted(snapshot, block, telling):
            sentence = astray.PASTED_LOW if block.step == _DOWN else astray.PASTED_HIGH
            return sentence.format(task=block.blank.row.title, rows=len(block.rows))
    return None


def beside_blank(snapshot: Snapshot, matched: list[Matched]) -> list[Matched]:
    """The rows, in doubt from a blank row to the first that is at home, where one sign tells that they moved."""
    doubts: dict[int, str] = {}
    for block, telling in _told_blocks(snapshot, matched):
        part = _astray(block, telling)
        if part.rows and _tells(snapshot, part, telling)[2]:
            sentence = astray.BESIDE_BLANK.replace("{task}", block.blank.row.title)
            doubts |= {one.row.key: sentence for one in part.rows}
    return [one._replace(doubt=one.doubt or doubts.get(one.row.key)) for one in matched] if doubts else matched


def with_figures_moved(snapshot: Snapshot, matched: list[Matched]) -> list[Matched]:
    """The rows, all their figures in doubt where some go only with the next line's tasks, or only with the last's."""
    lines = sorted(
        (one for one in matched if len(one.returned) == 1),
        key=lambda one: (one.returned[0].sheet, one.returned[0].line),
    )
    for rows, owners in ((lines[1:], lines[:-1]), (lines[:-1], lines[1:])):
        wrong, left = (_misplaced(snapshot, rows, there) + _unlikely(snapshot, rows, there) for there in (rows, owners))
        if wrong >= _SIGNS and not left:
            return [one._replace(returned=tuple(map(_with_figures_unsure, one.returned))) for one in matched]
    return matched


def _with_figures_unsure(returned: ReturnedRow) -> ReturnedRow:
    cells = {
        field: cell._replace(unsure=cell.unsure or astray.FIGURES_MOVED) if field in FIGURES else cell
        for field, cell in returned.cells.items()
    }
    return returned._replace(cells=cells)


def _told_blocks(snapshot: Snapshot, matched: list[Matched]) -> Iterator[tuple[_Block, dict[int, set[str]]]]:
    """Each block beside a blank row, with the words that tell the tasks of its sheet apart."""
    lines = [_Line(one, one.returned[0].filled()) for one in matched if len(one.returned) == 1]
    if all(line.filled for line in lines):
        return
    lines.sort(key=lambda line: (line.one.returned[0].sheet, line.one.returned[0].line))
    for _, group in groupby(lines, key=lambda line: line.one.returned[0].sheet):
        sheet = list(group)
        blocks = list(_blocks(sheet))
        telling = _telling(snapshot, sheet) if blocks else {}
        yield from ((block, telling) for block in blocks)


def _astray(block: _Block, telling: dict[int, set[str]]) -> _Block:
    """The part of the block between the blank row and the first one that speaks of its own task."""
    pairs = list(zip(block.rows, block.owners, strict=True))
    if block.step == _UP:
        pairs.reverse()
    part = list(takewhile(lambda pair: not _speaking([pair], telling)[0], pairs))
    return block._replace(rows=[one for one, _ in part], owners=[owner for _, owner in part])


def _blocks(lines: list[_Line]) -> Iterator[_Block]:
    """Each block of rows with a blank row above or below it."""
    start = 0
    for filled, group in groupby(lines, key=lambda line: line.filled):
        rows = [line.one for line in group]
        stop = start + len(rows)
        if filled:
            whole = start == 1 and not any(line.filled for line in lines[stop:])
            if start:
                yield _Block(
                    rows, [lines[start - 1].one, *rows[:-1]], lines[start - 1].one, _DOWN, whole, stop == len(lines)
                )
            if stop < len(lines):
                yield _Block(rows, [*rows[1:], lines[stop].one], lines[stop].one, _UP, False, False)
        start = stop


def _telling(snapshot: Snapshot, lines: list[_Line]) -> dict[int, set[str]]:
    """By round row, the pairs of signs that the form prints of no other task."""
    contexts = {line.one.row.key: about(snapshot, line.one.row) for line in lines}
    counts = Counter(pair for context in contexts.values() for pair in context)
    return {key: {pair for pair in context if counts[pair] == 1} for key, context in contexts.items()}


def _is_shifted(snapshot: Snapshot, block: _Block, telling: dict[int, set[str]]) -> bool:
    if block.step == _UP:
        return any(_tells(snapshot, part, telling)[0] for part in _ends(block))
    enough, at_home, signs = _tells(snapshot, block, telling)
    alone = block.whole and _is_waited_for(snapshot, block.blank)
    least = _SIGNS if block.full and not at_home else _BLOCK
    return enough or (alone and at_home <= signs and (signs > at_home or len(block.rows) >= least))


def _ends(block: _Block) -> Iterator[_Block]:
    """The block from each of its rows on: deleting cells moves up only what stands below them."""
    for start in range(len(block.rows)):
        yield block._replace(rows=block.rows[start:], owners=block.owners[start:])


def _tells(snapshot: Snapshot, block: _Block, telling: dict[int, set[str]]) -> tuple[bool, int, int]:
    """Whether the signs that the block moved are enough; how many rows are at home, and how many signs there are."""
    at_home, moved = _speaking(zip(block.rows, block.owners, strict=True), telling)
    signs = moved + sum(
        _relieved(block, count) for count in (_fallen, partial(_misplaced, snapshot), partial(_unlikely, snapshot))
    )
    return signs > at_home and signs >= _SIGNS, at_home, signs


def _relieved(block: _Block, count: Callable[[list[Matched], list[Matched]], int]) -> int:
    """How many rows have something that does not go together, where all of it would a line further."""
    return 0 if count(block.rows, block.owners) else count(block.rows, block.rows)


def _speaking(pairs: Iterable[tuple[Matched, Matched]], telling: dict[int, set[str]]) -> tuple[int, int]:
    """How many rows speak of their own task, and how many of their neighbour's."""
    at_home = moved = 0
    for one, owner in pairs:
        words = spoken(one)
        own, other = len(words & telling[one.row.key]), len(words & telling[owner.row.key])
        at_home += own >= _AT_HOME and own > other
        moved += (other >= _CLEARLY and own < _AT_HOME and other > 2 * own) or (other >= _AT_HOME and not own)
    return at_home, moved


def _fallen(rows: list[Matched], owners: list[Matched]) -> int:
    """How many of these rows' rates are below what was last said of those tasks."""
    count = 0
    for one, owner in zip(rows, owners, strict=True):
        cell, last = one.returned[0].cells.get("percent"), owner.row.last_percent
        said = read_percent(cell.typed).value if cell and last is not None else None
        count += isinstance(said, float) and last is not None and said < last
    return count


def _misplaced(snapshot: Snapshot, rows: list[Matched], owners: list[Matched]) -> int:
    """How many of these rows have figures that those tasks were not asked."""
    count = 0
    for one, owner in zip(rows, owners, strict=True):
        given = one.returned[0].cells.keys() & set(FIGURES)
        count += bool(given) and not given <= {
            f"figure_{target.position}" for target in snapshot.having("row_target", "row", owner.row.key)
        }
    return count


def _unlikely(snapshot: Snapshot, rows: list[Matched], owners: list[Matched]) -> int:
    """How many of these rows have a figure below the last one of those tasks, or far above their target."""
    count = 0
    for one, owner in zip(rows, owners, strict=True):
        targets = snapshot.having("row_target", "row", owner.row.key)
        cells = one.returned[0].cells
        figures = [
            (target, cells[field].typed) for target in targets if (field := f"figure_{target.position}") in cells
        ]
        count += any(_is_unlikely(target, typed) for target, typed in figures)
    return count


def _is_unlikely(target: RowTarget, typed: Typed) -> bool:
    plain = isinstance(typed.raw, float) and not typed.percent
    said = typed.raw if plain else read_figure(typed, Wanted(target.unit, target.value)).value
    if not isinstance(said, float) or target.comparator not in FLOORS:
        return False
    return (target.last is not None and said < target.last) or bool(target.value and said > _FAR * target.value)


def _is_waited_for(snapshot: Snapshot, one: Matched) -> bool:
    """Whether the unit was to answer this row: not answered yet, not ended, not withdrawn."""
    row = one.row
    ended = row.last_percent == FULL or snapshot.tasks[row.task].state in ENDED_STATES
    return not (ended or row.withdrawn) and snapshot.report_of(row.key) is None
