"""Where each task stands on a day: expected progress, reported progress, its light and the reason in one sentence.

Nothing here is stored (law 13). A figure counts when its round's as-of day has come, whenever it was entered.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.model import Report, Round, RoundRow, Task
from desktop_app.domain.rules import LightRules, light_rules
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.texts import lights as texts
from desktop_app.texts.exchange import SAME_AS_LAST


class Status(NamedTuple):
    """A task on a day: how it stands, its light with the word, why; expected and done in percent, None if unknown."""

    state: str
    light: str
    label: str
    reason: str
    expected: float | None
    done: float | None


class _View(NamedTuple):
    """What every task is judged by."""

    snapshot: Snapshot
    as_of: date
    day: str  # as_of as records write it
    rules: LightRules
    rounds: dict[int, Round]  # those that count, newest first


class _Said(NamedTuple):
    """What the leads said in the latest round that asks about a task."""

    round: Round
    figures: list[tuple[int, float]]  # unit, percent; in the order of the leads
    silent: list[int]
    first_answered: bool
    without_percent: bool


def expected_percent(start: date, deadline: date, as_of: date) -> float:
    """Expected progress (序时进度): months completed of the months from `start` to `deadline`, 0–100, two decimals.

    A month counts as a whole, wherever in it the task starts or ends; on its deadline a task is expected to be done.
    """
    if as_of >= deadline:
        return 100.0
    after = as_of + timedelta(days=1)
    total = _month(deadline) - _month(start) + 1
    passed = min(max(_month(after) - _month(start), 0), total)
    return round(100 * passed / total, 2) if total > 0 else 0.0


def status_of(snapshot: Snapshot, task_key: int, as_of: date) -> Status:
    """How one task or action stands on a day; KeyError where there is none of this key."""
    view = _view(snapshot, as_of, as_of)
    task = snapshot.tasks[task_key]
    return _status(view, task, _latest(view, lambda key: _asking(snapshot, task_key, key)).get(task_key, []))


def statuses(snapshot: Snapshot, as_of: date, until: date | None = None) -> dict[int, Status]:
    """How every task and action that stands is on a day, by key; rounds count up to `until`, else up to that day."""
    view = _view(snapshot, as_of, until or as_of)
    latest = _latest(view, snapshot.rows_of)
    nothing: list[RoundRow] = []
    return {
        key: _status(view, task, latest.get(key, nothing)) for key, task in snapshot.tasks.items() if not task.withdrawn
    }


def _month(day: date) -> int:
    return 12 * day.year + day.month


def _view(snapshot: Snapshot, as_of: date, until: date) -> _View:
    last, newest = as_of.isoformat(), until.isoformat()
    rounds = {r.key: r for r in reversed(snapshot.rounds_in_order()) if r.as_of <= newest and r.state != "voided"}
    return _View(snapshot, as_of, last, light_rules(snapshot), rounds)


def _asking(snapshot: Snapshot, task: int, round_key: int) -> list[RoundRow]:
    return [row for row in snapshot.rows_about(task) if row.round == round_key]


def _latest(view: _View, rows_of: Callable[[int], Iterable[RoundRow]]) -> dict[int, list[RoundRow]]:
    """By task, its standing rows in the newest round that has any."""
    latest: dict[int, list[RoundRow]] = {}
    for key in view.rounds:
        asked: dict[int, list[RoundRow]] = {}
        for row in rows_of(key):
            if row.task not in latest and not row.withdrawn:
                asked.setdefault(row.task, []).append(row)
        latest.update(asked)
    return latest


def _status(view: _View, task: Task, rows: list[RoundRow]) -> Status:
    if len(rows) == 1 and task.state not in _FIXED:
        percent = _percent(view.snapshot.report_of(rows[0].key), rows[0])
        if percent is not None:  # one lead, and it answered: nearly every task, so the short way
            return _judged(_expected(view, task), percent, _passed(view, task), view.rules)
    said = _said(view, task, rows) if rows else None
    done = min([figure for _, figure in said.figures]) if said and said.figures else None
    if task.state in _FIXED:
        state, light, label, reason, expects = _FIXED[task.state]
        return Status(state, light, label, reason, _expected(view, task) if expects else None, done)
    expected = _expected(view, task)
    if said is None or done is None or not said.first_answered:
        return _unanswered(view, task, said, expected)
    return _answered(view, task, said, expected, done)


def _expected(view: _View, task: Task) -> float:
    plan = view.snapshot.plans.get(task.plan) if task.plan is not None else None
    return _expected_on(task.start, task.deadline, plan.year if plan else None, view.as_of)


@lru_cache(maxsize=4096)
def _expected_on(start: str | None, deadline: str | None, year: int | None, as_of: date) -> float:
    due = date.fromisoformat(deadline) if deadline else None
    begun = date.fromisoformat(start) if start else date(year or (due or as_of).year, 1, 1)
    return expected_percent(begun, due or date(year or begun.year, 12, 31), as_of)


def _said(view: _View, task: Task, rows: list[RoundRow]) -> _Said:
    """What those asked said; the task's leads of today come first, and alone where any of them was asked."""
    if len(rows) > 1:
        rows = _of_leads(view.snapshot, task.key, rows)
    figures, silent, without_percent = [], [], False
    for row in rows:
        report = view.snapshot.report_of(row.key)
        percent = _percent(report, row)
        if percent is not None:
            figures.append((row.unit, percent))
        else:
            silent.append(row.unit)
            without_percent = without_percent or report is not None
    first = bool(figures) and figures[0][0] == rows[0].unit
    return _Said(view.rounds[rows[0].round], figures, silent, first, without_percent)


