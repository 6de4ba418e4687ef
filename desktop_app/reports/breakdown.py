"""The breakdown of tasks (任务分解表) that is issued with a plan: one row an action or undivided task."""

from datetime import date
from typing import NamedTuple

from desktop_app.domain.model import Target, Task
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.reports.paper import Block, Column, PageName, Table, empty, said
from desktop_app.reports.trace import NOTHING, Cell, Words, fill, joined, named, quoted
from desktop_app.texts import docx_page as styles
from desktop_app.texts import papers_tables as texts

WIDE = 9  # columns beyond which A4 is too small
ROOM = {"A4 landscape": 257, "A3 landscape": 380}  # millimetres between the margins


class _Kind(NamedTuple):
    """A column: its key, its share of the width, whether equal cells are merged, centred, and its heading over."""

    key: str
    share: float
    merged: bool = False
    centred: bool = False
    over: str = ""


QUARTERS = ("q1", "q2", "q3", "q4")
_COLUMNS = (
    _Kind("no", 1.1, centred=True),
    _Kind("section", 2.2, merged=True, centred=True),
    _Kind("task", 4, merged=True),
    _Kind("content", 6.5),
    _Kind("targets", 3.6),
    *(_Kind(quarter, 2.4, over="nodes") for quarter in QUARTERS),
    _Kind("leader", 1.9, merged=True, centred=True, over="duty"),
    _Kind("lead", 2.4, merged=True, centred=True, over="duty"),
    _Kind("co", 2.6, centred=True, over="duty"),
    _Kind("person", 1.9, centred=True, over="duty"),
    _Kind("deadline", 2.2, centred=True),
    _Kind("note", 2),
)
ALWAYS = ("no", "section", "task", "lead", "deadline")


class Breakdown(NamedTuple):
    """The table on its page, and the blocks around it."""

    blocks: tuple[Block, ...]
    page: PageName
    table: Table


def breakdown(snapshot: Snapshot, title: str, draft: bool = False) -> Breakdown:
    """The table of all tasks; a column that is empty in every row is left out. `draft`: 征求意见稿."""
    rows = list(breakdown_rows(snapshot).values())
    kinds = [kind for kind in _COLUMNS if kind.key in ALWAYS or any(row[kind.key].text for row in rows)]
    page: PageName = "A3 landscape" if len(kinds) > WIDE else "A4 landscape"
    total = sum(kind.share for kind in kinds)
    columns = [
        Column(
            texts.BREAKDOWN[kind.key],
            ROOM[page] * kind.share / total,
            texts.OVER[kind.over] if kind.over else "",
            kind.centred,
            kind.merged,
        )
        for kind in kinds
    ]
    table = Table(tuple(columns), tuple(tuple(row[kind.key] for kind in kinds) for row in rows), small=True)
    blocks = (
        said(styles.ATTACHMENT_MARK, texts.ATTACHMENT),
        said(styles.TITLE, title + (texts.DRAFT if draft else "")),
        empty(),
        table,
        said(styles.NOTE, texts.BREAKDOWN_NOTE),
    )
    return Breakdown(blocks, page, table)


def breakdown_rows(snapshot: Snapshot) -> dict[int, dict[str, Words]]:
    """The rows of the table, in order, by the key of the action or undivided task; their cells by column."""
    found = {}
    for task in snapshot.tasks_in_order():
        actions = snapshot.actions_of(task.key)
        if not actions:
            found[task.key] = _row(snapshot, task, task, _field(task, "text"))
        for action in actions:
            told = [part for part in (_field(action, "title"), _field(action, "text")) if part.text]
            found[action.key] = _row(snapshot, task, action, joined(texts.COLON, told))
    return found


def _row(snapshot: Snapshot, task: Task, item: Task, content: Words) -> dict[str, Words]:
    """One row; what an action does not say of its own stands as its task says it."""
    section = snapshot.sections.get(task.section) if task.section is not None else None
    own = item if snapshot.assignments_of(item.key, "lead") else task
    nodes = dict.fromkeys(QUARTERS, NOTHING)
    for node in snapshot.nodes_of(item.key):
        quarter = QUARTERS[(date.fromisoformat(node.due).month - 1) // 3]
        words = quoted(node.title or texts.NODE, Cell("node", node.key, "title"))
        nodes[quarter] = joined("\n", [part for part in (nodes[quarter], words) if part.text])
    return {
        "no": _field(task, "no"),
        "section": quoted(section.title, Cell("section", section.key, "title")) if section else NOTHING,
        "task": _field(task, "title"),
        "content": content,
        "targets": joined("\n", [_target(target) for target in snapshot.targets_of(item.key)]),
        **nodes,
        "leader": _field(item if item.leader else task, "leader"),
        "lead": _units(snapshot, own.key, "lead"),
        "co": _units(snapshot, own.key, "co"),
        "person": _field(item if item.person else task, "person"),
        "deadline": deadline_of(item if item.deadline or item.deadline_raw else task),
        "note": _field(item, "note"),
    }


def _field(task: Task, field: str) -> Words:
    text = getattr(task, field)
    return quoted(text, Cell("task", task.key, field)) if text else NOTHING


def _units(snapshot: Snapshot, task: int, role: str) -> Words:
    units = snapshot.leads_of(task) if role == "lead" else snapshot.cos_of(task)
    return joined(texts.COMMA, [quoted(unit.name, Cell("unit", unit.key, "name")) for unit in units])


def _target(target: Target) -> Words:
    """A target in the plan's words, else by item, figure and unit."""
    if target.phrase:
        return quoted(target.phrase, Cell("target", target.key, "phrase"))
    figure = "" if target.value is None else plain_number(target.value)
    shown = named(figure, f"target:{target.key}:value", (Cell("target", target.key, "value"),))
    return fill("{item}{figure}{unit}", item=target.item or "", figure=shown, unit=target.unit or "")


def deadline_of(task: Task) -> Words:
    """A task's deadline in the plan's words, else as a day; a default one as a day."""
    if task.deadline_raw:
        return quoted(task.deadline_raw, Cell("task", task.key, "deadline_raw"))
    if task.state == "ongoing" and not task.deadline:
        return Words(texts.ONGOING)
    if not task.deadline:
        return NOTHING
    day = texts.DAY.format(day=date.fromisoformat(task.deadline))
    return named(day, f"task:{task.key}:deadline", (Cell("task", task.key, "deadline"),))
