"""The duty dictionary: which words of a task point to which duty, and which units usually have it.

Shipped as resources/duties.json; the ledger's rule "duties" (the same JSON) takes its place (law 12).
A new duty, word or name of a unit is one entry there.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from desktop_app.documents.folding import fold
from desktop_app.domain.snapshot import Snapshot
from desktop_app.paths import asset

RULE = "duties"
TOWN = "街道"  # the kind of bureau that a town or a street office is itself
_TITLE, _SECTION, _OFTEN = 2.0, 0.5, 3
_SURE = 4.0  # a task of this total strength is half sure


class Duty(NamedTuple):
    """A duty with the pieces of names of its usual units and the words of its tasks, each weighted 1 to 3.

    `bureau` is the kind of bureau that has it; "" where every bureau has it.
    """

    name: str
    units: Mapping[str, int]
    words: Mapping[str, int]
    bureau: str = ""


class Reading(NamedTuple):
    """What a task's words point to: the share of each duty (sum at most 1), and its most telling word."""

    shares: dict[str, float]
    words: dict[str, str]


class Dictionary:
    """The duties with their words laid out for search; words that lie inside a longer one are not counted beside it.

    `general` are pieces of the names of the unit that takes what is nobody's or everybody's.
    """

    def __init__(self, duties: Sequence[Duty], general: Sequence[str] = ()) -> None:
        self.duties = tuple(duties)
        self.general = tuple(general)
        self._meanings: dict[str, list[tuple[str, int]]] = {}
        for duty in duties:
            for word, weight in duty.words.items():
                self._meanings.setdefault(fold(word), []).append((duty.name, weight))
        self._narrower: dict[frozenset[str], Dictionary] = {}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._meanings, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    def among(self, bureaus: frozenset[str]) -> "Dictionary":
        """The duties that every bureau has and those of these bureaus."""
        if bureaus not in self._narrower:
            kept = [duty for duty in self.duties if not duty.bureau or duty.bureau in bureaus]
            self._narrower[bureaus] = Dictionary(kept, self.general)
        return self._narrower[bureaus]

    def read(self, title: str, text: str, section: str = "") -> Reading:
        """How far a task belongs to each duty: its title counts most, then its section's title, then its text."""
        strength: dict[str, float] = {}
        best: dict[str, tuple[float, str]] = {}
        for passage, factor in ((title, _TITLE), (section, _SECTION), (text, 1.0)):
            for word, count in self._found(passage).items():
                for duty, weight in self._meanings[word]:
                    points = factor * weight**1.5 * math.sqrt(min(count, _OFTEN))
                    strength[duty] = strength.get(duty, 0.0) + points
                    best[duty] = max(best.get(duty, (0.0, "")), (points, word))
        total = sum(value**1.5 for value in strength.values())
        sure = sum(strength.values()) / (sum(strength.values()) + _SURE)
        shares = {duty: sure * value**1.5 / total for duty, value in strength.items()}
        return Reading(shares, {duty: word for duty, (_, word) in best.items()})

    def spans(self, passage: str) -> list[tuple[int, int]]:
        """Where the words of the dictionary stand in a folded passage."""
        return [found.span() for found in self._pattern.finditer(passage)]

    def _found(self, passage: str) -> dict[str, int]:
        counts: dict[str, int] = {}
        for word in self._pattern.findall(fold(passage)):
            counts[word] = counts.get(word, 0) + 1
        return counts


def parse_duties(text: str) -> Dictionary:
    """The dictionary of a JSON text; ValueError or KeyError where it is none."""
    told = json.loads(text)
    alike = told.get("alike", ())
    duties = [
        Duty(entry["name"], _with_alike(entry["units"], alike), entry["words"], entry.get("bureau", ""))
        for entry in told["duties"]
    ]
    return Dictionary(duties, told.get("general", ()))


def _with_alike(units: Mapping[str, int], alike: Sequence[Sequence[str]]) -> dict[str, int]:
    """The pieces of names with the other names of the same office (人事 and 政工), of the same weight."""
    weights = dict(units)
    for names in alike:
        weight = max((units.get(name, 0) for name in names), default=0)
        if weight:
            weights = {**dict.fromkeys(names, weight), **weights}
    return weights


def duties_of(snapshot: Snapshot) -> Dictionary:
    """The dictionary of a ledger: its own rule, else the shipped one."""
    said = snapshot.rule(RULE)
    return parse_duties(said) if said else shipped_duties()


@lru_cache(maxsize=1)
def shipped_duties() -> Dictionary:
    """The dictionary that the program brings along."""
    return parse_duties(asset("resources", "duties.json").read_text("utf-8"))
