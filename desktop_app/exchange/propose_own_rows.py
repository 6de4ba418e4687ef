"""New rows of an exported ledger that comes back: tasks, or actions of the task that they stand under."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from desktop_app.domain.changes import Draft, Source
from desktop_app.domain.model import Task
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exchange.read_ledger_grid import Cell
from desktop_app.exchange.read_own_ledger import OwnRow

OF_TASK = {"no": "no", "title": "title", "leader": "leader", "note": "note"}
UNITS = ("lead", "co")


class Reading(NamedTuple):
    """How the words of cells are understood; `deadline` gives a task's fields, None where a cell names no time."""

    units: Callable[[str], list[str]]
    deadline: Callable[[Cell], Mapping[str, object] | None]
    kind_of: Callable[[str], str]


class Units:
    """The units that cells name; those that the ledger does not know are made once."""

    def __init__(self, snapshot: Snapshot, reading: Reading) -> None:
        self._snapshot, self._reading = snapshot, reading
        self._made: dict[str, int] = {}
        self._position = max((unit.position for unit in snapshot.units.values()), default=0)

    def key(self, draft: Draft, name: str, source: Source) -> int:
        """The unit of this name: known, or drafted here."""
        known = self._snapshot.unit_named(name)
        if known:
            return known.key
        if name not in self._made or not any(c.key == self._made[name] for c in draft.changes):
            self._position += 1
            values = {"name": name, "kind": self._reading.kind_of(name), "position": self._position}
            self._made[name] = draft.create("unit", values, source)
        return self._made[name]


class NewRows:
    """Drafts the rows that were not there when the ledger was exported."""

    def __init__(self, snapshot: Snapshot, draft: Draft, reading: Reading, units: Units) -> None:
        self._snapshot, self._draft, self._reading, self._units = snapshot, draft, reading, units
        self._made: int | None = None  # a new task just above, for new actions under it

    def leave(self) -> None:
        """A row of the ledger stands between: what follows is no part of the last new task."""
        self._made = None

    def task(self, row: OwnRow, title: Cell | None, content: Cell | None, above: Task | None, source: Source) -> str:
        """Draft a new task after the one above, in its section unless the row names another; returns its title."""
        head = title or content
        assert head is not None
        near = self._parent_of(above)
        if near is None and self._snapshot.plans:
            plan: int | None = self._snapshot.plans_in_order()[-1].key
        else:
            plan = near.plan if near else None
        section = self._section(row, plan) or (near.section if near else None)
        values: dict[str, object] = {"plan": plan, "section": section, "state": "open", "title": head.text}
        values["text"] = content.text if content and title else None
        values["position"] = (near.position if near else 0) + 1
        key = self._created(row, values, source)
        self._made = key
        return head.text

    def action(self, row: OwnRow, content: Cell, below: Task | None, source: Source) -> str:
        """Draft a new action of the task above; returns its title."""
        above = self._parent_of(below)
        parent = self._made if self._made else above.key if above else None
        title, _, text = content.text.partition("\n")
        values: dict[str, object] = {"parent": parent, "state": "open", "title": title, "text": text or None}
        values["plan"], values["section"] = (above.plan, above.section) if above and not self._made else (None, None)
        values["position"] = len(self._snapshot.actions_of(above.key)) + 1 if above else 1
        self._created(row, values, source)
        return title

    def _parent_of(self, task: Task | None) -> Task | None:
        return self._snapshot.tasks[task.parent] if task and task.parent is not None else task

    def _section(self, row: OwnRow, plan: int | None) -> int | None:
        said = row.cells.get("section")
        if said is None or plan is None:
            return None
        for section in self._snapshot.sections_of(plan):
            if said.text.endswith(section.title):
                return section.key
        return None

    def _created(self, row: OwnRow, values: dict[str, object], source: Source) -> int:
        for field, name in OF_TASK.items():
            if field in row.cells and field != "title":
                values[name] = row.cells[field].text
        deadline = row.cells.get("deadline")
        if deadline:
            values |= self._reading.deadline(deadline) or {"deadline_raw": deadline.text, "deadline_kind": "event"}
        key = self._draft.create("task", values, source)
        for role in UNITS:
            cell = row.cells.get(role)
            for position, name in enumerate(self._reading.units(cell.text) if cell else (), 1):
                unit = self._units.key(self._draft, name, source)
                fields = {"task": key, "unit": unit, "role": role, "position": position}
                self._draft.create("assignment", fields, source)
        return key
