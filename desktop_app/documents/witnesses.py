"""The witnesses of a suggested lead: the duty dictionary, the units' own names, and what the ledger's past teaches.

Each tells, for a task, points and a reason for every unit that it speaks for.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from desktop_app.documents.duties import Dictionary, Reading
from desktop_app.documents.folding import fold
from desktop_app.documents.likeness import Index, grams, rarity, weighted
from desktop_app.texts import suggest as texts

_LEVELS = {3: 1.0, 2: 0.65, 1: 0.25}
_AFFILIATE = 0.75  # a section leads, an affiliate of the same duty carries out
_SECOND_LEAD = 0.4
_ALIKE = 0.3  # likeness to a past task that convinces
_DUTY, _NAME, _PAST = 1.0, 0.8, 0.7
_KIND = 0.12  # a second kind of bureau counts where it is met this well beside the first
_FRAME = re.compile(
    "^[省市区县旗州]|(?:科室|股室|处室|中心|大队|支队|委员会|办公室|事务所|[科股处室局委办厅站所院队馆组])$"
)
_COMMON = re.compile(
    "服务|工作|管理|中心|发展|事业|事务|建设|指导|社会|综合|政策|行政|监督|监管|公共|事务所|组织|规范|促进|保障|推广|安全|[与和及、()]"
)
_OFFICE, _OWN_OFFICE = "办公室", re.compile("(?:^|[局委厅]|机关)办公室")
_HAN = "[一-鿿]"
_GAP = "…"
_SHORT = 3  # a name this short may abbreviate two-character words by their first characters
_ABBREVIATED = 0.7
_WITHIN = 0.6  # the later words of a name are its general part (教育 of 义务教育)
_OF_ALL = 0.3  # a word of the bureau's own name tells little within it
_WHERE = 1.0, 0.5, 0.4  # a piece in the title, the section, the text
_FEW = 3  # of so few tasks nothing is learnt about a piece


class Item(NamedTuple):
    """A task to be led; `leads` are those that its plan names, which speak for its neighbours only."""

    seq: int
    title: str
    text: str
    section: str = ""
    leads: tuple[str, ...] = ()


class UnitNames(NamedTuple):
    """A unit by its name, with all names that it goes by, and its kind."""

    name: str
    names: tuple[str, ...]
    kind: str = "section"


class Past(NamedTuple):
    """A task of the ledger and who led it, in order."""

    title: str
    text: str
    section: str
    leads: tuple[str, ...]
    year: int | None = None


Witness = dict[str, tuple[float, str]]
"""Points and the reason, by the unit's name."""


# The duty dictionary.


def holds(unit: UnitNames, piece: str) -> bool:
    """Whether a piece stands in a name of the unit; 办公室 only as the general office, not as in 城市管理办公室."""
    return any(piece in name and (piece != _OFFICE or _OWN_OFFICE.search(name)) for name in unit.names)


def own_duties(units: Sequence[UnitNames], duties: Dictionary) -> Dictionary:
    """The duties that every bureau has, and those of the kind of bureau that these units make up.

    Only pieces of names that no other kind of bureau uses tell the kind (执法 and 规划 do not). A joint bureau (文旅体,
    住建交通) is of several kinds; a kind that a stray name calls to mind says nothing.
    """
    users: dict[str, set[str]] = {}
    for duty in duties.duties:
        for piece in duty.units:
            users.setdefault(piece, set()).add(duty.bureau)
    named = {piece for piece in users if any(holds(unit, piece) for unit in units)}
    met: dict[str, list[float]] = {}
    for duty in duties.duties:
        if duty.bureau:
            levels = [_LEVELS[duty.units[piece]] for piece in named & duty.units.keys() if len(users[piece]) == 1]
            met.setdefault(duty.bureau, []).append(max(levels, default=0.0))
    worth = {bureau: sum(found) ** 2 / len(found) for bureau, found in met.items()}
    most = max(worth.values(), default=0.0)
    return duties.among(frozenset(bureau for bureau, value in worth.items() if value >= _KIND * most))


