"""The list of tasks behind (滞后事项清单, 慢序时表) that goes with a bulletin."""

from desktop_app.domain.model import Task
from desktop_app.domain.progress import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.reports.breakdown import deadline_of
from desktop_app.reports.bulletin import Basis, day_words
from desktop_app.reports.bulletin_tasks import is_behind, is_late
from desktop_app.reports.figures import by_unit
from desktop_app.reports.paper import Attachment, Column, Table, said
from desktop_app.reports.trace import NOTHING, Cell, Words, fill, joined, number, quoted
from desktop_app.reports.trace_cells import judged_by
from desktop_app.texts import docx_page as styles
from desktop_app.texts import papers_tables
from desktop_app.texts import papers_tables as texts

WIDTHS = (12, 42, 28, 22, 16, 16, 20)  # millimetres; 156 in all


def behind_list(basis: Basis) -> Attachment | None:
    """The tasks that are behind, by first lead; None where none is."""
    late = [task for task in basis.tasks if is_behind(basis.statuses[task.key])]
    if not late:
        return None
    rows = []
    for group in by_unit(basis.snapshot, basis.statuses, late):
        rows += [_row(basis, basis.snapshot.tasks[key], basis.statuses[key]) for key in group.total.tasks]
    columns = [
        Column(header, width, centred=key != "task", merged=key == "lead")
        for (key, header), width in zip(texts.BEHIND.items(), WIDTHS, strict=True)
    ]
    came_late = any(is_late(basis.snapshot, task.key, basis.until, basis.late) for task in late)
    note = fill(texts.BEHIND_NOTE, day=day_words(basis.as_of, "as_of"), late=texts.LATE_NOTE if came_late else "")
    table = Table(tuple(columns), tuple(rows), 8, small=True)
    return Attachment(papers_tables.BEHIND_TITLE, (table, said(styles.NOTE, note)))


def _row(basis: Basis, task: Task, status: Status) -> tuple[Words, ...]:
    cells = judged_by(basis.snapshot, task.key, basis.until)

    def figure(value: float | None, name: str) -> Words:
        return NOTHING if value is None else number(round(value, 1), f"task:{task.key}:{name}", cells)

    return (
        quoted(task.no, Cell("task", task.key, "no")) if task.no else NOTHING,
        quoted(task.title, Cell("task", task.key, "title")),
        _leads(basis.snapshot, task.key),
        deadline_of(task),
        figure(status.done, "done"),
        figure(status.expected, "expected"),
        Words(status.label + (texts.CAME_LATE if is_late(basis.snapshot, task.key, basis.until, basis.late) else "")),
    )


def _leads(snapshot: Snapshot, task: int) -> Words:
    leads = [quoted(unit.name, Cell("unit", unit.key, "name")) for unit in snapshot.leads_of(task)]
    return joined("\n", leads)
