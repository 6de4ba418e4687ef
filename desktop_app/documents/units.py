"""Who does a task: notes in brackets, on lines of their own, at the end of a line; several to a task.

Names stay as written. A note gives leads and supporting units in order, a responsible person and the spans of
due times it carries.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from desktop_app.documents import unit_labels
from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.field_order import by_legend
from desktop_app.documents.unit_fields import read_fields
from desktop_app.documents.unit_grammar import read_note, told_in
from desktop_app.documents.unit_labels import names_somebody, role_told
from desktop_app.documents.unit_names import (
    UnitRead,
    depth_at,
    has_ending,
    is_bare_unit,
    named_like_unit,
    split_units,
)
from desktop_app.documents.unit_note import Note, is_of_a_part, note_of
from desktop_app.documents.unit_people import person_doing
from desktop_app.documents.unit_tails import is_due_time, tail_note, whole_lines, without_day

# 甲牵头，乙、丙配合: where the whole bracket is built so, what stands before the words are names, whatever their ending
_LISTED = "[^，；。：、\\d]{2,14}(?:、[^，；。：、\\d]{2,14})*"
_SAYS_ROLES = re.compile(
    rf"(?P<lead>{_LISTED})(?:牵头|主办|负责牵头|牵头负责)[，；、](?P<co>{_LISTED})等?(?:配合|协助|协办|参与|协同)(?:落实|实施)?"
)
_GENERIC = re.compile(rf"(?:{words.GENERIC})(?:[、/](?:{words.GENERIC}))*")
_ALONE = re.compile(r"^\W*(?:[主牵协配辅会责办承]|牵头|主办|主责|配合|协办|会办|协作|承办|.*主体)\W*$")
_NO_NAME = re.compile("各项|做好|工作(?![科室站股部处办委局队])|政策|到位|不")
_EXPLAINS = re.compile("以下简称|简称|即|如|含|不含|包括|包含|详见|原|其中|例如|主要|涉及|覆盖|辐射|惠及|位于|分布")
_BUILT = re.compile("(?:[筹建改新扩]+[建设立办成造]|打造|组建|推动|推进|完善|整合|提升|搬迁).*中心$")  # 筹建某某中心：
_BRACKET = re.compile("[（）]")
_LONGEST_VALUE = 160
_NONE: frozenset[str] = frozenset()
_AT_HEAD = re.compile(r"(?:^|\n)[ \d一二三四五六七八九十（）.、．①-⑳]*$")
_LONGEST_NUMBER = 10
_LINE = re.compile(r"[^\n]{8,}")
_HEAD = re.compile(r" *(?P<who>[^，。；：（）“”\d\n]{2,40})： *(?=[^\s])")
_OPENING = re.compile(r" *(?P<who>[^。：；“”\d\n]{4,60})[。：] *(?=[^\s])")
_GOES_ON = re.compile("[。 ](?=[^ \\n])")
_MOST_ENDS = 8
_REMARK = re.compile("[。，；]")
_REMARK_TELLS = re.compile("牵头|负责|配合|协[助同办]|参与|承办|主办")
_COLON = re.compile("[： ]")
_AT_END = re.compile("[。；，、 ]*(?:（[^（）]{1,20}）)?[。；，、 ]*(?:\\n|$)")


def find_notes(shadow: str, source: str, start: int, end: int, known: frozenset[str] = frozenset()) -> list[Note]:
    """The notes in `source[start:end]`, in order; `known` are names that a bare bracket may hold (社会福利院)."""
    notes = whole_lines(shadow, source, start, end, known)
    notes += _tail_notes(shadow, source, start, end, known, notes)
    told = sorted(note.span for note in notes)
    for first, last in _brackets(shadow, start, end):
        if _within(told, first) or _belongs_to_label(shadow, start, first) or is_of_a_part(shadow, first, last):
            continue
        note = _bracket_note(shadow, source, first, last, end, known)
        if note:
            notes.append(note)
    position = start
    for first, last in [*sorted(note.span for note in notes), (end, end)]:
        notes += _line_notes(shadow, source, position, first, known)
        position = last
    head = _head_note(shadow, source, start, end)
    notes += [head] if head and not any(note.lead for note in notes) else []
    return sorted(notes)


def _within(spans: list[Span], at: int) -> bool:
    """Whether a place lies in one of these passages, which do not overlap."""
    before = bisect_right(spans, (at, at))
    return any(first <= at < last for first, last in spans[max(before - 1, 0) : before + 1])


def _head_note(shadow: str, source: str, start: int, end: int) -> Note | None:
    """The units that an item opens with before a colon, or a sentence that says no more: 河道科：疏浚支流。…."""
    opening = _OPENING.match(shadow, start, end)
    told = read_note(shadow, source, opening.span(), opening.span("who"), _NONE, False, False) if opening else None
    if told and told.co and _surely_units(told.lead):
        return told
    found = _HEAD.match(shadow, start, end)
    units = split_units(shadow, source, *found.span("who")) if found else []
    return note_of(found.span(), units, [], None, ()) if found and _surely_units(units) else None


def _surely_units(units: Sequence[UnitRead]) -> bool:
    """Whether an item's first words are units, and not what it builds or holds: 承办全县…大会."""
    names = [unit.name for unit in units]
    return bool(names) and all(is_bare_unit(name, _NONE, at_end=False) and not _BUILT.match(name) for name in names)


