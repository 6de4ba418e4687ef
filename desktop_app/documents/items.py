"""One item: its title, its text, its unit notes, its targets and due times."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from desktop_app.documents.deadlines import read_deadlines, read_field
from desktop_app.documents.extraction import DeadlineRead, Doubt, SectionRead, Span, TargetRead, TaskRead
from desktop_app.documents.instructions import said_from, written_on
from desktop_app.documents.orders import find_call, find_order, open_order, topic_order
from desktop_app.documents.targets import read_targets
from desktop_app.documents.units import Note, find_notes

_TITLE_END = re.compile(r"[。：！？\n]|(?<=[一-鿿”）])\.(?= |[一-鿿“A-Z]|$)")
_FIELD = re.compile(r"[^，。；：、\s\d]{3,30}(?=\u3000[^。\n]*\d[^。\n]*$)")  # 辅具适配　1100件
_ABOUT = re.compile("(?P<matter>关于[^，。；：\n]{2,40})。(?=\\s*[^\\s])")
_CLAUSE_END = re.compile("[，。；：\n]")
_STOPS = "，。；：、 \n"
_LEAST_DEED = 4  # letters of a clause that can be a title
_NO_DEED = re.compile("(?:(?:抓好|做好|组织)?(?:落实|实施|办理|执行|承办)(?:到位)?)?[，。；：、 \\n]*")
_OPENING_QUOTES = "“‘《（"
_CLOSING_QUOTES = "”’》）"
_BREAKS = re.compile(r"\s*\n\s*")


class Place(NamedTuple):
    """Where an item stands: as printed, its number in the document and its section."""

    no: str
    seq: int
    section_no: str | None
    section_seq: int | None
    no_span: Span
    start: int
    end: int


class Frame(NamedTuple):
    """What holds for every item of one document."""

    shadow: str
    source: str
    year: int
    issued: date | None
    known: frozenset[str]
    title: str | None = None


class Item(NamedTuple):
    """A task with the notes it was read from, which the doubts still need."""

    task: TaskRead
    notes: tuple[Note, ...]


@dataclass
class Collected:
    """What was gathered, in document order."""

    sections: list[SectionRead] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    inside: int | None = None  # how many sections there were when the one that is gone through was opened

    def open(self, section: SectionRead) -> None:
        """Begin a section, to which what is gathered from now on belongs."""
        self.sections.append(section)
        self.inside = len(self.sections)


def read_item(frame: Frame, place: Place, inherited: Note | None) -> Item:
    """The item of a plan at `place`; without a unit of its own it takes those of its section's heading."""
    shadow, source = frame.shadow, frame.source
    first = place.no_span[1]
    notes = find_notes(shadow, source, first, place.end, frame.known)
    if any(note.lead and not note.unsure for note in notes):  # what words unknown seem to say is none beside it
        notes = [note for note in notes if not note.unsure]
    title = title_span(shadow, said_from(shadow, first, place.end), place.end, [note.span for note in notes])
    field = _FIELD.match(source, *title)
    title = (title[0], field.end()) if field else title
    item = _item(frame, place, title, notes, _units(frame, place, notes, inherited))
    if item.task.responsible_person or not inherited:
        return item
    return item._replace(task=item.task._replace(responsible_person=inherited.person))


def _units(frame: Frame, place: Place, notes: list[Note], inherited: Note | None) -> list[Note]:
    """The notes that name units; else an order in the text; else what the heading says."""
    units = [note for note in notes if note.lead or note.co]
    if units and inherited and not any(note.lead for note in units):
        return [inherited, *units]
    if any(note.lead for note in units):
        return units
    order = find_order(frame.shadow, frame.source, place.no_span[1], place.end)
    if units:
        return [order, *units] if order else units
    return [order] if order else [inherited] if inherited else []


def read_decision(frame: Frame, place: Place) -> Item:
    """The item of minutes at `place`: the first clause after who is told is the title, or its own head sentence."""
    shadow, source = frame.shadow, frame.source
    first = place.no_span[1]
    on_matter = topic_order(shadow, source, first, place.end)
    if on_matter:
        title, order = on_matter
        notes = [order.note, *find_notes(shadow, source, order.start, place.end, frame.known)]
        return _item(frame, place, title, notes, notes)
    about = _ABOUT.match(shadow, first, place.end)
    order = open_order(shadow, source, first, place.end)
    if about:  # 关于墓园选址。会议决定，由甲科牵头…
        notes = find_notes(shadow, source, about.end(), place.end, frame.known)
        called = order.note if order else find_call(shadow, source, about.end("matter"), place.end)
        units = [called] if called else _units(frame, place, notes, None)
        return _item(frame, place, about.span("matter"), notes, units)
    notes = find_notes(shadow, source, order.start if order else first, place.end, frame.known)
    if order:
        found = _CLAUSE_END.search(shadow, order.start, place.end)
        title = (order.start, found.start() if found else place.end)
        short = title[1] - title[0] < _LEAST_DEED  # 同意改造方案，由规划科负责招标
        if short or _NO_DEED.fullmatch(shadow, order.start, place.end):  # 同意拨付30万元，由财务科负责
            title = _clause_before(shadow, first, order.note.span[0]) or title
        opening = [order.note] if order.start > order.note.span[0] else []
        return _item(frame, place, title, [*opening, *notes], [order.note, *notes])
    title = title_span(shadow, first, place.end, [note.span for note in notes])
    units = _units(frame, place, notes, None)
    called = None if units else find_call(shadow, source, title[1], place.end)
    return _item(frame, place, title, notes, [called] if called else units)


