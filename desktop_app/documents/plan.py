"""From cleaned text to what the plan says: kind, meta data, sections, tasks, doubts; or why it is refused."""

import re
from itertools import pairwise
from pathlib import Path

from desktop_app import clock
from desktop_app.documents.doubts import item_doubts, numbering_doubts
from desktop_app.documents.extraction import Doubt, Extraction, Meta, Refusal, SectionRead, Span
from desktop_app.documents.folding import fold
from desktop_app.documents.genres import only_covers, other_genre
from desktop_app.documents.head import meeting_day, read_head
from desktop_app.documents.instructions import written_on
from desktop_app.documents.items import Collected, Frame
from desktop_app.documents.left_over import left_over_doubts
from desktop_app.documents.line_tables import with_tables
from desktop_app.documents.lines import lines_of
from desktop_app.documents.marks import classified_mark
from desktop_app.documents.numbering import mark_at, points_over
from desktop_app.documents.parts import joined_plans, titles_within
from desktop_app.documents.personal import personal_doubts
from desktop_app.documents.plan_years import plan_year, year_in
from desktop_app.documents.range_heads import ranges_of_headings
from desktop_app.documents.range_reach import apply_ranges, first_leads
from desktop_app.documents.range_runs import mark_told
from desktop_app.documents.ranges import read_ranges
from desktop_app.documents.reader.blocks import Content
from desktop_app.documents.reader.clean import Document, clean
from desktop_app.documents.rest import rest_of
from desktop_app.documents.run_on import is_unparted
from desktop_app.documents.run_on_head import parted_heads
from desktop_app.documents.sections import mark_notes, outline
from desktop_app.documents.summaries import (
    calls_itself_summary,
    looks_both_ways,
    next_part,
    said_next,
    without_troubles,
)
from desktop_app.documents.swallowed import with_swallowed
from desktop_app.documents.tasks import collect, collect_points, unread
from desktop_app.documents.title_lines import plain_title
from desktop_app.documents.unbroken import broken_up
from desktop_app.documents.unit_ends import name_length
from desktop_app.documents.unit_grammar import told_in
from desktop_app.documents.unit_tails import alike_at_ends, told_at_end
from desktop_app.documents.unit_tokens import is_when, short_length
from desktop_app.documents.unit_words import FIRST_LEADS
from desktop_app.documents.units import Note, find_notes, line_label, read_fields
from desktop_app.texts import documents as texts
from desktop_app.texts import formats as format_texts

_MINUTES = re.compile("纪要")
_HEAD = 600  # characters in which minutes tell when the meeting was held
_SOME_LENGTH = 5
_DECIDED = re.compile("会议(?:议定|决定|研究决定)|议定事项")


def extract(path: Path) -> Extraction | Refusal:
    """Read the file at `path`; raises Refused where the file itself cannot be read."""
    from desktop_app.documents.reader import read_content

    return _read_content(read_content(path))


def extract_text(text: str, page: str = "") -> Extraction | Refusal:
    """Read what was pasted, `page` being its HTML if there is any; raises Refused where there is nothing."""
    from desktop_app.documents.reader import read_pasted

    return _read_content(read_pasted(text, page))


def _read_content(content: Content) -> Extraction | Refusal:
    """The better reading of a file with tables: its tables of tasks, or its prose where that has more tasks."""
    content = with_tables(content)
    document = clean(content.text())
    mark = classified_mark(document.text) or classified_mark(document.dropped())
    if mark:
        return Refusal(texts.CLASSIFIED.format(mark=mark))
    table = _tables_of(content) if any(content.tables()) else None
    if table is None:
        return _with_remarks(_prose_of_all(document, content), content)
    passages = [block for block in content.blocks if isinstance(block, str)]
    outside = clean("\n".join(passages))
    prose = read_plan(outside.text, outside.dropped()) if outside.text else None
    if isinstance(prose, Extraction) and len(prose.tasks) > len(table.tasks) and not _only_table_names(table, prose):
        return _with_remarks(prose, content, format_texts.TABLE_LEFT_OUT.format(count=len(table.tasks)))
    if isinstance(prose, Extraction):
        return _with_remarks(table, content, format_texts.PROSE_LEFT_OUT.format(count=len(prose.tasks)))
    return _with_remarks(table, content)


def _only_table_names(table: Extraction, prose: Extraction) -> bool:
    """Whether a table of some length says of its tasks who does them, and the prose beside it of hardly any."""
    named, told = (sum(bool(task.lead_units) for task in part.tasks) for part in (table, prose))
    return len(table.tasks) >= _SOME_LENGTH and named * 5 >= len(table.tasks) * 4 and told * 5 <= len(prose.tasks)


def _tables_of(content: Content) -> Extraction | None:
    """The tasks in the tables, by rules that are loaded only where there are any."""
    from desktop_app.documents.tables import read_tables

    return read_tables(content)