def _tail_notes(shadow: str, source: str, start: int, end: int, known: frozenset[str], whole: list[Note]) -> list[Note]:
    """The notes that close a line; none in lines that are one (`whole`)."""
    taken = sorted(note.span for note in whole)
    found: list[Note] = []
    for line in _LINE.finditer(shadow, start, end):
        tail = None if _within(taken, line.start()) else tail_note(shadow, source, *line.span(), known)
        found += [tail] if tail else []
    return found


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
        elif char == "\n" and depth and (at - first > 400 or _is_unclosed(shadow, at, end)):
            depth = 0
    return found


def _is_unclosed(shadow: str, at: int, end: int) -> bool:
    """Whether no bracket closes behind the end of a line before another one opens."""
    following = _BRACKET.search(shadow, at, min(end, at + _LONGEST_VALUE))
    return following is None or following[0] == "（"


def _belongs_to_label(shadow: str, start: int, first: int) -> bool:
    """Whether a bracket stands in the value of a label outside it: 责任单位：民政局（养老科）."""
    start = max(start, first - _LONGEST_VALUE)
    line = max(shadow.rfind("\n", start, first) + 1, start)
    if not _COLON.search(shadow, line, first):
        return False
    label = None
    for found in unit_labels.PATTERNS.line.finditer(shadow, line, first):
        label = found if names_somebody(found) and depth_at(shadow, line, found.start()) == 0 else label
    return label is not None and "。" not in shadow[label.end() : first] and shadow[first - 1] not in " 　，。；、："


def _bracket_note(shadow: str, source: str, first: int, last: int, end: int, known: frozenset[str]) -> Note | None:
    ordered = by_legend(shadow, source, (first, last))
    if ordered:
        return ordered
    inside = (first + 1, last - 1)
    head = unit_labels.PATTERNS.head.match(shadow, *inside)
    if head and role_told(head):
        note = read_note(shadow, source, (first, last), inside, known, at_end=True)
        if note and not note.unsure:
            return note
        note = read_fields(shadow, source, *inside, (first, last))
        if note and _is_sure(head, note):
            return note
        if any(head[role] for role in words.LABELS):
            return None
    mixed = _mixed_note(shadow, source, first, last, end, known)
    if mixed:
        return mixed
    text = shadow[inside[0] : inside[1]]
    following = shadow[last : last + 1]
    ends_sentence = last >= end or following in "。；，、\n" or shadow[first - 1 : first] in "。；\n"
    ends_sentence = ends_sentence or _opens_item(shadow, first)
    lists_parts = following in ("，", "、") and words.NAMED_WORK.search(shadow, max(0, first - 12), first)
    if not ends_sentence or lists_parts or len(text) > 200 or _EXPLAINS.match(text):
        return None
    names, due = without_day(shadow, *inside)
    note = _bare_note(shadow, source, (first, last), names, end, known)
    return note._replace(deadlines=(*note.deadlines, *due)) if note else None


def _opens_item(shadow: str, first: int) -> bool:
    """Whether nothing but a number stands before a place."""
    return bool(_AT_HEAD.search(shadow, max(first - _LONGEST_NUMBER, 0), first))


def _mixed_note(shadow: str, source: str, first: int, last: int, end: int, known: frozenset[str]) -> Note | None:
    """A bracket whose first field has no label and a later one has: 甲股，配合：乙所; 5月底，责任：甲."""
    labels = unit_labels.later_labels(shadow, first + 1, last - 1)
    if not labels or shadow[labels[0] - 1] not in "，；。、 \n|":
        return None
    note = read_fields(shadow, source, labels[0], last - 1, (first, last))
    opening = (first + 1, labels[0] - 1)
    if note and is_due_time(shadow[slice(*opening)]):
        return note._replace(deadlines=(opening, *note.deadlines))
    said = _bare_note(shadow, source, (first, last), opening, end, known)
    if not note or not said:  # 甲科，联系人：向某: a label that names nobody who does it
        return (
            said if {role for role, _, _ in unit_labels.labels_in(shadow, labels[0], last - 1)} == {"other"} else None
        )
    lead, co = [*said.lead], [*said.co, *note.lead, *note.co]
    if not any(role == "lead" for role, _, _ in unit_labels.labels_in(shadow, labels[0], last - 1)):
        return note_of((first, last), lead, co, note.person, note.deadlines)
    return note_of((first, last), [*lead, *note.lead], [*said.co, *note.co], note.person, note.deadlines)


