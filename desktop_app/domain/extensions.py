"""延期、调整: a deadline put off by approval: which day it was, which it is, who approved, why, and on which paper."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop_app.domain.attached import Attached
from desktop_app.domain.changes import Change, edits
from desktop_app.domain.model import Task
from desktop_app.domain.rules import rule_changes
from desktop_app.domain.snapshot import Snapshot

NAME = "extend:"


class Extension(NamedTuple):
    """One approval. Days are ISO; `file` and `name` are of the paper, where there is one."""

    on: str
    old: str | None
    new: str
    by: str
    reason: str
    file: str | None = None
    name: str | None = None


def extensions_of(snapshot: Snapshot, task: int) -> list[Extension]:
    """The approvals for a task, oldest first."""
    said = snapshot.rule(f"{NAME}{task}")
    return [Extension(*one) for one in json.loads(said)["extensions"]] if said else []


def all_papers(snapshot: Snapshot) -> Iterator[Attached]:
    """The papers of every approval in the ledger."""
    for rule in snapshot.tables["rule"].values():
        if rule.name.startswith(NAME):
            for one in (Extension(*said) for said in json.loads(rule.value)["extensions"]):
                if one.file:
                    yield Attached(one.file, one.name or one.file, one.on)


def extension_changes(snapshot: Snapshot, task: Task, extension: Extension) -> list[Change]:
    """The changes that put a task's deadline off and note who approved it.

    ValueError: nobody approved it, no reason is given, or the day is the one it has.
    """
    if not (extension.by and extension.reason) or extension.new == task.deadline:
        raise ValueError(f"no approval: {extension!r}")
    noted = [*extensions_of(snapshot, task.key), extension]
    moved = {"deadline": extension.new, "deadline_kind": "date"}
    return [*edits("task", task, moved), *noted_changes(snapshot, task.key, noted)]


def noted_changes(snapshot: Snapshot, task: int, noted: Sequence[Extension]) -> list[Change]:
    """The changes that make these, and no others, the approvals noted for a task."""
    return rule_changes(snapshot, f"{NAME}{task}", {"extensions": noted} if noted else None)
