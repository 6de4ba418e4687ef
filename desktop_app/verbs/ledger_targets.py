"""Targets, from the cells of an existing ledger: a figure each where one is said, else the words themselves."""

import re
from collections.abc import Iterator, Sequence

from desktop_app.documents.extraction import TargetRead
from desktop_app.documents.folding import fold
from desktop_app.documents.numerals import MAGNITUDES
from desktop_app.documents.targets import read_targets
from desktop_app.exchange.ledger_records import Held, HeldTarget
from desktop_app.exchange.read_ledger_grid import Cell
from desktop_app.exchange.read_ledger_settle import MEASURE
from desktop_app.exchange.read_ledger_words import EDGES, FIGURE, IN_LABEL, LEAD_IN, PARTS, SCALES, SIGNS
from desktop_app.exchange.read_values import folded


def targets_of(
    cells: Sequence[tuple[str, Cell]], measures: Sequence[str], title: Held, text: Held | None, year: int
) -> Iterator[HeldTarget]:
    """The targets of a task: those of its target cells (each with its column's label), else of its title and text."""
    for label, cell in cells:
        for segment in PARTS.split(cell.text):
            words = LEAD_IN.sub("", segment).strip(EDGES)
            if words:
                yield from _segment(words, cell, _measure(label, measures), str(title.value), year)
    if not cells:
        for held in (title, *([text] if text else [])):
            words = str(held.value)
            for found in read_targets(fold(words), words, 0, len(words), year):
                yield _held(found, found.phrase, held.cell)


def _segment(words: str, cell: Cell, measure: str | None, title: str, year: int) -> Iterator[HeldTarget]:
    bare = FIGURE.fullmatch(folded(words))
    if bare and (bare["unit"] == "" or MEASURE.fullmatch(bare["unit"])):
        yield _bare(bare, words, bare["unit"] or measure or "", cell, title)
        return
    found = read_targets(fold(words), words, 0, len(words), year)
    if not found:
        yield HeldTarget(words, None, "=", None, None, None, None, cell.name)
    for target in found:
        yield _held(target, words if len(found) == 1 else target.phrase, cell.name)


def _bare(found: re.Match[str], words: str, measure: str, cell: Cell, title: str) -> HeldTarget:
    """A cell with nothing but a number, counted in the unit that it, its header or another cell names."""
    scale = next((word for word in SCALES if measure.startswith(word)), "")
    unit = measure.removeprefix(scale)
    value = round(float(found["value"]) * MAGNITUDES[scale], 6)
    sign = SIGNS.get(found["sign"] or "", "=")
    kind = "ratio" if unit == "%" else "cap" if sign == "<=" else "cumulative"
    return HeldTarget(words, title, sign, value, unit or None, kind, None, cell.name)


def _measure(label: str, measures: Sequence[str]) -> str | None:
    """The unit of a target column: in its label's bracket, else in the column of units."""
    found = IN_LABEL.search(label)
    return found[1] if found and MEASURE.fullmatch(folded(found[1])) else next(iter(measures), None)


def _held(target: TargetRead, phrase: str, cell: str | None) -> HeldTarget:
    return HeldTarget(
        phrase, target.item, target.comparator, target.value, target.unit or None, target.kind, target.scope, cell
    )
