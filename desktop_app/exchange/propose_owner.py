"""Whose form a returned file is, and of which round.

Marks come first; where they are lost, the unit's name, the tasks' titles and the period. A file's own name is never
believed.
"""

from collections import Counter
from typing import NamedTuple

from desktop_app.domain.model import Round, RoundRow
from desktop_app.domain.snapshot import Snapshot
from desktop_app.errors import Refused
from desktop_app.exchange.form_paper import last_words
from desktop_app.exchange.propose import batch_words
from desktop_app.exchange.propose_near import near
from desktop_app.exchange.propose_round import named_in, printed_for, rows_of, waited_for
from desktop_app.exchange.read_forms import ReturnedForm, ReturnedRow
from desktop_app.exchange.read_headers import bare_title, without_seal
from desktop_app.exchange.read_values import folded
from desktop_app.exchange.sheet_layout import row_mark, row_of_mark
from desktop_app.texts import astray
from desktop_app.texts import exchange as texts

_NAMED = 5  # tasks in a sentence
_SEVERAL = 2  # rows that are printed for another unit


class Owner(NamedTuple):
    """The round and unit (by key) that a file answers for; `before_restore`: sent in an earlier life of the ledger.

    `unsure` is the sentence to ask where the file does not tell its round; `of_other` the one where it names another
    unit than its marks, or what is printed in it.
    """

    round: Round
    unit: int
    before_restore: bool = False
    note: str | None = None
    of_other: str | None = None
    unsure: str | None = None


def owner_of(snapshot: Snapshot, form: ReturnedForm, ledger: str, epoch: int, taken: int | None = None) -> Owner:
    """Whose form this is; Refused where that is not known, or where the round no longer counts.

    `taken` is the round for which the very file was taken in before.
    """
    owner = _by_mark(snapshot, form, ledger, epoch) or _by_rows(snapshot, form, ledger)
    owner = owner or _by_name(snapshot, form, taken)
    if owner is None:
        raise Refused(texts.UNKNOWN_FORM)
    if owner.round.state == "voided":
        raise Refused(texts.VOIDED.format(period=batch_words(snapshot, owner.round)))
    named = unit_named(snapshot, form.unit) if form.unit else None
    if named == owner.unit and owner.note is not None:  # no mark has told it
        owner = owner._replace(unit=_printed_for(snapshot, form, owner))
    if named in (None, owner.unit) and owner.note is None:
        named = _typed_over(snapshot, form, owner)
    return owner if named in (None, owner.unit) else _between(snapshot, form, owner, named)


def _typed_over(snapshot: Snapshot, form: ReturnedForm, owner: Owner) -> int | None:
    """The unit whose tasks alone stand in another one's form; None where at least half are those of its marks."""
    printed = {row.title for row in form.rows if row.title}
    if printed <= {row.title for row in rows_of(snapshot, owner.round.key, owner.unit)}:
        return None  # as in nearly every form: none is strange
    titles = {bare_title(folded(row.title)) for row in form.rows if row.title and row.filled()}
    strange = titles - _titles(snapshot, owner.round, owner.unit)
    return _unit_of_titles(snapshot, [owner.round], titles, "") if 2 * len(strange) > len(titles) else None


def _between(snapshot: Snapshot, form: ReturnedForm, owner: Owner, named: int) -> Owner:
    """Of two units the one whose tasks stand in the file, or else the one of its marks; asked about once."""
    words = {"{own}": snapshot.units[owner.unit].name, "{unit}": snapshot.units[named].name}
    titles = {row.title: bare_title(folded(row.title)) for row in form.rows if row.title and row.filled()}
    strange, sent = (
        [title for title, bare in titles.items() if bare not in _titles(snapshot, owner.round, unit)]
        for unit in (named, owner.unit)
    )
    if sent and not strange:
        sentence, owner = astray.TYPED_OVER, owner._replace(unit=named)
    else:
        sentence = texts.NAMES_OTHER_UNIT
    told = strange or sent
    words["{tasks}"] = astray.SUCH_TASKS.format(tasks=texts.AND.join(told[:_NAMED])) if told else ""
    for place, said in words.items():
        sentence = sentence.replace(place, said)
    return owner._replace(of_other=sentence)


