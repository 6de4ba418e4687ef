"""The ledger as a round printed it on its forms, where its tasks were edited since."""

from desktop_app.domain.changes import inverse
from desktop_app.domain.snapshot import Snapshot, changed
from desktop_app.store import journal
from desktop_app.store.store import Store


def printed_then(store: Store, snapshot: Snapshot) -> dict[int, Snapshot]:
    """By round (key): the snapshot with the tasks as they were when the round was made; only where that differs."""
    then = {}
    for made in snapshot.rounds.values():
        moment = journal.made_at(store.connection, "round", made.key) if made.state == "open" else None
        edits = journal.changes_after(store.connection, moment, "task") if moment else []
        if edits:
            then[made.key] = changed(snapshot, inverse(edits))
    return then
