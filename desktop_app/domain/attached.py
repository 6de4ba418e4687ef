"""Files that belong to a task: an approval, a photograph, minutes. Kept by content; a rule record names them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop_app.domain.changes import Change
from desktop_app.domain.rules import rule_changes
from desktop_app.domain.snapshot import Snapshot

NAME = "files:"


class Attached(NamedTuple):
    """A file of a task: its SHA-256, the name it came by, and the day it was added (ISO)."""

    file: str
    name: str
    on: str


def attached_to(snapshot: Snapshot, task: int) -> list[Attached]:
    """The files of a task, in the order they were added."""
    said = snapshot.rule(f"{NAME}{task}")
    return [Attached(*one) for one in json.loads(said)["files"]] if said else []


def all_attached(snapshot: Snapshot) -> Iterator[Attached]:
    """The files of every task."""
    for rule in snapshot.tables["rule"].values():
        if rule.name.startswith(NAME):
            yield from (Attached(*one) for one in json.loads(rule.value)["files"])


def attach_changes(snapshot: Snapshot, task: int, files: Iterable[Attached]) -> list[Change]:
    """The changes that add these files to a task; a content that it has already is not added again."""
    held = attached_to(snapshot, task)
    known = {one.file for one in held}
    for file in files:
        if file.file not in known:
            known.add(file.file)
            held.append(file)
    return files_changes(snapshot, task, held)


def detach_changes(snapshot: Snapshot, task: int, file: str) -> list[Change]:
    """The changes that take a file from a task; the stored content stays, so that this can be undone."""
    return files_changes(snapshot, task, [one for one in attached_to(snapshot, task) if one.file != file])


def files_changes(snapshot: Snapshot, task: int, files: Sequence[Attached]) -> list[Change]:
    """The changes that make these, and no others, the files of a task."""
    return rule_changes(snapshot, f"{NAME}{task}", {"files": files} if files else None)