def _clause_before(shadow: str, start: int, end: int) -> Span | None:
    """The sentence up to who is told, where nothing stands behind them."""
    start = max(start, *(shadow.rfind(stop, start, end) + 1 for stop in "。；\n"))
    words = shadow[start:end].rstrip(_STOPS)
    return (start + len(words) - len(words.lstrip()), start + len(words)) if words.strip() else None


def _item(frame: Frame, place: Place, title: Span, notes: list[Note], units: list[Note]) -> Item:
    shadow, source = frame.shadow, frame.source
    lead = _names([unit.name for note in units for unit in note.lead])
    co = [name for name in _names([unit.name for note in units for unit in note.co]) if name not in lead]
    targets: list[TargetRead] = []
    deadlines: list[DeadlineRead] = []
    issued = written_on(shadow, place.start, place.end, frame.year) or frame.issued
    for start, end in gaps(place.no_span[1], place.end, [note.span for note in notes]):
        targets += read_targets(shadow, source, start, end, frame.year)
        deadlines += read_deadlines(shadow, source, start, end, frame.year, issued)
    for note in notes:
        for start, end in note.deadlines:
            deadlines += read_field(shadow, source, start, end, frame.year, issued)
        if not note.deadlines:  # （A局负责，8月底前完成）
            deadlines += read_deadlines(shadow, source, *note.span, frame.year, issued)
    task = TaskRead(
        no=place.no,
        seq=place.seq,
        section_no=place.section_no,
        section_seq=place.section_seq,
        title=_BREAKS.sub("", source[title[0] : title[1]]),
        text=_text(source, place, title, notes),
        lead_units=tuple(lead),
        co_units=tuple(co),
        responsible_person=next((note.person for note in notes if note.person), None),
        span=(place.start, place.end),
        no_span=place.no_span,
        title_span=title,
        note_spans=tuple(note.span for note in notes),
        targets=tuple(targets),
        deadlines=tuple(sorted(deadlines, key=lambda deadline: deadline.span)),
    )
    return Item(task, tuple(notes if notes else units))


def title_span(shadow: str, start: int, end: int, notes: list[Span]) -> Span:
    """The head sentence from `start`: up to the first 。 or ： outside quotes and brackets, or to the first note."""
    start = _after(shadow, start, end)
    for first, last in notes:
        if first > start:
            end = min(end, first)
            break
        start = _after(shadow, last, end)
    stop = end
    for found in _TITLE_END.finditer(shadow, start, end):
        part = shadow[start : found.start()]
        depth = sum(part.count(char) for char in _OPENING_QUOTES) - sum(part.count(char) for char in _CLOSING_QUOTES)
        clock = (
            found[0] == "：" and shadow[found.start() - 1].isdigit() and shadow[found.end() : found.end() + 1].isdigit()
        )
        if (depth <= 0 or found[0] == "\n" or found.start() - start > 80) and not clock:
            stop = found.start()
            break
    while stop > start and shadow[stop - 1] in " \n；，、":
        stop -= 1
    return start, stop


def _after(shadow: str, start: int, end: int) -> int:
    """The first place from `start` on that is no blank and no stop left over from a note."""
    while start < end and shadow[start] in " \n：，、；。":
        start += 1
    return start


def gaps(start: int, end: int, spans: list[Span]) -> list[Span]:
    """What `spans` leave of `start:end`."""
    left: list[Span] = []
    for first, last in sorted(spans):
        if first > start:
            left.append((start, first))
        start = max(start, last)
    if end > start:
        left.append((start, end))
    return left


def _text(source: str, place: Place, title: Span, notes: list[Note]) -> str:
    """The rest: without number, title and its stop, and notes; lines joined."""
    used = [(place.start, place.no_span[1]), title, *(note.span for note in notes)]
    parts = [source[start:end] for start, end in gaps(place.start, place.end, used)]
    text = _BREAKS.sub("", "".join(parts)).strip()
    return text.lstrip("。：:；;. \u3000") if title[1] > title[0] else text


def _names(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))
