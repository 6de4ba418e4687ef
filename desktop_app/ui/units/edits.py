"""What an edit on the 单位 page does to the ledger, and what each unit leads; data in, data out."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.model import Unit
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.texts import units as texts

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
    """Name, kind, contact or phone of a unit; Refused for a name that is empty or another unit's."""
    words = words.strip()
    if field == "name":
        _free(snapshot, unit, words)
    draft = Draft()
    draft.set("unit", unit, {field: words})
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


def _free(snapshot: Snapshot, unit: Unit, name: str) -> None:
    if not name:
        raise Refused(texts.NAME_BLANK)
    other = snapshot.unit_named(name)
    if other and other.key != unit.key:
        raise Refused(texts.NAME_TAKEN.format(name=name, other=other.name))
