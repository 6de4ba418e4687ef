"""What was read from a work plan, as plain records, and their JSON form (the contract of `extract`)."""

from bisect import bisect_right
from datetime import date
from typing import Any, NamedTuple

_Day = date  # in a record that has a field of this name
Span = tuple[int, int]
"""A half-open pair of code points in `Extraction.source`."""


class TargetRead(NamedTuple):
    """One measurable quantity; `kind` is cumulative, ratio, growth, cap, zero, coverage, frequency or document.

    `soft` is one striven for (力争): it stays a target, and its comparator stays. `days` are the ends of the periods
    of a frequency (每季度1次) in the plan's year, where there are at most twelve.
    """

    phrase: str
    value: float
    unit: str
    comparator: str
    item: str
    scope: str | None
    kind: str
    span: Span
    soft: bool = False
    days: tuple[date, ...] = ()


class DeadlineRead(NamedTuple):
    """One due time; `kind` is date, period_end, ongoing, recurring, relative, event, start or default.

    `start` is the day the work begins (9—11月, 从第二季度起), `days` all the days of what is due more than once
    (每月25日前) or year by year (2025—2027年); `soft` is a day meant in principle (原则上, 力争).
    """

    phrase: str
    date: date | None
    kind: str
    span: Span
    start: _Day | None = None
    days: tuple[_Day, ...] = ()
    soft: bool = False


class TaskRead(NamedTuple):
    """One numbered item; `span` runs from its number to the end of its last line."""

    no: str
    seq: int
    section_no: str | None
    section_seq: int | None
    title: str
    text: str
    lead_units: tuple[str, ...]
    co_units: tuple[str, ...]
    responsible_person: str | None
    span: Span
    no_span: Span
    title_span: Span
    note_spans: tuple[Span, ...]
    targets: tuple[TargetRead, ...]
    deadlines: tuple[DeadlineRead, ...]


class SectionRead(NamedTuple):
    """One chapter of the plan."""

    no: str
    title: str
    span: Span


class Meta(NamedTuple):
    """What the head and the signature say about the document."""

    title: str | None = None
    notice_title: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    issued_on: date | None = None
    year: int | None = None
    addressees: str | None = None


class Doubt(NamedTuple):
    """A question for the clerk; `what` is unit, number, target, deadline, numbering or structure; `seq` its task."""

    seq: int | None
    what: str
    phrase: str
    text: str
    span: Span | None


class CellPlace(NamedTuple):
    """The cell of a table that a passage of the source came from: sheet's name and A1."""

    span: Span
    sheet: str
    cell: str


class Extraction(NamedTuple):
    """Everything read from one document; `rest` holds the passages that belong to no section and no task.

    `cells` are the cells of a table in order; a span in one of them is told as sheet and cell in JSON.
    """

    kind: str
    source: str
    meta: Meta
    sections: tuple[SectionRead, ...]
    tasks: tuple[TaskRead, ...]
    doubts: tuple[Doubt, ...]
    rest: tuple[Span, ...] = ()
    cells: tuple[CellPlace, ...] = ()


class Refusal(NamedTuple):
    """The document is no plan: why, and what could be taken from it all the same."""

    reason: str
    offer: Extraction | None = None


def to_json(result: Extraction | Refusal) -> dict[str, Any]:
    """The object that `extract --json` prints."""
    if isinstance(result, Refusal):
        return {
            "refuse": True,
            "reason": result.reason,
            "offer": None if result.offer is None else to_json(result.offer),
        }
    told = {
        "kind": result.kind,
        "source": result.source,
        "meta": {**result.meta._asdict(), "issued_on": _iso(result.meta.issued_on)},
        "sections": [section._asdict() for section in result.sections],
        "tasks": [_task_json(task, result.doubts) for task in result.tasks],
        "doubts": [doubt._asdict() for doubt in result.doubts],
        "rest": [list(span) for span in result.rest],
    }
    return _by_cells(told, result.cells) if result.cells else told


def _by_cells(told: dict[str, Any], cells: tuple[CellPlace, ...]) -> dict[str, Any]:
    """The same object with each span of a table told by its cell; a task's is the cell of its title."""
    starts = [cell.span[0] for cell in cells]

    def place(span: Any) -> Any:
        if span is None:
            return None
        cell = cells[max(bisect_right(starts, span[0]) - 1, 0)]
        inside = cell.span[0] <= span[0] < max(cell.span[1], cell.span[0] + 1)
        return {"sheet": cell.sheet, "cell": cell.cell, "span": list(span)} if inside else list(span)

    def with_cell(entry: dict[str, Any]) -> dict[str, Any]:
        return {**entry, "span": place(entry["span"])}

    for task in told["tasks"]:
        task["targets"] = [with_cell(target) for target in task["targets"]]
        task["deadlines"] = [with_cell(deadline) for deadline in task["deadlines"]]
        task["note_spans"] = [place(span) for span in task["note_spans"]]
        task["row_span"] = list(task["span"])
        task["span"], task["no_span"] = place(task["title_span"]), place(task["no_span"])
        task["title_span"] = task["span"]
    told["sections"] = [with_cell(section) for section in told["sections"]]
    told["doubts"] = [with_cell(doubt) for doubt in told["doubts"]]
    told["rest"] = [place(span) for span in told["rest"]]
    return told


def _task_json(task: TaskRead, doubts: tuple[Doubt, ...]) -> dict[str, Any]:
    from desktop_app.documents import confidence

    sure = {field: confidence.of_field(task, field, doubts) for field in ("title", "lead_units", "co_units")}
    targets = [
        {**target._asdict(), "value": _plain(target.value), "days": [_iso(day) for day in target.days]}
        for target in task.targets
    ]
    deadlines = [_deadline_json(deadline) for deadline in task.deadlines]
    for kind, parts in (("target", targets), ("deadline", deadlines)):
        for part in parts:
            part["confidence"] = confidence.of_span(kind, part["span"], task.seq, doubts)
    told = {"lead_units": list(task.lead_units), "co_units": list(task.co_units)}
    return {**task._asdict(), **told, "targets": targets, "deadlines": deadlines, "confidence": sure}


def _deadline_json(deadline: DeadlineRead) -> dict[str, Any]:
    days = {"date": _iso(deadline.date), "start": _iso(deadline.start), "days": [_iso(day) for day in deadline.days]}
    return {**deadline._asdict(), **days}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else value
