"""What the columns of the table are written from: the ledger, the lights, the latest reports, as far as looked at."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.model import Report, RoundRow, Task
from desktop_app.domain.posts import holders
from desktop_app.domain.progress import Status
from desktop_app.domain.reported import answered_until, last_asked
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import ledger as texts

_AHEAD = 64  # tasks that are judged together with the one that is looked at


class Shown(NamedTuple):
    """What the latest round says about a task: the row that its figure comes from, and the report on it."""

    row: RoundRow
    report: Report | None


def shown_report(snapshot: Snapshot, task: int, day: str) -> Shown | None:
    """The row of the latest round that the task's figure comes from: the lowest reported, else the first asked."""
    asked = last_asked(snapshot, task, day)
    if asked is None:
        return None
    rows = [row for row in snapshot.rows_about(task) if row.round == asked.key and not row.withdrawn]
    found = [Shown(row, snapshot.report_of(row.key)) for row in rows]
    reported = [one for one in found if one.report is not None and one.report.percent is not None]
    return min(reported, key=lambda one: one.report.percent) if reported else found[0]  # type: ignore[union-attr]


class Facts:
    """One state of the ledger as the table sees it; `judge` gives the lights of tasks that were not judged yet."""

    def __init__(
        self,
        snapshot: Snapshot,
        today: date,
        statuses: Mapping[int, Status],
        judge: Callable[[list[int]], Mapping[int, Status]] | None = None,
    ) -> None:
        self.snapshot = snapshot
        self.today = today
        self.day = today.isoformat()
        self.until = answered_until(snapshot, today).isoformat()
        self._statuses = dict(statuses) if judge else statuses
        self._judge = judge
        self._shown: dict[int, Shown | None] = {}
        self._holders = holders(snapshot, self.day)

    def status(self, task: int) -> Status:
        """Light, word and reason of a task."""
        found = self._statuses.get(task)
        if found is None and self._judge is not None:
            tasks = self.snapshot.tasks
            run = [key for key in range(task, task + _AHEAD) if key in tasks and not tasks[key].withdrawn]
            self._statuses = {**self._statuses, **self._judge(run)}
            found = self._statuses[task]
        assert found is not None
        return found

    def know(self, statuses: Mapping[int, Status]) -> None:
        """All lights are at hand now."""
        self._statuses, self._judge = statuses, None

    def shown(self, task: int) -> Shown | None:
        """What the latest round says about a task."""
        if task not in self._shown:
            self._shown[task] = shown_report(self.snapshot, task, self.until)
        return self._shown[task]

    def report(self, task: int) -> Report | None:
        """The report that a task's figure comes from."""
        shown = self.shown(task)
        return shown.report if shown else None

    def leader(self, named: str) -> str:
        """A leader as a task names one: of a post also who holds it today."""
        person = self._holders.get(named)
        return texts.HELD_POST.format(post=named, person=person) if person else named

    def top(self, task: Task) -> Task:
        """The task that an action belongs to; a task itself."""
        return self.snapshot.tasks[task.parent] if task.parent is not None else task

    def after(self, snapshot: Snapshot, statuses: Mapping[int, Status] | None, tasks: Iterable[int]) -> None:
        """Go on from a snapshot in which only these tasks say something else; None: lights not judged yet."""
        self.snapshot = snapshot
        for task in tasks:
            self._shown.pop(task, None)
        if statuses is not None:
            self.know(statuses)
        else:
            gone = set(tasks)
            self._statuses = {key: status for key, status in self._statuses.items() if key not in gone}
