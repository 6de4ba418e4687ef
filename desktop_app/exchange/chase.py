"""What to say to a unit that has not reported, by the workdays left until the due day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.domain.workdays import SHIPPED, Calendar
from desktop_app.exchange.sheet_layout import day_words
from desktop_app.texts import chase as texts

SERVED, REMINDED, URGED, COUNTED, OVERDUE = "served", "reminded", "urged", "counted", "overdue"
REMIND, URGE, COUNT = 2, 1, 0  # workdays before the due day at which the tone changes; until then the form is served


class Chase(NamedTuple):
    """What is to be said of a round today: the stage, the workdays left (below 0: overdue)."""

    stage: str
    left: int


def chase_of(due: date, today: date, calendar: Calendar = SHIPPED) -> Chase:
    """The stage on a day: T−5 to T−3 the form is served, T−2 reminded, T−1 urged, T counted, T+1 on overdue."""
    left = workdays_left(due, today, calendar)
    if left < COUNT:
        return Chase(OVERDUE, left)
    stages = {COUNT: COUNTED, URGE: URGED, REMIND: REMINDED}
    return Chase(stages.get(left, SERVED), left)


def workdays_left(due: date, today: date, calendar: Calendar = SHIPPED) -> int:
    """Workdays from today to the due day, today not counted; negative: workdays since it, at least one."""
    first, last = sorted((due, today))
    count = sum(calendar.is_workday(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))
    return count if due >= today else -max(1, count)


def chase_text(units: Iterable[str], period: str, due: date, today: date, calendar: Calendar = SHIPPED) -> str:
    """What to send: to one unit or, where there are several, to all of them; '' where there is none."""
    names = list(units)
    if not names:
        return ""
    stage, left = chase_of(due, today, calendar)
    addressed = texts.ONE if len(names) == 1 else texts.MANY
    said = {"units": texts.AND.join(names), "count": len(names), "period": period, "due": day_words(due)}
    return addressed.format(**said) + texts.SENTENCES[stage].format(**said, left=abs(left))


def stage_words(due: date, today: date, calendar: Calendar = SHIPPED) -> str:
    """The stage for the head of the roster: 提醒（还有2个工作日）."""
    stage, left = chase_of(due, today, calendar)
    return texts.STAGES[stage].format(left=abs(left))
