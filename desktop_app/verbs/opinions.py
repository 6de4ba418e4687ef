"""Opinions of units on the draft breakdown: taken down by the task's number, decided on, listed."""

from typing import Any

from desktop_app import clock
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.reports.opinions import Opinion, opinion_changes, opinion_gone, opinions
from desktop_app.store.store import Applied, Store
from desktop_app.texts import papers_opinions as texts


def add_opinion(
    store: Store, task: str | int, unit: str, text: str, taken: str = "", reply: str = ""
) -> Applied | None:
    """Keep a new opinion on a task, given by its number as printed or by its key. Refused without unit or words."""
    snapshot = store.snapshot()
    key = task if isinstance(task, int) else _numbered(snapshot, task)
    _check(unit, text)
    named = snapshot.unit_named(unit.strip())
    name = named.name if named else unit.strip()
    opinion = Opinion(key, 0, name, text.strip(), clock.today().isoformat(), taken, reply.strip())
    title = snapshot.tasks[key].title
    return store.apply(opinion_changes(snapshot, opinion), texts.LABEL.format(unit=name, task=title))


def change_opinion(store: Store, opinion: Opinion) -> Applied | None:
    """Keep an opinion as it is now: decided, or worded otherwise."""
    _check(opinion.unit, opinion.text)
    snapshot = store.snapshot()
    title, taken = snapshot.tasks[opinion.task].title, texts.TAKEN[opinion.taken]
    label = texts.LABEL_TAKEN.format(unit=opinion.unit, task=title, taken=taken)
    return store.apply(opinion_changes(snapshot, opinion), label)


def drop_opinion(store: Store, opinion: Opinion) -> Applied | None:
    """Take an opinion out again."""
    snapshot = store.snapshot()
    label = texts.LABEL_GONE.format(unit=opinion.unit, task=snapshot.tasks[opinion.task].title)
    return store.apply(opinion_gone(snapshot, opinion), label)


def listing(snapshot: Snapshot) -> list[dict[str, Any]]:
    """Every opinion as plain data, in the order of the tasks."""
    order = {task.key: place for place, task in enumerate(snapshot.tasks_in_order())}
    found = sorted(opinions(snapshot), key=lambda one: (order.get(one.task, len(order)), one.no))
    return [
        {
            **one._asdict(),
            "no": snapshot.tasks[one.task].no or "",
            "task": snapshot.tasks[one.task].title,
            "taken_name": texts.TAKEN[one.taken],
        }
        for one in found
        if one.task in snapshot.tasks
    ]


def _numbered(snapshot: Snapshot, number: str) -> int:
    found = [task.key for task in snapshot.tasks_in_order() if task.no == number.strip()]
    if not found:
        raise Refused(texts.NO_TASK.format(said=number))
    return found[0]


def _check(unit: str, text: str) -> None:
    if not unit.strip():
        raise Refused(texts.NO_UNIT)
    if not text.strip():
        raise Refused(texts.NO_TEXT)
