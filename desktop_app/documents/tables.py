"""Tables of tasks (任务分解表, 责任分工表, 督办台账) to what they say; each passage is also known by its cell."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from itertools import pairwise

from desktop_app import clock
from desktop_app.documents.doubts import item_doubts, numbering_doubts
from desktop_app.documents.extraction import Doubt, Extraction, Meta, SectionRead, Span, TaskRead
from desktop_app.documents.folding import fold
from desktop_app.documents.head import read_head
from desktop_app.documents.items import Frame, Item
from desktop_app.documents.left_over import rest_doubts
from desktop_app.documents.lines import is_organ, is_title, lines_of
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.plan_years import year_in
from desktop_app.documents.range_reach import first_leads
from desktop_app.documents.reader.blocks import Content
from desktop_app.documents.rest import rest_of
from desktop_app.documents.table_items import with_items_apart
from desktop_app.documents.table_rows import Reader, Row
from desktop_app.documents.table_source import Placed, TableText, table_text
from desktop_app.documents.table_tasks import is_share, read_row
from desktop_app.documents.table_years import year_of_tables, year_of_title
from desktop_app.documents.unit_names import is_bare_unit, split_units
from desktop_app.documents.unit_words import FIRST_LEADS
from desktop_app.documents.units import Note, find_notes
from desktop_app.texts import documents as document_texts
from desktop_app.texts import formats as texts

_FILLED_BY = re.compile("(?:填报|制表|编制|报送|填表)单位(?:（[^）]*）)? *： *(?P<organ>[一-鿿]{4,30})")
_CAPTION = 60  # characters above a table in which its caption stands
_NAME_OF_CHAPTER = re.compile("(?!附|表|注|单位)[一-鿿]{2,16}")
_BRACKET = re.compile("（[^（）]*）")


def read_tables(content: Content) -> Extraction | None:
    """What the tables of tasks in `content` say, taken together; None where there is none with a task in it."""
    text = table_text(content)
    if not text.tables:
        return None
    readers, same = _readers(text)
    if not any(reader.rows for reader in readers):
        return None
    meta = _meta(text)
    frame = Frame(text.shadow, text.source, meta.year or clock.today().year, meta.issued_on, _known(text, readers))
    years = {reader.placed.span: year_of_title(text, reader.placed) or frame.year for reader in readers}
    items, sections, doubts = _items(frame, readers, years)
    remarks = [(name, texts.SAME_SHEET.format(name=name)) for name in same]
    remarks += [(labels, texts.LIST_LEFT_OUT.format(labels=labels)) for labels in dict.fromkeys(text.lists)]
    remarks += [(table.name, texts.HIDDEN_SHEET.format(name=table.name)) for table in content.tables() if table.hidden]
    doubts += [Doubt(None, "structure", name, said, None) for name, said in remarks]
    if not meta.year:
        doubts.append(Doubt(None, "deadline", "", document_texts.NO_YEAR.format(year=frame.year), None))
    tasks = [item.task for item in items]
    used = [section.span for section in sections] + [task.span for task in tasks]
    rest = _rest(text, used)
    told = {doubt.span for doubt in doubts}
    below = [section.span for section in sections if section.span[0] > tasks[-1].span[0]]  # with no task of its own
    left = [span for span in (*rest, *below) if span not in told]
    doubts += rest_doubts(frame, [reader.placed.span for reader in readers], tasks, left)
    return Extraction(
        kind="table",
        source=text.source,
        meta=meta,
        sections=tuple(sections),
        tasks=tuple(tasks),
        doubts=tuple(sorted(doubts, key=lambda doubt: (doubt.span or (0, 0), doubt.seq or 0))),
        rest=rest,
        cells=text.cells,
    )


def rows_of(extraction: Extraction, names: Collection[str]) -> Extraction:
    """The tasks that a unit leads or helps with, known by any of `names`; the others go to the rest.

    For the breakdown of a government work report, of which an office keeps its own rows. Numbers stay as they are.
    """
    known = {_plain(name) for name in names}
    kept = [task for task in extraction.tasks if known & {_plain(unit) for unit in _units(task)}]
    gone = [task.span for task in extraction.tasks if task not in kept]
    places = {task.seq for task in kept}
    return extraction._replace(
        tasks=tuple(kept),
        doubts=tuple(doubt for doubt in extraction.doubts if doubt.seq is None or doubt.seq in places),
        rest=tuple(sorted((*extraction.rest, *gone))),
    )


def _units(task: TaskRead) -> Iterable[str]:
    return (*task.lead_units, *task.co_units)


def _plain(name: str) -> str:
    return re.sub(r"\s", "", _BRACKET.sub("", fold(name)))


def _readers(text: TableText) -> tuple[list[Reader], list[str]]:
    """A reader a table, and the names of the sheets that only repeat the rows of others."""
    readers: list[Reader] = []
    same: list[str] = []
    seen: set[str] = set()
    for placed in text.tables:
        reader = Reader(placed, text.source, text.shadow)
        reader.read()
        columns = placed.header.of("task")
        titles = {text.source[slice(*span)] for row in reader.rows for span in row.spans(columns)[:1]}
        if titles and len(titles & seen) * 5 >= len(titles) * 4:
            same.append(placed.table.name)
        else:
            readers.append(reader)
            seen |= titles
    return readers, same


def _items(
    frame: Frame, readers: list[Reader], years: dict[Span, int]
) -> tuple[list[Item], list[SectionRead], list[Doubt]]:
    items: list[Item] = []
    sections: list[SectionRead] = []
    doubts: list[Doubt] = []
    captions = _captions(frame, readers)
    first_told = False
    for reader in readers:
        before, of_year = len(sections), frame._replace(year=years[reader.placed.span])
        outer = _outer_section(frame, reader) if not reader.sections else None
        if not outer and not reader.sections and len(readers) > 1:
            outer = _title_section(frame, reader) or captions.get(reader.placed.span[0])
        sections += [section.read for section in reader.sections] or ([outer] if outer else [])
        places = {id(section): before + n for n, section in enumerate(reader.sections, 1)}
        for row in with_items_apart(reader.header, reader.rows, frame.shadow):
            place = places.get(id(row.section)) if row.section else (len(sections) if outer else None)
            inherited = _inherited(frame, row.section.words) if row.section else None
            item = read_row(of_year, reader.header, row, len(items) + 1, place, inherited)
            if outer:
                item = item._replace(task=item.task._replace(section_no=outer.no))
            first_told = first_told or _says_that_first_leads(frame, reader, row)
            items.append(first_leads(item, frame.source) if first_told else item)
            doubts += _doubts(frame, reader, row, item)
        doubts += [
            Doubt(None, "structure", frame.source[slice(*span)], texts.NO_TASK_CELL, span) for span in reader.lost
        ]
        doubts += _column_doubts(frame, reader)
    doubts += numbering_doubts([item.task for item in items if item.task.no], sections)
    return items, sections, doubts


def _says_that_first_leads(frame: Frame, reader: Reader, row: Row) -> bool:
    """Whether the units of a row stand beside a remark for them and those below: （列首位的为牵头单位，下同）."""
    return any(FIRST_LEADS.search(frame.shadow, *span) for span in row.spans(reader.header.of("lead", "neutral")))


def _column_doubts(frame: Frame, reader: Reader) -> list[Doubt]:
    """A question for each column that only its cells told."""
    doubts: list[Doubt] = []
    for column in reader.header.unsure:
        span = reader.label_span(column)
        role = reader.header.columns[column]
        label = frame.source[slice(*span)] if span else ""
        if span and role in texts.ROLES:
            what = "unit" if role in ("lead", "co") else "deadline" if role == "deadline" else "structure"
            text = texts.BY_CONTENT.format(label=re.sub(r"\s", "", label), role=texts.ROLES[role])
            doubts.append(Doubt(None, what, label, text, span))
    return doubts


def _outer_section(frame: Frame, reader: Reader) -> SectionRead | None:
    """The numbered line right above a table without sections of its own: 一、兜底保障."""
    lines = lines_of(frame.source, 0, reader.placed.span[0])
    grid_lines = lines_of(frame.source, *reader.placed.span)
    first = next((span[0] for place, span in reader.placed.spans.items() if place[0] >= reader.header.first), 0)
    above = [line for line in [*lines[-1:], *grid_lines] if line[1] <= first]
    for start, end in reversed(above[-2:]):
        mark = mark_at(frame.shadow, start, end, frame.source)
        if mark and mark.kind in ("part", "chinese", "chinese_bracket") and end - start <= 40:
            return SectionRead(mark.printed, frame.source[mark.end : end].strip(), (start, end))
    return None


def _title_section(frame: Frame, reader: Reader) -> SectionRead | None:
    """Of several tables, each under its own title, this one's."""
    cells = [span for place, span in reader.placed.spans.items() if place[0] < reader.header.first]
    above = lines_of(frame.source, 0, reader.placed.span[0])[-1:]
    title = next((span for span in [*cells, *above] if is_title(frame.shadow[slice(*span)])), None)
    return SectionRead("", frame.source[slice(*title)].strip(), title) if title else None


