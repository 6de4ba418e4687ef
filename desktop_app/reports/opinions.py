"""Opinions of units on a draft breakdown (征求意见稿), a row each, and the table of what the final one changed.

A rule record an opinion, "opinion:<task>:<number>", so that it is journaled and undone like everything else.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.snapshot import Snapshot
from desktop_app.reports.breakdown import breakdown_rows
from desktop_app.reports.paper import Block, Column, Table, empty, said
from desktop_app.reports.trace import NOTHING, Words, joined
from desktop_app.texts import docx_page as styles
from desktop_app.texts import papers_opinions as texts
from desktop_app.texts import papers_tables

PREFIX = "opinion:"
_WIDTHS = (14, 42, 22, 62, 62, 32, 23)  # millimetres; 257 in all
Row = Mapping[str, Words]


class Opinion(NamedTuple):
    """What a unit thinks of a task's row: its number there, the unit's name, the words, the day (ISO), whether it was
    taken ('' not decided yet, adopted, partly, declined) and why.
    """

    task: int
    no: int
    unit: str
    text: str
    on: str
    taken: str = ""
    reply: str = ""


def opinions(snapshot: Snapshot) -> list[Opinion]:
    """Every opinion, in the order of the tasks' keys."""
    found = []
    for rule in snapshot.tables["rule"].values():
        if rule.name.startswith(PREFIX):
            task, no = map(int, rule.name[len(PREFIX) :].split(":"))
            found.append(Opinion(task, no, **json.loads(rule.value)))
    return sorted(found)


def opinion_changes(snapshot: Snapshot, opinion: Opinion) -> list[Change]:
    """The changes that keep an opinion as it is here; with number 0 it is a new one."""
    draft = Draft()
    others = [one.no for one in opinions(snapshot) if one.task == opinion.task]
    number = opinion.no or max(others, default=0) + 1
    name, told = f"{PREFIX}{opinion.task}:{number}", opinion._asdict()
    del told["task"], told["no"]
    held = snapshot.having("rule", "name", name)
    if held:
        draft.set("rule", held[0], {"value": json.dumps(told, ensure_ascii=False)})
    else:
        draft.create("rule", {"name": name, "value": json.dumps(told, ensure_ascii=False)})
    return draft.changes


def opinion_gone(snapshot: Snapshot, opinion: Opinion) -> list[Change]:
    """The change that takes an opinion out of the register."""
    draft = Draft()
    draft.delete("rule", snapshot.having("rule", "name", f"{PREFIX}{opinion.task}:{opinion.no}")[0])
    return draft.changes


def changed_cells(draft: Snapshot, final: Snapshot) -> dict[int, list[tuple[str, Words, Words]]]:
    """What is otherwise in the final breakdown, row by row: (header, as drafted, as it is)."""
    then, now = breakdown_rows(draft), breakdown_rows(final)
    found: dict[int, list[tuple[str, Words, Words]]] = {}
    for key in dict.fromkeys([*now, *then]):
        if key not in now:
            found[key] = [(texts.WHOLE, then[key]["task"], Words(texts.REMOVED))]
        elif key not in then:
            found[key] = [
                (texts.WHOLE, Words(texts.ADDED), now[key]["content"] if now[key]["content"].text else now[key]["task"])
            ]
        else:
            cells = [(name, then[key][name], now[key][name]) for name in papers_tables.BREAKDOWN]
            other = [(papers_tables.BREAKDOWN[name], old, new) for name, old, new in cells if old.text != new.text]
            if other:
                found[key] = other
    return found


def changes_blocks(draft: Snapshot, final: Snapshot, title: str, day: str) -> tuple[Block, ...]:
    """The table of opinions and changes, on A4 landscape."""
    then, now = breakdown_rows(draft), breakdown_rows(final)
    cells, heard = changed_cells(draft, final), opinions(final)
    rows: list[tuple[Words, ...]] = []
    for key in dict.fromkeys([*now, *then]):
        said_ = [opinion for opinion in heard if opinion.task == key]
        if key in cells or said_:
            rows += _rows(now.get(key) or then[key], cells.get(key, []), said_)
    columns = tuple(
        Column(head, width, centred=place in (0, 2, 6), merged=place in (0, 1, 5, 6))
        for place, (head, width) in enumerate(zip(texts.HEADS, _WIDTHS, strict=True))
    )
    counts = Counter(opinion.taken for opinion in heard)
    told = {name: counts[name] for name in ("adopted", "partly", "declined")}
    note = texts.NOTE.format(day=day, count=len(heard), **told)
    return (said(styles.TITLE, title), empty(), Table(columns, tuple(rows), small=True), said(styles.NOTE, note))


def _rows(row: Row, cells: Sequence[tuple[str, Words, Words]], heard: Sequence[Opinion]) -> list[tuple[Words, ...]]:
    """The lines of a row: one a changed cell, the opinions beside all of them."""
    words = joined("\n", [texts.OPINION.format(unit=one.unit, text=one.text) for one in heard])
    taken = joined("\n", [_taken(one) for one in heard])
    lines = cells or [(texts.SAME, NOTHING, NOTHING)]
    return [(row["no"], row["task"], Words(name), old, new, words, taken) for name, old, new in lines]


def _taken(opinion: Opinion) -> str:
    taken = texts.TAKEN[opinion.taken]
    return texts.TAKEN_WHY.format(taken=taken, reply=opinion.reply) if opinion.reply else taken
