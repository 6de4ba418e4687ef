"""Where each task stands on a day: expected progress, reported progress, its light and the reason in one sentence.

Nothing here is stored (law 13). A figure counts when its round's as-of day has come, whenever it was entered.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain import soft
from desktop_app.domain.expected import expected_of, expected_percent, good_until, on_line
from desktop_app.domain.measured import (
    Figures,
    Held,
    contradiction,
    held_figures,
    held_to,
    missed,
    still_to_do,
    told,
)
from desktop_app.domain.model import Report, RoundRow, Task
from desktop_app.domain.overrides import Override, SentBack, overrides, sent_back
from desktop_app.domain.rules import ExpectedRule, LightRules, expected_rule, light_rules
from desktop_app.domain.said import (
    Rounds,
    Said,
    day_words,
    figures_said,
    last_known,
    latest_rows,
    names,
    percent_said,
    said_about,
    silence,
)
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.texts import lights as texts

__all__ = ["Status", "expected_percent", "status_of", "statuses"]


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
    expects: ExpectedRule
    rounds: Rounds
    held: Held
    years: dict[int | None, int | None]  # of the plans
    charted: set[int]  # tasks with dated steps
    by_hand: dict[int, Override]
    back: dict[int, SentBack]
    reports: Mapping[object, list[Report]]  # by round row
    alone: frozenset[int]  # tasks that need more than their one answer: steps, a light by hand, sent back
    known: dict[tuple[object, ...], Status]  # verdicts by the days of a task, its plan and percent, which many share


def status_of(snapshot: Snapshot, task_key: int, as_of: date) -> Status:
    """How one task or action stands on a day; KeyError where there is none of this key."""
    view = _view(snapshot, as_of, as_of)
    latest = latest_rows(view.rounds, lambda key: _asking(snapshot, task_key, key), 1)
    return _status(view, snapshot.tasks[task_key], latest.get(task_key, []))


def statuses(snapshot: Snapshot, as_of: date, until: date | None = None) -> dict[int, Status]:
    """How every task and action that stands is on a day, by key; rounds count up to `until`, else up to that day."""
    view = _view(snapshot, as_of, until or as_of)
    latest = latest_rows(view.rounds, snapshot.rows_of, len(snapshot.tasks))
    nothing: list[RoundRow] = []
    return {
        key: _status(view, task, latest.get(key, nothing)) for key, task in snapshot.tasks.items() if not task.withdrawn
    }


def _view(snapshot: Snapshot, as_of: date, until: date) -> _View:
    newest = until.isoformat()
    rounds = {r.key: r for r in reversed(snapshot.rounds_in_order()) if r.as_of <= newest and r.state != "voided"}
    rules, expects, held = light_rules(snapshot), expected_rule(snapshot), held_figures(snapshot)
    years: dict[int | None, int | None] = {plan.key: plan.year for plan in snapshot.plans.values()}
    charted = {node.task for node in snapshot.tables["node"].values()} if expects.nodes else set()
    by_hand, back = overrides(snapshot), sent_back(snapshot)
    day, reports, alone = as_of.isoformat(), snapshot.index("report", "row"), frozenset({*charted, *by_hand, *back})
    return _View(snapshot, as_of, day, rules, expects, rounds, held, years, charted, by_hand, back, reports, alone, {})


def _asking(snapshot: Snapshot, task: int, round_key: int) -> list[RoundRow]:
    return [row for row in snapshot.rows_about(task) if row.round == round_key]


def _status(view: _View, task: Task, rows: list[RoundRow]) -> Status:
    if task.state == "open" and task.key not in view.alone:  # never asked, or one lead that answered: nearly every task
        percent = _answer(view, rows)
        if percent is not None or not rows:
            place = (task.start, task.deadline, task.soft_deadline, task.plan, percent)
            if place not in view.known:
                expected = _expected(view, task)
                view.known[place] = (
                    _unanswered(view, task, None, expected)
                    if percent is None
                    else _judgement(view, task, expected, percent)
                )
            return view.known[place]
    ruled = _by_rule(view, task, rows)
    return _by_hand(view, view.by_hand[task.key], ruled) if task.key in view.by_hand else ruled


def _answer(view: _View, rows: list[RoundRow]) -> float | None:
    """The percent where there is one row that asks for no figures, and it was answered with one."""
    said = view.reports.get(rows[0].key) if len(rows) == 1 and rows[0].key not in view.held else None
    percent = percent_said(said[0], rows[0]) if said else None
    return None if percent is None else float(percent)


def _by_rule(view: _View, task: Task, rows: list[RoundRow]) -> Status:
    said = said_about(view.snapshot, view.rounds, view.held, task.key, rows) if rows else None
    # Judgements are remembered by value, where 50 and 50.0 are one: always a float, or what is told hangs on order.
    done = float(min(figure for _, figure in said.figures)) if said and said.figures else None
    if task.state in _FIXED:
        state, label, reason, expects = _FIXED[task.state]
        light = view.rules.look("finished").light if state in _OVER else "grey"
        return Status(state, light, label, reason, _expected(view, task) if expects else None, done)
    if said is not None and not said.figures and (said.measured.met or said.measured.unmet):
        return _unrated(view, task, said)
    expected = _expected(view, task)
    if said is None or done is None or not said.first_answered:
        return _unanswered(view, task, said, expected)
    return _answered(view, task, said, expected, done)


def _expected(view: _View, task: Task) -> float:
    if task.key in view.charted:
        return expected_of(view.snapshot, task, view.as_of, view.expects)
    return on_line(task.start, task.deadline, view.years.get(task.plan), view.as_of, view.expects.by)


def _judgement(view: _View, task: Task, expected: float, done: float) -> Status:
    """What a figure means for a task; once the day meant in principle (原则上) has passed it is behind, not overdue."""
    status = _judged(expected, done, *_days(view, task), view.rules)
    if status.state in ("finished", "overdue") or not soft.passed(task, view.day):
        return status
    reason = soft.words(task, plain_number(expected), plain_number(done), view.rules.look("finished").label)
    light, label = (status.light, status.label) if status.state == "behind" else view.rules.look("behind")
    return Status("behind", light, label, reason, expected, done)


def _answered(view: _View, task: Task, said: Said, expected: float, done: float) -> Status:
    status = _judgement(view, task, expected, done)
    back = view.back.get(task.key)
    if back and done >= 100 and said.round.as_of <= back.on <= view.day:
        light = view.rules.look("behind").light
        reason = texts.SENT_BACK.format(on=day_words(back.on), reason=back.reason, done=plain_number(done))
        status = Status("behind", light, texts.BACK, reason, expected, done)
    by_figure = said.measured.done is not None and said.figures[0][1] == said.measured.done
    if by_figure and said.measured.least:
        more = told(said.measured) + missed(said.measured)
        if said.measured.unmet and status.state in ("under_way", "not_started", "finished"):
            verdict = "overdue" if _days(view, task)[0] else "behind"
            light, label = view.rules.look(verdict)
            status = status._replace(state=verdict, light=light, label=label)
    else:
        more = contradiction(said.measured, said.figures[0][1])
    status = status._replace(reason=status.reason + more + _to_turn(view, task, status, said.measured))
    if said.silent and status.state in ("under_way", "not_started", "finished"):
        reason = texts.REPORTED.format(done=plain_number(done))
        status = Status("under_way", "grey", texts.SILENT, reason, expected, done)
    reason = status.reason
    if len({figure for _, figure in said.figures}) > 1:
        reason += texts.LEADS_DIFFER.format(said=figures_said(view.snapshot, said))
    if said.silent:
        reason += texts.LEADS_SILENT.format(units=names(view.snapshot, said.silent))
    return status._replace(reason=reason)


def _to_turn(view: _View, task: Task, status: Status, found: Figures) -> str:
    if found.least is None or status.state not in ("behind", "overdue"):
        return ""
    if status.state == "overdue" or soft.passed(task, view.day):
        more = still_to_do(*found.least, 100)
        return texts.MORE_TO_END.format(more=more, finished=view.rules.look("finished").label) if more else ""
    more = still_to_do(*found.least, max((status.expected or 0.0) - view.rules.amber, 0.0))
    if not more:
        return ""
    day = day_words(good_until(view.snapshot, task, view.as_of, view.expects).isoformat())
    return texts.MORE.format(more=more, day=day, normal=view.rules.look("normal").label)


def _unrated(view: _View, task: Task, said: Said) -> Status:
    """Only figures that are met or not, and no percent: nothing is pro-rated, so nothing is expected of today."""
    figures = said.measured
    passed, _ = _days(view, task)
    reason = missed(figures) + held_to(figures.met) + texts.ONLY_MET
    verdict = ("overdue" if passed else "behind") if figures.unmet else "finished" if passed else "normal"
    state = {"normal": "under_way"}.get(verdict, verdict)
    if said.silent[1:]:
        reason += texts.LEADS_SILENT.format(units=names(view.snapshot, said.silent[1:]))
        if not figures.unmet:
            return Status("under_way", "grey", texts.SILENT, reason, None, None)
    return Status(state, *view.rules.look(verdict), reason, None, None)


@lru_cache(maxsize=16384)
def _judged(expected: float, done: float, passed: str | None, near: int | None, rules: LightRules) -> Status:
    """What one figure means; `passed` is the deadline where it has passed, `near` the days that are left to it.

    Kept, as many tasks share their figures.
    """
    figure = plain_number(done)
    finished, normal = rules.look("finished"), rules.look("normal")
    if done >= 100:
        return Status("finished", *finished, texts.DONE.format(done=figure), expected, done)
    if passed:
        reason = texts.PAST_DEADLINE.format(deadline=day_words(passed), done=figure, finished=finished.label)
        return Status("overdue", *rules.look("overdue"), reason, expected, done)
    gap = round(expected - done, 2)
    behind = gap > 0 and gap >= rules.amber
    words = _GAPS[0 if gap < 0 else 1 if gap == 0 else 2 if not behind else 3 if rules.amber else 4]
    reason = words.format(
        expected=plain_number(expected),
        done=figure,
        gap=plain_number(abs(gap)),
        amber=plain_number(rules.amber),
        green=plain_number(round(expected - rules.amber, 2)),
        normal=normal.label,
    )
    if behind:
        return Status("behind", *rules.look("far_behind" if gap > rules.red else "behind"), reason, expected, done)
    if near is not None:
        reason = texts.NEAR_DUE.format(left=near) + reason
        return Status("under_way" if done else "not_started", *rules.look("near"), reason, expected, done)
    return Status("under_way" if done else "not_started", *normal, reason, expected, done)


def _unanswered(view: _View, task: Task, said: Said | None, expected: float) -> Status:
    """Silence is its own light, never green; the state still says that a deadline has passed."""
    known = last_known(view.snapshot, view.rounds, task.key, said.round) if said else None
    reason = silence(view.snapshot, said) if said else texts.NEVER_ASKED
    if known:
        reason += texts.LAST_KNOWN.format(as_of=day_words(known[0]), done=plain_number(known[1]))
    elif said and not said.figures:
        reason += texts.NEVER_BEFORE
    passed = None if known and known[1] >= 100 else _days(view, task)[0]
    if passed:
        reason += texts.ALSO_PAST.format(deadline=day_words(passed))
    elif soft.passed(task, view.day):
        reason += soft.said(task)
    state = "overdue" if passed else "under_way" if known and known[1] else "not_started"
    return Status(state, "grey", texts.SILENT, reason, expected, None)


def _by_hand(view: _View, said: Override, ruled: Status) -> Status:
    """A light set by hand for these days; what units have not reported stays 未报, and facts stay facts."""
    if not said.since <= view.day <= said.until or ruled.state in _OVER:
        return ruled
    until = day_words(said.until)
    if ruled.light == "grey":
        return ruled._replace(reason=ruled.reason + texts.BY_HAND_WAITS.format(until=until, reason=said.reason))
    light, label = view.rules.look(said.verdict)
    reason = texts.BY_HAND.format(label=label, until=until, reason=said.reason, rule=ruled.label, why=ruled.reason)
    return ruled._replace(light=light, label=label, reason=reason)


def _days(view: _View, task: Task) -> tuple[str | None, int | None]:
    """The deadline of a task where it has passed, and where it is near by the rules, the days that are left."""
    if task.deadline is None:
        return None, None
    if task.deadline < view.day:
        return task.deadline, None
    if not view.rules.near or task.deadline > (view.as_of + timedelta(days=view.rules.near)).isoformat():
        return None, None
    return None, (date.fromisoformat(task.deadline) - view.as_of).days


_GAPS = (texts.AHEAD, texts.EVEN, texts.SLIGHTLY_BEHIND, texts.GAP, texts.GAP_TO_EVEN)
_OVER = ("finished", "closed")

# task.state → display state, label, reason, whether progress is expected of it
_FIXED = {
    "finished": ("finished", texts.TO_CLOSE, texts.DONE_STATE, True),
    "closed": ("closed", texts.CLOSED, texts.CLOSED_STATE, True),
    "ongoing": ("ongoing", texts.ONGOING, texts.ONGOING_STATE, True),
    "paused": ("paused", texts.PAUSED, texts.PAUSED_STATE, False),
    "not_issued": ("not_issued", texts.NOT_ISSUED, texts.NOT_ISSUED_STATE, False),
}
