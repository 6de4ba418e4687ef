"""The stamped copy (盖章件) of a unit's form: that it came, or that it had not come after all."""

from datetime import date

from desktop_app.domain.changes import Draft
from desktop_app.store.store import Applied, Store
from desktop_app.texts import chase as texts


def stamp(store: Store, form: int, day: date | None) -> Applied | None:
    """Record the day on which a form's stamped copy came (None: not yet); undone like any other work."""
    snapshot, draft = store.snapshot(), Draft()
    record = snapshot.tables["form"][form]
    draft.set("form", record, {"stamped_on": day.isoformat() if day else None})
    label = texts.STAMPED if day else texts.NOT_STAMPED
    return store.apply(draft.changes, label.format(unit=snapshot.unit(record.unit).name))
