"""Invented plans dense in figures and due times (dense/*.txt), each with its gold in the text itself.

`⟪12户以上|12|户|>=⟫` marks a target (phrase, value, unit, comparator; “=” where none is said), `⟪phrase|?⟫` one that
reasonable readers judge differently; `⟦6月底前|2026-06-30⟧` marks a due time, without a day where it has no single
one. Above `---` stand the meta data; `gold: 3=2026-06-30` lists the due days of the third task where a label says them.
"""

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from desktop_app.documents.extraction import Extraction

FOLDER = Path(__file__).parent / "dense"
_MARK = re.compile("⟪([^⟪⟫]*)⟫|⟦([^⟦⟧]*)⟧")

Figure = tuple[float, str]


class Marked(NamedTuple):
    """A passage with a label: a target (value, unit, comparator), a due day, or either way (`value` None)."""

    span: tuple[int, int]
    target: bool
    value: str | None
    unit: str
    comparator: str


class Dense(NamedTuple):
    """A plan, its meta data, its marked passages, and due days by task number."""

    name: str
    text: str
    meta: dict[str, str]
    marks: tuple[Marked, ...]
    days: dict[int, set[str]]


class Score(NamedTuple):
    """Hits, inventions and misses of targets and due days, right comparators, and what was wrong."""

    targets: Counter[str]
    deadlines: Counter[str]
    comparators: Counter[str]
    remarks: list[str]


def plan_named(name: str) -> Dense:
    """The plan of this name."""
    head, body = (FOLDER / f"{name}.txt").read_text("utf-8").split("---\n", 1)
    meta = dict(line.split(": ", 1) for line in head.splitlines())
    lines = [line for line in body.splitlines() if line.startswith("gold: ")]
    days = {int(line[6:].split("=")[0]): set(line.split("=")[1].split()) for line in lines}
    marked = "\n".join(line for line in body.splitlines() if not line.startswith("gold: "))
    text, marks, after = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[after : found.start()]
        after = found.end()
        parts = [*(found[1] if found[1] is not None else found[2]).split("|"), "", "", ""]
        value = None if parts[1] == "?" or "?" in parts[2:4] else parts[1]
        marks.append(
            Marked((len(text), len(text) + len(parts[0])), found[1] is not None, value, parts[2], parts[3] or "=")
        )
        text += parts[0]
    return Dense(name, text + marked[after:], meta, tuple(marks), days)


def score(plan: Dense, read: Extraction) -> Score:
    """How the reading of `plan` compares with its gold, by (value, unit) and by day within each task."""
    told = Score(Counter(), Counter(), Counter(), [])
    for task in read.tasks:
        inside = [mark for mark in plan.marks if task.span[0] <= mark.span[0] < task.span[1]]
        neutral = [mark.span for mark in inside if mark.value is None]
        wanted = {mark: (float(mark.value), mark.unit) for mark in inside if mark.target and mark.value}
        got = Counter((found.value, found.unit) for found in task.targets)
        _count(told.targets, Counter(wanted.values()), got, _near(task.targets, neutral), task.title, told.remarks)
        for mark, figure in wanted.items():
            same = [found.comparator for found in task.targets if (found.value, found.unit) == figure]
            if same:
                told.comparators["right" if mark.comparator in same else "wrong"] += 1
                if mark.comparator not in same:
                    told.remarks.append(f"{task.title}: {figure} {same} for {mark.comparator}")
        days = plan.days.get(task.seq, set()) | {mark.value for mark in inside if not mark.target and mark.value}
        dated = [found for found in task.deadlines if found.date]
        found_days = Counter({found.date.isoformat() for found in dated if found.date})
        ignored = Counter({found.date.isoformat() for found in dated if found.date and _touches(found.span, neutral)})
        _count(told.deadlines, Counter(days), found_days, ignored, task.title, told.remarks)
    return told


def f1(counts: Counter[str]) -> float:
    """The F1 of hits, extra and missed, 1 where there is nothing."""
    whole = 2 * counts["hit"] + counts["extra"] + counts["missed"]
    return 2 * counts["hit"] / whole if whole else 1.0


def _count(counts, wanted, got, ignored, title: str, remarks: list[str]) -> None:  # type: ignore[no-untyped-def]
    extra = got - wanted - ignored
    counts["hit"] += (wanted & got).total()
    counts["extra"] += extra.total()
    counts["missed"] += (wanted - got).total()
    if extra or wanted - got:
        remarks.append(f"{title}: extra {list(extra.elements())} missing {list((wanted - got).elements())}")


def _near(targets, neutral) -> Counter[Figure]:  # type: ignore[no-untyped-def]
    return Counter((found.value, found.unit) for found in targets if _touches(found.span, neutral))


def _touches(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(span[0] < last and first < span[1] for first, last in others)
