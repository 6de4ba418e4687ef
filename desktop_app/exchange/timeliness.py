"""Who reported in time, round by round: the rate 按时反馈率 = 期内按时反馈 ÷ 应反馈, with its formula's parts."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.model import Round
from desktop_app.domain.snapshot import Snapshot

IN_TIME, LATE, SILENT, OPEN = "in time", "late", "silent", "open"
Received = Mapping[tuple[int, int], str]


class RoundRate(NamedTuple):
    """A round's count: how many were asked, how many reported, how many of them in time."""

    round: int
    period: str
    asked: int
    reported: int
    in_time: int

    @property
    def rate(self) -> float | None:
        """In time of those asked, 0–100; None where nobody was asked."""
        return 100 * self.in_time / self.asked if self.asked else None


class UnitRecord(NamedTuple):
    """A unit's marks over the rounds that asked it, oldest first: (round, mark)."""

    unit: int
    marks: tuple[tuple[int, str], ...]

    @property
    def rate(self) -> float | None:
        """In time of the rounds that are due, 0–100; None where none is."""
        due = [mark for _, mark in self.marks if mark != OPEN]
        return 100 * due.count(IN_TIME) / len(due) if due else None


def rates(snapshot: Snapshot, received: Received) -> list[RoundRate]:
    """The rounds that count, oldest first; `received` has the ISO moment at which each (round, unit) first reported."""
    found = []
    for made in _counting(snapshot):
        units = _asked(snapshot, made)
        marks = [_mark(made, received.get((made.key, unit)), None) for unit in units]
        reported = sum(mark in (IN_TIME, LATE) for mark in marks)
        found.append(RoundRate(made.key, made.period, len(units), reported, marks.count(IN_TIME)))
    return found


def records(snapshot: Snapshot, received: Received, today: date) -> list[UnitRecord]:
    """Each unit's marks, in the order of units; what is not due yet and not in is open, no lateness."""
    marks: dict[int, list[tuple[int, str]]] = {}
    for made in _counting(snapshot):
        for unit in _asked(snapshot, made):
            marks.setdefault(unit, []).append((made.key, _mark(made, received.get((made.key, unit)), today)))
    order = sorted(marks, key=lambda unit: (snapshot.units[unit].position, unit))
    return [UnitRecord(unit, tuple(marks[unit])) for unit in order]


def _counting(snapshot: Snapshot) -> list[Round]:
    return [made for made in snapshot.rounds_in_order() if made.state == "open"]


def _asked(snapshot: Snapshot, made: Round) -> list[int]:
    forms = snapshot.having("form", "round", made.key)
    return list(dict.fromkeys(snapshot.unit(form.unit).key for form in forms))


def _mark(made: Round, moment: str | None, today: date | None) -> str:
    if moment is not None:
        return IN_TIME if moment[:10] <= made.due else LATE
    return OPEN if today is not None and today.isoformat() <= made.due else SILENT
