"""The ledger as a round printed it on its forms, where its tasks were edited since."""

from collections.abc import Iterator, Mapping, Sequence

from desktop_app.domain.changes import Change, inverse
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.store import journal
from desktop_app.store.store import Store


class PrintedThen(Mapping[int, Snapshot]):
    """By round (key): the snapshot with the tasks as they were when the round was made; only where that differs.

    Each is made when it is first asked for: files name one round or two, and a year has many. `moments` are those at
    which the rounds were made, `edits` the changes of tasks with theirs.
    """

    def __init__(self, now: Snapshot, moments: Mapping[int, str], edits: Sequence[tuple[str, Change]]) -> None:
        self._now, self._edits = now, edits
        newest = max((at for at, _ in edits), default="")
        self._moments = {key: moment for key, moment in moments.items() if moment < newest}
        self._then: dict[int, Snapshot] = {}

    def __getitem__(self, key: int) -> Snapshot:
        if key not in self._then:
            moment = self._moments[key]
            self._then[key] = changed(self._now, inverse([edit for at, edit in self._edits if at > moment]))
        return self._then[key]

    def __iter__(self) -> Iterator[int]:
        return iter(self._moments)

    def __len__(self) -> int:
        return len(self._moments)


def printed_then(store: Store, snapshot: Snapshot) -> PrintedThen:
    """What the open rounds printed; the journal is read here, so that the rest may be done beside the window."""
    made = journal.first_made(store.connection, "round")
    out = [key for key, one in snapshot.rounds.items() if one.state == "open" and key in made]
    moments = {key: made[key][0] for key in out}
    edits = journal.dated_changes(store.connection, "task", min(moments.values())) if moments else []
    return PrintedThen(snapshot, moments, edits)
