"""Where each number of a paper comes from: the ledger's cells behind it, and the files, sheets and cells of those."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from desktop_app.domain.changes import NOWHERE, Source
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.values import plain_number
from desktop_app.reports.paper import paragraphs
from desktop_app.reports.trace import Cell
from desktop_app.store import journal
from desktop_app.store.receipts import receipts
from desktop_app.store.store import Store
from desktop_app.texts import codes, fields
from desktop_app.verbs.report import Made


class Origin(NamedTuple):
    """A cell of the ledger behind a number: the task it belongs to, the field and its value in words; `file`, `sheet`
    and `cell` tell where it was read from, None where it was typed here.
    """

    cell: Cell
    task: str | None
    field: str
    value: str
    file: str | None
    sheet: str | None
    address: str | None


class Traced(NamedTuple):
    """A number of a paper: its paragraph (from 0), its place in it, as shown, what it is, and where it comes from."""

    paragraph: int
    start: int
    end: int
    shown: str
    name: str
    origins: tuple[Origin, ...]

    def to_json(self) -> dict[str, Any]:
        """The number as plain data."""
        origins = [{**origin._asdict(), "cell": list(origin.cell)} for origin in self.origins]
        return {**self._asdict(), "origins": origins}


class Tracer:
    """Finds the origins of cells in one ledger; what the journal knows of an entity is read once."""

    def __init__(self, store: Store, snapshot: Snapshot | None = None) -> None:
        self._store = store
        self._snapshot = snapshot or store.snapshot()
        self._names = {receipt.file: receipt.name for receipt in receipts(store) if receipt.file}
        plans = self._snapshot.plans.values()
        self._names |= {plan.file: plan.file_name for plan in plans if plan.file and plan.file_name}
        self._sources: dict[str, dict[tuple[int, str], Source]] = {}

    def origins(self, cells: Iterable[Cell]) -> tuple[Origin, ...]:
        """Where these cells come from; those of records that are gone are left out."""
        return tuple(self._origin(cell) for cell in dict.fromkeys(cells) if self._there(cell))

    def _there(self, cell: Cell) -> bool:
        return cell.key in self._snapshot.tables[cell.entity]

    def _origin(self, cell: Cell) -> Origin:
        record = self._snapshot.tables[cell.entity][cell.key]
        if cell.entity not in self._sources:
            self._sources[cell.entity] = journal.sources_of(self._store.connection, cell.entity)
        source = self._sources[cell.entity].get((cell.key, cell.field), NOWHERE)
        value = getattr(record, cell.field)
        shown = plain_number(value) if isinstance(value, float) else "" if value is None else str(value)
        return Origin(
            cell,
            self._task(cell),
            fields.of(cell.entity, cell.field),
            codes.of(cell.entity, cell.field, shown),
            self._names.get(source.file, source.file) if source.file else None,
            source.sheet,
            source.cell,
        )

    def _task(self, cell: Cell) -> str | None:
        """The task that a cell tells of, by number and title."""
        record = self._snapshot.tables[cell.entity][cell.key]
        if cell.entity in ("report", "answer", "row_target"):
            record = self._snapshot.rows[record.row]
        key = cell.key if cell.entity == "task" else getattr(record, "task", None)
        task = self._snapshot.tasks.get(key) if key is not None else None
        return None if task is None else f"{task.no or ''} {task.title}".strip()


def trace(store: Store, made: Made) -> list[Traced]:
    """Every number of a paper with its origins."""
    tracer = Tracer(store)
    return [
        Traced(place, mark.start, mark.end, words.text[mark.start : mark.end], mark.name, tracer.origins(mark.cells))
        for place, words in enumerate(paragraphs(made.blocks))
        for mark in words.marks
    ]
