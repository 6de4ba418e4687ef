"""Who might lead a task that names nobody: up to three units, each with its reason in words. Nothing is stored.

Four witnesses are heard: the duty dictionary (through the units' names and through what they led before), words that
the unit's own name shares with the task, past tasks that read alike, and the neighbours in the same section. No witness
knows any bureau: a duty that none of the clerk's units has by name or by its past says nothing.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.documents.duties import Dictionary, Reading
from desktop_app.documents.witnesses import Experience, Item, Names, Past, UnitNames, by_duty, homes
from desktop_app.texts import suggest as texts

MOST = 3
HISTORY_MOST = 1000  # past tasks listened to, the latest
_NEAR, _SECTION, _MANY = 0.18, 0.22, 1.0


class Suggestion(NamedTuple):
    """A unit and why."""

    unit: str
    reason: str


class _Case(NamedTuple):
    """What speaks for a unit: how much in all, and the strongest reason with its own weight."""

    score: float
    weight: float
    reason: str

    def heard(self, points: float, reason: str) -> "_Case":
        """The case with one more witness."""
        strongest = (points, reason) if points > self.weight else (self.weight, self.reason)
        return _Case(self.score + points, *strongest)


Cases = dict[str, _Case]
_NOTHING = _Case(0.0, 0.0, "")


def suggest(
    tasks: Sequence[Item], units: Sequence[UnitNames], duties: Dictionary, history: Sequence[Past]
) -> list[tuple[Suggestion, ...]]:
    """For each task up to three units, best first. A task's own named leads are not looked at for itself."""
    history = history[-HISTORY_MOST:]
    led_before = {lead for past in history for lead in past.leads}
    units = [unit for unit in units if unit.kind not in ("group", "town") or unit.name in led_before]
    readings = [duties.read(task.title, task.text, task.section) for task in tasks]
    lying = homes(units, duties, history)
    names = Names(tasks, units)
    past = Experience(tasks, history, {unit.name for unit in units})
    general = _general(units, duties)
    own: list[Cases] = []
    for task, reading in zip(tasks, readings, strict=True):
        cases: Cases = {}
        spread = _spread(reading, lying)
        if general and spread and not duties.read(task.title, "").shares:
            cases[general] = _NOTHING.heard(_MANY * spread, texts.MANY)
        for heard in (by_duty(reading, lying), names.witness(task), past.witness(task)):
            for unit, (points, reason) in heard.items():
                cases[unit] = cases.get(unit, _NOTHING).heard(points, reason)
        own.append(cases)
    return [_best(_with_neighbours(place, tasks, own), general) for place in range(len(tasks))]


def _best(cases: Cases, general: str | None) -> tuple[Suggestion, ...]:
    ranked = sorted(cases.items(), key=lambda pair: -pair[1].score)[:MOST]
    if not ranked and general:
        return (Suggestion(general, texts.GENERAL),)
    return tuple(Suggestion(unit, case.reason) for unit, case in ranked)


def _spread(reading: Reading, lying: Mapping[str, Mapping[str, float]]) -> float:
    """How far a task is spread over the duties of several units (0 to 1): the office leads what all have a part in."""
    shares = [share for duty, share in reading.shares.items() if lying.get(duty)]
    return sum(shares) - max(shares) if len(shares) > 2 else 0.0


def _general(units: Sequence[UnitNames], duties: Dictionary) -> str | None:
    """The unit that takes what is nobody's or everybody's."""
    found = (unit.name for piece in duties.general for unit in units if any(piece in name for name in unit.names))
    return next(found, None)


# The neighbours.


def _with_neighbours(place: int, tasks: Sequence[Item], own: Sequence[Cases]) -> Cases:
    """The cases of a task with what the rest of its section says: the next ones most, the others together as much."""
    cases = dict(own[place])
    section = tasks[place].section
    near = [at for at in (place - 1, place + 1) if 0 <= at < len(tasks) and tasks[at].section == section]
    for at in near:
        for unit, share in _leaning(tasks[at], own[at]).items():
            cases[unit] = cases.get(unit, _NOTHING).heard(_NEAR * share, texts.NEIGHBOUR.format(title=tasks[at].title))
    others = [at for at, task in enumerate(tasks) if section and task.section == section and at != place]
    for at in others:
        for unit, share in _leaning(tasks[at], own[at]).items():
            points = _SECTION * share / len(others)
            cases[unit] = cases.get(unit, _NOTHING).heard(points, texts.NEIGHBOUR.format(title=tasks[at].title))
    return cases


def _leaning(task: Item, cases: Cases) -> dict[str, float]:
    """How far a neighbour belongs to each unit: wholly to the lead that its plan names, else by its own cases."""
    if task.leads:
        return {lead: 1.0 / (1 + place) for place, lead in enumerate(task.leads)}
    total = sum(case.score for case in cases.values())
    sure = max((case.score for case in cases.values()), default=0.0)
    return {unit: min(1.0, sure) * case.score / total for unit, case in cases.items()} if total else {}
