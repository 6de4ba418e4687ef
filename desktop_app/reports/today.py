"""What the 今日 page counts: tasks that need a look, how far each section and unit is, and who has not reported."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain import progress
from desktop_app.domain.model import Round
from desktop_app.domain.periods import month_end
from desktop_app.domain.progress import Status
from desktop_app.domain.rules import LightRules, light_rules
from desktop_app.domain.snapshot import Snapshot
from desktop_app.reports.figures import Figure, means, section_totals, tenths, unit_totals
from desktop_app.texts import today as texts

if TYPE_CHECKING:
    from desktop_app.domain.workdays import Calendar

LADDER = 5  # workdays ahead at which a deadline is reminded of
TILES = 8  # how many numbers `tiles` gives, for those who make room for them first
_DONE_WITH = ("finished", "closed", "paused", "not_issued")


class Tile(NamedTuple):
    """A number that can be clicked: its words, the light it is shown in (None: plain), and the tasks it counts."""

    name: str
    light: str | None
    tasks: tuple[int, ...]


class Pace(NamedTuple):
    """A section's or unit's mean completion beside its mean expected progress (percent), over these tasks."""

    name: str
    done: float
    expected: float
    tasks: tuple[int, ...]
    light: str


class Reporting(NamedTuple):
    """The latest open round: how many units were asked, the names of those that have not answered, and their tasks."""

    round: Round
    asked: int
    silent: tuple[str, ...]
    tasks: tuple[int, ...]


class Reminder(NamedTuple):
    """One thing to do today in words, with a place for the link to the tasks that it is about (none: no link)."""

    words: str
    tasks: tuple[int, ...] = ()


def tiles(snapshot: Snapshot, statuses: Mapping[int, Status], today: date) -> list[Tile]:
    """The numbers at the top, over tasks and actions that stand."""
    standing = [t for t in snapshot.tasks.values() if not t.withdrawn]
    running = [t for t in standing if statuses[t.key].state not in _DONE_WITH]
    sunday, looks = today + timedelta(days=6 - today.weekday()), light_rules(snapshot)
    led = {one.task for one in snapshot.tables["assignment"].values() if one.role == "lead"}

    def due(until: str) -> tuple[int, ...]:
        return tuple(t.key for t in running if t.deadline and today.isoformat() <= t.deadline <= until)

    def lit(*labels: str) -> tuple[int, ...]:
        return tuple(t.key for t in standing if statuses[t.key].label in labels)

    def behind(verdict: str) -> tuple[int, ...]:
        return tuple(k for k in lit(looks.look(verdict).label) if statuses[k].state == "behind")

    return [
        Tile(texts.DUE_WEEK, None, due(sunday.isoformat())),
        Tile(texts.DUE_MONTH, None, due(month_end(today.year, today.month).isoformat())),
        Tile(texts.OVERDUE, "red", tuple(t.key for t in standing if statuses[t.key].state == "overdue")),
        Tile(texts.TURNED_RED, "red", turned_red(snapshot, statuses)),
        Tile(looks.look("far_behind").label, looks.look("far_behind").light, behind("far_behind")),
        Tile(looks.look("behind").label, looks.look("behind").light, behind("behind")),
        Tile(texts.SILENT, "grey", lit(texts.lights.SILENT)),
        Tile(texts.WITHOUT_LEAD, None, tuple(t.key for t in standing if t.parent is None and t.key not in led)),
    ]


def turned_red(snapshot: Snapshot, statuses: Mapping[int, Status]) -> tuple[int, ...]:
    """The tasks and actions that are red now and were not at the end of the round before the latest."""
    red = [key for key, status in statuses.items() if status.light == "red"]
    days = sorted({r.as_of for r in snapshot.rounds.values() if r.state != "voided"})
    if not red or len(days) < 2:
        return tuple(red)
    before = progress.statuses(snapshot, date.fromisoformat(days[-2]))
    return tuple(key for key in red if before[key].light != "red")


def paces_by_section(snapshot: Snapshot, statuses: Mapping[int, Status]) -> list[Pace]:
    """How far each section is, in the ledger's order."""
    return _paces(section_totals(snapshot, snapshot.tasks_in_order()), statuses, light_rules(snapshot))


def paces_by_unit(snapshot: Snapshot, statuses: Mapping[int, Status]) -> list[Pace]:
    """How far each first lead is, in the clerk's order of units."""
    return _paces(unit_totals(snapshot, snapshot.tasks_in_order()), statuses, light_rules(snapshot))


def _paces(totals: list[Figure], statuses: Mapping[int, Status], rules: LightRules) -> list[Pace]:
    """The papers' means of each group; of one that nobody has reported on nothing is done."""
    found = []
    for total in totals:
        keys = [key for key in total.tasks if statuses[key].expected is not None]
        done, expected, judged = means(statuses, keys)
        if keys and not judged:
            expected = tenths(sum(statuses[key].expected or 0.0 for key in keys) / len(keys))
        if keys:
            found.append(Pace(total.name, done, expected, total.tasks, _light(done, expected, rules)))
    return found


def _light(done: float, expected: float, rules: LightRules) -> str:
    gap = expected - done
    slow = gap > 0 and gap >= rules.amber
    verdict = "finished" if done >= 100 else "normal" if not slow else "behind" if gap <= rules.red else "far_behind"
    return rules.look(verdict).light


def reminders(
    snapshot: Snapshot, statuses: Mapping[int, Status], today: date, calendar: "Calendar", stage: Callable[[date], str]
) -> tuple[Reminder, ...]:
    """What the ladder of workdays says today: of the open round, of deadlines near, of holidays not known yet.

    `stage` tells in words how near a round's due day is.
    """
    found: list[Reminder] = []
    said = reporting(snapshot)
    if said and said.silent:
        due = date.fromisoformat(said.round.due)
        words = texts.REMIND_ROUND.format(stage=stage(due), count=len(said.silent), place=len(found))
        found.append(Reminder(words, said.tasks))
    last = calendar.add_workdays(today, LADDER).isoformat()
    near = [
        task
        for task in snapshot.tasks.values()
        if not task.withdrawn and task.deadline and today.isoformat() <= task.deadline <= last
        if statuses[task.key].state not in _DONE_WITH
    ]
    if near:
        first = date.fromisoformat(min(task.deadline or last for task in near))
        words = texts.REMIND_TASKS.format(
            count=len(near), days=LADDER, day=texts.SHORT_DAY.format(day=first), place=len(found)
        )
        found.append(Reminder(words, tuple(task.key for task in near)))
    years = (today.year, today.year + 1) if today.month == 12 else (today.year,)
    found += [Reminder(texts.REMIND_HOLIDAYS.format(year=year)) for year in years if not calendar.known(year)]
    return tuple(found)


def reporting(snapshot: Snapshot) -> Reporting | None:
    """The latest open round and who is silent in it; None where no round is open."""
    rounds = [r for r in snapshot.rounds_in_order() if r.state == "open"]
    if not rounds:
        return None
    rows = [row for row in snapshot.rows_of(rounds[-1].key) if not row.withdrawn]
    asked = dict.fromkeys(snapshot.unit(row.unit).key for row in rows)
    said = {snapshot.unit(row.unit).key for row in rows if snapshot.report_of(row.key) is not None}
    silent = tuple(snapshot.units[key].name for key in asked if key not in said)
    tasks = tuple(dict.fromkeys(row.task for row in rows if snapshot.unit(row.unit).key not in said))
    return Reporting(rounds[-1], len(asked), silent, tasks)
