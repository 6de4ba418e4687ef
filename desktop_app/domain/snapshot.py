"""The whole ledger as read-only data. Everything that shows or judges the ledger reads one of these (law 13)."""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, TypeVar

from desktop_app.domain.changes import EXISTS, Change
from desktop_app.domain.model import (
    ENTITIES,
    FIELDS,
    Answer,
    Assignment,
    Node,
    Plan,
    Report,
    Round,
    RoundRow,
    Section,
    Target,
    Task,
    Unit,
)

T = TypeVar("T")
Table = dict[int, Any]
_FEW = 200  # changed records up to which look-ups are mended rather than made anew; of a large table, a quarter
_SINGLE = 16  # records up to which each is put into a look-up's list by itself


class Snapshot:
    """Records by entity and key, with look-ups made on first use and kept until a change touches their entity."""

    def __init__(self, tables: Mapping[str, Table], indexes: dict[tuple[str, str], dict] | None = None) -> None:
        self.tables: dict[str, Table] = {entity: tables.get(entity, {}) for entity in ENTITIES}
        self._indexes = indexes or {}
        self._made: dict[tuple, Any] = {}

    def with_records(self, records: Mapping[tuple[str, int], Any]) -> "Snapshot":
        """A snapshot in which these records are new, changed or (None) gone; what is untouched is shared."""
        touched = {entity for entity, _ in records}
        tables = {entity: dict(table) if entity in touched else table for entity, table in self.tables.items()}
        for (entity, key), record in records.items():
            if record is None:
                tables[entity].pop(key, None)
            else:
                tables[entity][key] = record
        own = {entity: [(key, new) for (other, key), new in records.items() if other == entity] for entity in touched}
        kept = {}
        for (entity, field), index in self._indexes.items():
            if entity not in touched:
                kept[entity, field] = index
            elif len(own[entity]) <= max(_FEW, len(tables[entity]) // 4):
                kept[entity, field] = self._mended(entity, field, own[entity])
        return Snapshot(tables, kept)

    def _mended(self, entity: str, field: str, records: Iterable[tuple[int, Any]]) -> dict[object, list[Any]]:
        """An index with these records put where they belong now."""
        index, table, get = dict(self._indexes[entity, field]), self.tables[entity], attrgetter(field)
        gone: dict[object, list[Any]] = {}
        come: dict[object, list[Any]] = {}
        for key, new in records:
            old = table.get(key)
            if old is not None:
                gone.setdefault(get(old), []).append(old)
            if new is not None:
                come.setdefault(get(new), []).append(new)
        for value in gone.keys() | come.keys():
            index[value] = _exchanged(index.get(value, []), gone.get(value, []), come.get(value, []), _order(entity))
            if not index[value]:
                del index[value]
        return index

    def with_tables(self, tables: Mapping[str, Table]) -> "Snapshot":
        """A snapshot with other tables in the place of these entities' own; the rest is shared."""
        kept = {place: index for place, index in self._indexes.items() if place[0] not in tables}
        return Snapshot({**self.tables, **tables}, kept)

    def having(self, entity: str, field: str, value: object) -> list[Any]:
        """The records whose `field` is `value`, by position, then key."""
        index = self._indexes.get((entity, field))
        return (self.index(entity, field) if index is None else index).get(value, [])

    def index(self, entity: str, field: str) -> Mapping[object, list[Any]]:
        """The records of an entity by what they have in a field, each list by position, then key."""
        place = (entity, field)
        if place not in self._indexes:
            self._indexes[place] = _index(self.tables[entity], entity, field)
        return self._indexes[place]

    def once(self, make: Callable[..., T], *about: object) -> T:
        """What `make(snapshot, *about)` gives, made when first asked for and kept as long as this snapshot."""
        place = (make, *about)
        if place not in self._made:
            self._made[place] = make(self, *about)
        return self._made[place]

    @property
    def plans(self) -> dict[int, Plan]:
        """Plans by key."""
        return self.tables["plan"]

    @property
    def sections(self) -> dict[int, Section]:
        """Sections by key."""
        return self.tables["section"]

    @property
    def tasks(self) -> dict[int, Task]:
        """Tasks and actions by key."""
        return self.tables["task"]

    @property
    def units(self) -> dict[int, Unit]:
        """Units by key, merged and withdrawn ones too."""
        return self.tables["unit"]

    @property
    def rounds(self) -> dict[int, Round]:
        """Rounds by key."""
        return self.tables["round"]

    @property
    def rows(self) -> dict[int, RoundRow]:
        """Round rows by key."""
        return self.tables["round_row"]

    def plans_in_order(self) -> list[Plan]:
        """Plans by year, then as they came."""
        return sorted(self.plans.values(), key=lambda p: (p.year or 0, p.key))

    def sections_of(self, plan: int) -> list[Section]:
        """The sections of a plan, in order."""
        return self.having("section", "plan", plan)

    def tasks_of(self, section: int | None) -> list[Task]:
        """The tasks (not actions, not withdrawn) of a section, in order; None gives those outside any section."""
        return [t for t in self.having("task", "section", section) if t.parent is None and not t.withdrawn]

    def tasks_in_order(self) -> list[Task]:
        """All tasks that stand, by plan and section, then those outside any section."""
        order = [s.key for p in self.plans_in_order() for s in self.sections_of(p.key)]
        return [t for section in [*order, None] for t in self.tasks_of(section)]

    def actions_of(self, task: int) -> list[Task]:
        """The actions split from a task, in order."""
        return [t for t in self.having("task", "parent", task) if not t.withdrawn]

    def targets_of(self, task: int) -> list[Target]:
        """The targets of a task, in order."""
        return self.having("target", "task", task)

    def nodes_of(self, task: int) -> list[Node]:
        """The dated steps of a task, in order."""
        return self.having("node", "task", task)

    def assignments_of(self, task: int, role: str) -> list[Assignment]:
        """Who is lead, or who is co, in order."""
        return [a for a in self.having("assignment", "task", task) if a.role == role]

    def leads_of(self, task: int) -> list[Unit]:
        """The lead units of a task, in order, merged units resolved."""
        return [self.unit(a.unit) for a in self.assignments_of(task, "lead")]

    def cos_of(self, task: int) -> list[Unit]:
        """The supporting units of a task, in order, merged units resolved."""
        return [self.unit(a.unit) for a in self.assignments_of(task, "co")]

    def unit(self, key: int) -> Unit:
        """The unit that stands for this key today: `merged_into` followed to its end (law 9)."""
        unit = self.units[key]
        seen = {key}
        while unit.merged_into is not None and unit.merged_into not in seen:
            seen.add(unit.merged_into)
            unit = self.units[unit.merged_into]
        return unit

    def units_in_order(self) -> list[Unit]:
        """The units that stand (not merged away, not withdrawn), in the clerk's order."""
        return sorted(
            (u for u in self.units.values() if u.merged_into is None and not u.withdrawn),
            key=attrgetter("position", "key"),
        )

    def unit_named(self, name: str) -> Unit | None:
        """The unit of this name or alias; None where there is none."""
        found = [u for u in self.having("unit", "name", name) if not u.withdrawn]
        if found:
            return self.unit(found[0].key)
        aliases = [a for a in self.having("alias", "name", name) if not self.units[a.unit].withdrawn]
        return self.unit(aliases[0].unit) if aliases else None

    def members_of(self, collective: int) -> list[Unit]:
        """The units of a collective."""
        return [self.unit(m.unit) for m in self.having("member", "collective", collective)]

    def rounds_in_order(self) -> list[Round]:
        """Rounds by as-of date, then as they were made; voided ones too."""
        return sorted(self.rounds.values(), key=attrgetter("as_of", "key"))

    def rows_of(self, round_key: int) -> list[RoundRow]:
        """The rows of a round, in order."""
        return self.having("round_row", "round", round_key)

    def rows_about(self, task: int) -> list[RoundRow]:
        """The round rows that ask about a task, over all rounds."""
        return self.having("round_row", "task", task)

    def report_of(self, row: int) -> Report | None:
        """What the ledger holds about a round row."""
        return next(iter(self.having("report", "row", row)), None)

    def answer_of(self, row: int) -> Answer | None:
        """What the unit last said about a round row."""
        return next(iter(self.having("answer", "row", row)), None)

    def rule(self, name: str) -> str | None:
        """The JSON text of a rule, or None where the shipped default stands."""
        found = self.having("rule", "name", name)
        return found[0].value if found else None


def _order(entity: str) -> Callable[[Any], Any]:
    return attrgetter("position", "key") if "position" in FIELDS[entity] else attrgetter("key")


def _exchanged(records: list[Any], gone: list[Any], come: list[Any], order: Callable[[Any], Any]) -> list[Any]:
    """A look-up's list in its order, with other records in the place of those gone."""
    if len(gone) + len(come) <= _SINGLE:
        kept = list(records)
        for old in gone:
            kept.remove(old)
        for new in come:
            insort(kept, new, key=order)
        return kept
    left = {record.key for record in gone}
    return sorted([*(record for record in records if record.key not in left), *come], key=order)


def _index(table: Table, entity: str, field: str) -> dict[object, list[Any]]:
    index: defaultdict[object, list[Any]] = defaultdict(list)
    for value, record in zip(map(attrgetter(field), table.values()), table.values(), strict=True):
        index[value].append(record)
    index.default_factory = None  # from here on a dictionary like any other
    order = _order(entity)
    for records in index.values():
        if len(records) > 1:
            records.sort(key=order)
    return index


def changed(snapshot: Snapshot, changes: Iterable[Change]) -> Snapshot:
    """The snapshot after these changes, in memory only: a preview, a past date, a model to test the store against."""
    records: dict[tuple[str, int], Any] = {}
    for change in changes:
        place = (change.entity, change.key)
        if change.field == EXISTS:
            records[place] = change.new
        else:
            record = records[place] if place in records else snapshot.tables[change.entity][change.key]
            records[place] = record._replace(**{change.field: change.new})
    return snapshot.with_records(records)
