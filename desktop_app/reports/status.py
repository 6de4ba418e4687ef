"""The status of the whole ledger on a day as plain data: each task with its light, the reason, and what units said."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from desktop_app.domain.changes import NOWHERE, Source
from desktop_app.domain.model import ANSWER_FIELDS, Report, RoundRow, Target, Task
from desktop_app.domain.progress import Status, statuses
from desktop_app.domain.reported import figure_reported, latest_reports
from desktop_app.domain.snapshot import Snapshot


class Trail(NamedTuple):
    """Where each field of each report came from, the names that stored files (SHA-256) had, and which came late."""

    sources: Mapping[tuple[int, str], Source]
    names: Mapping[str, str]
    late: frozenset[int]


def status_of_ledger(snapshot: Snapshot, as_of: date, until: date, trail: Trail) -> dict[str, Any]:
    """The object that `status --json` prints, of the day `as_of`, with the rounds up to `until`."""
    found = statuses(snapshot, as_of, until)
    last = until.isoformat()

    def entry(task: Task) -> dict[str, Any]:
        reports = [_report(snapshot, row, said, trail) for row, said in latest_reports(snapshot, task.key, last)]
        actions = [entry(action) for action in snapshot.actions_of(task.key)]
        return {**_task(snapshot, task, found[task.key], last), "reports": reports, "actions": actions}

    return {"as_of": as_of.isoformat(), "tasks": [entry(task) for task in snapshot.tasks_in_order()]}


def _task(snapshot: Snapshot, task: Task, status: Status, until: str) -> dict[str, Any]:
    section = snapshot.sections.get(task.section) if task.section is not None else None
    return {
        "key": task.key,
        "no": task.no,
        "title": task.title,
        "section": section.title if section else None,
        "lead": [unit.name for unit in snapshot.leads_of(task.key)],
        "co": [unit.name for unit in snapshot.cos_of(task.key)],
        "deadline": task.deadline,
        **status._asdict(),
        "targets": [_target(snapshot, target, until) for target in snapshot.targets_of(task.key)],
    }


def _target(snapshot: Snapshot, target: Target, until: str) -> dict[str, Any]:
    told = {field: getattr(target, field) for field in ("item", "comparator", "value", "unit")}
    return {**told, "reported": figure_reported(snapshot, target.key, until)}


def _report(snapshot: Snapshot, row: RoundRow, said: Report, trail: Trail) -> dict[str, Any]:
    """One unit's answer; `file`, `sheet` and `cells` are those of the figure, else of the first field with a file."""
    places = {field: trail.sources.get((said.key, field), NOWHERE) for field in ("percent", *ANSWER_FIELDS)}
    origin = next((place for place in places.values() if place.file), NOWHERE)
    same = {field: place.cell for field, place in places.items() if place.cell and place[:2] == origin[:2]}
    return {
        "unit": snapshot.unit(row.unit).name,
        "round": snapshot.rounds[row.round].period,
        "late": said.key in trail.late,
        **{field: getattr(said, field) for field in ANSWER_FIELDS},
        "figures": [
            {"item": asked.item, "value": asked.value, "unit": asked.unit, "reported": asked.held}
            for asked in snapshot.having("row_target", "row", row.key)
        ],
        "file": trail.names.get(origin.file, origin.file) if origin.file else None,
        "sheet": origin.sheet,
        "cells": same,
    }
