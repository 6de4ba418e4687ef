"""Which lines stand where: sorted by a column, under their headings, those that a search leaves.

Lines are named by the key of their task. Orders are made when first asked for and kept, so that showing a hundred
thousand lines otherwise is a matter of cutting lists.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from desktop_app.domain.headings import headed
from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger.columns import NO, rank
from desktop_app.ui.ledger.facts import Facts
from desktop_app.ui.ledger.lines import Group

_LIGHTS = ("red", "amber", "grey", "green", "blue")


class Rows(NamedTuple):
    """What the table shows: the key of a task in each row, or for a heading -1 less its place in `groups`."""

    keys: list[int]
    groups: list[Group]


class Arrangement(NamedTuple):
    """Lines in the order they are shown, and where each heading with its lines begins."""

    keys: list[int]
    groups: list[tuple[str, int]]

    def rows(self, found: Sequence[int] | None = None) -> Rows:
        """All lines under their headings, or only those at the places of `found` (ascending)."""
        if not self.groups:
            return Rows(self.keys if found is None else list(map(self.keys.__getitem__, found)), [])
        rows: list[int] = []
        shown: list[Group] = []
        ends = [start for _, start in self.groups[1:]] + [len(self.keys)]
        for (name, start), end in zip(self.groups, ends, strict=True):
            if found is None:
                part = self.keys[start:end]
            else:
                part = list(map(self.keys.__getitem__, found[bisect_left(found, start) : bisect_left(found, end)]))
            if part:
                rows.append(-1 - len(shown))
                rows += part
                shown.append(Group(name, len(part)))
        return Rows(rows, shown)


class Orders:
    """The lines of one state of the ledger in every order that was asked for."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._sorted: dict[tuple[int, bool], list[int]] = {}
        self._groups: dict[str, dict[int, object]] = {}
        self._whole: dict[tuple[str, int | None, bool], Arrangement] = {}
        self._part: tuple[Collection[int], tuple[str, int | None, bool], Arrangement] | None = None
        self.plain, self._sections = _plain(facts)

    def arranged(self, wanted: Collection[int] | None, grouping: str, sort: int | None, downwards: bool) -> Arrangement:
        """The wanted lines (None: all) grouped and sorted; asked again for the very same, the very same."""
        place = (grouping, sort, downwards)
        if wanted is not None:
            if self._part is None or self._part[0] is not wanted or self._part[1] != place:
                keys = [key for key in self.by(sort, downwards) if key in wanted]
                self._part = (wanted, place, self._grouped(keys, grouping))
            return self._part[2]
        if place not in self._whole:
            self._whole[place] = self._grouped(self.by(sort, downwards), grouping)
        return self._whole[place]

    def by(self, column: int | None, downwards: bool) -> list[int]:
        """All lines sorted by a column; None gives the ledger's own order."""
        if column is None or (column == NO and not downwards):
            return self.plain
        if (column, downwards) not in self._sorted:
            self._sorted[column, downwards] = self._sort(column, downwards)
        return self._sorted[column, downwards]

    def _sort(self, column: int, downwards: bool) -> list[int]:
        if column == NO:
            return self.plain[::-1]
        tasks = self._facts.snapshot.tasks
        ranks = {key: rank(self._facts, tasks[key], column) for key in self.plain}
        return sorted(self.plain, key=ranks.__getitem__, reverse=downwards)

    def _grouped(self, keys: list[int], grouping: str) -> Arrangement:
        if not grouping:
            return Arrangement(keys, [])
        if grouping == "section" and keys is self.plain:
            named = dict(_names(self._facts, grouping, ()))
            return Arrangement(keys, [(named[section], start) for section, start in self._sections])
        group = self.groups(grouping)
        parts: defaultdict[object, list[int]] = defaultdict(list)
        for key in keys:
            parts[group[key]].append(key)
        arranged: list[int] = []
        heads: list[tuple[str, int]] = []
        for value, name in _names(self._facts, grouping, parts):
            if value in parts:
                heads.append((name, len(arranged)))
                arranged += parts[value]
        return Arrangement(arranged, heads)

    def groups(self, grouping: str) -> dict[int, object]:
        """What each line is grouped by."""
        if grouping not in self._groups:
            tasks = self._facts.snapshot.tasks
            self._groups[grouping] = {key: group_of(self._facts, tasks[key].key, grouping) for key in self.plain}
        return self._groups[grouping]

    def forget(self, tasks: Iterable[int], grouping: str, kept: tuple[int | None, bool] | None) -> None:
        """These lines say something else now: of all orders only `kept` stays, where one is named."""
        self._sorted = {place: keys for place, keys in self._sorted.items() if place == kept}
        self._whole = {place: made for place, made in self._whole.items() if kept and place == (grouping, *kept)}
        self._part = None
        self._groups = {name: groups for name, groups in self._groups.items() if name == grouping}
        for name, groups in self._groups.items():
            groups.update((task, group_of(self._facts, task, name)) for task in tasks)

    def prepare(self, columns: Iterable[int], grouping: str) -> bool:
        """Make one order that was not asked for yet; False where there are all of these columns."""
        for column in columns:
            for downwards in (False, True):
                if (grouping, column, downwards) not in self._whole:
                    self.arranged(None, grouping, column, downwards)
                    return True
        return False


def group_of(facts: Facts, key: int, grouping: str) -> object:
    """What a line is grouped by: an action without a section, unit or leader of its own goes with its task."""
    task = facts.snapshot.tasks[key]
    if grouping == "section":
        return facts.top(task).section
    if grouping == "light":
        return facts.status(key).light
    if grouping == "leader":
        return task.leader or facts.top(task).leader
    leads = facts.snapshot.leads_of(key) or facts.snapshot.leads_of(facts.top(task).key)
    return leads[0].key if leads else None


def _plain(facts: Facts) -> tuple[list[int], list[tuple[int | None, int]]]:
    """Every line that stands, each task followed by its actions; and where each section begins."""
    snapshot, keys, starts = facts.snapshot, [], []
    actions = snapshot.index("task", "parent")
    sections = [section.key for plan in snapshot.plans_in_order() for section in snapshot.sections_of(plan.key)]
    for section in (*sections, None):
        start = len(keys)
        for task in snapshot.tasks_of(section):
            keys.append(task.key)
            if task.key in actions:
                keys += [action.key for action in actions[task.key] if not action.withdrawn]
        if len(keys) > start:
            starts.append((section, start))
    return keys, starts


def _names(facts: Facts, grouping: str, used: Iterable[object]) -> list[tuple[object, str]]:
    """The headings of a grouping in their order, by what lines are grouped by."""
    snapshot = facts.snapshot
    if grouping == "light":
        return [(light, texts.LIGHTS[light]) for light in _LIGHTS]
    if grouping == "leader":
        named = sorted(str(name) for name in used if name is not None)
        return [*((name, facts.leader(name)) for name in named), (None, texts.NO_LEADER)]
    if grouping == "unit":
        units = sorted(snapshot.units.values(), key=lambda unit: (unit.position, unit.key))
        return [*((unit.key, unit.name) for unit in units), (None, texts.NO_LEAD)]
    sections = [s for plan in snapshot.plans_in_order() for s in snapshot.sections_of(plan.key)]
    titled = [(s.key, headed(s.no, s.title)) for s in sections]
    return [*titled, (None, texts.NO_SECTION)]
