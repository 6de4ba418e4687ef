"""From days to x: pure arithmetic between a scene and any painter. Lengths are in the device's own unit."""

import math
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from desktop_app.reports.gantt_scene import Bar


class Spread(NamedTuple):
    """Where days lie: the day `first` begins at `left`, every day is `per_day` wide."""

    first: int
    left: float
    per_day: float

    def x(self, day: float) -> float:
        """Where a day begins; `day + 1` is where it ends."""
        return self.left + (day - self.first) * self.per_day

    def day(self, x: float) -> int:
        """The day that lies at a place."""
        return int(self.first + (x - self.left) // self.per_day)


class Span(NamedTuple):
    """A bar along the time axis: its ends, how far it is done, and where it is expected to be (None if unknown)."""

    start: float
    end: float
    done: float
    expected: float | None


# A straight line: x and y of its ends. No class of its own: there are thousands on a page.
Stroke = tuple[float, float, float, float]


def spread_over(first: int, last: int, left: float, width: float) -> Spread:
    """Days `first` to `last`, both in, over `width` from `left`."""
    return Spread(first, left, width / (last - first + 1))


def span_of(bar: Bar, spread: Spread) -> Span:
    """Where a bar lies: from the beginning of its first day to the end of its last."""
    start, end = spread.x(bar.start), spread.x(bar.end + 1)
    expected = None if bar.expected is None else _along(start, end, bar.expected)
    return Span(start, end, _along(start, end, bar.done or 0.0), expected)


def _along(start: float, end: float, percent: float) -> float:
    share = min(max(percent, 0.0), 100.0) / 100
    return min(start + (end - start) * share, end)


def hatch(left: float, right: float, top: float, bottom: float, step: float) -> list[Stroke]:
    """Rising diagonals, `step` apart along x, that fill a box and stay within it; in one phase for all boxes."""
    height = bottom - top
    first, last = math.floor((left - height) / step) + 1, math.ceil(right / step) - 1
    feet = [step * place for place in range(first, last + 1)]
    begin, end = bisect_left(feet, left), bisect_right(feet, right - height)
    whole = [(foot, bottom, foot + height, top) for foot in feet[begin:end]]
    cut = feet[:begin] + feet[max(begin, end) :]
    return whole + [_cut(foot, left, right, top, bottom) for foot in cut]


def _cut(foot: float, left: float, right: float, top: float, bottom: float) -> Stroke:
    start = max(foot, left)
    end = max(start, min(foot + bottom - top, right))  # a foot on the very edge leaves a stroke of no length
    return (start, bottom - (start - foot), end, bottom - (end - foot))
