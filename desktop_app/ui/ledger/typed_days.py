"""What a day or a time limit means as it is typed: 2026-06-30, 2026.6.30, 9/15, 6月底, 上半年, 长期坚持."""

import re
from datetime import date

from desktop_app.domain.model import Task
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.texts import ledger as texts

_WHOLE = re.compile(texts.WHOLE_DAY)
_SLASHED = re.compile(r"^(\d{1,2})[/.](\d{1,2})$")  # 9/15, as people type a day
Fields = dict[str, str | None]


def deadline_typed(snapshot: Snapshot, task: Task, words: str, today: date) -> Fields:
    """The fields of a time limit as typed; Refused, with how to write it, where it means no day."""
    if not words:
        return dict.fromkeys(("deadline", "deadline_raw", "deadline_kind"))
    day = _plain(words)
    if day:
        return {"deadline": day, "deadline_raw": words, "deadline_kind": "date"}
    read = _resolved(snapshot, task, words, today)
    read = [one for one in read if one[0] != "start"]
    if not read:
        raise Refused(texts.WRONG_DAY.format(said=words))
    kind, due = read[0]
    return {"deadline": due, "deadline_raw": words, "deadline_kind": kind}


def day_typed(snapshot: Snapshot, task: Task, words: str, today: date) -> str | None:
    """A plain day as typed; Refused where it means none."""
    if not words:
        return None
    day = _plain(words) or next((due for _, due in _resolved(snapshot, task, words, today) if due), None)
    if day is None:
        raise Refused(texts.WRONG_DAY.format(said=words))
    return day


def _plain(words: str) -> str | None:
    found = _WHOLE.fullmatch(words)
    if not found:
        return None
    try:
        return date(*(int(part) for part in found.groups())).isoformat()
    except ValueError as error:
        raise Refused(texts.WRONG_DAY.format(said=words)) from error


def _resolved(snapshot: Snapshot, task: Task, words: str, today: date) -> list[tuple[str, str | None]]:
    """Kind and day of each time that the words name."""
    from desktop_app.documents.deadlines import resolve

    plan = snapshot.plans.get(task.plan) if task.plan is not None else None
    year = plan.year if plan and plan.year else int((task.deadline or today.isoformat())[:4])
    issued = date.fromisoformat(plan.issued_on) if plan and plan.issued_on else None
    said = resolve(_SLASHED.sub(texts.MONTH_AND_DAY, words), year, issued)
    return [(one.kind, one.date.isoformat() if one.date else None) for one in said]