def _percent(report: Report | None, row: RoundRow) -> float | None:
    if report is None:
        return None
    return row.last_percent if report.percent is None and report.status == SAME_AS_LAST else report.percent


def _of_leads(snapshot: Snapshot, task: int, rows: list[RoundRow]) -> list[RoundRow]:
    order: dict[int, int] = {}
    for lead in snapshot.leads_of(task):
        for unit in (lead, *snapshot.members_of(lead.key)):
            order.setdefault(unit.key, len(order))
    now = {row.key: snapshot.unit(row.unit).key for row in rows}
    asked = [row for row in rows if now[row.key] in order]
    return sorted(asked, key=lambda row: order[now[row.key]]) or rows


def _answered(view: _View, task: Task, said: _Said, expected: float, done: float) -> Status:
    status = _judged(expected, done, _passed(view, task), view.rules)
    if said.silent and status.light in ("green", "blue"):
        reason = texts.REPORTED.format(done=plain_number(done))
        status = Status("under_way", "grey", texts.SILENT, reason, expected, done)
    reason = status.reason
    if len({figure for _, figure in said.figures}) > 1:
        reason += texts.LEADS_DIFFER.format(said=_figures(view.snapshot, said))
    if said.silent:
        reason += texts.LEADS_SILENT.format(units=_names(view.snapshot, said.silent))
    return status._replace(reason=reason)


@lru_cache(maxsize=16384)
def _judged(expected: float, done: float, passed: str | None, rules: LightRules) -> Status:
    """What one figure means; `passed` is the deadline where it has passed. Kept, as many tasks share their figures."""
    figure = plain_number(done)
    if done >= 100:
        return Status("finished", "blue", texts.FINISHED, texts.DONE.format(done=figure), expected, done)
    if passed:
        reason = texts.PAST_DEADLINE.format(deadline=_day(passed), done=figure)
        return Status("overdue", "red", texts.OVERDUE, reason, expected, done)
    gap = round(expected - done, 2)
    words = _GAPS[0 if gap < 0 else 1 if gap == 0 else 2 if gap < rules.amber else 3]
    reason = words.format(
        expected=plain_number(expected),
        done=figure,
        gap=plain_number(abs(gap)),
        amber=plain_number(rules.amber),
        green=plain_number(round(expected - rules.amber, 2)),
    )
    if gap < rules.amber:
        return Status("under_way" if done else "not_started", "green", texts.NORMAL, reason, expected, done)
    light, label = ("red", texts.FAR_BEHIND) if gap > rules.red else ("amber", texts.BEHIND)
    return Status("behind", light, label, reason, expected, done)


