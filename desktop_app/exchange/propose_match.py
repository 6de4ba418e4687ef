"""Whose form a returned file is, of which round, and which of its rows answers which round row.

Marks come first; where they are lost, the unit's name and the tasks' titles. A file's own name is never believed.
"""

from collections import Counter
from typing import NamedTuple

from desktop_app.domain.model import Round, RoundRow
from desktop_app.domain.periods import parse_period
from desktop_app.domain.proposal import Note, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.exchange.propose import targets_words
from desktop_app.exchange.read_forms import ReturnedForm, ReturnedRow
from desktop_app.exchange.read_values import folded
from desktop_app.exchange.sheet_layout import period_words, row_mark, row_of_mark
from desktop_app.texts import exchange as texts


class Owner(NamedTuple):
    """The round and unit (by key) that a file answers for; `before_restore`: sent in an earlier life of the ledger."""

    round: Round
    unit: int
    before_restore: bool = False
    note: str | None = None


class Matched(NamedTuple):
    """A round row with the file's rows that answer it (rarely more than one); `doubt`: why it is asked about.

    `targets_now` are the task's targets where they are no longer those that the unit was asked by (law 8).
    """

    row: RoundRow
    returned: tuple[ReturnedRow, ...]
    doubt: str | None = None
    targets_now: str | None = None


def owner_of(snapshot: Snapshot, form: ReturnedForm, ledger: str, epoch: int) -> Owner:
    """Whose form this is; Refused where that is not known, or where the round no longer counts."""
    owner = _by_mark(snapshot, form, ledger, epoch) or _by_rows(snapshot, form, ledger) or _by_name(snapshot, form)
    if owner is None:
        raise Refused(texts.UNKNOWN_FORM)
    if owner.round.state == "voided":
        raise Refused(texts.VOIDED.format(period=period_words(parse_period(owner.round.period))))
    return owner


def _by_mark(snapshot: Snapshot, form: ReturnedForm, ledger: str, epoch: int) -> Owner | None:
    mark = form.mark
    if mark is None:
        return None
    if mark.ledger != ledger:
        raise Refused(texts.OTHER_LEDGER)
    made = next(iter(snapshot.having("round", "token", mark.token)), None)
    if made is None or mark.epoch > epoch or mark.unit not in snapshot.units:
        raise Refused(texts.NO_SUCH_ROUND)
    return Owner(made, snapshot.unit(mark.unit).key, mark.epoch < epoch)


def _by_rows(snapshot: Snapshot, form: ReturnedForm, ledger: str) -> Owner | None:
    """The round and unit of most marked rows."""
    rows = [row for returned in form.rows if (row := _marked(snapshot, returned, ledger))]
    if not rows:
        return None
    (made, unit), _ = Counter((row.round, snapshot.unit(row.unit).key) for row in rows).most_common(1)[0]
    return Owner(snapshot.rounds[made], unit)


def _by_name(snapshot: Snapshot, form: ReturnedForm) -> Owner | None:
    """The unit that the form names, and its newest round in which the titles are found; one named in the head first."""
    unit = _unit_named(snapshot, form.unit) if form.unit else None
    if unit is None:
        return None
    titles = {folded(row.title) for row in form.rows}
    found = []
    for made in snapshot.rounds_in_order():
        own = _rows_of(snapshot, made.key, unit)
        if any(folded(row.title) in titles for row in own) and made.state != "voided":
            found.append((folded(period_words(parse_period(made.period))) in form.head, made.as_of, made.key))
    return Owner(snapshot.rounds[max(found)[2]], unit, note=texts.BY_NAME) if found else None


def _unit_named(snapshot: Snapshot, name: str) -> int | None:
    for unit in snapshot.units_in_order():
        if folded(unit.name) == folded(name):
            return unit.key
    for alias in snapshot.tables["alias"].values():
        if folded(alias.name) == folded(name):
            return snapshot.unit(alias.unit).key
    return None


def _marked(snapshot: Snapshot, returned: ReturnedRow, ledger: str) -> RoundRow | None:
    """The round row that a mark names; None where the mark is missing, spoilt or of another ledger."""
    key = row_of_mark(returned.mark)
    row = snapshot.rows.get(key) if key is not None else None
    if row is None or row_mark(ledger, snapshot.rounds[row.round].token, row.key) != returned.mark.strip():
        return None
    return row


def _rows_of(snapshot: Snapshot, round_key: int, unit: int) -> list[RoundRow]:
    """The rows of a unit in a round, in order; those asked of units that were merged into it too."""
    merged = [key for key in snapshot.units if key == unit or snapshot.unit(key).key == unit]
    return [r for key in merged for r in snapshot.having("round_row", "unit", key) if r.round == round_key]


def match_rows(
    snapshot: Snapshot, form: ReturnedForm, owner: Owner, ledger: str
) -> tuple[list[Matched], list[RoundRow], list[Note]]:
    """The round rows that the file answers, those of the unit that it lacks, and a note for each row not taken in."""
    own = _rows_of(snapshot, owner.round.key, owner.unit)
    by_title: dict[str, list[RoundRow]] = {}
    for row in own:
        by_title.setdefault(folded(row.title), []).append(row)
    found: dict[int, list[ReturnedRow]] = {}
    notes = []
    for returned in form.rows:
        row = _marked(snapshot, returned, ledger)
        same_title = by_title.get(folded(returned.title), [])
        if row is None and len(same_title) == 1:
            row = same_title[0]
        if row is not None and row.round == owner.round.key:
            found.setdefault(row.key, []).append(returned)
        elif returned.filled():
            notes.append(_not_taken(form, returned, row))
    matched = [_matched(snapshot, snapshot.rows[key], returned, owner) for key, returned in found.items()]
    missing = [row for row in own if row.key not in found and not row.withdrawn]
    return matched, missing, notes


def _not_taken(form: ReturnedForm, returned: ReturnedRow, row: RoundRow | None) -> Note:
    title = row.title if row else returned.title
    sentence = texts.ROW_OF_OTHER_ROUND if row else texts.ROW_UNKNOWN if title else texts.ROW_NAMELESS
    place = next((cell.address for cell in returned.cells.values() if str(cell.typed.raw).strip()), None)
    return Note(Severity.REFUSED, sentence.format(task=title), form.name, returned.sheet, place, title or None)


def _matched(snapshot: Snapshot, row: RoundRow, returned: list[ReturnedRow], owner: Owner) -> Matched:
    doubt = None
    if row.withdrawn:
        doubt = texts.ROW_WITHDRAWN
    elif snapshot.unit(row.unit).key != owner.unit:
        doubt = texts.ROW_OF_OTHER.replace("{unit}", snapshot.unit(row.unit).name)
        doubt = doubt.replace("{own}", snapshot.units[owner.unit].name)
    targets = targets_words(snapshot, row.task)
    return Matched(row, tuple(returned), doubt, targets if targets != (row.targets or "") else None)
