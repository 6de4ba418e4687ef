"""A document that gives work to many offices (the breakdown of a government work report): which of it is ours.

An office is told by the end of its name; its short and its full name (区民政局, 云溪区民政局) are one office.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.documents.extraction import Extraction, TaskRead
from desktop_app.documents.folding import fold

_OFFICE = re.compile(r"(?:局|委|委员会|办|办公室|部|院|会|公司|集团|政府|中心|支队|大队|总队|银行|学校)$")
_BUREAU = re.compile("(?:局|委|委员会|政府)$")  # 办公室 and 中心 are ends of many offices' names
_BRACKET = re.compile(r"[（(〔\[].*$")
_MANY = 6
"""So many offices lead in a document that is not one office's own."""


class Office(NamedTuple):
    """An office by the name it is most often written with, all names written for it, and the tasks that name it."""

    name: str
    names: tuple[str, ...]
    tasks: int


def offices_of(extraction: Extraction) -> list[Office]:
    """The offices that lead or help, most tasks first; none where the document is about one office's own units."""
    leading = {_plain(unit) for task in extraction.tasks for unit in task.lead_units}
    offices = {name for name in leading if _OFFICE.search(name) and "局" in name}
    if len(_joined(offices)) < _MANY:
        return []
    every = [{_plain(unit) for unit in _units(task)} for task in extraction.tasks]
    written: dict[str, int] = {}
    for units in every:
        for unit in units:
            if _OFFICE.search(unit):
                written[unit] = written.get(unit, 0) + 1
    found = []
    for names in _joined(written):
        count = sum(bool(units & names) for units in every)
        shown = max(names, key=lambda name: (written[name], len(name)))
        found.append(Office(shown, tuple(sorted(names)), count))
    return sorted(found, key=lambda office: (-office.tasks, office.name))


def with_part(whole: Extraction, part: Extraction, now: Extraction) -> Extraction:
    """The whole document with what has become of a part of its tasks: edited, taken away or brought back."""
    mine = {task.seq for task in part.tasks}
    kept = {task.seq: task for task in now.tasks}
    others = [task for task in whole.tasks if task.seq not in mine and task.seq not in kept]
    elsewhere = {task.seq for task in others}
    return whole._replace(
        meta=now.meta,
        tasks=tuple(sorted([*others, *kept.values()], key=lambda task: (task.span, task.seq))),
        doubts=(*now.doubts, *(doubt for doubt in whole.doubts if doubt.seq in elsewhere)),
        rest=tuple(sorted({*whole.rest, *now.rest} - {task.span for task in (*others, *kept.values())})),
    )


def ours(offices: Iterable[Office], known: Iterable[str]) -> Office | None:
    """The office that these names (issuers and titles of the ledger's plans) speak of; None where none does."""
    said = [_plain(name) for name in known]
    for office in offices:
        if any(_same(own, name) for own in office.names for name in said):
            return office
    return None


def names_like(extraction: Extraction, name: str) -> list[str]:
    """The names in a document that are short and full forms of an office's name; of a section's, that name only."""
    said = _plain(name)
    units = {_plain(unit) for task in extraction.tasks for unit in _units(task)}
    return sorted({said} | {unit for unit in units if _BUREAU.search(said) and _same(unit, said)})


def _joined(names: Iterable[str]) -> list[set[str]]:
    """Names that are short and full forms of one another, together."""
    groups: list[set[str]] = []
    for name in sorted(names, key=len):
        group = next((group for group in groups if any(_same(name, other) for other in group)), None)
        if group is None:
            groups.append({name})
        else:
            group.add(name)
    return groups


def _same(one: str, other: str) -> bool:
    """Whether the shorter name ends the longer one or begins what an office issues: 区民政局, 云溪区民政局2026年…."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 3 and (long.endswith(short) or f"{short}2" in long)


def _units(task: TaskRead) -> Iterable[str]:
    return (*task.lead_units, *task.co_units)


def _plain(name: str) -> str:
    return re.sub(r"\s", "", _BRACKET.sub("", fold(name)))
