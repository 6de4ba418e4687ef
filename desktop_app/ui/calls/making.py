"""What a director's words say of unit and day, and the changes that take the call down."""

import re
from datetime import date
from typing import NamedTuple

from desktop_app.domain.changes import Draft
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.domain.workdays import calendar_of
from desktop_app.errors import Refused
from desktop_app.texts import calls as texts
from desktop_app.texts import ledger
from desktop_app.ui.calls.near_days import near_day
from desktop_app.ui.ledger import columns as c
from desktop_app.ui.ledger.editing import Edit, Typing

_TITLE_END = re.compile(f"[{texts.TITLE_ENDS}]")


class Call(NamedTuple):
    """A call as the clerk writes it down; `due` in words or as a day, names parted by 、."""

    words: str
    leads: str = ""
    helpers: str = ""
    due: str = ""
    leader: str = ""


class Heard(NamedTuple):
    """What was understood of the words: who leads and who helps, in their order, and the words of the day."""

    leads: tuple[str, ...]
    helpers: tuple[str, ...]
    due: str


def heard(snapshot: Snapshot, words: str, today: date) -> Heard:
    """The units that the words name (by name or alias) and the words that tell the day; after 会同 they help."""
    names: dict[str, int] = {unit.name: unit.key for unit in snapshot.units.values() if not unit.withdrawn}
    names |= {alias.name: alias.unit for alias in snapshot.tables["alias"].values() if len(alias.name) > 1}
    found: dict[int, int] = {}
    left = words
    for name in sorted(names, key=len, reverse=True):
        place = left.find(name)
        if place >= 0:
            found.setdefault(snapshot.unit(names[name]).key, place)
            left = left.replace(name, "\0" * len(name))
    together = words.find(texts.TOGETHER) if texts.TOGETHER in words else len(words)
    named = [(found[key], snapshot.units[key].name) for key in sorted(found, key=lambda key: found[key])]
    leads = tuple(name for place, name in named if place < together)
    helpers = tuple(name for place, name in named if place > together)
    near = near_day(words, today, calendar_of(snapshot).add_workdays)
    return Heard(leads, helpers, words[near.start : near.end] if near else _dated(words, today))


def _dated(words: str, today: date) -> str:
    """The words of the first day to come that a text names."""
    from desktop_app.documents.deadlines import read_deadlines
    from desktop_app.documents.folding import fold

    read = read_deadlines(fold(words), words, 0, len(words), today.year, today)
    coming = [one for one in read if one.date is not None and one.date >= today]
    return words[slice(*coming[0].span)] if coming else ""


def day_of(snapshot: Snapshot, due: str, today: date) -> date | None:
    """The day that the words of a time limit mean; None for no words. Refused where they mean none."""
    due = due.strip()
    if not due:
        return None
    near = near_day(due, today, calendar_of(snapshot).add_workdays)
    if near:
        return near.day
    from desktop_app.ui.ledger.typed_days import deadline_typed

    draft = Draft()
    draft.create("task", {"title": due, "position": 1, "state": "open"})  # one of no plan, only to ask what is meant
    day = deadline_typed(snapshot, draft.changes[0].new, due, today)["deadline"]
    if day is None:
        raise Refused(ledger.WRONG_DAY.format(said=due))
    return date.fromisoformat(day)


def taken_down(snapshot: Snapshot, call: Call, today: date) -> Edit:
    """The changes that put a call into the ledger, under the year's plan of calls, which is made with the first."""
    words = call.words.strip()
    if not words:
        raise Refused(texts.NO_WORDS)
    title = _TITLE_END.split(words, maxsplit=1)[0].strip()[: texts.TITLE_LONGEST] or words[: texts.TITLE_LONGEST]
    day = day_of(snapshot, call.due, today)
    draft = Draft()
    plan = next((p.key for p in snapshot.plans_in_order() if p.kind == texts.KIND and p.year == today.year), None)
    if plan is None:
        plan = draft.create(
            "plan", {"title": texts.PLAN.format(year=today.year), "kind": texts.KIND, "year": today.year}
        )
    before = [task for task in snapshot.tasks.values() if task.plan == plan and task.parent is None]
    fields: dict[str, object] = {
        "plan": plan,
        "position": max((task.position for task in snapshot.tasks_of(None)), default=0) + 1,
        "no": str(len(before) + 1),
        "title": title,
        "text": words if words != title else None,
        "state": "open",
        "start": today.isoformat(),
        "leader": call.leader.strip() or None,
        "deadline": (day or date(today.year, 12, 31)).isoformat(),
        "deadline_raw": call.due.strip() or None,
        "deadline_kind": "date" if day else "default",
        "note": texts.NOTE.format(year=today.year, month=today.month, day=today.day),
    }
    task = draft.create("task", fields)
    typing = Typing(changed(snapshot, draft.changes), today, draft.changes)
    typing.put(task, c.LEADS, call.leads)
    typing.put(task, c.COS, call.helpers)
    return Edit(typing.changes(), texts.LABEL.format(title=title), tuple(typing.fresh))
