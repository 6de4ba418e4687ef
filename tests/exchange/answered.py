"""A returned form as its reader gives it, made without a workbook: for rules about answers, not about files."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from desktop_app.exchange.read_files import Arrived
from desktop_app.exchange.read_forms import PRINTED_FIELDS, Cell, ReturnedForm, ReturnedRow
from desktop_app.exchange.read_values import Typed
from desktop_app.exchange.sheet_layout import PLACES, FormMark, row_mark
from desktop_app.files import sha256
from desktop_app.store.store import Store
from desktop_app.texts import exchange as texts

Fields = Mapping[str, Any]


def returned_form(store: Store, row: int, fields: Fields, saved: datetime | None = None) -> Arrived:
    """The file in which a unit answers one round row; each cell's address is its field."""
    return returned_rows(store, [(row, fields)], saved)


def returned_rows(
    store: Store, answers: Sequence[tuple[int, Fields]], saved: datetime | None = None, **other: Any
) -> Arrived:
    """The file in which the unit of the first row answers these rows; `other` are fields of the form read otherwise."""
    snapshot, identity = store.snapshot(), store.identity()
    first = snapshot.rows[answers[0][0]]
    form = next(f for f in snapshot.having("form", "round", first.round) if f.unit == first.unit)
    mark = FormMark(identity.ledger, identity.epoch, snapshot.rounds[first.round].token, form.key, first.unit)
    when = saved.isoformat() if saved else None
    read = tuple(row_read(store, key, fields) for key, fields in answers)
    data = repr((answers, when, other)).encode()
    made = ReturnedForm("a.xlsx", mark, False, when, None, "", read, ())._replace(**other)
    return Arrived("a.xlsx", data, sha256(data), made, None)


def row_read(store: Store, key: int, fields: Fields, printed: Fields | None = None) -> ReturnedRow:
    """One row of a file with its mark."""
    row = store.snapshot().rows[key]
    token = store.snapshot().rounds[row.round].token
    cells = {field: Cell(Typed(value), field) for field, value in fields.items()}
    locked = tuple((printed or {}).get(field, "") for field in PRINTED_FIELDS)
    mark = row_mark(store.identity().ledger, token, key)
    return ReturnedRow(texts.SHEET, mark, row.title, cells, locked, 4, PLACES)
