"""When units reported by word of mouth or on paper: answers that no file brought."""

from datetime import UTC, datetime

from desktop_app.domain.snapshot import Snapshot
from desktop_app.store import journal
from desktop_app.store.store import Store


def heard_at(store: Store, snapshot: Snapshot) -> dict[tuple[int, int], str]:
    """The moment (ISO) at which the first such answer of each round and unit was entered."""
    moments: dict[tuple[int, int], str] = {}
    for answer in snapshot.tables["answer"].values():
        if answer.heard:
            row = snapshot.rows[answer.row]
            entries = [number for number, _ in journal.history_of(store.connection, "answer", answer.key, "heard")]
            entry = journal.entry_of(store.connection, min(entries)) if entries else None
            place = (row.round, snapshot.unit(row.unit).key)
            if entry is not None:
                moments[place] = min(moments.get(place, entry.at), entry.at)
    return moments


def taken_down(store: Store, snapshot: Snapshot) -> dict[int, str]:
    """The moment at which such an answer was last entered, in UTC as files tell theirs, by round row."""
    moments: dict[int, str] = {}
    for answer in snapshot.tables["answer"].values():
        if answer.heard:
            entries = [number for number, _ in journal.history_of(store.connection, "answer", answer.key, "heard")]
            entry = journal.entry_of(store.connection, max(entries)) if entries else None
            if entry is not None:
                moments[answer.row] = in_utc(entry.at)
    return moments


def in_utc(moment: str) -> str:
    """A moment of the journal, by the clerk's clock, as files tell theirs: in UTC, to the second."""
    return datetime.fromisoformat(moment).astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat()
