"""What one unit's form says, as plain data: ready to be written, the same however often it is written."""

from datetime import date
from typing import NamedTuple

from desktop_app.domain.model import Form, Round, RoundRow, Task
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.exchange.propose import batch_words, last_said, version_of
from desktop_app.exchange.sheet_layout import (
    COLUMNS,
    Column,
    FormMark,
    columns_of,
    day_words,
    month_day,
    row_mark,
)
from desktop_app.exchange.targets import FigureRule, figure_rule, last_figures, numbered, row_targets
from desktop_app.texts import exchange as texts

CONTENT_LENGTH, LAST_LENGTH = 120, 160


class FormLine(NamedTuple):
    """One row of a form: what is printed before the asked cells, the row's mark, and what its figures may be.

    `last_percent` is the figure of the unit's last answer: one below it needs a look.
    """

    no: str
    title: str
    content: str
    targets: str
    deadline: str
    last: str
    mark: str
    figures: tuple[FigureRule, ...] = ()
    last_percent: float | None = None


class FormPaper(NamedTuple):
    """One unit's form in one round; period and days in the words of the office.

    `finished` are the first and the last day (ISO) on which a task can have been finished for it.
    """

    mark: FormMark
    unit: str
    period: str
    as_of: str
    due: str
    lines: tuple[FormLine, ...]
    columns: tuple[Column, ...] = COLUMNS
    finished: tuple[str, str] = ("2000-01-01", "2099-12-31")
    version: int = 1
    attachment: str = texts.ATTACHMENT

    @property
    def cells(self) -> int:
        """How many cells the unit is asked to fill."""
        alone = sum(column.asked and not column.field.startswith("figure") for column in self.columns)
        return sum(alone + len(line.figures) for line in self.lines)


def form_paper(snapshot: Snapshot, ledger: str, epoch: int, form: Form) -> FormPaper:
    """The paper of a form that the ledger knows."""
    made = snapshot.rounds[form.round]
    rows = [row for row in snapshot.rows_of(made.key) if row.unit == form.unit and not row.withdrawn]
    lines = tuple(form_line(snapshot, row, row_mark(ledger, made.token, row.key)) for row in rows)
    return FormPaper(
        FormMark(ledger, epoch, made.token, form.key, form.unit),
        snapshot.units[form.unit].name,
        batch_words(snapshot, made),
        day_words(made.as_of),
        day_words(made.due),
        lines,
        columns_of(made.asked, max((len(line.figures) for line in lines), default=0)),
        (f"{made.as_of[:4]}-01-01", made.as_of),
        version_of(form),
    )


def form_line(snapshot: Snapshot, row: RoundRow, mark: str) -> FormLine:
    """What a form prints of a round row."""
    no, content, targets, deadline, last = locked_words(snapshot, row)
    return FormLine(
        no,
        row.title,
        content,
        targets,
        deadline,
        last,
        mark,
        tuple(figure_rule(snapshot, figure) for figure in row_targets(snapshot, row.key)),
        row.last_percent,
    )


def locked_words(snapshot: Snapshot, row: RoundRow) -> tuple[str, str, str, str, str]:
    """What a form prints beside the title: number, content, targets, deadline, last answer."""
    task = snapshot.tasks[row.task]
    return (
        number_of(snapshot, task),
        content_of(snapshot, task),
        numbered(snapshot, row),
        _deadline(task, snapshot.rounds[row.round]) + (f"\n{texts.CO_ROW}" if row.co else ""),
        last_words(snapshot, row),
    )


def number_of(snapshot: Snapshot, task: Task) -> str:
    """The number that a form prints for a task; an action without its own bears its task's."""
    parent = snapshot.tasks[task.parent] if task.parent is not None else None
    return task.no or (parent.no if parent else None) or ""


def content_of(snapshot: Snapshot, task: Task) -> str:
    """What a form prints of a task's text; for an action without its own, the title of its task."""
    parent = snapshot.tasks[task.parent] if task.parent is not None else None
    return shortened(task.text or (parent.title if parent else ""), CONTENT_LENGTH)


def _deadline(task: Task, made: Round) -> str:
    """The deadline as the plan words it, else its day, the year left out where it is the round's own."""
    if task.deadline_raw or not task.deadline:
        return task.deadline_raw or ""
    return month_day(task.deadline) if task.deadline[:4] == made.as_of[:4] else day_words(task.deadline)


def last_words(snapshot: Snapshot, row: RoundRow) -> str:
    """The unit's last answer: the day it stood, the figure, the words."""
    parts = []
    if row.last_percent is not None:
        parts.append(texts.LAST_PERCENT.format(percent=plain_number(row.last_percent)))
    figures = last_figures(snapshot, row.key)
    if figures:
        parts.append(figures)
    if row.last_finished_on:
        parts.append(texts.LAST_FINISHED.format(day=day_words(row.last_finished_on)))
    if row.last_text:
        parts.append(row.last_text)
    if not parts:
        return texts.NOTHING_LAST
    words = texts.AND_ALSO.join(parts)
    as_of = date.fromisoformat(snapshot.rounds[row.round].as_of)
    said = last_said(snapshot, row.task, row.unit, as_of, besides=row.round)
    if said is not None:
        words = texts.LAST_SAID.format(as_of=month_day(said.round.as_of), said=words)
    return shortened(words, LAST_LENGTH)


def shortened(text: str, length: int) -> str:
    """`text` in at most `length` characters, the cut shown."""
    text = " ".join(text.split())
    return text if len(text) <= length else f"{text[: length - 1]}…"
