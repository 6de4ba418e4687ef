"""Whose form a returned file is, and of which round.

Marks come first; where they are lost, the unit's name, the tasks' titles and the period. A file's own name is never
believed.
"""

import re
from collections import Counter
from typing import NamedTuple

from desktop_app.domain.model import Round, RoundRow
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.exchange.propose import batch_words
from desktop_app.exchange.read_forms import ReturnedForm, ReturnedRow
from desktop_app.exchange.read_headers import period_in
from desktop_app.exchange.read_values import folded
from desktop_app.exchange.sheet_layout import row_mark, row_of_mark
from desktop_app.texts import exchange as texts


class Owner(NamedTuple):
    """The round and unit (by key) that a file answers for; `before_restore`: sent in an earlier life of the ledger.

    `names_other` is the unit that the file itself names where that is another one.
    """

    round: Round
    unit: int
    before_restore: bool = False
    note: str | None = None
    names_other: str | None = None


def owner_of(snapshot: Snapshot, form: ReturnedForm, ledger: str, epoch: int) -> Owner:
    """Whose form this is; Refused where that is not known, or where the round no longer counts."""
    owner = _by_mark(snapshot, form, ledger, epoch) or _by_rows(snapshot, form, ledger) or _by_name(snapshot, form)
    if owner is None:
        raise Refused(texts.UNKNOWN_FORM)
    if owner.round.state == "voided":
        raise Refused(texts.VOIDED.format(period=batch_words(snapshot, owner.round)))
    named = unit_named(snapshot, form.unit) if form.unit else None
    if named is not None and named != owner.unit:
        return owner._replace(names_other=snapshot.units[named].name)
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
    """The round and unit of most marked rows; Refused where not one of the marks is of this ledger's making."""
    rows = [row for returned in form.rows if (row := row_marked(snapshot, returned, ledger))]
    if not rows:
        if any(row_of_mark(returned.mark) is not None for returned in form.rows):
            raise Refused(texts.OTHER_LEDGER)
        return None
    (made, unit), _ = Counter((row.round, snapshot.unit(row.unit).key) for row in rows).most_common(1)[0]
    return Owner(snapshot.rounds[made], unit)


def _by_name(snapshot: Snapshot, form: ReturnedForm) -> Owner | None:
    """The unit that the form names, and the round of the period that it names; without one, the only one there is."""
    unit = unit_named(snapshot, form.unit) if form.unit else None
    if unit is None:
        return None
    titles = {folded(row.title) for row in form.rows}
    rounds = [made for made in snapshot.rounds_in_order() if made.state != "voided"]
    asked = [r for r in rounds if any(folded(row.title) in titles for row in rows_of(snapshot, r.key, unit))]
    if not asked:
        return None
    named = [made for made in asked if _is_named(batch_words(snapshot, made), form.head)]
    if named:
        return Owner(max(named, key=lambda made: len(batch_words(snapshot, made))), unit, note=texts.BY_NAME)
    other = period_in(form.head)
    if other:
        raise Refused(texts.OTHER_PERIOD.format(period=other))
    if len(asked) > 1:
        raise Refused(texts.WHICH_ROUND.format(periods=texts.AND.join(batch_words(snapshot, made) for made in asked)))
    return Owner(asked[0], unit, note=texts.BY_NAME)


def _is_named(words: str, head: str) -> bool:
    """Whether the head names this round: 2026年6月, but not as a part of 2026年6月30日."""
    return re.search(re.escape(folded(words)) + r"(?!\d)", head) is not None


def unit_named(snapshot: Snapshot, name: str) -> int | None:
    """The unit of this name, or with this other name; None where the ledger knows none."""
    exact = [u for u in snapshot.having("unit", "name", name) if u.merged_into is None and not u.withdrawn]
    if len(exact) == 1:
        return exact[0].key
    for unit in snapshot.units_in_order():
        if folded(unit.name) == folded(name):
            return snapshot.unit(unit.key).key
    for alias in snapshot.tables["alias"].values():
        if folded(alias.name) == folded(name):
            return snapshot.unit(alias.unit).key
    return None


def row_marked(snapshot: Snapshot, returned: ReturnedRow, ledger: str) -> RoundRow | None:
    """The round row that a mark names; None where the mark is missing, spoilt or of another ledger."""
    key = row_of_mark(returned.mark)
    row = snapshot.rows.get(key) if key is not None else None
    if row is None or row_mark(ledger, snapshot.rounds[row.round].token, row.key) != returned.mark.strip():
        return None
    return row


def rows_of(snapshot: Snapshot, round_key: int, unit: int) -> list[RoundRow]:
    """The rows of a unit in a round, in order; those asked of units that were merged into it too."""
    merged = [
        key
        for key, other in snapshot.units.items()
        if key == unit or (other.merged_into is not None and snapshot.unit(key).key == unit)
    ]
    return [r for key in merged for r in snapshot.having("round_row", "unit", key) if r.round == round_key]
