"""One task into actions, a sentence each: the task keeps its key, its number, its text and its leads.

Targets go to the action whose sentence they stand in; an action has the due day that its sentence says, else the
task's, and the steps where its sentence says several; the task keeps its own. Actions have
no lead of their own until the clerk names one, so nobody is asked twice.
"""

from typing import NamedTuple

from desktop_app.documents.extraction import Span
from desktop_app.domain.changes import Draft
from desktop_app.domain.model import Node, Target, Task
from desktop_app.domain.proposal import Note, Proposal, Severity
from desktop_app.domain.snapshot import Snapshot
from desktop_app.texts import split as texts

_STOPS = "。；！？;!?\n"
_EDGES = " \u3000\n，,、：:" + _STOPS
_OPEN, _CLOSE = "“‘《（(〔【[", "”’》）)〕】]"
_LONG = 40  # a longer sentence gives its first clause as title
_SHORT = 6  # a clause shorter than this is no title


class _Passage(NamedTuple):
    """Words that hold sentences: `start` is their place in the plan's source, None where they stand nowhere in it."""

    text: str
    start: int | None


def propose_split(snapshot: Snapshot, task_key: int) -> Proposal:
    """The actions of a task; no change, and a note that says why, where it has some already or is one sentence only."""
    task = snapshot.tasks[task_key]
    if task.parent is not None or snapshot.actions_of(task_key):
        return _nothing(texts.SPLIT_ALREADY, task)
    passages = _passages(snapshot, task)
    found = [(passage, span) for passage in passages for span in sentences(passage.text)]
    if len(found) < 2:
        return _nothing(texts.ONE_SENTENCE, task)
    draft = Draft()
    left = list(snapshot.targets_of(task_key))
    for position, (passage, span) in enumerate(found, 1):
        steps = [node for node in snapshot.nodes_of(task_key) if _stands_in(node, passage, span)]
        action = draft.create("task", _action(task, steps, position, passage, span))
        for node in steps if len(steps) > 1 else []:
            said = {field: getattr(node, field) for field in ("title", "due", "span_start", "span_end")}
            draft.create("node", {**said, "task": action, "position": steps.index(node) + 1})
        own = [target for target in left if _stands_in(target, passage, span)]
        for place, target in enumerate(own, 1):
            draft.set("target", target, {"task": action, "position": place})
            left.remove(target)
    return Proposal(tuple(draft.changes))


def _nothing(sentence: str, task: Task) -> Proposal:
    return Proposal(notes=(Note(Severity.INFO, sentence.format(task=task.title), task=task.title),))


def sentences(text: str) -> list[Span]:
    """The sentences of a text, without their stops; what stands in quotes or brackets is not parted."""
    spans, first, depth = [], 0, 0
    for at, char in enumerate(text):
        depth = max(0, depth + (char in _OPEN) - (char in _CLOSE))
        if char in _STOPS and (depth == 0 or char == "\n"):
            spans.append((first, at))
            first, depth = at + 1, 0
    spans.append((first, len(text)))
    return [span for start, end in spans if (span := _trimmed(text, start, end))]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return (start, end) if end > start else None


def _passages(snapshot: Snapshot, task: Task) -> list[_Passage]:
    """Where the task's text stands in the plan's source, round its unit note; else the text as the ledger has it."""
    source = snapshot.plans[task.plan].source if task.plan is not None else None
    if source is not None and task.title_end is not None and task.span_end is not None:
        note = (task.unit_start, task.unit_end)
        inside = note[0] is not None and note[1] is not None and task.title_end <= note[0] < task.span_end
        cuts = [(task.title_end, note[0]), (note[1], task.span_end)] if inside else [(task.title_end, task.span_end)]
        found = [_Passage(source[start:end], start) for start, end in cuts if start is not None and end is not None]
        if _bare("".join(passage.text for passage in found)) == _bare(task.text or ""):
            return found
    return [_Passage(task.text or "", None)]


def _bare(text: str) -> str:
    return "".join(char for char in text if char not in _EDGES)


def _action(task: Task, steps: list[Node], position: int, passage: _Passage, span: Span) -> dict[str, object]:
    start, end = span
    head = _head(passage.text[start:end])
    rest = passage.text[start + head : end].lstrip(_EDGES)
    fields = {
        "plan": task.plan,
        "section": task.section,
        "parent": task.key,
        "position": position,
        "title": passage.text[start : start + head].replace("\n", ""),
        "text": rest or None,
        "state": "open",
        **_due(task, steps, passage, span),
    }
    if passage.start is None:
        return fields
    places = {"span_start": start, "span_end": end, "title_start": start, "title_end": start + head}
    return {**fields, **{field: passage.start + place for field, place in places.items()}}


def _head(sentence: str) -> int:
    """Where the title of a sentence ends: the whole of it, or of a long one the first clause that says something."""
    if len(sentence) <= _LONG:
        return len(sentence)
    depth = 0
    for at, char in enumerate(sentence):
        depth = max(0, depth + (char in _OPEN) - (char in _CLOSE))
        if char in "，,：:" and depth == 0 and at >= _SHORT:
            return at
    return len(sentence)


def _due(task: Task, steps: list[Node], passage: _Passage, span: Span) -> dict[str, object]:
    """The last step that the sentence says, else the task's own due time; what recurs has steps and no last day."""
    recurring = {node.span_start for node in steps if sum(node.span_start == other.span_start for other in steps) > 1}
    single = [node for node in steps if node.span_start not in recurring]
    if single:
        last = max(single, key=lambda node: node.due)
        place = {"deadline_start": last.span_start, "deadline_end": last.span_end}
        soft = task.soft_deadline if task.soft_deadline in [node.due for node in single] else None
        said = {"deadline": last.due, "deadline_raw": last.title, "deadline_kind": "date", "soft_deadline": soft}
        return {**said, **place}
    whole: dict[str, object] = {
        "start": task.start,
        "deadline": task.deadline,
        "deadline_raw": task.deadline_raw,
        "deadline_kind": task.deadline_kind,
    }
    if _within(task.deadline_start, passage, span):
        place = {"deadline_start": task.deadline_start, "deadline_end": task.deadline_end}
        return {**whole, "soft_deadline": task.soft_deadline, **place}
    return whole


def _stands_in(part: Target | Node, passage: _Passage, span: Span) -> bool:
    """Whether a target or step stands in a sentence: by its place, or where there is none by its words."""
    if passage.start is not None and part.span_start is not None:
        return _within(part.span_start, passage, span)
    words = part.phrase if isinstance(part, Target) else part.title
    return bool(words) and words in passage.text[slice(*span)]


def _within(place: int | None, passage: _Passage, span: Span) -> bool:
    return place is not None and passage.start is not None and span[0] <= place - passage.start < span[1]
