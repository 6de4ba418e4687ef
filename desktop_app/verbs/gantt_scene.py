"""The Gantt chart of an open ledger, and the days that its tasks had in the plan as issued."""

from collections.abc import Collection
from datetime import date

from desktop_app import clock
from desktop_app.domain.baseline import issued_at
from desktop_app.domain.progress import statuses
from desktop_app.domain.reported import answered_until
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workdays import calendar_of
from desktop_app.reports.gantt_scene import Issued, Scene, build_scene, with_rest
from desktop_app.reports.gantt_scene_axis import Scale
from desktop_app.reports.gantt_scene_groups import Grouping
from desktop_app.store import journal
from desktop_app.store.store import Store

_DAYS = ("start", "deadline")


def issued_days(store: Store, snapshot: Snapshot) -> dict[int, Issued]:
    """The days as issued of every task that was moved since, by key; undoing a move makes them equal again."""
    before = journal.first_values(store.connection, "task", _DAYS, issued_at(snapshot))
    tasks = snapshot.tasks
    return {
        key: Issued(*(before.get((key, field), getattr(tasks[key], field)) for field in _DAYS))
        for key in {key for key, _ in before}
        if key in tasks
    }


def scene_of(
    store: Store,
    as_of: date | None = None,
    scale: Scale = "year",
    group: Grouping = "section",
    wanted: Collection[int] | None = None,
) -> Scene:
    """The whole chart of a ledger on a day (today, with all that has come in, unless said)."""
    day, snapshot = as_of or clock.today(), store.snapshot()
    found = statuses(snapshot, day, None if as_of else answered_until(snapshot, day))
    scene = build_scene(snapshot, found, day, scale, group, issued_days(store, snapshot), wanted)
    return with_rest(scene, calendar_of(snapshot))
