"""The rows of the comparison of two days as plain text, task by task in the ledger's order. No widgets."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from desktop_app.domain.between import between, task_of
from desktop_app.domain.changes import Change, by_field
from desktop_app.domain.progress import statuses
from desktop_app.domain.reported import answered_until
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import fields
from desktop_app.texts import past as texts
from desktop_app.ui.history.rows import change_rows
from desktop_app.ui.theme import light_words


class Row(NamedTuple):
    """One difference: the task that it is about, and its cells (task, what, field, old, new)."""

    task: int | None
    cells: tuple[str, ...]


def rows_between(before: Snapshot, first: date, after: Snapshot, last: date) -> list[Row]:
    """Every difference, and for each task in both whose light or word is another, that."""
    rows = []
    for change in _told_apart(between(before, after)):
        task = task_of(change, before, after)
        ((what, field, old, new, _),) = change_rows(after, [change], {})
        rows.append(Row(task, (_title(task, before, after), what, field, old, new)))
    rows += _lights(before, first, after, last)
    order = {task.key: place for place, task in enumerate(_tasks(after))}
    return sorted(rows, key=lambda row: order.get(row.task, len(order)) if row.task is not None else len(order) + 1)


def _told_apart(changes: Iterable[Change]) -> Iterator[Change]:
    """A report that came in between is told by what it says."""
    for change in changes:
        if change.entity == "report":
            yield from (part for part in by_field(change) if part.field != "row")
        else:
            yield change


def _tasks(snapshot: Snapshot) -> list:
    return [one for task in snapshot.tasks_in_order() for one in (task, *snapshot.actions_of(task.key))]


def _lights(before: Snapshot, first: date, after: Snapshot, last: date) -> list[Row]:
    was = statuses(before, first, answered_until(before, first))
    now = statuses(after, last, answered_until(after, last))
    rows = []
    for key in sorted(was.keys() & now.keys()):
        old, new = light_words(was[key].light, was[key].label), light_words(now[key].light, now[key].label)
        if old != new:
            cells = (_title(key, before, after), fields.ENTITIES["task"], texts.LIGHT, old, new)
            rows.append(Row(key, cells))
    return rows


def _title(task: int | None, before: Snapshot, after: Snapshot) -> str:
    found = after.tasks.get(task or 0) or before.tasks.get(task or 0)
    return found.title if found else texts.ELSEWHERE
