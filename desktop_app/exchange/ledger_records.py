"""What was understood of an existing ledger, as plain records: each value with the cell that it was read from."""

from datetime import date
from typing import NamedTuple

from desktop_app.domain.proposal import Note
from desktop_app.domain.values import Value
from desktop_app.exchange.read_ledger_rows import Section

SAID_FIELDS = ("percent", "text", "finished_on", "problems", "next_steps", "evidence")


class Held(NamedTuple):
    """A value and the address of its cell; None where no cell says it."""

    value: Value
    cell: str | None = None


class HeldTarget(NamedTuple):
    """A target as a cell says it; without a figure, `value` is None and the phrase is all there is."""

    phrase: str
    item: str | None
    comparator: str
    value: float | None
    unit: str | None
    kind: str | None
    scope: str | None
    cell: str | None


class HeldNode(NamedTuple):
    """A dated step as a cell says it; `due` ISO."""

    title: str
    due: str
    cell: str | None


class HeldTask(NamedTuple):
    """A task, or an action: its fields and what is said of its progress by field name; `span` is in the source."""

    fields: dict[str, Held]
    section: int | None
    lead: tuple[Held, ...]
    co: tuple[Held, ...]
    targets: tuple[HeldTarget, ...]
    nodes: tuple[HeldNode, ...]
    said: dict[str, Held]
    actions: tuple["HeldTask", ...]
    span: tuple[int, int]

    def value(self, field: str) -> Value:
        """The value of a task field; None where nothing is said."""
        return self.fields[field].value if field in self.fields else None


class HeldLedger(NamedTuple):
    """A whole ledger as understood; nothing of it has been stored."""

    sheet: str
    title: str
    year: int
    as_of: date
    sections: tuple[Section, ...]
    tasks: tuple[HeldTask, ...]
    notes: tuple[Note, ...]
    source: str