def _printed_for(snapshot: Snapshot, form: ReturnedForm, owner: Owner) -> int:
    """The unit that the form names, or another one to which clearly more of the printed rows belong."""
    printed = [row for row in form.rows if row.title and row.filled()]
    strange = _strange(snapshot, printed, owner.round, owner.unit)
    if not strange:
        return owner.unit
    units = dict.fromkeys(snapshot.unit(one.unit).key for one in snapshot.having("form", "round", owner.round.key))
    least, likeliest = min((_strange(snapshot, printed, owner.round, unit), unit) for unit in units)
    return likeliest if strange - least >= min(_SEVERAL, len(printed) / 2) else owner.unit


def _strange(snapshot: Snapshot, printed: list[ReturnedRow], made: Round, unit: int) -> int:
    """How many of these rows are none that the round asked of a unit: by their titles, or by last time's answers."""
    lasts: dict[str, set[str]] = {}
    for row in rows_of(snapshot, made.key, unit):
        lasts.setdefault(bare_title(folded(row.title)), set()).update(("", folded(last_words(snapshot, row))))
    return sum(folded(row.words_of("last")) not in lasts.get(bare_title(folded(row.title)), ()) for row in printed)


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


def _by_name(snapshot: Snapshot, form: ReturnedForm, taken: int | None) -> Owner | None:
    """The unit that the form names, and the round of the period that it names; without one, the only one there is."""
    titles = {bare_title(folded(row.title)) for row in form.rows if row.title}
    rounds = [made for made in snapshot.rounds_in_order() if made.state != "voided"]
    unit = unit_named(snapshot, form.unit) if form.unit else _unit_of_titles(snapshot, rounds, titles, form.head)
    if unit is None:
        return None
    note = texts.BY_NAME if form.unit else texts.BY_TITLES.format(unit=snapshot.units[unit].name)
    asked = [made for made in rounds if titles & _titles(snapshot, made, unit)]
    asked = asked or [made for made in rounds if any(near(title, _titles(snapshot, made, unit)) for title in titles)]
    if not asked:
        return None
    named = named_in(snapshot, asked, form.head)
    if named is not None:
        return Owner(named, unit, note=note)
    asked = printed_for(snapshot, form, asked, unit) or asked
    if len(asked) == 1:
        return Owner(asked[0], unit, note=note)
    before = next((made for made in asked if made.key == taken), None)
    likeliest = before or waited_for(snapshot, asked, unit)
    periods = texts.AND.join(batch_words(snapshot, made) for made in asked)
    if likeliest is None:
        raise Refused(texts.WHICH_ROUND.format(periods=periods))
    sentence = astray.LIKELIEST_ROUND.format(periods=periods, period=batch_words(snapshot, likeliest))
    return Owner(likeliest, unit, note=note, unsure=sentence)


def _unit_of_titles(snapshot: Snapshot, rounds: list[Round], titles: set[str], head: str) -> int | None:
    """The one unit of whose rows all these titles are; None for fewer than two, or where another unit is named."""
    owners = {
        snapshot.unit(key).key
        for made in rounds
        for key in {row.unit for row in snapshot.rows_of(made.key)}
        if titles <= _titles(snapshot, made, snapshot.unit(key).key)
    }
    named = {snapshot.unit(one.key).key for one in snapshot.units_in_order() if folded(one.name) in head}
    return owners.pop() if len(titles) > 1 and len(owners) == 1 and named <= owners else None


def _titles(snapshot: Snapshot, made: Round, unit: int) -> set[str]:
    return {bare_title(folded(row.title)) for row in rows_of(snapshot, made.key, unit)}


def unit_named(snapshot: Snapshot, name: str) -> int | None:
    """The unit of this name, or with this other name; None where the ledger knows none."""
    exact = [u for u in snapshot.having("unit", "name", name) if u.merged_into is None and not u.withdrawn]
    if len(exact) == 1:
        return exact[0].key
    wanted = folded(name)
    for unit in snapshot.units_in_order():
        if folded(unit.name) == wanted:
            return snapshot.unit(unit.key).key
    for alias in snapshot.tables["alias"].values():
        if folded(alias.name) == wanted:
            return snapshot.unit(alias.unit).key
    bare = without_seal(wanted)
    return unit_named(snapshot, bare) if bare != wanted else None


def row_marked(snapshot: Snapshot, returned: ReturnedRow, ledger: str) -> RoundRow | None:
    """The round row that a mark names; None where the mark is missing, spoilt or of another ledger."""
    key = row_of_mark(returned.mark)
    row = snapshot.rows.get(key) if key is not None else None
    if row is None or row_mark(ledger, snapshot.rounds[row.round].token, row.key) != returned.mark.strip():
        return None
    return row
