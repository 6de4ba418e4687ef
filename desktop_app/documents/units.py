"""Who does a task: notes in brackets, on lines of their own, at the end of a line; several to a task.

Names stay as written. A note gives leads and supporting units in order, a responsible person and the spans of
due times it carries.
"""

import re
from typing import NamedTuple

from desktop_app.documents import unit_labels
from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.unit_labels import labels_in, role_told
from desktop_app.documents.unit_names import (
    ANNOTATION,
    ENDS,
    UnitRead,
    depth_at,
    is_bare_unit,
    named_like_unit,
    plain_name,
    split_units,
)

_GENERIC = re.compile(rf"(?:{words.GENERIC})(?:[、/](?:{words.GENERIC}))*")
_VAGUE = re.compile(rf"(?:{words.VAGUE}).{{0,6}}(?:单位|部门|科室|镇街|街道|乡镇|处室|股室|企业|机构|方面)")


def compiled_steps(steps: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    """The pattern that finds the words of `unit_words.STEPS`, longer ones first."""
    return re.compile(
        rf"(?P<together>{'|'.join(steps['together'])})|(?P<with>(?:负责)?(?:{'|'.join(steps['with'])}))|"
        rf"(?P<does>{'|'.join(steps['does'])})"
    )


STEP = compiled_steps(words.STEPS)
_ALONE = re.compile(r"^\W*(?:牵头|主办|主责|配合|协办|会办|协作|承办|.*主体)\W*$")
_NO_NAME = re.compile("各项|做好|工作|政策|到位|不")
_EXPLAINS = re.compile("以下简称|简称|即|如|含|不含|包括|包含|详见|原|其中|例如|主要")
_LONGEST_VALUE = 160
_AT_HEAD = re.compile(r"(?:^|\n)[ \d一二三四五六七八九十（）.、．①-⑳]*$")
_LONGEST_NUMBER = 10
# 甲牵头，乙、丙配合: where the whole bracket is built so, what stands before the words are names, whatever their ending
_LISTED = "[^，；。：\\d]{2,14}(?:、[^，；。：、\\d]{2,14})*"
_SAYS_ROLES = re.compile(
    rf"{_LISTED}(?:牵头|主办|负责牵头|牵头负责)[，；、]{_LISTED}等?(?:配合|协助|协办|参与|协同)(?:落实|实施)?"
)
_COLON = re.compile("[： ]")
_AT_END = re.compile("[。；，、 ]*(?:\n|$)")


class Note(NamedTuple):
    """What one note says; `deadlines` are spans of due-time values, `vague` the names somebody must ask about."""

    span: Span
    lead: tuple[UnitRead, ...]
    co: tuple[UnitRead, ...]
    person: str | None
    deadlines: tuple[Span, ...]
    vague: tuple[UnitRead, ...]


def find_notes(shadow: str, source: str, start: int, end: int, known: frozenset[str] = frozenset()) -> list[Note]:
    """The notes in `source[start:end]`, in order; `known` are names that a bare bracket may hold (社会福利院)."""
    notes: list[Note] = []
    for first, last in _brackets(shadow, start, end):
        if _belongs_to_label(shadow, start, first):
            continue
        note = _bracket_note(shadow, source, first, last, end, known)
        if note:
            notes.append(note)
    position = start
    for first, last in [*(note.span for note in notes), (end, end)]:
        notes += _line_notes(shadow, source, position, first)
        position = last
    return sorted(notes)


def _brackets(shadow: str, start: int, end: int) -> list[Span]:
    """The outermost brackets, nested ones inside; an unclosed one ends with its line."""
    found: list[Span] = []
    depth = first = 0
    for match in re.finditer("[（）\n]", shadow[start:end]):
        at, char = start + match.start(), match[0]
        if char == "（":
            depth += 1
            first = at if depth == 1 else first
        elif char == "）" and depth:
            depth -= 1
            if depth == 0:
                found.append((first, at + 1))
        elif char == "\n" and depth and at - first > 400:
            depth = 0
    return found


def _belongs_to_label(shadow: str, start: int, first: int) -> bool:
    """Whether a bracket stands in the value of a label outside it: 责任单位：民政局（养老科）."""
    start = max(start, first - _LONGEST_VALUE)
    line = max(shadow.rfind("\n", start, first) + 1, start)
    if not _COLON.search(shadow, line, first):
        return False
    label = None
    for found in unit_labels.PATTERNS.line.finditer(shadow, line, first):
        label = found if role_told(found) and depth_at(shadow, line, found.start()) == 0 else label
    return label is not None and "。" not in shadow[label.end() : first] and shadow[first - 1] not in " 　，。；、："


def _bracket_note(shadow: str, source: str, first: int, last: int, end: int, known: frozenset[str]) -> Note | None:
    inside = (first + 1, last - 1)
    head = unit_labels.PATTERNS.head.match(shadow, *inside)
    if head and role_told(head):
        note = read_fields(shadow, source, *inside, (first, last))
        return note if note and _is_sure(head, note) else None
    text = shadow[inside[0] : inside[1]]
    following = shadow[last : last + 1]
    ends_sentence = last >= end or following in "。；，、\n" or shadow[first - 1 : first] in "。；\n"
    ends_sentence = ends_sentence or bool(_AT_HEAD.search(shadow, max(first - _LONGEST_NUMBER, 0), first))
    if not ends_sentence or len(text) > 200 or _EXPLAINS.match(text):
        return None
    if STEP.search(text):
        lead, co = read_roles(shadow, source, *inside)
        if (lead or co) and (
            _SAYS_ROLES.fullmatch(text) or all(named_like_unit(unit.name, known) for unit in lead + co)
        ):
            return _note((first, last), lead, co, None, ())
        return None
    units = split_units(shadow, source, *inside)
    at_end = bool(_AT_END.match(shadow, last, end))
    if (
        units
        and "：" not in text
        and not _GENERIC.fullmatch(text)
        and _are_units([unit.name for unit in units], known, at_end)
    ):
        return _note((first, last), units, [], None, ())
    return None


def _are_units(names: list[str], known: frozenset[str], at_end: bool) -> bool:
    """Whether bare names are surely units; of several, one sure name vouches for others that end as units do."""
    sure = [is_bare_unit(name, known, at_end) for name in names]
    return all(sure) or (any(sure) and all(ENDS.search(name) and name[-1] not in "区县市村" for name in names))


def _line_notes(shadow: str, source: str, start: int, end: int) -> list[Note]:
    """Labels outside brackets: from the first one at the head of a line or sentence to the end of its block."""
    notes: list[Note] = []
    found = unit_labels.PATTERNS.line.search(shadow, start, end)
    while found:
        if not role_told(found):
            found = unit_labels.PATTERNS.line.search(shadow, found.end(), end)
            continue
        first = found.start() + len(found[0]) - len(found[0].lstrip(" "))
        stop = _block_end(shadow, first, end)
        note = read_fields(shadow, source, first, stop, (first, stop))
        if note and _is_sure(found, note):
            notes.append(note)
        found = unit_labels.PATTERNS.line.search(shadow, max(stop, found.end()), end)
    return notes


def _is_sure(label: re.Match[str], note: Note) -> bool:
    """Whether a label that no entry knows stands over names of units."""
    named = any(label[role] for role in words.LABELS) and not _ALONE.search(label[0])
    if named or not (note.lead or note.co):
        return named or bool(note.person or note.deadlines)
    names = [unit.name for unit in note.lead + note.co]
    if any(_NO_NAME.search(name) for name in names):
        return False
    return bool(names) and all(
        ENDS.search(name) or (named_like_unit(name, frozenset()) and len(name) < 9) for name in names
    )


def _block_end(shadow: str, first: int, end: int) -> int:
    """The end of the label lines from `first` on: each has a label, or is the value of a label alone on its line."""
    stop = first
    while True:
        line_end = shadow.find("\n", stop, end)
        line_end = end if line_end < 0 else line_end
        lone = unit_labels.PATTERNS.alone.fullmatch(shadow, stop, line_end)
        if lone and line_end < end:
            following = shadow.find("\n", line_end + 1, end)
            line_end = end if following < 0 else following
        following = unit_labels.PATTERNS.below.match(shadow, line_end + 1, end) if line_end < end else None
        if not following or not role_told(following):
            return line_end
        stop = line_end + 1


def read_fields(shadow: str, source: str, start: int, end: int, span: Span) -> Note | None:
    """The labelled values of `source[start:end]` as one note; None where no label names a unit, person or due time."""
    labels = labels_in(shadow, start, end)
    roles = {role for role, _, _ in labels}
    lead: list[UnitRead] = []
    co: list[UnitRead] = []
    person: str | None = None
    deadlines: list[Span] = []
    for index, (role, _, first) in enumerate(labels):
        last = labels[index + 1][1] if index + 1 < len(labels) else end
        if role == "person":
            person = person or source[first:last].strip(" \u3000\n；;，,。、") or None
        elif role == "deadline":
            deadlines.append((first, last))
        elif role != "other":
            leads, helpers = _value(shadow, source, first, last)
            target = co if role == "co" or (role == "neutral" and "lead" in roles) else lead
            target += leads
            co += helpers
    if not (lead or co or person or deadlines):
        return None
    return _note(span, lead, co, person, tuple(deadlines))


def _value(shadow: str, source: str, start: int, end: int) -> tuple[list[UnitRead], list[UnitRead]]:
    """The units of a label's value, up to its full stop; what follows is a remark (各项均涉及各镇街，以下不再列)."""
    stop = shadow.find("。", start, end)
    stop = end if stop < 0 else stop
    if STEP.search(ANNOTATION.sub("", shadow[start:stop])):
        return read_roles(shadow, source, start, stop)
    units = split_units(shadow, source, start, stop)
    marked = [unit for unit in units if re.match("（[^（）]*(?:牵头|主办)", shadow[unit.span[1] : unit.span[1] + 12])]
    if marked and len(marked) < len(units) and "双牵头" not in shadow[start:stop]:
        return marked, [unit for unit in units if unit not in marked]
    return units, []


def read_roles(shadow: str, source: str, start: int, end: int) -> tuple[list[UnitRead], list[UnitRead]]:
    """Leads and supporting units of a phrase such as X牵头，Y配合; X会同Y负责; X、Y按职责分工负责."""
    lead: list[UnitRead] = []
    co: list[UnitRead] = []
    position, helping = start, False
    listed = _SAYS_ROLES.fullmatch(shadow, start, end)
    for step in STEP.finditer(shadow, start, end):
        if step.start() < position:
            continue
        units = split_units(shadow, source, position, step.start())
        if units and not listed and not all(ENDS.search(plain_name(unit.name)) for unit in units):
            units = [unit for unit in units if ENDS.search(plain_name(unit.name))]
        leads = step["does"] is not None and ("牵头" in step["does"] or not lead)
        if step["together"]:
            lead += units
        elif helping or not leads:
            comma = -1 if lead or helping else max(shadow.rfind(stop, position, step.start()) for stop in "，；")
            lead += [unit for unit in units if unit.span[0] < comma]  # 甲，乙配合: 甲 leads
            co += [unit for unit in units if unit.span[0] > comma]
        else:
            lead += units
        helping = step["together"] is not None or (helping and not units)
        position = step.end()
    rest = split_units(shadow, source, position, end)
    if helping or (rest and not lead) or shadow[position : position + 1] in ("，", "；", "、"):
        co += [unit for unit in rest if ENDS.search(plain_name(unit.name))]
    return lead, co


def _note(
    span: Span, lead: list[UnitRead], co: list[UnitRead], person: str | None, deadlines: tuple[Span, ...]
) -> Note:
    """The note without names said twice; a lead is not its own helper."""
    leads = list({unit.name: unit for unit in reversed(lead)}.values())[::-1]
    names = {unit.name for unit in leads}
    helpers = [unit for unit in {unit.name: unit for unit in reversed(co)}.values() if unit.name not in names][::-1]
    vague = tuple(unit for unit in leads + helpers if _VAGUE.search(unit.name))
    return Note(span, tuple(leads), tuple(helpers), person, deadlines, vague)
