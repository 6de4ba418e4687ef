"""Counts and shares of tasks, each with the keys of the tasks it counts, so that a number can be clicked and checked.

A task counts once, under its first lead; its actions are not counted beside it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import floor
from typing import NamedTuple, TypeVar

from desktop_app.domain.model import Task
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import lights
from desktop_app.texts import reports as texts

Key = TypeVar("Key", bound=int | str | None)
LIGHTS = ("green", "amber", "red", "blue", "grey")
_READ = ("blue", "green", "amber", "red", "grey")
# Every label that is shipped, in the order in which an office reads them; the ledger's own go before 未报.
LABELS = (
    *(lights.FINISHED, lights.TO_CLOSE, lights.CLOSED),
    *(lights.NORMAL, lights.BEHIND, lights.FAR_BEHIND, lights.OVERDUE),
)
GREY_LABELS = (lights.SILENT, lights.ONGOING, lights.PAUSED, lights.NOT_ISSUED)


class Figure(NamedTuple):
    """How many tasks there are of a kind, their share of those counted (percent, one decimal), and which."""

    name: str
    key: int | str | None
    count: int
    share: float
    tasks: tuple[int, ...]


class Group(NamedTuple):
    """A section, unit or leader: its own figure, and the tasks in it by label (the same labels in each group)."""

    total: Figure
    labels: tuple[Figure, ...]


def shares(counts: Sequence[int], decimals: int = 1) -> list[float]:
    """Percentages of these counts that add up to 100 (largest remainder, in doubt the first); zeros for nothing."""
    total = sum(counts)
    if not total:
        return [0.0] * len(counts)
    scale = 10**decimals
    parts = [divmod(count * 100 * scale, total) for count in counts]
    left = 100 * scale - sum(whole for whole, _ in parts)
    up = set(sorted(range(len(counts)), key=lambda n: -parts[n][1])[:left])
    return [(whole + (n in up)) / scale for n, (whole, _) in enumerate(parts)]


def issued(statuses: Mapping[int, Status], tasks: Iterable[Task]) -> list[Task]:
    """These tasks without those that are not issued yet (未下达), which no share counts."""
    return [task for task in tasks if statuses[task.key].state != "not_issued"]


def labels_of(statuses: Mapping[int, Status]) -> list[str]:
    """Every label that can be shown, in the order of reading: blue and green, the ledger's own words, the grey ones."""
    found = {status.label: status.light for status in statuses.values()}
    own = sorted(found.keys() - {*LABELS, *GREY_LABELS}, key=lambda label: (_READ.index(found[label]), label))
    return [*LABELS, *own, *GREY_LABELS]


def by_light(statuses: Mapping[int, Status], tasks: Iterable[Task]) -> list[Figure]:
    """These tasks, but for those not issued, by light, all five of them; key and name are the light."""
    return _figures([(light, light) for light in LIGHTS], issued(statuses, tasks), lambda t: statuses[t.key].light)


def by_label(
    statuses: Mapping[int, Status], tasks: Iterable[Task], labels: Sequence[str] | None = None
) -> list[Figure]:
    """These tasks by the word beside the light, in the order of `labels_of`; key and name are the label.

    Tasks not issued (未下达) are counted but have no share: the others' add up to 100.
    """
    tasks = list(tasks)
    names = [(label, label) for label in labels or labels_of(statuses)]
    figures = _figures(names, issued(statuses, tasks), lambda task: statuses[task.key].label)
    out = tuple(task.key for task in tasks if statuses[task.key].state == "not_issued")
    return [f._replace(count=len(out), tasks=out) if f.key == lights.NOT_ISSUED else f for f in figures]


def by_section(snapshot: Snapshot, statuses: Mapping[int, Status], tasks: Sequence[Task]) -> list[Group]:
    """These tasks by section in the ledger's order, then those outside any; sections without tasks are left out."""
    return _groups(section_totals(snapshot, tasks), statuses, tasks)


def section_totals(snapshot: Snapshot, tasks: Sequence[Task]) -> list[Figure]:
    """The totals of `by_section`."""
    sections = [s for plan in snapshot.plans_in_order() for s in snapshot.sections_of(plan.key)]
    names = [(s.title, s.key) for s in sections]
    return _totals([*names, (texts.NO_SECTION, None)], tasks, lambda task: task.section)


def by_unit(snapshot: Snapshot, statuses: Mapping[int, Status], tasks: Sequence[Task]) -> list[Group]:
    """These tasks by first lead in the clerk's order of units, then those without; units without tasks are left out."""
    return _groups(unit_totals(snapshot, tasks), statuses, tasks)


def unit_totals(snapshot: Snapshot, tasks: Sequence[Task]) -> list[Figure]:
    """The totals of `by_unit`."""
    names = [(unit.name, unit.key) for unit in snapshot.units_in_order()]
    return _totals([*names, (texts.NO_LEAD, None)], tasks, lambda task: _first_lead(snapshot, task))


def by_leader(statuses: Mapping[int, Status], tasks: Sequence[Task]) -> list[Group]:
    """These tasks by leader (分管领导) in the order of their first task, then those without."""
    names = [(leader, leader) for leader in dict.fromkeys(task.leader for task in tasks) if leader]
    totals = _totals([*names, (texts.NO_LEADER, None)], tasks, lambda task: task.leader)
    return _groups(totals, statuses, tasks)


def means(statuses: Mapping[int, Status], keys: Iterable[int]) -> tuple[float, float, list[int]]:
    """Mean done and mean expected (percent, one decimal) of the tasks with both figures, and which they are.

    What nobody has reported on is no zero; what goes on for ever (长期坚持) and what is not issued have no pace.
    """
    judged = [key for key in keys if _timed(statuses[key])]
    if not judged:
        return 0.0, 0.0, []
    done = sum(min(statuses[key].done or 0.0, 100.0) for key in judged) / len(judged)
    expected = sum(statuses[key].expected or 0.0 for key in judged) / len(judged)
    return tenths(done), tenths(expected), judged


def tenths(value: float) -> float:
    """One decimal, halves up, as an office rounds; Python's own rounding takes 81.25 for 81.2."""
    return floor(value * 10 + 0.5 + 1e-9) / 10


def _timed(status: Status) -> bool:
    return status.expected is not None and status.done is not None and status.state != "ongoing"


def _first_lead(snapshot: Snapshot, task: Task) -> int | None:
    leads = snapshot.leads_of(task.key)
    return leads[0].key if leads and not leads[0].withdrawn else None


def _groups(totals: Iterable[Figure], statuses: Mapping[int, Status], tasks: Sequence[Task]) -> list[Group]:
    by_key, labels = {task.key: task for task in tasks}, labels_of(statuses)
    return [Group(total, tuple(by_label(statuses, (by_key[key] for key in total.tasks), labels))) for total in totals]


def _totals(names: Sequence[tuple[str, Key]], tasks: Sequence[Task], kind: Callable[[Task], Key]) -> list[Figure]:
    return [figure for figure in _figures(names, tasks, kind) if figure.count]


def _figures(names: Sequence[tuple[str, Key]], tasks: Iterable[Task], kind: Callable[[Task], Key]) -> list[Figure]:
    found: dict[Key, list[int]] = {key: [] for _, key in names}
    for task in tasks:
        found[kind(task)].append(task.key)
    split = shares([len(found[key]) for _, key in names])
    return [
        Figure(name, key, len(found[key]), share, tuple(found[key]))
        for (name, key), share in zip(names, split, strict=True)
    ]
