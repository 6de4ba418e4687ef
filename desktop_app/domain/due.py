"""A day set for reporting that is no workday: the workday before it (提前), the one after (顺延), or as set (不动)."""

import json
from datetime import date, timedelta

from desktop_app.domain.changes import Change
from desktop_app.domain.rules import rule_changes
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workdays import SHIPPED, Calendar, calendar_of

DUE = "due"
EARLIER, LATER, AS_SET = "earlier", "later", "as set"
FAIR_WORKDAYS = 3


def due_rule(snapshot: Snapshot) -> str:
    """The rule of the ledger: the rule record "due", JSON {"shift": "earlier" | "later" | "as set"}; else earlier."""
    said = snapshot.rule(DUE)
    return json.loads(said)["shift"] if said else EARLIER


def due_changes(snapshot: Snapshot, shift: str) -> list[Change]:
    """The changes that make this the ledger's rule; none where it is the rule already."""
    if shift == due_rule(snapshot):
        return []
    return rule_changes(snapshot, DUE, {"shift": shift})


def due_day(snapshot: Snapshot, day: date) -> date:
    """The day by which to report where `day` was set, by the ledger's rule."""
    step, calendar = {EARLIER: -1, LATER: 1}.get(due_rule(snapshot), 0), calendar_of(snapshot)
    while step and not calendar.is_workday(day):
        day += timedelta(days=step)
    return day


def is_short(due: date, today: date, calendar: Calendar = SHIPPED) -> bool:
    """Whether less than three workdays are left to report."""
    return due < calendar.add_workdays(today, FAIR_WORKDAYS)
