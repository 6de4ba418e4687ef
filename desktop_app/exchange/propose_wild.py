"""Figures that can hardly be what they say: too many noughts, or another unit than last time."""

from math import isclose, log10

from desktop_app.domain.rounds import RowTarget
from desktop_app.domain.values import plain_number
from desktop_app.texts import merge

_TIMES_TARGET = 5  # beyond it more likely a slip than a feat
_BEYOND, _WITHIN = 10, 1000  # times the last figure: beyond the target, and up to it
_SMALL = 10  # a figure below it grows tenfold by a day's work
_GREW = 2  # times; what was far beyond its target last time goes on there
_TELLING_DIGITS = 2  # 32 and 320 are seldom both right, 3 and 30 may be


def wild(value: float, asked: RowTarget) -> str | None:
    """The sentence to ask where a figure is out of all proportion to its target, or to the last one; else None."""
    last, target = asked.last if asked.accepted is None else asked.accepted, asked.value
    if last and _leaps(value, last, target):
        return merge.FIGURE_LEAPS.replace("{last}", plain_number(last)).replace("{times}", f"{value / last:.0f}")
    if not target or value <= max(_TIMES_TARGET * target, _GREW * (last or 0)):
        return None
    return merge.FIGURE_FAR.replace("{target}", plain_number(target)).replace("{times}", str(_TIMES_TARGET))


def noughts_added(value: float, last: float) -> bool:
    """Whether a number is an earlier one with noughts behind it, or its point moved: 320 and 3200, 6.5 and 65."""
    if value < _BEYOND * last or last <= 0:
        return False
    power = log10(value / last)
    digits = plain_number(last).replace(".", "").strip("0")
    return len(digits) >= _TELLING_DIGITS and isclose(power, round(power), abs_tol=1e-9)


def _leaps(value: float, last: float, target: float | None) -> bool:
    limit = _WITHIN if target is not None and value <= target else _BEYOND
    return noughts_added(value, last) or (last >= _SMALL and value >= limit * last)
