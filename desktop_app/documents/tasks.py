"""From the outline to tasks: which numbered paragraphs are items, in which section, with which heading's units."""

import re
from bisect import bisect_left
from itertools import pairwise, takewhile

from desktop_app.documents.extraction import Doubt, SectionRead, Span
from desktop_app.documents.folding import fold
from desktop_app.documents.instructions import told_in_lines, without_origins
from desktop_app.documents.items import Collected, Frame, Place, read_decision, read_item
from desktop_app.documents.numbering import Mark, mark_at, points_within
from desktop_app.documents.orders import open_order, topic_order
from desktop_app.documents.range_heads import ranges_of_heading
from desktop_app.documents.sections import (
    Node,
    Outline,
    is_bare,
    is_label_line,
    is_titled,
    sections_among,
)
from desktop_app.documents.set_aside import is_set_aside
from desktop_app.documents.unit_names import is_bare_unit, split_units
from desktop_app.documents.units import Note, find_notes
from desktop_app.documents.unnumbered import entries, paragraphs_below, short_entries
from desktop_app.texts import documents as texts

_FRAME = re.compile(
    r"(?:20\d\d年度?)?(?:年度|全年|主要|重点|具体|工作|下一?步|今年|明年)*(?:任务|工作|措施|举措|重点|安排|打算|事项|内容)"
    r"(?:及|和|与)?(?:任务|工作|措施|举措|重点|安排|打算|分工)*"
)
# What only says that the title follows: 序号：1⏎重点任务：…; 1.项目名称：….
_TITLE_LABEL = re.compile(
    r"\s*(?:重点|工作|主要|年度|改革|目标|具体|民生|督办|交办|议定)*(?:任务|事项|项目|工作|实事|议题)"
    r"(?:名称|内容|事项)?： *(?=\S)|\s*(?:领导)?(?:批示|交办|督办)(?:内容|意见|原文|要求)： *(?=\S)"
)
_LEAST_UNREAD = 2
_LEAST_POINTS = 2
_SENTENCE = re.compile(r"[^。\n]*[^。\s][^。\n]*。?")


def collect(frame: Frame, tree: Outline, kind: str) -> Collected:
    """The sections and tasks of an outline; without any numbers, its titled paragraphs."""
    collected = Collected()
    if tree.nodes:
        _walk(frame, tree.nodes, collected, kind, None)
    elif kind == "minutes":
        _unnumbered_decisions(frame, tree.before, collected)
    else:
        _unnumbered(frame, tree.before, collected)
    return collected


def _unnumbered(frame: Frame, lines: list[Span], collected: Collected) -> None:
    """The tasks of a plan without numbers, and a doubt for each line that was made nothing of."""
    lines = without_origins(frame.shadow, lines)
    spans = [(lines[0][0], lines[-1][1])] if lines else []
    notes = [note for span in spans for note in find_notes(frame.shadow, frame.source, *span, frame.known)]
    starts = [note.span[0] for note in notes if note.lead or note.co]
    starts = sorted([*starts, *told_in_lines(frame.shadow, frame.source, lines)])
    found, left = entries(frame.shadow, lines, starts)
    if not found and frame.title:
        found, left = short_entries(frame.shadow, lines)
    for entry in found:
        if entry.heading:
            title = frame.source[slice(*entry.heading)].strip()
            collected.open(SectionRead("", title, entry.heading))
        _add(frame, collected, "plan", None, entry.span, None)
    if found:
        collected.doubts += [left_out(frame, span) for span in left]


def unread(frame: Frame, tree: Outline, starts: list[int]) -> list[Doubt]:
    """The doubts about lines before the first number or after the end that name a unit, or look like items."""
    if not tree.nodes:
        return []
    doubts = [left_out(frame, span) for span in [*tree.before, *tree.after] if _holds(starts, span)]
    marked = [span for span in tree.after if mark_at(frame.shadow, *span, frame.source)]
    items = [span for span in marked if is_titled(frame.shadow, span) and not _holds(starts, span)]
    if len(items) >= _LEAST_UNREAD:
        words = frame.source[slice(*items[0])][:30]
        doubts.append(Doubt(None, "structure", words, texts.MORE_ITEMS.format(words=words, count=len(items)), items[0]))
    return doubts


def _holds(starts: list[int], span: Span) -> bool:
    return bisect_left(starts, span[0]) < bisect_left(starts, span[1])


def left_out(frame: Frame, span: Span) -> Doubt:
    """The doubt about a passage that might be a task and was not read as one."""
    words = frame.source[slice(*span)]
    return Doubt(None, "structure", words, texts.LEFT_OUT.format(words=words[:30]), span)


