"""The records of the ledger: one NamedTuple an entity, the same columns as `db/*.sql`, in the same order.

Every value is in the canonical form of `domain.values`: text without blanks around it (never ''), whole numbers as int,
figures as float, days as ISO text, flags as 0/1, references as the key of the other record; missing is None.
"""

from typing import Annotated, NamedTuple, Protocol, get_args, get_origin

from desktop_app.domain.kinds import (
    Day,
    FixedDay,
    Flag,
    Kind,
    MaybeRef,
    Name,
    Number,
    Place,
    Ref,
    Whole,
    Words,
)
from desktop_app.domain.rounds import Answer, Decision, Form, Report, Round, RoundRow, RowTarget


class Plan(NamedTuple):
    """A source document that tasks come from; `source` is its cleaned text, `file` the original's SHA-256."""

    key: int
    title: Name
    kind: Name
    notice_title: Words
    doc_number: Words
    issuer: Words
    issued_on: Day
    year: Whole
    addressees: Words
    source: Words
    file: Words
    file_name: Words


class Section(NamedTuple):
    """A chapter of a plan (板块)."""

    key: int
    plan: Ref
    position: Place
    no: Words
    title: Name


class Task(NamedTuple):
    """One numbered item, or, with `parent`, an action split from it. Spans are code points in the plan's source.

    `deadline` is the hard one, `soft_deadline` the day meant in principle (原则上); `person` does the work (责任人);
    `carried_from` is the task of an earlier year that it goes on from.
    """

    key: int
    plan: MaybeRef
    section: MaybeRef
    parent: MaybeRef
    position: Place
    no: Words
    title: Name
    text: Words
    leader: Words
    start: Day
    deadline: Day
    deadline_raw: Words
    deadline_kind: Words
    state: Name
    note: Words
    span_start: Whole
    span_end: Whole
    title_start: Whole
    title_end: Whole
    unit_start: Whole
    unit_end: Whole
    deadline_start: Whole
    deadline_end: Whole
    withdrawn: Flag
    person: Words
    contact: Words
    soft_deadline: Day
    carried_from: MaybeRef


class Target(NamedTuple):
    """A figure that the plan commits to: value in whole units (万 and 亿 expanded), unit as written without them.

    `soft` is one striven for (力争).
    """

    key: int
    task: Ref
    position: Place
    item: Words
    comparator: Name
    value: Number
    unit: Words
    kind: Words
    scope: Words
    phrase: Words
    span_start: Whole
    span_end: Whole
    soft: Flag


class Node(NamedTuple):
    """A dated step of a task (时间节点)."""

    key: int
    task: Ref
    position: Place
    title: Words
    due: FixedDay
    span_start: Whole
    span_end: Whole


class Unit(NamedTuple):
    """A 科室 (section), 直属单位 (affiliate), 镇街 (town), outside body, or a collective (group) of units."""

    key: int
    name: Name
    kind: Name
    position: Place
    merged_into: MaybeRef
    contact: Words
    phone: Words
    withdrawn: Flag


class Alias(NamedTuple):
    """Another name by which a unit is written."""

    key: int
    unit: Ref
    name: Name


class Member(NamedTuple):
    """One unit of a collective (各镇街)."""

    key: int
    collective: Ref
    unit: Ref


class Assignment(NamedTuple):
    """A unit's role for a task: lead (牵头) or co (配合), in order."""

    key: int
    task: Ref
    unit: Ref
    role: Name
    position: Place


class Rule(NamedTuple):
    """A rule that decides numbers (lights …): a name and its JSON text; history like everything else."""

    key: int
    name: Name
    value: Name


ENTITIES: dict[str, type] = {
    "plan": Plan,
    "section": Section,
    "task": Task,
    "target": Target,
    "node": Node,
    "unit": Unit,
    "alias": Alias,
    "member": Member,
    "assignment": Assignment,
    "round": Round,
    "round_row": RoundRow,
    "row_target": RowTarget,
    "form": Form,
    "answer": Answer,
    "report": Report,
    "decision": Decision,
    "rule": Rule,
}


class Record(Protocol):
    """Any record of the ledger."""

    @property
    def key(self) -> int:
        """The record's key; negative for one that the store has not seen yet."""
        ...


ANSWER_FIELDS = ("status", "percent", "text", "finished_on", "problems", "next_steps", "evidence")

_OTHER_NAMES = {
    "parent": "task",
    "merged_into": "unit",
    "collective": "unit",
    "row": "round_row",
    "carried_from": "task",
}


def _kinds_of(record: type) -> dict[str, Kind]:
    # not by get_type_hints, which takes five milliseconds of every start
    hints = record.__annotations__
    return {name: get_args(hint)[1] for name, hint in hints.items() if get_origin(hint) is Annotated}


FIELDS: dict[str, dict[str, Kind]] = {entity: _kinds_of(record) for entity, record in ENTITIES.items()}


def referred(entity: str, field: str) -> str | None:
    """The entity that a reference field points at; None for any other field."""
    return _OTHER_NAMES.get(field, field) if FIELDS[entity][field] is Kind.REF else None


_REFERENCES = [(entity, field) for entity, fields in FIELDS.items() for field in fields if referred(entity, field)]
# entity -> the (entity, field) pairs that may name one of its records
NAMED_BY: dict[str, tuple[tuple[str, str], ...]] = {
    entity: tuple(place for place in _REFERENCES if referred(*place) == entity) for entity in ENTITIES
}
