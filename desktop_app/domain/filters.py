"""Which tasks a view shows: conditions on single fields, joined by AND or OR, whatever the parent of a match is."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.concerned import about
from desktop_app.domain.model import Task
from desktop_app.domain.progress import Status, statuses
from desktop_app.domain.reported import last_asked
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import names_problem
from desktop_app.texts import lights

LATE = frozenset({"behind", "overdue"})
_EVER = "9999-12-31"


class Span(NamedTuple):
    """From the first to the last, both within; None leaves an end open. Days are ISO text, percents numbers."""

    first: str | float | None = None
    last: str | float | None = None


class Filter(NamedTuple):
    """What to show; an empty condition lets everything through; `tasks` names exact rows (a clicked number).

    `traits` are names of TRAITS. With `any_of` one condition is enough, but `tasks` holds always.
    """

    units: frozenset[int] = frozenset()
    sections: frozenset[int] = frozenset()
    lights: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    without_lead: bool = False
    tasks: frozenset[int] | None = None
    label: str = ""
    leads: frozenset[int] = frozenset()
    plans: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    leaders: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()
    due: Span | None = None
    done: Span | None = None
    any_of: bool = False


Meets = Callable[[Task], bool]


def matching(snapshot: Snapshot, found: Mapping[int, Status], wanted: Filter) -> set[int]:
    """The keys of the tasks and actions that stand and match; `found` are their lights."""
    conditions = _conditions(snapshot, found, wanted)
    joined = any if wanted.any_of and conditions else all
    return {
        task.key
        for task in snapshot.tasks.values()
        if not task.withdrawn
        and (wanted.tasks is None or task.key in wanted.tasks)
        and joined(meets(task) for meets in conditions)
    }


def _conditions(snapshot: Snapshot, found: Mapping[int, Status], wanted: Filter) -> list[Meets]:
    """The conditions that are set, each as a test of a task."""
    made: list[Meets] = [
        lambda task, of=of, values=values: not values.isdisjoint(of(snapshot, found, task))
        for name, of in _VALUES.items()
        if (values := getattr(wanted, name))
    ]
    traits = wanted.traits | ({"unassigned"} if wanted.without_lead else frozenset())
    made += [TRAITS[name](snapshot, found) for name in sorted(traits)]
    if wanted.due is not None:
        span = wanted.due
        made.append(lambda task: _within(task.deadline, span))
    if wanted.done is not None:
        part = wanted.done
        made.append(lambda task: _within(found[task.key].done, part))
    return made


def _within(value: str | float | None, span: Span) -> bool:
    if value is None:
        return False
    return (span.first is None or span.first <= value) and (span.last is None or value <= span.last)  # type: ignore[operator]


def _year(snapshot: Snapshot, task: Task) -> int | None:
    plan = snapshot.plans.get(task.plan or 0)
    return plan.year if plan else None


_VALUES: dict[str, Callable[[Snapshot, Mapping[int, Status], Task], tuple]] = {
    "units": lambda s, _, t: tuple(s.unit(a.unit).key for a in s.having("assignment", "task", t.key)),
    "leads": lambda s, _, t: tuple(unit.key for unit in s.leads_of(t.key)),
    "sections": lambda _, __, t: (t.section,),
    "plans": lambda _, __, t: (t.plan,),
    "years": lambda s, _, t: (_year(s, t),),
    "leaders": lambda _, __, t: (t.leader,),
    "persons": lambda _, __, t: (t.person,),
    "lights": lambda _, found, t: (found[t.key].light,),
    "states": lambda _, found, t: (found[t.key].state,),
}


def behind_twice(snapshot: Snapshot, found: Mapping[int, Status]) -> frozenset[int]:
    """The tasks that are late now and were late at the end of the round before the latest that asked about them."""
    before: dict[str, list[int]] = {}
    for task in snapshot.tasks.values():
        if task.withdrawn or found[task.key].state not in LATE:
            continue
        latest = last_asked(snapshot, task.key, _EVER)
        days = {snapshot.rounds[row.round].as_of for row in snapshot.rows_about(task.key) if _counts(snapshot, row)}
        earlier = [day for day in days if latest is not None and day < latest.as_of]
        if earlier:
            before.setdefault(max(earlier), []).append(task.key)
    late: set[int] = set()
    for day, keys in before.items():
        then = statuses(about(snapshot, keys), date.fromisoformat(day))
        late.update(key for key in keys if then[key].state in LATE)
    return frozenset(late)


def _counts(snapshot: Snapshot, row: object) -> bool:
    return not row.withdrawn and snapshot.rounds[row.round].state != "voided"  # type: ignore[attr-defined]


def _reported(snapshot: Snapshot, _: Mapping[int, Status]) -> Meets:
    def meets(task: Task) -> bool:
        latest = last_asked(snapshot, task.key, _EVER)
        rows = (row for row in snapshot.rows_about(task.key) if latest and row.round == latest.key)
        return any(snapshot.report_of(row.key) for row in rows if not row.withdrawn)

    return meets


def _with_problems(snapshot: Snapshot, found: Mapping[int, Status]) -> Meets:
    def meets(task: Task) -> bool:
        latest = last_asked(snapshot, task.key, _EVER)
        rows = (row for row in snapshot.rows_about(task.key) if latest and row.round == latest.key)
        said = (snapshot.report_of(row.key) for row in rows if not row.withdrawn)
        return any(names_problem(report.problems) for report in said if report)

    return meets


def _behind_twice(snapshot: Snapshot, found: Mapping[int, Status]) -> Meets:
    late = behind_twice(snapshot, found)
    return lambda task: task.key in late


TRAITS: dict[str, Callable[[Snapshot, Mapping[int, Status]], Meets]] = {
    "unassigned": lambda s, _: lambda task: not s.assignments_of(task.key, "lead"),
    "joint": lambda s, _: lambda task: bool(s.assignments_of(task.key, "co")),
    "reported": _reported,
    "silent": lambda _, found: lambda task: found[task.key].label == lights.SILENT,
    "behind_twice": _behind_twice,
    "with_problems": _with_problems,
    "with_target": lambda s, _: lambda task: bool(s.targets_of(task.key)),
    "without_target": lambda s, _: lambda task: not s.targets_of(task.key),
    "with_nodes": lambda s, _: lambda task: bool(s.nodes_of(task.key)),
    "without_deadline": lambda _, __: lambda task: task.deadline is None,
    "default_deadline": lambda _, __: lambda task: task.deadline_kind == "default",
    "carried": lambda _, __: lambda task: task.carried_from is not None,
    "action": lambda _, __: lambda task: task.parent is not None,
    "noted": lambda _, __: lambda task: bool(task.note),
}
"""What else can be asked of a task, by name: each makes the test for one ledger."""