def collect_points(
    frame: Frame, section: SectionRead | None, paragraphs: list[Span], runs: list[list[Mark]]
) -> Collected:
    """Each point 一是…, 二是… of `paragraphs` as a task."""
    collected = Collected()
    if section:
        collected.open(section)
    for (_, end), marks in zip(paragraphs, runs, strict=True):
        for index, mark in enumerate(marks):
            stop = marks[index + 1].start if index + 1 < len(marks) else end
            _add(frame, collected, "plan", mark, (mark.start, stop), None)
    return collected


def _walk(frame: Frame, nodes: list[Node], collected: Collected, kind: str, inherited: Note | None) -> None:
    headings = sections_among(frame.shadow, nodes)
    chiefs = _named_for_units(frame, [node for node in nodes if node in headings])
    paragraphs = _with_paragraphs(frame, [node for node in nodes if node not in headings])
    outer = collected.inside
    for node in nodes:
        collected.inside = outer  # what stands beside a section is none of its items
        if is_set_aside(frame, node, nodes, kind):
            title = _heading(frame, node)[0]
            text = texts.NOT_A_TASK.format(title=title)
            collected.doubts.append(Doubt(None, "structure", title, text, (node.start, node.head[1])))
        elif node in headings:
            note = _heading(frame, node)[2] or chiefs.get(node) or _note_below(frame, node)
            if not _is_only_a_frame(frame, node):
                _open_section(frame, node, collected)
            _walk(frame, node.children, collected, kind, note or inherited)
        elif node in paragraphs:
            note = _open_section(frame, node, collected)
            for span in paragraphs[node]:
                _add(frame, collected, kind, None, span, note or inherited)
        elif kind == "minutes" and _is_topic(frame, node):
            _open_section(frame, node, collected)
            _unnumbered_decisions(frame, node.body, collected)
            _walk(frame, node.children, collected, kind, inherited)
        elif headings and not node.children and not node.body and not node.notes and is_bare(frame.shadow, node):
            _open_section(frame, node, collected)
        else:
            for mark, span in _items_of(frame, node, nodes, under_heading=bool(collected.sections)):
                _add(frame, collected, kind, mark, span, inherited)


def _items_of(frame: Frame, node: Node, beside: list[Node], under_heading: bool) -> list[tuple[Mark, Span]]:
    """The node as one item; a paragraph of points (一是…二是…三是…) that is all a section says as one each."""
    end = _own_end(frame, node, beside)
    split = under_heading and node.mark.kind == "point"
    first = node.mark.value or 1  # a later paragraph may go on with 四是…五是…
    points = points_within(frame.shadow, node.start, end, first) if split else []
    if not points or first + len(points) <= _LEAST_POINTS or points[0].start != node.start:
        return [(node.mark, (node.start, end))]
    stops = [*(point.start for point in points[1:]), end]
    return [(point, (point.start, stop)) for point, stop in zip(points, stops, strict=True)]


def _named_for_units(frame: Frame, headings: list[Node]) -> dict[Node, Note]:
    """Where a plan goes through the departments one by one, the unit that each heading is."""
    found: dict[Node, Note] = {}
    for node in headings:
        title, span, _ = _heading(frame, node)
        unit = split_units(frame.shadow, frame.source, node.head[0], node.head[0] + len(title))
        if (
            len(unit) == 1
            and unit[0].name == title
            and "—" not in title
            and is_bare_unit(title, frame.known, at_end=False)
        ):
            found[node] = Note(span, (unit[0],), (), None, (), ())
    return found if len(found) > 1 and len(found) * 5 >= len(headings) * 4 else {}


def _is_only_a_frame(frame: Frame, node: Node) -> bool:
    """A part of the plan (重点任务) over sections is no section itself."""
    title = _heading(frame, node)[0]
    return bool(_FRAME.fullmatch(fold(title))) and len(sections_among(frame.shadow, node.children)) == len(
        node.children
    )


def _is_topic(frame: Frame, node: Node) -> bool:
    """In minutes, a heading whose decisions follow as sentences without numbers."""
    if node.mark.kind == "topic":
        return True
    told = open_order(frame.shadow, frame.source, *node.head) is not None
    return not told and bool(node.body or node.children) and is_bare(frame.shadow, node)


def _heading(frame: Frame, node: Node) -> tuple[str, Span, Note | None]:
    """The title of a heading without its unit note."""
    start, end = node.head
    notes = find_notes(frame.shadow, frame.source, start, end, frame.known)
    note = notes[0] if notes else None
    stop = note.span[0] if note and note.span[0] > start else end
    if frame.shadow.count("（", start, stop) > frame.shadow.count("）", start, stop):  # （共2项，责任科室：A）
        stop = frame.shadow.rindex("（", start, stop)
    stop = next((said.span[0] for said in ranges_of_heading(frame, start, end)), stop)
    sentence = frame.shadow.find("。", start, stop)  # 民生目标。主要对着…，共5项。
    stop = sentence if sentence > start else stop
    title = frame.source[start:stop].strip().rstrip("。：:；; \u3000").lstrip()
    title = title if "【" in title else title.removesuffix("】")  # its mark took the opening one
    return title, (node.start, end), note if note and (note.lead or note.co) else None


