"""Who might lead a task that names nobody: up to three units, each with its reason in words. Nothing is stored.

Four witnesses are heard: the duty dictionary (through the units' names and through what they led before), words that
the unit's own name shares with the task, past tasks that read alike, and the neighbours in the same section. No kind of
bureau is assumed: the names of the clerk's units tell which kind's duties are heard, and a duty that none of them has
by name or by its past says nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from desktop_app.documents.duties import TOWN, Dictionary, Reading
from desktop_app.documents.witnesses import Experience, Item, Names, Past, UnitNames, by_duty, holds, homes, own_duties
from desktop_app.texts import suggest as texts

MOST = 3
HISTORY_MOST = 1000  # past tasks listened to, the latest
_NEAR, _SECTION, _MANY, _UNCLAIMED = 0.18, 0.22, 1.0, 0.06


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
    duties = own_duties(units, duties)
    units = [unit for unit in units if unit.name in led_before or _can_lead(unit, duties)]
    readings = [duties.read(task.title, task.text, task.section) for task in tasks]
    lying = homes(units, duties, history)
    names = Names(tasks, units, duties)
    past = Experience(tasks, history, {unit.name for unit in units})
    general = _general(units, duties)
    own: list[Cases] = []
    for place, (task, reading) in enumerate(zip(tasks, readings, strict=True)):
        cases: Cases = {}
        spread = _spread(reading, lying)
        if general and spread and not duties.read(task.title, "").shares:
            cases[general] = _NOTHING.heard(_MANY * spread, texts.MANY)
        for heard in (by_duty(reading, lying), names.witness(place), past.witness(task)):
            for unit, (points, reason) in heard.items():
                cases[unit] = cases.get(unit, _NOTHING).heard(points, reason)
        own.append(cases)
    return [_best(_with_neighbours(place, tasks, own), general) for place in range(len(tasks))]


def _can_lead(unit: UnitNames, duties: Dictionary) -> bool:
    """Whether a unit may be suggested before it has led: no collective and no town, but the offices of a town's own."""
    own_office = unit.name.endswith("办") and any(duty.bureau == TOWN for duty in duties.duties)
    return unit.kind != "group" and (unit.kind != "town" or own_office)


def _best(cases: Cases, general: str | None) -> tuple[Suggestion, ...]:
    """The three that most speaks for; where next to nothing speaks for any, the general unit takes it."""
    if general and cases.get(general, _NOTHING).score < _UNCLAIMED:
        cases = {**cases, general: _Case(_UNCLAIMED, _UNCLAIMED, texts.GENERAL)}
    ranked = sorted(cases.items(), key=lambda pair: -pair[1].score)[:MOST]
    return tuple(Suggestion(unit, case.reason) for unit, case in ranked)


def _spread(reading: Reading, lying: Mapping[str, Mapping[str, float]]) -> float:
    """How far a task is spread over the duties of several units (0 to 1): the office leads what all have a part in."""
    shares: dict[str, float] = {}
    for duty, share in reading.shares.items():
        if at_home := lying.get(duty):
            unit, _ = max(at_home.items(), key=lambda pair: pair[1])
            shares[unit] = shares.get(unit, 0.0) + share
    return sum(shares.values()) - max(shares.values()) if len(shares) > 2 else 0.0


def _general(units: Sequence[UnitNames], duties: Dictionary) -> str | None:
    """The unit that takes what is nobody's or everybody's."""
    return next((unit.name for piece in duties.general for unit in units if holds(unit, piece)), None)


# The neighbours.


def _with_neighbours(place: int, tasks: Sequence[Item], own: Sequence[Cases]) -> Cases:
    """The cases of a task with what the rest of its section says: the next ones most, the others together as much.

    A section speaks as far as it is one unit's; one shared by many says little.
    """
    cases = dict(own[place])
    section = tasks[place].section
    others = [at for at, task in enumerate(tasks) if task.section == section and at != place]
    others = [at for at in others if section or abs(at - place) == 1]
    leanings = {at: _leaning(tasks[at], own[at]) for at in others}
    one = _concentration(leanings.values())
    for at, leaning in leanings.items():
        weight = one * ((_SECTION / len(others) if section else 0.0) + (_NEAR if abs(at - place) == 1 else 0.0))
        for unit, share in leaning.items():
            cases[unit] = cases.get(unit, _NOTHING).heard(weight * share, texts.NEIGHBOUR.format(title=tasks[at].title))
    return cases


def _concentration(leanings: Iterable[Mapping[str, float]]) -> float:
    """How far several tasks lean to one and the same unit, 0 to 1: 1 for one unit, 1/n for n of equal share."""
    sums: dict[str, float] = {}
    for leaning in leanings:
        for unit, share in leaning.items():
            sums[unit] = sums.get(unit, 0.0) + share
    total = sum(sums.values())
    return sum(value * value for value in sums.values()) / (total * total) if total else 0.0


def _leaning(task: Item, cases: Cases) -> dict[str, float]:
    """How far a neighbour belongs to each unit: wholly to the lead that its plan names, else by its own cases."""
    if task.leads:
        return {lead: 1.0 / (1 + place) for place, lead in enumerate(task.leads)}
    total = sum(case.score for case in cases.values())
    sure = max((case.score for case in cases.values()), default=0.0)
    return {unit: min(1.0, sure) * case.score / total for unit, case in cases.items()} if total else {}
