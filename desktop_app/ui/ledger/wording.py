"""How the table words targets, days and figures."""

from datetime import date
from typing import Protocol

from desktop_app.domain.model import Target
from desktop_app.domain.values import plain_number
from desktop_app.texts import ledger as texts
from desktop_app.texts import review as review_texts


def target_words(target: Target) -> str:
    """A target in one breath: ≥600张 家庭养老床位."""
    if target.value is None:
        return target.phrase or target.item or ""
    return f"{goal_words(target)} {target.item or ''}".strip()


class Goal(Protocol):
    """A figure with its sign and unit: a target of the ledger, or one that is being typed."""

    @property
    def comparator(self) -> str:
        """A key of texts.review.COMPARATORS."""
        ...

    @property
    def value(self) -> float | None:
        """The figure in whole units; None where there is none."""
        ...

    @property
    def unit(self) -> str | None:
        """What is counted."""
        ...


def goal_words(target: Goal) -> str:
    """The figure of a target with sign and unit: ≥600张; empty where it names none."""
    if target.value is None:
        return ""
    sign = review_texts.COMPARATORS.get(target.comparator, "")
    return texts.FIGURE.format(sign=sign, figure=plain_number(target.value), unit=target.unit or "")


def day_words(iso: str, day: str) -> str:
    """A day as an office writes it; the year only where it is not this one."""
    due = date.fromisoformat(iso)
    words = texts.MONTH_DAY if iso[:4] == day[:4] else texts.FULL_DAY
    return words.format(year=due.year, month=due.month, day=due.day)


def one_line(words: str | None) -> str:
    """Words without their line breaks."""
    return " ".join(words.split()) if words else ""
