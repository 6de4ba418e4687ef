"""The ledger round by round: how the lights stood at the end of each, and what changed from one to another."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.model import Round
from desktop_app.domain.progress import Status, statuses
from desktop_app.domain.snapshot import Snapshot
from desktop_app.reports.figures import Figure, by_label, by_light, means

_WORSE = {"blue": 0, "green": 1, "amber": 2, "grey": 3, "red": 3}


class Point(NamedTuple):
    """A round's end: the tasks by light and by label then, and the mean percents done and expected of those judged."""

    round: Round
    lights: tuple[Figure, ...]
    labels: tuple[Figure, ...]
    done: float | None
    expected: float | None


class Turn(NamedTuple):
    """A task whose light or word is another in the later round."""

    task: int
    before: Status
    after: Status
    worse: bool


class Comparison(NamedTuple):
    """Two rounds: the tasks that turned, those that got further with their percents, and those that stood still."""

    turned: tuple[Turn, ...]
    further: tuple[tuple[int, float, float], ...]
    same: tuple[int, ...]


def counting_rounds(snapshot: Snapshot) -> list[Round]:
    """The rounds that count, by as-of day, the last made of each day."""
    by_day = {made.as_of: made for made in snapshot.rounds_in_order() if made.state != "voided"}
    return list(by_day.values())


def trend(snapshot: Snapshot) -> list[Point]:
    """A point for each round that counts, oldest first; tasks, not actions."""
    return [_point(snapshot, made) for made in counting_rounds(snapshot)]


def compared(before: Mapping[int, Status], after: Mapping[int, Status]) -> Comparison:
    """What changed from one set of statuses to a later one, for the tasks in both."""
    both = [key for key in after if key in before]
    turned = tuple(
        Turn(key, before[key], after[key], _WORSE[after[key].light] > _WORSE[before[key].light])
        for key in both
        if (before[key].light, before[key].label) != (after[key].light, after[key].label)
    )
    percents = [(key, before[key].done, after[key].done) for key in both]
    further = tuple((key, old or 0.0, new) for key, old, new in percents if new is not None and new > (old or 0.0))
    moved = {key for key, _, _ in further} | {turn.task for turn in turned}
    return Comparison(turned, further, tuple(key for key in both if key not in moved))


def compared_rounds(snapshot: Snapshot, before: Round, after: Round) -> Comparison:
    """What changed from the end of one round to the end of another."""
    days = [date.fromisoformat(made.as_of) for made in (before, after)]
    return compared(*(statuses(snapshot, day) for day in days))


def _point(snapshot: Snapshot, made: Round) -> Point:
    found, tasks = statuses(snapshot, date.fromisoformat(made.as_of)), snapshot.tasks_in_order()
    done, expected, judged = means(found, (task.key for task in tasks if task.state != "not_issued"))
    pace = (done, expected) if judged else (None, None)
    return Point(made, tuple(by_light(found, tasks)), tuple(by_label(found, tasks)), *pace)
