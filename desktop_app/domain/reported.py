"""What units have said about a task: the latest report of each, in rounds that count on a day.

A collective (各镇街) that leads a task has one row a unit; their figures of a target that counts up are summed.
"""

from collections.abc import Iterator
from datetime import date

from desktop_app.domain.measured import adds_up
from desktop_app.domain.model import Report, Round, RoundRow, RowTarget, Target
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import lights as texts


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
    """The figure of a target by what the ledger holds up to a day (ISO): see `figures_held`."""
    held = figures_held(snapshot, target, as_of)
    return sum(asked.held or 0.0 for asked in held) if held else None


def figures_held(snapshot: Snapshot, target: int, as_of: str) -> list[RowTarget]:
    """Where the ledger holds a target's figure up to a day (ISO): with the first lead that has one, its latest; where
    a collective leads and its units count together, with each of them.
    """
    latest: dict[int, tuple[str, int, RowTarget]] = {}
    for asked in snapshot.having("row_target", "target", target):
        row = snapshot.rows[asked.row]
        made = snapshot.rounds[row.round]
        if asked.held is None or row.withdrawn or not _counts(made, as_of):
            continue
        unit = snapshot.unit(row.unit).key
        if unit not in latest or latest[unit][:2] < (made.as_of, made.key):
            latest[unit] = (made.as_of, made.key, asked)
    if not latest:
        return []
    record: Target = snapshot.tables["target"][target]
    together = [unit for unit in members(snapshot, record.task) if unit in latest]
    if together and counts_together(record):
        return [latest[unit][2] for unit in together]
    leads = {lead.key: place for place, lead in enumerate(snapshot.leads_of(record.task))}
    return [latest[min(latest, key=lambda unit: (leads.get(unit, len(leads)), unit))][2]]


def members(snapshot: Snapshot, task: int) -> list[int]:
    """The units of the collective that leads a task first; none where a single unit does."""
    leads = snapshot.leads_of(task)[:1]
    return [unit.key for lead in leads if lead.kind == "group" for unit in snapshot.members_of(lead.key)]


def counts_together(target: Target) -> bool:
    """Whether the units of a collective reach a target together: one that counts up, and is not each unit's own."""
    return adds_up(target) and not any(word in (target.scope or "") for word in texts.EACH)


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
