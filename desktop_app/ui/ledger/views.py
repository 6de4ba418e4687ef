"""The built-in views as sets of tasks, so that a number on a chip is the number of rows it shows."""

from collections.abc import Mapping
from datetime import date, timedelta

from desktop_app.domain.model import Task
from desktop_app.domain.periods import month_end
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import lights


def views(snapshot: Snapshot, statuses: Mapping[int, Status], today: date) -> dict[str, frozenset[int]]:
    """The tasks and actions of each view, by the names of texts.ledger.VIEWS."""
    standing = [task for task in snapshot.tasks.values() if not task.withdrawn]
    this_month = due_between(standing, statuses, today.replace(day=1), month_end(today.year, today.month))
    return {
        "all": frozenset(task.key for task in standing),
        "behind": in_state(standing, statuses, "behind"),
        "this_month": this_month,
        "overdue": in_state(standing, statuses, "overdue"),
        "no_lead": frozenset(t.key for t in standing if not snapshot.assignments_of(t.key, "lead")),
        "silent": frozenset(t.key for t in standing if statuses[t.key].label == lights.SILENT),
    }


def in_state(tasks: list[Task], statuses: Mapping[int, Status], state: str) -> frozenset[int]:
    """The tasks that stand so."""
    return frozenset(task.key for task in tasks if statuses[task.key].state == state)


def due_between(tasks: list[Task], statuses: Mapping[int, Status], first: date, last: date) -> frozenset[int]:
    """The tasks still to be done whose deadline lies in these days."""
    low, high = first.isoformat(), last.isoformat()
    return frozenset(
        t.key
        for t in tasks
        if t.deadline and low <= t.deadline <= high and statuses[t.key].state not in ("finished", "closed")
    )


def week_of(today: date) -> tuple[date, date]:
    """Monday and Sunday of the week."""
    monday = today - timedelta(days=today.weekday())
    return monday, monday + timedelta(days=6)
