"""The targets of a task as a round row has them: in words, and as figures to be asked of the unit."""

from datetime import date
from typing import NamedTuple

from desktop_app.domain.model import RoundRow, RowTarget, Target
from desktop_app.domain.shares import shares_of
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.exchange.sheet_layout import FIGURES
from desktop_app.texts import exchange as texts
from desktop_app.texts import shares as shares_texts


class FigureRule(NamedTuple):
    """What a figure asked of a unit may be: from `least` to `most`; below `last`, its last one, it needs a look."""

    least: float
    most: float
    last: float | None = None


_MOST = 1e12


def targets_words(snapshot: Snapshot, task: int, unit: int) -> str:
    """The targets of a task as forms and round rows have them, with those of its actions asked of nobody else.

    A target that is split over units tells the part of this one behind its own words.
    """
    said = _by_words(snapshot, task)
    return texts.SEVERAL.join([words + _own_part(snapshot, target, unit) for words, target in said.items()])


def _own_part(snapshot: Snapshot, target: Target, unit: int) -> str:
    part = shares_of(snapshot, target.key).get(unit)
    return "" if part is None else shares_texts.OWN.format(value=plain_number(part), unit=target.unit or "")


def _by_words(snapshot: Snapshot, task: int) -> dict[str, Target]:
    """The targets in words, each once; what is striven for beside a firm target of the same thing comes last."""
    targets = list(snapshot.targets_of(task))
    for action in snapshot.actions_of(task):
        if not snapshot.assignments_of(action.key, "lead"):
            targets += snapshot.targets_of(action.key)
    if not targets:
        return {}
    firm = {(t.item, t.unit) for t in targets if not t.soft}
    first = [t for t in targets if not _is_echo(t, firm)]
    said: dict[str, Target] = {}
    for target in (*first, *(t for t in targets if _is_echo(t, firm))):
        words = _words(target)
        if words:
            said.setdefault(words, target)
    return said


def _is_echo(target: Target, firm: set[tuple[str | None, str | None]]) -> bool:
    return bool(target.soft) and (target.item, target.unit) in firm


def _words(target: Target) -> str:
    figure = plain_number(target.value) if target.value is not None else ""
    words = target.phrase or f"{target.item or ''}{figure}{target.unit or ''}"
    return words.replace(texts.SEVERAL, texts.AND_ALSO)


def beyond(snapshot: Snapshot, task: int) -> bool:
    """Whether a task has more targets than a form has room for."""
    return len(_asked(snapshot, task)) > len(FIGURES)


def _asked(snapshot: Snapshot, task: int) -> list[Target]:
    targets = list(_by_words(snapshot, task).values())
    firm = {(t.item, t.unit) for t in targets if not t.soft}
    return [target for target in targets if not _is_echo(target, firm)]


def figures_of(snapshot: Snapshot, task: int, unit: int, as_of: date) -> list[dict[str, object]]:
    """The figures to ask of a unit about a task, as values of row targets: one a target, six at most."""
    last = _last_figures(snapshot, task, unit, as_of)
    return [
        {
            "position": position,
            "target": target.key,
            "item": target.item,
            "comparator": target.comparator,
            "value": shares_of(snapshot, target.key).get(unit, target.value),
            "unit": target.unit,
            "last": last.get(target.key, last.get((target.item, target.unit))),
        }
        for position, target in enumerate(_asked(snapshot, task)[: len(FIGURES)], 1)
    ]


def _last_figures(snapshot: Snapshot, task: int, unit: int, as_of: date) -> dict[object, float]:
    """The newest figure that the ledger holds of a unit, by target key and by what is counted."""
    found: dict[object, float] = {}
    rounds = {row.key: snapshot.rounds[row.round] for row in snapshot.rows_about(task)}
    rows = sorted(snapshot.rows_about(task), key=lambda row: (rounds[row.key].as_of, row.round))
    for row in rows:
        made = rounds[row.key]
        if made.state == "voided" or row.withdrawn or made.as_of > as_of.isoformat():
            continue
        if snapshot.unit(row.unit).key == unit:
            for figure in row_targets(snapshot, row.key):
                if figure.held is not None:
                    found[figure.target] = found[(figure.item, figure.unit)] = figure.held
    return found


def row_targets(snapshot: Snapshot, row: int) -> list[RowTarget]:
    """The figures asked of a round row, in order."""
    return snapshot.having("row_target", "row", row)


def numbered(snapshot: Snapshot, row: RoundRow) -> str:
    """The targets of a round row as its form prints them, a line each; those whose figure is asked are numbered."""
    parts, figures = (row.targets or "").split(texts.SEVERAL), row_targets(snapshot, row.key)
    if not figures:
        return "\n".join(parts)
    marks = [texts.CIRCLED[figure.position - 1] for figure in figures]
    units = [_counted_in(figure, part) for figure, part in zip(figures, parts, strict=False)]
    lines = [f"{mark}{part}{unit}" for mark, part, unit in zip(marks, parts, units, strict=False)]
    return "\n".join((*lines, *parts[len(lines) :]))


def _counted_in(figure: RowTarget, words: str) -> str:
    """The unit to fill the figure in, where the plan words it in ten thousands and the ledger holds whole units."""
    large = any(mark in words for mark in texts.LARGE) and figure.unit
    return texts.COUNTED_IN.format(unit=figure.unit) if large else ""


def figure_rule(snapshot: Snapshot, figure: RowTarget) -> FigureRule:
    """What the form lets a unit fill in for a figure: shares up to 100, growth may be negative, counts not."""
    target: Target | None = snapshot.tables["target"].get(figure.target)
    kind = target.kind if target else None
    last = figure.last if kind == "cumulative" else None
    if kind == "growth":
        return FigureRule(-_MOST, _MOST)
    return FigureRule(0, 100 if figure.unit == "%" else _MOST, last)


def last_figures(snapshot: Snapshot, row: int) -> str:
    """The unit's last figures as the form prints them beside the asked cells; '' where it has none."""
    said = [
        texts.LAST_FIGURE.format(number=texts.CIRCLED[f.position - 1], figure=plain_number(f.last), unit=f.unit or "")
        for f in row_targets(snapshot, row)
        if f.last is not None
    ]
    return texts.AND_ALSO.join(said)
