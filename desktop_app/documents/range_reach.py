"""Which items a line about several of them reaches, and what they get from it."""

import re

from desktop_app.documents import unit_words as words
from desktop_app.documents.items import Item
from desktop_app.documents.numerals import ordinal
from desktop_app.documents.ranges import Range
from desktop_app.documents.unit_note import Note

_ALL_LEAD = re.compile('(?<![“"「])(?:(?:分别|共同|联合|各自|分头)牵头|双牵头)(?![”"」])')
_LEAD_BEHIND = re.compile(
    "[^，。；：:;,、]{2,}牵头(?:负责|抓总|落实|实施|推进|组织|办理)?[）)〕\\]】。 ]*$"
)  # 甲部、乙部牵头负责


def apply_ranges(ranges: list[Range], items: list[Item]) -> list[Item]:
    """The items with the units of the ranges that speak of them, where they have no lead of their own."""
    items = list(items)
    for line in ranges:
        for index in _meant(line, items):
            items[index] = _given(items[index], line.note)
    return items


def _meant(line: Range, items: list[Item]) -> list[int]:
    """The indexes of the items that a line speaks of."""
    above = [index for index, item in enumerate(items) if item.task.span[0] < line.span[0]]
    below = [index for index, item in enumerate(items) if item.task.span[0] > line.span[0]]
    if line.scope == "numbers":
        return [index for index in _last_run(items, above) if _value(items[index]) in line.numbers]
    if line.scope == "numbers_below":
        return [index for index in _first_run(items, below) if _value(items[index]) in line.numbers]
    if line.scope == "next":
        return below[: max(line.numbers, default=0)]
    if line.scope == "one":
        return above[-1:]
    if line.scope in ("last", "these", "last_few"):
        return above[-max(line.numbers, default=0) :]
    if line.scope == "first":
        return above[: max(line.numbers, default=0)]
    if line.scope == "section":
        return [index for index, item in enumerate(items) if item.task.section_seq in line.numbers]
    if line.scope == "above":
        return above
    if line.scope == "below":
        return below
    if line.scope == "part":
        section = items[above[-1]].task.section_seq if above else None
        if not above or (below and _opens(line, items, below)):
            section = items[below[0]].task.section_seq if below else None
        return [index for index, item in enumerate(items) if item.task.section_seq == section]
    return above or below


def _opens(line: Range, items: list[Item], below: list[int]) -> bool:
    """Whether the line stands right above the first item of a section: nearer to it than to the item before."""
    first = items[below[0]].task
    before = items[below[0] - 1].task if below[0] else None
    return (
        before is not None
        and before.section_seq != first.section_seq
        and first.span[0] - line.span[1] < line.span[0] - before.span[1]
    )


def _last_run(items: list[Item], above: list[int]) -> list[int]:
    """Going up from the line, the items as far as their numbers count down; a number may stand there twice."""
    run: list[int] = []
    for index in reversed(above):
        value, next_one = _value(items[index]), _value(items[run[-1]]) if run else None
        twice = value == next_one and items[index].task.section_seq == items[run[-1]].task.section_seq if run else False
        if value is not None and next_one is not None and value >= next_one and not twice:
            break
        run.append(index)
    return run


def _first_run(items: list[Item], below: list[int]) -> list[int]:
    """Going down from the line, the items as far as their numbers count up."""
    run: list[int] = []
    for index in below:
        value, last = _value(items[index]), _value(items[run[-1]]) if run else None
        if value is not None and last is not None and value <= last:
            break
        run.append(index)
    return run


def _value(item: Item) -> int | None:
    return ordinal(re.sub(r"[^\d〇零一二三四五六七八九十百①-⒛]", "", item.task.no) or "x")


def _given(item: Item, note: Note) -> Item:
    """The item with the note's leads where it has none, and its helpers besides."""
    task = item.task
    leads = task.lead_units or tuple(dict.fromkeys(unit.name for unit in note.lead))
    if task.lead_units and note.lead:
        return item
    helpers = [*task.co_units, *(unit.name for unit in note.co)]
    co = tuple(name for name in dict.fromkeys(helpers) if name not in leads)
    return Item(task._replace(lead_units=leads, co_units=co), (*item.notes, note))


def first_leads(item: Item, source: str) -> Item:
    """The item of a plan that says so of all its lists of units: the first leads, the others help.

    Where the item's own note says that all lead (分别牵头), or that those it names do, they do.
    """
    first, *others = item.task.lead_units or ("",)
    all_lead = any(
        _ALL_LEAD.search(source, *span)
        or (_LEAD_BEHIND.search(source, *span) and not words.FIRST_LEADS.search(source, *span))
        for span in item.task.note_spans
    )
    if not others or item.task.co_units or all_lead:
        return item
    return item._replace(task=item.task._replace(lead_units=(first,), co_units=tuple(others)))
