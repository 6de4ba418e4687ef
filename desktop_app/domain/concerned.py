"""Which tasks a change concerns, and the part of a ledger that is enough to judge them.

So after an edit only these are judged and drawn again, and a large ledger is judged as far as it is looked at.
"""

from collections.abc import Collection, Iterable

from desktop_app.domain.snapshot import Snapshot

_OF_TASK = ("target", "node", "assignment", "round_row")
_OF_ROW = ("report", "answer", "row_target")
_OF_RULE = ("light", "back", "sources", "files", "extend")  # rules about one task, named light:17
_OF_NONE = ("view", "columns")  # rules that only say how something is shown or read
_NO_TASK = ("alias", "decision", "form")


def concerned(before: Snapshot, after: Snapshot, touched: Iterable[tuple[str, int]]) -> frozenset[int] | None:
    """The tasks and actions that may say something else after this; None where it may be all of them."""
    found: set[int] = set()
    for entity, key in touched:
        records = [r for r in (before.tables[entity].get(key), after.tables[entity].get(key)) if r is not None]
        if entity == "task":
            found |= {key, *(action.key for action in after.having("task", "parent", key))}
        elif entity in _OF_TASK:
            found |= {record.task for record in records}
        elif entity in _OF_ROW:
            found |= {state.rows[r.row].task for r in records for state in (before, after) if r.row in state.rows}
        elif entity == "rule" and all(record.name.partition(":")[0] in _OF_RULE for record in records):
            found |= {int(record.name.partition(":")[2]) for record in records}
        elif entity == "rule" and all(record.name.partition(":")[0] in _OF_NONE for record in records):
            continue
        elif entity == "unit" and key not in before.units:
            continue  # nobody has named it before
        elif entity not in _NO_TASK:
            return None
    return frozenset(found)


def about(snapshot: Snapshot, tasks: Collection[int]) -> Snapshot:
    """The ledger with these tasks alone and what was said about them; units, targets and rules are all there."""
    rows = {row.key: row for task in tasks for row in snapshot.rows_about(task)}
    part = {
        "task": {key: snapshot.tasks[key] for key in tasks if key in snapshot.tasks},
        "round_row": rows,
        "report": {said.key: said for key in rows for said in snapshot.having("report", "row", key)},
        "row_target": {asked.key: asked for key in rows for asked in snapshot.having("row_target", "row", key)},
    }
    return snapshot.with_tables(part)
