"""Compare two plans, each a file or a plan of the ledger. Nothing is stored."""

from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.documents.compare import Comparison, Entry, Figure, entries_of, entries_of_tasks
from desktop_app.documents.compare import compare as compare_entries
from desktop_app.documents.extraction import Refusal
from desktop_app.documents.plan import extract
from desktop_app.errors import Refused
from desktop_app.store.store import Store
from desktop_app.verbs.plans import plan_named


class Side(NamedTuple):
    """One of the two plans."""

    title: str
    entries: list[Entry]


class Compared(NamedTuple):
    """Two plans and what became of the tasks of the first in the second."""

    a: Side
    b: Side
    comparison: Comparison


def side_of_file(path: Path) -> Side:
    """The plan in a file. Refused where it is none; of a summary the part about what comes next is taken."""
    read = extract(path)
    if isinstance(read, Refusal):
        if read.offer is None:
            raise Refused(read.reason)
        read = read.offer
    return Side(read.meta.title or path.stem, entries_of(read))


def side_of_plan(store: Store, word: str) -> Side:
    """A plan of the ledger as it stands now, by its key or title. Refused where there is none."""
    snapshot = store.snapshot()
    plan = plan_named(snapshot, word)
    keys = [task.key for task in snapshot.tasks_in_order() if task.plan == plan.key]
    return Side(plan.title, entries_of_tasks(snapshot, keys))


def compare(a: Side, b: Side) -> Compared:
    """Pair the tasks of `a` with those of `b`."""
    return Compared(a, b, compare_entries(a.entries, b.entries))


def to_json(compared: Compared) -> dict[str, Any]:
    """The object that `compare --json` prints.

    {"a": title, "b": title,
     "pairs": [{"a": task, "b": task, "likeness": 0 to 1, "changes": [{"field", "a": value, "b": value}]}],
     "new": [task of b], "gone": [task of a]}, a task being {"seq" (from 1), "no", "section", "title"};
    "field" is no, section, title, text, lead_units, co_units, leader, targets or deadlines. Units and deadlines are
    lists of words (days ISO), targets lists of {"item", "comparator", "value", "unit"}. Pairs and new come in the
    order of b, gone in that of a.
    """
    a, b, comparison = compared
    return {
        "a": a.title,
        "b": b.title,
        "pairs": [
            {
                "a": _task(a, pair.a),
                "b": _task(b, pair.b),
                "likeness": round(pair.likeness, 3),
                "changes": [{"field": c.field, "a": _value(c.a), "b": _value(c.b)} for c in pair.changes],
            }
            for pair in comparison.pairs
        ],
        "new": [_task(b, place) for place in comparison.new],
        "gone": [_task(a, place) for place in comparison.gone],
    }


def _task(side: Side, place: int) -> dict[str, Any]:
    entry = side.entries[place]
    return {"seq": place + 1, "no": entry.no, "section": entry.section, "title": entry.title}


def _value(value: Any) -> Any:
    if isinstance(value, Figure):
        return value._asdict()
    return [_value(one) for one in value] if isinstance(value, tuple) else value
