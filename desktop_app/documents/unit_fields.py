"""What labels say of a task: the units by role, a person and due times, put together as one note."""

import re
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.unit_labels import labels_in
from desktop_app.documents.unit_names import UnitRead, are_unit_names, chosen, has_ending, is_bare_unit, split_units
from desktop_app.documents.unit_people import apart
from desktop_app.documents.unit_roles import Clauses, has_step, read_clauses, read_roles

_VAGUE = re.compile(rf"(?:{words.VAGUE}).{{0,6}}(?:单位|部门|科室|镇街|街道|乡镇|处室|股室|企业|机构|方面)")
_BLANK = re.compile(r"(?<=[^\s：]) +(?=\S)")
_INNER = re.compile(r"（(?P<units>[^（）]{2,60})）(?=[ 。；，\n]*$)")
STEM = re.compile(rf"(?:{words.NOUN})?[\d一二三]?[^一-鿿]*$|[^一-鿿]")  # 承办科室 and 承办单位 are one role
_ROUND_A_NAME = " \u3000\n；;，,。、”』」》>"
_NONE: frozenset[str] = frozenset()


class Note(NamedTuple):
    """What one note says; `deadlines` are spans of due-time values, `vague` the names somebody must ask about.

    `unsure` where nobody knows the words beside the names, so that their order told who leads.
    """

    span: Span
    lead: tuple[UnitRead, ...]
    co: tuple[UnitRead, ...]
    person: str | None
    deadlines: tuple[Span, ...]
    vague: tuple[UnitRead, ...]
    unsure: bool = False


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
            word = STEM.sub("", shadow[start:first])
            settled = settled or word
            second = role == "neutral" and ("lead" in roles or word != settled)
            target = co if role == "co" or second else lead
            target += leads
            co += helpers
    if not (lead or co or person or deadlines):
        return None
    return note_of(span, lead, co, person, tuple(deadlines))._replace(unsure=unsure)


def _person(shadow: str, source: str, start: int, end: int) -> tuple[str | None, Clauses | None]:
    """The person whom a label names, and the units that follow the name without a label: 谭某　甲科主办，乙科协办."""
    inner = _INNER.search(shadow, start, end)
    if inner:  # 责任人：林某（甲办负责，乙集团配合）
        said = read_clauses(shadow, source, *inner.span("units"), _NONE)
        units = tuple(split_units(shadow, source, *inner.span("units")))
        said = said or (Clauses(units, (), False, vouched=True) if are_unit_names([u.name for u in units]) else None)
        return (
            (source[start : inner.start()].strip(_ROUND_A_NAME), said) if said else (_named(source, start, end), None)
        )
    units, named = apart(shadow, split_units(shadow, source, start, end))
    if (
        named and units and not has_step(shadow[start:end]) and are_unit_names([unit.name for unit in units])
    ):  # 责任人：陶某、甲科
        return named, Clauses(tuple(units), (), False, vouched=True)
    blank = _BLANK.search(shadow, start, end)
    clauses = read_clauses(shadow, source, blank.end(), end, _NONE) if blank else None
    last = blank.start() if blank and clauses and clauses.vouched else end
    return _named(source, start, last), clauses if last < end else None


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
    if has_step(shadow[start:stop]):
        return read_roles(shadow, source, start, stop)
    units = split_units(shadow, source, start, stop)
    inner = _INNER.search(shadow, start, stop)
    said = read_clauses(shadow, source, *inner.span("units"), _NONE) if inner and has_step(inner["units"]) else None
    if inner and said and said.co and not said.lead:  # 甲科（各所配合）
        return split_units(shadow, source, start, inner.start()), list(said.co)
    clauses = None if all(has_ending(unit.name) for unit in units) else read_clauses(shadow, source, start, stop, _NONE)
    if clauses and clauses.unsure:
        return list(clauses.lead), list(clauses.co)
    marked = chosen(shadow, units)
    if marked and "双牵头" not in shadow[start:stop]:
        return marked, [unit for unit in units if unit not in marked]
    return units, []


def note_of(
    span: Span, lead: list[UnitRead], co: list[UnitRead], person: str | None, deadlines: tuple[Span, ...]
) -> Note:
    """The note without names said twice; a lead is not its own helper."""
    leads = list({unit.name: unit for unit in reversed(lead)}.values())[::-1]
    names = {unit.name for unit in leads}
    helpers = [unit for unit in {unit.name: unit for unit in reversed(co)}.values() if unit.name not in names][::-1]
    vague = tuple(unit for unit in leads + helpers if _VAGUE.search(unit.name))
    return Note(span, tuple(leads), tuple(helpers), person, deadlines, vague)