def _bare_note(shadow: str, source: str, span: Span, inside: Span, end: int, known: frozenset[str]) -> Note | None:
    """What a bracket without labels says, with or without a remark behind it: 甲科; 甲科牵头，乙站配合。以下同."""
    text = shadow[slice(*inside)]
    if _GENERIC.fullmatch(text):
        return None
    at_edge = bool(_AT_END.match(shadow, span[1], end) or _opens_item(shadow, span[0]))
    told = read_note(shadow, source, span, inside, known, at_edge)
    if told:
        return told
    for stop in [found.start() for found in _REMARK.finditer(shadow, *inside)][::-1]:
        if not _REMARK_TELLS.search(shadow, stop, inside[1]):
            said = told_in(shadow, source, inside[0], stop)
            if said and said.vouched:
                return read_note(shadow, source, span, (inside[0], stop), known, at_edge)
    if says := _SAYS_ROLES.fullmatch(shadow, *inside):
        lead, co = (split_units(shadow, source, *says.span(role)) for role in ("lead", "co"))
        return note_of(span, lead, co, None, ())
    person = person_doing(text)
    return note_of(span, [], [], person, ()) if person else None


def _line_notes(shadow: str, source: str, start: int, end: int, known: frozenset[str]) -> list[Note]:
    """Labels outside brackets: from the first one at the head of a line or sentence to the end of its block."""
    notes: list[Note] = []
    found = line_label(shadow, start, end)
    while found:
        if not names_somebody(found):
            found = line_label(shadow, found.end(), end)
            continue
        first = found.start() + len(found[0]) - len(found[0].lstrip(" "))
        stop = _block_end(shadow, first, end)
        note = _opening_note(shadow, source, first, stop, known) or _told_on_line(shadow, source, (first, stop), known)
        if note and _is_sure(found, note) and (not found["within"] or _ends_line(shadow, note, stop)):
            notes.append(note)
        found = line_label(shadow, max(stop, found.end()), end)
    return notes


@lru_cache(maxsize=1 << 14)  # what stands between the notes is looked through by each step of the reading
def line_label(shadow: str, start: int, end: int) -> re.Match[str] | None:
    """The first label outside brackets."""
    return unit_labels.PATTERNS.line.search(shadow, start, end)


def _opening_note(shadow: str, source: str, first: int, stop: int, known: frozenset[str]) -> Note | None:
    """The note that an item opens with, its words on the same line behind it: 牵头：甲；配合：乙。疏浚…."""
    if not _opens_item(shadow, first):
        return None
    line_end = shadow.find("\n", first, stop)
    for end in [found.end() for found in _GOES_ON.finditer(shadow, first, stop if line_end < 0 else line_end)][
        :_MOST_ENDS
    ]:
        if unit_labels.opens_with_label(shadow, end, stop):
            continue
        note = read_note(shadow, source, (first, end), (first, end - 1), known, at_end=False)
        if note or shadow[end - 1] == "。":
            return note
    return None


def _told_on_line(shadow: str, source: str, span: Span, known: frozenset[str]) -> Note | None:
    """What a line says from its label on: by the grammar where it is all names and roles, else label by label."""
    note = read_note(shadow, source, span, span, known, at_end=False)
    return note if note and not note.unsure else read_fields(shadow, source, *span, span)


def _ends_line(shadow: str, note: Note, stop: int) -> bool:
    """Whether a label behind a comma stands over names of units, or a person, and no sentence that goes on."""
    names = [unit.name for unit in note.lead + note.co]
    return all(has_ending(name) for name in names) and (bool(names) or "，" not in shadow[note.span[0] : stop])


def _is_sure(label: re.Match[str], note: Note) -> bool:
    """Whether a label that no entry knows stands over names of units."""
    named = any(label[role] for role in words.LABELS) and not _ALONE.search(label[0])
    if named or not (note.lead or note.co):
        return named or bool(note.person or note.deadlines)
    names = [unit.name for unit in note.lead + note.co]
    if any(_NO_NAME.search(name) for name in names):
        return False
    return bool(names) and all(
        has_ending(name) or (named_like_unit(name, frozenset()) and len(name) < 9) for name in names
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
        if not following or not names_somebody(following):
            return line_end
        stop = line_end + 1