def _captions(frame: Frame, readers: list[Reader]) -> dict[int, SectionRead]:
    """Of several tables that each stand right under a short line of its own, that line, by where the table begins."""
    starts = [reader.placed.span[0] for reader in readers]
    lines = [line for start in starts for line in lines_of(frame.source, max(0, start - _CAPTION), start - 1)[-1:]]
    words = {frame.shadow[slice(*line)] for line in lines}
    captioned = len(words) == len(starts) > 1 and all(_NAME_OF_CHAPTER.fullmatch(word) for word in words)
    found = [SectionRead("", frame.source[slice(*line)], line) for line in lines]
    return dict(zip(starts, found, strict=True)) if captioned else {}


def _inherited(frame: Frame, words: Span) -> Note | None:
    notes = find_notes(frame.shadow, frame.source, *words)
    found = next((note for note in notes if note.lead or note.co), None)
    if found:
        return found
    units = split_units(frame.shadow, frame.source, *words)  # a chapter that is nothing but a unit's name
    whole = units and units[0].span[0] == words[0] and units[-1].span[1] >= words[1] - 1
    sure = whole and all(is_bare_unit(unit.name, frame.known, at_end=False) for unit in units)
    return Note(words, tuple(units), (), None, (), ()) if sure else None


def _doubts(frame: Frame, reader: Reader, row: Row, item: Item) -> list[Doubt]:
    """The questions about a row; a table without numbers needs none, and cells may need some of their own."""
    task = item.task
    numbered = bool(reader.header.of("no"))
    doubts = [doubt for doubt in item_doubts(frame, item) if numbered or doubt.text != document_texts.UNNUMBERED]
    leads = row.spans(reader.header.of("lead") or reader.header.of("neutral"))
    if row.height > 1 and len({frame.source[slice(*span)] for span in leads}) > 1:
        text = texts.SEVERAL_LEADS.format(count=row.height)
        doubts.append(Doubt(task.seq, "unit", task.title, text, task.title_span))
    for column, _, span in row.cells:
        role, phrase = reader.header.columns[column], frame.source[slice(*span)]
        if role == "target" and is_share(frame, span):
            percent = f"{float(fold(phrase)) * 100:.10g}"
            text = texts.SHARE.format(phrase=phrase, percent=percent)
            doubts.append(Doubt(task.seq, "target", phrase, text, span))
    return doubts


