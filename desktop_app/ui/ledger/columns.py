"""The columns of the table: what each says about a task, and by what it is sorted."""

from collections.abc import Callable
from typing import Any, NamedTuple

from desktop_app.domain.model import Report, Task
from desktop_app.domain.reported import figure_reported
from desktop_app.domain.values import plain_number
from desktop_app.texts import ledger as texts
from desktop_app.ui.ledger.facts import Facts
from desktop_app.ui.ledger.wording import day_words, goal_words, one_line, target_words
from desktop_app.ui.theme import light_words

COLUMNS = tuple(texts.COLUMNS)
(
    NO,
    TITLE,
    LEADS,
    COS,
    LEADER,
    PERSON,
    CONTACT,
    DONE,
    GAP,
    LIGHT,
    START,
    DEADLINE,
    SOFT,
    GOAL,
    HELD,
    TARGETS,
    SAID,
    PROBLEMS,
    NEXT_STEPS,
    EVIDENCE,
    STATE,
    SECTION,
    TEXT,
    NOTE,
) = range(len(COLUMNS))
FROZEN = 2  # columns that stay when the table is scrolled sideways
USUAL = (NO, TITLE, LEADS, DONE, GAP, LIGHT, DEADLINE, TARGETS, SAID, STATE, NOTE)
RIGHT = frozenset({NO, DONE, GAP, GOAL, HELD})
"""Columns of figures, written at the right."""
NEVER_EMPTY = frozenset({TITLE, DONE, GAP, LIGHT, STATE, SECTION})
LAST = "\uffff"
_SEVERITY = {"red": 0, "amber": 1, "grey": 2, "green": 3, "blue": 4}


class Column(NamedTuple):
    """Width in pixels at the usual type size, the text of a cell, and what it is sorted by (None: its text)."""

    width: int
    say: Callable[[Facts, Task], str]
    rank: Callable[[Facts, Task], Any] | None = None


def cell(facts: Facts, task: Task, column: int) -> str:
    """What a column says about a task."""
    return TABLE[column].say(facts, task)


def rank(facts: Facts, task: Task, column: int) -> Any:
    """What a task is sorted by in a column; what is empty comes last."""
    by = TABLE[column].rank
    return by(facts, task) if by else TABLE[column].say(facts, task) or LAST


def _field(name: str) -> Callable[[Facts, Task], str]:
    return lambda _, task: one_line(getattr(task, name))


def _day(name: str) -> Column:
    def say(facts: Facts, task: Task) -> str:
        iso = getattr(task, name)
        return day_words(iso, facts.day) if iso else ""

    return Column(92, say, lambda _, task: getattr(task, name) or LAST)


def _report(name: str) -> Callable[[Facts, Task], str]:
    def say(facts: Facts, task: Task) -> str:
        report: Report | None = facts.report(task.key)
        return one_line(getattr(report, name)) if report else ""

    return say


def _title(_: Facts, task: Task) -> str:
    return texts.ACTION.format(title=task.title) if task.parent is not None else task.title


def _leads(facts: Facts, task: Task) -> str:
    return texts.NAMES.join(unit.name for unit in facts.snapshot.leads_of(task.key))


def _lead_rank(facts: Facts, task: Task) -> int:
    leads = facts.snapshot.leads_of(task.key)
    return leads[0].position if leads else 2**31


def _cos(facts: Facts, task: Task) -> str:
    return texts.NAMES.join(unit.name for unit in facts.snapshot.cos_of(task.key))


def _done(facts: Facts, task: Task) -> str:
    done = facts.status(task.key).done
    return texts.NO_FIGURE if done is None else texts.PERCENT.format(figure=plain_number(done))


def _done_rank(facts: Facts, task: Task) -> float:
    done = facts.status(task.key).done
    return -1.0 if done is None else done


def _gap_rank(facts: Facts, task: Task) -> float:
    status = facts.status(task.key)
    return -1000.0 if status.done is None or status.expected is None else status.done - status.expected


def _gap(facts: Facts, task: Task) -> str:
    gap = _gap_rank(facts, task)
    if gap == -1000:
        return texts.NO_FIGURE
    return texts.POINTS.format(figure=f"{round(gap):+d}" if round(gap) else "0")


def _light(facts: Facts, task: Task) -> str:
    status = facts.status(task.key)
    return light_words(status.light, status.label)


def _deadline(facts: Facts, task: Task) -> str:
    return day_words(task.deadline, facts.day) if task.deadline else task.deadline_raw or ""


def _goal(facts: Facts, task: Task) -> str:
    return next((goal_words(t) for t in facts.snapshot.targets_of(task.key) if t.value is not None), "")


def _goal_rank(facts: Facts, task: Task) -> float:
    values = (t.value for t in facts.snapshot.targets_of(task.key) if t.value is not None)
    return next(values, float("inf"))


def _held_figure(facts: Facts, task: Task) -> tuple[float | None, str]:
    for target in facts.snapshot.targets_of(task.key):
        if target.value is not None:
            return figure_reported(facts.snapshot, target.key, facts.until), target.unit or ""
    return None, ""


def _held(facts: Facts, task: Task) -> str:
    figure, unit = _held_figure(facts, task)
    return "" if figure is None else texts.FIGURE.format(sign="", figure=plain_number(figure), unit=unit)


def _held_rank(facts: Facts, task: Task) -> float:
    figure, _ = _held_figure(facts, task)
    return float("inf") if figure is None else figure


def _targets(facts: Facts, task: Task) -> str:
    return texts.TARGETS.join(target_words(target) for target in facts.snapshot.targets_of(task.key))


def _said(facts: Facts, task: Task) -> str:
    report = facts.report(task.key)
    return one_line(report.text or report.status) if report else ""


def _section(facts: Facts, task: Task) -> str:
    section = facts.top(task).section
    return facts.snapshot.sections[section].title if section is not None else texts.NO_SECTION


TABLE = (
    Column(66, _field("no")),  # as wide as （十一）; sorted as the plan has it
    Column(184, _title, lambda _, task: task.title),
    Column(112, _leads, _lead_rank),
    Column(112, _cos),
    Column(140, lambda facts, task: facts.leader(one_line(task.leader))),
    Column(84, _field("person")),
    Column(112, _field("contact")),
    Column(124, _done, _done_rank),
    Column(66, _gap, _gap_rank),
    Column(88, _light, lambda facts, task: _SEVERITY[facts.status(task.key).light]),
    _day("start"),
    Column(92, _deadline, lambda _, task: task.deadline or LAST),
    _day("soft_deadline"),
    Column(84, _goal, _goal_rank),
    Column(84, _held, _held_rank),
    Column(176, _targets),
    Column(240, _said),
    Column(176, _report("problems")),
    Column(176, _report("next_steps")),
    Column(140, _report("evidence")),
    Column(76, lambda _, task: texts.STATES[task.state], lambda _, task: task.state),
    Column(140, _section),
    Column(240, _field("text")),
    Column(140, _field("note")),
)
