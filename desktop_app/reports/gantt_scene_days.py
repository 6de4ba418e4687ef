"""What a Gantt chart shows of days beside the tasks: days of rest, the days forms are due, the load of each month."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from desktop_app.domain.periods import month_end, parse_period
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workdays import Calendar
from desktop_app.texts import gantt as texts

RestKind = Literal["weekend", "holiday", "work"]
_SATURDAY = 5


class Rest(NamedTuple):
    """Days off in a row, both ends in, or (`work`) weekend days that are worked (调休)."""

    first: int
    last: int
    kind: RestKind


class Due(NamedTuple):
    """The day by which the forms of a round are to come back."""

    day: int
    label: str


class Load(NamedTuple):
    """A month, both ends in: how many tasks run in it, and how many of them end in it."""

    first: int
    last: int
    running: int
    ending: int


def rests(calendar: Calendar, first: int, last: int) -> tuple[Rest, ...]:
    """The stretches of days off between two days, both in; a stretch with a day of a holiday notice is a holiday."""
    found: list[Rest] = []
    for day in range(first, last + 1):
        kind = _kind(calendar, date.fromordinal(day))
        if kind is None:
            continue
        before = found[-1] if found else None
        if before and before.last == day - 1 and "work" not in (kind, before.kind):
            whole: RestKind = "holiday" if "holiday" in (kind, before.kind) else "weekend"
            found[-1] = Rest(before.first, day, whole)
        else:
            found.append(Rest(day, day, kind))
    return tuple(found)


def _kind(calendar: Calendar, day: date) -> RestKind | None:
    table, weekend = calendar.table(day.year), day.weekday() >= _SATURDAY
    if table and day in table.work:
        return "work" if weekend else None
    if table and day in table.off:
        return "holiday"
    return "weekend" if weekend else None


def dues(snapshot: Snapshot) -> tuple[Due, ...]:
    """The due days of the rounds that stand, in order."""
    return tuple(
        sorted(
            Due(date.fromisoformat(made.due).toordinal(), texts.ROUND.format(period=period_words(made.period)))
            for made in snapshot.rounds_in_order()
            if made.state == "open"
        )
    )


def period_words(period: str) -> str:
    """A round's period as an office writes it: 2026年6月."""
    read = parse_period(period)
    year, _, part = read.name.partition("-")
    if not part:
        return texts.YEAR.format(year=year)
    if part[0] == "Q":
        return texts.QUARTER_OF_YEAR.format(year=year, quarter=texts.QUARTERS[int(part[1]) - 1])
    if part[0] == "H":
        return texts.YEAR.format(year=year) + texts.HALVES[int(part[1]) - 1]
    return texts.MONTH_OF_YEAR.format(year=year, month=read.start.month)


def loads(spans: Iterable[tuple[int, int]], first: int, last: int) -> tuple[Load, ...]:
    """The months between two days, each with how many of the spans (first day, last day) run and end in it."""
    told = list(spans)
    return tuple(
        Load(
            start,
            end,
            sum(begins <= end and ends >= start for begins, ends in told),
            sum(start <= ends <= end for _, ends in told),
        )
        for start, end in _months(date.fromordinal(first), date.fromordinal(last))
    )


def _months(first: date, last: date) -> Iterator[tuple[int, int]]:
    start = first.replace(day=1)
    while start <= last:
        end = month_end(start.year, start.month)
        yield start.toordinal(), end.toordinal()
        start = date.fromordinal(end.toordinal() + 1)
