"""Accepted values as changes: the unit's answer, which is the base of its next merge, and the report of the ledger.

The figure of a target has both in one record: `accepted` is the unit's, `held` the ledger's.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from desktop_app.domain.changes import Change, Draft, Source, by_cells, by_field
from desktop_app.domain.model import ANSWER_FIELDS, Record
from desktop_app.domain.rounds import RowTarget
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import Value, encode
from desktop_app.exchange.sheet_layout import FIGURES

KEEP = "keep"
WHOLE_FILE = "file"
Values = Mapping[str, tuple[Value, Source]]
NOTHING: Values = {}


def figures_of(snapshot: Snapshot, row: int) -> dict[str, RowTarget]:
    """The targets asked of a round row, by the field that a form asks each under."""
    return {FIGURES[asked.position - 1]: asked for asked in snapshot.having("row_target", "row", row)}


def held_of(snapshot: Snapshot, row: int, field: str) -> Value:
    """What the ledger holds about an asked field of a round row."""
    if field in FIGURES:
        return getattr(figures_of(snapshot, row).get(field), "held", None)
    return getattr(snapshot.report_of(row), field, None)


def accept(draft: Draft, snapshot: Snapshot, row: int, values: Values, agreed: Values = NOTHING) -> None:
    """Take these values of a round row as the unit's answer and as the ledger's report, each with its own cell.

    `agreed` are those that the ledger holds already: only the unit's answer moves.
    """
    if any(field in FIGURES for said in (values, agreed) for field in said):
        values, agreed = _without_figures(draft, snapshot, row, values, agreed)
    said = {**values, **agreed}
    if not said:
        return
    answer, report = snapshot.answer_of(row), snapshot.report_of(row)
    if answer is None:
        draft.create("answer", {"row": row, **{field: value for field, (value, _) in said.items()}}, _first(said))
    else:
        _set(draft, "answer", answer, said)
    if report is not None:
        _set(draft, "report", report, values)
    elif values:
        _make_report(draft, row, values)


def _make_report(draft: Draft, row: int, values: Values) -> None:
    """A report whose fields come from one sheet, as a rule; those from another one are changes of their own."""
    file, sheet, _ = _first(values)
    near = {field: one for field, one in values.items() if one[1][:2] == (file, sheet)}
    source = by_cells(file, sheet, {field: where.cell for field, (_, where) in near.items()})
    key = draft.create("report", {"row": row, **{field: value for field, (value, _) in near.items()}}, source)
    far = (one for one in values.items() if one[0] not in near)
    draft.changes += [Change("report", key, field, None, value, where) for field, (value, where) in far]


def _without_figures(
    draft: Draft, snapshot: Snapshot, row: int, values: Values, agreed: Values
) -> tuple[Values, Values]:
    """Take the figures of targets among these values; the others are given back."""
    figures = figures_of(snapshot, row)
    for field, asked in figures.items():
        if field in values:
            value, source = values[field]
            draft.set("row_target", asked, {"accepted": value, "held": value}, source)
        elif field in agreed:
            value, source = agreed[field]
            draft.set("row_target", asked, {"accepted": value}, source)
    plain = ({field: one for field, one in said.items() if field not in FIGURES} for said in (values, agreed))
    return next(plain), next(plain)


def _first(values: Values) -> Source:
    return next(iter(values.values()))[1]


def _set(draft: Draft, entity: str, record: Record, values: Values) -> None:
    for field, (value, source) in values.items():
        draft.set(entity, record, {field: value}, source)


def decline(draft: Draft, row: int | None, field: str, value: Value) -> None:
    """Store the decision that this value is not taken, so that it is not asked about again (law 10)."""
    draft.create("decision", {"row": row, "field": field, "value": encode(value), "choice": KEEP})


def declined(snapshot: Snapshot, row: int | None, field: str, value: Value) -> bool:
    """Whether it was decided not to take this value."""
    same = (field, encode(value), KEEP)
    return any((d.field, d.value, d.choice) == same for d in snapshot.having("decision", "row", row))


def restate(draft: Draft, snapshot: Snapshot, changes: Iterable[Change], about: int | None) -> None:
    """Say a question's changes again for the ledger as it is now; `about` is the round row that it asks about.

    They were made when the row perhaps had no report yet, or one that had no lasting key yet; and two questions about
    one row would each make one.
    """
    single = [one for change in changes for one in by_field(change)]
    row_of = {c.key: c.new for c in single if c.entity == "report" and c.field == "row"}
    taken: dict[Any, dict[str, tuple[Any, Source]]] = {}
    for change in single:
        if change.entity == "report" and change.field in ANSWER_FIELDS:
            row = about or row_of.get(change.key) or snapshot.tables["report"][change.key].row
            taken.setdefault(row, {})[change.field] = (change.new, change.source)
        elif change.entity == "row_target" and change.field == "held":
            asked = snapshot.tables["row_target"][change.key]
            taken.setdefault(asked.row, {})[FIGURES[asked.position - 1]] = (change.new, change.source)
    for row, values in taken.items():
        accept(draft, snapshot, row, values)
    for key in dict.fromkeys(c.key for c in single if c.entity == "decision"):
        draft.create("decision", {c.field: c.new for c in single if c.entity == "decision" and c.key == key})
