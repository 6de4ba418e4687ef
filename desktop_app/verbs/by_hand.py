"""An answer given by phone or on paper, entered by the clerk with who gave it, when and how as its source."""

from collections.abc import Mapping

from desktop_app.domain.changes import NOWHERE, Draft
from desktop_app.domain.model import RoundRow
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.domain.values import Value, of_field
from desktop_app.errors import Refused
from desktop_app.exchange.propose_answers import accept
from desktop_app.exchange.sheet_layout import EVERY_COLUMN, FIGURES, columns_of
from desktop_app.store import journal
from desktop_app.store.store import Applied, Store
from desktop_app.texts import by_hand as texts

HEADERS = {column.field: column.header for column in EVERY_COLUMN}
FULL = 100.0


def answer_by_hand(store: Store, row: int, values: Mapping[str, object], heard: str) -> Applied | None:
    """Take down what a unit said about a round row; `values` by field, figures as figure_1 …, blanks left out.

    It is the unit's answer like one from a file: the base of its next form, and what the ledger holds. Refused, with
    nothing changed, for what was not asked or cannot be a value, and where `heard` does not say whence it comes.
    """
    snapshot = store.snapshot()
    asked = snapshot.rows.get(row)
    if asked is None or asked.withdrawn or snapshot.rounds[asked.round].state != "open":
        raise Refused(texts.NOT_OPEN)
    if not heard.strip():
        raise Refused(texts.NO_SOURCE)
    fields = asked_fields(snapshot, asked)
    said = {field: _value(field, value) for field, value in values.items() if value not in (None, "")}
    if not said:
        raise Refused(texts.NO_VALUES)
    for field in said.keys() - {*fields}:
        raise Refused(texts.NOT_ASKED.format(field=HEADERS.get(field, field)))
    draft = Draft()
    accept(draft, snapshot, row, {field: (value, NOWHERE) for field, value in said.items()})
    now = changed(snapshot, draft.changes)
    answer = now.answer_of(row)
    if answer is None:  # only figures were given: who gave them is told all the same
        draft.create("answer", {"row": row, "heard": heard})
    else:
        draft.set("answer", answer, {"heard": heard})
    label = texts.LABEL.format(unit=snapshot.unit(asked.unit).name, task=asked.title)
    return store.apply(draft.changes, label, journal.HEARD)


def asked_fields(snapshot: Snapshot, row: RoundRow) -> list[str]:
    """The fields that a round asks of a row, in the order of its form."""
    figures = snapshot.having("row_target", "row", row.key)
    return [column.field for column in columns_of(snapshot.rounds[row.round].asked, len(figures)) if column.asked]


def _value(field: str, value: object) -> Value:
    """The value in its canonical form. Refused where it cannot be one."""
    kind = ("row_target", "held") if field in FIGURES else ("answer", field)
    try:
        made = of_field(*kind, value)
    except KeyError as error:
        raise Refused(texts.NOT_ASKED.format(field=field)) from error
    except ValueError as error:
        sentence = texts.BAD_DAY if field == "finished_on" else texts.BAD_NUMBER
        raise Refused(sentence.format(field=HEADERS[field], value=value)) from error
    if field == "percent" and isinstance(made, float) and not 0 <= made <= FULL:
        raise Refused(texts.BAD_PERCENT.format(value=value))
    return made
