"""An existing ledger that comes again, a month later: which of its tasks the ledger holds, and what they say now."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from desktop_app.domain.changes import Draft, Source
from desktop_app.domain.model import Task
from desktop_app.domain.proposal import Note, Severity
from desktop_app.domain.reported import latest_reports
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import encode
from desktop_app.exchange.ledger_records import Held, HeldLedger, HeldTask
from desktop_app.exchange.read_values import folded
from desktop_app.texts import import_ledger as texts

_FEWEST = 2
_FILLED_IN = ("deadline_raw", "deadline", "leader", "person", "contact")
_OPEN = "open"


def tasks_again(snapshot: Snapshot, held: HeldLedger) -> dict[int, Task]:
    """The task of the ledger that each of these is, by its place; none where fewer than half of them are known.

    A task is known by its title, as long as only one of the same year's plans bears it.
    """
    known: dict[str, list[Task]] = {}
    for task in snapshot.tasks.values():
        if task.parent is None and not task.withdrawn and _year(snapshot, task) in (None, held.year):
            known.setdefault(folded(task.title), []).append(task)
    titles = Counter(folded(task.value("title")) for task in held.tasks)
    found = {
        place: known[title][0]
        for place, task in enumerate(held.tasks)
        if len(known.get(title := folded(task.value("title")), ())) == 1 and titles[title] == 1
    }
    return found if len(found) >= max(_FEWEST, len(held.tasks) / 2) else {}


def plan_again(again: Mapping[int, Task]) -> int | None:
    """The plan of most of these tasks."""
    return Counter(task.plan for task in again.values()).most_common(1)[0][0]


def action_again(snapshot: Snapshot, known: Task, action: HeldTask) -> Task | None:
    """The action of a task that this one is."""
    title = folded(action.value("title"))
    return next((one for one in snapshot.actions_of(known.key) if folded(one.title) == title), None)


def bring_up_to_date(draft: Draft, known: Task, task: HeldTask, file: str, sheet: str) -> Iterator[Note]:
    """Fill in what the ledger does not say of a task; what it says otherwise stays, with a note."""
    for field in _FILLED_IN:
        held, ours = task.fields.get(field), getattr(known, field)
        if held is None or held.value == ours:
            continue
        if ours is None or (field == "deadline" and known.deadline_kind == "default"):
            draft.set("task", known, {field: held.value}, Source(file, sheet, held.cell))
        else:
            yield _kept(known, texts.MEANINGS["deadline" if "deadline" in field else field], ours, held, sheet)
    state = task.fields.get("state")
    if state is not None and state.value != known.state:
        if known.state == _OPEN:
            draft.set("task", known, {"state": state.value}, Source(file, sheet, state.cell))
        else:
            yield _kept(known, texts.MEANINGS["state"], texts.STATES[known.state], _shown(state), sheet)


def other_leads(snapshot: Snapshot, known: Task, task: HeldTask, sheet: str) -> Iterator[Note]:
    """A note where other units lead a task than in the ledger."""
    ours = [unit.name for unit in snapshot.leads_of(known.key)]
    theirs = [unit.name if (unit := snapshot.unit_named(str(one.value))) else str(one.value) for one in task.lead]
    if theirs and set(ours) != set(theirs):
        held = Held(texts.LIST.join(theirs), task.lead[0].cell)
        yield _kept(known, texts.MEANINGS["lead"], texts.LIST.join(ours), held, sheet)


def says_the_same(snapshot: Snapshot, known: Task, unit: int, said: Mapping[str, Held], as_of: date) -> bool:
    """Whether the ledger's latest report of a unit about a task says all of this already."""
    reports = {row.unit: report for row, report in latest_reports(snapshot, known.key, as_of.isoformat())}
    report = reports.get(unit)
    return report is not None and all(getattr(report, field) == held.value for field, held in said.items())


def _kept(known: Task, label: str, ours: object, held: Held, sheet: str) -> Note:
    words = {"task": known.title, "label": label, "ours": ours or texts.NOTHING, "theirs": encode(held.value)}
    return Note(Severity.ASK, texts.KEPT_OURS.format(**words), sheet=sheet, cell=held.cell, task=known.title)


def _shown(state: Held) -> Held:
    return state._replace(value=texts.STATES.get(str(state.value), str(state.value)))


def _year(snapshot: Snapshot, task: Task) -> int | None:
    return snapshot.plans[task.plan].year if task.plan is not None else None