def _unanswered(view: _View, task: Task, said: _Said | None, expected: float) -> Status:
    """Silence is its own light, never green; the state still says that a deadline has passed."""
    known = _last_known(view, task, said.round) if said else None
    reason = _silence(view.snapshot, said) if said else texts.NEVER_ASKED
    if known:
        reason += texts.LAST_KNOWN.format(as_of=_day(known[0]), done=plain_number(known[1]))
    elif said and not said.figures:
        reason += texts.NEVER_BEFORE
    passed = None if known and known[1] >= 100 else _passed(view, task)
    if passed:
        reason += texts.ALSO_PAST.format(deadline=_day(passed))
    state = "overdue" if passed else "under_way" if known and known[1] else "not_started"
    return Status(state, "grey", texts.SILENT, reason, expected, None)


def _silence(snapshot: Snapshot, said: _Said) -> str:
    as_of = _day(said.round.as_of)
    if said.figures:
        units = _names(snapshot, said.silent)
        return texts.FIRST_SILENT.format(as_of=as_of, units=units, said=_figures(snapshot, said))
    return (texts.NO_PERCENT if said.without_percent else texts.NO_ANSWER).format(as_of=as_of)


def _last_known(view: _View, task: Task, latest: Round) -> tuple[str, float] | None:
    """As-of day and lowest figure of the newest earlier round in which the task has one."""
    found: dict[int, list[float]] = {}
    for row in view.snapshot.rows_about(task.key):
        report = None if row.withdrawn or row.round == latest.key else view.snapshot.report_of(row.key)
        if report is not None and report.percent is not None:
            found.setdefault(row.round, []).append(report.percent)
    newest = next((key for key in view.rounds if key in found), None)
    return (view.rounds[newest].as_of, min(found[newest])) if newest is not None else None


def _passed(view: _View, task: Task) -> str | None:
    """The deadline of a task, where it has passed."""
    return task.deadline if task.deadline is not None and task.deadline < view.day else None


@lru_cache(maxsize=1024)
def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return texts.DAY.format(month=day.month, day=day.day)


def _figures(snapshot: Snapshot, said: _Said) -> str:
    shown = [
        texts.SAID.format(unit=snapshot.unit(unit).name, done=plain_number(figure)) for unit, figure in said.figures
    ]
    return _some(shown)


def _names(snapshot: Snapshot, units: list[int]) -> str:
    return _some([snapshot.unit(unit).name for unit in units])


def _some(words: list[str]) -> str:
    shown = texts.COMMA.join(words[:3])
    return shown + texts.AND_MORE.format(count=len(words)) if len(words) > 3 else shown


_GAPS = (texts.AHEAD, texts.EVEN, texts.SLIGHTLY_BEHIND, texts.GAP)

# task.state → display state, light, label, reason, whether progress is expected of it
_FIXED = {
    "finished": ("finished", "blue", texts.TO_CLOSE, texts.DONE_STATE, True),
    "closed": ("closed", "blue", texts.CLOSED, texts.CLOSED_STATE, True),
    "ongoing": ("ongoing", "grey", texts.ONGOING, texts.ONGOING_STATE, True),
    "paused": ("paused", "grey", texts.PAUSED, texts.PAUSED_STATE, False),
    "not_issued": ("not_issued", "grey", texts.NOT_ISSUED, texts.NOT_ISSUED_STATE, False),
}
