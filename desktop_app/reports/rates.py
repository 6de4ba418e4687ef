"""The rates of an office (办结率, 完成率 …): each with its formula in words and the tasks on both sides of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.model import Task
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.reports.figures import issued
from desktop_app.texts import rates as texts

_DONE = ("finished", "closed")


class Rate(NamedTuple):
    """A rate: its name, percent (one decimal, None of nothing), and the tasks counted above and below the line."""

    name: str
    percent: float | None
    above: tuple[int, ...]
    below: tuple[int, ...]
    formula: str


def rates(snapshot: Snapshot, statuses: Mapping[int, Status], tasks: Iterable[Task], as_of: date) -> list[Rate]:
    """The rates of these tasks on a day; what is not issued (未下达) counts on neither side."""
    counted, day = issued(statuses, tasks), as_of.isoformat()
    done = [task for task in counted if statuses[task.key].state in _DONE]
    due = [task for task in counted if task.deadline is not None and task.deadline <= day]
    due_done = [task for task in due if statuses[task.key].state in _DONE]
    begun = [task for task in counted if statuses[task.key].state in _DONE or (statuses[task.key].done or 0) > 0]
    in_time = [task for task in due_done if _in_time(snapshot, task, day)]
    return [
        _rate(texts.SETTLED, due_done, due),
        _rate(texts.DONE, done, counted),
        _rate(texts.SETTLED_IN_TIME, in_time, due),
        _rate(texts.STARTED, begun, counted),
    ]


def share(above: int, below: int) -> float | None:
    """A share in percent with one decimal, halves up; None of nothing."""
    return (above * 2000 + below) // (2 * below) / 10 if below else None


def _rate(words: tuple[str, str, str], above: list[Task], below: list[Task]) -> Rate:
    name, over, under = words
    percent = share(len(above), len(below))
    shown = texts.NOTHING if percent is None else f"{percent:g}%"
    formula = texts.FORMULA.format(name=name, over=over, above=len(above), under=under, below=len(below), percent=shown)
    return Rate(name, percent, tuple(t.key for t in above), tuple(t.key for t in below), formula)


def _in_time(snapshot: Snapshot, task: Task, day: str) -> bool:
    """Whether a finished task was so by its deadline: by the day that a unit named, else by the round's own."""
    days = []
    for row in snapshot.rows_about(task.key):
        report, made = snapshot.report_of(row.key), snapshot.rounds[row.round]
        if (
            report
            and not row.withdrawn
            and made.state != "voided"
            and made.as_of <= day
            and (report.percent or 0) >= 100
        ):
            days.append(report.finished_on or made.as_of)
    return not days or min(days) <= (task.deadline or day)
