"""What units have said about a task: the latest report of each, in rounds that count on a day."""

from collections.abc import Iterator
from datetime import date

from desktop_app.domain.model import Report, Round, RoundRow
from desktop_app.domain.snapshot import Snapshot


def answered_until(snapshot: Snapshot, today: date) -> date:
    """The day up to which rounds count when one looks at the ledger today.

    A round is due before its as-of day (June's forms on the 25th), and what has come in is to be seen at once.
    """
    return max([today, *(date.fromisoformat(r.as_of) for r in snapshot.rounds.values() if r.state != "voided")])


def latest_reports(snapshot: Snapshot, task: int, as_of: str) -> list[tuple[RoundRow, Report]]:
    """The latest report of each unit about a task up to a day (ISO); leads first, in their order."""
    latest: dict[int, tuple[tuple[str, int], RoundRow, Report]] = {}
    for row, said in _reported(snapshot, task, as_of):
        asked, unit = snapshot.rounds[row.round], snapshot.unit(row.unit).key
        when = (asked.as_of, asked.key)
        if unit not in latest or latest[unit][0] < when:
            latest[unit] = (when, row, said)
    if len(latest) < 2:
        return [found[1:] for found in latest.values()]
    leads = {unit.key: place for place, unit in enumerate(snapshot.leads_of(task))}
    order = sorted(latest, key=lambda unit: (leads.get(unit, len(leads)), snapshot.units[unit].position, unit))
    return [latest[unit][1:] for unit in order]


def figure_reported(snapshot: Snapshot, target: int, as_of: str) -> float | None:
    """The latest figure that the ledger holds of a target up to a day (ISO): the first lead's that has one."""
    latest: dict[int, tuple[str, int, float]] = {}
    leads: dict[int, int] = {}
    for asked in snapshot.having("row_target", "target", target):
        row = snapshot.rows[asked.row]
        made = snapshot.rounds[row.round]
        if asked.held is None or row.withdrawn or not _counts(made, as_of):
            continue
        unit = snapshot.unit(row.unit).key
        leads = leads or {lead.key: place for place, lead in enumerate(snapshot.leads_of(row.task))}
        latest[unit] = max(latest.get(unit, ("", 0, 0.0)), (made.as_of, made.key, asked.held))
    first = min(latest, key=lambda unit: (leads.get(unit, len(leads)), unit), default=None)
    return None if first is None else latest[first][2]


def last_asked(snapshot: Snapshot, task: int, as_of: str) -> Round | None:
    """The latest round up to a day (ISO) that asks about a task."""
    rounds = [snapshot.rounds[row.round] for row in snapshot.rows_about(task) if not row.withdrawn]
    return max((r for r in rounds if _counts(r, as_of)), key=lambda r: (r.as_of, r.key), default=None)


def _counts(asked: Round, as_of: str) -> bool:
    return asked.state != "voided" and asked.as_of <= as_of


def _reported(snapshot: Snapshot, task: int, as_of: str) -> Iterator[tuple[RoundRow, Report]]:
    for row in snapshot.rows_about(task):
        said = snapshot.report_of(row.key)
        if said is not None and not row.withdrawn and _counts(snapshot.rounds[row.round], as_of):
            yield row, said
