"""One row of a table to one task: title, text, units, targets and due times, each with its cell."""

import re
from datetime import date

from desktop_app.documents import unit_words as words
from desktop_app.documents.deadlines import read_deadlines, read_field
from desktop_app.documents.extraction import DeadlineRead, Span, TargetRead, TaskRead
from desktop_app.documents.folding import fold
from desktop_app.documents.items import Frame, Item, title_span
from desktop_app.documents.numbering import POINTS, Mark, mark_at
from desktop_app.documents.numerals import MAGNITUDES
from desktop_app.documents.table_content import is_person
from desktop_app.documents.table_guess import WHEN
from desktop_app.documents.table_header import Header, measure_in, quarter_of
from desktop_app.documents.table_rows import Row
from desktop_app.documents.table_words import MEASURE
from desktop_app.documents.targets import read_targets
from desktop_app.documents.unit_grammar import read_note, told_in
from desktop_app.documents.unit_names import UnitRead, are_unit_names, chosen, split_units
from desktop_app.documents.unit_people import apart
from desktop_app.documents.units import Note, find_notes, read_fields

_BREAKS = re.compile(r"\s*\n\s*")
_FIGURE = re.compile(r"(?P<sign>≥|≤|>|<|＞|＜)? *(?P<value>\d{1,15}(?:\.\d+)?)")
_SIGNS = {"≥": ">=", "≤": "<=", ">": ">", "＞": ">", "<": "<", "＜": "<"}
_PADDED = re.compile("(?<![一-鿿])([一-鿿])[ \u3000]+([一-鿿])(?![一-鿿])")
_LONG_DEADLINE = 20  # a longer cell says what is done by when, not only when
_QUARTER_ENDS = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}


def read_row(frame: Frame, header: Header, row: Row, seq: int, section_seq: int | None, inherited: Note | None) -> Item:
    """The task that `row` says; without a unit of its own it takes those of its section's row."""
    source, shadow = frame.source, frame.shadow
    first = row.spans(header.of("task"))[0]
    mark = _own_number(frame, first)
    inside = find_notes(shadow, source, mark.end if mark else first[0], first[1], frame.known)
    title = title_span(shadow, mark.end if mark else first[0], first[1], [note.span for note in inside])
    notes = _unit_notes(frame, header, row) or [note for note in inside if note.lead or note.co]
    if inherited and not any(note.lead for note in notes):
        notes = [inherited, *notes]
    lead = list(dict.fromkeys(unit.name for note in notes for unit in note.lead))
    co = dict.fromkeys(unit.name for note in notes for unit in note.co)
    no_span = row.number or ((mark.start, mark.end) if mark else (row.start, row.start))
    task = TaskRead(
        no=source[slice(*row.number)].strip().rstrip(".．、") if row.number else (mark.printed if mark else ""),
        seq=seq,
        section_no=row.section.read.no if row.section else None,
        section_seq=section_seq,
        title=_BREAKS.sub("", source[slice(*title)]),
        text=_text(frame, header, row, title, [note.span for note in inside]),
        lead_units=tuple(lead),
        co_units=tuple(name for name in co if name not in lead),
        responsible_person=_person(shadow, source, header, row)
        or next((note.person for note in inside if note.person), None),
        span=(row.start, row.end),
        no_span=no_span,
        title_span=title,
        note_spans=tuple(sorted({note.span for note in notes})),
        targets=(),
        deadlines=tuple(_deadlines(frame, header, row, inside)),
    )
    targets = _targets(frame, header, row, first, (mark.end if mark else first[0]), task.title)
    return Item(task._replace(targets=tuple(targets)), tuple(notes))


def _own_number(frame: Frame, span: Span) -> Mark | None:
    mark = mark_at(frame.shadow, *span, frame.source)
    return mark if mark and (mark.kind not in POINTS or mark.kind == "bullet") else None


