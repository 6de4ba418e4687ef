"""What the figures for a task's targets say: how far cumulative ones are, and which others are met.

Only what accumulates is set against the year (cumulative); ratios, growth, caps, zeros, coverage and documents are met
or not met on any day, never pro-rated.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.domain.model import RowTarget, Target
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.texts import lights as texts

ADDS_UP = ("cumulative", None)
_ABOUT = 0.05  # how far from a figure 左右 may be
_APART = 10.0  # points between what a unit says and what its figure says from which the reason tells of it
_PERCENTS = ("%", texts.WIDE_PERCENT)

Held = Mapping[int, Sequence[RowTarget]]  # figures that the ledger holds, by round row


class Figures(NamedTuple):
    """`done`: percent by the cumulative targets, the lowest of them, None unless each has its figure.

    `least` is the (target, figure) that decides it; `unmet` are other targets whose figure misses them, `met` those
    whose figure does not; `units`: how many units' figures are summed in it (0: they are one unit's own).
    """

    done: float | None
    least: tuple[Target, float] | None
    met: tuple[tuple[Target, float], ...]
    unmet: tuple[tuple[Target, float], ...]
    units: int = 0


NOTHING = Figures(None, None, (), ())


def held_figures(snapshot: Snapshot) -> Held:
    """The figures that the ledger holds, by round row."""
    held: dict[int, list[RowTarget]] = {}
    for asked in snapshot.tables["row_target"].values():
        if asked.held is not None:
            held.setdefault(asked.row, []).append(asked)
    return held


def measured(targets: Sequence[Target], said: Sequence[RowTarget]) -> Figures:
    """What a row's figures say of the targets as they are today; targets striven for (力争) do not weigh."""
    figures = {asked.target: asked.held for asked in said if asked.held is not None}
    weighed = [target for target in targets if target.value is not None and not target.soft]
    adding = [target for target in weighed if adds_up(target)]
    others = [(target, figures[target.key]) for target in weighed if target not in adding and target.key in figures]
    shares = [(100 * figures[t.key] / (t.value or 1), t) for t in adding if t.key in figures]
    done, least = min(shares, key=lambda share: share[0], default=(None, None))
    return Figures(
        None if done is None or len(shares) < len(adding) else round(done, 2),
        None if least is None else (least, figures[least.key]),
        tuple(pair for pair in others if is_met(*pair)),
        tuple(pair for pair in others if not is_met(*pair)),
    )


def adds_up(target: Target) -> bool:
    """Whether a target is reached bit by bit over the year, so that its share of the whole means something."""
    return (
        target.kind in ADDS_UP
        and bool(target.value)
        and (target.value or 0) > 0
        and target.unit not in _PERCENTS
        and target.comparator not in ("<", "<=")
    )


def is_met(target: Target, figure: float) -> bool:
    """Whether a figure meets its target."""
    value = target.value or 0.0
    if target.kind in ("cap", "zero") or target.comparator in ("<", "<="):
        return figure < value if target.comparator == "<" else figure <= value
    if target.comparator == ">":
        return figure > value
    if target.comparator == "~":
        return figure >= value * (1 - _ABOUT)
    return figure >= value


def contradiction(figures: Figures, percent: float) -> str:
    """What the figures say against the percent that a unit gave; '' where they agree, or are not that unit's alone."""
    if figures.units and figures.least:
        return told(figures) + missed(figures)
    words = ""
    if figures.done is not None and figures.least is not None:
        crossed = (percent >= 100) != (figures.done >= 100)
        if crossed or abs(min(figures.done, 100.0) - min(percent, 100.0)) >= _APART:
            words = texts.FIGURE_DIFFERS.format(**_words(*figures.least), share=plain_number(figures.done))
    return words + missed(figures)


def missed(figures: Figures) -> str:
    """The targets that the figures miss, each in a sentence."""
    return "".join(texts.UNMET.format(**_words(target, figure)) for target, figure in figures.unmet)


def told(figures: Figures) -> str:
    """How the cumulative target that decides stands, in a sentence; '' where there is none."""
    if figures.least is None:
        return ""
    words, share = _words(*figures.least), plain_number(figures.done or 0.0)
    return (texts.BY_SUM if figures.units else texts.BY_FIGURE).format(**words, share=share, units=figures.units)


def held_to(pairs: Sequence[tuple[Target, float]]) -> str:
    """The targets that the figures meet, each in a sentence."""
    return "".join(texts.MET.format(**_words(target, figure)) for target, figure in pairs)


def still_to_do(target: Target, figure: float, percent: float) -> str:
    """How much more brings a cumulative target above a percent (47张); '' where it is there already."""
    wanted = (target.value or 0.0) * percent / 100 - figure
    if wanted < 0:
        return ""
    whole = float(target.value or 0).is_integer() and float(figure).is_integer()
    more = float(math.floor(wanted) + 1) if whole and percent < 100 else math.ceil(wanted * 100 - 1e-9) / 100
    return plain_number(more) + (target.unit or "") if more > 0 else ""


def _words(target: Target, figure: float) -> dict[str, str]:
    unit = target.unit or ""
    return {
        "item": target.item or target.phrase or texts.TARGET,
        "figure": plain_number(figure) + unit,
        "value": texts.BOUNDS.get(target.comparator, "") + plain_number(target.value or 0) + unit,
    }
