"""Material for the year-end summary (年终总结), section by section: what was done, by the rounds' texts and figures."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.domain.measured import is_met
from desktop_app.domain.model import Target, Task
from desktop_app.domain.reported import figure_reported, latest_reports
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.reports.bulletin import Basis, bulletin_fields
from desktop_app.reports.bulletin_tasks import ended, is_behind, is_done, is_late
from desktop_app.reports.template import Field
from desktop_app.reports.trace import NOTHING, Cell, Cells, Words, added, fill, joined, named, number, quoted
from desktop_app.reports.trace_cells import figure_cells, judged_all, judged_by, task_words
from desktop_app.texts import papers_summary as texts


class Met(NamedTuple):
    """A target with the figure last reported of it, the cells of that figure, and whether it meets the target."""

    target: Target
    reported: float
    cells: Cells
    met: bool | None


def summary_fields(basis: Basis) -> dict[str, Field]:
    """Every field of the summary's template, those of the bulletin among them, by the name it has there."""
    judged = [found for task in basis.tasks for found in _targets(basis.snapshot, task, basis.until)]
    met = [found for found in judged if found.met]
    missed = [found for found in judged if found.met is False]
    own: dict[str, Field] = {
        "results": list(_results(basis)),
        "targets": _counted(basis, judged, met, missed),
        "met": [_target_words(basis.snapshot, found) for found in met],
        "missed": [_target_words(basis.snapshot, found) for found in missed],
        "open": list(_open(basis)),
    }
    return {**bulletin_fields(basis), **{texts.FIELDS[name]: field for name, field in own.items()}}


def _results(basis: Basis) -> Iterator[Words]:
    """Section by section a line with its counts, then a line a task."""
    snapshot = basis.snapshot
    sections: dict[int | None, list[Task]] = {}
    for task in basis.tasks:
        sections.setdefault(task.section, []).append(task)
    for place, (key, tasks) in enumerate(sections.items(), 1):
        keys = [task.key for task in tasks]
        done = [task.key for task in tasks if is_done(basis.statuses[task.key])]
        name = quoted(snapshot.sections[key].title, Cell("section", key, "title")) if key else texts.NO_SECTION
        yield fill(
            texts.SECTION,
            place=str(place),
            name=name,
            count=number(len(tasks), f"section:{key}", [Cell("task", one, "title") for one in keys]),
            done=number(
                len(done),
                f"section:{key}:done count",
                judged_all(snapshot, done or keys, basis.until),
            ),
        )
        for task in tasks:
            yield _result(basis, task)


def _result(basis: Basis, task: Task) -> Words:
    """A task: where it stands, what its units wrote last, the figures of its targets."""
    snapshot, status = basis.snapshot, basis.statuses[task.key]
    stands: Words | str = status.label
    if status.done is not None:
        done = number(round(status.done, 1), f"task:{task.key}:done", judged_by(snapshot, task.key, basis.until))
        late = texts.CAME_LATE if is_late(snapshot, task.key, basis.until, basis.late) else ""
        stands = fill(texts.STANDS, label=status.label, done=done, late=late)
    said = [
        quoted(ended(report.text), Cell("report", report.key, "text"))
        for _, report in latest_reports(snapshot, task.key, basis.until)
        if report.text
    ]
    figures = [_figure(found) for found in _targets(snapshot, task, basis.until)]
    told = fill(texts.FIGURES, figures=joined(texts.COMMA, figures)) if figures else NOTHING
    words = task_words(snapshot, task.key, texts.TASK, texts.TASK_BARE)
    return fill(texts.RESULT, task=words, stands=stands, said=added(*said), figures=told)


def _targets(snapshot: Snapshot, task: Task, until: str) -> Iterator[Met]:
    for target in snapshot.targets_of(task.key):
        reported = figure_reported(snapshot, target.key, until)
        if reported is not None:
            met = None if target.value is None else is_met(target, reported)
            yield Met(target, reported, figure_cells(snapshot, target.key, until), met)


def _figure(found: Met) -> Words:
    target = found.target
    item = quoted(target.item, Cell("target", target.key, "item")) if target.item else NOTHING
    if target.value is None:
        return fill(texts.FIGURE_BARE, item=item, reported=_reported(found), unit=target.unit or "")
    aim = named(plain_number(target.value), f"target:{target.key}:value", (Cell("target", target.key, "value"),))
    return fill(texts.FIGURE, item=item, aim=aim, reported=_reported(found), unit=target.unit or "")


def _reported(found: Met) -> Words:
    key = found.target.key
    return named(plain_number(found.reported), f"target:{key}:reported", found.cells)


def _target_words(snapshot: Snapshot, found: Met) -> Words:
    task = task_words(snapshot, found.target.task, texts.TASK, texts.TASK_BARE)
    return fill(texts.TARGET, task=task, figure=_figure(found))


def _counted(basis: Basis, judged: list[Met], met: list[Met], missed: list[Met]) -> Words:
    if not judged:
        return NOTHING
    counts = {"judged": judged, "met": met, "missed": missed}
    told = {
        name: number(len(found), f"targets:{name}", [cell for one in found or judged for cell in one.cells])
        for name, found in counts.items()
    }
    return fill(texts.TARGETS, **told)


def _open(basis: Basis) -> Iterator[Words]:
    """The tasks that are not done by the day, and why their light is what it is."""
    for task in basis.tasks:
        status = basis.statuses[task.key]
        if is_behind(status):
            words = task_words(basis.snapshot, task.key, texts.TASK, texts.TASK_BARE)
            reason = named(status.reason, f"task:{task.key}:reason", judged_by(basis.snapshot, task.key, basis.until))
            yield fill(texts.OPEN, task=words, label=status.label, reason=reason)
