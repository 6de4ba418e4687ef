"""Show the journal: who did what when, and every field that an entry changed."""

from typing import Any

from desktop_app.domain.changes import by_field
from desktop_app.domain.values import encode
from desktop_app.errors import Refused
from desktop_app.store import journal
from desktop_app.store.store import Store
from desktop_app.texts import store as texts


def listing(store: Store, limit: int) -> dict[str, Any]:
    """The newest entries first."""
    counts = journal.change_counts(store.connection)
    entries = journal.entries(store.connection, limit)
    return {"entries": [{**e._asdict(), "changes": counts.get(e.id, 0)} for e in entries]}


def entry(store: Store, number: int) -> dict[str, Any]:
    """One entry with each field change, old to new, and its source. Refused for an unknown number."""
    found = journal.entry_of(store.connection, number)
    if found is None:
        raise Refused(texts.NO_ENTRY.format(entry=number))
    changes = [
        {
            "entity": c.entity,
            "key": c.key,
            "field": c.field,
            "old": encode(c.old),
            "new": encode(c.new),
            **c.source._asdict(),
        }
        for whole in journal.changes_of(store.connection, number)
        for c in by_field(whole)
    ]
    return {**found._asdict(), "changes": changes}