def _prose_of_all(document: Document, content: Content) -> Extraction | Refusal:
    """A file without tables of tasks as prose, its cells line by line."""
    if any(content.tables()):
        from desktop_app.documents.table_source import passages_and_tables

        document = clean(passages_and_tables(content).text())
    result = read_plan(document.text, document.dropped())
    is_book = all(not isinstance(block, str) for block in content.blocks)
    return Refusal(format_texts.NO_TABLE) if is_book and result == Refusal(texts.NO_ITEMS) else result


def _with_remarks(result: Extraction | Refusal, content: Content, *more: str) -> Extraction | Refusal:
    """The result with a doubt for each thing that the reader could not read whole, and each personal number."""
    if not isinstance(result, Extraction):
        return result
    remarks = [Doubt(None, "structure", "", text, None) for text in (*content.remarks, *more)]
    return result._replace(doubts=(*remarks, *personal_doubts(fold(result.source), result.tasks), *result.doubts))


def read_plan(text: str, furniture: str = "") -> Extraction | Refusal:
    """Read a cleaned text; `furniture` is what cleaning left out, where a web page may say number and date."""
    mark = classified_mark(text) or classified_mark(furniture)
    if mark:
        return Refusal(texts.CLASSIFIED.format(mark=mark))
    for looked_up in (mark_at, read_fields, told_in, told_at_end, line_label, name_length, short_length, is_when):
        looked_up.cache_clear()  # of the text before: it would stay in memory
    shadow = fold(text)
    lines = broken_up(shadow, text, parted_heads(shadow, lines_of(text, 0, len(text))))
    lines = with_swallowed(shadow, text, lines)
    head = read_head(shadow, text, lines, furniture)
    title = fold(head.meta.title) if head.meta.title else None
    body = lines[head.body :]
    opening = shadow[body[0][0] : body[min(2, len(body) - 1)][1]] if body else ""
    if calls_itself_summary(title, opening):
        return _summary(shadow, text, body, head.meta)
    minutes = bool(title and _MINUTES.search(title)) or bool(not title and _DECIDED.search(shadow))
    if looks_both_ways(title):
        body = body[_next_index(shadow, text, body) or 0 :]
    extraction = _all_plans(shadow, text, lines[: max(head.body - 1, 0)], body, head.meta, minutes)
    if len(extraction.tasks) < 2 and any(is_unparted(line) for line in text.split("\n")):
        return Refusal(texts.RUN_ON)
    if not extraction.tasks:
        return Refusal(texts.NO_ITEMS)
    words = [shadow[slice(*line)] for line in lines]
    if only_covers(title, lines, words, extraction):
        return Refusal(texts.COVER, extraction)
    notice = fold(head.meta.notice_title or "") or None
    other = other_genre(title, notice, words, extraction.tasks, head.meta.year)
    if other:
        named = head.meta.title if other == title else other
        return Refusal(texts.NO_PLAN.format(title=named, count=len(extraction.tasks)), extraction)
    if title is None:
        plain = plain_title(shadow, text, lines, head.meta.notice_title)
        extraction = extraction._replace(meta=extraction.meta._replace(title=plain))
    return extraction


def _all_plans(shadow: str, text: str, before: list[Span], body: list[Span], meta: Meta, minutes: bool) -> Extraction:
    """The plan under the title, and the further plans of the same file (附件1, 附件2)."""
    borders = [] if minutes else titles_within(shadow, text, body)
    kind = "minutes" if minutes else "plan"
    first = _extract(shadow, text, body[: borders[0]] if borders else body, meta, kind)
    parts = [body[at:end] for at, end in pairwise([*borders, len(body)])]
    earlier = [] if minutes else titles_within(shadow, text, before)
    parts = [before[at:end] for at, end in pairwise([*earlier, len(before)])] + parts
    others: list[tuple[str, Extraction]] = []
    for lines in parts:
        title = text[slice(*lines[0])].strip()
        if calls_itself_summary(fold(title), ""):
            continue
        year = plan_year([fold(title)]) or meta.year
        found = _extract(shadow, text, lines[1:], meta._replace(year=year), kind)
        others += [(title, found)] if found.tasks else []
    return joined_plans(first, others) if others else first


def _extract(shadow: str, text: str, body: list[Span], meta: Meta, kind: str) -> Extraction:
    """The tasks of `body`, with everything else as rest."""
    frame, year_doubts = _frame(shadow, text, body, meta)
    if kind == "minutes":
        frame = frame._replace(issued=meeting_day(shadow, min(len(shadow), _HEAD), frame.year) or frame.issued)
    elif body and not any(mark_at(shadow, *span, text) for span in body):  # one sheet, one day
        frame = frame._replace(issued=written_on(shadow, body[0][0], body[-1][1], frame.year) or frame.issued)
    in_headings = ranges_of_headings(frame, body)
    ranges, body = read_ranges(frame, body)
    tree = outline(shadow, text, body, kind == "minutes")
    notes = _notes_of(frame, body)
    mark_notes(tree.nodes, [note.span[0] for note in notes])
    mark_told(tree.nodes, ranges, len(text))
    frame = frame._replace(known=frame.known | _names_in(notes))  # names known from one note make others readable
    collected = collect(frame, tree, kind)
    collected.doubts += unread(frame, tree, [note.span[0] for note in notes])
    collected.items = apply_ranges([*ranges, *in_headings], collected.items)
    if body and FIRST_LEADS.search(shadow, 0, body[-1][1]):  # the covering notice may say it
        collected.items = [first_leads(item, text) for item in collected.items]
    used = [section.span for section in collected.sections]
    used += [doubt.span for doubt in collected.doubts if doubt.span]
    last = tree.after[0][0] if tree.after else body[-1][1] if body else 0
    collected.doubts += left_over_doubts(frame, collected.items, used, last)
    return _extraction(frame, meta, kind, collected, year_doubts)


