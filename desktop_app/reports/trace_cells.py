"""Which cells of the ledger stand behind what a paper says of a task."""

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from desktop_app.domain.reported import figures_held, latest_reports
from desktop_app.domain.snapshot import Snapshot
from desktop_app.reports.trace import Cell, Cells, Words, fill, named, number, quoted

# by task and day; a paper counts the same tasks again and again, and a snapshot never changes
_judged: WeakKeyDictionary[Snapshot, dict[tuple[int, str], Cells]] = WeakKeyDictionary()


def judged_by(snapshot: Snapshot, task: int, until: str) -> Cells:
    """What a task's light is judged by: its state, its deadline, the latest figures of its units up to a day (ISO)."""
    known = _judged.setdefault(snapshot, {})
    if (task, until) not in known:
        said = [Cell("report", report.key, "percent") for _, report in latest_reports(snapshot, task, until)]
        known[task, until] = (Cell("task", task, "state"), Cell("task", task, "deadline"), *said)
    return known[task, until]


def judged_all(snapshot: Snapshot, tasks: Iterable[int], until: str) -> Cells:
    """The same of several tasks."""
    return tuple(cell for task in tasks for cell in judged_by(snapshot, task, until))


def counted(tasks: Iterable[int], name: str) -> Words:
    """How many tasks these are, by their mere being there."""
    cells = [Cell("task", task, "title") for task in tasks]
    return number(len(cells), name, cells)


def task_words(snapshot: Snapshot, key: int, with_number: str, without: str) -> Words:
    """A task by its number and title: 第3项“…”."""
    task = snapshot.tasks[key]
    title = quoted(task.title, Cell("task", key, "title"))
    if not task.no:
        return fill(without, title=title)
    return fill(with_number, no=quoted(task.no, Cell("task", key, "no")), title=title)


def deadline_words(snapshot: Snapshot, key: int, shown: str) -> Words:
    """A task's deadline as it is shown."""
    return named(shown, f"task:{key}:deadline", (Cell("task", key, "deadline"),))


def figure_cells(snapshot: Snapshot, target: int, until: str) -> Cells:
    """Where the figure of a target up to a day (ISO) was reported: with one unit, or with all that are summed."""
    return tuple(Cell("row_target", asked.key, "held") for asked in figures_held(snapshot, target, until))
