"""What the 今日 page counts: tasks that need a look, how far each section and unit is, and who has not reported."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.domain.model import Round, Task
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.reports.figures import Group, by_section, by_unit
from desktop_app.texts import today as texts

TILES = 7  # how many numbers `tiles` gives, for those who make room for them first
_DONE_WITH = ("finished", "closed", "paused", "not_issued")


class Tile(NamedTuple):
    """A number that can be clicked: its words, the light it is shown in (None: plain), and the tasks it counts."""

    name: str
    light: str | None
    tasks: tuple[int, ...]


class Pace(NamedTuple):
    """A section's or unit's mean completion beside its mean expected progress (percent), over these tasks."""

    name: str
    done: float
    expected: float
    tasks: tuple[int, ...]


class Reporting(NamedTuple):
    """The latest open round: how many units were asked and have answered, and the names of those that have not."""

    round: Round
    asked: int
    silent: tuple[str, ...]


def tiles(snapshot: Snapshot, statuses: Mapping[int, Status], today: date) -> list[Tile]:
    """The numbers at the top, over tasks and actions that stand."""
    standing = [t for t in snapshot.tasks.values() if not t.withdrawn]
    running = [t for t in standing if statuses[t.key].state not in _DONE_WITH]
    sunday = today + timedelta(days=6 - today.weekday())

    def due(until: str) -> tuple[int, ...]:
        return tuple(t.key for t in running if t.deadline and today.isoformat() <= t.deadline <= until)

    def lit(*labels: str) -> tuple[int, ...]:
        return tuple(t.key for t in standing if statuses[t.key].label in labels)

    month_end = (today.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return [
        Tile(texts.DUE_WEEK, None, due(sunday.isoformat())),
        Tile(texts.DUE_MONTH, None, due(month_end.isoformat())),
        Tile(texts.OVERDUE, "red", tuple(t.key for t in standing if statuses[t.key].state == "overdue")),
        Tile(texts.FAR_BEHIND, "red", lit(texts.lights.FAR_BEHIND)),
        Tile(texts.BEHIND, "amber", lit(texts.lights.BEHIND)),
        Tile(texts.SILENT, "grey", lit(texts.lights.SILENT)),
        Tile(texts.WITHOUT_LEAD, None, tuple(t.key for t in standing if _wants_lead(snapshot, t))),
    ]


def _wants_lead(snapshot: Snapshot, task: Task) -> bool:
    return task.parent is None and not snapshot.assignments_of(task.key, "lead")


def paces_by_section(snapshot: Snapshot, statuses: Mapping[int, Status]) -> list[Pace]:
    """How far each section is, in the ledger's order."""
    return _paces(by_section(snapshot, statuses, snapshot.tasks_in_order()), statuses)


def paces_by_unit(snapshot: Snapshot, statuses: Mapping[int, Status]) -> list[Pace]:
    """How far each first lead is, in the clerk's order of units."""
    return _paces(by_unit(snapshot, statuses, snapshot.tasks_in_order()), statuses)


def _paces(groups: list[Group], statuses: Mapping[int, Status]) -> list[Pace]:
    """Means over the tasks that have an expected progress; a task without a figure counts as nothing done."""
    found = []
    for group in groups:
        judged = [statuses[key] for key in group.total.tasks if statuses[key].expected is not None]
        if judged:
            done = sum(min(s.done or 0.0, 100.0) for s in judged) / len(judged)
            expected = sum(s.expected or 0.0 for s in judged) / len(judged)
            found.append(Pace(group.total.name, done, expected, group.total.tasks))
    return found


def reporting(snapshot: Snapshot) -> Reporting | None:
    """The latest open round and who is silent in it; None where no round is open."""
    rounds = [r for r in snapshot.rounds_in_order() if r.state == "open"]
    if not rounds:
        return None
    rows = [row for row in snapshot.rows_of(rounds[-1].key) if not row.withdrawn]
    asked = dict.fromkeys(snapshot.unit(row.unit).key for row in rows)
    said = {snapshot.unit(row.unit).key for row in rows if snapshot.report_of(row.key) is not None}
    silent = tuple(snapshot.units[key].name for key in asked if key not in said)
    return Reporting(rounds[-1], len(asked), silent)
