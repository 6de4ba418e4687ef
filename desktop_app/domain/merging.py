"""Several rows put together into the first of them: words, sources, targets, steps, units, deadlines, what was said."""

from collections.abc import Iterable, Sequence

from desktop_app.domain.attached import attach_changes, attached_to, files_changes
from desktop_app.domain.changes import Change, Draft
from desktop_app.domain.extensions import extensions_of, noted_changes
from desktop_app.domain.model import Assignment, Task
from desktop_app.domain.overrides import back_changes, override_changes
from desktop_app.domain.passages import Passage, further_changes, passages_of
from desktop_app.domain.rows import take_away
from desktop_app.domain.snapshot import Snapshot, changed

_MOVED = ("target", "node")


def can_merge(snapshot: Snapshot, tasks: Sequence[int]) -> bool:
    """Whether these rows can be put together: two at least, of one parent and one plan."""
    rows = [snapshot.tasks[task] for task in tasks]
    return len(rows) > 1 and len({(row.parent, row.plan) for row in rows}) == 1


def merged(snapshot: Snapshot, tasks: Sequence[int], between: str) -> list[Change]:
    """The first row with all that the others say; `between` parts joined titles and notes.

    Targets, steps, actions and what rounds asked go over to the first row. It is due when the last of them is; an
    earlier deadline that was said stays as a step. The others are gone.
    """
    first, others = snapshot.tasks[tasks[0]], [snapshot.tasks[task] for task in tasks[1:]]
    rows, draft = [first, *others], Draft()
    spans, further = _sources(snapshot, rows)
    draft.set("task", first, {**_words(rows, between), **_days(rows, between), **spans})
    for entity in _MOVED:
        position = max((part.position for part in snapshot.having(entity, "task", first.key)), default=0)
        for part in (part for row in others for part in snapshot.having(entity, "task", row.key)):
            position += 1
            draft.set(entity, part, {"task": first.key, "position": position})
    _steps(draft, snapshot, rows)
    _units(draft, snapshot, rows)
    position = max((action.position for action in snapshot.having("task", "parent", first.key)), default=0)
    for action in (action for row in others for action in snapshot.having("task", "parent", row.key)):
        position += 1
        draft.set("task", action, {"parent": first.key, "section": first.section, "position": position})
    for row in others:
        for asked in snapshot.rows_about(row.key):
            draft.set("round_row", asked, {"task": first.key})
        for later in snapshot.having("task", "carried_from", row.key):
            draft.set("task", later, {"carried_from": first.key})
        draft.changes += override_changes(snapshot, row.key, None) + back_changes(snapshot, row.key, None)
        draft.changes += further_changes(snapshot, row.key, [])
        draft.changes += files_changes(snapshot, row.key, []) + noted_changes(snapshot, row.key, [])
    after = changed(snapshot, draft.changes)
    for row in others:
        take_away(draft, after, row.key)
    files = [file for row in others for file in attached_to(snapshot, row.key)]
    approvals = (approval for row in rows for approval in extensions_of(snapshot, row.key))
    noted = sorted(approvals, key=lambda approval: approval.on)
    made = draft.changes
    for changes in (
        further_changes(snapshot, first.key, further),
        attach_changes(snapshot, first.key, files),
        noted_changes(snapshot, first.key, noted),
    ):
        made = [*made, *_restarted(made, changes)]
    return made


def _restarted(before: Iterable[Change], changes: Iterable[Change]) -> list[Change]:
    """Changes made by themselves, with stand-in keys that go on from those before."""
    floor = min((0, *(change.key for change in before)))
    return [c._replace(key=c.key + floor, new=c.new._replace(key=c.key + floor)) if c.key < 0 else c for c in changes]


def _words(rows: Sequence[Task], between: str) -> dict[str, object]:
    def joined(field: str, sign: str) -> str | None:
        return sign.join(dict.fromkeys(said for row in rows if (said := getattr(row, field)))) or None

    states = {row.state for row in rows}
    return {
        "title": joined("title", between),
        "text": joined("text", "\n"),
        **{field: joined(field, between) for field in ("leader", "person", "contact", "note")},
        "state": rows[0].state if len(states) == 1 else "open",
    }


def _days(rows: Sequence[Task], between: str) -> dict[str, object]:
    """Begun with the first, due with the last; a row that is due on no day (长期) makes all of them so."""
    starts = [row.start for row in rows if row.start]
    softs = [row.soft_deadline for row in rows if row.soft_deadline]
    said = dict.fromkeys(row.deadline_raw for row in rows if row.deadline_raw)
    last = max(rows, key=lambda row: (row.deadline is None, row.deadline or "", row.deadline_kind != "default"))
    return {
        "start": min(starts) if len(starts) == len(rows) else None,
        "soft_deadline": max(softs, default=None),
        "deadline": last.deadline,
        "deadline_kind": last.deadline_kind,
        "deadline_raw": between.join(said) or None,
    }


def _steps(draft: Draft, snapshot: Snapshot, rows: Sequence[Task]) -> None:
    """A step for each deadline that was said and is earlier than the last."""
    last = max((row.deadline or "" for row in rows), default="")
    open_end = any(row.deadline is None for row in rows)
    place = sum(len(snapshot.nodes_of(row.key)) for row in rows)
    for row in rows:
        if row.deadline and row.deadline_kind != "default" and (open_end or row.deadline < last):
            place += 1
            draft.create("node", {"task": rows[0].key, "position": place, "title": row.title, "due": row.deadline})


def _units(draft: Draft, snapshot: Snapshot, rows: Sequence[Task]) -> None:
    """Everyone who leads any of the rows leads all of it, in order; everyone else who helps, helps."""
    taken: set[int] = set()
    for role in ("lead", "co"):
        held: list[Assignment] = [a for row in rows for a in snapshot.assignments_of(row.key, role)]
        position = 0
        for assignment in held:
            unit = snapshot.unit(assignment.unit).key
            if unit in taken:
                draft.delete("assignment", assignment)
                continue
            taken.add(unit)
            position += 1
            draft.set("assignment", assignment, {"task": rows[0].key, "position": position})


def _sources(snapshot: Snapshot, rows: Sequence[Task]) -> tuple[dict[str, object], list[Passage]]:
    """The span of the first row, longer where the others follow on it in the source; and the passages elsewhere."""
    found = [passage for row in rows for passage in passages_of(snapshot, row.key)]
    if not found or rows[0].span_start is None:
        return {}, found
    own, further = found[0], []
    source = snapshot.plans[own.plan].source or ""
    for passage in sorted(found[1:], key=lambda passage: (passage.plan != own.plan, passage.start)):
        if passage.plan == own.plan and passage.start >= own.end and not source[own.end : passage.start].strip():
            own = own._replace(end=passage.end)
        else:
            further.append(passage)
    return {"span_end": own.end}, further