def _note_below(frame: Frame, node: Node) -> Note | None:
    """The note on the lines right below a heading (责任科室：A；协助：B), before its first item."""
    if not node.body or not (len(node.body) == 1 or all(is_label_line(frame.shadow, span) for span in node.body)):
        return None
    notes = find_notes(frame.shadow, frame.source, node.body[0][0], node.body[-1][1], frame.known)
    if len(node.body) == 1 and not (
        notes and notes[0].span[0] <= node.body[0][0] and notes[0].span[1] >= node.body[0][1]
    ):
        return None
    return notes[0] if notes and (notes[0].lead or notes[0].co) else None


def _open_section(frame: Frame, node: Node, collected: Collected) -> Note | None:
    title, span, note = _heading(frame, node)
    collected.open(SectionRead(node.mark.printed, title, span))
    return note


def _with_paragraphs(frame: Frame, nodes: list[Node]) -> dict[Node, list[Span]]:
    """The headings over unnumbered paragraphs that are tasks, with these; over a single one where most have more."""
    below = [node for node in nodes if node.body]
    found = {node: tasks for node in below if (tasks := _tasks_below(frame, node))}
    several = [node for node, tasks in found.items() if len(tasks) > 1]
    return found if len(several) * 2 >= len(below) else {node: found[node] for node in several}


def _tasks_below(frame: Frame, node: Node) -> list[Span]:
    """The unnumbered paragraphs below a bare heading that are tasks of their own."""
    if node.children or not is_bare(frame.shadow, node) or not (node.notes or node.depth == 0):
        return []
    notes = find_notes(frame.shadow, frame.source, node.body[0][0], node.end, frame.known)
    return paragraphs_below(
        frame.shadow, node.body, [note.span for note in notes if note.lead or note.co], top=node.depth == 0
    )


def _own_end(frame: Frame, node: Node, beside: list[Node]) -> int:
    """Where an item ends: paragraphs after the note that closes it speak of something else.

    Those below a head of one sentence are its text, but not where it is the last of several that have none.
    """
    if node.children or not node.body or not node.notes:
        return node.end
    notes = find_notes(frame.shadow, frame.source, node.head[0], node.end, frame.known)
    units = [note for note in notes if note.lead or note.co]
    last = max((note.span[1] for note in units), default=node.end)
    between = frame.shadow[node.head[1] : units[0].span[0]] if units else ""
    closes = len(beside) > _LEAST_POINTS and node is beside[-1] and not any(other.body for other in beside[:-1])
    if is_bare(frame.shadow, node) and not between.strip() and not closes:
        return node.end
    lines = [node.head, *node.body]
    stop = next((end for start, end in lines if start < last <= end), node.end)
    behind = [span for span in lines if span[0] >= stop]  # 成果形式：…, 时间安排：… below the units are the item's, too
    return max([stop, *(end for _, end in takewhile(lambda span: is_label_line(frame.shadow, span), behind))])


def _add(frame: Frame, collected: Collected, kind: str, mark: Mark | None, span: Span, inherited: Note | None) -> None:
    section = collected.sections[collected.inside - 1] if collected.inside else None
    first = mark.end if mark else span[0]
    label = _TITLE_LABEL.match(frame.shadow, first, span[1])
    place = Place(
        no=mark.printed if mark else "",
        seq=len(collected.items) + 1,
        section_no=section.no if section else None,
        section_seq=collected.inside,
        no_span=(span[0], label.end() if label else first),
        start=span[0],
        end=span[1],
    )
    collected.items.append(read_decision(frame, place) if kind == "minutes" else read_item(frame, place, inherited))


def _unnumbered_decisions(frame: Frame, lines: list[Span], collected: Collected) -> None:
    """In minutes without numbers, each sentence that tells a unit what to do."""
    for start, end in lines:
        for found in _SENTENCE.finditer(frame.shadow, start, end):
            for span in _orders_within(frame, *found.span()):
                _add(frame, collected, "minutes", None, span, None)


def _orders_within(frame: Frame, start: int, end: int) -> list[Span]:
    """The parts of a sentence that each tell somebody something: A牵头…；由B负责…."""
    stops = [
        start,
        *(found.end() for found in re.compile("； *").finditer(frame.shadow, start, end) if found.end() < end),
    ]
    told = [
        at for at in stops if any(order(frame.shadow, frame.source, at, end) for order in (open_order, topic_order))
    ]
    return [(at, stop) for at, stop in pairwise([*told, end])]