def homes(units: Sequence[UnitNames], duties: Dictionary, history: Sequence[Past]) -> dict[str, dict[str, float]]:
    """How far each duty lies with each unit (0 to 1): by its name, and the more by its past the more there is of it."""
    led = _led(units, duties, history)
    found: dict[str, dict[str, float]] = {}
    for duty in duties.duties:
        named = by_name(units, duty.units)
        by_past = led.get(duty.name, {})
        seen, most = sum(by_past.values()), max(by_past.values(), default=0.0)
        found[duty.name] = {
            unit: (named.get(unit, 0.0) + seen * (by_past.get(unit, 0.0) / most if most else 0.0)) / (1 + seen)
            for unit in named.keys() | by_past.keys()
        }
    return found


def by_name(units: Sequence[UnitNames], pieces: Mapping[str, int]) -> dict[str, float]:
    """The units whose names hold a piece, the longest piece telling most; beside a unit named for the duty stand-ins
    count half, and beside a section that has it as well an affiliate less."""
    best: dict[str, tuple[int, int]] = {}
    for unit in units:
        said = [(level, len(piece)) for piece, level in pieces.items() if holds(unit, piece)]
        if said:
            best[unit.name] = max(said)
    highest, longest = max(best.values(), default=(0, 0))
    sections = {unit.name for unit in units if unit.kind == "section"}
    section_among = any(level == highest for name, (level, _) in best.items() if name in sections)
    found = {}
    for name, (level, length) in best.items():
        worth = _LEVELS[level] * (math.sqrt(length / longest) if level == highest else 0.5)
        found[name] = worth * (_AFFILIATE if section_among and name not in sections else 1.0)
    return found


def _led(units: Sequence[UnitNames], duties: Dictionary, history: Sequence[Past]) -> dict[str, dict[str, float]]:
    """How many past tasks of each duty each unit led; a second lead counts less."""
    known = {unit.name for unit in units}
    led: dict[str, dict[str, float]] = {}
    for past in history:
        for duty, share in duties.read(past.title, past.text, past.section).shares.items():
            for place, unit in enumerate(lead for lead in past.leads if lead in known):
                credit = led.setdefault(duty, {})
                credit[unit] = credit.get(unit, 0.0) + share * (_SECOND_LEAD if place else 1.0)
    return led


def by_duty(reading: Reading, homes: Mapping[str, Mapping[str, float]]) -> Witness:
    """What the duties of a task say for each unit; duties that no unit has leave their share to the others."""
    shares = {duty: share for duty, share in reading.shares.items() if homes.get(duty)}
    found: dict[str, tuple[float, float, str]] = {}
    for duty, share in shares.items():
        for unit, home in homes[duty].items():
            points = _DUTY * share * home
            total, most, reason = found.get(unit, (0.0, 0.0, ""))
            if points > most:
                most, reason = points, texts.DUTY.format(duty=duty, word=reading.words[duty])
            found[unit] = (total + points, most, reason)
    return {unit: (total, reason) for unit, (total, _, reason) in found.items()}


# The units' own names.


class Passage:
    """A folded passage with the words of the dictionary in it."""

    def __init__(self, text: str, duties: Dictionary) -> None:
        self.text = fold(text)
        self._words = duties.spans(self.text)

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether a piece stands here, and not only inside a longer word (职业 of 职业伤害)."""
        for found in pattern.finditer(self.text):
            start, end = found.span()
            if not any(s <= start and end <= e and e - s > end - start for s, e in self._words):
                return True
        return False


class Names:
    """Pieces of the units' names, each worth less the more of this plan's tasks use it."""

    def __init__(self, tasks: Sequence[Item], units: Sequence[UnitNames], duties: Dictionary) -> None:
        self._passages = [
            tuple(Passage(text, duties) for text in (task.title, task.section, task.text)) for task in tasks
        ]
        self._affiliates = {unit.name for unit in units if unit.kind == "affiliate"}
        patterns = {unit.name: _pieces(unit) for unit in units}
        titles = {duty.bureau for duty in duties.duties}
        owners = Counter(piece for pieces in patterns.values() for piece in pieces)
        self._pieces = {
            unit: [
                (piece, cover * spread / owners[piece] * (_OF_ALL if _within(piece, titles) else 1.0), pattern)
                for piece, (pattern, cover) in pieces.items()
                if (spread := self._spread(pattern))
            ]
            for unit, pieces in patterns.items()
        }

    def _spread(self, pattern: re.Pattern[str]) -> float:
        """How telling a piece is (0 to 1): the less, the more of the tasks use it; 0 where none does."""
        users = sum(title.says(pattern) or text.says(pattern) for title, _, text in self._passages)
        count = len(self._passages)
        return (1.0 - users / (count + 1)) ** 2 if users and count > _FEW else float(bool(users))

    def witness(self, place: int) -> Witness:
        """What the units' names say about the task at a place: the best piece in its title, section or text."""
        found = {}
        for unit, pieces in self._pieces.items():
            points, word = 0.0, ""
            for piece, worth, pattern in pieces:
                said = (
                    factor for part, factor in zip(self._passages[place], _WHERE, strict=True) if part.says(pattern)
                )
                points, word = max((points, word), (worth * max(said, default=0.0), piece))
            if points:
                points *= _AFFILIATE if unit in self._affiliates else 1.0
                found[unit] = (_NAME * points, texts.NAME.format(word=word.replace(_GAP, "")))
        return found


