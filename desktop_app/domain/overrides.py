"""What the clerk has said about a single task's light: set by hand until a day, or sent back after a check.

Both are rule records named after the task: history and undo like everything else, and no column that every task has.
"""

import json
from datetime import date
from typing import NamedTuple

from desktop_app.domain.changes import Change
from desktop_app.domain.rules import rule_changes
from desktop_app.domain.snapshot import Snapshot

_LIGHT, _BACK = "light:", "back:"


class Override(NamedTuple):
    """A light set by hand: the verdict (a key of rules.SHIPPED), why, from when and up to which day (ISO, both in)."""

    verdict: str
    reason: str
    since: str
    until: str


class SentBack(NamedTuple):
    """A task that was said to be done and failed the check (退回): when and why; it holds until a later round."""

    on: str
    reason: str


def overrides(snapshot: Snapshot) -> dict[int, Override]:
    """The lights set by hand, by task."""
    return {task: Override(**json.loads(value)) for task, value in _named(snapshot, _LIGHT)}


def sent_back(snapshot: Snapshot) -> dict[int, SentBack]:
    """The tasks sent back after a check, by key."""
    return {task: SentBack(**json.loads(value)) for task, value in _named(snapshot, _BACK)}


def override_changes(snapshot: Snapshot, task: int, override: Override | None) -> list[Change]:
    """The changes that set a task's light by hand, or (None) leave it to the rules again."""
    if override is not None and date.fromisoformat(override.until) < date.fromisoformat(override.since):
        raise ValueError(f"ends before it begins: {override!r}")
    return rule_changes(snapshot, f"{_LIGHT}{task}", override._asdict() if override else None)


def back_changes(snapshot: Snapshot, task: int, back: SentBack | None) -> list[Change]:
    """The changes that note a task as sent back, or (None) forget that it was."""
    return rule_changes(snapshot, f"{_BACK}{task}", back._asdict() if back else None)


def _named(snapshot: Snapshot, prefix: str) -> list[tuple[int, str]]:
    rules = snapshot.tables["rule"].values()
    return [(int(rule.name[len(prefix) :]), rule.value) for rule in rules if rule.name.startswith(prefix)]
