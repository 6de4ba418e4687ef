"""The time axis of a Gantt chart: its days and its two rows of ticks. Days are ordinals (`date.toordinal`)."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from desktop_app.domain.periods import month_end
from desktop_app.texts import gantt as texts

Scale = Literal["year", "half", "quarter", "month", "week"]
SCALES: tuple[Scale, ...] = ("year", "half", "quarter", "month", "week")

# How many days fill the width at each scale.
DAYS_SHOWN: dict[Scale, int] = {"year": 366, "half": 184, "quarter": 92, "month": 31, "week": 7}


class Tick(NamedTuple):
    """A named stretch of days, both ends in."""

    first: int
    last: int
    label: str


class Axis(NamedTuple):
    """First and last day of the chart, both in, and what is written over them."""

    first: int
    last: int
    upper: tuple[Tick, ...]
    lower: tuple[Tick, ...]


def axis_of(first: date, last: date, scale: Scale) -> Axis:
    """The axis over these days, with the ticks of a scale; the outermost ticks are cut at its ends."""
    upper, lower = _LEVELS[scale]
    several_years = first.year != last.year
    return Axis(
        first.toordinal(),
        last.toordinal(),
        tuple(_cut(upper(first, last, several_years), first, last)),
        tuple(_cut(lower(first, last, several_years), first, last)),
    )


def window(axis: Axis, scale: Scale, as_of: date) -> tuple[int, int]:
    """First and last day of the calendar period of this scale around a day, kept within the axis: what paper shows."""
    day = date.fromordinal(min(max(as_of.toordinal(), axis.first), axis.last))
    if scale == "week":
        first = day - timedelta(days=day.weekday())
        last = first + timedelta(days=6)
    else:
        months = {"year": 12, "half": 6, "quarter": 3, "month": 1}[scale]
        start = (day.month - 1) // months * months + 1
        first, last = date(day.year, start, 1), month_end(day.year, start + months - 1)
    return max(first.toordinal(), axis.first), min(last.toordinal(), axis.last)


def scale_for(days: int) -> Scale:
    """The finest scale that shows so many days at once."""
    wide: list[Scale] = [scale for scale in SCALES if DAYS_SHOWN[scale] >= days]
    return wide[-1] if wide else "year"


def cells(first: int, last: int, scale: Scale) -> tuple[list[Tick], list[Tick]]:
    """What a sheet of cells shows of these days: months over thirds of a month, or over days at the fine scales."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    small = _days if scale in ("month", "week") else _tens
    months = _plain_months if start.year == end.year else _months_of_years
    return list(_cut(months(start, end, True), start, end)), list(_cut(small(start, end, True), start, end))


def _cut(ticks: Iterator[Tick], first: date, last: date) -> Iterator[Tick]:
    start, end = first.toordinal(), last.toordinal()
    return (Tick(max(tick.first, start), min(tick.last, end), tick.label) for tick in ticks)


def _months(first: date, last: date, every: int = 1) -> Iterator[tuple[date, date]]:
    month = first.year * 12 + (first.month - 1) // every * every
    while (start := date(month // 12, month % 12 + 1, 1)) <= last:
        yield start, month_end(start.year, start.month + every - 1)
        month += every


def _quarters(first: date, last: date, several_years: bool) -> Iterator[Tick]:
    for start, end in _months(first, last, every=3):
        quarter = texts.QUARTERS[start.month // 3]
        label = texts.QUARTER_OF_YEAR.format(year=start.year, quarter=quarter) if several_years else quarter
        yield Tick(start.toordinal(), end.toordinal(), label)


def _plain_months(first: date, last: date, _several_years: bool) -> Iterator[Tick]:
    for start, end in _months(first, last):
        yield Tick(start.toordinal(), end.toordinal(), texts.MONTH.format(month=start.month))


def _months_of_years(first: date, last: date, _several_years: bool) -> Iterator[Tick]:
    for start, end in _months(first, last):
        label = texts.MONTH_OF_YEAR.format(year=start.year, month=start.month)
        yield Tick(start.toordinal(), end.toordinal(), label)


def _tens(first: date, last: date, _several_years: bool) -> Iterator[Tick]:
    for start, end in _months(first, last):
        starts = [start.toordinal() + days for days in (0, 10, 20)]
        ends = [starts[1] - 1, starts[2] - 1, end.toordinal()]
        for tick in map(Tick, starts, ends, texts.TENS):
            if tick.last >= first.toordinal() and tick.first <= last.toordinal():
                yield tick


def _days(first: date, last: date, _several_years: bool) -> Iterator[Tick]:
    for day in range(first.toordinal(), last.toordinal() + 1):
        yield Tick(day, day, str(date.fromordinal(day).day))


def _weeks(first: date, last: date, _several_years: bool) -> Iterator[Tick]:
    for monday in range(first.toordinal() - first.weekday(), last.toordinal() + 1, 7):
        label = texts.WEEK.format(first=day_label(monday), last=day_label(monday + 6))
        yield Tick(monday, monday + 6, label)


def _weekdays(first: date, last: date, _several_years: bool) -> Iterator[Tick]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        yield Tick(ordinal, ordinal, texts.WEEKDAY.format(day=day.day, weekday=texts.WEEKDAYS[day.weekday()]))


def day_label(ordinal: int) -> str:
    """A day as the office writes it within a year: 6月27日."""
    day = date.fromordinal(ordinal)
    return texts.DAY.format(month=day.month, day=day.day)


Level = Callable[[date, date, bool], Iterator[Tick]]
_LEVELS: dict[Scale, tuple[Level, Level]] = {
    "year": (_quarters, _plain_months),
    "half": (_quarters, _plain_months),
    "quarter": (_months_of_years, _tens),
    "month": (_months_of_years, _days),
    "week": (_weeks, _weekdays),
}
