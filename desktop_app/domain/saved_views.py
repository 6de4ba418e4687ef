"""Views that the clerk has named and kept: rules of the ledger, so that they have a history and can be undone."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from desktop_app.domain.changes import Change, creation, deletion, edits
from desktop_app.domain.filters import Filter, Span
from desktop_app.domain.snapshot import Snapshot

PREFIX = "view:"


class View(NamedTuple):
    """What a kept view shows: a built-in view, conditions on top of it, the grouping, searched words."""

    view: str
    wanted: Filter
    grouping: str
    words: tuple[str, ...]


def saved_views(snapshot: Snapshot) -> dict[str, View]:
    """The kept views by name, as they were kept."""
    rules = (rule for rule in snapshot.tables["rule"].values() if rule.name.startswith(PREFIX))
    return {rule.name.removeprefix(PREFIX): _read(json.loads(rule.value)) for rule in rules}


def keeping(snapshot: Snapshot, name: str, view: View) -> list[Change]:
    """The changes that keep a view under a name; one of that name is replaced."""
    value = json.dumps(_told(view), ensure_ascii=False, sort_keys=True)
    found = snapshot.having("rule", "name", PREFIX + name)
    return (
        edits("rule", found[0], {"value": value})
        if found
        else creation("rule", -1, {"name": PREFIX + name, "value": value})
    )


def forgetting(snapshot: Snapshot, name: str) -> list[Change]:
    """The changes that take a kept view away."""
    return [change for rule in snapshot.having("rule", "name", PREFIX + name) for change in deletion("rule", rule)]


def _told(view: View) -> dict[str, Any]:
    shipped = Filter()._asdict()
    wanted = {name: value for name, value in view.wanted._asdict().items() if value != shipped[name]}
    plain = {name: sorted(value) if isinstance(value, frozenset) else value for name, value in wanted.items()}
    return {"view": view.view, "wanted": plain, "grouping": view.grouping, "words": list(view.words)}


def _read(told: Mapping[str, Any]) -> View:
    """A view as it was told; conditions that this program does not know are left out."""
    shipped = Filter()._asdict()
    wanted = {name: _value(name, value) for name, value in told["wanted"].items() if name in shipped}
    return View(told["view"], Filter(**wanted), told["grouping"], tuple(told["words"]))


def _value(name: str, value: Any) -> Any:
    if name in ("due", "done"):
        return Span(*value)
    return frozenset(value) if isinstance(value, list) else value
