"""The parts of a bulletin that name tasks: those well ahead, those behind by unit, their problems, those due next."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.domain.model import Task
from desktop_app.domain.progress import Status
from desktop_app.domain.reported import latest_reports
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import names_problem
from desktop_app.reports.figures import by_label, by_unit
from desktop_app.reports.trace import NOTHING, Cell, Words, fill, joined, named, number, quoted
from desktop_app.reports.trace_cells import deadline_words, judged_all, judged_by, task_words
from desktop_app.texts import papers_bulletin as texts

Statuses = Mapping[int, Status]
BEHIND, DONE = ("behind", "overdue"), ("finished", "closed")
MOST_AHEAD = 5
LONGEST = 120  # characters of a text that a unit has written


class Tasks(NamedTuple):
    """Tasks with what is known of them, the day (ISO) up to which reports count, and the reports that came late."""

    snapshot: Snapshot
    statuses: Statuses
    until: str
    late: Collection[int] = ()

    def words(self, key: int) -> Words:
        """A task by number and title."""
        return task_words(self.snapshot, key, texts.TASK, texts.TASK_BARE)

    def lead(self, key: int) -> Words:
        """The first lead by name."""
        leads = self.snapshot.leads_of(key)
        return quoted(leads[0].name, Cell("unit", leads[0].key, "name")) if leads else Words(texts.NO_LEAD)

    def figure(self, value: float | None, key: int, name: str) -> Words:
        """A figure of a task."""
        return number(round(value or 0.0, 1), f"task:{key}:{name}", judged_by(self.snapshot, key, self.until))

    def came_late(self, key: int) -> str:
        """The mark of a task whose figures were reported after the round was due (补报), or ''."""
        return texts.CAME_LATE if is_late(self.snapshot, key, self.until, self.late) else ""


def is_late(snapshot: Snapshot, key: int, until: str, late: Collection[int]) -> bool:
    """Whether what counts of a task was reported only after its round was due."""
    return bool(late) and any(report.key in late for _, report in latest_reports(snapshot, key, until))


def is_behind(status: Status) -> bool:
    """Whether a task is to be named as behind, whatever word and colour the office has for it."""
    return status.state in BEHIND


def is_done(status: Status) -> bool:
    """Whether a task is finished or closed."""
    return status.state in DONE


def good_field(known: Tasks, tasks: Sequence[Task]) -> list[Words]:
    """The finished tasks, then those that are most ahead of their time."""
    snapshot, statuses, until = known.snapshot, known.statuses, known.until
    done = [t.key for t in tasks if is_done(statuses[t.key])]
    ahead = [t.key for t in tasks if statuses[t.key].state == "under_way" and _ahead(statuses[t.key]) > 0]
    found = []
    if done:
        told = [fill(texts.DONE_TASK, unit=known.lead(key), task=known.words(key)) for key in done]
        count = number(len(done), "good:done", judged_all(snapshot, done, until))
        found.append(fill(texts.GOOD_DONE, count=count, tasks=joined(texts.COMMA, told)))
    if ahead:
        first = sorted(ahead, key=lambda key: -_ahead(statuses[key]))[:MOST_AHEAD]
        told = [_ahead_task(known, key) for key in first]
        count = number(len(ahead), "good:ahead", judged_all(snapshot, ahead, until))
        found.append(fill(texts.GOOD_AHEAD, count=count, tasks=joined(texts.COMMA, told)))
    return found


def _ahead(status: Status) -> float:
    """Points ahead of expected progress; 0 where either is not known."""
    return 0.0 if status.done is None or status.expected is None else status.done - status.expected


def _ahead_task(known: Tasks, key: int) -> Words:
    status = known.statuses[key]
    return fill(
        texts.AHEAD_TASK,
        unit=known.lead(key),
        task=known.words(key),
        done=known.figure(status.done, key, "done"),
        late=known.came_late(key),
        gap=known.figure(_ahead(status), key, "gap"),
    )


def behind_fields(known: Tasks, tasks: Sequence[Task]) -> dict[str, Words | list[Words]]:
    """How many tasks are behind; then unit by unit, each by number and title."""
    snapshot, statuses, until = known.snapshot, known.statuses, known.until
    late = [task for task in tasks if is_behind(statuses[task.key])]
    if not late:
        return {"behind_count": NOTHING, "behind": []}
    groups = by_unit(snapshot, statuses, late)
    cells = judged_all(snapshot, [task.key for task in late], until)
    labels = [
        fill(
            texts.LABEL_COUNT,
            label=figure.name,
            count=number(figure.count, f"behind:{figure.name}", judged_all(snapshot, figure.tasks, until)),
        )
        for figure in by_label(statuses, late)
        if figure.count
    ]
    count = fill(
        texts.BEHIND_COUNT,
        count=number(len(late), "behind", cells),
        units=number(len(groups), "behind:units", cells),
        labels=joined(texts.COMMA, labels),
    )
    lines = []
    for group in groups:
        keys, key = group.total.tasks, group.total.key
        name = texts.NO_LEAD if key is None else quoted(group.total.name, Cell("unit", int(key), "name"))
        of_unit = number(len(keys), f"behind:unit:{key}", judged_all(snapshot, keys, until))
        told = joined(texts.SEMICOLON, [_behind_task(known, task) for task in keys])
        lines.append(fill(texts.BEHIND_UNIT, unit=name, count=of_unit, tasks=told))
    return {"behind_count": count, "behind": lines}


def _behind_task(known: Tasks, key: int) -> Words:
    status, task, late = known.statuses[key], known.words(key), known.came_late(key)
    done = known.figure(status.done, key, "done")
    if status.state == "overdue":
        due = known.snapshot.tasks[key].deadline
        shown = texts.MONTH_DAY.format(day=date.fromisoformat(due)) if due else ""
        pattern = texts.UNKNOWN_TASK if status.done is None else texts.OVERDUE_TASK
        return fill(pattern, task=task, deadline=deadline_words(known.snapshot, key, shown), done=done, late=late)
    if status.done is None or status.expected is None or status.done >= status.expected:
        cells = judged_by(known.snapshot, key, known.until)
        reason = named(status.reason.rstrip(texts.STOPS), f"task:{key}:reason", cells)
        return fill(texts.BEHIND_FOR, task=task, reason=reason, late=late)
    expected = known.figure(status.expected, key, "expected")
    gap = known.figure((status.expected or 0.0) - (status.done or 0.0), key, "gap")
    return fill(texts.BEHIND_TASK, task=task, done=done, late=late, expected=expected, gap=gap)


def problems_field(snapshot: Snapshot, tasks: Sequence[Task], until: str) -> list[Words]:
    """The problems that units have reported, in their own words."""
    found = []
    for task in tasks:
        for row, said in latest_reports(snapshot, task.key, until):
            if said.problems and names_problem(said.problems):
                unit = snapshot.unit(row.unit)
                name = quoted(unit.name, Cell("unit", unit.key, "name"))
                words = quoted(ended(said.problems), Cell("report", said.key, "problems"))
                which = task_words(snapshot, task.key, texts.TASK, texts.TASK_BARE)
                found.append(fill(texts.PROBLEM, unit=name, task=which, text=words))
    return found


def ended(text: str) -> str:
    """A unit's text on one line, shortened where it is long, with a full stop."""
    line = " ".join(text.split())
    cut = line if len(line) <= LONGEST else line[: LONGEST - 1] + texts.ELLIPSIS
    return cut.rstrip(texts.STOPS) + texts.STOPS[0]


def due_field(snapshot: Snapshot, statuses: Statuses, tasks: Sequence[Task], first: date, last: date | None) -> Words:
    """The unfinished tasks due from one day to another."""
    if last is None:
        return NOTHING
    days = (first.isoformat(), last.isoformat())
    due = [
        task
        for task in tasks
        if task.deadline and days[0] <= task.deadline <= days[1] and not is_done(statuses[task.key])
    ]
    known = Tasks(snapshot, statuses, "")
    told = [
        fill(
            texts.DUE_TASK,
            unit=known.lead(task.key),
            task=known.words(task.key),
            deadline=deadline_words(
                snapshot, task.key, texts.MONTH_DAY.format(day=date.fromisoformat(task.deadline or days[0]))
            ),
        )
        for task in due
    ]
    if not due:
        return NOTHING
    return fill(
        texts.DUE,
        first=named(texts.MONTH_DAY.format(day=first), "period:due from"),
        last=named(texts.MONTH_DAY.format(day=last), "period:due to"),
        count=number(len(due), "due", [Cell("task", task.key, "deadline") for task in due]),
        tasks=joined(texts.COMMA, told),
    )
