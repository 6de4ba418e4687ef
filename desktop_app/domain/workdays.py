"""Workdays by the State Council's holiday notices; years without a notice count Monday to Friday and say so.

A year's table is the ledger's own where it holds one (rule record "holidays:2027"), else the one that the package
chinese_calendar ships, imported on first use. Counting: the law's rule (Civil Code 201), the day of the event itself is
not counted.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from types import ModuleType
from typing import NamedTuple

from desktop_app.domain.changes import Change
from desktop_app.domain.rules import rules_changes
from desktop_app.domain.snapshot import Snapshot

HOLIDAYS = "holidays:"
_SATURDAY = 5


class Holidays(NamedTuple):
    """A year's days off, and the Saturdays and Sundays made up for; weekends off need not be named."""

    off: frozenset[date]
    work: frozenset[date]


class Calendar:
    """Which days are workdays: the tables given, by year, before the shipped ones."""

    def __init__(self, tables: Mapping[int, Holidays]) -> None:
        self.tables = dict(tables)

    def known(self, year: int) -> bool:
        """Whether there is a table of `year`; where not, `is_workday` means Monday to Friday."""
        return year in self.tables or shipped(year) is not None

    def table(self, year: int) -> Holidays | None:
        """The table that holds in a year; None where there is none."""
        return self.tables.get(year) or shipped(year)

    def is_workday(self, day: date) -> bool:
        """Whether offices work on `day`; make-up Saturdays and Sundays count."""
        table = self.table(day.year)
        if table and (day in table.off or day in table.work):
            return day in table.work
        return day.weekday() < _SATURDAY

    def add_workdays(self, day: date, count: int) -> date:
        """The `count`-th workday after `day`, which itself is not counted."""
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_workday(day)
        return day


@cache
def shipped(year: int) -> Holidays | None:
    """The table of a year as the package has it; None where it has none."""
    calendar = _package()
    try:
        calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return None
    days = [date(year, 1, 1) + timedelta(days=n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
    odd = [day for day in days if calendar.is_workday(day) != (day.weekday() < _SATURDAY)]
    return Holidays(frozenset(d for d in odd if d.weekday() < _SATURDAY), frozenset(d for d in odd if d.weekday() > 4))


@cache
def _package() -> ModuleType:
    import chinese_calendar

    return chinese_calendar


SHIPPED = Calendar({})


def calendar_of(snapshot: Snapshot) -> Calendar:
    """The calendar of a ledger: its own tables, and for other years the shipped ones."""
    tables = {}
    for rule in snapshot.tables["rule"].values():
        if rule.name.startswith(HOLIDAYS):
            said = json.loads(rule.value)
            tables[int(rule.name[len(HOLIDAYS) :])] = Holidays(_days(said["off"]), _days(said["work"]))
    return Calendar(tables)


def holiday_changes(snapshot: Snapshot, tables: Mapping[int, Holidays | None]) -> list[Change]:
    """The changes that make these the ledger's tables, by year; None leaves a year to the shipped one."""
    said = {f"{HOLIDAYS}{year}": _written(table) if table else None for year, table in tables.items()}
    return rules_changes(snapshot, said)


def known(year: int) -> bool:
    """Whether the shipped table has a year."""
    return SHIPPED.known(year)


def is_workday(day: date) -> bool:
    """Whether offices work on a day, by the shipped table."""
    return SHIPPED.is_workday(day)


def add_workdays(day: date, count: int) -> date:
    """The `count`-th workday after `day` by the shipped table."""
    return SHIPPED.add_workdays(day, count)


def _days(written: Iterable[str]) -> frozenset[date]:
    return frozenset(date.fromisoformat(day) for day in written)


def _written(table: Holidays) -> dict[str, list[str]]:
    return {"off": _iso(table.off), "work": _iso(table.work)}


def _iso(days: Iterable[date]) -> list[str]:
    return sorted(day.isoformat() for day in days)
