"""Accepted values as changes: the unit's answer, which is the base of its next merge, and the report of the ledger."""

from collections.abc import Iterable, Mapping
from typing import Any

from desktop_app.domain.changes import Change, Draft, Source, by_field
from desktop_app.domain.model import ANSWER_FIELDS
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import Value, encode

KEEP = "keep"
WHOLE_FILE = "file"
Values = Mapping[str, tuple[Value, Source]]
NOTHING: Values = {}


def accept(draft: Draft, snapshot: Snapshot, row: int, values: Values, agreed: Values = NOTHING) -> None:
    """Take these values of a round row as the unit's answer and as the ledger's report.

    `agreed` are those that the ledger holds already: only the unit's answer moves.
    """
    for entity, record, given in (
        ("answer", snapshot.answer_of(row), {**values, **agreed}),
        ("report", snapshot.report_of(row), values),
    ):
        if given:
            _give(draft, entity, record, row, given)


def _give(draft: Draft, entity: str, record: tuple | None, row: int, values: Values) -> None:
    if record is not None:
        for field, (value, source) in values.items():
            draft.set(entity, record, {field: value}, source)
        return
    key = draft.create(entity, {"row": row}, next(iter(values.values()))[1])
    draft.changes += [Change(entity, key, field, None, value, source) for field, (value, source) in values.items()]


def decline(draft: Draft, row: int | None, field: str, value: Value) -> None:
    """Store the decision that this value is not taken, so that it is not asked about again (law 10)."""
    draft.create("decision", {"row": row, "field": field, "value": encode(value), "choice": KEEP})


def declined(snapshot: Snapshot, row: int | None, field: str, value: Value) -> bool:
    """Whether it was decided not to take this value."""
    same = (field, encode(value), KEEP)
    return any((d.field, d.value, d.choice) == same for d in snapshot.having("decision", "row", row))


def restate(draft: Draft, snapshot: Snapshot, changes: Iterable[Change]) -> None:
    """Say a question's changes again for the ledger as it is now.

    They were made when the row perhaps had no report yet; two questions about one row would each make one.
    """
    changes = [part for change in changes for part in by_field(change)]
    row_of = {c.key: c.new for c in changes if c.entity == "report" and c.field == "row"}
    taken: dict[Any, dict[str, tuple[Value, Source]]] = {}
    for change in changes:
        if change.entity == "report" and change.field in ANSWER_FIELDS:
            row = row_of.get(change.key) or snapshot.tables["report"][change.key].row
            taken.setdefault(row, {})[change.field] = (change.new, change.source)
    for row, values in taken.items():
        accept(draft, snapshot, row, values)
    for key in dict.fromkeys(c.key for c in changes if c.entity == "decision"):
        fields = {c.field: c.new for c in changes if c.entity == "decision" and c.key == key}
        draft.create("decision", fields)