def _within(piece: str, titles: Collection[str]) -> bool:
    """Whether a piece is of the bureau's own name, as 文化 and 旅游 of 文化旅游: all its tasks are about that."""
    return any(piece in title for title in titles)


def _pieces(unit: UnitNames) -> dict[str, tuple[re.Pattern[str], float]]:
    """Telling pieces of a unit's names with how much of the name each covers; of 基教 also 基.教., for 基础教育."""
    found: dict[str, tuple[re.Pattern[str], float]] = {}
    for name in unit.names:
        core = _FRAME.sub("", _FRAME.sub("", fold(name)))
        for part in filter(None, _COMMON.split(core)):
            cuts = [part[start:end] for start in range(len(part)) for end in range(start + 2, len(part) + 1)]
            for piece in sorted(cuts, key=len, reverse=True):
                worth = math.sqrt(len(piece) / len(part)) * (1.0 if part.startswith(piece) else _WITHIN)
                found.setdefault(piece, (re.compile(re.escape(piece)), worth))
            for start in range(len(part) - 3):
                for short in {part[start] + part[start + 2], part[start] + part[start + 3]}:
                    found.setdefault(short, (re.compile(re.escape(short)), _ABBREVIATED * math.sqrt(4 / len(part))))
            if len(part) <= _SHORT:
                for first, second in combinations(part, 2):
                    pattern = re.compile(f"{first}{_HAN}{second}{_HAN}")
                    found.setdefault(f"{first}{_GAP}{second}", (pattern, _ABBREVIATED))
    return found


# What the ledger's past teaches.


class Experience:
    """Past tasks by the pieces of their words."""

    def __init__(self, tasks: Sequence[Item], history: Sequence[Past], known: set[str]) -> None:
        self._history, self._known = history, known
        before = [grams(f"{past.title}\n{past.title}\n{past.text}") for past in history]
        now = [grams(f"{task.title}\n{task.title}\n{task.text}") for task in tasks] if history else []
        self._worth = rarity([*before, *now])
        asked = {piece for pieces in now for piece in pieces}
        vectors = (weighted(pieces, self._worth) for pieces in before)
        self._index = Index([{piece: v for piece, v in vector.items() if piece in asked} for vector in vectors])

    def witness(self, task: Item) -> Witness:
        """What the tasks that read alike say: each unit by the likest task that it led."""
        if not self._history:
            return {}
        pieces = grams(f"{task.title}\n{task.title}\n{task.text}")
        found: Witness = {}
        for place, alike in self._index.likeness(weighted(pieces, self._worth)).items():
            past = self._history[place]
            points = _PAST * min(1.0, alike / _ALIKE)
            for rank, unit in enumerate(lead for lead in past.leads if lead in self._known):
                worth = points * (_SECOND_LEAD if rank else 1.0)
                if worth > found.get(unit, (0.0, ""))[0]:
                    found[unit] = (worth, _told(past))
        return found


def _told(past: Past) -> str:
    said = texts.PAST if past.year else texts.PAST_UNDATED
    return said.format(year=past.year, title=past.title)
