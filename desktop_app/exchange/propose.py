"""What a new round asks of whom: every standing task with a lead unit, one row a lead, with the unit's last answer."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from desktop_app.domain.changes import Draft
from desktop_app.domain.model import ANSWER_FIELDS, Report, Round, Task, Unit
from desktop_app.domain.periods import Period, parse_period
from desktop_app.domain.proposal import Note, Proposal, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.exchange.sheet_layout import period_words
from desktop_app.files import safe_name
from desktop_app.texts import exchange as texts

LEFT_OUT = ("closed", "ongoing", "paused", "not_issued")


class LastSaid(NamedTuple):
    """What the ledger holds of a unit about a task from an earlier round."""

    round: Round
    report: Report


def propose_dispatch(
    snapshot: Snapshot, period: Period, as_of: date, due: date, token: str, taken: Iterable[str] = ()
) -> Proposal:
    """The changes that make a round with its rows and forms; none where no task has a lead. Nothing is written out.

    `taken` are the names of files that stand where the forms will be written.
    """
    asked, notes = _asked(snapshot)
    if not asked:
        return Proposal(notes=tuple(notes))
    draft = Draft()
    dates = {"as_of": as_of.isoformat(), "due": due.isoformat()}
    made = draft.create("round", {"token": token, "period": period.name, "state": "open", **dates})
    names = {name.casefold() for name in taken}
    words = _numbered(period, sum(made.period == period.name for made in snapshot.rounds.values()))
    position = 0
    for unit in sorted(asked, key=lambda key: (snapshot.units[key].position, key)):
        name = _file_name(snapshot.units[unit], words, names)
        draft.create("form", {"round": made, "unit": unit, "file": name})
        for task in asked[unit]:
            position += 1
            draft.create("round_row", {"round": made, "position": position, **_row(snapshot, task, unit, as_of)})
    return Proposal(tuple(draft.changes), notes=tuple(notes))


def _asked(snapshot: Snapshot) -> tuple[dict[int, list[Task]], list[Note]]:
    """The tasks asked of each unit, by its key, in the ledger's order; and a note for each task without a lead."""
    asked: dict[int, list[Task]] = {}
    notes = []
    for task in standing(snapshot):
        units = list(dict.fromkeys(u.key for u in lead_units(snapshot, task.key)))
        for unit in units:
            asked.setdefault(unit, []).append(task)
        if not units:
            notes.append(Note(Severity.ASK, texts.NO_LEAD.format(task=task.title), task=task.title))
    return asked, notes


def standing(snapshot: Snapshot) -> Iterator[Task]:
    """The tasks that a round asks about, each followed by those of its actions that have a lead of their own."""
    for task in snapshot.tasks_in_order():
        if task.state in LEFT_OUT:
            continue
        yield task
        for action in snapshot.actions_of(task.key):
            if action.state not in LEFT_OUT and snapshot.assignments_of(action.key, "lead"):
                yield action


def lead_units(snapshot: Snapshot, task: int) -> list[Unit]:
    """Who fills the form about a task: its leads, a collective as its members where it has any."""
    units = []
    for lead in snapshot.leads_of(task):
        members = snapshot.members_of(lead.key) if lead.kind == "group" else []
        units += [unit for unit in members or [lead] if not unit.withdrawn]
    return units


def _row(snapshot: Snapshot, task: Task, unit: int, as_of: date) -> dict[str, object]:
    row = {"task": task.key, "unit": unit, "title": task.title, "targets": targets_words(snapshot, task.key)}
    said = last_said(snapshot, task.key, unit, as_of)
    if said is None:
        return row
    return row | {f"last_{field}": getattr(said.report, field) for field in ANSWER_FIELDS}


def last_said(snapshot: Snapshot, task: int, unit: int, as_of: date, besides: int | None = None) -> LastSaid | None:
    """The newest report of a unit about a task up to a day, in rounds that count; `besides` is the round left aside."""
    newest: LastSaid | None = None
    for row in snapshot.rows_about(task):
        made = snapshot.rounds[row.round]
        counts = made.state != "voided" and made.key != besides and made.as_of <= as_of.isoformat()
        if not counts or row.withdrawn or snapshot.unit(row.unit).key != unit:
            continue
        report = snapshot.report_of(row.key)
        if report is None or all(getattr(report, field) is None for field in ANSWER_FIELDS):
            continue
        if newest is None or (made.as_of, made.key) > (newest.round.as_of, newest.round.key):
            newest = LastSaid(made, report)
    return newest


def targets_words(snapshot: Snapshot, task: int) -> str:
    """The targets of a task as forms and round rows have them, with those of its actions asked of nobody else."""
    said = []
    unled = [action.key for action in snapshot.actions_of(task) if not snapshot.assignments_of(action.key, "lead")]
    for target in (target for key in (task, *unled) for target in snapshot.targets_of(key)):
        figure = plain_number(target.value) if target.value is not None else ""
        said.append(target.phrase or f"{target.item or ''}{figure}{target.unit or ''}")
    return texts.SEVERAL.join(dict.fromkeys(filter(None, said)))


def batch_words(snapshot: Snapshot, made: Round) -> str:
    """The period of a round as the office writes it, numbered from the second round of that period on."""
    earlier = sum(other.period == made.period and other.key < made.key for other in snapshot.rounds.values())
    return _numbered(parse_period(made.period), earlier)


def _numbered(period: Period, earlier: int) -> str:
    return period_words(period) + (texts.BATCH.format(number=earlier + 1) if earlier else "")


def _file_name(unit: Unit, period: str, taken: set[str]) -> str:
    stem = safe_name(texts.FILE.format(unit=unit.name, period=period))
    name, count = f"{stem}.xlsx", 1
    while name.casefold() in taken:
        count += 1
        name = f"{stem}({count}).xlsx"
    taken.add(name.casefold())
    return name
