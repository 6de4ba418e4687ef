"""What a task's leads said in the latest round that asks about it."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.measured import NOTHING, Figures, Held, measured
from desktop_app.domain.model import Report, Round, RoundRow
from desktop_app.domain.reported import counts_together, figures_held, members
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.texts import lights as texts
from desktop_app.texts.exchange import SAME_AS_LAST

Rounds = dict[int, Round]  # those that count, newest first


class Said(NamedTuple):
    """Units with their percents in the order of the leads, units without, and the first's figures for targets."""

    round: Round
    figures: list[tuple[int, float]]
    silent: list[int]
    first_answered: bool
    without_percent: bool
    measured: Figures


def latest_rows(rounds: Rounds, rows_of: Callable[[int], Iterable[RoundRow]], most: int) -> dict[int, list[RoundRow]]:
    """By task, its standing rows in the newest round that has any; there are at most so many tasks."""
    latest: dict[int, list[RoundRow]] = {}
    for key in rounds:
        if len(latest) == most:
            break
        asked: dict[int, list[RoundRow]] = {}
        for row in rows_of(key):
            if row.task not in latest and not row.withdrawn:
                asked.setdefault(row.task, []).append(row)
        latest.update(asked)
    return latest


def percent_said(report: Report | None, row: RoundRow) -> float | None:
    """The percent of an answer; with 与上期无变化 and none of its own, that of the round before."""
    if report is None:
        return None
    return row.last_percent if report.percent is None and report.status == SAME_AS_LAST else report.percent


def said_about(snapshot: Snapshot, rounds: Rounds, held: Held, task: int, rows: list[RoundRow]) -> Said:
    """What those asked said; the task's leads of today come first, and alone where any of them was asked.

    Where a unit gave no percent but a figure for each cumulative target, its percent is the lowest of these; where the
    units of a collective count together, that of their sums.
    """
    if len(rows) > 1:
        rows = _of_leads(snapshot, task, rows)
    figures, silent, without_percent = [], [], False
    first = NOTHING
    summed = _summed(snapshot, held, task, rows, rounds[rows[0].round].as_of)
    for row in rows:
        report = snapshot.report_of(row.key)
        found = measured(snapshot.targets_of(task), held[row.key]) if row.key in held else NOTHING
        found = summed if summed and row.key in held else found
        first = found if row is rows[0] else first
        percent = percent_said(report, row)
        percent = found.done if percent is None else percent
        if percent is not None:
            figures.append((row.unit, percent))
        else:
            silent.append(row.unit)
            without_percent = without_percent or report is not None
    answered = bool(figures) and figures[0][0] == rows[0].unit
    return Said(rounds[rows[0].round], figures, silent, answered, without_percent, first)


def _summed(snapshot: Snapshot, held: Held, task: int, rows: list[RoundRow], as_of: str) -> Figures | None:
    """What the units of a collective say together of its targets; None where there is nothing to sum."""
    if rows[0].key not in held or rows[0].unit not in members(snapshot, task):
        return None
    targets = snapshot.targets_of(task)
    parts = {t.key: figures_held(snapshot, t.key, as_of) for t in targets if counts_together(t)}
    sums = [said[0]._replace(held=sum(one.held or 0.0 for one in said)) for said in parts.values() if said]
    if not sums:
        return None
    others = [asked for asked in held[rows[0].key] if asked.target not in parts]
    return measured(targets, [*sums, *others])._replace(units=max(map(len, parts.values())))


def _of_leads(snapshot: Snapshot, task: int, rows: list[RoundRow]) -> list[RoundRow]:
    order: dict[int, int] = {}
    for lead in snapshot.leads_of(task):
        for unit in (lead, *snapshot.members_of(lead.key)):
            order.setdefault(unit.key, len(order))
    now = {row.key: snapshot.unit(row.unit).key for row in rows}
    asked = [row for row in rows if now[row.key] in order]
    return sorted(asked, key=lambda row: order[now[row.key]]) or rows


def last_known(snapshot: Snapshot, rounds: Rounds, task: int, latest: Round) -> tuple[str, float] | None:
    """As-of day and lowest figure of the newest earlier round in which the task has one."""
    found: dict[int, list[float]] = {}
    for row in snapshot.rows_about(task):
        report = None if row.withdrawn or row.round == latest.key else snapshot.report_of(row.key)
        if report is not None and report.percent is not None:
            found.setdefault(row.round, []).append(report.percent)
    newest = next((key for key in rounds if key in found), None)
    return (rounds[newest].as_of, min(found[newest])) if newest is not None else None


def silence(snapshot: Snapshot, said: Said) -> str:
    """Who has not answered, in a sentence."""
    as_of = day_words(said.round.as_of)
    if said.figures:
        units = names(snapshot, said.silent)
        return texts.FIRST_SILENT.format(as_of=as_of, units=units, said=figures_said(snapshot, said))
    return (texts.NO_PERCENT if said.without_percent else texts.NO_ANSWER).format(as_of=as_of)


@lru_cache(maxsize=1024)
def day_words(iso: str) -> str:
    """A day as it is spoken of: 6月30日."""
    day = date.fromisoformat(iso)
    return texts.DAY.format(month=day.month, day=day.day)


def figures_said(snapshot: Snapshot, said: Said) -> str:
    """Units with their percents (甲60%、乙30%)."""
    return _some(
        [texts.SAID.format(unit=snapshot.unit(unit).name, done=plain_number(figure)) for unit, figure in said.figures]
    )


def names(snapshot: Snapshot, units: list[int]) -> str:
    """The names of units, after three of them how many there are."""
    return _some([snapshot.unit(unit).name for unit in units])


def _some(words: list[str]) -> str:
    shown = texts.COMMA.join(words[:3])
    return shown + texts.AND_MORE.format(count=len(words)) if len(words) > 3 else shown
