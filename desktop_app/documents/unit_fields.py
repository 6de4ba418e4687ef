"""What labels say of a task: the units by role, a person and due times, put together as one note."""

import re
from functools import lru_cache

from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.unit_grammar import told_in
from desktop_app.documents.unit_labels import labels_in
from desktop_app.documents.unit_names import UnitRead, are_unit_names, chosen, is_bare_unit, split_units
from desktop_app.documents.unit_note import Note, note_of
from desktop_app.documents.unit_people import apart

_BLANK = re.compile(r"(?<=[^\s：]) +(?=\S)")
_INNER = re.compile(r"（(?P<units>[^（）]{2,60})）(?=[ 。；，\n]*$)")
_ROUND_A_NAME = " \u3000\n；;，,。、”』」》>"
_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=1 << 16)  # the names in labelled notes are wanted before the items are read, and then again
def read_fields(shadow: str, source: str, start: int, end: int, span: Span) -> Note | None:
    """The labelled values of `source[start:end]` as one note; None where no label names a unit, person or due time."""
    labels = labels_in(shadow, start, end)
    labels, unsure = _settled(shadow, labels, end)
    roles = {role for role, _, _ in labels}
    lead: list[UnitRead] = []
    co: list[UnitRead] = []
    person: str | None = None
    settled = ""  # the first label of a unit: another one that tells no more (落实单位) names who helps
    deadlines: list[Span] = []
    for index, (role, start, first) in enumerate(labels):
        last = labels[index + 1][1] if index + 1 < len(labels) else end
        if role == "person":
            named, clauses = _person(shadow, source, first, last)
            person = person or named
            lead += clauses.lead if clauses else ()
            co += clauses.co if clauses else ()
        elif role == "deadline":
            deadlines.append((first, last))
        elif role != "other":
            leads, helpers = _value(shadow, source, first, last)
            kept, named = apart(shadow, leads)
            if kept or "人" in shadow[start:first]:
                leads, person = kept, person or named
            word = words.STEM.sub("", shadow[start:first])
            settled = settled or word
            second = role == "neutral" and ("lead" in roles or word != settled)
            target = co if role == "co" or second else lead
            target += leads
            co += helpers
    if not (lead or co or person or deadlines):
        return None
    return note_of(span, lead, co, person, tuple(deadlines))._replace(unsure=unsure)


def _person(shadow: str, source: str, start: int, end: int) -> tuple[str | None, Note | None]:
    """The person whom a label names, and the units that follow the name without a label: 谭某　甲科主办，乙科协办."""
    inner = _INNER.search(shadow, start, end)
    if inner and (said := _units_told(shadow, source, *inner.span("units"))):  # 责任人：林某（甲办负责，乙集团配合）
        return _named(source, start, inner.start()), said
    units, named = apart(shadow, split_units(shadow, source, start, end))
    if named and units and are_unit_names([unit.name for unit in units]):  # 责任人：陶某、甲科
        return named, note_of((start, end), units, [], None, ())
    blank = None if inner else _BLANK.search(shadow, start, end)
    if blank and (told := told_in(shadow, source, blank.end(), end)) and told.vouched:
        return _named(source, start, blank.start()), told.note
    return _named(source, start, end), None


def _units_told(shadow: str, source: str, start: int, end: int) -> Note | None:
    """What a bracket behind a person's name says of units, if it names any."""
    told = told_in(shadow, source, start, end)
    return told.note if told and are_unit_names([unit.name for unit in told.note.lead + told.note.co]) else None


def _named(source: str, start: int, end: int) -> str | None:
    return source[start:end].strip(_ROUND_A_NAME) or None


def _settled(shadow: str, labels: list[tuple[str, int, int]], end: int) -> tuple[list[tuple[str, int, int]], bool]:
    """The labels with a role for each that nobody knows: the first leads where no other does, later ones help."""
    for index, (role, start, first) in enumerate(labels):
        if role == "loose":
            last = labels[index + 1][1] if index + 1 < len(labels) else end
            units = split_units(shadow, shadow, first, last)
            sure = bool(units) and all(is_bare_unit(unit.name, _NONE, at_end=True) for unit in units)
            labels[index] = ("open" if sure else "other", start, first)
    roles = [role for role, _, _ in labels]
    first = next((role for role in roles if role in ("open", "lead", "neutral")), None)
    leads = "lead" not in roles and first == "open"
    settled = list(labels)
    for index, (role, start, end) in enumerate(labels):
        if role == "open":
            settled[index] = ("lead" if leads else "co", start, end)
            leads = False
    return settled, "open" in roles


def _value(shadow: str, source: str, start: int, end: int) -> tuple[list[UnitRead], list[UnitRead]]:
    """The units of a label's value, up to its full stop; what follows is a remark (各项均涉及各镇街，以下不再列)."""
    stop = shadow.find("。", start, end)
    stop = end if stop < 0 else stop
    told = told_in(shadow, source, start, stop)
    if told and told.roles:
        return [*told.note.lead], [*told.note.co]
    units = split_units(shadow, source, start, stop)
    marked = chosen(shadow, units)
    if marked and "双牵头" not in shadow[start:stop]:
        return marked, [unit for unit in units if unit not in marked]
    return units, []
