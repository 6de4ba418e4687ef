"""The year of bench/soak_year.py in plain dictionaries, as anyone would keep it, and where the ledger differs."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.domain.snapshot import Snapshot

TASK_FIELDS, SAID_FIELDS = ("title", "deadline", "note"), ("text", "percent", "problems")
Place = tuple[str, str, int]  # period, unit, task
Said = tuple[str | float | None, ...]  # in the order of SAID_FIELDS


class Model(NamedTuple):
    """Tasks by key, in the order of TASK_FIELDS, and what was said."""

    tasks: dict[int, tuple]
    said: dict[Place, Said]

    def edited(self, key: int, field: str, value: str) -> "Model":
        """The same with another value in a task; what did not change is shared."""
        now = {**dict(zip(TASK_FIELDS, self.tasks[key], strict=True)), field: value}
        return self._replace(tasks={**self.tasks, key: tuple(now.values())})

    def told(self, said: list[dict[Place, Said]]) -> "Model":
        """The same with more that was said."""
        return self._replace(said={place: fields for one in (self.said, *said) for place, fields in one.items()})


def differences(snapshot: Snapshot, model: Model) -> Iterator[str]:
    """Where a ledger does not say what the model does, in words; record by record, so that it costs no memory."""
    if snapshot.tasks.keys() != model.tasks.keys() or any(
        tuple(getattr(task, field) for field in TASK_FIELDS) != model.tasks[key] for key, task in snapshot.tasks.items()
    ):
        yield "the tasks differ"
    for table in ("answer", "report"):
        same = 0
        for record in snapshot.tables[table].values():
            row = snapshot.rows[record.row]
            place = (snapshot.rounds[row.round].period, snapshot.units[row.unit].name, row.task)
            same += model.said.get(place) == tuple(getattr(record, field) for field in SAID_FIELDS)
        held = len(snapshot.tables[table])
        if not same == held == len(model.said):
            yield f"{table} has {held}, {same} of them as the model's {len(model.said)}"
