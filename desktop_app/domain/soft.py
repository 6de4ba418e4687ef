"""The day meant in principle (原则上): once it has passed a task is behind; overdue it is only after its deadline."""

from datetime import date

from desktop_app.domain.model import Task
from desktop_app.texts import lights as texts


def passed(task: Task, day: str) -> bool:
    """Whether the day meant in principle lies before this one (ISO)."""
    return task.soft_deadline is not None and task.soft_deadline < day


def said(task: Task) -> str:
    """That the day has passed, in a sentence."""
    last = texts.AT_LATEST.format(deadline=_day(task.deadline)) if task.deadline else ""
    return texts.PAST_SOFT.format(soft=_day(task.soft_deadline or ""), last=last)


def words(task: Task, expected: str, done: str, finished: str) -> str:
    """The reason of such a task's light, and what would turn it."""
    return said(task) + texts.PAST_SOFT_STANDS.format(expected=expected, done=done, finished=finished)


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return texts.DAY.format(month=day.month, day=day.day)
