"""The records of the forms' cycle: what was asked of whom, what was answered, what was decided about it."""

from typing import NamedTuple

from desktop_app.domain.kinds import Day, FixedDay, Flag, MaybeRef, Name, Number, Place, Ref, Words


class Round(NamedTuple):
    """One cycle of forms: period 2026-06, 2026-Q2, 2026-H1 or 2026; `state` is open, voided (作废) or imported.

    `asked` names the asked columns, divided by commas; None stands for the usual ones.
    """

    key: int
    token: Name
    period: Name
    as_of: FixedDay
    due: FixedDay
    state: Name
    asked: Words


class RoundRow(NamedTuple):
    """A task asked of a unit in a round, with the round's own copy of what was asked and of the unit's last answer.

    `co`: asked of it as a helping unit (配合).
    """

    key: int
    round: Ref
    task: Ref
    unit: Ref
    position: Place
    title: Name
    targets: Words
    last_status: Words
    last_percent: Number
    last_text: Words
    last_finished_on: Day
    last_problems: Words
    withdrawn: Flag
    co: Flag
    last_next_steps: Words
    last_evidence: Words


class RowTarget(NamedTuple):
    """A figure asked of a round row: the round's copy of the target (`target`: its key as it then was), the figure of
    the unit's last round, the one accepted from it (base of the next merge), and the one that the ledger holds.
    """

    key: int
    row: Ref
    position: Place
    target: Place
    item: Words
    comparator: Name
    value: Number
    unit: Words
    last: Number
    accepted: Number
    held: Number


class Form(NamedTuple):
    """The workbook of one unit in one round, by the name it is written under; when its stamped copy (盖章件) came."""

    key: int
    round: Ref
    unit: Ref
    file: Name
    stamped_on: Day


class Answer(NamedTuple):
    """What a unit last said about a round row and was accepted: the base of the next three-way merge.

    `heard` tells who took it down, when and how, where no file brought it (by phone, on paper).
    """

    key: int
    row: Ref
    status: Words
    percent: Number
    text: Words
    finished_on: Day
    problems: Words
    next_steps: Words
    evidence: Words
    heard: Words


class Report(NamedTuple):
    """What the ledger holds about a round row (进展): the unit's answer, or what the clerk made of it."""

    key: int
    row: Ref
    status: Words
    percent: Number
    text: Words
    finished_on: Day
    problems: Words
    next_steps: Words
    evidence: Words


class Decision(NamedTuple):
    """A question about a returned value that the clerk has settled, so that it is not asked again."""

    key: int
    row: MaybeRef
    field: Name
    value: Words
    choice: Name
