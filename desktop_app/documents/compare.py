"""Two plans side by side: which task is which, what is new, what is gone, what says something else.

Last year's and this year's, the upper level's and ours, a plan and its revision. Pairs are one to one and by words
alone: numbers and places may all have moved. The cost is near linear in the words of both.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.likeness import Index, grams, rarity, weighted
from desktop_app.domain.snapshot import Snapshot

ALIKE = 0.22
"""From here on two tasks are taken to be one and the same work."""
_FAINT, _AHEAD = 0.09, 1.6  # two tasks less alike belong together where each is by far the other's likest
_TITLE = 0.5  # the title's part of likeness; the rest is title and text together
_SAME_TITLE = 0.6  # two tasks of one title are at least this alike


class Figure(NamedTuple):
    """What a target demands."""

    item: str | None
    comparator: str
    value: float | None
    unit: str | None


class Entry(NamedTuple):
    """What is compared of a task; a deadline is an ISO day, or its words where no day is known."""

    no: str
    section: str
    title: str
    text: str
    lead_units: tuple[str, ...]
    co_units: tuple[str, ...]
    leader: str | None
    targets: tuple[Figure, ...]
    deadlines: tuple[str, ...]


class Difference(NamedTuple):
    """A field that says something else on the two sides."""

    field: str
    a: Any
    b: Any


class Pair(NamedTuple):
    """The place of a task in each plan, how alike they are (0 to 1), and their differences."""

    a: int
    b: int
    likeness: float
    changes: tuple[Difference, ...]


class Comparison(NamedTuple):
    """Pairs in the order of the second plan; places in it that are new; places in the first that are gone."""

    pairs: tuple[Pair, ...]
    new: tuple[int, ...]
    gone: tuple[int, ...]


def compare(a: Sequence[Entry], b: Sequence[Entry]) -> Comparison:
    """Pair the tasks of two plans, the most alike first, each at most once."""
    pairs = sorted(
        (Pair(x, y, likeness, differences(a[x], b[y])) for x, y, likeness in _matched(a, b)), key=lambda pair: pair.b
    )
    left, right = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    new = tuple(place for place in range(len(b)) if place not in right)
    return Comparison(tuple(pairs), new, tuple(place for place in range(len(a)) if place not in left))


def differences(a: Entry, b: Entry) -> tuple[Difference, ...]:
    """The fields of two entries that differ; targets differ by what they demand, not by the words around."""
    found = []
    for field in Entry._fields:
        one, other = getattr(a, field), getattr(b, field)
        same = sorted(map(_demand, one)) == sorted(map(_demand, other)) if field == "targets" else one == other
        if not same:
            found.append(Difference(field, one, other))
    return tuple(found)


def _demand(figure: Figure) -> tuple[str, float, str]:
    return figure.comparator, figure.value or 0.0, figure.unit or ""


def _matched(a: Sequence[Entry], b: Sequence[Entry]) -> list[tuple[int, int, float]]:
    """Places of the two plans that belong together, with their likeness; on a tie the nearer place is taken."""
    found = _likenesses(a, b)
    second_a, second_b = (
        _runners_up((x, likeness) for x, _, likeness in found),
        _runners_up((y, n) for _, y, n in found),
    )
    left, right = set(range(len(a))), set(range(len(b)))
    kept = []
    for x, y, likeness in sorted(
        found, key=lambda one: (-round(one[2], 6), abs(one[0] * len(b) - one[1] * len(a)), one)
    ):
        ahead = likeness >= _FAINT and likeness >= _AHEAD * max(second_a[x], second_b[y])
        if (likeness >= ALIKE or ahead) and x in left and y in right:
            left.remove(x)
            right.remove(y)
            kept.append((x, y, min(likeness, 1.0)))
    return kept


def _runners_up(likenesses: Iterable[tuple[int, float]]) -> dict[int, float]:
    """For each place its second highest likeness, 0 where it has only one."""
    best: dict[int, tuple[float, float]] = {}
    for place, likeness in likenesses:
        first, second = best.get(place, (0.0, 0.0))
        best[place] = (max(first, likeness), max(second, min(first, likeness)))
    return {place: second for place, (_, second) in best.items()}


def _likenesses(a: Sequence[Entry], b: Sequence[Entry]) -> list[tuple[int, int, float]]:
    titles = _vectors([entry.title for entry in a], [entry.title for entry in b])
    wholes = _vectors([f"{e.title}\n{e.text}" for e in a], [f"{e.title}\n{e.text}" for e in b])
    by_title, by_whole = Index(titles[0]), Index(wholes[0])
    found = []
    for place, entry in enumerate(b):
        title, whole = by_title.likeness(titles[1][place]), by_whole.likeness(wholes[1][place])
        for other in title.keys() | whole.keys():
            likeness = _TITLE * title.get(other, 0.0) + (1 - _TITLE) * whole.get(other, 0.0)
            if a[other].title == entry.title:
                likeness = max(likeness, _SAME_TITLE + (1 - _SAME_TITLE) * likeness)
            found.append((other, place, likeness))
    return found


def _vectors(a: Sequence[str], b: Sequence[str]) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    one, other = [grams(text) for text in a], [grams(text) for text in b]
    worth = rarity([*one, *other])
    return [weighted(pieces, worth) for pieces in one], [weighted(pieces, worth) for pieces in other]


def entries_of(extraction: Extraction) -> list[Entry]:
    """The tasks of a document as it was read."""
    sections = [section.title for section in extraction.sections]
    return [
        Entry(
            t.no,
            sections[t.section_seq - 1] if t.section_seq else "",
            t.title,
            t.text,
            t.lead_units,
            t.co_units,
            t.responsible_person,
            tuple(Figure(x.item or None, x.comparator, x.value, x.unit or None) for x in t.targets),
            tuple(dict.fromkeys(d.date.isoformat() if d.date else d.phrase for d in t.deadlines)),
        )
        for t in extraction.tasks
    ]


def entries_of_tasks(snapshot: Snapshot, keys: Sequence[int]) -> list[Entry]:
    """These tasks of the ledger; a deadline that is only the default counts as none said."""
    return [_entry(snapshot, key) for key in keys]


def _entry(snapshot: Snapshot, key: int) -> Entry:
    task = snapshot.tasks[key]
    days = {node.due for node in snapshot.nodes_of(key)}
    if task.deadline_kind != "default":
        days |= {said for said in (task.deadline or task.deadline_raw,) if said}
    return Entry(
        task.no or "",
        snapshot.sections[task.section].title if task.section is not None else "",
        task.title,
        task.text or "",
        tuple(unit.name for unit in snapshot.leads_of(key)),
        tuple(unit.name for unit in snapshot.cos_of(key)),
        task.leader,
        tuple(Figure(x.item, x.comparator, x.value, x.unit) for x in snapshot.targets_of(key)),
        tuple(sorted(days)),
    )
