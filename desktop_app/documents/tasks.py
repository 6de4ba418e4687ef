"""From the outline to tasks: which numbered paragraphs are items, in which section, with which heading's units."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop_app.documents.extraction import Doubt, SectionRead, Span
from desktop_app.documents.items import Frame, Item, Place, read_decision, read_item
from desktop_app.documents.numbering import Mark
from desktop_app.documents.numerals import NUMERAL, ordinal
from desktop_app.documents.orders import read_order
from desktop_app.documents.sections import Node, Outline, has_no_tasks, is_bare, is_titled, sections_among
from desktop_app.documents.unit_names import UnitRead, split_units
from desktop_app.documents.units import Note, find_notes
from desktop_app.texts import documents as texts

_RANGE = re.compile(
    rf"（?(?:以上|上述|前述)?(?:第)?(?P<first>\d{{1,3}}|[{NUMERAL}]{{1,4}})(?:[—~至到-]+|"
    rf"、)第?(?P<last>\d{{1,3}}|[{NUMERAL}]{{1,4}})"
    r"(?:项|条|款|点)(?:任务|工作|事项|内容)?，?(?:的)?(?:牵头|责任|牵头责任|主要责任)(?:单位|科室|部门)(?:均|都|"
    r"皆)?(?:为|是|：)+"
)
_SENTENCE = re.compile(r"[^。\n]*[^。\s][^。\n]*。?")


class Range(NamedTuple):
    """A closing line that names the unit of several items (以上第1—3项责任单位均为办公室)."""

    first: int
    last: int
    start: int
    units: tuple[UnitRead, ...]


class Ranges(NamedTuple):
    """All such lines of a document."""

    lines: tuple[Range, ...]

    def apply(self, collected: "Collected") -> "Collected":
        """Give the units to the items of those numbers above the line that have none of their own."""
        for line in self.lines:
            for index, item in enumerate(collected.items):
                value = ordinal(item.task.no.strip("（）().．、 ") or "x")
                above = item.task.span[0] < line.start
                if above and value is not None and line.first <= value <= line.last and not item.task.lead_units:
                    names = tuple(unit.name for unit in line.units)
                    collected.items[index] = item._replace(task=item.task._replace(lead_units=names))
        return collected


@dataclass
class Collected:
    """What was gathered, in document order."""

    sections: list[SectionRead] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def read_ranges(frame: Frame, lines: list[Span]) -> tuple[Ranges, list[Span]]:
    """The range lines among `lines`, and the other lines."""
    ranges: list[Range] = []
    others: list[Span] = []
    for start, end in lines:
        found = _RANGE.match(frame.shadow, start, end)
        if not found:
            others.append((start, end))
            continue
        stop = end - 1 if frame.shadow[end - 1] in "。）" else end
        units = tuple(split_units(frame.shadow, frame.source, found.end(), stop))
        ranges.append(Range(ordinal(found["first"]) or 0, ordinal(found["last"]) or 0, start, units))
    return Ranges(tuple(ranges)), others


def collect(frame: Frame, tree: Outline, kind: str) -> Collected:
    """The sections and tasks of an outline; without any numbers, its titled paragraphs."""
    collected = Collected()
    if tree.nodes:
        _walk(frame, tree.nodes, collected, kind, None)
    elif kind == "minutes":
        _unnumbered_decisions(frame, tree.before, collected)
    else:
        titled = [span for span in tree.before if is_titled(frame.shadow, span)]
        if len(titled) > 1:
            for span in titled:
                _add(frame, collected, kind, None, span, None)
    return collected


def collect_points(
    frame: Frame, section: SectionRead | None, paragraphs: list[Span], runs: list[list[Mark]]
) -> Collected:
    """Each point 一是…, 二是… of `paragraphs` as a task."""
    collected = Collected([section] if section else [])
    for (_, end), marks in zip(paragraphs, runs, strict=True):
        for index, mark in enumerate(marks):
            stop = marks[index + 1].start if index + 1 < len(marks) else end
            _add(frame, collected, "plan", mark, (mark.start, stop), None)
    return collected


def _walk(frame: Frame, nodes: list[Node], collected: Collected, kind: str, inherited: Note | None) -> None:
    headings = sections_among(frame.shadow, nodes)
    for node in nodes:
        if _is_excluded(frame, node, kind):
            title = _heading(frame, node)[0]
            text = texts.NOT_A_TASK.format(title=title)
            collected.doubts.append(Doubt(None, "structure", title, text, (node.start, node.head[1])))
        elif node in headings:
            note = _heading(frame, node)[2]
            if not _holds_only_sections(frame, node):
                _open_section(frame, node, collected)
            _walk(frame, node.children, collected, kind, note or inherited)
        elif _holds_paragraphs(frame, node):
            note = _open_section(frame, node, collected)
            for span in node.body:
                _add(frame, collected, kind, None, span, note or inherited)
        elif kind == "minutes" and _is_topic(frame, node):
            _open_section(frame, node, collected)
            _unnumbered_decisions(frame, node.body, collected)
        elif headings and not node.children and not node.body and not node.notes and is_bare(frame.shadow, node):
            _open_section(frame, node, collected)
        else:
            _add(frame, collected, kind, node.mark, (node.start, _own_end(frame, node)), inherited)


def _is_excluded(frame: Frame, node: Node, kind: str) -> bool:
    """Requirements, reviews and conditions are no tasks, unless they say who does them."""
    if kind == "minutes" or node.depth > 1 or not has_no_tasks(frame.shadow, node):
        return False
    return not any(note.lead or note.co for note in find_notes(frame.shadow, frame.source, node.start, node.end))


def _holds_only_sections(frame: Frame, node: Node) -> bool:
    """A part of the plan (重点任务) over sections is no section itself."""
    return len(sections_among(frame.shadow, node.children)) == len(node.children)


def _is_topic(frame: Frame, node: Node) -> bool:
    """In minutes, a heading whose decisions follow as sentences without numbers."""
    if node.mark.kind == "topic":
        return True
    orders = (read_order(frame.shadow, frame.source, *node.head) is not None, bool(node.body))
    return orders == (False, True) and is_bare(frame.shadow, node)


def _heading(frame: Frame, node: Node) -> tuple[str, Span, Note | None]:
    """The title of a heading without its unit note."""
    start, end = node.head
    notes = find_notes(frame.shadow, frame.source, start, end, frame.known)
    note = notes[0] if notes else None
    stop = note.span[0] if note and note.span[0] > start else end
    title = frame.source[start:stop].strip().rstrip("。：:；; \u3000").lstrip()
    return title, (node.start, end), note if note and (note.lead or note.co) else None


def _open_section(frame: Frame, node: Node, collected: Collected) -> Note | None:
    title, span, note = _heading(frame, node)
    collected.sections.append(SectionRead(node.mark.printed, title, span))
    return note


def _holds_paragraphs(frame: Frame, node: Node) -> bool:
    """Whether a top heading stands over unnumbered paragraphs that each open with a head sentence."""
    if node.depth > 0 or node.children or len(node.body) < 2 or not is_bare(frame.shadow, node):
        return False
    return sum(is_titled(frame.shadow, span) for span in node.body) == len(node.body)


def _own_end(frame: Frame, node: Node) -> int:
    """Where an item ends: paragraphs after the note that closes it speak of something else."""
    if node.children or not node.body or not node.notes:
        return node.end
    notes = find_notes(frame.shadow, frame.source, node.head[0], node.end, frame.known)
    units = [note for note in notes if note.lead or note.co]
    last = max((note.span[1] for note in units), default=node.end)
    between = frame.shadow[node.head[1] : units[0].span[0]] if units else ""
    if is_bare(frame.shadow, node) and not between.strip():
        return node.end
    return next((end for start, end in [node.head, *node.body] if start < last <= end), node.end)


def _add(frame: Frame, collected: Collected, kind: str, mark: Mark | None, span: Span, inherited: Note | None) -> None:
    section = collected.sections[-1] if collected.sections else None
    place = Place(
        no=mark.printed if mark else "",
        seq=len(collected.items) + 1,
        section_no=section.no if section else None,
        section_seq=len(collected.sections) or None,
        no_span=(span[0], mark.end if mark else span[0]),
        start=span[0],
        end=span[1],
    )
    collected.items.append(read_decision(frame, place) if kind == "minutes" else read_item(frame, place, inherited))


def _unnumbered_decisions(frame: Frame, lines: list[Span], collected: Collected) -> None:
    """In minutes without numbers, each sentence that tells a unit what to do."""
    for start, end in lines:
        for found in _SENTENCE.finditer(frame.shadow, start, end):
            if read_order(frame.shadow, frame.source, *found.span()):
                _add(frame, collected, "minutes", None, found.span(), None)
