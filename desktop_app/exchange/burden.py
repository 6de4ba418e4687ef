"""What a round costs the units: cells to fill, and what they were asked to fill a short while ago."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.model import Round, RoundRow
from desktop_app.domain.periods import Period, parse_period
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.propose import cells_of
from desktop_app.exchange.sheet_layout import FIGURES, columns_of

SOON = 30  # days in which the same thing should not be asked twice
CYCLE = 20  # days after which the next month's or quarter's round is the ordinary cycle


class Burden(NamedTuple):
    """What one unit is asked to do in a round."""

    unit: int
    rows: int
    cells: int


class Repeat(NamedTuple):
    """What a unit was asked already: in which round, how many days ago, which columns by header, of how many tasks."""

    unit: int
    round: int
    days: int
    headers: tuple[str, ...]
    tasks: int


def burdens(snapshot: Snapshot, made: Round) -> list[Burden]:
    """What each unit is asked in a round, in the order of its rows."""
    rows: dict[int, list[RoundRow]] = {}
    for row in snapshot.rows_of(made.key):
        if not row.withdrawn:
            rows.setdefault(row.unit, []).append(row)
    return [Burden(unit, len(own), sum(cells_of(snapshot, made, row) for row in own)) for unit, own in rows.items()]


def repeats(snapshot: Snapshot, made: Round, made_on: Mapping[int, date], today: date) -> list[Repeat]:
    """What this round asks again that its units were asked in other rounds within 30 days.

    `made_on` says when each other round went out. The ordinary cycle (the next month's round) is no repetition.
    """
    found = []
    for other in snapshot.rounds_in_order():
        born = made_on.get(other.key)
        if other.key == made.key or other.state != "open" or born is None:
            continue
        days = (today - born).days
        if 0 <= days <= SOON and not _is_cycle(parse_period(made.period), parse_period(other.period), days):
            found += _repeated(snapshot, made, other, days)
    return found


def _is_cycle(period: Period, before: Period, days: int) -> bool:
    successive = period.start > before.end and period.end - period.start <= (before.end - before.start) * 1.2
    return successive and days >= CYCLE


def _repeated(snapshot: Snapshot, made: Round, other: Round, days: int) -> list[Repeat]:
    earlier = {
        (row.task, snapshot.unit(row.unit).key): _headers(snapshot, other, row)
        for row in snapshot.rows_of(other.key)
        if not row.withdrawn
    }
    headers: dict[int, list[str]] = {}
    tasks: dict[int, set[int]] = {}
    for row in snapshot.rows_of(made.key):
        unit = snapshot.unit(row.unit).key
        before = earlier.get((row.task, unit), {})
        same = [header for what, header in _headers(snapshot, made, row).items() if what in before]
        if same and not row.withdrawn:
            headers.setdefault(unit, []).extend(same)
            tasks.setdefault(unit, set()).add(row.task)
    return [
        Repeat(unit, other.key, days, tuple(dict.fromkeys(said)), len(tasks[unit])) for unit, said in headers.items()
    ]


def _headers(snapshot: Snapshot, made: Round, row: RoundRow) -> dict[object, str]:
    """What a row asks besides the list cell: a column by its field, a figure by its target; each with its header."""
    figures = snapshot.having("row_target", "row", row.key)
    columns = columns_of(made.asked, len(figures))
    targets = {f"figure_{figure.position}": figure.target for figure in figures}
    wanted = [c for c in columns if c.asked and c.field != "status" and (c.field not in FIGURES or c.field in targets)]
    return {targets.get(column.field, column.field): column.header for column in wanted}
