"""The ledger as an office prints it, as plain data: one line a task or action, and the counts beside it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.headings import headed
from desktop_app.domain.model import Report, Round, RoundRow, Target, Task
from desktop_app.domain.progress import Status
from desktop_app.domain.reported import last_asked, latest_reports
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.exchange.ledger_marks import LedgerMark
from desktop_app.texts import ledger_sheet as texts
from desktop_app.texts.exchange import SAME_AS_LAST


class LedgerLine(NamedTuple):
    """A task, or an action (`parent` is then its task's key); `deadline` ISO or None, `expected` and `done` percent."""

    key: int
    parent: int | None
    no: str | None
    section: str | None
    title: str
    content: str | None
    targets: tuple[str, ...]
    lead: tuple[str, ...]
    co: tuple[str, ...]
    leader: str | None
    deadline: str | None
    deadline_raw: str | None
    state: str
    light: str
    label: str
    reason: str
    expected: float | None
    done: float | None
    progress: str | None
    problems: str | None
    note: str | None


class Tally(NamedTuple):
    """A unit or a section: how many tasks of each label it has, in the order of the paper's labels."""

    name: str
    counts: tuple[int, ...]


class Label(NamedTuple):
    """A word beside a light: how many tasks it counts, and their share in percent."""

    light: str
    name: str
    count: int
    share: float


class Charted(NamedTuple):
    """A chart: its kind (pace, stack, bars, lines, columns), title, the names along its axis, and its series, each by
    how it looks (a key of write_charts.LOOKS), its name and its values (None: no figure).
    """

    kind: str
    title: str
    names: tuple[str, ...]
    series: tuple[tuple[str, str, tuple[float | None, ...]], ...]


class LedgerPaper(NamedTuple):
    """Everything that the workbook says. Labels are those that occur, in order.

    `origin` names the ledger it is of, so that what is edited in the workbook can be taken back in.
    """

    years: tuple[int, ...]
    as_of: date
    lines: tuple[LedgerLine, ...]
    labels: tuple[Label, ...]
    units: tuple[Tally, ...]
    sections: tuple[Tally, ...]
    origin: LedgerMark | None = None
    charts: tuple[Charted, ...] = ()


def ledger_lines(snapshot: Snapshot, statuses: Mapping[int, Status], as_of: date) -> Iterator[LedgerLine]:
    """The lines of the ledger in its order, each task followed by its actions."""
    for task in snapshot.tasks_in_order():
        yield _line(snapshot, task, task.section, statuses[task.key], as_of.isoformat())
        for action in snapshot.actions_of(task.key):
            yield _line(snapshot, action, task.section, statuses[action.key], as_of.isoformat())


def _line(snapshot: Snapshot, task: Task, section: int | None, status: Status, as_of: str) -> LedgerLine:
    said = latest_reports(snapshot, task.key, as_of)
    asked = last_asked(snapshot, task.key, as_of) if said else None
    return LedgerLine(
        task.key,
        task.parent,
        task.no,
        _section(snapshot, section),
        task.title,
        task.text,
        tuple(dict.fromkeys(_target(target) for target in snapshot.targets_of(task.key))),
        tuple(unit.name for unit in snapshot.leads_of(task.key)),
        tuple(unit.name for unit in snapshot.cos_of(task.key)),
        task.leader,
        task.deadline,
        task.deadline_raw,
        *status,
        _told(snapshot, asked, [(row, _text(row, report)) for row, report in said]),
        _told(snapshot, asked, [(row, report.problems) for row, report in said]),
        task.note,
    )


def _section(snapshot: Snapshot, key: int | None) -> str | None:
    if key is None:
        return None
    section = snapshot.sections[key]
    return headed(section.no, section.title)


def _target(target: Target) -> str:
    if target.phrase:
        return target.phrase
    figure = plain_number(target.value) if target.value is not None else ""
    return f"{target.item or ''}{figure}{target.unit or ''}"


def _text(row: RoundRow, said: Report) -> str | None:
    if said.text is None and said.status == SAME_AS_LAST and row.last_text:
        return texts.SAME_WITH.format(status=said.status, text=row.last_text)
    return said.text or said.status


def _told(snapshot: Snapshot, asked: Round | None, said: list[tuple[RoundRow, str | None]]) -> str | None:
    """What units said: each by name where there are several, with the day where it was not said when last asked."""
    told = []
    for row, text in said:
        if text and asked and row.round != asked.key:
            day = date.fromisoformat(snapshot.rounds[row.round].as_of)
            text = texts.SAID_THEN.format(month=day.month, day=day.day, text=text)
        if text:
            told.append(texts.SAID_BY.format(unit=snapshot.unit(row.unit).name, text=text) if len(said) > 1 else text)
    return "\n".join(told) or None
