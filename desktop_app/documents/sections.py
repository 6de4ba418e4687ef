"""The outline of a document: numbered paragraphs as a tree, and which of them are sections, which are items."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

from desktop_app.documents import unit_words as words
from desktop_app.documents.extraction import Span
from desktop_app.documents.heading_lines import HEADING, bullet_headings, other_marks, plain_headings
from desktop_app.documents.lines import is_day, is_organ
from desktop_app.documents.numbering import POINTS, STEPS, Mark, mark_at, repeats_within

_DECISION = re.compile(
    r"(?:^|(?<=。))(?:会议)?(?:经[^，。：]{0,8})?(?:研究)?(?:议定|决定|确定|明确|同意|要求|强调)(?:如下|以下|"
    r"了)?[^，。：]{0,10}：|(?:^|(?<=。))议定(?:事项)?(?:如下)?：",
    re.MULTILINE,
)
_ROSTER = re.compile("[一-鿿]{0,8}(?:(?:职责|责任|任务)分工|职责|责任)[。：]?$", re.MULTILINE)
_DUTY = re.compile(
    f" *[^，。；：\\n]{{1,40}}?(?:{words.ENDING})(?:（[^（）]{{1,12}}）)?[：，。]? *(?:要|应|主要|具体|牵头|统筹)?"
    "(?:负责|承担|配合|协[助调同]|做好|统筹|指导|落实|履行|按照|加强|组织)"
)
_FIGURE = re.compile("\\d")
# what a plan closes with, below its last item: 以上任务，各科室要于每月底报送进展
_OF_ALL_ABOVE = re.compile(
    "(?:以上|上述)(?:各项|\\d{1,3}项)?(?:重点)?(?:工作|任务|事项|项目){1,2}，?(?:请|要|须|应|各|机关|全[局体]|每[月季]|实行|纳入|列入|"
    "完成情况|进展情况|由[^，。；]{2,12}(?:调度|督办|督查|汇总|考核|通报|跟踪))"
)
# the same said to the units themselves: 各镇、各科室要加强组织领导，……
_TOLD_TO_ALL = re.compile(
    "各[^，。；：\\n]{1,30}?(?:要|应|须|务必)(?:切实|进一步|认真)?(?:加强(?:组织)?领导|高度重视|提高(?:思想)?认识|提高(?:政治)?站位|"
    "强化(?:组织|责任)|压实责任|结合(?:各自)?实际|对照(?:本|任务|要点)|细化(?:任务|措施|方案|分工))"
)
_ASKED_OF_ALL = re.compile("会议(?:最后)?(?:还)?(?:要求|强调|指出)，(?:各|全体|与会)")  # what minutes close with
_LONGEST_POINT = 36  # of the head sentence of a point
_TITLED = re.compile(r"[^。：\n]{4,36}[。：][^\n]{8,}")
_LABELLED = re.compile(
    "(?:主要|目标|工作|实施|建设|具体|重点|年度|预期|推进|完成)?(?:任务|内容|目标|指标|要求|措施|举措|成果|成果形式|步骤|规模|标准|成效)：|"
    "(?:办理|督办|反馈|落实)要求：|"
    f"(?:{'|'.join(words.LABELS.values())})(?:：| |$)|[一-鿿]{{2,6}}(?:单位|科室|部门|领导|时限|时间|形式)："
)
_MOST_SIGNED = 12
_SEALED = re.compile(" *（[^（）]{2,24}代[章印]） *")
_FIRST_ANNEX = re.compile("附件 *： *1 *[.、][^。\n]{2,60}$", re.MULTILINE)
_END = re.compile(
    r"(?:相关)?附件(?:[：:\d一二三四五 ]|$)|附[：表]|(?:(?:抄送|抄报|主送|发送|分送)(?:单位|机关)?|"
    r"(?:发|出席|参会|参加|列席|缺席|请假|记录|整理|审核|签发)(?:人员|人)?|联系人|联系电话) *：|"
    r"（(?:此件|联系人|本文)[^）]*）$|.{0,30}印发$"
)


@dataclass(eq=False)
class Node:
    """A numbered paragraph with the unnumbered lines below it and the numbered paragraphs inside it."""

    mark: Mark
    head: Span
    depth: int
    body: list[Span] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    notes: bool = False
    notes_below: bool = False

    @property
    def start(self) -> int:
        """Where its number begins."""
        return self.mark.start

    @property
    def end(self) -> int:
        """Where its last line ends."""
        last = self.body[-1][1] if self.body else self.head[1]
        return max(last, self.children[-1].end) if self.children else last


@dataclass
class Outline:
    """The tree of a body of text, the lines before its first number, and the closing lines after its last item."""

    nodes: list[Node]
    before: list[Span]
    after: list[Span]


def outline(shadow: str, source: str, lines: list[Span], minutes: bool) -> Outline:
    """The numbered paragraphs among `lines`; a notation seen above closes everything that was opened since."""
    roots: list[Node] = []
    stack: list[Node] = []
    before: list[Span] = []
    headings = plain_headings(shadow, source, lines)
    others = other_marks(shadow, source, lines) | bullet_headings(shadow, source, lines)
    annexes = _further_annexes(shadow, source, lines)
    for index, (start, end) in enumerate(lines):
        points = bool(roots) and roots[0].mark.kind in POINTS
        if roots and (
            _closes(shadow, source, lines, index, points) or (minutes and _ASKED_OF_ALL.match(shadow, start, end))
        ):
            return Outline(roots, before, lines[index:])
        marks, lead_in = _marks(shadow, source, start, end, minutes) if index not in annexes else ([], None)
        if index in others:
            marks = [others[index]]
        if index in headings:
            marks = [Mark(HEADING, None, "", start, start + (shadow[start] == "（"))]
        if not marks:
            (stack[-1].body if stack else before).append((start, end))
            continue
        if lead_in:
            (stack[-1].body if stack else before).append(lead_in)
        above = _parents(stack, marks[0].kind)
        if marks[0].kind == "circled" and not (above and is_bare(shadow, above[-1])):
            marks = marks[:1]  # ①…；②… within an item
        for position, mark in enumerate(marks):
            stop = marks[position + 1].start if position + 1 < len(marks) else end
            stack = _parents(stack, mark.kind)
            node = Node(mark, (mark.end, stop), len(stack))
            (stack[-1].children if stack else roots).append(node)
            stack.append(node)
    return Outline(roots, before, [])


def _further_annexes(shadow: str, source: str, lines: list[Span]) -> set[int]:
    """Which lines name the second and further annexes, below a line that names the first: 附件：1.…表⏎2.…清单."""
    found: set[int] = set()
    number = 0
    for index, (start, end) in enumerate(lines):
        mark = mark_at(shadow, start, end, source) if number else None
        if _FIRST_ANNEX.match(shadow, start, end):
            number = 1
        elif mark and mark.kind == "arabic" and mark.value == number + 1 and "。" not in shadow[start:end]:
            number += 1
            found.add(index)
        else:
            number = 0
    return found


def _parents(stack: list[Node], kind: str) -> list[Node]:
    if kind == HEADING:
        return []
    for depth, node in enumerate(stack):
        if node.mark.kind == kind:
            return stack[:depth]
    return stack


def _marks(shadow: str, source: str, start: int, end: int, minutes: bool) -> tuple[list[Mark], Span | None]:
    """The numbers that open items in this line, and what stands before the first (会议议定：)."""
    mark = mark_at(shadow, start, end, source)
    if mark:
        return (repeats_within(shadow, mark, end, source) if mark.kind == "circled" else [mark]), None
    decision = _DECISION.search(shadow, start, end) if minutes else None
    if decision:
        first = mark_at(shadow, decision.end(), end, source)
        if first:
            return repeats_within(shadow, first, end, source), (start, decision.end())
    return [], None


def _closes(shadow: str, source: str, lines: list[Span], index: int, points: bool) -> bool:
    """Whether the closing part begins here: attachments, copies, what is asked of all, or a signature with its date.

    What is asked of all may have points of its own (一要…二要…), unless the items are `points` too.
    """
    start, end = lines[index]
    text = shadow[start:end]
    if _END.match(text):
        return True
    told = _OF_ALL_ABOVE.match(text) or (_TOLD_TO_ALL.match(text) and not _below_heading(shadow, source, lines, index))
    below = (mark_at(shadow, *span, source) for span in lines[index + 1 :] if told)
    if told and not any(mark and (points or mark.kind != "point") for mark in below):
        return True
    following = (shadow[a:b] for a, b in lines[index + 1 : index + _MOST_SIGNED])
    signed = next((line for line in following if not (is_organ(line) or _SEALED.fullmatch(line))), "")
    return is_day(text) or (is_organ(text) and is_day(signed))  # several may sign, one for another


def _below_heading(shadow: str, source: str, lines: list[Span], index: int) -> bool:
    """Whether a line is the first of what a numbered heading without a sentence of its own stands over."""
    above = lines[index - 1] if index else (0, 0)
    mark = mark_at(shadow, *above, source)
    return (
        mark is not None and mark.value is not None and not shadow[slice(*above)].rstrip().endswith(("。", "；", "）"))
    )


def mark_notes(nodes: list[Node], starts: list[int]) -> None:
    """Note on every node whether unit notes begin in its own lines, or only in lines below its numbered one.

    `starts` are the notes' positions, in order. One note below the last of several points closes the item they are in.
    """

    def begins_in(span: Span) -> bool:
        return bisect_left(starts, span[0]) < bisect_left(starts, span[1])

    for node in nodes:
        mark_notes(node.children, starts)
        below = any(begins_in(span) for span in node.body)
        node.notes = below or begins_in(node.head)
        node.notes_below = below and not begins_in(node.head)
        *others, last = node.children or [node]
        if others and last.notes_below and not any(child.notes for child in others) and not last.children:
            last.notes = last.notes_below = False
            node.notes = True


def is_bare(shadow: str, node: Node) -> bool:
    """Whether the numbered line is a heading: one sentence, nothing after its full stop."""
    text = re.sub(r"（[^（）]*(?:（[^（）]*）[^（）]*)*）$", "", shadow[slice(*node.head)].strip()).rstrip("。：； ")
    return "。" not in text and len(text) <= 80


def _introduces(shadow: str, node: Node) -> bool:
    """Whether the numbered line is a single sentence, however long, over points that each have a head sentence."""
    rests = "。" in shadow[slice(*node.head)].strip().rstrip("。") or node.body
    return not rests and all(is_titled(shadow, child.head) for child in node.children)


def is_titled(shadow: str, span: Span) -> bool:
    """Whether a paragraph opens with a short head sentence and goes on."""
    return bool(_TITLED.match(shadow, *span)) and not is_label_line(shadow, span)


def is_label_line(shadow: str, span: Span) -> bool:
    """Whether a line opens with a label (主要任务：, 责任单位：) and so belongs to the line above it."""
    return bool(_LABELLED.match(shadow, *span))


def is_roster(shadow: str, node: Node) -> bool:
    """Whether a heading stands over what each unit is there for (职责分工), which no figure and no day makes a task."""
    if not _ROSTER.match(shadow, *node.head):
        return False
    entries = [child.head for child in node.children] or node.body
    named = all(_DUTY.match(shadow, *span) and not _FIGURE.search(shadow, *span) for span in entries)
    return len(entries) > 1 and named


def sections_among(shadow: str, siblings: list[Node]) -> set[Node]:
    """Those of `siblings` that are headings over items: their children are the tasks, not they."""
    parents = [node for node in siblings if node.children]
    mostly_bare = sum(is_bare(shadow, node) for node in parents) * 2 > len(parents)
    only_points = all(
        child.mark.kind in POINTS or child.mark.kind in STEPS for node in siblings for child in node.children
    )
    running = mostly_bare and _count_on(parents)
    parted = [
        node for node in parents if not (node.children[0].mark.kind in POINTS or node.children[0].mark.kind in STEPS)
    ]
    return {
        node
        for node in parents
        if running or _is_section(shadow, node, mostly_bare, only_points) or (parted and _holds_points(shadow, node))
    }


def _holds_points(shadow: str, node: Node) -> bool:
    """Whether a bare heading, beside others over items, stands over points that are a paragraph of their own each."""
    heads = [re.split("[。：]", shadow[slice(*child.head)], maxsplit=1)[0] for child in node.children]
    points = len(heads) > 1 and all(child.mark.kind == "point" for child in node.children)
    return points and not node.body and is_bare(shadow, node) and max(map(len, heads)) <= _LONGEST_POINT


def _count_on(parents: list[Node]) -> bool:
    """Whether the items below several headings are counted on from one to the next: those of a single list."""
    counts = [[child.mark.value or 0 for child in node.children if child.mark.kind == "arabic"] for node in parents]
    return len(parents) > 1 and all(
        before and after and after[0] == before[-1] + 1 > 1 for before, after in pairwise(counts)
    )


def _is_section(shadow: str, node: Node, mostly_bare: bool, only_points: bool) -> bool:
    children = node.children
    if node.mark.kind in ("part", "topic", "bullet_heading", HEADING):
        return True
    if node.depth > 0 and node.notes and not any(child.notes for child in children):
        return False
    noted = sum(child.notes or any(grandchild.notes for grandchild in child.children) for child in children)
    if noted * 2 >= len(children) and (not node.notes or noted == len(children)):
        return True
    kind = children[0].mark.kind
    if kind in POINTS or kind in STEPS:
        return node.depth == 0 and only_points and (is_bare(shadow, node) or _introduces(shadow, node))
    if not mostly_bare:
        return False
    titled = sum(is_titled(shadow, child.head) for child in children)
    return node.depth == 0 or not node.body or titled * 2 > len(children)
