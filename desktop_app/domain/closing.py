"""The end of a task: done (待销号), struck off after a check with its evidence (销号), or sent back (退回).

What was checked is kept in the task's note, a line each, and in the journal.
"""

from datetime import date

from desktop_app.domain.changes import Change, edits
from desktop_app.domain.model import Task
from desktop_app.domain.overrides import SentBack, back_changes
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import closing as texts

FINISH, CLOSE, SEND_BACK, REOPEN = "finish", "close", "send back", "reopen"
_WAYS = {"open": (FINISH,), "ongoing": (FINISH,), "finished": (CLOSE, SEND_BACK), "closed": (REOPEN,)}


def ways(task: Task, status: Status) -> tuple[str, ...]:
    """What can be done next: only what is done can be checked; 销号 comes after 待销号, or after 100% reported."""
    found = _WAYS.get(task.state, ())
    return (*found, CLOSE, SEND_BACK) if task.state == "open" and status.state == "finished" else found


def closing_changes(snapshot: Snapshot, task: Task, way: str, on: date, words: str) -> list[Change]:
    """The changes of one of the `ways`; `words` tell of the check and its evidence, or why it is sent back.

    ValueError: nothing is said where the check asks for it.
    """
    words = words.strip()
    if not words and way != FINISH:
        raise ValueError("a check without a word about it")
    state = {FINISH: "finished", CLOSE: "closed", SEND_BACK: "open", REOPEN: "open"}[way]
    line = texts.LINES[way].format(day=on, words=words) if words else ""
    note = "\n".join(part for part in (task.note, line) if part)
    back = SentBack(on.isoformat(), words) if way == SEND_BACK else None
    return [*edits("task", task, {"state": state, "note": note}), *back_changes(snapshot, task.key, back)]