def _notes_of(frame: Frame, body: list[Span]) -> list[Note]:
    """The notes anywhere in `body` that name a unit."""
    if not body:
        return []
    notes = find_notes(frame.shadow, frame.source, body[0][0], body[-1][1], frame.known)
    return [note for note in notes if note.lead or note.co]


def _names_in(notes: list[Note]) -> frozenset[str]:
    return frozenset(unit.name for note in notes for unit in note.lead + note.co)


def _frame(shadow: str, text: str, body: list[Span], meta: Meta) -> tuple[Frame, list[Doubt]]:
    """The frame of one reading, with a doubt where the year had to be guessed."""
    year = meta.year or clock.today().year
    doubts = [] if meta.year else [Doubt(None, "deadline", "", texts.NO_YEAR.format(year=year), None)]
    known = _known_units(shadow, text, body, meta)
    return Frame(shadow, text, year, meta.issued_on, known, meta.title), doubts


def _known_units(shadow: str, text: str, body: list[Span], meta: Meta) -> frozenset[str]:
    """Names that labelled notes and the addressees give: a bare bracket may hold one of them."""
    if not body:
        return frozenset()
    names = frozenset(re.split("[、，,；;]", meta.addressees or "")) - {""}
    names |= alike_at_ends(shadow, body[0][0], body[-1][1])
    return names | _names_in(find_notes(shadow, text, body[0][0], body[-1][1], names))


def _extraction(frame: Frame, meta: Meta, kind: str, collected: Collected, doubts: list[Doubt]) -> Extraction:
    tasks = [item.task for item in collected.items]
    doubts = [*doubts, *collected.doubts]
    for item in collected.items:
        doubts += item_doubts(frame, item)
    doubts += numbering_doubts(tasks, collected.sections)
    used = [section.span for section in collected.sections] + [task.span for task in tasks]
    return Extraction(
        kind=kind,
        source=frame.source,
        meta=meta,
        sections=tuple(collected.sections),
        tasks=tuple(tasks),
        doubts=tuple(sorted(doubts, key=lambda doubt: (doubt.span or (0, 0), doubt.seq or 0))),
        rest=rest_of(frame.source, used),
    )


def _next_index(shadow: str, text: str, body: list[Span]) -> int | None:
    headings: list[tuple[int, Span]] = []
    for index, (start, end) in enumerate(body):
        mark = mark_at(shadow, start, end, text)
        if mark and mark.kind in ("part", "chinese"):
            headings.append((index, (mark.end, end)))
    return next_part(shadow, headings, body, 0)


def _summary(shadow: str, text: str, body: list[Span], meta: Meta) -> Refusal:
    """A summary is refused; its part about what comes next is offered with the tasks found there."""
    index = _next_index(shadow, text, body)
    part = said_next(shadow, body, meta.year) if index is None else body[index:]
    offer = _offer(shadow, text, part, meta) if part else None
    count = len(offer.tasks) if offer else 0
    said = texts.SUMMARY_OFFER.format(count=count) if count else texts.SUMMARY_NOTHING
    title = meta.title or texts.UNTITLED
    return Refusal(texts.SUMMARY.format(title=title, offer=said), offer if count else None)


def _offer(shadow: str, text: str, part: list[Span], meta: Meta) -> Extraction:
    """The intentions in a summary's last part: its numbered items, or the run 一是…二是… of a paragraph."""
    paragraphs = without_troubles(shadow, part[1:])
    next_year = next((year for span in paragraphs if (year := year_in(shadow[slice(*span)][:40]))), None)
    later = meta._replace(year=next_year or (meta.year + 1 if meta.year else None))
    runs = points_over(shadow, paragraphs)
    if max((len(run) for run in runs), default=0) >= 2 and not _numbered(shadow, text, part[1:]):
        frame, doubts = _frame(shadow, text, part, later)
        heading = mark_at(shadow, *part[0], text)
        section = SectionRead(heading.printed, text[heading.end : part[0][1]], part[0]) if heading else None
        return _extraction(frame, later, "plan", collect_points(frame, section, paragraphs, runs), doubts)
    return _extract(shadow, text, part, later, "plan")


def _numbered(shadow: str, text: str, part: list[Span]) -> bool:
    marks = [mark_at(shadow, start, end, text) for start, end in part]
    return sum(mark is not None and mark.kind != "point" for mark in marks) >= 2
