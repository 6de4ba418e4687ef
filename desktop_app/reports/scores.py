"""Scores and the ranking of units by an editable table (event × role → points); off until the clerk turns it on.

The rule record "scores": JSON {"on": true, "base": 100, "points": {"overdue": {"lead": -5, "co": -3}, …}}.
"""

import json
from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.domain.changes import Change
from desktop_app.domain.progress import Status
from desktop_app.domain.rules import rule_changes
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import lights
from desktop_app.texts import rates as texts

SCORES = "scores"
Points = dict[str, dict[str, float]]
SHIPPED: Points = {
    "silent": {"lead": -1, "co": 0},
    "late report": {"lead": -1, "co": 0},
    "behind": {"lead": -1, "co": -0.5},
    "far behind": {"lead": -2, "co": -1},
    "overdue": {"lead": -5, "co": -3},
    "sent back": {"lead": -2, "co": 0},
    "finished": {"lead": 0, "co": 0},
}


class ScoreRule(NamedTuple):
    """Whether units are scored at all, what each starts with, and the points of an event by role."""

    on: bool
    base: float
    points: Points


class Line(NamedTuple):
    """An event that counted for a unit: in which role, how many points each, and for which tasks."""

    event: str
    role: str
    points: float
    tasks: tuple[int, ...]

    @property
    def total(self) -> float:
        """All its points."""
        return self.points * len(self.tasks)


class Score(NamedTuple):
    """A unit's score with what it is made of; `rank` is shared by units of one score."""

    unit: int
    score: float
    rank: int
    lines: tuple[Line, ...]
    formula: str


def score_rule(snapshot: Snapshot) -> ScoreRule:
    """The ledger's rule; as shipped it is off."""
    said = json.loads(snapshot.rule(SCORES) or "{}")
    points = {event: {**roles, **said.get("points", {}).get(event, {})} for event, roles in SHIPPED.items()}
    return ScoreRule(said.get("on", False), said.get("base", 100.0), points)


def score_changes(snapshot: Snapshot, rule: ScoreRule) -> list[Change]:
    """The changes that make this the ledger's rule."""
    return [] if rule == score_rule(snapshot) else rule_changes(snapshot, SCORES, rule._asdict())


def scores(snapshot: Snapshot, statuses: Mapping[int, Status], late: Mapping[int, int], rule: ScoreRule) -> list[Score]:
    """The units that have tasks, best first; empty where scoring is off.

    `late` tells how often each unit reported late (exchange.timeliness); that counts in the role of a lead.
    """
    if not rule.on:
        return []
    found: dict[int, dict[tuple[str, str], list[int]]] = {}
    for assignment in snapshot.tables["assignment"].values():
        status = statuses.get(assignment.task)
        if status is None:
            continue
        unit = snapshot.unit(assignment.unit).key
        events = found.setdefault(unit, {})
        for event in events_of(status):
            events.setdefault((event, assignment.role), []).append(assignment.task)
    units = [unit for unit in snapshot.units_in_order() if unit.key in found]
    made = [_score(unit.key, found[unit.key], late.get(unit.key, 0), rule) for unit in units]
    made.sort(key=lambda score: -score.score)
    return [score._replace(rank=1 + sum(s.score > score.score for s in made)) for score in made]


def events_of(status: Status) -> list[str]:
    """The events of the table that a task's status is."""
    if status.state == "overdue":
        return ["overdue", "silent"] if status.label == lights.SILENT else ["overdue"]
    if status.label in (lights.SILENT, lights.BACK):
        return ["silent" if status.label == lights.SILENT else "sent back"]
    if status.state == "behind":
        return ["far behind" if status.light == "red" else "behind"]
    return ["finished"] if status.state in ("finished", "closed") else []


def _score(unit: int, events: Mapping[tuple[str, str], list[int]], late: int, rule: ScoreRule) -> Score:
    told = {**events, ("late report", "lead"): [0] * late}
    lines = [
        Line(event, role, rule.points[event][role], tuple(told[event, role]))
        for event in SHIPPED
        for role in texts.ROLES
        if told.get((event, role)) and rule.points[event][role]
    ]
    score = round(rule.base + sum(line.total for line in lines), 2)
    words = texts.COMMA.join(
        texts.SCORE_LINE.format(
            event=texts.EVENTS[line.event],
            role=texts.ROLES[line.role],
            count=len(line.tasks),
            points=line.points,
            total=line.total,
        )
        for line in lines
    )
    formula = (texts.SCORE_FORMULA if lines else texts.SCORE_PLAIN).format(base=rule.base, lines=words, score=score)
    return Score(unit, score, 0, tuple(lines), formula)
