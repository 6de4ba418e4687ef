"""The lines of the table as plain data: what each cell says, what it is sorted by, and what a search looks through."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.model import Report, RoundRow, Target, Task
from desktop_app.domain.progress import Status
from desktop_app.domain.reported import answered_until, last_asked
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.texts import ledger as texts
from desktop_app.texts import review as review_texts
from desktop_app.ui.ledger.folding import folded
from desktop_app.ui.theme import light_words

COLUMNS = tuple(texts.COLUMNS)
NO, TITLE, LEADS, DONE, GAP, LIGHT, DEADLINE, TARGETS, SAID, STATE, NOTE = range(len(COLUMNS))
FROZEN = 2  # columns that stay when the table is scrolled sideways
_LAST = "\uffff"


class Line(NamedTuple):
    """One task or action: its cells as shown, and what the picture of progress needs."""

    key: int
    parent: int | None
    section: int | None
    first_lead: int | None
    cells: tuple[str, ...]
    order: tuple[object, ...]
    search: str
    light: str
    reason: str
    done: float | None
    expected: float | None


class Group(NamedTuple):
    """The heading over lines that belong together."""

    name: str
    count: int


class Shown(NamedTuple):
    """What the latest round says about a task: the row that its figure comes from, and the report on it."""

    row: RoundRow
    report: Report | None


def lines_of(snapshot: Snapshot, statuses: Mapping[int, Status], as_of: date) -> list[Line]:
    """Every task that stands, in the ledger's order, each followed by its actions."""
    day = answered_until(snapshot, as_of).isoformat()
    made = []
    for number, task in enumerate(snapshot.tasks_in_order()):
        made.append(_line(snapshot, statuses[task.key], task, (number, 0), day))
        for place, action in enumerate(snapshot.actions_of(task.key), 1):
            made.append(_line(snapshot, statuses[action.key], action, (number, place), day))
    return made


def shown_report(snapshot: Snapshot, task: int, day: str) -> Shown | None:
    """The row of the latest round that the task's figure comes from: the lowest reported, else the first asked."""
    asked = last_asked(snapshot, task, day)
    if asked is None:
        return None
    rows = [row for row in snapshot.rows_about(task) if row.round == asked.key and not row.withdrawn]
    found = [Shown(row, snapshot.report_of(row.key)) for row in rows]
    reported = [one for one in found if one.report is not None and one.report.percent is not None]
    return min(reported, key=lambda one: one.report.percent) if reported else found[0]  # type: ignore[union-attr]


def target_words(target: Target) -> str:
    """A target in one breath: ≥600张 家庭养老床位."""
    if target.value is None:
        return target.phrase or target.item or ""
    figure = plain_number(target.value) + (target.unit or "")
    sign = review_texts.COMPARATORS.get(target.comparator, "")
    return f"{sign}{figure} {target.item or ''}".strip()


def day_words(task: Task, day: str) -> str:
    """A deadline as an office writes it; the year only where it is not this one."""
    if task.deadline is None:
        return task.deadline_raw or ""
    due = date.fromisoformat(task.deadline)
    words = texts.MONTH_DAY if task.deadline[:4] == day[:4] else texts.FULL_DAY
    return words.format(year=due.year, month=due.month, day=due.day)


def _line(snapshot: Snapshot, status: Status, task: Task, place: tuple[int, int], day: str) -> Line:
    leads = snapshot.leads_of(task.key)
    said = _said(snapshot, shown_report(snapshot, task.key, day))
    gap = None if status.done is None or status.expected is None else status.done - status.expected
    cells = (
        task.no or "",
        texts.ACTION.format(title=task.title) if task.parent is not None else task.title,
        texts.NAMES.join(unit.name for unit in leads),
        texts.NO_FIGURE if status.done is None else texts.PERCENT.format(figure=plain_number(status.done)),
        texts.NO_FIGURE if gap is None else f"{round(gap):+d}" if round(gap) else "0",
        light_words(status.light, status.label),
        day_words(task, day),
        texts.TARGETS.join(target_words(target) for target in snapshot.targets_of(task.key)),
        said,
        texts.STATES[task.state],
        task.note or "",
    )
    order = (
        place,
        cells[TITLE],
        leads[0].position if leads else 2**31,
        -1.0 if status.done is None else status.done,
        -1000.0 if gap is None else gap,
        _SEVERITY[status.light],
        task.deadline or _LAST,
        cells[TARGETS] or _LAST,
        said or _LAST,
        task.state,
        cells[NOTE] or _LAST,
    )
    words = "\n".join([*cells, task.text or "", *(unit.name for unit in snapshot.cos_of(task.key))])
    first = leads[0].key if leads else None
    section = task.section if task.parent is None else snapshot.tasks[task.parent].section
    progress = (status.light, status.reason, status.done, status.expected)
    return Line(task.key, task.parent, section, first, cells, order, folded(words), *progress)


_SEVERITY = {"red": 0, "amber": 1, "grey": 2, "green": 3, "blue": 4}


def _said(snapshot: Snapshot, shown: Shown | None) -> str:
    if shown is None or shown.report is None:
        return ""
    words = shown.report.text or shown.report.status or ""
    return " ".join(words.split())


def arranged(
    lines: Iterable[Line], snapshot: Snapshot, grouping: str, sort: int | None, downwards: bool
) -> list[Group | Line]:
    """Lines under their headings ("section", "unit", "" for none), each group sorted by a column where one is named."""
    ordered = list(lines)
    if sort is not None:
        ordered.sort(key=lambda line: line.order[sort], reverse=downwards)  # type: ignore[arg-type,return-value]
    if not grouping:
        return list(ordered)
    by_group: dict[int | None, list[Line]] = {}
    for line in ordered:
        by_group.setdefault(line.section if grouping == "section" else line.first_lead, []).append(line)
    named = _section_names(snapshot) if grouping == "section" else _unit_names(snapshot)
    return [
        each for key, name in named if key in by_group for each in (Group(name, len(by_group[key])), *by_group[key])
    ]


def _section_names(snapshot: Snapshot) -> list[tuple[int | None, str]]:
    sections = [s for plan in snapshot.plans_in_order() for s in snapshot.sections_of(plan.key)]
    named = [(s.key, texts.SECTION.format(no=s.no, title=s.title) if s.no else s.title) for s in sections]
    return [*named, (None, texts.NO_SECTION)]


def _unit_names(snapshot: Snapshot) -> list[tuple[int | None, str]]:
    units = sorted(snapshot.units.values(), key=lambda unit: (unit.position, unit.key))
    return [*((unit.key, unit.name) for unit in units), (None, texts.NO_LEAD)]