def _known(text: TableText, readers: list[Reader]) -> frozenset[str]:
    """Every name in a column of units: a bracket in a task's cell may hold one of them."""
    names: set[str] = set()
    for reader in readers:
        for row in reader.rows:
            spans = row.spans(reader.header.of("lead", "co", "neutral"))
            names |= {name for span in spans for name in re.split(r"[、，；\s]+", text.shadow[slice(*span)])}
    return frozenset(names - {""})


def _meta(text: TableText) -> Meta:
    """What stands above the first table's header and around the tables; a title need not look like one."""
    lines = _outside(text)
    meta = read_head(text.shadow, text.source, lines, text.furniture).meta
    if not meta.title:
        meta = meta._replace(title=_plain_title(text, lines))
        meta = meta._replace(year=meta.year or year_in(fold(meta.title or "")))
    if not meta.issuer:
        found = _FILLED_BY.search(text.shadow)
        organ = found["organ"] if found else ""
        meta = meta._replace(issuer=organ if is_organ(organ) and not organ.startswith(("局", "本")) else None)
    return meta if meta.year else meta._replace(year=year_of_tables(text))


def _outside(text: TableText) -> list[Span]:
    """The lines of passages outside the tables, and of the cells above the headers."""
    lines: list[Span] = []
    at = 0
    for placed in text.tables:
        lines += lines_of(text.source, at, placed.span[0])
        for place, span in placed.spans.items():
            if place[0] < placed.header.first:
                lines += lines_of(text.source, *span)
        at = placed.span[1]
    return lines + lines_of(text.source, at, len(text.source))


def _plain_title(text: TableText, lines: list[Span]) -> str | None:
    """Without a line that reads as a title: the sheet's name if it does, else the longest line above the header."""
    first = text.tables[0]
    above = [span for span in lines if span[1] <= first.spans[_first_place(first)][0]]
    plain = [
        text.source[a:b]
        for a, b in above
        if 6 <= b - a <= 60
        and not re.search("[：。]|^附", text.shadow[a:b])
        and not mark_at(text.shadow, a, b, text.source)
    ]
    if plain:
        return max(plain, key=len)
    return first.table.name if is_title(fold(first.table.name)) else None


def _first_place(placed: Placed) -> tuple[int, int]:
    return next(place for place in placed.spans if place[0] >= placed.header.first)


def _rest(text: TableText, used: list[Span]) -> tuple[Span, ...]:
    """What no task and no section took: passages whole, tables cell by cell."""
    edges = sorted({edge for cell in text.cells for edge in cell.span})
    passages: list[Span] = []
    for start, end in rest_of(text.source, used):
        inside = edges[bisect_right(edges, start) : bisect_left(edges, end)]
        for first, last in pairwise((start, *inside, end)):
            left = len(text.source[first:last].lstrip())
            if left:
                passages.append((last - left, first + len(text.source[first:last].rstrip())))
    return tuple(passages)
