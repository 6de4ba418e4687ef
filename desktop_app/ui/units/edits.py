"""What an edit on the 单位 page does to the ledger, and what each unit leads; data in, data out."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.domain.cells import read_block
from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.model import NAMED_BY, Unit
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.texts import units as texts

_PHONE = re.compile(texts.PHONE_NUMBER)
_SPLIT = str.maketrans(dict.fromkeys(texts.SEPARATORS, texts.COMMA))
OVER = ("finished", "closed")


class Load(NamedTuple):
    """The tasks and actions that a unit leads: all, those not finished, those on red."""

    led: frozenset[int]
    open: frozenset[int]
    red: frozenset[int]


def loads(snapshot: Snapshot, statuses: dict[int, Status]) -> dict[int, Load]:
    """What each unit leads, by unit key; merged units are counted with the unit that stands for them."""
    led: dict[int, set[int]] = {unit.key: set() for unit in snapshot.units_in_order()}
    for assignment in snapshot.tables["assignment"].values():
        if assignment.role == "lead" and assignment.task in statuses:
            led.setdefault(snapshot.unit(assignment.unit).key, set()).add(assignment.task)
    return {unit: _load(tasks, statuses) for unit, tasks in led.items()}


def _load(tasks: Iterable[int], statuses: dict[int, Status]) -> Load:
    led = frozenset(tasks)
    return Load(
        led,
        frozenset(task for task in led if statuses[task].state not in OVER),
        frozenset(task for task in led if statuses[task].light == "red"),
    )


def aliases_of(snapshot: Snapshot, unit: int) -> list[str]:
    """The other names of a unit, oldest first."""
    return [alias.name for alias in snapshot.having("alias", "unit", unit)]


def free_name(snapshot: Snapshot) -> str:
    """What a new unit is called until it has its name."""
    name, n = texts.NEW_NAME, 1
    while snapshot.unit_named(name):
        n += 1
        name = f"{texts.NEW_NAME}{n}"
    return name


def add_unit(snapshot: Snapshot, name: str) -> list[Change]:
    """A new 科室 of this name at the end of the list."""
    last = max((unit.position for unit in snapshot.units.values()), default=0)
    draft = Draft()
    draft.create("unit", {"name": name, "kind": "section", "position": last + 1})
    return draft.changes


def set_field(snapshot: Snapshot, unit: Unit, field: str, words: str) -> list[Change]:
    """Name, kind, contact or phone of a unit; Refused for a name that is empty or another unit's.

    A name that was in use stays as another name: forms and papers of last month still bear it.
    """
    words = words.strip()
    draft = Draft()
    draft.set("unit", unit, {field: words})
    if field == "name" and words != unit.name:
        _free(snapshot, unit, words)
        held = {alias.name: alias for alias in snapshot.having("alias", "unit", unit.key)}
        if words in held:
            draft.delete("alias", held[words])
        if unit.name not in held and any(snapshot.having(*place, unit.key) for place in NAMED_BY["unit"]):
            draft.create("alias", {"unit": unit.key, "name": unit.name})
    return draft.changes


def set_aliases(snapshot: Snapshot, unit: Unit, words: str) -> list[Change]:
    """The unit's other names as written, joined by 、; Refused where one is another unit's."""
    wanted = [name for name in dict.fromkeys(words.translate(_SPLIT).split(texts.COMMA)) if name and name != unit.name]
    draft = Draft()
    for alias in snapshot.having("alias", "unit", unit.key):
        if alias.name not in wanted:
            draft.delete("alias", alias)
    for name in wanted:
        if name not in aliases_of(snapshot, unit.key):
            _free(snapshot, unit, name)
            draft.create("alias", {"unit": unit.key, "name": name})
    return draft.changes


def set_members(snapshot: Snapshot, group: Unit, wanted: Iterable[int]) -> list[Change]:
    """A collective made of exactly these units; rounds that are out keep the members they were sent to (law 9)."""
    draft, keys = Draft(), set(wanted)
    held = {snapshot.unit(member.unit).key: member for member in snapshot.having("member", "collective", group.key)}
    for key, member in held.items():
        if key not in keys:
            draft.delete("member", member)
    for unit in snapshot.units_in_order():
        if unit.key in keys and unit.key not in held:
            draft.create("member", {"collective": group.key, "unit": unit.key})
    return draft.changes


def moved(snapshot: Snapshot, unit: Unit, step: int) -> list[Change]:
    """The unit one place up (-1) or down (1) in the clerk's order; nothing at the end of the list."""
    units = snapshot.units_in_order()
    place = units.index(unit)
    draft = Draft()
    if 0 <= place + step < len(units):
        units.insert(place + step, units.pop(place))
        for position, one in enumerate(units, 1):
            draft.set("unit", one, {"position": position})
    return draft.changes


def merged(snapshot: Snapshot, unit: Unit, into: Unit) -> list[Change]:
    """One unit goes on as another: tasks, answers and names go along (law 9). Refused for a group and a single unit."""
    if (unit.kind == "group") != (into.kind == "group"):
        raise Refused(texts.MERGE_GROUP.format(name=unit.name, other=into.name))
    draft = Draft()
    if unit.key != into.key:
        draft.set("unit", unit, {"merged_into": into.key})
    return draft.changes


def units_in(snapshot: Snapshot, words: str) -> list[tuple[str, str | None, str | None]]:
    """Name, contact and telephone of each new unit in a text: an addressee line, lines, or rows of a spreadsheet."""
    found: dict[str, tuple[str, str | None, str | None]] = {}
    for row in read_block(words.strip()):
        cells = [cell.strip(texts.EDGES) for cell in row]
        names = cells[0].translate(_SPLIT).split(texts.COMMA)
        rest = [cell for cell in cells[1:] if cell]
        phone = next((cell for cell in rest if _PHONE.fullmatch(cell)), None)
        contact = next((cell for cell in rest if cell != phone), None) if len(names) == 1 else None
        for name in (name.strip(texts.EDGES) for name in names):
            if name and name not in texts.HEADS and not snapshot.unit_named(name):
                found.setdefault(name, (name, contact, phone if len(names) == 1 else None))
    return list(found.values())


def add_units(snapshot: Snapshot, words: str) -> list[Change]:
    """The new units of a text, at the end of the list, each with the kind that its name tells."""
    from desktop_app.documents.propose import kind_of_unit

    last = max((unit.position for unit in snapshot.units.values()), default=0)
    draft = Draft()
    for position, (name, contact, phone) in enumerate(units_in(snapshot, words), last + 1):
        values = {"name": name, "kind": kind_of_unit(name), "position": position, "contact": contact, "phone": phone}
        draft.create("unit", values)
    return draft.changes


def _free(snapshot: Snapshot, unit: Unit, name: str) -> None:
    if not name:
        raise Refused(texts.NAME_BLANK)
    other = snapshot.unit_named(name)
    if other and other.key != unit.key:
        raise Refused(texts.NAME_TAKEN.format(name=name, other=other.name))
