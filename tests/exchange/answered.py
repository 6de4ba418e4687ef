"""A returned form as its reader gives it, made without a workbook: for rules about answers, not about files."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from desktop_app.exchange.read_files import Arrived
from desktop_app.exchange.read_forms import Cell, ReturnedForm, ReturnedRow
from desktop_app.exchange.read_values import Typed
from desktop_app.exchange.sheet_layout import FormMark, row_mark
from desktop_app.files import sha256
from desktop_app.store.store import Store
from desktop_app.texts import exchange as texts


def returned_form(store: Store, row: int, fields: Mapping[str, Any], saved: datetime | None = None) -> Arrived:
    """The file in which a unit answers one round row; each cell's address is its field."""
    snapshot, identity = store.snapshot(), store.identity()
    asked = snapshot.rows[row]
    made = snapshot.rounds[asked.round]
    form = next(f for f in snapshot.having("form", "round", made.key) if f.unit == asked.unit)
    mark = FormMark(identity.ledger, identity.epoch, made.token, form.key, asked.unit)
    cells = {field: Cell(Typed(value), field) for field, value in fields.items()}
    rows = (ReturnedRow(texts.SHEET, row_mark(identity.ledger, made.token, row), asked.title, cells, {}),)
    when = saved.isoformat() if saved else None
    data = repr((sorted(fields.items()), when)).encode()
    return Arrived("a.xlsx", data, sha256(data), ReturnedForm("a.xlsx", mark, False, when, None, "", rows, ()), None)