def _text(frame: Frame, header: Header, row: Row, title: Span, notes: list[Span]) -> str:
    """What the cells of content say besides the title, a cell a line; a quarter's node behind its label."""
    source = frame.source
    parts: list[str] = []
    for index, (start, end) in enumerate(row.spans(header.of("task"))):
        first = title[1] if index == 0 else start
        stop = min((span[0] for span in notes if span[0] >= first), default=end) if index == 0 else end
        parts.append(source[first:stop].lstrip("。：:；; \u3000\n") if index == 0 else source[start:end])
    for column in header.of("action", "target"):
        for start, end in row.spans([column]):
            bare = _FIGURE.fullmatch(frame.shadow[start:end].strip())
            parts.append(f"{header.labels[column]}：{source[start:end]}" if bare else source[start:end])
    for column in header.of(*WHEN):
        least = 0 if header.columns[column] in WHEN[1:] else _LONG_DEADLINE
        spans = [span for span in row.spans([column]) if span[1] - span[0] > least]
        parts += [f"{header.labels[column]}：{source[start:end]}" for start, end in spans]
    return "\n".join(text for part in parts if (text := _BREAKS.sub("", part).strip()))


def _unit_notes(frame: Frame, header: Header, row: Row) -> list[Note]:
    """The units of the lead, supporting and 责任单位 columns; the last leads where no lead column stands beside it."""
    notes: list[Note] = []
    leads = header.of("lead")
    for column in header.of("lead", "neutral", "co"):
        role = header.columns[column]
        helping = role == "co" or (role == "neutral" and bool(leads))
        for span in row.spans([column]):
            notes.append(_unit_note(frame, span, helping, bool(words.FIRST_LEADS.search(header.labels[column]))))
    return notes


def _unit_note(frame: Frame, span: Span, helping: bool, first_leads: bool) -> Note:
    """What one cell says about units: plain names take the column's role, words such as 牵头 and 配合 their own."""
    shadow, source = frame.shadow, frame.source
    told = None if helping else read_note(shadow, source, span, span, frame.known, at_end=True)
    if told and told.co and not told.unsure:
        return told
    fields = read_fields(shadow, source, *span, span)
    if fields and (fields.lead or fields.co):
        return _with_names_above(frame, span, fields)
    lead: list[UnitRead] = []
    co: list[UnitRead] = []
    named = apart(shadow, split_units(shadow, source, *span))[0] or split_units(shadow, source, *span)
    units = [unit for unit in named if not is_person(fold(unit.name))] or named
    marked = chosen(shadow, units)
    if marked:
        lead, co = marked, [unit for unit in units if unit not in marked]
    elif (said := told_in(shadow, source, *span)) and said.roles:
        lead, co = [*said.note.lead], [*said.note.co]
        lead, co = ([], lead + co) if helping else (lead or co, co if lead else [])
    elif helping:
        co = units
    elif first_leads:
        lead, co = units[:1], units[1:]
    else:
        lead = units
    vague = tuple(unit for unit in [*lead, *co] if re.search(words.VAGUE, unit.name))
    return Note(span, tuple(lead), tuple(co), None, (), vague)


def _with_names_above(frame: Frame, span: Span, fields: Note) -> Note:
    """What labels in a cell say, and the names in the lines above the first of them: they help whoever leads."""
    first = min(unit.span[0] for unit in fields.lead + fields.co)
    stop = frame.shadow.rfind("\n", span[0], first)
    if stop < 0 or "：" in frame.shadow[span[0] : stop]:
        return fields
    said = {unit.name for unit in fields.lead + fields.co}
    above = [unit for unit in split_units(frame.shadow, frame.source, span[0], stop) if unit.name not in said]
    if not are_unit_names([unit.name for unit in above]):
        return fields
    return fields._replace(co=(*above, *fields.co)) if fields.lead else fields._replace(lead=tuple(above))


