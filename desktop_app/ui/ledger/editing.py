"""What typing in a cell means: the text of the cell, and the changes that a new text proposes."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from desktop_app import clock
from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.model import Task
from desktop_app.domain.reported import answered_until
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.errors import Refused
from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger.lines import COLUMNS, DEADLINE, DONE, LEADS, NOTE, SAID, STATE, TITLE, shown_report

EDITABLE = frozenset({TITLE, LEADS, DONE, DEADLINE, SAID, STATE, NOTE})
_BETWEEN_NAMES = re.compile(texts.NAME_BREAKS)
_SLASHED = re.compile(r"^(\d{1,2})/(\d{1,2})$")  # 9/15, as people type a day
_STATE_NAMES = {word: state for state, word in texts.STATES.items()}


class Edit(NamedTuple):
    """What a typed text would change, under which label, and the units it would make."""

    changes: list[Change]
    label: str
    new_units: tuple[str, ...] = ()


def typed_text(snapshot: Snapshot, task: int, column: int, day: str) -> str:
    """The whole text of a cell, as it is typed."""
    record = snapshot.tasks[task]
    if column == LEADS:
        return texts.NAMES.join(unit.name for unit in snapshot.leads_of(task))
    if column in (DONE, SAID):
        shown = shown_report(snapshot, task, _until(snapshot, day))
        report = shown.report if shown else None
        if report is None:
            return ""
        return (report.text or "") if column == SAID else "" if report.percent is None else plain_number(report.percent)
    told = {
        TITLE: record.title,
        DEADLINE: record.deadline or record.deadline_raw,
        STATE: texts.STATES[record.state],
        NOTE: record.note,
    }
    return told[column] or ""


def edit_of(snapshot: Snapshot, task: int, column: int, text: str, today: date) -> Edit:
    """The changes that `text` in this cell proposes. Refused, with how to write it, where it means nothing there."""
    record, words, draft = snapshot.tasks[task], text.strip(), Draft()
    label = texts.LABEL.format(title=record.title, column=texts.COLUMNS[COLUMNS[column]])
    fresh: dict[str, int] = {}
    if column == LEADS:
        _lead(draft, snapshot, task, words, fresh)
    elif column in (DONE, SAID):
        _report(draft, snapshot, record, column, words, today.isoformat())
    elif column == DEADLINE:
        draft.set("task", record, _deadline(snapshot, record, words))
    elif column == STATE:
        draft.set("task", record, {"state": _state(words)})
    elif column == NOTE:
        draft.set("task", record, {"note": words})
    elif not words:
        raise Refused(texts.NO_TITLE)
    else:
        draft.set("task", record, {"title": words})
    return Edit(draft.changes, label, tuple(fresh))


def _until(snapshot: Snapshot, today: str) -> str:
    return answered_until(snapshot, date.fromisoformat(today)).isoformat()


def _state(words: str) -> str:
    if words not in _STATE_NAMES:
        raise Refused(texts.WRONG_STATE.format(said=words, states=texts.NAMES.join(_STATE_NAMES)))
    return _STATE_NAMES[words]


def _deadline(snapshot: Snapshot, task: Task, words: str) -> dict[str, str | None]:
    if not words:
        return dict.fromkeys(("deadline", "deadline_raw", "deadline_kind"))
    try:
        day = date.fromisoformat(words).isoformat()
        return {"deadline": day, "deadline_raw": words, "deadline_kind": "date"}
    except ValueError:
        from desktop_app.documents.deadlines import resolve

    plan = snapshot.plans.get(task.plan) if task.plan is not None else None
    year = plan.year if plan and plan.year else int((task.deadline or clock.today().isoformat())[:4])
    issued = date.fromisoformat(plan.issued_on) if plan and plan.issued_on else None
    said = resolve(_SLASHED.sub(texts.MONTH_AND_DAY, words), year, issued)
    read = [one for one in said if one.kind != "start"]
    if not read:
        raise Refused(texts.WRONG_DAY.format(said=words))
    due = read[0].date.isoformat() if read[0].date else None
    return {"deadline": due, "deadline_raw": words, "deadline_kind": read[0].kind}


def _report(draft: Draft, snapshot: Snapshot, task: Task, column: int, words: str, day: str) -> None:
    shown = shown_report(snapshot, task.key, _until(snapshot, day))
    if shown is None:
        raise Refused(texts.NEVER_ASKED.format(title=task.title))
    said = {"percent": _percent(words)} if column == DONE else {"text": words}
    if shown.report is not None:
        draft.set("report", shown.report, said)
    elif words:
        draft.create("report", {"row": shown.row.key, **said})


def _percent(words: str) -> float | None:
    if not words:
        return None
    try:
        figure = float(words.rstrip(texts.PERCENT_SIGNS))
    except ValueError:
        figure = -1.0
    if not 0 <= figure <= 100:
        raise Refused(texts.WRONG_PERCENT.format(said=words))
    return figure


def assigned(snapshot: Snapshot, leads: Mapping[int, str]) -> Edit:
    """The changes that give each of these tasks the leads that are written for it."""
    draft, fresh = Draft(), dict[str, int]()
    for task, words in leads.items():
        _lead(draft, snapshot, task, words, fresh)
    return Edit(draft.changes, texts.ASSIGN_LABEL.format(count=len(leads)), tuple(fresh))


def _lead(draft: Draft, snapshot: Snapshot, task: int, words: str, fresh: dict[str, int]) -> None:
    """Make these units the leads, in this order; units that are new are made once and added to `fresh`."""
    from desktop_app.documents.propose import kind_of_unit

    units: list[int] = []
    last = max((unit.position for unit in snapshot.units.values()), default=0) + len(fresh)
    for name in dict.fromkeys(name for name in _BETWEEN_NAMES.split(words) if name):
        unit = snapshot.unit_named(name)
        if unit is None and name not in fresh:
            last += 1
            fresh[name] = draft.create("unit", {"name": name, "kind": kind_of_unit(name), "position": last})
        key = unit.key if unit else fresh[name]
        if key not in units:
            units.append(key)
    held = {snapshot.unit(a.unit).key: a for a in snapshot.assignments_of(task, "lead")}
    helping = {snapshot.unit(a.unit).key: a for a in snapshot.assignments_of(task, "co")}
    for unit, assignment in held.items():
        if unit not in units:
            draft.delete("assignment", assignment)
    for position, unit in enumerate(units, 1):
        if unit in held:
            draft.set("assignment", held[unit], {"position": position})
            continue
        if unit in helping:  # one role a unit: who leads no longer helps
            draft.delete("assignment", helping[unit])
        draft.create("assignment", {"task": task, "unit": unit, "role": "lead", "position": position})