def _person(shadow: str, source: str, header: Header, row: Row) -> str | None:
    """The responsible leader, else the responsible person; names padded or stacked in the cell written in one line."""
    for role in ("leader", "person"):
        names = [source[slice(*span)] for span in row.spans(header.of(role))]
        if names:
            one = _PADDED.sub(r"\1\2", "、".join(dict.fromkeys(names)))
            return re.sub(r"[\s\u3000、，,]+", "、", one)
    cells = row.spans(header.of("lead", "neutral"))
    beside = [unit.name for span in cells for unit in split_units(shadow, source, *span)]
    people = [name for name in beside if is_person(fold(name))]
    behind = (apart(shadow, split_units(shadow, source, *span))[1] for span in cells)  # 养老科（钱某）
    if not people:
        return next((name for name in behind if name), None)
    return "、".join(people) if people and len(people) < len(beside) else None


def _targets(frame: Frame, header: Header, row: Row, first: Span, start: int, title: str) -> list[TargetRead]:
    """The figures of the target column, then those of the others that it does not repeat."""
    measure = next((frame.source[slice(*span)] for span in row.spans(header.of("measure"))), None)
    found: list[TargetRead] = []
    for column in header.of("target"):
        for span in row.spans([column]):
            bare = _bare_figure(
                frame, span, measure or measure_in(header.labels[column]) or measure_in(fold(title)), title
            )
            found += [bare] if bare else read_targets(frame.shadow, frame.source, *span, frame.year)
    seen = {(target.value, target.unit) for target in found}
    others = [span for span in row.spans(header.of("task", "action")) if span != first]
    for a, b in ((start, first[1]), *others):
        said = [t for t in read_targets(frame.shadow, frame.source, a, b, frame.year) if (t.value, t.unit) not in seen]
        seen |= {(target.value, target.unit) for target in said}
        found += said
    return sorted(found, key=lambda target: target.span)


def _bare_figure(frame: Frame, span: Span, measure: str | None, title: str) -> TargetRead | None:
    """A cell with nothing but a number, counted in the unit that another cell or the header names."""
    match = _FIGURE.fullmatch(frame.shadow[slice(*span)].strip())
    if not match or not measure:
        return None
    scale = next((word for word in ("万", "亿") if measure.startswith(word)), "")
    value = round(float(match["value"]) * MAGNITUDES[scale], 6)
    unit = measure.removeprefix(scale)
    sign = _SIGNS.get(match["sign"] or "", "=")
    kind = "ratio" if unit == "%" else "cap" if sign in ("<=", "<") else "cumulative"
    return TargetRead(frame.source[slice(*span)], value, unit, sign, title, None, kind, span)


def _deadlines(frame: Frame, header: Header, row: Row, inside: list[Note]) -> list[DeadlineRead]:
    shadow, source = frame.shadow, frame.source
    found: list[DeadlineRead] = []
    for span in row.spans(header.of("deadline")):
        said = read_field(shadow, source, *span, frame.year, frame.issued)
        found += said or [DeadlineRead(source[slice(*span)], None, "event", span)]
    for column in header.of(*WHEN[1:]):
        for span in row.spans([column]):
            dated = [d for d in read_field(shadow, source, *span, frame.year, frame.issued) if d.date]
            month, day = _QUARTER_ENDS[quarter_of(header.columns[column])]
            end = DeadlineRead(source[slice(*span)], date(frame.year, month, day), "period_end", span)
            found += dated or [end]
    for span in row.spans(header.of("task", "action", "target")):
        found += read_deadlines(shadow, source, *span, frame.year, frame.issued)
    for note in inside:
        for span in note.deadlines:
            found += read_field(shadow, source, *span, frame.year, frame.issued)
    return sorted(set(found), key=lambda deadline: deadline.span)


def is_share(frame: Frame, span: Span) -> bool:
    """Whether a cell's bare number may be a percentage that the file shows as one: 0.95."""
    text = frame.shadow[slice(*span)].strip()
    return bool(re.fullmatch(r"0\.\d+|1", text)) and not MEASURE.fullmatch(text)
